/**
 * Recognition: a snapshot of any sheet → the score tables it holds, by what their headers and rows say,
 * never by where the product itself once put them. It corrects nothing and loses nothing.
 */
import type { ColumnReading, ColumnRole, ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { SheetSnapshot } from '../snapshot';
import { oldEncodingOf, type OldEncoding } from '../../domain/text/oldEncoding';
import { gridOf, type Grid } from './grid';
import { withBeginnings } from './anotherTable';
import { readAreaSums, sumsUp } from './areaTable';
import { chooseColumns, type Columns } from './chooseColumns';
import { deniedRoles, placeChoices, type ColumnChoices, type HeaderRows } from './columnChoices';
import { continuesTable, findHeaders, headerText, shareColumns, type Header } from './header';
import { findNamedHeader, repeatedRows, type Named, type NamedHeaders } from './namedHeader';
import { readHeadingCodes } from './nameLevels';
import { listsUnits, namesUnits } from './unitTable';
import { unreadColumns, unreadRows } from './unreadCells';
import { deductionSign, readBody, tableColumns, type Body } from './tableRows';

/**
 * Why a sheet holds no score table: nothing on it, no header, no column of maxima, no criteria under the
 * header; only units and their totals; words in the letters of an old font.
 */
export type NotRecognised =
  'empty' | 'noHeader' | 'noMaxColumn' | 'noRows' | 'unitList' | OldEncoding;

/** The header that came nearest: its row (zero-based) and the columns that it does have. */
export interface HeaderFound {
  row: number;
  roles: ColumnRole[];
}

export type Recognition =
  | { ok: true; tables: [ScoreSheet, ...ScoreSheet[]] }
  | { ok: false; reason: NotRecognised; header?: HeaderFound };

/**
 * @param choices corrections by table id
 * @param named headers that a person pointed out, by table id: read by her choices alone if need be
 * @returns every score table of the sheet, top to bottom, or why there is none
 */
export function recogniseSheet(
  sheet: SheetSnapshot,
  choices: Readonly<Record<string, ColumnChoices>> = {},
  named: NamedHeaders = {},
): Recognition {
  const grid = gridOf(sheet);
  if (!sheet.values.some((row) => row.some((value) => value !== null && value !== ''))) {
    return { ok: false, reason: 'empty' };
  }
  const found = withBeginnings(grid, findHeaders(grid));
  const pointedOut = findNamedHeader(grid, named[sheet.name], choices[sheet.name] ?? {});
  const denied = deniedRoles(choices[sheet.name] ?? {});
  const first = pointedOut && readNamed(grid, found, pointedOut, denied);
  if (first) return { ok: true, tables: [first, ...others(grid, found, first)] };
  const readings = readStarts(grid, found);
  const tables = withChosen(grid, found, readings, choices);
  const [top, ...rest] = tables;
  return top ? { ok: true, tables: [top, ...rest] } : whyNot(grid, found, readings);
}

interface Reading {
  header: Header;
  table: ScoreSheet | NotRead;
}

type NotRead = Exclude<NotRecognised, 'empty'>;

function readStarts(grid: Grid, headers: readonly Header[]): Reading[] {
  return headers
    .filter((header) => !headers.some((other) => isContinuedBy(headers, other, header)))
    .map((header) => ({ header, table: readTable(grid, headers, header, '', {}) }));
}

/** The tables by themselves, and then once more as the person has corrected them. */
function withChosen(
  grid: Grid,
  headers: readonly Header[],
  readings: readonly Reading[],
  choices: Readonly<Record<string, ColumnChoices>>,
): ScoreSheet[] {
  const { sheet } = grid;
  const read = readings.flatMap(({ header, table }) =>
    typeof table === 'string' ? [] : [{ header, table }],
  );
  const isSum = ({ table }: { table: ScoreSheet }) =>
    read.some((other) => sumsUp(table, other.table));
  return read
    .filter((one) => !isSum(one))
    .map(({ header, table }, i) => {
      const id = idOf(sheet, i);
      const chosen = choices[id];
      const placed = chosen && placeChoices(sheet, table.header, chosen);
      const denied = deniedRoles(chosen ?? {});
      const again = placed ? readTable(grid, headers, header, id, placed, denied) : table;
      const own = { ...(typeof again === 'string' ? table : again), id };
      return withAreaSums(
        own,
        read.filter(isSum).map((one) => one.table),
      );
    });
}

/** With what the tables say that sum it up. */
function withAreaSums(table: ScoreSheet, sums: readonly ScoreSheet[]): ScoreSheet {
  const areaSums = sums
    .filter((one) => sumsUp(one, table))
    .flatMap((one) => readAreaSums(one, table));
  return areaSums.length > 0 ? { ...table, areaSums } : table;
}

function idOf(sheet: SheetSnapshot, index: number): string {
  return index === 0 ? sheet.name : `${sheet.name} (bảng ${index + 1})`;
}

/** The table under the header that was pointed out; null when it holds none, as if nothing had been said. */
function readNamed(
  grid: Grid,
  found: readonly Header[],
  { header, columns }: Named,
  denied: readonly ColumnRole[],
): ScoreSheet | null {
  const skip = new Set(repeatedRows(grid, header));
  const clear = found.filter(
    (other) => !skip.has(other.first) && (other.first >= header.body || other.body <= header.first),
  );
  const headers = [header, ...clear];
  const table = readTable(grid, headers, header, grid.sheet.name, columns, denied, skip);
  return typeof table === 'string' ? null : table;
}

/** Further tables of the sheet, clear of the one that was pointed out. */
function others(grid: Grid, found: readonly Header[], first: ScoreSheet): ScoreSheet[] {
  const clear = found.filter(
    (header) =>
      header.body <= first.header.first ||
      header.first > first.body.last ||
      !shareColumns(header, { left: first.extent.first, right: first.extent.last }),
  );
  return readStarts(grid, clear)
    .flatMap(({ table }) => (typeof table === 'string' || sumsUp(table, first) ? [] : [table]))
    .map((table, i) => ({ ...table, id: idOf(grid.sheet, i + 1) }));
}

function whyNot(grid: Grid, headers: readonly Header[], readings: readonly Reading[]): Recognition {
  const encoding = oldEncodingOf(wordsOf(grid.sheet));
  if (encoding) return { ok: false, reason: encoding };
  const isUnits = readings.some(({ table }) => table === 'unitList');
  if (isUnits || (headers.length === 0 && listsUnits(grid)))
    return { ok: false, reason: 'unitList' };
  if (headers.length === 0) return { ok: false, reason: 'noHeader' };
  const reason = readings.some(({ table }) => table === 'noRows') ? 'noRows' : 'noMaxColumn';
  const nearest = readings.map(({ header }) => header).sort((a, b) => b.score - a.score)[0];
  if (!nearest) return { ok: false, reason };
  const roles = nearest.candidates.map(({ role }) => role);
  return { ok: false, reason, header: { row: nearest.first, roles: [...new Set(roles)] } };
}

function* wordsOf({ values }: SheetSnapshot): Iterable<string> {
  for (const row of values) for (const value of row) if (typeof value === 'string') yield value;
}

function readTable(
  grid: Grid,
  headers: readonly Header[],
  header: Header,
  id: string,
  choices: Columns,
  denied: readonly ColumnRole[] = [],
  repeated: ReadonlySet<number> = new Set(),
): ScoreSheet | NotRead {
  const { end, skip, again } = bodyLimits(headers, header, grid.rowCount);
  for (const row of repeated) skip.add(row);
  const repeatedHeaders = [...again, ...runsOf(repeated)];
  const { right, body: firstRow } = header;
  const extent = { first: firstRow, end, left: leftOf(headers, header), right };
  const title = titleLines(grid, headers, header);
  const found = chooseColumns(grid, header.candidates, extent, title);
  const columns = without(withChoices(found.columns, choices), denied);
  if (columns.max === undefined) return 'noMaxColumn';
  if (columns.name === undefined && listsUnits(grid)) return 'unitList';
  const levels = choices.name === undefined ? (found.levels ?? []) : [];
  const body = readBody(grid, columns, firstRow, end, skip, levels);
  if (body.rows.length === 0) return 'noRows';
  const lost = unreadRows(grid, columns, body, { first: firstRow, end, skip });
  const unused = unreadColumns(grid, header, columns, firstRow, body.last);
  const table: ScoreSheet = {
    id,
    sheet: grid.sheet.name,
    columnReadings: readingsOf(grid, header, found.readings, columns, choices),
    ...(denied.length > 0 ? { deniedColumns: denied } : {}),
    columns,
    header: { first: header.first, last: header.body - 1 },
    body: { first: header.body, last: body.last },
    ...(repeatedHeaders.length > 0 ? { repeatedHeaders } : {}),
    extent: tableColumns(columns),
    ...(levels.length > 1 ? levelsOf(grid, levels, body) : {}),
    rows: body.rows,
    summaryRows: body.summaryRows,
    deductionSign: deductionSign(body.rows),
    partial: body.partial,
    title,
    filtered: grid.sheet.filtered,
    ...(lost.length > 0 ? { unreadRows: lost } : {}),
    ...(unused.length > 0 ? { unreadColumns: unused } : {}),
  };
  return choices.name === undefined && namesUnits(table) ? 'unitList' : table;
}

function levelsOf(grid: Grid, levels: readonly number[], { rows, last }: Body) {
  const first = rows[0]?.row ?? last;
  return { levelColumns: levels, headingCodes: readHeadingCodes(grid, levels, first, last) };
}

/** What stands above the header, line by line, but for tables above: it names unit, period and source. */
function titleLines(grid: Grid, headers: readonly Header[], header: Header): string[] {
  const above = headers.filter(
    (other) => other.first < header.first && shareColumns(other, header),
  );
  const lines: string[] = [];
  let row = 0;
  while (row < header.first) {
    const table = above.find((other) => other.first === row);
    if (table) row = lastNumberRow(grid, table, header.first) + 1;
    else lines.push(...textsIn(grid, row++));
  }
  return lines;
}

function textsIn(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.columnCount }, (_, column) =>
    grid.text(row, column).trim(),
  ).filter((text) => text !== '');
}

