/**
 * What a reader of the sheet, or of the result, does not see. Gives row-unread and hidden-rows-with-points
 * (once each), and view-filtered. Rows that a filter hides are the filter's.
 */
import { figureRoles, type ScoreSheet } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { assessedRows, isBlank } from '../sheetFacts';

export function checkView({ sheet }: CheckContext): Finding[] {
  return [...unreadRows(sheet), ...hiddenRows(sheet)];
}

function unreadRows({ sheet, columns, unreadRows: rows = [] }: ScoreSheet): Finding[] {
  const places = rows.map((row) => ({ sheet, row, column: columns.max ?? 0 }));
  const [first, ...rest] = places;
  if (!first) return [];
  const params = { count: places.length };
  return [makeFinding('row-unread', { place: first, params, related: rest })];
}

function hiddenRows(sheet: ScoreSheet): Finding[] {
  const hidden = assessedRows(sheet).filter(
    (row) => row.hidden && row.isLeaf && figureRoles.some((role) => !isBlank(row.figures[role])),
  );
  const codes = hidden.map((row) => row.code || row.name);
  const params = {
    count: hidden.length,
    codes: codes.slice(0, 8).join(', ') + (codes.length > 8 ? ', …' : ''),
  };
  if (sheet.filtered === true) return [makeFinding('view-filtered', { place: null, params })];
  const [first] = hidden;
  if (!first) return [];
  const placeOf = (row: typeof first) => (row.texts.code ?? row.texts.name)?.place ?? null;
  return [
    makeFinding('hidden-rows-with-points', {
      place: placeOf(first),
      row: first,
      params,
      related: hidden.slice(1).map(placeOf),
    }),
  ];
}
