/**
 * What happens between a key and a cell: numbers are shown and read with a decimal comma, and what is
 * typed is read by our own rule, not by the grid's, which would make a date of "1/10" and a number of
 * the code "3.10".
 */
import {
  CellValueType,
  InterceptorEffectEnum,
  type ICellData,
  type Injector,
  type Nullable,
  type Workbook,
  type Worksheet,
} from '@univerjs/presets';
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  InterceptCellContentPriority,
  SheetInterceptorService,
  SheetsNumfmtCellContentController,
} from '@univerjs/preset-sheets-core';
import { SheetDataValidationModel } from '@univerjs/preset-sheets-data-validation';
import type { CellAt } from '../../workbook/address';
import { decimalText, readTyped, typedText } from './typedEntry';
import type { UniverApi } from './univerProgram';

/** Before the grid's own readers of numbers, which then are not asked. */
const first = 1000;

export interface EntryQuestions {
  /** @param sheet the grid's id of it */
  mayEdit(sheet: string, at: CellAt): boolean;
}

export function watchEntry(injector: Injector, api: UniverApi, questions: EntryQuestions): void {
  const interceptors = injector.get(SheetInterceptorService);

  // A locale of the grid's formatter that writes as Vietnam does; it has no Vietnamese one.
  injector.get(SheetsNumfmtCellContentController).setNumfmtLocal('de');
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    priority: InterceptCellContentPriority.NUMFMT - 1,
    handler: (cell, _location, next) =>
      next(cell && typeof cell.v === 'number' ? shown(cell) : cell),
  });

  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: first,
    handler: (cell, { worksheet, row, col, workbook }, next) => {
      const raw = worksheet.getCellRaw(row, col);
      if (!raw || raw.f || raw.si || raw.t !== CellValueType.NUMBER) return next(cell);
      const text = typedText(Number(raw.v), numberFormat(workbook.getStyles().getStyleByCell(raw)));
      return next({ ...raw, v: text, t: CellValueType.STRING });
    },
  });

  interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: first,
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      if (!cell || cell.f || cell.p || cell.t === CellValueType.FORCE_STRING) return next(cell);
      if (typeof cell.v !== 'string') return next(cell);
      return { ...cell, ...readEntry(injector, workbook, worksheet, cell.v, row, col) };
    },
  });

  api.addEvent(api.Event.BeforeSheetEditStart, (params) => {
    const { worksheet, row, column } = params;
    if (!questions.mayEdit(worksheet.getSheetId(), { row, column })) params.cancel = true;
  });
}

/** What a person typed or pasted, as the cell that it goes to takes it. */
export function readEntry(
  injector: Injector,
  workbook: Workbook,
  worksheet: Worksheet,
  text: string,
  row: number,
  column: number,
): ICellData {
  const style = workbook.getStyles().getStyleByCell(worksheet.getCellRaw(row, column));
  const rule = injector
    .get(SheetDataValidationModel)
    .getRuleByLocation(workbook.getUnitId(), worksheet.getSheetId(), row, column);
  const ceiling = rule?.type === 'decimal' || rule?.type === 'whole' ? limit(rule.formula2) : null;
  return typedCell(text, numberFormat(style), ceiling);
}

function shown(cell: ICellData): ICellData {
  const value = Number(cell.v);
  return cell.t === CellValueType.NUMBER && !Number.isInteger(value)
    ? { ...cell, v: decimalText(value) }
    : cell;
}

function typedCell(text: string, format: string, ceiling: number | null): ICellData {
  const value = readTyped(text, { numberFormat: format, ceiling });
  if (value === null) return { v: '' };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  const looksLikeNumber = Number.isFinite(Number(value));
  return { v: value, t: looksLikeNumber ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

function numberFormat(style: Nullable<{ n?: Nullable<{ pattern: string }> }>): string {
  return style?.n?.pattern ?? 'General';
}

function limit(formula: string | undefined): number | null {
  return formula !== undefined && formula !== '' && Number.isFinite(Number(formula))
    ? Number(formula)
    : null;
}
