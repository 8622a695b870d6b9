/**
 * How people type numbers in score sheets, read without guessing: "0,85", "0.25", " 2 ", "−1,15",
 * "97, 9%". What two readings fit, and nothing decides between, stays ambiguous, with both candidates.
 */
import type { Points } from '../points';

export type NumberReading =
  | { kind: 'blank' }
  /** `style` tells which mark stood for the decimal, "none" for whole numbers. */
  | { kind: 'number'; points: Points; decimals: number; style: 'comma' | 'dot' | 'none' }
  | { kind: 'percent'; points: Points }
  /** Best candidate first. */
  | { kind: 'ambiguous'; candidates: Points[] }
  | { kind: 'notNumber' };
