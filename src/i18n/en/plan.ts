/** A plan in words, in English; typed by the Vietnamese file. */
import type { planConflict as conflict, planLines as vietnamese } from '../vi/plan';

type Params = Readonly<Record<string, string>>;

const of = (params: Params, name: string) => params[name] ?? '?';
const onSheet = (params: Params) => (params['sheet'] ? ` on the sheet “${params['sheet']}”` : '');

export const planLines: typeof vietnamese = {
  newSheet: (params) =>
    `Make a new sheet “${of(params, 'sheet')}”: ${of(params, 'rows')} rows, ${of(params, 'leaves')} scored criteria, ${of(params, 'max')} points in all.`,
  besideScale: (params) => {
    const part = (name: string, words: string) =>
      params[name] ? [`${words} of at most ${of(params, name)}`] : [];
    const parts = [...part('bonus', 'bonus'), ...part('penalty', 'penalty')];
    return `Beside the scale: ${parts.join(', ')}; no part of the total of maxima.`;
  },
  leftOut: (params) =>
    `Not assessed this period${params['survey'] ? ' (survey)' : ''}: ${of(params, 'count')} criteria, ${of(params, 'points')} points.`,
  periodBase: (params) => `Base of this period: ${of(params, 'base')}.`,
  documentSheet: (params) =>
    `Add the sheet “${of(params, 'sheet')}” with ${of(params, 'rows')} rows; no other sheet is touched.`,
  insertColumns: (params) =>
    `Insert ${of(params, 'count')} column(s) after column ${of(params, 'after')}${onSheet(params)}; those to the right move right.`,
  insertRows: (params) =>
    `Insert ${of(params, 'count')} row(s) after row ${of(params, 'after')}${onSheet(params)}; those below move down.`,
  insertHeader: (params) =>
    `Insert a header as row ${of(params, 'row')}${onSheet(params)} and name ${of(params, 'count')} column(s) in it; the rows below move down.`,
  writeCells: (params) => `Write ${of(params, 'count')} cell(s)${onSheet(params)}.`,
  writeFormulas: (params) =>
    `Write formulas into ${of(params, 'count')} cell(s)${onSheet(params)}.`,
  fillDeductions: (params) =>
    `Fill in the deduction of ${of(params, 'count')} criteria${onSheet(params)}.`,
  liveFormulas: (params) =>
    `Replace ${of(params, 'count')} typed deduction(s) that agree by formulas${onSheet(params)}.`,
  updateFormulas: (params) =>
    `Update ${of(params, 'count')} formula(s) to heed the column “Applies this period”${onSheet(params)}.`,
  fillSums: (params) =>
    `Fill in ${of(params, 'count')} blank sum(s) of areas and criteria${onSheet(params)}.`,
  writeSummary: (params) => `Write ${of(params, 'rows')} summary row(s)${onSheet(params)}.`,
  writeUnits: (params) =>
    `Write the tasks of ${of(params, 'units')} unit(s), ${of(params, 'assignments')} assignment(s)${onSheet(params)}.`,
  fixCells: (params) =>
    `Mend ${of(params, 'count')} cell(s)${onSheet(params)}${params['cells'] ? `: ${params['cells']}` : ''}.`,
  acceptFindings: (params) =>
    `Mark ${of(params, 'count')} findings as “seen, accepted”, reason: ${of(params, 'reason')}. The mark travels with the file and lapses when the cell changes.`,
  reopenFindings: (params) => `Reopen ${of(params, 'count')} accepted findings.`,
  markCells: (params) =>
    `Colour and annotate ${of(params, 'count')} cells${onSheet(params)}; their own format stays, and the marks come off without a trace. Cells with a note of their own are coloured only.`,
  unmarkCells: (params) => `Take all marks off${onSheet(params)}.`,
  rememberState: () => 'Remember your choices in the file (a hidden sheet of the product).',
  inherited: (params) =>
    `${count(of(params, 'cells'))} left blank take the merged cell above${onSheet(params)}.`,
  needsBase: () =>
    'The index is left out, since the total of maxima of this period is not known. Enter it in the step Deductions.',
  noAppraised: (params) =>
    `There is no column of appraised scores${onSheet(params)}, so nothing to deduct. Add one, then try again.`,
  needsNameAndMax: (params) =>
    `Chosen so, the table${onSheet(params)} has no column of names or of maxima and cannot be read. Choose other columns for those.`,
  nothing: () => 'The table is already as asked; there is nothing to change.',
};

export const planConflict: typeof conflict = (cell, kept, wouldBe) =>
  kept === ''
    ? `Cell ${cell}: stays blank (computed: “${wouldBe}”).`
    : `Cell ${cell}: keeps “${kept}” (computed: “${wouldBe}”).`;

function count(cells: string): string {
  return /^\d+$/.test(cells) ? `${cells} cell(s)` : `${cells.split(',').length} cell(s) (${cells})`;
}
