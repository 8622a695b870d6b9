import {
  settleInferred,
  setRole,
  dropUnit,
  renameUnit,
  addUnit,
} from '../../src/domain/remediation/editProposal';
import type { AssignmentProposal } from '../../src/domain/remediation/assignment';
import { assignmentReport } from '../../src/domain/remediation/assignmentReport';
import {
  planAssignments,
  proposeAgain,
  proposeAssignments,
  responsibleTexts,
} from '../../src/usecases/assign';
import { createHistory } from '../../src/usecases/history';
import type { Plan } from '../../src/usecases/plan';
import { tableOf, type WorkbookReading } from '../../src/usecases/readWorkbook';
import { areaName, parseArea, type Area } from '../../src/workbook/address';
import type { Change } from '../../src/workbook/patch';
import { sheetOf, type CellValue } from '../../src/workbook/snapshot';
import type { WorkbookFile } from '../../src/workbook/view';
import { openSample, readAll, reopened, workbookFrom, type FileCell } from '../support/files';

const SHEET = 'Bảng điểm';
const HEADER = [
  'STT',
  'Tiêu chí',
  'Điểm chuẩn',
  'Tự đánh giá',
  'Thẩm định',
  'Điểm bị trừ',
  'Ý kiến',
  'Đơn vị chịu trách nhiệm',
];

/** Reads, proposes, perhaps changes what is proposed, plans and carries it out. */
async function assign(
  file: WorkbookFile,
  change: (proposal: AssignmentProposal) => AssignmentProposal = (proposal) => proposal,
): Promise<{ plan: Plan; proposal: AssignmentProposal; reading: WorkbookReading }> {
  const reading = await readAll(file);
  const sheet = reading.tables[0]?.sheet ?? '';
  const proposal = change(proposeAssignments(reading, sheet));
  const plan = planAssignments(reading, sheet, proposal);
  await file.apply(plan.patch);
  return { plan, proposal, reading };
}

async function sheetNow(file: WorkbookFile) {
  const reading = await readAll(file);
  return sheetOf(reading.snapshot, reading.tables[0]?.sheet ?? '');
}

/** What stands in an area, formulas by their text. */
async function cellsIn(file: WorkbookFile, name: string): Promise<(CellValue | string)[][]> {
  const { top, left, bottom, right } = parseArea(name) as Area;
  const { values, formulas } = await sheetNow(file);
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from(
      { length: right - left + 1 },
      (__, c) => formulas[top + r]?.[left + c] ?? values[top + r]?.[left + c] ?? null,
    ),
  );
}

async function write(file: WorkbookFile, name: string, value: CellValue): Promise<void> {
  const { top, left } = parseArea(name) as Area;
  const sheet = (await readAll(file)).tables[0]?.sheet ?? SHEET;
  const change: Change = {
    kind: 'write',
    sheet,
    at: { row: top, column: left },
    cells: [[{ value }]],
  };
  await file.apply({ changes: [change], expects: [] });
}

const lines = (plan: Plan) => plan.lines.map(({ code }) => code);

const A = 'Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp thực hiện';
const ROWS: FileCell[][] = [
  ['1.1', 'Kế hoạch', 2, 2, 0.85, -1.15, 'x', A],
  ['1.2', 'Báo cáo', 1, 1, 0.7, -0.3, 'x', 'Phòng Nội vụ theo dõi'],
  ['1.3', 'Tuyên truyền', 1, 1, 0.5, -0.5, 'x', 'Phòng Tư pháp thực hiện'],
];

function smallBook(...below: FileCell[][]): Promise<WorkbookFile> {
  return workbookFrom([['PHỤ LỤC'], [], HEADER, ...ROWS, ...below], SHEET);
}

