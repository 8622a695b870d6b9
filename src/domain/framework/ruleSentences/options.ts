/**
 * A scale in words ("Kịp thời: 1; không kịp thời: 0,5; không ban hành: 0") as a plain yes or no, or as named
 * options. It must be a scale: the best is the criterion's maximum, and no two options that give points
 * give the same, since that is how parts that add up are listed.
 */
import { pointsText, type Points } from '../../points';
import { foldText } from '../../text/vietnamese';
import type { Rule } from '../rule';

export interface Option {
  label: string;
  /** Null: the maximum, which is not known. */
  points: Points | null;
}

/** @param max of the criterion, or null when it is not known */
export function assembleOptions(options: readonly Option[], max: Points | null): Rule | null {
  const yesNo = plainYesNo(options, max);
  if (yesNo) return yesNo;
  const [first] = options;
  if (!first || options.length < 2 || options.length > 20) return null;
  const known = options.flatMap(({ label, points }) => (points ? [{ label, points }] : []));
  if (known.length < options.length) return null;
  const labels = new Set(known.map(({ label }) => foldText(label)));
  if (labels.size < known.length || known.some(({ label }) => label.length > 300 || label === ''))
    return null;
  const given = known.map((option) => option.points).filter((points) => points.gt(0));
  const best = given.reduce<Points | null>((top, one) => (top?.gte(one) ? top : one), null);
  if (!best || (max && !max.eq(best))) return null;
  if (given.some((one, i) => given.slice(i + 1).some((other) => other.eq(one)))) return null;
  // Without an option that gives nothing, only the order shows that it is a scale.
  const falls = known.every((one, i) => i === 0 || known[i - 1]?.points.gt(one.points));
  if (given.length === known.length && !falls) return null;
  return {
    kind: 'choice',
    options: known.map(({ label, points }) => ({ label, points: pointsText(points) })),
  };
}

const NEGATIVE = /^(?:(?:nếu|trường hợp|khi) )?(?:không|chưa|thiếu)(?!\p{L})/u;
/** What is left when the first did not hold. */
const OTHERWISE =
  /^(?:(?:các )?(?:trường hợp|mức) (?:khác|còn lại)|còn lại|ngược lại|(?:nếu |trường hợp )?(?:không|chưa)(?: (?:có|đạt|đáp ứng|thực hiện|đảm bảo|bảo đảm|đúng|đủ))?(?: (?:yêu cầu|quy định|các yêu cầu|điều kiện)(?: trên)?)?)$/u;

/** All for one, nothing for its opposite: "Có ban hành: 1; không ban hành: 0". */
function plainYesNo(options: readonly Option[], max: Points | null): Rule | null {
  const [no, yes] = [...options].sort((a, b) => (a.points?.eq(0) ? -1 : b.points?.eq(0) ? 1 : 0));
  if (!yes || !no || options.length !== 2) return null;
  const all = yes.points === null || yes.points.eq(max ?? yes.points);
  if (!all || yes.points?.eq(0) || !no.points?.eq(0)) return null;
  const [said, denied] = [foldText(yes.label), foldText(no.label)];
  const opposite = NEGATIVE.test(denied) || OTHERWISE.test(denied);
  return !NEGATIVE.test(said) && opposite ? { kind: 'allOrNothing' } : null;
}

const QUALIFIER =
  /(?<!\p{L})(?:và|đúng|kịp thời|đầy đủ|đủ|trước|trong|đồng thời|kèm|toàn bộ|tất cả)(?!\p{L})|,/u;

/** "Ban hành trong quý I: 1; không ban hành: 0": what is issued later is neither. */
export function leavesBetween(labels: readonly string[]): boolean {
  const keys = labels.map(foldText);
  const denied = keys.find((key) => NEGATIVE.test(key) || OTHERWISE.test(key));
  const said = keys.find((key) => key !== denied);
  if (denied === undefined || said === undefined || !QUALIFIER.test(said)) return false;
  return !OTHERWISE.test(denied) && !QUALIFIER.test(denied) && !/muộn|chậm|trễ|hoặc/u.test(denied);
}

/** "Còn lại: 0": what no other clause says. */
export function isOtherwise(key: string): boolean {
  return (
    OTHERWISE.test(key) ||
    /^(?:dưới|thấp hơn|ít hơn|ngoài)(?: (?:các )?(?:mức|tỷ lệ) (?:trên|này|đó))?$/u.test(key)
  );
}

/** "Không có", without saying what. */
export function isNothing(key: string): boolean {
  return /^(?:(?:nếu|trường hợp) )?(?:không|chưa)(?: có)?$/u.test(key);
}

/** "Không ban hành kế hoạch", without a figure. */
export function isNegative(key: string): boolean {
  return NEGATIVE.test(key);
}
