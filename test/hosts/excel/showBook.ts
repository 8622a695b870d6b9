/** Puts another workbook before the open stand-in, as if a person had opened it. */
import type { BookModel } from '../../excel-host/bookModel';
import type { ExcelDoor } from '../../excel-host/bridge';
import { recalculate } from '../../excel-host/calculate';

export function showBook(excel: ExcelDoor, book: BookModel): void {
  const { listeners, ...shown } = { ...book };
  Object.assign(excel.book, shown);
  listeners.clear();
  recalculate(excel.book);
  excel.trips.length = 0;
}
