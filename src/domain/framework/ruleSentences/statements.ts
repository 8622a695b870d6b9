/**
 * Clauses that are no step of a scale: what a letter of the formula means, a ceiling, points for each item,
 * a survey, another system, and when a criterion leaves the base.
 */
import type { Points } from '../../points';
import { clauseOf, sliceClause, type Clause } from './clauses';
import { CONDITIONAL, saysChange, saysFault } from './tellingWords';
import { FIGURE, figurePoints } from './worth';

export type Statement =
  | { kind: 'definitions'; definitions: { letter: string; label: string }[] }
  /** "tối đa 2 điểm"; null: all points of the criterion. */
  | { kind: 'ceiling'; points: Points | null; ofDeduction: boolean }
  | PerItem
  | { kind: 'survey' }
  | { kind: 'system'; source: string }
  | { kind: 'notAssessed' }
  | { kind: 'notApplicable' };

export interface PerItem {
  kind: 'perItem';
  sign: 'plus' | 'minus';
  /** Outside the scale, by the clause's own words ("điểm thưởng"), or by naming the total. */
  outside: 'word' | 'total' | null;
  each: { kind: 'points'; points: Points } | { kind: 'of'; of: Points };
}

/** @returns null when the clause is none of these */
export function readStatement(clause: Clause): Statement | null {
  return (
    readDefinitions(clause) ??
    readCeiling(clause.key) ??
    readPerItem(clause.key) ??
    readElsewhere(clause) ??
    readLeaving(clause.key)
  );
}

const DEFINITION = /^(?:và |với |trong đó |còn )?\(?([a-wyz])\)? ?(?:là|=|:) ?(?=[\p{L}])(.+)$/u;

/** "Tỷ lệ (%) = b/a × 100": what the ratio is called. */
const RATIO_NAMED =
  /^(?:tính )?(?:tỷ|tỉ) lệ[^\d:;/]{0,80}?(?: ?(?:=|là|:))? ?\(?[a-z] ?\/ ?[a-z]\)?(?: ?[x×*] ?100 ?%?)?$/u;

/** "a là tổng số nhiệm vụ, b là số nhiệm vụ hoàn thành". */
function readDefinitions(clause: Clause): Statement | null {
  if (RATIO_NAMED.test(clause.key)) return { kind: 'definitions', definitions: [] };
  const definitions: { letter: string; label: string }[] = [];
  const cuts = [
    0,
    ...[...clause.key.matchAll(/(?:,|;| và| còn) (?=\(?[a-wyz]\)? ?(?:là|=|:) ?\p{L})/gu)].map(
      (found) => found.index + found[0].length,
    ),
  ];
  for (const [i, from] of cuts.entries()) {
    const end = cuts[i + 1] ?? clause.key.length;
    const part = clauseOf(clause.text.slice(from, end).replace(/(?:,|;| và| còn)\s*$/iu, ''));
    const found = DEFINITION.exec(part.key);
    if (!found || /\d ?(?:điểm|đ)(?!\p{L})|[:→] ?\d|điểm tối đa/u.test(part.key)) return null;
    if (
      CONDITIONAL.test(part.key) ||
      /không (?:chấm|tính|đánh giá|có điểm)|(?:trừ|giảm) (?:đi |một )?(?:điểm|nửa)/u.test(part.key)
    )
      return null;
    const label = part.text.slice(part.key.length - (found[2] ?? '').length).trim();
    definitions.push({ letter: found[1] ?? '', label: label.slice(0, 300) });
  }
  return { kind: 'definitions', definitions };
}

const CEILING = new RegExp(
  `^\\(?(?:nhưng |song |và )?(?:mức |tổng )?(?:(?:số )?điểm (?:(?:trừ|cộng|thưởng|phạt) )?)?(?:(trừ) )?(?:cộng )?(?:tối đa |nhiều nhất |cao nhất |không quá |không vượt quá |không vượt |tối đa trừ |tối đa không quá |tối đa là |tối đa không vượt quá )(?:(${FIGURE}) ?(?:điểm|đ)?|((?:số )?điểm tối đa(?: của tiêu chí(?: này)?)?|(?:số )?điểm của tiêu chí(?: này)?))\\)?$`,
  'u',
);
const UNTIL_NOTHING =
  /^\(?(?:và |nhưng )?(?:trừ |bị trừ )?(?:cho )?(?:đến|tới)(?: khi)? (?:hết|0)(?: (?:số )?điểm(?: tối đa)?(?: của tiêu chí(?: này)?)?)?\)?$/u;

