/**
 * Proposes a scoring rule from the decision's own sentence ("Đạt 100%: 1 điểm; từ 80% đến dưới 100%: 0,5
 * điểm; dưới 80%: 0"). A proposal, never a decision: a person confirms it beside the sentence.
 *
 * Rule kept here: wrong is worse than nothing. What two readings fit, and what the kinds of rule cannot
 * say, gives no proposal.
 */
import { points, pointsText } from '../points';
import { readNumber } from '../text/readNumber';
import { foldText } from '../text/vietnamese';
import { ruleSchema, type Rule } from './rule';

export interface RuleProposal {
  rule: Rule;
  /**
   * How far the sentence was understood: `whole` when every clause that carries a figure or a condition
   * was used; `part` when something was left over, named in `leftOver`.
   */
  understood: 'whole' | 'part';
  /** The clauses left over, as they are written. */
  leftOver: string[];
}

const LONGEST = 4000;

/**
 * @param method the decision's sentence(s), lines separated by \n
 * @param max points of the criterion as decimal text, or null when unknown
 * @returns null when nothing can be proposed soundly. Never throws.
 */
export function proposeRule(method: string, max: string | null): RuleProposal | null {
  if (method.length > LONGEST) return null;
  const text = foldText(method);
  const rule = readLinear(text) ?? readTiers(method, max);
  if (!rule || !ruleSchema.safeParse(rule).success) return null;
  return { rule, understood: 'whole', leftOver: [] };
}

function readLinear(text: string): Rule | null {
  return /^[^\d]{0,60}\(?b ?\/ ?a\)? ?[x×*.] ?điểm (tối đa|chuẩn)\.?$/.test(text)
    ? { kind: 'linear' }
    : null;
}

/** "từ 80% trở lên: 1; từ 50% đến dưới 80%: 0,5; dưới 50%: 0". */
function readTiers(method: string, max: string | null): Rule | null {
  const tiers: { from: string; points: string }[] = [];
  for (const clause of method.split(/[;\n]/).map(foldText)) {
    if (clause === '') continue;
    const found =
      /^[-+ ]*(?:đạt )?(?:từ )?(dưới )?(\d[\d.,]*) ?%(?: (?:trở lên|đến dưới (\d[\d.,]*) ?%))?: (\d[\d.,]*)(?: điểm)?\.?$/.exec(
        clause,
      );
    const from = figure(found?.[2]);
    const worth = figure(found?.[4]?.replace(/\.$/, ''));
    if (!found || from === null || worth === null) return null;
    tiers.push({ from: found[1] ? '0' : from, points: worth });
  }
  const best = tiers.map((tier) => tier.points).sort((a, b) => points(b).cmp(points(a)))[0];
  const rising = tiers.every(
    (tier, i) => i === 0 || points(tiers[i - 1]?.from ?? '0').gt(points(tier.from)),
  );
  if (tiers.length < 2 || !rising || best === undefined) return null;
  if (max !== null && !points(max).eq(points(best))) return null;
  return { kind: 'tiers', measure: 'percent', tiers };
}

function figure(text: string | undefined): string | null {
  const reading = readNumber(text ?? '');
  return reading.kind === 'number' ? pointsText(reading.points) : null;
}
