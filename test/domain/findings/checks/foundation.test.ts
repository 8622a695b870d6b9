/** The checks of the foundation, one slip each in a sheet that is right otherwise. */
import type { Finding } from '../../../../src/domain/findings/finding';
import { checkScoreSheet } from '../../../../src/domain/findings/checkScoreSheet';
import type { Framework } from '../../../../src/domain/framework/framework';
import { findingMessage } from '../../../../src/i18n/findingText';
import { findingMessages as english } from '../../../../src/i18n/en/findings';
import { cellName } from '../../../../src/workbook/address';
import { scoreSheetOf, type Cell, type SheetLiteral } from '../../../support/scoreSheetFactory';
import { plainFramework } from '../../../support/frameworkFactory';

const lead = 'Phòng Nội vụ chủ trì thực hiện';

/** Two areas, five leaves, all sums right. */
const right: readonly (readonly Cell[])[] = [
  ['1', 'Chỉ đạo điều hành', 5, 4.5, 3.85, -1.15, '', ''],
  ['1.1', 'Kế hoạch', 2, 2, 2, 0, '', ''],
  ['1.2', 'Báo cáo', 3, 2.5, 1.85, -1.15, 'Thiếu báo cáo đột xuất', lead],
  ['2', 'Cải cách thể chế', 4, 4, 3, -1, '', ''],
  ['2.1', 'Văn bản', 1, 1, 1, 0, '', ''],
  ['2.2', 'Rà soát', 1, 1, 0.5, -0.5, 'Chưa gửi đủ phụ lục', lead],
  ['2.3', 'Kiểm tra', 2, 2, 1.5, -0.5, 'Một đơn vị chưa kiểm tra', lead],
];

/** The right sheet with single cells replaced: [row index, column, cell]. */
function withCells(...changes: readonly [number, number, Cell][]): SheetLiteral {
  const rows = right.map((row) => [...row]);
  for (const [row, column, cell] of changes) (rows[row] ?? [])[column] = cell;
  return { rows };
}

function check(literal: SheetLiteral, framework: Framework | null = null): Finding[] {
  return checkScoreSheet({ sheet: scoreSheetOf(literal), framework, base: null });
}

const brief = (findings: readonly Finding[]) =>
  findings.map((finding) => [finding.code, finding.place && cellName(finding.place)]);

const framework: Framework = plainFramework({
  id: 'test',
  title: 'Bộ chỉ số',
  areas: [
    {
      code: '1',
      name: 'Chỉ đạo điều hành',
      max: '5',
      children: [
        { code: '1.1', name: 'Kế hoạch', max: '2' },
        { code: '1.2', name: 'Báo cáo', max: '3' },
      ],
    },
    {
      code: '2',
      name: 'Cải cách thể chế',
      max: '4',
      children: [
        { code: '2.1', name: 'Văn bản', max: '1' },
        { code: '2.2', name: 'Rà soát', max: '1' },
        { code: '2.3', name: 'Kiểm tra', max: '2' },
      ],
    },
  ],
});

describe('a right sheet', () => {
  it('gives nothing, with and without its framework', () => {
    expect(check(withCells())).toEqual([]);
    expect(check(withCells(), framework)).toEqual([]);
  });
});

