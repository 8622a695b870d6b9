/** Checks beyond the foundation, by example: what each finds, and what it must leave alone. */
import { checkScoreSheet } from '../../../../src/domain/findings/checkScoreSheet';
import type { Finding } from '../../../../src/domain/findings/finding';
import type { Framework } from '../../../../src/domain/framework/framework';
import { points, type Points } from '../../../../src/domain/points';
import { findingMessage } from '../../../../src/i18n/findingText';
import { cellName } from '../../../../src/workbook/address';
import { scoreSheetOf, type Cell, type SheetLiteral } from '../../../support/scoreSheetFactory';
import { plainFramework } from '../../../support/frameworkFactory';

function check(
  literal: SheetLiteral,
  framework: Framework | null = null,
  base: Points | null = null,
) {
  return checkScoreSheet({ sheet: scoreSheetOf(literal), framework, base });
}
const brief = (findings: readonly Finding[]) =>
  findings.map(({ code, place }) => [code, place && cellName(place)]);

const lead = 'Phòng Nội vụ chủ trì';

describe('codes', () => {
  const codes = (...list: string[]) =>
    brief(
      check({
        columns: ['code', 'name', 'max'],
        rows: list.map((code) => [code, 'Tiêu chí', null]),
      }),
    ).filter(([code]) => code?.startsWith('code'));

  it.each([
    ['a row out of order', ['1', '1.1', '1.3', '1.2', '1.4'], [['code-order', 'A5']]],
    [
      'a number skipped',
      ['1', '1.1', '1.2', '1.3', '1.5', '1.6', '2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'],
      [['code-gap', 'A7']],
    ],
    [
      'children without their parent',
      ['1', '1.1', '1.2', '1.3', '1.4.1', '1.4.2', '1.5', '1.6', '2', '2.1', '2.2', '2.3', '2.4'],
      [['code-orphan', 'A7']],
    ],
    [
      'a number mistyped',
      ['1', '1.1', '1.2', '7.3', '1.4', '1.5', '2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'],
      [['code-order', 'A6']],
    ],
    ['an extract', ['1.1.3', '1.2', '1.4.1', '3.4', '3.10.1', '5.5'], []],
    ['criteria without area rows', ['1.1', '1.2', '2.1', '2.2'], []],
    ['bullets', ['1', '-', '-', '2', '-', '-'], []],
    ['single numbers that restart', ['I', '1', '2', 'II', '1', '2'], []],
    ['decimals that restart', ['I', '1.1', '1.2', 'II', '1.1', '1.2', 'III', '1.1', '1.2'], []],
    [
      'a code twice in one of several sections',
      ['I', '1.1', '1.2', 'II', '1.1', '1.2', '1.2'],
      [['code-duplicate', 'A9']],
    ],
    [
      'a code of another section, where numbering runs through',
      ['I', '1.1', '1.2', 'II', '1.1', '2.2', '2.3', 'III', '3.1', '3.2'],
      [['code-duplicate', 'A7']],
    ],
    ['parts that each count their areas', ['A', 'I', '1.1', 'II', '2.1', 'B', 'I', '1.1'], []],
  ])('%s', (_, list, expected) => expect(codes(...list)).toEqual(expected));
});

