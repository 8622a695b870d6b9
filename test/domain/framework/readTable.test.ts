/** Messy tables made from real texts: what each row is understood as. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pointsText } from '../../../src/domain/points';
import { checkFramework } from '../../../src/domain/framework/checkFramework';
import * as edit from '../../../src/domain/framework/editReading';
import {
  flattenFramework,
  frameworkTotal,
  type FrameworkNode,
} from '../../../src/domain/framework/framework';
import { readFrameworkTables } from '../../../src/domain/framework/readTable';
import type { FrameworkReading } from '../../../src/domain/framework/reading';
import type { SourceCell, SourceTable } from '../../../src/domain/framework/sourceTable';

/** Rows of cells parted by "|"; "*" before a cell: bold, "<" merges with the cell to its left. */
function table(...lines: string[]): SourceTable {
  return {
    rows: lines.map((line) => {
      const cells: SourceCell[] = [];
      for (const text of line.split('|')) {
        const last = cells.at(-1);
        if (text === '<' && last) last.colSpan = (last.colSpan ?? 1) + 1;
        else if (text.startsWith('*')) cells.push({ text: text.slice(1), bold: true });
        else cells.push({ text });
      }
      return cells;
    }),
  };
}

const read = (...tables: SourceTable[]) => readFrameworkTables(tables, { year: 2026 });
const kinds = (reading: FrameworkReading) => reading.rows.map((row) => row.kind);
const problems = (reading: FrameworkReading) => reading.problems.map((problem) => problem.code);
const tree = (reading: FrameworkReading) =>
  reading.draft === null
    ? null
    : flattenFramework(reading.draft).map(
        ({ node, depth }) => `${'  '.repeat(depth)}${node.code} ${node.name} = ${node.max ?? '?'}`,
      );
const find = (reading: FrameworkReading, code: string): FrameworkNode | undefined =>
  reading.draft === null
    ? undefined
    : flattenFramework(reading.draft).find(({ node }) => node.code === code)?.node;

const HEADER = 'STT|Lĩnh vực/Tiêu chí/Tiêu chí thành phần|Điểm tối đa';

describe('the appendix of Vĩnh Linh, 6 months of 2023, as a framework', () => {
  const text = readFileSync(
    join(__dirname, '../../fixtures/frameworks/vinh-linh-phu-luc.tsv'),
    'utf8',
  );
  const reading = read({
    rows: text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t').map((cell) => ({ text: cell }))),
  });

  test('27 criteria of 40 points under areas 1, 3, 5, 6, 7, none of them named by guess', () => {
    const leaves = flattenFramework(reading.draft!).filter(({ isLeaf }) => isLeaf);
    expect(leaves).toHaveLength(27);
    expect(pointsText(frameworkTotal(reading.draft!))).toBe('40');
    expect(reading.draft?.areas.map(({ code, name, max }) => [code, name, max])).toEqual(
      ['1', '3', '5', '6', '7'].map((code) => [code, '', null]),
    );
    expect(problems(reading).filter((code) => code === 'impliedArea')).toHaveLength(5);
  });

  test('the other columns are recognised and left alone', () => {
    expect(reading.columns.map((column) => column.role)).toEqual([
      'code',
      'name',
      'max',
      'self',
      'appraised1',
      'deduction',
      'opinion',
      'responsible',
    ]);
  });

  test('1.4.1 is not a child of 1.2', () => {
    expect(find(reading, '1.2')?.children).toBeUndefined();
    expect(find(reading, '3.12.1')?.max).toBe('0.5');
  });

  test('a check finds it partial, and nothing wrong', () => {
    expect(reading.draft?.completeness).toBe('partial');
    const worse = checkFramework(reading.draft!).filter(({ severity }) => severity !== 'info');
    expect(worse).toEqual([]);
  });
});

