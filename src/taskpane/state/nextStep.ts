/**
 * What to do next, for a person who reads no manual: one step, told from what the sheet holds now.
 */
import type { Finding } from '../../domain/findings/finding';
import { assessedLeaves } from '../../domain/scoring/summary';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { SheetTrouble } from '../../usecases/nameColumns';
import type { WorkbookState } from '../../workbook/state';
import type { Step } from './paneState';

export type Advice =
  | { reason: 'load' | 'base' | 'deduct' | 'assign' | 'scores' | 'appendix'; step: Step }
  | { reason: 'errors'; step: Step; count: number }
  /** What hides the table of this sheet is only its header. */
  | { reason: 'columns'; sheet: string };

/**
 * @param report of the current table; null when none was recognised
 * @param open its findings that are left to do
 * @param named the sheet whose columns are to be pointed out first, see `sheetToName`
 */
export function adviseNext(
  report: SheetReport | null,
  open: readonly Finding[],
  state: WorkbookState | null,
  named: string | null,
): Advice {
  if (!report && named !== null) return { reason: 'columns', sheet: named };
  if (!report || !state) return { reason: 'load', step: 'load' };
  const errors = open.filter((finding) => finding.severity === 'error').length;
  if (errors > 0) return { reason: 'errors', step: 'check', count: errors };
  if (report.summary.appraised === null) return { reason: 'scores', step: 'check' };
  if (lacksDeductions(report)) return { reason: 'deduct', step: 'deduct' };
  if (report.needsBase) return { reason: 'base', step: 'deduct' };
  if (!hasAssignments(report.id, state)) return { reason: 'assign', step: 'assign' };
  return { reason: 'appendix', step: 'appendix' };
}

/** Of the sheets that look like a score table the one she is at, else the first. */
export function sheetToName(troubles: readonly SheetTrouble[], active: string): string | null {
  const likely = troubles.filter((trouble) => trouble.likely);
  return (likely.find(({ sheet }) => sheet === active) ?? likely[0])?.sheet ?? null;
}

/** A leaf whose deduction cell is missing or blank. */
function lacksDeductions({ scoreSheet }: SheetReport): boolean {
  return assessedLeaves(scoreSheet).some((row) => {
    const entry = row.figures.deduction;
    return !entry || entry.kind === 'blank';
  });
}

function hasAssignments(table: string, state: WorkbookState): boolean {
  return Object.keys(state.writtenAssignments[table] ?? {}).length > 0;
}
