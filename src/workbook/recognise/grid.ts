/**
 * A sheet as a reader's eye takes it: merged cells show their text everywhere they reach, numbers are
 * shown as text, dates are known for dates. Reading only; nothing here interprets the field.
 */
import { inArea, type Area } from '../address';
import { isCellError, type CellValue, type SheetSnapshot } from '../snapshot';

export interface Grid {
  sheet: SheetSnapshot;
  rowCount: number;
  columnCount: number;
  value(row: number, column: number): CellValue;
  formula(row: number, column: number): string | null;
  /** The merge that covers the cell, or null. */
  mergeAt(row: number, column: number): Area | null;
  /** What the cell shows, untrimmed; a date as dd/mm/yyyy, an error as "#REF!". */
  text(row: number, column: number): string;
  /** The same, but a merged cell's text is seen in every cell of the merge. */
  seenText(row: number, column: number): string;
  isDate(row: number, column: number): boolean;
  isPercent(row: number, column: number): boolean;
  isBold(row: number, column: number): boolean;
  indent(row: number, column: number): number;
}

export function gridOf(sheet: SheetSnapshot): Grid {
  const merges = indexMerges(sheet.merges);
  const value = (row: number, column: number): CellValue => sheet.values[row]?.[column] ?? null;
  const format = (row: number, column: number): string =>
    sheet.numberFormats[row]?.[column] ?? 'General';
  const mergeAt = (row: number, column: number): Area | null =>
    merges.get(row)?.find((area) => inArea(area, { row, column })) ?? null;
  const isDate = (row: number, column: number) =>
    typeof value(row, column) === 'number' && isDateFormat(format(row, column));
  const text = (row: number, column: number) =>
    isDate(row, column) ? dateText(value(row, column) as number) : valueText(value(row, column));
  return {
    sheet,
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    value,
    formula: (row, column) => sheet.formulas[row]?.[column] ?? null,
    mergeAt,
    text,
    seenText(row, column) {
      const merge = mergeAt(row, column);
      return merge ? text(merge.top, merge.left) : text(row, column);
    },
    isDate,
    isPercent: (row, column) =>
      typeof value(row, column) === 'number' && /%/.test(withoutLiterals(format(row, column))),
    isBold: (row, column) => sheet.bold[row]?.[column] ?? false,
    indent: (row, column) => sheet.indents[row]?.[column] ?? 0,
  };
}

function indexMerges(areas: readonly Area[]): Map<number, Area[]> {
  const byRow = new Map<number, Area[]>();
  for (const area of areas) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const list = byRow.get(row);
      if (list) list.push(area);
      else byRow.set(row, [area]);
    }
  }
  return byRow;
}

function valueText(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // Fifteen digits: what a spreadsheet shows.
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : value;
}

/** "yyyy-mm-dd", "d/m", "[$-42A]dd mmmm", not "0.00" nor "General". */
function isDateFormat(format: string): boolean {
  const bare = withoutLiterals(format);
  return /[dy]/i.test(bare) || /m{1,5}[/-]|[/-]m/i.test(bare);
}

function withoutLiterals(format: string): string {
  if (/^general$/i.test(format)) return '';
  return format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
}

/** Serial of the 1900 system → "dd/mm/yyyy". */
function dateText(serial: number): string {
  const date = new Date(Math.round((serial - 25569) * 86_400_000));
  if (Number.isNaN(date.getTime())) return String(serial);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
