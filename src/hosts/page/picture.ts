/**
 * The grid as a picture of the file: when it is drawn, and what holds while it could not be.
 *
 * Rule: a picture that fails is no failure of what was done to the file. It is drawn again without what
 * stood on the screen before, then again by itself; until one succeeds the person is told, and nothing
 * she does in the old picture counts.
 */
import type { CellAt } from '../../workbook/address';
import type { SheetView, ValidationView, WorkbookFile, WorkbookView } from '../../workbook/view';
import type { Grid } from './grid';
import { sheetGuards, type SheetGuards } from './sheetGuards';

/** In milliseconds from a failure to the next attempt; then it is left to the person, or the next change. */
const pauses = [500, 2000, 5000];

interface PictureServices {
  /** Whether the picture shows the file; told when that changes, and again when someone ought to know. */
  tell(fresh: boolean): void;
  /** A failure, for whoever looks after the machine. */
  report(error: unknown): void;
  /** Asks for another attempt, when its turn has come. */
  retry(): void;
}

export class Picture {
  #fresh = true;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #view: WorkbookView | null = null;
  #guards: SheetGuards | null = null;

  constructor(
    private readonly grid: Grid,
    private readonly services: PictureServices,
  ) {}

  /** Whether the grid shows the file as it is. */
  get fresh(): boolean {
    return this.#fresh;
  }

  /** Draws a file that was just opened. @returns whether the grid shows it now; if not, anything may show */
  open(file: WorkbookFile): boolean {
    const drawn = this.#draw(file, 'unknown', 'dropped');
    if (drawn) this.#settle(true);
    return drawn;
  }

  /**
   * Draws the open file as it is now; what fails is tried again by itself.
   * @param calculate every formula, or only where the file brings no value for one
   */
  show(file: WorkbookFile, calculate: 'all' | 'unknown' = 'unknown'): void {
    this.#settle(this.#draw(file, calculate, 'kept') || this.#draw(file, calculate, 'dropped'));
  }

  #settle(drawn: boolean): void {
    clearTimeout(this.#timer);
    if (drawn) {
      this.#failures = 0;
      if (!this.#fresh) this.services.tell(true);
    } else {
      const pause = pauses[this.#failures++];
      if (pause !== undefined) this.#timer = setTimeout(() => this.services.retry(), pause);
      this.services.tell(false);
    }
    this.#fresh = drawn;
  }

  /** Says once more that what is seen is not the file. */
  remind(): void {
    this.services.tell(this.#fresh);
  }

  /** A sheet as it was last drawn. */
  sheet(name: string): SheetView | null {
    return this.#view?.sheets.find((sheet) => sheet.name === name) ?? null;
  }

  isLocked(sheet: string, at: CellAt): boolean {
    return this.#guards?.isLocked(sheet, at) ?? false;
  }

  prompt(sheet: string, at: CellAt): ValidationView['prompt'] {
    return this.#guards?.prompt(sheet, at) ?? null;
  }

  note(sheet: string, at: CellAt): string {
    return this.#guards?.note(sheet, at) ?? '';
  }

  #draw(file: WorkbookFile, calculate: 'all' | 'unknown', place: 'kept' | 'dropped'): boolean {
    try {
      const view = file.view();
      const guards = sheetGuards(view);
      this.grid.draw(view, place);
      this.#view = view;
      this.#guards = guards;
      if (calculate === 'all' || lacksValues(view)) this.grid.recalculate();
      return true;
    } catch (error) {
      this.services.report(error);
      return false;
    }
  }
}

function lacksValues({ sheets }: WorkbookView): boolean {
  return sheets.some(({ cells }) =>
    cells.some(({ formula, value }) => formula !== null && value === null),
  );
}
