/**
 * Rows read again, put into the last snapshot. Pure: the old snapshot stays as it was, and rows that were
 * not read again are shared with it. A sheet that has another size now is another sheet: its rows may have
 * moved, so nothing is merged and all must be read.
 */
import type { ReadRows } from './host';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';

/** @returns null when a sheet is gone from the snapshot or has grown or shrunk since */
export function mergeRows(
  snapshot: WorkbookSnapshot,
  read: readonly ReadRows[],
): WorkbookSnapshot | null {
  const bySheet = new Map(read.map((rows) => [rows.sheet, rows]));
  if (read.some((rows) => !fits(snapshot, rows))) return null;
  const sheets = snapshot.sheets.map((sheet) => {
    const rows = bySheet.get(sheet.name);
    return rows ? withRows(sheet, rows) : sheet;
  });
  return { ...snapshot, sheets };
}

function fits(snapshot: WorkbookSnapshot, { sheet, rowCount, columnCount }: ReadRows): boolean {
  const known = snapshot.sheets.find(({ name }) => name === sheet);
  return known?.rowCount === rowCount && known.columnCount === columnCount;
}

function withRows(sheet: SheetSnapshot, { bands }: ReadRows): SheetSnapshot {
  const merged = {
    ...sheet,
    values: [...sheet.values],
    formulas: [...sheet.formulas],
    numberFormats: [...sheet.numberFormats],
    bold: [...sheet.bold],
    indents: [...sheet.indents],
  };
  for (const { first, values, formulas, numberFormats, bold, indents } of bands) {
    merged.values.splice(first, values.length, ...values);
    merged.formulas.splice(first, formulas.length, ...formulas);
    merged.numberFormats.splice(first, numberFormats.length, ...numberFormats);
    merged.bold.splice(first, bold.length, ...bold);
    merged.indents.splice(first, indents.length, ...indents);
  }
  return merged;
}
