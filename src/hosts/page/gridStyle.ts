/** How a cell looks, from the file's words to the grid's numbers. Pure. */
import type { IBorderData, IStyleData } from '@univerjs/presets';
import type { BorderView, StyleView } from '../../workbook/view';

const horizontal = { left: 1, center: 2, right: 3, justify: 4, general: 0 } as const;
const vertical = { top: 1, middle: 2, bottom: 3 } as const;

export function gridStyle(style: StyleView): IStyleData {
  const { fill, rotation, numberFormat } = style;
  return {
    ff: style.fontName,
    fs: style.fontSize,
    bl: style.bold ? 1 : 0,
    it: style.italic ? 1 : 0,
    ...(style.underline ? { ul: { s: 1 } } : {}),
    ...(style.strike ? { st: { s: 1 } } : {}),
    cl: { rgb: style.fontColor },
    ...(fill === null ? {} : { bg: { rgb: fill } }),
    ...(horizontal[style.horizontal] ? { ht: horizontal[style.horizontal] } : {}),
    vt: vertical[style.vertical],
    tb: style.wrap ? 3 : 1,
    ...(style.indent > 0 ? { pd: { l: 2 + style.indent * 9 } } : {}),
    ...(rotation === 255 ? { tr: { a: 0, v: 1 } } : rotation ? { tr: { a: -rotation } } : {}),
    ...(numberFormat === 'General' ? {} : { n: { pattern: numberFormat } }),
    ...(hasBorder(style) ? { bd: borders(style) } : {}),
  };
}

function hasBorder({ borders: { top, right, bottom, left } }: StyleView): boolean {
  return Boolean(top ?? right ?? bottom ?? left);
}

function borders({ borders: { top, right, bottom, left } }: StyleView): IBorderData {
  return {
    ...(top ? { t: border(top) } : {}),
    ...(right ? { r: border(right) } : {}),
    ...(bottom ? { b: border(bottom) } : {}),
    ...(left ? { l: border(left) } : {}),
  };
}

const borderStyles: Record<string, number> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};

function border({ style, color }: BorderView) {
  return { s: borderStyles[style] ?? 1, cl: { rgb: color } };
}
