/** Findings about responsible units, in English. */
import type { FindingWords } from '../../findingText';
import type { unitWords as vietnamese } from '../../vi/findingWords/units';
import { at, cells, word } from './say';

export const unitWords: Record<keyof typeof vietnamese, FindingWords> = {
  'unit-unknown': {
    title: 'No unit can be read',
    message: (p, cell) => `${at(cell)}no unit was recognised in “${word(p, 'text')}”.`,
    why: 'Without a unit nothing can be assigned.',
    action: 'Name the unit at the head of the sentence, or confirm it under Phân công.',
    example: '“To be done as planned”, with no unit.',
  },
  'unit-spellings': {
    title: 'One unit, several spellings',
    message: (p, cell, related) =>
      `${at(cell)}the unit “${word(p, 'name')}” is also written: ${word(p, 'aliases')}${cells(related)}.`,
    why: 'Each spelling is easily counted as a unit of its own.',
    action: 'Use one name in the whole sheet.',
    example: '“Phòng Văn Hóa và Thông tin” and “Phòng Văn hóa và Thông tin”.',
  },
  'unit-no-lead': {
    title: 'Nobody leads',
    message: (p, cell) =>
      `${at(cell)}units only support or monitor (${word(p, 'units')}); none leads or implements.`,
    why: 'Where nobody leads nobody answers for the result.',
    action: 'Name the unit that leads.',
    example: '“In support of the office”, with no leading unit.',
  },
  'unit-group-unnamed': {
    title: 'A group without names',
    message: (p, cell, related) =>
      `${at(cell)}${word(p, 'count')} criteria are given to the groups “${word(p, 'group')}” alone, and no unit is named${cells(related)}.`,
    why: 'What is given to all is hard to follow up.',
    action: 'Name each unit, or at least one that leads.',
    example: '“All departments; the people’s committees of communes”.',
  },
};