describe('headers', () => {
  test('two rows, merged, under a title, with column numbers beneath', () => {
    const reading = read(
      table(
        '*BỘ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA UBND CẤP XÃ NĂM 2024|<|<|<|<',
        '(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 12 tháng 01 năm 2024 của UBND tỉnh Bình Định)|<|<|<|<',
        '||||',
        '*TT|*Lĩnh vực, tiêu chí|*Điểm đánh giá|<|*Yêu cầu về tài liệu kiểm chứng',
        '||*Điểm tối đa|*Tự chấm|',
        '(1)|(2)|(3)|(4)|(5)',
        '*1|*Công tác chỉ đạo, điều hành|10||',
        '1.1|Kế hoạch CCHC|10||Kế hoạch; báo cáo',
      ),
    );
    expect(kinds(reading).slice(0, 6)).toEqual([
      'title',
      'title',
      'blank',
      'header',
      'header',
      'header',
    ]);
    expect(tree(reading)).toEqual([
      '1 Công tác chỉ đạo, điều hành = 10',
      '  1.1 Kế hoạch CCHC = 10',
    ]);
    expect(find(reading, '1.1')?.evidence).toBe('Kế hoạch; báo cáo');
    expect(reading.head).toMatchObject({
      id: '45-qd-ubnd-2024',
      title: 'BỘ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA UBND CẤP XÃ NĂM 2024',
      decision: 'Quyết định số 45/QĐ-UBND ngày 12 tháng 01 năm 2024',
      issuer: 'UBND tỉnh Bình Định',
      province: 'Bình Định',
      level: 'commune',
      year: 2024,
    });
  });

  test('one header merged over codes and names', () => {
    const reading = read(
      table('Lĩnh vực/Tiêu chí|<|Điểm chuẩn', '1|Chỉ đạo, điều hành|2', '1.1|Kế hoạch CCHC|2'),
    );
    expect(tree(reading)).toEqual(['1 Chỉ đạo, điều hành = 2', '  1.1 Kế hoạch CCHC = 2']);
  });

  test('none at all: the columns are guessed, and it is said', () => {
    const reading = read(
      table('1|Chỉ đạo, điều hành|2', '1.1|Kế hoạch CCHC|1,5', '1.2|Báo cáo CCHC|0,5'),
    );
    expect(problems(reading)).toEqual(['noHeader']);
    expect(find(reading, '1.1')?.max).toBe('1.5');
  });

  test('letters of an old font are said first, whatever else is doubtful', () => {
    const reading = read(
      table('STT|Tiªu chÝ|§iÓm chuÈn', '1|ChØ ®¹o, ®iÒu hµnh|2', '1.1|KÕ ho¹ch c¶i c¸ch|2'),
    );
    expect(problems(reading)[0]).toBe('oldEncoding');
  });

  test('columns that the person chose', () => {
    const rows = table('Mã|Tên|A|B', '1|Chỉ đạo|2|9', '1.1|Kế hoạch|2|9');
    const reading = readFrameworkTables([rows], { year: 2026, columns: { max: 3 } });
    expect(find(reading, '1.1')?.max).toBe('9');
  });
});

