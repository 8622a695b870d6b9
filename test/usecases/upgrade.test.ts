import type { Framework } from '../../src/domain/framework/framework';
import { newWorkbookFile } from '../../src/hosts/file/fileHost';
import { planNewSheet } from '../../src/usecases/newSheet';
import { planUpgrade } from '../../src/usecases/upgrade';
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
