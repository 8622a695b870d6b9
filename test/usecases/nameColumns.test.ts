/** Pointing out the columns of a sheet whose header nobody understands: read, remembered, taken back. */
import {
  planForgetNaming,
  planNaming,
  proposeNaming,
  sheetTroubles,
  tryNaming,
  type Naming,
} from '../../src/usecases/nameColumns';
import { headerOptions, namingColumns } from '../../src/usecases/namingChoices';
import { planColumnChoices } from '../../src/usecases/chooseColumns';
import { planAddColumn } from '../../src/usecases/addColumn';
import type { Plan } from '../../src/usecases/plan';
import { readSnapshot, type WorkbookReading } from '../../src/usecases/readWorkbook';
import { STATE_SHEET, stateText } from '../../src/workbook/state';
import { FakeHost } from '../support/fakeHost';
import { sheetOfRows, workbookOf, type CellLiteral } from '../support/snapshots';

const ID = 'Tổng hợp';
const WORDS = ['Cột 1', 'Nội dung công việc', 'Thang', 'ĐV chấm', 'TĐ'];
const BODY: CellLiteral[][] = [
  ['I', 'CHỈ ĐẠO ĐIỀU HÀNH', null, null, null],
  ['1.1', 'Kế hoạch cải cách hành chính', 2, 2, 1.5],
  ['1.2', 'Báo cáo định kỳ đúng hạn', 1, 1, 1],
  ['1.3', 'Công tác tuyên truyền', 1.5, 1, 0.5],
  ['II', 'THỂ CHẾ', null, null, null],
  ['2.1', 'Rà soát văn bản', 2, 2, 2],
];
const LETTERHEAD: CellLiteral[][] = [
  ['UBND HUYỆN A', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['PHÒNG NỘI VỤ', null, 'Độc lập - Tự do - Hạnh phúc'],
  [],
  ['BẢNG TỔNG HỢP'],
  ['(Kèm theo Báo cáo số 12/BC-UBND)'],
  [],
];
const LETTER: CellLiteral[][] = [
  ['UBND HUYỆN A', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['Kính gửi: các phòng, ban'],
  ['1. Các đơn vị tự chấm điểm theo các tiêu chí.'],
  ['2. Phòng Nội vụ tổng hợp.'],
];
const PEOPLE: CellLiteral[][] = [
  ['STT', 'Họ và tên', 'Năm sinh', 'Chức vụ'],
  [1, 'Nguyễn Văn A', 1980, 'Trưởng phòng'],
  [2, 'Trần Thị B', 1985, 'Phó Trưởng phòng'],
  [3, 'Lê Văn C', 1990, 'Chuyên viên'],
  [4, 'Phạm Văn D', 1991, 'Chuyên viên'],
];

function read(rows: CellLiteral[][], merges: string[] = [], state: string | null = null) {
  return readSnapshot(workbookOf([sheetOfRows(rows, { name: ID, merges })], state));
}

/** As the workbook is read once the plan was carried out. */
async function after(reading: WorkbookReading, plan: Plan): Promise<WorkbookReading> {
  const host = new FakeHost(reading.snapshot);
  await host.apply(plan.patch);
  return readSnapshot(await host.read());
}

const stateOf = ({ snapshot }: WorkbookReading): string | null => snapshot.state;
const codes = (reading: WorkbookReading) => reading.tables[0]?.rows.map((row) => row.code);
const CODES = BODY.map(([code]) => code);

describe('a header that nobody knows', () => {
  const layouts: [string, CellLiteral[][], string[], number, string[]][] = [
    ['in the first row', [WORDS, ...BODY], [], 0, []],
    ['beneath a letterhead', [...LETTERHEAD, WORDS, ...BODY], ['A4:E4', 'A5:E5'], 6, []],
    [
      'over two merged rows, numbers beneath',
      [
        ...LETTERHEAD,
        ['Cột 1', 'Nội dung công việc', 'Thang', 'Chấm', null],
        [null, null, null, 'ĐV', 'TĐ'],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        ...BODY,
      ],
      ['A7:A8', 'B7:B8', 'C7:C8', 'D7:E7'],
      6,
      ['Chấm ĐV', 'Chấm TĐ'],
    ],
    [
      'over two rows that nobody merged',
      [
        ['Cột 1', 'Nội dung công việc', 'Thang', 'Chấm', null],
        [null, null, null, 'ĐV', 'TĐ'],
        ...BODY,
      ],
      [],
      0,
      ['Chấm ĐV', 'Chấm TĐ'],
    ],
  ];

  test.each(layouts)(
    '%s: proposed, tried, read, remembered',
    async (_, rows, merges, row, heads) => {
      const reading = read(rows, merges);
      expect(reading.tables).toEqual([]);
      const [trouble] = sheetTroubles(reading);
      expect(trouble).toMatchObject({ sheet: ID, likely: true });
      expect(trouble?.header).toEqual({ row, roles: ['code', 'name'], lacking: ['max'] });
      const proposed = proposeNaming(reading, ID);
      expect(proposed).toEqual({ place: { header: row }, columns: { code: 0, name: 1, max: 2 } });
      const naming: Naming = {
        ...proposed,
        columns: { ...proposed.columns, self: 3, appraised1: 4 },
      };
      const tried = tryNaming(reading, ID, naming);
      expect(typeof tried === 'string' ? tried : tried.rows.length).toBe(BODY.length);
      const plan = planNaming(reading, ID, naming);
      expect(new Set(plan.patch.changes.map(({ sheet }) => sheet))).toEqual(new Set([STATE_SHEET]));
      const named = await after(reading, plan);
      expect(named.unrecognised).toEqual([]);
      expect(named.tables[0]).toMatchObject({ id: ID, columns: { ...naming.columns } });
      expect(codes(named)).toEqual(CODES);
      expect(named.tables[0]?.columnReadings.every(({ chosen }) => chosen)).toBe(true);
      const shown = named.tables[0]?.columnReadings.map(({ header }) => header);
      if (heads.length > 0) expect(shown).toEqual(expect.arrayContaining(heads));
      expect(planNaming(named, ID, naming).patch.changes).toEqual([]);
      const forgotten = await after(named, planForgetNaming(named, ID));
      expect(forgotten.unrecognised).toHaveLength(1);
      expect(forgotten.state).toEqual(reading.state);
    },
  );

  test('is found again when rows and columns come and go, not when its words are gone', async () => {
    const before = [...LETTERHEAD, WORDS, ...BODY];
    const reading = read(before);
    const naming = proposeNaming(reading, ID);
    const state = stateOf(await after(reading, planNaming(reading, ID, naming)));
    const wider = before.map((row, i) => [row[0] ?? null, i === 6 ? 'Mới' : null, ...row.slice(1)]);
    const moved = read([['Thêm'], [], ...wider], [], state);
    expect(moved.tables[0]).toMatchObject({
      header: { first: 8, last: 8 },
      columns: { code: 0, name: 2, max: 3 },
    });
    expect(codes(moved)).toEqual(CODES);
    const other = before.map((row, i) => (i === 6 ? ['A1', 'B1', 'C1', 'D1', 'E1'] : row));
    expect(read(other, [], state).unrecognised).toHaveLength(1);
  });

  test('stands again at each page break, and is no criterion there', async () => {
    const reading = read([WORDS, ...BODY.slice(0, 3), WORDS, ...BODY.slice(3)]);
    const named = await after(reading, planNaming(reading, ID, proposeNaming(reading, ID)));
    expect(codes(named)).toEqual(CODES);
  });

  test('keeps its name when a table that is understood by itself comes to stand beneath it', async () => {
    const rows = [...LETTERHEAD, WORDS, ...BODY];
    const reading = read(rows);
    const { state } = await after(reading, planNaming(reading, ID, proposeNaming(reading, ID)));
    const known = ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm tự đánh giá', 'Điểm thẩm định'];
    const another = [
      ['1.1', 'Số hóa hồ sơ', 3, 2, 2],
      ['1.2', 'Chữ ký số', 2, 1, 1],
    ];
    const both = read([...rows, [], known, ...another], [], stateText(state));
    expect(both.tables.map(({ id, header }) => [id, header.first])).toEqual([
      [ID, 6],
      [`${ID} (bảng 2)`, 14],
    ]);
    expect(codes(both)).toEqual(CODES);
    // Said of nothing: then the other is the only one, and the first.
    expect(read([...rows, [], known, ...another]).tables.map(({ id }) => id)).toEqual([ID]);
  });

  test('takes further corrections and further columns like any table', async () => {
    const reading = read([...LETTERHEAD, WORDS, ...BODY]);
    const named = await after(reading, planNaming(reading, ID, proposeNaming(reading, ID)));
    const more = await after(named, planColumnChoices(named, ID, { self: 3, appraised1: 4 }));
    expect(more.tables[0]?.columns).toEqual({ code: 0, name: 1, max: 2, self: 3, appraised1: 4 });
    const wide = await after(more, planAddColumn(more, ID, 'evidence'));
    expect(codes(wide)).toEqual(CODES);
    expect(wide.tables[0]?.columns).toMatchObject({ name: 1, max: 2 });
    expect(Object.keys(wide.tables[0]?.columns ?? {})).toContain('evidence');
  });
});

describe('no header at all', () => {
  test.each([
    ['from the first row on', BODY, 0],
    ['beneath a title', [...LETTERHEAD, ...BODY], 6],
  ])('%s: one is put above the criteria, shown in words', async (_, rows, at) => {
    const reading = read(rows);
    const naming = proposeNaming(reading, ID);
    expect(naming).toEqual({ place: { body: at }, columns: { code: 0, name: 1, max: 2 } });
    const plan = planNaming(reading, ID, naming);
    expect(plan.lines[0]).toEqual({
      code: 'insertHeader',
      params: { sheet: ID, row: String(at + 1), count: '3' },
    });
    const named = await after(reading, plan);
    expect(named.snapshot.sheets[0]?.values[at]?.slice(0, 3)).toEqual([
      'STT',
      'LĨNH VỰC / TIÊU CHÍ / TIÊU CHÍ THÀNH PHẦN',
      'ĐIỂM CHUẨN',
    ]);
    expect(named.tables[0]?.header).toEqual({ first: at, last: at });
    expect(codes(named)).toEqual(CODES);
  });
});

describe('what is said of a sheet', () => {
  test('a header without a column of maxima: its row, what it has, what it lacks', () => {
    const reading = read([
      ...LETTERHEAD,
      ['STT', 'Tiêu chí', 'Thang', 'Điểm tự chấm', 'Điểm thẩm định'],
      ...BODY,
    ]);
    expect(sheetTroubles(reading)).toEqual([
      {
        sheet: ID,
        reason: 'noMaxColumn',
        header: { row: 6, roles: ['code', 'name', 'self', 'appraised1'], lacking: ['max'] },
        likely: true,
        foreign: false,
      },
    ]);
    expect(proposeNaming(reading, ID)).toEqual({
      place: { header: 6 },
      columns: { code: 0, name: 1, max: 2, self: 3, appraised1: 4 },
    });
  });

  test.each([
    ['a letter', LETTER],
    ['a list of people', PEOPLE],
  ])('%s is no score table, and not taken for one', (_, rows) => {
    const [trouble] = sheetTroubles(read(rows));
    expect(trouble).toMatchObject({ header: null, likely: false, foreign: true });
  });

  test('an empty sheet is not spoken of', () => {
    expect(sheetTroubles(read([[null, '']]))).toEqual([]);
  });
});

describe('what pointing out columns does not help', () => {
  test('a ranking of units is no score sheet', () => {
    const reading = read([
      ['TT', 'Đơn vị', 'Điểm tối đa', 'Điểm thẩm định', 'Xếp hạng'],
      [1, 'UBND xã Đồng Tâm', 100, 90, 1],
      [2, 'UBND xã Hồng Phong', 100, 89, 2],
      [3, 'UBND xã Kiến Quốc', 100, 88, 3],
    ]);
    expect(sheetTroubles(reading)).toMatchObject([
      { reason: 'unitList', header: null, foreign: true },
    ]);
  });

  test('letters of an old font are converted first', () => {
    const reading = read([
      ['STT', 'Tiªu chÝ', '§iÓm chuÈn', '§iÓm tù ®¸nh gi¸'],
      ['1.1', 'ChØ ®¹o, ®iÒu hµnh', 2, 2],
      ['1.2', 'KÕ ho¹ch c¶i c¸ch', 2, 2],
      ['1.3', 'B¸o c¸o ®Þnh kú', 2, 2],
    ]);
    expect(sheetTroubles(reading)).toMatchObject([
      { reason: 'tcvn3', header: null, likely: false, foreign: false },
    ]);
  });
});

describe('what she chooses from', () => {
  test('rows that say two things or more; columns with header and example', () => {
    const reading = read([...LETTERHEAD, WORDS, ...BODY]);
    const place = { header: 6 };
    expect(headerOptions(reading, ID, place).map(({ row }) => row)).toEqual([
      0, 1, 6, 7, 8, 9, 10, 11, 12,
    ]);
    expect(namingColumns(reading, ID, place).slice(0, 3)).toEqual([
      { column: 0, header: 'Cột 1', example: 'I', isNumber: false },
      { column: 1, header: 'Nội dung công việc', example: 'CHỈ ĐẠO ĐIỀU HÀNH', isNumber: false },
      { column: 2, header: 'Thang', example: '2', isNumber: true },
    ]);
  });

  test('another row is another proposal', () => {
    const reading = read([...LETTERHEAD, WORDS, ...BODY]);
    const { columns } = proposeNaming(reading, ID, { place: { header: 9 } });
    expect(columns).toMatchObject({ name: 1, max: 2 });
  });

  test('a column that she gives to another thing is no guess any more', () => {
    const reading = read([...LETTERHEAD, WORDS, ...BODY]);
    const columns = { self: 2, code: null };
    expect(proposeNaming(reading, ID, { columns }).columns).toEqual({ name: 1, self: 2 });
  });

  test('columns that cannot be a table are said to be none', () => {
    const reading = read([...LETTERHEAD, WORDS, ...BODY]);
    const naming: Naming = { place: { header: 12 }, columns: { name: 1, max: 2 } };
    expect(typeof tryNaming(reading, ID, naming)).toBe('string');
  });
});

test('a header that is said to stand off the sheet is none; files of before know of none', () => {
  const { state } = read([WORDS, ...BODY]);
  expect(state.namedHeaders).toBeUndefined();
  const far = { first: 90, last: 90 };
  const choice = { header: '', nth: 0, of: 0 };
  const columnChoices = { [ID]: { name: { ...choice, column: 1 }, max: { ...choice, column: 2 } } };
  const lost = stateText({ ...state, columnChoices, namedHeaders: { [ID]: far } });
  expect(read([WORDS, ...BODY], [], lost).unrecognised).toHaveLength(1);
  const near = stateText({
    ...state,
    columnChoices,
    namedHeaders: { [ID]: { first: 0, last: 0 } },
  });
  expect(codes(read([WORDS, ...BODY], [], near))).toEqual(CODES);
});
