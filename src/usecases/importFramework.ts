/**
 * A framework from what a person has: the clipboard, a sheet, a .docx, a web page, text, or our own
 * JSON. A table comes back as a reading to look through and mend row by row; what cannot be read at all
 * comes back as one problem with one clear sentence.
 */
import type { Framework } from '../domain/framework/framework';
import { carryEdits } from '../domain/framework/carryEdits';
import type { FrameworkReading, ReadingProblem } from '../domain/framework/reading';
import { readFrameworkTables } from '../domain/framework/readTable';
import type { SourceTable } from '../domain/framework/sourceTable';
import type { ColumnChoices } from '../domain/framework/columnChoices';
import { decodeText, fileKind } from '../sources/fileKind';
import type { SourceProblemCode, SourceReading } from '../sources/source';
import { readTextTables } from '../sources/textTables';
import { areaName, type Area } from '../workbook/address';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { readFrameworkJson, type FrameworkFileProblemCode } from './frameworks';
import { linesAbove, snapshotTable } from './snapshotTable';

/** Reading problems after which nothing is left to mend. */
export const fatalReadingCodes = ['emptyTable', 'tooManyRows', 'notCriteria', 'noNodes'] as const;

/** What a person has selected that is no table. */
export const selectionProblemCodes = [
  'noSelection', // no cells: a chart, a picture
  'manyAreas', // count: areas that stand apart
  'loneCell', // cell: nothing stands around it
] as const;

export type ImportProblemCode =
  | SourceProblemCode
  | FrameworkFileProblemCode
  | (typeof fatalReadingCodes)[number]
  | (typeof selectionProblemCodes)[number];

export interface ImportProblem {
  code: ImportProblemCode;
  /** Where in a JSON file; "" elsewhere. */
  path: string;
  params: Readonly<Record<string, string>>;
}

/** A part of the open workbook that was read. */
export interface ReadArea {
  sheet: string;
  /** "A3:D40" */
  area: string;
  /** Rows and columns in it that are hidden: they were read as well. */
  hiddenRows: number;
  hiddenColumns: number;
}

/** Tables, understood row by row. */
export interface TableImport {
  kind: 'reading';
  reading: FrameworkReading;
  /** These serve to read them again. */
  tables: SourceTable[];
  lines: string[];
  /** What the person said of the columns. */
  columns: ColumnChoices;
  /** When it was last read again: rows mended by hand that were kept, and that have no place now. */
  edits?: { kept: number; lost: number };
  place?: ReadArea;
}

export type FrameworkImport =
  | TableImport
  /** A framework that needs no mending. */
  | { kind: 'framework'; framework: Framework }
  /** `misread`: the tables behind it, where another choice of columns may help. */
  | { kind: 'problems'; problems: ImportProblem[]; misread?: TableImport; place?: ReadArea };

