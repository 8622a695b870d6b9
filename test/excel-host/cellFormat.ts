/**
 * A cell's format as a flat table from path to value ("font.bold" → true). What is not in the table has
 * Excel's default. Borders belong to the edge between two cells: setting one side sets the neighbour's.
 */

export type FormatValue = string | number | boolean;
export type CellFormat = Record<string, FormatValue>;

const side = (name: string): [string, FormatValue][] => [
  [`borders.${name}.style`, 'None'],
  [`borders.${name}.weight`, 'Thin'],
  [`borders.${name}.color`, '#000000'],
];

export const defaults: ReadonlyMap<string, FormatValue> = new Map<string, FormatValue>([
  ['numberFormat', 'General'],
  ['font.name', 'Calibri'],
  ['font.size', 11],
  ['font.bold', false],
  ['font.italic', false],
  ['font.color', '#000000'],
  ['font.underline', 'None'],
  ['font.strikethrough', false],
  ['fill.color', '#FFFFFF'],
  ['fill.pattern', 'None'],
  ['horizontalAlignment', 'General'],
  ['verticalAlignment', 'Bottom'],
  ['wrapText', false],
  ['indentLevel', 0],
  ['protection.locked', true],
  ['protection.formulaHidden', false],
  ...side('top'),
  ...side('bottom'),
  ...side('left'),
  ...side('right'),
]);

export const sides = ['top', 'bottom', 'left', 'right'] as const;
export type Side = (typeof sides)[number];

/** The cell that shares a side, as a step, and the name it has there. */
export const acrossSide: Record<Side, { row: number; column: number; side: Side }> = {
  top: { row: -1, column: 0, side: 'bottom' },
  bottom: { row: 1, column: 0, side: 'top' },
  left: { row: 0, column: -1, side: 'right' },
  right: { row: 0, column: 1, side: 'left' },
};

export function formatValue(format: CellFormat | undefined, path: string): FormatValue {
  const value = format?.[path] ?? defaults.get(path);
  if (value === undefined) throw new Error(`no such format: ${path}`);
  return value;
}

/** Equal steps from one table give the same table, so that thousands of cells share a few. */
const steps = new WeakMap<CellFormat, Map<string, CellFormat>>();
const plain: CellFormat = {};

/** The table with the value; entries equal to the default are left out. Tables are never changed. */
export function withFormat(
  format: CellFormat | undefined,
  path: string,
  value: FormatValue,
): CellFormat {
  const from = format ?? plain;
  const known = steps.get(from) ?? new Map<string, CellFormat>();
  steps.set(from, known);
  const key = `${path}=${typeof value}${value}`;
  const next = known.get(key) ?? changedFormat(from, path, value);
  known.set(key, next);
  return next;
}

function changedFormat(format: CellFormat, path: string, value: FormatValue): CellFormat {
  const normal = defaults.get(path);
  if (normal === undefined) throw new Error(`no such format: ${path}`);
  if (typeof value !== typeof normal) throw new Error(`${path} = ${String(value)}`);
  const next = { ...format };
  if (value === normal) delete next[path];
  else next[path] = value;
  return next;
}

/** Setting a colour paints; clearing the pattern takes the colour away. */
export function withFill(format: CellFormat | undefined, color: string | null): CellFormat {
  if (color === null)
    return withFormat(withFormat(format, 'fill.pattern', 'None'), 'fill.color', '#FFFFFF');
  return withFormat(withFormat(format, 'fill.pattern', 'Solid'), 'fill.color', color.toUpperCase());
}
