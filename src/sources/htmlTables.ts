/**
 * Tables from HTML: what Word, Excel, LibreOffice and browsers put on the clipboard, or a saved page.
 * It is parsed by parse5 into plain objects and only read: nothing is run, loaded or put into a page.
 *
 * A heavy module: load it when it is first needed.
 */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { SourceCell, SourceTable } from '../domain/framework/sourceTable';
import { readStyleSheet, styleOf, type CellStyle, type StyleSheet } from './htmlStyles';
import {
  MOST_FILE_BYTES,
  MOST_LINES,
  MOST_SOURCE_ROWS,
  refuse,
  type SourceReading,
} from './source';

/** Deeper than any page a person reads; beyond it, content is not followed. */
const MOST_DEPTH = 400;

const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'object',
  'svg',
  // A tracked deletion.
  'del',
]);
/** What Word sets on hidden text, on marks of footnotes and of comments; LibreOffice on footnotes. */
const ASIDE_STYLE =
  /display:\s*none|mso-hide:\s*all|mso-(?:foot|end)note-id|mso-comment-reference/i;
const ASIDE_CLASS = /Mso(?:Footnote|Endnote|Comment)Reference|sd(?:foot|end)noteanc/;

const BREAKING = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export function readHtmlTables(html: string): SourceReading {
  if (html.length > MOST_FILE_BYTES)
    return refuse('sourceTooLarge', { limit: `${MOST_FILE_BYTES / 1024 / 1024} MB` });
  // The clipboard of Windows sets a few lines of offsets before the first tag.
  const start = html.indexOf('<');
  if (start < 0) return refuse(html.trim() === '' ? 'emptySource' : 'noTable');
  const found = collect(parse(html.slice(start)));
  const tables = found.tables.map((table) => readTable(table, found.styles));
  const count = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (count > MOST_SOURCE_ROWS)
    return refuse('sourceTooManyRows', { count: String(count), limit: String(MOST_SOURCE_ROWS) });
  if (tables.length === 0) return refuse(found.pictures > 0 ? 'pictureOnly' : 'noTable');
  const empty = tables.every((table) =>
    table.rows.every((row) => row.every((cell) => cell.text.trim() === '')),
  );
  if (empty && found.pictures > 0) return refuse('pictureOnly');
  return { ok: true, tables, lines: found.lines };
}

interface Found {
  tables: Tree.Element[];
  lines: string[];
  styles: StyleSheet;
  pictures: number;
}

/** Tables in order, the text between them line by line, the style sheets, and how many pictures. */
function collect(document: Tree.Document): Found {
  const found: Found = { tables: [], lines: [], styles: new Map(), pictures: 0 };
  let line = '';
  const endLine = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '' && found.lines.length < MOST_LINES) found.lines.push(text);
    line = '';
  };
  const walk = (node: Tree.Node, depth: number): void => {
    if (depth > MOST_DEPTH) return;
    if (isText(node)) line += node.value;
    if (!isElement(node)) {
      if ('childNodes' in node) for (const child of node.childNodes) walk(child, depth + 1);
      return;
    }
    if (node.tagName === 'style') readStyleSheet(textOf(node), found.styles);
    if (['img', 'v:imagedata', 'picture', 'canvas'].includes(node.tagName)) found.pictures += 1;
    if (SILENT.has(node.tagName) && node.tagName !== 'head') return;
    if (BREAKING.has(node.tagName) || node.tagName === 'table') endLine();
    if (node.tagName === 'table' && !isLayout(node)) {
      found.tables.push(node);
      found.pictures += descendants(node, 'img').length;
      return;
    }
    for (const child of node.childNodes) walk(child, depth + 1);
    if (BREAKING.has(node.tagName)) endLine();
  };
  walk(document, 0);
  endLine();
  return found;
}

/** A table that only arranges others on the page: it holds one, and is small itself. */
function isLayout(table: Tree.Element): boolean {
  if (descendants(table, 'table').length === 0) return false;
  const rows = rowsOf(table);
  const widest = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  return rows.length < 3 || widest < 3;
}

