import type { Rule } from '../../../src/domain/framework/rule';
import { points } from '../../../src/domain/points';
import { computeExpected } from '../../../src/domain/scoring/expectedScore';
import { declaredRule } from '../../../src/workbook/layouts/declaredRule';

const timely: Rule = {
  kind: 'choice',
  options: [
    { label: 'Kịp thời', points: '1' },
    { label: 'Không kịp thời', points: '0.5' },
    { label: 'Không ban hành', points: '0' },
  ],
};

test.each<[Rule, string[]]>([
  [{ kind: 'allOrNothing' }, ['Có', 'Không', 'Không áp dụng']],
  [timely, ['Kịp thời', 'Không kịp thời', 'Không ban hành', 'Không áp dụng']],
  [{ kind: 'precondition', then: { kind: 'allOrNothing' } }, ['Có', 'Không', 'Không áp dụng']],
  [
    { kind: 'applicable', then: timely },
    ['Kịp thời', 'Không kịp thời', 'Không ban hành', 'Không áp dụng'],
  ],
])('%j offers its answers, and each gives a score or leaves the base', (rule, answers) => {
  expect(declaredRule(rule)?.values).toEqual(answers);
  for (const answer of answers)
    expect(computeExpected(rule, points('1'), answer).kind).not.toBe('none');
});

test('what a rule accepts besides the list is warned of, not refused', () => {
  for (const rule of [{ kind: 'allOrNothing' } as const, timely]) {
    expect(declaredRule(rule)?.strict).toBe(false);
    const { title = '', message = '' } = declaredRule(rule)?.error ?? {};
    expect([title.length <= 32, message.length <= 225]).toEqual([true, true]);
  }
  expect(computeExpected(timely, points('1'), '2').kind).toBe('score');
  expect(computeExpected({ kind: 'allOrNothing' }, points('1'), 'x').kind).toBe('score');
});

test.each<[string, Rule | undefined]>([
  ['no rule', undefined],
  ['a ratio', { kind: 'linear' }],
  ['a percentage to reach', { kind: 'allOrNothing', atLeast: '80' }],
  ['a ratio with a precondition', { kind: 'precondition', then: { kind: 'linear' } }],
  [
    'a name with a comma, which would part the list',
    {
      kind: 'choice',
      options: [
        { label: 'Đủ, đúng hạn', points: '1' },
        { label: 'Không', points: '0' },
      ],
    },
  ],
  [
    'more than a list may hold',
    {
      kind: 'choice',
      options: [
        { label: 'a'.repeat(200), points: '1' },
        { label: 'b'.repeat(100), points: '0' },
      ],
    },
  ],
])('%s is typed freely', (_, rule) => expect(declaredRule(rule)).toBeNull());
