/**
 * The two rows beneath the table: under each unit, how many criteria it has a part in and how many points
 * they lost. They go below whatever sums up the table already; notes and signatures move down.
 */
import type { AssignmentProposal } from '../../domain/remediation/assignment';
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { CellAt } from '../address';
import type { CellFormat, Change } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import type { RoleCells, Written } from './assignmentCells';
import {
  countFormula,
  isOwnFormula,
  pointsFormula,
  type FilledRows,
  type FormulaFrame,
} from './assignmentFormulas';
import { COUNT_LABEL, POINTS_LABEL, type AssignmentGroup } from './assignmentGroup';
import type { Placement } from './assignmentHeader';
import { FONT, POINTS_NUMBER_FORMAT, comfortable, formatArea } from './sheetStyle';

export interface TotalsLayout {
  changes: Change[];
  formulas: number;
  insertedRows: number;
  /** Zero-based row, as read, below which they stand. */
  after: number;
  written: Record<string, string>;
  conflicts: { at: CellAt; kept: string; wouldBe: string }[];
}

type Kind = 'count' | 'points';

export function planTotals(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  proposal: AssignmentProposal,
  group: AssignmentGroup,
  place: Placement,
  cells: RoleCells,
  before: Written,
): TotalsLayout {
  const layout = newLayout(table);
  const kinds: Kind[] = ['count', 'points'];
  const rows = rowsOf(snapshot, table, group, place, before, layout);
  for (const unit of proposal.units) {
    const there = group.units.get(unit.name)?.column;
    const added = place.units.indexOf(unit.name);
    const column = there === undefined ? place.before + added : place.column(there);
    const filled = filledRows(snapshot, table, there, unit.name, cells);
    for (const kind of kinds) {
      const row = rows[kind];
      if (row === null) continue;
      const formula = (at: number, frame: FormulaFrame) =>
        kind === 'count'
          ? countFormula(at, frame, filled)
          : pointsFormula(snapshot, table, at, frame, filled);
      const next = formula(column, frameOf(table, place));
      if (!next) continue;
      const asRead = formula(there ?? column, frameOf(table, null));
      const held = heldAt(snapshot, row.asRead, there);
      if (held !== null && asRead && 'formula' in asRead && held === asRead.formula) continue;
      if (held === null || held === '' || isOwnFormula(held)) {
        const at = { row: row.row, column };
        layout.changes.push({ kind: 'write', sheet: table.sheet, at, cells: [[next]] });
        layout.formulas += 1;
      } else if (row.asRead !== null && there !== undefined) {
        const at = { row: row.asRead, column: there };
        layout.conflicts.push({ at, kept: held, wouldBe: String(next.value) });
      }
    }
  }
  return layout;
}

function newLayout(table: ScoreSheet): TotalsLayout {
  return {
    changes: [],
    formulas: 0,
    insertedRows: 0,
    after: table.body.last,
    written: {},
    conflicts: [],
  };
}

interface TotalsRow {
  /** After the insertions; and where it stands now, null when it is new. */
  row: number;
  asRead: number | null;
}

/** The rows as found; both are added where the sheet never had them. One that was removed stays away. */
function rowsOf(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  group: AssignmentGroup,
  place: Placement,
  before: Written,
  layout: TotalsLayout,
): Record<Kind, TotalsRow | null> {
  const { countRow, pointsRow } = group;
  const ours = (row: number | null) => (row === null ? null : { row: place.row(row), asRead: row });
  if (countRow !== null || pointsRow !== null || before[`|${COUNT_LABEL}`] !== undefined) {
    if (before[`|${COUNT_LABEL}`] !== undefined) layout.written[`|${COUNT_LABEL}`] = COUNT_LABEL;
    styleNewCells(table, place, [countRow, pointsRow], layout);
    return { count: ours(countRow), points: ours(pointsRow) };
  }
  if (group.units.size + place.units.length === 0) return { count: null, points: null };
  const frame = frameOf(table, place);
  const reckons = pointsFormula(snapshot, table, place.before, frame, new Set()) !== null;
  const labels = reckons ? [COUNT_LABEL, POINTS_LABEL] : [COUNT_LABEL];
  const top = place.row(layout.after) + 1;
  addRows(snapshot, table, group, place, labels, top, layout);
  layout.written[`|${COUNT_LABEL}`] = COUNT_LABEL;
  return {
    count: { row: top, asRead: null },
    points: reckons ? { row: top + 1, asRead: null } : null,
  };
}

