/**
 * Trips to Excel and bytes on the way, counted as Microsoft's library sends them to the stand-in: the
 * figures of a part of `npm run bench` that no machine changes.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JSDOM as Dom } from 'jsdom';
import { createExcelHost } from '../src/hosts/excel/excelHost';
import { BookModel } from '../test/excel-host/bookModel';
import { type ExcelDoor, installExcel } from '../test/excel-host/bridge';
import { assignUnits, loadFramework } from '../test/hosts/excel/patches';
import { scoreBook } from '../test/hosts/excel/scoreBook';
import { showBook } from '../test/hosts/excel/showBook';

export interface TripCount {
  what: string;
  criteria: number;
  trips: number;
  bytes: number;
}

/** Reading a sheet, assigning units, loading a framework, and taking each back. */
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
  }
  close();
  return counts;
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
