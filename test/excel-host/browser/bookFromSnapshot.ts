/** A workbook read by the product's file host, as the stand-in's own: for showing real samples. */
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { BookModel } from '../bookModel';
import type { Content } from '../enteredText';

export function bookFromSnapshot(snapshot: WorkbookSnapshot): BookModel {
  const [first, ...others] = snapshot.sheets;
  const book = new BookModel(first?.name ?? 'Sheet1');
  for (const sheet of others) book.newSheet(sheet.name);
  for (const sheet of snapshot.sheets) fillSheet(book, sheet);
  return book;
}

function fillSheet(book: BookModel, from: SheetSnapshot): void {
  const sheet = book.sheet(from.name);
  from.values.forEach((line, row) =>
    line.forEach((value, column) => {
      const numberFormat = from.numberFormats[row]?.[column] ?? 'General';
      sheet.setFormat(row, column, 'numberFormat', numberFormat);
      sheet.setFormat(row, column, 'font.bold', from.bold[row]?.[column] ?? false);
      sheet.setFormat(row, column, 'indentLevel', from.indents[row]?.[column] ?? 0);
      const formula = from.formulas[row]?.[column] ?? undefined;
      const content = contentOf(value);
      if (formula !== undefined)
        sheet.setContent(row, column, { ...(content ?? { kind: 'text', value: '' }), formula });
      else sheet.setContent(row, column, content);
    }),
  );
  for (const area of from.merges) sheet.merge(area);
  for (const row of from.hiddenRows) sheet.hiddenRows.add(row);
  for (const column of from.hiddenColumns) sheet.hiddenColumns.add(column);
}

function contentOf(value: SheetSnapshot['values'][number][number]): Content | null {
  if (value === null || value === '') return null;
  if (typeof value === 'object') return { kind: 'error', value: value.error };
  if (typeof value === 'string') return { kind: 'text', value };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'boolean', value };
}
