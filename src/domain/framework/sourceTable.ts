/**
 * A table as it was found somewhere (clipboard, sheet, .docx, .html), before anyone knows what it
 * means: rows of cells in the manner of HTML, where a cell that another spans is left out.
 *
 * Rule kept here: the text stays what the source says; only blanks and composition of letters are
 * made one, so that nothing a decision prints is rewritten.
 */

export interface SourceCell {
  text: string;
  bold?: boolean;
  /** Steps of indentation, 0 for none. */
  indent?: number;
  /** Rows and columns it spans; 1 if left out. */
  rowSpan?: number;
  colSpan?: number;
  /** How the source holds it; a code in a number or date cell is likely damaged. */
  kind?: 'text' | 'number' | 'date';
}

export interface SourceTable {
  rows: SourceCell[][];
}

/** A cell of the rectangle that a table spans out to; covered cells repeat the one that covers them. */
export interface GridCell {
  /** On one line. */
  text: string;
  /** The same with the line breaks of the source: a scale is written line by line. */
  lines: string;
  bold: boolean;
  indent: number;
  kind: 'text' | 'number' | 'date';
  /** Where the covering cell starts; its own place when nothing covers it. */
  top: number;
  left: number;
  colSpan: number;
}

export type Grid = GridCell[][];

const BLANK: Omit<GridCell, 'top' | 'left'> = {
  text: '',
  lines: '',
  bold: false,
  indent: 0,
  kind: 'text',
  colSpan: 1,
};

/** More columns than any table of criteria has; a table that claims more is cut there. */
const MOST_COLUMNS = 200;

/** Spreads spans out, so that every row has the same columns. Linear in the cells of the result. */
export function spreadTable(table: SourceTable): Grid {
  const grid: Grid = table.rows.map(() => []);
  table.rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column]) column += 1;
      if (column >= MOST_COLUMNS) break;
      column += place(grid, row, column, cell);
    }
  });
  const width = grid.reduce((most, cells) => Math.max(most, cells.length), 0);
  grid.forEach((cells, row) => {
    for (let column = 0; column < width; column += 1)
      cells[column] ??= { ...BLANK, top: row, left: column };
  });
  return grid;
}

/** @returns how many columns the cell took */
function place(grid: Grid, row: number, column: number, cell: SourceCell): number {
  const across = clamp(cell.colSpan, MOST_COLUMNS - column);
  const down = clamp(cell.rowSpan, grid.length - row);
  const placed: GridCell = {
    text: tidyText(cell.text),
    lines: tidyLines(cell.text),
    bold: cell.bold ?? false,
    indent: cell.indent ?? 0,
    kind: cell.kind ?? 'text',
    top: row,
    left: column,
    colSpan: across,
  };
  for (let r = row; r < row + down; r += 1) {
    const cells = grid[r];
    for (let c = column; cells && c < column + across; c += 1) cells[c] ??= placed;
  }
  return across;
}

function clamp(span: number | undefined, most: number): number {
  const wanted = Math.floor(span ?? 1);
  return Math.max(1, Math.min(Number.isFinite(wanted) ? wanted : 1, most));
}

/** One line, composed letters, one kind of blank; dashes, quotes and capitals as printed. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same line by line; empty lines are dropped. */
export function tidyLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\v\u2028\u2029]/)
    .map(tidyText)
    .filter((line) => line !== '')
    .join('\n');
}
