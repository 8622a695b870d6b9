/**
 * What the page host needs of a grid: to draw a workbook, to calculate, to show a cell, and to tell what
 * a person did. The grid is a picture of the file and keeps nothing of its own; whatever a person
 * changes in it is told at once, and what is not told is not kept.
 */
import type { Area, CellAt } from '../../workbook/address';
import type { CellWrite, Change } from '../../workbook/patch';
import type { CellValue } from '../../workbook/snapshot';
import type { WorkbookView } from '../../workbook/view';

export interface GridEdit {
  sheet: string;
  at: CellAt;
  write: CellWrite;
}

/** Rows or columns that a person has made larger or smaller. */
export type GridShape = Extract<Change, { kind: 'rowHeight' | 'columnWidth' }>;

export interface GridListener {
  edited(edits: GridEdit[]): void;
  shaped(shapes: GridShape[]): void;
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
  /**
   * Draws all of it.
   * @param place whether what was selected and scrolled to is shown again where the sheet is still there
   */
  draw(view: WorkbookView, place?: 'kept' | 'dropped'): void;
  /** Makes rows this tall, in points, without telling of it. */
  setRowHeights(sheet: string, heights: ReadonlyMap<number, number>): void;
  /** Calculates every formula again. */
  recalculate(): void;
  /** Waits until no calculation is due. What is still being typed stays with the person. */
  settled(): Promise<void>;
  /** Takes what is being typed into a cell, as if Enter had been pressed. */
  endEntry(): Promise<void>;
  select(sheet: string, at: CellAt): void;
  /** What is selected now, the first area first; null before anything is drawn. */
  selection(): { sheet: string; areas: readonly Area[] } | null;
  /** What a cell shows now; cheap, whatever the size of the workbook. */
  cell(sheet: string, at: CellAt): { value: CellValue; formula: string | null };
  listen(listener: GridListener): void;
  /** Gives the keyboard to the grid. */
  focus(): void;
}
