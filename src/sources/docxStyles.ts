/** Paragraph styles of Word, as far as they tell levels apart: bold, indent, list. */
import { readXml } from './xmlEvents';

export interface ParagraphStyle {
  bold: boolean;
  /** Twips. */
  indent: number;
  list: string | null;
  listDepth: number;
}

export const PLAIN_STYLE: ParagraphStyle = { bold: false, indent: 0, list: null, listDepth: 0 };

/** @returns styles by id, each with what it is based on; null when the part cannot be read */
export function readStyles(bytes: Uint8Array): Map<string, ParagraphStyle> | null {
  const own = new Map<string, Partial<ParagraphStyle> & { basedOn?: string }>();
  let style: (Partial<ParagraphStyle> & { basedOn?: string }) | null = null;
  const ok = readXml(bytes, {
    open(name, attributes) {
      if (name === 'w:style') own.set(attributes['w:styleId'] ?? '', (style = {}));
      if (!style) return;
      if (name === 'w:basedOn') style.basedOn = attributes['w:val'] ?? '';
      if (name === 'w:b') style.bold = isOn(attributes['w:val']);
      if (name === 'w:ind')
        style.indent = Number(attributes['w:left'] ?? attributes['w:start'] ?? 0);
      if (name === 'w:numId') style.list = attributes['w:val'] ?? null;
      if (name === 'w:ilvl') style.listDepth = Number(attributes['w:val'] ?? 0);
    },
    close(name) {
      if (name === 'w:style') style = null;
    },
    text() {},
  });
  if (!ok) return null;
  const whole = (id: string, depth: number): ParagraphStyle => {
    const { basedOn, ...mine } = own.get(id) ?? {};
    const base = basedOn && depth < 20 ? whole(basedOn, depth + 1) : PLAIN_STYLE;
    return { ...base, ...mine };
  };
  return new Map([...own.keys()].map((id) => [id, whole(id, 0)]));
}

/** Word's switches: present means on, unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
