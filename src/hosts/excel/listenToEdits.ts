/**
 * A person's edits, as Excel reports them: gathered until the typing pauses, without those of this
 * add-in and without those of others who edit along. Excel reports no edit while the pane is closed,
 * and misses some; whoever listens must offer a full check as well. Where Excel would not have anybody
 * listen (it is busy with a cell), the host asks again at its next trip.
 */
import type { EditEvent } from '../../workbook/host';

/** A pause after which edits are told. */
const pause = 400;

type Changed = Excel.WorksheetChangedEventArgs;

export interface Listening {
  stop(): void;
  /** Asks Excel again where it has refused; no trip where it reports edits already, or is being asked. */
  askAgain(): Promise<void>;
}

export function listenToEdits(listener: (edit: EditEvent) => void): Listening {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { worksheetId: string; address: string }[] = [];

  const flush = async () => {
    const edits = waiting;
    waiting = [];
    const names = await readSheetNames().catch(() => new Map<string, string>());
    if (stopped) return;
    for (const edit of distinctEdits(edits, names)) listener(edit);
  };
  const changed = (event: Changed) => {
    if (stopped || event.source === 'Remote') return Promise.resolve();
    if (event.triggerSource === 'ThisLocalAddin') return Promise.resolve();
    waiting.push({ worksheetId: event.worksheetId, address: event.address });
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
    return Promise.resolve();
  };
  let handler: Handler | 'asked' | null = null;
  const ask = async () => {
    if (stopped || handler) return;
    handler = 'asked';
    handler = await register(changed);
    if (stopped && handler) await unregister(handler);
  };
  void ask();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      if (handler && handler !== 'asked') void unregister(handler);
    },
    askAgain: ask,
  };
}

type Handler = OfficeExtension.EventHandlerResult<Changed>;

/** Null where Excel refuses. */
async function register(changed: (event: Changed) => Promise<void>): Promise<Handler | null> {
  try {
    return await Excel.run(async (context) => {
      const registered = context.workbook.worksheets.onChanged.add(changed);
      await context.sync();
      return registered;
    });
  } catch {
    return null;
  }
}

async function unregister(handler: Handler): Promise<void> {
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  }).catch(() => undefined);
}

async function readSheetNames(): Promise<Map<string, string>> {
  const context = new Excel.RequestContext();
  context.workbook.worksheets.load('items/id,items/name');
  await context.sync();
  return new Map(context.workbook.worksheets.items.map((sheet) => [sheet.id, sheet.name]));
}

/** An edit of several areas comes as one address with commas. A sheet that is gone is passed over. */
function distinctEdits(
  edits: readonly { worksheetId: string; address: string }[],
  names: ReadonlyMap<string, string>,
): EditEvent[] {
  const found = new Map<string, EditEvent>();
  for (const { worksheetId, address } of edits) {
    const sheet = names.get(worksheetId);
    if (sheet === undefined) continue;
    for (const part of address.split(',')) found.set(`${sheet}!${part}`, { sheet, address: part });
  }
  return [...found.values()];
}