describe('the sample', () => {
  test('nine columns after H, a caption over them, names beneath, figures below', async () => {
    const file = await openSample();
    const { plan } = await assign(file);
    expect(plan.lines).toEqual([
      { code: 'insertColumns', params: { sheet: 'Phụ lục', count: '9', after: 'H' } },
      { code: 'insertRows', params: { sheet: 'Phụ lục', count: '1', after: '3' } },
      { code: 'writeUnits', params: { sheet: 'Phụ lục', units: '9', assignments: '54' } },
      { code: 'writeFormulas', params: { sheet: 'Phụ lục', count: '18' } },
      { code: 'inherited', params: { sheet: 'Phụ lục', cells: 'H16, H17, H18, H19' } },
    ]);
    const sheet = await sheetNow(await reopened(file));
    const merges = sheet.merges.map(areaName);
    expect(merges).toEqual(expect.arrayContaining(['A1:Q1', 'I3:Q3', 'A3:A4', 'H3:H4', 'H16:H20']));
    expect(sheet.frozen).toEqual({ rows: 4, columns: 0 });
    expect(await cellsIn(file, 'I3:I4')).toEqual([['PHÂN CÔNG KHẮC PHỤC'], ['Phòng Nội vụ']]);
    expect(await cellsIn(file, 'Q4')).toEqual([['Phòng Tài chính - Kế hoạch']]);
    expect(await cellsIn(file, 'I5:K6')).toEqual([
      ['Chủ trì', null, null],
      ['Chủ trì', 'Theo dõi, đôn đốc', null],
    ]);
    expect(await cellsIn(file, 'A32:A33')).toEqual([
      ['Số tiêu chí phụ trách'],
      ['Số điểm cần khắc phục'],
    ]);
    expect(sheet.values[31]?.slice(8)).toEqual([7, 10, 4, 3, 6, 14, 1, 5, 4]);
    expect(sheet.values[32]?.slice(8)).toEqual([9.45, 9.33, 3.65, 3.45, 2.83, 8.16, 1, 2.83, 3.65]);
    expect(sheet.formulas[31]?.[8]).toBe('=COUNTA(I5:I31)');
    expect(sheet.formulas[32]?.[8]).toBe('=ROUND(-SUMPRODUCT(--(I5:I31<>""),$F5:$F31),6)');
  });

  test('says the same in figures as the report for the command line', async () => {
    const file = await openSample();
    const { proposal, reading } = await assign(file);
    const table = tableOf(reading, 'Phụ lục');
    const { units } = assignmentReport(proposal, table!);
    const sheet = await sheetNow(file);
    expect(units.map(({ criteria }) => criteria)).toEqual(sheet.values[31]?.slice(8));
    expect(units.map(({ points }) => Number(points))).toEqual(sheet.values[32]?.slice(8));
  });

  test('a second run changes nothing, and undo leaves the sheet as it was', async () => {
    const file = await openSample();
    const before = await file.read({ sheets: 'all' });
    const history = createHistory(file);
    const reading = await readAll(file);
    const plan = planAssignments(reading, 'Phụ lục', proposeAssignments(reading, 'Phụ lục'));
    await history.apply(plan, 'Phân công', reading.snapshot);
    const again = await assign(await reopened(file));
    expect(again.plan).toEqual({
      patch: { changes: [], expects: [] },
      lines: [{ code: 'nothing', params: { sheet: 'Phụ lục' } }],
      conflicts: [],
    });
    await history.undo();
    expect(await file.read({ sheets: 'all' })).toEqual(before);
  });
});

