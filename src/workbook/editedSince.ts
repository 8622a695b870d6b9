/**
 * What a person has edited since a patch was applied, in the cells that undoing it would take away:
 * cells the patch wrote that now hold something else, and entries in columns, rows and sheets that the
 * patch had added. Undo shows them before it goes on, since nobody's entry may be lost silently.
 */
import { cellNumber, points } from '../domain/points';
import type { CellAt } from './address';
import type { CellWrite, Change, Patch } from './patch';
import { isCellError, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from './snapshot';
import { STATE_SHEET } from './state';

export interface EditedSince {
  cells: { sheet: string; at: CellAt }[];
  /** Most of what was written is not where it was: rows or columns were moved, so undo would hit others. */
  moved: boolean;
}

/** Sheets whose content undoing the patch would touch, without the product's own. */
export function sheetsTouched(patch: Patch): string[] {
  return [...new Set(patch.changes.map((change) => change.sheet))].filter(
    (sheet) => sheet !== STATE_SHEET,
  );
}

/** @param snapshot of the workbook now, with every sheet that the patch touched and that still exists */
export function editedSince(patch: Patch, snapshot: WorkbookSnapshot): EditedSince {
  const result: EditedSince = { cells: [], moved: false };
  for (const name of sheetsTouched(patch)) {
    const sheet = snapshot.sheets.find((candidate) => candidate.name === name);
    const changes = patch.changes.filter((change) => change.sheet === name);
    const written = writtenCells(changes);
    if (!sheet) {
      result.moved = true;
      continue;
    }
    const differing = [...written.values()].filter(({ at, write }) => !holds(sheet, at, write));
    result.cells.push(...differing.map(({ at }) => ({ sheet: name, at })));
    if (written.size > 3 && differing.length * 2 > written.size) result.moved = true;
    for (const at of addedCells(changes, sheet)) {
      if (!written.has(keyOf(at)) && !isBlank(sheet.values[at.row]?.[at.column] ?? null))
        result.cells.push({ sheet: name, at });
    }
  }
  return result;
}

interface Written {
  at: CellAt;
  write: CellWrite;
}

/** Where each write ended up: later insertions of the same patch moved earlier writes. */
function writtenCells(changes: readonly Change[]): Map<string, Written> {
  let cells: Written[] = [];
  for (const change of changes) {
    if (change.kind === 'write') {
      change.cells.forEach((row, i) =>
        row.forEach((write, j) => {
          if (write)
            cells.push({ at: { row: change.at.row + i, column: change.at.column + j }, write });
        }),
      );
    } else if (change.kind === 'insertRows') {
      cells = cells.map((cell) => ({
        ...cell,
        at: { ...cell.at, row: after(cell.at.row, change.before, change.count) },
      }));
    } else if (change.kind === 'insertColumns') {
      cells = cells.map((cell) => ({
        ...cell,
        at: { ...cell.at, column: after(cell.at.column, change.before, change.count) },
      }));
    }
  }
  return new Map(cells.map((cell) => [keyOf(cell.at), cell]));
}

function after(position: number, before: number, count: number): number {
  return position >= before ? position + count : position;
}

/** Cells of what the patch added: undo deletes them whole. Insertions count in the patch's own order. */
function addedCells(changes: readonly Change[], sheet: SheetSnapshot): CellAt[] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  let isNew = false;
  for (const change of changes) {
    if (change.kind === 'newSheet') isNew = true;
    if (change.kind === 'insertRows')
      for (let i = 0; i < change.count; i += 1) rows.add(change.before + i);
    if (change.kind === 'insertColumns')
      for (let i = 0; i < change.count; i += 1) columns.add(change.before + i);
  }
  const cells: CellAt[] = [];
  for (let row = 0; row < sheet.rowCount; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      if (isNew || rows.has(row) || columns.has(column)) cells.push({ row, column });
    }
  }
  return cells;
}

function holds(sheet: SheetSnapshot, at: CellAt, write: CellWrite): boolean {
  const formula = sheet.formulas[at.row]?.[at.column] ?? null;
  if ('formula' in write) return formula !== null && bare(formula) === bare(write.formula);
  return formula === null && sameValue(sheet.values[at.row]?.[at.column] ?? null, write.value);
}

/** Programs write formulas in their own spacing and case. */
function bare(formula: string): string {
  return formula.replace(/\s+/g, '').toUpperCase();
}

function sameValue(first: CellValue, second: CellValue): boolean {
  if (isBlank(first) && isBlank(second)) return true;
  if (typeof first === 'number' && typeof second === 'number') {
    return cellNumber(points(first)) === cellNumber(points(second));
  }
  if (isCellError(first) || isCellError(second))
    return JSON.stringify(first) === JSON.stringify(second);
  return first === second;
}

function isBlank(value: CellValue): boolean {
  return value === null || value === '';
}

function keyOf(at: CellAt): string {
  return `${at.row},${at.column}`;
}
