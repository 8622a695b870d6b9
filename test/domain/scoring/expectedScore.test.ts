import fc from 'fast-check';
import { ruleSchema, type Rule } from '../../../src/domain/framework/rule';
import { points, pointsText, roundPoints } from '../../../src/domain/points';
import { computeExpected, formatWorking } from '../../../src/domain/scoring/expectedScore';
import { checkExpression, computeExpression } from '../../../src/domain/scoring/expression';
import { readDeclared } from '../../../src/domain/text/readDeclared';

/** Expected score at two decimals with its working, or why there is none. */
function expected(rule: Rule, max: string, declared: string): string {
  const result = computeExpected(ruleSchema.parse(rule), points(max), declared);
  if (result.kind === 'score') {
    return `${pointsText(roundPoints(result.points, 2))} | ${formatWorking(result.working, ',')}`;
  }
  return result.kind === 'outOfBase' ? result.assessment : result.reason;
}

const score = (rule: Rule, max: string, declared: string) =>
  expected(rule, max, declared).split(' | ')[0];

describe('the kinds of rule that occur, by examples from real frameworks and letters', () => {
  test('all or nothing', () => {
    const plan: Rule = { kind: 'allOrNothing' };
    const said = ['Có', 'Không', 'chưa có'].map((text) => score(plan, '1', text));
    expect(said).toEqual(['1', '0', '0']);
    const over60: Rule = { kind: 'allOrNothing', above: '60' };
    expect(expected(over60, '1', '60%')).toBe('0 | 60% ≤ 60% → 0');
    expect(score(over60, '1', '61/100')).toBe('1');
  });

  test('tiers by percentage: from 90 % to under 95 % gives 0,5', () => {
    const tiers = [
      { from: '95', points: '1' },
      { from: '90', points: '0.5' },
    ];
    const rule: Rule = { kind: 'tiers', measure: 'percent', tiers };
    expect(expected(rule, '1', '92,3%')).toBe('0.5 | 92,3% ≥ 90% → 0,5');
    expect([score(rule, '1', '89,99%'), score(rule, '1', '95%')]).toEqual(['0', '1']);
  });

  test('tiers that must be exceeded, and tiers that fall', () => {
    const tiers: (Rule & { kind: 'tiers' })['tiers'] = [
      { from: '0', points: '1' },
      { from: '5', points: '0.5' },
      { from: '10', points: '0', above: true },
    ];
    const late: Rule = { kind: 'tiers', measure: 'percent', tiers };
    const said = ['0%', '4,9%', '5%', '1/10', '10,1%'].map((text) => score(late, '1', text));
    expect(said).toEqual(['1', '1', '0.5', '0.5', '0']);
    expect(expected(late, '1', '10,1%')).toBe('0 | 10,1% > 10% → 0');
    // One figure may be a step for "từ" and another for "trên".
    const zero: Rule = {
      kind: 'tiers',
      measure: 'count',
      tiers: [
        { from: '0', points: '0', above: true },
        { from: '0', points: '2' },
      ],
    };
    expect(['Không', '1'].map((text) => score(zero, '2', text))).toEqual(['2', '0']);
  });

  test('named options, declared by name or number', () => {
    const rule: Rule = {
      kind: 'choice',
      options: [
        { label: 'Kịp thời', points: '1' },
        { label: 'Không kịp thời', points: '0.5' },
        { label: 'Không', points: '0' },
      ],
    };
    expect(expected(rule, '1', 'không kịp thời.')).toBe('0.5 | 2. Không kịp thời → 0,5');
    const said = ['1', '3', 'Không', 'Kịp', '4', '1,5', '0', '50%', 'Có', 'Không áp dụng', ''];
    expect(said.map((text) => score(rule, '1', text))).toEqual([
      ...['1', '0', '0', 'unreadable', 'wrongInput', 'wrongInput', 'wrongInput', 'wrongInput'],
      ...['wrongInput', 'notApplicable', 'blank'],
    ]);
    const inside: Rule = { kind: 'applicable', then: { kind: 'precondition', then: rule } };
    expect(score(inside, '1', 'KỊP THỜI')).toBe('1');
    const parts = ['A', 'B'].map((label) => ({ label, rule }));
    const both: Rule = { kind: 'conditions', operator: 'and', parts };
    expect(score(both, '1', 'Kịp thời')).toBe('1');
    expect(score(both, '1', '1; 2')).toBe('0');
    const twice = { kind: 'choice' as const, options: [...rule.options, ...rule.options] };
    expect(score(twice, '1', 'Kịp thời')).toBe('unreadable');
    const figures = { ...rule, options: [...rule.options, { label: '2', points: '0.25' }] };
    expect(score(figures, '1', '2')).toBe('0.25');
  });

  test('no rule inside the scale gives more than max or less than nothing', () => {
    const tooHigh: Rule = {
      kind: 'tiers',
      measure: 'percent',
      tiers: [{ from: '80', points: '3' }],
    };
    expect(expected(tooHigh, '2', '90%')).toBe('2 | 90% ≥ 80% → 3 → 2');
    const formula = (text: string): Rule => ({
      kind: 'expression',
      variables: [
        { name: 'a', label: '' },
        { name: 'b', label: '' },
      ],
      formula: text,
    });
    expect(expected(formula('b / a * max'), '2', 'a=4; b=5')).toBe(
      '2 | a = 4; b = 5: b / a * max = 2,5 → 2',
    );
    expect(score(formula('a - b'), '2', 'a=4; b=5')).toBe('0');
    expect(score({ kind: 'system', source: '' }, '2', '2,01')).toBe('wrongInput');
    for (const kind of ['linear', 'survey'] as const)
      expect(['5/4', '125%'].map((text) => score({ kind }, '2', text))).toEqual([
        'aboveWhole',
        'aboveWhole',
      ]);
    expect(score({ kind: 'floor', floor: '50', between: 'ratio' }, '2', '125%')).toBe('2');
    expect(score({ kind: 'allOrNothing', atLeast: '50' }, '2', '125%')).toBe('2');
    expect(score({ kind: 'count', of: '3' }, '2', '5')).toBe('2');
    expect(score({ kind: 'count' }, '2', '5/3')).toBe('2');
  });

  test.each([
    ['8/112', '1', '0.07 | 8/112 × 1 = 0,07'],
    ['10/29', '0.5', '0.17 | 10/29 × 0,5 = 0,17'],
    ['42,5%', '2', '0.85 | 42,5% × 2 = 0,85'],
    ['14.651/14.678', '3', '2.99 | 14651/14678 × 3 = 2,99'],
    ['7904/14835', '1', '0.53 | 7904/14835 × 1 = 0,53'],
    ['18/42', '2', '0.86 | 18/42 × 2 = 0,86'],
  ])('linear ratio: %s of %s', (declared, max, result) => {
    expect(expected({ kind: 'linear' }, max, declared)).toBe(result);
  });

  test('ratio with a floor', () => {
    const rule: Rule = { kind: 'floor', floor: '80', between: 'ratio' };
    expect(expected(rule, '2', '79%')).toBe('0 | 79% < 80% → 0');
    expect(score(rule, '2', '90%')).toBe('1.8');
    const spread: Rule = { kind: 'floor', floor: '40', full: '80', between: 'spread' };
    expect(score(spread, '2', '60%')).toBe('1');
  });

  test('either-or: from 20 % on, or at least one more unit', () => {
    const more: Rule = { kind: 'tiers', measure: 'count', tiers: [{ from: '1', points: '1' }] };
    const rule: Rule = { kind: 'either', rules: [{ kind: 'allOrNothing', atLeast: '20' }, more] };
    expect(['21%', '1', '0', '19%'].map((text) => score(rule, '1', text))).toEqual([
      '1',
      '1',
      '0',
      '0',
    ]);
  });

  test('per item: 1 of 3 ideas, 0,5 for each regulation', () => {
    expect(expected({ kind: 'count', of: '3' }, '3', '1')).toBe('1 | 1/3 × 3 = 1');
    expect(score({ kind: 'count', each: '0.5' }, '2', '1')).toBe('0.5');
    expect(score({ kind: 'count', each: '0.5' }, '2', '9')).toBe('2');
  });

  test('minus points per breach, never below zero', () => {
    expect(expected({ kind: 'minus', each: '0.5' }, '1', '1')).toBe('0.5 | 1 − 1 × 0,5 = 0,5');
    expect(score({ kind: 'minus', each: '0.5' }, '1', '5')).toBe('0');
  });

  test('bonus and penalty, with a ceiling', () => {
    expect(score({ kind: 'outside', sign: 'bonus', each: '1', ceiling: '5' }, '0', '7')).toBe('5');
    const penalty: Rule = { kind: 'outside', sign: 'penalty', each: '0.25', ceiling: '2' };
    expect(score(penalty, '0', '3')).toBe('-0.75');
  });

  test('not assessed, not applicable', () => {
    expect(expected({ kind: 'notAssessed' }, '1', 'Có')).toBe('notAssessed');
    const rule: Rule = { kind: 'applicable', then: { kind: 'linear' } };
    expect(expected(rule, '1', 'Không áp dụng')).toBe('notApplicable');
    expect(score(rule, '1', '1/2')).toBe('0.5');
  });

  test('precondition: no plan, no points', () => {
    const rule: Rule = { kind: 'precondition', then: { kind: 'linear' } };
    expect([score(rule, '2', 'Không'), score(rule, '2', '18/42')]).toEqual(['0', '0.86']);
  });

  test('survey weight, read from a system', () => {
    expect(score({ kind: 'survey' }, '30', '87,36%')).toBe('26.21');
    expect(score({ kind: 'system', source: 'Phần mềm QLVB và HSCV' }, '2', '1,35')).toBe('1.35');
  });

  test('formula with variables', () => {
    const rule: Rule = {
      kind: 'expression',
      variables: [
        { name: 'a', label: 'Tổng số' },
        { name: 'b', label: 'Đúng hạn' },
      ],
      formula: 'if(a == 0, 0, min(max, b / a * max))',
    };
    expect(expected(rule, '2', 'a=10; b=7')).toBe(
      '1.4 | a = 10; b = 7: if(a == 0, 0, min(max, b / a * max)) = 1,4',
    );
    const said = ['10; 7', 'a=0; b=0', 'a=10'].map((text) => score(rule, '2', text));
    expect(said).toEqual(['1.4', '0', 'wrongInput']);
  });

  test('and/or of conditions', () => {
    const parts: (Rule & { kind: 'conditions' })['parts'] = [
      { label: 'Ban hành kế hoạch', rule: { kind: 'allOrNothing' } },
      { label: 'Hoàn thành', rule: { kind: 'allOrNothing', atLeast: '80' } },
    ];
    const all: Rule = { kind: 'conditions', operator: 'and', parts };
    const said = ['Có; 85%', 'Có; 70%', 'Không; 85%'].map((text) => score(all, '1', text));
    expect(said).toEqual(['1', '0', '0']);
    expect(score({ kind: 'conditions', operator: 'or', parts }, '1', 'Không; 85%')).toBe('1');
  });
});

