/**
 * Formulas of the product's own that were written when a sheet had no column "Áp dụng trong kỳ", brought
 * up to date with it: the deduction of a criterion, the base and the index. Without that a row marked
 * "Không áp dụng" would stay in the base.
 *
 * Rule kept here: a formula is the product's own when it is, sign for sign, what the product writes into
 * that cell; any other is somebody's and stays as it is, for the checks to speak of.
 */
import { ZERO, sumPoints, type Points } from '../../domain/points';
import type { FigureEntry, ScoreRow, ScoreSheet } from '../../domain/scoring/scoreSheet';
import { cellName } from '../address';
import type { CellWrite } from '../patch';
import {
  baseFormula,
  deductionFormula,
  formulaWrite,
  indexFormula,
  type ScoreColumns,
} from './formulas';
import {
  figureInSheet,
  isMarkedOut,
  outsideRows,
  outsideTotal,
  summedLeaves,
} from './sheetFigures';

export interface OwnFormula {
  row: number;
  /** As the sheet will be. */
  column: number;
  write: CellWrite;
}

export interface SheetAsItWillBe {
  /** The column that takes criteria out of the base. */
  assessment: number;
  /** Where a column of today will stand. */
  shift: (column: number) => number;
  /** What the person said the base is; null leaves it to the sheet. */
  base: Points | null;
}

/** Columns that the formulas read, today or as they will be. */
interface Columns extends ScoreColumns {
  deduction: number;
}

/** @returns the cells whose formula does not heed the column yet, each as it should be */
export function updateOwnFormulas(table: ScoreSheet, will: SheetAsItWillBe): OwnFormula[] {
  const now = columnsOf(table);
  if (!now) return [];
  const { shift, assessment } = will;
  const next: Columns = {
    max: shift(now.max),
    appraised1: shift(now.appraised1),
    appraised2: now.appraised2 === undefined ? undefined : shift(now.appraised2),
    deduction: shift(now.deduction),
    assessment,
  };
  const leaves = updateLeaves(table, next);
  const base = updateBase(table, now, next);
  const index = updateIndex(table, now, next, {
    base: will.base ?? base?.value ?? summaryFigure(table, 'base', 'max'),
    lost: lostThen(table),
  });
  return [...leaves, ...(base ? [base.formula] : []), ...(index ? [index] : [])];
}

/** Leaves whose maxima the total holds, so that the base may take those marked out of it; null when unclear. */
export function leavesInTotal(table: ScoreSheet, total: Points | null): ScoreRow[] | null {
  const summed = summedLeaves(table);
  const assessed = summed.filter((row) => !isMarkedOut(row));
  const holds = (rows: readonly ScoreRow[]) =>
    total !== null && (total.eq(maximaOf(rows)) || total.eq(maximaOf(rows.filter(isNumber))));
  return [summed, assessed].find(holds) ?? null;
}

/** Rows that a run from the first leaf to the last must not pass over: they may hold words in that column. */
export function rowsApart(table: ScoreSheet, leaves: readonly ScoreRow[]): number[] {
  const counted = new Set(leaves);
  const others = table.rows.filter((row) => row.isLeaf && !counted.has(row)).map(({ row }) => row);
  const headers = (table.repeatedHeaders ?? []).flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
  return [...others, ...headers];
}

/** What a leaf's deduction will show: nothing where its own formula is brought up to date and it is marked. */
export function deductionThen(row: ScoreRow): Points | null {
  return isMarkedOut(row) && ownSign(row) ? null : figureInSheet(row.figures.deduction);
}

/** As the index counts: a deduction for every max, but those of marked rows. */
export function isComplete(
  leaves: readonly ScoreRow[],
  deductionIn: (row: ScoreRow) => Points | null,
): boolean {
  const entered = leaves.filter((leaf) => deductionIn(leaf) !== null).length;
  const maxima = leaves.filter((leaf) => figureInSheet(leaf.figures.max) !== null).length;
  return entered >= maxima - leaves.filter(isMarkedOut).length;
}

export function maximaOf(rows: readonly ScoreRow[]): Points {
  return sumPoints(rows.map((row) => figureInSheet(row.figures.max) ?? ZERO));
}

function columnsOf({ columns }: ScoreSheet): Columns | null {
  const { max, deduction } = columns;
  const appraised1 = columns.appraised1 ?? columns.appraised2;
  if (max === undefined || deduction === undefined || appraised1 === undefined) return null;
  const appraised2 = columns.appraised1 === undefined ? undefined : columns.appraised2;
  return { max, deduction, appraised1, appraised2 };
}

function updateLeaves(table: ScoreSheet, next: Columns): OwnFormula[] {
  return scaleLeaves(table).flatMap((row): OwnFormula[] => {
    const sign = ownSign(row);
    if (!sign) return [];
    const write = formulaWrite(deductionFormula(row.row, next, sign), deductionThen(row));
    return [{ row: row.row, column: next.deduction, write }];
  });
}

