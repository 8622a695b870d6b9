/**
 * What the host remembers of the workbook between its trips, so that the look before a change can ask
 * for all it needs at once. Rule kept here: these are hints. Others edit along, sheets are renamed; a
 * wrong hint costs a trip, never a mistake.
 */
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { MarkIds } from './sheetMarks';

/** By name of sheet. */
export interface Memory {
  /** Rows and columns of each sheet when it was last read. */
  sizes: Map<string, { rows: number; columns: number }>;
  /** What may be, or hide, a mark. */
  marks: Map<string, MarkIds>;
}

export function newMemory(): Memory {
  return { sizes: new Map(), marks: new Map() };
}

/** After a reading. Sheets that are gone are forgotten, others that were not read are kept. */
export function rememberReading(
  memory: Memory,
  { sheetNames, sheets }: WorkbookSnapshot,
  marks: ReadonlyMap<string, MarkIds>,
): void {
  for (const hints of [memory.sizes, memory.marks])
    for (const name of hints.keys()) if (!sheetNames.includes(name)) hints.delete(name);
  for (const { name, rowCount, columnCount } of sheets)
    memory.sizes.set(name, { rows: rowCount, columns: columnCount });
  for (const [name, ids] of marks) memory.marks.set(name, ids);
}
