/** Where a person is in the grid: which cell of which sheet is selected, and how far it is scrolled. */
import { ICommandService, type Injector } from '@univerjs/presets';
import {
  ScrollCommand,
  SheetsSelectionsService,
  type IScrollState,
} from '@univerjs/preset-sheets-core';
import { inArea, type CellAt } from '../../workbook/address';
import type { UniverApi } from './univerProgram';

/** By the sheet's name. */
export type Places = Map<string, { selected: CellAt | null; scroll: IScrollState | null }>;

type FSheet = ReturnType<NonNullable<ReturnType<UniverApi['getActiveWorkbook']>>['getActiveSheet']>;

export class UniverPlace {
  constructor(
    private readonly api: UniverApi,
    private readonly injector: Injector,
  ) {}

  /**
   * Of each sheet, by Univer's own service: what a sheet's `getSelection()` gives is that of the sheet in
   * front, and it throws where this one is smaller.
   */
  read(): Places {
    const workbook = this.api.getActiveWorkbook();
    const places: Places = new Map();
    if (!workbook) return places;
    const selections = this.injector
      .get(SheetsSelectionsService)
      .getWorkbookSelections(workbook.getId());
    for (const sheet of workbook.getSheets()) {
      const id = sheet.getSheetId();
      const range = selections.getSelectionsOfWorksheet(id).at(-1)?.range;
      places.set(sheet.getSheetName(), {
        // A whole row or column has no first cell of its own.
        selected: range ? { row: range.startRow || 0, column: range.startColumn || 0 } : null,
        scroll: workbook.getScrollStateBySheetId(id) ?? null,
      });
    }
    return places;
  }

  /** @returns whether that sheet is there */
  show(sheetId: string, at: CellAt, scroll: IScrollState | null): boolean {
    const workbook = this.api.getActiveWorkbook();
    const worksheet = workbook?.getSheetBySheetId(sheetId);
    if (!workbook || !worksheet) return false;
    workbook.setActiveSheet(worksheet);
    workbook.setActiveRange(rangeAt(worksheet, at));
    if (scroll) void this.injector.get(ICommandService).executeCommand(ScrollCommand.id, scroll);
    return true;
  }

  /** Brings it into sight as well. */
  select(sheetId: string, { row, column }: CellAt): void {
    const workbook = this.api.getActiveWorkbook();
    const worksheet = workbook?.getSheetBySheetId(sheetId);
    if (!workbook || !worksheet) return;
    if (workbook.getActiveSheet().getSheetId() !== worksheet.getSheetId())
      workbook.setActiveSheet(worksheet);
    workbook.setActiveRange(rangeAt(worksheet, { row, column }));
    const seen = worksheet.getVisibleRange();
    const inSight =
      seen &&
      inArea(
        {
          top: seen.startRow,
          left: seen.startColumn,
          // The last row and column may show in part only.
          bottom: seen.endRow - 1,
          right: seen.endColumn - 1,
        },
        { row, column },
      );
    if (!inSight) worksheet.scrollToCell(Math.max(0, row - 3), Math.max(0, column - 2));
  }
}

/** The cell, or all of the merged cell that it begins; within the sheet, which may have got smaller. */
function rangeAt(worksheet: FSheet, at: CellAt) {
  const row = Math.min(at.row, worksheet.getMaxRows() - 1);
  const column = Math.min(at.column, worksheet.getMaxColumns() - 1);
  const merge = worksheet.getSheet().getMergedCell(row, column);
  if (!merge) return worksheet.getRange(row, column);
  const { startRow, startColumn, endRow, endColumn } = merge;
  const height = endRow - startRow + 1;
  return worksheet.getRange(startRow, startColumn, height, endColumn - startColumn + 1);
}
