/** Further columns in a table that somebody made: where they stand, what they start with, and the way back. */
import { lackingColumns, planAddColumn } from '../../src/usecases/addColumn';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { createHistory } from '../../src/usecases/history';
import { expectedScores } from '../../src/usecases/expectedScores';
import { extraColumns } from '../../src/usecases/newSheet';
import { readWorkbook } from '../../src/usecases/readWorkbook';
import { builtInFramework } from '../../src/usecases/frameworks';
import { planCarriedFramework } from '../../src/usecases/rules';
import { scoredCriteria } from '../../src/domain/framework/editRules';
import { planDeductions } from '../../src/usecases/deduct';
import { columnLetters, parseArea } from '../../src/workbook/address';
import type { Change } from '../../src/workbook/patch';
import { openSample, readAll, reopened, workbookFrom, type FileCell } from '../support/files';

const ID = 'Phụ lục';

async function added(...roles: (typeof extraColumns)[number][]) {
  const file = await openSample();
  for (const role of roles) await file.apply(planAddColumn(await readAll(file), ID, role).patch);
  return readAll(await reopened(file));
}

test.each([
  ['assessment', 'D'],
  ['method', 'D'],
  ['declared', 'D'],
  ['evidence', 'D'],
  ['explanation', 'H'],
] as const)('%s stands in column %s, and is recognised there', async (role, letters) => {
  const before = (await readAll(await openSample())).tables[0]!;
  const [table] = (await added(role)).tables;
  expect(columnLetters(table!.columns[role]!)).toBe(letters);
  const figures = ({ rows }: typeof before) =>
    rows.map(({ code, figures: own }) => [
      code,
      own.max?.points?.toString(),
      own.self?.points?.toString(),
      own.appraised1?.points?.toString(),
      own.deduction?.points?.toString(),
    ]);
  expect(figures(table!)).toEqual(figures(before));
});

test('all five stand in the order of a new sheet, each once', async () => {
  const reading = await added(...extraColumns);
  const { columns } = reading.tables[0]!;
  const order = ['max', 'assessment', 'method', 'declared', 'evidence', 'self'] as const;
  expect(order.map((role) => columns[role])).toEqual([2, 3, 4, 5, 6, 7]);
  expect(columns.explanation).toBe(columns.opinion! + 1);
  expect(lackingColumns(reading.tables[0]!)).toEqual([]);
  const again = planAddColumn(reading, ID, 'declared');
  expect(again.patch.changes).toEqual([]);
  expect(again.lines).toEqual([{ code: 'nothing', params: { sheet: ID } }]);
});

test('no finding comes of it, and undo brings the sheet back cell for cell', async () => {
  const file = await openSample();
  const before = await file.read({ sheets: 'all' });
  const codes = async () => checkWorkbook(await readAll(file))[0]!.findings.map(({ code }) => code);
  const first = await codes();
  const history = createHistory(file);
  const reading = await readAll(file);
  await history.apply(planAddColumn(reading, ID, 'declared'), 'Thêm cột', reading.snapshot);
  expect(await codes()).toEqual(first);
  await history.undo();
  expect(await file.read({ sheets: 'all' })).toEqual(before);
});

test('a criterion out of the period leaves the base', async () => {
  const file = await openSample();
  await file.apply(planAddColumn(await readAll(file), ID, 'assessment').patch);
  const reading = await readAll(file);
  const [table] = reading.tables;
  const leaf = table!.rows.find(({ code }) => code === '1.1.3')!;
  await file.apply({
    changes: [
      {
        kind: 'write',
        sheet: ID,
        at: { row: leaf.row, column: table!.columns.assessment! },
        cells: [[{ value: 'Không áp dụng' }]],
      },
    ],
    expects: [],
  });
  const rows = (await readAll(file)).tables[0]!.rows;
  expect(rows.find(({ code }) => code === '1.1.3')!.assessment).toBe('notApplicable');
  expect(rows.filter(({ assessment }) => assessment !== 'assessed')).toHaveLength(1);
});

test('what the carried framework says of a criterion is written beside it', async () => {
  const file = await openSample();
  const plain = builtInFramework('quang-tri-1325-huyen-2023')!;
  const framework = structuredClone(plain);
  const node = scoredCriteria(framework).find(({ node: { code } }) => code === '1.1.3')!.node;
  node.method = 'Tính theo tỷ lệ nhiệm vụ hoàn thành: (b/a) × điểm tối đa.';
  await file.apply(planCarriedFramework(await readAll(file), framework).patch);
  await file.apply(planAddColumn(await readAll(file), ID, 'method').patch);
  const { tables } = await readWorkbook(file, { sheets: 'all' });
  const filled = tables[0]!.rows.filter(({ texts }) => (texts.method?.text ?? '') !== '');
  expect(filled.map(({ code, texts }) => [code, texts.method?.text])).toEqual([
    ['1.1.3', node.method],
  ]);
});

