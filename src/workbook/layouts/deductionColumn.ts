/** The deduction column: where the sheet has it, or right after the appraised scores where it lacks one. */
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { Change } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import type { Columns } from './deductions';
import { insertColumn } from './insertColumn';
import { assessmentColumn } from './sheetFigures';
import { POINTS_FORMAT } from './sheetStyle';

const HEADER = 'ĐIỂM BỊ TRỪ';
const WIDTH = 11;

/** @returns changes that insert the column (none when it is there) and the columns as they then are */
export function planDeductionColumn(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
): { changes: Change[]; columns: Columns; inserted: number | null } {
  const { columns } = table;
  if (columns.deduction !== undefined) {
    return {
      changes: [],
      columns: asColumns(table, columns.deduction, (column) => column),
      inserted: null,
    };
  }
  const at = Math.max(columns.appraised1 ?? 0, columns.appraised2 ?? 0) + 1;
  const changes = insertColumn(snapshot, table, at, {
    header: HEADER,
    width: WIDTH,
    format: POINTS_FORMAT,
  });
  if (isThereForAnother(snapshot, table, at)) {
    const isOfSheet = ({ kind }: Change) => kind === 'insertColumns' || kind === 'columnWidth';
    return {
      changes: changes.filter((change) => !isOfSheet(change)),
      columns: asColumns(table, at, (column) => column),
      inserted: null,
    };
  }
  const shift = (column: number) => (column >= at ? column + 1 : column);
  return { changes, columns: asColumns(table, at, shift), inserted: at };
}

/** Another table of the sheet has its deductions there, and in the rows of this one the column is blank. */
function isThereForAnother(
  snapshot: SheetSnapshot,
  { header, body }: ScoreSheet,
  at: number,
): boolean {
  const isBlank = (row: number) => (snapshot.values[row]?.[at] ?? null) === null;
  for (let row = header.first; row <= body.last; row += 1) if (!isBlank(row)) return false;
  return snapshot.values.some((cells) => cells[at] === HEADER);
}

function asColumns(
  table: ScoreSheet,
  deduction: number,
  shift: (column: number) => number,
): Columns {
  const { columns, extent } = table;
  const at = (column: number | undefined) => (column === undefined ? undefined : shift(column));
  const name = shift(columns.name ?? 0);
  return {
    max: shift(columns.max ?? 0),
    self: at(columns.self),
    appraised1: shift(columns.appraised1 ?? columns.appraised2 ?? 0),
    appraised2: columns.appraised1 === undefined ? undefined : at(columns.appraised2),
    deduction,
    assessment: at(assessmentColumn(table)),
    label: Math.min(at(columns.code) ?? name, name),
    name,
    first: shift(extent.first),
    last: Math.max(shift(extent.last), deduction),
  };
}
