/**
 * The figures under the assignment columns, recalculated by LibreOffice: as written, and after a person
 * has changed roles and scores.
 */
import { planAssignments, proposeAssignments } from '../../src/usecases/assign';
import { planDeductions } from '../../src/usecases/deduct';
import { points } from '../../src/domain/points';
import type { WorkbookFile } from '../../src/workbook/view';
import { crossCheck } from '../support/crossCheck';
import { openSample, readAll, workbookFrom, type FileCell } from '../support/files';
import { recalculate } from '../support/libreOffice';

jest.setTimeout(60_000);

const HEADER = [
  'STT',
  'Tiêu chí',
  'Điểm chuẩn',
  'Thẩm định lần 1',
  'Thẩm định lần 2',
  'Điểm bị trừ',
];
const ROWS: FileCell[][] = [
  ['1.1', 'Kế hoạch', 2, 0.85, 1, 1, 'Phòng Nội vụ chủ trì; Phòng Tư pháp phối hợp'],
  ['1.2', 'Báo cáo', 1, 0.7, null, 0.3, 'Phòng Nội vụ'],
  ['1.3', 'Chưa chấm', 1, null, null, null, 'Phòng Nội vụ'],
  // Words and a number as text where figures belong: a formula passes over them.
  ['1.4', 'Lạ', 1, 'không', null, '0.25', 'Phòng Tư pháp'],
];

async function assign(file: WorkbookFile): Promise<void> {
  const reading = await readAll(file);
  const sheet = reading.tables[0]?.sheet ?? '';
  await file.apply(planAssignments(reading, sheet, proposeAssignments(reading, sheet)).patch);
}

function bookWith(...columns: number[]): Promise<WorkbookFile> {
  const rows = [[...HEADER, 'Đơn vị chịu trách nhiệm'], ...ROWS];
  return workbookFrom(rows.map((row) => columns.map((column) => row[column] ?? null)));
}

test.each([
  ['positive deductions', [0, 1, 2, 3, 5, 6], [1.3, 1]],
  ['no deductions', [0, 1, 2, 3, 6], [1.45, 1.15]],
  ['two rounds', [0, 1, 2, 3, 4, 6], [1.3, 1]],
])('%s', async (_, columns, expected) => {
  const file = await bookWith(...columns);
  await assign(file);
  const bytes = await file.toBytes();
  expect((await crossCheck(bytes)).differences).toEqual([]);
  const sums = (await recalculate(bytes)).filter(({ formula }) => formula.startsWith('ROUND('));
  expect(sums.map(({ value }) => value)).toEqual(expected);
});

test('the sample, with deductions and sums made before and after', async () => {
  const file = await openSample();
  const options = { base: points('79'), liveFormulas: true };
  await assign(file);
  await file.apply(planDeductions(await readAll(file), 'Phụ lục', options).patch);
  await assign(file);
  const { formulas, differences } = await crossCheck(await file.toBytes());
  expect(differences).toEqual([]);
  expect(formulas).toBeGreaterThan(18 + 27);
});

test('a role and a score that change are reckoned with at once', async () => {
  const file = await bookWith(0, 1, 2, 3, 5, 6);
  await assign(file);
  const sheet = 'Bảng điểm';
  await file.apply({
    changes: [
      { kind: 'write', sheet, at: { row: 3, column: 7 }, cells: [[{ value: 'cùng làm' }]] },
      { kind: 'write', sheet, at: { row: 3, column: 4 }, cells: [[{ value: 0.45 }]] },
    ],
    expects: [],
  });
  const figures = (await recalculate(await file.toBytes())).map(({ address, value }) => [
    address,
    value,
  ]);
  expect(Object.fromEntries(figures)).toEqual({ G7: 2, G8: 1.45, H7: 3, H8: 1.45 });
});
