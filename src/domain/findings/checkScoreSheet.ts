/**
 * All checks over one score sheet. Rule kept here: one cell, one cause, one finding. Checks are
 * independent of one another: a check stays silent about figures that were not understood, and where two
 * speak of one cell `causes.ts` says which of them is the cause.
 */
import { withoutConsequences } from './causes';
import type { Check, CheckContext } from './check';
import { checkCitations } from './checks/citations';
import { checkCodeOrder } from './checks/codeOrder';
import { checkCodes } from './checks/codes';
import { checkDeductions } from './checks/deductions';
import { checkEvidence } from './checks/evidence';
import { checkExpected } from './checks/expected';
import { checkFigures } from './checks/figures';
import { checkFormulas } from './checks/formulas';
import { checkFrameworkMaxima } from './checks/frameworkMaxima';
import { checkFrameworkRows, frameworkFits } from './checks/frameworkRows';
import { checkReview } from './checks/review';
import { checkScores } from './checks/scores';
import { checkSums } from './checks/sums';
import { checkTexts } from './checks/texts';
import { checkTotals } from './checks/totals';
import { checkUnits } from './checks/units';
import { checkView } from './checks/view';
import type { Finding } from './finding';

const checks: readonly Check[] = [
  checkFigures,
  checkScores,
  checkFrameworkMaxima,
  checkExpected,
  checkCodes,
  checkCodeOrder,
  checkDeductions,
  checkSums,
  checkTotals,
  checkFormulas,
  checkView,
  checkReview,
  checkEvidence,
  checkCitations,
  checkUnits,
  checkTexts,
];

/** @returns the findings, those of the whole sheet first, then by row and column */
export function checkScoreSheet(context: CheckContext): Finding[] {
  const own = frameworkFits(context) ? context : { ...context, framework: null };
  const findings = [...checkFrameworkRows(context), ...checks.flatMap((check) => check(own))];
  return withoutConsequences(findings).sort(byPlace);
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
