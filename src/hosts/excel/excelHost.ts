/**
 * Excel as a host, through Office.js: the only place that names Excel or Office. Reading takes two
 * trips, applying two, selecting and telling what is selected one, whatever the number of rows; what passes 4 MB goes in parts.
 * Needs ExcelApi 1.14, which the manifest declares.
 */
import type { CellAt } from '../../workbook/address';
import type { Host } from '../../workbook/host';
import { applyPatch } from './applyPatch';
import { type Listening, listenToEdits } from './listenToEdits';
import { newMemory, rememberReading } from './memory';
import { hostErrorOf } from './officeErrors';
import { readCulture } from './readCulture';
import { readRows } from './readRows';
import { readWorkbook } from './readWorkbook';
import { readSelection } from './selection';

/** Call after `Office.onReady`. */
export function createExcelHost(): Host {
  const memory = newMemory();
  const listening = new Set<Listening>();
  // Before a reading, so that no edit falls between the two.
  const askAgain = () => Promise.all([...listening].map((one) => one.askAgain()));
  return {
    capabilities: { files: false, lacks: [] },
    async read(request) {
      await askAgain();
      try {
        const { snapshot, marks } = await readWorkbook(request);
        rememberReading(memory, snapshot, marks);
        return snapshot;
      } catch (error) {
        throw hostErrorOf(error);
      }
    },
    async readRows(requests) {
      try {
        return await readRows(requests);
      } catch (error) {
        throw hostErrorOf(error, { sheet: requests[0]?.sheet ?? '?' });
      }
    },
    culture: readCulture,
    apply: (patch) => applyPatch(patch, memory),
    select: selectCell,
    selection: readSelection,
    listen(listener) {
      const one = listenToEdits(listener);
      listening.add(one);
      return () => {
        listening.delete(one);
        one.stop();
      };
    },
  };
}

async function selectCell(sheet: string, at: CellAt): Promise<void> {
  const context = new Excel.RequestContext();
  const target = context.workbook.worksheets.getItem(sheet);
  target.activate();
  target.getRangeByIndexes(at.row, at.column, 1, 1).select();
  try {
    await context.sync();
  } catch (error) {
    throw hostErrorOf(error, { sheet });
  }
}