describe('against a framework', () => {
  const names = [
    'Kế hoạch cải cách hành chính',
    'Báo cáo định kỳ',
    'Công tác tuyên truyền',
    'Kiểm tra việc thực hiện',
    'Sáng kiến trong triển khai',
    'Thực hiện nhiệm vụ được giao',
    'Đối thoại với doanh nghiệp',
    'Rà soát văn bản quy phạm',
    'Công khai thủ tục',
    'Giải quyết đúng hạn',
    'Bố trí biên chế',
    'Chữ ký số',
  ];
  const framework: Framework = plainFramework({
    id: 'f',
    title: 'Bộ chỉ số 2026',
    areas: [
      {
        code: '1',
        name: 'Lĩnh vực',
        max: '12',
        children: names.map((name, i) => ({ code: `1.${i + 1}`, name, max: '1' })),
      },
    ],
  });
  const full: Cell[][] = [
    ['1', 'Lĩnh vực', 12],
    ...names.map((name, i): Cell[] => [`1.${i + 1}`, name, 1]),
  ];
  const held = (rows: Cell[][], other: Framework = framework) =>
    check({ columns: ['code', 'name', 'max'], rows }, other);

  it('says nothing of a sheet that follows it, abbreviations and remarks apart', () => {
    const rows = full.map((row) => [...row]);
    rows[1] = ['1.1', 'Kế hoạch CCHC (không ban hành thì không có điểm)', 1];
    expect(held(full)).toEqual([]);
    expect(held(rows)).toEqual([]);
  });

  it('a row missing, after the row it follows', () => {
    const findings = held(full.filter((row) => row[0] !== '1.3'));
    expect(brief(findings)).toEqual([['framework-row-missing', 'A5']]);
    expect(findings[0] && findingMessage(findings[0])).toBe(
      'Sau ô A5: thiếu 1.3 “Công tác tuyên truyền” (điểm chuẩn 1).',
    );
  });

  it('a row too many', () => {
    const rows = [...full, ['1.13', 'An toàn thông tin', 1] as Cell[]];
    rows[0] = ['1', 'Lĩnh vực', 13];
    expect(brief(held(rows))).toEqual([['framework-row-extra', 'A16']]);
  });

  it('a row renamed, and a row whose code slipped', () => {
    const renamed = full.map((row) =>
      row[0] === '1.3' ? ['1.3', 'Tinh giản biên chế hằng năm', 1] : row,
    );
    expect(brief(held(renamed))).toEqual([['framework-row-renamed', 'B6']]);
    const slipped = full.map((row) => (row[0] === '1.12' ? ['1.15', 'Chữ ký số', 1] : row));
    expect(brief(held(slipped))).toEqual([['framework-code-differs', 'A15']]);
  });

  it('an extract says once how much it holds; another framework’s sheet says only that', () => {
    expect(brief(held(full.slice(2, 6)))).toEqual([['framework-partial', null]]);
    const other = full.map(
      (row) => [row[0] ?? '', `Nội dung khác hẳn ${String(row[0])}`, Number(row[2]) * 2] as Cell[],
    );
    expect(brief(held(other))).toEqual([['framework-does-not-fit', null]]);
  });

  describe('whose numbering begins again in each area', () => {
    const parts = [names.slice(0, 6), names.slice(6)];
    const inParts = (numerals: readonly string[]) =>
      plainFramework({
        areas: parts.map((part, area) => ({
          code: numerals[area] ?? '',
          name: `Phần ${area + 1}`,
          max: '6',
          children: part.map((name, i) => ({ code: `1.${i + 1}`, name, max: '1' })),
        })),
      });
    const rows = (): Cell[][] =>
      parts.flatMap((part, area): Cell[][] => [
        [['I', 'II'][area]!, `Phần ${area + 1}`, 6],
        ...part.map((name, i): Cell[] => [`1.${i + 1}`, name, 1]),
      ]);

    it.each([
      ['with the same numerals', ['I', 'II']],
      ['with numbers for them', ['1', '2']],
    ])('a row is that of its own area, %s', (_, numerals) => {
      const framework = inParts(numerals);
      expect(held(rows(), framework)).toEqual([]);
      const more = rows().map((row, i) => (i === 9 ? [row[0]!, row[1]!, 2] : row));
      expect(brief(held(more, framework))).toEqual([['max-differs-from-framework', 'C12']]);
      const renamed = rows().map((row, i) => (i === 9 ? [row[0]!, names[1]!, 1] : row));
      expect(brief(held(renamed, framework))).toEqual([['framework-row-renamed', 'B12']]);
      const less = rows().filter((_row, i) => i !== 9);
      const missing = held(less, framework).filter(({ code }) => code.startsWith('framework'));
      expect(missing.map(({ params }) => params.name)).toEqual([names[7]]);
      expect(missing[0]?.place && cellName(missing[0].place)).toBe('A11');
    });

    it('numerals over plain numbers are no numbers themselves', () => {
      const framework = plainFramework({
        areas: ['I', 'II'].map((code, area) => ({
          code,
          name: `Phần ${area + 1}`,
          max: '2',
          children: [0, 1].map((i) => ({
            code: String(area * 2 + i + 1),
            name: names[area * 2 + i]!,
            max: '1',
          })),
        })),
      });
      const sheet: Cell[][] = [
        ['I', 'Phần 1', 2],
        ['1', names[0]!, 1],
        ['2', names[1]!, 1],
        ['II', 'Phần 2', 2],
        ['3', names[2]!, 1],
        ['4', names[3]!, 1],
      ];
      expect(held(sheet, framework)).toEqual([]);
      sheet[1] = ['1', 'Tinh giản biên chế hằng năm', 1];
      expect(brief(held(sheet, framework))).toEqual([['framework-row-renamed', 'B4']]);
    });
  });

  it('a max that the framework does not give is missed once a score stands there', () => {
    const [area] = framework.areas;
    const children = area!.children!.map((node, i) => (i === 0 ? { ...node, max: null } : node));
    const partial: Framework = {
      ...framework,
      completeness: 'partial',
      areas: [{ ...area!, children }],
    };
    const rows = (score: number | null) =>
      full.map((row) => (row[0] === '1.1' ? [row[0], row[1]!, null, score] : [...row]));
    const missed = (score: number | null) =>
      brief(check({ columns: ['code', 'name', 'max', 'self'], rows: rows(score) }, partial)).filter(
        ([code]) => code === 'max-missing',
      );
    expect(missed(null)).toEqual([]);
    expect(missed(0.5)).toEqual([['max-missing', 'C4']]);
  });

  it('what a partial framework does not list may be there', () => {
    const partial: Framework = { ...framework, completeness: 'partial' };
    const rows = [...full, ['1.13', 'An toàn thông tin', 1] as Cell[]];
    rows[0] = ['1', 'Lĩnh vực', 13];
    expect(brief(held(rows, partial))).toEqual([]);
  });
});

