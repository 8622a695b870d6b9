/**
 * The workbook in a web page: an .xlsx file in memory that is the truth, and a grid that draws it.
 *
 * Rules kept here:
 * - A person's edit goes to the file first of all; what the file refuses is taken back in the grid.
 * - A patch goes to the file, whole or not at all, and the grid is drawn from the file afterwards.
 * - Nobody reads or writes while a calculation is due, and one request ends before the next begins.
 * - Reading leaves alone what a person is still typing: the pane reads by itself, at any moment.
 * - Opening a file never costs the one that is open: it is replaced only once the new one is read and drawn.
 * - What happened to the file is what is reported, whatever becomes of the picture (see `picture.ts`).
 */
import type { CellAt } from '../../workbook/address';
import {
  HostError,
  type Capabilities,
  type EditEvent,
  type Host,
  type HostFiles,
  type OpenFile,
  type ReadRequest,
  type Selection,
} from '../../workbook/host';
import type { Patch } from '../../workbook/patch';
import type { CellValue, WorkbookSnapshot } from '../../workbook/snapshot';
import type { ValidationView, WorkbookFile, WorkbookView } from '../../workbook/view';
import { listenToEntries } from './entries';
import type { Grid, GridListener } from './grid';
import { Picture } from './picture';

/** Bytes of the largest file that is opened. */
export const largestFile = 20 * 1024 * 1024;

/** What the page does for its host, since it needs the document or another host. */
export interface PageServices {
  /** @throws HostError when these bytes are no workbook that can be opened */
  readFile(bytes: Uint8Array, name: string): Promise<WorkbookFile>;
  /** An empty workbook under a name of its own. */
  newFile(): WorkbookFile;
  /** Lets the person choose; null when she thought better of it. */
  chooseFile(): Promise<File | null>;
  /** Hands the file to the person, under this name. */
  giveFile(bytes: Uint8Array, name: string): void;
  /** Asked before changes that are not saved would be dropped. */
  askUnsaved(name: string): Promise<'save' | 'drop' | 'stay'>;
  /** A person's edit could not be taken over. */
  tell(problem: HostError): void;
  /** Whether the grid shows the file as it is; while it does not, it takes no entries. */
  tellFresh(fresh: boolean): void;
  /** A failure that costs the person nothing, for whoever looks after the machine. */
  report(error: unknown): void;
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
    create: () => this.#act(() => this.#create()),
    save: () => this.#act(() => this.#save()),
    current: () => ({
      name: this.#file.name,
      unsaved: this.#unsaved,
      opened: this.#opened,
      origin: this.#origin,
    }),
    listen: (listener) => listenIn(this.#fileListeners, listener),
  };

  #file: WorkbookFile;
  #unsaved = false;
  #opened = 1;
  #origin: OpenFile['origin'];
  #stopFollowing: () => void = () => undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #patching = false;
  readonly #picture: Picture;
  #cell: { sheet: string; at: CellAt } | null = null;
  readonly #editListeners = new Set<(edit: EditEvent) => void>();
  readonly #fileListeners = new Set<() => void>();
  readonly #cellListeners = new Set<(sheet: string, at: CellAt) => void>();

  /**
   * @param file the workbook to show first; it is drawn at once
   * @throws HostError cannotShow
   */
  constructor(
    private readonly grid: Grid,
    private readonly services: PageServices,
    file: WorkbookFile,
    origin: OpenFile['origin'] = 'own',
  ) {
    this.#file = file;
    this.#origin = origin;
    this.#picture = new Picture(grid, {
      tell: (fresh) => services.tellFresh(fresh),
      report: (error) => services.report(error),
      retry: () => void this.redraw(),
    });
    grid.listen(this.#gridListener());
    if (!this.#picture.open(file)) throw new HostError('cannotShow', { name: file.name });
    this.#follow(file);
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
    const [prompt, note] = [this.#picture.prompt(sheet, at), this.#picture.note(sheet, at)];
    return { ...this.grid.cell(sheet, at), prompt, note };
  }

  /** Draws the file again where the grid does not show it as it is. */
  redraw(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#picture.fresh) this.#picture.show(this.#file, 'all');
    });
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
   * @param given of one from before: where it came from, and whether it holds changes in no file of hers
   * @returns false when she would rather stay
   * @throws HostError, with the open workbook as it was
   */
  openBytes(
    bytes: Uint8Array,
    name: string,
    given: Partial<Pick<OpenFile, 'unsaved' | 'origin'>> = {},
  ): Promise<boolean> {
    return this.#act(async () => {
      if (bytes.byteLength > largestFile)
        throw new HostError('tooLarge', { name, limit: `${largestFile / 1024 / 1024} MB` });
      const file = await this.services.readFile(bytes, name);
      if (!(await this.#mayLeave())) return false;
      this.#turnTo(file, { unsaved: false, origin: 'own', ...given });
      return true;
    });
  }

  async #create(): Promise<boolean> {
    if (!(await this.#mayLeave())) return false;
    this.#turnTo(this.services.newFile(), { unsaved: false, origin: 'new' });
    return true;
  }

  /** Shows the new file, or else the old one still. */
  #turnTo(file: WorkbookFile, { unsaved, origin }: Pick<OpenFile, 'unsaved' | 'origin'>): void {
    if (!this.#picture.open(file)) {
      this.#picture.show(this.#file);
      throw new HostError('cannotShow', { name: file.name });
    }
    this.#stopFollowing();
    this.#file = file;
    this.#opened++;
    this.#origin = origin;
    this.#follow(file);
    this.#setUnsaved(unsaved);
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
    if (this.#origin === 'new') this.#origin = 'own';
    this.#setUnsaved(false);
  }

  async #applyAndDraw(patch: Patch): Promise<Patch> {
    let inverse: Patch;
    this.#patching = true;
    try {
      inverse = await this.#file.apply(patch);
    } finally {
      this.#patching = false;
    }
    this.#picture.show(this.#file, 'all');
    await this.grid.settled();
    return inverse;
  }

  #follow(file: WorkbookFile): void {
    const stops = [
      file.listen((edit) => this.#tellAll(this.#editListeners, (listener) => listener(edit))),
      file.onChange(() => this.#setUnsaved(true)),
    ];
    this.#stopFollowing = () => stops.forEach((stop) => stop());
  }

  #setUnsaved(unsaved: boolean): void {
    this.#unsaved = unsaved;
    this.#tellAll(this.#fileListeners, (listener) => listener());
  }

  /** One that fails to listen costs neither the others nor what is told. */
  #tellAll<T>(listeners: ReadonlySet<T>, tell: (listener: T) => void): void {
    for (const listener of listeners)
      try {
        tell(listener);
      } catch (error) {
        this.services.report(error);
      }
  }

  #gridListener(): GridListener {
    return listenToEntries({
      grid: this.grid,
      picture: this.#picture,
      services: this.services,
      file: () => this.#file,
      isPatching: () => this.#patching,
      inTurn: (act) => this.#inTurn(act),
      selected: (sheet, at) => {
        this.#cell = { sheet, at };
        this.#tellAll(this.#cellListeners, (listener) => listener(sheet, at));
      },
    });
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
