/** English wording of `vi/framework.ts`; see there. */
import type * as vietnamese from '../vi/framework';
import type { FrameworkFileProblemCode } from '../../usecases/frameworks';

type Params = Readonly<Record<string, string>>;

const of = (params: Params, name: string) => params[name] ?? '?';
const brief = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);
const row = (params: Params) => {
  const name = params['name'] ? ` “${brief(params['name'])}”` : '';
  return params['at'] ? `Code ${params['at']}${name}` : `The row${name}`;
};
const file = (params: Params) => (params['name'] ? `The file “${params['name']}”` : 'This content');
const kinds: Readonly<Record<string, string>> = {
  pdf: 'a PDF file',
  rtf: 'an RTF file',
  picture: 'a picture',
  html: 'a web page',
  json: 'a JSON file',
  text: 'a plain text file',
};

export const frameworkFileProblems: typeof vietnamese.frameworkFileProblems = {
  empty: () => 'The framework file is empty. Choose another file.',
  tooLarge: (_, params) =>
    `The framework file is larger than ${of(params, 'limit')}. Check that it is the right file.`,
  notJson: () =>
    'The file is not valid JSON (it may be cut off or half edited). Export the framework again.',
  notFramework: () =>
    'This JSON is not a framework: it has no “areas”. Choose a file that this program exported.',
  missing: (path) => `“${path}” is missing. Add it to the file and load it again.`,
  wrongType: (path, params) =>
    `“${path}” must be ${of(params, 'expected')}, but is ${of(params, 'found')}. Correct the file and load it again.`,
  badPoints: (path, params) =>
    `The points at “${path}” are ${of(params, 'found')}, which cannot be read. Write them in quotes with a dot and at most 4 decimals, such as "0.5".`,
  badValue: (path, params) =>
    `The value ${of(params, 'found')} at “${path}” cannot be used. Valid: ${of(params, 'expected')}.`,
  tooLong: (path, params) =>
    `“${path}” is too long or too many (limit ${of(params, 'limit')}). Shorten it and load again.`,
  unexpected: (path, params) =>
    `“${path}” does not fit (${of(params, 'detail')}). Compare it with the description of framework files.`,
};

const fromFile = (code: FrameworkFileProblemCode) => (params: Params) =>
  frameworkFileProblems[code](params['path'] ?? '', params);

export const importMessages: typeof vietnamese.importMessages = {
  empty: fromFile('empty'),
  tooLarge: fromFile('tooLarge'),
  notJson: fromFile('notJson'),
  notFramework: fromFile('notFramework'),
  missing: fromFile('missing'),
  wrongType: fromFile('wrongType'),
  badPoints: fromFile('badPoints'),
  badValue: fromFile('badValue'),
  tooLong: fromFile('tooLong'),
  unexpected: fromFile('unexpected'),
  emptySource: () =>
    'There is nothing to read. Copy the table of criteria in Word or Excel (Ctrl+C) and paste it again.',
  noTable: () => 'There is only text, no table. Select the table of criteria itself and copy it.',
  pictureOnly: () =>
    'This is a picture of a table, so its words cannot be read. Use the Word or Excel version.',
  sourceTooLarge: (params) =>
    `${file(params)} is larger than ${of(params, 'limit')}. Put the table of criteria into a file of its own.`,
  sourceTooManyRows: (params) =>
    `The table has ${of(params, 'count')} rows; the limit is ${of(params, 'limit')}. Select the table of criteria only.`,
  oldWord: () =>
    'A .doc of Word 97–2003 cannot be read. Open it in Word or LibreOffice and save it as .docx.',
  encryptedFile: () =>
    'The file is protected by a password. Remove the password, save it and choose it again.',
  wrongKind: (params) =>
    `This is ${kinds[of(params, 'kind')] ?? 'another kind of file'}, not a Word .docx. Use .docx, .xlsx, .html, .tsv or .json.`,
  workbookFile: () => 'This is an Excel workbook. Open it as an .xlsx and choose the sheet.',
  damagedFile: () =>
    'The file is damaged or incomplete. Open and save it in Word, or ask for the original again.',
  hugeInside: () =>
    'The file unpacks to an unusual size and was not opened, to protect your machine. Ask the sender again.',
  emptyTable: () => 'The table holds no words. Choose a table with criteria.',
  tooManyRows: (params) =>
    `The table has ${of(params, 'count')} rows; the limit is ${of(params, 'limit')}. Select the table of criteria only.`,
  notCriteria: () =>
    'No table of criteria was recognised: it needs a column of names and one of maximum points. Include the header row.',
  noSelection: () =>
    'A picture or a chart is selected, not cells. Drag over the table of criteria, then read again.',
  manyAreas: (params) =>
    `${of(params, 'count')} areas apart are selected. Select one: drag from the first to the last cell of the table.`,
  loneCell: (params) =>
    `One cell is selected (${of(params, 'cell')}) and no table stands around it. Click a cell of the table, or drag over all of it.`,
  noNodes: () => 'Only a header was found, with no criteria beneath it. Select the whole table.',
};

