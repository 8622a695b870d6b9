import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbookFile } from '../../../src/hosts/file/fileHost';
import { readWorkbookFile, writeWorkbookFile } from '../../../src/hosts/file/nodeFiles';
import type { WorkbookFile } from '../../../src/workbook/view';
import { xlsx } from './xlsxParts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is written is read again, and nothing else is left behind', async () => {
  const path = join(folder, 'Bảng điểm.xlsx');
  const file = newWorkbookFile('x.xlsx');
  await file.apply({
    changes: [
      { kind: 'write', sheet: 'Sheet1', at: { row: 0, column: 0 }, cells: [[{ value: '3.10' }]] },
    ],
    expects: [],
  });
  await writeWorkbookFile(path, file);
  await writeWorkbookFile(path, file);
  const again = await readWorkbookFile(path);
  expect(again.name).toBe('Bảng điểm.xlsx');
  expect((await again.read({ sheets: 'all' })).sheets[0]?.values).toEqual([['3.10']]);
  expect(readdirSync(folder)).toEqual(['Bảng điểm.xlsx']);
});

test('a file that cannot be made leaves the old one', async () => {
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, 'cũ');
  const broken = { toBytes: () => Promise.reject(new Error('no')) } as unknown as WorkbookFile;
  await expect(writeWorkbookFile(path, broken)).rejects.toThrow('no');
  expect(readFileSync(path, 'utf8')).toBe('cũ');
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
});

test('a place that cannot be written is one HostError, and leaves nothing', async () => {
  const path = join(folder, 'a.xlsx');
  mkdirSync(path);
  const file = newWorkbookFile('a.xlsx');
  await expect(writeWorkbookFile(path, file)).rejects.toMatchObject({
    problem: 'cannotWrite',
    params: { name: 'a.xlsx' },
  });
  await expect(writeWorkbookFile(join(folder, 'không có', 'a.xlsx'), file)).rejects.toMatchObject({
    problem: 'cannotWrite',
  });
  expect(readdirSync(folder)).toEqual(['a.xlsx']);
});

test('a file that is not there, and a folder', async () => {
  await expect(readWorkbookFile(join(folder, 'a.xlsx'))).rejects.toMatchObject({
    problem: 'unreadable',
    params: { name: 'a.xlsx' },
  });
  await expect(readWorkbookFile(folder)).rejects.toMatchObject({ problem: 'unreadable' });
});

test('formulas without a value are calculated by the engine', async () => {
  const path = join(folder, 'openpyxl.xlsx');
  const cells =
    '<c r="A1"><v>1.1</v></c><c r="B1"><f>A1*3</f><v></v></c><c r="C1"><f>IF(A1&gt;1,"Đạt","Không")</f></c><c r="D1"><f>A1/0</f></c>' +
    '<c r="E1"><f>SUM(\'Số liệu\'!A:A)*Hệ_số</f></c><c r="F1"><f>A1&gt;1</f></c><c r="G1"><f>TEXT(A1,"0.00")</f></c><c r="H1"><f>SUMPRODUCT((A1:A2&gt;0)*1)</f></c>';
  writeFileSync(
    path,
    xlsx({
      sheets: [
        `<sheetData><row r="1">${cells}</row></sheetData>`,
        '<sheetData><row r="1"><c r="A1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row></sheetData>',
      ],
      names: ['Bảng', 'Số liệu'],
      workbook:
        '<definedNames><definedName name="Hệ_số">Bảng!$A$1</definedName><definedName name="SIN">Bảng!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Bảng!$A$1</definedName></definedNames>',
    }),
  );
  // The engine's modules load in Node itself, not in the test runner's imitation of it.
  const script = join(__dirname, 'printValues.ts');
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script, path], {
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual([
    [1.1, 3.3, 'Đạt', { error: '#DIV/0!' }, 5.5, true, '1.10', 1],
  ]);
}, 60_000);
