import { frameworkSchema } from '../../src/domain/framework/framework';
import { pointsText } from '../../src/domain/points';
import { newWorkbookFile } from '../../src/hosts/file/fileHost';
import { recalculate } from '../../src/hosts/file/recalculate';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { planNewSheet } from '../../src/usecases/newSheet';
import { extraColumns } from '../../src/workbook/layouts/newScoreSheetColumns';
import type { WorkbookFile } from '../../src/workbook/view';
import { readAll } from '../support/files';

const framework = frameworkSchema.parse({
  id: 'thu-nghiem',
  title: 'Bộ chỉ số thử nghiệm',
  decision: '',
  issuer: '',
  province: '',
  level: 'commune',
  year: 2026,
  completeness: 'complete',
  completenessNote: '',
  notes: [],
  areas: [
    {
      code: '1',
      name: 'Chỉ đạo',
      max: '6',
      children: [
        {
          code: '1.1',
          name: 'Kế hoạch',
          max: '2',
          method: 'Có: 2 điểm',
          rule: { kind: 'allOrNothing' },
        },
        {
          code: '1.2',
          name: 'Báo cáo',
          max: '4',
          evidence: 'Báo cáo năm',
          rule: { kind: 'linear' },
        },
      ],
    },
    {
      code: '2',
      name: 'Điều tra xã hội học',
      max: '4',
      children: [{ code: '2.1', name: 'SIPAS', max: '4', survey: true, rule: { kind: 'survey' } }],
    },
    {
      code: '3',
      name: 'Điểm thưởng',
      max: '2',
      children: [
        {
          code: '3.1',
          name: 'Sáng kiến',
          max: '2',
          rule: { kind: 'outside', sign: 'bonus', each: '1', ceiling: '2' },
        },
      ],
    },
  ],
});

async function sheetWith(
  scores: Record<string, { appraised?: number; assessment?: string }>,
): Promise<WorkbookFile> {
  const file = newWorkbookFile('a.xlsx', { recalculate });
  const options = { unit: '', period: '', rounds: 1 as const, extras: extraColumns };
  await file.apply(planNewSheet(await file.read({ sheets: 'all' }), framework, options).patch);
  const [table] = (await readAll(file)).tables;
  for (const row of table?.rows ?? []) {
    const given = scores[row.code];
    if (!given || !table) continue;
    const put = (column: number | undefined, value: string | number | undefined) => {
      if (column !== undefined && value !== undefined)
        file.edit(table.sheet, { row: row.row, column }, { value });
    };
    put(table.columns.appraised1, given.appraised);
    put(table.columns.assessment, given.assessment);
  }
  return file;
}

async function summaryOf(file: WorkbookFile) {
  const [report] = checkWorkbook(await readAll(file));
  const { summary } = report ?? {};
  return {
    leaves: summary?.leaves,
    base: summary?.base && pointsText(summary.base),
    outside: summary?.outside && pointsText(summary.outside),
    index: summary?.index?.toFixed(2),
  };
}

test('every optional column is found again by what its header says', async () => {
  const [table] = (await readAll(await sheetWith({}))).tables;
  expect(Object.keys(table?.columns ?? {}).sort()).toEqual([
    'appraised1',
    'assessment',
    'code',
    'declared',
    'deduction',
    'evidence',
    'explanation',
    'max',
    'method',
    'name',
    'opinion',
    'responsible',
    'self',
  ]);
});

test('bonus stands outside the base and moves the index', async () => {
  const file = await sheetWith({
    '1.1': { appraised: 2 },
    '1.2': { appraised: 2 },
    '2.1': { appraised: 3 },
    '3.1': { appraised: 1 },
  });
  expect(await summaryOf(file)).toEqual({ leaves: 3, base: '10', outside: '1', index: '80.00' });
});

test('what is not assessed or not applicable leaves base and index', async () => {
  const file = await sheetWith({
    '1.1': { appraised: 1 },
    '1.2': { assessment: 'Không áp dụng' },
    '2.1': { appraised: 3 },
  });
  expect(await summaryOf(file)).toEqual({ leaves: 2, base: '6', outside: null, index: '66.67' });
});
