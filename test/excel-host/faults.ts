/** Faults to order: Excel failing at a chosen action, or something happening just before it. */
import type { ExcelDoor } from './bridge';
import { type FailureCode, HostFailure } from './hostObject';
import { ActionKind, type BatchRequest } from './protocol';

/** A batch that changes the workbook: the host suspends drawing for those only. */
export function isAct(batch: BatchRequest): boolean {
  return batch.Actions.some((action) => action.Name === 'SuspendScreenUpdatingUntilNextSync');
}

/** Indexes of a batch's actions at which Excel may fail; traces are bookkeeping and never do. */
export function failingPoints(batch: BatchRequest): number[] {
  return batch.Actions.flatMap((action, index) =>
    action.ActionType === ActionKind.Trace ? [] : [index],
  );
}

/** The first changing batch fails at that action, once. */
export function failOnce(excel: ExcelDoor, at: number, code: FailureCode): void {
  const { interpreter } = excel;
  interpreter.beforeAction = (_, index, batch) => {
    if (!isAct(batch) || index !== at) return;
    interpreter.beforeAction = () => undefined;
    throw new HostFailure(code, 'ordered by the test');
  };
}

/** Something happens after the host has looked and before it acts. */
export function beforeActing(excel: ExcelDoor, happens: () => void): void {
  const { interpreter } = excel;
  interpreter.beforeAction = (_, __, batch) => {
    if (!isAct(batch)) return;
    interpreter.beforeAction = () => undefined;
    happens();
  };
}

export function noFaults(excel: ExcelDoor): void {
  excel.interpreter.beforeAction = () => undefined;
}
