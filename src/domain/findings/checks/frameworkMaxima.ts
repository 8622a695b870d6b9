/** Maxima against the framework's. Gives max-differs-from-framework. */
import { sumPoints, ZERO } from '../../points';
import type { ScoreRow, ScoreSheet } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { assessedRows, frameworkLookup, frameworkMax } from '../sheetFacts';

/**
 * Leaves must agree exactly. A parent may be lower than the framework says, where the sheet holds a part
 * of its criteria this period; and where it is the sum of its children, they are at fault.
 */
export function checkFrameworkMaxima({ sheet, framework }: CheckContext): Finding[] {
  const nodeOf = frameworkLookup(framework);
  return assessedRows(sheet).flatMap((row) => {
    const entry = row.figures.max;
    const expected = frameworkMax(nodeOf(row));
    if (!entry?.points || !expected || entry.points.eq(expected)) return [];
    if (!row.isLeaf && (entry.points.lt(expected) || isSumOfChildren(sheet, row))) return [];
    return [
      makeFinding('max-differs-from-framework', {
        place: entry.place,
        row,
        params: { value: entry.points, expected },
      }),
    ];
  });
}

function isSumOfChildren(sheet: ScoreSheet, row: ScoreRow): boolean {
  const maxima = row.children.map((index) => sheet.rows[index]?.figures.max?.points ?? ZERO);
  return row.figures.max?.points?.eq(sumPoints(maxima)) === true;
}
