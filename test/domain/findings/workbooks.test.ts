/** The checks on real workbooks, read as the product reads them: what it makes itself, and the sample. */
import { newWorkbookFile } from '../../../src/hosts/file/fileHost';
import { checkWorkbook } from '../../../src/usecases/checkWorkbook';
import { builtInFrameworks } from '../../../src/usecases/frameworks';
import { planNewSheet } from '../../../src/usecases/newSheet';
import { sheetWith } from '../../support/applicability';
import { readAll, reopened, openSample } from '../../support/files';

const frameworks = builtInFrameworks().map((framework) => [framework.id, framework] as const);

it.each(frameworks)('a new sheet of %s lacks scores, and nothing else', async (_, framework) => {
  const file = newWorkbookFile('a.xlsx');
  const options = { unit: 'UBND xã', period: 'năm 2026', rounds: 2 as const };
  await file.apply(planNewSheet(await file.read({ sheets: 'all' }), framework, options).patch);
  const [report] = checkWorkbook(await readAll(await reopened(file)));
  const codes = new Set(report?.findings.map(({ code }) => code));
  expect([...codes]).toEqual(['scores-not-entered']);
});

it('the sample gives the same from its file as from its data', async () => {
  const [report] = checkWorkbook(await readAll(await openSample()));
  expect(report?.findings.map(({ criterion, code }) => [criterion, code])).toEqual([
    [null, 'rounding-mixed'],
    ['1.4.1', 'evidence-percent-wrong'],
    [null, 'unit-spellings'],
    ['1.5.2', 'evidence-score-differs'],
    ['1.5.2', 'evidence-parts-exceed'],
    ['1.5.2', 'date-after-period'],
    ['1.5.2', 'unit-group-unnamed'],
    ['3.10.3', 'deduction-without-opinion'],
    ['5.1.2', 'figure-numeric-text'],
    ['6.1.4', 'cut-without-opinion'],
    ['6.3.1', 'deduction-without-opinion'],
    [null, 'unit-spellings'],
  ]);
});

describe('bonus, penalty and a survey left out', () => {
  const scores = {
    '1.1': { appraised: 2 },
    '1.2': { appraised: 4 },
    '2.1': { appraised: 4 },
    '3.1': { appraised: 1 },
    'Điểm phạt': { appraised: 0.5 },
  };
  const more = { outside: { penalty: '1.5' } };
  const found = async (...entered: Parameters<typeof sheetWith>) => {
    const [report] = checkWorkbook(await readAll(await sheetWith(...entered)));
    const codes = report!.findings
      .map(({ code }) => code)
      .filter((code) => code !== 'scores-not-entered');
    return { codes, index: report!.summary.index?.toFixed(2) };
  };

  it('lose nothing, count in no total, and move the index', async () => {
    expect(await found(scores, more)).toEqual({ codes: [], index: '105.00' });
    const { '2.1': survey, ...others } = scores;
    expect(survey).toBeDefined();
    expect(await found(others, { ...more, leaveOutSurvey: true })).toEqual({
      codes: [],
      index: '108.33',
    });
  });

  it('have ceilings of their own', async () => {
    const over = { ...scores, '3.1': { appraised: 2.5 }, 'Điểm phạt': { appraised: -2 } };
    expect((await found(over, more)).codes).toEqual(['score-above-max', 'score-above-max']);
  });
});