describe('cells', () => {
  test('line breaks, non-breaking blanks, NFD and mixed decimal marks', () => {
    const reading = read(
      table(
        HEADER,
        `1|Công tác\nchỉ đạo,\u00A0điều   hành|4,50`,
        `1.1|${'Kế hoạch tuyên truyền'.normalize('NFD')}|2.5`,
        '1.2.|Báo cáo CCHC|(2,0 điểm)',
      ),
    );
    expect(tree(reading)).toEqual([
      '1 Công tác chỉ đạo, điều hành = 4.5',
      '  1.1 Kế hoạch tuyên truyền = 2.5',
      '  1.2 Báo cáo CCHC = 2',
    ]);
    expect(problems(reading)).toEqual([]);
  });

  test('dashes and quotes of a name stay as printed', () => {
    const name = 'Tài chính – Kế hoạch “Sử dụng tờ rơi” (Đề án 06)';
    expect(find(read(table(HEADER, `1|${name}|1`)), '1')?.name).toBe(name);
  });

  test('what a spreadsheet made of codes: lost noughts, dates, commas', () => {
    const codes = ['3', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `3.${n}`), '3.1', '3.11'];
    const lines = codes.map((code, i) => `${code}|Tiêu chí ${i}|1`);
    const reading = read(table(HEADER, ...lines, '12/02/2026|Ngày|1', '12,3|Phẩy|1'));
    expect(reading.rows.filter((row) => row.kind === 'node').map((row) => row.code)).toEqual([
      ...codes.slice(0, 10),
      '3.10',
      '3.11',
      '12.2',
      '12.3',
    ]);
    expect(problems(reading).filter((code) => /Repaired|dateCode/.test(code))).toEqual([
      'codeRepaired',
      'dateCode',
      'codeRepaired',
    ]);
  });

  test('a maximum that is no number, negative, or has two readings', () => {
    const reading = read(
      table(
        HEADER,
        '1|A b c|theo quy định',
        '2|Vi phạm kỷ luật|-0,5',
        '3|D e f|1.577',
        '4|G h i|10',
      ),
    );
    expect(problems(reading)).toEqual(['maxUnreadable', 'maxNegative']);
    expect(find(reading, '3')?.max).toBe('1.577');
    expect(find(reading, '1')?.max).toBeNull();
  });
});

test('a penalty printed below nought takes up to that much; nothing else is worth less than nothing', () => {
  const reading = read(
    table(
      HEADER,
      '*1|*Lĩnh vực một|3',
      '1.1|Kế hoạch|3',
      '|Điểm thưởng|2',
      '|Điểm phạt|-5',
      '|Giảm khi chậm|-1',
    ),
  );
  expect(reading.draft?.areas.slice(1, 3).map(({ name, rule }) => [name, rule])).toEqual([
    ['Điểm thưởng', { kind: 'outside', sign: 'bonus', ceiling: '2' }],
    ['Điểm phạt', { kind: 'outside', sign: 'penalty', ceiling: '5' }],
  ]);
  const late = reading.rows.find(({ name }) => name === 'Giảm khi chậm');
  expect(late?.max).toBeNull();
  const renamed = edit.setName(reading, late!.id, 'Điểm trừ khi chậm');
  expect(renamed.rows[late!.id]?.max).toBe('1');
  expect(problems(renamed)).not.toContain('maxNegative');
  expect(edit.setMax(renamed, late!.id, '-2').rows[late!.id]?.max).toBe('2');
});

describe('levels', () => {
  test('A, I, 1, 1.1, a)', () => {
    const reading = read(
      table(
        HEADER,
        'A|PHẦN ĐÁNH GIÁ QUA HỒ SƠ|4',
        'I|CHỈ ĐẠO, ĐIỀU HÀNH|4',
        '1|Kế hoạch|4',
        '1.1|Ban hành|1',
        '1.2|Thực hiện|3',
        'a)|Cấp huyện|1',
        'b)|Cấp xã|2',
        'B|PHẦN KHẢO SÁT|6',
        'I|NGƯỜI DÂN|6',
        '1|Mức độ hài lòng|6',
      ),
    );
    expect(tree(reading)).toEqual([
      'A PHẦN ĐÁNH GIÁ QUA HỒ SƠ = 4',
      '  I CHỈ ĐẠO, ĐIỀU HÀNH = 4',
      '    1 Kế hoạch = 4',
      '      1.1 Ban hành = 1',
      '      1.2 Thực hiện = 3',
      '        a) Cấp huyện = 1',
      '        b) Cấp xã = 2',
      'B PHẦN KHẢO SÁT = 6',
      '  I NGƯỜI DÂN = 6',
      '    1 Mức độ hài lòng = 6',
    ]);
  });

  test('areas in bold without a code take it from their criteria', () => {
    const reading = read(
      table(
        HEADER,
        '|*CÔNG TÁC CHỈ ĐẠO|3',
        '1.1|Kế hoạch|1',
        '1.2|Báo cáo|2',
        '|*CẢI CÁCH THỂ CHẾ|1',
        '2.1|Rà soát văn bản|1',
      ),
    );
    expect(tree(reading)).toEqual([
      '1 CÔNG TÁC CHỈ ĐẠO = 3',
      '  1.1 Kế hoạch = 1',
      '  1.2 Báo cáo = 2',
      '2 CẢI CÁCH THỂ CHẾ = 1',
      '  2.1 Rà soát văn bản = 1',
    ]);
  });

  test('a running number beside names that carry their own codes', () => {
    const reading = read(
      table('TT|Tiêu chí|Điểm', '1|I. CHỈ ĐẠO|3', '2|1. Kế hoạch|1', '3|2. Báo cáo|2'),
    );
    expect(tree(reading)).toEqual(['I CHỈ ĐẠO = 3', '  1 Kế hoạch = 1', '  2 Báo cáo = 2']);
  });
});