describe('totals, base and index', () => {
  const rows: Cell[][] = [
    ['1', 'Một', 3, 2.5],
    ['1.1', 'Một một', 1, 0.5],
    ['1.2', 'Một hai', 2, 2],
    ['2', 'Hai', 2, 1],
    ['2.1', 'Hai một', 2, 1],
  ];
  const columns = ['code', 'name', 'max', 'appraised1'] as const;
  const withSummary = (...summary: NonNullable<SheetLiteral['summary']>) =>
    check({ columns, rows, summary });

  it('right ones say nothing, wherever the index shows its percent', () => {
    for (const index of [70, 0.7, '70%'] as Cell[]) {
      expect(
        withSummary(
          { kind: 'subtotal', areaCode: '1', cells: ['', 'Cộng lĩnh vực 1', 3, 2.5] },
          { kind: 'total', cells: ['', 'Tổng', 5, 3.5] },
          { kind: 'base', cells: ['', 'Tổng điểm chuẩn trong kỳ', 5, null] },
          { kind: 'index', cells: ['', 'Chỉ số CCHC', null, index] },
        ),
      ).toEqual([]);
    }
  });

  it.each([
    ['omits', 3, 2.5, '2'],
    ['twice', 7, 4.5, '2'],
    ['parents', 10, 7, undefined],
  ])('a total that %s', (cause, max, appraised, code) => {
    const findings = withSummary({ kind: 'total', cells: ['', 'Tổng', max, appraised] });
    expect(brief(findings)).toEqual([
      ['total-wrong', 'C8'],
      ['total-wrong', 'D8'],
    ]);
    expect(findings[0]?.params).toMatchObject({ cause, ...(code ? { code } : {}) });
  });

  it('a sub-total, a base and an index that are wrong', () => {
    expect(
      brief(withSummary({ kind: 'subtotal', areaCode: '2', cells: ['', 'Cộng', 2, 2] })),
    ).toEqual([['total-wrong', 'D8']]);
    expect(brief(withSummary({ kind: 'base', cells: ['', 'Trong kỳ', 4, null] }))).toEqual([
      ['base-below-maxima', 'C8'],
    ]);
    expect(brief(withSummary({ kind: 'index', cells: ['', 'Chỉ số', null, 71] }))).toEqual([
      ['index-wrong', 'D8'],
    ]);
  });

  it('a score above its max is one mistake: what it makes of the deductions adds up', () => {
    const columns = ['code', 'name', 'max', 'appraised1', 'deduction'] as const;
    for (const sign of [1, -1]) {
      const above: Cell[][] = [
        ['1', 'Một', 3, 3, 0],
        ['1.1', 'Một một', 1, 1.5, -0.5 * sign],
        ['1.2', 'Một hai', 2, 1.5, 0.5 * sign],
        ['2', 'Hai', 2, 1, sign],
        ['2.1', 'Hai một', 2, 1, sign],
      ];
      const total = { kind: 'total', cells: ['', 'Tổng', 5, 4, sign] } as const;
      expect(brief(check({ columns, rows: above, summary: [total] }))).toEqual([
        ['score-above-max', 'D4'],
      ]);
    }
  });

  it('a penalty keeps to its ceiling, whatever signs both bear', () => {
    const columns = ['code', 'name', 'max', 'appraised1'] as const;
    const penalty = (max: number, score: number) =>
      brief(
        check({
          columns,
          rows: [...rows, ['', 'Điểm phạt', max, score]],
          more: { 5: { outside: 'penalty' } },
        }),
      );
    for (const [max, score] of [
      [-1, -0.5],
      [1, -0.5],
      [-1, 0.5],
    ] as const)
      expect(penalty(max, score)).toEqual([]);
    expect(penalty(-1, -1.5)).toEqual([['score-above-max', 'D8']]);
  });

  describe('a row out of the period', () => {
    const more = { 4: { assessment: 'notApplicable' } } as const;
    const outside = (...summary: NonNullable<SheetLiteral['summary']>) =>
      check({ columns, rows, summary, more });

    it('is no part of base, index and total', () => {
      const findings = outside(
        { kind: 'total', cells: ['', 'Tổng', 5, 3.5] },
        { kind: 'base', cells: ['', 'Trong kỳ', 5, null] },
        { kind: 'index', cells: ['', 'Chỉ số', null, 70] },
      );
      expect(brief(findings)).toEqual([
        ['total-wrong', 'D8'],
        ['base-counts-unassessed', 'C9'],
        ['index-wrong', 'D10'],
      ]);
      const [total, base, index] = findings;
      expect(total?.params).toMatchObject({ sum: '2.5', cause: 'unassessed', code: '2.1' });
      expect(base?.params).toMatchObject({ value: '5', sum: '3', codes: '2.1' });
      expect(index?.params).toMatchObject({ base: '3', expected: '83.33' });
      expect(findingMessage(base!)).toContain('còn gồm 2.1');
    });

    it('says nothing where all of them leave it out', () => {
      expect(
        outside(
          { kind: 'total', cells: ['', 'Tổng', 5, 2.5] },
          { kind: 'base', cells: ['', 'Trong kỳ', 3, null] },
          { kind: 'index', cells: ['', 'Chỉ số', null, 83.33] },
        ),
      ).toEqual([]);
    });

    it('may be of an extract, whose base holds more than is seen', () => {
      const summary = [{ kind: 'base', cells: ['', 'Trong kỳ', 5, null] }] as const;
      const sheet = { partial: true };
      expect(check({ columns, rows, summary: [...summary], more, sheet })).toEqual([]);
    });
  });

  it('the index of an extract goes by the base that the person gave', () => {
    const extract: SheetLiteral = {
      columns,
      rows: [
        ['1.3', 'Ba', 2, 1],
        ['2.4', 'Bốn', 2, 1.5],
        ['3.7', 'Bảy', 1, 0],
      ],
      summary: [{ kind: 'index', cells: ['', 'Chỉ số', null, 96.88] }],
    };
    expect(check(extract)).toEqual([]);
    expect(check(extract, null, points('80'))).toEqual([]);
    expect(brief(check(extract, null, points('50')))).toEqual([['index-wrong', 'D6']]);
  });
});

