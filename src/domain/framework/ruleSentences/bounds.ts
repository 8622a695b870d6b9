/** The words and signs that make a figure a bound: "từ 80%" reaches it, "trên 80%" goes beyond. */

export interface Bound {
  side: 'low' | 'high';
  open: boolean;
}

export const BOUNDS = new Map<string, Bound>([
  ...phrases('low', false, [
    ...['từ', '≥', 'tối thiểu', 'ít nhất', 'không dưới', 'không thấp hơn', 'không ít hơn'],
    ...['lớn hơn hoặc bằng', 'bằng hoặc lớn hơn', 'cao hơn hoặc bằng', 'bằng hoặc cao hơn'],
    ...['không nhỏ hơn', 'đạt từ'],
  ]),
  ...phrases('low', true, [
    ...['trên', 'từ trên', '>', 'hơn', 'lớn hơn', 'cao hơn', 'nhiều hơn', 'vượt', 'vượt quá'],
    ...['quá', 'sau'],
  ]),
  ...phrases('high', true, [
    ...['dưới', '<', 'nhỏ hơn', 'thấp hơn', 'ít hơn', 'chưa đến', 'chưa tới', 'chưa đạt'],
    ...['không đạt', 'không đến', 'không đủ', 'chưa đủ', 'từ dưới', 'đạt dưới'],
  ]),
  ...phrases('high', false, [
    ...['≤', 'không quá', 'không vượt quá', 'không trên', 'không hơn', 'không lớn hơn', 'tối đa'],
    ...['không cao hơn', 'không nhiều hơn', 'nhiều nhất', 'nhỏ hơn hoặc bằng'],
    ...['thấp hơn hoặc bằng', 'bằng hoặc nhỏ hơn', 'bằng hoặc thấp hơn', 'ít hơn hoặc bằng'],
    ...['trong vòng', 'trong'],
  ]),
]);

function phrases(side: Bound['side'], open: boolean, words: string[]): [string, Bound][] {
  return words.map((word) => [word, { side, open }]);
}

/** A word stands by itself; a sign may touch what is before it ("b/a<0,5"). */
const [WORDS, SIGNS] = [/\p{L}/u, /^[<>≤≥]$/].map((kind) =>
  [...BOUNDS.keys()]
    .filter((bound) => kind.test(bound))
    .sort((a, b) => b.length - a.length)
    .join('|'),
);

/** The source of a pattern for any of them. */
export const BOUND = `(?:(?<!\\p{L})(?:${WORDS})|${SIGNS})`;

/** "trong 05 ngày", "sau 05 ngày": bounds of a time, and of nothing else. */
export function boundsTimeOnly(word: string | undefined): boolean {
  return word === 'sau' || word === 'trong';
}

const TIME = /^ ?(?:ngày|giờ|phút|tuần|tháng)(?!\p{L})/u;

/** @param after what stands behind the figure */
export function isTime(after: string): boolean {
  return TIME.test(after);
}

const BEFORE_COUNT =
  /(?:^|(?<!\p{L})(?:có|đạt|được|đủ|bằng|là|tổ chức|ban hành|thực hiện|hoàn thành|xây dựng|triển khai|kiểm tra|công bố|tham mưu)|[=:,])$/u;
const NEAR_PERCENT =
  /(?<!\p{L})(?:gần|khoảng|xấp xỉ|gần bằng|sau|trước|trong|thiếu|còn|hụt|mất|(?:trễ|quá|sau|trước) hạn|chậm|muộn|sớm hơn|muộn hơn)$/u;

/**
 * Whether a figure without a bound is meant as it stands: "có 01 văn bản" is, "muộn 5 ngày" and "gần 80%"
 * are not surely.
 * @param before what stands before the figure
 * @param after what stands behind it
 */
export function isMeantExactly(before: string, after: string, percent: boolean): boolean {
  const head = before.trimEnd();
  return percent ? !NEAR_PERCENT.test(head) : BEFORE_COUNT.test(head) && !isTime(after);
}
