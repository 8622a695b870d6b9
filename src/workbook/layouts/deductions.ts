/**
 * Tính điểm trừ on a sheet that others made: live formulas where deductions, sub-totals and totals are
 * missing, and the base and the index beneath. What a person typed stays; where it differs from the
 * arithmetic it is a conflict, reported and kept.
 *
 * Everything is placed by the sheet's own columns and rows. A missing deduction column is inserted
 * right after the appraised scores; the rest of the plan speaks of the sheet after that insertion.
 */
import { cellNumber, type Points } from '../../domain/points';
import {
  type FigureEntry,
  type FigureRole,
  type ScoreRow,
  type ScoreSheet,
} from '../../domain/scoring/scoreSheet';
import type { CellAt } from '../address';
import type { CellWrite, Change } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import { planDeductionColumn } from './deductionColumn';
import { deductionFormula, deductionValue, formulaWrite, quietSum } from './formulas';
import { deductionThen, updateOwnFormulas } from './ownFormulas';
import {
  appraisedInSheet,
  figureInSheet,
  isMarkedOut,
  leavesUnder,
  numericTextCells,
  summedLeaves,
} from './sheetFigures';
import { summaryRowsLayout } from './summaryRows';

export interface DeductionOptions {
  /** Total of the maxima assessed this period; null when nobody said. */
  base: Points | null;
  /** What the product wrote as base last time, so that it may be replaced. */
  lastBase: Points | null;
  /** Replace typed deductions that agree with the arithmetic by formulas. */
  liveFormulas: boolean;
  /** Does the sheet hold all that was assessed, so that its own total is the base? */
  isWhole: boolean;
  /** Names of areas, for sub-total labels. */
  areaName: (code: string) => string;
}

export interface DeductionLayout {
  changes: Change[];
  insertedColumn: number | null;
  /** Counts, for the preview. */
  deductions: number;
  replaced: number;
  /** Formulas of the product's own that did not heed the assessment column. */
  updated: number;
  sums: number;
  numbers: FigureEntry[];
  summaryRows: number;
  insertedRows: number;
  conflicts: { at: CellAt; kept: string; wouldBe: string }[];
}

/** The sheet's columns as they will be once the deduction column stands. */
export interface Columns {
  max: number;
  self: number | undefined;
  appraised1: number;
  appraised2: number | undefined;
  deduction: number;
  /** Where formulas can go by it. */
  assessment: number | undefined;
  label: number;
  name: number;
  first: number;
  last: number;
}

/** Writes one cell; coordinates after the insertion of the deduction column. */
type Put = (row: number, column: number, write: CellWrite) => void;

/** @param table must have an appraised column: without one there is nothing to deduct from */
export function layoutDeductions(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  options: DeductionOptions,
): DeductionLayout {
  const { changes, columns, inserted } = planDeductionColumn(snapshot, table);
  const sign = table.deductionSign === 'positive' ? 'positive' : 'negative';
  const writes = new Map<string, { at: CellAt; write: CellWrite }>();
  const put: Put = (row, column, write) =>
    writes.set(`${row},${column}`, { at: { row, column }, write });
  const shifted = (column: number) =>
    inserted !== null && column >= inserted ? column + 1 : column;

  const numbers = numericTextCells(table);
  for (const entry of numbers) {
    if (!entry.points) continue;
    changes.push(numberFormat(table.sheet, entry.place.row, shifted(entry.place.column)));
    put(entry.place.row, shifted(entry.place.column), { value: cellNumber(entry.points) });
  }
  const { assessment } = columns;
  const updated =
    assessment === undefined
      ? []
      : updateOwnFormulas(table, { assessment, shift: shifted, base: options.base });
  for (const { row, column, write } of updated) put(row, column, write);
  const leaf = fillLeafDeductions(table, columns, sign, options.liveFormulas, put);
  const sums = fillSums(table, columns, sign, put);
  const summary = summaryRowsLayout(snapshot, table, columns, sign, options, put);
  changes.push(...summary.before, ...asWrites(table.sheet, [...writes.values()]), ...summary.after);
  return {
    changes,
    insertedColumn: inserted,
    deductions: leaf.filled,
    replaced: leaf.replaced,
    updated: updated.length,
    sums,
    numbers,
    summaryRows: summary.rows,
    insertedRows: summary.insertedRows,
    conflicts: [...leaf.conflicts, ...summary.conflicts],
  };
}

