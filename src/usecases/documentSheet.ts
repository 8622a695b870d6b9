/** A document as a sheet of its own in the workbook: lists and minutes to print, file and send on. */
import type { TableDocument } from '../domain/letters/tableDocument';
import { layoutAppendixSheet } from '../workbook/layouts/appendixSheet';
import type { Change } from '../workbook/patch';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { freeName } from './newSheet';
import type { Plan } from './plan';

/** Names of the sheets that documents become; a number follows when one is taken. */
export const COMPARISON_SHEET = 'So sánh điểm CCHC';
export const MANY_SUMMARY_SHEET = 'Tổng hợp kiểm tra';
export const MANY_LIST_SHEET = 'Danh sách cần xem';
export const MINUTES_SHEET = 'Biên bản kiểm tra';
export const FRAMEWORK_SHEET = 'Bảng bộ chỉ số';

const DOCUMENT_SHEETS = [
  COMPARISON_SHEET,
  MANY_SUMMARY_SHEET,
  MANY_LIST_SHEET,
  MINUTES_SHEET,
  FRAMEWORK_SHEET,
];

/** A list of scores, or of maxima, is no score sheet, though its columns are called so: such a sheet is not looked at. */
export function isDocumentSheet(name: string): boolean {
  return DOCUMENT_SHEETS.includes(name.replace(/ \(\d+\)$/, ''));
}

/**
 * @param wanted name of the sheet; a number follows when it is taken
 * @returns a plan that adds one sheet and touches no other
 */
export function planDocumentSheet(
  snapshot: WorkbookSnapshot,
  doc: TableDocument,
  wanted: string,
  layout: (doc: TableDocument, sheet: string) => Change[] = layoutAppendixSheet,
): Plan {
  const sheet = freeName(snapshot.sheetNames, wanted);
  return {
    patch: { changes: layout(doc, sheet), expects: [] },
    lines: [{ code: 'documentSheet', params: { sheet, rows: String(doc.rows.length) } }],
    conflicts: [],
  };
}