/** Where the figures of a table end that stands above another. */
function lastNumberRow(grid: Grid, { body, left, right }: Header, end: number): number {
  let last = body - 1;
  for (let row = body; row < end; row += 1)
    for (let column = left; column <= right; column += 1)
      if (typeof grid.value(row, column) === 'number') last = row;
  return last;
}

/** A later header with the same columns continues the table (a page break); one with others begins another. */
function isContinuedBy(headers: readonly Header[], earlier: Header, later: Header): boolean {
  if (earlier.first >= later.first || !continuesTable(earlier, later)) return false;
  return !headers.some(
    (between) =>
      between.first > earlier.first &&
      between.first < later.first &&
      shareColumns(between, later) &&
      (between.begins === true || !continuesTable(between, later)),
  );
}

function bodyLimits(
  headers: readonly Header[],
  header: Header,
  rowCount: number,
): { end: number; skip: Set<number>; again: HeaderRows[] } {
  const skip = new Set<number>();
  const again: HeaderRows[] = [];
  for (const later of headers) {
    if (later.first <= header.first || !shareColumns(later, header)) continue;
    if (!continuesTable(header, later)) return { end: later.first, skip, again };
    for (let row = later.first; row < later.body; row += 1) skip.add(row);
    again.push({ first: later.first, last: later.body - 1 });
  }
  return { end: rowCount, skip, again };
}

