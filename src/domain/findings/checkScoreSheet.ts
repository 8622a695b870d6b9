/**
 * All checks over one score sheet. Rule kept here: one cell, one cause, one finding. Checks are
 * independent of one another; each stays silent about figures that another already speaks of.
 */
import type { Check, CheckContext } from './check';
import { checkCodes } from './checks/codes';
import { checkDeductions } from './checks/deductions';
import { checkFigures } from './checks/figures';
import { checkFrameworkMaxima } from './checks/frameworkMaxima';
import { checkReview } from './checks/review';
import { checkScores } from './checks/scores';
import { checkSums } from './checks/sums';
import type { Finding } from './finding';

const checks: readonly Check[] = [
  checkFigures,
  checkScores,
  checkFrameworkMaxima,
  checkCodes,
  checkDeductions,
  checkSums,
  checkReview,
];

/** @returns the findings, those of the whole sheet first, then by row and column */
export function checkScoreSheet(context: CheckContext): Finding[] {
  return checks.flatMap((check) => check(context)).sort(byPlace);
}

function byPlace(first: Finding, second: Finding): number {
  const a = first.place;
  const b = second.place;
  if (!a || !b) return Number(a !== null) - Number(b !== null);
  return a.row - b.row || a.column - b.column || certaintyRank(first) - certaintyRank(second);
}

/** In one cell, certain fixes come before likely ones: those repair what the certain ones do, and more. */
function certaintyRank(finding: Finding): number {
  return finding.fix?.certainty === 'likely' ? 1 : 0;
}
