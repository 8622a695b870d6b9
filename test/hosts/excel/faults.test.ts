/**
 * What goes wrong between a person, the others who edit along, and Excel: each leaves the workbook as
 * it was, or does what was asked, and is told in one sentence.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import { hostMessages } from '../../../src/i18n/vi/host';
import { type Host, type HostProblem, isHostError } from '../../../src/workbook/host';
import type { Change, Patch } from '../../../src/workbook/patch';
import type { BookModel } from '../../excel-host/bookModel';
import type { ExcelDoor } from '../../excel-host/bridge';
import { recalculate } from '../../excel-host/calculate';
import { beforeActing, isAct, noFaults } from '../../excel-host/faults';
import { HostFailure } from '../../excel-host/hostObject';
import { openExcel, openInFrame } from '../../excel-host/openExcel';
import {
  fill,
  formulaOf,
  hideRows,
  paint,
  shown,
  type,
  typeElsewhere,
} from '../../excel-host/person';
import { shiftSheet } from '../../excel-host/shiftSheet';
import { assignUnits, loadFramework, patchOf } from './patches';
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
  excel.book.editing = false;
  expect(excel.interpreter.unknown).toEqual([]);
  expect(excel.interpreter.broken).toEqual([]);
});

const write = (value: string | number, row = firstRow, at = column.appraised): Patch =>
  patchOf({ kind: 'write', sheet: sheetName, at: { row, column: at }, cells: [[{ value }]] });

/** The work is refused for that reason, in a sentence, and the workbook is as it was before it. */
async function refused(
  work: () => Promise<unknown>,
  problem: HostProblem,
  params: Record<string, string> = {},
): Promise<void> {
  const before = excel.book.dump();
  const error: unknown = await work().then(
    () => new Error('it was not refused'),
    (failure: unknown) => failure,
  );
  if (!isHostError(error)) throw error;
  expect(error.problem).toBe(problem);
  expect(error.params).toMatchObject(params);
  const sentence = hostMessages[error.problem](error.params);
  for (const value of Object.values(params)) expect(sentence).toContain(value);
  expect(excel.book.dump()).toEqual(before);
}

describe('a cell is being edited', () => {
  test('reading, applying and selecting are refused', async () => {
    excel.book.editing = true;
    await refused(() => host.read({ sheets: 'active' }), 'cellEditing');
    await refused(() => host.apply(write(2)), 'cellEditing');
    await refused(() => host.select(sheetName, { row: 0, column: 0 }), 'cellEditing');
  });

  test('so is a change whose second trip meets it', async () => {
    const apply = host.apply(write(2));
    await untilTrips(1);
    excel.book.editing = true;
    await refused(() => apply, 'cellEditing');
  });
});

describe('protection', () => {
  test('a protected sheet refuses a change of structure before anything is done', async () => {
    excel.book.sheet(sheetName).protected = true;
    await refused(() => host.apply(assignUnits(6)), 'sheetProtected', { sheet: sheetName });
    expect(excel.trips.some((trip) => isAct(trip.request))).toBe(false);
  });

  test('its locked cells refuse an entry', async () => {
    excel.book.sheet(sheetName).protected = true;
    await refused(() => host.apply(write(2)), 'sheetProtected', { sheet: sheetName });
  });

  test('its unlocked cells take one, and give it back', async () => {
    paint(excel.book, sheetName, 'E5:E10', { 'protection.locked': false });
    excel.book.sheet(sheetName).protected = true;
    const before = excel.book.dump();
    const inverse = await host.apply(write('- 1,5'));
    expect(shown(excel.book, sheetName, 'E5')).toBe('- 1,5');
    await host.apply(inverse);
    expect(excel.book.dump()).toEqual(before);
  });

  test('a sheet protected meanwhile keeps what it holds', async () => {
    const patch = assignUnits(6);
    beforeActing(excel, () => (excel.book.sheet(sheetName).protected = true));
    const before = excel.book.sheet(sheetName).dump();
    await expect(host.apply(patch)).rejects.toMatchObject({ problem: 'sheetProtected' });
    expect({ ...excel.book.sheet(sheetName).dump(), protected: false }).toEqual(before);
  });

  test('a protected workbook refuses a new sheet', async () => {
    excel.book.protected = true;
    await refused(() => host.apply(loadFramework(2)), 'workbookProtected');
  });
});

