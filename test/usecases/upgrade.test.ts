import type { Framework } from '../../src/domain/framework/framework';
import { withOutsideParts, type OutsideCeilings } from '../../src/domain/framework/outsideParts';
import type { Rule } from '../../src/domain/framework/rule';
import { renameUnit, setRole } from '../../src/domain/remediation/editProposal';
import { newWorkbookFile } from '../../src/hosts/file/fileHost';
import { planAssignments, proposeAssignments } from '../../src/usecases/assign';
import { planNewSheet } from '../../src/usecases/newSheet';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { partsForSheet, planAttach, planUpgrade } from '../../src/usecases/upgrade';
import { readAll } from '../support/files';
import { plainFramework } from '../support/frameworkFactory';

function version(year: number, children: [string, string, string][]): Framework {
  return plainFramework({
    id: `thu-${year}`,
    title: `Bộ chỉ số ${year}`,
    year,
    areas: [
      {
        code: '1',
        name: 'Chỉ đạo',
        max: '10',
        children: children.map(([code, name, max]) => ({ code, name, max })),
      },
    ],
  });
}

test('scores follow their criteria to the new version; the filled sheet stays; nothing is lost', async () => {
  const file = newWorkbookFile('a.xlsx');
  const old = version(2025, [
    ['1.1', 'Ban hành kế hoạch', '2'],
    ['1.2', 'Thực hiện báo cáo', '4'],
    ['1.3', 'Tuyên truyền cải cách hành chính', '4'],
  ]);
  const blank = await file.read({ sheets: 'all' });
  await file.apply(planNewSheet(blank, old, { unit: 'Xã A', period: 'năm 2025', rounds: 1 }).patch);
  const [table] = (await readAll(file)).tables;
  if (!table) throw new Error('no table');
  const scores: [number, number][] = [
    [1, 1.5],
    [2, 3],
    [3, 0.5],
  ];
  for (const [i, score] of scores) {
    file.edit(
      table.sheet,
      { row: table.rows[i]!.row, column: table.columns.self! },
      { value: score },
    );
  }
  file.edit(
    table.sheet,
    { row: table.rows[3]!.row, column: table.columns.opinion! },
    { value: '- Chưa đa dạng' },
  );
  const before = await file.read({ sheets: [table.sheet] });

  const newer = version(2026, [
    ['1.1', 'Thực hiện báo cáo', '3'],
    ['1.2', 'Ban hành kế hoạch', '2'],
    ['1.4', 'Sáng kiến', '5'],
  ]);
  const reading = await readAll(file);
  const upgrade = planUpgrade(reading, table.id, newer, { unit: 'Xã A', period: 'năm 2026' });
  expect({ ...upgrade, plan: null }).toEqual({
    plan: null,
    framework: newer,
    rulesCarried: 0,
    rulesLost: 0,
    head: { unit: 'Xã A', period: 'năm 2026' },
    hasAssignments: false,
    carried: 2,
    maxChanged: ['1.1'],
    unplaced: [{ code: '1.3', name: 'Tuyên truyền cải cách hành chính' }],
  });
  await file.apply(upgrade.plan.patch);

  const after = await readAll(file);
  expect((await file.read({ sheets: [table.sheet] })).sheets[0]).toEqual(before.sheets[0]);
  const made = after.tables.find((candidate) => candidate.sheet === 'Bảng điểm (2)');
  expect(made?.rows.map((row) => [row.code, row.figures.self?.text])).toEqual([
    ['1', '4.5'],
    ['1.1', '3'],
    ['1.2', '1.5'],
    ['1.4', ''],
  ]);
  const kept = after.snapshot.sheets.find((sheet) => sheet.name === 'Bảng điểm (2)')?.values.flat();
  expect(kept).toContain(
    '1.3 Tuyên truyền cải cách hành chính – tự đánh giá: 0.5; ý kiến: - Chưa đa dạng',
  );
  expect(after.state.framework?.year).toBe(2026);
});