function updateBase(
  table: ScoreSheet,
  now: Columns,
  next: Columns,
): { formula: OwnFormula; value: Points } | null {
  const row = table.summaryRows.find(({ kind }) => kind === 'base');
  const total = table.summaryRows.find(({ kind }) => kind === 'total');
  const sum = figureInSheet(total?.figures.max);
  const leaves = leavesInTotal(table, sum);
  if (!row || !total || !sum || !leaves || leaves.length === 0) return null;
  if (
    !isSame(row.figures.max, baseFormula(cellName({ ...total, column: now.max }), 0, undefined, []))
  )
    return null;
  const value = sum.minus(maximaOf(leaves.filter(isMarkedOut)));
  const formula = baseFormula(
    cellName({ row: total.row, column: next.max }),
    next.max,
    next.assessment,
    leaves.map((leaf) => leaf.row),
    rowsApart(table, leaves),
  );
  return {
    formula: { row: row.row, column: next.max, write: formulaWrite(formula, value) },
    value,
  };
}

function updateIndex(
  table: ScoreSheet,
  now: Columns,
  next: Columns,
  { base, lost }: { base: Points | null; lost: Points | null },
): OwnFormula | null {
  const rowOf = (kind: string) => table.summaryRows.find((row) => row.kind === kind);
  const [row, baseRow, totalRow] = [rowOf('index'), rowOf('base')?.row, rowOf('total')?.row];
  const entry = row?.figures.appraised1 ?? row?.figures.appraised2;
  if (!row || !entry?.formula || baseRow === undefined || totalRow === undefined) return null;
  const read = leavesRead(entry.formula);
  const outside = outsideRows(table).map((one) => ({
    row: one.row,
    penalty: one.outside === 'penalty',
  }));
  const formula = (columns: Columns, leaves: readonly number[], sign: Sign, apart?: number[]) =>
    indexFormula({
      ...{ maxColumn: columns.max, deductionColumn: columns.deduction, scores: columns },
      ...{ leaves, baseRow, totalRow, sign, outside },
      ...(apart ? { apart } : {}),
    });
  const sign = signs.find((one) => isSame(entry, formula(now, read, one)));
  if (!sign) return null;
  const summed = summedLeaves(table);
  const leaves = summed.map((leaf) => leaf.row);
  const known = base && !base.eq(0) && lost && isComplete(summed, deductionThen);
  const reached = known
    ? (sign === 'negative' ? base.plus(lost) : base.minus(lost)).plus(outsideTotal(table))
    : null;
  const text = formula(next, leaves, sign, rowsApart(table, summed));
  const value = reached && base ? reached.div(base) : null;
  return { row: row.row, column: next.appraised1, write: formulaWrite(text, value) };
}

type Sign = 'negative' | 'positive';
const signs: readonly Sign[] = ['negative', 'positive'];

/** The sign of the product's own formula in a leaf's deduction; undefined where it is not that formula. */
function ownSign({ row, figures }: ScoreRow): Sign | undefined {
  const { max, deduction } = figures;
  const first = figures.appraised1 ?? figures.appraised2;
  if (!max || !deduction?.formula || !first) return undefined;
  const columns = {
    max: max.place.column,
    appraised1: first.place.column,
    appraised2: figures.appraised1 ? figures.appraised2?.place.column : undefined,
  };
  return signs.find((one) => isSame(deduction, deductionFormula(row, columns, one)));
}

/** The total of deductions once those of marked rows are gone from it. */
function lostThen(table: ScoreSheet): Points | null {
  const total = summaryFigure(table, 'total', 'deduction');
  const gone = scaleLeaves(table)
    .filter((row) => deductionThen(row) === null)
    .map((row) => figureInSheet(row.figures.deduction) ?? ZERO);
  return total && total.minus(sumPoints(gone));
}

function summaryFigure(
  table: ScoreSheet,
  kind: 'total' | 'base',
  role: 'max' | 'deduction',
): Points | null {
  return figureInSheet(table.summaryRows.find((row) => row.kind === kind)?.figures[role]);
}

function scaleLeaves({ rows }: ScoreSheet): ScoreRow[] {
  return rows.filter((row) => row.isLeaf && row.outside === undefined);
}

function isNumber(row: ScoreRow): boolean {
  return row.figures.max?.kind === 'number';
}

function isSame(entry: FigureEntry | undefined, formula: string): boolean {
  return entry?.formula?.replace(/\s/g, '').toUpperCase() === formula;
}

/** Rows (zero-based) that the index waits for: the cells of its first counts. */
function leavesRead(formula: string): number[] {
  const counts = /^=IF\(OR\([^<]*?\)\),(COUNT\([^<]*)</.exec(formula.replace(/\s/g, ''))?.[1] ?? '';
  return [...counts.matchAll(/[A-Z]+(\d+)(?::[A-Z]+(\d+))?/gi)].flatMap(([, first, last]) => {
    const top = Number(first) - 1;
    const count = Number(last ?? first) - top;
    return Array.from({ length: count }, (_, i) => top + i);
  });
}