describe('others edit along', () => {
  const expecting = (patch: Patch): Patch => ({
    ...patch,
    expects: [
      { sheet: sheetName, at: { row: firstRow, column: column.max }, seen: [[2, 1.5, 1.25]] },
      {
        sheet: sheetName,
        at: { row: firstRow, column: column.deduction },
        seen: [[{ formula: '=C5-E5' }, '- Chưa ban hành kế hoạch']],
      },
    ],
  });

  test('what is as the plan saw it may be changed', async () => {
    await host.apply(expecting(write(2)));
    expect(shown(excel.book, sheetName, 'E5')).toBe(2);
  });

  test('a cell that was changed meanwhile stops it, by name', async () => {
    typeElsewhere(excel.book, sheetName, 'D5', '1,7');
    const params = { sheet: sheetName, cell: 'D5' };
    await refused(() => host.apply(expecting(write(2))), 'changedMeanwhile', params);
  });

  test('so does a formula that was typed over with its own value', async () => {
    type(excel.book, sheetName, 'F5', '0,75');
    await refused(() => host.apply(expecting(write(2))), 'changedMeanwhile', { cell: 'F5' });
  });

  test('a sheet that was deleted is named', async () => {
    excel.book.removeSheet(excel.book.sheet(sheetName));
    const params = { sheet: sheetName };
    await refused(() => host.apply(expecting(write(2))), 'sheetGone', params);
    await refused(() => host.apply(write(2)), 'sheetGone', params);
    await refused(() => host.read({ sheets: [sheetName] }), 'sheetGone', params);
    await refused(() => host.select(sheetName, { row: 0, column: 0 }), 'sheetGone', params);
  });

  test('a sheet deleted between the two trips is named', async () => {
    const apply = host.apply(write(2));
    await untilTrips(1);
    excel.book.removeSheet(excel.book.sheet(sheetName));
    await refused(() => apply, 'sheetGone', { sheet: sheetName });
  });

  test.each([
    ['a row above', (book: BookModel) => shift(book, 'row', 2, 1)],
    ['a row in the middle', (book: BookModel) => shift(book, 'row', 6, 1)],
    ['a row less', (book: BookModel) => shift(book, 'row', 6, -1)],
    ['a column', (book: BookModel) => shift(book, 'column', 3, 1)],
    ['a column less', (book: BookModel) => shift(book, 'column', 3, -1)],
  ])('%s between the two trips stops it before anything is done', async (_, happens) => {
    const wanted = excel.book.copy();
    happens(wanted);
    beforeActing(excel, () => happens(excel.book));
    await expect(host.apply(expecting(write(2)))).rejects.toMatchObject({
      problem: 'changedMeanwhile',
      params: { sheet: sheetName, what: 'shape' },
    });
    recalculate(wanted);
    expect(excel.book.dump()).toEqual(wanted.dump());
    expect(excel.trips).toHaveLength(2);
  });

  test('a workbook of the old format has smaller sheets, and is changed like any other', async () => {
    excel.book.sheet(sheetName).size = { rows: 65_536, columns: 256 };
    await host.apply(write(2));
    expect(excel.trips).toHaveLength(2);
  });

  test('a sheet of the same name, in other capitals, stops a new one', async () => {
    excel.book.newSheet('KHUNG');
    const patch = patchOf({
      kind: 'newSheet',
      sheet: 'Khung',
      visibility: 'visible',
      activate: false,
    });
    await refused(() => host.apply(patch), 'sheetExists', { sheet: 'Khung' });
  });
});

describe('a table of Excel', () => {
  const table = { top: 3, bottom: 9, left: 0, right: 7 };
  const merge = (top: number, left: number): Change => ({
    kind: 'merge',
    sheet: sheetName,
    area: { top, bottom: top + 1, left, right: left },
  });
  beforeEach(() => {
    excel.book.sheet(sheetName).merges = [];
    excel.book.sheet(sheetName).tables = [{ name: 'BangDiem', area: table }];
  });

  test('stops a merge in it before anything is done, by name', async () => {
    const params = { sheet: sheetName, table: 'BangDiem' };
    await refused(() => host.apply(patchOf(merge(4, 1))), 'insideTable', params);
    await refused(
      () =>
        host.apply(
          patchOf(
            { kind: 'insertColumns', sheet: sheetName, before: 8, count: 1 },
            { kind: 'insertColumns', sheet: sheetName, before: 0, count: 1 },
            merge(4, 8),
          ),
        ),
      'insideTable',
      params,
    );
    expect(excel.trips.some((trip) => isAct(trip.request))).toBe(false);
  });

  test('lets cells outside of it be merged, and rows and columns come into it', async () => {
    const before = excel.book.dump();
    const inverse = await host.apply(
      patchOf(
        { kind: 'insertColumns', sheet: sheetName, before: 4, count: 2 },
        { kind: 'insertRows', sheet: sheetName, before: 6, count: 1 },
        merge(0, 1),
        merge(4, 10),
      ),
    );
    const [grown] = excel.book.sheet(sheetName).tables;
    expect(grown?.area).toEqual({ top: 3, bottom: 10, left: 0, right: 9 });
    await host.apply(inverse);
    expect(excel.book.dump()).toEqual(before);
  });
});

