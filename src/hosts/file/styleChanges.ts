/** How the XML of a font, fill, border or cell format changes when a patch changes one property of it. */
import type { CellFormat } from '../../workbook/patch';
import { placeChild } from './childOrder';
import { childElement, element, type XmlElement } from './xml';

export function changesFont(format: CellFormat): boolean {
  return [format.fontName, format.fontSize, format.bold, format.italic, format.fontColor].some(
    (value) => value !== undefined,
  );
}

const fontOrder = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

export function changeFont(font: XmlElement, format: CellFormat): XmlElement {
  const changed: XmlElement = { ...font, children: [...font.children] };
  const set = (name: string, attributes: Record<string, string> | null): void => {
    changed.children = changed.children.filter(
      (child) => typeof child === 'string' || child.name !== name,
    );
    if (attributes) placeChild(changed, element(name, attributes), fontOrder);
  };
  if (format.bold !== undefined) set('b', format.bold ? {} : null);
  if (format.italic !== undefined) set('i', format.italic ? {} : null);
  if (format.fontSize !== undefined) set('sz', { val: String(format.fontSize) });
  if (format.fontColor !== undefined)
    set('color', { rgb: `FF${format.fontColor.slice(1).toUpperCase()}` });
  if (format.fontName !== undefined) {
    set('name', { val: format.fontName });
    // A theme's font would win over the name, and so might a family or charset of the old one.
    for (const name of ['scheme', 'family', 'charset']) set(name, null);
  }
  return changed;
}

export function solidFill(color: string): XmlElement {
  const fgColor = element('fgColor', { rgb: `FF${color.slice(1).toUpperCase()}` });
  return element('fill', {}, [
    element('patternFill', { patternType: 'solid' }, [
      fgColor,
      element('bgColor', { indexed: '64' }),
    ]),
  ]);
}

const thinSide = (name: string): XmlElement =>
  element(name, { style: 'thin' }, [element('color', { rgb: 'FF000000' })]);
export const thinBorder = element('border', {}, [
  thinSide('left'),
  thinSide('right'),
  thinSide('top'),
  thinSide('bottom'),
  element('diagonal'),
]);
export const noBorder = element(
  'border',
  {},
  ['left', 'right', 'top', 'bottom', 'diagonal'].map((name) => element(name)),
);

export function changeAlignment(held: XmlElement, format: CellFormat): XmlElement {
  const changed: XmlElement = {
    ...held,
    attributes: { ...held.attributes },
    children: [...held.children],
  };
  const set = (
    name: 'alignment' | 'protection',
    changes: Record<string, string | undefined>,
    apply: string,
  ): void => {
    const known = Object.entries(changes).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    if (known.length === 0) return;
    const attributes = { ...childElement(changed, name)?.attributes, ...Object.fromEntries(known) };
    placeChild(changed, element(name, attributes), ['alignment', 'protection', 'extLst']);
    changed.attributes[apply] = '1';
  };
  set(
    'alignment',
    {
      horizontal: format.horizontal,
      vertical: format.vertical === 'middle' ? 'center' : format.vertical,
      wrapText: format.wrap === undefined ? undefined : format.wrap ? '1' : '0',
      indent: format.indent === undefined ? undefined : String(format.indent),
    },
    'applyAlignment',
  );
  set(
    'protection',
    { locked: format.locked === undefined ? undefined : format.locked ? '1' : '0' },
    'applyProtection',
  );
  return changed;
}
