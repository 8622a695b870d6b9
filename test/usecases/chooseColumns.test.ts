/** Correcting what a column was taken for: remembered by table, and nothing else is touched. */
import { proposeAssignments } from '../../src/usecases/assign';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import {
  columnOptions,
  planColumnChoices,
  type ColumnChanges,
} from '../../src/usecases/chooseColumns';
import { builtInFrameworks } from '../../src/usecases/frameworks';
import { readSnapshot, type WorkbookReading } from '../../src/usecases/readWorkbook';
import { emptyState, STATE_SHEET, stateText, type WorkbookState } from '../../src/workbook/state';
import { copyOf } from '../support/fakeHost';
import { sampleReading } from '../support/sample';
import { sheetOfRows, workbookOf } from '../support/snapshots';

const ID = 'Phụ lục';

function withState(reading: WorkbookReading, state: WorkbookState): WorkbookReading {
  return readSnapshot({ ...reading.snapshot, state: stateText(state) });
}

/** As the workbook is read once the plan was carried out. */
function after(reading: WorkbookReading, changes: ColumnChanges): WorkbookReading {
  const { patch } = planColumnChoices(reading, ID, changes);
  const [text = null] = patch.changes.map((change) =>
    change.kind === 'remember' ? change.text : null,
  );
  return readSnapshot({ ...reading.snapshot, state: text });
}

test('a choice wins over the header, and is taken back', () => {
  const reading = sampleReading();
  const before = reading.tables[0]!.columns;
  const chosen = after(reading, { explanation: before.opinion! });
  expect(chosen.tables[0]!.columns).toMatchObject({ explanation: before.opinion });
  expect(chosen.tables[0]!.columns.opinion).toBeUndefined();
  expect(after(chosen, { explanation: null }).tables[0]!.columns).toEqual(before);
});

test('that the table has no such column is remembered, and taken back', () => {
  const reading = sampleReading();
  const before = reading.tables[0]!.columns;
  const denied = after(reading, { self: 'none' });
  expect(denied.tables[0]!.columns.self).toBeUndefined();
  expect(denied.tables[0]!.deniedColumns).toEqual(['self']);
  expect(denied.tables[0]!.columnReadings.map(({ role }) => role)).not.toContain('self');
  const more = after(denied, { explanation: before.opinion! });
  expect(more.tables[0]!.columns).toMatchObject({ explanation: before.opinion });
  expect(more.tables[0]!.deniedColumns).toEqual(['self']);
  expect(after(more, { self: null, explanation: null }).tables[0]!.columns).toEqual(before);
  // Given a column again, it is denied no more.
  const given = after(denied, { self: before.self! }).tables[0]!;
  expect([given.columns.self, given.deniedColumns]).toEqual([before.self, undefined]);
});

test.each(['name', 'max'] as const)('there is no table without the column of %s', (role) => {
  expect(planColumnChoices(sampleReading(), ID, { [role]: 'none' })).toMatchObject({
    patch: { changes: [] },
    lines: [{ code: 'needsNameAndMax' }],
  });
});

test('a column chosen for another role leaves the one chosen before', () => {
  const reading = sampleReading();
  const column = reading.tables[0]!.columns.opinion!;
  const chosen = after(after(reading, { explanation: column }), { note: column });
  expect(chosen.tables[0]!.columns.note).toBe(column);
  expect(Object.keys(chosen.state.columnChoices[ID]!)).toEqual(['note']);
});

test('a choice stays with its column when columns come and go', () => {
  const rows = (extra: string[]) => [
    ['STT', 'Tiêu chí', ...extra, 'Điểm chuẩn', 'Điểm', 'Điểm', 'Ghi chú'],
    ['1', 'CHỈ ĐẠO ĐIỀU HÀNH', ...extra.map(() => ''), 3, 2, 1, ''],
    ['1.1', 'Kế hoạch cải cách hành chính', ...extra.map(() => ''), 2, 1, 1, ''],
    ['1.2', 'Báo cáo cải cách hành chính', ...extra.map(() => ''), 1, 1, 0, ''],
  ];
  const read = (extra: string[], state: string | null) =>
    readSnapshot({ ...workbookOf([sheetOfRows(rows(extra), { name: ID })]), state });
  const { state } = after(read([], null), { self: 3, appraised1: 4, explanation: 5 });
  const columns = (extra: string[], text = stateText(state)) =>
    read(extra, text).tables[0]!.columns;
  expect(columns([])).toMatchObject({ self: 3, appraised1: 4, explanation: 5 });
  expect(columns(['Cách tính'])).toMatchObject({ max: 3, self: 4, appraised1: 5, explanation: 6 });
  // A file of an earlier version knew the place only.
  const old = stateText(state).replace(
    /\{"column":(\d+),"header":"[^"]*","nth":\d+,"of":\d+\}/g,
    '$1',
  );
  expect(old).toContain('"explanation":5');
  expect(columns([], old)).toMatchObject({ self: 3, appraised1: 4, explanation: 5 });
});

