/**
 * Notes on cells: a list of texts, and beside it the boxes they are shown in. Rule kept here: notes and
 * boxes of others stay as they came; parts that only held ours go with them.
 */
import { cellName, type CellAt } from '../../workbook/address';
import { isMarkNote, MARK_TITLE, type Mark } from '../../workbook/marks';
import type { NoteView } from '../../workbook/view';
import type { Book, Sheet } from './book';
import {
  freeRelationId,
  isKind,
  readRelations,
  relationsPath,
  relationVocabulary,
  writeRelations,
  type Relation,
} from './relations';
import { readArea, setPart } from './sheetParts';
import {
  childElement,
  childElements,
  decodeXml,
  element,
  innerText,
  parseXml,
  writeXml,
  type XmlElement,
} from './xml';

export function readNotes(book: Book, sheet: Sheet): NoteView[] {
  const path = partOf(book, sheet, 'comments');
  const bytes = path === null ? undefined : book.parts.get(path);
  if (!bytes) return [];
  return notesIn(parseXml(bytes)).flatMap((note) => {
    const at = placeOf(note);
    return at ? [{ at, text: textOf(note) }] : [];
  });
}

/** Cells that have a note already keep it. */
export function addNotes(book: Book, sheet: Sheet, marks: readonly Mark[]): void {
  const held = new Set(readNotes(book, sheet).map(({ at }) => cellName(at)));
  const fresh = marks.filter(({ at, note }) => note !== '' && !held.has(cellName(at)));
  if (fresh.length === 0) return;
  const path = partOf(book, sheet, 'comments') ?? addPart(book, sheet, 'comments');
  const bytes = book.parts.get(path);
  const root = bytes ? parseXml(bytes) : element('comments', { xmlns: mainNamespace(sheet) });
  book.parts.set(path, writeXml(withNotes(root, fresh)));
  addBoxes(book, sheet, fresh);
}

/** Takes out the notes that are ours, wherever they stand now. */
export function removeMarkNotes(book: Book, sheet: Sheet): void {
  const path = partOf(book, sheet, 'comments');
  const bytes = path === null ? undefined : book.parts.get(path);
  if (path === null || !bytes) return;
  const root = parseXml(bytes);
  const mine = notesIn(root).filter((note) => isMarkNote(textOf(note)));
  if (mine.length === 0) return;
  const rest = notesIn(root).filter((note) => !mine.includes(note));
  if (rest.length > 0) book.parts.set(path, writeXml(withoutNotes(root, rest)));
  else dropPart(book, sheet, 'comments');
  removeBoxes(
    book,
    sheet,
    mine.map(placeOf).filter((at) => at !== null),
  );
}

function notesIn(root: XmlElement): XmlElement[] {
  const list = childElement(root, 'commentList');
  return list ? childElements(list, 'comment') : [];
}

function placeOf(note: XmlElement): CellAt | null {
  const area = readArea(note.attributes['ref'] ?? '');
  return area && { row: area.top, column: area.left };
}

/** Without the readings that East Asian texts carry beside them. */
function textOf(note: XmlElement): string {
  const text = childElement(note, 'text');
  if (!text) return '';
  const runs = childElements(text).flatMap((part) => {
    if (part.name === 't') return [part];
    return part.name === 'r' ? childElements(part, 't') : [];
  });
  return runs.map(innerText).join('');
}

/** Our author comes last, so that the numbers of the others stay. */
function withNotes(root: XmlElement, marks: readonly Mark[]): XmlElement {
  const authors = childElement(root, 'authors');
  const names = authors ? childElements(authors, 'author') : [];
  const known = names.findIndex((author) => innerText(author) === MARK_TITLE);
  const author = known < 0 ? names.length : known;
  const notes = marks.map(({ at, note }) =>
    element('comment', { ref: cellName(at), authorId: String(author) }, [
      element('text', {}, [element('t', { 'xml:space': 'preserve' }, [note])]),
    ]),
  );
  const all = known < 0 ? [...names, element('author', {}, [MARK_TITLE])] : names;
  return withLists(root, all, [...notesIn(root), ...notes]);
}

function withoutNotes(root: XmlElement, rest: readonly XmlElement[]): XmlElement {
  const authors = childElement(root, 'authors');
  const names = authors ? childElements(authors, 'author') : [];
  const last = names.at(-1);
  const unused = !rest.some((note) => note.attributes['authorId'] === String(names.length - 1));
  const mine = last !== undefined && innerText(last) === MARK_TITLE && unused;
  return withLists(root, mine ? names.slice(0, -1) : names, rest);
}

function withLists(
  root: XmlElement,
  authors: readonly XmlElement[],
  notes: readonly XmlElement[],
): XmlElement {
  const others = childElements(root).filter(
    ({ name }) => name !== 'authors' && name !== 'commentList',
  );
  return {
    ...root,
    children: [
      element('authors', {}, [...authors]),
      element('commentList', {}, [...notes]),
      ...others,
    ],
  };
}

