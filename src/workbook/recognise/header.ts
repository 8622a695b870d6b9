/**
 * Where the table's header is, and which column is what, by what the headers say: one to three rows,
 * merged or not, a title block above, a row of column numbers beneath. Position means nothing.
 */
import { matchHeader } from '../../domain/text/headerWords';
import { figureRoles, type ColumnRole, type FigureRole } from '../../domain/scoring/scoreSheet';
import { plainText } from '../../domain/text/vietnamese';
import type { Grid } from './grid';

export type Columns = Partial<Record<ColumnRole, number>>;

export interface Header {
  first: number;
  last: number;
  /** First row below header and column numbers. */
  body: number;
  columns: Columns;
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
    const { columns, score } = readColumns(grid, first, last);
    const enough =
      columns.name !== undefined && figureCount(columns) >= 1 && Object.keys(columns).length >= 3;
    if (enough && (!best || score > best.score)) {
      best = { first, last, body: last + 1, columns, score };
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

interface Match {
  role: ColumnRole;
  score: number;
  column: number;
}

function readColumns(grid: Grid, first: number, last: number): { columns: Columns; score: number } {
  const matches: Match[] = [];
  for (let column = 0; column < grid.columnCount; column += 1) {
    const match = matchColumn(grid, first, last, column);
    if (match) matches.push({ ...match, column });
  }
  return assignRoles(matches);
}

/** The lowest caption speaks first; the captions above it help ("Điểm thẩm định" + "Lần 2"). */
function matchColumn(
  grid: Grid,
  first: number,
  last: number,
  column: number,
): { role: ColumnRole; score: number } | null {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = plainText(grid.seenText(row, column));
    if (text !== '' && texts[texts.length - 1] !== text) texts.push(text);
  }
  // A merge that spans columns shows its text in each: only its first column may be matched by it alone.
  const own = texts[texts.length - 1] ?? '';
  const candidates = [
    matchHeader(texts.join(' ')),
    isOwnText(grid, last, column) ? matchHeader(own) : null,
  ];
  const known = candidates.filter((match) => match !== null);
  return known.sort((a, b) => b.score - a.score)[0] ?? null;
}

function isOwnText(grid: Grid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  return merge === null || merge.left === column;
}

/** One column per role, best match first; a second "thẩm định" column is the second round. */
function assignRoles(matches: readonly Match[]): { columns: Columns; score: number } {
  const columns: Columns = {};
  let score = 0;
  const byScore = [...matches].sort((a, b) => b.score - a.score || a.column - b.column);
  for (const match of byScore) {
    const taken = columns[match.role];
    if (taken === undefined) {
      columns[match.role] = match.column;
      score += match.score;
    } else if (match.role === 'appraised1' && columns.appraised2 === undefined) {
      columns.appraised1 = Math.min(taken, match.column);
      columns.appraised2 = Math.max(taken, match.column);
      score += match.score;
    }
  }
  return { columns, score };
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

/** "(1) (2) (3)", "1 2 3", "A B 1 2", "(6)=(3)-(5)". */
function isColumnNumbers(grid: Grid, row: number): boolean {
  if (row >= grid.rowCount) return false;
  const texts: string[] = [];
  for (let column = 0; column < grid.columnCount; column += 1) {
    const text = plainText(grid.text(row, column));
    if (text !== '') texts.push(text);
  }
  const isNumber = (text: string) => /^\(?(\d{1,2}|[A-D])\)?$/.test(text);
  const isFormula = (text: string) => /^[()\d\s=+\-−–*x:/%.]{3,40}$/.test(text) && /=/.test(text);
  if (texts.length < 3 || !texts.every((text) => isNumber(text) || isFormula(text))) return false;
  const plain = texts.map((text) => Number(/\d+/.exec(text)?.[0] ?? 0)).filter((n) => n > 0);
  return plain.every((n, i) => i === 0 || n > (plain[i - 1] ?? 0));
}
