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
  'cut-without-opinion': {
    title: 'A cut without an opinion',
    message: (p, cell, related) =>
      `${at(cell)}the council cut ${num(p, 'cut')} points (from ${num(p, 'self')} to ${num(p, 'appraised')})${cells(related)} and gives no opinion.`,
    why: 'The unit is entitled to know why, so as to explain.',
    action: 'Add the reason to the opinion.',
    example: 'Self-score 1, appraised 0.5, no opinion.',
  },
  'opinion-without-cut': {
    title: 'The opinion finds fault, and nothing is cut',
    message: (p, cell, related) =>
      `${at(cell)}the opinion finds fault, while the appraised score is the full ${num(p, 'max')}${cells(related)}.`,
    why: 'Words and points contradict: a cut was forgotten, or the opinion belongs to another row.',
    action: 'Confirm the score and the opinion.',
    example: 'Opinion “Thiếu TLKC” (evidence missing), appraised 1 of 1.',
  },
  'opinion-disagrees': {
    title: 'The opinion disagrees, and the score stays',
    message: (p, cell, related) =>
      `${at(cell)}the opinion disagrees with the self-score, yet the appraised score is the same (${num(p, 'self')})${cells(related)}.`,
    why: 'The council may have forgotten to change the score.',
    action: 'Confirm the appraised score.',
    example: 'Opinion “Không đồng ý” (disagreed), self-score 0.8, appraised 0.8.',
  },
  'opinion-agrees-but-cut': {
    title: 'The opinion agrees, and the score is cut',
    message: (p, cell, related) =>
      `${at(cell)}the opinion agrees with the self-score ${num(p, 'self')}, yet the appraised score is ${num(p, 'appraised')}${cells(related)}.`,
    why: 'Words and points contradict.',
    action: 'Confirm the score and the opinion.',
    example: 'Opinion “Đồng ý với kết quả tự đánh giá” (agreed), self-score 1, appraised 0.5.',
  },
  'explanation-missing': {
    title: 'A cut that the unit did not explain',
    message: (p, cell, related) =>
      `${at(cell)}${num(p, 'cut')} points were cut in round 1${cells(related)}, and there is no explanation.`,
    why: 'Other criteria were explained; this one may have been overlooked.',
    action: 'Explain, or state that the unit accepts the score.',
    example: 'Self-score 2, round 1 gives 1.5, no explanation.',
  },
  'round2-without-round1': {
    title: 'Round 2 without round 1',
    message: (p, cell, related) =>
      `${at(cell)}no score of round 1 is given, while round 2 says ${num(p, 'score')}${cells(related)}.`,
    why: 'Round 2 looks again at round 1; without it nobody knows what changed.',
    action: 'Add the score of round 1, or move the score there.',
    example: 'Round 1 is blank, round 2 says 0.8.',
  },
};