describe('input that a rule cannot use is named, never guessed', () => {
  test.each([
    ['', 'blank'],
    ['abc', 'unreadable'],
    ['Có', 'wrongInput'],
    ['5/0', 'divisionByZero'],
    ['9/8', 'aboveWhole'],
    ['120%', 'aboveWhole'],
  ])('%j: %s', (declared, reason) =>
    expect(expected({ kind: 'linear' }, '1', declared)).toBe(reason),
  );
});

describe('expressions are computed safely', () => {
  const none = new Map();
  test.each([
    ['1 +', 'syntax'],
    ['a', 'unknownName'],
    ['constructor.constructor("x")()', 'notAllowed'],
    ['this', 'notAllowed'],
    ['[1,2]', 'notAllowed'],
    ['"text"', 'notAllowed'],
    ['eval(1)', 'notAllowed'],
    ['1 % 2', 'notAllowed'],
    ['1/0', 'divisionByZero'],
    ['1'.repeat(501), 'tooLong'],
    [`1${'+1'.repeat(60)}`, 'notAllowed'],
  ])('%s: %s', (formula, problem) =>
    expect(computeExpression(formula, none)).toMatchObject({ ok: false, problem }),
  );

  test('sums are exact, and signs of the decision are taken', () => {
    const result = computeExpression('0.1 + 0.2 − 0.3 × 1 + 3 ÷ 2', none);
    expect(result.ok && pointsText(result.value)).toBe('1.5');
    expect(checkExpression('b / a', ['a', 'b']).ok).toBe(true);
    expect(checkExpression('c / a', ['a', 'b'])).toMatchObject({
      ok: false,
      problem: 'unknownName',
    });
  });
});

