/** Which rows are criteria and which only stand among them or beneath: scales, page sums, notes, another unit. */
import { pointsText } from '../../src/domain/points';
import { checkScoreSheet } from '../../src/domain/findings/checkScoreSheet';
import type { ScoreSheet } from '../../src/domain/scoring/scoreSheet';
import { summarise } from '../../src/domain/scoring/summary';
import { cellName } from '../../src/workbook/address';
import { recogniseSheet } from '../../src/workbook/recognise/recogniseSheet';
import { sheetOfRows, type CellLiteral } from '../support/snapshots';

const HEADER = [
  'STT',
  'Tiêu chí',
  'Điểm chuẩn',
  'Tự đánh giá',
  'Thẩm định',
  'Điểm bị trừ',
  'Ý kiến',
];

function readAll(rows: CellLiteral[][], merges: string[] = []): ScoreSheet[] {
  const result = recogniseSheet(sheetOfRows(rows, { merges }));
  if (!result.ok) throw new Error(result.reason);
  return result.tables;
}

function read(rows: CellLiteral[][], merges: string[] = []): ScoreSheet {
  const [table] = readAll(rows, merges);
  if (!table) throw new Error('no table');
  return table;
}

const names = (sheet: ScoreSheet) => sheet.rows.map(({ code, name }) => `${code} ${name}`.trim());
const leaves = (sheet: ScoreSheet) => sheet.rows.flatMap((row) => (row.isLeaf ? [row.code] : []));
const kinds = (sheet: ScoreSheet) => sheet.summaryRows.map(({ kind }) => kind);
const findings = (sheet: ScoreSheet) =>
  checkScoreSheet({ sheet, framework: null, base: null }).map(({ code, place }) =>
    `${code} ${place ? cellName(place) : ''}`.trim(),
  );
const sums = (sheet: ScoreSheet) => {
  const { max, self, appraised, deduction } = summarise(sheet, {
    base: null,
    framework: null,
  }).summary;
  return [max, self, appraised, deduction].map((value) => value && pointsText(value));
};

/** Two areas of one unit, without anything to say about them. */
const AREAS: CellLiteral[][] = [
  ['1', 'Chỉ đạo điều hành', 5, 5, 5, 0],
  ['1.1', 'Kế hoạch', 2, 2, 2, 0],
  ['1.2', 'Báo cáo', 3, 3, 3, 0],
  ['2', 'Thể chế', 2, 2, 2, 0],
  ['2.1', 'Rà soát', 2, 2, 2, 0],
];
const TOTAL: CellLiteral[] = [null, 'TỔNG CỘNG', 7, 7, 7, 0];

describe('two units under each other, with one header each', () => {
  test.each<[string, CellLiteral[][]]>([
    ['a total and a title between', [TOTAL, [], ['2. UBND XÃ HỒNG PHONG'], HEADER]],
    ['a total between, and criteria that begin again', [TOTAL, HEADER]],
    ['no total, and criteria that begin again', [[], ['UBND XÃ B'], HEADER]],
    ['a total that says only "Cộng"', [[null, 'Cộng', 7, 7, 7, 0], [], HEADER]],
  ])('%s: two tables', (_, between) => {
    const tables = readAll([HEADER, ...AREAS, ...between, ...AREAS, TOTAL]);
    expect(tables.map(({ id }) => id)).toEqual(['Bảng điểm', 'Bảng điểm (bảng 2)']);
    for (const table of tables) {
      expect(leaves(table)).toEqual(['1.1', '1.2', '2.1']);
      expect(findings(table)).toEqual([]);
    }
  });

  test('a total above each unit’s criteria', () => {
    const tables = readAll([HEADER, TOTAL, ...AREAS, ['UBND XÃ B'], HEADER, TOTAL, ...AREAS]);
    expect(tables.map(leaves)).toEqual([
      ['1.1', '1.2', '2.1'],
      ['1.1', '1.2', '2.1'],
    ]);
  });

  test('three units, the second with a page break; each knows the words above it only', () => {
    const [first = [], ...rest] = AREAS;
    const tables = readAll([
      ['XÃ A'],
      HEADER,
      ...AREAS,
      TOTAL,
      ['XÃ B'],
      HEADER,
      first,
      HEADER,
      ...rest,
      TOTAL,
      ['XÃ C'],
      HEADER,
      ...AREAS,
      TOTAL,
    ]);
    expect(tables.map((table) => leaves(table).length)).toEqual([3, 3, 3]);
    expect(tables.map(({ title }) => title?.at(-1))).toEqual(['XÃ A', 'XÃ B', 'XÃ C']);
  });

  test('other criteria under the same header, with a total above and a title of their own', () => {
    const other = [
      ['A', 'Chuyển đổi số', 1, 1, 1, 0],
      ['A.1', 'Hạ tầng', 1, 1, 1, 0],
    ];
    expect(readAll([HEADER, ...AREAS, TOTAL, ['Phụ lục 2'], HEADER, ...other])).toHaveLength(2);
  });
});