type NoteKind = 'comments' | 'vmlDrawing';

/** The boxes' part is the one that the sheet names; it may hold form controls as well. */
function partOf(book: Book, sheet: Sheet, kind: NoteKind): string | null {
  const relations = readRelations(book.parts, sheet.path).filter((each) => isKind(each, kind));
  if (kind === 'comments') return relations[0]?.target ?? null;
  const named = Object.entries(childElement(sheet.root, 'legacyDrawing')?.attributes ?? {}).find(
    ([name]) => name === 'id' || name.endsWith(':id'),
  )?.[1];
  return relations.find(({ id }) => id === named)?.target ?? null;
}

function addPart(book: Book, sheet: Sheet, kind: NoteKind): string {
  const folder = book.workbookPath.slice(0, book.workbookPath.lastIndexOf('/') + 1);
  const path = (number: number) =>
    kind === 'comments'
      ? `${folder}comments${number}.xml`
      : `${folder}drawings/vmlDrawing${number}.vml`;
  let number = sheet.sheetId;
  while (book.parts.has(path(number))) number++;
  const relations = readRelations(book.parts, sheet.path);
  const vocabulary = relationVocabulary(readRelations(book.parts, book.workbookPath));
  const added: Relation = {
    id: freeRelationId(relations),
    type: `${vocabulary}/${kind}`,
    target: path(number),
    external: false,
  };
  book.parts.set(relationsPath(sheet.path), writeRelations([...relations, added]));
  if (kind === 'vmlDrawing') nameBoxes(sheet, added.id, vocabulary);
  return added.target;
}

/** The sheet says which part holds its boxes. */
function nameBoxes(sheet: Sheet, id: string, vocabulary: string): void {
  const { attributes } = sheet.root;
  const declared = Object.keys(attributes).find((name) => attributes[name] === vocabulary);
  if (declared === undefined)
    sheet.root = { ...sheet.root, attributes: { ...attributes, 'xmlns:r': vocabulary } };
  const prefix = declared?.slice('xmlns:'.length) ?? 'r';
  setPart(sheet, 'legacyDrawing', element('legacyDrawing', { [`${prefix}:id`]: id }));
}

function dropPart(book: Book, sheet: Sheet, kind: NoteKind): void {
  const path = partOf(book, sheet, kind);
  if (path === null) return;
  book.parts.delete(path);
  const rest = readRelations(book.parts, sheet.path).filter(({ target }) => target !== path);
  if (rest.length > 0) book.parts.set(relationsPath(sheet.path), writeRelations(rest));
  else book.parts.delete(relationsPath(sheet.path));
  if (kind === 'vmlDrawing') setPart(sheet, 'legacyDrawing', null);
}

/** That part is often no well-formed XML, so it is changed as text. */
function addBoxes(book: Book, sheet: Sheet, marks: readonly Mark[]): void {
  const path = partOf(book, sheet, 'vmlDrawing') ?? addPart(book, sheet, 'vmlDrawing');
  const bytes = book.parts.get(path);
  const text = bytes ? decodeXml(bytes) : emptyBoxes(sheet.sheetId);
  const ids = [...text.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  const first = Math.max(sheet.sheetId * 1024, ...ids) + 1;
  const boxes = marks.map((mark, i) => boxText(mark, first + i)).join('');
  const end = text.lastIndexOf('</xml>');
  const whole = end < 0 ? text + boxes : text.slice(0, end) + boxes + text.slice(end);
  book.parts.set(path, new TextEncoder().encode(whole));
}

function removeBoxes(book: Book, sheet: Sheet, places: readonly CellAt[]): void {
  const path = partOf(book, sheet, 'vmlDrawing');
  const bytes = path === null ? undefined : book.parts.get(path);
  if (path === null || !bytes) return;
  const gone = new Set(places.map(({ row, column }) => `${row} ${column}`));
  const text = decodeXml(bytes).replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (box) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(box)?.[1] ?? '';
    const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(box)?.[1] ?? '';
    return gone.has(`${row} ${column}`) ? '' : box;
  });
  if (/<v:(?:shape|rect|group|line|oval)\b/.test(text))
    book.parts.set(path, new TextEncoder().encode(text));
  else dropPart(book, sheet, 'vmlDrawing');
}

function emptyBoxes(sheetId: number): string {
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheetId}"/></o:shapelayout>`,
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    '</xml>',
  ].join('');
}

/** Hidden until the pointer is over its cell; beside the cell, a few rows high. */
function boxText({ at: { row, column } }: Mark, id: number): string {
  const anchor = [column + 1, 12, row, 4, column + 3, 40, row + 5, 4].join(', ');
  return [
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;width:240pt;height:120pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}

function mainNamespace(sheet: Sheet): string {
  return (
    sheet.root.attributes['xmlns'] ?? 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  );
}
