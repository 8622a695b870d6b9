/** Words of the step Nạp khung, in English; typed by the Vietnamese file. */
import type { load as vietnamese, upgrade as vietnameseUpgrade } from '../vi/paneLoad';
import { plural } from './plural';

const levels: (typeof vietnamese)['levels'] = {
  ministry: 'ministry',
  province: 'province',
  department: 'department',
  district: 'district',
  commune: 'commune',
  any: 'any level',
};

export const load: typeof vietnamese = {
  choose: 'Framework',
  choosePrompt: 'Choose a framework…',
  carried: 'Framework of the open workbook',
  samples: 'Built-in samples',
  levels,
  meta: (decision, level, year, province) =>
    [decision, level, province, `from ${year}`].filter((part) => part !== '').join(' · '),
  partial: 'Incomplete',
  complete: 'Complete',
  districtEnded:
    'The district level ended on 1 July 2025; this framework serves as a reference and for old figures only.',
  notes: (count) => `${plural(count, 'note')} on this framework`,
  own: 'Your own framework',
  ownHint: 'Choose a file, paste a table from Word or Excel, or read the open workbook.',
  ownFile: 'Choose a framework file',
  ownPaste: 'Or paste the table here',
  ownPasteHint: 'Click here, then press Ctrl+V',
  ownSelection: 'Read the selection',
  ownSelectionHint: 'Drag over the table in the sheet; one cell stands for the table around it.',
  ownPlace: (address) => `Read from “${address}”.`,
  ownHidden: (rows, columns) =>
    `${[
      rows > 0 ? plural(rows, 'hidden row') : '',
      columns > 0 ? plural(columns, 'hidden column') : '',
    ]
      .filter((part) => part !== '')
      .join(' and ')} read as well.`,
  ownSheet: 'Or read a sheet of the open workbook',
  ownSheetPrompt: 'Choose a sheet…',
  ownReading: 'Reading…',
  ownBadge: 'your own',
  ownFailed: 'The framework could not be read',
  review: 'How the table was understood',
  reviewUse: 'Use this framework',
  reviewDoubts: (count) =>
    `${plural(count, 'row')} to look at, marked with a warning. Click a row to see and mend it.`,
  reviewMoreProblems: (count) => `… and ${count} more.`,
  reviewTitle: 'Title',
  reviewDecision: 'Decision',
  reviewLevel: 'Level',
  reviewRows: 'Rows of the table',
  reviewMore: (count) => `Show more (${count} left)`,
  reviewAside: (count) => `${plural(count, 'row')} that are no criteria`,
  columnsTitle: 'Columns are taken as…',
  columnsAbout:
    'Choose again where a column was mistaken. The table is read anew at once; rows mended by hand stay as they are.',
  columnsNone: 'No such column',
  columnsSeveral: (count) => `${count} columns, one for each level`,
  columnsUnits: (count: number) => `${count} columns, one for each role`,
  columnsUnused: (labels: string) => `Columns not used: ${labels}.`,
  columnsExample: (text) => `(e.g. ${text})`,
  columnsEdits: (kept, lost) =>
    [
      kept > 0 ? `${plural(kept, 'mended row')} kept.` : '',
      lost > 0 ? `${plural(lost, 'mended row')} without a place in this reading; have a look.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  columnsReset: 'Read as at first',
  rowKinds: {
    node: 'criterion',
    method: 'scoring rule',
    continuation: 'goes on from above',
    total: 'total',
    subtotal: 'subtotal',
    title: 'title',
    header: 'header',
    repeatedHeader: 'repeated header',
    footnote: 'note',
    blank: 'blank',
    ignored: 'left out',
    unread: 'not understood',
  },
  rowSource: 'As written',
  rowLevel: 'It is',
  rowLevels: ['An area', 'A criterion', 'A subcriterion', 'Something smaller'],
  rowParts: {
    method: 'How the criterion above is scored',
    continuation: 'The rest of the name above',
  },
  rowLeaveOut: 'Leave this row out',
  rowCode: 'Code',
  rowMax: 'Maximum',
  rowDouble: (code, name) => `The code ${code} is that of “${name}” as well.`,
  outside: { bonus: 'Bonus, beside the scale', penalty: 'Penalty, beside the scale' },
  surveyTag: 'survey',
  rowSurveyAbove: 'Points come from a survey (by the entry above)',
  rowSurvey: 'Points come from a survey',
  rowName: 'Name',
  preview: 'Preview of the framework',
  previewTotal: (areas, leaves, max) =>
    `${plural(areas, 'area')}, ${leaves} scored criteria, ${max} points in all`,
  areaTotal: (max) => `${max} points`,
  maxUnknown: 'points unknown',
  noName: '(name unknown)',
  sheetFacts: 'What the sheet says',
  unit: 'Unit',
  unitHint: 'For example: UBND xã Vĩnh Linh',
  period: 'Period',
  periodHint: 'For example: 6 tháng đầu năm 2026',
  rounds: 'Rounds of appraisal',
  round: { 1: 'One', 2: 'Two' },
  label: 'Load a framework',
  extras: (names) =>
    names.length === 0
      ? 'Add columns to the sheet'
      : `Add columns to the sheet: ${names.join(', ')}`,
  extraAbout: {
    assessment:
      'Marks criteria not assessed this period or not applicable; the base leaves them out.',
    method: 'Copies the decision’s way of scoring beside each criterion.',
    declared: 'Figures (such as 7904/14835) from which the framework’s rules compute the score.',
    evidence: 'Names the documents that support the self-score.',
    explanation: 'The unit’s explanation of the appraised score.',
  },
  extraAlways: 'A sheet of two rounds always has this column.',
  beyond: 'Bonus, penalty, survey',
  ceiling: { bonus: 'Bonus, at most', penalty: 'Penalty, at most' },
  ceilingHint: 'Empty for none. They stand outside the scale and are no part of the base.',
  ceilingBad: 'A number above 0 is needed, such as 2 or 0.5.',
  leaveOutSurvey: (max) => `Leave the survey part out for now (${max} points)`,
  leaveOutSurveyHint:
    'These criteria say “Chưa đánh giá trong kỳ”; clear that in each row once there is a result.',
  exporting: 'Export this framework',
  exportAbout:
    'The product’s own JSON keeps everything: to send to another unit, or to load again here.',
  exportFile: 'Save as JSON',
  exportCopy: 'Copy JSON',
  exportTable:
    'A table for Word or for a sheet, in Vietnamese; pasted here, codes, names and points are read back the same. Scoring rules and survey marks travel in JSON only.',
  exportTableCopy: 'Copy the table',
  exportTablePreview: 'Preview of the framework’s table',
  exportTableLabel: 'Add the framework as a sheet',
  exported: {
    saved: 'The file was sent to the downloads folder.',
    copied: 'Copied. Paste it into a text file whose name ends in .json.',
    failed: 'Copying was refused here. Save it as a file instead.',
  },
};

export const upgrade: typeof vietnameseUpgrade = {
  title: 'Carry scores over to the newer framework',
  about: (table) =>
    `The table “${table}” holds scores. A new sheet can be made by this framework with its scores and texts; the old sheet stays.`,
  from: 'Carry scores from the table',
  carried: (count) => `${count} criteria are carried over by code and name.`,
  head: (unit, period) =>
    `The head of the new sheet says: ${[unit, period].filter((part) => part !== '').join(', ')}.`,
  assignments:
    'Assignment columns are not carried over; make them again under Assignments (unit names and roles that were set are remembered).',
  rulesCarried: (count) => `Scoring rules of ${count} criteria are kept.`,
  rulesLost: (count) =>
    `Scoring rules of ${count} criteria cannot be carried over (criterion gone, or with another name or way of scoring). Set them again where needed.`,
  maxNow: (count, codes) =>
    `${count} of them have another maximum now: ${codes}. Scores stay as they are; look at them again.`,
  unplaced: (count) =>
    `${count} criteria have no place in the newer framework: kept below the new table`,
  difference: (title, unchanged) => `Against “${title}” (${unchanged} unchanged):`,
  same: 'Both frameworks agree in codes, names and maxima.',
  added: (count) => `${count} added`,
  removed: (count) => `${count} removed`,
  renamed: (count) => `${count} renamed`,
  maxChanged: (count) => `${count} with another maximum`,
  moved: (count) => `${count} with another code`,
  before: (name) => `it was “${name}”`,
  action: 'Preview carrying over',
  attach: 'Attach to the file only',
  attachHint:
    'Attached, the sheet stays as it is and is checked against this framework from then on, on any machine.',
  attachLabel: 'Attach the framework to the file',
  label: 'Carry scores over',
};