describe('a page break goes on with the table', () => {
  const [a = [], b = [], ...rest] = AREAS;

  test.each<[string, CellLiteral[][]]>([
    ['the header alone', [HEADER]],
    [
      '"Cộng trang" and "Mang sang"',
      [[null, 'Cộng trang', 2, 2, 2, 0], HEADER, [null, 'Mang sang', 2, 2, 2, 0]],
    ],
    [
      'what is carried over, said otherwise',
      [
        [null, 'Cộng chuyển sang trang sau', 2, 2, 2, 0],
        HEADER,
        [null, 'Trang trước mang sang', 2],
      ],
    ],
    ['the title said again', [['BẢNG ĐIỂM (tiếp theo)'], HEADER]],
  ])('%s', (_, between) => {
    const tables = readAll([HEADER, a, b, ...between, ...rest, TOTAL]);
    expect(tables).toHaveLength(1);
    expect(tables.map(leaves)).toEqual([['1.1', '1.2', '2.1']]);
    expect(tables.flatMap(findings)).toEqual([]);
  });

  test.each([
    ['Lĩnh vực 1. Chỉ đạo', 'Lĩnh vực 2. Thể chế'],
    ['I. Chỉ đạo', 'II. Thể chế'],
  ])('areas of one unit, each with its header and total: %s', (first, second) => {
    const tables = readAll([
      [first],
      HEADER,
      ['1.1', 'Kế hoạch', 2, 2, 2, 0],
      ['1.2', 'Báo cáo', 3, 3, 3, 0],
      [null, 'Tổng điểm', 5, 5, 5, 0],
      [second],
      HEADER,
      ['2.1', 'Rà soát', 2, 2, 2, 0],
      [null, 'Tổng điểm', 2, 2, 2, 0],
    ]);
    expect(tables.map(leaves)).toEqual([['1.1', '1.2', '2.1']]);
  });

  test('sections that number their criteria afresh', () => {
    const tables = readAll([
      HEADER,
      ['I', 'Chỉ đạo', 3, 3],
      ['1', 'Kế hoạch', 2, 2],
      ['2', 'Báo cáo', 1, 1],
      [null, 'Cộng', 3, 3],
      HEADER,
      ['II', 'Thể chế', 2, 2],
      ['1', 'Rà soát', 2, 2],
      [null, 'Tổng cộng', 5, 5],
    ]);
    expect(tables.map(leaves)).toEqual([['1', '2', '1']]);
  });

  test('what a page sums up is no criterion, is not held against the whole, and is not mistaken for a name', () => {
    const sheet = read([
      HEADER,
      a,
      b,
      [null, 'Mang sang', 2, 2, 2, 0],
      ...rest,
      [null, 'Chuyển sang môi trường số', 1, 1, 1, 0],
    ]);
    expect(kinds(sheet)).toEqual(['page']);
    expect(names(sheet).at(-1)).toBe('Chuyển sang môi trường số');
  });
});

