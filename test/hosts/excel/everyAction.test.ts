/**
 * Excel stops a batch where it fails and keeps what was done before. Here it fails at every single
 * action of patches of every kind, and each time the workbook must be as it was.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import { hostMessages } from '../../../src/i18n/vi/host';
import { isHostError } from '../../../src/workbook/host';
import type { Patch } from '../../../src/workbook/patch';
import type { BookModel } from '../../excel-host/bookModel';
import type { ExcelDoor } from '../../excel-host/bridge';
import { failingPoints, failOnce, isAct, noFaults } from '../../excel-host/faults';
import { openExcel } from '../../excel-host/openExcel';
import { assignUnits, changeEverything, loadFramework } from './patches';
import { scoreBook } from './scoreBook';
import { showBook } from './showBook';

jest.setTimeout(60_000);

let excel: ExcelDoor;
const host = createExcelHost();
beforeAll(async () => {
  excel = await openExcel();
});
afterEach(() => noFaults(excel));

const criteria = 8;

interface Start {
  /** What a fresh copy of is opened each time. */
  book: BookModel;
  patch: Patch;
  /** Actions of the changing batch at which Excel may fail. */
  points: number[];
}

/** Reads once, as the product does before it plans or undoes, and looks which actions there will be. */
async function prepare(patch: Patch, undoing: boolean): Promise<Start> {
  showBook(excel, scoreBook(criteria));
  const next = undoing ? await host.apply(patch) : patch;
  await host.read({ sheets: 'all' });
  const book = excel.book.copy();
  excel.trips.length = 0;
  await host.apply(next);
  const act = excel.trips.find((trip) => isAct(trip.request));
  const points = failingPoints(act?.request ?? { Actions: [], ObjectPaths: {} });
  return { book, patch: next, points };
}

const patches: [string, Patch, boolean][] = [
  ['assigning units', assignUnits(criteria), false],
  ['undoing the assignment', assignUnits(criteria), true],
  ['loading a framework', loadFramework(3), false],
  ['undoing the loading', loadFramework(3), true],
  ['changing all there is', changeEverything(criteria), false],
  ['undoing all of it', changeEverything(criteria), true],
];

test.each(patches)('%s', async (_, patch, undoing) => {
  const start = await prepare(patch, undoing);
  const before = JSON.stringify(start.book.dump());
  expect(start.points.length).toBeGreaterThan(5);
  const codes = ['GeneralException', 'AccessDenied', 'InvalidOperation'] as const;
  for (const [i, point] of start.points.entries()) {
    showBook(excel, start.book.copy());
    failOnce(excel, point, codes[i % codes.length] ?? 'GeneralException');
    const error: unknown = await host.apply(start.patch).then(
      () => new Error(`nothing failed at action ${point}`),
      (failure: unknown) => failure,
    );
    if (!isHostError(error)) throw error;
    expect(error.problem).not.toBe('halfDone');
    expect(hostMessages[error.problem](error.params)).toMatch(/[.]$/);
    if (JSON.stringify(excel.book.dump()) !== before)
      expect({ point, ...excel.book.dump() }).toEqual({ point, ...JSON.parse(before) });
  }
  expect(excel.interpreter.unknown).toEqual([]);
  expect(excel.interpreter.broken).toEqual([]);
});
