/**
 * Carrying out plans, and taking them back. Excel's own undo forgets or mixes up what an add-in does,
 * so the product keeps the inverse of each change it made, last one first.
 *
 * Rule kept here: undo loses nobody's entry silently. What was edited since is shown first; where rows
 * or columns were moved since, undo does not go on at all, since it would hit other cells.
 */
import { cellName } from '../workbook/address';
import { editedSince, sheetsTouched } from '../workbook/editedSince';
import { isHostError, type Host } from '../workbook/host';
import type { Patch } from '../workbook/patch';
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
  /** @throws HostError, with the workbook as it was */
  apply(plan: Plan, label: string): Promise<void>;
  /** Takes back the last change; does nothing when there is none. @throws HostError */
  undo(options?: { force: boolean }): Promise<UndoResult | null>;
  /** Last one last. */
  readonly entries: readonly HistoryEntry[];
  /** Forgets all: another workbook was opened. */
  clear(): void;
  listen(listener: () => void): () => void;
}

interface Done extends HistoryEntry {
  patch: Patch;
  inverse: Patch;
}

export function createHistory(host: Host): History {
  let done: readonly Done[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly Done[]) => {
    done = next;
    listeners.forEach((listener) => listener());
  };
  return {
    get entries() {
      return done;
    },
    async apply(plan, label) {
      if (plan.patch.changes.length === 0) return;
      const inverse = await host.apply(plan.patch);
      change([...done, { label, patch: plan.patch, inverse }]);
    },
    async undo(options = { force: false }) {
      const last = done[done.length - 1];
      if (!last) return null;
      const edited = await readEdited(host, last.patch);
      const refuse = edited.moved || (edited.cells.length > 0 && !options.force);
      if (refuse) {
        return { done: false, edited: edited.cells.map(toName), canForce: !edited.moved };
      }
      // What the person has been shown, and chose to give up, no longer holds the host back.
      const inverse = options.force ? { ...last.inverse, expects: [] } : last.inverse;
      const changed = await applyOrChanged(host, inverse);
      if (changed) return { done: false, edited: [changed], canForce: true };
      change(done.slice(0, -1));
      return { done: true, label: last.label };
    },
    clear() {
      change([]);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
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

/** A sheet that is gone cannot be read: then there is nothing left to undo there. */
async function readEdited(host: Host, patch: Patch) {
  try {
    return editedSince(patch, await host.read({ sheets: sheetsTouched(patch) }));
  } catch (error) {
    if (isHostError(error) && error.problem === 'sheetGone') return { cells: [], moved: true };
    throw error;
  }
}

function toName({ sheet, at }: { sheet: string; at: { row: number; column: number } }) {
  return { sheet, cell: cellName(at) };
}
