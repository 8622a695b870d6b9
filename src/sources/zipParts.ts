/**
 * Named parts of a zip from a stranger, with limits on entries, sizes and how much it unpacks to. Only
 * the parts that are asked for are unpacked.
 */
import { unzipSync } from 'fflate';

export type ZipReading =
  { ok: true; parts: Map<string, Uint8Array> } | { ok: false; code: 'damagedFile' | 'hugeInside' };

const MOST_ENTRIES = 5_000;
const MOST_PART_BYTES = 60 * 1024 * 1024;
/** Word's own XML seldom shrinks to less than a fortieth. */
const MOST_RATIO = 250;
/** Small parts may shrink as they like. */
const SMALL_BYTES = 2 * 1024 * 1024;

/** @param wanted names of parts; those that are absent are left out */
export function readZipParts(bytes: Uint8Array, wanted: ReadonlySet<string>): ZipReading {
  let entries = 0;
  let huge = false;
  try {
    const unpacked = unzipSync(bytes, {
      filter: (entry) => {
        entries += 1;
        const needed = wanted.has(entry.name);
        const ratio = entry.originalSize / Math.max(1, entry.size);
        const bomb =
          entry.originalSize > MOST_PART_BYTES ||
          (entry.originalSize > SMALL_BYTES && ratio > MOST_RATIO);
        if (entries > MOST_ENTRIES || (needed && bomb)) huge = true;
        return needed && !huge;
      },
    });
    if (huge) return { ok: false, code: 'hugeInside' };
    return { ok: true, parts: new Map(Object.entries(unpacked)) };
  } catch {
    return { ok: false, code: huge ? 'hugeInside' : 'damagedFile' };
  }
}
