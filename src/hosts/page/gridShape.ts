/** From the grid's pixels to the widths and heights that files count. Pure. */
import type { IRange } from '@univerjs/presets';
import type { GridShape } from './grid';
import { columnCharacters, rowPoints } from './gridData';

/** One width or height for all ranges, or one for each column or row that is named. */
export interface SizeParams {
  unitId: string;
  subUnitId: string;
  ranges: IRange[];
  colWidth?: number | Record<number, number | undefined>;
  rowHeight?: number | Record<number, number | undefined>;
}

export function shapesOf({ ranges, colWidth, rowHeight }: SizeParams, sheet: string): GridShape[] {
  return ranges.flatMap(({ startColumn, endColumn, startRow, endRow }): GridShape[] => {
    const widths = sizes(startColumn, endColumn, colWidth, columnCharacters);
    if (widths) return [{ kind: 'columnWidth', sheet, first: startColumn, widths }];
    const heights = sizes(startRow, endRow, rowHeight, rowPoints);
    return heights ? [{ kind: 'rowHeight', sheet, first: startRow, heights }] : [];
  });
}

/** @returns null when any of them is not said */
function sizes(
  first: number,
  last: number,
  pixels: number | Record<number, number | undefined> | undefined,
  convert: (pixels: number) => number,
): number[] | null {
  const all: number[] = [];
  for (let at = first; at <= last; at++) {
    const size = typeof pixels === 'object' ? pixels[at] : pixels;
    if (size === undefined || size === null) return null;
    all.push(convert(size));
  }
  return all;
}
