import type { Framework } from '../../src/domain/framework/framework';
import { points, pointsText } from '../../src/domain/points';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { builtInFramework } from '../../src/usecases/frameworks';
import { planDeductions } from '../../src/usecases/deduct';
import { createHistory } from '../../src/usecases/history';
import type { Plan } from '../../src/usecases/plan';
import type { SheetSnapshot } from '../../src/workbook/snapshot';
import { openSample, readAll, reopened, workbookFrom, type FileCell } from '../support/files';

const HEADER = [
  'STT',
  'Tiêu chí',
  'Điểm chuẩn',
  'Tự đánh giá',
  'Thẩm định',
  'Điểm bị trừ',
  'Ý kiến',
  'Đơn vị chịu trách nhiệm',
];
const NO_BASE = { base: null, liveFormulas: false };

const lines = (plan: Plan) =>
  plan.lines.map((line) => `${line.code} ${line.params['count'] ?? ''}`.trim());
const cell = (sheet: SheetSnapshot, row: number, column: number) =>
  sheet.formulas[row]?.[column] ?? sheet.values[row]?.[column] ?? null;

describe('the sample: an extract of 27 criteria that lost points', () => {
  test('27 leaves, 40, 31.87, 16.59, 23.41, base 79, index 70.37', async () => {
    const file = await openSample();
    const reading = await readAll(file);
    await file.apply(
      planDeductions(reading, 'Phụ lục', { base: points('79'), liveFormulas: true }).patch,
    );
    const [report] = checkWorkbook(await readAll(await reopened(file)));
    const { summary } = report ?? {};
    const text = (key: 'max' | 'self' | 'appraised' | 'deduction' | 'base') =>
      summary?.[key] && pointsText(summary[key]);
    expect(summary?.leaves).toBe(27);
    expect([text('max'), text('self'), text('appraised'), text('deduction'), text('base')]).toEqual(
      ['40', '31.87', '16.59', '23.41', '79'],
    );
    expect(summary?.index?.toFixed(2)).toBe('70.37');
  });

  test('the base is asked for, not guessed', async () => {
    const reading = await readAll(await openSample());
    const plan = planDeductions(reading, 'Phụ lục', NO_BASE);
    expect(lines(plan)).toEqual(['fixCells 1', 'writeSummary 6', 'needsBase']);
    expect(checkWorkbook(reading)[0]).toMatchObject({
      needsBase: true,
      summary: { base: null, index: null },
    });
  });

  test('a second run changes nothing; undo brings every cell back, the text "0.25" too', async () => {
    const file = await openSample();
    const before = await file.read({ sheets: 'all' });
    const history = createHistory(file);
    const options = { base: points('79'), liveFormulas: true };
    await history.apply(
      planDeductions(await readAll(file), 'Phụ lục', options),
      'Tính điểm trừ',
      before,
    );
    const again = planDeductions(await readAll(file), 'Phụ lục', options);
    expect(again.patch.changes).toEqual([]);
    expect(lines(again)).toEqual(['nothing']);
    expect(await history.undo()).toEqual({ done: true, label: 'Tính điểm trừ' });
    expect(await file.read({ sheets: 'all' })).toEqual(before);
  });

  test('another base later replaces the one the product wrote', async () => {
    const file = await openSample();
    await file.apply(
      planDeductions(await readAll(file), 'Phụ lục', { base: points('79'), liveFormulas: false })
        .patch,
    );
    await file.apply(
      planDeductions(await readAll(file), 'Phụ lục', { base: points('80'), liveFormulas: false })
        .patch,
    );
    const [report] = checkWorkbook(await readAll(file));
    expect(report?.summary.base && pointsText(report.summary.base)).toBe('80');
  });
});

test('held against its own framework, whose headings it leaves out, the sample gives no more findings', async () => {
  const reading = await readAll(await openSample());
  const codes = (framework: Framework | null) =>
    checkWorkbook(reading, { framework, base: points('79') })[0]?.findings.map(({ code }) => code);
  expect(codes(builtInFramework('quang-tri-1325-huyen-2023'))).toEqual(codes(null));
});

