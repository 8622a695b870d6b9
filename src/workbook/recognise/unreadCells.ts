/**
 * What of a table was not read, so that nothing is lost in silence: rows with points that no name, no code
 * and no label tells, and columns of figures that got no role.
 */
import { sumPoints, ZERO } from '../../domain/points';
import type { ScoreRow, SummaryRow, UnreadColumn } from '../../domain/scoring/scoreSheet';
import { isNoScore } from '../../domain/text/headerWords';
import type { Columns } from './chooseColumns';
import { numberIn, readColumnData } from './columnData';
import type { Grid } from './grid';
import { headerText, type Header } from './header';

interface Read {
  rows: readonly ScoreRow[];
  summaryRows: readonly SummaryRow[];
}

/**
 * Rows from `first` to `end` with a max and a score, and neither name nor code; what sums up without a label
 * is left out. Beneath the total stands nothing of the table.
 *
 * @param skip rows that a repeated header takes
 */
export function unreadRows(
  grid: Grid,
  columns: Columns,
  { rows, summaryRows }: Read,
  { first, end, skip }: { first: number; end: number; skip: ReadonlySet<number> },
): number[] {
  const { max } = columns;
  const scores = [columns.self, columns.appraised1, columns.appraised2];
  if (max === undefined) return [];
  const known = new Set([...rows, ...summaryRows].map(({ row }) => row));
  const last = Math.max(first - 1, ...rows.map(({ row }) => row));
  const total = summaryRows.find(({ kind, row }) => kind === 'total' && row > last)?.row ?? end;
  const leaves = rows.filter((row) => row.isLeaf);
  const whole = sumPoints(leaves.map(({ figures }) => figures.max?.points ?? ZERO));
  const unread: number[] = [];
  for (let row = first; row < total; row += 1) {
    if (known.has(row) || skip.has(row) || isTold(grid, columns, row)) continue;
    const points = numberIn(grid, row, max);
    const isScored = scores.some((one) => one !== undefined && numberIn(grid, row, one) !== null);
    if (points !== null && isScored && !whole.eq(points)) unread.push(row);
  }
  return unread;
}

function isTold(grid: Grid, { code, name }: Columns, row: number): boolean {
  return [code, name].some(
    (column) => column !== undefined && grid.text(row, column).trim() !== '',
  );
}

/** Columns of figures under a header of their own that got no role, and are no place, share or difference. */
export function unreadColumns(
  grid: Grid,
  header: Header,
  columns: Columns,
  first: number,
  last: number,
): UnreadColumn[] {
  const used = new Set(Object.values(columns));
  const unread: UnreadColumn[] = [];
  for (let column = header.left; column <= header.right; column += 1) {
    const text = headerText(grid, header, column);
    if (used.has(column) || text === '' || isNoScore(text)) continue;
    const { filled, numbers } = readColumnData(grid, column, first, last + 1);
    if (numbers > 1 && numbers * 2 > filled && !isPercents(grid, column, first, last))
      unread.push({ column, header: text });
  }
  return unread;
}

function isPercents(grid: Grid, column: number, first: number, last: number): boolean {
  for (let row = first; row <= last; row += 1) if (grid.isPercent(row, column)) return true;
  return false;
}
