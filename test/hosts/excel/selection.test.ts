/**
 * What is selected in Excel, told in one trip that carries no cell: whatever a person can select.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import type { ExcelDoor } from '../../excel-host/bridge';
import { openExcel } from '../../excel-host/openExcel';
import { select } from '../../excel-host/person';
import { scoreBook, sheetName } from './scoreBook';
import { showBook } from './showBook';

let excel: ExcelDoor;
const host = createExcelHost();
beforeAll(async () => {
  excel = await openExcel();
});
beforeEach(() => showBook(excel, scoreBook(6)));
afterEach(() => {
  excel.book.editing = false;
  expect(excel.interpreter.unknown).toEqual([]);
  expect(excel.interpreter.broken).toEqual([]);
});

const at = (top: number, left: number, bottom: number, right: number) => ({
  top,
  left,
  bottom,
  right,
});

test.each([
  ['an area', 'A3:D40', at(2, 0, 39, 3)],
  ['one cell', 'B7', at(6, 1, 6, 1)],
  ['whole columns', 'A:C', at(0, 0, 1_048_575, 2)],
  ['whole rows', '3:9', at(2, 0, 8, 16_383)],
])('%s', async (_, address, area) => {
  select(excel.book, sheetName, address);
  expect(await host.selection?.()).toEqual({ sheet: sheetName, area, areas: 1 });
});

test('of another sheet than the first', async () => {
  excel.book.newSheet('Khung 2026');
  select(excel.book, 'Khung 2026', 'C2:D3');
  expect((await host.selection?.())?.sheet).toBe('Khung 2026');
});

test('areas that stand apart: the first, and how many they are', async () => {
  select(excel.book, sheetName, 'A3:B9', 'D3:D9', 'F3:F9');
  expect(await host.selection?.()).toEqual({ sheet: sheetName, area: at(2, 0, 8, 1), areas: 3 });
});

test('a chart or a picture is no selection of cells', async () => {
  excel.book.shapeSelected = true;
  expect(await host.selection?.()).toBeNull();
});

test('while a cell is being typed into, the person is told so', async () => {
  excel.book.editing = true;
  await expect(host.selection?.()).rejects.toMatchObject({ problem: 'cellEditing' });
});

test('takes one trip of a few hundred bytes, even with the whole sheet selected', async () => {
  select(excel.book, sheetName, 'A1:XFD1048576');
  excel.trips.length = 0;
  await host.selection?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(excel.trips).toHaveLength(1);
  expect(excel.trips[0]!.answerBytes).toBeLessThan(2000);
});
