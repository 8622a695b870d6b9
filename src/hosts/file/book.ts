/**
 * A workbook file in memory. What the product understands of a sheet (its cells, rows, columns) is
 * data; the rest of the sheet stays the XML it came as, and parts that nobody edits stay the very
 * bytes. So what is not understood survives. Rule: cells, columns and XML elements are replaced, never
 * changed in place, so that a draft may share them with the book it was copied from.
 */
import { sheetPrefix } from '../../workbook/formulaText';
import { HostError } from '../../workbook/host';
import type { CellValue, SheetSnapshot } from '../../workbook/snapshot';
import type { StyleTable } from './styles';
import type { XmlElement } from './xml';

export interface Cell {
  readonly value: CellValue;
  /** Without "="; null for a constant. */
  readonly formula: string | null;
  /** Index into the style table. */
  readonly style: number;
  /** A text in several fonts: the children of its `<si>`; its plain text is `value`. */
  readonly rich?: XmlElement['children'];
  /** What a formula's `<f>` says besides its text: array and data-table formulas. */
  readonly formulaAttributes?: Readonly<Record<string, string>>;
  /** Attributes of `<c>` that are carried along: metadata of dynamic arrays. */
  readonly carried?: Readonly<Record<string, string>>;
  /** The value is missing, or older than what the formula refers to. */
  readonly stale?: true;
}

export interface Row {
  /** Of `<row>`, without `r` and `spans`. */
  attributes: Readonly<Record<string, string>>;
  /** By column, zero-based. */
  cells: Map<number, Cell>;
}

/** A run of columns; zero-based, both ends included. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  /** Of `<col>`, without `min` and `max`. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Sheet {
  name: string;
  /** The file's own number of the sheet; never used twice in a session. */
  readonly sheetId: number;
  /** Attributes of `<sheet>` in the workbook part besides name, id, state and relation. */
  readonly attributes: Readonly<Record<string, string>>;
  state: SheetSnapshot['visibility'];
  readonly path: string;
  /** Chart sheets and the like: nothing to read in them, kept as they are. */
  readonly isGrid: boolean;
  /** By row, zero-based. */
  rows: Map<number, Row>;
  columns: readonly ColumnRun[];
  /** `<worksheet>` with all its children, except that `sheetData` and `cols` are left out. */
  root: XmlElement;
}

export interface DefinedName {
  readonly name: string;
  /** `sheetId` of the sheet it belongs to; null: the workbook. */
  readonly sheetId: number | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A part besides workbook, sheets, styles and texts: as it came, or as it was rewritten. */
export type Part = Uint8Array;

export interface Book {
  workbookPath: string;
  /** `<workbook>` without `sheets` and `definedNames`. */
  root: XmlElement;
  sheets: Sheet[];
  names: readonly DefinedName[];
  /** `sheetId` of the active sheet. */
  active: number;
  /** By path. */
  parts: Map<string, Part>;
  /** Grows only; what a draft adds and then drops does no harm. */
  readonly styles: StyleTable;
  /** Shared by all drafts. */
  readonly counter: { lastSheetId: number };
}

/** A book to change: sheets are copied, what is in them is shared. */
export function draftOf(book: Book): Book {
  return { ...book, sheets: book.sheets.map(copySheet), parts: new Map(book.parts) };
}

function copySheet(sheet: Sheet): Sheet {
  const rows = new Map<number, Row>();
  for (const [index, row] of sheet.rows)
    rows.set(index, { attributes: row.attributes, cells: new Map(row.cells) });
  return { ...sheet, rows };
}

/** Names of sheets differ by more than case. @throws HostError sheetGone */
export function gridSheet(book: Book, name: string): Sheet {
  const sheet = findSheet(book, name);
  if (!sheet?.isGrid) throw new HostError('sheetGone', { sheet: name });
  return sheet;
}

export function findSheet(book: Book, name: string): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.name === name);
}

export function sheetById(book: Book, sheetId: number | null): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.sheetId === sheetId);
}

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.cells.get(column);
}

export function setCell(sheet: Sheet, row: number, column: number, cell: Cell | null): void {
  const held = sheet.rows.get(row);
  if (cell === null) held?.cells.delete(column);
  else rowOf(sheet, row).cells.set(column, cell);
}

/** The row, made when there is none. */
export function rowOf(sheet: Sheet, index: number): Row {
  let row = sheet.rows.get(index);
  if (!row) sheet.rows.set(index, (row = { attributes: {}, cells: new Map() }));
  return row;
}

/** The cell without the mark that its value is out of date. */
export function settled(cell: Cell): Cell {
  const copy: { -readonly [K in keyof Cell]: Cell[K] } = { ...cell };
  delete copy.stale;
  return copy;
}

/** The style that an empty place has: its row's, else its column's. */
export function inheritedStyle(sheet: Sheet, row: number, column: number): number {
  const attributes = sheet.rows.get(row)?.attributes;
  if (attributes && attributes['s'] !== undefined) return Number(attributes['s']);
  const run = sheet.columns.find(
    (candidate) => candidate.first <= column && candidate.last >= column,
  );
  return Number(run?.attributes['style'] ?? 0);
}

export function styleAt(sheet: Sheet, row: number, column: number): number {
  return cellAt(sheet, row, column)?.style ?? inheritedStyle(sheet, row, column);
}

/** The attributes of columns `first` to `last` changed; the runs around them keep theirs. */
export function withColumns(
  columns: readonly ColumnRun[],
  first: number,
  last: number,
  change: (attributes: ColumnRun['attributes']) => ColumnRun['attributes'],
): ColumnRun[] {
  const result: ColumnRun[] = [];
  let next = first;
  for (const run of columns) {
    if (run.last < first || run.first > last) {
      result.push(run);
      continue;
    }
    const [from, to] = [Math.max(run.first, first), Math.min(run.last, last)];
    if (run.first < first) result.push({ ...run, last: first - 1 });
    if (next < from) result.push({ first: next, last: from - 1, attributes: change({}) });
    result.push({ first: from, last: to, attributes: change(run.attributes) });
    if (run.last > last) result.push({ ...run, first: last + 1 });
    next = to + 1;
  }
  if (next <= last) result.push({ first: next, last, attributes: change({}) });
  return result
    .filter((run) => Object.keys(run.attributes).length > 0)
    .sort((one, other) => one.first - other.first);
}

/** "'Bảng điểm'!" + reference, as names and print ranges are written. */
export function onSheet(sheet: string, reference: string): string {
  return sheetPrefix(sheet) + reference;
}

/** One past the last row and column that hold a cell. */
export function extent(sheet: Sheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [index, row] of sheet.rows) {
    if (row.cells.size === 0) continue;
    rows = Math.max(rows, index + 1);
    for (const column of row.cells.keys()) if (column >= columns) columns = column + 1;
  }
  return { rows, columns };
}
