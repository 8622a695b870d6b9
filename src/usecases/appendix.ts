/** Phụ lục: the deducted criteria of a sheet as a table to copy, to save, or to add as a sheet. */
import { appendixTable } from '../domain/letters/appendix';
import type { TableDocument } from '../domain/letters/tableDocument';
import { foldText, plainText } from '../domain/text/vietnamese';
import { appendixSheetCells, layoutAppendixSheet } from '../workbook/layouts/appendixSheet';
import { sheetOf, type SheetSnapshot } from '../workbook/snapshot';
import { freeName } from './newSheet';
import type { Plan } from './plan';
import { tableOf, type WorkbookReading } from './readWorkbook';

export interface AppendixRequest {
  /** How deductions are printed: −1,15 or 1,15. */
  sign: 'negative' | 'positive';
  /** Lines above the table; those of the sheet when it is an appendix itself, else the usual ones. */
  title?: string[];
}

/** Name of the new sheet; a number follows when it is taken. */
export const APPENDIX_SHEET = 'Phụ lục điểm trừ';

/** True for a sheet that this step made: an extract of a score sheet, and none of its own. */
export function isAppendixSheet(name: string): boolean {
  return name.replace(/ \(\d+\)$/, '') === APPENDIX_SHEET;
}

/**
 * @param id of a score table (`ScoreSheet.id`); throws when there is none: a bug of the caller
 * @returns a document without rows when nothing was deducted
 */
export function makeAppendix(
  reading: WorkbookReading,
  id: string,
  options: AppendixRequest,
): TableDocument {
  const table = tableOf(reading, id);
  if (!table) throw new Error(`no score table: ${id}`);
  const own = appendixTitle(sheetOf(reading.snapshot, table.sheet), table.header.first);
  return appendixTable(table, { sign: options.sign, title: options.title ?? own });
}

/** Adds the document as a sheet. A workbook that holds the very same sheet already is left as it is. */
export function planAppendixSheet(reading: WorkbookReading, doc: TableDocument): Plan {
  const { snapshot } = reading;
  const same = snapshot.sheets.find((sheet) => holdsAlready(sheet, doc));
  if (same)
    return {
      patch: { changes: [], expects: [] },
      lines: [{ code: 'nothing', params: {} }],
      conflicts: [],
    };
  const sheet = freeName(snapshot.sheetNames, APPENDIX_SHEET);
  const sums = doc.rows.filter((row) => row.some((cell) => cell?.sum));
  const leaves = doc.rows.length - sums.length;
  return {
    patch: { changes: layoutAppendixSheet(doc, sheet), expects: [] },
    lines: [
      {
        code: 'newSheet',
        params: {
          sheet,
          rows: String(doc.rows.length),
          leaves: String(leaves),
          max: sums[0]?.[2]?.figure ?? '0',
        },
      },
    ],
    conflicts: [],
  };
}

/** A title stands close above its table; further up another table may stand. */
const TITLE_REACH = 8;

/** The lines above the header from "PHỤ LỤC …" on; undefined when there are none. */
function appendixTitle(sheet: SheetSnapshot, headerRow: number): string[] | undefined {
  const lines = sheet.values
    .slice(Math.max(0, headerRow - TITLE_REACH), headerRow)
    .map((row) => row.find((value) => typeof value === 'string' && value.trim() !== ''))
    .map((value) => plainText(String(value ?? '')));
  const start = lines.findIndex((line) => foldText(line).startsWith('phụ lục'));
  if (start < 0) return undefined;
  return lines.slice(start).filter((line) => line !== '' && !line.startsWith('('));
}

function holdsAlready(sheet: SheetSnapshot, doc: TableDocument): boolean {
  const cells = appendixSheetCells(doc);
  if (sheet.rowCount !== cells.length || sheet.columnCount !== doc.columns.length) return false;
  return cells.every((row, r) =>
    row.every((cell, c) => {
      const formula = sheet.formulas[r]?.[c] ?? null;
      if (cell && 'formula' in cell) return formula === cell.formula;
      return formula === null && (sheet.values[r]?.[c] ?? null) === (cell?.value ?? null);
    }),
  );
}
