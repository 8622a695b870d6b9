/** Findings about figures and scores, in English. */
import type { FindingWords } from '../../findingText';
import type { figureWords as vietnamese } from '../../vi/findingWords/figures';
import { at, cells, num, role, word } from './say';

export const figureWords: Record<keyof typeof vietnamese, FindingWords> = {
  'figure-error': {
    title: 'A score cell shows an error',
    message: (p, cell) => `${at(cell)}the ${role(p)} shows the error ${word(p, 'text')}.`,
    why: 'One error spoils every total that uses the cell.',
    action: 'Check the formula and the cells it refers to, or enter the score again.',
    example: 'An appraised score shows #REF! because the row it referred to was deleted.',
  },
  'figure-not-number': {
    title: 'A score cell holds no number',
    message: (p, cell) => `${at(cell)}the ${role(p)} is “${word(p, 'text')}”, which is no number.`,
    why: 'A spreadsheet passes over words when it adds, so the total is short and nothing says so.',
    action: 'Enter the score as a number; move the words to the opinion or the notes.',
    example: 'The self-score says “đạt” (met) instead of 2.',
  },
  'figure-date': {
    title: 'A score became a date',
    message: (p, cell) => `${at(cell)}the ${role(p)} is a date (${word(p, 'text')}).`,
    why: 'A spreadsheet may turn “2.3” or “1/2” into a date; the cell then holds a very large number.',
    action: 'Set the format of the cell to Number and enter the score again with a decimal comma.',
    example: 'Typing 2.3 leaves 02/03/2026.',
  },
  'figure-percent': {
    title: 'A score cell holds a percentage',
    message: (p, cell) =>
      `${at(cell)}the ${role(p)} is a percentage (${word(p, 'text')}), while this column holds points.`,
    why: 'Percentages cannot be added to points: 85% counts as 0.85.',
    action: 'Enter the points; state the percentage in the opinion.',
    example: 'The appraised score says “97,9%”.',
  },
  'figure-numeric-text': {
    title: 'A number stored as text',
    message: (p, cell) =>
      `${at(cell)}the ${role(p)} “${word(p, 'text')}” is text; it reads ${num(p, 'value')}.`,
    why: 'SUM passes over numbers stored as text, so the total is short.',
    action: 'Turn it into a number (this can be done for you).',
    example: 'A self-score typed “0.25” among cells like “2,3”.',
  },
  'figure-ambiguous': {
    title: 'A number that reads two ways',
    message: (p, cell) =>
      `${at(cell)}the ${role(p)} “${word(p, 'text')}” may be ${word(p, 'candidates').replace(';', ' or ')}; ${num(p, 'value')} is proposed.`,
    why: 'The dot may be a decimal mark or group thousands; the wrong reading is a thousand times off.',
    action: 'Look at the evidence, choose the right number and enter it with a decimal comma.',
    example: 'Is “14.678” 14678 or 14.678?',
  },
  'score-below-zero': {
    title: 'A score below 0',
    message: (p, cell) => `${at(cell)}the ${role(p)} is ${num(p, 'score')}, below 0.`,
    why: 'A criterion scores 0 at the least; deductions have a column of their own.',
    action: 'Enter the points reached; move a deduction to its own column.',
    example: 'An appraised score of −0.5.',
  },
  'score-above-max': {
    title: 'A score above the maximum',
    message: (p, cell, related) =>
      `${at(cell)}the ${role(p)} ${num(p, 'score')} is above the maximum ${num(p, 'max')}${cells(related)}.`,
    why: 'No criterion may score more than its maximum.',
    action: 'Compare with the framework; correct the score or the maximum.',
    example: 'Maximum 2, self-score 2.5.',
  },
  'score-missing': {
    title: 'A score is missing',
    message: (p, cell) => `${at(cell)}no ${role(p)} is given (maximum ${num(p, 'max')}).`,
    why: 'A blank counts as 0, which makes the total and the index wrong.',
    action:
      'Enter the score, even if it is 0; write “Chưa đánh giá” or “Không áp dụng” where it is not assessed.',
    example: 'Criterion 1.2 has no appraised score while all others have.',
  },
  'scores-not-entered': {
    title: 'No scores entered yet',
    message: (p) => `The column of the ${role(p)} is blank for all ${word(p, 'count')} criteria.`,
    why: 'Without scores there is nothing to check.',
    action: 'Enter the scores, then check again.',
    example: 'A sheet that was just made from a framework.',
  },
  'max-missing': {
    title: 'A maximum is missing',
    message: (_, cell) => `${at(cell)}the criterion has no maximum.`,
    why: 'Without it neither the deduction nor the index can be computed.',
    action: 'Enter the maximum as the framework gives it.',
    example: 'Row 3.4 has a self-score of 3 and no maximum.',
  },
  'max-shared': {
    title: 'Several criteria share one maximum',
    message: (p, cell) =>
      `${at(cell)}the maximum ${num(p, 'value')} is merged over the criteria ${word(p, 'codes')}; how much is each one’s is not said.`,
    why: 'Without a maximum of its own the deduction of each row is computed wrongly.',
    action: 'Unmerge the cell and enter each maximum as the framework gives it.',
    example: 'A maximum of 3 merged over rows 3.5.1 and 3.5.2, which are worth 1.5 each.',
  },
  'max-differs-from-framework': {
    title: 'The maximum is not the framework’s',
    message: (p, cell) =>
      `${at(cell)}the maximum is ${num(p, 'value')}; the framework says ${num(p, 'expected')}.`,
    why: 'Maxima are issued by a decision; a wrong one makes deduction, total and index wrong.',
    action: 'Correct the maximum, or load the framework of this year.',
    example: 'Criterion 1.2 says 3, the decision says 4.',
  },
  'score-above-framework-max': {
    title: 'A score above the framework’s maximum',
    message: (p, cell) =>
      `${at(cell)}the ${role(p)} ${num(p, 'score')} is above the framework’s maximum ${num(p, 'max')}.`,
    why: 'The sheet’s own maximum was written too high, so the excess does not show.',
    action: 'Compare with the decision; correct the maximum and the score.',
    example: 'The sheet says maximum 3, score 3; the decision allows 2.',
  },
  'score-too-precise': {
    title: 'A score with too many decimals',
    message: (p, cell) =>
      `${at(cell)}the ${role(p)} ${num(p, 'score')} has ${word(p, 'decimals')} decimals (usually ${word(p, 'most')} at most).`,
    why: 'An unrounded figure makes the total that is shown differ from one added by hand.',
    action: 'Round it as the framework says, usually to two decimals.',
    example: 'An appraised score of 0.857142857 instead of 0.86.',
  },
};
