/** The command line in English; see the Vietnamese file for what each text is for. */
import type { CliWords } from '../vi/cli';

type Params = Readonly<Record<string, string>>;

const of = (params: Params, name: string) => params[name] ?? '';

export const cliWords: CliWords = {
  help: `Bảng điểm CCHC – score, check and assign remediation by an administrative-reform framework.

Usage:  npm run --silent cchc -- <command> [file] [options]

Commands:
  frameworks [--json]
      List the built-in sample frameworks.
  new --framework <id|file.json> [--unit "UBND xã …"] [--period "năm 2026"] [--rounds 1|2] --out a.xlsx
      Make a new score sheet from a framework.
  check <a.xlsx>… [--framework <id|file.json>] [--base 79] [--json]
      Check score sheets: every finding, and the sums.
  deduct <a.xlsx> [--base 79] [--live-formulas] --out b.xlsx [--json]
      Fill deductions, sub-totals, total and index as formulas.
  assign <a.xlsx> --out b.xlsx [--json]
      Read the responsible units and insert one remediation column per unit.
  appendix <a.xlsx> --out b.html|b.xlsx [--json]
      Make the appendix of the criteria that lost points.

Common options:
  --sheet <name>   work on this sheet only
  --base <points>  total of the maxima assessed this period, when the sheet holds only a part
  --lang vi|en     language of the messages
  --json           result as JSON
  --help           this page

Exit codes: 0 no errors, 1 errors found in the sheet, 2 unusable input.`,
  argumentProblems: {
    unknownCommand: (params) => `There is no command "${of(params, 'command')}". See --help.`,
    unknownOption: (params) => `The option "${of(params, 'option')}" cannot be used. See --help.`,
    noFile: () => 'No .xlsx file was named. Add its name after the command.',
    oneFile: (params) => `The command ${of(params, 'command')} takes exactly one file.`,
    noOut: (params) => `The command ${of(params, 'command')} needs --out and a file name.`,
    noFramework: () =>
      'The command new needs --framework and an id (see frameworks) or a .json file.',
    badBase: (params) =>
      `The base "${of(params, 'base')}" is not a positive number. Write it as 79 or 79.5.`,
    badRounds: (params) => `The number of rounds "${of(params, 'rounds')}" must be 1 or 2.`,
    outIsInput: () =>
      'The output file is the input file. Choose another name, so that the original is kept.',
    badOutKind: (params) =>
      `The output file "${of(params, 'out')}" must end in ${of(params, 'command') === 'appendix' ? '.html or .xlsx' : '.xlsx'}.`,
  },
  noTable: (file, reasons) =>
    `No score table was found in "${file}"${reasons === '' ? '' : ` (${reasons})`}. A table needs a header with a criterion column and a max column.`,
  noSuchSheet: (file, sheet, known) =>
    `"${file}" has no score table on the sheet "${sheet}". Sheets with one: ${known}.`,
  notRecognised: {
    empty: 'the sheet is empty',
    noHeader: 'no header of a score table',
    noMaxColumn: 'no max column',
    noRows: 'a header without criteria',
  },
  noSuchFramework: (id, known) =>
    `There is no framework "${id}". Use one of: ${known}; or the name of a .json file.`,
  badFramework: (file, detail) => `The framework file "${file}" cannot be used: ${detail}`,
  summaryLine: (params) =>
    `${of(params, 'leaves')} leaves · max ${of(params, 'max')} · self ${of(params, 'self')} · appraised ${of(params, 'appraised')} · deduction ${of(params, 'deduction')} · base ${of(params, 'base')} · index ${of(params, 'index')}`,
  areaLine: (params) =>
    `  Area ${of(params, 'code')}${of(params, 'name')}: max ${of(params, 'max')}, self ${of(params, 'self')}, appraised ${of(params, 'appraised')}, deduction ${of(params, 'deduction')}, completion ${of(params, 'completion')}`,
  unknown: 'unknown',
  needsBase:
    'The sheet holds only a part of the framework: add --base and the total of the maxima assessed this period.',
  noFindings: 'Nothing to look at.',
  findingCount: (params) =>
    `${of(params, 'errors')} errors, ${of(params, 'warnings')} warnings, ${of(params, 'infos')} notes:`,
  severity: { error: 'ERROR', warning: 'WARNING', info: 'NOTE' },
  written: (out) => `Written: ${out}`,
  unitLine: (params) =>
    `  ${of(params, 'name')}: ${of(params, 'criteria')} criteria, ${of(params, 'points')} points (lead ${of(params, 'lead')}, support ${of(params, 'support')}, monitor ${of(params, 'monitor')}, implement ${of(params, 'implement')})`,
  appendixRows: (count) => `The appendix has ${count} criteria that lost points.`,
  frameworkLine: (params) =>
    `${of(params, 'id')}\n  ${of(params, 'title')}${of(params, 'decision')}\n  ${of(params, 'note')}`,
};
