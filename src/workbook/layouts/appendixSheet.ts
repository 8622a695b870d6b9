/**
 * A table document as a sheet of its own, ready for print: title, header repeated on each page, figures
 * as numbers, the sums as formulas, everything else as text.
 */
import { cellNumber, points } from '../../domain/points';
import type { TableCell, TableColumn, TableDocument } from '../../domain/letters/tableDocument';
import type { Area } from '../address';
import type { CellFormat, CellWrite, Change } from '../patch';
import { rowHeightsFor, type SizedText, type SpanningText } from '../textSize';
import { callOver } from './formulas';
import {
  BODY_SIZE,
  FONT,
  HEADER_FORMAT,
  POINTS_NUMBER_FORMAT,
  TEXT_FORMAT,
  formatArea,
  landscapePrint,
} from './sheetStyle';

const TITLE_SIZE = 14;
/** Characters of the default font that an A4 page takes at an easily read size. */
const PAGE_CHARS = { landscape: 157, portrait: 100 };

/** @param sheet a name that no sheet of the workbook has */
export function layoutAppendixSheet(doc: TableDocument, sheet: string): Change[] {
  const header = headingLines(doc).length + 1;
  const widths = columnWidths(doc);
  return [
    { kind: 'newSheet', sheet, visibility: 'visible', activate: true },
    ...headingChanges(doc, sheet),
    ...headerChanges(doc, sheet, header, widths),
    ...bodyChanges(doc, sheet, header + 1, widths),
    { kind: 'columnWidth', sheet, first: 0, widths },
    { kind: 'freeze', sheet, rows: header + 1, columns: 0 },
    {
      kind: 'print',
      sheet,
      setup: {
        ...landscapePrint({ first: header, last: header }),
        orientation: doc.orientation,
      },
    },
  ];
}

/** What the sheet will hold, cell by cell from A1: to tell whether a sheet holds it already. */
export function appendixSheetCells(doc: TableDocument): (CellWrite | null)[][] {
  const blank = doc.columns.map(() => null);
  const headings = headingLines(doc).map(({ text }) => [{ value: text }, ...blank.slice(1)]);
  const header = doc.columns.map((column) => ({ value: column.header }));
  return [...headings, blank, header, ...bodyCells(doc, headings.length + 2)];
}

interface HeadingLine {
  text: string;
  format: CellFormat;
}

function headingLines(doc: TableDocument): HeadingLine[] {
  const format: CellFormat = {
    numberFormat: '@',
    fontName: FONT,
    fontSize: TITLE_SIZE,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  };
  return [
    ...doc.title.map((text) => ({ text, format: { ...format, bold: true } })),
    ...doc.subtitle.map((text) => ({ text, format: { ...format, italic: true, fontSize: 13 } })),
    ...(doc.intro ?? []).map((text) => ({
      text,
      format: { ...format, horizontal: 'left' as const, fontSize: 13 },
    })),
  ];
}

function headingChanges(doc: TableDocument, sheet: string): Change[] {
  const right = doc.columns.length - 1;
  const widthChars = PAGE_CHARS[doc.orientation];
  return headingLines(doc).flatMap(({ text, format }, row): Change[] => {
    const area: Area = { top: row, left: 0, bottom: row, right };
    const sized = { text, widthChars, fontSize: format.fontSize ?? TITLE_SIZE, bold: true };
    return [
      formatArea(sheet, area, format),
      { kind: 'write', sheet, at: { row, column: 0 }, cells: [[{ value: text }]] },
      { kind: 'merge', sheet, area },
      { kind: 'rowHeight', sheet, first: row, heights: rowHeightsFor([[sized]], []) },
    ];
  });
}

function headerChanges(
  doc: TableDocument,
  sheet: string,
  row: number,
  widths: readonly number[],
): Change[] {
  const area: Area = { top: row, left: 0, bottom: row, right: doc.columns.length - 1 };
  const sized = doc.columns.map(({ header }, i) => sizedText(header, widths[i], true));
  return [
    formatArea(sheet, area, HEADER_FORMAT),
    {
      kind: 'write',
      sheet,
      at: { row, column: 0 },
      cells: [doc.columns.map(({ header }) => ({ value: header }))],
    },
    { kind: 'rowHeight', sheet, first: row, heights: rowHeightsFor([sized], []) },
  ];
}

