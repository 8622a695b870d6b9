/**
 * The score that a rule gives for what a unit declared, with its working ("7904/14835 × 1 = 0,53").
 * It is advice: the council's figure stands, and a difference beyond 0,01 is worth a look (documents
 * round 0,857 to 0,85 and 0,398 to 0,4 on one page).
 */
import type { Rule } from '../framework/rule';
import { ZERO, points, type Points } from '../points';
import { formatPoints } from '../text/formatNumber';
import { readDeclared, type Declared } from '../text/readDeclared';
import { findOption } from './choice';
import { computeExpression } from './expression';

/** Text and figures in turn; figures are shown in the reader's own style. */
export type Working = readonly (string | Points)[];

export type ExpectedScore =
  | { kind: 'score'; points: Points; working: Working }
  /** The criterion leaves the base. */
  | { kind: 'outOfBase'; assessment: 'notAssessed' | 'notApplicable' }
  | { kind: 'none'; reason: ExpectedProblem };

/** Why there is no expected score. `blank` is no trouble: nothing was declared yet. */
export type ExpectedProblem =
  'blank' | 'unreadable' | 'wrongInput' | 'divisionByZero' | 'aboveWhole' | 'badFormula';

/**
 * @param max of the criterion: no rule gives more, but one that stands outside the scale
 * @param declared the cell's text
 * Never throws.
 */
export function computeExpected(rule: Rule, max: Points, declared: string): ExpectedScore {
  return apply(rule, max, { text: declared, declared: readDeclared(declared) });
}

/** "7904/14835 × 1 = 0,53". Figures at up to `decimals` places. */
export function formatWorking(working: Working, mark: ',' | '.', decimals = 2): string {
  return working
    .map((part) =>
      typeof part === 'string' ? part : formatPoints(part, { mark, maxDecimals: decimals }),
    )
    .join('');
}

/** Documents round as they like; less than this is no difference. */
const TOLERANCE = points('0.01');

/** A penalty is entered with or without its minus. */
export function differsFromRule(entered: Points, expected: Points): boolean {
  const given = expected.lt(0) ? entered.abs().times(-1) : entered;
  return given.minus(expected).abs().gt(TOLERANCE);
}

type Applied<K extends Rule['kind']> = Rule & { kind: K };

/** What was declared, read, and as typed: an option is declared by its name. */
interface Said {
  text: string;
  declared: Declared;
}

function apply(rule: Rule, max: Points, said: Said): ExpectedScore {
  const { declared } = said;
  if (rule.kind === 'notAssessed') return { kind: 'outOfBase', assessment: 'notAssessed' };
  if (declared.kind === 'notApplicable') return { kind: 'outOfBase', assessment: 'notApplicable' };
  if (declared.kind === 'blank') return none('blank');
  if (declared.kind === 'unreadable' && !takesWords(rule)) return none('unreadable');
  const isFigure = declared.kind === 'number' || declared.kind === 'percent';
  if (isFigure && declared.value.lt(0)) return none('wrongInput');
  switch (rule.kind) {
    case 'allOrNothing':
      return allOrNothing(rule, max, declared);
    case 'tiers':
      return capped(tiers(rule, declared), max);
    case 'choice':
      return capped(choice(rule, said), max);
    case 'linear':
    case 'survey':
      return byRatio(max, declared);
    case 'floor':
      return withFloor(rule, max, declared);
    case 'count':
      return count(rule, max, declared);
    case 'minus':
      return minus(rule, max, declared);
    case 'outside':
      return outside(rule, declared);
    case 'system':
      return declared.kind === 'number' && declared.value.lte(max)
        ? score(declared.value, [declared.value])
        : none('wrongInput');
    case 'expression':
      return capped(expression(rule, max, declared), max);
    case 'precondition':
      return declared.kind === 'no' ? score(ZERO, ['Không → ', ZERO]) : apply(rule.then, max, said);
    case 'applicable':
      return apply(rule.then, max, said);
    case 'either':
      return best(rule.rules.map((one) => apply(one, max, said)));
    case 'conditions':
      return conditions(rule, max, said);
  }
}

/** Rules that may hold a named option; each says itself what it cannot read. */
function takesWords({ kind }: Rule): boolean {
  return ['choice', 'precondition', 'applicable', 'either', 'conditions'].includes(kind);
}

/** What the decision's own figures give beyond the scale is cut to it, and shown so. */
function capped(result: ExpectedScore, max: Points): ExpectedScore {
  if (result.kind !== 'score') return result;
  const { points: value, working } = result;
  const kept = value.lt(0) ? ZERO : least(value, max);
  return kept.eq(value) ? result : score(kept, [...working, ' → ', kept]);
}

