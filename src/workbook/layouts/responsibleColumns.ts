/**
 * The columns that say who is responsible: the one that was recognised, and those right beside it that
 * name the supporting units ("Đơn vị chủ trì" | "Đơn vị phối hợp").
 */
import type { UnitRole } from '../../domain/remediation/assignment';
import { roleOfHeader } from '../../domain/remediation/headerRole';
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import { foldText } from '../../domain/text/vietnamese';
import { gridOf, type Grid } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot';

export interface ResponsibleColumn {
  column: number;
  /** The role of a unit that stands there with no verb. */
  unstated: UnitRole;
}

export function responsibleColumns(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
): ResponsibleColumn[] {
  const first = table.columns.responsible;
  if (first === undefined) return [];
  const grid = gridOf(snapshot);
  const columns = [
    { column: first, unstated: roleOfHeader(headerText(grid, table, first)) ?? 'implement' },
  ];
  const taken = new Set(Object.values(table.columns));
  for (let column = first + 1; column < grid.columnCount && !taken.has(column); column += 1) {
    const text = headerText(grid, table, column);
    if (!/^(cơ quan|đơn vị|phòng, ban|bộ phận).*phối hợp|^phối hợp$/u.test(text)) break;
    columns.push({ column, unstated: 'support' });
  }
  return columns;
}

/** The captions over a column, folded, each once. */
function headerText(grid: Grid, table: ScoreSheet, column: number): string {
  const { first, last } = table.header;
  const captions = Array.from({ length: last - first + 1 }, (_, i) =>
    foldText(grid.seenText(first + i, column)),
  );
  return captions.filter((text, i) => text !== '' && text !== captions[i - 1]).join(' ');
}
