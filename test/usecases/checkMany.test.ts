/** Many files as one: totals by file and kind, one list, tables; a broken file counts and stops nothing. */
import { tableText } from '../../src/domain/letters/plainTable';
import { checkListWords } from '../../src/i18n/vi/documents';
import {
  brokenFile,
  checkedFile,
  listMany,
  manyListTable,
  manySummaryTable,
  summariseMany,
  type CheckedFile,
} from '../../src/usecases/checkMany';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { sampleReading } from '../support/sample';

const reading = sampleReading();
const checked = (file: string) => checkedFile(file, checkWorkbook(reading), reading.state);
const files: CheckedFile[] = [
  checked('a.xlsx'),
  brokenFile('b.xlsx', 'Tệp bị hỏng.'),
  checked('c.xlsx'),
];

test('totals by file and by kind, the gravest kinds first', () => {
  const { totals, kinds, files: rows } = summariseMany(files);
  const [one] = checkWorkbook(reading);
  const count = one?.findings.length ?? 0;
  expect(totals).toMatchObject({ files: 3, problems: 1, tables: 2 });
  expect(totals.error + totals.warning + totals.info).toBe(2 * count);
  expect(rows.map(({ tables, problem }) => [tables, problem])).toEqual([
    [1, null],
    [0, 'Tệp bị hỏng.'],
    [1, null],
  ]);
  expect(kinds.reduce((sum, { findings }) => sum + findings, 0)).toBe(2 * count);
  expect(kinds.every(({ files: inFiles }) => inFiles === 2)).toBe(true);
  const order = kinds.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
  expect(order).toEqual([...order].sort());
});

test('what is kept of a file does not hold its sheet', () => {
  expect(JSON.stringify(checked('a.xlsx'))).not.toContain('columnReadings');
});

test('the tables have a line for each table and finding, and one for the broken file', () => {
  const summary = manySummaryTable(files, checkListWords);
  expect(summary.rows).toHaveLength(3);
  expect(summary.rows.every((row) => row.length === summary.columns.length)).toBe(true);
  expect(tableText(summary)).toContain('Tệp bị hỏng.');
  const list = manyListTable(files, checkListWords);
  expect(list.rows).toHaveLength(listMany(files).length);
  expect(list.intro?.[0]).toContain('3 tệp, 2 bảng điểm, 1 tệp không đọc được');
});
