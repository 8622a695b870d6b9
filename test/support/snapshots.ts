/** Sheet snapshots from compact literals, as a host would read them. */
import { parseArea, type Area } from '../../src/workbook/address';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/snapshot';

/** A cell: its value, or with a format and more. A string that begins with "=" stands for a formula. */
export type CellLiteral =
  CellValue | { v: CellValue; f?: string; format?: string; bold?: boolean; indent?: number };

export interface SheetOptions {
  name?: string;
  merges?: string[];
  hiddenRows?: number[];
}

export function sheetOfRows(rows: CellLiteral[][], options: SheetOptions = {}): SheetSnapshot {
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) =>
    Array.from({ length: columnCount }, (_, i) => expand(row[i] ?? null)),
  );
  return {
    name: options.name ?? 'Bảng điểm',
    visibility: 'visible',
    protected: false,
    rowCount: rows.length,
    columnCount,
    values: cells.map((row) => row.map((cell) => cell.v)),
    formulas: cells.map((row) => row.map((cell) => cell.f ?? null)),
    numberFormats: cells.map((row) => row.map((cell) => cell.format ?? 'General')),
    bold: cells.map((row) => row.map((cell) => cell.bold ?? false)),
    indents: cells.map((row) => row.map((cell) => cell.indent ?? 0)),
    merges: (options.merges ?? []).map(areaOf),
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: [],
    filtered: false,
  };
}

export function workbookOf(sheets: SheetSnapshot[], state: string | null = null): WorkbookSnapshot {
  return {
    sheets,
    sheetNames: sheets.map((sheet) => sheet.name),
    activeSheet: sheets[0]?.name ?? '',
    state,
  };
}

function areaOf(name: string): Area {
  const area = parseArea(name);
  if (!area) throw new Error(`not an address: ${name}`);
  return area;
}

type Expanded = Exclude<CellLiteral, CellValue> & { v: CellValue };

function expand(cell: CellLiteral): Expanded {
  return typeof cell === 'object' && cell !== null && 'v' in cell ? cell : { v: cell };
}
