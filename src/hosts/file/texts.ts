/**
 * Texts as the file keeps them: plain, or in runs of several fonts. The plain text is what everything
 * above sees; the runs are kept for saving until someone writes over the cell.
 */
import {
  childElements,
  elementText,
  escapeText,
  isElement,
  parseXml,
  type XmlElement,
} from './xml';

export interface SharedText {
  plain: string;
  /** Children of the `<si>` when they say more than the plain text. */
  rich?: XmlElement['children'];
}

/** @throws XmlError */
export function readSharedTexts(bytes: Uint8Array): SharedText[] {
  return childElements(parseXml(bytes), 'si').map(readText);
}

/** Of an `<si>` or `<is>`. */
export function readText(source: XmlElement): SharedText {
  let plain = '';
  let rich = false;
  for (const child of childElements(source)) {
    if (child.name === 't') plain += textOf(child);
    else rich = true;
    if (child.name === 'r') for (const text of childElements(child, 't')) plain += textOf(text);
  }
  return rich ? { plain, rich: source.children } : { plain };
}

/** Collects the texts of a workbook while it is written, each once. */
export class TextCollector {
  private readonly indexes = new Map<string, number>();
  private readonly bodies: string[] = [];
  private uses = 0;

  add(text: SharedText): number {
    const body = text.rich ? richBody(text.rich) : plainBody(text.plain);
    this.uses++;
    let index = this.indexes.get(body);
    if (index === undefined) this.indexes.set(body, (index = this.bodies.push(body) - 1));
    return index;
  }

  toText(namespace: string): string {
    const items = this.bodies.map((body) => `<si>${body}</si>`).join('');
    return `<sst xmlns="${namespace}" count="${this.uses}" uniqueCount="${this.bodies.length}">${items}</sst>`;
  }
}

function richBody(children: XmlElement['children']): string {
  return children
    .map((child) => (isElement(child) ? elementText(child) : escapeText(child)))
    .join('');
}

function plainBody(plain: string): string {
  const space = /^\s|\s$|\n|\s\s/.test(plain) ? ' xml:space="preserve"' : '';
  return `<t${space}>${escapeText(escapeControls(plain))}</t>`;
}

function textOf(source: XmlElement): string {
  return readControls(source.children.map((child) => (isElement(child) ? '' : child)).join(''));
}

/** "_x000D_" is a carriage return; see `escapeControls`. */
export function readControls(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
    String.fromCharCode(parseInt(code as string, 16)),
  );
}

/** What XML cannot hold is written as _xHHHH_, and so is a text that happens to look like that. */
export function escapeControls(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
    return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}
