/**
 * XML as .xlsx parts use it: elements, attributes, text. What is read is written back in the same
 * order, so a part that nobody edits keeps its meaning. Rule: nothing expands. A document type
 * declaration is refused, and only the five entities of XML itself and character numbers are known, so
 * no entity trick can fetch or multiply anything. Nesting has a limit, so no part overflows the stack.
 */

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

/** The deepest real parts (charts, themes) nest about twenty levels. */
const maxDepth = 200;

export class XmlError extends Error {
  override readonly name = 'XmlError';
}

export interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** The whole part as a tree. @throws XmlError */
export function parseXml(bytes: Uint8Array): XmlElement {
  const tree = new TreeBuilder();
  scanXml(decodeXml(bytes), tree);
  return tree.finish();
}

/** Walks the part once, in order. @throws XmlError when it is not well-formed */
export function scanXml(xml: string, handler: XmlHandler): void {
  const stack: string[] = [];
  const prefix = mainPrefix(xml);
  let at = 0;
  let seenRoot = false;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const until = next < 0 ? xml.length : next;
    if (until > at) {
      if (stack.length > 0) handler.text(decodeText(xml.slice(at, until)));
      else if (/\S/.test(xml.slice(at, until))) throw new XmlError('text outside the root');
    }
    if (next < 0) break;
    at = next;
    if (xml.startsWith('<!--', at)) at = skipPast(xml, '-->', at);
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = skipPast(xml, ']]>', at);
      if (stack.length === 0) throw new XmlError('text outside the root');
      handler.text(xml.slice(at + 9, end - 3));
      at = end;
    } else if (xml.startsWith('<?', at)) at = skipPast(xml, '?>', at);
    else if (xml.startsWith('<!', at)) throw new XmlError('document type declaration');
    else if (xml.startsWith('</', at)) {
      const end = skipPast(xml, '>', at);
      const name = plainName(xml.slice(at + 2, end - 1).trimEnd(), prefix);
      if (stack.pop() !== name) throw new XmlError(`unexpected end of ${name}`);
      handler.close(name);
      at = end;
    } else {
      if (stack.length === 0 && seenRoot) throw new XmlError('two roots');
      seenRoot = true;
      const tag = readTag(xml, at, prefix);
      handler.open(tag.name, tag.attributes);
      if (tag.empty) handler.close(tag.name);
      else if (stack.push(tag.name) > maxDepth) throw new XmlError('too deep');
      at = tag.end;
    }
  }
  if (stack.length > 0 || !seenRoot) throw new XmlError('unfinished');
}

/** Builds a tree from a walk; feed it any part of one. */
export class TreeBuilder implements XmlHandler {
  private readonly stack: XmlElement[] = [];
  private root: XmlElement | null = null;

  get depth(): number {
    return this.stack.length;
  }
  open(name: string, attributes: Record<string, string>): void {
    const element: XmlElement = { name, attributes, children: [] };
    this.stack.at(-1)?.children.push(element);
    this.root ??= element;
    this.stack.push(element);
  }
  close(): void {
    this.stack.pop();
  }
  text(text: string): void {
    this.stack.at(-1)?.children.push(text);
  }
  finish(): XmlElement {
    if (!this.root) throw new XmlError('unfinished');
    return this.root;
  }
}

export function writeXml(root: XmlElement): Uint8Array {
  return encodeXml(elementText(root));
}

