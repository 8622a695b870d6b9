/** The command line in English; see the Vietnamese file for what each text is for. */
import type { CliWords } from '../vi/cli';
import { columns } from './pane';

type Params = Readonly<Record<string, string>>;

const lowered = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const of = (params: Params, name: string) => params[name] ?? '';
const after = (words: string, figure: string) => (figure === '' ? '' : words + figure);

export const cliWords: CliWords = {
  help: `Bảng điểm CCHC – score, check and assign remediation by an administrative-reform framework.

Usage:  npm run --silent cchc -- <command> [file] [options]

Commands:
  frameworks [--json]
      List the built-in sample frameworks.
  framework check <file> [--json]
      Check a framework: doubled or skipped codes, missing maxima, sums that disagree. The file is
      .json, .xlsx, .docx, .html, .tsv, or the id of a built-in sample.
  framework convert <file> --out a.json|.html|.tsv|.xlsx [--json]
      Read a framework (.xlsx, .docx, .html, .tsv, .json, the id of a built-in sample) and write it as
      our JSON, or as a clean table: .html for Word, .xlsx, .tsv.
  new --framework <id|file> [--unit "UBND xã …"] [--period "năm 2026"] [--rounds 1|2]
      [--columns assessment,method,declared,evidence,explanation] [--bonus 2] [--penalty 3]
      [--leave-out-survey] --out a.xlsx [--json]
      Make a new score sheet from a framework, with these further columns, with a bonus and a penalty
      of at most so many points, and with the survey part left out of the period.
  upgrade <a.xlsx> --framework <id|file> [--unit …] [--period …] --out b.xlsx [--json]
      Move a filled sheet to a newer framework, on a new sheet; nothing is lost.
  check <a.xlsx|folder>… [--framework <id|file>] [--base 79] [--out summary.xlsx] [--json]
      Check score sheets: every finding, and the sums. A folder stands for every .xlsx beneath it;
      a broken file does not stop the rest. --out writes summary and list as a workbook.
  compare <a.xlsx> [b.xlsx] [--out c.xlsx|c.html] [--json]
      Compare two sheets of one unit (before and after, this period and the last); with one file,
      its first round of appraisal with its second.
  deduct <a.xlsx> [--framework <id|file>] [--base 79] [--live-formulas] --out b.xlsx [--json]
      Fill deductions, sub-totals, total and index as formulas. --live-formulas also replaces typed
      deductions that agree.
  assign <a.xlsx> --out b.xlsx [--json]
      Read the responsible units and insert one remediation column per unit.
  appendix <a.xlsx> --out b.html|b.xlsx [--json]
      Make the appendix of the criteria that lost points.
  minutes <a.xlsx> [--unit "UBND xã …"] [--framework <id|file>] [--base 79] --out b.html|b.xlsx [--json]
      Make minutes of the findings, open or accepted, with room for signatures. As .xlsx: one more
      sheet in a copy of the workbook.

Common options:
  --sheet <name>   work on this sheet only, or on one table of it
  --base <points>  total of the maxima assessed this period, when the sheet holds only a part
  --lang vi|en     language of the messages
  --json           result as JSON
  --help           this page

Exit codes: 0 no errors, 1 errors found in the sheet, 2 unusable input.`,
  argumentProblems: {
    unknownCommand: (params) => `There is no command "${of(params, 'command')}". See --help.`,
    unknownOption: (params) => `The option "${of(params, 'option')}" cannot be used. See --help.`,
    unknownAction: (params) =>
      `The command framework needs check or convert${of(params, 'action') === '' ? '' : ` (found “${of(params, 'action')}”)`}.`,
    noFile: () => 'No file was named. Add its name after the command.',
    oneFile: (params) => `The command ${of(params, 'command')} takes exactly one file.`,
    twoFiles: () => 'The command compare takes two files at most: before and after.',
    noOut: (params) => `The command ${of(params, 'command')} needs --out and a file name.`,
    noFramework: (params) =>
      `The command ${of(params, 'command')} needs --framework and an id (see frameworks) or a file.`,
    badBase: (params) =>
      `The base "${of(params, 'base')}" is not a positive number. Write it as 79 or 79.5.`,
    badRounds: (params) => `The number of rounds "${of(params, 'rounds')}" must be 1 or 2.`,
    badColumns: (params) =>
      `There is no column “${of(params, 'columns')}” to add. Known: ${of(params, 'known')}.`,
    badCeiling: (params) =>
      `--${of(params, 'option')} takes the most that may be given, such as 2 or 0.5; “${of(params, 'typed')}” is none.`,
    outIsInput: () =>
      'The output file is the input file. Choose another name, so that the original is kept.',
    badOutKind: (params) =>
      `The output file "${of(params, 'out')}" must end in ${of(params, 'kinds').replace(', ', ' or ')}.`,
  },
  noTable: (file, reasons) =>
    `No score table was found in "${file}"${reasons === '' ? '' : ` (${reasons})`}.`,
  noTableRemedy:
    'A table needs a header with a criterion column and a max column; where the header is unusual, open the file on the web page or in Excel, point out the columns, save, and run the command again.',
  noUnits: (sheet) =>
    `"${sheet}" has no column of responsible units, or it is blank: no assignment column was inserted.`,
  noSuchSheet: (file, sheet, known) =>
    `"${file}" has no score table on the sheet "${sheet}". Sheets with one: ${known}.`,
  onlyFirst: (file, table, others) =>
    `"${file}" has several score tables; this command takes "${table}" only. The others: ${others} (choose with --sheet).`,
  notRecognised: {
    empty: 'the sheet is empty',
    noHeader: 'no header of a score table',
    noMaxColumn: 'no max column',
    unitList: 'a ranking or summary of units, no score sheet by criteria',
    tcvn3:
      'typed in the old font encoding TCVN3 (.VnTime); convert it to Unicode first, with the converter of Unikey (Ctrl+Shift+F6)',
    vni: 'typed in the old font encoding VNI Windows (VNI-Times); convert it to Unicode first, with the converter of Unikey (Ctrl+Shift+F6)',
    noRows: 'a header without criteria',
  },
  emptyFolder: (folder) => `There is no .xlsx file in the folder "${folder}".`,
  noSecondRound: (file) =>
    `The score table in "${file}" has no second round to compare with the first. Name a second file.`,
  round: (number) => `Round ${number}`,
  noSuchFramework: (id, known) =>
    `There is no framework "${id}". Use one of: ${known}; or the name of a .json, .xlsx, .docx, .html or .tsv file.`,
  badFramework: (file, detail) => `The framework file "${file}" cannot be used: ${detail}`,
  columnRead: (letters, role, isGuess) =>
    `${letters} ${lowered(columns[role])}${isGuess ? ' (a guess)' : ''}`,
  columnsRead: (read, unread) =>
    `Columns read: ${read}${unread === '' ? '' : `; columns of figures not used: ${unread}`}`,
  summaryLine: (params) =>
    `${of(params, 'leaves')} leaves · max ${of(params, 'max')} · self ${of(params, 'self')} · appraised ${of(params, 'appraised')} · deduction ${of(params, 'deduction')}${after(' · bonus and penalty ', of(params, 'outside'))} · base ${of(params, 'base')} · index ${of(params, 'index')}`,
  areaLine: (params) =>
    `  Area ${of(params, 'code')}${of(params, 'name')}: max ${of(params, 'max')}, self ${of(params, 'self')}, appraised ${of(params, 'appraised')}, deduction ${of(params, 'deduction')}, completion ${of(params, 'completion')}`,
  unknown: 'unknown',
  needsBase:
    'The sheet holds only a part of the framework: add --base and the total of the maxima assessed this period.',
  noFindings: 'Nothing to look at.',
  findingCount: (params) =>
    `${of(params, 'errors')} errors, ${of(params, 'warnings')} warnings, ${of(params, 'infos')} notes:`,
  severity: { error: 'ERROR', warning: 'WARNING', info: 'NOTE' },
  accepted: (reason) => `(Seen, accepted: ${reason})`,
  notChecked: 'could not be checked (the reason is given below)',
  kindLine: (params) =>
    `  [${of(params, 'severity')}] ${of(params, 'title')}: ${of(params, 'findings')}, in ${of(params, 'files')} file(s)`,
  manyTotals: (params) =>
    `${of(params, 'files')} files, ${of(params, 'tables')} score tables; ${of(params, 'problems')} files could not be checked; ${of(params, 'errors')} errors, ${of(params, 'warnings')} warnings, ${of(params, 'infos')} notes.`,
  written: (out) => `Written: ${out}`,
  upgraded: (params) =>
    `${of(params, 'carried')} criteria were carried over to the sheet “${of(params, 'sheet')}”; the old sheet stays.`,
  maxChanged: (codes) =>
    `The max changed at: ${codes}. Look at the scores of these criteria again.`,
  unplaced: (criterion) => `Not in the new framework, kept beneath the table: ${criterion}`,
  frameworkHead: (params, mark) =>
    `${of(params, 'id')} – ${of(params, 'title')}: ${of(params, 'areas')} areas, ${of(params, 'leaves')} scored criteria (${of(params, 'rows')} rows), ${of(params, 'total').replace('.', mark)} points in all.`,
  noFrameworkProblems: 'Nothing to look at in the framework.',
  unitLine: (params) =>
    `  ${of(params, 'name')}: ${of(params, 'criteria')} criteria, ${of(params, 'points')} points (lead ${of(params, 'lead')}, support ${of(params, 'support')}, monitor ${of(params, 'monitor')}, implement ${of(params, 'implement')})`,
  minutesLine: (params) =>
    `Minutes: ${of(params, 'open')} open, ${of(params, 'accepted')} accepted, ${of(params, 'lapsed')} lapsed since the cell changed.`,
  appendixRows: (count) => `The appendix has ${count} criteria that lost points.`,
  frameworkLine: (params) =>
    `${of(params, 'id')}\n  ${of(params, 'title')}${of(params, 'decision')}\n  ${of(params, 'note')}`,
};
