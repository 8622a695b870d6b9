/** A cell in words: its address and what it holds, as the line under the grid and screen readers say it. */
import type { CellValue } from '../workbook/snapshot';
import type { PageWords } from './words';

/** "" for nothing; a number with the decimal mark of the language. */
export function valueText(value: CellValue, { language }: PageWords): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'number' && language === 'vi') return String(value).replace('.', ',');
  return String(value);
}

/** As above, but says that a cell is empty, and names the formula when there is one. */
export function cellText(value: CellValue, formula: string | null, words: PageWords): string {
  const { cell } = words.page;
  const shown = valueText(value, words) || cell.blank;
  return formula === null ? shown : cell.formula(shown, formula);
}
