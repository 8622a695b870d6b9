/** Findings about how texts are written, in English. */
import type { FindingWords } from '../../findingText';
import type { textWords as vietnamese } from '../../vi/findingWords/texts';
import { at, word } from './say';

export const textWords: Record<keyof typeof vietnamese, FindingWords> = {
  'text-markup': {
    title: 'Leftovers of HTML',
    message: (p, cell) => `${at(cell)}leftovers of HTML: “${word(p, 'example')}”.`,
    why: 'They show in print and in letters.',
    action: 'Remove them (this can be done for you).',
    example: '“<p>Đã ban hành Kế hoạch</p>”.',
  },
  'text-latex': {
    title: 'Leftovers of LaTeX',
    message: (p, cell) => `${at(cell)}leftovers of LaTeX: “${word(p, 'example')}”.`,
    why: 'They make the text hard to read.',
    action: 'Write the sum in plain figures (a proposal is at hand).',
    example: '“$10/29=34.48\\%$”.',
  },
  'text-decomposed': {
    title: 'Letters and marks taken apart',
    message: (p, cell) =>
      `${at(cell)}letters are stored apart from their marks (decomposed Unicode): “${word(p, 'example')}”.`,
    why: 'It looks the same, but search, filter and lookup do not find it.',
    action: 'Compose them (this can be done for you).',
    example: 'Text copied from a Mac or a PDF.',
  },
  'text-double-blanks': {
    title: 'Doubled blanks',
    message: (p, cell) => `${at(cell)}doubled blanks: “${word(p, 'example')}”.`,
    why: 'They stretch lines and spoil search.',
    action: 'Remove them (this can be done for you).',
    example: '“Phòng␣␣Nội vụ”.',
  },
  'text-line-break': {
    title: 'A line broken in mid-sentence',
    message: (p, cell) => `${at(cell)}a line is broken in mid-sentence: “${word(p, 'example')}”.`,
    why: 'In another width, or in a letter, the sentence breaks in the wrong place.',
    action: 'Join the lines (a proposal is at hand).',
    example: '“Mức độ thực hiện⏎kế hoạch CCHC”.',
  },
  'text-tone': {
    title: 'A tone mark on the wrong letter',
    message: (p, cell) => `${at(cell)}a tone mark is on the wrong letter: “${word(p, 'example')}”.`,
    why: 'A slip of spelling in an official text; search does not find it either.',
    action: 'Correct the mark (this can be done for you).',
    example: '“Qúy” (right: “Quý”), “hòan” (right: “hoàn”).',
  },
};
