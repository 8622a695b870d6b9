import type { Framework } from '../../../../src/domain/framework/framework';
import { checkExpected } from '../../../../src/domain/findings/checks/expected';
import { findingMessage } from '../../../../src/i18n/findingText';
import { scoreSheetOf, type Cell } from '../../../support/scoreSheetFactory';
import { plainFramework } from '../../../support/frameworkFactory';

const framework: Framework = plainFramework({
  id: 'thu',
  title: 'Thử',
  areas: [
    {
      code: '1',
      name: 'Trực tuyến',
      max: '3',
      children: [
        { code: '1.1', name: 'Hồ sơ trực tuyến', max: '1', rule: { kind: 'linear' } },
        { code: '1.2', name: 'Ban hành kế hoạch', max: '2', rule: { kind: 'allOrNothing' } },
        {
          code: '1.3',
          name: 'Điểm phạt: chậm báo cáo',
          max: '2',
          rule: { kind: 'outside', sign: 'penalty', each: '0.5', ceiling: '2' },
        },
        {
          ...{ code: '1.4', name: 'Gửi báo cáo', max: '1' },
          rule: {
            kind: 'choice',
            options: [
              { label: 'Kịp thời', points: '1' },
              { label: 'Chậm', points: '0.5' },
            ],
          },
        },
      ],
    },
  ],
});

const columns = ['code', 'name', 'max', 'declared', 'self', 'appraised1'] as const;
const findings = (...rows: Cell[][]) =>
  checkExpected({
    sheet: scoreSheetOf({ columns, rows: [['1', 'Trực tuyến', 3], ...rows] }),
    framework,
    base: null,
  });

test('a score that the rule does not give is named, with the working', () => {
  const [finding] = findings(['1.1', 'Hồ sơ trực tuyến', 1, '7904/14835', 0.63, 0.53]);
  expect(finding).toMatchObject({
    code: 'score-differs-from-rule',
    place: { row: 3, column: 4 },
    criterion: '1.1',
  });
  expect(finding && findingMessage(finding)).toBe(
    'Ô E4: điểm tự đánh giá ghi 0,63, trong khi số liệu kê khai cho 0,53 (7904/14835 × 1 = 0,5328) (ô D4).',
  );
});

test('a difference up to 0,01 is rounding; nothing declared is nothing to compare', () => {
  expect(findings(['1.1', 'Hồ sơ trực tuyến', 1, '7904/14835', 0.53, 0.54])).toEqual([]);
  expect(
    findings(
      ['1.1', 'Hồ sơ trực tuyến', 1, null, 1, 1],
      ['1.2', 'Ban hành kế hoạch', 2, 'Có', 2, 2],
    ),
  ).toEqual([]);
});

test('a penalty may be entered with or without its minus', () => {
  const penalty = (entered: number) =>
    findings(['1.3', 'Điểm phạt: chậm báo cáo', 2, '3', null, entered]).length;
  expect([penalty(1.5), penalty(-1.5), penalty(1), penalty(-1)]).toEqual([0, 0, 1, 1]);
});

test('what the rule cannot use is said, once', () => {
  const [finding, ...rest] = findings(['1.1', 'Hồ sơ trực tuyến', 1, 'Có', 1, 1]);
  expect(finding).toMatchObject({ code: 'declared-unusable', place: { column: 3 } });
  expect(rest).toEqual([]);
});

test('where the rule takes one of a few answers, they are named', () => {
  const [finding] = findings(['1.4', 'Gửi báo cáo', 1, 'đúng', 1, 1]);
  expect(finding && findingMessage(finding)).toContain(
    'Ghi một trong các mục: “Kịp thời”, “Chậm”.',
  );
  const [figure] = findings(['1.1', 'Hồ sơ trực tuyến', 1, 'Có', 1, 1]);
  expect(figure && findingMessage(figure)).not.toContain('Ghi một trong');
});

test('the score that a rule gives is rounded half up', () => {
  const [finding] = findings(['1.1', 'Hồ sơ trực tuyến', 2, '18/42', 0.5, 0.857]);
  expect(finding && findingMessage(finding)).toContain('cho 0,86 (18/42 × 2 = 0,8571)');
});

test('without a framework, or a rule, there is no opinion', () => {
  const sheet = scoreSheetOf({ columns, rows: [['1.1', 'Hồ sơ trực tuyến', 1, '1/2', 1, 1]] });
  expect(checkExpected({ sheet, framework: null, base: null })).toEqual([]);
});
