/**
 * The figures that a condition asks for: "từ 50% đến dưới 70%" is a span from 50 (reached) to 70 (not
 * reached). What is not certainly such a span is none: dates, years, quarters and numbers of documents
 * are figures too.
 */
import { points, type Points } from '../../points';
import { BOUND, BOUNDS, boundsTimeOnly, isMeantExactly, isTime } from './bounds';
import { withoutNames } from './names';
import { isTitle } from './tellingWords';
import { FIGURE, figurePoints } from './worth';

export interface Span {
  /** `ratio`: of 1, named as one. `bare`: a broken figure that nothing names. */
  unit: 'percent' | 'count' | 'ratio' | 'bare';
  /** Null: no bound on that side. */
  low: Points | null;
  lowOpen: boolean;
  high: Points | null;
  highOpen: boolean;
  /** One figure alone ("đạt 100%"), not a range. */
  exact: boolean;
  /** What is counted or measured, as far as the words around the figures say. */
  words: string[];
  /** Words around it that ask for something more ("… và không có hồ sơ trễ hạn"). */
  extra: boolean;
}

/** `none`: no figure asked for. `unclear`: figures that are no span, or more than one. */
export type SpanReading = { kind: 'span'; span: Span } | { kind: 'none' } | { kind: 'unclear' };

const PLAIN = `(?<![\\d.,/\\p{L}])(${FIGURE})(?![\\d]|[.,/]\\d)`;
const BETWEEN = new RegExp(
  `(?:(${BOUND}) ?)?${PLAIN}(?: ?(%))?(?: trở lên)?( [^\\d<≤>≥:;,()]{1,40}?)? ?(đến|tới|-|và|,|nhưng) ?(?:(${BOUND}) ?)?${PLAIN}(?: ?(%))?`,
  'u',
);
const AROUND = new RegExp(
  `${PLAIN}(?: ?(%))? ?([<≤>≥]) ?([^<≤>≥\\d]{1,60}?) ?([<≤>≥]) ?${PLAIN}(?: ?(%))?`,
  'u',
);
const ONE = new RegExp(
  `(?:(${BOUND}|(?<!\\p{L})bằng|=) ?)?${PLAIN}(?: ?(%))?(?: ([^\\d<≤>≥:;,()]{0,40}?)(trở lên|trở đi|trở xuống))?`,
  'u',
);

const CONJUNCTIONS =
  /(?<!\p{L})(?:hoặc|nhưng|song|trừ|thì|khi|trường hợp|chỉ|phải|mà|miễn|điều kiện|giảm (?:một|1)|càng|tất cả|mọi|từng|mới (?:được|có|tính|chấm|đạt)|không (?:đánh giá|áp dụng|tính)|đồng thời|ngoài ra|riêng|nếu|trong khi|kể cả|tuy nhiên|(?:và|,) (?:không|chưa|có|đạt|đúng|đảm bảo|bảo đảm|được|đã|phải|kịp|gửi|hoàn thành|ban hành|thực hiện))(?!\p{L})/u;

/** @param condition folded, without the points it gives */
export function readSpan(condition: string): SpanReading {
  const named = withoutNames(condition);
  const key = named.replace(LEADING, '').trim();
  if (!/\d/.test(key)) return { kind: 'none' };
  const found = around(key) ?? between(key) ?? one(key);
  if (!found) return { kind: 'unclear' };
  const { at, length, percent, inside, ...plain } = found;
  const before = key.slice(0, at);
  const rest = `${before} ${inside} ${key.slice(at + length)}`;
  const span = NEGATED.test(before) ? shortOf(plain) : plain;
  if (/\d/.test(rest) || !span || turnsElsewhere(rest, span)) return { kind: 'unclear' };
  const unit = unitOf(span, percent, rest);
  if (!unit || (span.low && span.high && span.low.gt(span.high))) return { kind: 'unclear' };
  const words = contentWords(rest);
  // "Nếu gửi muộn, từ 80%": the figure counts only then.
  const only = LEADING.test(named) && /,/.test(before);
  const after = key.slice(at + length);
  const extra = only || isOwnCase(before) || CONJUNCTIONS.test(rest) || QUALIFIED.test(after);
  return { kind: 'span', span: { ...span, unit, words, extra } };
}

