/**
 * Snapshots and score sheets made from a few lines of text, for tests that need a table and no file.
 */
import type { SheetSnapshot } from '../../src/workbook/snapshot';

export type GridCell = string | number | boolean | null;

/** A sheet of these values; a text that begins with "=" is a formula whose value is not known (null). */
export function gridSnapshot(
  name: string,
  grid: readonly (readonly GridCell[])[],
  more: Partial<SheetSnapshot> = {},
): SheetSnapshot {
  const rowCount = grid.length;
  const columnCount = Math.max(0, ...grid.map((line) => line.length));
  const make = <T>(of: (cell: GridCell) => T): T[][] =>
    grid.map((line) => Array.from({ length: columnCount }, (_, c) => of(line[c] ?? null)));
  const isFormula = (cell: GridCell): cell is string =>
    typeof cell === 'string' && cell.startsWith('=');
  return {
    name,
    visibility: 'visible',
    protected: false,
    rowCount,
    columnCount,
    values: make((cell) => (isFormula(cell) ? null : cell)),
    formulas: make((cell) => (isFormula(cell) ? cell : null)),
    numberFormats: make(() => 'General'),
    bold: make(() => false),
    indents: make(() => 0),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filtered: false,
    ...more,
  };
}
