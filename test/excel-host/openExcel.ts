/**
 * Opens the stand-in in Jest: loads the unmodified office.js from node_modules into the page and waits
 * until it says it is ready. Tests that use it need jsdom with `resources: usable` and an http address.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BookModel } from './bookModel';
import { type ExcelDoor, installExcel } from './bridge';

const library = path.resolve('node_modules/@microsoft/office-js/dist/office.js');

type ExcelWindow = Window & {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
};

/** In the test's own window, as the pane of this Excel. */
export async function openExcel(
  book = new BookModel('Bảng điểm'),
  excelApi = '1.14',
): Promise<ExcelDoor> {
  const door = installExcel(window, { book, excelApi });
  await loadLibrary(window as unknown as ExcelWindow);
  return door;
}

/** In a window of its own: the pane of a second Excel window over the same workbook. */
export async function openInFrame(
  book: BookModel,
  excelApi = '1.14',
): Promise<{ door: ExcelDoor; window: ExcelWindow }> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const other = frame.contentWindow as unknown as ExcelWindow;
  const door = installExcel(other, { book, excelApi });
  await loadLibrary(other);
  return { door, window: other };
}

async function loadLibrary(target: ExcelWindow): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const script = target.document.createElement('script');
    script.src = pathToFileURL(library).href;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('office.js did not load'));
    target.document.head.append(script);
  });
  await target.Office.onReady();
  // The library itself then refuses whatever is above the declared requirement set.
  target.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
}
