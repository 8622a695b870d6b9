/**
 * How tall the rows of a sheet must be for their text to show, and which of them follow an entry. Pure.
 *
 * Rules kept here:
 * - Text over several rows, and text that is not wrapped over a narrow column, makes no row taller.
 * - A height that nobody chose follows the content, up and down, and the file is left to fit it again.
 * - A chosen height grows with an entry only where all text showed before it: who made a row low on
 *   purpose keeps it low, and no row is ever made lower.
 */
import type { RowView, SheetView, WorkbookView } from '../../workbook/view';
import { rowHeightFor, type SizedText } from '../../workbook/textSize';
import type { GridShape } from './grid';

type Styles = WorkbookView['styles'];

/** @returns points for each row that `wanted` asks for and that holds anything; at least one plain line */
export function neededHeights(
  sheet: SheetView,
  styles: Styles,
  wanted: (row: number) => boolean,
): Map<number, number> {
  const widths = columnWidths(sheet);
  const merged = new Map(sheet.merges.map((area) => [`${area.top},${area.left}`, area]));
  const texts = new Map<number, SizedText[]>();
  for (const { row, column, value, styleId } of sheet.cells) {
    const style = styles[styleId];
    if (value === null || !style || !wanted(row)) continue;
    const area = merged.get(`${row},${column}`);
    if (area && area.bottom > area.top) continue;
    const right = area?.right ?? column;
    let widthChars = 0;
    for (let at = column; at <= right; at++) widthChars += widths(at);
    const text = typeof value === 'string' ? value : '0';
    if (!style.wrap || typeof value !== 'string') widthChars = 1e6;
    const { bold, indent, fontSize } = style;
    const held = texts.get(row) ?? [];
    held.push({ text, widthChars, fontSize, bold, indent });
    texts.set(row, held);
  }
  return new Map([...texts].map(([row, cells]) => [row, rowHeightFor(cells)]));
}

export interface RowsAfterEntry {
  /** In points, by row, as they are to be drawn. */
  drawn: Map<number, number>;
  /** What of it the file has to know. */
  shapes: GridShape[];
}

/**
 * @param before the sheet as it was last drawn, null when it was not there
 * @param now the sheet with what was entered since
 * @param rows those that were entered into
 */
export function rowsAfterEntry(
  before: SheetView | null,
  now: SheetView,
  styles: Styles,
  rows: ReadonlySet<number>,
): RowsAfterEntry {
  const wanted = (row: number) => rows.has(row);
  const needed = neededHeights(now, styles, wanted);
  const neededBefore = before ? neededHeights(before, styles, wanted) : new Map<number, number>();
  const held = new Map(now.rows.map((row) => [row.row, row]));
  const result: RowsAfterEntry = { drawn: new Map(), shapes: [] };
  for (const row of rows) {
    const view = held.get(row);
    if (view?.hidden) continue;
    const height = Math.max(needed.get(row) ?? 0, now.defaultRowHeight);
    const shape = (points: number | null): GridShape => ({
      kind: 'rowHeight',
      sheet: now.name,
      first: row,
      heights: [points],
    });
    if (!isChosen(view)) {
      result.drawn.set(row, height);
      if (view?.fitted && !now.protected) result.shapes.push(shape(null));
      continue;
    }
    const showedAll = view.height >= (neededBefore.get(row) ?? 0);
    if (now.protected || !showedAll || height <= view.height) continue;
    result.drawn.set(row, height);
    result.shapes.push(shape(height));
  }
  return result;
}

function isChosen(view: RowView | undefined): view is RowView & { height: number } {
  return view !== undefined && view.height !== null && !view.fitted;
}

function columnWidths(sheet: SheetView): (column: number) => number {
  const widths = new Map<number, number>();
  for (const { first, last, width } of sheet.columns)
    if (width !== null)
      for (let column = first; column <= Math.min(last, sheet.columnCount); column++)
        widths.set(column, width);
  return (column) => widths.get(column) ?? sheet.defaultColumnWidth;
}
