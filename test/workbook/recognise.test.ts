import { recogniseSheet } from '../../src/workbook/recognise/recogniseSheet';
import { pointsText } from '../../src/domain/points';
import { summarise } from '../../src/domain/scoring/summary';
import type { ScoreSheet } from '../../src/domain/scoring/scoreSheet';
import { sheetOfRows, type CellLiteral } from '../support/snapshots';

function read(rows: CellLiteral[][], merges: string[] = []): ScoreSheet {
  const result = recogniseSheet(sheetOfRows(rows, { merges }));
  if (!result.ok) throw new Error(result.reason);
  return result.tables[0];
}

const tree = (sheet: ScoreSheet) =>
  sheet.rows.map(
    (row) =>
      `${row.level}:${row.code}${row.isLeaf ? '' : '*'}${row.parent === null ? '' : `<${sheet.rows[row.parent]?.code}`}`,
  );

const HEADER = [
  'STT',
  'Lĩnh vực/Tiêu chí/TCTP',
  'Điểm chuẩn',
  'Điểm tự đánh giá',
  'Điểm thẩm định',
  'Điểm bị trừ',
  'Ý kiến Hội đồng thẩm định',
  'Đơn vị chịu trách nhiệm',
];

describe('an appendix that lists only what lost points', () => {
  const sheet = read(
    [
      ['PHỤ LỤC KẾT QUẢ ĐÁNH GIÁ CCHC'],
      [],
      HEADER,
      ['1.1.3', 'Mức độ thực hiện kế hoạch', 2, 2, 0.85, -1.15, 'x', 'Phòng Nội vụ'],
      ['1.2', 'Báo cáo CCHC', 4, 2.3, 1.7, -2.3, 'x', 'Phòng Nội vụ'],
      ['1.4.1', 'Tuyên truyền', 1, 1, 0.55, -0.45, 'x', null],
      ['3.10.1', 'Luân chuyển hồ sơ', 1, '0', '0,5', -0.5, null, ''],
      [null, 'TM. ỦY BAN NHÂN DÂN'],
    ],
    ['A1:H1', 'H5:H6'],
  );

  test('1.4.1 is no child of 1.2; every row is a leaf; the sheet is an extract', () => {
    expect(tree(sheet)).toEqual(['2:1.1.3', '1:1.2', '2:1.4.1', '2:3.10.1']);
    expect(sheet.partial).toBe(true);
    expect(sheet.deductionSign).toBe('negative');
    expect(sheet.header).toEqual({ first: 2, last: 2 });
    expect(sheet.body).toEqual({ first: 3, last: 6 });
  });
  test('a blank responsible cell under a merge inherits', () => {
    expect(sheet.rows[2]?.texts.responsible).toMatchObject({
      text: 'Phòng Nội vụ',
      inheritedFrom: { row: 4, column: 7 },
    });
    expect(sheet.rows[3]?.texts.responsible).toMatchObject({ text: '', inheritedFrom: null });
  });
  test('text that looks like a number is read, and known for text', () => {
    expect(sheet.rows[3]?.figures.appraised1).toMatchObject({ kind: 'numericText', text: '0,5' });
  });
  test('the base is asked for; with it, the index follows', () => {
    const without = summarise(sheet, { base: null, framework: null }).summary;
    expect([without.base, without.index]).toEqual([null, null]);
    const areas = summarise(sheet, { base: null, framework: null }).areas;
    expect(areas.map((area) => [area.code, area.max && pointsText(area.max)])).toEqual([
      ['1', '7'],
      ['3', '1'],
    ]);
  });
});

