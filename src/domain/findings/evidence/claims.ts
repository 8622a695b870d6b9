/**
 * Claims a text makes about its own figures, each either true or not: "4/9 … đạt 55,56%", "9/14 đã …
 * 6/14 chưa", a percentage above 100. Pure text in, data out, so letters and reports can be held to them too.
 */
import { percentOf, points, sumPoints, type Points } from '../../points';
import { overlaps, readTextNumbers, type Percent, type Ratio, type Span } from './numbersInText';
import { readStatedFormulas } from './statedFormula';

export interface PercentClaim {
  ratio: Ratio;
  percent: Percent;
  /** ratio in percent, unrounded. */
  actual: Points;
  holds: boolean;
  /** Whole number of parts that the stated percentage would mean; null when none does. */
  meantPart: Points | null;
}

/** Every ratio that is given together with its percentage. Those inside a stated formula are left to it. */
export function readPercentClaims(text: string): PercentClaim[] {
  const formulas = readStatedFormulas(text);
  const { ratios, percents } = readTextNumbers(text);
  return outside(ratios, formulas).flatMap((ratio) => {
    const percent = percentOfRatio(text, ratio, ratios, outside(percents, formulas));
    const actual = percentOf(ratio.part, ratio.whole);
    if (!percent || !actual) return [];
    // What was not done may be given with the percentage of what was.
    const accepted = ratio.negated ? [actual, points(100).minus(actual)] : [actual];
    const unit = points(10).pow(-percent.decimals);
    const holds = accepted.some((value) => value.minus(percent.value).abs().lt(unit));
    return [{ ratio, percent, actual, holds, meantPart: meantPartOf(ratio, percent) }];
  });
}

/** The percentage that goes with a ratio: right after it in the same breath, or right before it: "42,86% (18/42". */
function percentOfRatio(
  text: string,
  ratio: Ratio,
  ratios: readonly Ratio[],
  percents: readonly Percent[],
): Percent | null {
  const before = percents.find(
    (percent) =>
      percent.end <= ratio.start &&
      /^\s*\((?:tương ứng|đạt|với|tức|là)?\s*$/iu.test(text.slice(percent.end, ratio.start)),
  );
  if (before && !before.isBound) return before;
  const after = percents.find((percent) => percent.start >= ratio.end);
  if (!after || after.isBound) return null;
  const between = text.slice(ratio.end, after.start);
  if (
    ratios.some((other) => other !== ratio && other.start >= ratio.end && other.start < after.start)
  )
    return null;
  return belongs(between) ? after : null;
}

/** At most a short phrase between the two, with no stop; a stop may be followed by "Tỷ lệ". */
function belongs(between: string): boolean {
  // A line that goes on in small letters is one that was broken to fit.
  const line = between.replace(/\s*\n\s*(?=\p{Ll})/gu, ' ');
  const phrase = line.replace(/[.;,]\s+(?=(?:tỷ|tỉ) lệ)/iu, ' ');
  if (phrase.length > 90 || /[;\n]|\.\s|%/u.test(phrase)) return false;
  return !/(?<!\p{L})(?:trong đó|còn|tăng|giảm|so với|kế hoạch giao|chỉ tiêu|yêu cầu)(?!\p{L})/iu.test(
    phrase,
  );
}

function meantPartOf(ratio: Ratio, percent: Percent): Points | null {
  const part = percent.value.times(ratio.whole).div(100).round(0);
  const back = percentOf(part, ratio.whole);
  const unit = points(10).pow(-percent.decimals);
  return back?.minus(percent.value).abs().lt(unit) ? part : null;
}

export interface PartsClaim {
  done: Ratio;
  undone: Ratio;
  sum: Points;
}

/** "9/14 đã khắc phục và 6/14 chưa": what was done and what was not, of one whole, exceed it. */
export function readExceedingParts(text: string): PartsClaim[] {
  const ratios = outside(readTextNumbers(text).ratios, readStatedFormulas(text));
  const done = ratios.filter((ratio) => ratio.kind === 'count' && !ratio.negated);
  const undone = ratios.filter((ratio) => ratio.kind === 'count' && ratio.negated);
  for (const one of done) {
    const other = undone.find((ratio) => ratio.whole.eq(one.whole));
    const sum = other && sumPoints([one.part, other.part]);
    if (other && sum?.gt(one.whole)) return [{ done: one, undone: other, sum }];
  }
  return [];
}

/** Percentages above 100 where a share is meant; plans may be exceeded and figures may grow. */
export function readPercentsOverWhole(text: string): Percent[] {
  const { percents } = readTextNumbers(text);
  return percents.filter(
    (percent) =>
      percent.value.gt(100) &&
      !percent.isBound &&
      !/(?:tăng|vượt|so với|gấp|dự toán|thu ngân sách|kế hoạch|chỉ tiêu|tăng trưởng)/iu.test(
        text.slice(Math.max(0, percent.start - 40), percent.end + 30),
      ),
  );
}

export function outside<T extends Span>(spans: readonly T[], taken: readonly Span[]): T[] {
  return spans.filter((span) => !taken.some((other) => overlaps(span, other)));
}
