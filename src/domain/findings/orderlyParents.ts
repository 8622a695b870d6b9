/**
 * Parents whose parts are surely known. Where a code is wrong it has its finding, what belongs to whom is
 * not known, and no sum over it is looked at.
 */
import type { ScoreRow, ScoreSheet } from '../scoring/scoreSheet';
import { findDamagedCodes, findRepeatedCodes } from './codeDamage';

/**
 * @returns the parents of which every row down to the next of their level is under them and none further on
 * is, whose children are one level down, and which hold no code that cannot be right
 */
export function findOrderlyParents(sheet: ScoreSheet): Set<ScoreRow> {
  const miscoded = new Set([...findRepeatedCodes(sheet).keys(), ...findDamagedCodes(sheet).keys()]);
  const parents = sheet.rows.filter(
    (row, index) => row.children.length > 0 && isOrderly(sheet.rows, index, miscoded),
  );
  return new Set(parents);
}

function isOrderly(
  rows: readonly ScoreRow[],
  index: number,
  miscoded: ReadonlySet<ScoreRow>,
): boolean {
  const row = rows[index];
  if (!row || row.children.some((child) => rows[child]?.level !== row.level + 1)) return false;
  for (let i = index + 1; i < rows.length; i += 1) {
    const below = rows[i];
    // A wrong code may be what ends the part.
    if (!below || miscoded.has(below)) return false;
    if (below.level <= row.level) return row.children.every((child) => child < i);
    if (!isUnder(rows, i, index)) return false;
  }
  return true;
}

function isUnder(rows: readonly ScoreRow[], index: number, ancestor: number): boolean {
  let at: number | null = index;
  while (at !== null && at !== ancestor) at = rows[at]?.parent ?? null;
  return at === ancestor;
}
