/**
 * What must survive a journey: our file → LibreOffice → .xlsx → our file, with openpyxl as a third
 * reader. Codes stay text ("3.10" is not 3.1), and text that looks like a formula stays text.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPython } from '../../scripts/programs';
import { newWorkbookFile, openWorkbookFile } from '../../src/hosts/file/fileHost';
import type { Change } from '../../src/workbook/patch';
import { sheetOf, type SheetSnapshot } from '../../src/workbook/snapshot';
import { convert } from '../support/libreOffice';
import { sampleBytes, sampleData } from '../support/sample';

jest.setTimeout(120_000);

const TEXTS = [
  '3.10',
  '3.1',
  '1-2',
  '01/10',
  '1.1.3',
  '007',
  '1E5',
  '12:30',
  'TRUE',
  '- Phòng Nội vụ chủ trì;\n- Văn phòng HĐND&UBND theo dõi',
  '-1',
  '=1+1',
  '=HYPERLINK("http://x")',
  '+ Lý do: chưa đủ',
  '+84',
  '@Phòng Nội vụ',
  "'quoted",
  '0,85',
  '97, 9%',
  '  hai dấu cách  ',
  '<b>&amp;</b>',
  'Tiếng Việt'.normalize('NFD'),
  'x'.repeat(32767),
];

/** The same with the cell's own format left "General", as other makers' sheets have it. */
async function ourFile(numberFormat: string): Promise<Uint8Array> {
  const file = newWorkbookFile('chữ.xlsx');
  const [sheet = ''] = (await file.read({ sheets: 'all' })).sheetNames;
  const area = { top: 0, left: 0, bottom: TEXTS.length - 1, right: 0 };
  const changes: Change[] = [
    { kind: 'format', sheet, area, format: { numberFormat } },
    {
      kind: 'write',
      sheet,
      at: { row: 0, column: 0 },
      cells: TEXTS.map((value) => [{ value }]),
    },
  ];
  await file.apply({ changes, expects: [] });
  return file.toBytes();
}

async function firstSheet(bytes: Uint8Array): Promise<SheetSnapshot> {
  const snapshot = await (await openWorkbookFile(bytes, 'x.xlsx')).read({ sheets: 'all' });
  return sheetOf(snapshot, snapshot.sheetNames[0] ?? '');
}

/** Kind and value of each cell of the first column: "s" is text. */
function asOpenpyxl(bytes: Uint8Array): [string, unknown][] {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-python-'));
  try {
    const path = join(folder, 'x.xlsx');
    writeFileSync(path, bytes);
    const script = [
      'import json, sys, openpyxl',
      'sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]',
      'print(json.dumps([[c.data_type, c.value] for c in sheet["A"]]))',
    ].join('\n');
    const { status, stdout, stderr } = spawnSync(findPython() ?? 'python3', ['-c', script, path], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as [string, unknown][];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(['@', 'General'])('text in cells of the format %s', (format) => {
  let ours: Uint8Array;
  let theirs: Uint8Array;
  beforeAll(async () => {
    ours = await ourFile(format);
    theirs = await convert(ours, 'xlsx', 'xlsx');
  });

  test('is read back by us', async () => {
    const sheet = await firstSheet(ours);
    expect(sheet.values.map((row) => row[0])).toEqual(TEXTS);
    expect(sheet.formulas.flat().filter((formula) => formula !== null)).toEqual([]);
  });

  test('comes back whole from LibreOffice', async () => {
    const sheet = await firstSheet(theirs);
    expect(sheet.values.map((row) => row[0])).toEqual(TEXTS);
    expect(sheet.formulas.flat().filter((formula) => formula !== null)).toEqual([]);
  });

  test('is text to openpyxl as well', () => {
    expect(asOpenpyxl(ours)).toEqual(TEXTS.map((text) => ['s', text]));
  });
});

test('the sample comes back from LibreOffice with its words, figures, merges and formats', async () => {
  const before = await firstSheet(sampleBytes());
  const after = await firstSheet(await convert(sampleBytes(), 'xlsx', 'xlsx'));
  expect(after.values).toEqual(before.values);
  expect(after.merges).toEqual(before.merges);
  const body = sampleData.title.length + 2;
  expect(after.numberFormats.slice(body).map((row) => row[0])).toEqual(
    sampleData.rows.map(() => '@'),
  );
  expect(after.values.slice(body).map((row) => row[0])).toEqual(
    sampleData.rows.map((row) => row.code),
  );
});