const LEADING = /^(?:nếu|trường hợp|khi|đối với|trong trường hợp)(?!\p{L}),? ?/u;

/** "… trở lên trong quý I", "… kèm báo cáo": not what is measured, but how or when. */
const QUALIFIED =
  /^,? ?(?:kèm|có|trong(?! (?:năm|kỳ)(?!\p{L}))|tại|ở|đúng|kịp|đủ|gửi|với|sau|trước|không|chưa|do|đối với|nhờ|bằng)(?!\p{L})|\([^()]*\p{L}{2}/u;

/** "Đơn vị gửi muộn: từ 80%" is said of some units only; "Kết quả thực hiện: từ 80%" of all. */
function isOwnCase(before: string): boolean {
  const colon = before.lastIndexOf(':');
  return colon > 0 && !isTitle(before.slice(0, colon));
}

/**
 * A ratio in per cent; others as they are.
 * @param ratio the sentence measures by a ratio, so a figure that nothing names is one
 * @returns null for what stays without a unit
 */
export function percentSpan(span: Span, ratio: boolean): Span | null {
  const small = [span.low, span.high].every((bound) => bound === null || bound.lte(1));
  const plain = span.unit === 'bare' || (span.unit === 'count' && span.words.length === 0);
  if (span.unit !== 'ratio' && !(ratio && plain && small))
    return span.unit === 'bare' ? null : span;
  const [low, high] = [span.low?.times(100) ?? null, span.high?.times(100) ?? null];
  return { ...span, unit: 'percent', low, high };
}

/** "30% số phòng, đơn vị trở xuống": a turn that stands too far off to belong to the figure for sure. */
function turnsElsewhere(rest: string, span: Limits): boolean {
  const turn = /trở (lên|đi|xuống)/u.exec(rest)?.[1];
  return (
    turn !== undefined && (turn === 'xuống' || span.low === null || span.lowOpen || span.exact)
  );
}

/** "Không có đơn vị dưới 50%" turns the span around, and how far is not sure. */
const NEGATED =
  /(?:^|[\s,])(?:không|chưa)(?: (?:có|để|còn|đạt|đủ|hoàn thành|thực hiện|đảm bảo|bảo đảm|xử lý)(?!\p{L})|\s*$)/u;

/** "Không hoàn thành 100%" is less than that; nothing else that is negated is sure. */
function shortOf(span: Limits): Limits | null {
  return span.exact ? { ...span, low: null, highOpen: true, exact: false } : null;
}

interface Limits {
  low: Points | null;
  lowOpen: boolean;
  high: Points | null;
  highOpen: boolean;
  exact: boolean;
}

interface Found extends Limits {
  at: number;
  length: number;
  percent: boolean;
  /** Words that stand between its figures. */
  inside: string;
}

/** "80% ≤ tỷ lệ < 100%", "0,8 > b/a ≥ 0,5". */
function around(key: string): Found | null {
  const match = AROUND.exec(key);
  if (!match) return null;
  const [
    whole,
    first = '',
    firstSign,
    left = '',
    inside = '',
    right = '',
    second = '',
    secondSign,
  ] = match;
  const rising = '<≤'.includes(left);
  if (rising !== '<≤'.includes(right)) return null;
  const [low, high] = rising ? [first, second] : [second, first];
  const [lowSign, highSign] = rising ? [left, right] : [right, left];
  return {
    ...range([figureOf(low), '<>'.includes(lowSign)], [figureOf(high), '<>'.includes(highSign)]),
    at: match.index,
    length: whole.length,
    percent: firstSign === '%' || secondSign === '%',
    inside,
  };
}

/** Each bound with whether it is open; null where there is none on that side. */
function range(low: [Points, boolean] | null, high: [Points, boolean] | null): Limits {
  return {
    low: low?.[0] ?? null,
    lowOpen: low?.[1] ?? false,
    high: high?.[0] ?? null,
    highOpen: high?.[1] ?? false,
    exact: false,
  };
}

/** "từ 50% đến dưới 70%", "50-70%", "≥ 50% và < 70%", "dưới 100% đến 80%". */
function between(key: string): Found | null {
  const match = BETWEEN.exec(key);
  if (!match) return null;
  const [whole, firstWord, first = '', firstSign, inside = '', ...after] = match;
  const [join = '', secondWord, second = '', secondSign] = after;
  if (/trở xuống/u.test(inside)) return null;
  const a = firstWord === undefined ? undefined : BOUNDS.get(firstWord);
  const b = secondWord === undefined ? undefined : BOUNDS.get(secondWord);
  const spoken = /^(?:và|,|nhưng)$/u.test(join);
  if (spoken && (!a || !b || a.side === b.side)) return null;
  const one = figureOf(first);
  const two = figureOf(second);
  const falls = one.gt(two);
  // The figure that is said first is the lower bound, but in "dưới 100% đến 80%".
  const [low, lowBound, high, highBound] = falls ? [two, b, one, a] : [one, a, two, b];
  if (lowBound?.side === 'high' || highBound?.side === 'low') {
    const plainFrom = falls && highBound?.side === 'low' && !highBound.open;
    if (!plainFrom || lowBound?.side === 'high') return null;
  }
  return {
    ...range([low, lowBound?.open ?? false], [high, highBound?.open ?? false]),
    at: match.index,
    length: whole.length,
    percent: firstSign === '%' || secondSign === '%',
    inside,
  };
}

/** "từ 80% trở lên", "80% nhiệm vụ trở lên", "dưới 50%", "100%". */
function one(key: string): Found | null {
  const match = ONE.exec(key);
  if (!match) return null;
  const [whole, word, figure = '', sign, inside = '', turn] = match;
  const bound = word === undefined ? undefined : BOUNDS.get(word);
  const value = figureOf(figure);
  const place = { at: match.index, length: whole.length, percent: sign === '%', inside };
  const [before, after] = [
    key.slice(0, match.index),
    inside + key.slice(match.index + whole.length),
  ];
  if (turn !== undefined && bound && (bound.open || bound.side === 'high')) return null;
  if (boundsTimeOnly(word) && (sign === '%' || !isTime(after))) return null;
  if (turn === 'trở xuống') return { ...range(null, [value, false]), ...place };
  const side = turn === undefined ? bound?.side : 'low';
  const open = bound?.open ?? false;
  if (side === 'low') return { ...range([value, open], null), ...place };
  if (side === 'high') return { ...range(null, [value, open]), ...place };
  const said = word === undefined ? before : `${before} =`;
  const named = ofOne(value, key) || value.eq(0);
  if (!named && !isMeantExactly(said, after, sign === '%')) return null;
  return { ...range([value, false], [value, false]), exact: true, ...place };
}

/** "b/a = 1", "tỷ lệ 0,8": a ratio, which counts nothing. */
function ofOne(value: Points, key: string): boolean {
  return value.lte(1) && RATIO.test(key);
}

/** Thousands are grouped by a dot; a percentage has none. */
function figureOf(text: string): Points {
  return /^\d{1,3}\.\d{3}$/.test(text) && !text.startsWith('0')
    ? points(text.replace('.', ''))
    : figurePoints(text);
}

const RATIO = /(?<!\p{L})[a-z] ?\/ ?[a-z](?!\p{L})|tỷ lệ|tỉ lệ|tỷ số/u;

/** A ratio is named as one ("b/a ≥ 0,8", "tỷ lệ … dưới 0,5") and stays within 1. */
function unitOf(span: Limits, percent: boolean, rest: string): Span['unit'] | null {
  if (percent) return 'percent';
  const bounds = [span.low, span.high].filter((bound) => bound !== null);
  const small = bounds.every((bound) => bound.lte(1));
  if (RATIO.test(rest)) return small ? 'ratio' : null;
  if (bounds.every((bound) => bound.eq(bound.round(0)))) return 'count';
  return small ? 'bare' : null;
}

const EMPTY_WORDS = new Set(
  'nếu trường hợp khi đạt có được hoàn thành thực hiện tỷ tỉ lệ số tổng các trở lên xuống đến từ dưới trên thì là này mức của so với và trong theo đúng thấp hơn cao nhất tối thiểu đa'.split(
    ' ',
  ),
);

function contentWords(rest: string): string[] {
  return [...new Set(rest.match(/\p{L}{2,}/gu) ?? [])].filter((word) => !EMPTY_WORDS.has(word));
}
