/** Which of like columns is the score, which columns are levels of names, and what is no score sheet. */
import type { ScoreSheet } from '../../src/domain/scoring/scoreSheet';
import { checkScoreSheet } from '../../src/domain/findings/checkScoreSheet';
import { recogniseSheet } from '../../src/workbook/recognise/recogniseSheet';
import { sheetOfRows, type CellLiteral } from '../support/snapshots';

function read(rows: CellLiteral[][], merges: string[] = []): ScoreSheet {
  const result = recogniseSheet(sheetOfRows(rows, { merges }));
  if (!result.ok) throw new Error(result.reason);
  return result.tables[0];
}

const reasonOf = (rows: CellLiteral[][], merges: string[] = []) => {
  const result = recogniseSheet(sheetOfRows(rows, { merges }));
  return result.ok ? null : result.reason;
};

/** A table with these further columns; their figures stay below the maxima. */
function under(headers: string[], title: string[] = []): CellLiteral[][] {
  const row = (code: string, name: string, max: number): CellLiteral[] => [
    code,
    name,
    max,
    ...headers.map((_, i) => max - (i + 1) / 10),
  ];
  return [
    ...title.map((line) => [line]),
    ['STT', 'Tiêu chí', 'Điểm chuẩn', ...headers],
    row('1', 'Chỉ đạo, điều hành', 3),
    row('1.1', 'Kế hoạch cải cách', 2),
    row('1.2', 'Báo cáo định kỳ', 1),
  ];
}

const columnsUnder = (headers: string[], title: string[] = []) => {
  const { self, appraised1, appraised2, deduction } = read(under(headers, title)).columns;
  return { self, appraised1, appraised2, deduction };
};

