/** Findings about the council's work, in English. */
import type { FindingWords } from '../../findingText';
import type { reviewWords as vietnamese } from '../../vi/findingWords/review';
import { at, cells, num } from './say';

export const reviewWords: Record<keyof typeof vietnamese, FindingWords> = {
  'appraised-above-self': {
    title: 'Appraised above the self-score',
    message: (p, cell, related) =>
      `${at(cell)}the appraised score ${num(p, 'appraised')} is above the self-score ${num(p, 'self')}${cells(related)}.`,
    why: 'A council confirms or cuts; a higher score may have gone into the wrong cell.',
    action: 'Ask the council; if it is right, state the reason in the opinion.',
    example: 'Self-score 0.5, appraised 0.8.',
  },
  'deduction-without-opinion': {
    title: 'Points lost without an opinion',
    message: (p, cell, related) =>
      `${at(cell)}the criterion lost ${num(p, 'loss')} points${cells(related)}, and the council gives no opinion.`,
    why: 'Without a reason the unit can neither explain nor remedy.',
    action: 'Add the opinion; where the council agrees with the self-score, say so.',
    example: 'Maximum 1, self-score 0, appraised 0, no opinion.',
  },
  'deduction-without-responsible': {
    title: 'Points lost without a responsible unit',
    message: (p, cell, related) =>
      `${at(cell)}the criterion lost ${num(p, 'loss')} points${cells(related)}, and no unit is to remedy it.`,
    why: 'Where no unit is named nobody remedies, and the points are lost again.',
    action: 'Name the leading unit and those that support it.',
    example: 'Criterion 6.1.4 lost 0.5 points; no unit is named.',
  },
};