describe('rows that are no criteria', () => {
  const scale = table(
    HEADER,
    '1|Chỉ đạo, điều hành|3',
    '1.1|Ban hành kế hoạch|1',
    '|- Kịp thời: 1|',
    '|- Không kịp thời|0,5',
    '1.2|Báo cáo CCHC|2',
    '|Đủ số lượng, đúng thời gian|2',
    '|Thiếu hoặc chậm|1',
    '1.3|Tuyên truyền|0',
    '|Tổng cộng|3',
    'Ghi chú: CCHC là cải cách hành chính.|<|<',
    '|Nơi nhận:|',
    '|TM. ỦY BAN NHÂN DÂN|',
  );

  test('steps of a scale are lines of the criterion above', () => {
    const reading = read(scale);
    expect(find(reading, '1.1')?.method).toBe('Kịp thời: 1\nKhông kịp thời: 0,5');
    expect(find(reading, '1.2')?.method).toBe('Đủ số lượng, đúng thời gian: 2\nThiếu hoặc chậm: 1');
    expect(reading.draft?.areas[0]?.children).toHaveLength(3);
  });

  test('rows whose points add up to the criterion are its children, lettered', () => {
    const reading = read(
      table(
        HEADER,
        '1|Chỉ đạo|3',
        '1.1|Báo cáo|3',
        '|Báo cáo quý|1',
        '|Báo cáo năm|2',
        '1.2|Khác|0',
      ),
    );
    expect(find(reading, '1.1')?.children?.map(({ code, max }) => [code, max])).toEqual([
      ['1.1.a', '1'],
      ['1.1.b', '2'],
    ]);
  });

  test('total, footnote and what stands beneath are told apart; nothing disappears', () => {
    const reading = read(scale);
    expect(kinds(reading).slice(9)).toEqual(['total', 'footnote', 'unread', 'unread']);
    expect(reading.draft?.total).toBe('3');
    expect(reading.problems).toEqual([{ code: 'unreadRows', row: null, params: { count: '2' } }]);
  });

  test('a total in the middle sums what stands above it', () => {
    const lines = ['1|Chỉ đạo|3', '2|Thể chế|2', '|Cộng|5', '3|Khảo sát|5', '|Tổng điểm|10'];
    const reading = read(table(HEADER, ...lines));
    expect(problems(reading)).toEqual([]);
    expect(reading.draft?.total).toBe('10');
    const wrong = read(table(HEADER, ...lines.map((line) => line.replace('|Cộng|5', '|Cộng|6'))));
    expect(wrong.problems).toMatchObject([
      { code: 'totalMismatch', row: 3, params: { declared: '6', found: '5' } },
    ]);
  });

  test('a score sheet made from a partial framework gives that framework back', () => {
    const reading = read(
      table(
        `${HEADER}|Điểm tự đánh giá`,
        '1|(Tên lĩnh vực chưa có trong nguồn)|19,5|',
        '1.a|Mức độ thực hiện kế hoạch CCHC|2|',
        '|Các tiêu chí khác (bộ chỉ số chưa liệt kê)|17,5|',
        '|TỔNG CỘNG|19,5|',
        '|Tổng điểm chuẩn trong kỳ|19,5|',
        '|Chỉ số CCHC||',
      ),
    );
    expect(tree(reading)).toEqual(['1  = 19.5', '  1.a Mức độ thực hiện kế hoạch CCHC = 2']);
    expect(reading.draft?.completeness).toBe('partial');
    expect(problems(reading)).toEqual([]);
  });

  test('"Tổng hợp báo cáo" is a criterion', () => {
    expect(tree(read(table(HEADER, '1|Tổng hợp báo cáo|1', '2|Cộng tác viên|1')))).toHaveLength(2);
  });

  test('a row that only has points is listed, not lost', () => {
    const reading = read(table(HEADER, '1|Chỉ đạo|1', '||5', '2|Thể chế|1'));
    expect(reading.rows[2]).toMatchObject({ kind: 'unread', reason: 'noName', maxText: '5' });
  });

  test('scale beside a merged name', () => {
    const reading = read({
      rows: [
        ['STT', 'Tiêu chí', 'Cách tính điểm', 'Điểm tối đa'].map((text) => ({ text })),
        [{ text: '1' }, { text: 'Chỉ đạo' }, { text: '' }, { text: '1' }],
        [
          { text: '1.1', rowSpan: 2 },
          { text: 'Kế hoạch', rowSpan: 2 },
          { text: 'Kịp thời: 1' },
          { text: '1', rowSpan: 2 },
        ],
        [{ text: 'Không kịp thời: 0' }],
      ],
    });
    expect(find(reading, '1.1')).toMatchObject({
      max: '1',
      method: 'Kịp thời: 1\nKhông kịp thời: 0',
    });
  });
});

