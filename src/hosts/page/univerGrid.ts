/**
 * The grid made of Univer. Only this file and its neighbours `univer…` know Univer at run time.
 * What it learns from it comes through the mutations that Univer executes, since typing, pasting,
 * filling, undo and redo all end there.
 */
import {
  ICommandService,
  IUniverInstanceService,
  ObjectMatrix,
  UniverInstanceType,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type Injector,
  type Workbook,
} from '@univerjs/presets';
import {
  FormulaDataModel,
  ScrollCommand,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  type ISetFormulaCalculationNotificationMutation,
  type ISetRangeValuesMutationParams,
  type IScrollState,
  type ISetSelectionsOperationParams,
} from '@univerjs/preset-sheets-core';
import { inArea, type Area, type CellAt } from '../../workbook/address';
import type { CellValue } from '../../workbook/snapshot';
import type { WorkbookView } from '../../workbook/view';
import { CalculationClock } from './calculation';
import type { Grid, GridEdit, GridListener } from './grid';
import { valueIn, writtenIn } from './gridCell';
import { gridData, sheetId } from './gridData';
import { shapesOf, type SizeParams } from './gridShape';
import { guardCommands } from './univerCommands';
import { readEntry, watchEntry } from './univerEntry';
import { paste } from './univerPaste';
import { startUniver, type UniverApi } from './univerProgram';

/** @param container an element with a height; the grid fills it */
export function createUniverGrid(container: HTMLElement): Grid {
  return new UniverGrid(container);
}

type FSheet = ReturnType<NonNullable<ReturnType<UniverApi['getActiveWorkbook']>>['getActiveSheet']>;

class UniverGrid implements Grid {
  readonly #api: UniverApi;
  readonly #instances: IUniverInstanceService;
  readonly #injector: Injector;
  readonly #clock = new CalculationClock();
  /** Univer makes what shows a sheet a moment after the first drawing. */
  readonly #shown: Promise<void>;
  #listener: GridListener | null = null;
  /** Sheets as they were drawn, in the order of the tabs; the place in it makes the sheet's id. */
  #names: string[] = [];
  #unit = '';
  #drawn = 0;
  #drawing = false;

