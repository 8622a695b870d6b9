/** Criteria out of the base, bonus and penalty: LibreOffice reckons what the core wrote. */
import type { FrameworkNode } from '../../src/domain/framework/framework';
import type { Rule } from '../../src/domain/framework/rule';
import { newWorkbookFile } from '../../src/hosts/file/fileHost';
import { checkWorkbook, type SheetReport } from '../../src/usecases/checkWorkbook';
import { extraColumns, planNewSheet } from '../../src/usecases/newSheet';
import { HEADER_ROW } from '../../src/workbook/layouts/newScoreSheet';
import type { StartingEntries } from '../../src/workbook/layouts/newScoreSheetFigures';
import { frameworkRows } from '../../src/workbook/layouts/newScoreSheetRows';
import { crossCheck } from '../support/crossCheck';
import { sheetWith } from '../support/applicability';
import { readAll } from '../support/files';
import { plainFramework } from '../support/frameworkFactory';

jest.setTimeout(120_000);

type Scores = Parameters<typeof sheetWith>[0];
type More = Parameters<typeof sheetWith>[1];

// Each case has all three: jest hands a `done` to a test that takes more than its case gives.
test.each<[string, Scores, More]>([
  ['empty', {}, {}],
  [
    'with a bonus',
    {
      '1.1': { appraised: 2 },
      '1.2': { appraised: 2.3 },
      '2.1': { appraised: 3 },
      '3.1': { appraised: 1 },
    },
    {},
  ],
  [
    'without what does not apply',
    { '1.1': { appraised: 1 }, '1.2': { assessment: 'Không áp dụng' }, '2.1': { appraised: 3 } },
    {},
  ],
  ['half filled', { '1.1': { appraised: 1 } }, {}],
  [
    'with a penalty beside the scale, and the survey left out',
    { '1.1': { appraised: 1 }, '1.2': { appraised: 4 }, 'Điểm phạt': { appraised: 0.5 } },
    { outside: { penalty: '1.5' }, leaveOutSurvey: true },
  ],
])('%s', async (_, scores, more) => {
  const file = await sheetWith(scores, more);
  const { formulas, differences } = await crossCheck(await file.toBytes());
  expect(differences).toEqual([]);
  expect(formulas).toBeGreaterThanOrEqual(10);
});

const leaf = (code: string, name: string, max: string, rule?: Rule): FrameworkNode => ({
  ...{ code, name, max },
  ...(rule ? { rule } : {}),
});
const outside = (sign: 'bonus' | 'penalty', ceiling: string): Rule => ({
  kind: 'outside',
  sign,
  ceiling,
});

/** Bonus and penalty under parents of the scale, named so or not, and an area of both. */
const mixed = plainFramework({
  areas: [
    {
      code: '1',
      name: 'Chỉ đạo',
      max: '6',
      children: [
        leaf('1.1', 'Kế hoạch', '4'),
        leaf('1.2', 'Báo cáo', '2'),
        leaf('1.3', 'Sáng kiến', '2', outside('bonus', '2')),
        leaf('1.4', 'Điểm phạt khi chậm báo cáo', '1', outside('penalty', '1')),
      ],
    },
    {
      code: '2',
      name: 'Thể chế',
      max: '5',
      children: [leaf('2.1', 'Rà soát văn bản', '3'), leaf('2.2', 'Cộng điểm mô hình mới', '1')],
    },
    {
      code: '3',
      name: 'Khuyến khích và xử phạt',
      max: null,
      children: [
        leaf('3.1', 'Mô hình hay', '1', outside('bonus', '1')),
        leaf('3.2', 'Vi phạm kỷ luật', '1', outside('penalty', '1')),
      ],
    },
  ],
});
const rowNames = new Map(
  frameworkRows(mixed, HEADER_ROW + 1).map(({ code, row }) => [code || 'rest', row]),
);
const full = { '1.1': 4, '1.2': 2, '2.1': 3, rest: 2 };

test.each<[string, Record<string, number | null>, string]>([
  ['full marks', full, '100.00'],
  ['a bonus under a parent of the scale', { ...full, '1.3': 1.5, '2.2': 0.5 }, '118.18'],
  ['penalties', { ...full, '1.4': 0.5, '3.2': -1 }, '86.36'],
  ['both, and a loss', { ...full, '1.2': 1, '1.3': 2, '3.1': 1, '3.2': 0.5 }, '113.64'],
  // It is no part of the base, so it cannot leave it.
  ['a bonus that does not apply', { ...full, '1.3': null }, '100.00'],
])('outside the scale under its parents: %s', async (_, scores, index) => {
  const entries: StartingEntries = new Map(
    Object.entries(scores).map(([code, value]) => [
      rowNames.get(code) ?? -1,
      value === null
        ? { assessment: { value: 'Không áp dụng' } }
        : { self: { value }, appraised1: { value } },
    ]),
  );
  const file = newWorkbookFile('a.xlsx');
  const options = { unit: '', period: '', rounds: 1 as const, extras: extraColumns };
  const blank = await file.read({ sheets: 'all' });
  await file.apply(planNewSheet(blank, mixed, options, entries).patch);
  const { formulas, differences } = await crossCheck(await file.toBytes());
  expect(differences).toEqual([]);
  expect(formulas).toBeGreaterThanOrEqual(10);

  const reading = await readAll(file);
  const [{ summary, findings }] = checkWorkbook(reading) as [SheetReport];
  expect([summary.max, summary.base, summary.index].map((value) => value?.toFixed(2))).toEqual([
    '11.00',
    '11.00',
    index,
  ]);
  expect(findings.map(({ code }) => code).filter((code) => !code.startsWith('deduction-'))).toEqual(
    [],
  );
  const line = (kind: string) =>
    reading.tables[0]!.summaryRows.find((row) => row.kind === kind)!.figures;
  expect(line('total').max?.points?.toString()).toBe('11');
  expect(line('base').max?.points?.toString()).toBe('11');
  const shown = line('index').appraised1;
  expect((shown?.points ?? shown?.candidates[0])?.times(100).toFixed(2)).toBe(index);
});
