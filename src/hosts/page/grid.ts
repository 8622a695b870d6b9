/**
 * What the page host needs of a grid: to draw a workbook, to calculate, to show a cell, and to tell what
 * a person did. The grid is a picture of the file and keeps nothing of its own; whatever a person
 * changes in it is told at once, and what is not told is not kept.
 */
import type { Area, CellAt } from '../../workbook/address';
import type { CellWrite } from '../../workbook/patch';
import type { CellValue } from '../../workbook/snapshot';
import type { WorkbookView } from '../../workbook/view';

export interface GridEdit {
  sheet: string;
  at: CellAt;
  write: CellWrite;
}

/** A change of shape that a person asked for; told before it happens, and drawn from the file after. */
export type GridShape =
  | { kind: 'rowHeight'; sheet: string; first: number; heights: number[] }
  | { kind: 'columnWidth'; sheet: string; first: number; widths: number[] }
  | { kind: 'insertRows'; sheet: string; before: number; count: number }
  | { kind: 'deleteRows'; sheet: string; first: number; count: number };

export interface GridListener {
  edited(edits: GridEdit[]): void;
  shaped(shape: GridShape): void;
  /** Values of formulas that the grid has just calculated. */
  computed(sheet: string, cells: { at: CellAt; value: CellValue }[]): void;
  activated(sheet: string): void;
  selected(sheet: string, area: Area): void;
  /** A person tried what only Excel can do to the file. */
  refused(): void;
  /** Asked before a person starts to type into a cell. */
  mayEdit(sheet: string, at: CellAt): boolean;
}

export interface Grid {
  /** Draws all of it, keeping what was selected and scrolled to where the sheet is still there. */
  draw(view: WorkbookView): void;
  /** Calculates every formula again. */
  recalculate(): void;
  /** Takes what is being typed into a cell, and waits until no calculation is due. */
  settled(): Promise<void>;
  select(sheet: string, at: CellAt): void;
  /** What a cell shows now; cheap, whatever the size of the workbook. */
  cell(sheet: string, at: CellAt): { value: CellValue; formula: string | null };
  listen(listener: GridListener): void;
  /** Gives the keyboard to the grid. */
  focus(): void;
}