describe('the council’s words and rounds', () => {
  const columns = [
    'code',
    'name',
    'max',
    'self',
    'appraised1',
    'appraised2',
    'opinion',
    'explanation',
  ] as const;
  const one = (...cells: Cell[]) =>
    brief(
      check({
        columns,
        rows: [
          ['1.1', 'Một', 2, ...cells],
          ['1.2', 'Hai', 2, 2, 1.5, 1.8, 'Chưa đủ', 'Đã bổ sung'],
        ],
      }),
    );

  it.each([
    [
      'full marks for an opinion of fault',
      [2, 2, null, 'Thiếu TLKC', ''],
      [['opinion-without-cut', 'G3']],
    ],
    [
      'the self-score stands, and the opinion does not',
      [1.5, 1.5, null, 'Không đồng ý, trừ 0,5 điểm', ''],
      [['opinion-disagrees', 'G3']],
    ],
    [
      'agreement, and a cut',
      [2, 1.5, null, 'Thống nhất với điểm tự chấm', 'Có'],
      [['opinion-agrees-but-cut', 'G3']],
    ],
    ['a cut, and no explanation', [2, 1.5, null, 'Chưa đủ', ''], [['explanation-missing', 'H3']]],
    ['round 2 alone', [2, null, 1.5, 'Chưa đủ', ''], [['round2-without-round1', 'E3']]],
    [
      'agreement and the self-score',
      [1.5, 1.5, null, 'Đồng ý với kết quả tự đánh giá của đơn vị', ''],
      [],
    ],
    ['praise with a “chưa” in it', [2, 2, null, 'Chưa để xảy ra hồ sơ trễ hạn', ''], []],
    ['a recommendation', [2, 2, null, 'Đề nghị tiếp tục bổ sung, phát huy', ''], []],
    ['nothing is cut', [2, 2, null, 'Không trừ điểm', ''], []],
    ['fault that the unit conceded', [1.5, 1.5, null, 'Thiếu báo cáo đột xuất', ''], []],
  ])('%s', (_, cells, expected) => expect(one(...(cells as Cell[]))).toEqual(expected));

  it('an opinion and a unit in the criterion’s row go for its subcriteria', () => {
    const rows: Cell[][] = [
      ['1.1', 'Một', 2, 2, 1, -1, 'Chưa đạt', lead],
      ['1.1.1', 'Một một', 1, 1, 0.5, -0.5, '', ''],
      ['1.1.2', 'Một hai', 1, 1, 0.5, -0.5, '', ''],
    ];
    expect(check({ rows })).toEqual([]);
  });
});

