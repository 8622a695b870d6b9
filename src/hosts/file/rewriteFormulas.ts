/**
 * Every place of a book that holds a formula: cells, names, validations, conditional formats, links
 * inside the workbook, charts, tables. One walk, so that no place is forgotten.
 */
import type { Book, Sheet } from './book';
import { decodeXml, isElement, parseXml, writeXml, type XmlElement, type XmlNode } from './xml';

/** Gives the formula back changed or not; `ownSheet` is null where it stands in no sheet. */
export type FormulaChange = (formula: string, ownSheet: string | null) => string;

export function rewriteFormulas(book: Book, change: FormulaChange): void {
  for (const sheet of book.sheets) {
    if (sheet.isGrid) rewriteCells(sheet, change);
    sheet.root = mapFormulas(sheet.root, (formula) => change(formula, sheet.name));
  }
  rewriteNames(book, change);
  for (const [path, bytes] of book.parts) {
    if (!/\/(?:charts|tables|drawings)\/[^/]+\.xml$/.test(path)) continue;
    // Most charts and tables say nothing that changes; only those that do are written anew.
    if (
      !/<(?:[\w.-]+:)?(?:f|calculatedColumnFormula|totalsRowFormula)[ >]|textlink=/.test(
        decodeXml(bytes),
      )
    )
      continue;
    const root = parseXml(bytes);
    const changed = mapFormulas(root, (formula) => change(formula, null));
    if (changed !== root) book.parts.set(path, writeXml(changed));
  }
}

function rewriteCells(sheet: Sheet, change: FormulaChange): void {
  for (const row of sheet.rows.values()) {
    for (const [column, cell] of row.cells) {
      if (!cell.formula) continue;
      const formula = change(cell.formula, sheet.name);
      if (formula !== cell.formula) row.cells.set(column, { ...cell, formula });
    }
  }
}

const ownedByPrinting = /^_xlnm\.(?:Print_Area|Print_Titles|_FilterDatabase)$/;

/** A print range that points nowhere is no print range; other names keep their #REF!, as in cells. */
function rewriteNames(book: Book, change: FormulaChange): void {
  let same = true;
  const names = book.names.flatMap((name) => {
    const text = change(name.text, null);
    if (text === name.text) return [name];
    same = false;
    if (!ownedByPrinting.test(name.name) || !text.includes('#REF!')) return [{ ...name, text }];
    const rest = text.split(',').filter((part) => !part.includes('#REF!'));
    return rest.length > 0 ? [{ ...name, text: rest.join(',') }] : [];
  });
  if (!same) book.names = names;
}

const formulaElements = new Set([
  'formula',
  'formula1',
  'formula2',
  'f',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);
const formulaAttributes = ['location', 'textlink'];

/** The same element when nothing in it changed. */
function mapFormulas(element: XmlElement, change: (formula: string) => string): XmlElement {
  let { attributes } = element;
  for (const name of formulaAttributes) {
    const held = attributes[name];
    if (held === undefined) continue;
    const changed = change(held);
    if (changed !== held) attributes = { ...attributes, [name]: changed };
  }
  const holdsFormula = formulaElements.has(element.name.slice(element.name.indexOf(':') + 1));
  const children = mapNodes(element.children, (child) =>
    isElement(child) ? mapFormulas(child, change) : holdsFormula ? change(child) : child,
  );
  return attributes === element.attributes && children === element.children
    ? element
    : { ...element, attributes, children };
}

/** The same list when every node stayed the same; null drops one. */
export function mapNodes(nodes: XmlNode[], change: (node: XmlNode) => XmlNode | null): XmlNode[] {
  const changed = nodes.map(change);
  return changed.every((node, index) => node === nodes[index])
    ? nodes
    : changed.filter((node): node is XmlNode => node !== null);
}
