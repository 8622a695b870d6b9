/** Who answers for each criterion, as a decision's table says: kept with the framework, on into the sheet. */
import { flattenFramework, type Framework } from '../../src/domain/framework/framework';
import { responsibleText } from '../../src/domain/framework/responsibleText';
import { newWorkbookFile } from '../../src/hosts/file/fileHost';
import { proposeAssignments } from '../../src/usecases/assign';
import { chooseColumn, columnsOf, unusedColumns } from '../../src/usecases/importColumns';
import {
  fromHtml,
  fromTsv,
  type FrameworkImport,
  type TableImport,
} from '../../src/usecases/importFramework';
import { planNewSheet } from '../../src/usecases/newSheet';
import { planUpgrade } from '../../src/usecases/upgrade';
import { readAll } from '../support/files';

function reading(imported: FrameworkImport): TableImport {
  if (imported.kind !== 'reading') throw new Error(JSON.stringify(imported));
  return imported;
}

const unitsOf = (imported: FrameworkImport) =>
  flattenFramework(reading(imported).reading.draft!).map(({ node }) => node.responsible ?? '');

const twoColumns = () =>
  fromTsv(
    [
      'STT\tTiêu chí\tĐiểm tối đa\tCơ quan chủ trì\tCơ quan phối hợp\tGhi chú',
      '1\tChỉ đạo, điều hành\t4\t\t\t',
      '1.1\tKế hoạch\t1\tSở Nội vụ\tSở Tài chính; Sở Tư pháp\tmới',
      '1.2\tBáo cáo\t2\tVăn phòng UBND chủ trì, phối hợp với Sở Nội vụ\t\t',
      '1.3\tTuyên truyền\t1\t\tCác sở, ban, ngành; UBND các xã\t',
    ].join('\n'),
  );

test('units of each column are one text, with the role that only the header says', () => {
  expect(unitsOf(twoColumns())).toEqual([
    '',
    'Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính, Sở Tư pháp',
    'Văn phòng UBND chủ trì, phối hợp với Sở Nội vụ',
    'Phối hợp: Các sở, ban, ngành; Phối hợp: UBND các xã',
  ]);
});

test('a header that gives no role leaves the text as printed', () => {
  const part = (header: string, text: string) => responsibleText([{ header, text }]);
  expect(part('Đơn vị chịu trách nhiệm', '- Sở A\n- Sở B')).toBe('- Sở A\n- Sở B');
  expect(part('Đơn vị chủ trì, phối hợp', 'Sở A')).toBe('Sở A');
  expect(part('Đơn vị chủ trì', '- Sở A\n- Sở B')).toBe('Chủ trì: Sở A, Sở B');
  expect(part('Đơn vị chủ trì', ' - ')).toBe('');
});

test('a cell merged over several criteria names the units of each; an area over all columns, none', async () => {
  const imported = await fromHtml(
    `<table><tr><td>STT</td><td>Tiêu chí</td><td>Điểm tối đa</td><td>Đơn vị thực hiện</td></tr>
     <tr><td colspan=4>1. Chỉ đạo</td></tr>
     <tr><td>1.1</td><td>Kế hoạch</td><td>1</td><td rowspan=2>Phòng Nội vụ</td></tr>
     <tr><td>1.2</td><td>Báo cáo</td><td>2</td></tr>
     <tr><td>1.3</td><td>Khác</td><td>2</td><td></td></tr></table>`,
  );
  expect(unitsOf(imported)).toEqual(['', 'Phòng Nội vụ', 'Phòng Nội vụ', '']);
});

test('which columns name units can be chosen, and what no role takes is named', () => {
  const imported = reading(twoColumns());
  expect(columnsOf(imported.reading, 'responsible')).toEqual([3, 4]);
  expect(unusedColumns(imported.reading).map(({ label }) => label)).toEqual(['Ghi chú']);
  const one = reading(chooseColumn(imported, 'responsible', 4));
  expect(unitsOf(one)[1]).toBe('Phối hợp: Sở Tài chính, Sở Tư pháp');
  expect(unusedColumns(one.reading).map(({ label }) => label)).toEqual([
    'Cơ quan chủ trì',
    'Ghi chú',
  ]);
  expect(unitsOf(chooseColumn(imported, 'responsible', null)).join('')).toBe('');
});

async function sheetOf(framework: Framework) {
  const file = newWorkbookFile('a.xlsx');
  const blank = await file.read({ sheets: 'all' });
  const options = { unit: '', period: '', rounds: 1 as const };
  await file.apply(planNewSheet(blank, framework, options).patch);
  return file;
}

test('they stand in the new sheet, where assignments are read from them', async () => {
  const file = await sheetOf(reading(twoColumns()).reading.draft!);
  const all = await readAll(file);
  const [table] = all.tables;
  expect(table?.rows.map((row) => row.texts.responsible?.text ?? '')).toEqual(
    unitsOf(twoColumns()),
  );
  const { assignments } = proposeAssignments(all, table!.id);
  const roles = assignments.map(({ criterion, unit, role, certainty }) =>
    [criterion, unit, role, certainty].join(' '),
  );
  expect(roles).toEqual([
    '1.1 Sở Nội vụ lead stated',
    '1.1 Sở Tài chính support stated',
    '1.1 Sở Tư pháp support stated',
    '1.2 Văn phòng UBND lead stated',
    '1.2 Sở Nội vụ support stated',
    '1.3 Các sở, ban, ngành support stated',
    '1.3 UBND các xã support stated',
  ]);
});

test('in an upgrade the units of the newer framework fill only where the old sheet has none', async () => {
  const file = await sheetOf(reading(twoColumns()).reading.draft!);
  const before = await readAll(file);
  const [table] = before.tables;
  const { row } = table!.rows[1]!;
  file.edit(table!.sheet, { row, column: table!.columns.responsible! }, { value: 'Phòng Một' });
  file.edit(
    table!.sheet,
    { row: table!.rows[2]!.row, column: table!.columns.responsible! },
    { value: null },
  );
  const newer = reading(twoColumns()).reading.draft!;
  const reread = await readAll(file);
  await file.apply(planUpgrade(reread, table!.id, newer, { unit: '', period: '' }).plan.patch);
  const made = (await readAll(file)).tables[1];
  expect(made?.rows.map((each) => each.texts.responsible?.text ?? '')).toEqual([
    '',
    'Phòng Một',
    'Văn phòng UBND chủ trì, phối hợp với Sở Nội vụ',
    'Phối hợp: Các sở, ban, ngành; Phối hợp: UBND các xã',
  ]);
});