describe('lines of a scale beneath a criterion', () => {
  const scored: CellLiteral[] = ['1.1', 'Kế hoạch', 2, 2, 1, 1, 'Gửi chậm'];
  const other: CellLiteral[] = ['1.2', 'Báo cáo', 3, 3, 3, 0];
  const under = (...lines: CellLiteral[][]) =>
    read([HEADER, ['1', 'Chỉ đạo', 5, 5, 4, 1], scored, ...lines, other]);

  test.each<[string, CellLiteral[][]]>([
    [
      'by points',
      [
        [null, 'Đúng hạn', 2],
        [null, 'Chậm', 1],
        [null, 'Không thực hiện', 0],
      ],
    ],
    [
      'lettered',
      [
        ['a', 'Đúng hạn', 2],
        ['b', 'Chậm', 1],
        ['c', 'Không có', 0],
      ],
    ],
    [
      'bulleted',
      [
        ['-', 'Đúng hạn', 2],
        ['-', 'Chậm', 1],
      ],
    ],
    [
      'that gives all or nothing',
      [
        [null, '- Có', 2],
        [null, '- Không', 0],
      ],
    ],
    ['of one line', [[null, '- Mỗi lần chậm', -0.5]]],
    [
      'beside a formula filled down',
      [
        [null, 'Đúng hạn', 2, null, null, { v: 2, f: '=C4-E4' }],
        [null, 'Chậm', 1],
      ],
    ],
  ])('%s', (_, lines) => {
    const sheet = under(...lines);
    expect(leaves(sheet)).toEqual(['1.1', '1.2']);
    expect(findings(sheet)).toEqual([]);
    expect(sums(sheet)).toEqual(['5', '5', '4', '1']);
  });

  test('in a form that nobody has filled in', () => {
    const lines = [
      [null, 'Đúng hạn', 2],
      [null, 'Chậm', 1],
    ];
    expect(leaves(read([HEADER, ['1.1', 'Kế hoạch', 2], ...lines, ['1.2', 'Báo cáo', 3]]))).toEqual(
      ['1.1', '1.2'],
    );
  });

  test('the last criterion’s scale is within the table, so that nothing is written into it', () => {
    const sheet = read([
      HEADER,
      other,
      scored,
      ['a', 'Đúng hạn', 2],
      ['b', 'Chậm', 1],
      ['c', 'Không', 0],
    ]);
    expect(sheet.body.last).toBe(5);
  });

  test.each<[string, CellLiteral[][], string[]]>([
    [
      'that add up to it',
      [
        ['a', 'Ban hành', 1],
        ['b', 'Thực hiện', 1],
      ],
      ['a', 'b', '1.2'],
    ],
    [
      'that are scored',
      [
        ['a', 'Ban hành', 1, 1, 1],
        ['b', 'Thực hiện', 0.5, 0.5, 0],
      ],
      ['a', 'b', '1.2'],
    ],
    [
      'that are worth more',
      [
        ['a', 'Ban hành', 1],
        ['b', 'Thực hiện', 3],
      ],
      ['a', 'b', '1.2'],
    ],
    [
      'numbered',
      [
        ['1.1.1', 'Ban hành', 0.5],
        ['1.1.2', 'Thực hiện', 1],
      ],
      ['1.1.1', '1.1.2', '1.2'],
    ],
  ])('children %s stay', (_, lines, expected) => {
    expect(leaves(under(...lines))).toEqual(expected);
  });

  test.each([
    ['blank', []],
    ['filled', [1, 1]],
  ])('criteria coded with a bullet are no scale of the bullet above them: %s', (_, scores) => {
    const sheet = read([
      HEADER,
      ['1', 'Chỉ đạo', 5],
      ['-', 'Kế hoạch', 3, ...scores],
      ['-', 'Báo cáo', 2],
      ['2', 'Thể chế', 6],
      ['-', 'Rà soát', 4, ...scores],
      ['-', 'Ban hành', 2],
    ]);
    expect(leaves(sheet)).toHaveLength(4);
    expect(sums(sheet)[0]).toBe('11');
  });

  test.each<[string, CellLiteral[][]]>([
    ['one bulleted in its name', [[null, '- Báo cáo đột xuất', 1]]],
    ['one bulleted', [['-', 'Báo cáo đột xuất', 1]]],
    [
      'uncoded',
      [
        [null, 'Khảo sát người dân', 1.5],
        [null, 'Khảo sát doanh nghiệp', 1],
      ],
    ],
    [
      'lettered',
      [
        ['a)', 'Ban hành', 1],
        ['b)', 'Thực hiện', 0.5],
      ],
    ],
  ])('rows without scores that do not begin at the criterion’s max stay: %s', (_, lines) => {
    expect(names(under(...lines))).toHaveLength(lines.length + 3);
  });

  test('rows that look like a scale, but that the printed total counts, stay', () => {
    const lines = [
      [null, 'Khảo sát người dân', 3],
      [null, 'Khảo sát doanh nghiệp', 2],
    ];
    const table = (total: number) =>
      names(read([HEADER, scored, other, ...lines, [null, 'Tổng cộng', total, 5, 4]]));
    expect(table(10)).toHaveLength(4);
    expect(table(5)).toHaveLength(2);
  });

  test('one criterion that nobody numbered and nobody scored is still missing its score', () => {
    const sheet = under([null, 'Tuyên truyền', 1]);
    expect(findings(sheet)).toContain('score-missing D4');
  });

  test('bonus and penalty that nobody gave are no scale of the last criterion', () => {
    const sheet = read([HEADER, ...AREAS, [null, 'Điểm thưởng', 1], [null, 'Điểm phạt', 1]]);
    expect(names(sheet).slice(-2)).toEqual(['Điểm thưởng', 'Điểm phạt']);
  });
});