describe('where the header has other shapes', () => {
  test('two rows have room: caption above, names beneath, nothing inserted; a number row goes on', async () => {
    const file = await workbookFrom(
      [
        ['BẢNG ĐIỂM', ...Array<null>(7).fill(null)],
        ['STT', 'Tiêu chí', 'Điểm', null, null, null, 'Ý kiến', 'Đơn vị chịu trách nhiệm'],
        [null, null, 'Điểm chuẩn', 'Tự đánh giá', 'Thẩm định', 'Điểm bị trừ', null, null],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
        ...ROWS,
      ],
      SHEET,
    );
    await merge(file, 'A1:H1', 'A2:A3', 'B2:B3', 'C2:F2', 'G2:G3', 'H2:H3');
    const { plan } = await assign(file);
    expect(lines(plan)).toEqual(['insertColumns', 'writeUnits', 'writeFormulas']);
    expect(await cellsIn(file, 'I2:J4')).toEqual([
      ['PHÂN CÔNG KHẮC PHỤC', null],
      ['Phòng Nội vụ', 'Phòng Tư pháp'],
      ['(9)', '(10)'],
    ]);
    const merges = (await sheetNow(file)).merges.map(areaName);
    expect(merges).toEqual(expect.arrayContaining(['A1:J1', 'I2:J2', 'C2:F2', 'H2:H3']));
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('three rows: names merged over the lower two', async () => {
    const blank = Array<null>(8).fill(null);
    const file = await workbookFrom([HEADER, [...blank], [...blank], ...ROWS], SHEET);
    await merge(file, ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((c) => `${c}1:${c}3`));
    await assign(file);
    const merges = (await sheetNow(file)).merges.map(areaName);
    expect(merges).toEqual(expect.arrayContaining(['I1:J1', 'I2:I3', 'J2:J3']));
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('columns to the right stay to the right', async () => {
    const file = await workbookFrom(
      [[...HEADER, 'Ghi chú'], ...ROWS.map((row, i) => [...row, `ghi ${i}`])],
      SHEET,
    );
    await assign(file);
    expect(await cellsIn(file, 'H1:K3')).toEqual([
      ['Đơn vị chịu trách nhiệm', 'PHÂN CÔNG KHẮC PHỤC', null, 'Ghi chú'],
      [null, 'Phòng Nội vụ', 'Phòng Tư pháp', null],
      [A, 'Chủ trì', 'Phối hợp', 'ghi 0'],
    ]);
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('a column of supporting units is read with it, and the units come after both', async () => {
    const file = await workbookFrom(
      [
        [...HEADER.slice(0, 7), 'Đơn vị chủ trì', 'Đơn vị phối hợp'],
        [...(ROWS[0]?.slice(0, 7) ?? []), 'Phòng Nội vụ', 'Phòng Tư pháp; Thanh tra huyện'],
        [...(ROWS[1]?.slice(0, 7) ?? []), 'Phòng Tư pháp', null],
      ],
      SHEET,
    );
    await assign(file);
    expect(await cellsIn(file, 'J2:L4')).toEqual([
      ['Phòng Nội vụ', 'Phòng Tư pháp', 'Thanh tra huyện'],
      ['Chủ trì', 'Phối hợp', 'Phối hợp'],
      [null, 'Chủ trì', null],
    ]);
  });
});

describe('rows beneath the table', () => {
  test('stand below the total, and move what is below down', async () => {
    const file = await smallBook(
      [null, 'Tổng cộng', 4, 4, 2.05, -1.95],
      ['Ghi chú: số liệu tạm tính'],
    );
    const { plan } = await assign(file);
    expect(plan.lines[2]).toEqual({
      code: 'insertRows',
      params: { sheet: SHEET, count: '2', after: '7' },
    });
    expect(await cellsIn(file, 'A8:J11')).toEqual([
      [null, 'Tổng cộng', 4, 4, 2.05, -1.95, null, null, null, null],
      ['Số tiêu chí phụ trách', ...Array(7).fill(null), '=COUNTA(I5:I7)', '=COUNTA(J5:J7)'],
      [
        'Số điểm cần khắc phục',
        ...Array(7).fill(null),
        '=ROUND(-SUMPRODUCT(--(I5:I7<>""),$F5:$F7),6)',
        '=ROUND(-SUMPRODUCT(--(J5:J7<>""),$F5:$F7),6)',
      ],
      ['Ghi chú: số liệu tạm tính', ...Array(9).fill(null)],
    ]);
    expect((await sheetNow(file)).values[9]?.slice(8)).toEqual([1.45, 1.65]);
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('positive deductions, none at all, and two rounds', async () => {
    const positive = await workbookFrom(
      [HEADER, ...ROWS.map((row) => row.map((cell, i) => (i === 5 ? -Number(cell) : cell)))],
      SHEET,
    );
    await assign(positive);
    expect(await cellsIn(positive, 'I7')).toEqual([
      ['=ROUND(SUMPRODUCT(--(I3:I5<>""),$F3:$F5),6)'],
    ]);
    expect((await sheetNow(positive)).values[6]?.slice(8)).toEqual([1.45, 1.65]);

    const without = await workbookFrom(
      [HEADER, ...ROWS].map((row) => row.filter((_, i) => i !== 5)),
      SHEET,
    );
    await assign(without);
    expect(await cellsIn(without, 'H7')).toEqual([
      [
        '=ROUND(SUMPRODUCT(--(H3:H5<>""),--ISNUMBER($E3:$E5),$C3:$C5)-SUMPRODUCT(--(H3:H5<>""),$E3:$E5),6)',
      ],
    ]);
    expect((await sheetNow(without)).values[6]?.slice(7)).toEqual([1.45, 1.65]);

    const rounds = await workbookFrom(
      [
        ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Thẩm định lần 1', 'Thẩm định lần 2', 'Đơn vị chủ trì'],
        ['1.1', 'Kế hoạch', 2, 0.85, 1, 'Phòng Nội vụ'],
        ['1.2', 'Báo cáo', 1, 0.7, null, 'Phòng Nội vụ'],
        ['1.3', 'Khác', 1, null, null, 'Phòng Nội vụ'],
      ],
      SHEET,
    );
    await assign(rounds);
    expect((await sheetNow(rounds)).values[6]?.[6]).toBe(1.3);
  });

  test('a row that was removed stays away; a formula a person wrote stays', async () => {
    const file = await smallBook();
    await assign(file);
    await file.apply({
      changes: [
        { kind: 'deleteRows', sheet: SHEET, first: 8, count: 1 },
        {
          kind: 'write',
          sheet: SHEET,
          at: { row: 7, column: 8 },
          cells: [[{ formula: '=1+1', value: 2 }]],
        },
      ],
      expects: [],
    });
    const { plan } = await assign(file);
    expect(plan.patch.changes).toEqual([]);
    expect(plan.conflicts).toEqual([
      { sheet: SHEET, at: { row: 7, column: 8 }, kept: '=1+1', wouldBe: '2' },
    ]);
  });
});

describe('what a person wrote is hers', () => {
  test('an edited role stays and is told; the others are untouched', async () => {
    const file = await smallBook();
    await assign(file);
    await write(file, 'I5', 'Chủ trì (trước 30/9)');
    await write(file, 'J7', null);
    const { plan } = await assign(file);
    expect(plan.patch.changes).toEqual([]);
    expect(plan.conflicts).toEqual([
      { sheet: SHEET, at: { row: 4, column: 8 }, kept: 'Chủ trì (trước 30/9)', wouldBe: 'Chủ trì' },
      { sheet: SHEET, at: { row: 6, column: 9 }, kept: '', wouldBe: 'Thực hiện' },
    ]);
  });

  test('a column that she made for a unit is filled where blank and never overwritten', async () => {
    const file = await workbookFrom(
      [
        [...HEADER, 'PHÒNG NỘI VỤ', 'Phòng Tư pháp'],
        [...(ROWS[0] ?? []), 'phụ trách chung', null],
        [...(ROWS[1] ?? []), null, null],
      ],
      SHEET,
    );
    const { plan } = await assign(file);
    expect(lines(plan)).toEqual(['writeUnits', 'writeFormulas']);
    expect(await cellsIn(file, 'I1:J3')).toEqual([
      ['PHÒNG NỘI VỤ', 'Phòng Tư pháp'],
      ['phụ trách chung', 'Phối hợp'],
      ['Theo dõi, đôn đốc', null],
    ]);
    expect(plan.conflicts).toEqual([
      { sheet: SHEET, at: { row: 1, column: 8 }, kept: 'phụ trách chung', wouldBe: 'Chủ trì' },
    ]);
  });

  test('a role that the text no longer gives goes where the product wrote it', async () => {
    const file = await smallBook();
    await assign(file);
    await write(file, 'H5', 'Phòng Tư pháp chủ trì');
    const { plan } = await assign(file);
    expect(lines(plan)).toEqual(['writeUnits']);
    expect(await cellsIn(file, 'I5:J5')).toEqual([[null, 'Chủ trì']]);
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('what she set, renamed or dropped in the pane holds at the next reading', async () => {
    const file = await smallBook();
    await assign(file, (proposal) =>
      renameUnit(
        setRole(proposal, { row: 3, criterion: '1.1', unit: 'Phòng Tư pháp' }, 'monitor'),
        'Phòng Nội vụ',
        'Nội vụ',
      ),
    );
    expect(await cellsIn(file, 'I4:J5')).toEqual([
      ['Nội vụ', 'Phòng Tư pháp'],
      ['Chủ trì', 'Theo dõi, đôn đốc'],
    ]);
    expect(lines((await assign(await reopened(file))).plan)).toEqual(['nothing']);
    await assign(file, (proposal) => dropUnit(proposal, 'Phòng Tư pháp'));
    expect(await cellsIn(file, 'I4:J7')).toEqual([
      ['Nội vụ', 'Phòng Tư pháp'],
      ['Chủ trì', null],
      ['Theo dõi, đôn đốc', null],
      [null, null],
    ]);
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('a name given in the pane heads the column that is there', async () => {
    const file = await smallBook();
    await assign(file);
    await assign(file, (proposal) => renameUnit(proposal, 'Phòng Tư pháp', 'P. Tư pháp'));
    expect(await cellsIn(file, 'I4:K4')).toEqual([['Phòng Nội vụ', 'P. Tư pháp', null]]);
    await write(file, 'J4', 'PHÒNG TƯ PHÁP HUYỆN');
    const { plan } = await assign(file);
    expect(lines(plan)).not.toContain('insertColumns');
    expect(await cellsIn(file, 'J4')).toEqual([['PHÒNG TƯ PHÁP HUYỆN']]);
  });
});

describe('when the sheet has changed since', () => {
  test('only a new unit gets a column, at the end of the group', async () => {
    const file = await smallBook();
    await assign(file);
    await write(file, 'H7', 'Phòng Tư pháp thực hiện; Thanh tra huyện kiểm tra');
    const { plan } = await assign(file);
    expect(plan.lines[0]).toEqual({
      code: 'insertColumns',
      params: { sheet: SHEET, count: '1', after: 'J' },
    });
    expect(await cellsIn(file, 'I4:K8')).toEqual([
      ['Phòng Nội vụ', 'Phòng Tư pháp', 'Thanh tra huyện'],
      ['Chủ trì', 'Phối hợp', null],
      ['Theo dõi, đôn đốc', null, null],
      [null, 'Thực hiện', 'Theo dõi, đôn đốc'],
      ['=COUNTA(I5:I7)', '=COUNTA(J5:J7)', '=COUNTA(K5:K7)'],
    ]);
    expect((await sheetNow(file)).merges.map(areaName)).toContain('I3:K3');
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('rows that were moved, deleted or added are known by code and name', async () => {
    const file = await smallBook();
    await assign(file);
    const swap = await cellsIn(file, 'A5:J6');
    await file.apply({
      changes: [
        writeRows(4, [swap[1] ?? [], swap[0] ?? []]),
        { kind: 'deleteRows', sheet: SHEET, first: 6, count: 1 },
      ],
      expects: [],
    });
    expect((await assign(file)).plan.conflicts).toEqual([]);
    expect(await cellsIn(file, 'I5:J6')).toEqual([
      ['Theo dõi, đôn đốc', null],
      ['Chủ trì', 'Phối hợp'],
    ]);
    await file.apply({
      changes: [
        { kind: 'insertRows', sheet: SHEET, before: 6, count: 1 },
        writeRows(6, [['1.4', 'Mới', 1, 1, 0, -1, 'x', 'Phòng Tư pháp chủ trì']]),
      ],
      expects: [],
    });
    const { plan } = await assign(file);
    expect(lines(plan)).toEqual(['writeUnits', 'writeFormulas']);
    expect(await cellsIn(file, 'I7:J8')).toEqual([
      [null, 'Chủ trì'],
      ['=COUNTA(I5:I7)', '=COUNTA(J5:J7)'],
    ]);
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('columns inserted before the group, and a hidden one, change nothing', async () => {
    const file = await smallBook();
    await assign(file);
    await file.apply({
      changes: [
        { kind: 'insertColumns', sheet: SHEET, before: 8, count: 1 },
        { kind: 'columnWidth', sheet: SHEET, first: 9, widths: [0] },
      ],
      expects: [],
    });
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('somebody edits between reading and applying: nothing is written', async () => {
    const file = await smallBook();
    const reading = await readAll(file);
    const plan = planAssignments(reading, SHEET, proposeAssignments(reading, SHEET));
    await write(file, 'A5', '9.9');
    await expect(file.apply(plan.patch)).rejects.toMatchObject({ problem: 'changedMeanwhile' });
  });
});

describe('which criteria are proposed', () => {
  const scored = (...appraised: (number | null)[]): FileCell[][] => [
    HEADER,
    ['1', 'Lĩnh vực', 9, null, null, null, null, null],
    ['1.1', 'Một', 2, 2, appraised[0] ?? null, null, null, 'Phòng Nội vụ'],
    ['1.2', 'Hai', 2, 2, appraised[1] ?? null, null, null, 'Phòng Tư pháp'],
    ['1.3', 'Ba', 5, 2, appraised[2] ?? null, null, null, 'Phòng Nội vụ; Phòng Tài chính'],
  ];
  const told = ({ assignments }: AssignmentProposal) =>
    assignments.map(({ criterion, unit }) => `${criterion} ${unit}`);

  test('those that lost points; units of the others have no column; all of them when asked', async () => {
    const reading = await readAll(await workbookFrom(scored(2, 1.5), SHEET));
    const proposal = proposeAssignments(reading, SHEET);
    expect(told(proposal)).toEqual(['1.2 Phòng Tư pháp']);
    expect(proposal.units.map(({ name }) => name)).toEqual(['Phòng Tư pháp']);
    expect(told(proposeAssignments(reading, SHEET, 'all'))).toHaveLength(4);
  });

  test('every one while no score says what was lost; none when all have full marks', async () => {
    const propose = async (rows: FileCell[][]) =>
      told(proposeAssignments(await readAll(await workbookFrom(rows, SHEET)), SHEET));
    expect(await propose(scored())).toHaveLength(4);
    expect(await propose(scored(2, 2, 5))).toEqual([]);
  });

  test('a role that was set stays, and what was decided stays in the other scope', async () => {
    const file = await workbookFrom(scored(2, 1.5, 4), SHEET);
    const reading = await readAll(file);
    const all = proposeAssignments(reading, SHEET, 'all');
    const cell = all.assignments.find(({ criterion }) => criterion === '1.1')!;
    const lost = proposeAgain(reading, SHEET, 'lost', setRole(all, cell, 'lead'));
    expect(told(lost)).toEqual([
      '1.1 Phòng Nội vụ',
      '1.2 Phòng Tư pháp',
      '1.3 Phòng Nội vụ',
      '1.3 Phòng Tài chính',
    ]);
    const added = proposeAgain(reading, SHEET, 'lost', addUnit(lost, 'Tổ Đề án 06'));
    expect(added.units.at(-1)?.name).toBe('Tổ Đề án 06');
  });

  test('a criterion that lost nothing any more loses what was written for it', async () => {
    const file = await workbookFrom(scored(1, 1.5), SHEET);
    await assign(file);
    expect(
      (await sheetNow(file)).values.flat().filter((value) => value === 'Thực hiện'),
    ).toHaveLength(2);
    const { tables } = await readAll(file);
    const { row } = tables[0]!.rows[1]!;
    file.edit(SHEET, { row, column: tables[0]!.columns.appraised1! }, { value: 2 });
    await assign(file);
    expect(
      (await sheetNow(file)).values.flat().filter((value) => value === 'Thực hiện'),
    ).toHaveLength(1);
  });

  test('one choice settles all that was supposed, or that of one unit', async () => {
    const reading = await readAll(await workbookFrom(scored(), SHEET));
    const proposal = proposeAssignments(reading, SHEET);
    const roles = ({ assignments }: AssignmentProposal) =>
      assignments.map(({ role, certainty }) => `${role} ${certainty}`);
    expect(roles(settleInferred(proposal, 'lead'))).toEqual(Array(4).fill('lead chosen'));
    expect(roles(settleInferred(proposal, 'lead', 'Phòng Nội vụ'))).toEqual([
      'lead chosen',
      'implement inferred',
      'lead chosen',
      'implement inferred',
    ]);
  });
});

describe('texts of responsibility', () => {
  test('a leaf takes the text of the criterion above it; a blank one is told where points were lost', async () => {
    const file = await workbookFrom(
      [
        HEADER,
        ['1', 'Lĩnh vực', 4, 4, 2, -2, null, null],
        ['1.1', 'Tiêu chí', 2, 2, 1, -1, null, 'Phòng Nội vụ chủ trì'],
        ['1.1.1', 'Một', 1, 1, 0.5, -0.5, 'x', null],
        ['1.1.2', 'Hai', 1, 1, 0.5, -0.5, 'x', 'Phòng Tư pháp'],
        ['1.2', 'Ba', 1, 1, 0, -1, 'x', null],
        ['1.3', 'Bốn', 1, 1, 1, 0, null, null],
      ],
      SHEET,
    );
    const reading = await readAll(file);
    const texts = responsibleTexts(reading, SHEET);
    expect(texts.map(({ criterion, text, inherited }) => [criterion, text, inherited])).toEqual([
      ['1.1.1', 'Phòng Nội vụ chủ trì', true],
      ['1.1.2', 'Phòng Tư pháp', false],
      ['1.2', '', false],
    ]);
    const { unread } = proposeAssignments(reading, SHEET);
    expect(unread).toEqual([{ row: 5, criterion: '1.2', text: '', reason: 'blank' }]);
  });

  test('a sheet without such a column proposes nothing, and takes what is added by hand', async () => {
    const file = await workbookFrom(
      [HEADER, ...ROWS].map((row) => row.slice(0, 7)),
      SHEET,
    );
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
    await assign(file, (proposal) =>
      setRole(
        addUnit(proposal, 'Tổ Đề án 06'),
        { row: 1, criterion: '1.1', unit: 'Tổ Đề án 06' },
        'lead',
      ),
    );
    expect(await cellsIn(file, 'H1:H3')).toEqual([
      ['PHÂN CÔNG KHẮC PHỤC'],
      ['Tổ Đề án 06'],
      ['Chủ trì'],
    ]);
    expect(lines((await assign(file)).plan)).toEqual(['nothing']);
  });

  test('criteria without codes are known by their names', async () => {
    const file = await workbookFrom(
      [HEADER, ...ROWS].map((row) => row.slice(1)),
      SHEET,
    );
    const { proposal } = await assign(file, (read) =>
      setRole(read, { row: 2, criterion: 'Báo cáo', unit: 'Phòng Tư pháp' }, 'monitor'),
    );
    const { plan, reading } = await assign(file);
    expect(lines(plan)).toEqual(['nothing']);
    const { assignments } = assignmentReport(proposal, tableOf(reading, SHEET)!);
    expect(assignments).toHaveLength(5);
    expect(new Set(assignments.map(({ code }) => code))).toEqual(new Set(['']));
  });

  test('a role set on one sheet does not reach another sheet with the same codes', async () => {
    const file = await smallBook();
    const other = await workbookFrom([['PHỤ LỤC'], [], HEADER, ...ROWS], 'Khác');
    await assign(file, (proposal) =>
      setRole(proposal, { row: 3, criterion: '1.1', unit: 'Phòng Tư pháp' }, null),
    );
    const { state } = await readAll(file);
    const reading = { ...(await readAll(other)), state };
    expect(proposeAssignments(reading, 'Khác').assignments).toHaveLength(4);
    expect(proposeAssignments(await readAll(file), SHEET).assignments).toHaveLength(3);
  });
});

function writeRows(row: number, rows: (CellValue | string)[][]): Change {
  const cells = rows.map((line) => line.map((value) => ({ value })));
  return { kind: 'write', sheet: SHEET, at: { row, column: 0 }, cells };
}

async function merge(file: WorkbookFile, ...names: string[]): Promise<void> {
  const changes = names.map((name): Change => ({
    kind: 'merge',
    sheet: SHEET,
    area: parseArea(name) as Area,
  }));
  await file.apply({ changes, expects: [] });
}

test('the rows beneath the table come after the last criterion’s scale', async () => {
  const file = await workbookFrom([
    HEADER,
    ['1', 'Kế hoạch', 2, 2, 1, 1, 'Chậm', 'Phòng Nội vụ chủ trì'],
    ['a', 'Đúng hạn', 2, null, null, null, null, null],
    ['b', 'Chậm', 1, null, null, null, null, null],
  ]);
  await assign(file);
  const { values } = await sheetNow(file);
  const at = (text: string) => values.findIndex((row) => row.includes(text));
  expect(at('Số tiêu chí phụ trách')).toBeGreaterThan(at('Chậm'));
  expect(at('Số tiêu chí phụ trách')).toBe(values.findIndex((row) => row[0] === 'b') + 1);
});
