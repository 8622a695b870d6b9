/**
 * Scores against their bounds: not below zero, not above the row's max, none missing. Gives
 * score-below-zero, score-above-max, score-above-framework-max, score-missing, scores-not-entered,
 * max-missing, score-too-precise. Leaves are scored; of parents only the bounds are looked at, their sums are `sums.ts`.
 */
import type { FlatNode } from '../../framework/framework';
import type { Points } from '../../points';
import type { FigureRole, ScoreRow, ScoreSheet } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding, scoreRoles } from '../makeFinding';
import {
  scoredRows,
  decimalsOf,
  figureOf,
  frameworkLookup,
  frameworkMax,
  hasColumn,
  isBlank,
  isOutsideScale,
  isSurvey,
} from '../sheetFacts';

export function checkScores(context: CheckContext): Finding[] {
  const { sheet } = context;
  const nodeOf = frameworkLookup(context.framework);
  const leaves = scoredRows(sheet).filter((row) => !isOutsideScale(row));
  return [
    ...leaves.flatMap((row) => checkBounds(row, frameworkMax(nodeOf(row)))),
    ...scoredRows(sheet).filter(isOutsideScale).flatMap(checkCeiling),
    ...leaves.flatMap((row) => checkMax(row, nodeOf(row))),
    ...leaves.flatMap(checkPrecision),
    ...checkMissing(
      sheet,
      'self',
      leaves.filter((row) => !isSurvey(sheet, row, nodeOf(row))),
    ),
    ...checkMissing(sheet, 'appraised1', leaves),
  ];
}

function checkBounds(row: ScoreRow, ofFramework: Points | null): Finding[] {
  const max = figureOf(row, 'max');
  return [...scoreRoles, 'max' as const].flatMap((role) => {
    const entry = row.figures[role];
    const score = entry?.points;
    if (!entry || !score) return [];
    const parts = { place: entry.place, row, related: [row.figures.max?.place] };
    if (score.lt(0))
      return [makeFinding('score-below-zero', { ...parts, params: { role, score }, related: [] })];
    if (role === 'max') return [];
    // Where the sheet's max is not the framework's, that cell is at fault, and the framework's counts.
    if (ofFramework && (max === null || !ofFramework.eq(max))) {
      return score.gt(ofFramework)
        ? [
            makeFinding('score-above-framework-max', {
              ...parts,
              params: { role, score, max: ofFramework },
            }),
          ]
        : [];
    }
    return max !== null && score.gt(max) && max.gte(0)
      ? [makeFinding('score-above-max', { ...parts, params: { role, score, max } })]
      : [];
  });
}

/** A bonus or a penalty has a ceiling of its own; a penalty may bear its minus. */
function checkCeiling(row: ScoreRow): Finding[] {
  const max = figureOf(row, 'max');
  if (!max) return [];
  return scoreRoles.flatMap((role) => {
    const entry = row.figures[role];
    const score = entry?.points;
    if (!entry || !score?.abs().gt(max.abs())) return [];
    const parts = { place: entry.place, row, related: [row.figures.max?.place] };
    return [makeFinding('score-above-max', { ...parts, params: { role, score, max } })];
  });
}

/** Thousandths occur in real sheets; frameworks give no finer points. */
const MOST_DECIMALS = 3;

/** A figure finer than any framework: typed by mistake, or worked out and never rounded. */
function checkPrecision(row: ScoreRow): Finding[] {
  return [...scoreRoles, 'max' as const].flatMap((role) => {
    const entry = row.figures[role];
    if (!entry?.points || decimalsOf(entry.points) <= MOST_DECIMALS) return [];
    const params = {
      role,
      score: entry.points,
      decimals: decimalsOf(entry.points),
      most: MOST_DECIMALS,
    };
    return [makeFinding('score-too-precise', { place: entry.place, row, params })];
  });
}

/**
 * A leaf that was scored, or that has a code, must say out of how much. Where the framework itself does
 * not give it, that is known and no slip, until a score is entered.
 */
function checkMax(row: ScoreRow, flat: FlatNode | null): Finding[] {
  const entry = row.figures.max;
  if (!entry || !isBlank(entry)) return [];
  const scored = scoreRoles.some((role) => !isBlank(row.figures[role]));
  const expected = row.code !== '' && flat?.node.max !== null;
  return scored || expected ? [makeFinding('max-missing', { place: entry.place, row })] : [];
}

/**
 * A blank score among given ones. A whole blank column is a sheet not yet filled (self) or not yet
 * appraised: said once for self, and not at all for the council.
 */
function checkMissing(
  sheet: ScoreSheet,
  role: Extract<FigureRole, 'self' | 'appraised1'>,
  leaves: readonly ScoreRow[],
): Finding[] {
  if (!hasColumn(sheet, role)) return [];
  const withMax = leaves.filter((row) => !isBlank(row.figures.max));
  const missing = withMax.filter((row) => isMissing(row, role));
  if (withMax.length === 0) return [];
  if (withMax.every((row) => isBlank(row.figures[role]))) {
    if (role !== 'self' || missing.length === 0) return [];
    return [
      makeFinding('scores-not-entered', { place: null, params: { role, count: missing.length } }),
    ];
  }
  return missing.map((row) =>
    makeFinding('score-missing', {
      place: row.figures[role]?.place ?? null,
      row,
      params: { role, max: figureOf(row, 'max') },
    }),
  );
}

/** Round 1 left out where round 2 was given is another matter (`rounds`). */
function isMissing(row: ScoreRow, role: 'self' | 'appraised1'): boolean {
  if (!isBlank(row.figures[role])) return false;
  return role === 'self' || isBlank(row.figures.appraised2);
}