/** Rows that follow each other are one header. */
function runsOf(rows: ReadonlySet<number>): HeaderRows[] {
  const runs: HeaderRows[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const open = runs[runs.length - 1];
    if (open && open.last === row - 1) open.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}

/** Columns without a header, left of the table's, may be its own down to another table. */
function leftOf(headers: readonly Header[], header: Header): number {
  const before = headers.filter((other) => other.right < header.left).map(({ right }) => right + 1);
  return Math.max(0, ...before);
}

/** A chosen column is no other role's column any more. */
function withChoices(found: Columns, choices: Columns): Columns {
  const chosen = new Set(Object.values(choices));
  const kept = Object.entries(found).filter(([, column]) => !chosen.has(column));
  return { ...(Object.fromEntries(kept) as Columns), ...choices };
}

function without(columns: Columns, denied: readonly ColumnRole[]): Columns {
  return Object.fromEntries(
    (Object.entries(columns) as [ColumnRole, number][]).filter(([role]) => !denied.includes(role)),
  );
}

function readingsOf(
  grid: Grid,
  header: Header,
  found: readonly ColumnReading[],
  columns: Columns,
  choices: Columns,
): ColumnReading[] {
  const kept = found.filter(
    (reading) => columns[reading.role] === reading.column && choices[reading.role] === undefined,
  );
  const chosen = (Object.entries(choices) as [ColumnRole, number][]).map(([role, column]) => {
    return { role, column, header: headerText(grid, header, column), confidence: 1, chosen: true };
  });
  return [...kept, ...chosen].sort((a, b) => a.column - b.column);
}
