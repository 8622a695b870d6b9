/**
 * The workbook in a web page: an .xlsx file in memory that is the truth, and a grid that draws it.
 *
 * Rules kept here:
 * - A person's edit goes to the file first of all; what the file refuses is taken back in the grid.
 * - A patch goes to the file, whole or not at all, and the grid is drawn from the file afterwards.
 * - Nobody reads or writes while a calculation is due, and one request ends before the next begins.
 * - Reading leaves alone what a person is still typing: the pane reads by itself, at any moment.
 * - Opening a file never costs the one that is open: it is replaced only once the new one is read.
 */
import type { CellAt } from '../../workbook/address';
import {
  HostError,
  type Capabilities,
  type EditEvent,
  type Host,
  type HostFiles,
  type ReadRequest,
  type Selection,
} from '../../workbook/host';
import type { Patch } from '../../workbook/patch';
import type { CellValue, WorkbookSnapshot } from '../../workbook/snapshot';
import type { ValidationView, WorkbookFile, WorkbookView } from '../../workbook/view';
import type { Grid, GridEdit, GridListener, GridShape } from './grid';
import { sheetGuards, type SheetGuards } from './sheetGuards';

/** Bytes of the largest file that is opened. */
export const largestFile = 20 * 1024 * 1024;

/** What the page does for its host, since it needs the document or another host. */
export interface PageServices {
  /** @throws HostError when these bytes are no workbook that can be opened */
  readFile(bytes: Uint8Array, name: string): Promise<WorkbookFile>;
  /** Lets the person choose; null when she thought better of it. */
  chooseFile(): Promise<File | null>;
  /** Hands the file to the person, under this name. */
  giveFile(bytes: Uint8Array, name: string): void;
  /** Asked before changes that are not saved would be dropped. */
  askUnsaved(name: string): Promise<'save' | 'drop' | 'stay'>;
  /** A person's edit could not be taken over. */
  tell(problem: HostError): void;
  /** A person tried what the grid does not do. */
  tellRefused(): void;
  /** A person tried to write into a cell that its sheet's protection locks. */
  tellLocked(at: CellAt): void;
}

export interface CellDescription {
  value: CellValue;
  formula: string | null;
  prompt: ValidationView['prompt'];
  /** The note on the cell; "" when there is none. */
  note: string;
}

export class PageHost implements Host {
  readonly capabilities: Capabilities = { files: true, lacks: ['outline'] };
  readonly files: HostFiles = {
    open: () => this.#chooseAndOpen(),
    save: () => this.#act(() => this.#save()),
    current: () => ({ name: this.#file.name, unsaved: this.#unsaved }),
    listen: (listener) => listenIn(this.#fileListeners, listener),
  };

  #file: WorkbookFile;
  #unsaved = false;
  #stopFollowing: () => void = () => undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #patching = false;
  /** Of the workbook as it was last drawn. */
  #guards: SheetGuards | null = null;
  #cell: { sheet: string; at: CellAt } | null = null;
  readonly #editListeners = new Set<(edit: EditEvent) => void>();
  readonly #fileListeners = new Set<() => void>();
  readonly #cellListeners = new Set<(sheet: string, at: CellAt) => void>();

  /** @param file the workbook to show first; it is drawn at once */
  constructor(
    private readonly grid: Grid,
    private readonly services: PageServices,
    file: WorkbookFile,
  ) {
    this.#file = file;
    grid.listen(this.#gridListener());
    this.#follow(file);
    this.#drawOpened();
  }

  read(request: ReadRequest): Promise<WorkbookSnapshot> {
    return this.#inTurn(() => this.#file.read(request));
  }

  apply(patch: Patch): Promise<Patch> {
    return this.#act(() => this.#applyAndDraw(patch));
  }

  select(sheet: string, at: CellAt): Promise<void> {
    return this.#act(async () => {
      this.#file.activate(sheet);
      this.grid.select(sheet, at);
    });
  }

  /** What was being typed there is taken first, so that a reading of it is whole. */
  selection(): Promise<Selection | null> {
    return this.#act(async () => {
      const selected = this.grid.selection();
      const [area] = selected?.areas ?? [];
      return selected && area
        ? { sheet: selected.sheet, area, areas: selected.areas.length }
        : null;
    });
  }