function addRows(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  group: AssignmentGroup,
  place: Placement,
  labels: string[],
  top: number,
  layout: TotalsLayout,
): void {
  const { sheet } = table;
  const below = snapshot.values.slice(layout.after + 1, layout.after + 2 + labels.length);
  if (below.some((row) => row.some((value) => value !== null && value !== ''))) {
    const count = labels.length;
    layout.changes.push({ kind: 'insertRows', sheet, before: top, count });
    layout.insertedRows = count;
  }
  const left = place.column(place.table.first);
  const groupLeft = group.columns?.first ?? place.before;
  const right = Math.max(
    place.column(place.table.last),
    (group.columns?.last ?? place.before - 1) + place.units.length,
  );
  const bottom = top + labels.length - 1;
  layout.changes.push(formatArea(sheet, { top, left, bottom, right }, TOTALS_FORMAT));
  labels.forEach((label, i) => {
    const row = top + i;
    const at = { row, column: left };
    layout.changes.push({ kind: 'write', sheet, at, cells: [[{ value: label }]] });
    const area = { top: row, left, bottom: row, right: groupLeft - 1 };
    if (area.right > area.left) layout.changes.push({ kind: 'merge', sheet, area });
    const figures = { top: row, left: groupLeft, bottom: row, right };
    layout.changes.push(formatArea(sheet, figures, FIGURE_FORMATS[i] ?? {}));
  });
  const heights = labels.map(() => comfortable(0));
  layout.changes.push({ kind: 'rowHeight', sheet, first: top, heights });
}

const TOTALS_FORMAT: CellFormat = {
  numberFormat: '@',
  fontName: FONT,
  bold: true,
  horizontal: 'center',
  vertical: 'middle',
  wrap: true,
  border: 'thin',
};
const FIGURE_FORMATS: readonly CellFormat[] = [
  { numberFormat: '0' },
  { numberFormat: POINTS_NUMBER_FORMAT },
];

/** Cells of rows that are there already, under the columns that come in. */
function styleNewCells(
  table: ScoreSheet,
  place: Placement,
  rows: (number | null)[],
  layout: TotalsLayout,
): void {
  if (place.units.length === 0) return;
  rows.forEach((row, i) => {
    if (row === null) return;
    const at = place.row(row);
    const right = place.before + place.units.length - 1;
    const area = { top: at, left: place.before, bottom: at, right };
    const format = { ...TOTALS_FORMAT, ...FIGURE_FORMATS[i] };
    layout.changes.push(formatArea(table.sheet, area, format));
  });
}

/** Rows of the criteria that will hold a role of the unit. */
function filledRows(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  column: number | undefined,
  unit: string,
  cells: RoleCells,
): FilledRows {
  const filled = new Set<number>();
  const [first, last] = criteriaRows(table);
  if (column !== undefined)
    for (let row = first; row <= last; row += 1)
      if ((snapshot.values[row]?.[column] ?? null) !== null) filled.add(row);
  for (const write of cells.writes) {
    if (write.unit !== unit) continue;
    if (write.text === null) filled.delete(write.row);
    else filled.add(write.row);
  }
  return filled;
}

/** @param place null: as read, before anything is inserted */
function frameOf(table: ScoreSheet, place: Placement | null): FormulaFrame {
  const [first, last] = criteriaRows(table);
  if (!place) return { first, last, columnOf: (column) => column };
  return { first: place.row(first), last: place.row(last), columnOf: place.column };
}

export function criteriaRows(table: ScoreSheet): [number, number] {
  const rows = table.rows.map(({ row }) => row);
  return [Math.min(...rows), Math.max(...rows)];
}

/** The formula, or the constant as text; null when the cell is new. */
function heldAt(
  snapshot: SheetSnapshot,
  row: number | null,
  column: number | undefined,
): string | null {
  if (row === null || column === undefined) return null;
  const value = snapshot.values[row]?.[column] ?? null;
  return snapshot.formulas[row]?.[column] ?? (value === null ? '' : String(value));
}
