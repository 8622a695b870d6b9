/** A framework from what is selected in the open workbook: whatever a person may have selected. */
import { importMessages } from '../../src/i18n/vi/framework';
import { importMessages as english } from '../../src/i18n/en/framework';
import type { FrameworkImport } from '../../src/usecases/importFramework';
import { importSelection, importSheet } from '../../src/usecases/importSelection';
import { parseArea } from '../../src/workbook/address';
import type { SheetSnapshot } from '../../src/workbook/snapshot';
import { FakeHost } from '../support/fakeHost';

/** Title, blank row, table A4:D9, and beside it, a column apart, notes of the officer. */
const values: SheetSnapshot['values'] = [
  ['UBND TỈNH BÌNH ĐỊNH', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null, null],
  ['BỘ CHỈ SỐ CCHC ÁP DỤNG CHO UBND CẤP XÃ NĂM 2024', null, null, null, null, null],
  [null, null, null, null, null, null],
  ['STT', 'Lĩnh vực, tiêu chí', 'Điểm', null, null, 'việc riêng'],
  [null, null, 'Tối đa', 'Tự chấm', null, 'gọi Sở Nội vụ'],
  ['1', 'Chỉ đạo, điều hành', 3, 2, null, null],
  ['1.1', 'Kế hoạch CCHC', 1.5, 1, null, null],
  ['1.2', 'Báo cáo CCHC', 1.5, 1, null, null],
  ['2', 'Cải cách thể chế', 2, 2, null, null],
];
const merges = ['A2:D2', 'A4:A5', 'B4:B5', 'C4:D4'].map((name) => parseArea(name)!);

function hostOf(change: (sheet: SheetSnapshot) => void = () => undefined): FakeHost {
  const grid = <T>(value: T) => values.map((row) => row.map(() => value));
  const sheet: SheetSnapshot = {
    name: 'Khung 2024',
    visibility: 'visible',
    protected: false,
    rowCount: values.length,
    columnCount: 6,
    values: values.map((row) => [...row]),
    formulas: grid<string | null>(null),
    numberFormats: grid('General'),
    bold: grid(false),
    indents: grid(0),
    merges,
    hiddenRows: [],
    hiddenColumns: [],
    filtered: false,
  };
  change(sheet);
  return new FakeHost({
    sheets: [sheet],
    sheetNames: [sheet.name],
    activeSheet: sheet.name,
    state: null,
  });
}

async function read(address: string, host = hostOf()): Promise<FrameworkImport> {
  host.choose('Khung 2024', address);
  return importSelection(host);
}

function tree(imported: FrameworkImport): string[] {
  if (imported.kind !== 'reading') throw new Error(`a ${imported.kind}`);
  return (imported.reading.draft?.areas ?? []).map(
    ({ code, name, max, children = [] }) => `${code} ${name} ${max}: ${children.length}`,
  );
}

const place = (imported: FrameworkImport) =>
  imported.kind === 'framework' ? undefined : imported.place;

const whole = ['1 Chỉ đạo, điều hành 3: 2', '2 Cải cách thể chế 2: 0'];

test.each([
  ['the table, dragged over', 'A4:D9', 'A4:D9'],
  ['one cell in it: the table around it', 'B7', 'A4:D9'],
  ['one cell under a merge of its header', 'A4:A5', 'A4:D9'],
  ['the blank cell beneath it', 'B10', 'A4:D9'],
  ['whole columns', 'A1:D1048576', 'A1:D9'],
  ['whole rows', 'A4:XFD9', 'A4:F9'],
  ['the whole sheet', 'A1:XFD1048576', 'A1:F9'],
])('%s', async (_, selected, taken) => {
  const imported = await read(selected);
  expect(place(imported)).toEqual({
    sheet: 'Khung 2024',
    area: taken,
    hiddenRows: 0,
    hiddenColumns: 0,
  });
  expect(tree(imported)).toEqual(whole);
});

