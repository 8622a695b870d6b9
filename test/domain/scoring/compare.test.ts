import { pointsText } from '../../../src/domain/points';
import { compareSheets } from '../../../src/domain/scoring/compare';
import { scoreSheetOf } from '../../support/scoreSheetFactory';

const rows = (...cells: (string | number | null)[][]) => scoreSheetOf({ rows: cells });
const brief = (before: ReturnType<typeof rows>, after: ReturnType<typeof rows>) =>
  compareSheets(before, after).rows.map((row) =>
    `${row.kind} ${row.code} ${Object.keys(row.figures).join(',')} ${row.texts.join(',')}`.trim(),
  );

const round1 = rows(
  ['1.1', 'Kế hoạch', 2, 2, 0.85, -1.15, 'Thiếu TLKC', 'Phòng Nội vụ'],
  ['1.2', 'Báo cáo', 4, 2.3, 1.7, -2.3, 'Chậm', 'Phòng Nội vụ'],
  ['1.3', 'Tuyên truyền', 1, 1, 1, 0, '', ''],
);

test('what changed, by code, with sums', () => {
  const round2 = rows(
    ['1.1', 'Kế hoạch', 2, 2, 1.5, -0.5, 'Đã bổ sung', 'Phòng Nội vụ'],
    ['1.2', 'Báo cáo', 4, 2.3, 1.7, -2.3, 'Chậm', 'Phòng Nội vụ'],
    ['1.3', 'Tuyên truyền', 1, 1, 1, 0, '', ''],
  );
  expect(brief(round1, round2)).toEqual(['changed 1.1 appraised,deduction opinion']);
  const { sums, unchanged } = compareSheets(round1, round2);
  expect(unchanged).toBe(2);
  const text = (figure: 'appraised' | 'deduction') =>
    [sums[figure].before, sums[figure].after].map((value) => value && pointsText(value));
  expect([text('appraised'), text('deduction')]).toEqual([
    ['3.55', '4.2'],
    ['3.45', '2.8'],
  ]);
});

test('a row that moved to another code is known by its name; added and removed rows are said', () => {
  const other = rows(
    ['1.1', 'Kế hoạch', 2, 2, 0.85, -1.15, 'Thiếu TLKC', 'Phòng Nội vụ'],
    ['1.2', 'Kiểm tra CCHC', 1, 1, 1, 0, '', ''],
    ['1.4', 'Tuyên truyền', 1, 1, 1, 0, '', ''],
  );
  const { rows: changes } = compareSheets(round1, other);
  expect(changes.map((row) => [row.kind, row.code, row.nameBefore, row.codeBefore])).toEqual([
    ['changed', '1.2', 'Báo cáo', null],
    ['changed', '1.4', null, '1.3'],
  ]);
});

test('the same sheet has no changes', () => {
  expect(compareSheets(round1, round1)).toMatchObject({ rows: [], unchanged: 3 });
});

test('added and removed', () => {
  expect(brief(round1, rows(['9', 'Khác hẳn', 1, 1, 1, 0, '', '']))).toEqual([
    'added 9 max,self,appraised,deduction',
    'removed 1.1 max,self,appraised,deduction',
    'removed 1.2 max,self,appraised,deduction',
    'removed 1.3 max,self,appraised,deduction',
  ]);
});
