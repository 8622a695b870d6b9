/**
 * Edits that a person has made and the pane has not read yet: kept until they are read, and told about
 * once she pauses.
 */
import type { EditEvent } from '../../workbook/host';

/** Typing pauses this long before the sheet is read again. */
const QUIET_MS = 700;

export class EditWatch {
  private edits: EditEvent[] = [];
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onPause: () => void) {}

  /** @param follow whether to tell of the pause after it */
  note(edit: EditEvent, follow: boolean): void {
    this.edits.push(edit);
    this.stop();
    if (follow) this.quiet = setTimeout(this.onPause, QUIET_MS);
  }

  /** All that were not read; who takes them reads them, or gives them back. */
  take(): EditEvent[] {
    this.stop();
    const { edits } = this;
    this.edits = [];
    return edits;
  }

  giveBack(edits: readonly EditEvent[]): void {
    this.edits = [...edits, ...this.edits];
  }

  stop(): void {
    clearTimeout(this.quiet);
  }
}