test('unit and period are those of the old sheet, unless others are given', async () => {
  const file = newWorkbookFile('a.xlsx');
  const old = version(2025, [['1.1', 'Ban hành kế hoạch', '10']]);
  const blank = await file.read({ sheets: 'all' });
  const options = { unit: 'UBND xã A', period: '6 tháng đầu năm 2025', rounds: 1 as const };
  await file.apply(planNewSheet(blank, old, options).patch);
  const reading = await readAll(file);
  const { id } = reading.tables[0]!;
  const next = version(2026, [['1.1', 'Ban hành kế hoạch', '10']]);
  const head = (unit: string, period: string) =>
    planUpgrade(reading, id, next, { unit, period }).head;
  expect(head('', '')).toEqual({ unit: 'UBND XÃ A', period: '6 tháng đầu năm 2025' });
  expect(head('Xã B', 'năm 2026')).toEqual({ unit: 'Xã B', period: 'năm 2026' });
  await file.apply(planUpgrade(reading, id, next, { unit: '', period: 'năm 2026' }).plan.patch);
  expect((await readAll(file)).tables[1]?.title?.slice(0, 2)).toEqual([
    'UBND XÃ A',
    'BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026',
  ]);
});

test('what was decided about units holds for the new sheet, its columns are made anew', async () => {
  const file = newWorkbookFile('a.xlsx');
  const old = version(2025, [
    ['1.1', 'Ban hành kế hoạch', '4'],
    ['1.2', 'Thực hiện báo cáo', '6'],
  ]);
  for (const node of old.areas[0]!.children!) node.responsible = 'Phòng Nội vụ; Phòng Tài chính';
  const blank = await file.read({ sheets: 'all' });
  await file.apply(planNewSheet(blank, old, { unit: '', period: '', rounds: 1 }).patch);
  const first = await readAll(file);
  const { id, sheet, rows, columns } = first.tables[0]!;
  for (const row of rows.slice(1))
    file.edit(sheet, { row: row.row, column: columns.appraised1! }, { value: 1 });
  const scored = await readAll(file);
  const proposal = proposeAssignments(scored, id);
  const lead = proposal.assignments.find(({ criterion }) => criterion === '1.2')!;
  const renamed = renameUnit(setRole(proposal, lead, 'lead'), 'Phòng Tài chính', 'Phòng Kinh tế');
  await file.apply(planAssignments(scored, id, renamed).patch);
  const reading = await readAll(file);
  const next = version(2026, [
    ['1.1', 'Đối thoại', '2'],
    ['1.2', 'Ban hành kế hoạch', '4'],
    ['1.3', 'Thực hiện báo cáo', '4'],
  ]);
  const upgrade = planUpgrade(reading, id, next, { unit: '', period: '' });
  expect(upgrade.hasAssignments).toBe(true);
  await file.apply(upgrade.plan.patch);
  const after = await readAll(file);
  expect(
    proposeAssignments(after, after.tables[1]!.id).assignments.map((one) =>
      [one.criterion, one.unit, one.role, one.certainty].join(' '),
    ),
  ).toEqual([
    '1.2 Phòng Nội vụ implement inferred',
    '1.2 Phòng Kinh tế implement inferred',
    '1.3 Phòng Nội vụ lead chosen',
    '1.3 Phòng Kinh tế implement inferred',
  ]);
});

