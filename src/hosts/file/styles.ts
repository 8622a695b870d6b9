/**
 * The style part: a list of formats that cells point into. Rule: the list only grows while a file is
 * open, so a style number means the same thing for as long as anyone may hold it (undo holds them), and
 * everything in the part that is not understood is kept.
 */
import type { CellFormat } from '../../workbook/patch';
import type { BorderView, ConditionalFormatView, StyleView } from '../../workbook/view';
import { builtInNumberFormats, readColor, type Palette } from './styleValues';
import { placeChild } from './childOrder';
import {
  changeAlignment,
  changeFont,
  changesFont,
  noBorder,
  solidFill,
  thinBorder,
} from './styleChanges';
import { childElement, childElements, element, elementText, isOn, type XmlElement } from './xml';

const stylesOrder = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
/** The first number of a format that a file defines itself. */
const firstOwnNumberFormat = 164;

export class StyleTable {
  private readonly fonts: InternedList;
  private readonly fills: InternedList;
  private readonly borders: InternedList;
  private readonly cellFormats: InternedList;
  private readonly differences: XmlElement[];
  /** How many of them the file came with. */
  private readonly ownDifferences: number;
  private readonly numberFormats = new Map<number, string>();
  private readonly views = new Map<number, StyleView>();
  private readonly formatted = new Map<string, number>();

