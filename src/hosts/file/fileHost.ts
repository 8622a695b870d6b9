/**
 * An .xlsx file as a host: the same reading and patching that Excel offers, over bytes in memory, in a
 * browser or in Node. Rule: a patch is made in a draft, and the draft takes the book's place only when
 * all of it succeeded.
 */
import { cellName, type CellAt } from '../../workbook/address';
import { HostError, isHostError, type EditEvent, type ReadRequest } from '../../workbook/host';
import type { CellWrite, Patch } from '../../workbook/patch';
import type { CellValue, WorkbookSnapshot } from '../../workbook/snapshot';
import type { Recalculate, WorkbookFile, WorkbookView } from '../../workbook/view';
import { sameValue, writeCell } from './applyChange';
import { applyPatch } from './applyPatch';
import { cellAt, draftOf, gridSheet, setCell, settled, styleAt, type Book } from './book';
import { emptyBook } from './emptyBook';
import { readBook } from './readBook';
import { isProtected, setSelected } from './sheetParts';
import { snapshotOf } from './snapshotOf';
import { computeStale, hasStale, markStale, seedsOfPatch } from './stale';
import { viewOf } from './viewOf';
import { writeBook } from './writeBook';

export interface FileOptions {
  /** Calculates formulas whose value is missing or out of date; without it they wait for `setComputed`. */
  recalculate?: Recalculate;
}

/**
 * Opens the content of a file; `name` is what the person knows it by.
 * @throws HostError notXlsx, oldXls, encrypted, damaged, zipBomb, tooLarge
 */
export async function openWorkbookFile(
  bytes: Uint8Array,
  name: string,
  options: FileOptions = {},
): Promise<WorkbookFile> {
  return new FileHost(readBook(bytes, name), name, options);
}

/** A new workbook with one empty sheet. */
export function newWorkbookFile(name: string, options: FileOptions = {}): WorkbookFile {
  return new FileHost(emptyBook(name), name, options);
}

type ChangeListener = Parameters<WorkbookFile['onChange']>[0];

class FileHost implements WorkbookFile {
  readonly capabilities = { files: false, lacks: [] } as const;
  private readonly editListeners = new Set<(edit: EditEvent) => void>();
  private readonly changeListeners = new Set<ChangeListener>();

  constructor(
    private book: Book,
    readonly name: string,
    private readonly options: FileOptions,
  ) {}

  async read(request: ReadRequest): Promise<WorkbookSnapshot> {
    await this.calculate();
    return snapshotOf(this.book, request);
  }

  async apply(patch: Patch): Promise<Patch> {
    const before = this.book;
    const { book, inverse } = attempt(() => applyPatch(before, patch));
    this.book = book;
    if (this.options.recalculate) markStale(book, seedsOfPatch(book, patch));
    const names = new Set(
      [...before.sheets, ...book.sheets]
        .filter((sheet) => differs(sheet.name, before, book))
        .map((sheet) => sheet.name),
    );
    if (names.size > 0) for (const listener of this.changeListeners) listener('patch', [...names]);
    return inverse;
  }

  async select(sheet: string, at: CellAt): Promise<void> {
    this.activate(sheet);
    setSelected(gridSheet(this.book, sheet), at);
  }

  activate(name: string): void {
    const sheet = gridSheet(this.book, name);
    if (sheet.state !== 'visible') throw new HostError('sheetGone', { sheet: name });
    this.book.active = sheet.sheetId;
  }

  edit(name: string, at: CellAt, write: CellWrite): void {
    const sheet = gridSheet(this.book, name);
    if (isProtected(sheet) && this.book.styles.view(styleAt(sheet, at.row, at.column)).locked) {
      throw new HostError('sheetProtected', { sheet: name });
    }
    writeCell(this.book, sheet, at, write);
    if (this.options.recalculate) {
      markStale(this.book, {
        areas: [
          { sheet: name, area: { top: at.row, bottom: at.row, left: at.column, right: at.column } },
        ],
        all: false,
      });
    }
    for (const listener of this.editListeners) listener({ sheet: name, address: cellName(at) });
    for (const listener of this.changeListeners) listener('edit', [name]);
  }

  setComputed(name: string, cells: readonly { at: CellAt; value: CellValue }[]): void {
    const sheet = gridSheet(this.book, name);
    for (const { at, value } of cells) {
      const held = cellAt(sheet, at.row, at.column);
      if (!held || held.formula === null || (!held.stale && sameValue(held.value, value))) continue;
      setCell(sheet, at.row, at.column, { ...settled(held), value });
    }
  }

  async toBytes(): Promise<Uint8Array> {
    await this.calculate();
    return attempt(() => writeBook(this.book));
  }

  view(): WorkbookView {
    return viewOf(this.book, this.name);
  }

  listen(listener: (edit: EditEvent) => void): () => void {
    this.editListeners.add(listener);
    return () => this.editListeners.delete(listener);
  }

  onChange(listener: ChangeListener): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  private async calculate(): Promise<void> {
    if (!this.options.recalculate || !hasStale(this.book)) return;
    const draft = draftOf(this.book);
    await computeStale(draft, this.options.recalculate);
    this.book = draft;
  }
}

/** A bug in here must not look like one in the caller's data, nor leave without a name. */
function attempt<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (isHostError(error)) throw error;
    throw new HostError(
      'unexpected',
      { detail: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
}

/** Whether a sheet of that name is new, gone or in any way another than it was. */
function differs(name: string, before: Book, after: Book): boolean {
  const was = before.sheets.find((sheet) => sheet.name === name);
  const now = after.sheets.find((sheet) => sheet.name === name);
  if (
    !was ||
    !now ||
    was.root !== now.root ||
    was.columns !== now.columns ||
    was.rows.size !== now.rows.size
  )
    return true;
  for (const [index, row] of now.rows) {
    const old = was.rows.get(index);
    if (!old || old.attributes !== row.attributes || old.cells.size !== row.cells.size) return true;
    for (const [column, cell] of row.cells) if (old.cells.get(column) !== cell) return true;
  }
  return false;
}