describe('the sheet that was active before a new one was made', () => {
  const load = () =>
    host.apply(
      patchOf({ kind: 'newSheet', sheet: 'Khung', visibility: 'visible', activate: true }),
    );
  const names = () => excel.book.sheets.map(({ name }) => name);

  test('is shown again by undo', async () => {
    const inverse = await load();
    expect(excel.book.active.name).toBe('Khung');
    await host.apply(inverse);
    expect(excel.book.active.name).toBe(sheetName);
  });

  test.each([
    ['renamed', () => (excel.book.sheet(sheetName).name = 'Bảng cũ')],
    ['deleted', () => excel.book.removeSheet(excel.book.sheet(sheetName))],
    ['hidden', () => (excel.book.sheet(sheetName).visibility = 'Hidden')],
  ])('does not stand in the way of undo when it was %s since', async (_, happens) => {
    const inverse = await load();
    happens();
    await host.apply(inverse);
    expect(names()).not.toContain('Khung');
  });
});

describe('hidden and filtered rows', () => {
  beforeEach(() => hideRows(excel.book.sheet(sheetName), [5, 6], true));

  test('are read, and said to be hidden', async () => {
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]).toMatchObject({ hiddenRows: [5, 6], filtered: true });
    expect(sheets[0]?.values[5]?.[column.max]).toBe(2);
  });

  test('are written to, stay hidden, and keep their heights', async () => {
    const before = excel.book.dump();
    const inverse = await host.apply(
      patchOf(...write(2, 5).changes, {
        kind: 'rowHeight',
        sheet: sheetName,
        first: 4,
        heights: [40, 40, 40, 40],
      }),
    );
    const sheet = excel.book.sheet(sheetName);
    expect(shown(excel.book, sheetName, 'E6')).toBe(2);
    expect([...sheet.hiddenRows]).toEqual([5, 6]);
    expect([4, 5, 6, 7].map((row) => sheet.rowHeights.get(row))).toEqual([40, 45, undefined, 40]);
    await host.apply(inverse);
    expect(excel.book.dump()).toEqual(before);
  });
});

describe('merged headers', () => {
  test('grow with columns inserted in their middle, and shrink back', async () => {
    const before = excel.book.dump();
    const inverse = await host.apply(
      patchOf(
        { kind: 'insertColumns', sheet: sheetName, before: 4, count: 2 },
        { kind: 'write', sheet: sheetName, at: { row: 3, column: 4 }, cells: [[{ value: 'x' }]] },
      ),
    );
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.merges).toContainEqual({ top: 2, bottom: 2, left: 2, right: 7 });
    await host.apply(inverse);
    expect(excel.book.dump()).toEqual(before);
  });

  test('are read whole, also where there are more than Excel tells at once', async () => {
    const sheet = excel.book.sheet(sheetName);
    const merges = Array.from({ length: 700 }, (_, i) => ({
      top: 20 + i * 2,
      bottom: 21 + i * 2,
      left: 1,
      right: 2,
    }));
    sheet.merges.push(...merges, { top: 20, bottom: 1400, left: 4, right: 4 });
    fill(excel.book, sheetName, 'H1500', [['cuối']]);
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.merges).toHaveLength(sheet.merges.length);
    expect(sheets[0]?.merges).toEqual(expect.arrayContaining(sheet.merges));
  });
});

