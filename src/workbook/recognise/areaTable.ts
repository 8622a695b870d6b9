/**
 * Tables that sum up another: one row per area with its points, beside or beneath the criteria. They are
 * no second set of criteria, and are not read as one; what they say is kept with the criteria's table.
 */
import { sumPoints, ZERO, type Points } from '../../domain/points';
import type { ScoreRow, ScoreSheet, SummaryRow } from '../../domain/scoring/scoreSheet';
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

/**
 * What a table that sums `criteria` up says of each area, and of the whole: it is held against the criteria.
 * Only rows that surely are an area's are taken: the same name, once in both tables.
 */
export function readAreaSums(table: ScoreSheet, criteria: ScoreSheet): SummaryRow[] {
  const heads = criteria.rows.filter((row) => row.level === 0);
  const named = (rows: readonly ScoreRow[], name: string) =>
    rows.filter((row) => foldText(row.name) === foldText(name));
  const found = table.rows.flatMap((row): [ScoreRow, ScoreRow][] => {
    const [head, ...more] = named(heads, row.name);
    const isOne = row.name !== '' && more.length === 0 && named(table.rows, row.name).length === 1;
    const isUnique = heads.filter((other) => other.areaCode === head?.areaCode).length === 1;
    return head && isOne && isUnique && head.areaCode !== '' ? [[row, head]] : [];
  });
  const areas = found.map(([{ row, figures }, { areaCode }]): SummaryRow => {
    return { row, kind: 'subtotal', areaCode, figures: inRoundOf(figures, criteria) };
  });
  const isWhole = found.length === table.rows.length && found.length === heads.length;
  const totals = isWhole ? table.summaryRows.filter(({ kind }) => kind === 'total') : [];
  return [
    ...areas,
    ...totals.map((total) => ({ ...total, figures: inRoundOf(total.figures, criteria) })),
  ];
}

/** Where the criteria have two rounds, the one appraised score of a summary is what counts of both. */
function inRoundOf(figures: SummaryRow['figures'], { columns }: ScoreSheet): SummaryRow['figures'] {
  const { appraised1, ...others } = figures;
  if (columns.appraised2 === undefined || !appraised1 || figures.appraised2) return figures;
  return { ...others, appraised2: appraised1 };
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
