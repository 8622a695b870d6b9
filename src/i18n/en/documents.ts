/** Documents that leave the product, in English; see the Vietnamese file. */
import type { ComparisonWords } from '../../domain/letters/comparisonTable';
import type { CheckListWords } from '../../usecases/checkMany';
import type { MarkWords } from '../../usecases/marks';
import type { MinutesWords } from '../../usecases/minutes';
import { findingMessage } from '../findingText';
import { findingMessages } from './findings';

export const comparisonWords: ComparisonWords = {
  title: ['COMPARISON OF ADMINISTRATIVE REFORM SCORES'],
  between: (before, after) => `(Before: ${before}; after: ${after})`,
  code: 'CODE',
  name: 'CRITERION',
  change: 'CHANGE',
  note: 'NOTE',
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed' },
  figures: {
    max: 'Max',
    self: 'Self-score',
    appraised: 'Appraised score',
    deduction: 'Deduction',
  },
  side: (figure, side) =>
    `${figure.toUpperCase()} ${{ before: 'BEFORE', after: 'AFTER', difference: 'DIFFERENCE' }[side]}`,
  sum: (figure, before, after, difference) =>
    `${figure}, whole sheet: ${before} before, ${after} after, difference ${difference}.`,
  unknown: 'unknown',
  counts: ({ changed, added, removed, unchanged }) =>
    `${changed} criteria changed, ${added} added, ${removed} removed, ${unchanged} unchanged.`,
  total: 'WHOLE SHEET (unchanged criteria included)',
  codeBefore: (code) => `formerly ${code}`,
  nameBefore: (name) => `formerly named: ${name}`,
  texts: {
    opinion: 'the opinion changed',
    explanation: 'the explanation changed',
    responsible: 'the responsible unit changed',
  },
  mark: '.',
};

export const checkListWords: CheckListWords = {
  message: (finding) => findingMessage(finding, findingMessages),
  action: (code) => findingMessages[code].action,
  severity: { error: 'Error', warning: 'Warning', info: 'Note' },
  accepted: (reason) => `Seen, accepted: ${reason}`,
  listTitle: ['FINDINGS IN THE SCORE SHEETS'],
  summaryTitle: ['SUMMARY OF THE SCORE SHEETS THAT WERE CHECKED'],
  totals: ({ files, tables, problems, error, warning, info }) =>
    `${files} files, ${tables} score tables, ${problems} files that could not be read; ${error} errors, ${warning} warnings, ${info} notes.`,
  listColumns: {
    number: 'NO.',
    file: 'FILE',
    sheet: 'SHEET',
    cell: 'CELL',
    severity: 'SEVERITY',
    message: 'FINDING',
    action: 'WHAT TO DO',
  },
  summaryColumns: {
    number: 'NO.',
    file: 'FILE',
    sheet: 'SHEET',
    leaves: 'LEAVES',
    max: 'MAX',
    self: 'SELF',
    appraised: 'APPRAISED',
    deduction: 'DEDUCTION',
    index: 'INDEX',
    errors: 'ERRORS',
    warnings: 'WARNINGS',
    infos: 'NOTES',
    problem: 'COULD NOT BE READ BECAUSE',
  },
  mark: '.',
};

export const markWords: MarkWords = {
  message: checkListWords.message,
  action: checkListWords.action,
  severity: checkListWords.severity,
};

export const minutesWords: MinutesWords = {
  title: ['MINUTES OF INSPECTION', 'ADMINISTRATIVE REFORM SCORE SHEET'],
  held: (date) => `(Inspected on ${date ?? '…'})`,
  unit: (unit) => `Unit: ${unit === '' ? '……………………………………' : unit}`,
  about: (file, sheet) => `Score sheet: file “${file}”, sheet “${sheet}”.`,
  figures: ({ leaves, max, self, appraised, deduction, outside, base, index }) =>
    `Figures: ${leaves} leaves; max ${max}; self-score ${self}; appraised ${appraised}; deduction ${deduction}${outside === null ? '' : `; bonus and penalty ${outside}`}; base ${base}; index ${index}.`,
  counts: ({ error, warning, info, open, accepted, lapsed }) =>
    `Result: ${error} errors, ${warning} warnings, ${info} notes; ${open + lapsed} open, ${accepted} seen and accepted.`,
  none: 'Result: nothing to look at.',
  columns: {
    number: 'NO.',
    code: 'CODE',
    name: 'CRITERION',
    cell: 'CELL',
    severity: 'SEVERITY',
    message: 'FINDING',
    action: 'WHAT TO DO',
    state: 'STATE',
  },
  message: checkListWords.message,
  action: checkListWords.action,
  severity: checkListWords.severity,
  state: (state, reason, date) => {
    const when = date === null ? '' : ` (${date})`;
    if (state === 'accepted') return `Seen, accepted${when}: ${reason}`;
    if (state === 'lapsed')
      return `Open: accepted before${when} (${reason}), but the cell has changed`;
    return 'Open';
  },
  unknown: 'unknown',
  signatures: [
    { caption: 'FOR THE UNIT', note: '(signature, full name)' },
    { caption: 'INSPECTOR', note: '(signature, full name)' },
    { caption: 'HEAD OF THE COUNCIL', note: '(signature, full name)' },
  ],
  mark: '.',
};
