/** A formula with what is said of its bounds: "dưới 50%: 0; từ 50% đến dưới 80%: (b/a) × max; từ 80%: max". */
import { ZERO, pointsText, type Points } from '../../points';
import type { Rule } from '../rule';
import type { Formula } from './formulas';
import { isNegative, isOtherwise } from './options';
import {
  clausesOf,
  scoredPoints,
  scoresOf,
  type Assembled,
  type ClauseOf,
  type ReadClause,
} from './readClauses';
import type { Span } from './spans';
import { isRemark, isTitle, saysFault } from './tellingWords';

/** @returns null for several formulas, and for one whose bounds do not meet what is said around them */
export function assembleFormula(read: readonly ReadClause[], max: Points | null): Assembled | null {
  const [only, ...more] = clausesOf(read, 'formula');
  if (!only || more.length > 0) return null;
  const { formula, span, condition } = only.meaning;
  const made: Assembled = {
    rule: { kind: 'linear' },
    used: new Set<ReadClause>([only]),
    doubtful: new Set<ReadClause>(),
  };
  if (span?.extra || (formula.kind === 'ratio' && formula.assumed)) made.doubtful.add(only);
  // "Có kế hoạch: b/a × điểm tối đa".
  if (!span && !isPlain(condition.key)) made.doubtful.add(only);
  const bounds = readBounds(read, max, made);
  if (!bounds || (span && span.unit !== 'percent')) return null;
  const rule =
    formula.kind === 'other'
      ? plainFormula(formula, span, bounds, read)
      : ratioRule(formula, span, bounds, only, made);
  if (!rule) return null;
  doubtSwapped(formula, read, made);
  const then: Rule = bounds.precondition ? { kind: 'precondition', then: rule } : rule;
  return { ...made, rule: then };
}

function isPlain(key: string): boolean {
  return key === '' || isTitle(key) || isRemark(key);
}

interface Bounds {
  /** Nothing is given up to here. */
  zero: Span | null;
  /** All is given from here on. */
  full: Span | null;
  /** "Còn lại: 0". */
  restIsZero: boolean;
  precondition: boolean;
}

/** What the scores beside the formula say; null when one of them is neither nothing nor all. */
function readBounds(
  read: readonly ReadClause[],
  max: Points | null,
  made: Assembled,
): Bounds | null {
  const bounds: Bounds = { zero: null, full: null, restIsZero: false, precondition: false };
  for (const one of scoresOf(read)) {
    const { asks, condition, worth } = one.meaning;
    const given = scoredPoints(one, max);
    const all = worth.kind === 'max' || (max !== null && given?.eq(max) === true);
    const none = given?.eq(0) === true;
    made.used.add(one);
    if (asks.kind === 'span' && asks.span.extra) made.doubtful.add(one);
    if (asks.kind === 'span' && asks.span.unit !== 'percent') return null;
    if (asks.kind === 'span' && none && !bounds.zero) bounds.zero = asks.span;
    else if (asks.kind === 'span' && all && !bounds.full) bounds.full = asks.span;
    else if (asks.kind === 'none' && none && isOtherwise(condition.key)) bounds.restIsZero = true;
    else if (asks.kind === 'none' && none && isNegative(condition.key)) bounds.precondition = true;
    else return null;
  }
  return bounds;
}

function ratioRule(
  formula: Formula & { kind: 'ratio' | 'spread' },
  span: Span | null,
  { zero, full, restIsZero }: Bounds,
  source: ClauseOf<'formula'>,
  made: Assembled,
): Rule | null {
  if (zero && (!zero.high || zero.low?.gt(0))) return null;
  if (full && (!full.low || (full.high?.lt(100) && !full.exact))) return null;
  const floor = span?.low ?? zero?.high ?? ZERO;
  const top = full?.low ?? null;
  const end = span?.high && !(span.high.gte(100) && !span.highOpen) ? span.high : null;
  if (zero?.high && span?.low && !zero.high.eq(span.low)) return null;
  if (end && !top && end.lt(100)) return null;
  if (end && top && !end.eq(top)) return null;
  if (top?.lte(floor)) return null;
  const unsure =
    (zero && zero.highOpen === (span?.low ? span.lowOpen : false)) ||
    (zero && !zero.highOpen) ||
    span?.lowOpen ||
    (full?.lowOpen && top?.lt(100)) ||
    // "dưới 80% tính theo tỷ lệ": 79 of 100, or 79 of 80.
    (formula.kind === 'ratio' && formula.inWords && top?.lt(100)) ||
    (end && !span?.highOpen && top?.lt(100)) ||
    (floor.gt(0) && !zero && !restIsZero);
  if (unsure) made.doubtful.add(source);
  const whole = top && top.lt(100) ? { full: pointsText(top) } : {};
  if (formula.kind === 'spread') {
    // Below its floor a spread gives less than nothing, and beyond its end more than all.
    const agrees = (!span?.low || floor.eq(formula.floor)) && (!top || top.eq(formula.full));
    if (!agrees || (zero?.high && !zero.high.eq(formula.floor))) return null;
    const [from, to] = [pointsText(formula.floor), pointsText(formula.full)];
    return { kind: 'floor', floor: from, full: to, between: 'spread' };
  }
  if (floor.eq(0) && !whole.full) return { kind: 'linear' };
  return { kind: 'floor', floor: pointsText(floor), ...whole, between: 'ratio' };
}

/** Over letters that the sentence explains: nobody could declare them otherwise. */
function plainFormula(
  { names, formula }: Formula & { kind: 'other' },
  span: Span | null,
  bounds: Bounds,
  read: readonly ReadClause[],
): Rule | null {
  if (span || bounds.zero || bounds.full || bounds.restIsZero) return null;
  const labels = labelsOf(read);
  const variables = names.map((name) => ({ name, label: labels.get(name) ?? '' }));
  // A rate could be declared as 80 % or as 0,8.
  if (variables.some(({ label }) => label === '' || /%|t[ỷỉ] lệ/iu.test(label))) return null;
  return { kind: 'expression', variables, formula };
}

function labelsOf(read: readonly ReadClause[]): Map<string, string> {
  return new Map(
    clausesOf(read, 'definitions').flatMap(({ meaning }) =>
      meaning.definitions.map(({ letter, label }) => [letter, label] as const),
    ),
  );
}

/** Formula and definitions contradict each other: a whole that is part of its part, a part that is bad. */
function doubtSwapped(formula: Formula, read: readonly ReadClause[], made: Assembled): void {
  const labels = labelsOf(read);
  const pairs = formula.kind === 'other' ? quotients(formula.formula) : [lettersOf(formula)];
  const swapped = pairs.some((pair) => {
    const [part, whole] = pair.map((letter) => labels.get(letter)?.toLowerCase());
    return part?.includes('tổng') && whole !== undefined && !whole.includes('tổng');
  });
  const [part] = lettersOf(formula);
  const bad = part !== undefined && saysFault(labels.get(part)?.toLowerCase() ?? '');
  if (!swapped && !bad) return;
  for (const one of clausesOf(read, 'definitions')) made.doubtful.add(one);
}

function lettersOf(formula: Formula): string[] {
  return (formula.kind !== 'other' && formula.letters) || [];
}

function quotients(formula: string): string[][] {
  return [...formula.matchAll(/\b([a-z]) \/ ([a-z])\b/g)].map(([, part = '', whole = '']) => [
    part,
    whole,
  ]);
}
