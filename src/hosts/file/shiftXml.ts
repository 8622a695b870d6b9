/** The XML of a sheet (and of drawings on it) after rows or columns came or went in it. */
import { lastColumn, lastRow } from '../../workbook/address';
import { shiftSpan } from '../../workbook/formulaText';
import { mapNodes } from './rewriteFormulas';
import { readArea } from './sheetParts';
import { shiftReferenceText, type Move } from './shiftText';
import { childElements, element, innerText, isElement, type XmlElement } from './xml';

/** Where a person looks and what she selected is not a place of the sheet's content. */
const untouched = new Set([
  'sheetViews',
  'customSheetViews',
  'sheetFormatPr',
  'sheetPr',
  'pageSetup',
  'headerFooter',
  'drawing',
]);
/** Lists that must not stay behind empty. */
const lists = new Set([
  'mergeCells',
  'dataValidations',
  'hyperlinks',
  'protectedRanges',
  'ignoredErrors',
  'cellWatches',
  'rowBreaks',
  'colBreaks',
  'conditionalFormattings',
  'sparklines',
  'sparklineGroup',
  'sparklineGroups',
]);

export function shiftSheetXml(root: XmlElement, move: Move): XmlElement {
  const children = mapNodes(root.children, (child) => {
    if (!isElement(child) || untouched.has(child.name)) return child;
    return shiftElement(child, move);
  });
  return children === root.children ? root : { ...root, children };
}

/** Null when it spoke only of what is gone; the same element when it did not change. */
function shiftElement(held: XmlElement, move: Move): XmlElement | null {
  const name = localName(held);
  if (name === 'autoFilter') return shiftFilter(held, move);
  if (name === 'brk') return held;
  if (name === 'rowBreaks' || name === 'colBreaks') return shiftBreaks(held, move);
  if (name === 'from' || name === 'to') return shiftAnchor(held, move);
  let { attributes } = held;
  for (const key of [
    'ref',
    'sqref',
    ...(name === 'inputCells' || name === 'cellWatch' ? ['r'] : []),
  ]) {
    const reference = attributes[key];
    if (reference === undefined) continue;
    const shifted = shiftReferenceText(reference, move);
    if (shifted === null) return null;
    if (shifted !== reference) attributes = { ...attributes, [key]: shifted };
  }
  let gone = false;
  const children = mapNodes(held.children, (child) => {
    if (isElement(child)) return shiftElement(child, move);
    if (name !== 'sqref') return child;
    const shifted = shiftReferenceText(child, move);
    gone ||= shifted === null;
    return shifted ?? child;
  });
  if (gone || hasLostPlace(held, children)) return null;
  if (lists.has(name)) return finishList(held, children);
  return attributes === held.attributes && children === held.children
    ? held
    : { ...held, attributes, children };
}

/** An extension's rule keeps its place in a child element. */
function hasLostPlace(held: XmlElement, children: XmlElement['children']): boolean {
  const count = (nodes: XmlElement['children']): number =>
    nodes.filter((node) => isElement(node) && localName(node) === 'sqref').length;
  return count(children) < count(held.children);
}

function finishList(held: XmlElement, children: XmlElement['children']): XmlElement | null {
  if (children === held.children) return held;
  const count = children.filter(isElement).length;
  if (count === 0) return null;
  const attributes =
    held.attributes['count'] === undefined
      ? held.attributes
      : { ...held.attributes, count: String(count) };
  return { ...held, attributes, children };
}

/** Columns of a filter are counted from its left edge. */
export function shiftFilter(held: XmlElement, move: Move): XmlElement | null {
  const reference = held.attributes['ref'];
  const area = reference === undefined ? null : readArea(reference);
  if (reference === undefined || !area) return held;
  const shifted = shiftReferenceText(reference, move);
  if (shifted === null) return null;
  const left = readArea(shifted)?.left ?? area.left;
  const children = mapNodes(held.children, (child) => {
    if (!isElement(child)) return child;
    if (child.name !== 'filterColumn') return shiftElement(child, move);
    if (move.axis === 'rows') return child;
    const column = area.left + Number(child.attributes['colId'] ?? 0);
    const span = shiftSpan(column, column, move.at, move.delta, lastColumn);
    if (!span) return null;
    const colId = String(span[0] - left);
    return colId === child.attributes['colId']
      ? child
      : { ...child, attributes: { ...child.attributes, colId } };
  });
  if (shifted === reference && children === held.children) return held;
  return { ...held, attributes: { ...held.attributes, ref: shifted }, children };
}

function shiftBreaks(held: XmlElement, move: Move): XmlElement | null {
  const mine = held.name === 'rowBreaks' ? 'rows' : 'columns';
  if (mine !== move.axis) return held;
  const edge = mine === 'rows' ? lastRow : lastColumn;
  const children = mapNodes(held.children, (child) => {
    if (!isElement(child)) return child;
    const at = Number(child.attributes['id'] ?? 0);
    const span = shiftSpan(at, at, move.at, move.delta, edge);
    if (!span) return null;
    return span[0] === at
      ? child
      : { ...child, attributes: { ...child.attributes, id: String(span[0]) } };
  });
  if (children === held.children) return held;
  const count = String(childElements({ ...held, children }).length);
  return count === '0'
    ? null
    : { ...held, attributes: { ...held.attributes, count, manualBreakCount: count }, children };
}

/** A corner of a picture or chart: what stood on deleted cells moves to where they were. */
export function shiftAnchor(held: XmlElement, move: Move): XmlElement {
  const wanted = move.axis === 'rows' ? 'row' : 'col';
  const edge = move.axis === 'rows' ? lastRow : lastColumn;
  const children = mapNodes(held.children, (child) => {
    if (!isElement(child) || localName(child) !== wanted) return child;
    const at = Number(innerText(child));
    const span = shiftSpan(at, at, move.at, move.delta, edge);
    const to = span ? span[0] : move.at;
    return to === at ? child : element(child.name, child.attributes, [String(to)]);
  });
  return children === held.children ? held : { ...held, children };
}

/** Every corner in a drawing. */
export function shiftDrawing(root: XmlElement, move: Move): XmlElement {
  const children = mapNodes(root.children, (child) => {
    if (!isElement(child)) return child;
    const name = localName(child);
    const corner =
      (name === 'from' || name === 'to') &&
      childElements(child).some((part) => localName(part) === 'row');
    return corner ? shiftAnchor(child, move) : shiftDrawing(child, move);
  });
  return children === root.children ? root : { ...root, children };
}

function localName(held: XmlElement): string {
  return held.name.slice(held.name.indexOf(':') + 1);
}