  constructor(
    private readonly root: XmlElement,
    private readonly palette: Palette,
  ) {
    this.fonts = new InternedList(root, 'fonts');
    this.fills = new InternedList(root, 'fills');
    this.borders = new InternedList(root, 'borders');
    // Programs take the first two fills for these, whatever the file says: a new one must not be second.
    for (const pattern of ['none', 'gray125'].slice(this.fills.size))
      this.fills.append(patternFill(pattern));
    this.cellFormats = new InternedList(root, 'cellXfs');
    const differences = childElement(root, 'dxfs');
    this.differences = differences ? childElements(differences, 'dxf') : [];
    this.ownDifferences = this.differences.length;
    const own = childElement(root, 'numFmts');
    for (const format of own ? childElements(own, 'numFmt') : []) {
      this.numberFormats.set(
        Number(format.attributes['numFmtId']),
        format.attributes['formatCode'] ?? 'General',
      );
    }
    if (this.cellFormats.size === 0)
      this.cellFormats.intern(
        element('xf', { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' }),
      );
  }

  /** What the style looks like. A number outside the list counts as 0, as programs take it. */
  view(style: number): StyleView {
    let view = this.views.get(style);
    if (!view)
      this.views.set(
        style,
        (view = this.readView(this.cellFormats.at(style) ?? this.cellFormats.at(0))),
      );
    return view;
  }

  /** The style with some of its properties changed. */
  withFormat(style: number, format: CellFormat): number {
    const key = `${style} ${JSON.stringify(format)}`;
    let made = this.formatted.get(key);
    if (made === undefined)
      this.formatted.set(key, (made = this.cellFormats.intern(this.change(style, format))));
    return made;
  }

  /** The style that marks its text as text (or no longer does), so that editing the cell does not turn it into something else. */
  withQuotePrefix(style: number, quoted: boolean): number {
    const held = this.cellFormats.at(style) ?? this.cellFormats.at(0);
    if (!held || isOn(held.attributes['quotePrefix']) === quoted) return style;
    const attributes = { ...held.attributes };
    if (quoted) attributes['quotePrefix'] = '1';
    else delete attributes['quotePrefix'];
    return this.cellFormats.intern({ ...held, attributes });
  }

  /** What a conditional format changes; null when it changes nothing that a view shows. */
  difference(index: number): ConditionalFormatView['format'] {
    const found = this.differences[index];
    if (!found) return null;
    const format: NonNullable<ConditionalFormatView['format']> = {};
    const font = childElement(found, 'font');
    if (font) {
      const has = (name: string): boolean => childElement(font, name) !== undefined;
      if (has('b')) format.bold = flag(font, 'b');
      if (has('i')) format.italic = flag(font, 'i');
      if (has('strike')) format.strike = flag(font, 'strike');
      if (has('u')) format.underline = underlined(font);
      const color = readColor(childElement(font, 'color'), this.palette);
      if (color !== null) format.fontColor = color;
    }
    const pattern = childElement(childElement(found, 'fill') ?? element('fill'), 'patternFill');
    // In a conditional format the fill's colour is the background, in a cell the foreground.
    const fill =
      pattern &&
      readColor(childElement(pattern, 'bgColor') ?? childElement(pattern, 'fgColor'), this.palette);
    if (fill) format.fill = fill;
    return Object.keys(format).length > 0 ? format : null;
  }

  /** A conditional format that fills a cell; one that is there already is used again. */
  fillDifference(color: string): number {
    const fill = element('fill', {}, [
      element('patternFill', {}, [
        element('bgColor', { rgb: `FF${color.slice(1).toUpperCase()}` }),
      ]),
    ]);
    const made = element('dxf', {}, [fill]);
    const text = elementText(made);
    const held = this.differences.findIndex((known) => elementText(known) === text);
    return held >= 0 ? held : this.differences.push(made) - 1;
  }

  /**
   * The whole part, for saving.
   * @param lastDifference the last conditional format in use: made ones beyond it leave no trace
   */
  toXml(lastDifference: number): XmlElement {
    const root: XmlElement = { ...this.root, children: [...this.root.children] };
    for (const list of [this.fonts, this.fills, this.borders, this.cellFormats]) {
      placeChild(root, list.toXml(), stylesOrder);
    }
    const differences = this.differences.slice(
      0,
      Math.max(this.ownDifferences, lastDifference + 1),
    );
    if (differences.length > this.ownDifferences) {
      const count = String(differences.length);
      placeChild(root, element('dxfs', { count }, differences), stylesOrder);
    }
    if (this.numberFormats.size > 0) {
      const formats = [...this.numberFormats].map(([id, code]) =>
        element('numFmt', { numFmtId: String(id), formatCode: code }),
      );
      placeChild(root, element('numFmts', { count: String(formats.length) }, formats), stylesOrder);
    }
    return root;
  }

  private readView(format: XmlElement | undefined): StyleView {
    const attributes = format?.attributes ?? {};
    const font = this.fonts.at(Number(attributes['fontId'] ?? 0)) ?? element('font');
    const fill = this.fills.at(Number(attributes['fillId'] ?? 0));
    const pattern = fill && childElement(fill, 'patternFill');
    const solid =
      pattern !== undefined && !['none', undefined].includes(pattern.attributes['patternType']);
    const alignment = (format && childElement(format, 'alignment')?.attributes) ?? {};
    const protection = (format && childElement(format, 'protection')?.attributes) ?? {};
    const rotation = Number(alignment['textRotation'] ?? 0);
    return {
      numberFormat: this.numberFormat(Number(attributes['numFmtId'] ?? 0)),
      fontName: childElement(font, 'name')?.attributes['val'] ?? 'Calibri',
      fontSize: Number(childElement(font, 'sz')?.attributes['val'] ?? 11),
      bold: flag(font, 'b'),
      italic: flag(font, 'i'),
      underline: underlined(font),
      strike: flag(font, 'strike'),
      fontColor: readColor(childElement(font, 'color'), this.palette) ?? '#000000',
      fill: solid ? readColor(childElement(pattern, 'fgColor'), this.palette) : null,
      horizontal: horizontalOf(alignment['horizontal']),
      vertical: verticalOf(alignment['vertical']),
      wrap: isOn(alignment['wrapText']),
      indent: Number(alignment['indent'] ?? 0),
      rotation: rotation > 90 && rotation <= 180 ? 90 - rotation : rotation,
      locked: protection['locked'] === undefined || isOn(protection['locked']),
      borders: this.readBorders(Number(attributes['borderId'] ?? 0)),
    };
  }

  private readBorders(index: number): StyleView['borders'] {
    const border = this.borders.at(index);
    const side = (...names: string[]): BorderView | null => {
      for (const name of names) {
        const found = border && childElement(border, name);
        const style = found?.attributes['style'];
        if (found && style !== undefined && style !== 'none') {
          return {
            style,
            color: readColor(childElement(found, 'color'), this.palette) ?? '#000000',
          };
        }
      }
      return null;
    };
    return {
      top: side('top'),
      right: side('right', 'end'),
      bottom: side('bottom'),
      left: side('left', 'start'),
    };
  }

  private numberFormat(id: number): string {
    return this.numberFormats.get(id) ?? builtInNumberFormats[id] ?? 'General';
  }

  private numberFormatId(code: string): number {
    for (const [id, known] of Object.entries(builtInNumberFormats))
      if (known === code) return Number(id);
    for (const [id, known] of this.numberFormats) if (known === code) return id;
    const id = Math.max(firstOwnNumberFormat - 1, ...this.numberFormats.keys()) + 1;
    this.numberFormats.set(id, code);
    return id;
  }

  private change(style: number, format: CellFormat): XmlElement {
    const held = this.cellFormats.at(style) ?? this.cellFormats.at(0) ?? element('xf');
    const attributes: Record<string, string> = { ...held.attributes };
    if (format.numberFormat !== undefined) {
      attributes['numFmtId'] = String(this.numberFormatId(format.numberFormat));
      attributes['applyNumberFormat'] = '1';
    }
    if (changesFont(format)) {
      const font = this.fonts.at(Number(attributes['fontId'] ?? 0)) ?? element('font');
      attributes['fontId'] = String(this.fonts.intern(changeFont(font, format)));
      attributes['applyFont'] = '1';
    }
    if (format.fill !== undefined) {
      attributes['fillId'] = String(
        format.fill === null ? 0 : this.fills.intern(solidFill(format.fill)),
      );
      attributes['applyFill'] = '1';
    }
    if (format.border !== undefined) {
      attributes['borderId'] = String(
        this.borders.intern(format.border === 'thin' ? thinBorder : noBorder),
      );
      attributes['applyBorder'] = '1';
    }
    return changeAlignment({ ...held, attributes }, format);
  }
}

/** A list of the part, in which equal members are kept once. */
class InternedList {
  private readonly members: XmlElement[];
  private readonly indexes = new Map<string, number>();
  private readonly attributes: Record<string, string>;

  constructor(
    root: XmlElement,
    private readonly name: string,
  ) {
    const list = childElement(root, name);
    this.members = list ? childElements(list) : [];
    this.attributes = list?.attributes ?? {};
    this.members.forEach((member, index) => {
      const text = elementText(member);
      if (!this.indexes.has(text)) this.indexes.set(text, index);
    });
  }

  get size(): number {
    return this.members.length;
  }
  at(index: number): XmlElement | undefined {
    return this.members[index];
  }
  intern(member: XmlElement): number {
    const text = elementText(member);
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    this.indexes.set(text, this.members.length);
    return this.members.push(member) - 1;
  }
  append(member: XmlElement): number {
    return this.members.push(member) - 1;
  }
  toXml(): XmlElement {
    return element(this.name, { ...this.attributes, count: String(this.members.length) }, [
      ...this.members,
    ]);
  }
}

function patternFill(patternType: string): XmlElement {
  return element('fill', {}, [element('patternFill', { patternType })]);
}

function flag(font: XmlElement, name: string): boolean {
  const found = childElement(font, name);
  return (
    found !== undefined && (found.attributes['val'] === undefined || isOn(found.attributes['val']))
  );
}

function underlined(font: XmlElement): boolean {
  const found = childElement(font, 'u');
  return found !== undefined && found.attributes['val'] !== 'none';
}

function horizontalOf(value: string | undefined): StyleView['horizontal'] {
  if (value === 'left' || value === 'center' || value === 'right' || value === 'justify')
    return value;
  if (value === 'centerContinuous') return 'center';
  return value === 'distributed' ? 'justify' : 'general';
}

function verticalOf(value: string | undefined): StyleView['vertical'] {
  if (value === 'top') return 'top';
  return value === 'center' || value === 'justify' || value === 'distributed' ? 'middle' : 'bottom';
}
