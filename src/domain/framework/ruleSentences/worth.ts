/**
 * What a clause gives, and for what: "Từ 80% trở lên: 0,5 điểm" gives 0,5 for "Từ 80% trở lên". Points are
 * read where a scale puts them: after a colon, "thì", "được"; in brackets at the end; or first.
 */
import { ZERO, points, type Points } from '../../points';
import { sliceClause, type Clause } from './clauses';

export type Worth =
  | { kind: 'points'; points: Points }
  /** All points of the criterion. */
  | { kind: 'max' }
  /** A share of them, 0 to 1. */
  | { kind: 'share'; share: Points }
  /** "1/2 điểm": half a point, or half of the points. */
  | { kind: 'fraction'; share: Points };

export interface Scored {
  condition: Clause;
  worth: Worth;
  /** "cộng 0,5 điểm": beside other points, not in their place. */
  added: boolean;
  /** "trừ 50% số điểm": what is left of all. */
  reduced?: true;
  /** More is said behind the points, in brackets. */
  noted?: true;
}

/** A figure as decisions print it: "0,5", "0.25", "01". */
export const FIGURE = '\\d{1,6}(?:[.,]\\d{1,4})?';

/** "0,5" → 0.5. A dot is a decimal mark: points are small. */
export function figurePoints(text: string): Points {
  return points(text.replace(',', '.'));
}

/** @returns null when the clause gives no points, or not in a way that is sure */
export function readScored(clause: Clause): Scored | null {
  return atEnd(clause) ?? first(clause) ?? beforeNote(clause);
}

/** In points of the criterion; null when its maximum is needed and unknown, or two readings differ. */
export function worthPoints(worth: Worth, max: Points | null): Points | null {
  if (worth.kind === 'points') return worth.points;
  if (max === null) return null;
  if (worth.kind === 'max') return max;
  const value = worth.share.times(max);
  return worth.kind === 'share' || value.eq(worth.share) ? value : null;
}

interface Ending {
  worth: Worth;
  /** Where it begins. */
  at: number;
  /** It says "điểm" itself, or is words: needs no colon before it. */
  sure: boolean;
}

const SHARE = new RegExp(
  `(?:^|[^\\d.,])(${FIGURE}) ?% (?:của )?(?:tổng )?(?:số )?điểm(?: tối đa| chuẩn)?$`,
  'u',
);
const PART = /(?:^|[^\d.,/])(\d{1,3}) ?\/ ?(\d{1,3}) (?:tổng )?(số )?điểm( tối đa| chuẩn)?$/u;
const HALF = /(?:một nửa|nửa) (số )?điểm( tối đa| chuẩn)?$/u;
const NOTHING =
  /(?:^|\s|:)không (?:(?:có|được|tính|chấm|đạt|được tính|được chấm|được cho|cho) )?điểm$/u;
const ALL =
  /(?:(?:số )?điểm (?:tối đa|chuẩn|tuyệt đối|cao nhất)|(?:đủ|trọn|toàn bộ)(?: số)? điểm)$/u;
const ALL_ALONE = /[:→] ?tối đa$/u;
const NUMBER = new RegExp(`(?:^|[^\\d.,/])(${FIGURE}) ?(điểm|đ)?$`, 'u');
const BRACKETS = new RegExp(`[([] ?(?:được |đạt |tính )?(${FIGURE}) ?(?:điểm|đ) ?[)\\]]$`, 'u');

function atEnd(clause: Clause): Scored | null {
  const bracketed = BRACKETS.exec(clause.key);
  if (bracketed) {
    const condition = sliceClause(clause, 0, bracketed.index);
    return { condition, worth: number(bracketed[1]), added: false };
  }
  const ending = readEnding(clause.key);
  if (!ending) return null;
  const head = clause.key.slice(0, ending.at);
  if (RANGE.test(head) || REMAINDER.test(head)) return null;
  const end = linkStart(head, ending.sure);
  if (end === null) return null;
  const condition = sliceClause(clause, 0, end);
  const { worth } = ending;
  const reduced = REDUCED.exec(condition.key);
  if (!reduced) {
    const changed =
      CHANGE.test(condition.key) || (worth.kind !== 'points' && LESS.test(condition.key));
    return changed ? null : { condition, worth, added: ADDED.test(head) };
  }
  // "Số hồ sơ giảm: 1 điểm", "không giảm: 0" speak of what is measured.
  if (reduced[1] === 'giảm' && !LESS.test(head)) return { condition, worth, added: false };
  // "Vi phạm nhẹ: trừ 50% số điểm" leaves half; what is taken by points may be taken more than once.
  if (worth.kind !== 'share' || EACH.test(condition.key)) return null;
  const rest: Worth = { kind: 'share', share: points(1).minus(worth.share) };
  const before = condition.key.slice(0, reduced.index);
  const named = sliceClause(condition, 0, linkStart(before, true) ?? 0);
  return { condition: named, worth: rest, added: false, reduced: true };
}

/** "0,5 đến 1 điểm", "tối đa 1 điểm": no one figure. */
const RANGE =
  /(?:(?<!\p{L})(?:đến|tới|dưới|trên|hơn|khoảng|tối đa|tối thiểu|quá|từ|hoặc|ít nhất)|\d ?[-~])\s*$/u;
