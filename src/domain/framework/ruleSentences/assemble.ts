/**
 * One rule from what the clauses say together. Each way of making one takes only what it understands: a
 * scale with a step that fits no order, points that do not reach the criterion's maximum, or two formulas
 * give none.
 */
import { ZERO, points, pointsText, type Points } from '../../points';
import type { Rule } from '../rule';
import { assembleFormula } from './assembleFormula';
import { assembleItems } from './assembleItems';
import { assembleOptions, isNegative, isNothing, isOtherwise, leavesBetween } from './options';
import {
  clausesOf,
  isMaxStated,
  scoredPoints,
  scoresOf,
  type Assembled,
  type ClauseOf,
  type ReadClause,
} from './readClauses';
import { percentSpan, readSpan, type Span, type SpanReading } from './spans';
import { saysChange } from './tellingWords';
import { assembleTiers, type Step } from './tiers';

/** @param max of the criterion, or null when it is not known */
export function assemble(read: readonly ReadClause[], max: Points | null): Assembled | null {
  const maker = [
    { kind: 'perItem' as const, make: assembleItems },
    { kind: 'formula' as const, make: assembleFormula },
    { kind: 'threshold' as const, make: assembleThreshold },
    { kind: 'scored' as const, make: assembleScale },
  ].find(({ kind }) => read.some((one) => one.meaning.kind === kind));
  const made = maker ? maker.make(read, max) : assembleElsewhere(read);
  if (!made || !doubtScores(made, scoresOf(read), max)) return null;
  takeCompanions(made, read, max);
  const leaving = clausesOf(read, 'notApplicable');
  if (leaving.length === 0 || made.rule.kind === 'notAssessed') return made;
  for (const one of leaving) made.used.add(one);
  return { ...made, rule: { kind: 'applicable', then: made.rule } };
}

/**
 * Points that are added, and what is said behind the points, leave a doubt.
 * @returns false where several are added: they are parts, no scale
 */
function doubtScores(
  made: Assembled,
  scores: readonly ClauseOf<'scored'>[],
  max: Points | null,
): boolean {
  const giving = scores.filter((one) => !scoredPoints(one, max)?.eq(0));
  const added = giving.filter((one) => one.meaning.added);
  if (added.length > 0 && giving.length > 1) return false;
  const named = made.rule.kind === 'choice';
  const turned = scores.filter(
    ({ meaning: { condition, noted, asks } }) =>
      !named && (saysChange(withoutMeasure(condition.key)) || (noted && asks.kind === 'span')),
  );
  for (const one of [...added, ...turned]) made.doubtful.add(one);
  return true;
}

/** "Tăng từ 5% trở lên", "không giảm": what is measured, not what is done to the points. */
function withoutMeasure(key: string): string {
  return key.replace(/(?<!\p{L})(?:tăng(?: thêm)?|giảm)(?! (?:điểm|một|nửa))/gu, ' ');
}

/** What stands beside a rule and agrees with it: where the figures come from, and the maximum itself. */
function takeCompanions(made: Assembled, read: readonly ReadClause[], max: Points | null): void {
  for (const kind of ['definitions', 'survey', 'system'] as const)
    for (const one of clausesOf(read, kind)) made.used.add(one);
  for (const one of clausesOf(read, 'ceiling'))
    if (!one.meaning.ofDeduction && (!one.meaning.points || max?.eq(one.meaning.points)))
      made.used.add(one);
  for (const one of clausesOf(read, 'scored'))
    if (isMaxStated(one) && scoredPoints(one, max)?.eq(max ?? points(-1))) made.used.add(one);
}

/** A survey, another system, or a criterion that is not assessed: only where nothing else is said. */
function assembleElsewhere(read: readonly ReadClause[]): Assembled | null {
  for (const kind of ['notAssessed', 'survey', 'system'] as const) {
    const [one] = clausesOf(read, kind);
    if (!one) continue;
    const rule: Rule =
      one.meaning.kind === 'system'
        ? { kind: 'system', source: one.meaning.source }
        : { kind: one.meaning.kind };
    return { rule, used: new Set([one]), doubtful: new Set() };
  }
  return null;
}

/** "> 60% mới có điểm". */
function assembleThreshold(read: readonly ReadClause[], max: Points | null): Assembled | null {
  const [only, ...more] = clausesOf(read, 'threshold');
  const others = scoresOf(read);
  const nothing = others.every((one) => scoredPoints(one, max)?.eq(0));
  if (!only || more.length > 0 || !nothing) return null;
  const rule = fullFrom(only.meaning.span, max);
  return rule && { rule, used: new Set<ReadClause>([only, ...others]), doubtful: new Set() };
}

