/**
 * The assignment columns as a sheet has them now: the merged group header "PHÂN CÔNG KHẮC PHỤC", the unit
 * under each column, and the two rows beneath the table. Found by what the header says, not by where the
 * product once put them.
 */
import type { AssignmentProposal, UnitRole } from '../../domain/remediation/assignment';
import { sameUnitName } from '../../domain/remediation/unitNames';
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import { isColumnNumbering } from '../../domain/text/headerWords';
import { foldText } from '../../domain/text/vietnamese';
import type { Area } from '../address';
import { gridOf, type Grid } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot';

export const GROUP_HEADER = 'PHÂN CÔNG KHẮC PHỤC';
export const COUNT_LABEL = 'Số tiêu chí phụ trách';
export const POINTS_LABEL = 'Số điểm cần khắc phục';
export const ROLE_TEXTS: Readonly<Record<UnitRole, string>> = {
  lead: 'Chủ trì',
  support: 'Phối hợp',
  monitor: 'Theo dõi, đôn đốc',
  implement: 'Thực hiện',
};

/** Rows of the header that hold captions, and the row of column numbers beneath them. */
export interface HeaderRows {
  first: number;
  last: number;
  numbers: number | null;
}

export interface AssignmentGroup {
  header: HeaderRows;
  /** The group header's cells; null when there is none. */
  caption: Area | null;
  /** First and last column of the group; null when the sheet has no assignment column yet. */
  columns: { first: number; last: number } | null;
  /** Column of each unit of the proposal that has one, with what heads it. */
  units: Map<string, UnitColumn>;
  /** Columns under the group header whose unit is not in the proposal. */
  others: UnitColumn[];
  /** The two rows beneath the table, where they stand. */
  countRow: number | null;
  pointsRow: number | null;
}

export interface UnitColumn {
  column: number;
  header: string;
}

export function findAssignmentGroup(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  proposal: AssignmentProposal,
): AssignmentGroup {
  const grid = gridOf(snapshot);
  const header = headerRows(grid, table);
  const caption = findCaption(grid, header);
  const from = caption?.left ?? (table.columns.responsible ?? table.extent.last) + 1;
  const to = caption?.right ?? grid.columnCount - 1;
  const units = new Map<string, UnitColumn>();
  const others: UnitColumn[] = [];
  const taken = new Set(Object.values(table.columns));
  for (let column = from; column <= to; column += 1) {
    const text = grid.seenText(header.last, column).replace(/\s+/g, ' ').trim();
    if (text === '' || (!caption && taken.has(column))) continue;
    const unit = unitHeaded(text, proposal);
    if (unit !== null && !units.has(unit)) units.set(unit, { column, header: text });
    else if (caption) others.push({ column, header: text });
  }
  const all = [...units.values(), ...others].map(({ column }) => column);
  if (caption) all.push(caption.left, caption.right);
  return {
    header,
    caption,
    columns: all.length > 0 ? { first: Math.min(...all), last: Math.max(...all) } : null,
    units,
    others,
    countRow: findLabel(grid, table, COUNT_LABEL),
    pointsRow: findLabel(grid, table, POINTS_LABEL),
  };
}

export function headerRows(grid: Grid, table: ScoreSheet): HeaderRows {
  const { first, last } = table.header;
  const texts = Array.from({ length: grid.columnCount }, (_, column) => grid.text(last, column));
  return last > first && isColumnNumbering(texts)
    ? { first, last: last - 1, numbers: last }
    : { first, last, numbers: null };
}

/** The cell that says so, with its merge; unmerged, it heads every caption up to the next one above. */
function findCaption(grid: Grid, header: HeaderRows): Area | null {
  for (let row = header.first; row <= header.last; row += 1) {
    for (let column = 0; column < grid.columnCount; column += 1) {
      if (foldText(grid.text(row, column)) !== foldText(GROUP_HEADER)) continue;
      const merged = grid.mergeAt(row, column);
      if (merged) return merged;
      let right = column;
      while (
        right + 1 < grid.columnCount &&
        grid.seenText(row, right + 1) === '' &&
        grid.seenText(header.last, right + 1) !== ''
      )
        right += 1;
      return { top: row, left: column, bottom: row, right };
    }
  }
  return null;
}

/** By name or other spelling first; by kindred spelling when that fits one unit only. */
function unitHeaded(text: string, proposal: AssignmentProposal): string | null {
  const folded = foldText(text);
  const exact = proposal.units.find((unit) =>
    [unit.name, ...unit.aliases].some((spelling) => foldText(spelling) === folded),
  );
  if (exact) return exact.name;
  const kindred = proposal.units.filter((unit) => sameUnitName(unit.name, text));
  return kindred.length === 1 ? (kindred[0]?.name ?? null) : null;
}

function findLabel(grid: Grid, table: ScoreSheet, label: string): number | null {
  const lastCriterion = table.rows[table.rows.length - 1]?.row ?? table.body.last;
  const name = table.columns.name ?? 0;
  const heading = foldText(grid.seenText(table.header.first, name));
  for (let row = lastCriterion + 1; row < grid.rowCount; row += 1) {
    // The same header further down begins another table.
    if (heading !== '' && foldText(grid.text(row, name)) === heading) return null;
    for (let column = 0; column < grid.columnCount; column += 1)
      if (foldText(grid.text(row, column)) === foldText(label)) return row;
  }
  return null;
}
