/**
 * Applying a patch: one trip to look, one to act. Excel does not take back the first half of a batch
 * whose second half fails; this does, with the same saved data that undo uses. Which steps were done is
 * known by their traces, which Excel returns with the failure.
 */
import { HostError } from '../../workbook/host';
import type { Change, Patch } from '../../workbook/patch';
import { STATE_SHEET } from '../../workbook/state';
import { look, lookAtMarks, nothingLooked, type Looked } from './look';
import type { Memory } from './memory';
import { codeOf, hostErrorOf, lastTrace } from './officeErrors';
import { inverseRemember } from './remembered';
import { nothingSaved, type SavedContents, type SavedSheet } from './saved';
import { shapeChanged, shapeGuards } from './shapeGuards';
import { planSteps, type Step } from './steps';
import { fill, roomPerTrip } from './trips';

/**
 * @param memory of the workbook as it was last read; takes note of the marks that are put
 * @returns the inverse; its `expects` are empty, since who undoes decides about edits made since
 * @throws HostError, with the workbook as it was (`halfDone`: with the workbook as it could be left)
 */
export async function applyPatch(patch: Patch, memory: Memory): Promise<Patch> {
  let looked: Looked;
  try {
    looked = await look(patch, memory);
  } catch (error) {
    throw hostErrorOf(error);
  }
  const steps = [...shapeGuards(looked), ...planSteps(patch, looked)];
  const done = await act(steps);
  if (done === 'all') {
    for (const [sheet, known] of looked.sheets)
      if (known.saved.marks) memory.marks.set(sheet, known.marks.idsAfter());
    return inversePatch(steps, looked, patch);
  }
  const failed = steps[done.count];
  const failure = failed?.guard
    ? shapeChanged(failed, done.error)
    : hostErrorOf(done.error, {
        ...(failed ? { sheet: failed.sheet, structure: failed.structure } : {}),
      });
  await takeBack(steps, done.count, looked, failure);
  throw failure;
}

/**
 * A refusal stops the batch, so each costs a trip, and Excel does not tell beforehand which cells refuse.
 * After so many, what is dispensable is left out: the number of trips stays bounded.
 */
const mostRefusals = 8;

/** How far a list of steps came: all of it, or the first so many before a failure. */
type Outcome = 'all' | { count: number; error: unknown };

async function act(steps: readonly Step[]): Promise<Outcome> {
  let first = 0;
  let room = roomPerTrip;
  let refusals = 0;
  while (first < steps.length) {
    const load = fill(steps.slice(first), room);
    // Without Excel.run nothing is tracked, so no further trip is needed to let go of it.
    const context = new Excel.RequestContext();
    const leaveOut = refusals >= mostRefusals;
    queueSteps(context, load, first, leaveOut);
    try {
      await context.sync();
    } catch (error) {
      if (codeOf(error) === 'RequestPayloadSizeLimitExceeded' && load.length > 1) {
        room /= 2;
        continue;
      }
      const count = Math.max(first, lastTrace(error) + 1);
      if (!steps[count]?.dispensable || !refusesCell(error)) return { count, error };
      first = count + 1;
      refusals += 1;
      continue;
    }
    for (const step of load) if (!leaveOut || !step.dispensable) step.done?.();
    first += load.length;
  }
  return 'all';
}

/** That one cell will not have it; not that nothing can be changed now. */
function refusesCell(error: unknown): boolean {
  const code = codeOf(error);
  return ['InvalidArgument', 'InvalidOperation', 'ItemAlreadyExists', 'GeneralException'].some(
    (refusal) => refusal === code,
  );
}

/**
 * Each step leaves its number as a trace once it is done.
 * @param leaveOut what is dispensable
 */
function queueSteps(
  context: Excel.RequestContext,
  steps: readonly Step[],
  firstNumber: number,
  leaveOut = false,
): void {
  const { application, worksheets } = context.workbook;
  application.suspendScreenUpdatingUntilNextSync();
  application.suspendApiCalculationUntilNextSync();
  const sheets = new Map<string, Excel.Worksheet>();
  steps.forEach((step, i) => {
    const sheet = () => {
      const known = sheets.get(step.sheet) ?? worksheets.getItem(step.sheet);
      sheets.set(step.sheet, known);
      return known;
    };
    if (!leaveOut || !step.dispensable) step.queue(sheet, context);
    if (step.structure) sheets.delete(step.sheet);
    context.trace(String(firstNumber + i));
  });
}

/**
 * Later steps are taken back first; then everything that was saved is put back. What the workbook remembers
 * is not put back as it was, since others may have had it remember more by then.
 */
