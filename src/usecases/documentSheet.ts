/** A document as a sheet of its own in the workbook: lists and minutes to print, file and send on. */
import type { TableDocument } from '../domain/letters/tableDocument';
import { layoutAppendixSheet } from '../workbook/layouts/appendixSheet';
import type { Change } from '../workbook/patch';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { freeName } from './newSheet';
import type { Plan } from './plan';

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
