/** What a person reads when a host could not do it, in English; typed by the Vietnamese file. */
import type { hostMessages as vietnamese } from '../vi/host';

type Params = Readonly<Record<string, string>>;

const named = (params: Params) => (params['name'] ? `The file “${params['name']}”` : 'This file');
const sheet = (params: Params) => `The sheet “${params['sheet'] ?? '?'}”`;

export const hostMessages: typeof vietnamese = {
  changedMeanwhile: (params) =>
    params['what'] === 'memory'
      ? 'Somebody has just changed the very thing that this workbook was to remember (framework, base, meaning of columns or an accepted finding). Nothing was changed; check again, then retry.'
      : params['what'] === 'shape'
        ? `Somebody has just added or removed rows or columns of the sheet “${params['sheet'] ?? '?'}”. Nothing was changed; preview again, then go on.`
        : `Cell ${params['cell'] ?? '?'} of the sheet “${params['sheet'] ?? '?'}” was edited after the preview. Nothing was changed; preview again, then go on.`,
  sheetGone: (params) =>
    `${sheet(params)} is no longer in the workbook: it may have been deleted or renamed. Choose the sheet again, then retry.`,
  sheetExists: (params) =>
    `${sheet(params)} already exists in the workbook. Rename the old sheet or choose another name.`,
  sheetProtected: (params) =>
    `${sheet(params)} is protected and cannot be written. Remove its protection in Excel (Review tab), then retry.`,
  workbookProtected: () =>
    'The structure of the workbook is protected, so no sheet can be added or deleted. Remove the protection in Excel (Review tab), then retry.',
  cellEditing: () =>
    'A cell is still being edited. Press Enter to finish (or Esc to leave it), then retry.',
  tooLarge: (params) =>
    `${named(params)} exceeds the limit of ${params['limit'] ?? ''}. Split its sheets, or remove pictures and unused areas, then open it again.`,
  textTooLong: (params) =>
    `What was to be written into cell ${params['cell'] ?? '?'} of the sheet “${params['sheet'] ?? '?'}” has ${params['length'] ?? '?'} characters; a cell holds ${params['limit'] ?? ''}. Nothing was changed; shorten or split the text in the cells it comes from, then retry.`,
  insideTable: (params) =>
    `${sheet(params)} has an Excel table, “${params['table'] ?? '?'}”, where cells are to be merged; Excel merges no cells in a table. Nothing was changed; turn the table into a plain range (Table Design tab, Convert to Range), then retry.`,
  notXlsx: (params) =>
    `${named(params)} is no .xlsx workbook (what is inside is of another kind). Open it with the program that made it, save it as “Excel Workbook (.xlsx)”, then choose it again.`,
  oldXls: (params) =>
    `${named(params)} is in the old .xls format, which cannot be read here. Open it with Excel or LibreOffice, save it as .xlsx, then choose it again.`,
  encrypted: (params) =>
    `${named(params)} is locked with a password and cannot be read. Remove the password in Excel (File, Info, Protect Workbook), save it, then choose it again.`,
  damaged: (params) =>
    `${named(params)} is damaged or incomplete. Try to repair it by opening it in Excel, or ask the sender for the original again.`,
  zipBomb: (params) =>
    `${named(params)} unpacks to an abnormal size and was not opened, to protect your machine. Ask the sender for the file again.`,
  tooOld: () =>
    'This version of Excel is too old to run the add-in. Use Excel 2021 or later, Microsoft 365, or the web page that needs no Excel.',
  halfDone: (params) =>
    `The change stopped midway and Excel would not put everything back${params['detail'] ? ` (${params['detail']})` : ''}. Close the workbook without saving and open it again, or check the cells just written.`,
  unreadable: (params) =>
    `${params['name'] ? `The file “${params['name']}”` : 'The file'} could not be read. Check that it is still there and that you may read it, then choose it again.`,
  cannotWrite: (params) =>
    `${params['name'] ? `The file “${params['name']}”` : 'The file'} could not be written. Check the free space and your right to write in the folder, or save under another name.`,
  cannotShow: (params) =>
    `${params['name'] ? `The file “${params['name']}”` : 'The file'} could be read, but this page cannot show it; the open workbook is as it was. Open the file in Excel, save it and choose it again, or tell your administrator.`,
  unexpected: (params) =>
    `Something unexpected went wrong${params['detail'] ? ` (${params['detail']})` : ''}. Your data is as it was before; try again, and tell your administrator if it happens again.`,
};
