/**
 * The sample workbook, built from its printed figures: a real appendix of 2023 as an officer would have
 * typed it, with its own slips. It is made with the xlsx library alone and not with the product, since
 * it stands for the sheets that other people make.
 *
 * Rule kept here: a cell holds what typing the printed characters leaves in a Vietnamese Excel. "0,85"
 * becomes a number; "0.25" stays text, since the dot is no decimal mark there (decision 080).
 */
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { rowHeightsFor, type SizedText } from '../src/workbook/textSize';

export const sampleKeys = [
  'code',
  'name',
  'max',
  'self',
  'appraised',
  'deduction',
  'opinion',
  'responsible',
] as const;
export type SampleKey = (typeof sampleKeys)[number];

export interface SampleData {
  sheet: string;
  title: string[];
  columns: { key: string; header: string }[];
  merges: { key: string; first: string; last: string }[];
  /** As printed: decimal commas, no leftovers of conversion. */
  rows: Record<SampleKey, string>[];
}

/** @returns the bytes of the .xlsx: the same for the same data. */
export async function sampleWorkbook(data: SampleData): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Bảng điểm CCHC';
  workbook.created = new Date(Date.UTC(2023, 7, 1));
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet(data.sheet);
  const header = data.title.length + 2;
  writeTitle(sheet, data.title);
  writeHeader(sheet, header, data);
  data.rows.forEach((row, i) => writeRow(sheet, header + 1 + i, row));
  for (const merge of data.merges) mergeDown(sheet, header, data, merge);
  setHeights(sheet, header, data);
  setPage(sheet, header);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const FONT = 'Times New Roman';
const SIZE = 12;
const TITLE_SIZE = 14;

/** Widths in characters: the names and sentences get the room, the figures what their headers need. */
const WIDTHS: Record<SampleKey, number> = {
  code: 8,
  name: 31,
  max: 10,
  self: 10,
  appraised: 10,
  deduction: 10,
  opinion: 41,
  responsible: 37,
};
const FIGURES: readonly SampleKey[] = ['max', 'self', 'appraised', 'deduction'];
const CENTRED: readonly SampleKey[] = ['code', ...FIGURES];

function writeTitle(sheet: Worksheet, title: string[]): void {
  title.forEach((line, i) => {
    const cell = sheet.getCell(i + 1, 1);
    cell.value = line;
    cell.font = { name: FONT, size: TITLE_SIZE, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    sheet.mergeCells(i + 1, 1, i + 1, sampleKeys.length);
  });
}

function writeHeader(sheet: Worksheet, row: number, data: SampleData): void {
  data.columns.forEach(({ header }, i) => {
    const cell = sheet.getCell(row, i + 1);
    cell.value = header;
    cell.font = { name: FONT, size: SIZE, bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = thinBorder();
  });
  sampleKeys.forEach((key, i) => {
    sheet.getColumn(i + 1).width = WIDTHS[key];
  });
}

function writeRow(sheet: Worksheet, at: number, row: Record<SampleKey, string>): void {
  sampleKeys.forEach((key, i) => {
    const cell = sheet.getCell(at, i + 1);
    const typed = FIGURES.includes(key) ? typedFigure(row[key]) : row[key];
    cell.value = typed === '' ? null : typed;
    if (typeof typed === 'number') cell.numFmt = printedFormat(row[key]);
    else cell.numFmt = key === 'code' || typed !== '' ? '@' : 'General';
    cell.font = { name: FONT, size: SIZE };
    cell.alignment = {
      horizontal: CENTRED.includes(key) ? 'center' : 'left',
      vertical: 'middle',
      wrapText: true,
    };
    cell.border = thinBorder();
  });
}

/** What a Vietnamese Excel makes of the printed characters: "−" and "," as there, "." left as text. */
function typedFigure(printed: string): number | string {
  return /^-?\d+(,\d+)?$/.test(printed) ? Number(printed.replace(',', '.')) : printed;
}

/** "2,00" needs its zeros; "2" and "0,85" show themselves. */
function printedFormat(printed: string): string {
  return /,\d*0$/.test(printed) ? '0.00' : 'General';
}

function mergeDown(
  sheet: Worksheet,
  header: number,
  data: SampleData,
  merge: SampleData['merges'][number],
): void {
  const column = sampleKeys.indexOf(merge.key as SampleKey) + 1;
  const { first, last } = mergedRows(data, merge);
  sheet.mergeCells(header + 1 + first, column, header + 1 + last, column);
}

function mergedRows(data: SampleData, merge: SampleData['merges'][number]) {
  const rowOf = (code: string) => data.rows.findIndex((row) => row.code === code);
  return { first: rowOf(merge.first), last: rowOf(merge.last) };
}

function setHeights(sheet: Worksheet, header: number, data: SampleData): void {
  const sized = (key: SampleKey, text: string, bold: boolean): SizedText => ({
    text,
    widthChars: WIDTHS[key],
    fontSize: SIZE,
    bold,
  });
  const spans = data.merges.map((merge) => {
    const rows = mergedRows(data, merge);
    const key = merge.key as SampleKey;
    return { ...rows, key, cell: sized(key, data.rows[rows.first]?.[key] ?? '', false) };
  });
  const body = data.rows.map((row, i) =>
    sampleKeys
      .filter((key) => !spans.some((span) => span.key === key && span.first === i))
      .map((key) => sized(key, row[key], false)),
  );
  rowHeightsFor(body, spans).forEach((height, i) => {
    sheet.getRow(header + 1 + i).height = height;
  });
  const titles = data.columns.map(({ key, header: text }) => sized(key as SampleKey, text, true));
  sheet.getRow(header).height = rowHeightsFor([titles], [])[0] ?? 0;
  data.title.forEach((_line, i) => {
    sheet.getRow(i + 1).height = TITLE_SIZE * 1.7;
  });
}

function setPage(sheet: Worksheet, header: number): void {
  sheet.views = [{ state: 'frozen', ySplit: header, xSplit: 0 }];
  sheet.pageSetup = {
    ...sheet.pageSetup,
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${header}:${header}`,
    margins: inches({ top: 2, bottom: 2, left: 3, right: 1.5, header: 1, footer: 1 }),
  };
}

function inches<T extends Record<string, number>>(centimetres: T): T {
  const entries = Object.entries(centimetres).map(([side, cm]) => [side, cm / 2.54]);
  return Object.fromEntries(entries) as T;
}

function thinBorder() {
  const side = { style: 'thin' } as const;
  return { top: side, bottom: side, left: side, right: side };
}
