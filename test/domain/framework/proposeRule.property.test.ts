/** What holds for any sentence, and for every scale that can be written. */
import fc from 'fast-check';
import { proposeRule } from '../../../src/domain/framework/proposeRule';
import { ruleSchema } from '../../../src/domain/framework/rule';
import { points, pointsText, type Points } from '../../../src/domain/points';
import { computeExpected } from '../../../src/domain/scoring/expectedScore';
import { part, whole } from '../../fixtures/ruleSentences';

const fragments = [
  ...[
    'từ',
    'đến',
    'dưới',
    'trên',
    'trở lên',
    'đạt',
    'không',
    'có',
    'mỗi',
    'cứ',
    'trừ',
    'cộng',
    'thì',
  ],
  ...[
    'nếu',
    'điểm',
    'điểm tối đa',
    'tỷ lệ',
    '80%',
    '0,5',
    '1',
    '01',
    '100%',
    '1/2',
    '50',
    '≥',
    '<',
    '>=',
  ],
  ...[
    '=>',
    ':',
    ';',
    ',',
    '.',
    '-',
    '+',
    '\n',
    '(',
    ')',
    '[',
    'b/a',
    '(b/a)',
    '*',
    'x',
    '×',
    '/',
    'a',
    'b',
  ],
  ...[
    'trong đó',
    'là',
    'tổng số',
    'sáng kiến',
    'còn lại',
    'hoặc',
    'và',
    'nhưng',
    'mới có điểm',
    'tối đa',
  ],
  ...[
    'kịp thời',
    'Không ban hành',
    'không áp dụng',
    'khảo sát',
    'trích xuất từ phần mềm',
    'theo công thức',
  ],
];

test('any text: no throw, and what is proposed is a rule', () => {
  const words = fc
    .array(fc.constantFrom(...fragments), { maxLength: 60 })
    .chain((parts) => fc.constantFrom(' ', '', '\u00a0').map((join) => parts.join(join)));
  const max = fc.constantFrom(null, '1', '0.5', '2', '', 'x', '0', '-1');
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), max, (text, most) => {
      const proposal = proposeRule(text, most);
      if (!proposal) return;
      expect(ruleSchema.safeParse(proposal.rule).success).toBe(true);
      expect(proposal.understood === 'whole').toBe(proposal.leftOver.length === 0);
    }),
    { numRuns: 3000 },
  );
});

// One that backtracks would never end; what they cost is in `npm run bench`.
test('texts that repeat themselves come to an end', () => {
  const texts = [
    ...fragments,
    'từ 1',
    'a/',
    '1 - ',
    'thì là ',
    'tỷ lệ a ',
    'a/tổng ',
    'không quá 1 điểm ',
  ]
    .flatMap((one) => [one.repeat(4000), `${one} `.repeat(500), `${one} `.repeat(500) + '1 điểm'])
    .flatMap((text) => [text.slice(0, 4000), text.slice(0, 590)]);
  for (const text of texts) proposeRule(text, '1');
  expect(proposeRule('Có: 1; không: 0'.padEnd(4001), '1')).toBeNull();
});

interface Scale {
  /** Thresholds in tenths of a per cent, rising. */
  bounds: { tenths: number; above: boolean }[];
  /** Hundredths of a point; one more than bounds. */
  points: number[];
  unit: 'percent' | 'count';
}

const decimals = (value: number, scale: number) => String(value / scale).replace('.', ',');

/** A scale that rises or falls, with its steps in words of one style. */
const scales: fc.Arbitrary<Scale> = fc
  .record({
    tenths: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 5 }),
    above: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    points: fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 6, maxLength: 6 }),
    zero: fc.boolean(),
    falls: fc.boolean(),
    unit: fc.constantFrom('percent' as const, 'count' as const),
  })
  .map(({ tenths, above, points: given, zero, falls, unit }) => {
    const rising = [...tenths].sort((a, b) => a - b);
    const ladder = given.slice(0, rising.length + 1).sort((a, b) => a - b);
    if (zero) ladder[0] = 0;
    return {
      bounds: rising.map((one, i) => ({ tenths: one, above: above[i] ?? false })),
      points: falls ? ladder.reverse() : ladder,
      unit,
    };
  });

interface Style {
  signs: boolean;
  link: string;
  bullet: string;
  join: string;
  reversed: boolean;
}

const styles: fc.Arbitrary<Style> = fc.record({
  signs: fc.boolean(),
  link: fc.constantFrom(': ', ':', ' → ', ' thì được ', ' thì điểm đánh giá là '),
  bullet: fc.constantFrom('', '- ', '+ '),
  join: fc.constantFrom('; ', '\n', ';', '.\n'),
  reversed: fc.boolean(),
});

