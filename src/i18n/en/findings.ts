/** The texts of every finding, by code, in English. Cut by subject, put together here. */
import type { FindingTexts } from '../findingText';
import { codeWords } from './findingWords/codes';
import { figureWords } from './findingWords/figures';
import { reviewWords } from './findingWords/review';
import { sumWords } from './findingWords/sums';

export const findingMessages: FindingTexts = {
  ...figureWords,
  ...codeWords,
  ...sumWords,
  ...reviewWords,
};