describe('a whole sheet', () => {
  test('roman areas with decimals that restart under each', () => {
    const sheet = read([
      ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm'],
      ['I', 'Chỉ đạo điều hành', 3],
      ['1', 'Kế hoạch', 2],
      ['1.1', 'Ban hành', 1, 1],
      ['1.2', 'Thực hiện', 1, 0.5],
      ['2', 'Báo cáo', 1, 1],
      ['II', 'Thể chế', 2],
      ['1', 'Rà soát', 2, 2],
      ['', 'Tổng cộng', 5, 4.5],
    ]);
    expect(tree(sheet)).toEqual([
      '0:I*',
      '1:1*<I',
      '2:1.1<1',
      '2:1.2<1',
      '1:2<I',
      '0:II*',
      '1:1<II',
    ]);
    expect(sheet.rows.map((row) => row.areaCode)).toEqual(['I', 'I', 'I', 'I', 'I', 'II', 'II']);
    expect(sheet.summaryRows.map((row) => row.kind)).toEqual(['total']);
    expect(sheet.partial).toBe(false);
  });

  test.each([
    [
      'under each area',
      'I 1.1 1.2 II 1.1 1.2 1.2.1 1.2.2',
      '0:I* 1:1.1<I 1:1.2<I 0:II* 1:1.1<II 1:1.2*<II 2:1.2.1<1.2 2:1.2.2<1.2',
      'I I I II II II II II',
    ],
    [
      'under areas of parts',
      'A I 1.1 1.2 II 1.1 B I 1.1',
      '0:A* 1:I*<A 2:1.1<I 2:1.2<I 1:II*<A 2:1.1<II 0:B* 1:I*<B 2:1.1<I',
      'A A A A A A B B B',
    ],
    [
      'nowhere, and an area has no row',
      'I 1.1 1.2 2.1 III 3.1 3.2',
      '0:I* 1:1.1<I 1:1.2<I 1:2.1 0:III* 1:3.1<III 1:3.2<III',
      'I I I 2 III III III',
    ],
    [
      'nowhere, though one code is wrong',
      'I 1.1 1.2 II 1.1 2.2 2.3',
      '0:I* 1:1.1<I 1:1.2<I 0:II* 1:1.1 1:2.2<II 1:2.3<II',
      'I I I II 1 II II',
    ],
  ])('decimals of two numbers that restart %s', (_, codes, expected, areas) => {
    const rows = codes
      .split(' ')
      .map((code) =>
        /^[A-Z]/.test(code) ? [code, 'Cải cách', 3] : [code, 'Ban hành kế hoạch', 1],
      );
    const sheet = read([['TT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm'], ...rows]);
    expect(tree(sheet).join(' ')).toBe(expected);
    expect(sheet.rows.map((row) => row.areaCode).join(' ')).toBe(areas);
  });

  test('two header rows, merged, column numbers beneath, two rounds, an index of appraised over base', () => {
    const sheet = read(
      [
        ['STT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tự đánh giá', 'Điểm thẩm định', null, 'Điểm trừ'],
        [null, null, null, null, 'Lần 1', 'Lần 2', null],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)=(3)-(6)'],
        ['1', 'Lĩnh vực A', 3],
        ['1.1', 'a', 2, 2, 1, 1.5, 0.5],
        ['1.2', 'b', 1, 1, 1, null, 0],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2'],
    );
    expect(sheet.columns).toMatchObject({
      code: 0,
      name: 1,
      max: 2,
      self: 3,
      appraised1: 4,
      appraised2: 5,
      deduction: 6,
    });
    const { summary } = summarise(sheet, { base: null, framework: null });
    expect(summary.leaves).toBe(2);
    expect(summary.index?.toFixed(2)).toBe('83.33');
  });

  test('a header repeated by a page break is no row of the table', () => {
    const sheet = read([
      HEADER,
      ['1', 'Lĩnh vực', 2],
      ['1.1', 'a', 1, 1],
      HEADER,
      ['1.2', 'b', 1, 1],
    ]);
    expect(tree(sheet)).toEqual(['0:1*', '1:1.1<1', '1:1.2<1']);
  });

  test('the code may lead the name', () => {
    const sheet = read([
      ['Tiêu chí', 'Thang điểm', 'Tự chấm'],
      ['1. Chỉ đạo', 3],
      ['1.1. Kế hoạch', 2, 2],
      ['1.2. Báo cáo', 1, 1],
    ]);
    expect(tree(sheet)).toEqual(['0:1*', '1:1.1<1', '1:1.2<1']);
    expect(sheet.rows[1]?.name).toBe('Kế hoạch');
  });

  test('a code that became a date or a number keeps its meaning, and is known for damaged', () => {
    const sheet = read([
      HEADER,
      ['1', 'Lĩnh vực', 3],
      [{ v: 44938, format: 'dd/mm/yyyy' }, 'x', 1, 1],
      [1.2, 'y', 2, 1],
    ]);
    expect(sheet.rows.map((row) => row.code)).toEqual(['1', '12.1', '1.2']);
    expect(sheet.rows.map((row) => row.texts.code?.cellKind)).toEqual(['text', 'date', 'number']);
  });

  test('without codes the layout tells the levels: bold heads, or none at all', () => {
    const bold = (v: string) => ({ v, bold: true });
    const headed = read([HEADER, ['', bold('Chỉ đạo'), 3], ['', 'a', 1, 1], ['', 'b', 2, 1]]);
    expect(tree(headed)).toEqual(['0:*', '1:<', '1:<']);
    const plain = read([HEADER, ['', 'a', 1, 1], ['', 'b', 2, 1], ['', 'c', 2, 1]]);
    expect(tree(plain)).toEqual(['0:', '0:', '0:']);
  });

  test('not applicable and not assessed leave the base', () => {
    const sheet = read([
      HEADER,
      ['1', 'Lĩnh vực', 3],
      ['1.1', 'a', 2, 2, 1],
      ['1.2', 'b', 1, 'Không áp dụng', null],
    ]);
    const { summary } = summarise(sheet, { base: null, framework: null });
    expect(summary.leaves).toBe(1);
    expect(summary.base && pointsText(summary.base)).toBe('2');
  });
});

