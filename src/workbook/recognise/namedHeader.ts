/**
 * A header that a person pointed out, in words that recognition does not know: which rows belong to it,
 * where it stands now, and which rows below repeat it. Rows come and go, so the header is known by what
 * it said above the names and the maxima; where nothing was written there, its place counts.
 */
import type { SheetSnapshot } from '../snapshot';
import type { Columns } from './chooseColumns';
import { placeChoices, type ColumnChoices, type HeaderRows } from './columnChoices';
import type { Grid } from './grid';
import { headerOver, type Header } from './header';

/** By table id: the header that was pointed out. */
export type NamedHeaders = Readonly<Record<string, HeaderRows>>;

/** The header with the columns that were chosen under it. */
export interface Named {
  header: Header;
  columns: Columns;
}

/** Rows of a header, and how far from its old place it is looked for. */
const TALLEST = 3;
const FARTHEST = 200;

/** The header where it stands now; null where it is gone, or no choice says what name and max are. */
export function findNamedHeader(
  grid: Grid,
  rows: HeaderRows | undefined,
  choices: ColumnChoices,
): Named | null {
  if (!rows || !choices.name || !choices.max) return null;
  const now = rowsNow(grid.sheet, rows, choices);
  if (!now) return null;
  const columns = placeChoices(grid.sheet, now, choices);
  return { header: headerOver(grid, now, Object.values(columns)), columns };
}

function rowsNow(
  sheet: SheetSnapshot,
  rows: HeaderRows,
  { name, max }: ColumnChoices,
): HeaderRows | null {
  const known: ColumnChoices = {
    ...(name && name.header !== '' ? { name } : {}),
    ...(max && max.header !== '' ? { max } : {}),
  };
  const count = Object.keys(known).length;
  for (let distance = 0; distance <= (count === 0 ? 0 : FARTHEST); distance += 1) {
    for (const shift of distance === 0 ? [0] : [distance, -distance]) {
      const moved = { first: rows.first + shift, last: rows.last + shift };
      const isOnSheet = moved.first >= 0 && moved.last < sheet.rowCount;
      if (isOnSheet && Object.keys(placeChoices(sheet, moved, known)).length === count)
        return moved;
    }
  }
  return null;
}

/**
 * The rows of the header that has this row in it: merged cells that reach out of it make it taller, and so
 * does a row of captions under its groups, though nobody merged them.
 */
export function headerRowsAt(grid: Grid, row: number): HeaderRows {
  let rows = { first: row, last: row };
  for (const { top, bottom } of grid.sheet.merges) {
    if (bottom === top || bottom - top >= TALLEST || bottom < row || top > row) continue;
    rows = { first: Math.min(rows.first, top), last: Math.max(rows.last, bottom) };
  }
  if (rows.last > rows.first) return rows;
  if (isUnderGroups(grid, row)) return { first: row - 1, last: row };
  return isUnderGroups(grid, row + 1) ? { first: row, last: row + 1 } : rows;
}

/** "Tự chấm | Thẩm định" under "STT | Nội dung | Điểm | (blank)": words where the row above has a blank or a group. */
function isUnderGroups(grid: Grid, row: number): boolean {
  if (row < 1 || row >= grid.rowCount) return false;
  const has = (at: number, column: number) => grid.text(at, column).trim() !== '';
  const columns = Array.from({ length: grid.columnCount }, (_, column) => column);
  const own = columns.filter((column) => has(row, column));
  if (own.some((column) => typeof grid.value(row, column) === 'number')) return false;
  const beneathBlank = own.filter((column) => !has(row - 1, column));
  const alone = columns.filter((column) => has(row - 1, column) && !has(row, column));
  const isOfGroup = (column: number) =>
    beneathBlank.includes(column) || beneathBlank.includes(column + 1);
  return beneathBlank.length > 0 && alone.length >= 2 && own.every(isOfGroup);
}

/** Rows beneath that say what the header says, as at a page break. */
export function repeatedRows(grid: Grid, { first, last, left, right }: Header): number[] {
  const said = new Set<string>();
  for (let row = first; row <= last; row += 1) said.add(textsOf(grid, row, left, right));
  said.delete('');
  const rows: number[] = [];
  for (let row = last + 1; row < grid.rowCount; row += 1)
    if (said.has(textsOf(grid, row, left, right))) rows.push(row);
  return rows;
}

function textsOf(grid: Grid, row: number, left: number, right: number): string {
  const texts: string[] = [];
  for (let column = left; column <= right; column += 1)
    texts.push(grid.text(row, column).trim().toLowerCase());
  return texts.every((text) => text === '') ? '' : texts.join('\n');
}
