/**
 * The product's marks in a file: one conditional format for each colour, and notes. A conditional format
 * lies over a cell's own and leaves it as it is; programs move both with the cells.
 */
import { areaName } from '../../workbook/address';
import { isMarkCondition, MARK_CONDITION, type Mark } from '../../workbook/marks';
import type { Book, Sheet } from './book';
import { worksheetOrder } from './childOrder';
import { addNotes, removeMarkNotes } from './notes';
import { childElements, element, innerText, isElement, type XmlElement, type XmlNode } from './xml';

/** In place of all marks that the sheet has. */
export function setMarks(book: Book, sheet: Sheet, marks: readonly Mark[]): void {
  removeMarkRules(sheet);
  removeMarkNotes(book, sheet);
  if (marks.length === 0) return;
  addRules(book, sheet, marks);
  addNotes(book, sheet, marks);
}

/** Programs may have put rules of others into one element with ours. */
function removeMarkRules(sheet: Sheet): void {
  const children = sheet.root.children.flatMap((node): XmlNode[] => {
    if (!isElement(node) || node.name !== 'conditionalFormatting') return [node];
    const kept = node.children.filter((child) => !isElement(child) || !isMarkRule(child));
    if (kept.length === node.children.length) return [node];
    return kept.some(isElement) ? [{ ...node, children: kept }] : [];
  });
  if (
    children.length !== sheet.root.children.length ||
    children.some((n, i) => n !== sheet.root.children[i])
  )
    sheet.root = { ...sheet.root, children };
}

function isMarkRule(rule: XmlElement): boolean {
  return childElements(rule, 'formula').some((formula) => isMarkCondition(innerText(formula)));
}

/** After the sheet's own rules in rank: where both give a fill, the sheet's own is seen. */
function addRules(book: Book, sheet: Sheet, marks: readonly Mark[]): void {
  let priority = highestPriority(sheet);
  const groups = [...new Set(marks.map(({ color }) => color))].map((color) => {
    const sqref = marks
      .filter((mark) => mark.color === color)
      .map(({ at: { row, column } }) =>
        areaName({ top: row, left: column, bottom: row, right: column }),
      )
      .join(' ');
    const rule = element(
      'cfRule',
      {
        type: 'expression',
        dxfId: String(book.styles.fillDifference(color)),
        priority: String(++priority),
      },
      [element('formula', {}, [MARK_CONDITION])],
    );
    return element('conditionalFormatting', { sqref }, [rule]);
  });
  sheet.root = { ...sheet.root, children: withGroups(sheet.root.children, groups) };
}

function highestPriority({ root }: Sheet): number {
  const rules = childElements(root, 'conditionalFormatting').flatMap((group) =>
    childElements(group, 'cfRule'),
  );
  return Math.max(0, ...rules.map((rule) => Number(rule.attributes['priority'] ?? 0)));
}

/** Behind the last element that must stand before them. */
function withGroups(children: readonly XmlNode[], groups: readonly XmlElement[]): XmlNode[] {
  const rank = worksheetOrder.indexOf('conditionalFormatting');
  const next = children.findIndex(
    (node) => isElement(node) && worksheetOrder.indexOf(node.name) > rank,
  );
  const at = next < 0 ? children.length : next;
  return [...children.slice(0, at), ...groups, ...children.slice(at)];
}
