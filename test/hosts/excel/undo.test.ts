/**
 * Taking back a change after a person went on working, in Excel (through Microsoft's own library) and in a
 * file: nothing of hers may be lost without a word.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDecoder, TextEncoder } from 'node:util';
import { points } from '../../../src/domain/points';
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import { openWorkbookFile } from '../../../src/hosts/file/fileHost';
import { planAssignments, proposeAssignments } from '../../../src/usecases/assign';
import { planDeductions } from '../../../src/usecases/deduct';
import { builtInFrameworks } from '../../../src/usecases/frameworks';
import { createHistory, type History } from '../../../src/usecases/history';
import { planNewSheet } from '../../../src/usecases/newSheet';
import { readWorkbook, type WorkbookReading } from '../../../src/usecases/readWorkbook';
import type { Plan } from '../../../src/usecases/plan';
import { cellName, parseArea } from '../../../src/workbook/address';
import type { Host } from '../../../src/workbook/host';
import type { CellWrite, Change } from '../../../src/workbook/patch';
import { bookFromSnapshot } from '../../excel-host/browser/bookFromSnapshot';
import type { ExcelDoor } from '../../excel-host/bridge';
import { openExcel } from '../../excel-host/openExcel';
import { showBook } from './showBook';

const SHEET = 'Phụ lục';
// A file is read in a browser's window here, which jsdom makes without these.
Object.assign(globalThis, { TextDecoder, TextEncoder });

let excel: ExcelDoor;
beforeAll(async () => {
  excel = await openExcel();
});
afterEach(() => {
  expect(excel.interpreter.unknown).toEqual([]);
  expect(excel.interpreter.broken).toEqual([]);
});

const bytes = new Uint8Array(
  readFileSync(join(__dirname, '../../../assets/samples/vinh-linh-6t2023.xlsx')),
);
const openSample = () => openWorkbookFile(bytes, 'a.xlsx');

const programs: [string, () => Promise<Host>][] = [
  [
    'Excel',
    async () => {
      const sample = await openSample();
      showBook(excel, bookFromSnapshot(await sample.read({ sheets: 'all' })));
      return createExcelHost();
    },
  ],
  ['a file', openSample],
];

type Make = (reading: WorkbookReading) => Plan;
const assign: Make = (reading) =>
  planAssignments(reading, SHEET, proposeAssignments(reading, SHEET));
const deduct: Make = (reading) =>
  planDeductions(reading, SHEET, { base: points('79'), liveFormulas: false });

async function did(host: Host, make: Make): Promise<History> {
  const history = createHistory(host);
  const reading = await readWorkbook(host, { sheets: 'all' });
  await history.apply(make(reading), 'Việc', reading.snapshot);
  return history;
}

/** What a person does by hand. */
async function byHand(host: Host, ...changes: Change[]): Promise<void> {
  await host.apply({ changes, expects: [] });
}
function entry(cell: string, write: CellWrite, sheet = SHEET): Change {
  const { top, left } = parseArea(cell)!;
  return { kind: 'write', sheet, at: { row: top, column: left }, cells: [[write]] };
}

/** Contents by cell names, blank ones left out. */
async function contents(host: Host, sheet = SHEET): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  const read = (await host.read({ sheets: [sheet] })).sheets[0]!;
  read.values.forEach((line, row) =>
    line.forEach((value, column) => {
      const formula = read.formulas[row]?.[column] ?? null;
      if (formula !== null || (value !== null && value !== ''))
        found[cellName({ row, column })] = formula ?? value;
    }),
  );
  return found;
}

