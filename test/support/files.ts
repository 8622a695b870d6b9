/** Workbooks in memory through the product's own file host, for tests of use cases end to end. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newWorkbookFile, openWorkbookFile } from '../../src/hosts/file/fileHost';
import { readWorkbook, type WorkbookReading } from '../../src/usecases/readWorkbook';
import type { Host } from '../../src/workbook/host';
import type { CellWrite } from '../../src/workbook/patch';
import type { WorkbookFile } from '../../src/workbook/view';

export const SAMPLE_PATH = join(__dirname, '../../assets/samples/vinh-linh-6t2023.xlsx');

export function openSample(): Promise<WorkbookFile> {
  return openWorkbookFile(new Uint8Array(readFileSync(SAMPLE_PATH)), 'vinh-linh-6t2023.xlsx');
}

export type FileCell = string | number | null | { f: string; v: string | number };

/** A workbook of one sheet from literals; strings are text. */
export async function workbookFrom(rows: FileCell[][], sheet = 'Bảng điểm'): Promise<WorkbookFile> {
  const file = newWorkbookFile('test.xlsx');
  const blank = await file.read({ sheets: 'all' });
  await file.apply({
    changes: [
      { kind: 'newSheet', sheet, visibility: 'visible', activate: true },
      ...blank.sheetNames.map((name) => ({ kind: 'deleteSheet' as const, sheet: name })),
      {
        kind: 'write',
        sheet,
        at: { row: 0, column: 0 },
        cells: rows.map((row) => row.map(asWrite)),
      },
    ],
    expects: [],
  });
  return file;
}

export function readAll(host: Host): Promise<WorkbookReading> {
  return readWorkbook(host, { sheets: 'all' });
}

/** Saves and opens again: what a person's file goes through. */
export async function reopened(file: WorkbookFile): Promise<WorkbookFile> {
  return openWorkbookFile(await file.toBytes(), 'reopened.xlsx');
}

function asWrite(cell: FileCell): CellWrite | null {
  if (cell === null) return null;
  if (typeof cell === 'object') return { formula: cell.f, value: cell.v };
  return { value: cell };
}