test('a framework of other criteria says nothing of the rows, whatever their codes', async () => {
  const file = await openSample();
  const framework = structuredClone(builtInFramework('quang-tri-1325-huyen-2023')!);
  const nodes = scoredCriteria(framework).map(({ node }) => node);
  nodes.forEach((node, i) => {
    node.method = 'Cách tính của bộ khác';
    node.rule = { kind: 'allOrNothing' };
    node.name = `Tiêu chí ngành ${i} về nông nghiệp, thủy sản`;
  });
  await file.apply(planCarriedFramework(await readAll(file), framework).patch);
  const reading = await readAll(file);
  for (const role of ['method', 'declared'] as const) {
    const { changes } = planAddColumn(reading, ID, role).patch;
    const kinds = changes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'validation')).toEqual([]);
    expect(kinds.filter((kind) => kind === 'write')).toHaveLength(1);
  }
  expect(expectedScores(reading.tables[0]!, framework)).toEqual([]);
  nodes.forEach((node, i) => {
    node.name = scoredCriteria(builtInFramework('quang-tri-1325-huyen-2023')!)[i]!.node.name;
  });
  expect(expectedScores(reading.tables[0]!, framework).length).toBeGreaterThan(10);
});

test('a table that is not there is a bug of the caller', async () => {
  const reading = await readAll(await openSample());
  expect(() => planAddColumn(reading, 'Trang khác', 'declared')).toThrow('no score table');
});

test('where a rule takes one of a few answers, the new cell offers them', async () => {
  const file = await openSample();
  const framework = structuredClone(builtInFramework('quang-tri-1325-huyen-2023')!);
  const nodeOf = (code: string) =>
    scoredCriteria(framework).find(({ node }) => node.code === code)!.node;
  nodeOf('1.1.3').rule = { kind: 'linear' };
  nodeOf('1.4.1').rule = { kind: 'allOrNothing' };
  await file.apply(planCarriedFramework(await readAll(file), framework).patch);
  const reading = await readAll(file);
  const { changes } = planAddColumn(reading, ID, 'declared').patch;
  const offers = changes.flatMap((change) => (change.kind === 'validation' ? [change] : []));
  const leaf = reading.tables[0]!.rows.find(({ code }) => code === '1.4.1')!;
  expect(offers).toHaveLength(1);
  expect(offers[0]!.area).toEqual({ top: leaf.row, bottom: leaf.row, left: 3, right: 3 });
  expect(offers[0]!.rule).toMatchObject({ kind: 'list', values: ['Có', 'Không', 'Không áp dụng'] });
});

describe('a header that page breaks repeat', () => {
  const CAPTIONS = [
    ['STT', 'Tiêu chí', 'Điểm', null, null, 'Ý kiến'],
    [null, null, 'Điểm chuẩn', 'Tự đánh giá', 'Thẩm định', null],
  ];
  const NUMBERS = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'];
  const MERGES = ['A1:A2', 'B1:B2', 'C1:E1', 'F1:F2', 'A7:A8', 'B7:B8', 'C7:E7', 'F7:F8'];

  async function sheetOver(numbers: (string | null)[][]) {
    const rows: FileCell[][] = [
      ...CAPTIONS,
      ...numbers,
      ['1', 'Chỉ đạo', 6, 5, 4],
      ['1.1', 'Kế hoạch', 2, 2, 1],
      ['1.2', 'Báo cáo', 4, 3, 3],
      ...(numbers.length === 0 ? [[]] : []),
      ...CAPTIONS,
      ...numbers,
      ['2', 'Thể chế', 5, 5, 4],
      ['2.1', 'Rà soát', 5, 5, 4],
    ];
    const file = await workbookFrom(rows);
    const changes = MERGES.map((name): Change => ({
      kind: 'merge',
      sheet: 'Bảng điểm',
      area: parseArea(name)!,
    }));
    await file.apply({ changes, expects: [] });
    const { tables } = await readAll(file);
    expect(tables).toHaveLength(1);
    expect(tables[0]!.repeatedHeaders).toEqual([{ first: 6, last: 7 + numbers.length }]);
    return file;
  }

  test.each([
    ['without column numbers', []],
    ['with column numbers', [NUMBERS]],
  ])('gets the new caption everywhere, %s: the table stays one', async (_, numbers) => {
    for (const role of extraColumns) {
      const file = await sheetOver(numbers);
      await file.apply(planAddColumn(await readAll(file), 'Bảng điểm', role).patch);
      const { tables, snapshot } = await readAll(await reopened(file));
      expect(tables).toHaveLength(1);
      const [table] = tables;
      const column = table!.columns[role]!;
      expect(table!.rows.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
      const { values, merges } = snapshot.sheets[0]!;
      const captions = values.flatMap((row, i) => (typeof row[column] === 'string' ? [i] : []));
      const isInGroup = column > 2 && column < 6;
      expect([role, captions]).toEqual([role, isInGroup ? [1, 7] : [0, 6]]);
      const own = merges.filter(({ left, right }) => left === column && right === column);
      expect(own).toHaveLength(isInGroup ? 0 : 2);
      if (numbers.length > 0)
        expect([2, 8].map((row) => values[row]!.filter((value) => value !== null))).toEqual([
          NUMBERS,
          NUMBERS,
        ]);
    }
  });

  test('the deduction column does too', async () => {
    const file = await sheetOver([NUMBERS]);
    const plan = planDeductions(await readAll(file), 'Bảng điểm', {
      base: null,
      liveFormulas: false,
    });
    await file.apply(plan.patch);
    const { tables } = await readAll(await reopened(file));
    expect(tables).toHaveLength(1);
    expect(tables[0]!.rows.map(({ figures }) => figures.deduction?.points?.toString())).toEqual([
      '-2',
      '-1',
      '-1',
      '-1',
      '-1',
    ]);
    expect(tables[0]!.summaryRows.map(({ kind }) => kind)).toEqual(['total', 'base', 'index']);
  });
});
