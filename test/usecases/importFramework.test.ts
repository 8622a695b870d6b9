/** The same framework from every source; and one clear sentence for everything that is none. */
import { strToU8 } from 'fflate';
import { frameworkJson } from '../../src/domain/framework/frameworkTable';
import type { Framework, FrameworkNode } from '../../src/domain/framework/framework';
import { importMessages } from '../../src/i18n/vi/framework';
import { importMessages as english } from '../../src/i18n/en/framework';
import {
  fromClipboard,
  fromDocx,
  fromFile,
  fromHtml,
  fromJson,
  fromSnapshotSheet,
  fromTsv,
  withColumns,
  type FrameworkImport,
} from '../../src/usecases/importFramework';
import type { SheetSnapshot } from '../../src/workbook/snapshot';
import { printFramework, tableAsHtml, tableAsText, tablesAsDocx } from '../support/printFramework';

const node = (
  code: string,
  name: string,
  max: string,
  children?: FrameworkNode[],
): FrameworkNode => ({
  code,
  name,
  max,
  ...(children ? { children } : {}),
});

const framework: Framework = {
  id: '12-qd-ubnd-2026',
  title: 'BỘ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA UBND CẤP XÃ',
  decision: 'Quyết định số 12/QĐ-UBND ngày 05/01/2026',
  issuer: 'UBND tỉnh',
  province: '',
  level: 'commune',
  year: 2026,
  completeness: 'complete',
  completenessNote: '',
  notes: [],
  total: '6',
  areas: [
    node('1', 'Công tác chỉ đạo, điều hành', '3.5', [
      node('1.1', 'Mức độ thực hiện kế hoạch CCHC\n(không ban hành thì không có điểm)', '2'),
      node('1.2', 'Báo cáo CCHC', '1.5', [
        node('1.2.1', 'Báo cáo quý', '0.5'),
        node('1.2.2', 'Báo cáo năm', '1'),
      ]),
    ]),
    node('2', 'Cải cách thể chế', '2.5', [node('2.1', 'Rà soát văn bản', '2.5')]),
  ],
};
const flatNames: Framework = JSON.parse(JSON.stringify(framework).replace('\\n', ' ')) as Framework;
const table = printFramework(framework, { layout: 'coded', trimmings: true });

function draft(imported: FrameworkImport): Framework | null {
  if (imported.kind === 'problems') throw new Error(imported.problems[0]?.code);
  return imported.kind === 'framework' ? imported.framework : imported.reading.draft;
}

