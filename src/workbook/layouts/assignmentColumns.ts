/**
 * Phân công: a confirmed proposal → the changes that put it into the sheet: one column per unit right
 * after the responsible-unit column, under the caption "PHÂN CÔNG KHẮC PHỤC", and two rows of live
 * figures beneath the table.
 *
 * Rule kept here: it starts from what the sheet says now. Columns that are there are filled, not made
 * anew; only a new unit gets a new column, at the end of the group; a second run changes nothing.
 */
import type { AssignmentProposal } from '../../domain/remediation/assignment';
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import { foldText } from '../../domain/text/vietnamese';
import type { Area, CellAt } from '../address';
import type { CellWrite, Change } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import {
  planClearedCells,
  planRoleCells,
  type RoleCell,
  type RoleCells,
  type Written,
} from './assignmentCells';
import { findAssignmentGroup, type AssignmentGroup } from './assignmentGroup';
import { headerChanges, placeColumns, type Placement } from './assignmentHeader';
import { criteriaRows, planTotals } from './assignmentTotals';
import { responsibleColumns } from './responsibleColumns';
import { FONT, formatArea } from './sheetStyle';

export interface AssignmentLayout {
  changes: Change[];
  /** What the plan stands on and does not change, in the sheet as it was read. */
  relied: Area[];
  /** For the workbook's state: what the product has written, by criterion and unit. */
  written: Record<string, string>;
  /** In the sheet as it was read. */
  conflicts: { at: CellAt; kept: string; wouldBe: string }[];
  insertedColumns: { count: number; after: number } | null;
  /** Zero-based rows, as read, after which rows come in. */
  insertedRows: { count: number; after: number }[];
  units: number;
  roles: number;
  formulas: number;
}

/**
 * @param written what the product wrote into this sheet before (`state.writtenAssignments`)
 * @returns no changes when the sheet says all of it already
 */
export function planAssignmentColumns(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  proposal: AssignmentProposal,
  written: Written,
): AssignmentLayout {
  const group = findAssignmentGroup(snapshot, table, proposal);
  const added = proposal.units.map(({ name }) => name).filter((name) => !group.units.has(name));
  const place = placeColumns(snapshot, table, group, added);
  const cells = planRoleCells(snapshot, table, proposal, group, written);
  const cleared = planClearedCells(snapshot, table, group, written);
  const headers = renamedHeaders(table, group, written);
  const totals = planTotals(snapshot, table, proposal, group, place, cells, written);
  const changes = [
    ...headerChanges(snapshot, table, group, place),
    ...headers.changes,
    ...bodyChanges(table, group, place, cells, totals.after),
    ...clearing(table, place, cleared),
    ...totals.changes,
  ];
  const rows = place.headerRow === null ? [] : [{ count: 1, after: place.headerRow - 1 }];
  if (totals.insertedRows > 0) rows.push({ count: totals.insertedRows, after: totals.after });
  for (const name of added) headers.written[`|${name}`] = name;
  return {
    changes,
    relied: reliedAreas(snapshot, table, group, place),
    written: sorted({ ...headers.written, ...cells.written, ...totals.written }),
    conflicts: [...cells.conflicts, ...totals.conflicts],
    insertedColumns: added.length > 0 ? { count: added.length, after: place.before - 1 } : null,
    insertedRows: rows,
    units: new Set(cells.writes.map(({ unit }) => unit)).size,
    roles: cells.writes.length + cleared.length,
    formulas: totals.formulas,
  };
}

/** A header that the product wrote follows the unit's new name; one that a person wrote stays. */
function renamedHeaders(
  table: ScoreSheet,
  group: AssignmentGroup,
  before: Written,
): { changes: Change[]; written: Record<string, string> } {
  const changes: Change[] = [];
  const written: Record<string, string> = {};
  for (const [name, { column, header }] of group.units) {
    const ours = before[`|${header}`] !== undefined;
    if (!ours) continue;
    written[`|${name}`] = name;
    if (foldText(header) === foldText(name)) continue;
    const at = { row: nameRow(group), column };
    changes.push({ kind: 'write', sheet: table.sheet, at, cells: [[{ value: name }]] });
  }
  return { changes, written };
}

/** Names stand in the last caption row, or right under the group's caption when merged down. */
function nameRow(group: AssignmentGroup): number {
  return group.caption ? Math.min(group.caption.bottom + 1, group.header.last) : group.header.last;
}

/** New columns as one block, styled before they are written; cells of columns that are there one by one. */
function bodyChanges(
  table: ScoreSheet,
  group: AssignmentGroup,
  place: Placement,
  cells: RoleCells,
  lastRow: number,
): Change[] {
  const { sheet } = table;
  const [first, last] = criteriaRows(table);
  const changes: Change[] = [];
  if (place.units.length > 0) {
    const right = place.before + place.units.length - 1;
    const top = place.row(first);
    const area = { top, left: place.before, bottom: place.row(lastRow), right };
    changes.push(formatArea(sheet, area, ROLE_FORMAT));
    const block: (CellWrite | null)[][] = Array.from({ length: last - first + 1 }, () =>
      place.units.map(() => null),
    );
    for (const { row, unit, text } of cells.writes) {
      const line = block[row - first];
      const at = place.units.indexOf(unit);
      if (line && at >= 0 && text !== null) line[at] = { value: text };
    }
    const at = { row: top, column: place.before };
    changes.push({ kind: 'write', sheet, at, cells: block });
  }
  for (const write of cells.writes) {
    const there = group.units.get(write.unit);
    if (there) changes.push(oneCell(sheet, place, write, place.column(there.column)));
  }
  return changes;
}

const ROLE_FORMAT = {
  numberFormat: '@',
  fontName: FONT,
  bold: false,
  horizontal: 'center',
  vertical: 'middle',
  wrap: true,
  border: 'thin',
} as const;

function oneCell(sheet: string, place: Placement, write: RoleCell, column: number): Change {
  const at = { row: place.row(write.row), column };
  return { kind: 'write', sheet, at, cells: [[{ value: write.text }]] };
}

function clearing(table: ScoreSheet, place: Placement, cells: readonly CellAt[]): Change[] {
  return cells.map(({ row, column }) => ({
    kind: 'write',
    sheet: table.sheet,
    at: { row: place.row(row), column: place.column(column) },
    cells: [[{ value: null }]],
  }));
}

/** The header, the codes and names by which rows are known, and the texts that were read. */
function reliedAreas(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  group: AssignmentGroup,
  place: Placement,
): Area[] {
  const [top, bottom] = criteriaRows(table);
  const { code, name } = table.columns;
  const texts = responsibleColumns(snapshot, table).map(({ column }) => column);
  const columns = [code, name, ...texts].filter((column) => column !== undefined);
  const right = Math.max(place.table.last, group.columns?.last ?? 0);
  const { first, last } = table.header;
  return [
    { top: first, left: place.table.first, bottom: last, right },
    ...columns.map((column) => ({ top, left: column, bottom, right: column })),
  ];
}

/** One order whatever the run, so that the same state is the same text. */
function sorted(written: Record<string, string>): Record<string, string> {
  const entries = Object.entries(written);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