function bodyChanges(
  doc: TableDocument,
  sheet: string,
  top: number,
  widths: readonly number[],
): Change[] {
  if (doc.rows.length === 0) return [];
  return [
    ...doc.columns.map((column, i) => columnFormat(doc, sheet, top, column, i)),
    ...boldRows(doc, sheet, top),
    { kind: 'write', sheet, at: { row: top, column: 0 }, cells: bodyCells(doc, top) },
    ...mergedAreas(doc, top).map((area): Change => ({ kind: 'merge', sheet, area })),
    { kind: 'rowHeight', sheet, first: top, heights: bodyHeights(doc, widths) },
  ];
}

/** A column of figures takes their format, any other that of text; a cell that is neither stays text. */
function columnFormat(
  doc: TableDocument,
  sheet: string,
  top: number,
  column: TableColumn,
  index: number,
): Change {
  const isFigures = doc.rows.some((row) => row[index]?.figure !== undefined);
  const area = { top, left: index, bottom: top + doc.rows.length - 1, right: index };
  const format: CellFormat = { ...TEXT_FORMAT, horizontal: column.align };
  return formatArea(
    sheet,
    area,
    isFigures ? { ...format, numberFormat: POINTS_NUMBER_FORMAT } : format,
  );
}

function boldRows(doc: TableDocument, sheet: string, top: number): Change[] {
  const right = doc.columns.length - 1;
  return doc.rows.flatMap((row, i): Change[] =>
    row.some((cell) => cell?.bold)
      ? [formatArea(sheet, { top: top + i, left: 0, bottom: top + i, right }, { bold: true })]
      : [],
  );
}

function bodyCells(doc: TableDocument, top: number): (CellWrite | null)[][] {
  return doc.rows.map((row, i) =>
    row.map((cell, column) => (cell ? cellWrite(doc, cell, top, i, column) : null)),
  );
}

/** A sum takes in all rows above it in the table. */
function cellWrite(
  doc: TableDocument,
  cell: TableCell,
  top: number,
  row: number,
  column: number,
): CellWrite | null {
  if (cell.figure === undefined) return cell.text === '' ? null : { value: cell.text };
  const value = cellNumber(points(cell.figure));
  if (!cell.sum) return { value };
  const summed = doc.rows.slice(0, row).map((_line, i) => top + i);
  return { formula: `=${callOver('SUM', column, summed)}`, value };
}

function mergedAreas(doc: TableDocument, top: number): Area[] {
  return spansOf(doc).map(({ row, column, rowSpan }) => ({
    top: top + row,
    left: column,
    bottom: top + row + rowSpan - 1,
    right: column,
  }));
}

function spansOf(doc: TableDocument) {
  return doc.rows.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const rowSpan = cell?.rowSpan ?? 1;
      return cell && rowSpan > 1 ? [{ row, column, rowSpan, cell }] : [];
    }),
  );
}

function bodyHeights(doc: TableDocument, widths: readonly number[]): number[] {
  const rows = doc.rows.map((line) =>
    line.flatMap((cell, column) =>
      cell && (cell.rowSpan ?? 1) === 1 ? [sizedText(cell.text, widths[column], cell.bold)] : [],
    ),
  );
  const spans = spansOf(doc).map(({ row, column, rowSpan, cell }): SpanningText => ({
    first: row,
    last: row + rowSpan - 1,
    cell: sizedText(cell.text, widths[column], cell.bold),
  }));
  return rowHeightsFor(rows, spans);
}

function sizedText(text: string, widthChars = 10, bold = false): SizedText {
  return { text, widthChars, fontSize: BODY_SIZE, bold };
}

function columnWidths(doc: TableDocument): number[] {
  const total = doc.columns.reduce((sum, column) => sum + column.width, 0);
  const scale = PAGE_CHARS[doc.orientation] / total;
  return doc.columns.map((column) => Math.round(column.width * scale * 10) / 10);
}
