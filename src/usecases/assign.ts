/**
 * Phân công: who must win back which points. Proposes units and roles from the responsible-unit texts, and
 * plans the columns that a confirmed proposal becomes.
 */
import type {
  AssignmentProposal,
  ResponsibleText,
  UnitMemory,
} from '../domain/remediation/assignment';
import { memoryOf } from '../domain/remediation/editProposal';
import { readAssignments } from '../domain/remediation/readAssignments';
import type { Points } from '../domain/points';
import type { ScoreRow, ScoreSheet } from '../domain/scoring/scoreSheet';
import { deductionOf } from '../domain/scoring/summary';
import { foldText, plainText } from '../domain/text/vietnamese';
import { cellName, columnLetters } from '../workbook/address';
import { expectationsFor } from '../workbook/expect';
import {
  planAssignmentColumns,
  type AssignmentLayout,
} from '../workbook/layouts/assignmentColumns';
import { responsibleColumns, type ResponsibleColumn } from '../workbook/layouts/responsibleColumns';
import { gridOf } from '../workbook/recognise/grid';
import { sheetOf } from '../workbook/snapshot';
import { planState, type WorkbookState } from '../workbook/state';
import type { Plan, PlanLine } from './plan';
import { tableOf, type WorkbookReading } from './readWorkbook';

/** Of which criteria: those that lost points, or every one whose unit can be read (decision 045). */
export type AssignmentScope = 'lost' | 'all';

/**
 * @param sheet name of a sheet that holds a score table; throws when it does not: a bug of the caller
 * @returns what the texts say, with what the person decided before
 */
export function proposeAssignments(
  reading: WorkbookReading,
  sheet: string,
  scope: AssignmentScope = 'lost',
): AssignmentProposal {
  return proposeWith(reading, sheet, scope, memoryFor(reading.state.unitMemory, sheet));
}

/** The texts read again, with all that was decided in this proposal. */
export function proposeAgain(
  reading: WorkbookReading,
  sheet: string,
  scope: AssignmentScope,
  proposal: AssignmentProposal,
): AssignmentProposal {
  const again = proposeWith(reading, sheet, scope, memoryOf(proposal));
  const known = new Set(again.units.map(({ name }) => name));
  const idle = proposal.units.filter(
    ({ name }) => !known.has(name) && proposal.assignments.every(({ unit }) => unit !== name),
  );
  return idle.length === 0 ? again : { ...again, units: [...again.units, ...idle] };
}

/** All texts are read, since one cell's name explains another's; then what is out of scope falls away. */
function proposeWith(
  reading: WorkbookReading,
  sheet: string,
  scope: AssignmentScope,
  memory: UnitMemory,
): AssignmentProposal {
  const proposal = readAssignments(responsibleTexts(reading, sheet), memory);
  const rows = scope === 'all' ? null : remedyRows(scoreTable(reading, sheet));
  if (rows === null) return proposal;
  const assignments = proposal.assignments.filter(
    ({ row, certainty }) => rows.has(row) || certainty === 'chosen',
  );
  const busy = new Set(assignments.map(({ unit }) => unit));
  return {
    ...proposal,
    units: proposal.units.filter(({ name }) => busy.has(name)),
    assignments,
    unread: proposal.unread.filter(({ row }) => rows.has(row)),
  };
}

/** Rows of the criteria that lost points; null while no score says of any whether it did. */
export function remedyRows(table: ScoreSheet): ReadonlySet<number> | null {
  const judged = table.rows.flatMap((row) => {
    const lost = row.isLeaf && row.assessment === 'assessed' ? lostBy(row) : null;
    return lost === null ? [] : [{ row: row.row, lost }];
  });
  if (judged.length === 0) return null;
  return new Set(judged.filter(({ lost }) => lost.gt(0)).map(({ row }) => row));
}

/** What the scores say; without them what stands in the column of deductions, of either sign. */
function lostBy(row: ScoreRow): Points | null {
  return deductionOf(row) ?? row.figures.deduction?.points?.abs() ?? null;
}

/**
 * The texts that assignments are read from: of every leaf, its own, the merged cell's that covers it, or
 * that of the criterion above. A blank one is told only where points were lost.
 */
export function responsibleTexts(reading: WorkbookReading, sheet: string): ResponsibleText[] {
  const table = scoreTable(reading, sheet);
  const snapshot = sheetOf(reading.snapshot, table.sheet);
  const [main, ...supporting] = responsibleColumns(snapshot, table);
  if (!main) return [];
  const grid = gridOf(snapshot);
  return table.rows
    .filter((row) => row.isLeaf)
    .flatMap((row) => {
      const own = mainText(table, row, main);
      const blank = own.text.trim() === '' && !(lostBy(row)?.gt(0) ?? false);
      const others = supporting.map(({ column, unstated }) => ({
        row: row.row,
        criterion: criterionOf(row),
        text: grid.seenText(row.row, column),
        inherited: (grid.mergeAt(row.row, column)?.top ?? row.row) < row.row,
        unstated,
      }));
      return [...(blank ? [] : [own]), ...others.filter(({ text }) => text.trim() !== '')];
    });
}

/**
 * @param proposal as the person confirmed it, made from this reading
 * @returns a plan; carried out twice it changes nothing the second time
 */
