/**
 * Pasting into the grid. Rule: what comes from elsewhere is text and numbers, read as if it were typed,
 * never a formula or a format; what was copied in the grid itself keeps its formulas, moved along.
 */
import {
  ICommandService,
  type ICellData,
  type Injector,
  type IRange,
  type Workbook,
  type Worksheet,
} from '@univerjs/presets';
import {
  FormulaDataModel,
  ISheetClipboardService,
  LexerTreeBuilder,
  SetRangeValuesCommand,
  SetWorksheetRowCountCommand,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import { readClipboardText } from './clipboardText';

/** Reads one pasted text for the cell it goes to. */
export type ReadPasted = (text: string, row: number, column: number) => ICellData;

export interface Pasted {
  htmlContent?: string;
  textContent?: string;
}

const emptied: ICellData = { v: '', f: null, si: null, p: null };

export function paste(
  injector: Injector,
  workbook: Workbook,
  { htmlContent = '', textContent = '' }: Pasted,
  read: ReadPasted,
): void {
  const worksheet = workbook.getActiveSheet();
  const target = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  if (!worksheet || !target) return;
  const copied = copiedHere(injector, workbook, htmlContent);
  const source = copied?.cells ?? readClipboardText(textContent);
  const height = source.length;
  const width = Math.max(...source.map((row) => row.length));
  const area = spread(target, height, width);
  const cells: Record<number, Record<number, ICellData>> = {};
  if (copied?.cut) for (const [row, column] of cellsOf(copied.range)) put(row, column, emptied);
  for (const [row, column] of cellsOf(area)) {
    const given = source[(row - area.startRow) % height]?.[(column - area.startColumn) % width];
    if (given === undefined || isCovered(worksheet, row, column)) continue;
    put(
      row,
      column,
      typeof given === 'string' ? fresh(read(given, row, column)) : given(row, column),
    );
  }
  const commands = injector.get(ICommandService);
  const place = { unitId: workbook.getUnitId(), subUnitId: worksheet.getSheetId() };
  if (area.endRow >= worksheet.getRowCount())
    commands.syncExecuteCommand(SetWorksheetRowCountCommand.id, {
      ...place,
      rowCount: area.endRow + 20,
    });
  commands.syncExecuteCommand(SetRangeValuesCommand.id, { ...place, value: cells });

  function put(row: number, column: number, cell: ICellData): void {
    (cells[row] ??= {})[column] = cell;
  }
}

/** A copied cell, given where it goes to, since its formula moves along. */
type CopiedCell = (row: number, column: number) => ICellData;

interface Copied {
  cells: CopiedCell[][];
  range: IRange;
  cut: boolean;
}

/** What was copied in this grid and still stands there; null when the clipboard is from elsewhere. */
function copiedHere(injector: Injector, workbook: Workbook, html: string): Copied | null {
  const id = /data-copy-id="([^\s"]+)"/.exec(html)?.[1];
  const cache = injector.get(ISheetClipboardService).copyContentCache();
  const content = id === undefined ? undefined : cache.get(id);
  const worksheet = content && workbook.getSheetBySheetId(content.subUnitId);
  if (!content || !worksheet || content.unitId !== workbook.getUnitId()) return null;
  const { rows, cols } = content.range;
  const formulas = injector.get(FormulaDataModel);
  const lexer = injector.get(LexerTreeBuilder);
  const cells = rows.map((row) =>
    cols.map((column): CopiedCell => {
      const cell = worksheet.getCellRaw(row, column);
      const formula =
        cell?.f || cell?.si
          ? formulas.getFormulaStringByCell(row, column, content.subUnitId, content.unitId)
          : null;
      if (formula)
        return (toRow, toColumn) => ({
          ...emptied,
          v: null,
          f: lexer.moveFormulaRefOffset(formula, toColumn - column, toRow - row),
        });
      const { v = '', t = null, p = null } = cell ?? {};
      return () => ({ ...emptied, v: v ?? '', t, p });
    }),
  );
  const cut = String(content.copyType) === 'CUT';
  if (cut && id !== undefined) cache.del(id);
  return { cells, range: rangeOf(rows, cols), cut };
}

function rangeOf(rows: number[], cols: number[]): IRange {
  return {
    startRow: rows[0] ?? 0,
    endRow: rows.at(-1) ?? -1,
    startColumn: cols[0] ?? 0,
    endColumn: cols.at(-1) ?? -1,
  };
}

/** The selection when it is a whole number of copies, else one copy from its first cell. */
function spread(target: IRange, height: number, width: number): IRange {
  const { startRow, startColumn, endRow, endColumn } = target;
  const down = endRow - startRow + 1;
  const across = endColumn - startColumn + 1;
  const whole = down % height === 0 && across % width === 0;
  return whole
    ? { startRow, startColumn, endRow, endColumn }
    : { startRow, startColumn, endRow: startRow + height - 1, endColumn: startColumn + width - 1 };
}

function* cellsOf({
  startRow,
  endRow,
  startColumn,
  endColumn,
}: IRange): Generator<[number, number]> {
  for (let row = startRow; row <= endRow; row++)
    for (let column = startColumn; column <= endColumn; column++) yield [row, column];
}

/** Hidden under a merged cell: what is written there is in nobody's sight. */
function isCovered(worksheet: Worksheet, row: number, column: number): boolean {
  const merge = worksheet.getMergedCell(row, column);
  return merge ? merge.startRow !== row || merge.startColumn !== column : false;
}

function fresh(cell: ICellData): ICellData {
  return { ...emptied, ...cell };
}
