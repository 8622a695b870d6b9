/**
 * A sheet, or a part of it, as a table like any other, so that a framework is read from the open
 * workbook by the same rules as from a document.
 */
import { points, pointsText } from '../domain/points';
import type { SourceCell, SourceTable } from '../domain/framework/sourceTable';
import type { Area } from '../workbook/address';
import { isCellError, type CellValue, type SheetSnapshot } from '../workbook/snapshot';

/**
 * @param area a part of the sheet; the whole sheet when left out. A merged cell that reaches in from
 *   outside shows its text where it enters.
 */
export function snapshotTable(sheet: SheetSnapshot, area?: Area): SourceTable {
  const whole = wholeOf(sheet);
  const part = area ? clip(area, whole) : whole;
  const merges = new Map<string, { inside: Area; corner: Area }>();
  for (const merge of sheet.merges) {
    const inside = clip(merge, part);
    for (let row = inside.top; row <= inside.bottom; row += 1)
      for (let column = inside.left; column <= inside.right; column += 1)
        merges.set(`${row},${column}`, { inside, corner: merge });
  }
  const rows: SourceCell[][] = [];
  for (let row = part.top; row <= part.bottom; row += 1) {
    const cells: SourceCell[] = [];
    for (let column = part.left; column <= part.right; column += 1) {
      const merge = merges.get(`${row},${column}`);
      if (!merge) cells.push(readCell(sheet, row, column));
      else if (merge.inside.top === row && merge.inside.left === column)
        cells.push(readCell(sheet, merge.corner.top, merge.corner.left, merge.inside));
    }
    rows.push(cells);
  }
  while (rows.at(-1)?.every((cell) => cell.text === '')) rows.pop();
  return { rows };
}

/** Rows above an area in which a title is looked for. */
const TITLE_REACH = 12;

/** What stands above a part of a sheet as a title does: a line or two across, no table. */
export function linesAbove(sheet: SheetSnapshot, area: Area): string[] {
  const lines: string[] = [];
  for (let row = area.top - 1; row >= Math.max(0, area.top - TITLE_REACH); row -= 1) {
    const filled = (sheet.values[row] ?? []).filter((value) => value !== null && value !== '');
    if (filled.length > 2 || filled.some((value) => typeof value !== 'string')) break;
    lines.unshift(...(filled as string[]));
  }
  return lines;
}

export function wholeOf(sheet: SheetSnapshot): Area {
  return { top: 0, left: 0, bottom: sheet.rowCount - 1, right: sheet.columnCount - 1 };
}

export function clip(area: Area, within: Area): Area {
  return {
    top: Math.max(area.top, within.top),
    left: Math.max(area.left, within.left),
    bottom: Math.min(area.bottom, within.bottom),
    right: Math.min(area.right, within.right),
  };
}

function readCell(sheet: SheetSnapshot, row: number, column: number, merge?: Area): SourceCell {
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