describe('long texts', () => {
  const longest = 'ộ'.repeat(32_767);

  test.each([
    ['the longest there is', longest],
    ['the longest, and like a formula', `=${longest.slice(1)}`],
  ])('%s stays whole', async (_, text) => {
    await host.apply(write(text));
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.values[firstRow]?.[column.appraised]).toBe(text);
  });

  test('a longer one is refused before anything is done, by its cell', async () => {
    await refused(() => host.apply(write(`${longest}.`)), 'textTooLong', {
      sheet: sheetName,
      cell: 'E5',
      length: '32768',
      limit: '32767',
    });
    expect(excel.trips).toEqual([]);
  });
});

describe('names', () => {
  test('a sheet name with quotes and blanks is read, written and selected', async () => {
    const name = "Bảng 'chính thức' – 6T";
    excel.book.sheet(sheetName).name = name;
    excel.book.newSheet('Khác');
    const at = { row: firstRow, column: column.appraised };
    await host.apply(patchOf({ kind: 'write', sheet: name, at, cells: [[{ value: 1 }]] }));
    const { sheets } = await host.read({ sheets: [name] });
    expect(sheets[0]?.values[firstRow]?.[column.appraised]).toBe(1);
    await host.select(name, at);
    expect(excel.book.selection).toMatchObject({ top: firstRow, left: column.appraised });
  });

  test('references follow inserted columns on every sheet, and come back', async () => {
    const inverse = await host.apply(
      patchOf({ kind: 'insertColumns', sheet: sheetName, before: 5, count: 2 }),
    );
    expect(excel.book.names[0]?.formula).toBe("='Bảng điểm'!$H$11");
    expect(formulaOf(excel.book, 'Tổng hợp', 'A1')).toContain("'Bảng điểm'!H11");
    await host.apply(inverse);
    expect(excel.book.names[0]?.formula).toBe("='Bảng điểm'!$F$11");
  });
});

describe('several windows', () => {
  test('the sheet that another window shows does not matter', async () => {
    excel.book.active = excel.book.sheet('Tổng hợp');
    await host.apply(write(2));
    expect(shown(excel.book, sheetName, 'E5')).toBe(2);
    expect(excel.book.active.name).toBe('Tổng hợp');
  });

  test('two panes over one workbook do not overwrite each other', async () => {
    const other = await openInFrame(excel.book);
    const theirs = inWindow(other.window, createExcelHost());
    const seen = [[1.25]];
    const at = { row: firstRow, column: column.appraised };
    const expects = [{ sheet: sheetName, at, seen }];
    await theirs.apply({ ...write(2), expects });
    await refused(() => host.apply({ ...write(1), expects }), 'changedMeanwhile', { cell: 'E5' });
    expect(shown(excel.book, sheetName, 'E5')).toBe(2);
  });
});

describe('the pane is closed', () => {
  afterEach(() => (excel.closed = false));

  test('before the change is sent: nothing is changed', async () => {
    const before = excel.book.dump();
    excel.closed = true;
    void host.apply(assignUnits(6));
    await untilTrips(1);
    await pause(30);
    expect(excel.book.dump()).toEqual(before);
  });

  test('while Excel is at it: all of the change is there, and can be read afterwards', async () => {
    beforeActing(excel, () => (excel.closed = true));
    void host.apply(assignUnits(6));
    await untilTrips(2);
    excel.closed = false;
    const left = excel.book.dump();
    showBook(excel, scoreBook(6));
    await host.apply(assignUnits(6));
    expect(left).toEqual(excel.book.dump());
  });
});

test('where Excel will not even take it back, that is said', async () => {
  let failing = false;
  excel.interpreter.beforeAction = (action, _, batch) => {
    if (!isAct(batch)) return;
    if (action.Name === 'Merge') failing = true;
    if (failing && action.Name !== '') throw new HostFailure('GeneralException');
  };
  await expect(host.apply(assignUnits(6))).rejects.toMatchObject({ problem: 'halfDone' });
});

function shift(book: BookModel, axis: 'row' | 'column', at: number, count: number): void {
  shiftSheet(book, book.sheet(sheetName), { axis, at, count });
}

async function untilTrips(count: number): Promise<void> {
  while (excel.trips.length < count) await pause(1);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The host as the code of another window has it: its library is that window's own. */
function inWindow(other: Window & { Excel: typeof Excel }, theirs: Host): Pick<Host, 'apply'> {
  return {
    async apply(patch) {
      const own = globalThis.Excel;
      Object.assign(globalThis, { Excel: other.Excel });
      try {
        return await theirs.apply(patch);
      } finally {
        Object.assign(globalThis, { Excel: own });
      }
    },
  };
}
