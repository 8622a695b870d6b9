/** The product's cell formats in Excel's terms: set for an area, read and put back cell by cell. */
import type { Area } from '../../workbook/address';
import type { CellFormat } from '../../workbook/patch';
import type { FormatKey } from './saved';

type Wanted = Excel.CellPropertiesFormatLoadOptions;

/** What `getCellProperties` must bring for each key. */
const wanted: Record<FormatKey, Wanted> = {
  fontName: { font: { name: true } },
  fontSize: { font: { size: true } },
  bold: { font: { bold: true } },
  italic: { font: { italic: true } },
  fontColor: { font: { color: true } },
  fill: { fill: { color: true, pattern: true } },
  horizontal: { horizontalAlignment: true },
  vertical: { verticalAlignment: true },
  wrap: { wrapText: true },
  indent: { indentLevel: true },
  border: { borders: { style: true, color: true, weight: true } },
  locked: { protection: true },
};

export function loadOptionsFor(keys: readonly FormatKey[]): Excel.CellPropertiesLoadOptions {
  const format: Wanted = {};
  for (const key of keys) {
    const { font, ...others } = wanted[key];
    Object.assign(format, others);
    if (font) format.font = { ...format.font, ...font };
  }
  return { format };
}

/** Bytes that one cell's formats take on their way, about. */
export function formatBytes(keys: readonly FormatKey[]): number {
  return 30 + 24 * keys.length + (keys.includes('border') ? 290 : 0);
}

/**
 * What `getCellProperties` brought, as `setCellProperties` puts it back: a side without a line has
 * neither colour nor weight, a cell without a fill has no colour (see `hasUnfilled`).
 */
export function settable(cell: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, borders, protection, ...format } = cell.format ?? {};
  const kept: Excel.CellPropertiesFormat = { ...format };
  if (protection?.locked !== undefined) kept.protection = { locked: protection.locked };
  if (fill?.pattern === 'Solid' && fill.color !== undefined) kept.fill = { color: fill.color };
  else if (fill?.pattern !== undefined && fill.pattern !== 'None') kept.fill = fill;
  if (borders) {
    const { top, bottom, left, right } = borders;
    kept.borders = {};
    if (top) kept.borders.top = line(top);
    if (bottom) kept.borders.bottom = line(bottom);
    if (left) kept.borders.left = line(left);
    if (right) kept.borders.right = line(right);
  }
  return { format: kept };
}

function line(border: Excel.CellBorder): Excel.CellBorder {
  return border.style === 'None' ? { style: 'None' } : border;
}

const horizontals = {
  left: 'Left',
  center: 'Center',
  right: 'Right',
  justify: 'Justify',
  general: 'General',
} as const;
const verticals = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;

/** Queues all of a format for an area; number formats too. */
export function queueFormat(range: Excel.Range, area: Area, format: CellFormat): void {
  if (format.numberFormat !== undefined) setNumberFormat(range, format.numberFormat);
  const { font } = range.format;
  if (format.fontName !== undefined) font.name = format.fontName;
  if (format.fontSize !== undefined) font.size = format.fontSize;
  if (format.bold !== undefined) font.bold = format.bold;
  if (format.italic !== undefined) font.italic = format.italic;
  if (format.fontColor !== undefined) font.color = format.fontColor;
  if (format.fill === null) range.format.fill.clear();
  else if (format.fill !== undefined) range.format.fill.color = format.fill;
  if (format.horizontal) range.format.horizontalAlignment = horizontals[format.horizontal];
  if (format.vertical) range.format.verticalAlignment = verticals[format.vertical];
  if (format.wrap !== undefined) range.format.wrapText = format.wrap;
  if (format.indent !== undefined) range.format.indentLevel = format.indent;
  if (format.border) queueBorder(range, area, format.border);
  if (format.locked !== undefined) range.format.protection.locked = format.locked;
}

/** One format for all cells: documented, though the type asks for an array. */
export function setNumberFormat(range: Excel.Range, numberFormat: string): void {
  (range as { numberFormat: unknown }).numberFormat = numberFormat;
}

function queueBorder(range: Excel.Range, area: Area, border: 'thin' | 'none'): void {
  const sides: Parameters<Excel.RangeBorderCollection['getItem']>[0][] = [
    'EdgeTop',
    'EdgeBottom',
    'EdgeLeft',
    'EdgeRight',
  ];
  if (area.right > area.left) sides.push('InsideVertical');
  if (area.bottom > area.top) sides.push('InsideHorizontal');
  for (const name of sides) {
    const side = range.format.borders.getItem(name);
    if (border === 'none') {
      side.style = 'None';
      continue;
    }
    side.style = 'Continuous';
    side.weight = 'Thin';
    side.color = '#000000';
  }
}
