/** Sheets that come and go. */
import { dropSheet } from '../../workbook/formulaText';
import { HostError } from '../../workbook/host';
import type { Change } from '../../workbook/patch';
import { findSheet, type Book } from './book';
import { rewriteFormulas } from './rewriteFormulas';
import { childElement, element, isOn } from './xml';

/** @throws HostError sheetExists, workbookProtected */
export function addSheet(book: Book, change: Extract<Change, { kind: 'newSheet' }>): void {
  refuseLocked(book);
  if (book.sheets.some((sheet) => sheet.name.toLowerCase() === change.sheet.toLowerCase()))
    throw new HostError('sheetExists', { sheet: change.sheet });
  // Numbers of deleted sheets are not given again: undo may bring them back.
  const sheetId = ++book.counter.lastSheetId;
  const folder = book.workbookPath.slice(0, book.workbookPath.lastIndexOf('/') + 1);
  const taken = new Set([...book.parts.keys(), ...book.sheets.map((sheet) => sheet.path)]);
  let number = sheetId;
  while (taken.has(`${folder}worksheets/sheet${number}.xml`)) number++;
  book.sheets.push({
    name: change.sheet,
    sheetId,
    attributes: {},
    state: change.visibility,
    path: `${folder}worksheets/sheet${number}.xml`,
    isGrid: true,
    rows: new Map(),
    columns: [],
    root: element('worksheet', namespaces(book)),
  });
  if (change.activate) book.active = sheetId;
}

/** @throws HostError sheetGone, workbookProtected; unexpected when it is the last one that people see */
export function deleteSheet(book: Book, name: string): void {
  refuseLocked(book);
  const sheet = findSheet(book, name);
  if (!sheet) throw new HostError('sheetGone', { sheet: name });
  const index = book.sheets.indexOf(sheet);
  book.sheets.splice(index, 1);
  const visible = book.sheets.filter((other) => other.state === 'visible');
  if (visible.length === 0)
    throw new HostError('unexpected', { detail: `last visible sheet: ${name}` });
  if (book.active === sheet.sheetId) {
    const neighbour =
      visible.find((other) => book.sheets.indexOf(other) >= index) ?? visible.at(-1);
    book.active = neighbour?.sheetId ?? book.active;
  }
  book.names = book.names.filter((other) => other.sheetId !== sheet.sheetId);
  rewriteFormulas(book, (formula) => dropSheet(formula, name));
}

function refuseLocked(book: Book): void {
  if (isOn(childElement(book.root, 'workbookProtection')?.attributes['lockStructure'])) {
    throw new HostError('workbookProtected');
  }
}

/** The vocabularies that the workbook part itself uses. */
function namespaces(book: Book): Record<string, string> {
  const { attributes } = book.root;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = attributes['xmlns:r'];
  return {
    xmlns: attributes['xmlns'] ?? main,
    ...(relations === undefined ? {} : { 'xmlns:r': relations }),
  };
}
