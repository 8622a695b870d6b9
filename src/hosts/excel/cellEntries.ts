/**
 * Cell values between the product and Excel. Rule kept here: text stays text. Excel takes what looks
 * like a number, a date or a formula for one, unless the cell's format is "@" or the entry begins with
 * an apostrophe (which Excel keeps to itself); numbers and formulas, in turn, become text in an "@" cell.
 */
import type { CellWrite, Seen } from '../../workbook/patch';
import type { CellValue } from '../../workbook/snapshot';
import { isCellError } from '../../workbook/snapshot';

/** What is handed to Excel for one cell; null leaves the cell alone. */
export type Entry = string | number | boolean | null;

/** A cell holds no more. */
export const longestText = 32_767;

/** Longer text is never taken for a number or a date. */
const longestNumber = 64;

/**
 * @param numberFormat of the cell at the moment of writing
 * @returns the entry, and the number format that must be set first when the present one would spoil it
 */
export function entryFor(
  write: CellWrite,
  numberFormat: string,
): { entry: Entry; formatFirst: string | null } {
  const asText = numberFormat === '@';
  if ('formula' in write) return { entry: write.formula, formatFirst: asText ? 'General' : null };
  const { value } = write;
  if (value === null) return { entry: '', formatFirst: null };
  if (isCellError(value)) return { entry: value.error, formatFirst: asText ? 'General' : null };
  if (typeof value !== 'string') return { entry: value, formatFirst: asText ? 'General' : null };
  if (asText || !mayBeConverted(value)) return { entry: value, formatFirst: null };
  if (value.length >= longestText) return { entry: value, formatFirst: '@' };
  return { entry: `'${value}`, formatFirst: null };
}

/** Errs on the side of yes: an apostrophe too many does no harm. */
function mayBeConverted(text: string): boolean {
  if (/^\s*[=+\-@'#−]/.test(text)) return true;
  if (text.length > longestNumber) return false;
  return /\d/.test(text) || /^\s*(true|false|đúng|sai)\s*$/i.test(text);
}

/** One cell as Excel reports it. `type` is its entry in `valueTypes`. */
export function readCell(value: unknown, formula: unknown, type: unknown): Seen {
  const hasFormula = typeof formula === 'string' && formula.startsWith('=');
  // A text that begins with "=" comes back alike in both; a formula shows something else than itself.
  if (hasFormula && formula !== value) return { formula };
  return readValue(value, type);
}

export function readValue(value: unknown, type: unknown): CellValue {
  if (type === 'Error') return { error: String(value) };
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

/** The write that puts back what a cell held. */
export function writeBack(seen: Seen): CellWrite {
  if (typeof seen === 'object' && seen !== null && 'formula' in seen)
    return { formula: seen.formula, value: null };
  return { value: seen };
}
