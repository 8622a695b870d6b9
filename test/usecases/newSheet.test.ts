import { checkFramework } from '../../src/domain/framework/checkFramework';
import { frameworkTotal } from '../../src/domain/framework/framework';
import { points, pointsText, sumPoints } from '../../src/domain/points';
import { assessedLeaves } from '../../src/domain/scoring/summary';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { builtInFrameworks } from '../../src/usecases/frameworks';
import { createHistory } from '../../src/usecases/history';
import { freeName, planNewSheet, type NewSheetOptions } from '../../src/usecases/newSheet';
import { aloneInFile } from '../../src/usecases/plan';
import type { WorkbookReading } from '../../src/usecases/readWorkbook';
import { newWorkbookFile } from '../../src/hosts/file/fileHost';
import { readAll, reopened, openSample } from '../support/files';
import { plainFramework } from '../support/frameworkFactory';

const options = { unit: 'UBND xã Đồng Tâm', period: 'năm 2026', rounds: 1 as const };

describe.each(builtInFrameworks().map((framework) => [framework.id, framework] as const))(
  '%s',
  (_, framework) => {
    test.each([1, 2] as const)(
      'becomes a sheet that reads back as itself, with %d round(s)',
      async (rounds) => {
        const file = newWorkbookFile('a.xlsx');
        await file.apply(
          planNewSheet(await file.read({ sheets: 'all' }), framework, { ...options, rounds }).patch,
        );
        const reading = await readAll(await reopened(file));
        expect(reading.state.framework).toEqual(framework);
        const [table] = reading.tables;
        if (!table) throw new Error('not recognised');
        expect(Object.keys(table.columns)).toEqual(
          expect.arrayContaining([
            'code',
            'name',
            'max',
            'self',
            'appraised1',
            'deduction',
            'opinion',
            'responsible',
          ]),
        );
        expect(table.columns.appraised2 !== undefined).toBe(rounds === 2);
        const declared = sumPoints(
          framework.areas
            .filter((area) => area.max !== null)
            .map((area) => points(area.max ?? '0')),
        );
        const [report] = checkWorkbook(reading);
        if (framework.areas.every((area) => area.max !== null)) {
          expect(report?.summary.max && pointsText(report.summary.max)).toBe(pointsText(declared));
        }
        expect(report?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(assessedLeaves(table).every((row) => row.figures.deduction?.formula)).toBe(true);
        for (const area of framework.areas) {
          expect(table.rows.find((row) => row.code === area.code && row.level === 0)?.name).toBe(
            area.name || '(Tên lĩnh vực chưa có trong nguồn)',
          );
        }
      },
    );
  },
);

test('it touches no other sheet, and undo takes the new one away again', async () => {
  const file = await openSample();
  const before = await file.read({ sheets: 'all' });
  const history = createHistory(file);
  const [framework] = builtInFrameworks();
  if (!framework) throw new Error('no framework');
  await history.apply(planNewSheet(before, framework, options), 'Nạp khung', before);
  const now = await file.read({ sheets: 'all' });
  expect(now.sheets[0]).toEqual(before.sheets[0]);
  expect(now.sheetNames).toEqual(['Phụ lục', 'Bảng điểm', '_CCHC']);
  expect(await history.undo()).toEqual({ done: true, label: 'Nạp khung' });
  expect(await file.read({ sheets: 'all' })).toEqual(before);
});

test('in a workbook just begun it stands alone, and undo brings the empty sheet back', async () => {
  const file = newWorkbookFile('a.xlsx');
  const before = await file.read({ sheets: 'all' });
  const history = createHistory(file);
  const [framework] = builtInFrameworks();
  const plan = aloneInFile(planNewSheet(before, framework!, options), before);
  await history.apply(plan, 'Nạp khung', before);
  expect((await file.read({ sheets: 'all' })).sheetNames).toEqual(['Bảng điểm', '_CCHC']);
  expect(await history.undo()).toEqual({ done: true, label: 'Nạp khung' });
  expect(await file.read({ sheets: 'all' })).toEqual(before);
  const written = await openSample();
  const snapshot = await written.read({ sheets: 'all' });
  const beside = planNewSheet(snapshot, framework!, options);
  expect(aloneInFile(beside, snapshot)).toEqual(beside);
});

test('undo that would take away a score asks first', async () => {
  const file = newWorkbookFile('a.xlsx');
  const history = createHistory(file);
  const [framework] = builtInFrameworks();
  if (!framework) throw new Error('no framework');
  const before = await file.read({ sheets: 'all' });
  await history.apply(planNewSheet(before, framework, options), 'Nạp khung', before);
  file.edit('Bảng điểm', { row: 6, column: 3 }, { value: 1.5 });
  expect(await history.undo()).toEqual({
    done: false,
    edited: [{ sheet: 'Bảng điểm', cell: 'D7' }],
    canForce: true,
  });
  expect((await file.read({ sheets: 'all' })).sheetNames).toContain('Bảng điểm');
  expect(await history.undo({ force: true })).toMatchObject({ done: true });
  expect((await file.read({ sheets: 'all' })).sheetNames).not.toContain('Bảng điểm');
});

test('a taken name gets a number', () => {
  expect(freeName(['bảng điểm', 'Bảng điểm (2)'], 'Bảng điểm')).toBe('Bảng điểm (3)');
});

test('the column for declared figures offers the answers that a rule takes', () => {
  const framework = plainFramework({
    areas: [
      {
        code: '1',
        name: 'Chỉ đạo, điều hành',
        max: '3',
        children: [
          { code: '1.1', name: 'Ban hành kế hoạch', max: '1', rule: { kind: 'allOrNothing' } },
          { code: '1.2', name: 'Nhiệm vụ hoàn thành', max: '2', rule: { kind: 'linear' } },
        ],
      },
    ],
  });
  const empty = { sheets: [], sheetNames: [], activeSheet: '', state: null };
  const { patch } = planNewSheet(empty, framework, { ...options, extras: ['declared'] });
  const offered = patch.changes.flatMap((change) =>
    change.kind === 'validation' && change.rule?.kind === 'list' ? [change.rule.values] : [],
  );
  expect(offered).toEqual([['Có', 'Không', 'Không áp dụng']]);
});

describe('beyond the scale', () => {
  const framework = plainFramework({
    total: '10',
    areas: [
      {
        code: '1',
        name: 'Chỉ đạo',
        max: '6',
        children: [{ code: '1.1', name: 'Kế hoạch', max: '6' }],
      },
      {
        code: '2',
        name: 'Điều tra xã hội học',
        max: '4',
        survey: true,
        children: [{ code: '2.1', name: 'Mức độ hài lòng', max: '4' }],
      },
    ],
  });

  async function read(more: Partial<NewSheetOptions>) {
    const file = newWorkbookFile('a.xlsx');
    const plan = planNewSheet(await file.read({ sheets: 'all' }), framework, {
      ...options,
      ...more,
    });
    await file.apply(plan.patch);
    return { plan, reading: await readAll(await reopened(file)) };
  }
  const summaryOf = (reading: WorkbookReading) => {
    const { max, base } = checkWorkbook(reading)[0]!.summary;
    return [max, base].map((figure) => figure && pointsText(figure));
  };

  test('bonus and penalty have rows of their own, and are no part of the base', async () => {
    const { plan, reading } = await read({ outside: { bonus: '2', penalty: '1.5' } });
    expect(plan.lines[0]?.params['max']).toBe('10');
    const rows = reading.tables[0]!.rows.filter(({ outside }) => outside !== undefined);
    expect(rows.map((row) => [row.name, row.outside, row.figures.max?.points?.toString()])).toEqual(
      [
        ['Điểm thưởng', 'bonus', '2'],
        ['Điểm phạt', 'penalty', '1.5'],
      ],
    );
    expect(summaryOf(reading)).toEqual(['10', '10']);
    expect(checkWorkbook(reading)[0]!.findings.map(({ code }) => code)).toEqual([
      'scores-not-entered',
    ]);
    // They travel with the framework, whose total is the decision's still.
    expect(reading.state.framework?.areas).toHaveLength(4);
    expect(frameworkTotal(reading.state.framework!).toString()).toBe('10');
    expect(
      checkFramework(reading.state.framework!).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  test('the survey left out of the period leaves the base, row by row', async () => {
    const { reading } = await read({ leaveOutSurvey: true });
    expect(
      reading.tables[0]!.rows.filter(({ isLeaf }) => isLeaf).map(({ code, assessment }) => [
        code,
        assessment,
      ]),
    ).toEqual([
      ['1.1', 'assessed'],
      ['2.1', 'notAssessed'],
    ]);
    expect(summaryOf(reading)).toEqual(['6', '6']);
    expect(reading.state.framework).toEqual(framework);
  });
});

test('the preview says what stands beside the total or is left out of it', async () => {
  const framework = plainFramework({
    areas: [
      {
        code: '1',
        name: 'Chỉ đạo',
        max: '90',
        children: [{ code: '1.1', name: 'Một', max: '90' }],
      },
      {
        ...{ code: '2', name: 'Hài lòng', max: '10', survey: true },
        children: [{ code: '2.1', name: 'Hai', max: '10' }],
      },
    ],
  });
  const blank = await newWorkbookFile('a.xlsx').read({ sheets: 'all' });
  const lines = (more: Partial<NewSheetOptions>) =>
    planNewSheet(blank, framework, { ...options, ...more })
      .lines.filter(({ code }) => code !== 'newSheet' && code !== 'rememberState')
      .map(({ code, params }) => [code, params]);
  expect(lines({})).toEqual([]);
  expect(lines({ leaveOutSurvey: true, outside: { bonus: '2', penalty: '3' } })).toEqual([
    ['besideScale', { bonus: '2', penalty: '3' }],
    ['leftOut', { count: '1', points: '10', survey: 'yes' }],
    ['periodBase', { base: '90' }],
  ]);
});