describe.each(programs)('in %s', (_, open) => {
  test('entries beside what was written stay, wherever merges and formats reach', async () => {
    const host = await open();
    const before = await contents(host);
    const history = await did(host, assign);
    const mine = { A1: 'PHỤ LỤC 2 (đã sửa)', E3: 'ĐIỂM THẨM ĐỊNH LẦN 1', G3: 'Ý KIẾN' };
    await byHand(host, ...Object.entries(mine).map(([cell, value]) => entry(cell, { value })));
    expect(await history.undo()).toEqual({ done: true, label: 'Việc' });
    expect(await contents(host)).toEqual({ ...before, ...mine });
  });

  test('notes beside new totals stay, and what she cleared stays cleared', async () => {
    const host = await open();
    const before = await contents(host);
    const history = await did(host, deduct);
    await byHand(
      host,
      entry('G33', { value: 'xem công văn' }),
      entry('H37', { value: 'đã báo cáo' }),
      entry('G5', { value: null }),
    );
    expect((await history.undo())?.done).toBe(true);
    const expected = { ...before, G33: 'xem công văn', H37: 'đã báo cáo' } as typeof before;
    delete expected['G5'];
    expect(await contents(host)).toEqual(expected);
  });

  test('an entry in what was written or added is shown first', async () => {
    const host = await open();
    const history = await did(host, assign);
    await byHand(host, entry('I9', { value: 'Chủ trì, tham mưu' }), entry('J40', { value: 'x' }));
    const result = await history.undo();
    expect(result).toMatchObject({ done: false, canForce: true });
    expect(result && !result.done && result.edited.map(({ cell }) => cell).sort()).toEqual([
      'I9',
      'J40',
    ]);
  });

  test.each([
    ['assign', assign],
    ['deduct', deduct],
  ])('%s: it does not go on where rows were inserted or deleted', async (_name, make) => {
    for (const row of [3, 8, 25, 29, 30]) {
      const host = await open();
      const history = await did(host, make);
      await byHand(
        host,
        { kind: 'insertRows', sheet: SHEET, before: row, count: 1 },
        entry(`B${row + 1}`, { value: 'Tiêu chí mới' }),
      );
      const after = await contents(host);
      expect([row, await history.undo()]).toMatchObject([row, { done: false, canForce: false }]);
      expect([row, await history.undo({ force: true })]).toMatchObject([row, { done: false }]);
      expect(await contents(host)).toEqual(after);
      await byHand(host, { kind: 'deleteRows', sheet: SHEET, first: row, count: 1 });
      expect([row, await history.undo()]).toMatchObject([row, { done: true }]);
    }
  });

  const format = (area: string, numberFormat: string): Change => ({
    kind: 'format',
    sheet: SHEET,
    area: parseArea(area)!,
    format: { numberFormat },
  });

  test('what stays is what she entered: text that looks like a number, a date, a formula', async () => {
    const host = await open();
    const history = await did(host, deduct);
    await byHand(
      host,
      format('G33:G34', '@'),
      format('G35', 'dd/mm/yyyy'),
      entry('G33', { value: '0,5' }),
      entry('G34', { value: '1/2' }),
      entry('G35', { value: 45_120 }),
      entry('G36', { formula: '=C5+1', value: 5 }),
      entry('G37', { value: 'xem CV 12/UBND' }),
    );
    expect((await history.undo())?.done).toBe(true);
    const after = await contents(host);
    const kept = ['G33', 'G34', 'G35', 'G36', 'G37'].map((cell) => after[cell]);
    expect(kept).toEqual(['0,5', '1/2', 45_120, '=C5+1', 'xem CV 12/UBND']);
    const sheet = (await host.read({ sheets: [SHEET] })).sheets[0]!;
    expect(sheet.numberFormats[34]?.[6]).toBe('dd/mm/yyyy');
  });

  test('an entry where a merge comes back is shown first', async () => {
    const host = await open();
    const history = await did(host, assign);
    const title: Change = { kind: 'unmerge', sheet: SHEET, area: parseArea('A1:Q1')! };
    await byHand(host, title, entry('G1', { value: 'Biểu số 2' }));
    expect(await history.undo()).toEqual({
      done: false,
      edited: [{ sheet: SHEET, cell: 'G1' }],
      canForce: true,
    });
  });

  test('most of what was written edited is no move: she may go on', async () => {
    const host = await open();
    const scores = ['E5', 'E6', 'E7', 'E8'];
    const history = await did(host, () => ({
      patch: { changes: scores.map((cell) => entry(cell, { value: 0.5 })), expects: [] },
      lines: [],
      conflicts: [],
    }));
    await byHand(host, ...scores.slice(1).map((cell) => entry(cell, { value: null })));
    expect(await history.undo()).toMatchObject({ done: false, canForce: true });
    expect(await history.undo({ force: true })).toMatchObject({ done: true });
  });

  test('a note moved in the last column is no move of columns', async () => {
    const host = await open();
    await byHand(host, entry('K8', { value: 'đã gửi công văn' }));
    const history = await did(host, () => ({
      patch: { changes: [entry('E10', { value: 0.5 })], expects: [] },
      lines: [],
      conflicts: [],
    }));
    const moved = entry('J8', { value: 'đã gửi công văn' });
    await byHand(host, entry('K8', { value: null }), moved);
    expect(await history.undo()).toMatchObject({ done: true });
  });

  test('a sheet of its own that somebody deleted holds nothing up', async () => {
    const host = await open();
    const before = await contents(host);
    const history = await did(host, deduct);
    const reading = await readWorkbook(host, { sheets: 'all' });
    const [framework] = builtInFrameworks();
    const options = { unit: '', period: '', rounds: 1 } as const;
    const plan = planNewSheet(reading.snapshot, framework!, options);
    await history.apply(plan, 'Nạp khung', reading.snapshot);
    await byHand(host, { kind: 'deleteSheet', sheet: 'Bảng điểm' });
    expect(await history.undo()).toMatchObject({ done: true, label: 'Nạp khung' });
    expect(await history.undo()).toMatchObject({ done: true, label: 'Việc' });
    expect(await contents(host)).toEqual(before);
  });

  test('rows inserted in a sheet of its own do not stop it: the sheet goes whole, after a question', async () => {
    const host = await open();
    const history = await did(host, ({ snapshot }) =>
      planNewSheet(snapshot, builtInFrameworks()[0]!, { unit: '', period: '', rounds: 1 }),
    );
    const sheet = 'Bảng điểm';
    await byHand(
      host,
      { kind: 'insertRows', sheet, before: 10, count: 1 },
      entry('B11', { value: 'Tiêu chí thêm' }, sheet),
    );
    expect(await history.undo()).toMatchObject({ done: false, canForce: true });
    expect(await history.undo({ force: true })).toMatchObject({ done: true });
    expect((await host.read({ sheets: 'all' })).sheetNames).toEqual([SHEET]);
  });

  test('a single fix is not taken back from another criterion that stands there now', async () => {
    const host = await open();
    const history = await did(host, () => ({
      patch: { changes: [entry('E10', { value: 0.5 })], expects: [] },
      lines: [],
      conflicts: [],
    }));
    await byHand(host, { kind: 'insertRows', sheet: SHEET, before: 4, count: 1 });
    expect(await history.undo()).toMatchObject({ done: false, canForce: false });
  });

  test('a formula elsewhere that would point nowhere is shown first', async () => {
    const host = await open();
    const history = await did(host, assign);
    await byHand(
      host,
      { kind: 'newSheet', sheet: 'Tổng hợp', visibility: 'visible', activate: false },
      entry('B2', { formula: "='Phụ lục'!I33", value: 0 }, 'Tổng hợp'),
      entry('B3', { formula: "='Phụ lục'!E5", value: 0 }, 'Tổng hợp'),
    );
    expect(await history.undo()).toEqual({
      done: false,
      edited: [{ sheet: 'Tổng hợp', cell: 'B2' }],
      canForce: true,
    });
  });

  test('a formula of hers that undo would overwrite reads as it should afterwards', async () => {
    const host = await open();
    const history = await did(host, assign);
    await byHand(host, entry('E3', { formula: '="ĐIỂM "&R6', value: 'ĐIỂM ' }));
    expect((await history.undo())?.done).toBe(true);
    expect((await contents(host))['E3']).toBe('="ĐIỂM "&I5');
  });
});
