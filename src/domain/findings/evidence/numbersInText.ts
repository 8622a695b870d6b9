/**
 * Numbers inside sentences: dates, document numbers, ratios, percentages. Rule kept here: what is not
 * surely a ratio is none. "76/482" in a list of documents, "01/10" after "xếp thứ" and "8/2023" are not.
 */
import { points, type Points } from '../../points';

export interface Span {
  start: number;
  end: number;
}

export interface Ratio extends Span {
  text: string;
  part: Points;
  whole: Points;
  /** `points`: "11,84/15 điểm". `count`: "18/42 nhiệm vụ". */
  kind: 'count' | 'points';
  /** Its clause says that this part is what was not done: "6/14 chưa hoàn thành". */
  negated: boolean;
}

export interface Percent extends Span {
  text: string;
  value: Points;
  decimals: number;
  /** A bound, target or change ("dưới 80%", "tăng 5%"), not what was reached. */
  isBound: boolean;
}

export interface TextNumbers {
  ratios: Ratio[];
  percents: Percent[];
}

/** Takes a text as it stands (LaTeX signs included). Never throws. */
export function readTextNumbers(text: string): TextNumbers {
  const taken = [...spansOf(text, DATE), ...spansOf(text, DOCUMENT), ...spansOf(text, MONTH)];
  const percents = readPercents(text, taken);
  const ratios = readRatios(text, [...taken, ...percents]);
  return { ratios, percents };
}

const DATE =
  /(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)|(?<=ngày\s)\d{1,2}[/-]\d{1,2}(?![\d/])|\d{1,2} tháng \d{1,2}( năm \d{4})?/gu;
/** "985/UBND-NC", "130/2005/NĐ-CP", "69/QĐUBND", "Công văn số 76/482". */
const DOCUMENT =
  /(?<!\d)\d+[a-z]?\/(?:\d{4}\/)?[A-ZĐ][\p{L}\d&-]*|(?<=(?:số|văn bản|công văn|cv|kế hoạch|kh|quyết định|qđ|thông báo|tb|báo cáo|bc|tờ trình|ttr):?\s)\d+\/\d+/giu;
const MONTH =
  /(?<=(?:tháng|quý|năm|từ|đến|kỳ|t)\s?)\d{1,2}\/(?:19|20)\d{2}(?![\d/])|(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}(?![\d/])/giu;

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const PERCENT = new RegExp(String.raw`(?<![\d/.,])(${NUMBER}|\d+,\s\d{1,2})\s*\\?%`, 'gu');
const RATIO = new RegExp(
  String.raw`(?<![\d/.,\p{L}])(${NUMBER})\s?/\s?(${NUMBER})(?![\d/]|[.,]\d|-\p{L})`,
  'gu',
);

const BOUND =
  /(?:trên|dưới|từ|tối thiểu|ít nhất|tối đa|không quá|không dưới|đến|vượt|tăng|giảm|thêm|hơn|phấn đấu|đảm bảo|bảo đảm|chỉ tiêu|yêu cầu|khắc phục|>=?|<=?|[≥≤])\s*(?:là\s*)?$/iu;

function readPercents(text: string, taken: readonly Span[]): Percent[] {
  return matches(text, PERCENT, taken).map(({ match, start, end }) => {
    const raw = (match[1] ?? '').replace(/\s/g, '');
    const value = textNumber(raw);
    return {
      start,
      end,
      text: match[0],
      value,
      decimals: raw.split(/[.,]/)[1]?.length ?? 0,
      isBound: BOUND.test(text.slice(Math.max(0, start - 24), start)),
    };
  });
}

function readRatios(text: string, taken: readonly Span[]): Ratio[] {
  return matches(text, RATIO, taken).flatMap(({ match, start, end }) => {
    const [, first = '', second = ''] = match;
    const part = textNumber(first);
    const whole = textNumber(second);
    const after = text.slice(end, end + 30);
    const before = text.slice(Math.max(0, start - 30), start);
    if (whole.lte(0) || part.gt(whole) || !isSaidAsRatio(before, after)) return [];
    const isPoints = /^\s*điểm/iu.test(after) || /,\d/.test(first) || /,\d/.test(second);
    return [
      {
        start,
        end,
        text: match[0],
        part,
        whole,
        kind: isPoints ? ('points' as const) : ('count' as const),
        negated: NEGATION.test(clauseAround(text, start, end)),
      },
    ];
  });
}

/** What follows or leads must say so: a thing that is counted, a sign of reckoning, or a verb of reaching. */
function isSaidAsRatio(before: string, after: string): boolean {
  if (/(?:thứ|hạng|bậc|vị trí)\s*(?:là\s*|:\s*)?\**$/iu.test(before)) return false;
  if (/^\s*(?:hạng|bậc|giờ|h)(?!\p{L})/iu.test(after)) return false;
  if (/^\s*(?:[=x×*)]|\()/iu.test(after)) return true;
  if (/^\s*\p{L}{2}/u.test(after)) return true;
  return /(?:đạt|hoàn thành|thực hiện|tỷ lệ|tỉ lệ|được)\s*(?:là\s*|:\s*)?$/iu.test(before);
}

const NEGATION = /(?<!\p{L})(?:chưa|không|còn lại|trễ|quá hạn|chậm|ko)(?!\p{L})/iu;

/** From the last stop or "và" before to the next one after. */
export function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(CLAUSE_END).at(-1) ?? '';
  const after = text.slice(end).split(CLAUSE_END)[0] ?? '';
  return before + text.slice(start, end) + after;
}

const CLAUSE_END = /[.;,:\n]\s|[.;]$|\sv(?:à)\s|\(|\)|=>/u;

/** "14.678" groups thousands, "79.66" and "0,07" do not: in sentences three digits after a dot are a group. */
export function textNumber(raw: string): Points {
  const grouped = /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(raw);
  return points((grouped ? raw.replace(/\./g, '') : raw).replace(',', '.'));
}

interface Found extends Span {
  match: RegExpMatchArray;
}

function matches(text: string, pattern: RegExp, taken: readonly Span[]): Found[] {
  return [...text.matchAll(pattern)]
    .map((match) => ({ match, start: match.index, end: match.index + match[0].length }))
    .filter((found) => !taken.some((span) => overlaps(span, found)));
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return matches(text, pattern, []).map(({ start, end }) => ({ start, end }));
}

export function overlaps(first: Span, second: Span): boolean {
  return first.start < second.end && second.start < first.end;
}
