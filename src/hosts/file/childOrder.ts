/**
 * The order in which the children of an element must stand: spreadsheet programs call a file damaged
 * when it is not kept.
 */
import { isElement, type XmlElement } from './xml';

export const worksheetOrder = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

export const workbookOrder = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Puts the child where it belongs, in place of the one of its name if there is one. Changes `parent.children`. */
export function placeChild(parent: XmlElement, child: XmlElement, order: readonly string[]): void {
  const held = parent.children.findIndex((node) => isElement(node) && node.name === child.name);
  if (held >= 0) {
    parent.children[held] = child;
    return;
  }
  const rank = order.indexOf(child.name);
  const next = parent.children.findIndex(
    (node) => isElement(node) && order.indexOf(node.name) > rank,
  );
  if (next < 0) parent.children.push(child);
  else parent.children.splice(next, 0, child);
}
