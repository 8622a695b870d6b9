/**
 * Reading again what a person's edits may have changed, and nothing else: the rows she typed in and those
 * whose formulas follow from them, in one small trip. Where that cannot be told, all must be read.
 */
import { isHostError, type EditEvent, type Host, type ReadRows } from '../workbook/host';
import { mergeRows } from '../workbook/mergeRows';
import { STATE_SHEET } from '../workbook/state';
import { touchedRows } from '../workbook/touchedRows';
import { readSnapshot, type WorkbookReading } from './readWorkbook';

/**
 * @param before the last reading of the same workbook, with nothing changed since but by these edits
 * @returns null when she has turned to another sheet, rows or columns came or went, a sheet grew or is gone, too much is touched, or the host reads
 *   no rows: then read the whole
 * @throws HostError
 */
export async function refreshRows(
  host: Host,
  before: WorkbookReading,
  edits: readonly EditEvent[],
): Promise<WorkbookReading | null> {
  if (!host.readRows || edits.some(({ sheet }) => sheet === STATE_SHEET)) return null;
  if (edits.length === 0) return before;
  if (edits.some(({ sheet }) => sheet !== before.snapshot.activeSheet)) return null;
  const touched = touchedRows(before.snapshot, edits);
  if (!touched) return null;
  const widths = new Map(
    before.snapshot.sheets.map(({ name, columnCount }) => [name, columnCount]),
  );
  const requests = touched.map(({ sheet, rows }) => ({
    sheet,
    rows,
    columns: widths.get(sheet) ?? 1,
  }));
  let read: ReadRows[];
  try {
    read = await host.readRows(requests);
  } catch (error) {
    if (isHostError(error) && error.problem === 'sheetGone') return null;
    throw error;
  }
  const snapshot = mergeRows(before.snapshot, read);
  return snapshot && readSnapshot(snapshot);
}
