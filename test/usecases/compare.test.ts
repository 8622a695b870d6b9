/** Comparing workbooks, tables and rounds; and the document that comes of it. */
import { comparisonWords } from '../../src/i18n/vi/documents';
import {
  compareRounds,
  compareWorkbooks,
  makeComparison,
  planComparisonSheet,
} from '../../src/usecases/compare';
import { readAll, workbookFrom, type FileCell } from '../support/files';

const header = [
  'STT',
  'Tiêu chí',
  'Điểm chuẩn',
  'Tự đánh giá',
  'Thẩm định lần 1',
  'Thẩm định lần 2',
];
const sheet = (...scores: [string, string, number, number, number, number | null][]) =>
  workbookFrom([header, ['1', 'Chỉ đạo', 3, null, null, null], ...scores] as FileCell[][]).then(
    readAll,
  );
const names = { before: 'a', after: 'b' };

const before = () => sheet(['1.1', 'Kế hoạch', 1, 1, 0.5, null], ['1.2', 'Báo cáo', 2, 2, 2, null]);
const after = () =>
  sheet(['1.1', 'Kế hoạch', 1, 1, 0.5, 0.75], ['1.3', 'Tuyên truyền', 2, 1.5, 1, 1]);

test('tables of the same name are compared; the document has figures that changed, and the sums', async () => {
  const [one] = compareWorkbooks(await before(), await after());
  if (!one) throw new Error('one pair');
  const doc = makeComparison(one, names, comparisonWords);
  expect(doc.rows.map((row) => row.map((cell) => cell?.text ?? ''))).toEqual([
    ['1.1', 'Kế hoạch', 'Sửa', '', '', '', '', '', '', '0,50', '0,75', '+0,25', ''],
    ['1.3', 'Tuyên truyền', 'Thêm', '', '2,00', '', '', '1,50', '', '', '1,00', '', ''],
    ['1.2', 'Báo cáo', 'Bỏ', '2,00', '', '', '2,00', '', '', '2,00', '', '', ''],
    expect.arrayContaining(['3,00', '2,50', '-0,50', '1,75', '-0,75']) as unknown,
  ]);
  expect(doc.intro?.[0]).toBe(
    '1 tiêu chí thay đổi, 1 tiêu chí thêm, 1 tiêu chí bỏ, 0 tiêu chí giữ nguyên.',
  );
});

test('round 1 against round 2 of one sheet; a sheet without a second round has none', async () => {
  const [first] = (await before()).tables;
  const [second] = (await after()).tables;
  expect(first && compareRounds(first)).toBeNull();
  const rounds = second && compareRounds(second);
  expect(rounds?.comparison.rows.map(({ code, figures }) => [code, Object.keys(figures)])).toEqual([
    ['1.1', ['appraised', 'deduction']],
  ]);
});

test('the sheet that it becomes is taken for no score sheet', async () => {
  const [one] = compareWorkbooks(await before(), await after());
  if (!one) throw new Error('one pair');
  const file = await workbookFrom([header, ['1.1', 'Kế hoạch', 1, 1, 1, 1]] as FileCell[][]);
  const { snapshot } = await readAll(file);
  await file.apply(
    planComparisonSheet(snapshot, makeComparison(one, names, comparisonWords)).patch,
  );
  const reading = await readAll(file);
  expect(reading.snapshot.sheetNames).toContain('So sánh điểm CCHC');
  expect(reading.tables.map((table) => table.sheet)).toEqual(['Bảng điểm']);
  expect(reading.unrecognised).toEqual([]);
});

test('no table in one of them: nothing to compare', async () => {
  const empty = await readAll(await workbookFrom([['ghi chú']]));
  expect(compareWorkbooks(empty, await after())).toEqual([]);
});