/** All points from the lower bound of a span on. */
function fullFrom(span: Span, max: Points | null): Rule | null {
  if (!span.low || span.high) return null;
  const from = pointsText(span.low);
  if (span.unit === 'percent')
    return { kind: 'allOrNothing', ...(span.lowOpen ? { above: from } : { atLeast: from }) };
  const above = span.lowOpen ? { above: true as const } : {};
  return (
    max && { kind: 'tiers', measure: 'count', tiers: [{ from, points: pointsText(max), ...above }] }
  );
}

function assembleScale(read: readonly ReadClause[], max: Points | null): Assembled | null {
  const scores = scoresOf(read);
  return assembleEither(scores, max) ?? assembleSteps(scores, max) ?? assembleNamed(scores, max);
}

/** "từ 20% trở lên hoặc tăng thêm ít nhất 01 đơn vị: 1 điểm": one figure in per cent, one counted. */
function assembleEither(scores: ClauseOf<'scored'>[], max: Points | null): Assembled | null {
  const [first, ...others] = scores;
  const sides = first?.meaning.condition.key.split(/ hoặc /u) ?? [];
  if (!first || sides.length !== 2 || first.meaning.asks.kind !== 'unclear') return null;
  const all = first.meaning.worth.kind === 'max' || (max && scoredPoints(first, max)?.eq(max));
  if (!all || !others.every((one) => scoredPoints(one, max)?.eq(0))) return null;
  const spans = sides
    .map(readSpan)
    .flatMap((one) => (one.kind === 'span' ? (percentSpan(one.span, false) ?? []) : []));
  const rules = spans.flatMap((span) => (span.extra ? [] : [fullFrom(span, max)]));
  const [one, two] = rules;
  if (!one || !two || spans[0]?.unit === spans[1]?.unit) return null;
  return {
    rule: { kind: 'either', rules: [one, two] },
    used: new Set(scores),
    doubtful: new Set(),
  };
}

/** A scale of figures, with what is said for "none" and "the rest". */
function assembleSteps(scores: ClauseOf<'scored'>[], max: Points | null): Assembled | null {
  const steps: Step<ReadClause>[] = [];
  const words: ClauseOf<'scored'>[] = [];
  const doubtful = new Set<ReadClause>();
  for (const one of scores) {
    const { asks } = one.meaning;
    const given = scoredPoints(one, max) ?? knownMax(one, scores);
    if (asks.kind === 'unclear' || !given) return null;
    if (asks.kind === 'none') words.push(one);
    else steps.push({ span: asks.span, points: given, source: one });
    if (asks.kind === 'span' && asks.span.extra) doubtful.add(one);
  }
  const unit = steps[0]?.span.unit;
  if (!unit || (words.length === 0 && isLoneFigure(steps))) return null;
  let rest: Points | null = null;
  let precondition = false;
  for (const one of words) {
    const given = scoredPoints(one, max);
    const key = one.meaning.condition.key;
    if (!given) return null;
    // "Không ban hành hoặc ban hành muộn" is more than a plain "Không".
    if (
      given.eq(0) &&
      isNegative(key) &&
      /(?<!\p{L})(?:hoặc|muộn|chậm|trễ|nhưng|sau)(?!\p{L})/u.test(key)
    )
      doubtful.add(one);
    const none = isNothing(key) && given.gt(0);
    // "Dưới 80%: 0,5; không thực hiện: 0": the steps leave nothing over, so it is none of them.
    const apart = isNegative(key) && given.eq(0) && startsAtNothing(steps);
    if (isOtherwise(key) && !none && !apart && rest === null) rest = given;
    else if (!isNegative(key)) return null;
    else if (unit === 'count' || given.gt(0)) steps.push({ ...nothing(unit, given), source: one });
    else {
      precondition = true;
      if (startsAtNothing(steps)) {
        // "Không tăng: 0" is 0 per cent; "không ban hành kế hoạch: 0" need not be.
        if (!/^không (?:tăng|giảm)/u.test(key)) doubtful.add(one);
        else steps.push({ ...nothing(unit, given), source: one });
      }
    }
  }
  const whole = max ?? (scores.some((one) => one.meaning.worth.kind === 'max') ? points(1) : null);
  const made = assembleTiers(steps, whole, rest);
  if (!made || (!max && whole && made.rule.kind === 'tiers')) return null;
  for (const one of made.doubtful) doubtful.add(one);
  const rule: Rule = precondition ? { kind: 'precondition', then: made.rule } : made.rule;
  return { rule, used: new Set(scores), doubtful };
}

