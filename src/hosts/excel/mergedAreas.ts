/**
 * Merged areas of a range. Excel gives no answer for a range with more than 512 of them, so a range is
 * asked about in bands of so few cells that they cannot hold more. Bands share a row, and pieces of one
 * merge meet there, whether Excel clips a merge at the edge of the range or not.
 */
import type { Area } from '../../workbook/address';

/** 512 merges of two cells. */
const cellsPerBand = 1024;

/** @returns to be called after the trip: the merges, whole */
export function queueMerges(range: Excel.Range, area: Area): () => Area[] {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const perBand = Math.max(2, Math.floor(cellsPerBand / columns));
  if (rows <= perBand) {
    const found = queueBand(range);
    return () => found();
  }
  const bands: (() => Area[])[] = [];
  for (let first = 0; first < rows - 1; first += perBand - 1) {
    const count = Math.min(perBand, rows - first);
    bands.push(queueBand(range.getCell(first, 0).getResizedRange(count - 1, columns - 1)));
  }
  return () => joinPieces(bands.flatMap((band) => band()));
}

function queueBand(range: Excel.Range): () => Area[] {
  const merged = range.getMergedAreasOrNullObject();
  merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  return () => (merged.isNullObject ? [] : merged.areas.items.map(areaOf));
}

export function areaOf(range: Excel.Range): Area {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}

/** Pieces of the same columns that share a row are one merge. */
function joinPieces(pieces: readonly Area[]): Area[] {
  const whole: Area[] = [];
  const sorted = [...pieces].sort((a, b) => a.left - b.left || a.top - b.top);
  for (const piece of sorted) {
    const last = whole[whole.length - 1];
    const joins =
      last && last.left === piece.left && last.right === piece.right && piece.top <= last.bottom;
    if (joins) last.bottom = Math.max(last.bottom, piece.bottom);
    else whole.push({ ...piece });
  }
  const cells = (area: Area) => area.bottom - area.top + area.right - area.left;
  return whole.filter((area) => cells(area) > 0).sort((a, b) => a.top - b.top || a.left - b.left);
}
