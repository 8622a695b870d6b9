/**
 * Makes one change in a draft of a book. Rule: it changes what the patch says and nothing else, and
 * throws before it has changed anything when it cannot.
 */
import {
  overlaps,
  inArea,
  type Area,
  type CellAt,
  lastColumn,
  lastRow,
} from '../../workbook/address';
import { HostError } from '../../workbook/host';
import type { CellFormat, CellWrite, Change, Remember } from '../../workbook/patch';
import {
  cellAt,
  gridSheet,
  inheritedStyle,
  rowOf,
  setCell,
  styleAt,
  withColumns,
  type Book,
  type Cell,
  type Sheet,
} from './book';
import { setMarks } from './marks';
import { applyPrint, growTitleRows } from './printSetup';
import { restore } from './restore';
import { addSheet, deleteSheet } from './sheetList';
import { shiftBook } from './shiftBook';
import {
  isProtected,
  readMerges,
  setFreeze,
  setMerges,
  setPart,
  setValidation,
} from './sheetParts';
import { childElement, element, without } from './xml';

/** @throws HostError */
export function applyChange(book: Book, change: Exclude<Change, Remember>): void {
  if (change.kind === 'restore') return restore(book, change);
  if (change.kind === 'newSheet') return addSheet(book, change);
  if (change.kind === 'deleteSheet') return deleteSheet(book, change.sheet);
  const sheet = gridSheet(book, change.sheet);
  if (isProtected(sheet)) throw new HostError('sheetProtected', { sheet: sheet.name });
  switch (change.kind) {
    case 'write':
      return writeCells(book, sheet, change.at, change.cells);
    case 'format':
      return formatArea(book, sheet, change.area, change.format);
    case 'insertColumns':
      return shiftBook(book, sheet, { axis: 'columns', at: change.before, delta: change.count });
    case 'deleteColumns':
      return shiftBook(book, sheet, { axis: 'columns', at: change.first, delta: -change.count });
    case 'insertRows':
      return shiftBook(book, sheet, { axis: 'rows', at: change.before, delta: change.count });
    case 'deleteRows':
      return shiftBook(book, sheet, { axis: 'rows', at: change.first, delta: -change.count });
    case 'merge':
      return merge(sheet, change.area);
    case 'unmerge':
      return setMerges(
        sheet,
        readMerges(sheet).filter((held) => !overlaps(held, change.area)),
      );
    case 'columnWidth':
      return setWidths(sheet, change.first, change.widths);
    case 'rowHeight':
      return setHeights(sheet, change.first, change.heights);
    case 'validation':
      return setValidation(sheet, change.area, change.rule);
    case 'freeze':
      return setFreeze(sheet, change.rows, change.columns);
    case 'print':
      return applyPrint(book, sheet, change.setup);
    case 'titleRows':
      return growTitleRows(book, sheet, change.was, change.rows);
    case 'mark':
      return setMarks(book, sheet, change.marks);
    case 'outline':
      return setOutline(sheet, change.first, change.last, change.level);
  }
}

/** Writes one cell; its format stays. Used for patches and for a person's edits. */
export function writeCell(book: Book, sheet: Sheet, at: CellAt, write: CellWrite): void {
  const held = cellAt(sheet, at.row, at.column);
  const value = write.value;
  const formula = 'formula' in write ? write.formula.replace(/^=/, '') : null;
  if (
    held
      ? held.formula === formula && sameValue(held.value, value)
      : formula === null && value === null
  )
    return;
  const quoted = formula === null && typeof value === 'string' && readsAsMoreThanText(value);
  const before = held?.style ?? inheritedStyle(sheet, at.row, at.column);
  const asText = book.styles.view(before).numberFormat === '@';
  const style = book.styles.withQuotePrefix(before, quoted && !asText);
  const cell: Cell = { value, formula, style };
  setCell(
    sheet,
    at.row,
    at.column,
    formula !== null && value === null ? { ...cell, stale: true } : cell,
  );
}

export function sameValue(one: Cell['value'], other: Cell['value']): boolean {
  if (typeof one === 'object' && typeof other === 'object') return one?.error === other?.error;
  return one === other;
}

function writeCells(book: Book, sheet: Sheet, at: CellAt, cells: (CellWrite | null)[][]): void {
  cells.forEach((row, rowOffset) => {
    row.forEach((write, columnOffset) => {
      if (write)
        writeCell(
          book,
          sheet,
          { row: at.row + rowOffset, column: at.column + columnOffset },
          write,
        );
    });
  });
}

