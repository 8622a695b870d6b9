/** Words of the task pane, in English; typed by the Vietnamese file. */
import { aside, compare, many } from './paneAsides';
import { check, expected } from './paneCheck';
import { naming, readings } from './paneColumns';
import { load, upgrade } from './paneLoad';
import { rules } from './paneRules';
import { plural } from './plural';
import type { columns as vietnameseColumns, pane as vietnamese } from '../vi/pane';

const severities: (typeof vietnamese)['severities'] = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

const roles: (typeof vietnamese)['roles'] = {
  lead: 'Leads',
  support: 'Supports',
  monitor: 'Monitors',
  implement: 'Carries out',
};

export const columns: typeof vietnameseColumns = {
  max: 'Maximum',
  self: 'Self-score',
  appraised1: 'Appraised score',
  appraised2: 'Appraised score, round 2',
  deduction: 'Deduction',
  expected: 'Expected score',
  code: 'Criterion code',
  name: 'Criterion name',
  opinion: 'Opinion of the council',
  responsible: 'Responsible unit',
  explanation: 'Explanation',
  evidence: 'Evidence',
  method: 'Scoring rule',
  declared: 'Declared figures',
  assessment: 'Assessed this period',
  note: 'Note',
};

function listOf(names: readonly string[]): string {
  return names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(', ');
}

