/** A1 notation at the edges; inside, cells are zero-based numbers, since addresses move. */

export interface CellAt {
  row: number;
  column: number;
}

/** A rectangle of cells, zero-based, both ends included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The edges of a sheet, zero-based. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnLetters(column: number): string {
  let rest = column + 1;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** "AA" → 26. Takes upper-case letters only. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** {row: 4, column: 2} → "C5". */
export function cellName(at: CellAt): string {
  return `${columnLetters(at.column)}${at.row + 1}`;
}

/** "C5:D9", or "C5" for one cell. */
export function areaName(area: Area): string {
  const first = cellName({ row: area.top, column: area.left });
  const last = cellName({ row: area.bottom, column: area.right });
  return first === last ? first : `${first}:${last}`;
}

/** "$C$5:D9" → area; null when it is not an address. */
export function parseArea(name: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(name);
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return {
    top: Number(top) - 1,
    left: columnIndex(left),
    bottom: Number(bottom) - 1,
    right: columnIndex(right),
  };
}

export function overlaps(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom &&
    one.bottom >= other.top &&
    one.left <= other.right &&
    one.right >= other.left
  );
}

export function inArea(area: Area, at: CellAt): boolean {
  return (
    at.row >= area.top && at.row <= area.bottom && at.column >= area.left && at.column <= area.right
  );
}
