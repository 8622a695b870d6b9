/** Words about columns, in English; typed by the Vietnamese file. */
import type { naming as vietnameseNaming, readings as vietnamese } from '../vi/paneColumns';
import { plural } from './plural';

export const readings: typeof vietnamese = {
  title: 'How the columns were understood',
  about: 'Which column each thing is taken from. Where it is wrong, choose another and preview.',
  unsure: 'not sure',
  unsureCount: (count) => `${plural(count, 'column')} not sure`,
  chosen: 'your choice',
  automatic: 'Recognise by itself',
  none: 'None',
  deny: 'The table has no such column',
  missing: (count) => `${plural(count, 'thing')} without a column`,
  add: 'Add a column to the table',
  addPrompt: 'Choose a column…',
  addHint: 'It is inserted where it belongs, after a preview.',
  addLabel: (column) => `Add the column “${column}”`,
  label: 'Remember what the columns are',
};

export const naming: typeof vietnameseNaming = {
  open: 'Point out the columns of this sheet',
  about: 'Filled in with a guess. Look at the header row and each column, then preview.',
  header: 'Header row',
  row: (row, text) => `Row ${row}${text === '' ? '' : `: ${text}`}`,
  noHeader: 'There is no header',
  firstRow: 'First criterion',
  firstRowHint: 'A header will be inserted right above this row.',
  choose: 'Choose a column…',
  none: 'None',
  example: (text) => `(e.g. ${text})`,
  needed: 'needed',
  lacking: 'Choose the column of names and the column of maxima.',
  nothing: 'No criterion could be read. Look at the header row, the names and the maxima again.',
  read: (criteria, max) =>
    `${criteria === 1 ? '1 scored criterion' : `${criteria} scored criteria`} would be read, ${max} points in all.`,
  reset: 'Back to the guess',
  label: (sheet) => `Remember the columns of the sheet “${sheet}”`,
  named: (row) => `The header and the columns of this table were pointed out (row ${row}).`,
  forget: 'Take that back',
  forgetLabel: (sheet) => `Take back what was pointed out on the sheet “${sheet}”`,
  others: (count) =>
    `${plural(count, 'sheet')} not recognised as ${count === 1 ? 'a score sheet' : 'score sheets'}`,
};
