/**
 * Between the look and the change others may insert or delete rows and columns: then every place of the
 * plan would be another cell. So the changing batch begins by asking for what only a sheet of the same
 * size has: its last cell in use, and no cell in use beyond it. Where that fails, Excel stops the batch
 * before anything is changed. Nothing is sent back, so it costs no bytes to speak of.
 */
import { HostError } from '../../workbook/host';
import type { Looked } from './look';
import { codeOf, hostErrorOf } from './officeErrors';
import type { Step } from './steps';

export function shapeGuards(looked: Looked): Step[] {
  return [...looked.sheets].flatMap(([sheet, { corner }]) => {
    if (!corner) return [];
    const step = { sheet, structure: false, bytes: 700, inverse: [], changesNothing: true };
    const find: Step = { ...step, queue: (target) => void target().load('id') };
    const hold: Step = {
      ...step,
      guard: true,
      queue(target) {
        const used = target().getUsedRange();
        const { row, column } = corner.used;
        used.getIntersection(target().getRangeByIndexes(row, column, 1, 1)).load('rowIndex');
        // Falls off the sheet where it reaches further down or right than it did.
        const { sheet: edge } = corner;
        used.getOffsetRange(edge.row - row, edge.column - column).load('rowIndex');
      },
    };
    return [find, hold];
  });
}

/** What stopped a batch at such a guard, in words for the person. */
export function shapeChanged({ sheet }: Step, error: unknown): HostError {
  const moved = ['ItemNotFound', 'InvalidArgument', 'InvalidReference', 'InvalidOperation'];
  if (!moved.includes(codeOf(error) ?? '')) return hostErrorOf(error, { sheet });
  return new HostError('changedMeanwhile', { sheet, cell: '', what: 'shape' }, { cause: error });
}
