/**
 * A host is where a workbook lives: Excel, an .xlsx file, the spreadsheet in a web page. It is small
 * on purpose: read, apply, select, listen, say what it can do. Anything clever belongs above it.
 */
import type { Area, CellAt } from './address';
import type { Patch, RowSpan } from './patch';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';

export interface ReadRequest {
  /** The active sheet, every visible sheet, or these. */
  sheets: 'active' | 'all' | readonly string[];
}

/** Rows of one sheet, as wide as the sheet was when it was last read. */
export interface RowsRequest {
  sheet: string;
  rows: readonly RowSpan[];
  columns: number;
}

/** What these rows hold now. */
export interface ReadRows {
  sheet: string;
  /** Of the whole sheet now, as in its snapshot. */
  rowCount: number;
  columnCount: number;
  bands: RowBand[];
}

/** Rows below each other, each as wide as was asked for. */
export interface RowBand extends Pick<
  SheetSnapshot,
  'values' | 'formulas' | 'numberFormats' | 'bold' | 'indents'
> {
  first: number;
}

/** What a person has selected. It may reach beyond the part in use, as whole columns and rows do. */
export interface Selection {
  sheet: string;
  /** The first of them, where several stand apart. */
  area: Area;
  /** How many stand apart. */
  areas: number;
}

/** A person's edit, seen by the host. */
export interface EditEvent {
  sheet: string;
  /** A1 address of what changed, without the sheet. */
  address: string;
}

export interface Capabilities {
  /** Opening and saving files is the host's business (the page), not the program's around it (Excel). */
  files: boolean;
  /** Words for the person about what this host cannot do: codes, worded in `i18n`. */
  lacks: readonly ('outline' | 'print' | 'validationMessages' | 'marks')[];
}

export interface Host {
  readonly capabilities: Capabilities;
  /** @throws HostError */
  read(request: ReadRequest): Promise<WorkbookSnapshot>;
  /** Where a whole reading is dear: some rows, in one trip for all that is asked. @throws HostError */
  readRows?(requests: readonly RowsRequest[]): Promise<ReadRows[]>;
  /** How numbers are written in this program, where it has a way of its own. @throws HostError */
  culture?(): Promise<{ decimal: ',' | '.' }>;
  /**
   * Applies all of the patch or nothing, and returns its inverse.
   * @throws HostError, with the workbook as it was
   */
  apply(patch: Patch): Promise<Patch>;
  /** Shows a cell to the person. @throws HostError */
  select(sheet: string, at: CellAt): Promise<void>;
  /** What is selected now; null where it is no cells (a chart, a picture). @throws HostError */
  selection?(): Promise<Selection | null>;
  /** Calls back after each edit a person makes, until the returned function is called. */
  listen(listener: (edit: EditEvent) => void): () => void;
  /** Present when `capabilities.files`. */
  readonly files?: HostFiles;
}

/** What a host offers that keeps its own files. */
export interface HostFiles {
  /** Lets the person choose a file; resolves to false when she thought better of it. @throws HostError */
  open(): Promise<boolean>;
  /** Begins a new, empty workbook; resolves to false when she would rather stay. @throws HostError */
  create?(): Promise<boolean>;
  save(): Promise<void>;
  current(): OpenFile;
  /** Calls back when `current()` changes, until the returned function is called. */
  listen(listener: () => void): () => void;
}

export interface OpenFile {
  name: string;
  /** It has changes that are not saved. */
  unsaved: boolean;
  /** Another number for each file that was opened, since two files may bear the same name. */
  opened: number;
  /** The product's own sample, a workbook begun here, or a file that the person brought. */
  origin: 'sample' | 'new' | 'own';
}

/** Why a host could not do it. Each code has one sentence in `i18n`: what, where, what to do. */
export const hostProblems = [
  'changedMeanwhile', // params: sheet, cell; what: memory (what the workbook remembers), shape (its rows, columns)
  'sheetGone', // sheet
  'sheetExists', // sheet
  'sheetProtected', // sheet
  'insideTable', // sheet, table
  'workbookProtected',
  'cellEditing',
  'tooLarge', // limit
  'textTooLong', // sheet, cell, limit, length (characters)
  'notXlsx', // name
  'oldXls', // name
  'encrypted', // name
  'damaged', // name
  'zipBomb', // name
  'tooOld',
  'halfDone', // detail: a change failed midway and could not be taken back whole
  'unreadable', // name
  'cannotWrite', // name
  'cannotShow', // name
  'unexpected', // detail
] as const;
export type HostProblem = (typeof hostProblems)[number];

export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly problem: HostProblem,
    readonly params: Readonly<Record<string, string>> = {},
    options?: { cause?: unknown },
  ) {
    super(`${problem} ${JSON.stringify(params)}`, options);
  }
}

/** By shape, not by class: the pane and the page that hands it its host are two realms. */
export function isHostError(error: unknown): error is HostError {
  return (
    typeof error === 'object' &&
    error !== null &&
    (error as Error).name === 'HostError' &&
    'problem' in error
  );
}
