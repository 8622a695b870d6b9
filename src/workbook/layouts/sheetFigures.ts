/**
 * What a spreadsheet's own formulas see in a cell, which is not always what a person reads: a SUM
 * passes over "0,85" when it is text. Layouts compute the values of the formulas they write from this.
 */
import { ZERO, sumPoints, type Points } from '../../domain/points';
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
  // Merged over several criteria, the cell of the first holds the whole.
  if (entry.kind === 'shared') return entry.candidates[0] ?? null;
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

/** Leaves under a row, of those that sums take in (`summedLeaves`). */
export function leavesUnder(table: ScoreSheet, index: number): ScoreRow[] {
  const root = table.rows[index];
  const out = assessmentColumn(table);
  const walk = (row: ScoreRow | undefined): ScoreRow[] => {
    if (!row || row.outside !== root?.outside) return [];
    if (row.isLeaf) return isSummed(row, out) ? [row] : [];
    return row.children.flatMap((child) => walk(table.rows[child]));
  };
  return walk(root);
}

/**
 * The column by which formulas may leave criteria out of the base: there, any word takes its row out. Where
 * words in it mean something else ("Có"), or stand beside a heading or for several rows at once, no formula
 * can go by it.
 */
export function assessmentColumn({ columns, rows }: ScoreSheet): number | undefined {
  const isClear = rows.every((row) => {
    const entry = row.texts.assessment;
    if (!entry || entry.text === '') return true;
    return row.isLeaf && row.assessment !== 'assessed' && entry.inheritedFrom === null;
  });
  return isClear ? columns.assessment : undefined;
}

/** The row's own cell in the assessment column takes it out. */
export function isMarkedOut(row: ScoreRow): boolean {
  return row.assessment !== 'assessed' && (row.texts.assessment?.text ?? '') !== '';
}

/**
 * Leaves of the scale that sums take in: those assessed, and those that the assessment column takes out,
 * because the formulas beside and below leave these out by themselves, and take them in again.
 */
export function summedLeaves(table: ScoreSheet): ScoreRow[] {
  const out = assessmentColumn(table);
  return table.rows.filter((row) => row.isLeaf && row.outside === undefined && isSummed(row, out));
}

function isSummed(row: ScoreRow, out: number | undefined): boolean {
  return row.assessment === 'assessed' || (out !== undefined && isMarkedOut(row));
}

export function outsideRows(table: ScoreSheet): ScoreRow[] {
  return table.rows.filter((row) => row.isLeaf && row.outside !== undefined);
}

/** Bonus less penalty as the cells hold them. */
export function outsideTotal(table: ScoreSheet): Points {
  return sumPoints(
    outsideRows(table).map((row) => {
      const given = appraisedInSheet(row) ?? ZERO;
      return row.outside === 'penalty' ? given.abs().times(-1) : given;
    }),
  );
}
