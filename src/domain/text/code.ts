/**
 * Criterion codes: "1", "1.1", "3.10.1", "3.10.a", "I", "A", "a)". A code is text, always: "3.10" is not 3.1, and
 * 3.10 comes after 3.9 (natural order).
 */
import { plainText } from './vietnamese';

/** "1.1.3." → "1.1.3"; " 3 . 10 " → "3.10"; "Lĩnh vực 1:" → "1"; "a)" stays "a)". */
export function normaliseCode(text: string): string {
  const line = plainText(text).replace(
    /^(lĩnh vực|tiêu chí thành phần|tiêu chí|phần|mục)\s+(?=[\dIVXLC])/iu,
    '',
  );
  return line
    .replace(/\s*\.\s*/g, '.')
    .replace(/^[('"]+(?=\d)/, '')
    .replace(/(?<=\d)[)\].:;,]+$/, '')
    .replace(/(?<=^[IVXLCivxlcA-Za-z]+)[.:;,]+$/, '')
    .trim();
}

export type CodeShape = 'decimal' | 'roman' | 'capital' | 'letter' | 'other' | 'none';

/** What kind of code it is. "I", "V", "X" and "C" alone read as roman numerals. */
export function codeShape(code: string): CodeShape {
  if (code === '') return 'none';
  if (/^\d{1,3}(\.(\d{1,3}|[a-zđ])){0,6}$/.test(code)) return 'decimal';
  if (romanValue(code) !== null) return 'roman';
  if (/^[A-HJ-Z]$/.test(code)) return 'capital';
  if (/^[a-zđ]\)?$/.test(code)) return 'letter';
  return 'other';
}

/** "3.10.1" → [3, 10, 1]; "3.10.b" → [3, 10, 2]; null for any other shape. */
export function codeSegments(code: string): number[] | null {
  if (codeShape(code) !== 'decimal') return null;
  return code.split('.').map((part) => (/^\d/.test(part) ? Number(part) : letterOrder(part)));
}

/** a → 1, d → 4, đ → 4.5 (some lists have it, some do not), e → 5. */
function letterOrder(letter: string): number {
  return letter === 'đ' ? 4.5 : letter.charCodeAt(0) - 96;
}

/** Natural order: 3.4 before 3.10 before 3.10.1. Codes of other shapes compare as text, after decimals. */
export function compareCodes(first: string, second: string): number {
  const a = codeSegments(first);
  const b = codeSegments(second);
  if (!a || !b) return a ? -1 : b ? 1 : first.localeCompare(second, 'vi');
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  // "3.1" and "3.a" stand at one place: numbers first.
  return first === second ? 0 : first < second ? -1 : 1;
}

/** "3.10.1" → "3.10"; "3" → null. */
export function parentCode(code: string): string | null {
  const dot = code.lastIndexOf('.');
  return codeSegments(code) && dot > 0 ? code.slice(0, dot) : null;
}

/** "XIV" → 14; null when it is not a roman numeral in capitals up to 89. */
export function romanValue(text: string): number | null {
  const match = /^(L?X{0,3}|XL)(IX|IV|V?I{0,3})$/.exec(text);
  if (!match || text === '') return null;
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };
  const digits = [...text].map((letter) => values[letter] ?? 0);
  return digits.reduce(
    (sum, digit, i) => (digit < (digits[i + 1] ?? 0) ? sum - digit : sum + digit),
    0,
  );
}
