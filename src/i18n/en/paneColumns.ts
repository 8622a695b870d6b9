/** Words about columns, in English; typed by the Vietnamese file. */
import type { readings as vietnamese } from '../vi/paneColumns';
import { plural } from './plural';

export const readings: typeof vietnamese = {
  title: 'How the columns were understood',
  about: 'Which column each thing is taken from. Where it is wrong, choose another and preview.',
  unsure: 'not sure',
  unsureCount: (count) => `${plural(count, 'column')} not sure`,
  chosen: 'your choice',
  automatic: 'Recognise by itself',
  none: 'None',
  missing: (count) => `${plural(count, 'thing')} without a column`,
  add: 'Add a column to the table',
  addPrompt: 'Choose a column…',
  addHint: 'It is inserted where it belongs, after a preview.',
  addLabel: (column) => `Add the column “${column}”`,
  label: 'Remember what the columns are',
};
