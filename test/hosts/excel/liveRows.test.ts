/**
 * Checking while a person types: only the touched rows are read again, in one trip whose bytes do not
 * grow with the sheet, and what comes of it is what a whole reading would have brought.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import { readWorkbook } from '../../../src/usecases/readWorkbook';
import { refreshRows } from '../../../src/usecases/refreshRows';
import { PaneSession } from '../../../src/taskpane/state/paneSession';
import type { ExcelDoor } from '../../excel-host/bridge';
import { openExcel } from '../../excel-host/openExcel';
import { fill, insertColumn, paint, type } from '../../excel-host/person';
import { scoreBook, sheetName } from './scoreBook';
import { showBook } from './showBook';

let excel: ExcelDoor;
const host = createExcelHost();
beforeAll(async () => {
  excel = await openExcel();
});
afterEach(() => {
  expect(excel.interpreter.unknown).toEqual([]);
  expect(excel.interpreter.broken).toEqual([]);
});

const readAll = () => readWorkbook(host, { sheets: 'all' });
const edit = (address: string) => ({ sheet: sheetName, address });

describe.each([30, 300, 3000])('with %i criteria', (criteria) => {
  test('an entry costs one small trip, and is seen with all that follows from it', async () => {
    showBook(excel, scoreBook(criteria));
    const before = await readAll();
    type(excel.book, sheetName, 'E7', '0,5');
    excel.trips.length = 0;
    const after = await refreshRows(host, before, [edit('E7')]);
    expect(excel.trips).toHaveLength(1);
    const [trip] = excel.trips;
    // The row itself, the sum, and the summary on the other sheet: about 7 KB at every size.
    expect((trip?.requestBytes ?? 0) + (trip?.answerBytes ?? 0)).toBeLessThan(10_000);
    expect(after).toEqual(await readAll());
    expect(after).not.toEqual(before);
    expect(after?.snapshot.sheets[0]?.values[6]?.[5]).toBe(1.5);
    expect(after?.snapshot.sheets[0]?.values[criteria + 4]?.[5]).toBe(0.75 * criteria + 0.75);
  });
});

test('several edits go in one trip', async () => {
  showBook(excel, scoreBook());
  const before = await readAll();
  type(excel.book, sheetName, 'E7', '0,5');
  type(excel.book, sheetName, 'D20', 'chưa chấm');
  paint(excel.book, sheetName, 'B9:B10', { 'font.bold': true, indentLevel: 2 });
  excel.trips.length = 0;
  const after = await refreshRows(host, before, [edit('E7'), edit('D20'), edit('B9:B10')]);
  expect(excel.trips).toHaveLength(1);
  expect(after).toEqual(await readAll());
});

test('a whole reading is asked for where rows or columns came, or the sheet grew', async () => {
  showBook(excel, scoreBook());
  const before = await readAll();
  excel.trips.length = 0;
  expect(await refreshRows(host, before, [edit('A90')])).toBeNull();
  expect(await refreshRows(host, before, [edit('D:D')])).toBeNull();
  expect(await refreshRows(host, before, [{ sheet: 'Khác', address: 'A1' }])).toBeNull();
  expect(excel.trips).toEqual([]);
  // An edit that Excel did not tell of.
  insertColumn(excel.book, sheetName, 3);
  expect(await refreshRows(host, before, [edit('E7')])).toBeNull();
});

test('a host that reads no rows is read whole', async () => {
  showBook(excel, scoreBook());
  const whole = { ...host };
  delete whole.readRows;
  expect(await refreshRows(whole, await readAll(), [edit('E7')])).toBeNull();
});

test('so it is where the sheet is gone', async () => {
  showBook(excel, scoreBook());
  const before = await readAll();
  fill(excel.book, 'Tổng hợp', 'A1', [[1]]);
  excel.book.removeSheet(excel.book.sheet(sheetName));
  expect(await refreshRows(host, before, [edit('E7')])).toBeNull();
});

test('the pane reads so after each pause in typing', async () => {
  showBook(excel, scoreBook());
  let heard: Parameters<typeof host.listen>[0] = () => undefined;
  const typed = { ...host, listen: (listener: typeof heard) => ((heard = listener), () => {}) };
  const session = new PaneSession(typed);
  await session.start();
  type(excel.book, sheetName, 'E7', '0,5');
  excel.trips.length = 0;
  jest.useFakeTimers();
  heard(edit('E7'));
  expect(session.current().stale).toBe(true);
  jest.runAllTimers();
  jest.useRealTimers();
  // Whatever is asked of the session next waits for its turn.
  await session.followEdits(false);
  expect(session.current()).toMatchObject({ stale: false, notice: null });
  expect(excel.trips).toHaveLength(1);
  expect(session.current().reading).toEqual(await readAll());
  session.stop();
});

test('numbers are written as the person’s system writes them', async () => {
  excel.trips.length = 0;
  expect(await host.culture?.()).toEqual({ decimal: ',' });
  expect(excel.trips).toHaveLength(1);
});