function score(value: Points, working: Working): ExpectedScore {
  return { kind: 'score', points: value, working };
}

function none(reason: ExpectedProblem): ExpectedScore {
  return { kind: 'none', reason };
}

/** A percentage from "42,5%" or from a ratio; with the way it is written in the working. */
function percentage(declared: Declared): { value: Points; shown: Working } | ExpectedProblem {
  if (declared.kind === 'percent') return { value: declared.value, shown: [declared.value, '%'] };
  if (declared.kind !== 'ratio') return 'wrongInput';
  const { numerator, denominator } = declared;
  if (denominator.eq(0)) return 'divisionByZero';
  if (numerator.gt(denominator)) return 'aboveWhole';
  return { value: numerator.times(100).div(denominator), shown: [numerator, '/', denominator] };
}

function byRatio(max: Points, declared: Declared): ExpectedScore {
  const percent = percentage(declared);
  if (typeof percent === 'string') return none(percent);
  if (percent.value.gt(100)) return none('aboveWhole');
  const value = percent.value.times(max).div(100);
  return score(value, [...percent.shown, ' × ', max, ' = ', value]);
}

function allOrNothing(
  rule: Applied<'allOrNothing'>,
  max: Points,
  declared: Declared,
): ExpectedScore {
  const bound = rule.atLeast ?? rule.above;
  if (bound === undefined) {
    if (declared.kind === 'yes') return score(max, ['Có → ', max]);
    return declared.kind === 'no' ? score(ZERO, ['Không → ', ZERO]) : none('wrongInput');
  }
  const percent = percentage(declared);
  if (typeof percent === 'string') return none(percent);
  const limit = points(bound);
  const reached = rule.above === undefined ? percent.value.gte(limit) : percent.value.gt(limit);
  const sign = rule.above === undefined ? (reached ? ' ≥ ' : ' < ') : reached ? ' > ' : ' ≤ ';
  const value = reached ? max : ZERO;
  return score(value, [...percent.shown, sign, limit, '% → ', value]);
}

function tiers(rule: Applied<'tiers'>, declared: Declared): ExpectedScore {
  const measured = rule.measure === 'count' ? counted(declared) : percentage(declared);
  if (typeof measured === 'string') return none(measured);
  const reached = rule.tiers
    .map((tier) => ({ ...tier, from: points(tier.from), points: points(tier.points) }))
    .filter(({ from, above }) => (above ? measured.value.gt(from) : measured.value.gte(from)))
    .sort((a, b) => b.from.cmp(a.from) || Number(b.above ?? false) - Number(a.above ?? false))[0];
  const unit = rule.measure === 'percent' ? '%' : '';
  if (!reached) return score(ZERO, [...measured.shown, ' → ', ZERO]);
  return score(reached.points, [
    ...measured.shown,
    reached.above ? ' > ' : ' ≥ ',
    reached.from,
    `${unit} → `,
    reached.points,
  ]);
}

function choice(rule: Applied<'choice'>, { text, declared }: Said): ExpectedScore {
  const found = findOption(rule.options, text, declared);
  if (!found) return none(declared.kind === 'unreadable' ? 'unreadable' : 'wrongInput');
  const value = points(found.option.points);
  return score(value, [`${found.number}. ${found.option.label} → `, value]);
}

function counted(declared: Declared): { value: Points; shown: Working } | ExpectedProblem {
  if (declared.kind === 'number') return { value: declared.value, shown: [declared.value] };
  return declared.kind === 'no' ? { value: ZERO, shown: [ZERO] } : 'wrongInput';
}

function withFloor(rule: Applied<'floor'>, max: Points, declared: Declared): ExpectedScore {
  const percent = percentage(declared);
  if (typeof percent === 'string') return none(percent);
  const floor = points(rule.floor);
  const full = points(rule.full ?? '100');
  if (percent.value.lt(floor)) return score(ZERO, [...percent.shown, ' < ', floor, '% → ', ZERO]);
  if (percent.value.gte(full)) return score(max, [...percent.shown, ' ≥ ', full, '% → ', max]);
  if (rule.between === 'ratio') return byRatio(max, declared);
  const value = percent.value.minus(floor).times(max).div(full.minus(floor));
  return score(value, [
    '(',
    ...percent.shown,
    ' − ',
    floor,
    '%) / (',
    full,
    '% − ',
    floor,
    '%) × ',
    max,
    ' = ',
    value,
  ]);
}

