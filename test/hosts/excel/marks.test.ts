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
import { HostFailure } from '../../excel-host/hostObject';
import { openExcel } from '../../excel-host/openExcel';
import { keyOf } from '../../excel-host/sheetModel';
import { shiftSheet } from '../../excel-host/shiftSheet';
import { patchOf } from './patches';
import { column, firstRow, scoreBook, sheetName, workedOn } from './scoreBook';
import { showBook } from './showBook';

jest.setTimeout(60_000);

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
  showBook(excel, workedOn(6));
  await host.apply(marking(at(0), at(1)));
  await host.read({ sheets: 'all' });
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
    // A refusal that may concern one comment alone is passed over: then undo brings everything back.
    showBook(excel, book.copy());
    failOnce(excel, point, 'GeneralException');
    const inverse = await host.apply(patch).catch(() => null);
    if (inverse) await host.apply(inverse);
    expect(excel.book.dump()).toEqual(before);
  }
});

async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  // What the library sends of its own accord after the last test.
  await new Promise((resolve) => setTimeout(resolve, 20));
  excel.trips.length = 0;
  await work();
  const sizes = excel.trips.flatMap((trip) => [trip.requestBytes, trip.answerBytes]);
  expect(Math.max(...sizes)).toBeLessThan(4.2 * 1024 * 1024);
  return excel.trips.length;
}

describe.each([30, 300, 3000])('on a worked-on sheet of %i rows, each marked', (rows) => {
  const all = (colors: (row: number) => string) =>
    Array.from({ length: rows }, (_, row) => at(row, colors(row)));
  const first = all(() => red);
  const second = all((row) => (row % 2 === 0 ? red : yellow));

  test('marking, marking again and taking marks off are two trips each, and so is their undo', async () => {
    showBook(excel, workedOn(rows));
    const atFirst = excel.book.dump();
    await host.read({ sheets: 'all' });
    const inverses: Patch[] = [];
    for (const marks of [first, second, []]) {
      const trips = await tripsOf(async () => {
        inverses.push(await host.apply(marking(...marks)));
      });
      expect(trips).toBe(2);
    }
    expect(excel.book.dump()).toEqual(atFirst);
    for (const inverse of inverses.reverse()) {
      expect(await tripsOf(() => host.apply(inverse))).toBe(2);
    }
    expect(excel.book.dump()).toEqual(atFirst);
  });

  test('marks that came with the file are found in two trips after a reading', async () => {
    showBook(excel, workedOn(rows));
    const atFirst = excel.book.dump();
    await host.apply(marking(...first));
    const elsewhere = createExcelHost();
    expect(await tripsOf(() => elsewhere.read({ sheets: 'all' }))).toBe(2);
    expect(await tripsOf(() => elsewhere.apply(marking()))).toBe(2);
    expect(excel.book.dump()).toEqual(atFirst);
  });
});

describe('what is remembered is a hint', () => {
  test('what came since the reading costs one trip more, and is kept', async () => {
    showBook(excel, workedOn(6));
    await host.read({ sheets: 'all' });
    sheet().addComment(firstRow + 1, column.appraised, 'Ý kiến mới');
    sheet().addRule([{ top: 4, bottom: 9, left: 2, right: 2 }], '=$C5>9', '#FF0000');
    const before = excel.book.dump();
    const trips = await tripsOf(() => host.apply(marking(at(0), at(1))));
    expect(trips).toBe(3);
    expect(texts()).toContain('Ý kiến mới');
    expect(texts()).not.toContain(at(1).note);
    await host.apply(marking());
    expect(excel.book.dump()).toEqual(before);
  });

  test('what went since, or is no formula any more, is left alone', async () => {
    showBook(excel, workedOn(6));
    await host.apply(marking(at(0), at(1)));
    sheet().conditionalFormats = sheet()
      .conditionalFormats.filter(({ formula }) => formula !== '=LEN($B5)>0')
      .map((rule) => (rule.fill === '#FFC7CE' ? { ...rule, type: 'ColorScale' as const } : rule));
    sheet().comments.delete(keyOf(firstRow, column.appraised));
    const trips = await tripsOf(() => host.apply(marking(at(2))));
    expect(trips).toBe(2);
    expect(texts()).toContain(at(2).note);
    expect(fills().filter((fill) => fill.startsWith(red))).toEqual([`${red} E7`]);
  });

  test('a reading that Excel fails with them does without them', async () => {
    const refuse = (kind: string) => {
      excel.interpreter.beforeAction = (action, _, batch) => {
        const path = batch.ObjectPaths[String(action.ObjectPathId)];
        if (action.QueryInfo && path?.Name === kind) throw new HostFailure('ItemNotFound');
      };
    };
    for (const kind of ['ConditionalFormats', 'Comments']) {
      refuse(kind);
      const trips = await tripsOf(async () => {
        const { sheets } = await createExcelHost().read({ sheets: 'active' });
        expect(sheets[0]?.values[firstRow]?.[column.max]).toBe(2);
      });
      expect(trips).toBe(3);
    }
  });
});

test('what Excel will not list stops a patch, not in the name of a sheet that is there', async () => {
  excel.interpreter.beforeAction = (action, _, batch) => {
    const path = batch.ObjectPaths[String(action.ObjectPathId)];
    if (action.QueryInfo && path?.Name === 'ConditionalFormats')
      throw new HostFailure('ItemNotFound');
  };
  await expect(host.apply(marking(at(0)))).rejects.toMatchObject({ problem: 'unexpected' });
});

test('of several changes for a sheet the last is what it comes to', async () => {
  const before = excel.book.dump();
  const other = excel.book.sheet('Tổng hợp').name;
  const inverse = await host.apply(
    patchOf(
      ...marking(at(0), at(1)).changes,
      { kind: 'mark', sheet: other, marks: [{ ...at(0), at: { row: 0, column: 0 } }] },
      ...marking(at(2, yellow)).changes,
    ),
  );
  expect(fills()).toEqual([own, `${yellow} E7`]);
  expect(texts()).toEqual([at(2).note]);
  expect(excel.book.sheet(other).comments.size).toBe(1);
  await host.apply(inverse);
  expect(excel.book.dump()).toEqual(before);
});

test.each([
  [3, 2 + 3, 30 - 3],
  [30, 2 + 8, 0],
])('of 30 marked cells %i have older notes: %i trips, %i texts', async (notes, most, written) => {
  showBook(excel, scoreBook(30));
  for (let row = 0; row < notes; row += 1)
    sheet().notes.set(keyOf(firstRow + row, column.appraised), 'Ghi chú cũ');
  const before = excel.book.dump();
  await host.read({ sheets: 'all' });
  const marks = Array.from({ length: 30 }, (_, row) => at(row));
  let inverse = patchOf();
  const trips = await tripsOf(async () => {
    const state = excel.book.sheet('Tổng hợp').name;
    inverse = await host.apply(
      patchOf(...marking(...marks).changes, {
        kind: 'write',
        sheet: state,
        at: { row: 3, column: 0 },
        cells: [[{ value: 'sau các ghi chú' }]],
      }),
    );
  });
  expect(trips).toBe(most);
  expect(texts()).toHaveLength(written);
  expect(fills()).toContain(`${red} ${marks.map((_, row) => `E${firstRow + row + 1}`).join()}`);
  await host.apply(inverse);
  expect(excel.book.dump()).toEqual(before);
});