/** Text that makes a good reading is enough; HTML knows bold, merges and indents as well. */
export async function fromClipboard(clip: {
  html: string;
  text: string;
}): Promise<FrameworkImport> {
  if (/^\s*\{/.test(clip.text)) return fromJson(clip.text);
  if (/<table[\s>]/i.test(clip.html)) return fromHtml(clip.html);
  if (clip.text.trim() !== '') return fromTsv(clip.text);
  return clip.html.trim() === '' ? importProblem('emptySource') : fromHtml(clip.html);
}

/** @param area of a table on the sheet; the whole sheet when left out */
export function fromSnapshotSheet(sheet: SheetSnapshot, area?: Area): FrameworkImport {
  const tables = [snapshotTable(sheet, area)];
  if (!area) return understand({ tables, lines: [] });
  return understand({ tables, lines: linesAbove(sheet, area), place: placeOf(sheet, area) });
}

function placeOf(sheet: SheetSnapshot, area: Area): ReadArea {
  const inRows = (row: number) => row >= area.top && row <= area.bottom;
  const inColumns = (column: number) => column >= area.left && column <= area.right;
  return {
    sheet: sheet.name,
    area: areaName(area),
    hiddenRows: sheet.hiddenRows.filter(inRows).length,
    hiddenColumns: sheet.hiddenColumns.filter(inColumns).length,
  };
}

/**
 * Of a workbook: its first visible sheet that reads as a framework, or the one that was named.
 * @returns the problem of the first sheet when none does
 */
export function fromWorkbook(
  snapshot: WorkbookSnapshot,
  named: string | null = null,
): FrameworkImport {
  const imports = snapshot.sheets
    .filter(({ name, visibility }) => (named === null ? visibility === 'visible' : name === named))
    .map((sheet) => fromSnapshotSheet(sheet));
  return (
    imports.find(({ kind }) => kind === 'reading') ?? imports[0] ?? importProblem('emptyTable')
  );
}

export async function fromDocx(bytes: Uint8Array): Promise<FrameworkImport> {
  const { readDocxTables } = await import('../sources/docxTables');
  return fromSource(readDocxTables(bytes));
}

export async function fromHtml(html: string): Promise<FrameworkImport> {
  const { readHtmlTables } = await import('../sources/htmlTables');
  return fromSource(readHtmlTables(html));
}

/** Tab-separated text, or a .csv. */
export function fromTsv(text: string): FrameworkImport {
  return fromSource(readTextTables(text));
}

export function fromJson(text: string): FrameworkImport {
  const reading = readFrameworkJson(text);
  return reading.ok
    ? { kind: 'framework', framework: reading.framework }
    : { kind: 'problems', problems: reading.problems };
}

/**
 * Any file but a workbook, by what is in it. A workbook is opened by a host, since it may hold several
 * sheets: `workbookFile` says so.
 */
export async function fromFile(name: string, bytes: Uint8Array): Promise<FrameworkImport> {
  const kind = fileKind(name, bytes);
  switch (kind) {
    case 'json':
      return fromJson(decodeText(bytes));
    case 'html':
      return fromHtml(decodeText(bytes));
    case 'text':
      return fromTsv(decodeText(bytes));
    case 'docx':
    case 'ole':
    case 'zip':
    case 'xlsx':
    case 'pdf':
    case 'rtf':
    case 'picture':
    case 'empty':
      return fromDocx(bytes);
  }
}

/**
 * Reads the same tables again with columns that the person chose. What she mended by hand is kept.
 * @param columns all of her choices; none: as the table was read at first
 */
export function withColumns(imported: TableImport, columns: ColumnChoices): FrameworkImport {
  const { tables, lines, place } = imported;
  const before = readAgain({ tables, lines }, imported.columns);
  const again = readAgain({ tables, lines }, columns);
  const { reading, kept, lost } = carryEdits(before, imported.reading, again);
  return judge({
    kind: 'reading',
    ...{ reading, tables, lines, columns },
    edits: { kept, lost },
    ...(place ? { place } : {}),
  });
}

type Source = Pick<TableImport, 'tables' | 'lines' | 'place'>;

function fromSource(source: SourceReading): FrameworkImport {
  if (source.ok) return understand(source);
  return { kind: 'problems', problems: [{ ...source.problem, path: '' }] };
}

function understand({ tables, lines, place }: Source): FrameworkImport {
  const reading = readAgain({ tables, lines }, {});
  return judge({
    kind: 'reading',
    ...{ reading, tables, lines, columns: {} },
    ...(place ? { place } : {}),
  });
}

function readAgain({ tables, lines }: Source, columns: ColumnChoices): FrameworkReading {
  return readFrameworkTables(tables, { lines, columns, year: new Date().getFullYear() });
}

/** What gives no framework is a problem, with the tables behind it where columns can be chosen. */
function judge(imported: TableImport): FrameworkImport {
  const { reading, place } = imported;
  const fatal = reading.problems.find((each) => reading.draft === null && isFatal(each));
  if (!fatal) return imported;
  return {
    ...importProblem(fatal.code as ImportProblemCode, fatal.params),
    ...(reading.columns.length > 1 ? { misread: imported } : {}),
    ...(place ? { place } : {}),
  };
}

function isFatal(each: ReadingProblem): boolean {
  return fatalReadingCodes.some((code) => code === each.code);
}

export function importProblem(
  code: ImportProblemCode,
  params: Readonly<Record<string, string>> = {},
): FrameworkImport & { kind: 'problems' } {
  return { kind: 'problems', problems: [{ code, path: '', params }] };
}
