/** Findings about codes, in English. */
import type { FindingWords } from '../../findingText';
import type { codeWords as vietnamese } from '../../vi/findingWords/codes';
import { at, cells, word } from './say';

export const codeWords: Record<keyof typeof vietnamese, FindingWords> = {
  'code-duplicate': {
    title: 'A code is used twice',
    message: (p, cell, related) =>
      `${at(cell)}the code of “${word(p, 'name')}” is also that of “${word(p, 'other')}”${cells(related)}.`,
    why: 'Two rows of one code are counted twice or compared with the wrong row.',
    action: 'Compare with the framework and correct the code of the wrong row.',
    example: 'Two rows say 3.2.',
  },
  'code-damaged': {
    title: 'A code was damaged by the spreadsheet',
    message: (p, cell) =>
      p['kind'] === 'date'
        ? `${at(cell)}the code became a date (${word(p, 'text')})${meant(p['meant'])}.`
        : `${at(cell)}the code “${word(p, 'text')}” is out of place; it seems to have lost its last 0${meant(p['meant'])}.`,
    why: 'A spreadsheet takes codes for numbers or dates: 3.10 becomes 3.1, 12.1 becomes 12 January.',
    action: 'Set the format of the code column to Text and write the code again.',
    example: '3.1 after 3.9: it must be 3.10.',
  },
  'code-not-text': {
    title: 'A code stored as a number',
    message: (p, cell) =>
      `${at(cell)}the code ${word(p, 'meant')} is stored as a number, not as text.`,
    why: 'As a number it loses a last 0 (3.10 becomes 3.1) and its dot may become a comma.',
    action: 'Turn it into text (this can be done for you).',
    example: 'The code 1.2 stands at the right of a cell of format General.',
  },
  'code-blanks': {
    title: 'A code with stray blanks',
    message: (_, cell) => `${at(cell)}the code has stray blanks before, after or inside it.`,
    why: 'Blanks cannot be seen, and spoil lookups by formula.',
    action: 'Remove them (this can be done for you).',
    example: '“1.2 ” instead of “1.2”.',
  },
  'code-order': {
    title: 'A code out of order',
    message: (p, cell, related) =>
      p['after'] === undefined
        ? `${at(cell)}the code ${word(p, 'text')} is out of order.`
        : `${at(cell)}the code ${word(p, 'text')} is out of order; it belongs right after ${word(p, 'after')}${cells(related)}.`,
    why: 'A row out of place is easily added to another area; or the code was mistyped.',
    action: 'Correct the code, or move the row to its place.',
    example: '1.4 stands before 1.3.',
  },
  'code-gap': {
    title: 'A code is skipped',
    message: (p, cell) =>
      `${at(cell)}before the code ${word(p, 'text')}, ${word(p, 'missing')} is missing.`,
    why: 'A row of the framework may be lost, or a code was mistyped.',
    action: 'Compare with the framework; add the row or correct the code.',
    example: '2.5 after 2.3.',
  },
  'code-orphan': {
    title: 'A criterion without its parent',
    message: (p, cell) =>
      `${at(cell)}the table has ${word(p, 'text')} and no row ${word(p, 'parent')}.`,
    why: 'Without the parent nothing can be summed by area and criterion.',
    action: 'Add the parent’s row or correct the code.',
    example: '3.10.1 and 3.10.2 without 3.10.',
  },
};

function meant(code: string | undefined): string {
  return code === undefined ? '' : `; it must be ${code}`;
}