test('the title above the table names the framework, though it was not selected', async () => {
  const imported = await read('A4:D9');
  expect(imported.kind === 'reading' && imported.reading.head).toMatchObject({
    title: 'BỘ CHỈ SỐ CCHC ÁP DỤNG CHO UBND CẤP XÃ NĂM 2024',
    level: 'commune',
    year: 2024,
  });
});

test('a header that the selection cuts still says what its columns are', async () => {
  expect(tree(await read('A5:D9'))).toEqual(whole);
  expect(tree(await read('B4:C9'))).toHaveLength(4);
});

test('a part of the table is that part', async () => {
  expect(tree(await read('A4:C7'))).toEqual(['1 Chỉ đạo, điều hành 3: 1']);
});

test('hidden rows and columns are read, and counted', async () => {
  const hidden = (sheet: SheetSnapshot) => {
    sheet.hiddenRows = [0, 6, 7];
    sheet.hiddenColumns = [3, 5];
  };
  const imported = await read('A4:D9', hostOf(hidden));
  expect(tree(imported)).toEqual(whole);
  expect(place(imported)).toMatchObject({ hiddenRows: 2, hiddenColumns: 1 });
});

test('the sheet is read when it is asked for, not as it was before', async () => {
  const host = hostOf();
  host.choose('Khung 2024', 'A4:D9');
  await importSelection(host);
  host.sheet('Khung 2024').values[8]![2] = 2.5;
  expect(tree(await importSelection(host))[1]).toBe('2 Cải cách thể chế 2.5: 0');
  host.sheet('Khung 2024').values[8]![2] = 4;
  expect(tree(await importSheet(host, 'Khung 2024'))[1]).toBe('2 Cải cách thể chế 4: 0');
});

describe('what is no table is one sentence', () => {
  const lone = (sheet: SheetSnapshot) => {
    sheet.values[8] = [null, null, null, null, null, null];
    sheet.values[7] = ['x', null, null, null, null, null];
    sheet.values[6] = [null, null, null, null, null, null];
  };
  const shape = () => {
    const host = hostOf();
    host.selection = async () => null;
    return importSelection(host);
  };
  const several = () => {
    const host = hostOf();
    host.choose('Khung 2024', 'A4:B9', 3);
    return importSelection(host);
  };
  const cases: [string, () => Promise<FrameworkImport>, string, RegExp][] = [
    ['a chart', shape, 'noSelection', /biểu đồ|hình/],
    ['areas apart', several, 'manyAreas', /3 vùng/],
    ['a cell with nothing around it', () => read('A8', hostOf(lone)), 'loneCell', /A8/],
    ['a blank cell far away', () => read('Z99'), 'loneCell', /Z99/],
    ['a blank area far away', () => read('Y90:Z99'), 'emptyTable', /không có chữ/],
    ['blank cells', () => read('A3:C3'), 'emptyTable', /không có chữ/],
    ['figures of it only', () => read('C6:C9'), 'notCriteria', /cột tên/],
  ];
  test.each(cases)('%s', async (_, attempt, code, says) => {
    const imported = await attempt();
    if (imported.kind !== 'problems') throw new Error('expected a problem');
    expect(imported.problems.map((each) => each.code)).toEqual([code]);
    const params = { ...imported.problems[0]!.params, path: '' };
    const key = imported.problems[0]!.code;
    expect(importMessages[key](params)).toMatch(says);
    for (const words of [importMessages, english]) expect(words[key](params)).toMatch(/\.$/);
  });
});

test('the table around a cell is found whole in twenty thousand rows', async () => {
  const host = hostOf((sheet) => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`1.${i + 1}`, 'Tiêu chí', 1, 1]);
    sheet.values = [...sheet.values.slice(0, 5), ...rows];
    sheet.rowCount = sheet.values.length;
  });
  host.choose('Khung 2024', 'B9000');
  const imported = await importSelection(host);
  expect(imported.kind === 'problems' && imported.problems[0]?.code).toBe('tooManyRows');
});
