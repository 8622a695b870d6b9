/**
 * Recognition: a snapshot of any sheet → the score sheet it holds, by what its headers and rows say,
 * never by where the product itself once put them. It corrects nothing and loses nothing.
 */
import type { ColumnRole, ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { SheetSnapshot } from '../snapshot';
import { gridOf } from './grid';
import { findHeaders, sameColumns, type Columns, type Header } from './header';
import { deductionSign, readBody, tableColumns } from './tableRows';

export type NotRecognised = 'empty' | 'noHeader' | 'noMaxColumn' | 'noRows';

export type Recognition =
  { ok: true; scoreSheet: ScoreSheet } | { ok: false; reason: NotRecognised };

/**
 * @param choices the person's corrections: column (zero-based) of a role; wins over what headers say
 * @returns the score sheet, or why there is none
 */
export function recogniseSheet(
  sheet: SheetSnapshot,
  choices: Partial<Record<ColumnRole, number>> = {},
): Recognition {
  const grid = gridOf(sheet);
  if (!sheet.values.some((row) => row.some((value) => value !== null && value !== ''))) {
    return { ok: false, reason: 'empty' };
  }
  const headers = findHeaders(grid);
  const header = headers.find((candidate) => candidate.columns.max !== undefined) ?? headers[0];
  if (!header) return { ok: false, reason: 'noHeader' };
  const columns = withChoices(header.columns, choices);
  if (columns.max === undefined) return { ok: false, reason: 'noMaxColumn' };
  const { end, skip } = bodyLimits(headers, header, grid.rowCount);
  const body = readBody(grid, columns, header.body, end, skip);
  if (body.rows.length === 0) return { ok: false, reason: 'noRows' };
  return {
    ok: true,
    scoreSheet: {
      sheet: sheet.name,
      columns,
      header: { first: header.first, last: header.body - 1 },
      body: { first: header.body, last: body.last },
      extent: tableColumns(columns),
      rows: body.rows,
      summaryRows: body.summaryRows,
      deductionSign: deductionSign(body.rows),
      partial: body.partial,
    },
  };
}

/** A later header with the same columns continues the table; one with others begins another. */
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
function withChoices(found: Columns, choices: Partial<Record<ColumnRole, number>>): Columns {
  const chosen = new Set(Object.values(choices));
  const kept = Object.entries(found).filter(([, column]) => !chosen.has(column));
  return { ...(Object.fromEntries(kept) as Columns), ...choices };
}
