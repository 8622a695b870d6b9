/** Words of comparing and of checking many files, in English; typed by the Vietnamese file. */
import type {
  aside as vietnameseAside,
  compare as vietnameseCompare,
  many as vietnameseMany,
} from '../vi/paneAsides';
import { plural } from './plural';

export const aside: typeof vietnameseAside = {
  compare: {
    title: 'Compare two score sheets',
    about: 'Before and after, this period and the last, rounds 1 and 2',
  },
  many: { title: 'Check several files', about: 'Many score sheets at once, one list' },
};

export const compare: typeof vietnameseCompare = {
  about: (table) => `Choose what to compare the open table “${table}” with.`,
  choose: 'Choose a file to compare',
  which: (file) => `Table of the file ${file}`,
  here: 'Or compare with',
  herePrompt: 'Choose…',
  rounds: 'Rounds 1 and 2 of this table',
  roundNames: { before: 'round 1', after: 'round 2' },
  noTable: (file) => `The file ${file} holds no score sheet.`,
  between: (before, after) => `Before: ${before}. After: ${after}.`,
  swap: 'Swap before and after',
  same: 'Both tables agree in every criterion.',
  counts: (changed, unchanged) => `${changed} criteria differ, ${unchanged} are the same.`,
  copy: 'Copy the comparison',
  preview: 'Preview of the comparison',
  label: 'Add a sheet with the comparison',
};

export const many: typeof vietnameseMany = {
  about:
    'Files are read on this machine and not changed. Each table is held against the framework chosen in the step Check, or the one its file carries.',
  choose: 'Choose files',
  running: (done, total) => `Checking: ${done} of ${plural(total, 'file')}`,
  stop: 'Stop',
  totals: (files, tables, problems) =>
    `${plural(files, 'file')}, ${plural(tables, 'table')}${problems === 0 ? '' : `, ${problems} could not be read`}.`,
  noTable: 'no score sheet found',
  clean: 'nothing found wrong',
  more: (count) => `and ${plural(count, 'more finding')}, in the whole list`,
  kinds: (count) => `By kind (${count})`,
  kindCount: (findings, files) => `${findings} times, in ${plural(files, 'file')}`,
  list: 'The whole list',
  copy: 'Copy the list',
  label: 'Add sheets with summary and list',
};
