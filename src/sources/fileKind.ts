/**
 * What a file is, by its first bytes; its name only decides between kinds of text.
 */

export type FileKind =
  'docx' | 'xlsx' | 'zip' | 'ole' | 'pdf' | 'rtf' | 'picture' | 'html' | 'json' | 'text' | 'empty';

/** Reads no further than the directory of a zip needs. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const starts = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return zipKind(bytes);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38))
    return 'picture';
  const head = decodeText(bytes.subarray(0, 2000)).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<\?xml[^>]*>\s*<html)/.test(head)) return 'html';
  if (/\.html?$/i.test(name)) return 'html';
  if (/\.json$/i.test(name) || /^[{[]\s*["{]/.test(head)) return 'json';
  return 'text';
}

/** The names of a zip's parts stand uncompressed in it. */
function zipKind(bytes: Uint8Array): FileKind {
  const has = (part: string) => contains(bytes, new TextEncoder().encode(part));
  if (has('word/document')) return 'docx';
  return has('xl/workbook') ? 'xlsx' : 'zip';
}

function contains(bytes: Uint8Array, part: Uint8Array): boolean {
  const [first] = part;
  if (first === undefined) return true;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** UTF-8 or UTF-16 by its mark; text that is no UTF-8 is taken for the old Windows code page. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  // A cut in the middle of a letter leaves one mark at the end; many of them mean another encoding.
  const broken = text.split('\uFFFD').length - 1;
  return broken > 1 ? new TextDecoder('windows-1258').decode(bytes) : text;
}
