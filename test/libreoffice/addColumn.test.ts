/**
 * The column "Áp dụng trong kỳ" comes into a sheet that computes already: LibreOffice reckons the base and
 * the index without the rows that are marked in it.
 */
import { newWorkbookFile, openWorkbookFile } from '../../src/hosts/file/fileHost';
import { pointsText } from '../../src/domain/points';
import type { ColumnRole, ScoreSheet } from '../../src/domain/scoring/scoreSheet';
import { planAddColumn } from '../../src/usecases/addColumn';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { planDeductions } from '../../src/usecases/deduct';
import { planNewSheet } from '../../src/usecases/newSheet';
import type { Change } from '../../src/workbook/patch';
import type { CellValue } from '../../src/workbook/snapshot';
import type { WorkbookFile } from '../../src/workbook/view';
import { crossCheck } from '../support/crossCheck';
import { readAll, workbookFrom, type FileCell } from '../support/files';
import { plainFramework } from '../support/frameworkFactory';
import { convert } from '../support/libreOffice';

jest.setTimeout(120_000);

const framework = plainFramework({
  areas: [
    {
      code: '1',
      name: 'Chỉ đạo',
      max: '3',
      children: [
        { code: '1.1', name: 'Kế hoạch', max: '2' },
        { code: '1.2', name: 'Báo cáo', max: '1' },
      ],
    },
    {
      code: '2',
      name: 'Thể chế',
      max: '5',
      children: [{ code: '2.1', name: 'Rà soát', max: '5' }],
    },
  ],
});
const LEAVES = ['1.1', '1.2', '2.1'];

async function onlyTable(file: WorkbookFile): Promise<ScoreSheet> {
  return (await readAll(file)).tables[0]!;
}

async function enter(file: WorkbookFile, role: ColumnRole, values: Record<string, CellValue>) {
  const { sheet, rows, columns } = await onlyTable(file);
  const changes = rows.flatMap(({ code, row }): Change[] =>
    values[code] === undefined
      ? []
      : [
          {
            kind: 'write',
            sheet,
            at: { row, column: columns[role]! },
            cells: [[{ value: values[code] }]],
          },
        ],
  );
  await file.apply({ changes, expects: [] });
}

async function recalculated(file: WorkbookFile): Promise<WorkbookFile> {
  return openWorkbookFile(await convert(await file.toBytes(), 'xlsx', 'xlsx'), 'a.xlsx');
}

async function scoredSheet(rounds: 1 | 2 = 1): Promise<WorkbookFile> {
  const file = newWorkbookFile('a.xlsx');
  const blank = await file.read({ sheets: 'all' });
  await file.apply(planNewSheet(blank, framework, { unit: '', period: '', rounds }).patch);
  await enter(file, 'appraised1', Object.fromEntries(LEAVES.map((code) => [code, 1])));
  return recalculated(file);
}

async function addAssessment(file: WorkbookFile) {
  const reading = await readAll(file);
  const plan = planAddColumn(reading, reading.tables[0]!.id, 'assessment');
  await file.apply(plan.patch);
  return plan;
}

/** Base and index as LibreOffice computes them, and the findings about them. */
async function outcome(file: WorkbookFile) {
  const [report] = checkWorkbook(await readAll(await recalculated(file)));
  const { summaryRows } = report!.scoreSheet;
  const base = summaryRows.find(({ kind }) => kind === 'base')!.figures.max!.points!;
  const index = summaryRows.find(({ kind }) => kind === 'index')!.figures.appraised1!;
  const shown = index.points ?? index.candidates[0];
  return {
    base: pointsText(base),
    index: shown?.times(100).toFixed(2),
    summary: [report!.summary.base, report!.summary.index].map((value) => value?.toFixed(2)),
    codes: report!.findings.map(({ code }) => code).filter((code) => /base|index/.test(code)),
  };
}

const MARKED = { base: '3', index: '66.67', summary: ['3.00', '66.67'], codes: [] };