describe('beneath the total', () => {
  test('numbered notes, ranks and figures of the year are no criteria', () => {
    const sheet = read([
      HEADER,
      ...AREAS,
      TOTAL,
      [],
      ['Ghi chú:'],
      ['1. Điểm tối đa 100 điểm'],
      ['2', 'Điểm trừ ghi số dương'],
      [null, 'Xếp loại', null, null, 'Tốt'],
      [null, 'Tổng số hồ sơ trong năm', 192],
      [null, 'Xếp hạng', null, null, 9],
    ]);
    expect(leaves(sheet)).toEqual(['1.1', '1.2', '2.1']);
    expect(findings(sheet)).toEqual([]);
    expect(sheet.body.last).toBe(6);
    expect(kinds(sheet)).toEqual(['total']);
  });

  test('criteria that go on with the numbering, bonus, penalty, base and index are of the table', () => {
    const sheet = read([
      HEADER,
      ...AREAS,
      TOTAL,
      [null, 'Điểm cộng', 2, null, 1],
      ['3', 'Tài chính công', 1, 1, 1, 0],
      ['3.1', 'Giải ngân', 1, 1, 1, 0],
      [null, 'Tổng điểm', 8, 8, 8, 0],
      [null, 'Chỉ số CCHC', null, null, 100],
    ]);
    expect(leaves(sheet)).toEqual(['1.1', '1.2', '2.1', '', '3.1']);
    expect(kinds(sheet)).toEqual(['total', 'total', 'index']);
  });

  const FIRST: CellLiteral[][] = [
    ['I', 'Chỉ đạo'],
    ['1', 'Kế hoạch', 5, 5, 5, 0],
    ['2', 'Báo cáo', 5, 5, 5, 0],
    [null, 'Tổng cộng', 10, 10, 10, 0],
  ];

  test.each<[string, CellLiteral[][], string[]]>([
    [
      'an area',
      [
        ['II', 'Thể chế'],
        ['3', 'Rà soát', 5],
        ['4', 'Ban hành', 5],
      ],
      ['3', '4'],
    ],
    [
      'an area that numbers afresh',
      [
        ['II', 'Thể chế'],
        ['1', 'Rà soát', 5],
        ['2', 'Ban hành', 5],
      ],
      ['1', '2'],
    ],
    ['a criterion', [['3', 'Rà soát', 10]], ['3']],
  ])('%s that nobody scored yet is of the table, closed or not', (_, rows, expected) => {
    for (const end of [[], [[null, 'Tổng cộng', 10]]]) {
      const sheet = read([HEADER, ...FIRST, ...rows, ...end]);
      expect(leaves(sheet)).toEqual(['1', '2', ...expected]);
      expect(sums(sheet)[0]).toBe('20');
    }
  });

  test('a survey that nobody scored yet, closed by the total of both', () => {
    const sheet = read([
      HEADER,
      ['A', 'Thẩm định', 5, 5, 5, 0],
      ['1.1', 'Kế hoạch', 5, 5, 5, 0],
      [null, 'Tổng cộng A', 5, 5, 5, 0],
      ['B', 'Điều tra xã hội học', 10],
      ['1', 'Khảo sát', 10],
      [null, 'Tổng cộng A + B', 15, 5, 5],
    ]);
    expect(leaves(sheet)).toEqual(['1.1', '1']);
    expect(sums(sheet)[0]).toBe('15');
  });

  test.each([
    [10, []],
    [9, ['total-wrong C9']],
  ])('parts may each have their total: %d', (second, expected) => {
    const sheet = read([
      HEADER,
      ['I', 'Chỉ đạo điều hành', 10, 10, 10, 0],
      ['1', 'Kế hoạch', 4, 4, 4, 0],
      ['2', 'Báo cáo', 6, 6, 6, 0],
      [null, 'Tổng cộng', 10, 10, 10, 0],
      ['II', 'Thể chế', 10, 10, 10, 0],
      ['3', 'Rà soát', 5, 5, 5, 0],
      ['4', 'Ban hành', 5, 5, 5, 0],
      [null, 'Tổng cộng', second, 10, 10, 0],
    ]);
    expect(leaves(sheet)).toHaveLength(4);
    expect(findings(sheet).filter((one) => one.startsWith('total'))).toEqual(expected);
  });

  test('a total above the criteria ends nothing', () => {
    expect(leaves(read([HEADER, TOTAL, ...AREAS]))).toEqual(['1.1', '1.2', '2.1']);
  });

  test('in a form without scores a new code with points goes on with the table', () => {
    const blank = AREAS.map(([code = null, name = null, max = null]) => [code, name, max]);
    const rows = [HEADER, ...blank, [null, 'Tổng cộng', 7], ['3', 'Khác', 1]];
    expect(leaves(read(rows))).toEqual(['1.1', '1.2', '2.1', '3']);
  });
});