describe('several tables', () => {
  test('a second header with other columns begins another table', () => {
    const result = recogniseSheet(
      sheetOfRows([
        HEADER,
        ['1', 'Lĩnh vực', 2],
        ['1.1', 'a', 2, 1],
        [],
        ['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm'],
        ['1', 'Khác', 3, 3],
      ]),
    );
    expect(result.ok && result.tables.map((table) => [table.id, table.rows.length])).toEqual([
      ['Bảng điểm', 2],
      ['Bảng điểm (bảng 2)', 1],
    ]);
  });

  test('it says what it took for what, and a correction wins', () => {
    const rows: CellLiteral[][] = [
      ['STT', 'Nội dung', 'Điểm', 'Điểm tự chấm', 'Quy định'],
      ['1', 'a', 2, 1, 3],
    ];
    const first = recogniseSheet(sheetOfRows(rows));
    expect(
      first.ok &&
        first.tables[0].columnReadings.map((r) => [r.role, r.column, r.header, r.confidence < 0.7]),
    ).toEqual([
      ['code', 0, 'STT', false],
      ['name', 1, 'Nội dung', true],
      ['max', 2, 'Điểm', true],
      ['self', 3, 'Điểm tự chấm', false],
    ]);
    const second = recogniseSheet(sheetOfRows(rows), {
      'Bảng điểm': { max: { column: 4, header: '', nth: 0, of: 0 } },
    });
    expect(second.ok && second.tables[0].columns).toMatchObject({ max: 4, self: 3 });
    expect(
      second.ok && second.tables[0].columnReadings.find((r) => r.role === 'max'),
    ).toMatchObject({ column: 4, chosen: true });
  });
});

describe('what is no score sheet', () => {
  test.each([
    ['empty', [[]]],
    ['noHeader', [['Kính gửi'], ['abc', 'def']]],
  ])('%s', (reason, rows) => {
    expect(recogniseSheet(sheetOfRows(rows as CellLiteral[][]))).toEqual({ ok: false, reason });
  });
  test('a header with nothing under it', () => {
    expect(recogniseSheet(sheetOfRows([HEADER]))).toMatchObject({ ok: false, reason: 'noRows' });
  });
  test('a header without a max column: which header, and what it has', () => {
    const rows = [
      ['STT', 'Tiêu chí', 'Điểm tự chấm'],
      ['1', 'a', 1],
    ];
    expect(recogniseSheet(sheetOfRows(rows))).toEqual({
      ok: false,
      reason: 'noMaxColumn',
      header: { row: 0, roles: ['code', 'name', 'self'] },
    });
  });
});