describe('scores and their evidence', () => {
  const scored = (max: number, score: number, opinion: string) =>
    check({ rows: [['1.1', 'Một', max, max, score, score - max, opinion, lead]] })
      .filter(({ code }) => code === 'evidence-score-differs')
      .map(({ params }) => params['expected']);

  it.each([
    [2, 0.85, 'Hoàn thành 18/42 nhiệm vụ', []],
    [2, 0.86, 'Hoàn thành 18/42 nhiệm vụ', []],
    [2, 0.95, 'Hoàn thành 18/42 nhiệm vụ', ['0.86']],
    [1, 0.64, 'Chưa hoàn thành 5/14 nhiệm vụ', []],
    [1, 0.5, 'Hoàn thành 18/42 nhiệm vụ', []],
    [1, 0.55, 'Hoàn thành 4/9 nhiệm vụ đạt 55.56%', []],
    [1, 0.07, 'Tính điểm theo công thức: (8/112)*1=0,07', []],
    [1, 0.7, 'Tính điểm theo công thức: (8/112)*1=0,07', ['0.07']],
    [2, 1.3, 'Đạt 1,4/2 điểm', ['1.4']],
    [2, 1.4, 'Bị trừ 0,6/2 điểm', []],
    [1, 0.9, 'Văn bản đã ban hành: 76/482, 1017/74; xếp thứ 01/10', []],
    [1, 0.9, 'Huyện 3/4 chỉ tiêu, xã 5/7 chỉ tiêu', []],
  ])('%d, %d: %s', (max, score, opinion, expected) => {
    expect(scored(max, score, opinion)).toEqual(expected);
  });

  it('two dates of one document, over all texts, at the odd one', () => {
    const right = 'Kế hoạch số 46/KH-UBND ngày 22/02/2023';
    const rows: Cell[][] = [
      ['1.1', 'Một', 1, 1, 0.5, -0.5, `Theo Kế hoạch số 46/KH-UBND ngày 22/02/2022`, lead],
      ['1.2', 'Hai', 1, 1, 0.5, -0.5, `Theo ${right}`, lead],
      ['1.3', 'Ba', 1, 1, 0.5, -0.5, 'Chưa đủ', `${lead} theo ${right}`],
    ];
    expect(brief(check({ rows }))).toEqual([['document-two-dates', 'G3']]);
  });

  it('a date long after the period, but no deadline and no document of the weeks after it', () => {
    const dated = (opinion: string) =>
      brief(
        check({
          rows: [['1.1', 'Một', 1, 1, 0.5, -0.5, opinion, lead]],
          sheet: { title: ['BẢNG ĐIỂM', 'Năm 2025'] },
        }),
      );
    expect(dated('Báo cáo số 12/BC-UBND ngày 15/9/2026')).toEqual([['date-after-period', 'G3']]);
    expect(dated('Báo cáo số 12/BC-UBND ngày 15/01/2026')).toEqual([]);
    expect(dated('Hoàn thành trước ngày 15/9/2026')).toEqual([]);
  });
});