describe('a max merged over two criteria', () => {
  const rows = (first: number, second: number): CellLiteral[][] => [
    HEADER,
    ['1', 'Số hóa', 3, 2.2, 1.5, 1.5],
    ['1.1', 'Khi tiếp nhận', 3, 1.2, 1, first, 'Tỷ lệ thấp'],
    ['1.2', 'Khai thác', null, 1, 0.5, second, 'Tỷ lệ thấp'],
  ];

  test('is one finding; what they lost says how much is each one’s', () => {
    const sheet = read(rows(0.5, 1), ['C3:C4']);
    expect(findings(sheet)).toEqual(['max-shared C3']);
    expect(sums(sheet)).toEqual(['3', '2.2', '1.5', '1.5']);
  });
  test('where they do not say it, it is counted once and no deduction is held against it', () => {
    const sheet = read(rows(0.2, 1.3 - 0.2), ['C3:C4']);
    expect(findings(sheet).filter((one) => !one.startsWith('parent-sum'))).toEqual([
      'max-shared C3',
    ]);
    expect(sums(sheet)[0]).toBe('3');
  });
  test('unmerged, the blank one is missing', () => {
    expect(findings(read(rows(2, 1)))).toContain('max-missing C4');
  });
});

describe('a table of areas beside the criteria', () => {
  const SUMMARY = ['STT', 'Lĩnh vực', 'Điểm tối đa', 'Tự chấm', 'Thẩm định'];
  const areas = (second: number): CellLiteral[][] => [
    SUMMARY,
    ['1', 'Chỉ đạo điều hành', 5, 5, 5],
    ['2', 'Thể chế', 2, 2, second],
    [null, 'Tổng', 7, 7, 7],
  ];

  test.each([
    [
      'above',
      (second: number) => [...areas(second), [], HEADER, ...AREAS, TOTAL],
      'total-wrong E3',
    ],
    [
      'below',
      (second: number) => [HEADER, ...AREAS, TOTAL, [], ...areas(second)],
      'total-wrong E11',
    ],
  ])('%s: is no second set of criteria, and is held against them', (_, rows, expected) => {
    expect(readAll(rows(2))).toHaveLength(1);
    expect(findings(read(rows(2)))).toEqual([]);
    expect(findings(read(rows(1.5)))).toEqual([expected]);
  });

  test('an area of another name is not guessed at', () => {
    const rows = areas(1.5).map((row) =>
      row[0] === '2' ? ['2', 'Lĩnh vực thứ hai', 2, 2, 1.5] : row,
    );
    expect(findings(read([...rows, [], HEADER, ...AREAS, TOTAL]))).toEqual([]);
  });
});