describe('several tables', () => {
  test('one cut in five, a name cut in the middle, headers repeated or not', () => {
    const reading = read(
      table('UBND TỈNH|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      table(HEADER, '1|Chỉ đạo, điều hành|3', '1.1|Thực hiện thu ngân sách hàng năm của huyện,|1'),
      table(HEADER, '|thị xã theo kế hoạch được tỉnh giao|', '1.2|Báo cáo|2'),
      table('2|Cải cách thể chế|1'),
      table(HEADER, '(1)|(2)|(3)', '2.1|Rà soát|1'),
      table('|Tổng cộng|4'),
      table('Nơi nhận:|TM. ỦY BAN NHÂN DÂN'),
    );
    expect(tree(reading)).toEqual([
      '1 Chỉ đạo, điều hành = 3',
      '  1.1 Thực hiện thu ngân sách hàng năm của huyện, thị xã theo kế hoạch được tỉnh giao = 1',
      '  1.2 Báo cáo = 2',
      '2 Cải cách thể chế = 1',
      '  2.1 Rà soát = 1',
    ]);
    expect(reading.rows[0]?.kind).toBe('title');
    expect(reading.rows.at(-1)).toMatchObject({ kind: 'unread', reason: 'otherTable' });
  });
});

describe('mending row by row', () => {
  const reading = read(
    table(HEADER, '1|Chỉ đạo|2', '1.1|Kế hoạch|hai', '|Ghi thêm||', '2|Thể chế|1'),
  );

  test('a max: its problem falls away, the draft follows', () => {
    expect(problems(reading)).toEqual(['maxUnreadable']);
    const mended = edit.setMax(reading, 2, '2,0');
    expect(problems(mended)).toEqual([]);
    expect(find(mended, '1.1')?.max).toBe('2');
    expect(find(reading, '1.1')?.max).toBeNull();
  });

  test('a level, a code, a name', () => {
    const area = edit.setName(edit.setCode(edit.setLevel(reading, 2, 0), 2, 'X'), 2, 'Khác');
    expect(tree(area)).toEqual(['1 Chỉ đạo = 2', 'X Khác = ?', '2 Thể chế = 1']);
  });

  test('a row that is part of the criterion above', () => {
    const first = read(
      table(
        HEADER,
        '*1|*Một|3',
        '1.1|Kế hoạch|3',
        '1.2|Ban hành kịp thời|3',
        '1.3|CCHC của huyện|',
      ),
    );
    const rows = first.rows.filter(({ kind }) => kind === 'node').map(({ id }) => id);
    const scale = edit.joinAbove(first, rows[2]!, 'method');
    const whole = edit.joinAbove(scale, rows[3]!, 'continuation');
    expect(tree(whole)).toEqual(['1 Một = 3', '  1.1 Kế hoạch CCHC của huyện = 3']);
    expect(find(whole, '1.1')?.method).toBe('Ban hành kịp thời: 3');
    expect(tree(edit.setLevel(edit.setLevel(whole, rows[2]!, 1), rows[3]!, 1))).toEqual(
      tree(first),
    );
  });

  test('a row left out and brought back', () => {
    const without = edit.ignoreRow(reading, 4);
    expect(tree(without)).toHaveLength(2);
    expect(tree(edit.setLevel(without, 4, 0))).toEqual(tree(reading));
  });

  test('survey and title', () => {
    expect(find(edit.setSurvey(reading, 4, true), '2')?.survey).toBe(true);
    expect(edit.setHead(reading, { title: 'Bộ chỉ số mới' }).draft?.title).toBe('Bộ chỉ số mới');
  });
});

describe('tables that give nothing', () => {
  test.each([
    ['empty', [], 'emptyTable'],
    ['blank', ['||', '||'], 'emptyTable'],
    ['a letterhead', ['UBND TỈNH|CỘNG HÒA XÃ HỘI'], 'notCriteria'],
    ['a header alone', [HEADER], 'noNodes'],
  ])('%s', (_, lines, code) => {
    const reading = read(table(...lines));
    expect(reading.draft).toBeNull();
    expect(problems(reading)).toContain(code);
  });

  test('100,000 rows are refused at once', () => {
    const rows = Array.from({ length: 100_000 }, () => [{ text: '1' }, { text: 'x' }]);
    expect(problems(read({ rows }))).toEqual(['tooManyRows']);
  });
});

test('a total with criteria beneath it is that of what stands above', () => {
  const total = (...rest: string[]) =>
    read(table(HEADER, '1.1|Kế hoạch|0,5', '1.2|Báo cáo|1,5', '|Tổng cộng|2', ...rest)).draft
      ?.total;
  expect(total()).toBe('2');
  expect(total('2.1|Rà soát|3')).toBeUndefined();
  expect(total('2.1|Rà soát|3', '|Tổng cộng|5')).toBe('5');
});

test('a mark of a footnote behind a maximum is no part of it', () => {
  const reading = read(table(HEADER, '1|Chỉ đạo|2 (*)', '2|Thể chế|1,5**'));
  expect(tree(reading)).toEqual(['1 Chỉ đạo = 2', '2 Thể chế = 1.5']);
});

test('a table of something else above the criteria is listed as not read; a letterhead is a title', () => {
  const reading = read(
    table('UBND TỈNH|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 45/QĐ-UBND|Độc lập'),
    table('STT|Đơn vị|Số điện thoại', '1|Sở Nội vụ|0262'),
    table(HEADER, '1|Chỉ đạo|2'),
  );
  expect(kinds(reading)).toEqual(['title', 'title', 'unread', 'unread', 'header', 'node']);
  expect(problems(reading)).toEqual(['unreadRows']);
});
