/** A book as a grid draws it; see `workbook/view`. */
import type {
  CellView,
  ColumnView,
  ConditionalFormatView,
  RowView,
  SheetView,
  StyleView,
  ValidationView,
  WorkbookView,
} from '../../workbook/view';
import { readNotes } from './notes';
import { sheetById, type Book, type Sheet } from './book';
import { activeGrid, contentExtent } from './snapshotOf';
import { isProtected, readAreas, readMerges, readViewSettings, textOfChild } from './sheetParts';
import { childElement, childElements, innerText, isOn, type XmlElement } from './xml';

/**
 * Empty cells with a style are drawn as far as this beyond the content: frames and fills around a table
 * are seen, and a sheet formatted down to its last row stays small.
 */
const styledRows = 200;
const styledColumns = 50;

export function viewOf(book: Book, name: string): WorkbookView {
  const styles: Record<number, StyleView> = {};
  const seen = (style: number): number => {
    styles[style] ??= book.styles.view(style);
    return style;
  };
  seen(0);
  return {
    name,
    activeSheet: activeGrid(book).name,
    sheets: book.sheets
      .filter((sheet) => sheet.isGrid)
      .map((sheet) => sheetView(book, sheet, seen)),
    styles,
    names: book.names.map((held) => ({
      name: held.name,
      sheet: sheetById(book, held.sheetId)?.name ?? null,
      refersTo: held.text,
    })),
  };
}

function sheetView(book: Book, sheet: Sheet, seen: (style: number) => number): SheetView {
  const content = contentExtent(sheet);
  const limits = { rows: content.rows + styledRows, columns: content.columns + styledColumns };
  const cells = cellViews(sheet, limits, seen);
  let rowCount = 0;
  let columnCount = 0;
  for (const cell of cells) {
    rowCount = Math.max(rowCount, cell.row + 1);
    columnCount = Math.max(columnCount, cell.column + 1);
  }
  const format = childElement(sheet.root, 'sheetFormatPr')?.attributes ?? {};
  const notes = readNotes(book, sheet);
  return {
    name: sheet.name,
    visibility: sheet.state,
    protected: isProtected(sheet),
    rowCount,
    columnCount,
    cells,
    rows: rowViews(sheet, limits.rows, seen),
    columns: sheet.columns.map((run) => columnView(run, seen)),
    defaultRowHeight: Number(format['defaultRowHeight'] ?? 15),
    defaultColumnWidth: Number(
      format['defaultColWidth'] ?? Number(format['baseColWidth'] ?? 8) + 1.140625,
    ),
    merges: readMerges(sheet),
    ...readViewSettings(sheet),
    validations: validationViews(sheet),
    conditionalFormats: conditionalFormatViews(book, sheet),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function cellViews(
  sheet: Sheet,
  limits: { rows: number; columns: number },
  seen: (style: number) => number,
): CellView[] {
  const views: CellView[] = [];
  for (const [row, { cells }] of [...sheet.rows].sort(([one], [other]) => one - other)) {
    if (row >= limits.rows) break;
    for (const [column, cell] of [...cells].sort(([one], [other]) => one - other)) {
      if (column >= limits.columns) break;
      const formula = cell.formula ? `=${cell.formula}` : null;
      views.push({ row, column, value: cell.value, formula, styleId: seen(cell.style) });
    }
  }
  return views;
}

function rowViews(sheet: Sheet, limit: number, seen: (style: number) => number): RowView[] {
  const views: RowView[] = [];
  for (const [row, { attributes }] of sheet.rows) {
    if (row >= limit || Object.keys(attributes).length === 0) continue;
    views.push({
      row,
      height: attributes['ht'] === undefined ? null : Number(attributes['ht']),
      ...(attributes['ht'] !== undefined && !isOn(attributes['customHeight'])
        ? { fitted: true as const }
        : {}),
      hidden: isOn(attributes['hidden']),
      outlineLevel: Number(attributes['outlineLevel'] ?? 0),
      styleId: seen(Number(attributes['s'] ?? 0)),
    });
  }
  return views.sort((one, other) => one.row - other.row);
}

function columnView(run: Sheet['columns'][number], seen: (style: number) => number): ColumnView {
  const { width, hidden, outlineLevel, style } = run.attributes;
  return {
    first: run.first,
    last: run.last,
    width: width === undefined ? null : Number(width),
    hidden: isOn(hidden),
    outlineLevel: Number(outlineLevel ?? 0),
    styleId: seen(Number(style ?? 0)),
  };
}

const kinds = ['whole', 'decimal', 'list', 'date', 'time', 'textLength', 'custom'] as const;
const errorStyles = { warning: 'warning', information: 'information' } as const;

function validationViews(sheet: Sheet): ValidationView[] {
  const list = childElement(sheet.root, 'dataValidations');
  return (list ? childElements(list, 'dataValidation') : []).map((rule) => {
    const { attributes } = rule;
    const message = (title: string, text: string): ValidationView['prompt'] =>
      attributes[title] === undefined && attributes[text] === undefined
        ? null
        : { title: attributes[title] ?? '', message: attributes[text] ?? '' };
    return {
      areas: readAreas(attributes['sqref'] ?? ''),
      kind: kinds.find((kind) => kind === attributes['type']) ?? 'any',
      operator: attributes['operator'] ?? 'between',
      formula1: textOfChild(rule, 'formula1'),
      formula2: textOfChild(rule, 'formula2'),
      allowBlank: isOn(attributes['allowBlank']),
      onError: isOn(attributes['showErrorMessage'])
        ? (errorStyles[attributes['errorStyle'] as keyof typeof errorStyles] ?? 'stop')
        : 'nothing',
      prompt: isOn(attributes['showInputMessage']) ? message('promptTitle', 'prompt') : null,
      error: message('errorTitle', 'error'),
    };
  });
}

function conditionalFormatViews(book: Book, sheet: Sheet): ConditionalFormatView[] {
  return childElements(sheet.root, 'conditionalFormatting').flatMap((group) => {
    const areas = readAreas(group.attributes['sqref'] ?? '');
    return childElements(group, 'cfRule').map((rule) => conditionalFormatView(book, areas, rule));
  });
}

function conditionalFormatView(
  book: Book,
  areas: ConditionalFormatView['areas'],
  rule: XmlElement,
): ConditionalFormatView {
  const { type, operator, priority, stopIfTrue, dxfId } = rule.attributes;
  return {
    areas,
    kind: type ?? '',
    operator: operator ?? null,
    formulas: childElements(rule, 'formula').map(innerText),
    priority: Number(priority ?? 0),
    stopIfTrue: isOn(stopIfTrue),
    format: dxfId === undefined ? null : book.styles.difference(Number(dxfId)),
  };
}