export const pane: typeof vietnamese = {
  product: 'Bảng điểm CCHC',
  version: (version) => `Version ${version}`,
  opening: 'Opening…',
  home: 'Overview',
  openFile: 'Open',
  newFile: 'New',
  newFileAbout: 'Begin an empty workbook',
  sampleFile: 'sample',
  saveFile: 'Save',
  unsaved: 'not saved',
  undo: 'Undo',
  undoOf: (label) => `Undo: ${label}`,
  undoNone: 'There is no change to undo yet',
  steps: 'Steps',
  mainRegion: 'The chosen step',
  close: 'Close',
  sheetChoice: 'Score sheet',
  working: {
    reading: 'Reading the workbook…',
    applying: 'Writing to the workbook…',
    undoing: 'Undoing…',
    opening: 'Opening the file…',
    saving: 'Saving the file…',
  },
  step: {
    load: { short: 'Load', title: 'Load a framework', about: 'A new score sheet from a framework' },
    check: { short: 'Check', title: 'Check', about: 'Find what is wrong or missing' },
    deduct: {
      short: 'Deduct',
      title: 'Deductions',
      about: 'Deductions, sums of areas, and the index',
    },
    assign: {
      short: 'Assign',
      title: 'Remediation',
      about: 'One column per unit, with its role',
    },
    appendix: {
      short: 'Appendix',
      title: 'Appendix',
      about: 'The deducted criteria as a table for a letter',
    },
  },
  severities,
  severityCount: (severity, count) => plural(count, severities[severity]),
  roles,
  columns,

  start: {
    tableTitle: (leaves, findings) =>
      `Score sheet: ${leaves} criteria, ${findings === 0 ? 'nothing found wrong' : `${plural(findings, 'point')} to look at`}`,
    onSheet: (sheet) => `Sheet “${sheet}”`,
    figures: 'Figures',
    max: 'Maximum',
    self: 'Self-score',
    appraised: 'Appraised',
    deduction: 'Deducted',
    outside: 'Bonus, penalty',
    index: 'Index',
    unknown: 'unknown',
    next: 'What to do next',
    others: 'Other things',
    anyOrder: 'The steps may be taken in any order',
    emptyTitle: 'No score sheet was found in this file',
    unrecognised: (sheet, reason) => `Sheet “${sheet}”: ${reason}`,
    reasons: {
      empty: 'it is empty.',
      noHeader: 'no header with columns of criteria and points was found.',
      noMaxColumn: 'no column of maxima was found.',
      noRows: 'there is a header, but no criterion below it.',
      unitList: 'it ranks or sums up units, and is no score sheet by criteria.',
      tcvn3: 'it is typed in the old font encoding TCVN3 (.VnTime) and cannot be read.',
      vni: 'it is typed in the old font encoding VNI Windows (VNI-Times) and cannot be read.',
    },
    remedies: {
      empty: '',
      noHeader:
        'Put a header right above the criteria, with columns such as “Tiêu chí” and “Điểm chuẩn”.',
      noMaxColumn: 'Add a column “Điểm chuẩn” (or “Điểm tối đa”) beside the names of the criteria.',
      noRows: 'Enter codes, names and maxima of the criteria right below the header.',
      unitList: '',
      tcvn3:
        'Convert it to Unicode first: copy the table, open the converter of Unikey (Ctrl+Shift+F6), from TCVN3 (ABC) to Unicode, and paste it back.',
      vni: 'Convert it to Unicode first: copy the table, open the converter of Unikey (Ctrl+Shift+F6), from VNI Windows to Unicode, and paste it back.',
    },
    header: (row, has, lacks) =>
      lacks.length === 0
        ? `row ${row} has the columns ${listOf(has)}, but no criterion stands below it.`
        : `row ${row} has the columns ${listOf(has)}, but which is ${listOf(lacks)} is not clear.`,
    headerRemedy:
      'Point out the column that is lacking; if there is none, add it and name it in the header.',
    likelyRemedy: 'It looks like a score sheet: point out its header and its columns.',
    moreSheets: (count) => `and ${plural(count, 'more sheet')}`,
    advice: {
      load: {
        text: 'Choose a framework to make a new score sheet, or open a file that holds one.',
        action: 'Load a framework',
      },
      errors: (count) => ({
        text: `There ${count === 1 ? 'is' : 'are'} ${plural(count, 'error')}. Look at them before computing.`,
        action: 'See what was found',
      }),
      base: {
        text: 'The sheet holds only a part of the framework. Give the total of maxima to get the index.',
        action: 'Deductions',
      },
      deduct: {
        text: 'Some deductions are missing. They can be filled in as formulas.',
        action: 'Deductions',
      },
      assign: {
        text: 'The deductions are complete. Next, say which unit remedies what.',
        action: 'Assign',
      },
      scores: {
        text: 'There are no appraised scores yet. Enter them in the sheet, then check.',
        action: 'Check',
      },
      appendix: {
        text: 'Units are assigned. The appendix can be copied into the letter.',
        action: 'Appendix',
      },
    },
  },

  noTable: {
    text: 'This step needs a score sheet. Load a framework to make one, or open a file that holds one.',
    action: 'Load a framework',
  },

  load,
  rules,
  upgrade,
  readings,
  naming,

  check,
  expected,
  aside,
  compare,
  many,

  deduct: {
    base: 'Total of maxima this period',
    baseWhy: (max) =>
      `The sheet holds only a part of the framework (${max} points). The index counts every criterion assessed this period, also those that lost nothing, so their total is needed.`,
    baseHint: 'For example: 79. Leave blank if the index is not needed yet.',
    baseBad: 'Enter a positive number, for example 79 or 79.5.',
    baseSmall: (max) => `Less than the maxima in the sheet (${max}). Please look again.`,
    index: 'Index',
    indexUnknown: 'Not known yet: it needs the total of maxima and an appraised score everywhere.',
    working: (base, deduction, outside) => `(${base} − ${deduction}${outside}) ÷ ${base}`,
    table: 'Result by area',
    area: 'Area',
    max: 'Max',
    self: 'Self',
    appraised: 'Appraised',
    deduction: 'Deducted',
    completion: 'Reached',
    total: 'Total',
    low: 'Below 75%',
    lowAll: (count) => `${plural(count, 'area')} below 75% of the maximum`,
    partOnly: 'Reached counts only the criteria that are in this sheet.',
    live: 'Replace typed deductions by formulas',
    liveHint: 'Only those that agree; others are kept and named.',
    label: 'Deductions',
  },

  assign: {
    intro: (units, assignments) =>
      `${plural(units, 'unit')} and ${plural(assignments, 'assignment')} were read. Look them over, then go on.`,
    none: 'No unit could be read from the column of responsible units. Units can be added by hand.',
    groupBy: 'Show by',
    byUnit: 'Unit',
    byCriterion: 'Criterion',
    inherited: (count) => `${plural(count, 'blank cell')} take the merged cell above.`,
    inferred: (count) =>
      `${plural(count, 'role')} were inferred, since the text does not say; they are marked “inferred”. Please look at them.`,
    settleAll: (count) => `Set the role in all ${count} inferred places`,
    settleUnit: (count) => `Set the role in all ${count} inferred places of this unit`,
    settleChoose: 'Choose a role…',
    withUndeducted: 'Also criteria that lost no points',
    inferredMark: 'inferred',
    chosenMark: 'your choice',
    split: 'Split off',
    splitOf: (alias) => `Make “${alias}” a unit of its own`,
    inheritedMark: 'merged cell',
    unread: (count) => `${plural(count, 'passage')} without a unit that could be read`,
    unreadReasons: {
      noUnit: 'no unit is named',
      genericGroup: 'a group, with no unit named',
      blank: 'left blank',
    },
    again: 'Read the sheet anew',
    againWarning: 'A new reading takes the place of what was changed here.',
    unitCount: (count) => (count === 1 ? '1 criterion' : `${count} criteria`),
    roleCount: (role, count) => `${roles[role].toLowerCase()} ${count}`,
    aliases: 'Also written',
    group: 'group of units',
    details: (unit) => `Details: ${unit}`,
    rename: 'Name of the unit',
    renameAction: 'Rename',
    mergeInto: 'Merge into',
    mergeChoose: 'Choose a unit…',
    mergeAction: 'Merge',
    drop: 'Drop this unit',
    role: 'Role',
    roleOf: (unit, criterion) => `Role of ${unit} in criterion ${criterion}`,
    roleNone: 'Not assigned',
    addUnit: 'Add a unit',
    addUnitName: 'Name of the new unit',
    addAction: 'Add',
    addTo: (criterion) => `Add a unit to criterion ${criterion}`,
    chooseUnit: 'Choose a unit…',
    text: 'As written',
    changed: 'The sheet was edited after this proposal was made.',
    noDeduction: 'No criterion has lost points.',
    label: 'Remediation',
  },

  appendix: {
    sign: 'Sign of deductions',
    signs: { negative: '−1.15 (with minus)', positive: '1.15 (without)' },
    title: 'Title of the appendix',
    titleHint: 'Each line is a paragraph, centred above the table.',
    preview: 'Preview of the appendix',
    rows: (count) => `${count} criteria lost points`,
    empty: 'No criterion has lost points, so there is no appendix.',
    copy: 'Copy the appendix',
    addSheet: 'Add as a sheet',
    label: 'Add the appendix as a sheet',
    copied: 'Copied. Open the letter in Word and paste (Ctrl+V).',
    copyFailed:
      'This machine does not allow copying by itself. The table is selected: press Ctrl+C to copy it.',
  },

  preview: {
    action: 'Preview the change',
    title: (label) => `To be done: ${label}`,
    conflicts: (count) => `${plural(count, 'cell')} that a person has written stay`,
    more: (count) => `and ${count} more`,
    replanned: 'The sheet has changed and this was planned anew. Please look again.',
    apply: 'Do it',
    cancel: 'Leave it',
    back: 'Back',
    toNewFile:
      'The program’s sample is open. The sheet will be made in a new file; the sample stays as it is.',
    intoSample:
      'The program’s sample is open (with edits), and the sheet will be put into it. For a file of your own, choose “Leave it”, then “New”.',
    promise: 'It can be undone afterwards.',
    lacks: (what) => `${what} cannot be seen here; the saved file has it when opened in Excel.`,
    lackNames: {
      outline: 'Grouping of rows',
      print: 'Page set-up',
      validationMessages: 'Input messages of cells',
      marks: 'Marks on cells (fill and note)',
    },
  },

  notice: {
    done: (label) => `Done: ${label}.`,
    undone: (label) => `Undone: ${label}.`,
    retry: 'Try again',
  },

  undoQuestion: {
    title: (label) => `Undoing “${label}” loses what was edited since`,
    moved: (label) =>
      `“${label}” cannot be undone: since then the sheet was renamed or deleted, or rows or columns were added, deleted or moved. If you renamed the sheet, give it its former name and undo again; else edit the sheet itself.`,
    cell: (sheet, cell) =>
      cell === ''
        ? `Sheet “${sheet}”: rows or columns were just added or removed`
        : `Sheet “${sheet}”, cell ${cell}`,
    force: 'Undo all the same',
    leave: 'Keep this change for good',
    keep: 'Keep them',
  },

  missing: {
    text: 'This step could not be loaded: the network is down, or the add-in has just been renewed. Try again; if that does not help, open the pane anew to use the new version.',
    undo: (label) =>
      `Once the pane is opened anew, what was done cannot be undone any more (the last: “${label}”). If you need to, press Undo first.`,
    retry: 'Try again',
  },

  crash: {
    title: 'This pane met an error and had to stop',
    text: 'Your workbook is not affected. Press “Open the pane again” to go on; if it happens again, send the details to your administrator.',
    reload: 'Open the pane again',
    details: 'Details for the administrator',
  },
};
