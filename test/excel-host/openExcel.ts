/**
 * Opens the stand-in in Jest: loads the unmodified office.js from node_modules into the page and waits
 * until it says it is ready. Tests that use it need jsdom with `resources: usable` and an http address.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BookModel } from './bookModel';
import { type ExcelDoor, installExcel } from './bridge';

const library = path.resolve('node_modules/@microsoft/office-js/dist/office.js');

/** The highest requirement set that the stand-in plays; the manifest's own in most tests. */
export async function openExcel(
  book = new BookModel('Bảng điểm'),
  excelApi = '1.14',
): Promise<ExcelDoor> {
  const door = installExcel(window, { book, excelApi });
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = pathToFileURL(library).href;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('office.js did not load'));
    document.head.append(script);
  });
  await Office.onReady();
  refuseNewerApis();
  return door;
}

/** The library itself then refuses whatever is above the declared requirement set. */
function refuseNewerApis(): void {
  const { CommonUtility } = OfficeExtension as unknown as {
    CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
  CommonUtility._doApiNotSupportedCheck = true;
}
