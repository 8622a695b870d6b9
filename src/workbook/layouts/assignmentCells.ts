/**
 * The roles in their cells, each decided by three texts: what stands there now, what the product wrote
 * there last, and what the proposal says.
 *
 * Rule kept here: only an empty cell that was never filled, or one that still holds what the product
 * wrote, is written. Anything else is a person's: it stays, and the difference is told.
 */
import type { AssignmentProposal, ResponsibleUnit } from '../../domain/remediation/assignment';
import type { ScoreRow, ScoreSheet } from '../../domain/scoring/scoreSheet';
import { foldText, plainText } from '../../domain/text/vietnamese';
import type { CellAt } from '../address';
import { gridOf } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot';
import { ROLE_TEXTS, type AssignmentGroup } from './assignmentGroup';

/** `criterion|unit` → the text the product wrote last; "|unit" → the unit's header. */
export type Written = Readonly<Record<string, string>>;

export interface RoleCell {
  /** Zero-based row, in the sheet as it was read. */
  row: number;
  unit: string;
  text: string | null;
}

export interface RoleCells {
  writes: RoleCell[];
  written: Record<string, string>;
  /** In the sheet as it was read. */
  conflicts: { at: CellAt; kept: string; wouldBe: string }[];
}

/** A criterion is known again by code and name, wherever its row has gone. */
export function criterionKey(row: ScoreRow): string {
  return plainText(`${row.code} ${foldText(row.name).slice(0, 120)}`).replace(/\|/g, '/');
}

export function planRoleCells(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  proposal: AssignmentProposal,
  group: AssignmentGroup,
  before: Written,
): RoleCells {
  const cells: RoleCells = { writes: [], written: {}, conflicts: [] };
  const roles = new Map(
    proposal.assignments.map(({ row, unit, role }) => [`${row}|${unit}`, ROLE_TEXTS[role]]),
  );
  const grid = gridOf(snapshot);
  for (const row of table.rows) {
    for (const unit of proposal.units) {
      const wanted = roles.get(`${row.row}|${unit.name}`) ?? '';
      const there = group.units.get(unit.name);
      const key = `${criterionKey(row)}|${unit.name}`;
      if (!there) {
        if (wanted === '') continue;
        cells.writes.push({ row: row.row, unit: unit.name, text: wanted });
        cells.written[key] = wanted;
        continue;
      }
      const merge = grid.mergeAt(row.row, there.column);
      if (merge && merge.top !== row.row) continue;
      const now = plainText(grid.text(row.row, there.column));
      const last = lastWritten(before, row, unit, there.header);
      if (now === wanted) {
        if (wanted !== '' && last === wanted) cells.written[key] = wanted;
      } else if (now === last) {
        cells.writes.push({ row: row.row, unit: unit.name, text: wanted === '' ? null : wanted });
        if (wanted !== '') cells.written[key] = wanted;
      } else {
        const at = { row: row.row, column: there.column };
        if (wanted !== '' || last !== '') cells.conflicts.push({ at, kept: now, wouldBe: wanted });
        if (last !== '') cells.written[key] = last;
      }
    }
  }
  return cells;
}

/** Cells of units that are no longer in the proposal: what the product wrote there goes. */
export function planClearedCells(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  group: AssignmentGroup,
  before: Written,
): CellAt[] {
  const grid = gridOf(snapshot);
  return group.others.flatMap(({ column, header }) =>
    table.rows.flatMap(({ row }, i) => {
      const criterion = table.rows[i];
      const last = criterion ? before[`${criterionKey(criterion)}|${header}`] : undefined;
      return last !== undefined && plainText(grid.text(row, column)) === last
        ? [{ row, column }]
        : [];
    }),
  );
}

/** Under the unit's name, its header, or a name it had before. */
function lastWritten(
  before: Written,
  row: ScoreRow,
  unit: ResponsibleUnit,
  header: string,
): string {
  const criterion = criterionKey(row);
  for (const name of [unit.name, header, ...unit.aliases]) {
    const text = before[`${criterion}|${name}`];
    if (text !== undefined) return text;
  }
  return '';
}
