/** Findings about arithmetic, documents and dates inside the texts, in English. */
import type { FindingWords } from '../../findingText';
import type { evidenceWords as vietnamese } from '../../vi/findingWords/evidence';
import { at, cells, num, word } from './say';

export const evidenceWords: Record<keyof typeof vietnamese, FindingWords> = {
  'evidence-percent-wrong': {
    title: 'A percentage does not agree',
    message: (p, cell) =>
      `${at(cell)}${word(p, 'ratio')} is ${num(p, 'actual')}%, not ${num(p, 'stated')}%${p['meant'] ? ` (${num(p, 'stated')}% would be ${p['meant']})` : ''}.`,
    why: 'One of the two is wrong, and the score was given by the wrong one.',
    action: 'Look at the evidence; correct the counts or the percentage.',
    example: '“4/9 tasks, 55.56%”: 4/9 is 44.44%.',
  },
  'evidence-parts-exceed': {
    title: 'Parts exceed their whole',
    message: (p, cell) =>
      `${at(cell)}${word(p, 'first')} and ${word(p, 'second')} make ${num(p, 'sum')}/${num(p, 'whole')}.`,
    why: 'What was done and what was not cannot exceed the whole.',
    action: 'Look at the evidence and correct the figures.',
    example: '“9/14 remedied and 6/14 not” makes 15/14.',
  },
  'evidence-percent-over-100': {
    title: 'A percentage above 100',
    message: (p, cell) => `${at(cell)}${num(p, 'stated')}% is above 100%.`,
    why: 'A part of a whole cannot exceed 100%.',
    action: 'Check the counts.',
    example: '“112.5% of files on time”.',
  },
  'evidence-formula-wrong': {
    title: 'A stated sum does not hold',
    message: (p, cell) =>
      `${at(cell)}it says ${word(p, 'left')} = ${word(p, 'right')}; worked out it is ${num(p, 'actual')}${word(p, 'unit')}.`,
    why: 'The score was given by a wrong sum.',
    action: 'Work it out again; correct the figures or the result.',
    example: '“(8/112)*1 = 0.7” (right: 0.07).',
  },
  'evidence-score-differs': {
    title: 'The score does not follow from the opinion’s figures',
    message: (p, cell, related) =>
      p['kind'] === 'stated'
        ? `${at(cell)}the appraised score is ${num(p, 'score')}, while the opinion says ${word(p, 'basis')}${cells(related)}.`
        : `${at(cell)}${word(p, 'basis')} × ${num(p, 'max')} = ${num(p, 'expected')}${p['cut'] === p['expected'] ? '' : ` (or ${num(p, 'cut')} when cut)`}, while the appraised score is ${num(p, 'score')}${cells(related)}.`,
    why: 'The unit will work it out again from the figures that are given.',
    action: 'Ask the council how it was computed; a council’s score is never corrected here.',
    example: '“9/14 remedied”, maximum 1, score 0.85.',
  },
  'rounding-mixed': {
    title: 'Rounding is not uniform',
    message: (p, _, related) =>
      `Some criteria are rounded half-up (${word(p, 'halfUp')}), others are cut (${word(p, 'cut')})${cells(related)}.`,
    why: 'Small differences, but a unit may ask why.',
    action: 'Choose one way for the whole sheet; scores given are not changed here.',
    example: '0.398 became 0.4, yet 0.857 became 0.85.',
  },
  'document-two-dates': {
    title: 'One document with two dates',
    message: (p, cell, related) =>
      `${at(cell)}document ${word(p, 'document')} is dated ${word(p, 'date')} here and ${word(p, 'other')} elsewhere${cells(related)}.`,
    why: 'With a wrong date the document cannot be found.',
    action: 'Look at the document and use one date.',
    example: 'Plan 46/KH-UBND of 22/02/2022 and of 22/02/2023.',
  },
  'date-after-period': {
    title: 'A date after the period',
    message: (p, cell) =>
      `${at(cell)}the date ${word(p, 'date')} lies well after the period (${word(p, 'period')}), which ended on ${word(p, 'end')}.`,
    why: 'What was done after the period does not count in it; or the date was mistyped.',
    action: 'Check the date.',
    example: 'A sheet of the first half of 2023 says “by 6/12/2023”.',
  },
};
