/**
 * What the sheets of a drawn workbook say about a cell before anything is written into it: whether it is
 * locked, and the input message that the file carries for it. Pure.
 */
import { inArea, type CellAt } from '../../workbook/address';
import type { SheetView, ValidationView, WorkbookView } from '../../workbook/view';

export interface SheetGuards {
  isLocked(sheet: string, at: CellAt): boolean;
  prompt(sheet: string, at: CellAt): ValidationView['prompt'];
  /** The note on a cell; "" when there is none. */
  note(sheet: string, at: CellAt): string;
}

export function sheetGuards(view: WorkbookView): SheetGuards {
  const locked = new Map(
    view.sheets
      .filter((sheet) => sheet.protected)
      .map((sheet) => [sheet.name, lockedCells(sheet, view.styles)]),
  );
  const prompts = new Map(
    view.sheets.map(({ name, validations }) => [name, validations.filter(({ prompt }) => prompt)]),
  );
  const notes = new Map(view.sheets.map((sheet) => [sheet.name, sheet.notes ?? []]));
  return {
    note: (sheet, { row, column }) =>
      notes.get(sheet)?.find(({ at }) => at.row === row && at.column === column)?.text ?? '',
    isLocked: (sheet, at) => locked.get(sheet)?.(at) ?? false,
    prompt: (sheet, at) =>
      prompts.get(sheet)?.find(({ areas }) => areas.some((area) => inArea(area, at)))?.prompt ??
      null,
  };
}

/** A cell without a style of its own takes that of its row, then of its column. */
function lockedCells(sheet: SheetView, styles: WorkbookView['styles']): (at: CellAt) => boolean {
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell.styleId]));
  const rows = new Map(sheet.rows.map(({ row, styleId }) => [row, styleId]));
  return ({ row, column }) => {
    const run = sheet.columns.find(({ first, last }) => column >= first && column <= last);
    const styleId = cells.get(`${row},${column}`) ?? (rows.get(row) || run?.styleId) ?? 0;
    return styles[styleId]?.locked ?? true;
  };
}
