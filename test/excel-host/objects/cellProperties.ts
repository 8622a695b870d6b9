/** Formats of single cells, in the nested shape of `getCellProperties` and `setCellProperties`. */
import { type CellFormat, defaults, type FormatValue, formatValue } from '../cellFormat';
import { fail } from '../hostObject';
import { keyOf, type SheetModel } from '../sheetModel';

/** A reader of `{format: {font: {bold: true}}}` that gives the same shape with a cell's values. */
export function cellFormatReader(
  sheet: SheetModel,
  wanted: Record<string, unknown>,
): (row: number, column: number) => unknown {
  const known = new Map<CellFormat | undefined, unknown>();
  return (row, column) => {
    const stored = sheet.formats.get(keyOf(row, column));
    if (!known.has(stored)) known.set(stored, readFormat(stored, wanted));
    return known.get(stored);
  };
}

function readFormat(stored: CellFormat | undefined, wanted: Record<string, unknown>): unknown {
  const read = (path: string): unknown => {
    if (!defaults.has(path)) fail('ApiNotFound', `the stand-in has no cell property ${path}`);
    return formatValue(stored, path);
  };
  const walk = (node: Record<string, unknown>, prefix: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(node).map(([name, value]) => {
        const path = prefix === '' ? name : `${prefix}.${name}`;
        if (path === 'protection')
          return [name, { locked: read('protection.locked'), formulaHidden: false }];
        if (path === 'borders') return [name, readBorders(value as Record<string, unknown>, read)];
        return [
          name,
          value === true ? read(path) : walk(value as Record<string, unknown>, path),
        ] as [string, unknown];
      }),
    );
  const { format, ...others } = wanted;
  if (Object.keys(others).length > 0 || typeof format !== 'object')
    fail('ApiNotFound', `the stand-in has no cell property ${Object.keys(others).join()}`);
  return { format: walk(format as Record<string, unknown>, '') };
}

function readBorders(parts: Record<string, unknown>, read: (path: string) => unknown) {
  return Object.fromEntries(
    ['top', 'bottom', 'left', 'right'].map((side) => [
      side,
      Object.fromEntries(Object.keys(parts).map((part) => [part, read(`borders.${side}.${part}`)])),
    ]),
  );
}

export function writeCellFormat(
  sheet: SheetModel,
  row: number,
  column: number,
  properties: unknown,
): void {
  const { format, ...others } = properties as Record<string, unknown>;
  if (Object.keys(others).length > 0)
    fail('ApiNotFound', `the stand-in sets no cell property ${Object.keys(others).join()}`);
  const walk = (node: Record<string, unknown>, prefix: string) => {
    for (const [name, value] of Object.entries(node)) {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      if (typeof value === 'object' && value !== null) walk(value as Record<string, unknown>, path);
      else if (path === 'fill.color') sheet.setFill(row, column, String(value));
      else if (!defaults.has(path)) fail('ApiNotFound', `the stand-in sets no ${path}`);
      else sheet.setFormat(row, column, path, value as FormatValue);
    }
  };
  walk((format ?? {}) as Record<string, unknown>, '');
}