test('nothing declared makes it throw; a score inside the scale stays between 0 and max', () => {
  const leaf: fc.Arbitrary<Rule> = fc.constantFrom<Rule>(
    { kind: 'allOrNothing' },
    { kind: 'allOrNothing', atLeast: '50' },
    { kind: 'linear' },
    { kind: 'survey' },
    { kind: 'floor', floor: '30', between: 'ratio' },
    { kind: 'floor', floor: '30', full: '80', between: 'spread' },
    { kind: 'count', each: '0.5' },
    { kind: 'count', of: '3' },
    { kind: 'minus', each: '0.5' },
    { kind: 'tiers', measure: 'percent', tiers: [{ from: '3', points: '9', above: true }] },
    { kind: 'tiers', measure: 'count', tiers: [{ from: '1', points: '1.5' }] },
    {
      kind: 'choice',
      options: [
        { label: 'Có', points: '7' },
        { label: 'abc', points: '1' },
      ],
    },
    { kind: 'system', source: '' },
    { kind: 'expression', variables: [{ name: 'a', label: '' }], formula: '2 - a * max' },
  );
  const rules: fc.Arbitrary<Rule> = fc.oneof(
    leaf,
    leaf.map((then): Rule => ({ kind: 'precondition', then })),
    leaf.map((then): Rule => ({ kind: 'applicable', then })),
    fc.tuple(leaf, leaf).map((both): Rule => ({ kind: 'either', rules: both })),
  );
  const declared = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'A=',
      'a=;',
      ';',
      'Có',
      'Không',
      'KAD',
      '3',
      '42,5%',
      '1/3',
      '9/8',
      'a=1; b=2',
      '1; 2',
      '-5',
    ),
  );
  fc.assert(
    fc.property(rules, declared, (rule, text) => {
      const result = computeExpected(rule, points('2'), text);
      if (result.kind === 'score') expect(result.points.gte(0) && result.points.lte(2)).toBe(true);
    }),
  );
});

test('what is declared is read, not judged', () => {
  expect(readDeclared('14.651/14.678')).toMatchObject({ kind: 'ratio' });
  expect(readDeclared('KAD').kind).toBe('notApplicable');
  expect(readDeclared('a=3; b=?').kind).toBe('unreadable');
  expect(readDeclared('1,5').kind).toBe('number');
});