describe.each([1, 2] as const)('a sheet of the product with %i round(s)', (rounds) => {
  test('heeds the column that is added to it', async () => {
    const file = await scoredSheet(rounds);
    const plan = await addAssessment(file);
    expect(plan.lines.at(-1)).toEqual({
      code: 'updateFormulas',
      params: { sheet: (await onlyTable(file)).sheet, count: '5' },
    });
    const { formulas, differences } = await crossCheck(await file.toBytes());
    expect(differences).toEqual([]);
    expect(formulas).toBeGreaterThanOrEqual(14);
    await enter(file, 'assessment', { '2.1': 'Không áp dụng' });
    expect(await outcome(file)).toEqual(MARKED);
    await enter(file, 'assessment', { '2.1': null });
    expect(await outcome(file)).toMatchObject({ base: '8', index: '37.50', codes: [] });
  });
});

test('formulas that came before somebody’s own column are brought up to date with the deductions', async () => {
  const file = await scoredSheet();
  const { sheet, columns, header } = await onlyTable(file);
  const column = columns.max! + 1;
  const value = 'Áp dụng trong kỳ';
  await file.apply({
    changes: [
      { kind: 'insertColumns', sheet, before: column, count: 1 },
      { kind: 'write', sheet, at: { row: header.first, column }, cells: [[{ value }]] },
    ],
    expects: [],
  });
  await enter(file, 'assessment', { '2.1': 'Không áp dụng' });
  expect((await outcome(file)).codes).toEqual(['base-counts-unassessed', 'index-wrong']);
  const options = { base: null, liveFormulas: true };
  const plan = planDeductions(await readAll(file), sheet, options);
  expect(plan.lines).toEqual([{ code: 'updateFormulas', params: { sheet, count: '5' } }]);
  await file.apply(plan.patch);
  const { rows, summaryRows } = await onlyTable(file);
  expect(rows.find(({ code }) => code === '2.1')!.figures.deduction!.text).toBe('');
  expect(summaryRows[1]!.figures.max!.text).toBe('3');
  expect(summaryRows[2]!.figures.appraised1!.text).toMatch(/^0\.6666/);
  expect(await outcome(file)).toEqual(MARKED);
  expect(planDeductions(await readAll(file), sheet, options).patch.changes).toEqual([]);
});

describe('a sheet that others made, with a column of its own and page breaks', () => {
  const HEADER = ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Áp dụng trong kỳ', 'Thẩm định', 'Ý kiến'];
  const rows = (mark: string | null): FileCell[][] => [
    HEADER,
    ['1', 'Chỉ đạo'],
    ['1.1', 'Kế hoạch', 2, null, 1],
    ['1.2', 'Báo cáo', 1, null, 1],
    HEADER,
    ['2', 'Thể chế'],
    ['2.1', 'Rà soát', 5, mark, 1],
  ];

  test.each([null, 'Không áp dụng'])('gets formulas that heed it, marked %s', async (mark) => {
    const file = await workbookFrom(rows(mark));
    const { id } = await onlyTable(file);
    const plan = planDeductions(await readAll(file), id, { base: null, liveFormulas: false });
    await file.apply(plan.patch);
    const { differences } = await crossCheck(await file.toBytes());
    expect(differences).toEqual([]);
    await enter(file, 'assessment', { '2.1': 'Không áp dụng' });
    expect(await outcome(file)).toEqual(MARKED);
    await enter(file, 'assessment', { '2.1': null });
    expect(await outcome(file)).toMatchObject({ base: '8', index: '37.50', codes: [] });
  });

  test('words that take nothing out of the period are no reason to leave a row out', async () => {
    const given = rows('Có');
    given[2]![3] = 'Có';
    const file = await workbookFrom(given);
    const { id } = await onlyTable(file);
    const plan = planDeductions(await readAll(file), id, { base: null, liveFormulas: false });
    await file.apply(plan.patch);
    expect((await crossCheck(await file.toBytes())).differences).toEqual([]);
    expect(await outcome(file)).toMatchObject({ base: '8', index: '37.50', codes: [] });
  });
});