describe('one slip, one finding', () => {
  const slips: [string, SheetLiteral, [string, string | null][]][] = [
    ['words for a score', withCells([1, 3, 'đạt']), [['figure-not-number', 'D4']]],
    ['words for a max', withCells([2, 2, 'ba']), [['figure-not-number', 'C5']]],
    ['an error value', withCells([2, 4, { error: '#REF!' }]), [['figure-error', 'E5']]],
    ['a date', withCells([2, 4, { date: '02/03/2026' }]), [['figure-date', 'E5']]],
    ['a percentage', withCells([2, 4, '97,9%']), [['figure-percent', 'E5']]],
    ['text that is a number', withCells([2, 3, '2.5']), [['figure-numeric-text', 'D5']]],
    ['below zero', withCells([1, 3, -2]), [['score-below-zero', 'D4']]],
    ['above max', withCells([1, 3, 3]), [['score-above-max', 'D4']]],
    ['a missing self-score', withCells([1, 3, null]), [['score-missing', 'D4']]],
    ['a dash for a score', withCells([1, 3, '-']), [['score-missing', 'D4']]],
    ['a missing appraised score', withCells([1, 4, null]), [['score-missing', 'E4']]],
    ['a missing max', withCells([1, 2, null]), [['max-missing', 'C4']]],
    ['a duplicate code', withCells([6, 0, '2.2']), [['code-duplicate', 'A9']]],
    ['blanks around a code', withCells([6, 0, '2.3 ']), [['code-blanks', 'A9']]],
    ['a code as a number', withCells([6, 0, { numberCode: '2.3' }]), [['code-not-text', 'A9']]],
    ['a code as a date', withCells([5, 0, { date: '02/02/2026' }]), [['code-damaged', 'A8']]],
    ['a wrong deduction', withCells([2, 5, -1.05]), [['deduction-wrong', 'F5']]],
    ['a missing deduction', withCells([2, 5, null]), [['deduction-missing', 'F5']]],
    ['a wrong score', withCells([2, 4, 1.75]), [['deduction-wrong', 'F5']]],
    ['a wrong area max', withCells([0, 2, 6]), [['parent-max-not-sum', 'C3']]],
    ['a wrong area score', withCells([0, 4, 3.95]), [['parent-sum-wrong', 'E3']]],
    ['a wrong area deduction', withCells([0, 5, -1.25]), [['parent-sum-wrong', 'F3']]],
    ['a cut without an opinion', withCells([2, 6, ' ']), [['cut-without-opinion', 'G5']]],
    ['no responsible unit', withCells([2, 7, null]), [['deduction-without-responsible', 'H5']]],
    ['appraised above self', withCells([1, 3, 1.5], [0, 3, 4]), [['appraised-above-self', 'E4']]],
  ];
  it.each(slips)('%s', (_, literal, expected) => {
    const findings = check(literal);
    expect(brief(findings)).toEqual(expected);
    for (const finding of findings) {
      expect(findingMessage(finding)).toMatch(/^Ô [A-H]\d+: [^?]*\.$/u);
      expect(findingMessage(finding, english)).toMatch(/^Cell [A-H]\d+: [^?]*\.$/u);
    }
  });

  it('a score between the framework’s max and the sheet’s', () => {
    const findings = check(withCells([2, 2, 4], [2, 3, 3.5], [0, 3, 5.5]), framework);
    expect(brief(findings)).toEqual([
      ['max-differs-from-framework', 'C5'],
      ['score-above-framework-max', 'D5'],
    ]);
  });

  it('a max that is not the framework’s hides no cascade', () => {
    expect(brief(check(withCells([2, 2, 2]), framework))).toEqual([
      ['max-differs-from-framework', 'C5'],
    ]);
  });
});

describe('readings and their fixes', () => {
  it('mends text that is a number for certain, and never the figure', () => {
    const [finding] = check(withCells([2, 3, ' 2,5 ']));
    expect(finding?.fix).toEqual({
      certainty: 'certain',
      edits: [{ place: finding?.place, to: 'number', points: '2.5' }],
    });
  });

  it('proposes the reading that fits under the max, and names both', () => {
    const literal = withCells([2, 3, '1.577']);
    const [finding] = check(literal);
    expect(finding?.code).toBe('figure-ambiguous');
    expect(finding?.params['candidates']).toBe('1577;1.577');
    expect(finding?.fix).toMatchObject({ certainty: 'likely', edits: [{ points: '1.577' }] });
    expect(finding && findingMessage(finding)).toBe(
      'Ô D5: điểm tự đánh giá “1.577” có thể là 1577 hoặc 1,577; đề xuất 1,577.',
    );
  });

  it('proposes a deduction in the sheet’s own sign, and says where the wrong one came from', () => {
    const [finding] = check(withCells([2, 5, -0.5]));
    expect(finding?.params).toMatchObject({ expected: '-1.15', cause: 'self' });
    expect(finding?.fix).toMatchObject({ certainty: 'likely', edits: [{ points: '-1.15' }] });
    expect(finding && findingMessage(finding)).toBe(
      'Ô F5: điểm bị trừ ghi −0,5, trong khi điểm chuẩn 3 và điểm thẩm định 1,85 (các ô C5, E5) cho −1,15. Số đang ghi được tính theo điểm tự đánh giá.',
    );
  });

  it('never offers a score', () => {
    for (const change of [
      [1, 3, 3],
      [1, 3, -2],
      [1, 4, null],
      [1, 3, 'đạt'],
    ] as const) {
      for (const finding of check(withCells([...change]))) expect(finding.fix).toBeNull();
    }
  });

  it('does not overwrite a formula', () => {
    const [finding] = check(withCells([2, 5, { formula: '=C5-E5', value: -1.05 }]));
    expect(finding?.code).toBe('deduction-wrong');
    expect(finding?.fix).toBeNull();
  });
});

