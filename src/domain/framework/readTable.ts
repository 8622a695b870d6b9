/**
 * Reads a framework from tables, whatever they come from: several tables that page breaks cut apart are
 * one, repeated headers fall away, and every row says what it was understood as. Pure, linear in cells.
 */
import type { ColumnRole } from '../scoring/scoreSheet';
import { oldEncodingOf } from '../text/oldEncoding';
import { draftOf } from './draft';
import { readHead } from './frameworkHead';
import type { ColumnReading, FrameworkReading, ReadingProblem, RowReading } from './reading';
import { spreadTable, type Grid, type SourceTable } from './sourceTable';
import { settleRows } from './settleRows';
import { plainRow, readBody, type RawRow } from './tableBody';
import { chooseColumns, headerByChoice, type ColumnChoices } from './columnChoices';
import { findHeader, guessColumns, otherMaxima, type TableHeader } from './tableHeader';

/** Fifty times the largest framework in use. */
export const MOST_ROWS = 20_000;

export interface ReadTableOptions {
  columns?: ColumnChoices;
  /** Lines that stand outside the tables (title, decision), for the head. */
  lines?: readonly string[];
  /** The year where none is named. */
  year: number;
}

/** @returns the reading; problems instead of exceptions, whatever the tables hold */
export function readFrameworkTables(
  tables: readonly SourceTable[],
  options: ReadTableOptions,
): FrameworkReading {
  const count = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const head = (lines: readonly string[]) =>
    readHead([...(options.lines ?? []), ...lines], options.year);
  if (count > MOST_ROWS)
    return nothing(head([]), 'tooManyRows', { count: String(count), limit: String(MOST_ROWS) });
  const grids = tables.map(spreadTable);
  if (grids.every((grid) => grid.every((row) => row.every((cell) => cell.text === ''))))
    return nothing(head([]), 'emptyTable');
  const { rows, columns, main, problems } = readGrids(grids, options.columns ?? {});
  const hasMax = columns.some((column) => column.role === 'max');
  const settled = settleRows(rows, hasMax);
  const titles = rows.filter((raw) => raw.kind === 'title');
  const clean = rows.map(withoutScaffold);
  const source = { columns, main, head: head(titles.map((raw) => firstText(raw))) };
  return assemble(clean, source, [...oldLetters(grids), ...problems, ...settled]);
}

/** Where the words are in another encoding, whatever else is said of the table follows from it. */
function oldLetters(grids: readonly Grid[]): ReadingProblem[] {
  const encoding = oldEncodingOf(grids.flat(2).map(({ text }) => text));
  return encoding ? [{ code: 'oldEncoding', row: null, params: { encoding } }] : [];
}

/** Makes draft and problems from the rows: after reading, and again after each edit. */
export function assemble(
  rows: RowReading[],
  { columns, main, head }: Pick<FrameworkReading, 'columns' | 'main' | 'head'>,
  fixed: readonly ReadingProblem[],
): FrameworkReading {
  const { draft, problems } = draftOf(rows, head);
  const unread = rows.filter((row) => row.kind === 'unread').length;
  const more: ReadingProblem[] = [];
  if (draft === null && !fixed.some(isFatal)) more.push({ code: 'noNodes', row: null, params: {} });
  if (unread > 0) more.push({ code: 'unreadRows', row: null, params: { count: String(unread) } });
  return { rows, columns, main, head, draft, problems: [...fixed, ...problems, ...more] };
}

function isFatal(problem: ReadingProblem): boolean {
  return ['emptyTable', 'tooManyRows', 'notCriteria'].includes(problem.code);
}

function nothing(
  head: FrameworkReading['head'],
  code: ReadingProblem['code'],
  params: Record<string, string> = {},
): FrameworkReading {
  const problems = [{ code, row: null, params }];
  return { rows: [], columns: [], main: 0, head, draft: null, problems };
}

/**
 * The first table with a header sets the columns; later ones without a header but of the same width go
 * on with them; others are none of criteria, and are kept as unread.
 */