describe('what the older framework has of its own', () => {
  const children: [string, string, string][] = [
    ['1.1', 'Ban hành kế hoạch', '4'],
    ['1.2', 'Thực hiện báo cáo', '6'],
  ];
  const newer = version(2026, children);

  /** A sheet of the older version with every appraised score at these figures, by code or name. */
  async function filled(
    older: Framework,
    scores: Record<string, number>,
    outside: OutsideCeilings = {},
  ) {
    const file = newWorkbookFile('a.xlsx');
    const options = { unit: '', period: '', rounds: 1 as const, outside };
    await file.apply(planNewSheet(await file.read({ sheets: 'all' }), older, options).patch);
    const table = (await readAll(file)).tables[0]!;
    for (const row of table.rows) {
      const value = scores[row.code || row.name];
      if (value === undefined) continue;
      const at = { row: row.row, column: table.columns.appraised1! };
      file.edit(table.sheet, at, { value });
    }
    return file;
  }
  const scores = { '1.1': 4, '1.2': 5, 'Điểm thưởng': 1.5, 'Điểm phạt': 0.5 };

  test.each<[string, Framework, OutsideCeilings, string[]]>([
    ['goes along', newer, {}, ['2', '1']],
    ['yields to the newer one', withOutsideParts(newer, { bonus: '3' }), {}, ['3', '1']],
    ['yields to what is typed', newer, { penalty: '1.5' }, ['2', '1.5']],
  ])('%s: bonus and penalty', async (_, next, typed, ceilings) => {
    const file = await filled(version(2025, children), scores, { bonus: '2', penalty: '1' });
    const reading = await readAll(file);
    const upgrade = planUpgrade(reading, reading.tables[0]!.id, next, {
      ...{ unit: '', period: '', outside: typed },
    });
    expect([upgrade.carried, upgrade.unplaced]).toEqual([4, []]);
    await file.apply(upgrade.plan.patch);
    const after = await readAll(file);
    const [, made] = after.tables;
    expect(
      made?.rows.flatMap(({ name, outside, figures }) =>
        outside ? [[name, figures.max?.text, figures.appraised1?.text]] : [],
      ),
    ).toEqual(
      expect.arrayContaining([
        ['Điểm thưởng', ceilings[0], '1.5'],
        ['Điểm phạt', ceilings[1], '0.5'],
      ]),
    );
    const report = checkWorkbook(after)[1]!;
    expect(report.summary.index?.toFixed(2)).toBe('100.00');
    expect(after.state.framework).toEqual(upgrade.framework);
    // Again, there is nothing more to carry.
    const again = planUpgrade(after, made!.id, next, { unit: '', period: '', outside: typed });
    expect(again.framework).toEqual(upgrade.framework);
  });

  test.each<[string, Framework | null]>([
    ['carries no framework', null],
    ['carries one without them', version(2025, children)],
  ])('goes along by the rows of the sheet where the file %s', async (_, framework) => {
    const file = await filled(version(2025, children), scores, { bonus: '2', penalty: '1' });
    const read = await readAll(file);
    const reading = { ...read, state: { ...read.state, framework } };
    const id = reading.tables[0]!.id;
    const upgrade = planUpgrade(reading, id, newer, { unit: '', period: '' });
    expect([upgrade.carried, upgrade.unplaced, upgrade.rulesLost]).toEqual([4, [], 0]);
    expect(partsForSheet(reading, id, newer)?.framework).toEqual(upgrade.framework);
    expect(upgrade.framework.areas.slice(1).map(({ name, rule }) => [name, rule])).toEqual([
      ['Điểm thưởng', { kind: 'outside', sign: 'bonus', ceiling: '2' }],
      ['Điểm phạt', { kind: 'outside', sign: 'penalty', ceiling: '1' }],
    ]);
  });

  test('goes along though its code is taken, or it stood under a criterion', async () => {
    const older = version(2025, children);
    const bonus = (code: string, name: string): Framework['areas'][number] => ({
      ...{ code, name, max: '1' },
      rule: { kind: 'outside', sign: 'bonus', ceiling: '1' },
    });
    older.areas[0]!.children!.push(bonus('1.3', 'Sáng kiến'));
    older.areas.push({
      code: '2',
      name: 'Điểm thưởng',
      max: '1',
      children: [bonus('2.1', 'Mô hình')],
    });
    const next = version(2026, [...children, ['1.3', 'Tuyên truyền', '2']]);
    next.areas[0]!.max = '12';
    next.areas.push({ code: '2', name: 'Thể chế', max: '1' });
    const file = await filled(older, { '1.1': 4, '1.2': 6, '1.3': 0.5, '2.1': 1 });
    const reading = await readAll(file);
    const { plan, carried } = planUpgrade(reading, reading.tables[0]!.id, next, {
      ...{ unit: '', period: '' },
    });
    expect(carried).toBe(4);
    await file.apply(plan.patch);
    const [, made] = (await readAll(file)).tables;
    expect(
      made?.rows
        .slice(-2)
        .map((row) => [row.code, row.name, row.outside, row.figures.appraised1?.text]),
    ).toEqual([
      ['', 'Điểm thưởng: Sáng kiến', 'bonus', '0.5'],
      ['', 'Điểm thưởng: Mô hình', 'bonus', '1'],
    ]);
  });

  test('rules go with criteria that are the same; the others are counted', async () => {
    const older = version(2025, [...children, ['1.3', 'Tuyên truyền', '1'], ['1.4', 'Họp', '1']]);
    const next = version(2026, [...children, ['1.3', 'Tuyên truyền', '1']]);
    const rules: Rule[] = [
      { kind: 'linear' },
      { kind: 'allOrNothing' },
      { kind: 'minus', each: '0.5' },
      { kind: 'linear' },
    ];
    older.areas[0]!.children!.forEach((node, i) => (node.rule = rules[i]!));
    next.areas[0]!.children![1]!.method = 'Cách tính khác';
    next.areas[0]!.children![2]!.rule = { kind: 'survey' };
    const before = JSON.stringify(next);
    const file = await filled(older, { '1.1': 4 });
    const reading = await readAll(file);
    const { id } = reading.tables[0]!;
    const upgrade = planUpgrade(reading, id, next, { unit: '', period: '' });
    expect([upgrade.rulesCarried, upgrade.rulesLost]).toEqual([1, 2]);
    expect(upgrade.framework.areas[0]!.children!.map(({ rule }) => rule?.kind)).toEqual([
      'linear',
      undefined,
      'survey',
    ]);
    expect(JSON.stringify(next)).toBe(before);
    await file.apply(planAttach(reading, id, next).patch);
    expect((await readAll(file)).state.framework).toEqual(upgrade.framework);
  });

  test('a rule goes with a criterion that only has another code', async () => {
    const older = version(2025, [...children, ['1.3', 'Họp', '1'], ['1.4', 'Tập huấn', '1']]);
    const next = version(2026, [
      ...children,
      ['1.3', 'Đối thoại', '2'],
      ['1.4', 'Họp', '1'],
      ['1.5', 'Tập huấn', '2'],
    ]);
    for (const node of older.areas[0]!.children!.slice(2)) node.rule = { kind: 'linear' };
    const reading = await readAll(await filled(older, { '1.1': 4 }));
    const { framework, rulesCarried, rulesLost } = planUpgrade(
      reading,
      reading.tables[0]!.id,
      next,
      { unit: '', period: '' },
    );
    expect([rulesCarried, rulesLost]).toEqual([1, 1]);
    expect(framework.areas[0]!.children!.map(({ rule }) => rule?.kind)).toEqual([
      ...[undefined, undefined, undefined, 'linear', undefined],
    ]);
  });

  test('attached, it keeps the parts that the sheet has rows for', async () => {
    const file = await filled(version(2025, children), scores, { bonus: '2' });
    const reading = await readAll(file);
    const both = withOutsideParts(version(2025, children), { bonus: '2', penalty: '1' });
    const { id } = reading.tables[0]!;
    const state = { ...reading.state, framework: both };
    expect(partsForSheet({ ...reading, state }, id, newer)?.framework).toEqual(
      withOutsideParts(newer, { bonus: '2' }),
    );
  });
});
