/** What a person does to a workbook in Excel, in the field's verbs, for tests to say. */
import { printAddress, readAddress } from './addresses';
import type { BookModel, Source } from './bookModel';
import { enteredContent } from './enteredText';
import { cellsOf, keyOf, type SheetModel } from './sheetModel';
import { shiftSheet } from './shiftSheet';

const locally: Source = { by: 'person' };

/** Types into one cell, as at the keyboard. */
export function type(
  book: BookModel,
  sheetName: string,
  cell: string,
  text: string | number,
): void {
  enter(book, sheetName, cell, text, locally);
}

/** The same edit, made by someone else who has the workbook open. */
export function typeElsewhere(
  book: BookModel,
  sheetName: string,
  cell: string,
  text: string | number,
): void {
  enter(book, sheetName, cell, text, { by: 'remote' });
}

function enter(
  book: BookModel,
  sheetName: string,
  cell: string,
  text: string | number,
  source: Source,
): void {
  const sheet = book.sheet(sheetName);
  const { top: row, left: column } = readAddress(cell);
  const format = String(sheet.format(row, column, 'numberFormat'));
  sheet.setContent(row, column, enteredContent(text, format));
  book.emit({ kind: 'changed', sheet, address: cell, changeType: 'RangeEdited', source });
}

/** Fills a block from a cell on; strings are kept as the text they are, `=…` as a formula. */
export function fill(
  book: BookModel,
  sheetName: string,
  cell: string,
  rows: (string | number | boolean | null)[][],
): void {
  const sheet = book.sheet(sheetName);
  const { top, left } = readAddress(cell);
  rows.forEach((line, r) =>
    line.forEach((value, c) => {
      if (value === null) return;
      const text = typeof value === 'string' && !value.startsWith('=');
      const content = enteredContent(text ? `'${value}` : value, 'General');
      sheet.setContent(top + r, left + c, content);
    }),
  );
}

/** A formula and the value that Excel shows for it. */
export function compute(
  book: BookModel,
  sheetName: string,
  cell: string,
  formula: string,
  value: number | string,
): void {
  const { top, left } = readAddress(cell);
  const kind = typeof value === 'number' ? 'number' : value.startsWith('#') ? 'error' : 'text';
  book.sheet(sheetName).setContent(top, left, { kind, value, formula });
}

export function paint(
  book: BookModel,
  sheetName: string,
  address: string,
  format: Record<string, string | number | boolean>,
): void {
  const sheet = book.sheet(sheetName);
  for (const [row, column] of cellsOf(readAddress(address)))
    for (const [path, value] of Object.entries(format)) {
      if (path === 'fill.color') sheet.setFill(row, column, String(value));
      else sheet.setFormat(row, column, path, value);
    }
}

export function hideRows(sheet: SheetModel, rows: number[], byFilter = false): void {
  for (const row of rows) sheet.hiddenRows.add(row);
  if (byFilter) sheet.filtering = true;
}

export function insertColumn(book: BookModel, sheetName: string, before: number): void {
  const sheet = book.sheet(sheetName);
  shiftSheet(book, sheet, { axis: 'column', at: before, count: 1 });
  const address = printAddress({ top: 0, bottom: 1_048_575, left: before, right: before });
  book.emit({ kind: 'changed', sheet, address, changeType: 'ColumnInserted', source: locally });
}

/** Drags over an area of the sheet; further ones are held with Ctrl. */
export function select(book: BookModel, sheetName: string, address: string, ...more: string[]) {
  book.active = book.sheet(sheetName);
  book.selection = readAddress(address);
  book.alsoSelected = more.map(readAddress);
  book.shapeSelected = false;
}

/** What a cell shows: its value, or null when empty. */
export function shown(book: BookModel, sheetName: string, cell: string): unknown {
  const { top, left } = readAddress(cell);
  return book.sheet(sheetName).contents.get(keyOf(top, left))?.value ?? null;
}

export function formulaOf(book: BookModel, sheetName: string, cell: string): string | null {
  const { top, left } = readAddress(cell);
  return book.sheet(sheetName).contents.get(keyOf(top, left))?.formula ?? null;
}
