/**
 * What single cells of a framework table say: a code with its damage undone, a maximum, the code that
 * leads a name, a bullet, the words of a total or a footnote.
 */
import { points, pointsText } from '../points';
import { codeShape, normaliseCode } from '../text/code';
import { readNumber } from '../text/readNumber';
import { foldText } from '../text/vietnamese';
import { pointsTextSchema } from './framework';
import { signOfName } from './outsideParts';

export interface CodeReading {
  code: string;
  /** What the cell says where the code had to be repaired; null where it is as printed. */
  repairedFrom: string | null;
  date: boolean;
}

/** Months as a spreadsheet abbreviates them, in English and Vietnamese. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A code cell. "12-Jan" and "12/01/2026" were "12.1"; "3,1" was "3.1"; words are no code. */
export function readCode(text: string, kind: 'text' | 'number' | 'date'): CodeReading {
  const none = { code: '', repairedFrom: null, date: false };
  const date = codeOfDate(text, kind);
  if (date) return { code: date, repairedFrom: text, date: true };
  const code = normaliseCode(text);
  const comma = /^\d{1,3}(,\d{1,3})+$/.test(code) ? code.replace(/,/g, '.') : null;
  if (comma) return { code: comma, repairedFrom: text, date: false };
  return ['none', 'other'].includes(codeShape(code)) ? none : { ...none, code };
}

/**
 * "12/01/2026" → "12.1": a spreadsheet took the code for day and month of the year it was typed in.
 * A year before 2015 is a third number: "07/01/2004" was "7.1.4".
 */
function codeOfDate(text: string, kind: string): string | null {
  const named = /^(\d{1,2})[-\s/]([a-z]{3})(?:[-\s/](\d{2,4}))?$/i.exec(text);
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1;
    return month > 0 ? `${Number(named[1])}.${month}` : null;
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  const [, day = '', month = '', year = ''] = iso
    ? [iso[0], iso[3], iso[2], iso[1]]
    : (/^(\d{1,2})[/](\d{1,2})(?:[/](\d{4}|\d{2}))?$/.exec(text) ?? []);
  if (day === '' || (kind !== 'date' && year === '' && !/^0|\/0/.test(text))) return null;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const third = year !== '' && full > 2000 && full < 2015 ? `.${full - 2000}` : '';
  return `${Number(day)}.${Number(month)}${third}`;
}

export type MaxReading =
  | { kind: 'none' }
  | { kind: 'points'; max: string }
  | { kind: 'ambiguous'; max: string }
  /** `max` is the figure without its sign. */
  | { kind: 'negative'; max: string }
  | { kind: 'unreadable' };

/** No criterion is worth more; it tells "1.577" from one thousand. */
const CEILING = points('1000');

/** A cell of the column of maxima: "2,00", "2 điểm", "(2đ)", "tối đa 2", "2 (*)". */
export function readMax(text: string): MaxReading {
  const bare = foldText(text)
    .replace(/^\((.*)\)$/, '$1')
    .replace(/\s*(?:\(\*+\)|\*+)$/, '')
    .replace(/^tối đa\s*:?\s*/, '')
    .replace(/\s*(điểm|đ)\.?$/, '')
    .trim();
  if (bare === '' || /^[-.…]+$/.test(bare)) return { kind: 'none' };
  const reading = readNumber(bare, { ceiling: CEILING });
  if (reading.kind === 'ambiguous') {
    const [best] = reading.candidates;
    return best ? canonical(pointsText(best), 'ambiguous') : { kind: 'unreadable' };
  }
  if (reading.kind !== 'number') return { kind: 'unreadable' };
  if (reading.points.lt(0)) {
    const size = canonical(pointsText(reading.points.abs()), 'points');
    return size.kind === 'points' ? { kind: 'negative', max: size.max } : size;
  }
  return canonical(pointsText(reading.points), 'points');
}

/** What the row of that name is worth; a penalty that a decision prints as "-5" takes up to 5. */
export function worthOf(text: string, name: string): string | null {
  const reading = readMax(text);
  if (reading.kind === 'points' || reading.kind === 'ambiguous') return reading.max;
  return reading.kind === 'negative' && signOfName(name) === 'penalty' ? reading.max : null;
}

