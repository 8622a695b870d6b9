/**
 * Carrying out plans, and taking them back. Excel's own undo forgets or mixes up what an add-in does,
 * so the product keeps the inverse of each change it made, last one first.
 *
 * Rule kept here: undo loses nobody's entry silently. What it would take away is shown first, what it
 * would only overwrite is written again; where rows or columns were moved since, undo does not go on at
 * all, since it would hit other cells.
 */
import { cellName } from '../workbook/address';
import { editedSince, sheetsTouched } from '../workbook/editedSince';
import { isHostError, type Host } from '../workbook/host';
import type { Patch } from '../workbook/patch';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { Plan } from './plan';

export interface HistoryEntry {
  /** What the change is called, for the person. */
  label: string;
}

export type UndoResult =
  | { done: true; label: string }
  /** Nothing was undone: these cells were edited since. `canForce`: undo may go on if the person says so. */
  | { done: false; edited: { sheet: string; cell: string }[]; canForce: boolean };

export interface History {
  /**
   * @param before the workbook that the plan was made from: what undo compares with
   * @throws HostError, with the workbook as it was
   */
  apply(plan: Plan, label: string, before: WorkbookSnapshot): Promise<void>;
  /** Takes back the last change; does nothing when there is none. @throws HostError */
  undo(options?: { force: boolean }): Promise<UndoResult | null>;
  /** Last one last. */
  readonly entries: readonly HistoryEntry[];
  /** The last change stays for good: the ones before it can be taken back then. */
  leave(): void;
}

interface Done extends HistoryEntry {
  patch: Patch;
  inverse: Patch;
  before: WorkbookSnapshot;
}

export function createHistory(host: Host): History {
  let done: readonly Done[] = [];
  return {
    get entries() {
      return done;
    },
    async apply(plan, label, before) {
      if (plan.patch.changes.length === 0) return;
      const inverse = await host.apply(plan.patch);
      // Of a large workbook only what the change touches is kept for as long as the history.
      const touched = new Set(sheetsTouched(plan.patch));
      const sheets = before.sheets.filter(({ name }) => touched.has(name));
      done = [...done, { label, patch: plan.patch, inverse, before: { ...before, sheets } }];
    },
    async undo(options = { force: false }) {
      const last = done[done.length - 1];
      if (!last) return null;
      const now = await host.read({ sheets: 'all' });
      const edited = editedSince(last.patch, last.before, now);
      const refuse = edited.moved || (edited.cells.length > 0 && !options.force);
      if (refuse) {
        return { done: false, edited: edited.cells.map(toName), canForce: !edited.moved };
      }
      const remains = ({ sheet }: { sheet: string }) => !edited.gone.includes(sheet);
      const inverse = {
        changes: [...last.inverse.changes.filter(remains), ...edited.kept],
        // What the person has been shown, and chose to give up, no longer holds the host back.
        expects: options.force ? [] : last.inverse.expects.filter(remains),
      };
      const changed = await applyOrChanged(host, inverse);
      if (changed) return { done: false, edited: [changed], canForce: true };
      done = done.slice(0, -1);
      return { done: true, label: last.label };
    },
    leave() {
      done = done.slice(0, -1);
    },
  };
}

/** Returns the cell that was edited meanwhile, if that is why the host did nothing. */
async function applyOrChanged(
  host: Host,
  inverse: Patch,
): Promise<{ sheet: string; cell: string } | null> {
  try {
    await host.apply(inverse);
    return null;
  } catch (error) {
    if (!isHostError(error) || error.problem !== 'changedMeanwhile') throw error;
    return { sheet: error.params['sheet'] ?? '', cell: error.params['cell'] ?? '' };
  }
}

function toName({ sheet, at }: { sheet: string; at: { row: number; column: number } }) {
  return { sheet, cell: cellName(at) };
}
