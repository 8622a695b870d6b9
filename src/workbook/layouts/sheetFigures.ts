/**
 * What a spreadsheet's own formulas see in a cell, which is not always what a person reads: a SUM
 * passes over "0,85" when it is text. Layouts compute the values of the formulas they write from this.
 */
import type { Points } from '../../domain/points';
import type {
  FigureEntry,
  FigureRole,
  ScoreRow,
  ScoreSheet,
} from '../../domain/scoring/scoreSheet';

/**
 * @returns the number in the cell; a text that reads as one number counts, because a plan that sums a
 *   column turns such cells into numbers in the same patch (`numericTextCells`)
 */
export function figureInSheet(entry: FigureEntry | undefined): Points | null {
  if (!entry) return null;
  if (entry.kind === 'number' || entry.kind === 'numericText') return entry.points;
  // A percent cell holds its ratio as a number, and SUM takes it.
  return entry.kind === 'percent' && entry.candidates.length === 1 && !/%/.test(entry.text)
    ? (entry.candidates[0] ?? null)
    : null;
}

const SUMMED: readonly FigureRole[] = ['max', 'self', 'appraised1', 'appraised2', 'deduction'];

/** Figure cells of criteria that hold a number as text, and read as exactly one number. */
export function numericTextCells(table: ScoreSheet): FigureEntry[] {
  return table.rows
    .filter((row) => row.assessment === 'assessed')
    .flatMap((row) => SUMMED.map((role) => row.figures[role]))
    .filter(
      (entry): entry is FigureEntry => entry?.kind === 'numericText' && entry.formula === null,
    );
}

/** As the formula of a deduction chooses: the second round when it is a number, else the first. */
export function appraisedInSheet(row: ScoreRow): Points | null {
  return figureInSheet(row.figures.appraised2) ?? figureInSheet(row.figures.appraised1);
}

/** Rows (indexes) of the assessed leaves under a row. */
export function leavesUnder(table: ScoreSheet, index: number): ScoreRow[] {
  const root = table.rows[index];
  const walk = (row: ScoreRow | undefined): ScoreRow[] => {
    if (!row || row.outside !== root?.outside) return [];
    if (row.isLeaf) return row.assessment === 'assessed' ? [row] : [];
    return row.children.flatMap((child) => walk(table.rows[child]));
  };
  return walk(root);
}
