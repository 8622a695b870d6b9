/**
 * What a title block says of a framework: its title, the decision it was issued with, who issued it,
 * for whom and for which year. What it does not say stays empty; the person fills it in.
 */
import { foldBare, foldText } from '../text/vietnamese';
import type { frameworkLevels } from './framework';
import type { FrameworkHead } from './reading';
import { tidyText } from './sourceTable';

type Level = (typeof frameworkLevels)[number];

const NUMBER = /(\d+\s*\/\s*(?:\d{4}\s*\/\s*)?QĐ\s*-\s*[\p{L}]+)/u;
const DATE =
  /ngày\s+(\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/iu;
const ISSUER =
  /(?:của|do)\s+((?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Bộ trưởng|Bộ|Thủ tướng|Chủ tịch)[^,.;()\n]*?)(?=\s+(?:về|ban hành|phê duyệt|v\/v)|[,.;()]|$)/iu;

const FOR_LEVEL: readonly [Level, RegExp][] = [
  ['commune', /cấp xã|các xã|xã,? phường|phường,? xã|thị trấn|đặc khu/u],
  ['district', /cấp huyện|các huyện|huyện,? thị xã|quận,? huyện/u],
  ['department', /các sở|sở,? ban|sở,? ngành|cơ quan chuyên môn|cơ quan thuộc/u],
  ['ministry', /các bộ|bộ,? cơ quan ngang bộ/u],
  ['province', /cấp tỉnh|các tỉnh|tỉnh,? thành phố trực thuộc/u],
];

/** @param lines title lines, top to bottom @param fallbackYear where no line names a year */
export function readHead(lines: readonly string[], fallbackYear: number): FrameworkHead {
  const whole = tidyText(lines.join('\n'));
  const decision = readDecision(whole);
  const title = readTitle(lines);
  // Who issued it stands behind its number: "của UBND cấp xã" before it says whom it is for.
  const [before = '', after = ''] = splitAt(whole, decision);
  const issuer = tidyText(ISSUER.exec(after)?.[1] ?? '');
  const year = readYear(lines, title, decision) ?? fallbackYear;
  const words = foldText(before);
  return {
    id: frameworkId(decision, title, year),
    title: title || 'Bộ chỉ số cải cách hành chính',
    decision: decision.slice(0, 300),
    issuer: issuer.slice(0, 300),
    province: tidyText(
      /tỉnh\s+(\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*){0,3})/u.exec(whole)?.[1] ?? '',
    ).slice(0, 100),
    level: FOR_LEVEL.find(([, pattern]) => pattern.test(words))?.[0] ?? 'any',
    year,
  };
}

/** "1325/QĐ-UBND" and 2023 → "1325-qd-ubnd-2023": lower case, no diacritics. */
export function frameworkId(decision: string, title: string, year: number): string {
  const number = NUMBER.exec(decision)?.[1] ?? '';
  const stem = foldBare(number || title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return stem.endsWith(String(year)) ? stem : [stem || 'khung', year].join('-');
}

/** What stands before and behind the number of the decision. */
function splitAt(whole: string, decision: string): [string, string] {
  const at = decision === '' ? -1 : whole.search(NUMBER);
  return at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at)];
}

function readDecision(whole: string): string {
  const number = NUMBER.exec(whole)?.[1];
  if (!number) return '';
  const after = whole.slice(whole.indexOf(number) + number.length);
  const date = DATE.exec(after.slice(0, 60))?.[1];
  return ['Quyết định số', number.replace(/\s/g, ''), date ? `ngày ${date}` : '']
    .filter((part) => part !== '')
    .join(' ');
}

function readTitle(lines: readonly string[]): string {
  const tidy = lines.map(tidyText);
  const start = tidy.findIndex((line) =>
    /^(bộ (chỉ số|tiêu chí)|chỉ số|bảng|khung)/u.test(foldText(line)),
  );
  if (start < 0) return '';
  const rest = tidy.slice(start);
  const end = rest.findIndex(
    (line, i) => i > 0 && (line === '' || /^\(|kèm theo|^đơn vị/u.test(foldText(line))),
  );
  return rest
    .slice(0, end < 0 ? Math.min(rest.length, 3) : end)
    .join(' ')
    .slice(0, 500);
}

/** "năm 2023" in the title counts before the year of the decision. */
function readYear(lines: readonly string[], title: string, decision: string): number | null {
  const named = /(?:năm|giai đoạn)\s+(20\d{2})/u.exec(foldText(title || lines.join(' ')));
  const issued = /(20\d{2})\s*$/.exec(decision);
  const year = Number(named?.[1] ?? issued?.[1] ?? NaN);
  return year >= 2010 && year <= 2100 ? year : null;
}