/** "điểm tối đa" where no maximum is known: enough for all or nothing, and for that alone. */
function knownMax(one: ClauseOf<'scored'>, scores: readonly ClauseOf<'scored'>[]): Points | null {
  const plain = scores.every(
    ({ meaning: { worth } }) =>
      worth.kind === 'max' || (worth.kind === 'points' && worth.points.eq(0)),
  );
  return plain && one.meaning.worth.kind === 'max' ? points(1) : null;
}

/** "Đạt 100%: 1 điểm" alone says nothing of what is below. */
function isLoneFigure(steps: readonly Step<ReadClause>[]): boolean {
  const [only] = steps;
  return only !== undefined && steps.length === 1 && only.span.exact;
}

/** The lowest step gives points for 0 per cent too. */
function startsAtNothing(steps: readonly Step<ReadClause>[]): boolean {
  return steps.some(({ span, points: given }) => given.gt(0) && (span.low?.eq(0) ?? true));
}

/** "Không có …": nothing of what is counted. */
function nothing(unit: Span['unit'], given: Points): { span: Span; points: Points } {
  const none = { low: ZERO, lowOpen: false, high: ZERO, highOpen: false };
  return { span: { unit, ...none, exact: true, words: [], extra: false }, points: given };
}

/** A scale in words; figures in it are part of the names. */
function assembleNamed(scores: ClauseOf<'scored'>[], max: Points | null): Assembled | null {
  const [first] = scores;
  if (!first) return null;
  const labels = withoutSubject(scores.map((one) => one.meaning.condition.text));
  const options = scores.map((one, i) => ({
    label: labels[i] ?? '',
    points: scoredPoints(one, max),
  }));
  const plain = scores.every((one) => one.meaning.asks.kind === 'none');
  // Figures alone are a scale of figures, and that was tried.
  const named = scores.filter(
    ({ meaning: { asks, condition } }) =>
      (asks.kind === 'none' && !isOtherwise(condition.key)) ||
      (asks.kind === 'span' && asks.span.extra),
  );
  if (named.length === 0) return null;
  if (!plain && !strictlyOrdered(options.map((option) => option.points))) return null;
  const sole = scores.length === 1 && /^có(?!\p{L})/u.test(first.meaning.condition.key);
  const all = first.meaning.worth.kind === 'max' || (max && options[0]?.points?.eq(max));
  const rule =
    sole && plain && all ? ({ kind: 'allOrNothing' } as const) : assembleOptions(options, max);
  if (!rule) return null;
  // "Đạt 100%: 1; gửi muộn: 0,5" names two things that may both hold.
  const figures = scores.some(({ meaning: { asks } }) => isPercent(asks) && !asks.span.extra);
  const beside = scores.filter(
    ({ meaning: { asks, condition } }) =>
      figures && asks.kind === 'none' && !isNegative(condition.key) && !isOtherwise(condition.key),
  );
  // "Muộn 5 ngày: 0; muộn 2 ngày: 0,5" does not say which holds on the third.
  const days = scores.filter(
    ({ meaning: { asks, condition } }) =>
      asks.kind === 'unclear' && /\d (?:ngày|giờ|phút|tuần|tháng)(?!\p{L})/u.test(condition.key),
  );
  const uneven = rule.kind === 'allOrNothing' && leavesBetween(options.map(({ label }) => label));
  const between = uneven ? scores : [];
  // "Đơn vị nộp muộn giảm một nửa số điểm" beside a scale takes from every option of it.
  const inOrder = strictlyOrdered(options.map((option) => option.points));
  const loose = scores.filter(
    ({ meaning }, i) => meaning.reduced && !(inOrder && i > 0 && i < scores.length - 1),
  );
  return {
    rule,
    used: new Set(scores),
    doubtful: new Set([...beside, ...days, ...between, ...loose]),
  };
}

function isPercent(asks: SpanReading): asks is SpanReading & { kind: 'span' } {
  return asks.kind === 'span' && asks.span.unit === 'percent';
}

/** "Kết quả xếp loại: Tốt", "Khá": what is rated stands before the first, and is no part of its name. */
function withoutSubject([first = '', ...others]: string[]): string[] {
  const own = first.split(/: ?/).at(-1) ?? '';
  return [others.some((other) => other.includes(':')) ? first : own, ...others];
}

function strictlyOrdered(values: readonly (Points | null)[]): boolean {
  const pairs = values.slice(1).map((value, i) => [values[i] ?? null, value] as const);
  return pairs.every(([a, b]) => a && b && a.gt(b)) || pairs.every(([a, b]) => a && b && a.lt(b));
}