/** Puts the declaration in front. */
export function encodeXml(body: string): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`,
  );
}

/** One element as text, without a declaration. */
export function elementText(element: XmlElement): string {
  let text = `<${element.name}${attributesText(element.attributes)}`;
  if (element.children.length === 0) return `${text}/>`;
  text += '>';
  for (const child of element.children)
    text += typeof child === 'string' ? escapeText(child) : elementText(child);
  return `${text}</${element.name}>`;
}

export function attributesText(attributes: Record<string, string>): string {
  let text = '';
  for (const name in attributes) text += ` ${name}="${escapeAttribute(attributes[name] ?? '')}"`;
  return text;
}

const textEscapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};
const attributeEscapes: Record<string, string> = {
  ...textEscapes,
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

export function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (sign) => textEscapes[sign] ?? sign)
    : text;
}

function escapeAttribute(text: string): string {
  return /[&<>"\r\n\t]/.test(text)
    ? text.replace(/[&<>"\r\n\t]/g, (sign) => attributeEscapes[sign] ?? sign)
    : text;
}

export function element(
  name: string,
  attributes: Record<string, string> = {},
  children: XmlNode[] = [],
): XmlElement {
  return { name, attributes, children };
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

export function childElements(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (node): node is XmlElement => isElement(node) && (name === undefined || node.name === name),
  );
}

export function childElement(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

/** The attributes but for some. */
export function without(
  attributes: Readonly<Record<string, string>>,
  ...names: string[]
): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}

/** All text below the element. */
export function innerText(parent: XmlElement): string {
  return parent.children.map((node) => (isElement(node) ? innerText(node) : node)).join('');
}

/** XML's way of saying yes: "1" or "true". */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** UTF-8, or UTF-16 with its mark; line ends as XML counts them. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const mainNamespaces =
  /xmlns:([\w.-]+)=["'](?:http:\/\/schemas\.openxmlformats\.org|http:\/\/purl\.oclc\.org\/ooxml)\/(?:spreadsheetml\/(?:2006\/)?main|package\/2006\/(?:relationships|content-types))["']/;

/**
 * Some programs write `<x:worksheet xmlns:x=…>` for `<worksheet xmlns=…>`: the prefix they gave to the
 * vocabulary of the part itself, with its colon; "" when there is none.
 */
function mainPrefix(xml: string): string {
  const root = /<([\w.-]+:)?[\w.-]+(\s[^>]*)?>/.exec(xml);
  const declared = root?.[1] ? mainNamespaces.exec(root[2] ?? '') : null;
  return declared && `${declared[1]}:` === root?.[1] ? `${declared[1]}:` : '';
}

function plainName(name: string, prefix: string): string {
  return prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

interface Tag {
  name: string;
  attributes: Record<string, string>;
  empty: boolean;
  end: number;
}

const namePattern = /[^\s<>/="'&]+/y;
const attributePattern = /\s+([^\s<>/="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const endPattern = /\s*(\/?)>/y;

function readTag(xml: string, at: number, prefix: string): Tag {
  namePattern.lastIndex = at + 1;
  const name = namePattern.exec(xml)?.[0];
  if (name === undefined) throw new XmlError('no name');
  let place = at + 1 + name.length;
  const attributes: Record<string, string> = {};
  for (;;) {
    attributePattern.lastIndex = place;
    const match = attributePattern.exec(xml);
    if (!match) break;
    const key =
      prefix !== '' && match[1] === `xmlns:${prefix.slice(0, -1)}` ? 'xmlns' : (match[1] ?? '');
    attributes[key] = decodeText(match[2] ?? match[3] ?? '');
    place += match[0].length;
  }
  endPattern.lastIndex = place;
  const end = endPattern.exec(xml);
  if (!end) throw new XmlError(`unfinished ${name}`);
  return {
    name: plainName(name, prefix),
    attributes,
    empty: end[1] === '/',
    end: place + end[0].length,
  };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([^;&]*));?/g,
    (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex as string, 16) : null;
      if (!whole.endsWith(';') || (code !== null && code > 0x10ffff)) throw new XmlError('entity');
      if (code !== null) return String.fromCodePoint(code);
      const known = entities[name as string];
      if (known === undefined) throw new XmlError(`entity ${name as string}`);
      return known;
    },
  );
}

function skipPast(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new XmlError(`missing ${mark}`);
  return found + mark.length;
}
