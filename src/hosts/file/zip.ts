/**
 * The zip that an .xlsx is, read with suspicion and written plainly. Rule: sizes that a file declares
 * are not believed; each part is inflated piece by piece and what really comes out is counted, so a
 * small file cannot fill the memory. Damage is noticed by the checksum of every part.
 */
import { Inflate, zipSync, type Zippable } from 'fflate';

/** The largest file taken, in bytes: what the product promises; real score sheets are below 1 MB. */
export const maxFileBytes = 20 * 1024 * 1024;
/** A workbook of 300 sheets with charts and comments has about 2,000 parts. */
export const maxEntries = 5000;
/** All parts together: a workbook that fills 20 MB honestly inflates to about ten times that. */
export const maxInflatedBytes = 256 * 1024 * 1024;
/** XML of real sheets shrinks 5 to 60 times; deflate itself can reach 1,032. */
export const maxRatio = 250;
/** Below this the ratio says nothing: a few kilobytes of blanks harm nobody. */
const ratioMattersAbove = 4 * 1024 * 1024;
/** Compressed bytes given to the inflater at once: at most 1,032 times as much comes out before we look. */
const pieceBytes = 16 * 1024;

/** Why a zip cannot be read, in the words of `HostProblem`. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  constructor(readonly problem: 'damaged' | 'zipBomb' | 'encrypted') {
    super(problem);
  }
}

interface Entry {
  name: string;
  method: number;
  checksum: number;
  packed: number;
  offset: number;
}

/** Path → content of every part. @throws ZipError */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of readDirectory(bytes)) {
    if (entry.name.endsWith('/')) continue;
    if (parts.has(entry.name)) throw new ZipError('damaged');
    const content = readEntry(bytes, entry, maxInflatedBytes - total);
    total += content.length;
    if (crc32(content) !== entry.checksum) throw new ZipError('damaged');
    parts.set(entry.name, content);
  }
  return parts;
}

/** The same parts always give the same bytes: no clock in them. */
export function writeZip(parts: Iterable<[string, Uint8Array]>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of parts) entries[path] = content;
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  let { count, at } = end;
  if (count > maxEntries) throw new ZipError('zipBomb');
  const entries: Entry[] = [];
  for (; count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new ZipError('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    if (view.getUint16(at + 8, true) & 1) throw new ZipError('encrypted');
    const entry: Entry = {
      // Some old writers part folders with "\".
      name: new TextDecoder()
        .decode(bytes.subarray(at + 46, at + 46 + nameLength))
        .replace(/\\/g, '/'),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    };
    takeLargeSizes(view, at, nameLength, extraLength, entry);
    entries.push(entry);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record that ends a zip stands in its last 64 KB; a truncated file has none. */
function findEnd(view: DataView): { count: number; at: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (start >= view.byteLength) break;
    return { count, at: start };
  }
  throw new ZipError('damaged');
}

/** Streaming writers put 64-bit sizes into an extra field even for small parts. */
function takeLargeSizes(
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
  entry: Entry,
): void {
  let place = at + 46 + nameLength;
  const end = Math.min(place + extraLength, view.byteLength);
  while (place + 4 <= end) {
    const size = view.getUint16(place + 2, true);
    if (view.getUint16(place, true) === 1 && place + 4 + size <= end) {
      let field = place + 4;
      const take = (): number => {
        if (field + 8 > place + 4 + size) throw new ZipError('damaged');
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      if (view.getUint32(at + 24, true) === 0xffffffff) take();
      if (entry.packed === 0xffffffff) entry.packed = take();
      if (entry.offset === 0xffffffff) entry.offset = take();
    }
    place += 4 + size;
  }
}

function readEntry(bytes: Uint8Array, entry: Entry, room: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new ZipError('damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packed > bytes.length) throw new ZipError('damaged');
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 8) return inflate(packed, room);
  if (entry.method !== 0) throw new ZipError('damaged');
  if (packed.length > room) throw new ZipError('zipBomb');
  return packed.slice();
}

function inflate(packed: Uint8Array, room: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const inflater = new Inflate((chunk, final) => {
    size += chunk.length;
    if (size > room || (size > ratioMattersAbove && size > packed.length * maxRatio))
      throw new ZipError('zipBomb');
    chunks.push(chunk);
    finished ||= final;
  });
  try {
    for (let at = 0; at < packed.length; at += pieceBytes) {
      inflater.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged');
  }
  if (!finished) throw new ZipError('damaged');
  return join(chunks, size);
}

function join(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