function readCeiling(key: string): Statement | null {
  if (UNTIL_NOTHING.test(key)) return { kind: 'ceiling', points: null, ofDeduction: true };
  const found = CEILING.exec(key);
  if (!found) return null;
  const points = found[2] === undefined ? null : figurePoints(found[2]);
  return { kind: 'ceiling', points, ofDeduction: /trừ/u.test(key) };
}

const POINTS = `(?:(${FIGURE}) ?(?:điểm|đ)|1 ?\\/ ?(\\d{1,2}) (?:số )?điểm(?: tối đa)?)`;
const ONE_ITEM = '(?:mỗi|cứ mỗi|cứ có|cứ|từng)(?: (?:0?1|một))?';
/** "Mỗi sáng kiến được 0,5 điểm", "Cứ 01 văn bản chậm trừ 0,1 điểm", "01 hồ sơ trễ hạn trừ 0,1 điểm". */
const ITEM_FIRST = new RegExp(
  `^(?:điểm (?:thưởng|cộng|phạt|trừ) ?:? ?)?(?:(?:nếu|khi|thiếu|chậm) )?(?:${ONE_ITEM}|0?1) (\\p{L}[^\\d%:;]{1,200}?)(?:,? ?thì)? ?(?:(?::|→|-|được|đạt|tính|cho|chấm|cộng|thưởng|bị trừ|trừ|giảm)(?: (?:được|đạt|tính|cho|chấm|cộng|thưởng|cộng thêm|thêm|bị trừ|trừ|giảm|đi))*:? ?)?${POINTS}(?: (?:vào|trong) tổng (?:số )?điểm)?$`,
  'u',
);
/** "Trừ 0,25 điểm/trường hợp", "0,5 điểm cho mỗi sáng kiến". */
const POINTS_FIRST = new RegExp(
  `^(?:[^\\d%:;]{1,120}?(?::|,| bị| được))? ?(?:(?:được|bị|tính|cộng|trừ|giảm|đạt|thưởng) )*${POINTS} ?(?:\\/ ?(?:0?1 |mỗi )?|(?:cho|đối với|với|trên)? ?(?:mỗi|từng|một|0?1) )(\\p{L}[^\\d%:;]{1,200})$`,
  'u',
);

function readPerItem(key: string): PerItem | null {
  const item = key.slice(/: ?(?=(?:mỗi|cứ|từng) )/u.exec(key)?.index ?? 0).replace(/^: ?/, '');
  const found = ITEM_FIRST.exec(item) ?? POINTS_FIRST.exec(key);
  if (!found) return null;
  const [, ...groups] = found;
  const figure = groups.find((group) => group !== undefined && /^\d{1,6}([.,]\d+)?$/.test(group));
  if (figure === undefined || /(?<!\p{L})(?:hoặc|nếu|riêng)(?!\p{L})/u.test(key.slice(4)))
    return null;
  const share = /1 ?\/ ?\d{1,2} (?:số )?điểm/u.test(key);
  const minus = /(?<!\p{L})(?:trừ|phạt|giảm)(?: (?:đi|trừ))?:? ?\d|^điểm (?:trừ|phạt)/u.test(key);
  const [, ...words] = found.filter((group) => group !== undefined && group !== figure);
  if (words.some((one) => SEVERAL.test(one))) return null;
  if (ABOUT.test(key)) return null;
  // "Mỗi hồ sơ trễ hạn: 0,1 điểm" does not say that they are taken away.
  if (!minus && saysLoss(key)) return null;
  // "01 sáng kiến: 0,5 điểm" may be the first step of a scale.
  if (/^\d+ /.test(key) && !minus && !/(?<!\p{L})cộng(?!\p{L})/u.test(key)) return null;
  return {
    kind: 'perItem',
    sign: minus ? 'minus' : 'plus',
    outside: outsideBy(key),
    each: share
      ? { kind: 'of', of: figurePoints(figure) }
      : { kind: 'points', points: figurePoints(figure) },
  };
}

/** "Cứ hai sáng kiến", "mỗi ngày của mỗi báo cáo", "mỗi phần trăm": no single items. */
const SEVERAL =
  /^(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|chục|trăm|cặp|nhóm|(?:điểm )?phần trăm)(?!\p{L})|\/|(?<!\p{L})(?:mỗi|cứ|từng|trên|đầu|tiếp theo|thứ|trở đi|kể từ|hoặc)(?!\p{L})/u;

