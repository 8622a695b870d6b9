/**
 * Parts that hang on a sheet and speak of its places: notes and comments, pictures and charts, tables,
 * pivot tables. Each is written anew only when something in it moves.
 */
import { lastColumn, lastRow } from '../../workbook/address';
import { shiftSpan } from '../../workbook/formulaText';
import type { Book, Sheet } from './book';
import { isKind, readRelations } from './relations';
import { mapNodes } from './rewriteFormulas';
import { shiftReferenceText, type Move } from './shiftText';
import { shiftDrawing } from './shiftXml';
import { dropTable, shiftTable } from './tables';
import { decodeXml, isElement, parseXml, writeXml, type XmlElement } from './xml';

export function shiftParts(book: Book, sheet: Sheet, move: Move): void {
  const rewrite = (path: string, change: (root: XmlElement) => XmlElement): void => {
    const bytes = book.parts.get(path);
    if (!bytes) return;
    const root = parseXml(bytes);
    const changed = change(root);
    if (changed !== root) book.parts.set(path, writeXml(changed));
  };
  for (const relation of readRelations(book.parts, sheet.path)) {
    const path = relation.target;
    if (relation.external) continue;
    if (isKind(relation, 'comments') || isKind(relation, 'threadedComment'))
      rewrite(path, (root) => shiftNotes(root, move));
    else if (isKind(relation, 'drawing')) rewrite(path, (root) => shiftDrawing(root, move));
    else if (isKind(relation, 'pivotTable')) rewrite(path, (root) => shiftLocation(root, move));
    else if (isKind(relation, 'vmlDrawing')) shiftNoteShapes(book, path, move);
    else if (isKind(relation, 'table')) {
      const bytes = book.parts.get(path);
      const table = bytes && parseXml(bytes);
      const shifted = table && shiftTable(table, move);
      if (table && !shifted) dropTable(book, sheet, relation);
      else if (shifted && shifted !== table) book.parts.set(path, writeXml(shifted));
    }
  }
  for (const path of book.parts.keys()) {
    if (/pivotCacheDefinition\d*\.xml$/.test(path))
      rewrite(path, (root) => shiftSource(root, sheet.name, move));
  }
}

function shiftNotes(root: XmlElement, move: Move): XmlElement {
  const children = mapNodes(root.children, (child) => {
    if (!isElement(child)) return child;
    const reference = child.attributes['ref'];
    if (reference === undefined) return shiftNotes(child, move);
    const shifted = shiftReferenceText(reference, move);
    if (shifted === null) return null;
    return shifted === reference
      ? child
      : { ...child, attributes: { ...child.attributes, ref: shifted } };
  });
  return children === root.children ? root : { ...root, children };
}

/** Where a pivot table stands; one whose place was deleted stays in name, as programs leave it to the person. */
function shiftLocation(root: XmlElement, move: Move): XmlElement {
  const children = mapNodes(root.children, (child) => {
    if (!isElement(child) || child.name !== 'location') return child;
    const reference = child.attributes['ref'] ?? '';
    const shifted = shiftReferenceText(reference, move) ?? reference;
    return shifted === reference
      ? child
      : { ...child, attributes: { ...child.attributes, ref: shifted } };
  });
  return children === root.children ? root : { ...root, children };
}

function shiftSource(root: XmlElement, sheet: string, move: Move): XmlElement {
  const children = mapNodes(root.children, (child) => {
    if (!isElement(child)) return child;
    if (child.name !== 'worksheetSource') return shiftSource(child, sheet, move);
    const reference = child.attributes['ref'];
    if (child.attributes['sheet'] !== sheet || reference === undefined) return child;
    const shifted = shiftReferenceText(reference, move) ?? reference;
    return shifted === reference
      ? child
      : { ...child, attributes: { ...child.attributes, ref: shifted } };
  });
  return children === root.children ? root : { ...root, children };
}

/** The yellow boxes of notes; their part is often no well-formed XML, so it is changed as text. */
function shiftNoteShapes(book: Book, path: string, move: Move): void {
  const bytes = book.parts.get(path);
  if (!bytes) return;
  const text = decodeXml(bytes);
  const mine = move.axis === 'rows' ? 'Row' : 'Column';
  const edge = move.axis === 'rows' ? lastRow : lastColumn;
  const changed = text.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    const at = new RegExp(`<x:${mine}>\\s*(\\d+)\\s*</x:${mine}>`).exec(shape);
    if (!at) return shape;
    const span = shiftSpan(Number(at[1]), Number(at[1]), move.at, move.delta, edge);
    if (!span) return '';
    const moved = span[0] - Number(at[1]);
    if (moved === 0) return shape;
    return shape
      .replace(at[0], `<x:${mine}>${span[0]}</x:${mine}>`)
      .replace(
        /<x:Anchor>([^<]*)<\/x:Anchor>/,
        (_, anchor) => `<x:Anchor>${shiftAnchorText(anchor as string, move, moved)}</x:Anchor>`,
      );
  });
  if (changed !== text) book.parts.set(path, new TextEncoder().encode(changed));
}

/** "left column, offset, top row, offset, right column, offset, bottom row, offset". */
function shiftAnchorText(anchor: string, move: Move, moved: number): string {
  const numbers = anchor.split(',').map((part) => Number(part.trim()));
  const places = move.axis === 'rows' ? [2, 6] : [0, 4];
  for (const place of places) numbers[place] = Math.max(0, (numbers[place] ?? 0) + moved);
  return numbers.join(', ');
}
