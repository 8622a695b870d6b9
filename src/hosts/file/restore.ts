/**
 * Undo. What a change did is found by comparing the book before and after it, so the inverse is exact
 * whatever the change was; it travels as plain data in `restore` changes that only this host reads.
 * Rule: an inverse carries only what differs, so what a person did elsewhere since then stays.
 */
import { HostError } from '../../workbook/host';
import type { Change } from '../../workbook/patch';
import {
  gridSheet,
  rowOf,
  setCell,
  sheetById,
  type Book,
  type Cell,
  type ColumnRun,
  type DefinedName,
  type Sheet,
} from './book';
import { decodeXml, elementText, type XmlElement } from './xml';

type Restore = Extract<Change, { kind: 'restore' }>;

/** The data of each kind of restore; `sheet` of the change says where. */
interface Pieces {
  cells: [row: number, column: number, cell: Cell | null][];
  rows: [row: number, attributes: Readonly<Record<string, string>>][];
  columns: readonly ColumnRun[];
  /** The sheet's XML beside its cells. */
  xml: XmlElement;
  /** A deleted sheet, and its place among the tabs. */
  sheet: {
    index: number;
    sheet: Omit<Sheet, 'rows'>;
    rows: [number, Readonly<Record<string, string>>, [number, Cell][]][];
  };
  names: readonly DefinedName[];
  active: number;
  /** Path → content; null: there was no such part. */
  parts: [path: string, text: string | null][];
}

/** @throws HostError sheetGone */
export function restore(book: Book, change: Restore): void {
  const data = change.data;
  switch (change.what as keyof Pieces) {
    case 'cells':
      for (const [row, column, cell] of data as Pieces['cells'])
        setCell(gridSheet(book, change.sheet), row, column, cell);
      return;
    case 'rows':
      for (const [row, attributes] of data as Pieces['rows'])
        rowOf(gridSheet(book, change.sheet), row).attributes = attributes;
      return;
    case 'columns':
      gridSheet(book, change.sheet).columns = data as Pieces['columns'];
      return;
    case 'xml':
      gridSheet(book, change.sheet).root = data as Pieces['xml'];
      return;
    case 'sheet':
      return restoreSheet(book, data as Pieces['sheet']);
    case 'names':
      book.names = data as Pieces['names'];
      return;
    case 'active':
      if (sheetById(book, data as number)) book.active = data as number;
      return;
    case 'parts':
      for (const [path, text] of data as Pieces['parts']) {
        if (text === null) book.parts.delete(path);
        else book.parts.set(path, new TextEncoder().encode(text));
      }
      return;
    default:
      throw new HostError('unexpected', { detail: `restore ${change.what}` });
  }
}

function restoreSheet(book: Book, { index, sheet, rows }: Pieces['sheet']): void {
  if (book.sheets.some((other) => other.name.toLowerCase() === sheet.name.toLowerCase())) {
    throw new HostError('sheetExists', { sheet: sheet.name });
  }
  const restored = rows.map(
    ([row, attributes, cells]) => [row, { attributes, cells: new Map(cells) }] as const,
  );
  book.sheets.splice(index, 0, { ...sheet, rows: new Map(restored) });
}

/** Brings back a sheet that is in `before` but will be deleted. */
export function restoreOfSheet(before: Book, name: string): Extract<Change, { kind: 'restore' }> {
  const sheet = before.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new HostError('sheetGone', { sheet: name });
  const { rows, ...rest } = sheet;
  const data: Pieces['sheet'] = {
    index: before.sheets.indexOf(sheet),
    sheet: rest,
    rows: [...rows].map(([index, row]) => [index, row.attributes, [...row.cells]]),
  };
  return { kind: 'restore', sheet: name, what: 'sheet', data };
}

/** The changes that turn `after` into `before`; both have the same sheets. */
export function restoreDifferences(before: Book, after: Book): Change[] {
  const changes: Change[] = [];
  const add = <K extends keyof Pieces>(sheet: string, what: K, data: Pieces[K]): void => {
    changes.push({ kind: 'restore', sheet, what, data });
  };
  for (const sheet of before.sheets) {
    const now = sheetById(after, sheet.sheetId);
    if (!now) continue;
    const cells = differingCells(sheet, now);
    if (cells.length > 0) add(sheet.name, 'cells', cells);
    const rows = differingRows(sheet, now);
    if (rows.length > 0) add(sheet.name, 'rows', rows);
    if (!sameRuns(sheet.columns, now.columns)) add(sheet.name, 'columns', sheet.columns);
    if (sheet.root !== now.root && elementText(sheet.root) !== elementText(now.root))
      add(sheet.name, 'xml', sheet.root);
  }
  if (before.names !== after.names && JSON.stringify(before.names) !== JSON.stringify(after.names))
    add('', 'names', before.names);
  if (before.active !== after.active) add('', 'active', before.active);
  const parts = differingParts(before, after);
  if (parts.length > 0) add('', 'parts', parts);
  return changes;
}

function differingCells(before: Sheet, after: Sheet): Pieces['cells'] {
  const found: Pieces['cells'] = [];
  for (const [index, row] of before.rows) {
    const now = after.rows.get(index)?.cells;
    for (const [column, cell] of row.cells)
      if (!sameCell(cell, now?.get(column))) found.push([index, column, cell]);
  }
  for (const [index, row] of after.rows) {
    const was = before.rows.get(index)?.cells;
    for (const column of row.cells.keys()) if (!was?.has(column)) found.push([index, column, null]);
  }
  return found;
}

function sameCell(one: Cell, other: Cell | undefined): boolean {
  return one === other || (other !== undefined && cellKey(one) === cellKey(other));
}

function cellKey(cell: Cell): string {
  return JSON.stringify([
    cell.value,
    cell.formula,
    cell.style,
    cell.rich,
    cell.formulaAttributes,
    cell.carried,
    cell.stale,
  ]);
}

function differingRows(before: Sheet, after: Sheet): Pieces['rows'] {
  const found: Pieces['rows'] = [];
  const empty = {};
  for (const index of new Set([...before.rows.keys(), ...after.rows.keys()])) {
    const was = before.rows.get(index)?.attributes ?? empty;
    const now = after.rows.get(index)?.attributes ?? empty;
    if (was !== now && JSON.stringify(was) !== JSON.stringify(now)) found.push([index, was]);
  }
  return found;
}

function sameRuns(one: readonly ColumnRun[], other: readonly ColumnRun[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function differingParts(before: Book, after: Book): Pieces['parts'] {
  const found: Pieces['parts'] = [];
  for (const path of new Set([...before.parts.keys(), ...after.parts.keys()])) {
    const was = before.parts.get(path);
    if (was !== after.parts.get(path)) found.push([path, was ? decodeXml(was) : null]);
  }
  return found;
}
