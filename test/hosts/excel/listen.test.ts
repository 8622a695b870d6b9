/**
 * Listening to edits: a person's own, gathered; not this add-in's, not those of others.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import type { EditEvent } from '../../../src/workbook/host';
import type { ExcelDoor } from '../../excel-host/bridge';
import { openExcel } from '../../excel-host/openExcel';
import { insertColumn, type, typeElsewhere } from '../../excel-host/person';
import { assignUnits } from './patches';
import { scoreBook, sheetName } from './scoreBook';
import { showBook } from './showBook';

let excel: ExcelDoor;
const host = createExcelHost();
let heard: EditEvent[] = [];
let stop: () => void = () => undefined;

beforeAll(async () => {
  excel = await openExcel();
});
beforeEach(async () => {
  showBook(excel, scoreBook(6));
  heard = [];
  stop = host.listen((edit) => heard.push(edit));
  await settled();
  jest.useFakeTimers();
});
afterEach(async () => {
  jest.useRealTimers();
  stop();
  await settled();
  expect(excel.interpreter.unknown).toEqual([]);
});

/** The stand-in's own clock, from before it is stopped. */
const tick = setTimeout;
/** Everything that was sent to Excel has been answered: an answer takes one turn, and asks for more. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 25; turn += 1) await new Promise<void>((resolve) => tick(resolve, 0));
}
/** The pause after which edits are told is over. */
async function quiet(): Promise<void> {
  await settled();
  await jest.advanceTimersByTimeAsync(400);
  await settled();
}

test('edits are told once the typing pauses, each place once, in one trip', async () => {
  excel.trips.length = 0;
  type(excel.book, sheetName, 'D5', '1,7');
  type(excel.book, sheetName, 'D6', '1,8');
  type(excel.book, sheetName, 'D5', '1,9');
  await settled();
  await jest.advanceTimersByTimeAsync(399);
  await settled();
  expect(heard).toEqual([]);
  await quiet();
  expect(heard).toEqual([
    { sheet: sheetName, address: 'D5' },
    { sheet: sheetName, address: 'D6' },
  ]);
  expect(excel.trips).toHaveLength(1);
});

test('inserted columns are told too', async () => {
  insertColumn(excel.book, sheetName, 3);
  await quiet();
  expect(heard).toEqual([{ sheet: sheetName, address: 'D:D' }]);
});

test('when Excel was busy with a cell at the start, the next reading listens again, once', async () => {
  stop();
  excel.book.editing = true;
  stop = host.listen((edit) => heard.push(edit));
  await settled();
  await expect(host.read({ sheets: 'active' })).rejects.toMatchObject({ problem: 'cellEditing' });
  excel.book.editing = false;
  excel.trips.length = 0;
  await host.read({ sheets: 'active' });
  expect(excel.trips).toHaveLength(3);
  await host.read({ sheets: 'active' });
  expect(excel.trips).toHaveLength(5);
  type(excel.book, sheetName, 'D5', '1,7');
  await quiet();
  expect(heard).toEqual([{ sheet: sheetName, address: 'D5' }]);
});

test('what this add-in writes is not told', async () => {
  await host.apply(assignUnits(6));
  await quiet();
  expect(heard).toEqual([]);
});

test('what others write who edit along is not told', async () => {
  typeElsewhere(excel.book, sheetName, 'D5', '1,7');
  await quiet();
  expect(heard).toEqual([]);
});

test('nothing is told once nobody listens, and Excel is asked to be silent', async () => {
  type(excel.book, sheetName, 'D5', '1,7');
  stop();
  await quiet();
  expect(heard).toEqual([]);
  const sent = excel.trips.flatMap((trip) => trip.request.Actions.map((action) => action.Name));
  expect(sent).toContain('_UnregisterDataChangedEvent');
});