function canonical(max: string, kind: 'points' | 'ambiguous'): MaxReading {
  return pointsTextSchema.safeParse(max).success ? { kind, max } : { kind: 'unreadable' };
}

const NAMED =
  /^(?:lĩnh vực|tiêu chí thành phần|tiêu chí|phần|mục|nhóm)\s+([\d.]+|[IVXL]+|[A-H])\s*[.:)–-]\s*/iu;
const LEADING =
  /^((?:\d{1,3}\.){1,6}(?:\d{1,3}(?:\.[a-zđ])?|[a-zđ])?|\d{1,3}[.)]|[IVXL]+[.)]|[A-H][.)]|[a-zđ]\))[.):]?\s+(?=\S)/u;

/** The code that leads a name, where there is no code beside it: "1.1. Kế hoạch CCHC". */
export function splitLeadingCode(text: string): { code: string; name: string } {
  const match = NAMED.exec(text) ?? LEADING.exec(text);
  const code = normaliseCode(match?.[1] ?? '');
  if (!match || ['none', 'other'].includes(codeShape(code))) return { code: '', name: text };
  return { code, name: text.slice(match[0].length).trim() };
}

/** "- Kịp thời" → 1 and "Kịp thời"; "+ …" → 2; 0 where there is none. */
export function splitBullet(text: string): { bullet: number; name: string } {
  const match = /^([-–—•·▪●*+])\s*(?=\S)/u.exec(text);
  if (!match) return { bullet: 0, name: text };
  return { bullet: /[+*]/.test(match[1] ?? '') ? 2 : 1, name: text.slice(match[0].length) };
}

/** A new score sheet says so where a partial framework has no name; that is no name. */
export function isNamePlaceholder(text: string): boolean {
  return /^\(tên (lĩnh vực|tiêu chí) chưa có trong nguồn\)$/u.test(foldText(text));
}

/** Capitals throughout, three letters at least. */
export function isUpper(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 3 && letters === letters.toUpperCase();
}

const SUBTOTAL =
  /^(tổng )?(cộng|tổng|tổng số|tổng điểm|điểm)( số)?( điểm)?( của)?( các)? (lĩnh vực|phần|mục|nhóm|tiêu chí)(?!\p{L})/u;
const TOTAL =
  /^(tổng cộng|tổng điểm|tổng số điểm|tổng số|tổng|cộng|cộng chung)( (điểm|chung|toàn bộ|bộ chỉ số|tối đa|điểm tối đa|các lĩnh vực|i|a|b)([\s+,&và\divxab]*)?)?\s*[:.]?\s*(\(.*\))?$/u;

/** Rows of a filled score sheet that sum up otherwise: base, index, the unlisted remainder. */
const OF_A_SCORE_SHEET =
  /^(tổng )?(số )?điểm (chuẩn|tối đa) (trong kỳ|kỳ này|được đánh giá)|^chỉ số (cchc|cải cách hành chính)( đạt)?\s*(\(%\))?$|^các tiêu chí khác \(.*chưa liệt kê\)$/u;

/** Whether a row without a code sums up. "Tổng hợp báo cáo" does not. */
export function readTotalWords(text: string): 'total' | 'subtotal' | null {
  const words = foldText(text);
  if (SUBTOTAL.test(words) || OF_A_SCORE_SHEET.test(words)) return 'subtotal';
  return TOTAL.test(words) ? 'total' : null;
}

const FOOTNOTE =
  /^(ghi chú|chú thích|lưu ý|\(\*+\)|\*+\s*\)?|\[\d+\]|\(\d+\)|[¹²³⁴⁵])\s*[:.]?\s*\p{L}/iu;

export function isFootnote(text: string): boolean {
  return FOOTNOTE.test(text);
}

/** An area or criterion whose name says that its points come from a survey. */
export function mentionsSurvey(text: string): boolean {
  return /điều tra xã hội học|(?<!\p{L})(xhh|sipas)(?!\p{L})|phiếu (điều tra|khảo sát)/u.test(
    foldText(text),
  );
}