function inversePatch(steps: readonly Step[], looked: Looked, patch: Patch): Patch {
  const forget = patch.changes.filter((change) => change.kind === 'remember');
  const visible = [...inversesOf(steps), ...putBack(looked, null)];
  const changes =
    forget.length === 0 ? visible : visible.filter(({ sheet }) => sheet !== STATE_SHEET);
  changes.push(...forget.map((change) => inverseRemember(change, looked)));
  const movesAway = patch.changes.some(
    (change) =>
      (change.kind === 'newSheet' && change.activate) ||
      (change.kind === 'deleteSheet' && change.sheet === looked.active),
  );
  if (movesAway) changes.push(showAgain(looked));
  return { changes, expects: [] };
}

/** The sheet that was active. */
function showAgain({ active }: Looked): Change {
  const data: SavedSheet = { ...nothingSaved(), active: true };
  return { kind: 'restore', sheet: active, what: 'active', data };
}

function inversesOf(steps: readonly Step[]): Change[] {
  return [...steps].reverse().flatMap((step) => step.inverse);
}

/** @param only these sheets; null for all */
function putBack(looked: Looked, only: ReadonlySet<string> | null): Change[] {
  return [...looked.sheets]
    .filter(([sheet]) => only === null || only.has(sheet))
    .map(([sheet, known]) => ({ sheet, data: tidy(known.saved, known.protected) }))
    .filter(({ data }) => JSON.stringify(data) !== JSON.stringify(nothingSaved()))
    .map(({ sheet, data }) => ({ kind: 'restore', sheet, what: 'before', data }));
}

/**
 * Brings the workbook back after `count` steps were done and the next one failed, perhaps halfway. If
 * the failing step's sheet refuses to be put back as well, nothing had been changed there.
 * @throws HostError `halfDone` when Excel refuses that too
 */
async function takeBack(
  steps: readonly Step[],
  count: number,
  looked: Looked,
  failure: HostError,
): Promise<void> {
  const refusedWhole = ['cellEditing', 'tooLarge'].includes(failure.problem);
  const done = steps.slice(0, count).filter(mayHaveChanged);
  const failing = refusedWhole ? [] : steps.slice(count, count + 1).filter(mayHaveChanged);
  const nothing = { ...nothingLooked(), names: looked.names, visible: looked.visible };
  const plan = (changes: Change[], now = nothing) => planSteps({ changes, expects: [] }, now);
  const sheetsOf = (some: readonly Step[]) => new Set(some.map((step) => step.sheet));
  const unwind = plan(inversesOf(done));
  const shown = done.some((step) => step.structure) ? plan([showAgain(looked)]) : [];
  const touched = sheetsOf([...done, ...failing]);
  const back = putBack(looked, touched);
  const first = [...unwind, ...plan(back, await marksOf(back, looked)), ...shown];
  const outcome = await actPatiently(first);
  if (outcome === 'all') return;
  const less = putBack(looked, sheetsOf(done));
  const rest = plan(less, await marksOf(less, looked));
  const second = [...unwind.slice(outcome.count), ...rest, ...shown];
  const last = await actPatiently(second);
  if (last === 'all') return;
  const detail = [failure.problem, codeOf(last.error)].filter((part) => part !== null).join(', ');
  throw new HostError('halfDone', { detail }, { cause: last.error });
}

function mayHaveChanged(step: Step): boolean {
  return !step.changesNothing;
}

/** Marks are taken off by what they are: those that a half-done change has put on must be seen first. */
async function marksOf(changes: readonly Change[], before: Looked): Promise<Looked> {
  const sheets = changes
    .filter((change) => change.kind === 'restore' && (change.data as SavedSheet).marks !== null)
    .map(({ sheet }) => sheet);
  if (sheets.length === 0) return nothingLooked();
  try {
    // A person may have begun to type into a cell meanwhile.
    await Excel.run({ delayForCellEdit: true }, (context) => context.sync());
    return await lookAtMarks(sheets, before);
  } catch (error) {
    const detail = codeOf(error) ?? String(error);
    throw new HostError('halfDone', { detail }, { cause: error });
  }
}

/** Waits for a person who has begun to type into a cell meanwhile. */
async function actPatiently(steps: readonly Step[]): Promise<Outcome> {
  if (steps.length === 0) return 'all';
  let first = 0;
  while (first < steps.length) {
    const load = fill(steps.slice(first));
    try {
      await Excel.run({ delayForCellEdit: true }, async (context) => {
        queueSteps(context, load, first);
        await context.sync();
      });
    } catch (error) {
      return { count: Math.max(first, lastTrace(error) + 1), error };
    }
    first += load.length;
  }
  return 'all';
}

/** Number formats of a protected sheet were not touched; equal ones need be said only once. */
function tidy(saved: SavedSheet, isProtected: boolean): SavedSheet {
  const contents = saved.contents.map((part): SavedContents => {
    if (isProtected || part.numberFormats === null) return { ...part, numberFormats: null };
    const different = new Set(
      typeof part.numberFormats === 'string' ? [part.numberFormats] : part.numberFormats.flat(),
    );
    const [only] = different;
    return different.size === 1 && only !== undefined ? { ...part, numberFormats: only } : part;
  });
  return { ...saved, contents };
}
