/**
 * What a sheet's XML says about merges, validations, views and the rest, read as data and written back.
 * Everything here replaces children of `sheet.root` and never changes one in place.
 */
import {
  areaName,
  cellName,
  columnIndex,
  parseArea,
  type Area,
  type CellAt,
  lastColumn,
  lastRow,
  overlaps,
} from '../../workbook/address';
import type { ValidationRule } from '../../workbook/patch';
import type { Sheet } from './book';
import { placeChild, worksheetOrder } from './childOrder';
import {
  childElement,
  childElements,
  element,
  innerText,
  isOn,
  without,
  type XmlElement,
} from './xml';

/** Puts the child into the sheet's XML; null takes the one of that name out. */
export function setPart(sheet: Sheet, name: string, child: XmlElement | null): void {
  const root: XmlElement = { ...sheet.root, children: [...sheet.root.children] };
  if (child) placeChild(root, child, worksheetOrder);
  else
    root.children = root.children.filter((node) => typeof node === 'string' || node.name !== name);
  sheet.root = root;
}

/** An area as files write it: also whole columns ("A:C") and rows. */
export function readArea(reference: string): Area | null {
  const plain = reference.replace(/\$/g, '').toUpperCase();
  const area = parseArea(plain);
  if (area) return area;
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(plain);
  if (columns) {
    const [left, right] = [columnIndex(columns[1] ?? ''), columnIndex(columns[2] ?? '')];
    return { top: 0, left, bottom: lastRow, right };
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  return (
    rows && { top: Number(rows[1]) - 1, left: 0, bottom: Number(rows[2]) - 1, right: lastColumn }
  );
}

export function readAreas(references: string): Area[] {
  return references.split(/\s+/).flatMap((reference) => readArea(reference) ?? []);
}

export function areasText(areas: readonly Area[]): string {
  return areas.map(areaName).join(' ');
}

/** What is left of an area when another is taken out: up to four rectangles. */
export function subtractArea(from: Area, taken: Area): Area[] {
  if (!overlaps(from, taken)) return [from];
  const top = Math.max(from.top, taken.top);
  const bottom = Math.min(from.bottom, taken.bottom);
  const rest: Area[] = [];
  if (from.top < top) rest.push({ ...from, bottom: top - 1 });
  if (from.left < taken.left) rest.push({ top, bottom, left: from.left, right: taken.left - 1 });
  if (from.right > taken.right)
    rest.push({ top, bottom, left: taken.right + 1, right: from.right });
  if (from.bottom > bottom) rest.push({ ...from, top: bottom + 1 });
  return rest;
}

export function readMerges(sheet: Sheet): Area[] {
  const list = childElement(sheet.root, 'mergeCells');
  return (list ? childElements(list, 'mergeCell') : []).flatMap(
    (merge) => readArea(merge.attributes['ref'] ?? '') ?? [],
  );
}

export function setMerges(sheet: Sheet, merges: readonly Area[]): void {
  const cells = merges.map((merge) => element('mergeCell', { ref: areaName(merge) }));
  setPart(
    sheet,
    'mergeCells',
    cells.length > 0 ? element('mergeCells', { count: String(cells.length) }, cells) : null,
  );
}

/** The area gets this rule and no other; null: none. */
export function setValidation(sheet: Sheet, area: Area, rule: ValidationRule | null): void {
  const list = childElement(sheet.root, 'dataValidations');
  const kept = (list ? childElements(list, 'dataValidation') : []).flatMap((held) => {
    const areas = readAreas(held.attributes['sqref'] ?? '');
    if (!areas.some((other) => overlaps(other, area))) return [held];
    const rest = areas.flatMap((other) => subtractArea(other, area));
    return rest.length > 0
      ? [{ ...held, attributes: { ...held.attributes, sqref: areasText(rest) } }]
      : [];
  });
  const rules = rule ? [...kept, validationXml(area, rule)] : kept;
  const attributes = { ...list?.attributes, count: String(rules.length) };
  setPart(
    sheet,
    'dataValidations',
    rules.length > 0 ? element('dataValidations', attributes, rules) : null,
  );
}

function validationXml(area: Area, rule: ValidationRule): XmlElement {
  const attributes: Record<string, string> = {
    type: rule.kind,
    ...(rule.kind === 'decimal' ? { operator: 'between' } : {}),
    errorStyle: rule.kind === 'list' && rule.strict === false ? 'warning' : 'stop',
    allowBlank: '1',
    showInputMessage: '1',
    showErrorMessage: '1',
    errorTitle: rule.error.title,
    error: rule.error.message,
    promptTitle: rule.prompt.title,
    prompt: rule.prompt.message,
    sqref: areaName(area),
  };
  const formulas =
    rule.kind === 'decimal'
      ? [rule.min, rule.max]
      : [`"${rule.values.join(',').replace(/"/g, '""')}"`];
  return element(
    'dataValidation',
    attributes,
    formulas.map((formula, index) => element(`formula${index + 1}`, {}, [formula])),
  );
}

function sheetView(sheet: Sheet): XmlElement {
  const views = childElement(sheet.root, 'sheetViews');
  return (
    (views && childElement(views, 'sheetView')) ?? element('sheetView', { workbookViewId: '0' })
  );
}

function setSheetView(sheet: Sheet, view: XmlElement): void {
  const views = childElement(sheet.root, 'sheetViews');
  const others = views ? childElements(views).slice(1) : [];
  setPart(sheet, 'sheetViews', element('sheetViews', views?.attributes, [view, ...others]));
}

export interface ViewSettings {
  freeze: { rows: number; columns: number };
  selected: CellAt;
  gridLines: boolean;
  zoom: number;
}

export function readViewSettings(sheet: Sheet): ViewSettings {
  const view = sheetView(sheet);
  const pane = childElement(view, 'pane')?.attributes ?? {};
  const frozen = pane['state'] === 'frozen' || pane['state'] === 'frozenSplit';
  const activePane = pane['activePane'];
  const selections = childElements(view, 'selection');
  const selection =
    selections.find((candidate) => candidate.attributes['pane'] === activePane) ?? selections[0];
  const area = readArea(selection?.attributes['activeCell'] ?? 'A1');
  return {
    freeze: frozen
      ? { rows: Number(pane['ySplit'] ?? 0), columns: Number(pane['xSplit'] ?? 0) }
      : { rows: 0, columns: 0 },
    selected: { row: area?.top ?? 0, column: area?.left ?? 0 },
    gridLines:
      view.attributes['showGridLines'] === undefined || isOn(view.attributes['showGridLines']),
    zoom: Number(view.attributes['zoomScale'] ?? 100),
  };
}

export function setFreeze(sheet: Sheet, rows: number, columns: number): void {
  const view = sheetView(sheet);
  const others = childElements(view).filter(
    (child) => child.name !== 'pane' && child.name !== 'selection',
  );
  const attributes = without(view.attributes, 'topLeftCell');
  const { selected } = readViewSettings(sheet);
  const activePane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const cell = cellName(selected);
  if (rows === 0 && columns === 0) {
    const selection = element('selection', { activeCell: cell, sqref: cell });
    setSheetView(sheet, element('sheetView', attributes, [selection, ...others]));
    return;
  }
  const pane = element('pane', {
    ...(columns > 0 ? { xSplit: String(columns) } : {}),
    ...(rows > 0 ? { ySplit: String(rows) } : {}),
    topLeftCell: cellName({ row: rows, column: columns }),
    activePane,
    state: 'frozen',
  });
  const panes = rows > 0 && columns > 0 ? ['topRight', 'bottomLeft', 'bottomRight'] : [activePane];
  const selections = panes.map((name) =>
    element('selection', {
      pane: name,
      ...(name === activePane ? { activeCell: cell, sqref: cell } : {}),
    }),
  );
  setSheetView(sheet, element('sheetView', attributes, [pane, ...selections, ...others]));
}

export function setSelected(sheet: Sheet, at: CellAt): void {
  const view = sheetView(sheet);
  const activePane = childElement(view, 'pane')?.attributes['activePane'];
  const cell = cellName(at);
  const selection = element('selection', {
    ...(activePane === undefined ? {} : { pane: activePane }),
    activeCell: cell,
    sqref: cell,
  });
  const children = childElements(view);
  const held = children.findIndex(
    (child) => child.name === 'selection' && child.attributes['pane'] === activePane,
  );
  if (held >= 0) children[held] = selection;
  else children.splice(children[0]?.name === 'pane' ? 1 : 0, 0, selection);
  setSheetView(sheet, element('sheetView', view.attributes, children));
}

export function isProtected(sheet: Sheet): boolean {
  return isOn(childElement(sheet.root, 'sheetProtection')?.attributes['sheet']);
}

/** The text of a child, null when there is none. */
export function textOfChild(parent: XmlElement, name: string): string | null {
  const child = childElement(parent, name);
  return child ? innerText(child) : null;
}
