/**
 * What stands in a column of the table, in figures: it confirms or contradicts what the header says. Codes
 * look like codes, names are words, scores are numbers and do not exceed the max.
 */
import { codeShape, normaliseCode } from '../../domain/text/code';
import { readNumber } from '../../domain/text/readNumber';
import { isCellError } from '../snapshot';
import type { Grid } from './grid';

export interface ColumnData {
  /** Cells that hold anything, those that read as one number, as a code, as words. */
  filled: number;
  numbers: number;
  codes: number;
  words: number;
  /** Codes with a dot, roman numerals and letters: a running number has none. */
  structured: number;
  letters: number;
}

/** Rows looked at: enough to know a column by. */
const MOST_ROWS = 300;

/** @param last exclusive */
export function readColumnData(
  grid: Grid,
  column: number,
  first: number,
  last: number,
): ColumnData {
  const data = { filled: 0, numbers: 0, codes: 0, words: 0, structured: 0, letters: 0 };
  for (let row = first; row < Math.min(last, first + MOST_ROWS); row += 1) {
    const text = grid.text(row, column).trim();
    if (text === '' || isCellError(grid.value(row, column))) continue;
    data.filled += 1;
    const shape = codeShape(normaliseCode(text));
    if (shape !== 'other' && shape !== 'none') data.codes += 1;
    if (/[.]\d/.test(text) || shape === 'roman' || shape === 'capital') data.structured += 1;
    if (numberIn(grid, row, column) !== null) data.numbers += 1;
    if (/\p{L}{2}/u.test(text) && shape !== 'roman') data.words += 1;
    data.letters += text.length;
  }
  return data;
}

/** The number that a cell holds or spells; null for anything else. */
export function numberIn(grid: Grid, row: number, column: number): number | null {
  const value = grid.value(row, column);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  const reading = readNumber(value);
  return reading.kind === 'number' || reading.kind === 'percent' ? Number(reading.points) : null;
}

/** In how many rows the first column is above the second, of those where both have a number. */
export function countAbove(
  grid: Grid,
  column: number,
  bound: number,
  first: number,
  last: number,
): { above: number; both: number } {
  let above = 0;
  let both = 0;
  for (let row = first; row < Math.min(last, first + MOST_ROWS); row += 1) {
    const one = numberIn(grid, row, column);
    const other = numberIn(grid, row, bound);
    if (one === null || other === null) continue;
    both += 1;
    if (one > other) above += 1;
  }
  return { above, both };
}
