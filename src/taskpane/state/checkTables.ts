/** The tables of a workbook checked as the pane's forms say: against what, and over which base. Pure. */
import { points } from '../../domain/points';
import { checkWorkbook } from '../../usecases/checkWorkbook';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { reviewFindings } from '../../usecases/review';
import type { Forms, PaneState } from './paneState';
import { chosenBase } from './typedPoints';

export function checkTables(
  reading: WorkbookReading,
  { check: { against }, deduct }: Pick<Forms, 'check' | 'deduct'>,
): Pick<PaneState, 'reports' | 'reviews'> {
  const base = chosenBase(deduct.base, reading.state.settings.base);
  const reports = checkWorkbook(reading, {
    ...(against === 'carried' ? {} : { framework: against }),
    base: base === null ? null : points(base),
  });
  const reviews = Object.fromEntries(
    reports.map((report) => [report.id, reviewFindings(report, reading.state)]),
  );
  return { reports, reviews };
}
