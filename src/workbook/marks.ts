/**
 * Marks in a sheet: a fill and a note on the cells that findings speak of. Rule kept here: they are known
 * by what they are, not by where they were put, so that removal finds every one of them after rows moved,
 * were sorted or copied; and neither touches what a cell has of its own (decision 090).
 */
import type { CellAt } from './address';

export interface Mark {
  at: CellAt;
  /** "#RRGGBB", laid over the cell's own fill. */
  color: string;
  /** Begins with `MARK_TITLE`. A cell that has a note or comment of its own keeps that instead. */
  note: string;
}

/** First line of every note of ours, and its author where notes have one. */
export const MARK_TITLE = 'Bảng điểm CCHC';

/** The condition of our conditional formats: always true, and nobody else's. Without "=". */
export const MARK_CONDITION = 'N("CCHC")=0';

/** A program may write it with blanks of its own. */
export function isMarkCondition(formula: string): boolean {
  return formula.replace(/^=|\s/g, '').toUpperCase() === MARK_CONDITION.toUpperCase();
}

export function isMarkNote(text: string): boolean {
  return text.normalize('NFC').trimStart().startsWith(MARK_TITLE);
}