describe('a sheet that lacks deductions, sums and totals', () => {
  const rows: FileCell[][] = [
    HEADER,
    ['1', 'Chỉ đạo', null, null, null, null],
    ['1.1', 'Kế hoạch', 2, 2, 0.85, null],
    ['1.2', 'Báo cáo', 4, 2.3, 1.7, null],
    ['2', 'Thể chế', null, null, null, null],
    ['2.1', 'Rà soát', 1, 1, 1, null],
    [null, 'Ghi chú: số liệu đến 30/6'],
  ];

  test('all of them come as live formulas, above what stands below', async () => {
    const file = await workbookFrom(rows);
    const plan = planDeductions(await readAll(file), 'Bảng điểm', NO_BASE);
    expect(lines(plan)).toEqual([
      'insertRows 3',
      'fillDeductions 3',
      'fillSums 8',
      'writeSummary 3',
    ]);
    await file.apply(plan.patch);
    const [sheet] = (await file.read({ sheets: 'all' })).sheets;
    if (!sheet) throw new Error('no sheet');
    expect(cell(sheet, 2, 5)).toBe('=IF(COUNT(C3,E3)<2,"",ROUND(E3-C3,6))');
    expect(sheet.values[3]?.[5]).toBe(-2.3);
    expect(cell(sheet, 1, 2)).toBe('=IF(COUNT(C3:C4)=0,"",SUM(C3:C4))');
    expect(sheet.values[6]?.slice(0, 6)).toEqual(['TỔNG CỘNG', null, 7, 5.3, 3.55, -3.45]);
    expect(sheet.values[8]?.[4]).toBeCloseTo(3.55 / 7, 12);
    expect(sheet.values[9]?.[1]).toBe('Ghi chú: số liệu đến 30/6');
    expect(planDeductions(await readAll(file), 'Bảng điểm', NO_BASE).patch.changes).toEqual([]);
  });

  test('a total that is not what its rows add up to makes no base: the index stays as it was', async () => {
    const wrong = [...rows.slice(0, 6), ['TỔNG CỘNG', null, 8, 5.3, 3.55, null]];
    const file = await workbookFrom(wrong);
    const before = checkWorkbook(await readAll(file))[0]!.summary;
    await file.apply(planDeductions(await readAll(file), 'Bảng điểm', NO_BASE).patch);
    const after = checkWorkbook(await readAll(file))[0]!;
    const errors = after.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['total-wrong']);
    expect([after.summary.base?.toString(), after.summary.index]).toEqual(['7', before.index]);
    const [sheet] = (await file.read({ sheets: 'all' })).sheets;
    expect(sheet && cell(sheet, 7, 2)).toBe('=SUM(C3:C4,C6)');
    expect(sheet?.values[8]?.[4]).toBeCloseTo(3.55 / 7, 12);
  });

  test('typed deductions stay: those that are wrong are named, and kept', async () => {
    const typed = rows.map((row) => [...row]);
    typed[2]![5] = 1.15;
    typed[3]![5] = 2.5;
    const file = await workbookFrom(typed);
    const plan = planDeductions(await readAll(file), 'Bảng điểm', {
      base: null,
      liveFormulas: true,
    });
    expect(plan.conflicts).toEqual([
      { sheet: 'Bảng điểm', at: { row: 3, column: 5 }, kept: '2.5', wouldBe: '2.3' },
    ]);
    await file.apply(plan.patch);
    const [sheet] = (await file.read({ sheets: 'all' })).sheets;
    expect(sheet && cell(sheet, 2, 5)).toBe('=IF(COUNT(C3,E3)<2,"",ROUND(C3-E3,6))');
    expect(sheet && cell(sheet, 3, 5)).toBe(2.5);
  });

  test('a missing deduction column goes right after the appraised scores', async () => {
    const without = rows.map((row) => row.filter((_, i) => i !== 5));
    const file = await workbookFrom([
      without[0]!.map((text) => (text === 'Điểm bị trừ' ? null : text)),
      ...without.slice(1),
    ]);
    const plan = planDeductions(await readAll(file), 'Bảng điểm', NO_BASE);
    expect(lines(plan)[0]).toBe('insertColumns 1');
    await file.apply(plan.patch);
    const reading = await readAll(file);
    expect(reading.tables[0]?.columns).toMatchObject({
      appraised1: 4,
      deduction: 5,
      opinion: 6,
      responsible: 7,
    });
    expect(planDeductions(reading, 'Bảng điểm', NO_BASE).patch.changes).toEqual([]);
  });

  test('with two rounds the second counts when it is given', async () => {
    const file = await workbookFrom([
      [
        'STT',
        'Tiêu chí',
        'Điểm chuẩn',
        'Tự đánh giá',
        'Thẩm định lần 1',
        'Thẩm định lần 2',
        'Điểm bị trừ',
      ],
      ['1', 'a', 2, 2, 1, 1.5, null],
      ['2', 'b', 3, 3, 2, null, null],
    ]);
    await file.apply(planDeductions(await readAll(file), 'Bảng điểm', NO_BASE).patch);
    const [sheet] = (await file.read({ sheets: 'all' })).sheets;
    expect([sheet?.values[1]?.[6], sheet?.values[2]?.[6]]).toEqual([-0.5, -1]);
  });

  test('without appraised scores there is nothing to deduct, and it says so', async () => {
    const file = await workbookFrom([
      ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Tự đánh giá'],
      ['1', 'a', 2, 1],
    ]);
    const plan = planDeductions(await readAll(file), 'Bảng điểm', NO_BASE);
    expect([lines(plan), plan.patch.changes]).toEqual([['noAppraised'], []]);
  });

  test('what the plan saw must still be there', async () => {
    const file = await workbookFrom(rows);
    const plan = planDeductions(await readAll(file), 'Bảng điểm', NO_BASE);
    file.edit('Bảng điểm', { row: 2, column: 4 }, { value: 1 });
    await expect(file.apply(plan.patch)).rejects.toMatchObject({
      problem: 'changedMeanwhile',
      params: { cell: 'E3' },
    });
  });
});

