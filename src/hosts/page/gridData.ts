/**
 * From the workbook as a file holds it to the data that the grid draws. Pure: same view, same data.
 *
 * Rules kept here:
 * - Text stays text: every string says its type, so that "3.10", "-x" and "=x" are never read again.
 * - No row is left to the grid's own fitting, which clips stacked Vietnamese capitals: a row without a
 *   height gets one from its text.
 * - Hidden sheets are given too, since formulas look into them.
 */
import type {
  ICellData,
  IColumnData,
  IRowData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/presets';
import type { Area, CellAt } from '../../workbook/address';
import { isMarkCondition } from '../../workbook/marks';
import type { CellValue } from '../../workbook/snapshot';
import type { CellView, SheetView, WorkbookView } from '../../workbook/view';
import { definedNames, gridRange, validations } from './gridRules';
import { gridStyle } from './gridStyle';
import { neededHeights } from './rowFit';

/** As the grid numbers them. */
export const cellType = { text: 1, number: 2, boolean: 3, forcedText: 4 } as const;

/** Empty rows and columns shown beyond what the sheet uses, so that a person can write on. */
const spare = { rows: 30, columns: 6 };
const least = { rows: 60, columns: 16 };

/** @param id of the unit in the grid; a new one for each drawing */
export function gridData(view: WorkbookView, id: string): IWorkbookData {
  const ids = new Map(view.sheets.map((sheet, index) => [sheet.name, sheetId(index)]));
  const plain = view.styles[0];
  return {
    id,
    name: view.name,
    appVersion: '',
    // The enum of the grid cannot be imported here without the grid; its values are these strings.
    locale: 'viVN' as IWorkbookData['locale'],
    styles: Object.fromEntries(
      Object.entries(view.styles).map(([styleId, style]) => [styleId, gridStyle(style)]),
    ),
    ...(plain ? { defaultStyle: gridStyle(plain) } : {}),
    sheetOrder: [...ids.values()],
    sheets: Object.fromEntries(
      view.sheets.map((sheet, index) => [sheetId(index), sheetData(sheet, index, view)]),
    ),
    resources: [
      { name: 'SHEET_DEFINED_NAME_PLUGIN', data: JSON.stringify(definedNames(view, ids)) },
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: JSON.stringify(validations(view, sheetId)) },
    ],
  };
}

/** The grid's name for the sheet at this place among the tabs. */
export function sheetId(index: number): string {
  return `sheet-${index}`;
}

/** @param formula with its "=", or null */
export function gridCell(value: CellValue, formula: string | null): ICellData {
  const cell = gridValue(value);
  return formula === null ? cell : { ...cell, f: formula };
}

function gridValue(value: CellValue): ICellData {
  switch (typeof value) {
    case 'string':
      return { v: value, t: looksLikeNumber(value) ? cellType.forcedText : cellType.text };
    case 'number':
      return { v: value, t: cellType.number };
    case 'boolean':
      return { v: value ? 1 : 0, t: cellType.boolean };
    default:
      return value === null ? {} : { v: value.error, t: cellType.text };
  }
}

function looksLikeNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function sheetData(sheet: SheetView, index: number, view: WorkbookView): Partial<IWorksheetData> {
  const { rows, columns } = sheet.freeze;
  return {
    id: sheetId(index),
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? 0 : 1,
    rowCount: Math.max(sheet.rowCount + spare.rows, least.rows),
    columnCount: Math.max(sheet.columnCount + spare.columns, least.columns),
    zoomRatio: sheet.zoom / 100,
    defaultColumnWidth: columnPixels(sheet.defaultColumnWidth),
    defaultRowHeight: rowPixels(sheet.defaultRowHeight),
    showGridlines: sheet.gridLines ? 1 : 0,
    freeze: {
      xSplit: columns,
      ySplit: rows,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
    },
    mergeData: sheet.merges.map(gridRange),
    cellData: withMarks(cellData(sheet.cells), sheet, view.styles),
    rowData: rowData(sheet, view.styles),
    columnData: columnData(sheet),
  };
}

function cellData(cells: readonly CellView[]): Record<number, Record<number, ICellData>> {
  const data: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, value, formula, styleId } of cells) {
    const cell = gridCell(value, formula);
    if (styleId !== 0) cell.s = String(styleId);
    (data[row] ??= {})[column] = cell;
  }
  return data;
}

/**
 * The grid evaluates no conditional formats of the file; our own marks are always true, so their fill is
 * simply drawn over the cell's own.
 */
function withMarks(
  data: Record<number, Record<number, ICellData>>,
  sheet: SheetView,
  styles: WorkbookView['styles'],
): Record<number, Record<number, ICellData>> {
  for (const { areas, formulas, format } of sheet.conditionalFormats) {
    const fill = format?.fill;
    if (!fill || !isMarkCondition(formulas[0] ?? '')) continue;
    for (const { row, column } of areas.flatMap(cellsOf)) {
      const cell = ((data[row] ??= {})[column] ??= {});
      const own = styles[Number(typeof cell.s === 'string' ? cell.s : 0)];
      cell.s = { ...(own ? gridStyle(own) : {}), bg: { rgb: fill } };
    }
  }
  return data;
}

/** Marks stand on single cells: their areas are small. */
function cellsOf({ top, left, bottom, right }: Area): CellAt[] {
  const cells: CellAt[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  return cells;
}

function rowData(sheet: SheetView, styles: WorkbookView['styles']): Record<number, IRowData> {
  const data: Record<number, IRowData> = {};
  const set = new Set(sheet.rows.filter(({ height }) => height !== null).map(({ row }) => row));
  for (const [row, height] of neededHeights(sheet, styles, (row) => !set.has(row)))
    if (height > sheet.defaultRowHeight) data[row] = { h: rowPixels(height), ia: 0 };
  for (const { row, height, hidden, styleId } of sheet.rows) {
    const entry = (data[row] ??= {});
    if (height !== null) {
      entry.h = rowPixels(height);
      entry.ia = 0;
    }
    if (hidden) entry.hd = 1;
    if (styleId !== 0) entry.s = String(styleId);
  }
  return data;
}

function columnData(sheet: SheetView): Record<number, Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {};
  const shown = Math.max(sheet.columnCount + spare.columns, least.columns);
  for (const { first, last, width, hidden, styleId } of sheet.columns)
    for (let column = first; column <= Math.min(last, shown - 1); column++)
      data[column] = {
        ...(width === null ? {} : { w: columnPixels(width) }),
        ...(hidden ? { hd: 1 } : {}),
        ...(styleId === 0 ? {} : { s: String(styleId) }),
      };
  return data;
}

/** Files count a column in characters of the default font, 7 pixels each, plus 5 of padding. */
function columnPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

/** @returns characters, as files count them, to two decimals */
export function columnCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}

export function rowPixels(points: number): number {
  return Math.round((points * 4) / 3);
}

/** @returns points, in quarters as files keep them */
export function rowPoints(pixels: number): number {
  return Math.round(pixels * 3) / 4;
}