/** "Mỗi sáng kiến được tối đa 0,5 điểm": no one figure. */
const ABOUT =
  /(?<!\p{L})(?:tối đa|không quá|tối thiểu|ít nhất|khoảng|gần|trên|dưới|hơn|đến)(?: (?:là|được))? \d[\d.,]* ?(?:điểm|đ)(?!\p{L})/u;

function saysLoss(key: string): boolean {
  const plain = key.replace(/xử phạt|đúng quy định|không quá/gu, ' ');
  return saysFault(plain) || /(?<!\p{L})(?:bị|mất|bớt|hạ|khấu|phạt|giảm|trừ)(?!\p{L})/u.test(plain);
}

function outsideBy(key: string): PerItem['outside'] {
  if (/(?:vào|trong|khỏi) tổng (?:số )?điểm/u.test(key)) return 'total';
  return /điểm (?:thưởng|phạt|cộng|trừ)|(?:thưởng|phạt)(?: thêm)?:? \d/u.test(key) ? 'word' : null;
}

const SURVEY =
  /(?:điều tra|khảo sát) (?:xã hội học|xhh)|(?<!\p{L})(?:sipas|xhh)(?!\p{L})|(?:kết quả|qua|bằng|phiếu) (?:điều tra|khảo sát)/u;
const SOURCE =
  /^(?:tính|điểm|kết quả|chấm|theo|căn cứ|lấy|xác định|đánh giá|điều tra|khảo sát|qua|chỉ số|thông qua|sử dụng|bằng|số liệu|dữ liệu|trích xuất|kết xuất|sipas|tự động|được)(?!\p{L})/u;
const SYSTEM =
  /(?:trích xuất|kết xuất|lấy|tổng hợp|chấm điểm|tính|xác định|chấm|tự động)(?: \p{L}+){0,4}? (?:từ|trên|theo|qua|bởi) (?:kết quả (?:của |trên |từ )?)?((?:phần mềm|hệ thống|cổng|cơ sở dữ liệu|csdl|bộ chỉ số).{0,200})$/u;

function readElsewhere(clause: Clause): Statement | null {
  const { key } = clause;
  const scores =
    /\d|(?<!\p{L})(?:nếu|trừ|mỗi|công thức|tỷ lệ)(?!\p{L})/u.test(key.replace(/năm \d{4}/gu, '')) ||
    CONDITIONAL.test(key) ||
    saysFault(key) ||
    saysChange(key.replace(/ nhân (?:với )?điểm tối đa/gu, ' '));
  // "Tổ chức khảo sát …", "Cập nhật … trên hệ thống" are tasks, not where points come from.
  if (scores || !SOURCE.test(key)) return null;
  if (SURVEY.test(key)) return { kind: 'survey' };
  const system = SYSTEM.exec(key);
  // What is extracted may go into a formula: then it is no score yet.
  if (!system || /[×*/:]|(?<= )x(?= )/u.test(key)) return null;
  const source = sliceClause(clause, key.length - (system[1] ?? '').length).text;
  return { kind: 'system', source: source.slice(0, 300) };
}

const NOT_ASSESSED =
  /^(?:tiêu chí (?:này )?)?(?:chưa|không) (?:thực hiện )?(?:đánh giá|chấm điểm|tính điểm)(?: tiêu chí này)? (?:trong (?:kỳ|năm|quý|6 tháng)|(?:kỳ|năm|quý|6 tháng))[^;]{0,60}$/u;
const NOT_APPLICABLE =
  /^\(?không áp dụng(?: (?:đối với|với|cho|tiêu chí|nội dung|nếu|khi|trong trường hợp|trường hợp)[^\d]{0,200})?\)?$|(?:,|thì|:) (?:thì )?(?:không áp dụng|không (?:đánh giá|tính)(?: (?:điểm )?tiêu chí này| vào tổng điểm)?|(?:loại|trừ) (?:tiêu chí này )?(?:ra )?khỏi (?:tổng điểm|thang điểm|điểm chuẩn))(?: tiêu chí này| nội dung này)?\)?$/u;

function readLeaving(key: string): Statement | null {
  if (NOT_ASSESSED.test(key)) return { kind: 'notAssessed' };
  return NOT_APPLICABLE.test(key) && !/\d/.test(key) ? { kind: 'notApplicable' } : null;
}
