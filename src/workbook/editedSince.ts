/**
 * What a person has edited since a patch was applied, held against what the patch left behind. Undo shows
 * her the entries that it would take away (in cells that the patch wrote, or that stand in what it added,
 * and formulas that would point nowhere), puts back those that it would only overwrite, and does not go on
 * at all where rows or columns have moved, since it would hit other cells.
 */
import { cellNumber, points } from '../domain/points';
import { inArea, type CellAt } from './address';
import {
  afterPatch,
  isCorner,
  keyOf,
  shiftThrough,
  structureOf,
  type ExpectedCell,
  type ExpectedSheet,
} from './afterPatch';
import { haveMoved } from './movedLines';
import type { CellWrite, Change, Patch } from './patch';
import { isCellError, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from './snapshot';
import { STATE_SHEET } from './state';

export interface EditedSince {
  /** Entries that undoing would take away. */
  cells: { sheet: string; at: CellAt }[];
  /** Entries that undoing would overwrite though the patch has no business there: to be written after it. */
  kept: Change[];
  /** What was written is not where it was: rows or columns were moved, so undo would hit others. */
  moved: boolean;
  /** Sheets that the patch made and somebody has deleted: nothing is left to take back there. */
  gone: string[];
}

/** Sheets whose content undoing the patch would touch, without the product's own. */
export function sheetsTouched(patch: Patch): string[] {
  return [...new Set(patch.changes.map((change) => change.sheet))].filter(
    (sheet) => sheet !== STATE_SHEET,
  );
}

/**
 * @param before the workbook that the patch was planned from, with every sheet that it touches
 * @param now the whole workbook
 */
export function editedSince(
  patch: Patch,
  before: WorkbookSnapshot,
  now: WorkbookSnapshot,
): EditedSince {
  const result: EditedSince = { cells: [], kept: [], moved: false, gone: [] };
  const structure = structureOf(patch.changes);
  const models = new Map<string, ExpectedSheet>();
  for (const name of sheetsTouched(patch)) {
    const sheet = now.sheets.find((candidate) => candidate.name === name);
    const own = patch.changes.filter((change) => change.sheet === name);
    const former = before.sheets.find((candidate) => candidate.name === name) ?? null;
    const expected = afterPatch(former, own);
    models.set(name, expected);
    // A sheet that the patch took away must not have come back by other hands.
    if (own.some(({ kind }) => kind === 'deleteSheet')) {
      if (sheet) result.moved = true;
      continue;
    }
    const isMade = own.some(({ kind }) => kind === 'newSheet');
    if (isMade && !sheet) result.gone.push(name);
    else if (!sheet) result.moved = true;
    if (!sheet) continue;
    // A sheet of the patch's own goes as a whole: wherever its rows are, undo can hit no other.
    const moved = isMade ? false : haveMoved(expected, sheet);
    const taken = takenAway(expected, sheet);
    if (moved ?? taken.most) {
      result.moved = true;
      continue;
    }
    result.cells.push(...taken.cells.map((at) => ({ sheet: name, at })));
    const { kept, covered } = overwritten(expected, sheet, former, structure);
    result.kept.push(...kept);
    result.cells.push(...covered.map((at) => ({ sheet: name, at })));
  }
  result.cells.push(...broken(structure, models, now));
  return result;
}

/** Cells of the patch that hold something else now, and entries in what it added. */
function takenAway(expected: ExpectedSheet, sheet: SheetSnapshot) {
  const written = [...expected.cells.values()].filter(({ origin }) => origin === null);
  const cells = written.filter((cell) => !holds(sheet, cell, cell.formula)).map(({ at }) => at);
  // Where no text tells whether rows have moved, this does.
  const most = written.length > 3 && cells.length * 2 > written.length;
  eachCell(sheet, (at) => {
    const isOwn = expected.cells.get(keyOf(at))?.origin === null;
    if (!isOwn && expected.isAdded(at) && !isEmpty(sheet, at)) cells.push(at);
  });
  return { cells, most };
}

/**
 * What was entered or cleared where the patch only merged or formatted: undo would put back the former
 * content. `covered`: of these, cells that a merge will cover again, where nothing can be kept.
 */
function overwritten(
  expected: ExpectedSheet,
  sheet: SheetSnapshot,
  former: SheetSnapshot | null,
  changes: readonly Change[],
) {
  const kept = new Map<string, Change[]>();
  const covered: CellAt[] = [];
  const merges = former?.merges ?? [];
  for (const area of expected.reach) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const at = { row, column };
        const cell = expected.cells.get(keyOf(at));
        if (cell?.origin === null || expected.isAdded(at) || kept.has(keyOf(at))) continue;
        if (isAsExpected(sheet, at, cell, changes)) continue;
        const origin = expected.originOf(at);
        const isCovered = merges.some((merge) => inArea(merge, origin) && !isCorner(merge, origin));
        kept.set(keyOf(at), isCovered ? [] : keep(sheet, at, origin, former, changes));
        if (isCovered && !isEmpty(sheet, at)) covered.push(at);
      }
    }
  }
  return { kept: [...kept.values()].flat(), covered };
}

