import fc from 'fast-check';
import { readDraft } from '../../../src/domain/framework/readDraft';
import { ruleSchema, type Rule } from '../../../src/domain/framework/rule';
import {
  draftKinds,
  draftOf,
  newDraft,
  newPart,
  type RuleDraft,
} from '../../../src/domain/framework/ruleDraft';

function problemsOf(draft: RuleDraft): [string, string][] {
  const reading = readDraft(draft, ',');
  return reading.ok ? [] : reading.problems.map(({ field, code }) => [field, code]);
}

function ruleOf(draft: RuleDraft, mark: ',' | '.' = ','): Rule {
  const reading = readDraft(draft, mark);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.rule;
}

const figure = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => String(digits / 10 ** places));

const plain: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ kind: 'allOrNothing' }),
  figure.map((atLeast): Rule => ({ kind: 'allOrNothing', atLeast })),
  figure.map((above): Rule => ({ kind: 'allOrNothing', above })),
  fc
    .record({
      measure: fc.constantFrom('percent' as const, 'count' as const),
      tiers: fc.uniqueArray(
        fc.oneof(
          fc.record({ from: figure, points: figure }),
          fc.record({ from: figure, points: figure, above: fc.constant(true as const) }),
        ),
        { minLength: 1, maxLength: 6, selector: ({ from }) => from },
      ),
    })
    .map((parts): Rule => ({ kind: 'tiers', ...parts })),
  fc.tuple(figure, figure).map(([first, second]): Rule => ({
    kind: 'choice',
    options: [
      { label: 'Kịp thời', points: first },
      { label: 'Không kịp thời', points: second },
    ],
  })),
  fc.constantFrom<Rule>({ kind: 'linear' }, { kind: 'survey' }, { kind: 'notAssessed' }),
  fc
    .constantFrom('ratio' as const, 'spread' as const)
    .map((between): Rule => ({ kind: 'floor', floor: '40', full: '80.5', between })),
  figure.map((each): Rule => ({ kind: 'count', each })),
  figure.map((of): Rule => ({ kind: 'count', of })),
  figure.map((each): Rule => ({ kind: 'minus', each })),
  fc
    .tuple(fc.constantFrom('bonus' as const, 'penalty' as const), figure, figure)
    .map(([sign, each, ceiling]): Rule => ({ kind: 'outside', sign, each, ceiling })),
  figure.map((ceiling): Rule => ({ kind: 'outside', sign: 'penalty', ceiling })),
  fc.constant<Rule>({ kind: 'system', source: 'Phần mềm QLVB và HSCV' }),
  fc.constant<Rule>({
    kind: 'expression',
    variables: [
      { name: 'a', label: 'số hồ sơ' },
      { name: 'b', label: 'số hồ sơ đúng hạn' },
    ],
    formula: 'if(b/a < 0.5, 0, min(b/a, 1)*max)',
  }),
);
/** What is not assessed has nothing to say no to. */
const assessed = plain.filter(({ kind }) => kind !== 'notAssessed');
const inner = fc.oneof(
  plain,
  assessed.map((then): Rule => ({ kind: 'precondition', then })),
);
const applying = inner.filter(({ kind }) => kind !== 'notAssessed');
const whole: fc.Arbitrary<Rule> = fc.oneof(
  inner,
  applying.map((then): Rule => ({ kind: 'applicable', then })),
  fc.array(inner, { minLength: 2, maxLength: 3 }).map((rules): Rule => ({ kind: 'either', rules })),
  fc.array(inner, { minLength: 2, maxLength: 3 }).map((rules): Rule => ({
    kind: 'conditions',
    operator: 'and',
    parts: rules.map((rule, i) => ({ label: `điều kiện ${i + 1}`, rule })),
  })),
);

test('any rule survives being shown for filling in, with a decimal comma or a point', () => {
  fc.assert(
    fc.property(whole, fc.constantFrom(',' as const, '.' as const), (rule, mark) => {
      const again = ruleOf(draftOf(rule, mark), mark);
      expect(again).toEqual(rule);
      expect(ruleSchema.safeParse(again).success).toBe(true);
    }),
  );
});

test('a draft of any kind that nobody has filled in is read or says what it lacks', () => {
  for (const kind of draftKinds) {
    const reading = readDraft(newDraft(kind), ',');
    if (reading.ok) expect(ruleSchema.safeParse(reading.rule).success).toBe(true);
    else expect(reading.problems.length).toBeGreaterThan(0);
  }
  expect(ruleOf(newDraft('linear'))).toEqual({ kind: 'linear' });
});

