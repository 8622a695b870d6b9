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
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  type ISetFormulaCalculationNotificationMutation,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
} from '@univerjs/preset-sheets-core';
import type { Area, CellAt } from '../../workbook/address';
import type { CellValue } from '../../workbook/snapshot';
import type { WorkbookView } from '../../workbook/view';
import { CalculationClock } from './calculation';
import type { Grid, GridEdit, GridListener } from './grid';
import { valueIn, writtenIn } from './gridCell';
import { gridData, rowPixels, sheetId } from './gridData';
import { shapesOf, type SizeParams } from './gridShape';
import { guardCommands } from './univerCommands';
import { returnKeyboard } from './univerDialogs';
import { readEntry, watchEntry } from './univerEntry';
import { paste } from './univerPaste';
import { UniverPlace, type Places } from './univerPlace';
import { startUniver, type UniverApi } from './univerProgram';

/** @param container an element with a height; the grid fills it */
export function createUniverGrid(container: HTMLElement): Grid {
  return new UniverGrid(container);
}

class UniverGrid implements Grid {
  readonly #api: UniverApi;
  readonly #instances: IUniverInstanceService;
  readonly #injector: Injector;
  readonly #place: UniverPlace;
  readonly #clock = new CalculationClock();
  /** Univer makes what shows a sheet a moment after the first drawing. */
  readonly #shown: Promise<void>;
  #listener: GridListener | null = null;
  /** Sheets as they were drawn, in the order of the tabs; the place in it makes the sheet's id. */
  #names: string[] = [];
  #unit = '';
  #drawn = 0;
  #drawing = false;
  #watching = false;

  constructor(private readonly container: HTMLElement) {
    const { univer, univerAPI } = startUniver(container);
    this.#api = univerAPI;
    this.#injector = univer.__getInjector();
    this.#place = new UniverPlace(univerAPI, this.#injector);
    this.#instances = this.#injector.get(IUniverInstanceService);
    this.#shown = new Promise((resolve) => {
      univerAPI.addEvent(univerAPI.Event.LifeCycleChanged, ({ stage }) => {
        if (stage >= univerAPI.Enum.LifecycleStages.Rendered) resolve();
      });
    });
    returnKeyboard(this.#injector, () => this.focus());
    // Who goes on to the pane means the entry to be done; reading the workbook must never end one.
    window.addEventListener('blur', () => void this.endEntry());
    this.#injector
      .get(ICommandService)
      .onCommandExecuted((command, options) => this.#afterCommand(command, options));
  }

  draw(view: WorkbookView, place: 'kept' | 'dropped' = 'kept'): void {
    const unit = `workbook-${++this.#drawn}`;
    const data = gridData(view, unit);
    const places: Places = place === 'kept' ? this.#place.read() : new Map();
    this.#drawing = true;
    try {
      this.#clock.reset();
      if (this.#unit) this.#api.disposeUnit(this.#unit);
      this.#unit = unit;
      this.#names = view.sheets.map(({ name }) => name);
      this.#api.createWorkbook(data, { makeCurrent: true });
      // What belongs to sheets exists in Univer only once there is a first one.
      if (!this.#watching) this.#watch();
      this.#watching = true;
      this.#show(view, places);
    } finally {
      this.#drawing = false;
    }
  }

  setRowHeights(sheet: string, heights: ReadonlyMap<number, number>): void {
    const id = sheetId(this.#names.indexOf(sheet));
    const worksheet = this.#workbook()?.getSheetBySheetId(id);
    const rows = [...heights].filter(([row]) => row < (worksheet?.getRowCount() ?? 0));
    if (rows.length === 0) return;
    const params = {
      unitId: this.#unit,
      subUnitId: id,
      ranges: rows.map(([row]) => wholeRow(row, (worksheet?.getColumnCount() ?? 1) - 1)),
      rowHeight: Object.fromEntries(rows.map(([row, points]) => [row, rowPixels(points)])),
    };
    this.#drawing = true;
    try {
      this.#injector
        .get(ICommandService)
        .syncExecuteCommand(SetWorksheetRowHeightMutation.id, params, { onlyLocal: true });
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

  select(sheet: string, at: CellAt): void {
    this.#place.select(sheetId(this.#names.indexOf(sheet)), at);
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

  #show(view: WorkbookView, places: Places): void {
    const index = this.#names.indexOf(view.activeSheet);
    const was = places.get(view.activeSheet);
    const at = was?.selected ?? view.sheets[index]?.selected ?? { row: 0, column: 0 };
    if (!this.#place.show(sheetId(index), at, was?.scroll ?? null)) return;
    const { row, column } = at;
    this.#listener?.selected(view.activeSheet, {
      top: row,
      left: column,
      bottom: row,
      right: column,
    });
  }
}

function wholeRow(row: number, lastColumn: number) {
  return { startRow: row, endRow: row, startColumn: 0, endColumn: lastColumn };
}
