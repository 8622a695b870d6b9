/**
 * Excel stops a batch where it fails and keeps what was done before. Here it fails at the actions of
 * patches of every kind, and each time the workbook must be as it was. In the normal run at the first
 * and the last of the actions that do the same; with `npm run --silent test:faults` at every
 * single one (decision 036).
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
import type { BatchRequest } from '../../excel-host/protocol';
import { openExcel } from '../../excel-host/openExcel';
import { assignUnits, changeEverything, loadFramework } from './patches';
import { scoreBook } from './scoreBook';
import { showBook } from './showBook';

const everySingleOne = process.env['CCHC_EVERY_ACTION'] !== undefined;

jest.setTimeout(everySingleOne ? 600_000 : 60_000);

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
  const request = act?.request ?? { Actions: [], ObjectPaths: {} };
  const points = everySingleOne ? failingPoints(request) : representatives(request);
  return { book, patch: next, points };
}

/** Of the actions that name the same member of the same kind of object: first and last. */
function representatives(request: BatchRequest): number[] {
  const alike = new Map<string, number[]>();
  for (const point of failingPoints(request)) {
    const action = request.Actions[point];
    const path = request.ObjectPaths[String(action?.ObjectPathId)];
    const kind = `${action?.ActionType} ${path?.Name} ${action?.Name}`;
    alike.set(kind, [...(alike.get(kind) ?? []), point]);
  }
  const chosen = [...alike.values()].flatMap((points) => [points[0], points.at(-1)]);
  return [...new Set(chosen)].filter((point) => point !== undefined).sort((a, b) => a - b);
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
