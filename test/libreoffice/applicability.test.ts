/** Criteria out of the base, bonus and penalty: LibreOffice reckons what the core wrote. */
import { crossCheck } from '../support/crossCheck';
import { sheetWith } from '../support/applicability';

jest.setTimeout(120_000);

type Scores = Parameters<typeof sheetWith>[0];
type More = Parameters<typeof sheetWith>[1];

test.each<[string, Scores, More?]>([
  ['empty', {}],
  [
    'with a bonus',
    {
      '1.1': { appraised: 2 },
      '1.2': { appraised: 2.3 },
      '2.1': { appraised: 3 },
      '3.1': { appraised: 1 },
    },
  ],
  [
    'without what does not apply',
    { '1.1': { appraised: 1 }, '1.2': { assessment: 'Không áp dụng' }, '2.1': { appraised: 3 } },
  ],
  ['half filled', { '1.1': { appraised: 1 } }],
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