export function planAssignments(
  reading: WorkbookReading,
  sheet: string,
  proposal: AssignmentProposal,
): Plan {
  const table = scoreTable(reading, sheet);
  const snapshot = sheetOf(reading.snapshot, table.sheet);
  const { state } = reading;
  const before = state.writtenAssignments[sheet] ?? {};
  const layout = planAssignmentColumns(snapshot, table, proposal, before);
  const remember = planState(reading.snapshot, {
    ...state,
    unitMemory: mergedMemory(state.unitMemory, sheet, memoryOf(proposal)),
    writtenAssignments: writtenNow(state, sheet, layout),
  });
  return {
    patch: {
      changes: [...layout.changes, ...remember],
      expects:
        layout.changes.length > 0 ? expectationsFor(snapshot, layout.changes, layout.relied) : [],
    },
    lines: linesOf(table, proposal, layout, remember.length > 0),
    conflicts: layout.conflicts.map((conflict) => ({ sheet: table.sheet, ...conflict })),
  };
}

function scoreTable(reading: WorkbookReading, sheet: string): ScoreSheet {
  const table = tableOf(reading, sheet);
  if (!table) throw new Error(`no score table on sheet: ${sheet}`);
  return table;
}

function mainText(table: ScoreSheet, row: ScoreRow, main: ResponsibleColumn): ResponsibleText {
  const common = { row: row.row, criterion: criterionOf(row), unstated: main.unstated };
  const own = row.texts.responsible;
  if (own && own.text.trim() !== '') {
    return { ...common, text: own.text, inherited: own.inheritedFrom !== null };
  }
  for (let parent = row.parent; parent !== null;) {
    const above: ScoreRow | undefined = table.rows[parent];
    const text = above?.texts.responsible?.text ?? '';
    if (text.trim() !== '') return { ...common, text, inherited: true };
    parent = above?.parent ?? null;
  }
  return { ...common, text: '', inherited: false };
}

/** What the person knows the row by, and what a role she sets is remembered by. */
export function criterionOf(row: Pick<ScoreRow, 'code' | 'name'>): string {
  return row.code === '' ? plainText(row.name).slice(0, 80) : row.code;
}

/** Names hold for the whole workbook; a role for one criterion holds for its sheet. */
/** What holds for one table of what the workbook remembers: names everywhere, roles by table. */
export function memoryFor(memory: UnitMemory, sheet: string): UnitMemory {
  const prefix = `${foldText(sheet)}|`;
  const entries = Object.entries(memory).flatMap(([key, value]) => {
    if (!key.includes('|')) return [[key, value] as const];
    return key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * The memory with the roles of one table said of another one as well, where its criteria are called otherwise.
 * @param criteria of the other table, by what they are called in this one (`criterionOf`)
 */
export function memoryMoved(
  memory: UnitMemory,
  from: string,
  to: string,
  criteria: ReadonlyMap<string, string>,
): UnitMemory {
  const moved = Object.entries(memoryFor(memory, from)).flatMap(([key, value]) => {
    const bar = key.lastIndexOf('|');
    const criterion = bar < 0 ? undefined : criteria.get(key.slice(0, bar));
    return criterion === undefined ? [] : [[criterion + key.slice(bar), value] as const];
  });
  return mergedMemory(memory, to, Object.fromEntries(moved));
}

function mergedMemory(
  before: UnitMemory,
  sheet: string,
  now: UnitMemory,
): Record<string, string | null> {
  const prefix = `${foldText(sheet)}|`;
  const kept = Object.entries(before).filter(([key]) => !key.startsWith(prefix));
  const added = Object.entries(now).map(
    ([key, value]) => [key.includes('|') ? prefix + key : key, value] as const,
  );
  const merged: Record<string, string | null> = Object.fromEntries([...kept, ...added]);
  const entries = Object.entries(merged);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writtenNow(state: WorkbookState, sheet: string, layout: AssignmentLayout) {
  const written = { ...state.writtenAssignments };
  if (Object.keys(layout.written).length > 0) written[sheet] = layout.written;
  else delete written[sheet];
  return written;
}

function linesOf(
  table: ScoreSheet,
  proposal: AssignmentProposal,
  layout: AssignmentLayout,
  remembers: boolean,
): PlanLine[] {
  const { sheet } = table;
  if (layout.changes.length === 0)
    return [
      remembers ? { code: 'rememberState', params: {} } : { code: 'nothing', params: { sheet } },
    ];
  const lines: PlanLine[] = [];
  if (layout.insertedColumns) {
    const { count, after } = layout.insertedColumns;
    const params = { sheet, count: String(count), after: columnLetters(after) };
    lines.push({ code: 'insertColumns', params });
  }
  for (const { count, after } of layout.insertedRows) {
    const params = { sheet, count: String(count), after: String(after + 1) };
    lines.push({ code: 'insertRows', params });
  }
  if (layout.roles > 0) {
    const params = { sheet, units: String(layout.units), assignments: String(layout.roles) };
    lines.push({ code: 'writeUnits', params });
  }
  if (layout.formulas > 0) {
    lines.push({ code: 'writeFormulas', params: { sheet, count: String(layout.formulas) } });
  }
  const cells = inheritedCells(table, proposal);
  if (layout.insertedColumns && cells.length > 0)
    lines.push({ code: 'inherited', params: { sheet, cells: cells.join(', ') } });
  if (lines.length === 0) lines.push({ code: 'writeCells', params: { sheet, count: '1' } });
  return lines;
}

/** Blank responsible cells whose criteria take the text above. */
function inheritedCells(table: ScoreSheet, proposal: AssignmentProposal): string[] {
  const column = table.columns.responsible;
  if (column === undefined) return [];
  const rows = proposal.assignments.filter(({ inherited }) => inherited).map(({ row }) => row);
  return [...new Set(rows)].map((row) => cellName({ row, column }));
}
