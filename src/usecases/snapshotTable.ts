/**
 * A sheet, or a part of it, as a table like any other, so that a framework is read from the open
 * workbook by the same rules as from a document.
 */
import { points, pointsText } from '../domain/points';
import type { SourceCell, SourceTable } from '../domain/framework/sourceTable';
import type { Area } from '../workbook/address';
import { isCellError, type CellValue, type SheetSnapshot } from '../workbook/snapshot';

/** @param area what is selected; one cell, or nothing, means the whole sheet */
export function snapshotTable(sheet: SheetSnapshot, area?: Area): SourceTable {
  const single = area && area.top === area.bottom && area.left === area.right;
  const whole = { top: 0, left: 0, bottom: sheet.rowCount - 1, right: sheet.columnCount - 1 };
  const part = area && !single ? clip(area, whole) : whole;
  const merges = new Map<string, Area>();
  for (const merge of sheet.merges) {
    const inside = clip(merge, part);
    // A merge that reaches in from outside shows its text at its own corner only.
    for (let row = inside.top; row <= inside.bottom; row += 1)
      for (let column = inside.left; column <= inside.right; column += 1)
        merges.set(`${row},${column}`, inside);
  }
  const rows: SourceCell[][] = [];
  for (let row = part.top; row <= part.bottom; row += 1) {
    const cells: SourceCell[] = [];
    for (let column = part.left; column <= part.right; column += 1) {
      const merge = merges.get(`${row},${column}`);
      if (merge && (merge.top !== row || merge.left !== column)) continue;
      cells.push(readCell(sheet, row, column, merge));
    }
    rows.push(cells);
  }
  while (rows.at(-1)?.every((cell) => cell.text === '')) rows.pop();
  return { rows };
}

function clip(area: Area, within: Area): Area {
  return {
    top: Math.max(area.top, within.top),
    left: Math.max(area.left, within.left),
    bottom: Math.min(area.bottom, within.bottom),
    right: Math.min(area.right, within.right),
  };
}

function readCell(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  merge: Area | undefined,
): SourceCell {
  const value = sheet.values[row]?.[column] ?? null;
  const format = sheet.numberFormats[row]?.[column] ?? 'General';
  const rowSpan = merge ? merge.bottom - merge.top + 1 : 1;
  const colSpan = merge ? merge.right - merge.left + 1 : 1;
  const indent = sheet.indents[row]?.[column] ?? 0;
  return {
    ...textOf(value, format),
    ...(sheet.bold[row]?.[column] ? { bold: true } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(colSpan > 1 ? { colSpan } : {}),
  };
}

function textOf(value: CellValue, format: string): Pick<SourceCell, 'text' | 'kind'> {
  if (value === null) return { text: '' };
  if (isCellError(value)) return { text: value.error };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'string') return { text: value };
  if (isDateFormat(format)) return { text: dateText(value), kind: 'date' };
  return { text: pointsText(points(value)), kind: 'number' };
}

/** Days and months in a format; "[Red]" and quoted words are none. */
function isDateFormat(format: string): boolean {
  return /[dmy]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')) && !/general/i.test(format);
}

/** Serial day of a spreadsheet → "dd/mm/yyyy". */
function dateText(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
