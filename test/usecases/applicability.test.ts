import { pointsText } from '../../src/domain/points';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import type { WorkbookFile } from '../../src/workbook/view';
import { sheetWith } from '../support/applicability';
import { readAll } from '../support/files';

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
