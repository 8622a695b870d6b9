/**
 * Trips to Excel and bytes on the way, counted as Microsoft's library sends them to the stand-in: the
 * figures of a part of `npm run bench` that no machine changes.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JSDOM as Dom } from 'jsdom';
import { createExcelHost } from '../src/hosts/excel/excelHost';
import { readWorkbook } from '../src/usecases/readWorkbook';
import { refreshRows } from '../src/usecases/refreshRows';
import { MARK_TITLE } from '../src/workbook/marks';
import type { Patch } from '../src/workbook/patch';
import { BookModel } from '../test/excel-host/bookModel';
import { type ExcelDoor, installExcel } from '../test/excel-host/bridge';
import { assignUnits, loadFramework, patchOf } from '../test/hosts/excel/patches';
import { column, firstRow, scoreBook, sheetName, workedOn } from '../test/hosts/excel/scoreBook';
import { showBook } from '../test/hosts/excel/showBook';

export interface TripCount {
  what: string;
  criteria: number;
  trips: number;
  bytes: number;
}

/** Reading, reading touched rows again, selecting, applying and taking back; marks on a worked-on sheet. */
export async function countTrips(sizes: readonly number[]): Promise<TripCount[]> {
  const { excel, close } = await openExcel();
  const host = createExcelHost();
  const counts: TripCount[] = [];
  const count = async <T>(what: string, criteria: number, work: () => Promise<T>): Promise<T> => {
    excel.trips.length = 0;
    const result = await work();
    const bytes = excel.trips.reduce((sum, trip) => sum + trip.requestBytes + trip.answerBytes, 0);
    counts.push({ what, criteria, trips: excel.trips.length, bytes });
    return result;
  };
  for (const criteria of sizes) {
    showBook(excel, scoreBook(criteria));
    await count('read a sheet', criteria, () => host.read({ sheets: 'active' }));
    const reading = await readWorkbook(host, { sheets: 'all' });
    await count('read the rows of an edit', criteria, () =>
      refreshRows(host, reading, [{ sheet: sheetName, address: 'E7' }]),
    );
    await count('select a cell', criteria, () => host.select(sheetName, { row: 6, column: 4 }));
    for (const [what, patch] of [
      ['assign units', assignUnits(criteria)],
      ['load a framework', loadFramework(criteria)],
    ] as const) {
      showBook(excel, scoreBook(criteria));
      await host.read({ sheets: 'all' });
      const inverse = await count(what, criteria, () => host.apply(patch));
      await host.read({ sheets: 'all' });
      await count(`undo: ${what}`, criteria, () => host.apply(inverse));
    }
    showBook(excel, workedOn(criteria));
    await host.read({ sheets: 'all' });
    const unmark = await count('mark each row', criteria, () => host.apply(markRows(criteria)));
    await count('mark each again', criteria, () => host.apply(markRows(criteria)));
    await count('undo: mark', criteria, () => host.apply(unmark));
  }
  close();
  return counts;
}

function markRows(criteria: number): Patch {
  const marks = Array.from({ length: criteria }, (_, row) => ({
    at: { row: firstRow + row, column: column.appraised },
    color: row % 2 === 0 ? '#F8CBAD' : '#FFE699',
    note: `${MARK_TITLE}\n• [Lỗi] Điểm thẩm định vượt điểm chuẩn ở dòng ${row + 1}. Sửa điểm hoặc điểm chuẩn.`,
  }));
  return patchOf({ kind: 'mark', sheet: sheetName, marks });
}

/** Microsoft's library in a window without a browser; the one that the tests use as well. */
async function openExcel(): Promise<{ excel: ExcelDoor; close: () => void }> {
  const from = require.resolve('jest-environment-jsdom');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- jsdom is reached through jest's own
  const { JSDOM } = require(require.resolve('jsdom', { paths: [from] })) as { JSDOM: typeof Dom };
  const dom = new JSDOM('', {
    url: 'http://localhost/',
    runScripts: 'dangerously',
    resources: 'usable',
  });
  const window = dom.window as unknown as Window & {
    Excel: typeof Excel;
    Office: typeof Office;
  };
  const excel = installExcel(window, { book: new BookModel(), excelApi: '1.14' });
  const library = join(__dirname, '../node_modules/@microsoft/office-js/dist/office.js');
  await new Promise<void>((loaded, failed) => {
    const script = window.document.createElement('script');
    script.src = pathToFileURL(library).href;
    script.onload = () => loaded();
    script.onerror = () => failed(new Error('office.js did not load'));
    window.document.head.append(script);
  });
  await window.Office.onReady();
  Object.assign(globalThis, { Excel: window.Excel });
  return { excel, close: () => dom.window.close() };
}

if (require.main === module)
  countTrips([30, 300, 3000]).then(
    (counts) => console.table(counts),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
