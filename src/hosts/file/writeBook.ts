/**
 * A book as the bytes of a file. Parts that nobody understands go out as they came in; the calculation
 * chain is left out, since every program makes its own, and programs are asked to calculate on opening.
 */
import { columnLetters } from '../../workbook/address';
import type { Book, Cell, Row, Sheet } from './book';
import { extent } from './book';
import { placeChild, workbookOrder, worksheetOrder } from './childOrder';
import { fileFormula } from './newerFunctions';
import {
  ContentTypes,
  freeRelationId,
  isKind,
  readRelations,
  relationsPath,
  relationVocabulary,
  writeRelations,
  type Relation,
} from './relations';
import { escapeControls, TextCollector } from './texts';
import {
  attributesText,
  childElement,
  childElements,
  element,
  elementText,
  encodeXml,
  escapeText,
  isElement,
  without,
  writeXml,
  type XmlElement,
} from './xml';
import { writeZip } from './zip';

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const contentTypePrefix = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const vmlType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
/** Parts that are written from the book, whatever the file had. */
const ownKinds = ['worksheet', 'chartsheet', 'dialogsheet', 'styles', 'sharedStrings', 'calcChain'];

export function writeBook(book: Book): Uint8Array {
  const texts = new TextCollector();
  const parts = new Map(book.parts);
  const types = new Map<string, string>();
  const old = readRelations(parts, book.workbookPath);
  const kept = old.filter((relation) => !ownKinds.some((kind) => isKind(relation, kind)));
  for (const relation of old) if (!kept.includes(relation)) parts.delete(relation.target);
  const folder = book.workbookPath.slice(0, book.workbookPath.lastIndexOf('/') + 1);
  const relations: Relation[] = [...kept];
  const vocabulary = relationVocabulary(old);
  const relate = (kind: string, target: string): string => {
    const id = freeRelationId(relations);
    relations.push({ id, type: `${vocabulary}/${kind}`, target, external: false });
    return id;
  };

  const ids = book.sheets.map((sheet) => {
    const selected = sheet.sheetId === book.active;
    parts.set(
      sheet.path,
      sheet.isGrid
        ? encodeXml(sheetText(sheet, selected, texts))
        : writeXml(withSelection(sheet.root, selected)),
    );
    if (sheet.isGrid) types.set(sheet.path, `${contentTypePrefix}worksheet+xml`);
    for (const relation of readRelations(parts, sheet.path)) {
      if (isKind(relation, 'comments'))
        types.set(relation.target, `${contentTypePrefix}comments+xml`);
      if (isKind(relation, 'vmlDrawing')) types.set(relation.target, vmlType);
    }
    const was = old.find((relation) => relation.target === sheet.path);
    return relate(was ? was.type.slice(was.type.lastIndexOf('/') + 1) : 'worksheet', sheet.path);
  });
  const stylesPath = `${folder}styles.xml`;
  parts.set(stylesPath, writeXml(book.styles.toXml(lastDifference(book))));
  types.set(stylesPath, `${contentTypePrefix}styles+xml`);
  relate('styles', stylesPath);
  const textsPath = `${folder}sharedStrings.xml`;
  parts.set(textsPath, encodeXml(texts.toText(book.root.attributes['xmlns'] ?? mainNamespace)));
  types.set(textsPath, `${contentTypePrefix}sharedStrings+xml`);
  relate('sharedStrings', textsPath);
  parts.set(book.workbookPath, writeXml(workbookXml(book, ids, vocabulary)));
  parts.set(relationsPath(book.workbookPath), writeRelations(relations));
  return writeZip(withTypes(reachable(parts), types));
}

/** Only what something points at: parts of a deleted sheet are gone with it. */
function reachable(parts: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const visit = (path: string): void => {
    const relations = parts.get(relationsPath(path));
    if (relations) found.set(relationsPath(path), relations);
    for (const relation of readRelations(parts, path)) {
      const content = parts.get(relation.target);
      if (relation.external || !content || found.has(relation.target)) continue;
      found.set(relation.target, content);
      visit(relation.target);
    }
  };
  visit('');
  const types = parts.get(ContentTypes.path);
  return types ? new Map([[ContentTypes.path, types], ...found]) : found;
}