function fillLeafDeductions(
  table: ScoreSheet,
  columns: Columns,
  sign: 'negative' | 'positive',
  liveFormulas: boolean,
  put: Put,
): { filled: number; replaced: number; conflicts: DeductionLayout['conflicts'] } {
  const result = { filled: 0, replaced: 0, conflicts: [] as DeductionLayout['conflicts'] };
  for (const row of summedLeaves(table)) {
    // No formula knows what part of a shared max is this row's.
    if (row.figures.max?.kind === 'shared') continue;
    const value = deductionInSheet(row, sign);
    const write = formulaWrite(deductionFormula(row.row, columns, sign), value);
    const entry = row.figures.deduction;
    if (!entry || entry.kind === 'blank') {
      if (entry?.formula) continue;
      put(row.row, columns.deduction, write);
      result.filled += 1;
    } else if (entry.formula === null) {
      const agrees = value !== null && entry.points !== null && entry.points.abs().eq(value.abs());
      if (agrees && liveFormulas) {
        put(row.row, columns.deduction, write);
        result.replaced += 1;
      } else if (!agrees && value !== null) {
        const at = { row: row.row, column: columns.deduction };
        result.conflicts.push({ at, kept: entry.text, wouldBe: value.toFixed() });
      }
    }
  }
  return result;
}

/** The leaf's deduction in the sheet's sign, as its formula computes it. */
export function deductionInSheet(row: ScoreRow, sign: 'negative' | 'positive'): Points | null {
  if (isMarkedOut(row) || row.figures.max?.kind === 'shared') return null;
  return deductionValue(figureInSheet(row.figures.max), appraisedInSheet(row), sign);
}

/** What a leaf's cell of this role will hold once the plan is carried out. */
export function leafFigure(
  row: ScoreRow,
  role: FigureRole,
  sign: 'negative' | 'positive',
): Points | null {
  if (role !== 'deduction') return figureInSheet(row.figures[role]);
  const entry = row.figures.deduction;
  if (!entry || (entry.kind === 'blank' && entry.formula === null))
    return deductionInSheet(row, sign);
  return deductionThen(row);
}

/** Blank sums of areas and criteria, where something under them has a figure. */
function fillSums(
  table: ScoreSheet,
  columns: Columns,
  sign: 'negative' | 'positive',
  put: Put,
): number {
  let filled = 0;
  table.rows.forEach((row, index) => {
    if (row.isLeaf || row.children.length === 0) return;
    const leaves = leavesUnder(table, index);
    for (const role of ['max', 'self', 'appraised1', 'appraised2', 'deduction'] as const) {
      const column = columns[role];
      const entry = row.figures[role];
      if (column === undefined || (entry && (entry.kind !== 'blank' || entry.formula !== null)))
        continue;
      const values = leaves.map((leaf) => leafFigure(leaf, role, sign));
      if (values.every((value) => value === null)) continue;
      put(
        row.row,
        column,
        quietSum(
          column,
          leaves.map((leaf) => leaf.row),
          values,
        ),
      );
      filled += 1;
    }
  });
  return filled;
}

function numberFormat(sheet: string, row: number, column: number): Change {
  return {
    kind: 'format',
    sheet,
    area: { top: row, left: column, bottom: row, right: column },
    format: { numberFormat: '0.00#' },
  };
}

/** Scattered cells as rectangles one column wide: adjoining rows share one change. */
function asWrites(sheet: string, cells: { at: CellAt; write: CellWrite }[]): Change[] {
  const sorted = [...cells].sort((a, b) => a.at.column - b.at.column || a.at.row - b.at.row);
  const changes: (Change & { kind: 'write' })[] = [];
  for (const { at, write } of sorted) {
    const open = changes[changes.length - 1];
    if (open && open.at.column === at.column && open.at.row + open.cells.length === at.row)
      open.cells.push([write]);
    else changes.push({ kind: 'write', sheet, at, cells: [[write]] });
  }
  return changes;
}
