/**
 * Proposes a scoring rule from the decision's own sentence ("Đạt 100%: 1 điểm; từ 80% đến dưới 100%: 0,5
 * điểm; dưới 80%: 0"). A proposal, never a decision: a person confirms it beside the sentence.
 *
 * Rule kept here: wrong is worse than nothing. What two readings fit, and what the kinds of rule cannot
 * say, gives no proposal; what was read but leaves a clause unused names it.
 */
import { points, type Points } from '../points';
import { readClauses, type ReadClause } from './ruleSentences/readClauses';
import { splitClauses } from './ruleSentences/clauses';
import { assemble } from './ruleSentences/assemble';
import { isRemark, isTitle } from './ruleSentences/tellingWords';
import { ruleSchema, type Rule } from './rule';

export interface RuleProposal {
  rule: Rule;
  /**
   * How far the sentence was understood: `whole` when every clause that carries a figure or a condition
   * was used; `part` when something was left over, named in `leftOver`.
   */
  understood: 'whole' | 'part';
  /** The clauses left over, or whose reading is in doubt, as they are written. */
  leftOver: string[];
}

const LONGEST = 4000;

/**
 * @param method the decision's sentence(s), lines separated by \n
 * @param max points of the criterion as decimal text, or null when unknown
 * @returns null when nothing can be proposed soundly. Never throws.
 */
export function proposeRule(method: string, max: string | null): RuleProposal | null {
  const clauses = method.length > LONGEST ? null : splitClauses(method);
  if (!clauses || clauses.length === 0) return null;
  const whole = maxPoints(max);
  const read = readClauses(clauses, whole);
  const assembled = assemble(read, whole);
  if (!assembled || !ruleSchema.safeParse(assembled.rule).success) return null;
  const left = read.filter((one) => !assembled.used.has(one) || assembled.doubtful.has(one));
  const start = read.findIndex((one) => one.meaning.kind !== 'silent');
  const leftOver = left
    .filter((one) => matters(one, read.indexOf(one) < start))
    .map(({ clause }) => clause.text);
  if (leftOver.length > assembled.used.size) return null;
  return {
    rule: assembled.rule,
    understood: leftOver.length === 0 ? 'whole' : 'part',
    leftOver,
  };
}

function maxPoints(max: string | null): Points | null {
  return max !== null && /^\d{1,6}(\.\d{1,4})?$/.test(max) && !points(max).eq(0)
    ? points(max)
    : null;
}

/** Every clause matters but a heading of the rule, and what is known to say nothing of the score. */
function matters({ clause: { key }, meaning }: ReadClause, isAbove: boolean): boolean {
  return meaning.kind !== 'silent' || !(isRemark(key) || (isAbove && isTitle(key)));
}
