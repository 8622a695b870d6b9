/**
 * XML from a stranger, element by element. A document type is refused, so no entity is ever declared;
 * depth is limited; nothing outside the text is read.
 */
import { SaxesParser } from 'saxes';

export interface XmlHandlers {
  /** Names come with the prefix that the file uses ("w:tbl"). */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

const MOST_DEPTH = 300;

/** @returns false when it is not well-formed, or tries what is not allowed */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): boolean {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const stop = (reason: string): never => {
    throw new Error(reason);
  };
  parser.on('error', (error) => stop(error.message));
  parser.on('doctype', () => stop('document type'));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MOST_DEPTH) stop('depth');
    handlers.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close(tag.name);
  });
  parser.on('text', (text) => handlers.text(text));
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const step = 1 << 20;
    for (let at = 0; at < bytes.length; at += step)
      parser.write(decoder.decode(bytes.subarray(at, at + step), { stream: true }));
    parser.write(decoder.decode());
    parser.close();
    return true;
  } catch {
    return false;
  }
}
