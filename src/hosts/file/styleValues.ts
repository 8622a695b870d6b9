/** Number formats and colours that every spreadsheet program knows without the file saying them. */
import { childElement, childElements, type XmlElement } from './xml';

/** ECMA-376 part 1, 18.8.30; the numbers that depend on the program's language are left out. */
export const builtInNumberFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The style part of a workbook that says nothing about style; the first two fills are fixed by the format. */
export function defaultStyles(namespace: string): string {
  return (
    `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

export interface Palette {
  /** The theme's colours in the order in which files number them. */
  theme: readonly string[];
  indexed: readonly string[];
}

const firstIndexed =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 ' +
  '000000 FFFFFF';
const officeTheme =
  'FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080';
/** Files number light before dark; the theme part lists dark before light. */
const themeOrder = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The colours of a file, from its theme and style parts, either of which may be missing. */
export function readPalette(theme: XmlElement | null, styles: XmlElement): Palette {
  const elements =
    theme && childElements(theme).find((node) => node.name.endsWith(':themeElements'));
  const scheme =
    elements && childElements(elements).find((node) => node.name.endsWith(':clrScheme'));
  const fallback = officeTheme.split(' ');
  const themeColors = themeOrder.map((name, index) => {
    const color = scheme && childElements(scheme).find((node) => node.name.endsWith(`:${name}`));
    const value = color && childElements(color)[0]?.attributes;
    return (
      value?.['lastClr'] ??
      (/^[0-9A-F]{6}$/i.test(value?.['val'] ?? '') ? value?.['val'] : undefined) ??
      fallback[index] ??
      '000000'
    );
  });
  const own = childElement(childElement(styles, 'colors') ?? styles, 'indexedColors');
  const indexed = firstIndexed.split(' ');
  (own ? childElements(own) : []).forEach((color, index) => {
    indexed[index] = (color.attributes['rgb'] ?? '').slice(-6) || (indexed[index] ?? '000000');
  });
  return { theme: themeColors, indexed };
}

/** "#RRGGBB"; null when the element names no colour, or leaves it to the program. */
export function readColor(color: XmlElement | undefined, palette: Palette): string | null {
  const { rgb, theme, indexed, tint } = color?.attributes ?? {};
  const base =
    rgb !== undefined
      ? rgb.slice(-6)
      : theme !== undefined
        ? palette.theme[Number(theme)]
        : palette.indexed[Number(indexed)];
  if (base === undefined || !/^[0-9A-F]{6}$/i.test(base)) return null;
  return `#${tinted(base, Number(tint ?? 0)).toUpperCase()}`;
}

/** Lighter (tint > 0) or darker; near enough to the standard's way over hue and lightness for a picture. */
function tinted(hex: string, tint: number): string {
  if (!tint) return hex;
  return [0, 2, 4]
    .map((at) => {
      const value = parseInt(hex.slice(at, at + 2), 16);
      const mixed = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
      return Math.round(Math.min(255, Math.max(0, mixed)))
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}
