/**
 * Trips to Excel are constant, whatever the number of rows: counted as the batches that Microsoft's
 * library sends, and checked at three sizes. Only what passes 4 MB may take more.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import type { ExcelDoor } from '../../excel-host/bridge';
import { openExcel } from '../../excel-host/openExcel';
import { assignUnits, changeEverything, loadFramework } from './patches';
import { scoreBook, sheetName } from './scoreBook';
import { showBook } from './showBook';

let excel: ExcelDoor;
const host = createExcelHost();
jest.setTimeout(60_000);

beforeAll(async () => {
  excel = await openExcel();
});

const partSize = 4 * 1024 * 1024;

/** Trips of what is done, and how many its bytes alone would ask for. */
async function tripsOf(work: () => Promise<unknown>): Promise<{ trips: number; bytes: number }> {
  excel.trips.length = 0;
  await work();
  // Anything the library sends of its own accord afterwards counts as well.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const bytes = excel.trips.reduce((sum, trip) => sum + trip.requestBytes + trip.answerBytes, 0);
  expect(Math.max(...excel.trips.map((t) => t.requestBytes))).toBeLessThan(partSize * 1.2);
  expect(Math.max(...excel.trips.map((t) => t.answerBytes))).toBeLessThan(partSize * 1.2);
  return { trips: excel.trips.length, bytes };
}

describe.each([30, 300, 3000])('with %i criteria', (criteria) => {
  test('reading takes two trips', async () => {
    showBook(excel, scoreBook(criteria));
    for (const sheets of ['active', 'all', [sheetName]] as const) {
      const read = await tripsOf(() => host.read({ sheets }));
      expect(read.trips).toBeLessThanOrEqual(2 + Math.floor(read.bytes / partSize));
      if (criteria < 3000) expect(read.trips).toBe(2);
    }
  });

  test('selecting takes one', async () => {
    showBook(excel, scoreBook(criteria));
    const select = await tripsOf(() => host.select(sheetName, { row: criteria, column: 3 }));
    expect(select.trips).toBe(1);
  });

  test.each([
    ['assigning units', assignUnits],
    ['loading a framework', loadFramework],
    ['changing all there is', changeEverything],
  ])('%s takes two, and so does undoing it', async (_, patchFor) => {
    showBook(excel, scoreBook(criteria));
    await host.read({ sheets: 'all' });
    let inverse = { changes: [], expects: [] } as Awaited<ReturnType<typeof host.apply>>;
    const apply = await tripsOf(async () => {
      inverse = await host.apply(patchFor(criteria));
    });
    await host.read({ sheets: 'all' });
    const undo = await tripsOf(() => host.apply(inverse));
    // Parts of a large change are at least half full.
    for (const { trips, bytes } of [apply, undo]) {
      if (criteria < 3000) expect(trips).toBe(2);
      else expect(trips).toBeLessThanOrEqual(2 + Math.ceil(bytes / (partSize / 2)));
    }
  });
});
