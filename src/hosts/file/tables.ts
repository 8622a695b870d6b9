/**
 * Tables ("format as table"). A table names its columns a second time, beside the header cells, and
 * programs call a file damaged when the two differ; here they are kept the same.
 */
import { areaName, type Area, lastColumn } from '../../workbook/address';
import { shiftArea, shiftSpan } from '../../workbook/formulaText';
import { cellAt, setCell, styleAt, type Book, type Sheet } from './book';
import { isKind, readRelations, relationsPath, writeRelations, type Relation } from './relations';
import { readArea, setPart } from './sheetParts';
import type { Move } from './shiftText';
import { shiftFilter } from './shiftXml';
import {
  childElement,
  childElements,
  element,
  isElement,
  parseXml,
  writeXml,
  type XmlElement,
  type XmlNode,
} from './xml';

/** Null when the table, or its header row, is gone; the same element when it did not change. */
export function shiftTable(table: XmlElement, move: Move): XmlElement | null {
  const area = readArea(table.attributes['ref'] ?? '');
  if (!area) return table;
  const shifted = shiftArea(area, move);
  if (!shifted || headerIsGone(table, area, move)) return null;
  const ref = areaName(shifted);
  const children = table.children.flatMap((child): XmlNode[] => {
    if (!isElement(child)) return [child];
    if (child.name === 'autoFilter') {
      const filter = shiftFilter(child, move);
      return filter ? [filter] : [];
    }
    return child.name === 'tableColumns' && move.axis === 'columns'
      ? [shiftTableColumns(child, area, shifted, move)]
      : [child];
  });
  const same =
    ref === areaName(area) && children.every((child, index) => child === table.children[index]);
  return same ? table : { ...table, attributes: { ...table.attributes, ref }, children };
}

function headerIsGone(table: XmlElement, area: Area, move: Move): boolean {
  const hasHeader = table.attributes['headerRowCount'] !== '0';
  return (
    hasHeader &&
    move.axis === 'rows' &&
    move.delta < 0 &&
    area.top >= move.at &&
    area.top < move.at - move.delta
  );
}

function shiftTableColumns(list: XmlElement, area: Area, shifted: Area, move: Move): XmlElement {
  const held = childElements(list, 'tableColumn');
  const places = new Map<number, XmlElement>();
  held.forEach((column, index) => {
    const span = shiftSpan(area.left + index, area.left + index, move.at, move.delta, lastColumn);
    if (span) places.set(span[0], column);
  });
  let id = Math.max(0, ...held.map((column) => Number(column.attributes['id'] ?? 0)));
  const columns: XmlElement[] = [];
  for (let column = shifted.left; column <= shifted.right; column++) {
    columns.push(places.get(column) ?? element('tableColumn', { id: String(++id), name: '' }));
  }
  const same =
    columns.length === held.length && columns.every((column, index) => column === held[index]);
  return same
    ? list
    : element('tableColumns', { ...list.attributes, count: String(columns.length) }, columns);
}

/** The sheet forgets the table; its cells stay. */
export function dropTable(book: Book, sheet: Sheet, relation: Relation): void {
  const relations = readRelations(book.parts, sheet.path).filter(
    (other) => other.id !== relation.id,
  );
  book.parts.set(relationsPath(sheet.path), writeRelations(relations));
  const list = childElement(sheet.root, 'tableParts');
  const parts = list
    ? childElements(list).filter((part) => !Object.values(part.attributes).includes(relation.id))
    : [];
  setPart(
    sheet,
    'tableParts',
    parts.length > 0 ? element('tableParts', { count: String(parts.length) }, parts) : null,
  );
}

/** Header cells and column names say the same afterwards; an empty or repeated header gets a name of its own. */
export function matchTableHeaders(book: Book): void {
  for (const sheet of book.sheets) {
    if (!childElement(sheet.root, 'tableParts')) continue;
    for (const relation of readRelations(book.parts, sheet.path)) {
      const bytes = isKind(relation, 'table') ? book.parts.get(relation.target) : undefined;
      if (!bytes) continue;
      const table = parseXml(bytes);
      const matched = matchHeaders(sheet, table);
      if (matched) book.parts.set(relation.target, writeXml(matched));
    }
  }
}

/** Null when nothing differs. */
function matchHeaders(sheet: Sheet, table: XmlElement): XmlElement | null {
  const area = readArea(table.attributes['ref'] ?? '');
  const list = childElement(table, 'tableColumns');
  if (!area || !list || table.attributes['headerRowCount'] === '0') return null;
  const used = new Set<string>();
  let changed = false;
  const columns = childElements(list, 'tableColumn').map((column, index) => {
    const held = cellAt(sheet, area.top, area.left + index);
    const shown =
      typeof held?.value === 'string' || typeof held?.value === 'number' ? String(held.value) : '';
    const name = uniqueName(shown === '' ? `Column${index + 1}` : shown, used);
    // A formula or another kind of value in the header is none: programs want plain text there.
    if (held?.value !== name || held.formula !== null) {
      const style = held?.style ?? styleAt(sheet, area.top, area.left + index);
      setCell(sheet, area.top, area.left + index, { value: name, formula: null, style });
    }
    const written = name.replace(/\n/g, '_x000a_');
    if (written.toLowerCase() === (column.attributes['name'] ?? '').toLowerCase()) return column;
    changed = true;
    return { ...column, attributes: { ...column.attributes, name: written } };
  });
  if (!changed) return null;
  return {
    ...table,
    children: table.children.map((child) =>
      child === list ? { ...list, children: columns } : child,
    ),
  };
}

function uniqueName(wanted: string, used: Set<string>): string {
  let name = wanted;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
  used.add(name.toLowerCase());
  return name;
}
