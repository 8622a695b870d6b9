/**
 * Rows or columns come or go in one sheet: cells move, and everything that speaks of places in that
 * sheet follows, in all sheets and parts.
 */
import { lastColumn, lastRow } from '../../workbook/address';
import { shiftFormula, shiftSpan } from '../../workbook/formulaText';
import { HostError } from '../../workbook/host';
import type { Book, Cell, ColumnRun, Row, Sheet } from './book';
import { shiftReferenceText, type Move } from './shiftText';
import { rewriteFormulas } from './rewriteFormulas';
import { shiftParts } from './shiftParts';
import { shiftSheetXml } from './shiftXml';
import { without } from './xml';

/** @throws HostError unexpected, when filled cells would fall over the edge of the sheet */
export function shiftBook(book: Book, sheet: Sheet, move: Move): void {
  refuseOverflow(sheet, move);
  rewriteFormulas(book, (formula, ownSheet) =>
    shiftFormula(formula, { ...move, ownSheet, changedSheet: sheet.name }),
  );
  shiftParts(book, sheet, move);
  sheet.root = shiftSheetXml(sheet.root, move);
  if (move.axis === 'rows') shiftRows(sheet, move);
  else shiftColumns(sheet, move);
  shiftArrays(sheet, move);
}

function refuseOverflow(sheet: Sheet, { axis, delta }: Move): void {
  if (delta <= 0) return;
  const room = (axis === 'rows' ? lastRow : lastColumn) - delta;
  for (const [index, row] of sheet.rows) {
    for (const [column, cell] of row.cells) {
      if (
        (axis === 'rows' ? index : column) <= room ||
        (cell.value === null && cell.formula === null)
      )
        continue;
      throw new HostError('unexpected', { detail: `no room in ${sheet.name}` });
    }
  }
}

function shiftRows(sheet: Sheet, { at, delta }: Move): void {
  const rows = new Map<number, Row>();
  for (const [index, row] of sheet.rows) {
    const span = shiftSpan(index, index, at, delta, lastRow);
    if (span) rows.set(span[0], row);
  }
  const above = sheet.rows.get(at - 1);
  if (delta > 0 && above) {
    const attributes = inheritedAttributes(above.attributes, sheet.rows.get(at)?.attributes);
    for (let index = at; index < at + delta; index++) {
      const cells = new Map<number, Cell>();
      for (const [column, cell] of above.cells)
        if (cell.style !== 0) cells.set(column, emptyLike(cell));
      if (cells.size > 0 || Object.keys(attributes).length > 0)
        rows.set(index, { attributes, cells });
    }
  }
  sheet.rows = rows;
}

function shiftColumns(sheet: Sheet, { at, delta }: Move): void {
  for (const row of sheet.rows.values()) {
    const cells = new Map<number, Cell>();
    for (const [column, cell] of row.cells) {
      const span = shiftSpan(column, column, at, delta, lastColumn);
      if (span) cells.set(span[0], cell);
    }
    const left = row.cells.get(at - 1);
    if (delta > 0 && left && left.style !== 0) {
      for (let column = at; column < at + delta; column++) cells.set(column, emptyLike(left));
    }
    row.cells = cells;
  }
  sheet.columns = shiftRuns(sheet.columns, at, delta);
}

/** What is inserted looks like what stands before it, as in every spreadsheet program; but it is never hidden. */
function shiftRuns(columns: readonly ColumnRun[], at: number, delta: number): ColumnRun[] {
  const shifted = columns.flatMap((run): ColumnRun[] => {
    if (delta > 0 && run.first < at && run.last >= at) {
      return [
        { ...run, last: at - 1 },
        { ...run, first: at + delta, last: Math.min(run.last + delta, lastColumn) },
      ];
    }
    if (run.first === 0 && run.last === lastColumn) return [run];
    const span = shiftSpan(run.first, run.last, at, delta, lastColumn);
    return span ? [{ ...run, first: span[0], last: span[1] }] : [];
  });
  const find = (column: number): ColumnRun | undefined =>
    columns.find((run) => run.first <= column && run.last >= column);
  const before = delta > 0 ? find(at - 1) : undefined;
  if (before) {
    const attributes = inheritedAttributes(before.attributes, find(at)?.attributes);
    if (Object.keys(attributes).length > 0)
      shifted.push({ first: at, last: at + delta - 1, attributes });
  }
  return shifted.sort((one, other) => one.first - other.first);
}

/** Of the row or column before; in an outline only where both neighbours are in it. */
function inheritedAttributes(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const attributes = without(before, 'hidden', 'collapsed', 'outlineLevel');
  const level = Math.min(Number(before['outlineLevel'] ?? 0), Number(after?.['outlineLevel'] ?? 0));
  return level > 0 ? { ...attributes, outlineLevel: String(level) } : attributes;
}

function emptyLike(cell: Cell): Cell {
  return { value: null, formula: null, style: cell.style };
}

/** An array formula says which cells it fills. */
function shiftArrays(sheet: Sheet, move: Move): void {
  for (const row of sheet.rows.values()) {
    for (const [column, cell] of row.cells) {
      if (!cell.formulaAttributes) continue;
      const attributes: Record<string, string> = { ...cell.formulaAttributes };
      for (const name of ['ref', 'r1', 'r2']) {
        const held = attributes[name];
        if (held !== undefined) attributes[name] = shiftReferenceText(held, move) ?? held;
      }
      row.cells.set(column, { ...cell, formulaAttributes: attributes });
    }
  }
}