  constructor(private readonly container: HTMLElement) {
    const { univer, univerAPI } = startUniver(container);
    this.#api = univerAPI;
    this.#injector = univer.__getInjector();
    this.#instances = this.#injector.get(IUniverInstanceService);
    this.#shown = new Promise((resolve) => {
      univerAPI.addEvent(univerAPI.Event.LifeCycleChanged, ({ stage }) => {
        if (stage >= univerAPI.Enum.LifecycleStages.Rendered) resolve();
      });
    });
    // Who goes on to the pane means the entry to be done; reading the workbook must never end one.
    window.addEventListener('blur', () => void this.endEntry());
    this.#injector
      .get(ICommandService)
      .onCommandExecuted((command, options) => this.#afterCommand(command, options));
  }

  draw(view: WorkbookView): void {
    const look = this.#look();
    const before = this.#unit;
    this.#drawing = true;
    try {
      this.#clock.reset();
      this.#names = view.sheets.map(({ name }) => name);
      this.#unit = `workbook-${++this.#drawn}`;
      if (before) this.#api.disposeUnit(before);
      this.#api.createWorkbook(gridData(view, this.#unit), { makeCurrent: true });
      // What belongs to sheets exists in Univer only once there is a first one.
      if (!before) this.#watch();
      this.#show(view, look);
    } finally {
      this.#drawing = false;
    }
  }

  recalculate(): void {
    this.#clock.expect();
    this.#api.getFormula().executeCalculation();
  }

  async settled(): Promise<void> {
    await this.#shown;
    await this.#clock.whenIdle();
  }

  async endEntry(): Promise<void> {
    const workbook = this.#api.getActiveWorkbook();
    if (workbook?.isCellEditing()) await workbook.endEditingAsync(true);
  }

  select(sheet: string, { row, column }: CellAt): void {
    const workbook = this.#api.getActiveWorkbook();
    const index = this.#names.indexOf(sheet);
    const worksheet = workbook?.getSheetBySheetId(sheetId(index));
    if (!workbook || !worksheet) return;
    if (workbook.getActiveSheet().getSheetId() !== worksheet.getSheetId())
      workbook.setActiveSheet(worksheet);
    workbook.setActiveRange(this.#rangeAt(worksheet, { row, column }));
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

  selection(): { sheet: string; areas: readonly Area[] } | null {
    const worksheet = this.#api.getActiveWorkbook()?.getActiveSheet();
    const ranges = worksheet?.getSelection()?.getActiveRangeList() ?? [];
    if (!worksheet || ranges.length === 0) return null;
    const areas = ranges.map((range) => {
      const [top, left] = [range.getRow(), range.getColumn()];
      const [bottom, right] = [top + range.getHeight() - 1, left + range.getWidth() - 1];
      return { top, left, bottom, right };
    });
    return { sheet: worksheet.getSheetName(), areas };
  }

  cell(sheet: string, at: CellAt): { value: CellValue; formula: string | null } {
    const id = sheetId(this.#names.indexOf(sheet));
    const cell = this.#workbook()?.getSheetBySheetId(id)?.getCellRaw(at.row, at.column);
    return { value: valueIn(cell), formula: this.#formulaAt(id, at) || null };
  }

  listen(listener: GridListener): void {
    this.#listener = listener;
  }

  focus(): void {
    this.container.querySelector<HTMLElement>('[contenteditable="true"]')?.focus();
  }

  #watch(): void {
    const injector = this.#injector;
    watchEntry(injector, this.#api, {
      mayEdit: (sheet, at) => this.#listener?.mayEdit(this.#nameOf(sheet), at) ?? true,
    });
    guardCommands(injector, {
      refused: () => this.#listener?.refused(),
      paste: (pasted) => {
        const workbook = this.#workbook();
        const worksheet = workbook?.getActiveSheet();
        if (workbook && worksheet)
          paste(injector, workbook, pasted, (text, row, column) =>
            readEntry(injector, workbook, worksheet, text, row, column),
          );
      },
    });
  }

  #workbook(): Workbook | null {
    return this.#instances.getUnit<Workbook>(this.#unit, UniverInstanceType.UNIVER_SHEET) ?? null;
  }

  #nameOf(id: string): string {
    return this.#names[Number(id.slice(sheetId(0).length - 1))] ?? '';
  }

  #afterCommand(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (this.#drawing) return;
    switch (command.id) {
      case SetRangeValuesMutation.id:
        this.#afterValues(command.params as ISetRangeValuesMutationParams, options);
        break;
      case SetWorksheetColWidthMutation.id:
      case SetWorksheetRowHeightMutation.id:
        this.#afterShape(command.params as SizeParams);
        break;
      case SetFormulaCalculationStartMutation.id:
        this.#clock.start();
        break;
      case SetFormulaCalculationNotificationMutation.id: {
        const { functionsExecutedState } =
          command.params as ISetFormulaCalculationNotificationMutation;
        if (functionsExecutedState !== undefined) this.#clock.end();
        break;
      }
      case SetWorksheetActiveOperation.id:
        this.#listener?.activated(
          this.#nameOf((command.params as { subUnitId: string }).subUnitId),
        );
        break;
      case SetSelectionsOperation.id:
        this.#afterSelection(command.params as ISetSelectionsOperationParams);
        break;
    }
  }

  /** Results of formulas are told as computed; what a person did is told as edits. */
  #afterValues(params: ISetRangeValuesMutationParams, options?: IExecutionOptions): void {
    const { unitId, subUnitId, cellValue } = params;
    if (unitId !== this.#unit || !cellValue) return;
    const computed = options?.['applyFormulaCalculationResult'] === true;
    if (!computed && options?.onlyLocal) return;
    const cells = this.#workbook()?.getSheetBySheetId(subUnitId)?.getCellMatrix();
    if (!cells) return;
    const sheet = this.#nameOf(subUnitId);
    const values: { at: CellAt; value: CellValue }[] = [];
    const edits: GridEdit[] = [];
    new ObjectMatrix<ICellData | null>(
      cellValue as Record<number, Record<number, ICellData | null>>,
    ).forValue((row, column, given) => {
      const at = { row, column };
      const cell = cells.getValue(row, column);
      if (computed) values.push({ at, value: valueIn(cell) });
      else if (!given || 'v' in given || 'f' in given || 'p' in given || 'si' in given)
        edits.push({ sheet, at, write: writtenIn(cell, this.#formulaAt(subUnitId, at)) });
    });
    if (computed) this.#listener?.computed(sheet, values);
    else if (edits.length > 0) {
      this.#clock.expect();
      this.#listener?.edited(edits);
    }
  }

  #afterShape(params: SizeParams): void {
    if (params.unitId !== this.#unit) return;
    const shapes = shapesOf(params, this.#nameOf(params.subUnitId));
    if (shapes.length > 0) this.#listener?.shaped(shapes);
  }

  #formulaAt(subUnitId: string, { row, column }: CellAt): string {
    const cell = this.#workbook()?.getSheetBySheetId(subUnitId)?.getCellRaw(row, column);
    if (!cell?.f && !cell?.si) return '';
    const formulas = this.#injector.get(FormulaDataModel);
    return formulas.getFormulaStringByCell(row, column, subUnitId, this.#unit) ?? cell.f ?? '';
  }

  #afterSelection({ unitId, subUnitId, selections }: ISetSelectionsOperationParams): void {
    const range = selections.at(-1)?.range;
    if (unitId !== this.#unit || !range) return;
    this.#listener?.selected(this.#nameOf(subUnitId), {
      top: range.startRow,
      left: range.startColumn,
      bottom: range.endRow,
      right: range.endColumn,
    });
  }

  /** What is on the screen now, to be shown again after the next drawing. */
  #look(): Look {
    const workbook = this.#api.getActiveWorkbook();
    const look: Look = new Map();
    workbook?.getSheets().forEach((sheet) => {
      const scroll = workbook.getScrollStateBySheetId(sheet.getSheetId());
      const range = sheet.getSelection()?.getActiveRange();
      look.set(sheet.getSheetName(), {
        selected: range ? { row: range.getRow(), column: range.getColumn() } : null,
        scroll: scroll ?? null,
      });
    });
    return look;
  }

  /** The cell, or all of the merged cell that it begins. */
  #rangeAt(worksheet: FSheet, { row, column }: CellAt) {
    const merge = this.#workbook()
      ?.getSheetBySheetId(worksheet.getSheetId())
      ?.getMergedCell(row, column);
    if (!merge) return worksheet.getRange(row, column);
    const { startRow, startColumn, endRow, endColumn } = merge;
    const height = endRow - startRow + 1;
    return worksheet.getRange(startRow, startColumn, height, endColumn - startColumn + 1);
  }

  #show(view: WorkbookView, look: Look): void {
    const workbook = this.#api.getActiveWorkbook();
    const index = this.#names.indexOf(view.activeSheet);
    const worksheet = workbook?.getSheetBySheetId(sheetId(index));
    if (!workbook || !worksheet) return;
    workbook.setActiveSheet(worksheet);
    const was = look.get(view.activeSheet);
    const at = was?.selected ?? view.sheets[index]?.selected ?? { row: 0, column: 0 };
    workbook.setActiveRange(this.#rangeAt(worksheet, at));
    if (was?.scroll)
      void this.#injector.get(ICommandService).executeCommand(ScrollCommand.id, was.scroll);
    const { row, column } = at;
    this.#listener?.selected(view.activeSheet, {
      top: row,
      left: column,
      bottom: row,
      right: column,
    });
  }
}

type Look = Map<string, { selected: CellAt | null; scroll: IScrollState | null }>;
