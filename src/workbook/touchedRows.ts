/**
 * Which rows of a snapshot an edit may have changed: those edited, and those whose formulas follow from
 * them, on any sheet, step by step. A formula that cannot be followed (by name, by an address made of
 * text) counts as touched by everything.
 */
import { formulaNames, formulaReferences } from './formulaText';
import type { RowSpan } from './patch';
import { parseArea, type Area } from './address';
import type { EditEvent } from './host';
import type { WorkbookSnapshot } from './snapshot';

/** Beyond so many bands of rows, reading the whole is no dearer. */
const mostBands = 100;
const mostFormulas = 1000;

export interface TouchedRows {
  sheet: string;
  rows: RowSpan[];
}

/**
 * @returns null where rows or columns came or went, an edit lies outside of what was read, or so many rows
 *   are touched that all should be read
 */
export function touchedRows(
  snapshot: WorkbookSnapshot,
  edits: readonly EditEvent[],
): TouchedRows[] | null {
  const touched = new Map<string, Set<number>>();
  let fresh: Cells[] = [];
  for (const { sheet, address } of edits) {
    const area = parseArea(address);
    const known = snapshot.sheets.find(({ name }) => name === sheet);
    if (!area || !known) return null;
    if (area.bottom >= known.rowCount || area.right >= known.columnCount) return null;
    fresh.push({ sheet, area });
    for (let row = area.top; row <= area.bottom; row += 1) add(touched, sheet, row);
  }
  let formulas = formulaCells(snapshot);
  while (fresh.length > 0) {
    const [follow, rest] = split(formulas, fresh);
    if (follow.length > mostFormulas) return null;
    formulas = rest;
    for (const { sheet, row } of follow) add(touched, sheet, row);
    fresh = follow.map(({ sheet, row, column }) => ({
      sheet,
      area: { top: row, bottom: row, left: column, right: column },
    }));
  }
  const found = [...touched].map(([sheet, rows]) => ({ sheet, rows: spansOf(rows) }));
  return found.reduce((sum, { rows }) => sum + rows.length, 0) > mostBands ? null : found;
}

function split(
  formulas: readonly FormulaCell[],
  fresh: readonly Cells[],
): [FormulaCell[], FormulaCell[]] {
  const follow: FormulaCell[] = [];
  const rest: FormulaCell[] = [];
  for (const cell of formulas) (cell.follows(fresh) ? follow : rest).push(cell);
  return [follow, rest];
}

interface Cells {
  sheet: string;
  area: Area;
}

interface FormulaCell {
  sheet: string;
  row: number;
  column: number;
  follows(cells: readonly Cells[]): boolean;
}

function formulaCells({ sheets }: WorkbookSnapshot): FormulaCell[] {
  return sheets.flatMap(({ name: sheet, formulas }) =>
    formulas.flatMap((line, row) =>
      line.flatMap((formula, column): FormulaCell[] => {
        if (formula === null) return [];
        return [{ sheet, row, column, follows: follower(sheet, formula) }];
      }),
    ),
  );
}

/** Functions whose references are not in their text, and those that change by themselves. */
const unforeseeable = /\b(?:INDIRECT|OFFSET|NOW|TODAY|RAND|RANDBETWEEN|CELL|INFO)\s*\(|\[/i;

function follower(own: string, formula: string): FormulaCell['follows'] {
  if (unforeseeable.test(formula) || formulaNames(formula).length > 0) return () => true;
  const references = formulaReferences(formula).map(({ sheet, area }) => ({
    sheet: (sheet ?? own).toLowerCase(),
    area,
  }));
  return (cells) =>
    references.some((reference) =>
      cells.some(
        ({ sheet, area }) =>
          sheet.toLowerCase() === reference.sheet &&
          area.top <= reference.area.bottom &&
          area.bottom >= reference.area.top &&
          area.left <= reference.area.right &&
          area.right >= reference.area.left,
      ),
    );
}

function add(touched: Map<string, Set<number>>, sheet: string, row: number): void {
  const rows = touched.get(sheet) ?? new Set();
  touched.set(sheet, rows.add(row));
}

function spansOf(rows: ReadonlySet<number>): RowSpan[] {
  const spans: RowSpan[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = spans.at(-1);
    if (last?.last === row - 1) last.last = row;
    else spans.push({ first: row, last: row });
  }
  return spans;
}
