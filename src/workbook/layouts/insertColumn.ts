/**
 * A column more in a table that somebody made: its header spans what the headers beside it span, its cells
 * look as the product's own do, and everything else only moves to the right.
 */
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { Area } from '../address';
import type { CellFormat, Change } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import { HEADER_FORMAT, formatArea } from './sheetStyle';

export interface ColumnLook {
  header: string;
  /** In characters. */
  width: number;
  /** Of the cells below the header. */
  format: CellFormat;
}

/** @param at where the new column will stand, zero-based; what stands there now moves to the right */
export function insertColumn(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  at: number,
  look: ColumnLook,
): Change[] {
  const { sheet, header, body } = table;
  const numbered = header.last > captionBottom(snapshot, table);
  const bottom = numbered ? header.last - 1 : header.last;
  // Inside a caption that spans the new column only the lowest row is free.
  const top = spansColumn(snapshot.merges, header.first, at) ? bottom : header.first;
  const changes: Change[] = [
    { kind: 'insertColumns', sheet, before: at, count: 1 },
    { kind: 'columnWidth', sheet, first: at, widths: [look.width] },
    formatArea(
      sheet,
      { top: header.first, left: at, bottom: header.last, right: at },
      HEADER_FORMAT,
    ),
    formatArea(sheet, { top: body.first, left: at, bottom: body.last, right: at }, look.format),
    { kind: 'write', sheet, at: { row: top, column: at }, cells: [[{ value: look.header }]] },
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