function readGrids(grids: readonly Grid[], chosen: ColumnChoices) {
  const rows: RawRow[] = [];
  const columns: ColumnReading[] = [];
  const problems: ReadingProblem[] = [];
  const found = grids.map(findHeader);
  const anyHeader = found.some((header) => header?.columns.max !== undefined);
  const main = mainTable(grids, found);
  const follows = (grid: Grid) => widthOf(grid) === widthOf(grids[main]);
  let current: TableHeader | null = null;
  grids.forEach((grid, table) => {
    const read = headerFor(grid, found[table] ?? null, current, anyHeader);
    const guessed = read === null || (isWithoutHeader(read) && current === null);
    const header = (guessed && table === main ? headerByChoice(grid, chosen) : null) ?? read;
    if (!header) {
      grid.forEach((cells, row) => rows.push(otherRow(cells, table, row, current === null)));
      if (table === main) columns.push(...describeColumns(grid, plainHeader(grid), table));
      return;
    }
    const settled: TableHeader = follows(grid) ? chooseColumns(grid, header, chosen) : header;
    if (isWithoutHeader(header) && current === null)
      problems.push({ code: 'noHeader', row: null, params: {} });
    if (table === main && chosen.max === undefined) problems.push(...doubtfulMax(grid, settled));
    columns.push(...describeColumns(grid, settled, table));
    rows.push(...readBody(grid, settled, table));
    current = settled;
  });
  if (current === null) problems.push({ code: 'notCriteria', row: null, params: {} });
  else if (!columns.some((column) => column.role === 'max'))
    problems.push({ code: 'noMaxColumn', row: null, params: {} });
  return { rows, columns, main, problems };
}

function isWithoutHeader({ first, last, labels }: TableHeader): boolean {
  return last < first && labels.every((label) => label === '');
}

/** The first that says where its maxima are, else the first with a header, else the longest. */
function mainTable(grids: readonly Grid[], found: readonly (TableHeader | null)[]): number {
  const withMax = found.findIndex((header) => header?.columns.max !== undefined);
  if (withMax >= 0) return withMax;
  const withHeader = found.findIndex((header) => header !== null);
  if (withHeader >= 0) return withHeader;
  return grids.reduce((best, grid, i) => (grid.length > (grids[best]?.length ?? 0) ? i : best), 0);
}

/** Two columns are called maxima: the first was taken, which may be that of another year. */
function doubtfulMax(grid: Grid, header: TableHeader): ReadingProblem[] {
  const others = otherMaxima(grid, header);
  const { max } = header.columns;
  if (max === undefined || others.length === 0) return [];
  const name = (column: number) => `“${header.labels[column] ?? ''}”`;
  const params = { taken: name(max), others: others.map(name).join(', ') };
  return [{ code: 'severalMaxColumns', row: null, params }];
}

function widthOf(grid: Grid | undefined): number {
  return grid?.[0]?.length ?? 0;
}

/** For a table that is not read: what stands on top of each column, for a person to know it by. */
function plainHeader(grid: Grid): TableHeader {
  const first = Math.max(
    0,
    grid.findIndex((row) => row.filter((cell) => cell.text !== '').length > 1),
  );
  const labels = (grid[first] ?? []).map((cell) => cell.text);
  return { first, last: first, columns: {}, nameColumns: [], unitColumns: [], labels };
}

function headerFor(
  grid: Grid,
  own: TableHeader | null,
  current: TableHeader | null,
  anyHeader: boolean,
): TableHeader | null {
  const width = grid[0]?.length ?? 0;
  const goesOn = current !== null && current.labels.length === width;
  if (own && (!goesOn || own.columns.max !== undefined)) return own;
  if (goesOn) return { ...current, first: 0, last: -1 };
  return anyHeader ? null : guessColumns(grid);
}

function describeColumns(grid: Grid, header: TableHeader, table: number): ColumnReading[] {
  const body = grid.slice(header.last + 1);
  const example = (column: number) =>
    body.find((row) => row[column]?.left === column && row[column].text !== '')?.[column]?.text;
  const roleAt = new Map(
    (Object.entries(header.columns) as [ColumnRole, number][]).map(([role, column]) => [
      column,
      role,
    ]),
  );
  for (const column of header.nameColumns) roleAt.set(column, 'name');
  for (const column of header.unitColumns) roleAt.set(column, 'responsible');
  return header.labels.map((label, column) => ({
    table,
    column,
    label,
    example: example(column) ?? '',
    role: roleAt.get(column) ?? null,
  }));
}

function otherRow(cells: Grid[number], table: number, row: number, above: boolean): RawRow {
  const filled = new Set(cells.filter((cell) => cell.text !== '')).size;
  if (filled === 0) return plainRow(cells, table, row, 'blank');
  // A letterhead has two sides; more stands in a table of something else.
  return above && filled <= 2
    ? plainRow(cells, table, row, 'title')
    : plainRow(cells, table, row, 'unread', 'otherTable');
}

function firstText(row: RowReading): string {
  return row.texts.find((text) => text !== '') ?? '';
}

function withoutScaffold(raw: RawRow): RowReading {
  const { id, table, row, texts, kind, reason, level, levelSet } = raw;
  const { code, name, max, maxText, method, evidence, responsible, survey } = raw;
  return {
    ...{ id, table, row, texts, kind, reason, level, levelSet },
    ...{ code, name, max, maxText, method, evidence, responsible, survey },
  };
}