function withTypes(
  parts: Map<string, Uint8Array>,
  more: ReadonlyMap<string, string>,
): Map<string, Uint8Array> {
  const types = parts.get(ContentTypes.path);
  if (!types) return parts;
  const known = new ContentTypes(types);
  // What the file says already it goes on saying in its own way.
  const lacking = new Map([...more].filter(([path, type]) => known.of(path) !== type));
  parts.set(ContentTypes.path, known.toXml(parts.keys(), lacking));
  return parts;
}

/** The last conditional format that a rule points at; −1 when there is none. */
function lastDifference(book: Book): number {
  const used = book.sheets.flatMap(({ root }) =>
    childElements(root, 'conditionalFormatting')
      .flatMap((group) => childElements(group, 'cfRule'))
      .map((rule) => Number(rule.attributes['dxfId'] ?? -1)),
  );
  return Math.max(-1, ...used);
}

function workbookXml(book: Book, ids: readonly string[], vocabulary: string): XmlElement {
  const root: XmlElement = {
    ...book.root,
    attributes: { ...book.root.attributes },
    children: [...book.root.children],
  };
  const declared = Object.keys(root.attributes).find(
    (name) => root.attributes[name] === vocabulary,
  );
  if (declared === undefined) root.attributes['xmlns:r'] = vocabulary;
  const prefix = declared?.slice('xmlns:'.length) ?? 'r';
  const sheets = book.sheets.map((sheet, index) =>
    element('sheet', {
      name: sheet.name,
      sheetId: String(sheet.sheetId),
      ...(sheet.state === 'visible' ? {} : { state: sheet.state }),
      ...sheet.attributes,
      [`${prefix}:id`]: ids[index] ?? '',
    }),
  );
  placeChild(root, element('sheets', {}, sheets), workbookOrder);
  if (book.names.length > 0)
    placeChild(root, element('definedNames', {}, namesXml(book)), workbookOrder);
  const calculation = childElement(root, 'calcPr')?.attributes ?? {};
  placeChild(root, element('calcPr', { ...calculation, fullCalcOnLoad: '1' }), workbookOrder);
  const views = childElement(root, 'bookViews');
  const view = views && childElement(views, 'workbookView');
  const activeTab = String(book.sheets.findIndex((sheet) => sheet.sheetId === book.active));
  const first = element('workbookView', { ...view?.attributes, activeTab }, view?.children);
  const others = (views?.children ?? []).filter((node) => node !== view);
  placeChild(root, element('bookViews', {}, [first, ...others]), workbookOrder);
  return root;
}

function namesXml(book: Book): XmlElement[] {
  return book.names.flatMap(({ name, sheetId, attributes, text }) => {
    const index = book.sheets.findIndex((sheet) => sheet.sheetId === sheetId);
    if (sheetId !== null && index < 0) return [];
    const own: Record<string, string> = sheetId === null ? {} : { localSheetId: String(index) };
    return [element('definedName', { name, ...own, ...attributes }, [text])];
  });
}

function sheetText(sheet: Sheet, selected: boolean, texts: TextCollector): string {
  const root = withSelection(sheet.root, selected);
  const { rows, columns } = extent(sheet);
  const corner = rows === 0 ? 'A1' : `A1:${columnLetters(columns - 1)}${rows}`;
  placeChild(root, element('dimension', { ref: corner }), worksheetOrder);
  placeChild(root, formatProperties(sheet), worksheetOrder);
  if (sheet.columns.length > 0) placeChild(root, columnsXml(sheet), worksheetOrder);
  placeChild(root, element('sheetData'), worksheetOrder);
  const body = root.children.map((child) => {
    if (!isElement(child)) return escapeText(child);
    return child.name === 'sheetData' ? dataText(sheet, texts) : elementText(child);
  });
  return `<${root.name}${attributesText(root.attributes)}>${body.join('')}</${root.name}>`;
}