describe('damaged codes', () => {
  const codes = (...list: Cell[]) =>
    check({ columns: ['code', 'name', 'max'], rows: list.map((code) => [code, 'Tiêu chí', 1]) });

  it.each([
    ['after 3.9', ['3.8', '3.9', '3.1', '3.11'], 'A5', '3.10'],
    ['after 3.19', ['3.18', '3.19', '3.2'], 'A5', '3.20'],
    ['before its own children', ['3.9', '3.1', '3.10.1', '3.10.2'], 'A4', '3.10'],
    ['as a number, first of an extract', [{ numberCode: '3.1' }, '3.10.1', '3.11'], 'A3', '3.10'],
  ])('3.1 that must be 3.10: %s', (_, list, cell, meant) => {
    const found = codes(...(list as Cell[])).filter((finding) => finding.code.startsWith('code'));
    expect(brief(found)).toEqual([['code-damaged', cell]]);
    expect(found[0]?.fix).toMatchObject({
      certainty: 'likely',
      edits: [{ to: 'text', text: meant }],
    });
  });

  it.each([
    ['day first', ['12', { date: '12/01/2026' }, '12.2'], '12.1'],
    ['month first', ['1.1', { date: '02/01/2026' }, '1.3'], '1.2'],
    ['three parts', ['7.1.3', { date: '07/01/2004' }, '7.1.5'], '7.1.4'],
    ['nothing but the neighbours tell', ['4.4', { date: '31/12/1999' }, '4.6'], '4.5'],
  ])('a date, %s', (_, list, meant) => {
    const found = codes(...(list as Cell[])).filter((finding) => finding.code.startsWith('code'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'code-damaged', fix: { edits: [{ text: meant }] } });
  });

  it.each([
    ['natural order', ['3.1', '3.2', '3.4', '3.10', '3.10.1', '3.11']],
    ['a section that starts afresh', ['I', '1', '1.1', '1.9', 'II', '1', '1.1']],
    ['letters under their parents', ['1', 'a)', 'b)', '2', 'a)']],
    ['whole numbers for areas', [1, '1.1', 2, '2.1']],
    ['trailing dots', ['1.', '1.1.', '1.2.']],
  ])('nothing for %s', (_, list) => {
    expect(codes(...list).filter((finding) => finding.code.startsWith('code'))).toEqual([]);
  });
});

describe('what is no slip', () => {
  it('a responsible unit that a merge hands down', () => {
    expect(check(withCells([6, 7, { under: 1 }]))).toEqual([]);
  });

  it('rows that are not assessed', () => {
    const literal = withCells(
      [6, 3, 'Không áp dụng'],
      [6, 4, null],
      [6, 5, null],
      [3, 2, 2],
      [3, 3, 2],
      [3, 4, 1.5],
      [3, 5, -0.5],
    );
    expect(check({ ...literal, more: { 6: { assessment: 'notApplicable' } } })).toEqual([]);
  });

  it('fewer points than the parent’s max where rows are missing; more are', () => {
    const part = right.filter((row) => row[0] !== '2.1');
    expect(check({ rows: part }).map((finding) => finding.code)).not.toContain(
      'parent-max-not-sum',
    );
    const more = part.map((row) =>
      row[0] === '2' ? ['2', 'Cải cách thể chế', 2.5, 3, 2, -1, '', ''] : row,
    );
    expect(check({ rows: more }).map((finding) => finding.code)).toContain('parent-max-not-sum');
  });

  it('a sheet whose scores are all blank says so once', () => {
    const blank = right.map(
      (row) => [row[0], row[1], row[2], null, null, null, null, null] as Cell[],
    );
    expect(brief(check({ rows: blank }))).toEqual([['scores-not-entered', null]]);
  });

  it('positive deductions, and rounding within half a hundredth', () => {
    const positive = right.map((row) =>
      row.map((cell, i) => (i === 5 ? Math.abs(Number(cell)) : cell)),
    );
    expect(check({ rows: positive })).toEqual([]);
    expect(check(withCells([2, 4, 1.853], [0, 4, 3.853]))).toEqual([]);
  });

  it('round 2 counts where it was given', () => {
    const columns = [
      'code',
      'name',
      'max',
      'self',
      'appraised1',
      'appraised2',
      'deduction',
    ] as const;
    const rows: Cell[][] = [
      ['1', 'Lĩnh vực', 3, 3, 1.5, 2.5, 0.5],
      ['1.1', 'Một', 1, 1, 1, null, 0],
      ['1.2', 'Hai', 2, 2, 0.5, 1.5, 0.5],
    ];
    expect(check({ columns, rows })).toEqual([]);
  });
});

it('sorts by row, then column, the whole sheet first', () => {
  const findings = check(withCells([2, 7, null], [2, 3, 'x'], [1, 3, 3], [6, 6, '']));
  expect(brief(findings).map(([, cell]) => cell)).toEqual(['D4', 'D5', 'H5', 'G9']);
});
