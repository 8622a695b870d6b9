/**
 * A snapshot of a book: full grids of what rules need to see. They end at the last cell that holds
 * something, so a sheet formatted down to its last row is as small as its content.
 */
import { overlaps, type Area } from '../../workbook/address';
import type { ReadRequest } from '../../workbook/host';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { gridSheet, sheetById, type Book, type Row, type Sheet } from './book';
import { isProtected, readMerges, readViewSettings } from './sheetParts';
import { childElement, childElements, isOn, parseXml } from './xml';
import { isKind, readRelations } from './relations';

/** Where the product keeps what must travel with the file; see `workbook/state`. */
export const stateSheetName = '_CCHC';

/** @throws HostError sheetGone */
export function snapshotOf(book: Book, request: ReadRequest): WorkbookSnapshot {
  const active = activeGrid(book);
  const wanted =
    request.sheets === 'active'
      ? [active]
      : request.sheets === 'all'
        ? book.sheets.filter((sheet) => sheet.isGrid && sheet.state === 'visible')
        : request.sheets.map((name) => gridSheet(book, name));
  const inOrder = book.sheets.filter((sheet) => wanted.includes(sheet));
  return {
    sheets: inOrder.map((sheet) => sheetSnapshot(book, sheet)),
    sheetNames: book.sheets.map((sheet) => sheet.name),
    activeSheet: active.name,
    state: readState(book),
  };
}

/** The active sheet, or the first visible one with cells when a chart sheet is active. */
export function activeGrid(book: Book): Sheet {
  const active = sheetById(book, book.active);
  if (active?.isGrid) return active;
  const grids = book.sheets.filter((sheet) => sheet.isGrid);
  const found = grids.find((sheet) => sheet.state === 'visible') ?? grids[0];
  return found ?? gridSheet(book, active?.name ?? '');
}

/** One past the last row and column that hold a value or a formula. */
export function contentExtent(sheet: Sheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [index, row] of sheet.rows) {
    for (const [column, cell] of row.cells) {
      if (cell.value === null && cell.formula === null) continue;
      if (index >= rows) rows = index + 1;
      if (column >= columns) columns = column + 1;
    }
  }
  return { rows, columns };
}

function sheetSnapshot(book: Book, sheet: Sheet): SheetSnapshot {
  const { rows: rowCount, columns: columnCount } = contentExtent(sheet);
  const values: CellValue[][] = [];
  const formulas: (string | null)[][] = [];
  const numberFormats: string[][] = [];
  const bold: boolean[][] = [];
  const indents: number[][] = [];
  const columnStyles = stylesOfColumns(sheet, columnCount);
  for (let index = 0; index < rowCount; index++) {
    const row = sheet.rows.get(index);
    const cells = Array.from({ length: columnCount }, (_, column) => row?.cells.get(column));
    const styles = cells.map((cell, column) =>
      book.styles.view(cell?.style ?? rowStyle(row) ?? columnStyles[column] ?? 0),
    );
    values.push(cells.map((cell) => cell?.value ?? null));
    formulas.push(cells.map((cell) => (cell?.formula ? `=${cell.formula}` : null)));
    numberFormats.push(styles.map((style) => style.numberFormat));
    bold.push(styles.map((style) => style.bold));
    indents.push(styles.map((style) => style.indent));
  }
  const content: Area = { top: 0, left: 0, bottom: rowCount - 1, right: columnCount - 1 };
  const hiddenRows = hiddenRowsOf(sheet, rowCount);
  return {
    name: sheet.name,
    visibility: sheet.state,
    protected: isProtected(sheet),
    rowCount,
    columnCount,
    values,
    formulas,
    numberFormats,
    bold,
    indents,
    merges: readMerges(sheet).filter((merge) => overlaps(merge, content)),
    hiddenRows,
    hiddenColumns: hiddenColumnsOf(sheet, columnCount),
    filtered: hiddenRows.length > 0 && isFiltered(book, sheet),
    frozen: readViewSettings(sheet).freeze,
  };
}

function rowStyle(row: Row | undefined): number | undefined {
  const style = row?.attributes['s'];
  return style === undefined ? undefined : Number(style);
}

function stylesOfColumns(sheet: Sheet, count: number): number[] {
  const styles = new Array<number>(count).fill(0);
  for (const run of sheet.columns) {
    for (let column = run.first; column <= Math.min(run.last, count - 1); column++) {
      styles[column] = Number(run.attributes['style'] ?? 0);
    }
  }
  return styles;
}

function hiddenRowsOf(sheet: Sheet, count: number): number[] {
  const hidden: number[] = [];
  for (const [index, row] of sheet.rows) {
    if (index < count && (isOn(row.attributes['hidden']) || row.attributes['ht'] === '0'))
      hidden.push(index);
  }
  return hidden.sort((one, other) => one - other);
}

function hiddenColumnsOf(sheet: Sheet, count: number): number[] {
  return sheet.columns.flatMap((run) => {
    if (!isOn(run.attributes['hidden']) && run.attributes['width'] !== '0') return [];
    const length = Math.max(0, Math.min(run.last, count - 1) - run.first + 1);
    return Array.from({ length }, (_, offset) => run.first + offset);
  });
}

/** A filter of the sheet or of a table in it that has a condition. */
function isFiltered(book: Book, sheet: Sheet): boolean {
  if (isOn(childElement(sheet.root, 'sheetPr')?.attributes['filterMode'])) return true;
  const own = childElement(sheet.root, 'autoFilter');
  if (own && childElements(own, 'filterColumn').length > 0) return true;
  if (!childElement(sheet.root, 'tableParts')) return false;
  return readRelations(book.parts, sheet.path).some((relation) => {
    const bytes = isKind(relation, 'table') ? book.parts.get(relation.target) : undefined;
    const filter = bytes && childElement(parseXml(bytes), 'autoFilter');
    return filter !== undefined && childElements(filter, 'filterColumn').length > 0;
  });
}

function readState(book: Book): string | null {
  return readStateSheet(book)?.text ?? null;
}

/** What the hidden sheet holds, and over how many rows; null: there is none. */
export function readStateSheet(book: Book): { text: string; rows: number } | null {
  const sheet = book.sheets.find(
    (candidate) => candidate.isGrid && candidate.name === stateSheetName,
  );
  if (!sheet) return null;
  let text = '';
  for (const [, row] of [...sheet.rows].sort(([one], [other]) => one - other)) {
    const value = row.cells.get(0)?.value;
    if (typeof value === 'string') text += value;
  }
  return { text, rows: contentExtent(sheet).rows };
}
