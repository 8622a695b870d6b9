/** The texts of every finding, by code, in English. Cut by subject, put together here. */
import type { FindingTexts } from '../findingText';
import { codeWords } from './findingWords/codes';
import { evidenceWords } from './findingWords/evidence';
import { figureWords } from './findingWords/figures';
import { reviewWords } from './findingWords/review';
import { structureWords } from './findingWords/structure';
import { sumWords } from './findingWords/sums';
import { textWords } from './findingWords/texts';
import { unitWords } from './findingWords/units';

export const findingMessages: FindingTexts = {
  ...figureWords,
  ...codeWords,
  ...sumWords,
  ...structureWords,
  ...reviewWords,
  ...evidenceWords,
  ...unitWords,
  ...textWords,
};
