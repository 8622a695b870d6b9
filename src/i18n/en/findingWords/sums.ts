/** Findings about deductions and sums, in English. */
import type { FindingParams, FindingWords } from '../../findingText';
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
  'deduction-sign': {
    title: 'A deduction of the other sign',
    message: (p, cell) =>
      `${at(cell)}the deduction is ${num(p, 'value')}, while the sheet writes ${p['convention'] === 'negative' ? 'negative' : 'positive'} figures; it must be ${num(p, 'expected')}.`,
    why: 'Mixed signs make the total of deductions wrong.',
    action: 'Change the sign (this can be done for you).',
    example: 'The column says −1.15, −0.5, and one cell 0.45.',
  },
  'total-wrong': {
    title: 'A total does not agree',
    message: (p, cell, related) =>
      `${at(cell)}the total of the ${role(p)} is ${num(p, 'value')}; added up it makes ${num(p, 'sum')}, a difference of ${num(p, 'difference')}${causeOfTotal(p)}${cells(related)}.`,
    why: 'The total is what goes into reports and into the index.',
    action: 'Check the rows that were added, then put a formula in place of the figure.',
    example: 'The total says 88.46, the areas make 88.23.',
  },
  'sum-off-by-rounding': {
    title: 'A total off by rounding',
    message: (p, cell) =>
      `${at(cell)}the ${role(p)} is ${num(p, 'value')}; added up it makes ${num(p, 'sum')}, a difference of ${num(p, 'difference')} that rounding may have made.`,
    why: 'The difference is within rounding, yet a reader who adds will see it.',
    action: 'Check the unrounded figures; correct the total if it was added from rounded ones.',
    example: 'The total says 86.33, the areas make 86.34.',
  },
  'base-below-maxima': {
    title: 'The base is less than the rows make',
    message: (p, cell) =>
      `${at(cell)}the base is ${num(p, 'value')}, less than the maxima of the rows that were assessed (${num(p, 'sum')}).`,
    why: 'A base that is too small pushes the index up.',
    action: 'Check which criteria were not assessed, and correct the base.',
    example: 'It says 79 while the criteria assessed make 80.',
  },
  'base-counts-unassessed': {
    title: 'The base holds rows that are not assessed',
    message: (p, cell) =>
      `${at(cell)}the base is ${num(p, 'value')} and still holds ${p['codes'] ?? ''}, which does not apply or is not assessed this period; the rows that are assessed make ${num(p, 'sum')}.`,
    why: 'A base that is too large pulls the index down.',
    action:
      'Run “Tính điểm trừ” to update formulas that the product wrote; in others, take those rows out.',
    example: 'It says 8 while criterion 2.1 (5 points) does not apply; it should be 3.',
  },
  'index-wrong': {
    title: 'The index does not agree',
    message: (p, cell) =>
      `${at(cell)}the index is ${num(p, 'value')}; base ${num(p, 'base')} and deductions ${num(p, 'lost')} make ${num(p, 'expected')}%.`,
    why: 'The index is what is published and ranked.',
    action: 'Check base and appraised scores, then compute it again.',
    example: '(79 − 23.41) ÷ 79 = 70.37%, the sheet says 71.37%.',
  },
};

function causeOfTotal(p: FindingParams): string {
  if (p['cause'] === 'parents') return '; parents seem to be counted beside their parts';
  if (p['cause'] === 'unassessed')
    return `; it counts ${p['code'] ?? ''}, not assessed this period`;
  if (p['cause'] === 'omits') return `; the row ${p['code'] ?? ''} seems to be left out`;
  return p['cause'] === 'twice' ? `; the row ${p['code'] ?? ''} seems to be counted twice` : '';
}