describe('units', () => {
  const assigned = (...texts: string[]) =>
    brief(
      check({
        rows: texts.map((text, i): Cell[] => [
          `1.${i + 1}`,
          'Một',
          1,
          1,
          0.5,
          -0.5,
          'Chưa đủ',
          text,
        ]),
      }),
    );

  it.each([
    ['words and no unit', ['Thực hiện theo kế hoạch'], [['unit-unknown', 'H3']]],
    [
      'somebody supports, nobody leads',
      ['Phối hợp với Văn phòng HĐND&UBND huyện'],
      [['unit-no-lead', 'H3']],
    ],
    [
      'two spellings',
      ['Phòng Văn hóa và Thông tin chủ trì', 'Phòng Văn hóa - Thông tin chủ trì'],
      [['unit-spellings', 'H4']],
    ],
    ['a group alone', ['UBND các xã, thị trấn thực hiện'], [['unit-group-unnamed', 'H3']]],
    ['a group beside a unit', ['Phòng Nội vụ chủ trì; UBND các xã, thị trấn thực hiện'], []],
  ])('%s', (_, texts, expected) => expect(assigned(...texts)).toEqual(expected));
});

describe('texts and their fixes', () => {
  const fixed = (opinion: string) =>
    check({ rows: [['1.1', 'Một', 1, 1, 0.5, -0.5, opinion, lead]] }).map(({ code, fix }) => [
      code,
      fix?.certainty,
      fix?.edits[0]?.to === 'text' ? fix.edits[0].text : null,
    ]);

  it.each([
    [
      '<p>Đã ban hành.</p> <p>Đề nghị bổ sung.</p>',
      'text-markup',
      'certain',
      'Đã ban hành.\nĐề nghị bổ sung.',
    ],
    ['Phòng&nbsp;Nội vụ &amp; Tư pháp', 'text-markup', 'certain', 'Phòng Nội vụ & Tư pháp'],
    ['$10/29=34.48\\%$', 'text-latex', 'likely', '10/29=34.48%'],
    [
      'Qúy II, qúa hạn, hòan thành khỏan gía',
      'text-tone',
      'certain',
      'Quý II, quá hạn, hoàn thành khoản giá',
    ],
    ['Chưa  đủ', 'text-double-blanks', 'certain', 'Chưa đủ'],
    ['Chưa đủ\nhồ sơ', 'text-line-break', 'likely', 'Chưa đủ hồ sơ'],
    ['Chưa đủ'.normalize('NFD'), 'text-decomposed', 'certain', 'Chưa đủ'],
  ])('%s', (text, code, certainty, result) => {
    expect(fixed(text)).toEqual([[code, certainty, result]]);
  });

  it('several leftovers of one cell: each fix holds what the certain ones do, blanks too', () => {
    expect(fixed('<p>Qúy  II: $1/2=50\\%$</p>')).toEqual([
      ['text-markup', 'certain', 'Quý II: $1/2=50\\%$'],
      ['text-tone', 'certain', 'Quý II: $1/2=50\\%$'],
      ['text-latex', 'likely', 'Quý II: 1/2=50%'],
    ]);
  });

  it.each([
    'Tỷ lệ < 60% và > 30%',
    'Hòa Bình, thuỷ lợi, thủy lợi, quý, hoà, khoẻ, giếng, gìn giữ, quốc gia',
    '- Phòng Nội vụ\n- Phòng Tư pháp',
    'Thưởng $100',
    'R&D; HĐND&UBND',
  ])('leaves “%s” alone', (text) => expect(fixed(text)).toEqual([]));
});

