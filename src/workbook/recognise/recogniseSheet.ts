/**
 * Recognition: a snapshot of any sheet → the score tables it holds, by what their headers and rows say,
 * never by where the product itself once put them. It corrects nothing and loses nothing.
 */
import type { ColumnReading, ColumnRole, ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { SheetSnapshot } from '../snapshot';
import { gridOf, type Grid } from './grid';
import { findHeaders, sameColumns, type Columns, type Header } from './header';
import { deductionSign, readBody, tableColumns } from './tableRows';

export type NotRecognised = 'empty' | 'noHeader' | 'noMaxColumn' | 'noRows';

export type Recognition =
  { ok: true; tables: [ScoreSheet, ...ScoreSheet[]] } | { ok: false; reason: NotRecognised };

/** The person's corrections for one table: column (zero-based) of a role; wins over what headers say. */
export type ColumnChoices = Partial<Record<ColumnRole, number>>;

/**
 * @param choices corrections by table id
 * @returns every score table of the sheet, top to bottom, or why there is none
 */
export function recogniseSheet(
  sheet: SheetSnapshot,
  choices: Readonly<Record<string, ColumnChoices>> = {},
): Recognition {
  const grid = gridOf(sheet);
  if (!sheet.values.some((row) => row.some((value) => value !== null && value !== ''))) {
    return { ok: false, reason: 'empty' };
  }
  const headers = findHeaders(grid);
  const starts = headers.filter((_, i) => i === 0 || !continues(headers, i));
  if (starts.length === 0) return { ok: false, reason: 'noHeader' };
  const tables: ScoreSheet[] = [];
  let reason: NotRecognised = 'noMaxColumn';
  for (const header of starts) {
    const id = tables.length === 0 ? sheet.name : `${sheet.name} (bảng ${tables.length + 1})`;
    const table = readTable(grid, headers, header, id, choices[id] ?? {});
    if (table === 'noMaxColumn') continue;
    if (table === 'noRows') reason = 'noRows';
    else tables.push(table);
  }
  const [first, ...rest] = tables;
  return first ? { ok: true, tables: [first, ...rest] } : { ok: false, reason };
}

function readTable(
  grid: Grid,
  headers: readonly Header[],
  header: Header,
  id: string,
  choices: ColumnChoices,
): ScoreSheet | 'noMaxColumn' | 'noRows' {
  const columns = withChoices(header.columns, choices);
  if (columns.max === undefined) return 'noMaxColumn';
  const { end, skip } = bodyLimits(headers, header, grid.rowCount);
  const body = readBody(grid, columns, header.body, end, skip);
  if (body.rows.length === 0) return 'noRows';
  return {
    id,
    sheet: grid.sheet.name,
    columnReadings: readingsOf(header, columns, choices),
    columns,
    header: { first: header.first, last: header.body - 1 },
    body: { first: header.body, last: body.last },
    extent: tableColumns(columns),
    rows: body.rows,
    summaryRows: body.summaryRows,
    deductionSign: deductionSign(body.rows),
    partial: body.partial,
    title: titleLines(grid, header.first),
    filtered: grid.sheet.filtered,
  };
}

/** What stands above the header, line by line: it names unit, period and source. */
function titleLines(grid: Grid, headerRow: number): string[] {
  const lines: string[] = [];
  for (let row = 0; row < headerRow; row += 1) {
    for (let column = 0; column < grid.columnCount; column += 1) {
      const text = grid.text(row, column).trim();
      if (text !== '') lines.push(text);
    }
  }
  return lines;
}

/** A later header with the same columns continues the table (a page break); one with others begins another. */
function continues(headers: readonly Header[], i: number): boolean {
  const before = headers[i - 1];
  const here = headers[i];
  return before !== undefined && here !== undefined && sameColumns(before.columns, here.columns);
}

function bodyLimits(
  headers: readonly Header[],
  header: Header,
  rowCount: number,
): { end: number; skip: Set<number> } {
  const skip = new Set<number>();
  for (const later of headers.filter((candidate) => candidate.first > header.first)) {
    if (!sameColumns(later.columns, header.columns)) return { end: later.first, skip };
    for (let row = later.first; row < later.body; row += 1) skip.add(row);
  }
  return { end: rowCount, skip };
}

/** A chosen column is no other role's column any more. */
function withChoices(found: Columns, choices: ColumnChoices): Columns {
  const chosen = new Set(Object.values(choices));
  const kept = Object.entries(found).filter(([, column]) => !chosen.has(column));
  return { ...(Object.fromEntries(kept) as Columns), ...choices };
}

function readingsOf(header: Header, columns: Columns, choices: ColumnChoices): ColumnReading[] {
  const kept = header.readings.filter(
    (reading) => columns[reading.role] === reading.column && choices[reading.role] === undefined,
  );
  const chosen = (Object.entries(choices) as [ColumnRole, number][]).map(([role, column]) => {
    const seen = header.readings.find((reading) => reading.column === column);
    return { role, column, header: seen?.header ?? '', confidence: 1, chosen: true };
  });
  return [...kept, ...chosen].sort((a, b) => a.column - b.column);
}