  listen(listener: (edit: EditEvent) => void): () => void {
    return listenIn(this.#editListeners, listener);
  }

  /** Calls back with the selected cell, now and after each change, until the returned function is called. */
  listenToCell(listener: (sheet: string, at: CellAt) => void): () => void {
    if (this.#cell) listener(this.#cell.sheet, this.#cell.at);
    return listenIn(this.#cellListeners, listener);
  }

  /** Gives the keyboard to the grid. */
  focus(): void {
    this.grid.focus();
  }

  /** What a cell holds, and the input message that the file carries for it. */
  describe(sheet: string, at: CellAt): CellDescription {
    const prompt = this.#guards?.prompt(sheet, at) ?? null;
    return { ...this.grid.cell(sheet, at), prompt, note: this.#guards?.note(sheet, at) ?? '' };
  }

  /** The workbook as it is now, to be shown in another way than the grid's. */
  view(): WorkbookView {
    return this.#file.view();
  }

  /** The file as it would be saved now, without waiting for a calculation. @throws HostError */
  bytes(): Promise<Uint8Array> {
    return this.#file.toBytes();
  }

  /**
   * Opens a file that a person chose or dropped, or one kept from before.
   * @param unsaved whether it holds changes that are in no file of hers
   * @returns false when she would rather stay
   * @throws HostError, with the open workbook as it was
   */
  openBytes(bytes: Uint8Array, name: string, unsaved = false): Promise<boolean> {
    return this.#act(async () => {
      if (bytes.byteLength > largestFile)
        throw new HostError('tooLarge', { name, limit: `${largestFile / 1024 / 1024} MB` });
      const file = await this.services.readFile(bytes, name);
      if (!(await this.#mayLeave())) return false;
      this.#stopFollowing();
      this.#file = file;
      this.#follow(file);
      this.#drawOpened();
      this.#setUnsaved(unsaved);
      return true;
    });
  }

  async #chooseAndOpen(): Promise<boolean> {
    const chosen = await this.services.chooseFile();
    if (!chosen) return false;
    return this.openBytes(await readBytes(chosen), chosen.name);
  }

  async #mayLeave(): Promise<boolean> {
    if (!this.#unsaved) return true;
    const answer = await this.services.askUnsaved(this.#file.name);
    if (answer === 'save') await this.#save();
    return answer !== 'stay';
  }

  async #save(): Promise<void> {
    this.services.giveFile(await this.#file.toBytes(), this.#file.name);
    this.#setUnsaved(false);
  }

  async #applyAndDraw(patch: Patch): Promise<Patch> {
    this.#patching = true;
    try {
      return await this.#file.apply(patch);
    } finally {
      this.#patching = false;
      this.#draw();
      this.grid.recalculate();
      await this.grid.settled();
    }
  }

  /** A file brings the values of its formulas; only one that does not is calculated at once. */
  #drawOpened(): void {
    const view = this.#draw();
    const unknown = view.sheets.some(({ cells }) =>
      cells.some(({ formula, value }) => formula !== null && value === null),
    );
    if (unknown) this.grid.recalculate();
  }

  #draw(): WorkbookView {
    const view = this.#file.view();
    this.#guards = sheetGuards(view);
    this.grid.draw(view);
    return view;
  }

  #follow(file: WorkbookFile): void {
    const stops = [
      file.listen((edit) => this.#editListeners.forEach((listener) => listener(edit))),
      file.onChange(() => this.#setUnsaved(true)),
    ];
    this.#stopFollowing = () => stops.forEach((stop) => stop());
  }

  #setUnsaved(unsaved: boolean): void {
    this.#unsaved = unsaved;
    this.#fileListeners.forEach((listener) => listener());
  }

  #gridListener(): GridListener {
    return {
      edited: (edits) => this.#takeEdits(edits),
      shaped: (shapes) => void this.#takeShapes(shapes),
      computed: (sheet, cells) => this.#takeComputed(sheet, cells),
      activated: (sheet) => this.#takeActive(sheet),
      selected: (sheet, { top, left }) => {
        this.#cell = { sheet, at: { row: top, column: left } };
        this.#cellListeners.forEach((listener) => listener(sheet, { row: top, column: left }));
      },
      refused: () => this.services.tellRefused(),
      mayEdit: (sheet, at) => this.#mayEdit(sheet, at),
    };
  }

  #mayEdit(sheet: string, at: CellAt): boolean {
    if (this.#patching) return false;
    if (!this.#guards?.isLocked(sheet, at)) return true;
    this.services.tellLocked(at);
    return false;
  }

  #takeEdits(edits: GridEdit[]): void {
    let refusal: HostError | null = null;
    for (const { sheet, at, write } of edits)
      try {
        this.#file.edit(sheet, at, write);
      } catch (error) {
        refusal = asHostError(error);
      }
    if (!refusal) return;
    this.#draw();
    this.services.tell(refusal);
  }

  /** The grid shows them already, so the file only follows. */
  async #takeShapes(changes: GridShape[]): Promise<void> {
    try {
      await this.#inTurn(() => this.#file.apply({ changes, expects: [] }));
    } catch (error) {
      this.#draw();
      this.services.tell(asHostError(error));
    }
  }

  /** A function that only other programs know gives #NAME? here; then the file's own value is better. */
  #takeComputed(sheet: string, cells: { at: CellAt; value: CellValue }[]): void {
    this.#file.setComputed(
      sheet,
      cells.filter(({ value }) => !isUnknownName(value)),
    );
  }

  #takeActive(sheet: string): void {
    try {
      this.#file.activate(sheet);
    } catch (error) {
      this.services.tell(asHostError(error));
    }
  }

  /** What a person does on purpose ends what she was typing. */
  #act<T>(act: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.grid.endEntry();
      await this.grid.settled();
      return act();
    });
  }

  /** One after the other, and never while the grid owes a calculation. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(async () => {
      await this.grid.settled();
      return act();
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function listenIn<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isUnknownName(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && value.error === '#NAME?';
}

function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new HostError('unexpected', { detail }, { cause: error });
}

async function readBytes(file: File): Promise<Uint8Array> {
  if (file.size > largestFile)
    throw new HostError('tooLarge', {
      name: file.name,
      limit: `${largestFile / 1024 / 1024} MB`,
    });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new HostError('unreadable', { name: file.name }, { cause });
  }
}