test('figures are taken as people type them', () => {
  const draft = { ...newDraft('floor'), floor: ' 40 %', full: '80,5' };
  expect(ruleOf(draft)).toEqual({ kind: 'floor', floor: '40', full: '80.5', between: 'ratio' });
});

test('ticks of another kind do not change what is not assessed', () => {
  const draft = { ...newDraft('notAssessed'), zeroIfNot: true, mayNotApply: true };
  expect(ruleOf(draft)).toEqual({ kind: 'notAssessed' });
});

test('steps left empty are no steps', () => {
  const draft = { ...newDraft('tiers') };
  draft.tiers = [...draft.tiers, { from: '90', points: '1', above: false }];
  expect(ruleOf(draft)).toEqual({
    kind: 'tiers',
    measure: 'percent',
    tiers: [{ from: '90', points: '1' }],
  });
});

test('what is lacking is said at its field', () => {
  const tier = (from: string, points: string) => ({ from, points, above: false });
  expect(problemsOf(newDraft('tiers'))).toEqual([['tiers.0.from', 'needed']]);
  expect(
    problemsOf({ ...newDraft('tiers'), tiers: [tier('90', '1'), tier('90,0', 'một')] }),
  ).toEqual([
    ['tiers.1.from', 'sameStep'],
    ['tiers.1.points', 'notFigure'],
  ]);
  expect(problemsOf({ ...newDraft('count'), each: '0,5', of: '3' })).toEqual([['of', 'eachOrOf']]);
  expect(problemsOf({ ...newDraft('count') })).toEqual([['each', 'needed']]);
  expect(problemsOf({ ...newDraft('minus'), each: '0' })).toEqual([['each', 'notPositive']]);
  expect(problemsOf({ ...newDraft('floor'), floor: '80', full: '40' })).toEqual([
    ['full', 'fullBelowFloor'],
  ]);
  expect(problemsOf({ ...newDraft('either'), parts: [newPart()] })).toEqual([
    ['parts', 'twoParts'],
  ]);
  const option = (label: string, points: string) => ({ label, points });
  expect(
    problemsOf({ ...newDraft('choice'), options: [option('Có', '1'), option('có', '0')] }),
  ).toEqual([['options.1.label', 'sameName']]);
});

test('a part of a rule says what it lacks by its own place', () => {
  const part = { label: '', draft: newDraft('minus') };
  const draft = { ...newDraft('either'), parts: [newPart(), part] };
  expect(problemsOf(draft)).toEqual([['parts.1.each', 'needed']]);
});

describe('a formula', () => {
  const withFormula = (formula: string, names = ['a', 'b']): RuleDraft => ({
    ...newDraft('expression'),
    variables: names.map((name) => ({ name, label: '' })),
    formula,
  });
  const formulaOf = (typed: string) => {
    const rule = ruleOf(withFormula(typed));
    return rule.kind === 'expression' ? rule.formula : '';
  };

  test.each([
    ['b/a*0,5', 'b/a*0.5'],
    ['B/A*MAX', 'b/a*max'],
    ['min(b/a; 0,5)', 'min(b/a, 0.5)'],
    ['min(b/a, 0.5)', 'min(b/a, 0.5)'],
    ['min(a,b)', 'min(a,b)'],
    ['min(b/a; 1)*0,5', 'min(b/a, 1)*0.5'],
  ])('“%s” is kept as “%s”', (typed, kept) => expect(formulaOf(typed)).toBe(kept));

  test.each([
    ['b/c', 'badFormula'],
    ['b/', 'badFormula'],
    ['alert(1)', 'badFormula'],
    ['', 'needed'],
  ])('“%s” is refused: %s', (typed, code) =>
    expect(problemsOf(withFormula(typed))).toEqual([['formula', code]]),
  );

  test('a comma that may part or be a decimal mark is asked about, where commas are decimal marks', () => {
    expect(problemsOf(withFormula('min(b/a, 0,5)'))).toEqual([['formula', 'partsUnclear']]);
    expect(problemsOf(withFormula('min(b/a*0,5)'))).toEqual([['formula', 'partsUnclear']]);
    expect(ruleOf(withFormula('min(1,2)*a'), '.')).toMatchObject({ formula: 'min(1,2)*a' });
  });

  test('names are plain, and each is one figure', () => {
    expect(problemsOf(withFormula('a', ['a', 'A']))).toEqual([['variables.1.name', 'sameName']]);
    expect(problemsOf(withFormula('1', ['số hồ sơ']))).toEqual([['variables.0.name', 'badName']]);
    expect(problemsOf(withFormula('1', ['max']))).toEqual([['variables.0.name', 'badName']]);
  });
});