describe('years are no rounds', () => {
  test.each([
    [['Điểm thẩm định năm 2022', 'Điểm thẩm định năm 2021'], [], 3],
    [['Kết quả năm 2021', 'Điểm tự chấm', 'Kết quả năm 2022'], [], 5],
    [['Điểm thẩm định 2021', 'Điểm thẩm định 2022'], ['BẢNG ĐIỂM NĂM 2021'], 3],
    [['Điểm thẩm định năm trước', 'Điểm thẩm định'], [], 4],
    [['Điểm thẩm định năm 2021', 'Điểm tự chấm', 'Điểm thẩm định'], [], 5],
    // The title's date is that of the paper.
    [
      ['Điểm thẩm định năm 2022', 'Điểm thẩm định năm 2021'],
      ['(Kèm theo Quyết định ngày 05 tháng 01 năm 2021)'],
      3,
    ],
  ])('%j under %j', (headers, title, appraised1) => {
    expect(columnsUnder(headers, title)).toMatchObject({ appraised1, appraised2: undefined });
  });

  test('last year’s alone beside this year’s self-score is no appraised score', () => {
    const headers = ['Kết quả năm 2021', 'Điểm tự đánh giá'];
    expect(columnsUnder(headers, ['TỰ ĐÁNH GIÁ NĂM 2022'])).toMatchObject({
      self: 4,
      appraised1: undefined,
    });
    expect(read(under(headers, ['TỰ ĐÁNH GIÁ NĂM 2022'])).unreadColumns).toEqual([
      { column: 3, header: 'Kết quả năm 2021' },
    ]);
  });

  test('of groups of years the latest is read', () => {
    const sheet = read(
      [
        ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Năm 2021', null, 'Năm 2022', null],
        [null, null, null, 'Tự chấm', 'Thẩm định', 'Tự chấm', 'Thẩm định'],
        ['1', 'Kế hoạch cải cách', 2, 1, 1, 2, 2],
        ['2', 'Báo cáo định kỳ', 1, 1, 1, 1, 1],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'],
    );
    expect(sheet.columns).toMatchObject({ self: 5, appraised1: 6 });
    expect(sheet.columns.appraised2).toBeUndefined();
  });

  test('one year over all columns parts nothing', () => {
    const headers = ['Điểm tự chấm năm 2022', 'Điểm thẩm định năm 2022'];
    expect(columnsUnder(headers, ['KẾ HOẠCH NĂM 2023'])).toMatchObject({ self: 3, appraised1: 4 });
  });
});

describe('rounds are what the headers call so', () => {
  test.each([
    [['Điểm thẩm định lần 1', 'Điểm thẩm định lần 2'], 3, 4],
    [['Thẩm định vòng 2', 'Thẩm định vòng 1'], 4, 3],
    [['Điểm thẩm định', 'Điểm thẩm định sau giải trình'], 3, 4],
    [['Tổ giúp việc chấm', 'Hội đồng thẩm định chấm'], 3, 4],
    [['Tổ giúp việc chấm', 'Hội đồng thẩm định chấm', 'Điểm sau rà soát'], 4, 5],
    [['Điểm thẩm tra', 'Điểm thẩm tra lần 2'], 3, 4],
    [['Điểm thẩm định', 'Điểm phúc khảo'], 3, 4],
    [['Điểm TĐ', 'Điểm chốt'], undefined, undefined],
    [['Thẩm định lần 1', 'Thẩm định lần 2', 'Điểm cuối cùng'], 4, 5],
    [['UBND huyện chấm', 'UBND tỉnh chấm'], 3, 4],
  ])('%j', (headers, appraised1, appraised2) => {
    const { columns } = read(under(headers));
    if (appraised1 === undefined) expect(columns.appraised1).toBe(4);
    else expect(columns).toMatchObject({ appraised1, appraised2 });
  });

  test.each([['Điểm TĐ'], ['Điểm cuối cùng'], ['Điểm chốt'], ['Điểm thống nhất'], ['Thẩm tra']])(
    '%s alone is the appraised score',
    (header) => {
      expect(columnsUnder([header])).toMatchObject({ appraised1: 3, appraised2: undefined });
    },
  );
});

describe('parts of a score are no rounds', () => {
  const HEAD = ['STT', 'Tiêu chí', 'Điểm tối đa'];
  const BODY: CellLiteral[][] = [
    ['1', 'Kế hoạch cải cách', 2, 1, 1.5, 2],
    ['2', 'Báo cáo định kỳ', 1, 1, 0.5, 0],
    ['3', 'Tuyên truyền', 1, 1, 0.5, 0],
  ];
  const MERGES = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'];
  const grouped = (group: string, parts: string[]) =>
    read([[...HEAD, group, null, null], [null, null, null, ...parts], ...BODY], MERGES);

  test.each([
    ['Điểm thẩm định các xã', ['Đồng Tâm', 'Hồng Phong', 'Kiến Quốc']],
    ['Điểm tự chấm của các đơn vị', ['Sở Nội vụ', 'Sở Tư pháp', 'Sở Y tế']],
  ])('one column for each unit: %s', (group, parts) => {
    const sheet = grouped(group, parts);
    expect(Object.keys(sheet.columns)).toEqual(['name', 'max', 'code']);
    expect(sheet.unreadColumns?.map(({ column }) => column)).toEqual([3, 4, 5]);
  });

  test('of one column for each source the sum is the score', () => {
    const sheet = grouped('Điểm Bộ Nội vụ thẩm định', [
      'Qua TLKC',
      'Qua kiểm tra',
      'Điểm đạt được',
    ]);
    expect(sheet.columns).toMatchObject({ appraised1: 5 });
    expect(sheet.columns.appraised2).toBeUndefined();
  });

  test('rounds and appraisers under one caption stay what they are', () => {
    const rounds = grouped('Điểm thẩm định', ['Lần 1', 'Lần 2', 'Ghi chú']);
    expect(rounds.columns).toMatchObject({ appraised1: 3, appraised2: 4 });
    const who = grouped('Điểm thẩm định', ['Tổ thẩm định', 'Hội đồng', 'Ghi chú']);
    expect(who.columns).toMatchObject({ appraised1: 3, appraised2: 4 });
  });

  test('units in headers of one row', () => {
    expect(
      columnsUnder(['Điểm thẩm định xã Đồng Tâm', 'Điểm thẩm định xã Hồng Phong']),
    ).toMatchObject({ appraised1: undefined, appraised2: undefined });
  });

  test('the mean of several members is the score, and of one score none', () => {
    const sheet = read(
      [
        [...HEAD, 'Điểm của thành viên hội đồng', null, null, 'Điểm trung bình'],
        [null, null, null, 'Ông A', 'Bà B', 'Ông C', null],
        ...BODY.map((row) => [...row, 1]),
      ],
      [...MERGES, 'G1:G2'],
    );
    expect(sheet.columns).toMatchObject({ appraised1: 6 });
    expect(sheet.columns.appraised2).toBeUndefined();
    expect(columnsUnder(['Điểm thẩm định', 'Điểm trung bình'])).toMatchObject({
      appraised1: 3,
      appraised2: undefined,
    });
  });
});

test('whoever scores himself does not appraise', () => {
  expect(columnsUnder(['Huyện tự chấm', 'Tỉnh thẩm định'])).toMatchObject({
    self: 3,
    appraised1: 4,
    appraised2: undefined,
  });
});

describe('names in a column for each level', () => {
  const HEAD = ['Lĩnh vực', 'Tiêu chí', 'Tiêu chí thành phần', 'Điểm chuẩn', 'Tự đánh giá'];

  test('fewer names on a deeper level than on the one before', () => {
    const sheet = read(
      [
        HEAD,
        ['1. Chỉ đạo', '1.1 Kế hoạch', '1.1.1 Ban hành', 1, 1],
        [null, null, '1.1.2 Thực hiện', 2, 2],
        [null, '1.2 Báo cáo', null, 1, 1],
        ['2. Thể chế', '2.1 Rà soát', null, 2, 1],
        [null, '2.2 Theo dõi', null, 1, 1],
        ['3. Hài lòng', null, null, 3, 3],
        ['Tổng cộng', null, null, 10, 9],
      ],
      ['A2:A4', 'B2:B3', 'A5:A6'],
    );
    expect(sheet.levelColumns).toEqual([0, 1, 2]);
    expect(sheet.rows.map(({ code, name, areaCode }) => [code, name, areaCode])).toEqual([
      ['1.1.1', 'Ban hành', '1'],
      ['1.1.2', 'Thực hiện', '1'],
      ['1.2', 'Báo cáo', '1'],
      ['2.1', 'Rà soát', '2'],
      ['2.2', 'Theo dõi', '2'],
      ['3', 'Hài lòng', '3'],
    ]);
    expect(sheet.rows[0]?.area).toBe('Chỉ đạo');
    expect(sheet.summaryRows.map(({ kind }) => kind)).toEqual(['total']);
    expect(sheet.headingCodes).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2', '3']);
    // Headings beside their criteria are there, though they have no row.
    const findings = checkScoreSheet({ sheet, framework: null, base: null });
    expect(findings.map(({ code }) => code)).not.toContain('code-orphan');
  });

  test('beside codes', () => {
    const sheet = read([
      ['STT', 'Tiêu chí', 'Tiêu chí thành phần', 'Điểm tối đa', 'Tự chấm'],
      ['1', 'Chỉ đạo', null, 4, 4],
      ['1.1', 'Kế hoạch', null, 2, 2],
      ['1.1.1', null, 'Ban hành', 2, 2],
      ['1.2', 'Báo cáo', null, 2, 2],
    ]);
    expect(sheet.rows.map(({ name }) => name)).toEqual([
      'Chỉ đạo',
      'Kế hoạch',
      'Ban hành',
      'Báo cáo',
    ]);
  });

  test('headers that do not name levels: rows named in either column', () => {
    const sheet = read([
      ['Nội dung', 'Nội dung chi tiết', 'Điểm tối đa', 'Tự chấm'],
      ['Kế hoạch', 'Ban hành', 1, 1],
      [null, 'Thực hiện', 1, 1],
      [null, 'Báo cáo', 1, 1],
      ['Tuyên truyền', null, 1, 1],
      ['Kiểm tra', null, 1, 1],
      ['Sáng kiến', null, 1, 1],
    ]);
    expect(sheet.levelColumns).toEqual([0, 1]);
    expect(sheet.rows).toHaveLength(6);
  });

  test('what describes the criterion beside it is no level', () => {
    const sheet = read([
      ['STT', 'Tiêu chí', 'Nội dung đánh giá', 'Điểm tối đa', 'Tự chấm'],
      ['1', 'Kế hoạch', 'Ban hành đúng hạn', 1, 1],
      ['2', 'Báo cáo', 'Gửi đủ, đúng hạn', 1, 1],
      ['3', 'Kiểm tra', 'Từ 30% đơn vị', 1, 1],
    ]);
    expect(sheet.levelColumns).toBeUndefined();
  });
});

describe('what is no score sheet', () => {
  test.each([
    [
      'a ranking',
      [
        ['TT', 'Đơn vị', 'Tổng điểm tối đa', 'Tổng điểm thẩm định', 'Chỉ số (%)', 'Xếp hạng'],
        [1, 'UBND xã Đồng Tâm', 100, 87.7, 87.7, 2],
        [2, 'UBND xã Hồng Phong', 100, 88, 88, 1],
      ],
    ],
    [
      'with an index',
      [
        ['STT', 'Tên đơn vị', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định', 'Chỉ số'],
        [1, 'UBND xã A', 100, 95, 90, 90],
        [2, 'UBND xã B', 100, 94, 89, 89],
        [3, 'UBND xã C', 100, 94, 89, 89],
      ],
    ],
    [
      'units under “Nội dung”',
      [
        ['STT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
        [1, 'Phường 2', 100, 90],
        [2, 'Xã Tân Hương', 100, 89],
      ],
    ],
  ])('%s of units', (_, rows) => {
    expect(reasonOf(rows)).toBe('unitList');
  });

  test('criteria that begin like units are criteria', () => {
    const sheet = read([
      ['STT', 'Tiêu chí', 'Điểm tối đa', 'Điểm thẩm định', 'Đơn vị'],
      ['1', 'BAN HÀNH KẾ HOẠCH', 2, 2, 'Phòng Nội vụ'],
      ['2', 'Ban hành báo cáo', 2, 2, 'Phòng Nội vụ'],
      ['3', 'Sở hữu trí tuệ', 2, 2, 'Phòng Nội vụ'],
    ]);
    expect(sheet.rows).toHaveLength(3);
  });

  test('letters of an old font are said to be that', () => {
    const tcvn3 = [
      ['STT', 'Tiªu chÝ', '§iÓm chuÈn', '§iÓm tù ®¸nh gi¸'],
      ['1', 'C«ng t¸c chØ ®¹o, ®iÒu hµnh', 2, 2],
    ];
    const vni = [
      ['STT', 'Tieâu chí', 'Ñieåm chuaån', 'Ñieåm töï ñaùnh giaù'],
      ['1', 'Coâng taùc chæ ñaïo, ñieàu haønh', 2, 2],
    ];
    expect([reasonOf(tcvn3), reasonOf(vni)]).toEqual(['tcvn3', 'vni']);
    expect(reasonOf([['Kính gửi'], ['Đề nghị các đơn vị thực hiện']])).toBe('noHeader');
  });
});

describe('rows with points that nothing names', () => {
  const HEAD = ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm thẩm định'];
  const findings = (sheet: ScoreSheet) =>
    checkScoreSheet({ sheet, framework: null, base: null }).filter(
      ({ code }) => code === 'row-unread',
    );

  test('are told, once for the table', () => {
    const sheet = read([
      HEAD,
      ['1', 'Kế hoạch', 2, 2],
      [null, null, 1, 1],
      ['2', 'Báo cáo', 1, 1],
      [null, null, 3, 2],
    ]);
    expect(sheet.unreadRows).toEqual([2]);
    expect(findings(sheet)).toMatchObject([
      { place: { row: 2, column: 2 }, params: { count: '1' } },
    ]);
  });

  test('a total without a label, and what stands beneath the total, is no such row', () => {
    const bare = read([HEAD, ['1', 'Kế hoạch', 2, 2], ['2', 'Báo cáo', 1, 1], [null, null, 3, 3]]);
    expect(findings(bare)).toEqual([]);
    const beneath = read([
      HEAD,
      ['1', 'Kế hoạch', 2, 2],
      ['2', 'Báo cáo', 1, 1],
      [null, 'Tổng cộng', 3, 3],
      [null, null, 100, 99],
    ]);
    expect(findings(beneath)).toEqual([]);
  });
});
