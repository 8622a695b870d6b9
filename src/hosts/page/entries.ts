/**
 * What a person does in the grid, taken over into the file; what the file refuses is taken back.
 *
 * Rule: while the grid does not show the file as it is, nothing that comes from it counts: it would land in
 * cells that the person does not see.
 */
import type { CellAt } from '../../workbook/address';
import { HostError } from '../../workbook/host';
import type { CellValue } from '../../workbook/snapshot';
import type { WorkbookFile } from '../../workbook/view';
import type { Grid, GridEdit, GridListener, GridShape } from './grid';
import type { PageServices } from './pageHost';
import type { Picture } from './picture';
import { rowsAfterEntry } from './rowFit';

export interface EntryContext {
  grid: Grid;
  picture: Picture;
  services: PageServices;
  /** The open one, now. */
  file(): WorkbookFile;
  isPatching(): boolean;
  /** After what is under way, and with every calculation done. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
  selected(sheet: string, at: CellAt): void;
}

export function listenToEntries(context: EntryContext): GridListener {
  const entries = new Entries(context);
  return {
    edited: (edits) => entries.take(edits),
    shaped: (shapes) => void entries.takeShapes(shapes),
    computed: (sheet, cells) => entries.takeComputed(sheet, cells),
    activated: (sheet) => entries.takeActive(sheet),
    selected: (sheet, { top, left }) => context.selected(sheet, { row: top, column: left }),
    refused: () => context.services.tellRefused(),
    mayEdit: (sheet, at) => entries.mayBegin(sheet, at),
  };
}

class Entries {
  /** Rows that were entered into and not looked at since, by sheet. */
  readonly #entered = new Map<string, Set<number>>();

  constructor(private readonly context: EntryContext) {}

  mayBegin(sheet: string, at: CellAt): boolean {
    const { isPatching, picture, services } = this.context;
    if (isPatching()) return false;
    if (!picture.fresh) {
      picture.remind();
      return false;
    }
    if (!picture.isLocked(sheet, at)) return true;
    services.tellLocked(at);
    return false;
  }

  take(edits: GridEdit[]): void {
    const { picture, services, file } = this.context;
    if (!picture.fresh) return picture.remind();
    let refusal: HostError | null = null;
    for (const { sheet, at, write } of edits)
      try {
        file().edit(sheet, at, write);
      } catch (error) {
        refusal = asHostError(error);
      }
    if (!refusal) return this.#followLater(edits);
    picture.show(file());
    services.tell(refusal);
  }

  /** The grid shows them already, so the file only follows. */
  async takeShapes(changes: GridShape[]): Promise<void> {
    const { picture, services, file, inTurn } = this.context;
    if (!picture.fresh) return;
    try {
      await inTurn(() => file().apply({ changes, expects: [] }));
    } catch (error) {
      picture.show(file());
      services.tell(asHostError(error));
    }
  }

  /** A function that only other programs know gives #NAME? here; then the file's own value is better. */
  takeComputed(sheet: string, cells: { at: CellAt; value: CellValue }[]): void {
    const { picture, file } = this.context;
    if (!picture.fresh) return;
    const known = cells.filter(({ value }) => !isUnknownName(value));
    file().setComputed(sheet, known);
  }

  takeActive(sheet: string): void {
    const { picture, services, file } = this.context;
    if (!picture.fresh) return;
    try {
      file().activate(sheet);
    } catch (error) {
      services.tell(asHostError(error));
    }
  }

  /** Rows follow what is entered; entries made at once are looked at together. */
  #followLater(edits: GridEdit[]): void {
    const { services, inTurn } = this.context;
    const due = this.#entered.size > 0;
    for (const { sheet, at } of edits) {
      const rows = this.#entered.get(sheet) ?? new Set();
      this.#entered.set(sheet, rows.add(at.row));
    }
    if (!due) inTurn(() => this.#fitRows()).catch((error) => services.report(error));
  }

  async #fitRows(): Promise<void> {
    const { grid, picture, file } = this.context;
    const entered = [...this.#entered];
    this.#entered.clear();
    if (!picture.fresh) return;
    const { sheets, styles } = file().view();
    const changes = entered.flatMap(([name, rows]) => {
      const now = sheets.find((sheet) => sheet.name === name);
      if (!now) return [];
      const fit = rowsAfterEntry(picture.sheet(name), now, styles, rows);
      grid.setRowHeights(name, fit.drawn);
      return fit.shapes;
    });
    if (changes.length > 0) await file().apply({ changes, expects: [] });
  }
}

function isUnknownName(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && value.error === '#NAME?';
}

function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new HostError('unexpected', { detail }, { cause: error });
}