function count(rule: Applied<'count'>, max: Points, declared: Declared): ExpectedScore {
  const asRatio =
    declared.kind === 'ratio'
      ? { value: declared.numerator, shown: [declared.numerator] }
      : counted(declared);
  if (typeof asRatio === 'string') return none(asRatio);
  const number = asRatio.value;
  if (rule.each !== undefined) {
    const each = points(rule.each);
    const value = least(number.times(each), max);
    return score(value, [number, ' × ', each, ' = ', value]);
  }
  const of = declared.kind === 'ratio' ? declared.denominator : points(rule.of ?? '1');
  if (of.eq(0)) return none('divisionByZero');
  const value = least(number.times(max).div(of), max);
  return score(value, [number, '/', of, ' × ', max, ' = ', value]);
}

function minus(rule: Applied<'minus'>, max: Points, declared: Declared): ExpectedScore {
  const breaches = counted(declared);
  if (typeof breaches === 'string') return none(breaches);
  const each = points(rule.each);
  const left = max.minus(breaches.value.times(each));
  const value = left.lt(0) ? ZERO : left;
  return score(value, [max, ' − ', breaches.value, ' × ', each, ' = ', value]);
}

function outside(rule: Applied<'outside'>, declared: Declared): ExpectedScore {
  const items = counted(declared);
  if (typeof items === 'string') return none(items);
  const given = rule.each === undefined ? items.value : items.value.times(points(rule.each));
  const size = least(given, points(rule.ceiling));
  const value = rule.sign === 'penalty' ? size.times(-1) : size;
  if (rule.each === undefined) return score(value, [items.value, ' → ', value]);
  return score(value, [items.value, ' × ', points(rule.each), ' = ', value]);
}

function expression(rule: Applied<'expression'>, max: Points, declared: Declared): ExpectedScore {
  const items = declared.kind === 'list' ? declared.items : [{ name: '', declared }];
  const names = new Map<string, Points>([['max', max]]);
  for (const [i, variable] of rule.variables.entries()) {
    const item =
      items.find((candidate) => candidate.name === variable.name) ??
      (items[i]?.name === '' ? items[i] : undefined);
    const value = item && figureOf(item.declared);
    if (!value) return none('wrongInput');
    names.set(variable.name, value);
  }
  const result = computeExpression(rule.formula, names);
  if (!result.ok)
    return none(result.problem === 'divisionByZero' ? 'divisionByZero' : 'badFormula');
  const shown = rule.variables.flatMap((variable, i): Working => [
    i === 0 ? '' : '; ',
    `${variable.name} = `,
    names.get(variable.name) ?? ZERO,
  ]);
  return score(result.value, [...shown, `: ${rule.formula} = `, result.value]);
}

/** "Có" counts as 1 and "Không" as 0 in a formula; a percentage as its figure. */
function figureOf(declared: Declared): Points | null {
  switch (declared.kind) {
    case 'number':
    case 'percent':
      return declared.value;
    case 'yes':
      return points(1);
    case 'no':
      return ZERO;
    case 'ratio':
      return declared.denominator.eq(0) ? null : declared.numerator.div(declared.denominator);
    default:
      return null;
  }
}

/** The highest of those that the declared figures suit. */
function best(results: readonly ExpectedScore[]): ExpectedScore {
  const scores = results.filter((result) => result.kind === 'score');
  const [first, ...rest] = scores;
  if (!first) return results[0] ?? none('wrongInput');
  return rest.reduce((top, result) => (result.points.gt(top.points) ? result : top), first);
}

/** Parts are declared in order ("Có; Không; 85%"), or all by one answer. */
function conditions(rule: Applied<'conditions'>, max: Points, said: Said): ExpectedScore {
  const items: Said[] =
    said.declared.kind === 'list' ? said.declared.items : rule.parts.map(() => said);
  const missing: Said = { text: '', declared: { kind: 'blank' } };
  const results = rule.parts.map((part, i) => apply(part.rule, max, items[i] ?? missing));
  const broken = results.find((result) => result.kind === 'none');
  if (broken) return broken;
  const met = results.map(
    (result) => result.kind === 'outOfBase' || (result.kind === 'score' && result.points.gte(max)),
  );
  const value = (rule.operator === 'and' ? met.every(Boolean) : met.some(Boolean)) ? max : ZERO;
  const shown = met.flatMap((holds, i): Working => [
    i === 0 ? '' : rule.operator === 'and' ? ' và ' : ' hoặc ',
    `${rule.parts[i]?.label ?? ''}: ${holds ? 'đạt' : 'không đạt'}`,
  ]);
  return score(value, [...shown, ' → ', value]);
}

function least(first: Points, second: Points): Points {
  return first.lt(second) ? first : second;
}