describe('what is not shown', () => {
  const rows: Cell[][] = [
    ['1.1', 'Một', 1, 1, 1, 0, '', ''],
    ['1.2', 'Hai', 1, 1, 1, 0, '', ''],
  ];
  it('hidden rows with points, once; under a filter, the filter', () => {
    const more = { 0: { hidden: true }, 1: { hidden: true } };
    expect(brief(check({ rows, more }))).toEqual([['hidden-rows-with-points', 'A3']]);
    expect(brief(check({ rows, more, sheet: { filtered: true } }))).toEqual([
      ['view-filtered', null],
    ]);
  });
});

it('mixed rounding is said once, with both kinds', () => {
  const rows: Cell[][] = [
    ['1.1', 'Một', 2, 2, 0.85, -1.15, 'Hoàn thành 18/42 nhiệm vụ', lead],
    ['1.2', 'Hai', 0.5, 0.5, 0.4, -0.1, '325/408 hồ sơ', lead],
    ['1.3', 'Ba', 2, 2, 0.85, -1.15, 'Hoàn thành 18/42 nhiệm vụ', lead],
  ];
  const findings = check({ rows });
  expect(brief(findings)).toEqual([['rounding-mixed', null]]);
  expect(findings[0]?.params).toEqual({ halfUp: '1.2', cut: '1.1, 1.3' });
});

it('repairs a deduction formula after its neighbours’', () => {
  const reference = (row: number, column: number) => ({
    sheet: null,
    top: row,
    left: column,
    bottom: row,
    right: column,
  });
  const formula = (line: number, row: number, value: number): Cell => ({
    formula: `=E${line}-C${line}`,
    value,
    references: [reference(row, 4), reference(row, 2)],
  });
  const rows = [3, 4, 5, 6, 7].map((line, i): Cell[] => [
    `1.${i + 1}`,
    'Một',
    1,
    1,
    1 - i / 10,
    formula(line, line - 1, -i / 10),
    'Chưa đủ',
    lead,
  ]);
  (rows[3] ?? [])[5] = formula(5, 4, -0.2);
  const [wrong] = check({ rows });
  expect(wrong).toMatchObject({
    code: 'formula-wrong-row',
    fix: { certainty: 'likely', edits: [{ to: 'formula', formula: '=E6-C6', value: '-0.3' }] },
  });
  (rows[3] ?? [])[5] = -0.3;
  expect(check({ rows })[0]).toMatchObject({
    code: 'formula-overwritten',
    fix: { certainty: 'likely', edits: [{ to: 'formula', formula: '=E6-C6', value: '-0.3' }] },
  });
});
