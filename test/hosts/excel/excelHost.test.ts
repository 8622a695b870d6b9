/**
 * What the host does to a workbook, through Microsoft's own client library.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import type { Patch } from '../../../src/workbook/patch';
import type { ExcelDoor } from '../../excel-host/bridge';
import { openExcel } from '../../excel-host/openExcel';
import { formulaOf, shown } from '../../excel-host/person';
import { keyOf } from '../../excel-host/sheetModel';
import { assignUnits, changeEverything, loadFramework, patchOf } from './patches';
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

describe('undo leaves the workbook exactly as it was', () => {
  const patches: [string, Patch][] = [
    ['assigning units', assignUnits(30)],
    ['every change to cells that are there', changeEverything(30)],
    ['loading a framework', loadFramework(30)],
  ];
  test.each(patches)('%s', async (_, patch) => {
    showBook(excel, scoreBook());
    await host.read({ sheets: 'all' });
    const before = excel.book.dump();
    const inverse = await host.apply(patch);
    const after = excel.book.dump();
    expect(after).not.toEqual(before);
    const again = await host.apply(JSON.parse(JSON.stringify(inverse)) as Patch);
    expect(excel.book.dump()).toEqual(before);
    await host.apply(again);
    expect(excel.book.dump()).toEqual(after);
  });
});

test('a loaded sheet whose rows a person has ungrouped or grouped since is taken back all the same', async () => {
  const regroup: ((levels: Map<number, number>) => void)[] = [
    (levels) => levels.clear(),
    (levels) => levels.set(0, 1).set(2, 3),
  ];
  for (const change of regroup) {
    showBook(excel, scoreBook());
    await host.read({ sheets: 'all' });
    const before = excel.book.dump();
    const inverse = await host.apply(loadFramework(10));
    const loaded = excel.book.dump();
    change(excel.book.sheet("Khung 'mới' 2026").rowLevels);
    const again = await host.apply(inverse);
    expect(excel.book.dump()).toEqual(before);
    // As the product had grouped them: how a person did is not to be read.
    await host.apply(again);
    expect(excel.book.dump()).toEqual(loaded);
  }
});

test('rows that a person has grouped herself keep their levels through a change and its undo', async () => {
  showBook(excel, scoreBook());
  const { rowLevels } = excel.book.sheet(sheetName);
  // Rows that a patch deletes are not brought back with their levels (decision 030).
  for (let row = 5; row < 8; row += 1) rowLevels.set(row, 1);
  await host.read({ sheets: 'all' });
  const before = excel.book.dump();
  for (const patch of [assignUnits(30), changeEverything(30), loadFramework(30)]) {
    const inverse = await host.apply(patch);
    await host.apply(inverse);
    expect(excel.book.dump()).toEqual(before);
  }
});

test('a list that is not strict warns of other answers; a strict one stops them', async () => {
  showBook(excel, scoreBook());
  const words = { title: 'Số liệu kê khai', message: 'Chọn một mục' };
  const list = { kind: 'list' as const, values: ['Có', 'Không'], prompt: words, error: words };
  const at = (row: number) => ({ top: row, bottom: row, left: 9, right: 9 });
  await host.apply(
    patchOf(
      { kind: 'validation', sheet: sheetName, area: at(4), rule: { ...list, strict: false } },
      { kind: 'validation', sheet: sheetName, area: at(5), rule: list },
    ),
  );
  const { validations } = excel.book.sheet(sheetName);
  const styles = [4, 5].map((row) => validations.get(keyOf(row, 9))?.errorAlert.style);
  expect(styles).toEqual(['Warning', 'Stop']);
});

test('text is never taken for a number, a date or a formula', async () => {
  showBook(excel, scoreBook());
  const texts = [
    '3.10',
    '1-2',
    '- gạch đầu dòng',
    '=A1',
    '+1',
    '@x',
    "'nháy",
    '#N/A',
    'TRUE',
    '12%',
  ];
  const cells = texts.map((value) => [{ value }]);
  await host.apply(patchOf({ kind: 'write', sheet: sheetName, at: { row: 4, column: 9 }, cells }));
  const read = await host.read({ sheets: 'active' });
  texts.forEach((text, i) => {
    expect(shown(excel.book, sheetName, `J${5 + i}`)).toBe(text);
    expect(read.sheets[0]?.values[4 + i]?.[9]).toBe(text);
    expect(read.sheets[0]?.formulas[4 + i]?.[9]).toBeNull();
  });
});

test('numbers and formulas stay what they are in cells formatted as text', async () => {
  showBook(excel, scoreBook());
  await host.apply(
    patchOf({
      kind: 'write',
      sheet: sheetName,
      at: { row: 4, column: 0 },
      cells: [[{ value: 3.5 }], [{ formula: '=1+1', value: 2 }]],
    }),
  );
  expect(shown(excel.book, sheetName, 'A5')).toBe(3.5);
  expect(formulaOf(excel.book, sheetName, 'A6')).toBe('=1+1');
});
