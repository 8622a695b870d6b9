/**
 * Formulas whose value no longer follows from what they refer to. They are found by following
 * references from what changed; when in doubt a formula counts as stale, since calculating once too
 * often costs time and once too seldom costs trust.
 */
import { overlaps, type Area } from '../../workbook/address';
import { formulaNames, formulaReferences, type FormulaReference } from '../../workbook/formulaText';
import type { Patch } from '../../workbook/patch';
import type { CellValue } from '../../workbook/snapshot';
import type { CalculationInput, Recalculate } from '../../workbook/view';
import { settled, sheetById, type Book, type Cell, type Sheet } from './book';
import { changedAreas, type SheetArea } from './applyPatch';

export interface Seeds {
  areas: readonly SheetArea[];
  /** Cells went away, so any formula may read differently. */
  all: boolean;
}

export function seedsOfPatch(book: Book, patch: Patch): Seeds {
  const all = patch.changes.some(
    (change) =>
      /^delete/.test(change.kind) ||
      (change.kind === 'restore' && change.what !== 'cells' && change.what !== 'rows'),
  );
  return { areas: changedAreas(book, patch.changes), all };
}

interface FormulaPlace {
  sheet: Sheet;
  row: number;
  column: number;
  cell: Cell;
}

/** Marks what depends on the seeds; what the seeds themselves hold came with its value. Changes `book`. */
export function markStale(book: Book, seeds: Seeds): void {
  let frontier = [...seeds.areas];
  let waiting = formulaPlaces(book).filter(
    ({ sheet, row, column }) => !frontier.some((seed) => contains(seed, sheet.name, row, column)),
  );
  if (seeds.all) {
    for (const place of waiting) mark(place);
    return;
  }
  while (frontier.length > 0 && waiting.length > 0) {
    const found: FormulaPlace[] = [];
    const rest: FormulaPlace[] = [];
    const reached = bySheet(frontier);
    for (const place of waiting) (dependsOn(book, place, reached) ? found : rest).push(place);
    for (const place of found) mark(place);
    frontier = found.map(({ sheet, row, column }) => ({
      sheet: sheet.name,
      area: { top: row, bottom: row, left: column, right: column },
    }));
    waiting = rest;
  }
}

export function hasStale(book: Book): boolean {
  return book.sheets.some((sheet) => {
    for (const row of sheet.rows.values())
      for (const cell of row.cells.values()) if (cell.stale) return true;
    return false;
  });
}

/** Calculates the workbook and takes the values of stale formulas over. Changes `book`. */
export async function computeStale(book: Book, recalculate: Recalculate): Promise<void> {
  const grids = book.sheets.filter((sheet) => sheet.isGrid);
  const results = await recalculate(calculationInput(book, grids));
  grids.forEach((sheet, index) => {
    for (const { at, value } of results[index] ?? []) {
      const cells = sheet.rows.get(at.row)?.cells;
      const held = cells?.get(at.column);
      if (!cells || !held?.stale) continue;
      cells.set(at.column, { ...settled(held), value: settledValue(held.value, value) });
    }
  });
}

/** A function that the calculator does not know leaves what another program computed before. */
function settledValue(held: CellValue, computed: CellValue): CellValue {
  const unknown = typeof computed === 'object' && computed?.error === '#NAME?';
  return unknown && held !== null ? held : computed;
}

export function calculationInput(book: Book, grids: readonly Sheet[]): CalculationInput {
  return {
    sheets: grids.map((sheet) => ({
      name: sheet.name,
      cells: [...sheet.rows].flatMap(([row, { cells }]) =>
        [...cells].flatMap(([column, cell]) =>
          cell.value === null && !cell.formula
            ? []
            : [
                {
                  row,
                  column,
                  value: cell.value,
                  formula: cell.formula ? `=${cell.formula}` : null,
                },
              ],
        ),
      ),
    })),
    names: book.names.map((name) => ({
      name: name.name,
      sheet: sheetById(book, name.sheetId)?.name ?? null,
      refersTo: name.text,
    })),
  };
}

function formulaPlaces(book: Book): FormulaPlace[] {
  const places: FormulaPlace[] = [];
  for (const sheet of book.sheets) {
    for (const [row, { cells }] of sheet.rows) {
      for (const [column, cell] of cells)
        if (cell.formula) places.push({ sheet, row, column, cell });
    }
  }
  return places;
}

function mark({ sheet, row, column, cell }: FormulaPlace): void {
  sheet.rows.get(row)?.cells.set(column, { ...cell, stale: true });
}

function contains({ sheet, area }: SheetArea, name: string, row: number, column: number): boolean {
  return (
    sheet === name &&
    row >= area.top &&
    row <= area.bottom &&
    column >= area.left &&
    column <= area.right
  );
}

function bySheet(areas: readonly SheetArea[]): Map<string, Area[]> {
  const sheets = new Map<string, Area[]>();
  for (const { sheet, area } of areas) {
    const key = sheet.toLowerCase();
    const held = sheets.get(key);
    if (held) held.push(area);
    else sheets.set(key, [area]);
  }
  return sheets;
}

/** Functions that look at places they do not name, and references into tables. */
const looksElsewhere = /(?:INDIRECT|OFFSET|ROW|COLUMN|CELL|ADDRESS)\(|\[/i;

function dependsOn(
  book: Book,
  { sheet, cell }: FormulaPlace,
  reached: ReadonlyMap<string, Area[]>,
): boolean {
  const formula = cell.formula ?? '';
  if (looksElsewhere.test(formula)) return true;
  return referencesOf(book, formula, 0).some((reference) => {
    const areas = reached.get((reference.sheet ?? sheet.name).toLowerCase());
    return areas !== undefined && areas.some((area) => overlaps(area, reference.area));
  });
}

/** Names may refer to names; deeper than this is a circle. */
const deepestName = 8;

function referencesOf(book: Book, formula: string, depth: number): FormulaReference[] {
  const direct = formulaReferences(formula);
  if (depth >= deepestName) return direct;
  const named = formulaNames(formula).flatMap((used) =>
    book.names
      .filter((name) => name.name.toLowerCase() === used.toLowerCase())
      .flatMap((name) => referencesOf(book, name.text, depth + 1)),
  );
  return [...direct, ...named];
}
