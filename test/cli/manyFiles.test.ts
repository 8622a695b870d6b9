/** Folders and many files: one after the other, in natural order, and a broken one stops nothing. */
import { readWorkbook } from '../../src/usecases/readWorkbook';
import { cchc, textFile } from '../support/cliMachine';
import { sampleBytes } from '../support/sample';

const sample = sampleBytes();
const broken = textFile('không phải sổ tính');

interface Report {
  sheets: { file: string }[];
  problems?: { file: string; message: string }[];
}

test('a folder stands for its workbooks, in natural order, without locks and hidden files', async () => {
  const names = [
    'xã 10.xlsx',
    'xã 2.xlsx',
    'con/Xã 1.XLSX',
    '~$xã 2.xlsx',
    '.cũ.xlsx',
    '.an/a.xlsx',
  ];
  const files = new Map([...names, 'ghi chú.txt'].map((name) => [`kho/${name}`, sample]));
  const { out, code } = await cchc('check kho --base 79 --json', files);
  const report = JSON.parse(out) as Report;
  expect(report.sheets.map(({ file }) => file)).toEqual([
    'kho/con/Xã 1.XLSX',
    'kho/xã 2.xlsx',
    'kho/xã 10.xlsx',
  ]);
  expect(report.problems).toBeUndefined();
  expect(code).toBe(0);
});

test('a broken file is told, the rest is checked', async () => {
  const files = new Map([
    ['kho/a.xlsx', sample],
    ['kho/b.xlsx', broken],
    ['kho/c.xlsx', sample],
  ]);
  const json = await cchc('check kho --json', files);
  const report = JSON.parse(json.out) as Report;
  expect(report.sheets.map(({ file }) => file)).toEqual(['kho/a.xlsx', 'kho/c.xlsx']);
  expect(report.problems).toEqual([
    { file: 'kho/b.xlsx', message: expect.stringContaining('không phải sổ tính .xlsx') as string },
  ]);
  expect(json.code).toBe(2);
  const { out, errors } = await cchc('check kho', files);
  expect(errors).toEqual([expect.stringMatching(/^kho\/b\.xlsx: /)]);
  expect(out).toContain('Tổng cộng 3 tệp, 2 bảng điểm; 1 tệp không kiểm tra được; 0 lỗi');
});

test('a file that is named twice, or by a folder as well, is checked once', async () => {
  const files = new Map([['kho/a.xlsx', sample]]);
  const { out } = await cchc('check kho kho/a.xlsx ./kho/a.xlsx --json', files);
  expect((JSON.parse(out) as Report).sheets).toHaveLength(1);
});

test('a folder without workbooks is one sentence', async () => {
  const { code, errors } = await cchc('check kho', new Map([['kho/a.txt', broken]]));
  expect(code).toBe(2);
  expect(errors).toEqual(['Không có tệp .xlsx nào trong thư mục “kho”.']);
});

test('--out writes a summary by file and one list', async () => {
  const files = new Map([
    ['kho/a.xlsx', sample],
    ['kho/b.xlsx', broken],
  ]);
  const { machine } = await cchc('check kho --base 79 --out ra.xlsx --json', files);
  const { snapshot } = await readWorkbook(await machine.openWorkbook('ra.xlsx'), { sheets: 'all' });
  expect(snapshot.sheetNames).toEqual(['Tổng hợp kiểm tra', 'Danh sách cần xem']);
  const [summary, list] = snapshot.sheets.map(({ values }) => values);
  const line = summary?.find((row) => row.includes('kho/a.xlsx'));
  expect(line).toEqual(expect.arrayContaining(['27', 40, 31.87, 16.59, 23.41, '70,37%']));
  expect(summary?.find((row) => row.includes('kho/b.xlsx'))?.at(-1)).toContain(
    'không phải sổ tính',
  );
  expect(list?.filter((row) => row.includes('kho/a.xlsx')).length).toBeGreaterThan(5);
});
