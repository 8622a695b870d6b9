/** The sample workbook: made from its data, committed, and summing to what the letter states. */
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  sampleKeys,
  sampleWorkbook,
  type SampleData,
  type SampleKey,
} from '../../scripts/sampleWorkbook';
import { pointsText, sumPoints } from '../../src/domain/points';
import { readNumber } from '../../src/domain/text/readNumber';

const folder = join(__dirname, '..', '..', 'assets', 'samples');
const data = JSON.parse(readFileSync(join(folder, 'vinh-linh-6t2023.json'), 'utf8')) as SampleData;
const committed = new Uint8Array(readFileSync(join(folder, 'vinh-linh-6t2023.xlsx')));

function sumOf(key: SampleKey): string {
  const figures = data.rows.map((row) => {
    const reading = readNumber(row[key]);
    if (reading.kind !== 'number') throw new Error(`${row.code} ${key}: ${row[key]}`);
    return reading.points;
  });
  return pointsText(sumPoints(figures));
}

describe('the data', () => {
  test('sums to what the letter states: 27 criteria, 23,41 points lost', () => {
    expect(data.rows).toHaveLength(27);
    expect(sumOf('max')).toBe('40');
    expect(sumOf('self')).toBe('31.87');
    expect(sumOf('appraised')).toBe('16.59');
    expect(sumOf('deduction')).toBe('-23.41');
  });

  test('has no leftovers of conversion, and keeps the slips of the document', () => {
    const words = data.rows.flatMap((row) => Object.values(row));
    expect(words.filter((text) => /<\/?[a-z]|\\|\$|&[a-z]+;/i.test(text))).toEqual([]);
    const all = words.join('\n');
    for (const slip of ['đổi soát', '55.56%', '9/14 vấn đề đã khắc phục và 6/14', '0.25'])
      expect(all).toContain(slip);
  });
});

describe('the workbook', () => {
  let sheet: Worksheet;
  beforeAll(async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(committed);
    sheet = workbook.worksheets[0] as Worksheet;
  });
  const cellOf = (row: number, key: SampleKey) =>
    sheet.getCell(data.title.length + 3 + row, sampleKeys.indexOf(key) + 1);
  const rowOf = (code: string) => data.rows.findIndex((row) => row.code === code);

  test('is what the script makes of the data', async () => {
    const parts = (bytes: Uint8Array) =>
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]);
    expect(parts(committed)).toEqual(parts(await sampleWorkbook(data)));
  });

  test('holds every word of the data', () => {
    data.rows.forEach((row, i) => {
      for (const key of ['code', 'name', 'opinion', 'responsible'] as const) {
        const cell = cellOf(i, key);
        if (row[key] !== '') expect(cell.value).toBe(row[key]);
      }
    });
    expect(sheet.getCell('A1').value).toBe(data.title[0]);
  });

  test('holds figures as numbers, but the one with a dot as the text it was typed as', () => {
    expect(cellOf(rowOf('1.1.3'), 'appraised').value).toBe(0.85);
    expect(cellOf(rowOf('1.1.3'), 'deduction').value).toBe(-1.15);
    expect(cellOf(rowOf('1.1.3'), 'max').numFmt).toBe('0.00');
    expect(cellOf(rowOf('5.1.2'), 'self').value).toBe('0.25');
    const texts = data.rows.flatMap((_row, i) =>
      (['max', 'self', 'appraised', 'deduction'] as const).filter(
        (key) => typeof cellOf(i, key).value !== 'number',
      ),
    );
    expect(texts).toEqual(['self']);
  });

  test('keeps codes as text', () => {
    expect(cellOf(rowOf('3.10.1'), 'code').numFmt).toBe('@');
    expect(cellOf(rowOf('3.4'), 'code').value).toBe('3.4');
  });

  test('merges the responsible unit of 3.11.1 with the four blank cells below', () => {
    const master = cellOf(rowOf('3.11.1'), 'responsible').address;
    const merged = data.rows.filter(
      (_row, i) => cellOf(i, 'responsible').master?.address === master,
    );
    expect(merged.map((row) => row.code)).toEqual([
      '3.11.1',
      '3.11.2',
      '3.12.1',
      '3.12.2',
      '3.12.3',
    ]);
  });

  test('is ready for print and screen', () => {
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      printTitlesRow: '3:3',
    });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(cellOf(0, 'name').font?.name).toBe('Times New Roman');
    expect(cellOf(0, 'name').border?.left?.style).toBe('thin');
  });
});