/**
 * A text that a person's next F2 and Enter would turn into a formula, a number or a date. The file can
 * say "this is text" beside the cell's format; spreadsheet programs show it as a leading apostrophe.
 */
function readsAsMoreThanText(text: string): boolean {
  return /^[=+\-@'#]|^\s*[\d.,(]|^(?:true|false)$/i.test(text);
}

function formatArea(book: Book, sheet: Sheet, area: Area, format: CellFormat): void {
  const made = new Map<number, number>();
  const formatted = (style: number): number => {
    let known = made.get(style);
    if (known === undefined) made.set(style, (known = book.styles.withFormat(style, format)));
    return known;
  };
  const restyle = (row: number, column: number): void => {
    const held = cellAt(sheet, row, column);
    const style = formatted(styleAt(sheet, row, column));
    if (held?.style === style) return;
    setCell(sheet, row, column, { ...(held ?? { value: null, formula: null }), style });
  };
  const wholeColumns = area.top === 0 && area.bottom === lastRow;
  const wholeRows = area.left === 0 && area.right === lastColumn;
  if (!wholeColumns && !wholeRows) {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) restyle(row, column);
    }
    return;
  }
  for (const [index, row] of sheet.rows) {
    for (const column of row.cells.keys()) {
      if (inArea(area, { row: index, column })) restyle(index, column);
    }
  }
  if (wholeColumns) formatColumns(sheet, area, formatted);
  else formatRows(sheet, area, formatted);
}

function formatColumns(sheet: Sheet, area: Area, formatted: (style: number) => number): void {
  sheet.columns = withColumns(sheet.columns, area.left, area.right, (attributes) => ({
    ...attributes,
    style: String(formatted(Number(attributes['style'] ?? 0))),
  }));
}

function formatRows(sheet: Sheet, area: Area, formatted: (style: number) => number): void {
  for (let index = area.top; index <= area.bottom; index++) {
    const row = rowOf(sheet, index);
    const style = formatted(Number(row.attributes['s'] ?? 0));
    row.attributes = { ...row.attributes, s: String(style), customFormat: '1' };
  }
}

/** As programs do: only the first cell keeps what it holds. */
function merge(sheet: Sheet, area: Area): void {
  setMerges(sheet, [...readMerges(sheet).filter((held) => !overlaps(held, area)), area]);
  for (const [index, row] of sheet.rows) {
    if (index < area.top || index > area.bottom) continue;
    for (const [column, cell] of row.cells) {
      const first = index === area.top && column === area.left;
      const empty = cell.value === null && cell.formula === null;
      if (column < area.left || column > area.right || first || empty) continue;
      row.cells.set(column, { value: null, formula: null, style: cell.style });
    }
  }
}

function setWidths(sheet: Sheet, first: number, widths: readonly number[]): void {
  widths.forEach((width, offset) => {
    const column = first + offset;
    sheet.columns = withColumns(sheet.columns, column, column, (attributes) => ({
      ...without(attributes, 'bestFit'),
      width: String(width),
      customWidth: '1',
    }));
  });
}

function setHeights(sheet: Sheet, first: number, heights: readonly (number | null)[]): void {
  heights.forEach((height, offset) => {
    const row = rowOf(sheet, first + offset);
    const attributes = without(row.attributes, 'ht', 'customHeight');
    row.attributes =
      height === null ? attributes : { ...attributes, ht: String(height), customHeight: '1' };
  });
}

/** In score sheets the heading stands above what it sums up; say so where no outline said anything before. */
function setOutline(sheet: Sheet, first: number, last: number, level: number): void {
  const outlined = [...sheet.rows.values()].some(
    (row) => row.attributes['outlineLevel'] !== undefined,
  );
  if (!outlined && level > 0) {
    const properties = childElement(sheet.root, 'sheetPr');
    const changed = element('sheetPr', properties?.attributes, [...(properties?.children ?? [])]);
    const held = childElement(changed, 'outlinePr');
    const outline = element('outlinePr', { ...held?.attributes, summaryBelow: '0' });
    const others = changed.children.filter((child) => child !== held);
    // Order: tabColor, outlinePr, pageSetUpPr.
    const place = others.findIndex(
      (child) => typeof child !== 'string' && child.name !== 'tabColor',
    );
    others.splice(place < 0 ? others.length : place, 0, outline);
    setPart(sheet, 'sheetPr', { ...changed, children: others });
  }
  for (let index = first; index <= last; index++) {
    const row = rowOf(sheet, index);
    const attributes = without(row.attributes, 'outlineLevel');
    row.attributes = level === 0 ? attributes : { ...attributes, outlineLevel: String(level) };
  }
}