describe('what stands among the criteria and is none', () => {
  const SHORT = ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Tự đánh giá', 'Thẩm định'];

  test('lines of a scale get no formula, and the rows beneath the table come after the last of them', async () => {
    const file = await workbookFrom([
      SHORT,
      ['1', 'Kế hoạch', 2, 2, 1],
      [null, '- Đúng hạn', 2, null, null],
      [null, '- Chậm', 1, null, null],
      ['2', 'Báo cáo', 3, 3, 3],
      ['a', 'Đầy đủ', 3, null, null],
      ['b', 'Thiếu', 1, null, null],
    ]);
    await file.apply(planDeductions(await readAll(file), 'Bảng điểm', NO_BASE).patch);
    const [sheet] = (await file.read({ sheets: 'all' })).sheets;
    expect([1, 2, 3, 4, 5, 6].map((row) => sheet?.values[row]?.[5] ?? null)).toEqual([
      ...[-1, null, null, 0, null, null],
    ]);
    expect(sheet?.values[7]?.[0]).toBe('TỔNG CỘNG');
  });

  test('rows beneath the table come before the notes, though these are numbered', async () => {
    const file = await workbookFrom([
      SHORT,
      ['1', 'Kế hoạch', 2, 2, 1],
      [null, 'Tổng cộng', 2, 2, 1],
      [null, null, null, null, null],
      ['1', 'Điểm trừ ghi số âm', null, null, null],
      [null, 'Xếp hạng', null, null, 9],
    ]);
    await file.apply(planDeductions(await readAll(file), 'Bảng điểm', NO_BASE).patch);
    const [sheet] = (await file.read({ sheets: 'all' })).sheets;
    const labels = sheet?.values.map((row) => row[0] ?? row[1]);
    expect(labels?.slice(3, 5)).toEqual(['Tổng điểm chuẩn trong kỳ', 'Chỉ số CCHC']);
    expect(sheet?.values[7]?.[1]).toBe('Xếp hạng');
  });

  test('a max that two criteria share is deducted from by nobody’s formula', async () => {
    const file = await workbookFrom([
      [...SHORT, 'Điểm bị trừ'],
      ['1', 'Tiếp nhận', 3, 1.5, 1, null],
      ['2', 'Khai thác', null, 1.5, 1, null],
      ['3', 'Báo cáo', 2, 2, 1, null],
    ]);
    await file.apply({
      changes: [
        { kind: 'merge', sheet: 'Bảng điểm', area: { top: 1, left: 2, bottom: 2, right: 2 } },
      ],
      expects: [],
    });
    await file.apply(planDeductions(await readAll(file), 'Bảng điểm', NO_BASE).patch);
    const [sheet] = (await file.read({ sheets: 'all' })).sheets;
    expect([1, 2, 3].map((row) => sheet?.values[row]?.[5] ?? null)).toEqual([null, null, -1]);
  });

  test('two units under each other: one column of deductions for both', async () => {
    const unit = [
      SHORT,
      ['1', 'Kế hoạch', 2, 2, 1],
      ['2', 'Báo cáo', 3, 3, 3],
      [null, 'Tổng cộng', 5, 5, 4],
    ];
    const file = await workbookFrom([...unit, ['XÃ B', null, null, null, null], ...unit]);
    for (const id of ['Bảng điểm', 'Bảng điểm (bảng 2)'])
      await file.apply(planDeductions(await readAll(file), id, NO_BASE).patch);
    const reading = await readAll(file);
    expect(reading.tables.map(({ columns }) => columns.deduction)).toEqual([5, 5]);
    expect(checkWorkbook(reading).map(({ summary }) => summary.index?.toFixed(2))).toEqual([
      '80.00',
      '80.00',
    ]);
  });
});
