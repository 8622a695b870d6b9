/** References as files write them in attributes ("A1:C3 E5"), after rows or columns came or went. */
import { areaName } from '../../workbook/address';
import { shiftArea, type Shift } from '../../workbook/formulaText';
import { areasText, readArea } from './sheetParts';

/** Rows or columns that came (delta > 0) or went, in a sheet that is known. */
export type Move = Pick<Shift, 'axis' | 'at' | 'delta'>;

/** Null when nothing of it is left; text that is no reference stays. */
export function shiftReferenceText(text: string, move: Move): string | null {
  const areas = text.split(/\s+/).map(readArea);
  if (areas.some((area) => area === null)) return text;
  const left = areas.flatMap((area) => (area && shiftArea(area, move)) ?? []);
  if (left.length === 0) return null;
  const shifted = areasText(left);
  // "A:C" is written back as it came when it did not move.
  return shifted === areas.map((area) => area && areaName(area)).join(' ') ? text : shifted;
}
