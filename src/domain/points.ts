/**
 * Points: exact decimals. Scores, maxima, deductions and ratios are never binary floats inside the
 * core; they come in as text (or as a cell's double, read at its 15 significant digits, which is what
 * a spreadsheet shows) and leave as text.
 *
 * Rounding happens once, at the edge that shows a number, and is half-up (decision 001).
 */
import { Big } from 'big.js';

export type Points = Big;

/** Digits kept in a division: far beyond what any sheet shows, so rounding happens once, at the end. */
Big.DP = 30;
Big.RM = Big.roundHalfUp;

/** Reads canonical decimal text ("23.41") or a cell's number. Throws on anything else: a bug, not input. */
export function points(value: string | number): Points {
  return typeof value === 'number' ? new Big(fifteenDigits(value)) : new Big(value);
}

export const ZERO: Points = new Big(0);

export function sumPoints(parts: Iterable<Points>): Points {
  let total = ZERO;
  for (const part of parts) total = total.plus(part);
  return total;
}

/** The sum of those that are known; null when none is: nothing entered is not zero. */
export function sumKnown(parts: Iterable<Points | null | undefined>): Points | null {
  const known = [...parts].filter((part) => part !== null && part !== undefined);
  return known.length === 0 ? null : sumPoints(known);
}

/** Half-up to `decimals` places. */
export function roundPoints(value: Points, decimals: number): Points {
  return value.round(decimals, Big.roundHalfUp);
}

/** Canonical text: a dot, no exponent, no trailing zeros ("23.41", "0.4", "2"). */
export function pointsText(value: Points): string {
  return value
    .toFixed()
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** `part / whole` in percent, unrounded; null when the whole is zero. */
export function percentOf(part: Points, whole: Points): Points | null {
  return whole.eq(ZERO) ? null : part.times(100).div(whole);
}

/** The cell's number for a spreadsheet: the nearest double. */
export function cellNumber(value: Points): number {
  return Number(value.toFixed());
}

/** Excel shows, and means, 15 significant digits: 0.1+0.2 is 0.3 to the person who reads the cell. */
function fifteenDigits(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  return new Big(value.toPrecision(15)).toFixed();
}