function sentence(scale: Scale, style: Style): string {
  const unit = scale.unit === 'percent' ? '%' : ' hồ sơ';
  const size = scale.unit === 'percent' ? 10 : 1;
  const figure = (bound: { tenths: number }) => `${decimals(bound.tenths, size)}${unit}`;
  const clauses = scale.points.map((worth, i) => {
    const low = scale.bounds[i - 1];
    const high = scale.bounds[i];
    const given = `${style.link}${decimals(worth, 100)} điểm`;
    return style.bullet + (style.signs ? bySigns(low, high) : byWords(low, high)) + given;
  });
  return (style.reversed ? clauses.reverse() : clauses).join(style.join);

  function bySigns(low?: Scale['bounds'][0], high?: Scale['bounds'][0]): string {
    const from = low ? `${low.above ? '>' : '≥'} ${figure(low)}` : '';
    const to = high ? `${high.above ? '<=' : '<'}${figure(high)}` : '';
    return [from, to].filter((one) => one !== '').join(' và ');
  }

  function byWords(low?: Scale['bounds'][0], high?: Scale['bounds'][0]): string {
    if (!low && high) return high.above ? `từ ${figure(high)} trở xuống` : `dưới ${figure(high)}`;
    if (!low) return '';
    if (!high) return low.above ? `trên ${figure(low)}` : `từ ${figure(low)} trở lên`;
    const to = `đến ${high.above ? '' : 'dưới '}${figure(high)}`;
    return `${low.above ? 'trên' : 'từ'} ${figure(low)} ${to}`;
  }
}

/** What the scale gives, computed from the generated figures alone. */
function given(scale: Scale, value: number): number {
  const reached = scale.bounds.filter((bound) =>
    bound.above ? value > bound.tenths : value >= bound.tenths,
  );
  return scale.points[reached.length] ?? 0;
}

function expectScale(scale: Scale, text: string): void {
  const max: Points = points(Math.max(...scale.points)).div(100);
  const proposal = proposeRule(text, pointsText(max));
  expect(proposal).toMatchObject({ understood: 'whole', leftOver: [] });
  if (!proposal) return;
  const percent = scale.unit === 'percent';
  const step = percent ? 0.1 : 1;
  for (const { tenths } of scale.bounds)
    for (const value of [tenths - step, tenths, tenths + step]) {
      const declared = percent ? `${decimals(Math.round(value * 100), 1000)}%` : String(value);
      const expected = computeExpected(proposal.rule, max, declared);
      const score = expected.kind === 'score' ? pointsText(expected.points) : expected;
      expect([declared, score]).toEqual([declared, String(given(scale, value) / 100)]);
    }
}

test('a scale of figures gives at every bound what it says', () => {
  fc.assert(
    fc.property(scales, styles, (scale, style) => expectScale(scale, sentence(scale, style))),
    { numRuns: 1000 },
  );
});

test('decomposed letters, other blanks, capitals and headings change nothing', () => {
  const ways: ((text: string) => string)[] = [
    (text) => text.normalize('NFD'),
    (text) => text.replace(/ /g, '\u00a0'),
    (text) => text.replace(/ /g, '  '),
    (text) => text.toUpperCase(),
    (text) => `Cách tính điểm:\n${text}`,
    (text) => text.replace(/điểm/g, 'điểm\u200b'),
  ];
  fc.assert(
    fc.property(scales, styles, fc.constantFrom(...ways), (scale, style, way) =>
      expectScale(scale, way(sentence(scale, style))),
    ),
  );
  for (const [text, max, rule] of Object.values(whole).flat())
    expect([text, proposeRule(text.normalize('NFD').replace(/ /g, '\u00a0'), max)?.rule]).toEqual([
      text,
      rule,
    ]);
});

test('every rule of the table is one, and none gives more than the maximum', () => {
  const declared = [
    '0',
    '1',
    '2',
    '9',
    '0%',
    '50%',
    '99,9%',
    '100%',
    '7/8',
    'Có',
    'Không',
    'a=5; b=9; c=2',
  ];
  for (const [text, max, rule] of [...Object.values(whole).flat(), ...part]) {
    expect(ruleSchema.safeParse(rule).success).toBe(true);
    if (max === null || rule.kind === 'outside') continue;
    for (const said of declared) {
      const expected = computeExpected(rule, points(max), said);
      const over = expected.kind === 'score' && (expected.points.gt(max) || expected.points.lt(0));
      expect([text, said, over]).toEqual([text, said, false]);
    }
  }
});

test('a clause that nothing understands is never dropped', () => {
  const clauses = [
    'Không chấm điểm khi gửi báo cáo muộn',
    'Đơn vị nộp sau hạn bị giảm một nửa số điểm',
    'Với điều kiện đúng hạn',
    'Xem xét từng trường hợp',
    'Lưu ý hồ sơ gửi qua bưu chính',
  ];
  for (const [text, max] of Object.values(whole).flat())
    for (const clause of clauses) {
      const understood = [`${text}\n${clause}`, `${clause}\n${text}`].map(
        (said) => proposeRule(said, max)?.understood,
      );
      expect([text, clause, understood.includes('whole')]).toEqual([text, clause, false]);
    }
});
