/**
 * Trips to Excel. Each costs about as much as a whole sheet's worth of work, so all that can go
 * together does; only what would pass the limit of 5 MB per request and per answer goes in parts.
 */
import { tooLargeForOneTrip } from './officeErrors';

/** Bytes per trip: below Excel's limit with room for what estimates miss. */
export const roomPerTrip = 4 * 1024 * 1024;

export interface Errand {
  /** Estimate of the larger of request and answer, in bytes. */
  bytes: number;
  /** Queues what is wanted; what it returns is called when the answer is there. */
  queue(context: Excel.RequestContext): () => void;
  /** The same in two parts, should the answer pass the limit after all. */
  halves?(): Errand[];
  /** Good to know, no more: left out where Excel fails with it. */
  dispensable?: boolean;
}

/**
 * Runs errands that change nothing, in as few trips as their sizes allow. Where an answer turns out
 * larger than estimated, it is asked for again in smaller parts.
 * @throws OfficeExtension.Error
 */
export async function runErrands(errands: readonly Errand[]): Promise<void> {
  let room = roomPerTrip;
  let rest = [...errands];
  while (rest.length > 0) {
    const load = fill(rest, room);
    // Without Excel.run nothing is tracked, so no further trip is needed to let go of it.
    const context = new Excel.RequestContext();
    const collect = load.map((errand) => errand.queue(context));
    try {
      await context.sync();
    } catch (error) {
      const [only] = load;
      const tooLarge = tooLargeForOneTrip(error);
      if (tooLarge && load.length > 1)
        room = load.reduce((sum, errand) => sum + errand.bytes, 0) / 2;
      else if (tooLarge && only?.halves) rest = [...only.halves(), ...rest.slice(1)];
      else if (load.some(({ dispensable }) => dispensable))
        rest = rest.filter(({ dispensable }) => !dispensable);
      else throw error;
      continue;
    }
    for (const done of collect) done();
    rest = rest.slice(load.length);
    room = Math.min(roomPerTrip, room * 2);
  }
}

/** As many of the first as there is room for, and always one. */
export function fill<T extends { bytes: number }>(parts: readonly T[], room = roomPerTrip): T[] {
  let bytes = 0;
  const load: T[] = [];
  for (const part of parts) {
    if (load.length > 0 && bytes + part.bytes > room) break;
    bytes += part.bytes;
    load.push(part);
  }
  return load;
}

/** Rows of a block that fit into one errand. */
export function rowsPerErrand(bytesPerRow: number): number {
  return Math.max(1, Math.floor(roomPerTrip / 2 / Math.max(1, bytesPerRow)));
}

/** UTF-8 bytes of data as it travels. */
export function bytesOf(data: unknown): number {
  const text = JSON.stringify(data);
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}
