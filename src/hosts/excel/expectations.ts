/** Are the cells still as the plan saw them: each that is not stops the patch, by name. */
import { cellName, type Area } from '../../workbook/address';
import { HostError } from '../../workbook/host';
import type { Expectation, Seen } from '../../workbook/patch';
import { readCell } from './cellEntries';
import { locate } from './lookErrands';
import type { Errand } from './trips';

/** @param differing takes a `changedMeanwhile` for each cell that holds something else */
export function expectationErrand(expected: Expectation, differing: HostError[]): Errand {
  const { at, seen, sheet } = expected;
  const area: Area = {
    top: at.row,
    left: at.column,
    bottom: at.row + seen.length - 1,
    right: at.column + (seen[0]?.length ?? 1) - 1,
  };
  return {
    bytes: seen.flat().length * 120,
    queue(context) {
      const range = locate(context.workbook.worksheets.getItem(sheet), area);
      range.load('values,formulas,valueTypes');
      return () => {
        seen.forEach((line, r) =>
          line.forEach((wanted, c) => {
            const now = readCell(
              range.values[r]?.[c],
              range.formulas[r]?.[c],
              range.valueTypes[r]?.[c],
            );
            if (same(now, wanted)) return;
            const cell = cellName({ row: at.row + r, column: at.column + c });
            differing.push(new HostError('changedMeanwhile', { sheet, cell }));
          }),
        );
      };
    },
  };
}

function same(now: Seen, wanted: Seen): boolean {
  if (typeof now !== 'object' || typeof wanted !== 'object' || !now || !wanted)
    return now === (wanted === '' ? null : wanted);
  return JSON.stringify(now) === JSON.stringify(wanted);
}