/** Only the active sheet is selected: with two, typing would go into both. */
function withSelection(root: XmlElement, selected: boolean): XmlElement {
  const copy: XmlElement = { ...root, children: [...root.children] };
  const views = childElement(root, 'sheetViews');
  if (!views && !selected) return copy;
  const marked = (views?.children ?? [element('sheetView', { workbookViewId: '0' })]).map(
    (view) => {
      if (!isElement(view) || view.name !== 'sheetView') return view;
      const attributes = without(view.attributes, 'tabSelected');
      return { ...view, attributes: selected ? { tabSelected: '1', ...attributes } : attributes };
    },
  );
  placeChild(copy, element('sheetViews', views?.attributes, marked), worksheetOrder);
  return copy;
}

/** Without the deepest outline level here, programs show no outline. */
function formatProperties(sheet: Sheet): XmlElement {
  const held = childElement(sheet.root, 'sheetFormatPr')?.attributes ?? { defaultRowHeight: '15' };
  const attributes = without(held, 'outlineLevelRow', 'outlineLevelCol');
  let rows = 0;
  for (const row of sheet.rows.values())
    rows = Math.max(rows, Number(row.attributes['outlineLevel'] ?? 0));
  const columns = Math.max(
    0,
    ...sheet.columns.map((run) => Number(run.attributes['outlineLevel'] ?? 0)),
  );
  return element('sheetFormatPr', {
    ...attributes,
    ...(rows > 0 ? { outlineLevelRow: String(rows) } : {}),
    ...(columns > 0 ? { outlineLevelCol: String(columns) } : {}),
  });
}

function columnsXml(sheet: Sheet): XmlElement {
  const defaultWidth =
    childElement(sheet.root, 'sheetFormatPr')?.attributes['defaultColWidth'] ?? '9.140625';
  const runs = sheet.columns.map(({ first, last, attributes }) =>
    // Excel takes a column without a width for a hidden one.
    element('col', {
      min: String(first + 1),
      max: String(last + 1),
      width: defaultWidth,
      ...attributes,
    }),
  );
  return element('cols', {}, runs);
}

function dataText(sheet: Sheet, texts: TextCollector): string {
  const rows = [...sheet.rows].sort(([one], [other]) => one - other);
  return `<sheetData>${rows.map(([index, row]) => rowText(index, row, texts)).join('')}</sheetData>`;
}

function rowText(index: number, row: Row, texts: TextCollector): string {
  if (row.cells.size === 0 && Object.keys(row.attributes).length === 0) return '';
  const open = `<row r="${index + 1}"${attributesText(row.attributes)}`;
  if (row.cells.size === 0) return `${open}/>`;
  const cells = [...row.cells].sort(([one], [other]) => one - other);
  const body = cells.map(([column, cell]) =>
    cellText(`${columnLetters(column)}${index + 1}`, cell, texts),
  );
  return `${open}>${body.join('')}</row>`;
}

function cellText(reference: string, cell: Cell, texts: TextCollector): string {
  const style = cell.style === 0 ? '' : ` s="${cell.style}"`;
  const open = `<c r="${reference}"${style}${cell.carried ? attributesText(cell.carried) : ''}`;
  const { value } = cell;
  if (cell.formula === null && typeof value === 'string') {
    const index = texts.add(cell.rich ? { plain: value, rich: cell.rich } : { plain: value });
    return `${open} t="s"><v>${index}</v></c>`;
  }
  const formula = formulaText(cell);
  const [type, text] = valueText(value);
  if (formula === '' && text === null) return `${open}/>`;
  return `${open}${type}>${formula}${text === null ? '' : `<v>${text}</v>`}</c>`;
}

function formulaText(cell: Cell): string {
  if (cell.formula === null) return '';
  const attributes = cell.formulaAttributes ? attributesText(cell.formulaAttributes) : '';
  return `<f${attributes}>${escapeText(fileFormula(cell.formula))}</f>`;
}

function valueText(value: Cell['value']): [type: string, text: string | null] {
  if (value === null) return ['', null];
  if (typeof value === 'number') return ['', String(value)];
  if (typeof value === 'boolean') return [' t="b"', value ? '1' : '0'];
  if (typeof value === 'string') return [' t="str"', escapeText(escapeControls(value))];
  return [' t="e"', escapeText(value.error)];
}
