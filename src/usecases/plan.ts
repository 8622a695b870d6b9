/**
 * Plan: a change to the workbook before it is made: the patch, what it will do in words, and what it
 * will leave alone because a person wrote it.
 */
import type { CellAt } from '../workbook/address';
import type { Change, Patch } from '../workbook/patch';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/** One line of the preview; worded in `i18n` by code. */
export interface PlanLine {
  code: PlanLineCode;
  params: Readonly<Record<string, string>>;
}

export const planLineCodes = [
  'newSheet', // sheet, rows, leaves, max
  'besideScale', // bonus, penalty: ceilings, "" for none
  'leftOut', // count, points: criteria that this period leaves out; survey, "yes" where it is the survey
  'periodBase', // base: the total less what is left out
  'documentSheet', // sheet, rows: a list or minutes as a sheet
  'insertColumns', // sheet, count, after (column letters)
  'insertRows', // sheet, count, after (row number)
  'insertHeader', // sheet, row (number of the new row), count: a header over criteria that have none
  'writeCells', // sheet, count
  'writeFormulas', // sheet, count
  'fillDeductions', // sheet, count
  'liveFormulas', // sheet, count: typed deductions that agree become formulas
  'updateFormulas', // sheet, count: the product's own, to heed the column of what is assessed
  'fillSums', // sheet, count: blank sums of areas and criteria
  'writeSummary', // sheet, rows
  'writeUnits', // sheet, units, assignments
  'fixCells', // sheet, count
  'acceptFindings', // count, reason
  'reopenFindings', // count
  'markCells', // sheet, count
  'unmarkCells', // sheet
  'rememberState', // (none)
  'inherited', // sheet, cells: blank responsible cells that take the text above
  'needsBase', // sheet: the index waits for the base
  'noAppraised', // sheet: no appraised scores, so nothing to deduct
  'needsNameAndMax', // sheet: columns as chosen leave no table
  'nothing', // nothing to change
] as const;
export type PlanLineCode = (typeof planLineCodes)[number];

/** A cell that keeps what it holds, because a person wrote or edited it. */
export interface Conflict {
  sheet: string;
  at: CellAt;
  kept: string;
  wouldBe: string;
}

/** In a workbook that was just begun: without the empty sheet that it came with, which nobody asked for. */
export function aloneInFile(plan: Plan, { sheets }: WorkbookSnapshot): Plan {
  const empty = sheets.filter(({ values }) => values.flat().every((value) => value === null));
  const changes = empty.map(({ name }): Change => ({ kind: 'deleteSheet', sheet: name }));
  return { ...plan, patch: { ...plan.patch, changes: [...plan.patch.changes, ...changes] } };
}

export interface Plan {
  patch: Patch;
  lines: PlanLine[];
  conflicts: Conflict[];
  /** It uses nothing of the workbook it was planned for and could as well begin a file of its own. */
  standsAlone?: boolean;
}
