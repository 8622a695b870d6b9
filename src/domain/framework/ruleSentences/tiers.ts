/**
 * Steps of a scale ("từ 80% trở lên: 1; từ 50% đến dưới 80%: 0,5; dưới 50%: 0") put in order and held
 * against each other. They must cover the scale without overlap, rise or fall with the figure, and the best
 * must be the criterion's maximum; else there is no rule.
 */
import { ZERO, points, pointsText, type Points } from '../../points';
import type { Rule } from '../rule';
import type { Span } from './spans';
import { measuresBad } from './tellingWords';

export interface Step<T> {
  span: Span;
  points: Points;
  /** The clause it was read from. */
  source: T;
}

type Unit = 'percent' | 'count';

export interface TiersReading<T> {
  rule: Rule;
  /** Steps whose bounds do not quite meet: the reading chose. */
  doubtful: T[];
}

/**
 * @param max of the criterion, or null when it is not known
 * @param rest what is given when no step is reached, by a clause of its own; null where none says it
 */
export function assembleTiers<T>(
  steps: readonly Step<T>[],
  max: Points | null,
  rest: Points | null,
): TiersReading<T> | null {
  const unit = steps[0]?.span.unit;
  if (unit !== 'percent' && unit !== 'count') return null;
  if (steps.some((step) => step.span.unit !== unit)) return null;
  if (!sameMeasure(steps.map((step) => step.span.words))) return null;
  const open = steps.map((step) => ({ ...step, span: opened(step.span, unit) }));
  const line = joined(open, unit);
  if (!line) return null;
  const { starts, doubtful, nested } = line;
  const values = starts.map((start) => start.points);
  const rises = ordered(values);
  const falls = ordered([...values].reverse());
  if (!rises && (!falls || nested)) return null;
  const top = [...open].sort(bySpan).at(-1)?.span;
  if (!rises && top?.high && rest?.eq(0))
    starts.push({ from: top.high, above: !top.highOpen, points: ZERO });
  else if (!top || !ends(top, unit, rises, starts) || (!rises && rest !== null)) return null;
  // More points for more that is late: as it is written, and hardly meant.
  if (rises)
    doubtful.push(...steps.filter((one) => isFault(one.span.words)).map((one) => one.source));
  const bottom = bottomOf(starts, rises, rest);
  if (!bottom) return null;
  const best = [...bottom, ...starts].reduce(
    (top, one) => (one.points.gt(top) ? one.points : top),
    ZERO,
  );
  if (isTwice([...bottom, ...starts])) return null;
  if (best.eq(0) || (max !== null && !max.eq(best))) return null;
  return { rule: ruleOf([...bottom, ...starts], unit, best), doubtful };
}

interface Start {
  from: Points;
  above: boolean;
  points: Points;
}

/** Two steps that begin at one figure, on one side: which counts is not said. */
function isTwice(starts: readonly Start[]): boolean {
  return starts.some((one, i) =>
    starts.slice(i + 1).some((other) => one.from.eq(other.from) && one.above === other.above),
  );
}

/** "Đạt 80%" is from there on, up to the next step. */
function opened(span: Span, unit: Unit): Span {
  const from = unit === 'percent' && span.exact && span.high?.gt(0) === true;
  return from ? { ...span, high: null } : span;
}

/** Where each step begins, from the lowest; null when they overlap or leave a gap. */
function joined<T>(
  steps: readonly Step<T>[],
  unit: Unit,
): { starts: Start[]; doubtful: T[]; nested: boolean } | null {
  const line = [...steps].sort(bySpan);
  const starts: Start[] = [];
  const doubtful: T[] = [];
  let nested = false;
  for (const [i, step] of line.entries()) {
    const before = line[i - 1];
    const start = before ? meeting(before.span, step.span, unit) : firstStart(step.span);
    if (!start) return null;
    if (start.doubtful) doubtful.push(step.source);
    nested ||= before?.span.high === null;
    starts.push({ from: start.from, above: start.above, points: step.points });
  }
  return { starts, doubtful, nested };
}

function bySpan<T>(a: Step<T>, b: Step<T>): number {
  const [low, other] = [lowest(a.span), lowest(b.span)];
  if (!low.eq(other)) return low.cmp(other);
  if (a.span.lowOpen !== b.span.lowOpen) return a.span.lowOpen ? 1 : -1;
  if (!a.span.high || !b.span.high) return a.span.high ? -1 : 1;
  return a.span.high.cmp(b.span.high);
}

/** "Không có" comes before "dưới 5%". */
function lowest(span: Span): Points {
  return span.low === null ? points(-1) : span.high?.eq(0) ? points(-2) : span.low;
}

interface Meeting {
  from: Points;
  above: boolean;
  doubtful: boolean;
}

function firstStart(span: Span): Meeting {
  return { from: span.low ?? ZERO, above: span.low !== null && span.lowOpen, doubtful: false };
}

