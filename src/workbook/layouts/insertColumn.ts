/**
 * A column more in a table that somebody made: its header spans what the headers beside it span, wherever
 * page breaks repeat the header, its cells look as the product's own do, and everything else only moves to
 * the right. Where column numbers stand beneath the captions, "(1) (2) (3)", they stay somebody's: sentences
 * and formulas name columns by them, so the new column has none.
 */
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import { isColumnNumbering } from '../../domain/text/headerWords';
import type { Area } from '../address';
import type { CellFormat, Change, RowSpan } from '../patch';
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
  const { sheet, header, body, repeatedHeaders = [] } = table;
  return [
    { kind: 'insertColumns', sheet, before: at, count: 1 },
    { kind: 'columnWidth', sheet, first: at, widths: [look.width] },
    formatArea(sheet, { top: body.first, left: at, bottom: body.last, right: at }, look.format),
    ...[header, ...repeatedHeaders].flatMap((rows) =>
      captionIn(snapshot, table, rows, at, look.header),
    ),
  ];
}

/** The caption in one header: every one says the same, or the table would end where it does not. */
function captionIn(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  { first, last }: RowSpan,
  at: number,
  caption: string,
): Change[] {
  const { sheet } = table;
  const bottom = captionBottom(snapshot, table, { first, last });
  // Inside a caption that spans the new column only the lowest row is free.
  const top = spansColumn(snapshot.merges, first, at) ? bottom : first;
  const changes: Change[] = [
    formatArea(sheet, { top: first, left: at, bottom: last, right: at }, HEADER_FORMAT),
    { kind: 'write', sheet, at: { row: top, column: at }, cells: [[{ value: caption }]] },
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
function captionBottom(
  { values }: SheetSnapshot,
  { extent }: ScoreSheet,
  { first, last }: RowSpan,
): number {
  const textsIn = (row: number) =>
    (values[row] ?? []).slice(extent.first, extent.last + 1).map((value) => String(value ?? ''));
  if (last === first || !isColumnNumbering(textsIn(last))) return last;
  let bottom = last - 1;
  while (bottom > first && textsIn(bottom).every((text) => text.trim() === '')) bottom -= 1;
  return bottom;
}
