/**
 * What two people had one workbook remember at the same time, put together. An entry that only one of them
 * changed is as she left it: an accepted finding, a unit's name, what columns mean on one sheet. Only what
 * both changed, each in her own way, is in dispute.
 */
import { HostError } from './host';
import type { Change, Patch, Remember } from './patch';
import {
  emptyState,
  parseState,
  STATE_SHEET,
  stateSheetChanges,
  stateText,
  type WorkbookState,
} from './state';

/** How far down a part of the state is still made of entries; what lies deeper changes as a whole. */
const depths: Record<keyof WorkbookState, number> = {
  version: 0,
  framework: 0,
  settings: 1,
  columnChoices: 1,
  unitMemory: 1,
  writtenAssignments: 2,
  accepted: 1,
  marked: 1,
  namedHeaders: 1,
};

/**
 * @param now what the workbook remembers at the moment of the change; null: nothing
 * @returns what it is to remember from then on; null: nothing is left, and no trace of it wanted
 * @throws HostError `changedMeanwhile` where the same entry was changed by both and the change does not yield
 */
export function mergeRemembered(change: Remember, now: string | null): string | null {
  if (now === change.seen) return change.text;
  const [seen, wanted, theirs] = [change.seen, change.text, now].map(entriesOf);
  const merged: Record<string, unknown> = {};
  for (const [key, depth] of Object.entries(depths)) {
    const value = mergeAt(
      [seen?.[key], wanted?.[key], theirs?.[key]],
      depth,
      change.yields === true,
    );
    if (value !== undefined) merged[key] = value;
  }
  const { marked, ...rest } = merged;
  const sheets = Object.keys((marked as object | undefined) ?? {});
  const state = { ...rest, ...(sheets.length > 0 ? { marked: sheets } : {}) } as WorkbookState;
  const text = stateText(state);
  return change.text === null && text === stateText(emptyState) ? null : text;
}

/**
 * For hosts that keep it in the hidden sheet and have the workbook to themselves while they change it: the
 * patch in changes of sheets and cells alone.
 * @param now what the hidden sheet holds; null: there is none
 * @throws HostError `changedMeanwhile`
 */
export function inPlainChanges(
  patch: Patch,
  now: { text: string; rows: number } | null,
): Exclude<Change, Remember>[] {
  return patch.changes.flatMap((change) =>
    change.kind === 'remember'
      ? stateSheetChanges(mergeRemembered(change, now?.text ?? null), now)
      : [change],
  );
}

/** The list of marked sheets as entries too, one each. */
function entriesOf(text: string | null): Record<string, unknown> {
  const { marked, ...rest } = parseState(text);
  return {
    ...rest,
    ...(marked ? { marked: Object.fromEntries(marked.map((sheet) => [sheet, true])) } : {}),
  };
}

type Versions = [seen: unknown, wanted: unknown, theirs: unknown];

function mergeAt([seen, wanted, theirs]: Versions, depth: number, yields: boolean): unknown {
  if (same(wanted, seen) || same(wanted, theirs)) return theirs;
  if (same(theirs, seen)) return wanted;
  if (depth === 0) {
    if (yields) return theirs;
    throw new HostError('changedMeanwhile', { sheet: STATE_SHEET, cell: 'A1', what: 'memory' });
  }
  const parts = [seen, wanted, theirs].map((part) => (part ?? {}) as Record<string, unknown>);
  const merged: Record<string, unknown> = {};
  // As theirs stands, with what is new behind it.
  for (const key of new Set([...parts].reverse().flatMap((part) => Object.keys(part)))) {
    const versions = parts.map((part) => part[key]) as Versions;
    const value = mergeAt(versions, depth - 1, yields);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