/** Points that are taken away from all. */
const REDUCED = /(?:^|[\s:→,-])(?:bị |thì bị |thì )?(trừ|giảm)(?: (?:đi|trừ|bớt))?$/u;
/** Points that are added to others or taken from them, in other words. */
const CHANGE = /(?:^|[\s:→,-])(?:mất|bớt|hạ|cộng|cộng thêm|thêm|thưởng|phạt)$/u;
const LESS = /(?<!(?:không|chưa) )giảm(?: (?:đi|trừ|bớt))?\s*$/u;
/** Words before the points that make them no plain figure: "giảm còn", a factor of a formula. */
const REMAINDER = /(?<!\p{L})(?:còn|gần|bớt|nhân(?: với)?|chia(?: cho)?|x)\s*$|[×*/+]\s*$/u;
const ADDED = /(?<!\p{L})(?:cộng(?: thêm)?|thêm)(?: \p{L}+)?\s*$/u;
const EACH = /(?<!\p{L})(?:mỗi|cứ|từng)(?!\p{L})/u;

function readEnding(key: string): Ending | null {
  const share = SHARE.exec(key);
  if (share) {
    const worth: Worth = { kind: 'share', share: figurePoints(share[1] ?? '').div(100) };
    return { worth, at: startOf(share, share[1]), sure: true };
  }
  const part = PART.exec(key);
  if (part) return partEnding(part);
  const half = HALF.exec(key);
  if (half) {
    const kind = (half[1] ?? half[2]) === undefined ? 'fraction' : 'share';
    return { worth: { kind, share: points('0.5') }, at: half.index, sure: true };
  }
  const nothing = NOTHING.exec(key);
  if (nothing) return { worth: { kind: 'points', points: ZERO }, at: nothing.index, sure: true };
  const all = ALL.exec(key) ?? ALL_ALONE.exec(key);
  if (all) return { worth: { kind: 'max' }, at: all.index, sure: true };
  const plain = NUMBER.exec(key);
  if (!plain) return null;
  return { worth: number(plain[1]), at: startOf(plain, plain[1]), sure: plain[2] !== undefined };
}

function partEnding(part: RegExpExecArray): Ending | null {
  const whole = points(part[2] ?? '0');
  const over = points(part[1] ?? '0');
  if (whole.eq(0) || over.gt(whole)) return null;
  const kind = part[3] !== undefined || part[4] !== undefined ? 'share' : 'fraction';
  return { worth: { kind, share: over.div(whole) }, at: startOf(part, part[1]), sure: true };
}

function startOf(match: RegExpExecArray, group: string | undefined): number {
  return match.index + match[0].indexOf(group ?? '');
}

function number(figure: string | undefined): Worth {
  return { kind: 'points', points: figurePoints(figure ?? '0') };
}

const LINK =
  /(?:^|[\s:→=-])(số điểm|điểm số|đánh giá|tương ứng|thì|là|được|đạt|chấm|cho|tính|hưởng|bằng|ghi|mức|điểm|có|chỉ|cộng)$|([:→=-])$/u;

/**
 * Where the words begin that lead from a condition to its points (": ", "thì điểm đánh giá là"). Only the
 * words that a scale links by: in "Không đạt: 0" the "đạt" belongs to the condition.
 * @returns null when nothing links them
 */
function linkStart(head: string, sure: boolean): number | null {
  let rest = head.trimEnd();
  let strong: number | null = null;
  let weak: number | null = null;
  for (let i = 0; i < 10; i += 1) {
    const found = LINK.exec(rest);
    const token = found?.[1] ?? found?.[2];
    if (!found || token === undefined) break;
    const start = rest.length - token.length;
    const negated = /(?:không|chưa)\s*$/u.test(rest.slice(0, start));
    if (/^(?::|→|thì)$/u.test(token) || (sure && /^[=-]$/.test(token))) strong = start;
    else if (!negated && token !== 'có' && token !== 'cộng') weak ??= start;
    rest = rest.slice(0, start).trimEnd();
  }
  return strong ?? (sure ? (weak ?? head.length) : null);
}

const FIRST = new RegExp(
  `^(?:(${FIGURE}) ?(?:điểm|đ)|((?:đạt |được )?điểm tối đa)|(không có điểm|không tính điểm)) ?(?:[:→-]|nếu|khi|đối với|trong trường hợp|với|cho) ?(?=\\S)`,
  'u',
);

const FIRST_NAMED = new RegExp(
  `^(?:số )?điểm(?: số| đánh giá)? ?(?:=|là|:) ?(${FIGURE})(?: ?(?:điểm|đ))? (?:nếu|khi) (?=\\S)`,
  'u',
);

/** "1 điểm nếu ban hành kịp thời", "Điểm = 1 nếu …". */
function first(clause: Clause): Scored | null {
  const found = FIRST.exec(clause.key) ?? FIRST_NAMED.exec(clause.key);
  if (!found) return null;
  const worth: Worth = found[2] ? { kind: 'max' } : number(found[1]);
  return { condition: sliceClause(clause, found[0].length), worth, added: false };
}

/** "Có ban hành: 1 điểm (trong quý I)": the note belongs to the condition. */
function beforeNote(clause: Clause): Scored | null {
  const note = /\s?\([^()]{1,200}\)$/u.exec(clause.key);
  if (!note) return null;
  const scored = atEnd(sliceClause(clause, 0, note.index));
  if (!scored) return null;
  const said = clause.text.slice(note.index).trim();
  const { text, key } = scored.condition;
  return {
    ...scored,
    noted: true,
    condition: { text: `${text} ${said}`, key: `${key} ${clause.key.slice(note.index).trim()}` },
  };
}
