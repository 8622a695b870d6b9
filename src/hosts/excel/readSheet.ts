/** One sheet's cells into a snapshot: bands of rows as errands, so that any size can be read. */
import type { Area } from '../../workbook/address';
import type { SheetSnapshot } from '../../workbook/snapshot';
import { readCell, readValue } from './cellEntries';
import { areaOf, queueMerges } from './mergedAreas';
import { paneOf } from './sheetLayout';
import { type Errand, rowsPerErrand } from './trips';

export interface SheetToRead {
  name: string;
  visibility: SheetSnapshot['visibility'];
  protected: boolean;
  filtered: boolean;
  /** From A1 on. */
  area: Area;
}

/** What is read of each cell; rows are added in the order of the reads. */
export type Cells = Pick<
  SheetSnapshot,
  'values' | 'formulas' | 'numberFormats' | 'bold' | 'indents'
>;

/** One cell's value, formula, type, number format, bold and indent, about. */
export const cellBytes = 130;

export function emptySnapshot({ area, ...sheet }: SheetToRead): SheetSnapshot {
  const rows = area.bottom + 1;
  const columns = area.right + 1;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    protected: sheet.protected,
    filtered: sheet.filtered,
    rowCount: rows,
    columnCount: columns,
    values: [],
    formulas: [],
    numberFormats: [],
    bold: [],
    indents: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

/** The errands fill the snapshot, from the first row down. */
export function sheetErrands(sheet: SheetToRead, snapshot: SheetSnapshot): Errand[] {
  const { area } = sheet;
  const bytesPerRow = (area.right + 1) * cellBytes;
  const rows = rowsPerErrand(bytesPerRow);
  const errands: Errand[] = [wholeErrand(sheet, snapshot)];
  for (let top = 0; top <= area.bottom; top += rows) {
    const band = { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) };
    const bytes = (band.bottom - top + 1) * bytesPerRow;
    errands.push({ bytes, queue: (context) => queueCells(context, sheet.name, band, snapshot) });
  }
  return errands;
}

/** What runs over the whole sheet: merges, hidden rows and columns. */
function wholeErrand({ name, area }: SheetToRead, snapshot: SheetSnapshot): Errand {
  return {
    bytes: (area.bottom + area.right) * 25,
    queue(context) {
      const range = rangeOf(context, name, area);
      const merges = queueMerges(range, area);
      const rows = range.getRowProperties({ rowHidden: true });
      const columns = range.getColumnProperties({ columnHidden: true });
      const worksheet = context.workbook.worksheets.getItem(name);
      const frozen = worksheet.freezePanes.getLocationOrNullObject();
      frozen.load('rowIndex,columnIndex,rowCount,columnCount');
      return () => {
        snapshot.frozen = frozen.isNullObject ? { rows: 0, columns: 0 } : paneOf(areaOf(frozen));
        snapshot.merges = merges();
        snapshot.hiddenRows = hidden(rows.value.map((row) => row.rowHidden));
        snapshot.hiddenColumns = hidden(columns.value.map((column) => column.columnHidden));
      };
    },
  };
}

function hidden(flags: (boolean | undefined)[]): number[] {
  return flags.flatMap((flag, index) => (flag === true ? [index] : []));
}

export function queueCells(
  context: Excel.RequestContext,
  sheet: string,
  band: Area,
  snapshot: Cells,
): () => void {
  const range = rangeOf(context, sheet, band);
  range.load('values,formulas,valueTypes,numberFormat');
  const formats = range.getCellProperties({ format: { font: { bold: true }, indentLevel: true } });
  return () => {
    const types = range.valueTypes;
    range.values.forEach((line: unknown[], r) => {
      const formulas = line.map((value, c) => {
        const seen = readCell(value, range.formulas[r]?.[c], types[r]?.[c]);
        return typeof seen === 'object' && seen !== null && 'formula' in seen ? seen.formula : null;
      });
      snapshot.values.push(line.map((value, c) => readValue(value, types[r]?.[c])));
      snapshot.formulas.push(formulas);
      snapshot.numberFormats.push((range.numberFormat[r] as string[]) ?? []);
      const format = formats.value[r] ?? [];
      snapshot.bold.push(format.map((cell) => cell.format?.font?.bold ?? false));
      snapshot.indents.push(format.map((cell) => cell.format?.indentLevel ?? 0));
    });
  };
}

function rangeOf(context: Excel.RequestContext, sheet: string, area: Area): Excel.Range {
  const { top, left, bottom, right } = area;
  return context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}
