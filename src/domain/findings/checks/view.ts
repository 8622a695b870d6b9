/**
 * What a reader of the sheet does not see. Gives hidden-rows-with-points (once) and view-filtered. Rows
 * that a filter hides are the filter's.
 */
import { figureRoles } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { assessedRows, isBlank } from '../sheetFacts';

export function checkView({ sheet }: CheckContext): Finding[] {
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
