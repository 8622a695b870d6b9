/** Findings about deductions and sums, in English. */
import type { FindingWords } from '../../findingText';
import type { sumWords as vietnamese } from '../../vi/findingWords/sums';
import { at, cells, num, role } from './say';

const CAUSES: Readonly<Record<string, string>> = {
  self: ' It was computed from the self-score.',
  round1: ' It was computed from the score of round 1.',
};

export const sumWords: Record<keyof typeof vietnamese, FindingWords> = {
  'deduction-wrong': {
    title: 'The deduction does not agree',
    message: (p, cell, related) =>
      `${at(cell)}the deduction is ${num(p, 'value')}, while maximum ${num(p, 'max')} and appraised score ${num(p, 'appraised')}${cells(related)} make ${num(p, 'expected')}.${CAUSES[p['cause'] ?? ''] ?? ''}`,
    why: 'A deduction is always maximum minus appraised score, never against the self-score.',
    action: 'Check the appraised score; if it is right, take the proposed deduction.',
    example: 'Maximum 2, appraised 0.85, deduction −1.05 (right: −1.15).',
  },
  'deduction-missing': {
    title: 'A deduction is missing',
    message: (p, cell, related) =>
      `${at(cell)}no deduction is given; maximum ${num(p, 'max')} and appraised score ${num(p, 'appraised')}${cells(related)} make ${num(p, 'expected')}.`,
    why: 'A loss that is not written is missing in the total of deductions.',
    action: 'Fill it in (this can be done for you).',
    example: 'Maximum 1, appraised 0.5, no deduction.',
  },
  'parent-max-not-sum': {
    title: 'The maximum is not the sum of its parts',
    message: (p, cell, related) =>
      `${at(cell)}the maximum is ${num(p, 'value')}, its parts make ${num(p, 'sum')}${cells(related)}, a difference of ${num(p, 'difference')}.`,
    why: 'One of the maxima is wrong, or a row is missing or too many.',
    action: 'Compare row by row with the framework.',
    example: 'Area 1 says 10, its criteria make 9.5.',
  },
  'parent-sum-wrong': {
    title: 'The score is not the sum of its parts',
    message: (p, cell, related) =>
      `${at(cell)}the ${role(p)} is ${num(p, 'value')}, its parts make ${num(p, 'sum')}${cells(related)}, a difference of ${num(p, 'difference')}.`,
    why: 'The score of an area or criterion is the sum of its parts; a slip here reaches total and index.',
    action: 'Check the parts, then put a SUM formula in place of the figure.',
    example: 'Area 3 says 6.99, its criteria make 6.49.',
  },
};
