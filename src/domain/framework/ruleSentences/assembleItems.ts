/** Points for each item, or less for each breach: "Mỗi sáng kiến được 0,5 điểm, tối đa 2 điểm". */
import { pointsText, type Points } from '../../points';
import type { Rule } from '../rule';
import { isNegative, isOtherwise } from './options';
import { clausesOf, scoredPoints, scoresOf, type Assembled, type ReadClause } from './readClauses';
import type { SpanReading } from './spans';
import type { PerItem } from './statements';

/** @returns null for several kinds of item, a ceiling other than the maximum, or a score beside it */
export function assembleItems(read: readonly ReadClause[], max: Points | null): Assembled | null {
  const [only, ...more] = clausesOf(read, 'perItem');
  const ceilings = clausesOf(read, 'ceiling');
  const limits = ceilings.flatMap(({ meaning }) => meaning.points ?? []);
  const [ceiling = null] = limits;
  const oneLimit = limits.every((limit) => ceiling?.eq(limit));
  if (!only || more.length > 0 || !oneLimit) return null;
  const item = only.meaning;
  const used = new Set<ReadClause>([only, ...ceilings]);
  const doubtful = new Set<ReadClause>();
  let precondition = false;
  for (const one of scoresOf(read)) {
    const { asks, condition, worth } = one.meaning;
    const given = scoredPoints(one, max);
    const all = worth.kind === 'max' || (max && given?.eq(max));
    const agrees = item.sign === 'plus' ? given?.eq(0) : all;
    const none = isNegative(condition.key) || (item.sign === 'plus' && isOtherwise(condition.key));
    // "Thực hiện 100%: 1 điểm; mỗi nhiệm vụ chậm trừ 0,1": from all points down.
    const full = item.sign === 'minus' && (asks.kind === 'none' || isExact(asks));
    // Beside a deduction "Không" may mean no breach, or that nothing was done at all.
    if (
      item.sign === 'minus' &&
      given?.eq(0) &&
      isNegative(condition.key) &&
      asks.kind === 'none'
    ) {
      used.add(one);
      doubtful.add(one);
      precondition = true;
      continue;
    }
    if (!agrees || !(full || (asks.kind === 'none' && none))) return null;
    used.add(one);
  }
  // "Phạt 0,5 điểm" of a criterion that has points is taken from them, unless the total is named.
  const leaves =
    item.outside === 'total' || (item.outside === 'word' && !(max && item.sign === 'minus'));
  const rule = leaves ? outside(item, ceiling ?? max) : inside(item, ceiling, max);
  if (!rule) return null;
  // Whether a criterion leaves the scale is for a person to say.
  if (item.outside) doubtful.add(only);
  for (const one of ceilings) if (/thưởng|cộng|phạt/u.test(one.clause.key)) doubtful.add(one);
  // A ceiling is the maximum only where that is known to be the same.
  if (!leaves && ceiling && !max) for (const one of ceilings) doubtful.add(one);
  return { rule: precondition ? { kind: 'precondition', then: rule } : rule, used, doubtful };
}

function isExact(asks: SpanReading): boolean {
  return asks.kind === 'span' && asks.span.exact && !asks.span.extra;
}

function inside(item: PerItem, ceiling: Points | null, max: Points | null): Rule | null {
  if (ceiling && max && !ceiling.eq(max)) return null;
  if (item.each.kind === 'of') {
    const of = pointsText(item.each.of);
    return item.sign === 'plus' && item.each.of.gt(0) ? { kind: 'count', of } : null;
  }
  const { points } = item.each;
  if (points.eq(0) || (max && points.gt(max))) return null;
  return { kind: item.sign === 'plus' ? 'count' : 'minus', each: pointsText(points) };
}

function outside(item: PerItem, ceiling: Points | null): Rule | null {
  if (item.each.kind === 'of' || item.each.points.eq(0) || !ceiling?.gt(0)) return null;
  const each = pointsText(item.each.points);
  const sign = item.sign === 'plus' ? 'bonus' : 'penalty';
  return { kind: 'outside', sign, each, ceiling: pointsText(ceiling) };
}