describe('other offices’ tables', () => {
  test('one column per level, merged down the rows or repeated in each', () => {
    const header = ['Lĩnh vực', 'Tiêu chí', 'Tiêu chí thành phần', 'Điểm chuẩn', 'Tự đánh giá'];
    const sheet = read(
      [
        header,
        ['Chỉ đạo', 'Kế hoạch', 'Ban hành', 1, 1],
        [null, null, 'Thực hiện', 2, 2],
        [null, 'Báo cáo', 'Báo cáo quý', 1, 1],
        ['Thể chế', 'Rà soát', 'Danh mục', 1, 1],
        ['Tổng cộng', null, null, 5, 5],
      ],
      ['A2:A4', 'B2:B3', 'A6:C6'],
    );
    expect(sheet.levelColumns).toEqual([0, 1, 2]);
    expect(sheet.rows.map(({ name, area, areaCode }) => [name, area, areaCode])).toEqual([
      ['Ban hành', 'Chỉ đạo', '1'],
      ['Thực hiện', 'Chỉ đạo', '1'],
      ['Báo cáo quý', 'Chỉ đạo', '1'],
      ['Danh mục', 'Thể chế', '2'],
    ]);
    expect(sheet.rows.every((row) => row.isLeaf && row.parent === null)).toBe(true);
    expect(sheet.summaryRows.map(({ kind }) => kind)).toEqual(['total']);
    const { areas } = summarise(sheet, { base: null, framework: null });
    expect(areas.map((area) => [area.name, area.max && pointsText(area.max)])).toEqual([
      ['Chỉ đạo', '4'],
      ['Thể chế', '1'],
    ]);
  });

  test('a level that stands alone in its row heads the rows beneath it', () => {
    const sheet = read([
      ['Lĩnh vực', 'Tiêu chí', 'Điểm chuẩn', 'Tự đánh giá'],
      ['Chỉ đạo', null, 3, 3],
      [null, 'Kế hoạch', 2, 2],
      [null, 'Báo cáo', 1, 1],
      ['Thể chế', null, 1, 1],
      [null, 'Rà soát', 1, 1],
    ]);
    expect(sheet.rows.map(({ name, level, parent }) => [name, level, parent])).toEqual([
      ['Chỉ đạo', 0, null],
      ['Kế hoạch', 1, 0],
      ['Báo cáo', 1, 0],
      ['Thể chế', 0, null],
      ['Rà soát', 1, 3],
    ]);
  });

  test('of two columns called points, the one that scores exceed is no max; a guess is said to be one', () => {
    const sheet = read([
      ['STT', 'Tiêu chí', 'Điểm', 'Điểm tối đa'],
      ['1', 'a', 1, 2],
      ['2', 'b', 3, 3],
    ]);
    expect(sheet.columns).toMatchObject({ max: 3, self: 2 });
    expect(sheet.columnReadings.find(({ role }) => role === 'self')?.confidence).toBeLessThan(0.6);
  });

  test('codes under “Tiêu chí” beside names under “Nội dung đánh giá”', () => {
    const sheet = read([
      ['Tiêu chí', 'Nội dung đánh giá', 'Điểm tối đa', 'Điểm tự chấm'],
      ['Lĩnh vực 1', 'Chỉ đạo', 2, 2],
      ['Tiêu chí 1.1', 'Kế hoạch', 2, 2],
    ]);
    expect(tree(sheet)).toEqual(['0:1*', '1:1.1<1']);
  });

  test('headings merged over counted criteria, each with its “Cộng”', () => {
    const bold = (v: string) => ({ v, bold: true });
    const sheet = read(
      [
        ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm'],
        [bold('CHỈ ĐẠO')],
        [1, 'Kế hoạch', 2, 2],
        [2, 'Báo cáo', 1, 1],
        [null, 'Cộng', 3, 3],
        [bold('THỂ CHẾ')],
        [3, 'Rà soát', 2, 2],
        [null, 'Cộng', 2, 2],
        [null, 'Tổng cộng', 5, 5],
      ],
      ['A2:D2', 'A6:D6'],
    );
    expect(tree(sheet)).toEqual(['0:*', '1:1<', '1:2<', '0:*', '1:3<']);
    expect(sheet.rows.map((row) => row.areaCode)).toEqual(['1', '1', '1', '2', '2']);
    expect(sheet.summaryRows.map(({ kind }) => kind)).toEqual(['subtotal', 'subtotal', 'total']);
  });
});

describe('tables that touch each other', () => {
  const head = ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm tự đánh giá'];
  const one = [
    ['1', 'Chỉ đạo điều hành', 3, 2],
    ['1.1', 'Kế hoạch cải cách', 2, 1],
    ['1.2', 'Báo cáo định kỳ', 1, 1],
  ];
  const two = [
    ['1', 'Cải cách thể chế', 4, 4],
    ['1.1', 'Rà soát văn bản', 2, 2],
    ['1.2', 'Theo dõi thi hành', 2, 2],
  ];
  const tables = (rows: CellLiteral[][], merges: string[] = []) => {
    const result = recogniseSheet(sheetOfRows(rows, { merges }));
    return result.ok ? result.tables : [];
  };
  const beside = one.map((row, i) => [...row, ...(two[i] ?? [])]);
  const bothColumns = [
    { code: 0, name: 1, max: 2, self: 3 },
    { code: 4, name: 5, max: 6, self: 7 },
  ];

  test.each<[string, CellLiteral[][], string[], number]>([
    ['in one header row', [[...head, ...head], ...beside], [], 0],
    [
      'right of blank columns',
      [[null, ...head, ...head], ...beside.map((row) => [null, ...row])],
      [],
      1,
    ],
    [
      'under a line that names each',
      [['UBND xã A', null, null, null, 'UBND xã B'], [...head, ...head], ...beside],
      ['A1:D1', 'E1:H1'],
      0,
    ],
    [
      'under merged headers',
      [[...head, ...head], [], ...beside],
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((column) => `${column}1:${column}2`),
      0,
    ],
  ])('are two where the captions begin again, %s', (_, rows, merges, shift) => {
    const found = tables(rows, merges);
    expect(found.map(({ columns }) => columns)).toEqual(
      bothColumns.map((columns) =>
        Object.fromEntries(Object.entries(columns).map(([role, at]) => [role, at + shift])),
      ),
    );
    expect(found.map((table) => table.rows.map(({ name }) => name))).toEqual([
      one.map(([, name]) => name),
      two.map(([, name]) => name),
    ]);
  });

  test('are one where the second part has no points', () => {
    const rows = one.map((row, i) => [...row, ...(two[i]?.slice(0, 2) ?? []), 'x']);
    const found = tables([[...head, 'STT', 'Tiêu chí', 'Ghi chú'], ...rows]);
    expect(found.map(({ columns }) => columns)).toMatchObject([bothColumns[0]]);
  });
});
