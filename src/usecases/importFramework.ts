/**
 * A framework from what a person has: the clipboard, a sheet, a .docx, a web page, text, or our own
 * JSON. A table comes back as a reading to look through and mend row by row; what cannot be read at all
 * comes back as one problem with one clear sentence.
 */
import type { Framework } from '../domain/framework/framework';
import type { FrameworkReading, ReadingProblem } from '../domain/framework/reading';
import { readFrameworkTables, type ReadTableOptions } from '../domain/framework/readTable';
import type { SourceTable } from '../domain/framework/sourceTable';
import { decodeText, fileKind } from '../sources/fileKind';
import type { SourceProblemCode, SourceReading } from '../sources/source';
import { readTextTables } from '../sources/textTables';
import type { Area } from '../workbook/address';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { readFrameworkJson, type FrameworkFileProblemCode } from './frameworks';
import { snapshotTable } from './snapshotTable';

/** Reading problems after which nothing is left to mend. */
export const fatalReadingCodes = ['emptyTable', 'tooManyRows', 'notCriteria', 'noNodes'] as const;

export type ImportProblemCode =
  SourceProblemCode | FrameworkFileProblemCode | (typeof fatalReadingCodes)[number];

export interface ImportProblem {
  code: ImportProblemCode;
  /** Where in a JSON file; "" elsewhere. */
  path: string;
  params: Readonly<Record<string, string>>;
}

export type FrameworkImport =
  /** Tables, understood row by row; `tables` and `lines` serve to read them again. */
  | { kind: 'reading'; reading: FrameworkReading; tables: SourceTable[]; lines: string[] }
  /** A framework that needs no mending. */
  | { kind: 'framework'; framework: Framework }
  | { kind: 'problems'; problems: ImportProblem[] };

/** Text that makes a good reading is enough; HTML knows bold, merges and indents as well. */
export async function fromClipboard(clip: {
  html: string;
  text: string;
}): Promise<FrameworkImport> {
  if (/^\s*\{/.test(clip.text)) return fromJson(clip.text);
  if (/<table[\s>]/i.test(clip.html)) return fromHtml(clip.html);
  if (clip.text.trim() !== '') return fromTsv(clip.text);
  return clip.html.trim() === '' ? problem('emptySource') : fromHtml(clip.html);
}

/** @param area what is selected; the whole sheet when left out */
export function fromSnapshotSheet(sheet: SheetSnapshot, area?: Area): FrameworkImport {
  return understand([snapshotTable(sheet, area)], []);
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
  return imports.find(({ kind }) => kind === 'reading') ?? imports[0] ?? problem('emptyTable');
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

/** Reads the same tables again with columns that the person chose. */
export function withColumns(
  imported: FrameworkImport & { kind: 'reading' },
  columns: NonNullable<ReadTableOptions['columns']>,
): FrameworkImport {
  return understand(imported.tables, imported.lines, columns);
}

function fromSource(source: SourceReading): FrameworkImport {
  if (source.ok) return understand(source.tables, source.lines);
  return { kind: 'problems', problems: [{ ...source.problem, path: '' }] };
}

function understand(
  tables: SourceTable[],
  lines: string[],
  columns: NonNullable<ReadTableOptions['columns']> = {},
): FrameworkImport {
  const year = new Date().getFullYear();
  const reading = readFrameworkTables(tables, { lines, columns, year });
  const fatal = reading.problems.find((each) => reading.draft === null && isFatal(each));
  if (!fatal) return { kind: 'reading', reading, tables, lines };
  return problem(fatal.code as ImportProblemCode, fatal.params);
}

function isFatal(each: ReadingProblem): boolean {
  return fatalReadingCodes.some((code) => code === each.code);
}

function problem(
  code: ImportProblemCode,
  params: Readonly<Record<string, string>> = {},
): FrameworkImport {
  return { kind: 'problems', problems: [{ code, path: '', params }] };
}
