/**
 * Documents that texts cite, with their dates, and the period a table is about. A number and its letters
 * ("46/KH-UBND") name one document of one body in one year; two dates that differ in one part are a slip.
 */
import { foldText } from '../../text/vietnamese';
import type { Span } from './numbersInText';

export interface DayDate {
  year: number;
  month: number;
  day: number;
}

export interface Citation extends Span {
  /** As written: "46/KH-UBND". */
  number: string;
  date: DayDate;
  /** "UBND huyện", folded; "" when the text does not say whose it is. */
  issuer: string;
}

const CITATION =
  /(\d+[a-z]?\/(?:\d{4}\/)?[A-ZĐ][\p{L}\d&]*(?:\s?-\s?[\p{Lu}\d&]+)*),?\s*ngày\s+(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})(?:\s*của\s+([^,.;()]{2,40}))?/gu;

export function readCitations(text: string): Citation[] {
  return [...text.matchAll(CITATION)].flatMap((match) => {
    const date = parseDate(match[2] ?? '');
    if (!date) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        number: (match[1] ?? '').replace(/\s/g, ''),
        date,
        issuer: foldText(match[3] ?? ''),
      },
    ];
  });
}

/** "22/02/2023", "22 tháng 2 năm 2023"; null when there is no such day. */
export function parseDate(text: string): DayDate | null {
  const [day = 0, month = 0, year = 0] = (text.match(/\d+/g) ?? []).map(Number);
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days ? { day, month, year } : null;
}

/** Two citations of one number that cannot both be right. */
export function contradict(first: Citation, second: Citation): boolean {
  if (documentKey(first.number) !== documentKey(second.number)) return false;
  const sameYear = first.date.year === second.date.year;
  const sameDay = first.date.day === second.date.day && first.date.month === second.date.month;
  if (sameYear === sameDay) return false;
  return first.issuer === '' || second.issuer === '' || sameIssuer(first.issuer, second.issuer);
}

export function documentKey(number: string): string {
  return foldText(number)
    .replace(/[^\p{L}\d/]/gu, '')
    .replace(/^0+(?=\d)/, '');
}

function sameIssuer(first: string, second: string): boolean {
  return first.startsWith(second) || second.startsWith(first);
}

export interface DatedMention extends Span {
  text: string;
  date: DayDate;
  /** "đến ngày 15/11/2023": a deadline, which may lie ahead. */
  isDeadline: boolean;
}

/** Full dates in a text. */
export function readDates(text: string): DatedMention[] {
  const pattern =
    /(?<![\d/])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d)|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/gu;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const date = parseDate(match[0]);
    if (!date) return [];
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const isDeadline =
      /(?:đến|trước|hết|hạn|chậm nhất|xong|tới)(?: là)?(?: hết)?(?: ngày)?\s*$/iu.test(before);
    return [
      { start: match.index, end: match.index + match[0].length, text: match[0], date, isDeadline },
    ];
  });
}

export interface Period {
  /** As written. */
  text: string;
  end: DayDate;
}

const MONTH_ENDS: Readonly<Record<number, number>> = { 3: 31, 6: 30, 9: 30, 12: 31 };

/** "6 tháng đầu năm 2023" ends on 30/6/2023, "quý I năm 2023" on 31/3, "năm 2023" on 31/12. */
export function readPeriod(text: string): Period | null {
  const months = /(?<!\d)([369])\s+tháng(?:\s+đầu)?(?:\s+năm)?\s+(20\d{2})/iu.exec(text);
  if (months) return periodOf(months[0], Number(months[1]), Number(months[2]));
  const quarter = /quý\s+(IV|I{1,3}|[1-4])(?:\s+năm\s+|\s*\/\s*)(20\d{2})/iu.exec(text);
  const quarters: Readonly<Record<string, number>> = {
    i: 3,
    ii: 6,
    iii: 9,
    iv: 12,
    1: 3,
    2: 6,
    3: 9,
    4: 12,
  };
  if (quarter) {
    return periodOf(
      quarter[0],
      quarters[(quarter[1] ?? '').toLowerCase()] ?? 12,
      Number(quarter[2]),
    );
  }
  const year = /năm\s+(20\d{2})(?!\d)/iu.exec(text);
  return year ? periodOf(year[0], 12, Number(year[1])) : null;
}

function periodOf(text: string, month: number, year: number): Period {
  return { text, end: { year, month, day: MONTH_ENDS[month] ?? 30 } };
}

/** Days from the first date to the second; negative when it lies before. */
export function daysBetween(first: DayDate, second: DayDate): number {
  return dayNumber(second) - dayNumber(first);
}

/** Days since a fixed day (the Gregorian calendar, by counting from March). */
function dayNumber({ year, month, day }: DayDate): number {
  const shifted = month < 3 ? year - 1 : year;
  const fromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leaps + Math.floor((153 * fromMarch + 2) / 5) + day;
}

export function dateText({ day, month, year }: DayDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(day)}/${two(month)}/${year}`;
}