function readTable(table: Tree.Element, styles: StyleSheet): SourceTable {
  return { rows: rowsOf(table).map((row) => cellsOf(row).map((cell) => readCell(cell, styles))) };
}

function rowsOf(table: Tree.Element): Tree.Element[] {
  return elements(table).flatMap((child) =>
    child.tagName === 'tr'
      ? [child]
      : ['thead', 'tbody', 'tfoot'].includes(child.tagName)
        ? elements(child).filter((row) => row.tagName === 'tr')
        : [],
  );
}

function cellsOf(row: Tree.Element): Tree.Element[] {
  return elements(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');
}

function readCell(cell: Tree.Element, styles: StyleSheet): SourceCell {
  const look = styleOf(cell, styles);
  const words = { text: '', letters: 0, bold: 0, indent: look.indent };
  readWords(cell, look, styles, words, 0);
  const text = words.text.replace(/\n\s*$/, '');
  const lead = /^[\u00A0\t ]*/.exec(text.replace(/^\n+/, ''))?.[0].replace(/[^\u00A0]/g, '') ?? '';
  const indent = words.indent + Math.floor(lead.length / 2);
  const rowSpan = span(cell, 'rowspan');
  const colSpan = span(cell, 'colspan');
  return {
    text: text.trim(),
    ...(words.letters > 0 && words.bold * 2 > words.letters ? { bold: true } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...kindOf(cell, look),
  };
}

interface Words {
  text: string;
  letters: number;
  bold: number;
  indent: number;
}

function readWords(
  node: Tree.Element,
  look: CellStyle,
  styles: StyleSheet,
  words: Words,
  depth: number,
): void {
  if (depth > MOST_DEPTH) return;
  for (const child of node.childNodes) {
    if (isText(child)) {
      const text = child.value.replace(/[\n\r\t ]+/g, ' ');
      const letters = text.replace(/[\s\u00A0]/g, '').length;
      words.text += words.text === '' || words.text.endsWith('\n') ? text.replace(/^ +/, '') : text;
      words.letters += letters;
      if (look.bold) words.bold += letters;
    }
    if (!isElement(child) || SILENT.has(child.tagName) || isAside(child)) continue;
    const inner = styleOf(child, styles, look);
    // Only what stands first indents the cell.
    if (words.text.trim() === '') words.indent = Math.max(words.indent, inner.indent);
    if (BREAKING.has(child.tagName) && words.text.trim() !== '' && !words.text.endsWith('\n'))
      words.text += '\n';
    readWords(child, inner, styles, words, depth + 1);
    if (BREAKING.has(child.tagName) && child.tagName !== 'br' && !words.text.endsWith('\n'))
      words.text += words.text.trim() === '' ? '' : '\n';
  }
}

/** Not of the text: hidden, or a mark that leads elsewhere. */
function isAside(element: Tree.Element): boolean {
  return (
    ASIDE_STYLE.test(attribute(element, 'style') ?? '') ||
    ASIDE_CLASS.test(attribute(element, 'class') ?? '')
  );
}

/** Excel and LibreOffice say beside the text how the cell holds it. */
function kindOf(cell: Tree.Element, look: CellStyle): Pick<SourceCell, 'kind'> {
  if (look.date) return { kind: 'date' };
  const number = attribute(cell, 'x:num') ?? attribute(cell, 'sdval');
  return number === null ? {} : { kind: 'number' };
}

function span(cell: Tree.Element, name: string): number {
  const wanted = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(wanted) ? Math.max(1, Math.min(wanted, 65_534)) : 1;
}

function attribute(element: Tree.Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

function elements(node: Tree.Element): Tree.Element[] {
  return node.childNodes.filter(isElement);
}

function descendants(node: Tree.Element, tagName: string, depth = 0): Tree.Element[] {
  if (depth > MOST_DEPTH) return [];
  return elements(node).flatMap((child) =>
    child.tagName === tagName ? [child] : descendants(child, tagName, depth + 1),
  );
}

function textOf(node: Tree.Element): string {
  return node.childNodes.map((child) => (isText(child) ? child.value : '')).join('');
}

function isText(node: Tree.Node): node is Tree.TextNode {
  return node.nodeName === '#text';
}

function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}
