/** Maxima against the framework's. Gives max-differs-from-framework. */
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { assessedRows, frameworkLookup, frameworkMax } from '../sheetFacts';

/**
 * Leaves must agree exactly. A parent may be lower than the framework says, where the sheet holds a part
 * of its criteria this period; then its sum is what counts (`sums.ts`).
 */
export function checkFrameworkMaxima({ sheet, framework }: CheckContext): Finding[] {
  const nodeOf = frameworkLookup(framework);
  return assessedRows(sheet).flatMap((row) => {
    const entry = row.figures.max;
    const expected = frameworkMax(nodeOf(row));
    if (!entry?.points || !expected || entry.points.eq(expected)) return [];
    const isWhole = row.isLeaf && nodeOf(row)?.isLeaf === true;
    if (!isWhole && entry.points.lt(expected)) return [];
    return [
      makeFinding('max-differs-from-framework', {
        place: entry.place,
        row,
        params: { value: entry.points, expected },
      }),
    ];
  });
}
