/** The sample sheet as a host reads it, made from its data: a test of reading files is not needed here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleKeys, type SampleData } from '../../scripts/sampleWorkbook';
import { readSnapshot, type WorkbookReading } from '../../src/usecases/readWorkbook';
import { areaName } from '../../src/workbook/address';
import { sheetOfRows, workbookOf, type CellLiteral } from './snapshots';

const folder = join(__dirname, '..', '..', 'assets', 'samples');

export const sampleData = JSON.parse(
  readFileSync(join(folder, 'vinh-linh-6t2023.json'), 'utf8'),
) as SampleData;

export function sampleBytes(): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, 'vinh-linh-6t2023.xlsx')));
}

export function sampleReading(): WorkbookReading {
  const top = sampleData.title.length + 2;
  const rowOf = (code: string) => top + sampleData.rows.findIndex((row) => row.code === code);
  const sheet = sheetOfRows(
    [
      ...sampleData.title.map((line) => [line]),
      [],
      sampleData.columns.map((column) => column.header),
      ...sampleData.rows.map((row) => sampleKeys.map((key) => typed(row[key]))),
    ],
    {
      name: sampleData.sheet,
      merges: sampleData.merges.map(({ key, first, last }) => {
        const column = sampleKeys.findIndex((candidate) => candidate === key);
        return areaName({ top: rowOf(first), left: column, bottom: rowOf(last), right: column });
      }),
    },
  );
  return readSnapshot(workbookOf([sheet]));
}

function typed(printed: string): CellLiteral {
  if (printed === '') return null;
  if (/^-?\d+(,\d+)?$/.test(printed)) return Number(printed.replace(',', '.'));
  return { v: printed, format: '@' };
}