describe('not assessed', () => {
  const out = (score: CellLiteral, opinion: CellLiteral = null) =>
    read([
      HEADER,
      ...AREAS.slice(0, 2),
      ['1.2', 'Báo cáo', 3, score, score, null, opinion],
    ]).rows.at(-1)?.assessment;

  test.each(['KĐG', 'K.ĐG', 'không ĐG', 'Chưa ĐG', 'Chưa chấm', 'Chưa đến kỳ đánh giá'])(
    '"%s"',
    (text) => expect(out(text)).toBe('notAssessed'),
  );
  test.each([
    [null, 'Không đánh giá trong kỳ 6 tháng'],
    ['-', 'Tiêu chí này chưa đánh giá kỳ này'],
    ['x', 'Không đánh giá trong kỳ'],
    ['Chưa có kết quả', 'Không đánh giá trong kỳ'],
  ])('"%s" where the opinion says "%s"', (score, opinion) =>
    expect(out(score, opinion)).toBe('notAssessed'),
  );
  test.each([
    ['Chưa thực hiện', null],
    ['x', 'Chưa có kế hoạch'],
    [null, 'Chưa đánh giá định kỳ theo quy định'],
    [2, 'Không đánh giá trong kỳ trước'],
    [0, 'Không đánh giá trong kỳ'],
  ])('"%s" beside "%s" is assessed', (score, opinion) =>
    expect(out(score, opinion)).toBe('assessed'),
  );
});

describe('figures as people write them', () => {
  const row = (appraised: CellLiteral, deduction: CellLiteral) =>
    read([HEADER, ...AREAS.slice(0, 2), ['1.2', 'Báo cáo', 3, 3, appraised, deduction]]).rows.at(-1)
      ?.figures;

  test('"2,69 điểm" and "(0,31)" in the column of deductions are figures, written as text', () => {
    const figures = row('2,69 điểm', '(0,31)');
    expect([figures?.appraised1, figures?.deduction].map((entry) => entry?.kind)).toEqual([
      'numericText',
      'numericText',
    ]);
    expect(figures?.appraised1?.points && pointsText(figures.appraised1.points)).toBe('2.69');
    expect(figures?.deduction?.points && pointsText(figures.deduction.points)).toBe('-0.31');
  });
  test('brackets are no minus in a score, and words are no figure', () => {
    expect(row('(0,5)', 'hai điểm')).toMatchObject({
      appraised1: { kind: 'notNumber' },
      deduction: { kind: 'notNumber' },
    });
  });
});

test('beneath a heading of surveys a blank self-score is not missing', () => {
  const sheet = read([
    HEADER,
    ['A', 'Phần điểm qua tài liệu', 2, 2, 2],
    ['1', 'Kế hoạch', 2, 2, 2],
    ['B', 'Phần điểm điều tra xã hội học', 10, null, 8],
    ['1', 'Đánh giá của lãnh đạo', 6, null, 5],
    ['2', 'Đánh giá của người dân', 4, null, 3],
  ]);
  expect(findings(sheet).filter((one) => one.startsWith('score-missing'))).toEqual([]);
});
