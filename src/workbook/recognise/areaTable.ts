/**
 * Tables that sum up another: one row per area with its points, beside or beneath the criteria. They are
 * no second set of criteria, and are not read as one.
 */
import { sumPoints, ZERO, type Points } from '../../domain/points';
import type { ScoreRow, ScoreSheet } from '../../domain/scoring/scoreSheet';
import { foldText } from '../../domain/text/vietnamese';

/** True when every row of `table` is an area of `criteria`, in their order, by name or by its points. */
export function sumsUp(table: ScoreSheet, criteria: ScoreSheet): boolean {
  if (table === criteria || table.rows.length < 2) return false;
  if (table.rows.some((row) => row.parent !== null)) return false;
  const areas = areasOf(criteria);
  if (criteria.rows.length <= table.rows.length || areas.length === 0) return false;
  const matched = table.rows.filter((row) => areas.some((area) => isArea(row, area)));
  return matched.length * 4 >= table.rows.length * 3 && table.rows.length <= areas.length + 1;
}

interface Area {
  code: string;
  name: string;
  max: Points;
}

function areasOf(sheet: ScoreSheet): Area[] {
  const codes = [...new Set(sheet.rows.map((row) => row.areaCode))];
  const heads = sheet.rows.filter((row) => row.level === 0 && row.children.length > 0);
  const keys = heads.length > 0 ? heads.map((row) => row.areaCode) : codes;
  return keys.map((code, i) => {
    const head = heads[i];
    const leaves = head
      ? leavesUnder(sheet, head)
      : sheet.rows.filter((row) => row.isLeaf && row.areaCode === code);
    const max = sumPoints(leaves.map((row) => row.figures.max?.points ?? ZERO));
    return { code, name: head ? foldText(head.name) : '', max };
  });
}

function leavesUnder(sheet: ScoreSheet, row: ScoreRow): ScoreRow[] {
  if (row.children.length === 0) return [row];
  return row.children.flatMap((child) => {
    const under = sheet.rows[child];
    return under ? leavesUnder(sheet, under) : [];
  });
}

function isArea(row: ScoreRow, area: Area): boolean {
  const sameName = area.name !== '' && foldText(row.name) === area.name;
  const sameMax = row.figures.max?.points?.eq(area.max) === true;
  return sameName || (sameMax && (area.name === '' || row.code === area.code));
}
