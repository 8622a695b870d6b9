/** A small framework with every optional column, a survey part and a bonus, and sheets of it with scores. */
import { newWorkbookFile } from '../../src/hosts/file/fileHost';
import { withOutsideParts } from '../../src/domain/framework/outsideParts';
import { planNewSheet, type NewSheetOptions } from '../../src/usecases/newSheet';
import { HEADER_ROW } from '../../src/workbook/layouts/newScoreSheet';
import type { StartingEntries } from '../../src/workbook/layouts/newScoreSheetFigures';
import { frameworkRows } from '../../src/workbook/layouts/newScoreSheetRows';
import { extraColumns } from '../../src/workbook/layouts/newScoreSheetColumns';
import type { WorkbookFile } from '../../src/workbook/view';
import { plainFramework } from './frameworkFactory';

const framework = plainFramework({
  id: 'thu-nghiem',
  title: 'Bộ chỉ số thử nghiệm',
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

/** The framework's sheet with these scores in it, its formulas at the values that follow. */
export async function sheetWith(
  scores: Record<string, { appraised?: number; assessment?: string }>,
  more: Partial<NewSheetOptions> = {},
): Promise<WorkbookFile> {
  const file = newWorkbookFile('a.xlsx');
  const options = { unit: '', period: '', rounds: 1 as const, extras: extraColumns, ...more };
  const whole = withOutsideParts(framework, more.outside ?? {});
  const rows = frameworkRows(whole, HEADER_ROW + 1);
  const entries: StartingEntries = new Map(
    rows.map(({ row, code, name }) => [row, entriesOf(scores[code === '' ? name : code] ?? {})]),
  );
  const blank = await file.read({ sheets: 'all' });
  await file.apply(planNewSheet(blank, framework, options, entries).patch);
  return file;
}

function entriesOf({ appraised, assessment }: { appraised?: number; assessment?: string }) {
  return {
    ...(appraised === undefined ? {} : { appraised1: { value: appraised } }),
    ...(assessment === undefined ? {} : { assessment: { value: assessment } }),
  };
}