export const readingMessages: typeof vietnamese.readingMessages = {
  emptyTable: importMessages.emptyTable,
  tooManyRows: importMessages.tooManyRows,
  notCriteria: importMessages.notCriteria,
  noNodes: importMessages.noNodes,
  oldEncoding: (params) =>
    `It is typed in the old font encoding ${of(params, 'encoding') === 'vni' ? 'VNI Windows (VNI-Times)' : 'TCVN3 (.VnTime)'}. Convert it to Unicode with the converter of Unikey (Ctrl+Shift+F6), then read it again.`,
  noHeader: () =>
    'The table has no header; columns were guessed from their content. Check code, name and points.',
  noMaxColumn: () =>
    'No column of maximum points was found. Choose the column, or enter the points row by row.',
  severalMaxColumns: (params) =>
    `Several columns are maxima; ${of(params, 'taken')} was taken, beside ${of(params, 'others')}. Choose again under “Columns are taken as…” if that is wrong.`,
  codeRepaired: (params) =>
    `Code “${of(params, 'from')}” was read as ${of(params, 'to')} (a spreadsheet lost a nought or changed a mark). Correct it if wrong.`,
  dateCode: (params) =>
    `Code “${of(params, 'from')}” is a date that a spreadsheet made of it; read as ${of(params, 'to')}. Correct it if wrong.`,
  maxUnreadable: (params) =>
    `The maximum “${of(params, 'text')}” is not a number. Enter the points of this row.`,
  maxNegative: (params) =>
    `The maximum “${of(params, 'text')}” is negative. If it is a penalty, leave the row out of the scale.`,
  maxAmbiguous: (params) =>
    `The maximum “${of(params, 'text')}” has two readings; ${of(params, 'taken')} was taken. Correct it if wrong.`,
  impliedArea: (params) =>
    `Area ${of(params, 'area')} has no row; it was made from code ${of(params, 'code')}, without name and points. Add them if known.`,
  levelJump: (params) =>
    `${row({ ...params, at: params['code'] ?? '' })} stands two levels below what is above it, or has nothing above it. Check its level.`,
  codesGiven: (params) =>
    `${of(params, 'count')} rows without a code were numbered. Correct them if the decision has codes.`,
  maybeSurvey: (params) =>
    `${row({ ...params, at: params['code'] ?? '' })} seems to be points from a survey. If so, mark it.`,
  totalMismatch: (params) =>
    `The row “${of(params, 'text')}” says ${of(params, 'declared')} points, but the areas above it make ${of(params, 'found')}. Check the areas.`,
  unreadRows: (params) =>
    `${of(params, 'count')} rows were not understood as criteria and are listed to look through.`,
};

export const unreadReasons: typeof vietnamese.unreadReasons = {
  otherTable: 'belongs to another table',
  afterTable: 'stands after the end of the table',
  noName: 'figures only, no name',
};

export const frameworkMessages: typeof vietnamese.frameworkMessages = {
  duplicateCode: (params) =>
    `${row(params)} has the same code as “${brief(of(params, 'first'))}”. Change one of the two.`,
  skippedCode: (params) =>
    `${row(params)}: ${of(params, 'expected')} is missing before it. Add the row or correct the code.`,
  mangledCode: (params) =>
    `${row(params)}: a spreadsheet changed this code, likely from ${of(params, 'proposed')}. Accept the fix or enter the code.`,
  strangeCode: (params) =>
    `${row(params)}: the code follows no known numbering (1.1, I, A, a). Correct it, or keep it if the decision says so.`,
  misplacedCode: (params) =>
    `${row(params)} stands under ${of(params, 'parent')}, where its code does not belong. Correct the code or move the row.`,
  levelJump: (params) =>
    `${row(params)} stands directly under ${of(params, 'parent')}; a level is missing. Add the criterion if the decision has it.`,
  outsideUnnamed: (params) =>
    `${row(params)} has a rule for bonus or penalty outside the scale, which its name does not say. The score sheet will say “${brief(of(params, 'named'))}”; correct the name, or the rule if it is part of the scale.`,
  missingName: (params) => `Code ${of(params, 'at')} has no name. Add it from the decision.`,
  missingMax: (params) =>
    `${row(params)} has no maximum. Add it from the decision; without it no deduction can be computed.`,
  childrenExceed: (params) =>
    `${row(params)}: its children make ${of(params, 'sum')} points, more than its maximum ${of(params, 'max')}. Correct one of them.`,
  sumMismatch: (params) =>
    `${row(params)}: maximum ${of(params, 'max')} differs from the sum of its children ${of(params, 'sum')}. Correct it, or mark the framework as partial.`,
  unlistedRemainder: (params) =>
    `${row(params)}: maximum ${of(params, 'max')}, children known ${of(params, 'sum')}; ${of(params, 'remainder')} points are not listed.`,
  totalMismatch: (params) =>
    `The stated total ${of(params, 'declared')} differs from the sum of the areas ${of(params, 'sum')}. Check the areas.`,
};

export const frameworkTableWords: vietnamese.FrameworkTableWords = {
  code: 'Code',
  name: 'Area / criterion / subcriterion',
  max: 'Maximum',
  method: 'Scoring',
  evidence: 'Evidence',
  responsible: 'Responsible unit',
  total: 'Total',
  issuedWith: (decision, issuer) => `(With ${decision}${issuer === '' ? '' : ` of ${issuer}`})`,
};
