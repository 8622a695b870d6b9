/**
 * Where the table's header is, and which column is what, by what the headers say: one to three rows,
 * merged or not, a title block above, a row of column numbers beneath. Position means nothing.
 */
import { isColumnNumbering, matchHeaderPath } from '../../domain/text/headerWords';
import {
  figureRoles,
  type ColumnReading,
  type ColumnRole,
  type FigureRole,
} from '../../domain/scoring/scoreSheet';
import { plainText } from '../../domain/text/vietnamese';
import type { Grid } from './grid';

export type Columns = Partial<Record<ColumnRole, number>>;

export interface Header {
  first: number;
  last: number;
  /** First row below header and column numbers. */
  body: number;
  columns: Columns;
  readings: ColumnReading[];
  score: number;
}

const MAX_HEADER_ROWS = 3;

/** Every header on the sheet, top to bottom; a header repeated by a page break is one more of them. */
export function findHeaders(grid: Grid): Header[] {
  const found: Header[] = [];
  let row = 0;
  while (row < grid.rowCount) {
    const header = bestHeaderAt(grid, row);
    if (header) found.push(header);
    row = header ? header.body : row + 1;
  }
  return found;
}

export function sameColumns(first: Columns, second: Columns): boolean {
  const roles = Object.keys(first) as ColumnRole[];
  return (
    roles.length === Object.keys(second).length &&
    roles.every((role) => first[role] === second[role])
  );
}

/** The best window that starts in this row, if the row below does not make a better start. */
function bestHeaderAt(grid: Grid, first: number): Header | null {
  const here = bestWindow(grid, first);
  if (!here) return null;
  // A title or a group caption above the header proper would join it: take the later start when it says as much.
  for (let later = first + 1; later <= here.last; later += 1) {
    const other = bestWindow(grid, later);
    if (other && other.score > here.score) return null;
  }
  return here;
}

function bestWindow(grid: Grid, first: number): Header | null {
  let best: Header | null = null;
  for (let height = 1; height <= MAX_HEADER_ROWS && first + height <= grid.rowCount; height += 1) {
    const last = first + height - 1;
    if (!isCaptionRow(grid, last)) break;
    const { columns, readings, score } = readColumns(grid, first, last);
    const enough =
      columns.name !== undefined && figureCount(columns) >= 1 && Object.keys(columns).length >= 3;
    if (enough && (!best || score > best.score)) {
      best = { first, last, body: last + 1, columns, readings, score };
    }
  }
  return best && withRowsBelow(grid, best);
}

function figureCount(columns: Columns): number {
  return figureRoles.filter((role: FigureRole) => columns[role] !== undefined).length;
}

/** Header rows hold words only, in at least two different cells. */
function isCaptionRow(grid: Grid, row: number): boolean {
  const texts = new Set<string>();
  for (let column = 0; column < grid.columnCount; column += 1) {
    const value = grid.value(row, column);
    if (typeof value === 'number' || typeof value === 'boolean') return false;
    const text = plainText(grid.seenText(row, column));
    if (text !== '') texts.add(text);
  }
  return texts.size >= 2;
}

type Found = Omit<ColumnReading, 'chosen'>;

interface ReadColumns {
  columns: Columns;
  readings: ColumnReading[];
  score: number;
}

function readColumns(grid: Grid, first: number, last: number): ReadColumns {
  const found: Found[] = [];
  for (let column = 0; column < grid.columnCount; column += 1) {
    const texts = captions(grid, first, last, column);
    const match = matchHeaderPath(texts);
    if (match)
      found.push({ role: match.role, column, header: texts.join(' '), confidence: match.score });
  }
  return assignRoles(found);
}

/** What stands over a column, top to bottom; a text merged over several columns belongs to each. */
function captions(grid: Grid, first: number, last: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = plainText(grid.seenText(row, column));
    if (text !== '' && texts[texts.length - 1] !== text) texts.push(text);
  }
  return texts;
}

/** One column per role, best match first; a second "thẩm định" column is the second round. */
function assignRoles(found: readonly Found[]): ReadColumns {
  const columns: Columns = {};
  const byScore = [...found].sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const kept: Found[] = [];
  for (const match of byScore) {
    const taken = columns[match.role];
    if (taken === undefined) columns[match.role] = match.column;
    else if (match.role === 'appraised1' && columns.appraised2 === undefined) {
      columns.appraised1 = Math.min(taken, match.column);
      columns.appraised2 = Math.max(taken, match.column);
    } else continue;
    kept.push(match);
  }
  const readings = kept.map((match) => ({ ...match, role: roleOf(columns, match), chosen: false }));
  return {
    columns,
    readings: readings.sort((a, b) => a.column - b.column),
    score: kept.reduce((sum, match) => sum + match.confidence, 0),
  };
}

/** Two rounds may have swapped their columns. */
function roleOf(columns: Columns, match: Found): ColumnRole {
  return match.column === columns.appraised2
    ? 'appraised2'
    : match.column === columns.appraised1
      ? 'appraised1'
      : match.role;
}

/** Rows that vertical merges of the header reach down to, and the row of column numbers. */
function withRowsBelow(grid: Grid, header: Header): Header {
  let last = header.last;
  for (let column = 0; column < grid.columnCount; column += 1) {
    const merge = grid.mergeAt(header.last, column);
    if (merge && merge.bottom <= header.last + 2) last = Math.max(last, merge.bottom);
  }
  const body = isColumnNumbers(grid, last + 1) ? last + 2 : last + 1;
  return { ...header, last, body };
}

function isColumnNumbers(grid: Grid, row: number): boolean {
  if (row >= grid.rowCount) return false;
  const texts = Array.from({ length: grid.columnCount }, (_, column) => grid.text(row, column));
  return isColumnNumbering(texts);
}
