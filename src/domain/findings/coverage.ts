/**
 * Which leaves a sum takes in, and how often: the one test for sums of any shape, over children, over
 * areas, over sub-totals or over leaves. A sum is right when every leaf it is about is taken once.
 */
import type {
  CellRange,
  FigureEntry,
  FigureRole,
  ScoreRow,
  ScoreSheet,
  SummaryRow,
} from '../scoring/scoreSheet';
import { isBlank } from './sheetFacts';

export interface Coverage {
  /** Rows that the sum leaves out: the topmost of each branch. */
  omitted: ScoreRow[];
  /** Rows that it takes in more than once. */
  twice: ScoreRow[];
  /** Rows of the table that it takes in and that it is not about. */
  foreign: ScoreRow[];
}

/**
 * @param about indexes of the leaves that the sum is about
 * @param indexAt index of the criterion in each row of the sheet, see `rowIndex`
 * @returns null where the formula is no plain sum of cells of its own column, or takes in what a page break
 *   sums up, so nothing can be said
 */
export function coverageOf(
  sheet: ScoreSheet,
  entry: FigureEntry,
  role: FigureRole,
  about: readonly number[],
  indexAt: ReadonlyMap<number, number>,
): Coverage | null {
  if (entry.formula === null || !entry.references || !isPlainSum(entry.formula)) return null;
  const { column } = entry.place;
  if (!entry.references.every((range) => isOwnColumn(sheet, range, column))) return null;
  if (takesPages(sheet, entry, role)) return null;
  const counts = new Map<number, number>();
  for (const range of entry.references)
    countRange(sheet, range, role, entry.place.row, indexAt, counts);
  const wanted = new Set(about);
  // A sum of the scale may leave bonus and penalty out, or take them in: sheets do both.
  const isOfScale = about.some((index) => sheet.rows[index]?.outside === undefined);
  const rowsOf = (indexes: readonly number[]) =>
    indexes
      .flatMap((index) => sheet.rows[index] ?? [])
      .filter((row) => row.isLeaf && !(isOfScale && row.outside !== undefined));
  return {
    omitted: topmost(sheet, rowsOf(about.filter((index) => !counts.has(index)))),
    twice: rowsOf(about.filter((index) => (counts.get(index) ?? 0) > 1)),
    foreign: rowsOf([...counts.keys()].filter((index) => !wanted.has(index))),
  };
}

/** Which criterion stands in which row of the sheet. */
export function rowIndex(sheet: ScoreSheet): Map<number, number> {
  return new Map(sheet.rows.map((row, index) => [row.row, index]));
}

/** Leaves under a row; the row itself when it is one. */
export function leavesUnder(sheet: ScoreSheet, index: number): number[] {
  const row = sheet.rows[index];
  if (!row) return [];
  return row.children.length === 0
    ? [index]
    : row.children.flatMap((child) => leavesUnder(sheet, child));
}

/** SUM of cells, or cells joined by plus signs. */
function isPlainSum(formula: string): boolean {
  const body = formula.replace(/^=\s*\+?/, '').replace(/\s/g, '');
  const cell = String.raw`\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?`;
  const term = String.raw`(?:${cell}|SUM\(${cell}(?:[,;+]${cell})*\))`;
  return new RegExp(`^${term}(?:\\+${term})*$`, 'i').test(body);
}

function isOwnColumn(sheet: ScoreSheet, range: CellRange, column: number): boolean {
  const isHere = range.sheet === null || range.sheet === sheet.sheet;
  return isHere && range.left === column && range.right === column;
}

function takesPages(sheet: ScoreSheet, entry: FigureEntry, role: FigureRole): boolean {
  const pages = sheet.summaryRows.filter(
    ({ kind, figures }) => kind === 'page' && !isBlank(figures[role]),
  );
  return pages.some(({ row }) =>
    (entry.references ?? []).some(({ top, bottom }) => row >= top && row <= bottom),
  );
}

/** A row of the range adds its leaves, unless its own cell is blank or the sum's. */
function countRange(
  sheet: ScoreSheet,
  range: CellRange,
  role: FigureRole,
  own: number,
  indexAt: ReadonlyMap<number, number>,
  counts: Map<number, number>,
): void {
  const inRange = (row: number) => row >= range.top && row <= range.bottom && row !== own;
  const add = (index: number) => counts.set(index, (counts.get(index) ?? 0) + 1);
  for (let line = range.top; line <= Math.min(range.bottom, sheet.body.last); line += 1) {
    const index = indexAt.get(line);
    const row = index === undefined ? undefined : sheet.rows[index];
    if (index === undefined || !row || line === own) continue;
    // A blank parent adds nothing; a blank leaf would add what it will hold.
    if (row.children.length > 0 && isBlank(row.figures[role])) continue;
    leavesUnder(sheet, index).forEach(add);
  }
  for (const summary of sheet.summaryRows) {
    if (!inRange(summary.row) || isBlank(summary.figures[role])) continue;
    leavesOfSummary(sheet, summary).forEach(add);
  }
}

/** Leaves that a sub-total is about: its area's; without one, those above it since the last sub-total. */
export function leavesOfSummary(sheet: ScoreSheet, summary: SummaryRow): number[] {
  const leaves = sheet.rows.flatMap((row, index) => (row.isLeaf ? [index] : []));
  if (summary.kind !== 'subtotal') return leaves;
  if (summary.areaCode !== '')
    return leaves.filter((index) => sheet.rows[index]?.areaCode === summary.areaCode);
  const earlier = sheet.summaryRows.filter(
    (other) => other.row < summary.row && other.kind === 'subtotal',
  );
  const from = Math.max(-1, ...earlier.map((other) => other.row));
  return leaves.filter((index) => {
    const row = sheet.rows[index]?.row ?? -1;
    return row > from && row < summary.row;
  });
}

/** Whole branches are named by their head. */
function topmost(sheet: ScoreSheet, leaves: readonly ScoreRow[]): ScoreRow[] {
  const gone = new Set(leaves);
  const heads = leaves.map((leaf) => {
    let head = leaf;
    for (let up = head.parent; up !== null; up = sheet.rows[up]?.parent ?? null) {
      const parent = sheet.rows[up];
      const all = leavesUnder(sheet, up).every((index) => gone.has(sheet.rows[index] as ScoreRow));
      if (!parent || !all) break;
      head = parent;
    }
    return head;
  });
  return [...new Set(heads)];
}
