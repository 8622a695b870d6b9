/** The deduction column: where the sheet has it, or right after the appraised scores where it lacks one. */
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { Area } from '../address';
import type { Change } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import type { Columns } from './deductions';
import { HEADER_FORMAT, POINTS_FORMAT, formatArea } from './sheetStyle';

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
  const shift = (column: number) => (column >= at ? column + 1 : column);
  return {
    changes: insertion(snapshot, table, at),
    columns: asColumns(table, at, shift),
    inserted: at,
  };
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
    label: Math.min(at(columns.code) ?? name, name),
    name,
    first: shift(extent.first),
    last: Math.max(shift(extent.last), deduction),
  };
}

function insertion(snapshot: SheetSnapshot, table: ScoreSheet, at: number): Change[] {
  const { sheet, header, body } = table;
  const numbered = header.last > captionBottom(snapshot, table);
  const bottom = numbered ? header.last - 1 : header.last;
  // Inside a caption that spans the new column only the lowest row is free.
  const top = spansColumn(snapshot.merges, header.first, at) ? bottom : header.first;
  const changes: Change[] = [
    { kind: 'insertColumns', sheet, before: at, count: 1 },
    { kind: 'columnWidth', sheet, first: at, widths: [WIDTH] },
    formatArea(
      sheet,
      { top: header.first, left: at, bottom: header.last, right: at },
      HEADER_FORMAT,
    ),
    formatArea(sheet, { top: body.first, left: at, bottom: body.last, right: at }, POINTS_FORMAT),
    { kind: 'write', sheet, at: { row: top, column: at }, cells: [[{ value: HEADER }]] },
  ];
  if (bottom > top)
    changes.push({ kind: 'merge', sheet, area: { top, left: at, bottom, right: at } });
  return changes;
}

/** A merge of the header that covers the columns on both sides of the new one grows over it. */
function spansColumn(merges: readonly Area[], row: number, at: number): boolean {
  return merges.some(
    (area) => area.top <= row && area.bottom >= row && area.left < at && area.right >= at,
  );
}

/** Last row of the captions: below it a row of column numbers may stand. */
function captionBottom(snapshot: SheetSnapshot, table: ScoreSheet): number {
  const row = table.header.last;
  const texts = (snapshot.values[row] ?? []).filter((value) => value !== null && value !== '');
  const isNumbers =
    texts.length >= 3 && texts.every((value) => /^\(?\d{1,2}\)?|^[A-D]$/.test(String(value)));
  return isNumbers && row > table.header.first ? row - 1 : row;
}
