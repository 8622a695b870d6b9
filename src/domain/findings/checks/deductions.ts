/**
 * Deductions of leaves: max − appraised, never against the self-score. Gives deduction-wrong,
 * deduction-missing, deduction-sign. A difference of up to half a hundredth is rounding, not a mistake.
 */
import { points, type Points } from '../../points';
import { deductionOf } from '../../scoring/summary';
import {
  effectiveAppraised,
  type FigureEntry,
  type ScoreRow,
  type ScoreSheet,
} from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding, Fix } from '../finding';
import { makeFinding, numberFix } from '../makeFinding';
import {
  appraisedOf,
  scoredRows,
  figureOf,
  frameworkLookup,
  isBlank,
  maximaOf,
} from '../sheetFacts';

/** Half of the last place that people print. */
export const ROUNDING = points('0.005');

export function checkDeductions(context: CheckContext): Finding[] {
  const { sheet } = context;
  const nodeOf = frameworkLookup(context.framework);
  const leaves = scoredRows(sheet);
  const sign = signOf(sheet);
  const columnInUse = leaves.some((row) => row.figures.deduction?.points);
  return leaves.flatMap((row) => {
    const entry = row.figures.deduction;
    const loss = deductionOf(row);
    if (!entry || !loss || loss.lt(0)) return [];
    if (isBlank(entry)) return columnInUse && loss.gt(0) ? [missing(sheet, row, entry, loss)] : [];
    const appraised = appraisedOf(row);
    if (!entry.points || !appraised) return [];
    const losses = maximaOf(row, nodeOf(row)).map((max) => max.minus(appraised));
    if (!losses.some((value) => agrees(entry, value))) return [wrong(sheet, row, entry, loss)];
    return sign !== null && entry.points.times(sign).lt(0) ? [wrongSign(sheet, row, entry)] : [];
  });
}

/** −1 or 1 where the sheet clearly prints its deductions so (two in three or more); null else. */
function signOf(sheet: ScoreSheet): -1 | 1 | null {
  const given = scoredRows(sheet).flatMap((row) => row.figures.deduction?.points ?? []);
  const negative = given.filter((value) => value.lt(0)).length;
  const positive = given.filter((value) => value.gt(0)).length;
  if (negative >= positive * 2 && negative > 1) return -1;
  return positive >= negative * 2 && positive > 1 ? 1 : null;
}

function wrongSign(sheet: ScoreSheet, row: ScoreRow, entry: FigureEntry): Finding {
  const expected = entry.points?.times(-1) ?? null;
  return makeFinding('deduction-sign', {
    place: entry.place,
    row,
    params: { value: entry.points, expected, convention: sheet.deductionSign },
    fix: expected && entry.formula === null ? numberFix(entry.place, expected, 'certain') : null,
  });
}

/** Whether a deduction, printed with either sign, is this loss. */
export function agrees(entry: FigureEntry, loss: Points): boolean {
  return entry.points !== null && entry.points.abs().minus(loss.abs()).abs().lte(ROUNDING);
}

function wrong(sheet: ScoreSheet, row: ScoreRow, entry: FigureEntry, loss: Points): Finding {
  return makeFinding('deduction-wrong', {
    place: entry.place,
    row,
    params: {
      value: entry.points,
      expected: signed(sheet, loss),
      max: figureOf(row, 'max'),
      appraised: appraisedOf(row),
      cause: causeOf(row, entry),
    },
    related: [row.figures.max?.place, effectiveAppraised(row)?.place],
    fix: fixOf(sheet, entry, loss, 'likely'),
  });
}

function missing(sheet: ScoreSheet, row: ScoreRow, entry: FigureEntry, loss: Points): Finding {
  return makeFinding('deduction-missing', {
    place: entry.place,
    row,
    params: {
      expected: signed(sheet, loss),
      max: figureOf(row, 'max'),
      appraised: appraisedOf(row),
    },
    related: [row.figures.max?.place, effectiveAppraised(row)?.place],
    fix: fixOf(sheet, entry, loss, 'certain'),
  });
}

/** The slip behind a wrong deduction, where one explains it. */
function causeOf(row: ScoreRow, entry: FigureEntry): 'self' | 'round1' | 'other' {
  const max = figureOf(row, 'max');
  const self = figureOf(row, 'self');
  const first = figureOf(row, 'appraised1');
  if (max && self && agrees(entry, max.minus(self))) return 'self';
  return max && first && agrees(entry, max.minus(first)) ? 'round1' : 'other';
}

/** A formula is not overwritten by a figure. */
function fixOf(
  sheet: ScoreSheet,
  entry: FigureEntry,
  loss: Points,
  certainty: Fix['certainty'],
): Fix | null {
  return entry.formula === null ? numberFix(entry.place, signed(sheet, loss), certainty) : null;
}

/** As this sheet prints deductions. */
export function signed(sheet: ScoreSheet, loss: Points): Points {
  return sheet.deductionSign === 'negative' && !loss.eq(0) ? loss.times(-1) : loss;
}
