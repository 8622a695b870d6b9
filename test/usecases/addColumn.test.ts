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
import { columnLetters } from '../../src/workbook/address';
import { openSample, readAll, reopened } from '../support/files';

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
  await history.apply(planAddColumn(await readAll(file), ID, 'declared'), 'Thêm cột');
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