describe('one framework', () => {
  test('from the clipboard as HTML, and as text where there is no table in it', async () => {
    const html = tableAsHtml(table);
    const text = tableAsText(table);
    expect(draft(await fromClipboard({ html, text }))).toEqual(flatNames);
    expect(draft(await fromClipboard({ html: '<p>x</p>', text }))?.areas).toEqual(flatNames.areas);
    expect(draft(await fromClipboard({ html: '', text: frameworkJson(framework) }))).toEqual(
      framework,
    );
  });

  test('from a .docx, in one table or in three', async () => {
    expect(draft(await fromDocx(tablesAsDocx([table])))).toEqual(flatNames);
    const { rows } = table;
    const pieces = [rows.slice(0, 7), rows.slice(7, 9), rows.slice(9)].map((part) => ({
      rows: part,
    }));
    expect(draft(await fromDocx(tablesAsDocx(pieces)))).toEqual(flatNames);
  });

  test('from files by what is in them, whatever they are called', async () => {
    const read = async (name: string, bytes: Uint8Array) =>
      draft(await fromFile(name, bytes))?.areas;
    expect(await read('a.doc', tablesAsDocx([table]))).toEqual(flatNames.areas);
    expect(await read('a.xls', strToU8(tableAsHtml(table).replace(/^[^<]*/, '')))).toEqual(
      flatNames.areas,
    );
    expect(await read('a.txt', strToU8(`\uFEFF${tableAsText(table)}`))).toEqual(flatNames.areas);
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${tableAsText(table)}`, 'utf16le'));
    expect(await read('Unicode.txt', utf16)).toEqual(flatNames.areas);
    expect(await read('a.json', strToU8(frameworkJson(framework)))).toEqual(framework.areas);
  });

  test('from a sheet: codes as numbers, dates, merges, bold; also from a selection', () => {
    const sheet = sheetOf([
      ['BỘ CHỈ SỐ CCHC', null, null],
      ['STT', 'Tiêu chí', 'Điểm tối đa'],
      [1, 'Chỉ đạo, điều hành', 3.5],
      [1.1, 'Kế hoạch', 0.30000000000000004],
      [46054, 'Báo cáo', 1.2],
      [null, 'Tổng cộng', 3.5],
    ]);
    sheet.merges.push({ top: 0, left: 0, bottom: 0, right: 2 });
    sheet.numberFormats[4]![0] = 'd/m/yyyy';
    const whole = fromSnapshotSheet(sheet);
    expect(draft(whole)?.areas).toEqual([
      node('1', 'Chỉ đạo, điều hành', '3.5', [
        node('1.1', 'Kế hoạch', '0.3'),
        node('1.2', 'Báo cáo', '1.2'),
      ]),
    ]);
    expect(whole.kind === 'reading' && whole.reading.problems.map(({ code }) => code)).toEqual([
      'dateCode',
    ]);
    const part = fromSnapshotSheet(sheet, { top: 1, left: 0, bottom: 3, right: 2 });
    expect(draft(part)?.areas[0]?.children).toHaveLength(1);
  });

  test('read again with other columns', () => {
    const imported = fromTsv('Mã\tTên tiêu chí\tA\tB\n1\tChỉ đạo\t2\t9\n');
    if (imported.kind !== 'reading') throw new Error('expected a reading');
    expect(draft(withColumns(imported, { max: 3 }))?.areas[0]?.max).toBe('9');
  });
});

describe('what is no framework', () => {
  const cases: [string, () => FrameworkImport | Promise<FrameworkImport>, string][] = [
    ['an empty clipboard', () => fromClipboard({ html: '', text: ' ' }), 'emptySource'],
    [
      'a pasted picture',
      () => fromClipboard({ html: '<img src="file:///a.png">', text: '' }),
      'pictureOnly',
    ],
    ['an empty table', () => fromHtml('<table><tr><td> </td></tr></table>'), 'emptyTable'],
    ['a table of something else', () => fromTsv('Họ tên\tChức vụ\nA B\tC'), 'notCriteria'],
    ['a header alone', () => fromTsv('STT\tTiêu chí\tĐiểm tối đa'), 'noNodes'],
    ['100,000 rows', () => fromTsv('1\tx\t1\n'.repeat(100_000)), 'sourceTooManyRows'],
    ['a .doc', () => fromFile('a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])), 'oldWord'],
    [
      'a workbook',
      () => fromFile('a.docx', strToU8('PK\u0003\u0004 xl/workbook.xml')),
      'workbookFile',
    ],
    ['HTML with scripts only', () => fromHtml('<script>alert(1)</script>'), 'noTable'],
    ['JSON cut in the middle', () => fromJson('{"areas": ['), 'notJson'],
  ];

  test.each(cases)('%s is one problem, worded in both languages', async (_, attempt, code) => {
    const imported = await attempt();
    expect(imported.kind === 'problems' && imported.problems.map((each) => each.code)).toEqual([
      code,
    ]);
    if (imported.kind !== 'problems') return;
    for (const { code: found, params, path } of imported.problems)
      for (const words of [importMessages, english])
        expect(words[found]({ ...params, path })).toMatch(/^[^?]{20,}\.$/);
  });
});

function sheetOf(values: SheetSnapshot['values']): SheetSnapshot {
  const grid = <T>(value: T) => values.map((row) => row.map(() => value));
  return {
    name: 'Khung',
    visibility: 'visible',
    protected: false,
    rowCount: values.length,
    columnCount: values[0]?.length ?? 0,
    values,
    formulas: grid<string | null>(null),
    numberFormats: grid('General'),
    bold: grid(false),
    indents: grid(0),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filtered: false,
  };
}
