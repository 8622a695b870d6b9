/**
 * Which score a ratio makes: ratio × max, as people round it. Sheets mix half-up and cutting, so both
 * explain a score, and so does anything within a hundredth; a council's score is never corrected.
 */
import { Big } from 'big.js';
import { points, roundPoints, type Points } from '../../points';

/** Beyond this a score and what its evidence makes are said to differ. */
export const SCORE_TOLERANCE = points('0.01');

export type Rounding = 'exact' | 'halfUp' | 'cut' | 'both' | 'near';

/** @returns how the score comes from the exact figure; null when it does not */
export function explainScore(exact: Points, score: Points): Rounding | null {
  if (score.eq(exact)) return 'exact';
  const isHalfUp = score.eq(roundPoints(exact, 2));
  const isCut = score.eq(cutPoints(exact, 2));
  if (isHalfUp && isCut) return 'both';
  if (isHalfUp) return 'halfUp';
  if (isCut) return 'cut';
  return score.minus(exact).abs().lte(SCORE_TOLERANCE) ? 'near' : null;
}

export function cutPoints(value: Points, decimals: number): Points {
  return value.round(decimals, Big.roundDown);
}
