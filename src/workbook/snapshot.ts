/**
 * Snapshot: what one trip to a workbook brings, as plain serialisable data, so that everything above
 * the hosts is pure and a bug report can be a JSON file.
 *
 * Grids start at A1 whatever the used range is, and are rectangular: `values[row][column]`, zero-based.
 */
import type { Area } from './address';

/** A cell's value as a spreadsheet holds it. Dates are serial numbers with a date format. */
export type CellValue = string | number | boolean | null | CellError;

export interface CellError {
  /** "#REF!", "#DIV/0!", … */
  error: string;
}

export interface SheetSnapshot {
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  protected: boolean;
  rowCount: number;
  columnCount: number;
  values: CellValue[][];
  /** With the leading "="; null for constants. English names, commas. */
  formulas: (string | null)[][];
  /** "General", "@", "0.00", … */
  numberFormats: string[][];
  bold: boolean[][];
  /** Indent level of each cell. */
  indents: number[][];
  merges: Area[];
  /** Rows and columns that are hidden, by a filter, an outline or by hand. */
  hiddenRows: number[];
  hiddenColumns: number[];
  /** True while an auto-filter hides rows. */
  filtered: boolean;
  /** Frozen rows and columns, counted from A1; left out by a host that does not say. */
  frozen?: { rows: number; columns: number } | undefined;
}

export interface WorkbookSnapshot {
  /** In the order of the tabs; only those that were asked for. */
  sheets: SheetSnapshot[];
  /** Names of all sheets, in order, whether read or not. */
  sheetNames: string[];
  activeSheet: string;
  /** Text of the product's own very hidden sheet, decoded (see `state.ts`); null when there is none. */
  state: string | null;
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** The sheet by name; throws when it was not read: a bug of the caller. */
export function sheetOf(snapshot: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`sheet was not read: ${name}`);
  return sheet;
}
