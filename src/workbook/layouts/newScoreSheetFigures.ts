/**
 * What every formula of a new score sheet will show, given the entries that it starts with (none, or
 * those carried over from an older version): the core's own arithmetic, beside the formulas.
 */
import { ZERO, points, sumKnown, sumPoints, type Points } from '../../domain/points';
import type { ColumnRole } from '../../domain/scoring/scoreSheet';
import type { CellWrite } from '../patch';
import { deductionValue } from './formulas';
import { computeMaxima, type SheetRow } from './newScoreSheetRows';

/** Entries by row of the sheet, then by role. */
export type StartingEntries = ReadonlyMap<number, Partial<Record<ColumnRole, CellWrite>>>;

type Scored = 'self' | 'appraised1' | 'appraised2' | 'deduction';

export interface SheetFigures {
  maxOf(row: SheetRow): Points | null;
  /** A leaf's entry, or the sum of what stands under a parent; null shows as an empty cell. */
  figure(row: SheetRow, role: Scored): Points | null;
  /** Sum over the areas of the scale. */
  total(role: Scored): Points | null;
  totalMax: Points;
  /** The total less what is out of the base. */
  base: Points;
  /** Ratio; null shows as an empty cell. */
  index: Points | null;
}

/** @param hasAssessment the sheet has a column that takes criteria out of the base */
export function computeSheetFigures(
  rows: readonly SheetRow[],
  entries: StartingEntries,
  hasAssessment: boolean,
): SheetFigures {
  const maxima = computeMaxima(rows);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const maxOf = (row: SheetRow) => maxima.get(row.row) ?? null;
  const entered = (row: SheetRow, role: ColumnRole) => entryPoints(entries.get(row.row)?.[role]);
  const effective = (row: SheetRow) => entered(row, 'appraised2') ?? entered(row, 'appraised1');
  const isOut = (row: SheetRow) =>
    hasAssessment && (row.notAssessed || hasText(entries.get(row.row)?.assessment));
  const figure = (row: SheetRow, role: Scored): Points | null => {
    if (role === 'deduction' && row.outside !== null) return null;
    if (!row.isLeaf)
      return sumKnown(
        row.children.map((child) => byRow.get(child)).map((child) => child && figure(child, role)),
      );
    if (role !== 'deduction') return entered(row, role);
    return isOut(row) ? null : deductionValue(maxOf(row), effective(row), 'negative');
  };
  const inScale = rows.filter((row) => row.outside === null);
  const areas = inScale.filter((row) => row.depth === 0);
  const leaves = inScale.filter((row) => row.isLeaf);
  const total = (role: Scored) => sumKnown(areas.map((row) => figure(row, role)));
  const totalMax = sumPoints(areas.map((row) => maxOf(row) ?? ZERO));
  const base = totalMax.minus(sumPoints(leaves.filter(isOut).map((row) => maxOf(row) ?? ZERO)));
  const outside = sumPoints(
    rows
      .filter((row) => row.isLeaf && row.outside !== null)
      .map((row) => {
        const given = effective(row) ?? ZERO;
        return row.outside === 'penalty' ? given.abs().times(-1) : given;
      }),
  );
  const lost = total('deduction');
  const awaited = leaves.filter((row) => maxOf(row) !== null && !isOut(row));
  const isComplete = awaited.every((row) => figure(row, 'deduction') !== null);
  const index = lost && isComplete && !base.eq(0) ? base.plus(lost).plus(outside).div(base) : null;
  return { maxOf, figure, total, totalMax, base, index };
}

function entryPoints(write: CellWrite | undefined): Points | null {
  return write && !('formula' in write) && typeof write.value === 'number'
    ? points(write.value)
    : null;
}

function hasText(write: CellWrite | undefined): boolean {
  return write !== undefined && typeof write.value === 'string' && write.value !== '';
}
