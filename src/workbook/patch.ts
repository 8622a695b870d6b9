/**
 * Patch: what to change in a workbook, as an ordered list of plain data. `plan…` functions make it,
 * hosts apply it, and applying it returns its inverse. It says nothing that a host could not do.
 *
 * Rules kept here:
 * - Text is written as text. A string value never becomes a number, a date or a formula, whatever it
 *   looks like; only `{ formula }` is a formula. Each host sees to that in its own way.
 * - A formula carries the value that the core computed for it, so that a file shows it at once and a
 *   test can hold the two against each other.
 * - `expects` is what the plan saw. A host looks again before it changes anything; if a cell differs,
 *   nothing is changed and the person plans afresh.
 */
import type { Area, CellAt } from './address';
import type { Shift } from './formulaText';
import type { Mark } from './marks';
import type { CellValue } from './snapshot';

export type CellWrite = { value: CellValue } | { formula: string; value: CellValue };

export interface CellFormat {
  numberFormat?: string;
  fontName?: string;
  /** In points. */
  fontSize?: number;
  bold?: boolean;
  italic?: boolean;
  /** "#RRGGBB". */
  fontColor?: string;
  /** "#RRGGBB", or null for none. */
  fill?: string | null;
  horizontal?: 'left' | 'center' | 'right' | 'justify' | 'general';
  vertical?: 'top' | 'middle' | 'bottom';
  wrap?: boolean;
  /** Indent level, 0…15. */
  indent?: number;
  /** All four sides of every cell in the area. */
  border?: 'thin' | 'none';
  locked?: boolean;
}

export interface NumberRule {
  kind: 'decimal';
  /** Inclusive, canonical decimal text. */
  min: string;
  max: string;
  /** Shown when the cell is selected. Title ≤ 32 characters, message ≤ 255. */
  prompt: { title: string; message: string };
  /** Shown when the entry is refused, or warned of. */
  error: { title: string; message: string };
}

export interface ListRule {
  kind: 'list';
  /** Joined ≤ 255 characters, none with a comma. */
  values: string[];
  /** False where other answers are possible too: a program warns of them, and keeps them if told so. */
  strict?: false;
  prompt: { title: string; message: string };
  error: { title: string; message: string };
}

export type ValidationRule = NumberRule | ListRule;

export interface PrintSetup {
  orientation: 'portrait' | 'landscape';
  paper: 'A4';
  fitToWidth: boolean;
  /** Rows repeated on every page, zero-based, both ends included. */
  titleRows: { first: number; last: number } | null;
  /** In centimetres. */
  margins: { top: number; bottom: number; left: number; right: number };
  /** Page number centred at the top, not on page 1 (Nghị định 30/2020/NĐ-CP). */
  pageNumbers: boolean;
}

/** Zero-based, both ends included. */
export interface RowSpan {
  first: number;
  last: number;
}

export type Change =
  /** `null` in `cells` leaves that cell as it is. */
  | { kind: 'write'; sheet: string; at: CellAt; cells: (CellWrite | null)[][] }
  | { kind: 'format'; sheet: string; area: Area; format: CellFormat }
  /** Before column `before`; references, merges, validations and names shift. */
  | { kind: 'insertColumns'; sheet: string; before: number; count: number }
  | { kind: 'deleteColumns'; sheet: string; first: number; count: number }
  | { kind: 'insertRows'; sheet: string; before: number; count: number }
  | { kind: 'deleteRows'; sheet: string; first: number; count: number }
  | { kind: 'merge'; sheet: string; area: Area }
  | { kind: 'unmerge'; sheet: string; area: Area }
  /** Width in characters of the default font, as spreadsheets count it. */
  | { kind: 'columnWidth'; sheet: string; first: number; widths: number[] }
  /** Height in points; null lets the program decide. */
  | { kind: 'rowHeight'; sheet: string; first: number; heights: (number | null)[] }
  | { kind: 'validation'; sheet: string; area: Area; rule: ValidationRule | null }
  | { kind: 'freeze'; sheet: string; rows: number; columns: number }
  | { kind: 'print'; sheet: string; setup: PrintSetup }
  /** Where exactly the rows `was` are repeated on every printed page, `rows` are instead; else nothing. */
  | { kind: 'titleRows'; sheet: string; was: RowSpan; rows: RowSpan }
  /**
   * The product's marks on a sheet, in place of all that it has (see `marks.ts`); none takes them off. Of
   * several for a sheet, only the last counts.
   */
  | { kind: 'mark'; sheet: string; marks: Mark[] }
  /** Outline level of rows, 0 (none) … 7. */
  | { kind: 'outline'; sheet: string; first: number; last: number; level: number }
  | { kind: 'newSheet'; sheet: string; visibility: 'visible' | 'veryHidden'; activate: boolean }
  | { kind: 'deleteSheet'; sheet: string }
  /**
   * What the workbook remembers (`state.ts`) becomes `text`; null: nothing is to be left of it. Others may
   * have had it remember more since it was `seen`: hosts merge by entry. Where both changed the same one,
   * the patch stops; one that yields, as undo does, leaves it to them.
   */
  | Remember
  /** What a host keeps to undo exactly what it did; plain data that only that host reads. */
  | { kind: 'restore'; sheet: string; what: string; data: unknown };

export interface Remember {
  kind: 'remember';
  /** Where it sits; never shown. */
  sheet: string;
  seen: string | null;
  text: string | null;
  yields?: true;
}

/** What a cell held when the plan was made: a constant, or a formula. */
export type Seen = CellValue | { formula: string };

export interface Expectation {
  sheet: string;
  at: CellAt;
  seen: Seen[][];
}

export interface Patch {
  changes: Change[];
  expects: Expectation[];
}

/** The rectangle that a write reaches over, cells that it leaves alone among them. */
export function writtenArea(change: Extract<Change, { kind: 'write' }>): Area {
  const { row, column } = change.at;
  const width = Math.max(...change.cells.map((line) => line.length));
  return {
    top: row,
    left: column,
    bottom: row + change.cells.length - 1,
    right: column + width - 1,
  };
}

/** Rows or columns that come or go with a change: so many (`delta`, negative when deleted) at a place. */
export function linesMovedBy(change: Change): Pick<Shift, 'axis' | 'at' | 'delta'> | null {
  switch (change.kind) {
    case 'insertColumns':
      return { axis: 'columns', at: change.before, delta: change.count };
    case 'insertRows':
      return { axis: 'rows', at: change.before, delta: change.count };
    case 'deleteColumns':
      return { axis: 'columns', at: change.first, delta: -change.count };
    case 'deleteRows':
      return { axis: 'rows', at: change.first, delta: -change.count };
    default:
      return null;
  }
}
