/**
 * Marks in Excel: on and off without a trace, past a person's own formats, comments and notes.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import { MARK_TITLE, type Mark } from '../../../src/workbook/marks';
import type { Patch } from '../../../src/workbook/patch';
import type { ExcelDoor } from '../../excel-host/bridge';
import { failingPoints, failOnce, isAct, noFaults } from '../../excel-host/faults';
import { openExcel } from '../../excel-host/openExcel';
import { keyOf } from '../../excel-host/sheetModel';
import { shiftSheet } from '../../excel-host/shiftSheet';
import { patchOf } from './patches';
import { column, firstRow, scoreBook, sheetName } from './scoreBook';
import { showBook } from './showBook';

let excel: ExcelDoor;
const host = createExcelHost();
beforeAll(async () => {
  excel = await openExcel();
});
beforeEach(() => showBook(excel, scoreBook(6)));
afterEach(() => {
  noFaults(excel);
  expect(excel.interpreter.unknown).toEqual([]);
  expect(excel.interpreter.broken).toEqual([]);
});

const sheet = () => excel.book.sheet(sheetName);
const red = '#F8CBAD';
const yellow = '#FFE699';
const at = (row: number, color = red): Mark => ({
  at: { row: firstRow + row, column: column.appraised },
  color,
  note: `${MARK_TITLE}\n• [Lỗi] Điểm vượt mức tối đa, dòng ${row + 1}.`,
});
const marking = (...marks: Mark[]): Patch => patchOf({ kind: 'mark', sheet: sheetName, marks });
const texts = () => [...sheet().comments.values()].map(({ content }) => content);
const fills = () =>
  (sheet().dump()['conditionalFormats'] as { areas: string[]; fill: string }[]).map(
    ({ areas, fill }) => `${fill} ${areas.join()}`,
  );
const own = '#FFC7CE E5:H10';

test('each cell gets a fill behind the sheet’s own rules, and a comment', async () => {
  await host.apply(marking(at(0), at(2), at(3, yellow)));
  expect(fills()).toEqual([own, `${red} E5,E7`, `${yellow} E8`]);
  expect(texts()).toEqual([at(0).note, at(2).note, at(3).note]);
  expect(host.capabilities.lacks).not.toContain('marks');
});

test('undo, redo, other marks and none: each exactly', async () => {
  const before = excel.book.dump();
  const inverse = await host.apply(marking(at(0), at(2, yellow)));
  const after = excel.book.dump();
  const other = await host.apply(marking(at(2), at(4)));
  expect(fills()).toEqual([own, `${red} E7,E9`]);
  await host.apply(JSON.parse(JSON.stringify(other)) as Patch);
  expect(excel.book.dump()).toEqual(after);
  const again = await host.apply(inverse);
  expect(excel.book.dump()).toEqual(before);
  await host.apply(again);
  expect(excel.book.dump()).toEqual(after);
  await host.apply(marking());
  expect(excel.book.dump()).toEqual(before);
});

test('they are found again where rows have moved to', async () => {
  await host.apply(marking(at(0), at(3)));
  shiftSheet(excel.book, sheet(), { axis: 'row', at: firstRow + 1, count: 2 });
  const moved = excel.book.dump();
  expect(fills().at(-1)).toBe(`${red} E5,E10`);
  const inverse = await host.apply(marking());
  expect(fills()).toEqual(['#FFC7CE E5:H12']);
  expect(texts()).toEqual([]);
  await host.apply(inverse);
  expect(excel.book.dump()).toEqual(moved);
});

test('a cell with a comment or a note of its own keeps it, and gets the fill', async () => {
  const mine = sheet().addComment(firstRow, column.appraised, 'Đề nghị xem lại');
  sheet().notes.set(keyOf(firstRow + 1, column.appraised), 'Ghi chú cũ');
  const before = excel.book.dump();
  const inverse = await host.apply(marking(at(0), at(1), at(2)));
  expect(fills().at(-1)).toBe(`${red} E5,E6,E7`);
  expect(texts()).toEqual([mine.content, at(2).note]);
  await host.apply(inverse);
  expect(excel.book.dump()).toEqual(before);
});

test('a comment that somebody has answered stays', async () => {
  await host.apply(marking(at(0), at(1)));
  const [first] = sheet().comments.values();
  first?.replies.push('Đã sửa');
  await host.apply(marking());
  expect(texts()).toEqual([at(0).note]);
  expect(fills()).toEqual([own]);
});

test('a protected sheet refuses', async () => {
  sheet().protected = true;
  await expect(host.apply(marking(at(0)))).rejects.toMatchObject({ problem: 'sheetProtected' });
});

test.each([
  ['put on', marking(at(1), at(2, yellow))],
  ['taken off', marking()],
])('refused at any action while marks are %s, the workbook is as it was', async (_, patch) => {
  await host.apply(marking(at(0), at(1)));
  const book = excel.book.copy();
  const before = book.dump();
  excel.trips.length = 0;
  await host.apply(patch);
  const act = excel.trips.find((trip) => isAct(trip.request));
  const points = failingPoints(act?.request ?? { Actions: [], ObjectPaths: {} });
  expect(points.length).toBeGreaterThan(5);
  for (const point of points) {
    showBook(excel, book.copy());
    failOnce(excel, point, 'AccessDenied');
    await expect(host.apply(patch)).rejects.toMatchObject({ problem: 'sheetProtected' });
    expect(excel.book.dump()).toEqual(before);
  }
});

test.each([30, 300, 3000])(
  'trips with %i rows, each marked: three on, three off',
  async (rows) => {
    // What the library sends of its own accord after the last test.
    await new Promise((resolve) => setTimeout(resolve, 50));
    showBook(excel, scoreBook(rows));
    const all = Array.from({ length: rows }, (_, row) => at(row));
    for (const marks of [all, []]) {
      excel.trips.length = 0;
      await host.apply(marking(...marks));
      const bytes = excel.trips.reduce((sum, trip) => sum + trip.requestBytes, 0);
      if (rows < 3000) expect(excel.trips).toHaveLength(3);
      else expect(excel.trips.length).toBeLessThanOrEqual(3 + Math.ceil(bytes / (2 * 1024 * 1024)));
    }
  },
  60_000,
);