/** Where the upper step takes over from the lower one. */
function meeting(lower: Span, upper: Span, unit: Unit): Meeting | null {
  // "Không có: 1; dưới 5%: 0,5": the second begins above nothing.
  const { high, highOpen } = lower;
  const none = high?.eq(0) === true && upper.low === null;
  const low = none ? ZERO : upper.low;
  const lowOpen = none || upper.lowOpen;
  // "dưới 50%: 0; dưới 80%: 0,5": the lower step is meant to count.
  if (low === null) {
    const within = lower.low === null && high !== null && upper.high?.gt(high) === true;
    return within ? { from: high, above: !highOpen, doubtful: true } : null;
  }
  if (upper.high?.lt(low)) return null;
  const at = (doubtful: boolean, above = lowOpen) => ({ from: low, above, doubtful });
  // "từ 80% trở lên: 1; từ 50% trở lên: 0,5": the higher step is meant to count.
  if (high === null) return lower.low !== null && low.gt(lower.low) ? at(true) : null;
  const gap = low.minus(high);
  // "từ 80% đến 100%: 0,5; đạt 100%: 1": the one figure is the more exact of the two.
  if (gap.eq(0) && lower.exact && !upper.exact) return at(false, true);
  if (gap.eq(0)) return at(highOpen === lowOpen && !upper.exact);
  if (gap.lt(0)) return null;
  // "1-2 văn bản; từ 3": nothing lies between.
  if (unit === 'count' && !highOpen && !lowOpen && gap.eq(1)) return at(false);
  if (unit === 'percent' && !highOpen && !lowOpen && gap.lte(1)) return at(gap.gt('0.1'));
  return null;
}

function ordered(values: readonly Points[]): boolean {
  // Two steps that give the same are no steps: they are said of two kinds of unit, or of two years.
  return values.every((value, i) => {
    const before = values[i - 1];
    return !before || value.gt(before) || (value.eq(0) && before.eq(0));
  });
}

/** The highest step must reach to the end of the scale, by its words or by its nature. */
function ends(top: Span, unit: Unit, rises: boolean, starts: readonly Start[]): boolean {
  if (top.high === null) return true;
  // Beyond "đến 100%" there is nothing.
  if (unit === 'percent' && top.high.gte(100) && !top.highOpen) return true;
  const last = starts.at(-1)?.points ?? ZERO;
  // "02 sáng kiến: 1 điểm" as the best of a scale of counts; 0 points for the most breaches.
  return rises ? unit === 'count' && top.exact : last.eq(0);
}

/** What is given below the lowest step that is named; null when the sentence must say it and does not. */
function bottomOf(starts: readonly Start[], rises: boolean, rest: Points | null): Start[] | null {
  const first = starts[0];
  if (!first) return null;
  // "Còn lại" beside steps that leave nothing over contradicts them.
  if (first.from.eq(0) && !first.above && rises)
    return rest === null || (rest.eq(0) && first.points.eq(0)) ? [] : null;
  // What falls from nothing on must say what nothing gives.
  if (!rises) return first.from.eq(0) && !first.above ? [] : null;
  if (rest === null || rest.eq(0)) return [];
  return rest.lte(first.points) ? [{ from: ZERO, above: false, points: rest }] : null;
}

function ruleOf(all: readonly Start[], unit: Unit, best: Points): Rule {
  const starts = all.filter((start, i) => start.points.gt(0) || i > 0);
  const [only] = starts;
  if (unit === 'percent' && only && starts.length === 1 && only.points.eq(best)) {
    const bound = pointsText(only.from);
    return only.above
      ? { kind: 'allOrNothing', above: bound }
      : { kind: 'allOrNothing', atLeast: bound };
  }
  const tiers = [...starts].reverse().map((start) => ({
    from: pointsText(start.from),
    points: pointsText(start.points),
    ...(start.above ? { above: true as const } : {}),
  }));
  return { kind: 'tiers', measure: unit, tiers };
}

/** What goes one way and what goes the other are two measures. */
const OPPOSITES = [
  ['tăng', 'giảm'],
  ['trước', 'sau'],
  ['sớm', 'muộn'],
  ['đạt', 'thiếu'],
] as const;

/**
 * "100% hồ sơ … ; dưới 80% nhiệm vụ …" and "đúng hạn trên 95% … ; trễ hạn trên 5%" measure two things: no one
 * figure can be declared for both.
 */
function sameMeasure(words: readonly string[][]): boolean {
  const named = words.filter((one) => one.length > 0);
  const faults = named.filter(isFault);
  const all = named.flat();
  if (OPPOSITES.some(([one, other]) => all.includes(one) && all.includes(other))) return false;
  if (faults.length > 0 && faults.length < named.length) return false;
  const said = words.filter((one) => one.length >= 2);
  return said.every((one) => said.every((other) => one.some((word) => other.includes(word))));
}

function isFault(words: readonly string[]): boolean {
  return measuresBad(words.join(' '));
}