test('of two columns with one header, one that is gone leaves neither role a guess', () => {
  const rows = (scores: number) => [
    ['STT', 'Tiêu chí', 'Điểm chuẩn', ...Array<string>(scores).fill('Kết quả')],
    ['1', 'CHỈ ĐẠO ĐIỀU HÀNH', 3, ...Array<number>(scores).fill(2)],
    ['1.1', 'Kế hoạch cải cách hành chính', 2, ...Array<number>(scores).fill(1)],
    ['1.2', 'Báo cáo cải cách hành chính', 1, ...Array<number>(scores).fill(1)],
  ];
  const read = (scores: number, state: string | null) =>
    readSnapshot({ ...workbookOf([sheetOfRows(rows(scores), { name: ID })]), state });
  const { state } = after(read(2, null), { self: 3, appraised1: 4 });
  const chosen = (scores: number) =>
    read(scores, stateText(state)).tables[0]!.columnReadings.filter((one) => one.chosen);
  expect(chosen(2).map(({ role, column }) => [role, column])).toEqual([
    ['self', 3],
    ['appraised1', 4],
  ]);
  expect(chosen(1)).toEqual([]);
  expect(chosen(3)).toEqual([]);
});

test('a choice that would leave no table is not taken', () => {
  const reading = sampleReading();
  const { columns } = reading.tables[0]!;
  const { patch, lines } = planColumnChoices(reading, ID, {
    note: columns.name!,
    opinion: columns.max!,
  });
  expect(patch.changes).toEqual([]);
  expect(lines.map(({ code }) => code)).toEqual(['needsNameAndMax']);
});

test('a choice whose header is gone is no choice', () => {
  const reading = sampleReading();
  const column = reading.tables[0]!.columns.opinion!;
  const chosen = after(reading, { explanation: column });
  const snapshot = copyOf(chosen.snapshot);
  snapshot.sheets[0]!.values[2]![column] = 'Họ và tên thẩm định viên';
  expect(readSnapshot(snapshot).tables[0]!.columns.explanation).toBeUndefined();
});

test('only the hidden sheet is written; the same choice again changes nothing', () => {
  const reading = sampleReading();
  const changes = { note: reading.tables[0]!.columns.opinion! };
  const { patch } = planColumnChoices(reading, ID, changes);
  expect(new Set(patch.changes.map(({ sheet }) => sheet))).toEqual(new Set([STATE_SHEET]));
  expect(planColumnChoices(after(reading, changes), ID, changes).patch.changes).toEqual([]);
  expect(() => planColumnChoices(reading, 'no such table', changes)).toThrow('no score table');
});

test('columns to choose from carry their headers', () => {
  const options = columnOptions(sampleReading(), ID);
  expect(options).toHaveLength(8);
  expect(options[2]).toEqual({ column: 2, header: 'ĐIỂM CHUẨN' });
});

test('a framework of null holds against none; left out, against what the file carries', () => {
  const issued = builtInFrameworks()[0]!;
  // Its first criterion has another max than the sheet: only held against it is the sheet wrong.
  const [area, ...others] = issued.areas;
  const [node, ...siblings] = area!.children!;
  const framework = {
    ...issued,
    areas: [{ ...area!, children: [{ ...node!, max: '3' }, ...siblings] }, ...others],
  };
  const plain = sampleReading();
  const carrying = withState(plain, { ...emptyState, framework });
  const codes = (reading: WorkbookReading, options = {}) =>
    checkWorkbook(reading, options)[0]!.findings.map(({ code }) => code);
  expect(codes(carrying, { framework: null })).toEqual(codes(plain));
  expect(codes(carrying)).toEqual(codes(plain, { framework }));
  expect(codes(carrying)).toContain('max-differs-from-framework');
  expect(codes(plain)).not.toContain('max-differs-from-framework');
});

test('the second table of a sheet has assignments of its own', () => {
  // Other columns: a header of the same ones would go on with the table above.
  const table = (scores: string[], unit: string) => [
    ['STT', 'Tiêu chí', 'Điểm chuẩn', ...scores, 'Đơn vị chịu trách nhiệm'],
    ['1', 'CHỈ ĐẠO ĐIỀU HÀNH', 3, ...scores.map(() => 2), ''],
    ['1.1', 'Kế hoạch cải cách hành chính', 2, ...scores.map(() => 1), unit],
    ['1.2', 'Báo cáo cải cách hành chính', 1, ...scores.map(() => 1), unit],
  ];
  const rows = [
    ...table(['Điểm thẩm định'], 'Phòng Nội vụ'),
    [],
    ['BẢNG SỐ HAI'],
    ...table(['Điểm tự đánh giá', 'Điểm thẩm định'], 'Phòng Tư pháp'),
  ];
  const reading = readSnapshot(workbookOf([sheetOfRows(rows, { name: 'A' })]));
  expect(reading.tables).toHaveLength(2);
  const units = reading.tables.map(({ id }) => proposeAssignments(reading, id).units[0]?.name);
  expect(units).toEqual(['Phòng Nội vụ', 'Phòng Tư pháp']);
});