/** With the number format that it has now: a date is one by that, and a text that looks like a number too. */
function keep(
  sheet: SheetSnapshot,
  at: CellAt,
  origin: CellAt,
  former: SheetSnapshot | null,
  changes: readonly Change[],
): Change[] {
  const { row, column } = origin;
  const area = { top: row, bottom: row, left: column, right: column };
  const numberFormat = sheet.numberFormats[at.row]?.[at.column] ?? 'General';
  const before = former?.numberFormats[row]?.[column] ?? 'General';
  const cells = [[contentOf(sheet, at, changes)]];
  return [
    ...(numberFormat === before
      ? []
      : [{ kind: 'format', sheet: sheet.name, area, format: { numberFormat } } as const]),
    { kind: 'write', sheet: sheet.name, at: origin, cells },
  ];
}

function isAsExpected(
  sheet: SheetSnapshot,
  at: CellAt,
  cell: ExpectedCell | undefined,
  changes: readonly Change[],
): boolean {
  if (!cell) return isEmpty(sheet, at);
  const formula = cell.formula && shiftThrough(cell.formula, sheet.name, changes, 'forth');
  return holds(sheet, cell, formula);
}

/** What the cell holds, as it will read once the patch is taken back. */
function contentOf(sheet: SheetSnapshot, at: CellAt, changes: readonly Change[]): CellWrite {
  const value = sheet.values[at.row]?.[at.column] ?? null;
  const formula = sheet.formulas[at.row]?.[at.column] ?? null;
  if (formula === null) return { value };
  return { formula: shiftThrough(formula, sheet.name, changes, 'back'), value };
}

/** Formulas that a person made elsewhere and that point at what undo takes away. */
function broken(
  changes: readonly Change[],
  models: ReadonlyMap<string, ExpectedSheet>,
  now: WorkbookSnapshot,
): EditedSince['cells'] {
  const found: EditedSince['cells'] = [];
  if (changes.length === 0) return found;
  for (const sheet of now.sheets) {
    const expected = models.get(sheet.name);
    eachCell(sheet, (at) => {
      const formula = sheet.formulas[at.row]?.[at.column] ?? null;
      if (formula === null || formula.includes('#REF!')) return;
      if (expected?.cells.get(keyOf(at))?.origin === null || expected?.isAdded(at)) return;
      if (shiftThrough(formula, sheet.name, changes, 'back').includes('#REF!'))
        found.push({ sheet: sheet.name, at });
    });
  }
  return found;
}

function eachCell(sheet: SheetSnapshot, look: (at: CellAt) => void): void {
  for (let row = 0; row < sheet.rowCount; row += 1)
    for (let column = 0; column < sheet.columnCount; column += 1) look({ row, column });
}

function isEmpty(sheet: SheetSnapshot, { row, column }: CellAt): boolean {
  const formula = sheet.formulas[row]?.[column] ?? null;
  return formula === null && isBlank(sheet.values[row]?.[column] ?? null);
}

/** @param formula of the cell as it must read now; null for a constant */
function holds(sheet: SheetSnapshot, { at, value }: ExpectedCell, formula: string | null): boolean {
  const found = sheet.formulas[at.row]?.[at.column] ?? null;
  if (formula !== null) return found !== null && bare(found) === bare(formula);
  return found === null && sameValue(sheet.values[at.row]?.[at.column] ?? null, value);
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
