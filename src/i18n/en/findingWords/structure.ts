/** Findings about formulas, the framework’s rows and what the sheet hides, in English. */
import type { FindingWords } from '../../findingText';
import type { structureWords as vietnamese } from '../../vi/findingWords/structure';
import { at, cells, num, role, word } from './say';

const DECLARED_REASONS: Readonly<Record<string, string>> = {
  unreadable: 'cannot be read as a number, a ratio or yes/no',
  wrongInput: 'is not what the rule of this criterion needs',
  divisionByZero: 'divides by zero',
  aboveWhole: 'exceeds 100%',
  badFormula: 'cannot be computed: the framework’s formula is wrong',
};

export const structureWords: Record<keyof typeof vietnamese, FindingWords> = {
  'formula-wrong-row': {
    title: 'A formula reads the wrong row',
    message: (p, cell, related) =>
      p['own'] === undefined
        ? `${at(cell)}the formula ${word(p, 'formula')} adds rows that do not belong here: ${word(p, 'codes')}${cells(related)}.`
        : `${at(cell)}the formula ${word(p, 'formula')} reads row ${word(p, 'rows')} instead of row ${word(p, 'own')}${cells(related)}.`,
    why: 'The figure belongs to another criterion, though it looks sound.',
    action: 'Correct the formula so that it reads the cells of this row.',
    example: 'Cell F12 holds =E11-C11.',
  },
  'formula-omits-rows': {
    title: 'A sum leaves rows out',
    message: (p, cell, related) =>
      `${at(cell)}the formula ${word(p, 'formula')} leaves out ${word(p, 'codes')}${cells(related)}.`,
    why: 'Rows inserted at the edge often lie outside the range.',
    action: 'Widen the range to all rows.',
    example: '=SUM(D4:D8) while the part reaches to row 9.',
  },
  'formula-counts-twice': {
    title: 'A sum counts rows twice',
    message: (p, cell, related) =>
      `${at(cell)}the formula ${word(p, 'formula')} counts ${word(p, 'codes')} twice${cells(related)}.`,
    why: 'A range over parents and their parts doubles the points.',
    action: 'Add one level only: the direct parts.',
    example: '=SUM(D3:D20) runs over areas and criteria alike.',
  },
  'formula-overwritten': {
    title: 'A formula was overwritten by a figure',
    message: (p, cell) =>
      `${at(cell)}the ${role(p)} is typed (${num(p, 'value')}), while the other cells of its kind are formulas.`,
    why: 'A typed figure does not follow when the scores change.',
    action: 'Restore the formula as in the other cells of the column.',
    example: 'The deductions are formulas; one cell says −0.5.',
  },
  'row-unread': {
    title: 'Rows with points that belong to no criterion',
    message: (p, cell, related) =>
      `${at(cell)}${word(p, 'count')} row(s) have a max and a score but neither code nor name, and were not counted${cells(related)}.`,
    why: 'Whether such a row is a criterion or a sum is not known, so it is added to nothing; totals may fall short.',
    action:
      'Enter the code or the name (for a sum “Cộng”, “Tổng cộng”); where the name stands in another column, choose the column of names again.',
    example: 'Row 12 has max 2 and score 1.5, and its name is blank.',
  },
  'hidden-rows-with-points': {
    title: 'Hidden rows hold points',
    message: (p, cell) =>
      `${at(cell)}${word(p, 'count')} hidden row(s) hold points: ${word(p, 'codes')}.`,
    why: 'A reader does not see them, and the total counts them; print and copy may miss them.',
    action: 'Show the rows and check them; delete them if they are of no use.',
    example: 'Row 2.3 is hidden and still in the total.',
  },
  'view-filtered': {
    title: 'The sheet is filtered',
    message: (p) =>
      `A filter is on; ${word(p, 'count')} row(s) with points are not shown${p['codes'] ? ` (${p['codes']})` : ''}.`,
    why: 'Copy and print take only what is shown; totals take everything.',
    action: 'Clear the filter before reviewing and exporting.',
    example: 'Filtered by area 3, all others are hidden.',
  },
  'framework-row-missing': {
    title: 'A row of the framework is missing',
    message: (p, cell) =>
      `${cell === null ? '' : `After cell ${cell}: `}${word(p, 'code')} “${word(p, 'name')}” is missing${p['max'] ? ` (maximum ${num(p, 'max')})` : ''}.`,
    why: 'A missing row lacks its maximum and its score.',
    action: 'Add the row; write “Chưa đánh giá” where it is not assessed.',
    example: 'The framework has 3.7, the sheet has not.',
  },
  'framework-row-extra': {
    title: 'A row that the framework does not have',
    message: (p, cell) =>
      `${at(cell)}${word(p, 'code')} “${word(p, 'name')}” is not in the framework.`,
    why: 'A row beyond the framework raises the base.',
    action: 'Delete the row, or correct its code.',
    example: 'The sheet has 2.6, the framework ends at 2.5.',
  },
  'framework-row-renamed': {
    title: 'A name is not the framework’s',
    message: (p, cell) =>
      `${at(cell)}the name is “${word(p, 'name')}”, the framework says “${word(p, 'expected')}”.`,
    why: 'One code with two names: another year’s framework, or rows that slipped.',
    action: 'Compare with the decision; correct the name or load the right framework.',
    example: '1.2 says “Thông tin, tuyên truyền”, the decision “Báo cáo CCHC”.',
  },
  'framework-code-differs': {
    title: 'A code is not the framework’s',
    message: (p, cell) =>
      `${at(cell)}“${word(p, 'name')}” has the code ${word(p, 'code')}; the framework says ${word(p, 'expected')}.`,
    why: 'With a wrong code maxima cannot be compared and areas are summed wrongly.',
    action: 'Correct the code as in the framework.',
    example: '“Báo cáo CCHC” has 1.7, the decision says 1.2.',
  },
  'framework-partial': {
    title: 'The sheet holds a part of the framework',
    message: (p) =>
      `The sheet has ${word(p, 'present')} of the ${word(p, 'leaves')} scored criteria of the framework.`,
    why: 'For an extract the index goes by the base of the period, not by the sum of its rows.',
    action: 'Nothing to do for an appendix of lost points; else add the missing rows.',
    example: 'An appendix of the 27 criteria that lost points.',
  },
  'framework-does-not-fit': {
    title: 'The sheet does not follow this framework',
    message: (p) =>
      `Most names in the sheet differ from those of the framework in use (${word(p, 'title')}); they cannot be compared.`,
    why: 'Comparing with the wrong framework gives false alarms in heaps.',
    action: 'Load the framework of this year and level.',
    example: 'A commune’s sheet of 2022 against a district’s framework of 2023.',
  },
  'score-differs-from-rule': {
    title: 'The score differs from what the rule gives',
    message: (p, cell, related) =>
      `${at(cell)}${role(p)} is ${num(p, 'score')}, while the declared figures give ${num(p, 'shown')} (${word(p, 'working')})${cells(related)}.`,
    why: 'The framework’s rule gives another score; the council may cut the difference.',
    action: 'Compare the declared figures and the working; scores are never changed for you.',
    example: 'Declared 7904/14835 of max 1: 0.53, but 0.63 is entered.',
  },
  'declared-unusable': {
    title: 'The declared figures cannot be used',
    message: (p, cell) =>
      `${at(cell)}“${word(p, 'declared')}” ${DECLARED_REASONS[p['reason'] ?? ''] ?? 'does not suit the rule'}.${p['answers'] === undefined ? '' : ` Write one of: ${p['answers']}.`}`,
    why: 'The score cannot be held against the rule.',
    action:
      'Write it as the rule needs: Có/Không, a count, a percentage (42,5%) or a ratio (8/112).',
    example: 'A criterion scored by a ratio that says “Có”.',
  },
};
