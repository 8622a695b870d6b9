/**
 * The formulas the product writes, each with the value the core computes for it. They use functions
 * that every spreadsheet program has (SUM, COUNT, IF, ROUND, ISNUMBER), so the sheet works on with no
 * add-in at all. Decision 002: differences carry ROUND(…, 6), since 2.3 − 4 in binary is
 * −1.7000000000000002; six places are finer than any score and keep every thousandth.
 */
import { cellNumber, roundPoints, sumPoints, type Points } from '../../domain/points';
import { cellName } from '../address';
import type { CellWrite } from '../patch';

/** A formula's result: a figure, or null for a cell that shows nothing. */
export function formulaWrite(formula: string, value: Points | null): CellWrite {
  return { formula, value: value === null ? '' : cellNumber(value) };
}

/**
 * Rows of one column as arguments: [5,6,7,9] in column C → "C6:C8,C10" (rows zero-based).
 * @returns pieces of at most 200 arguments each: a function takes 255
 */
export function argumentLists(column: number, rows: readonly number[]): string[] {
  const runs: string[] = [];
  let start = 0;
  for (let i = 1; i <= rows.length; i += 1) {
    if (i < rows.length && rows[i] === (rows[i - 1] ?? 0) + 1) continue;
    const first = cellName({ row: rows[start] ?? 0, column });
    const last = cellName({ row: rows[i - 1] ?? 0, column });
    runs.push(first === last ? first : `${first}:${last}`);
    start = i;
  }
  const lists: string[] = [];
  for (let i = 0; i < runs.length; i += 200) lists.push(runs.slice(i, i + 200).join(','));
  return lists;
}

/** "SUM(C6:C8,C10)", or the sum of several where one call cannot take them all. */
export function callOver(name: 'SUM' | 'COUNT', column: number, rows: readonly number[]): string {
  return argumentLists(column, rows)
    .map((list) => `${name}(${list})`)
    .join('+');
}

/** A sum that shows zero when there is nothing to sum: for maxima. */
export function plainSum(
  column: number,
  rows: readonly number[],
  values: readonly (Points | null)[],
): CellWrite {
  return formulaWrite(`=${callOver('SUM', column, rows)}`, sumPoints(known(values)));
}

/** A sum that stays empty until something is entered: for scores and deductions. */
export function quietSum(
  column: number,
  rows: readonly number[],
  values: readonly (Points | null)[],
): CellWrite {
  const count = callOver('COUNT', column, rows);
  const sum = callOver('SUM', column, rows);
  const figures = known(values);
  return formulaWrite(
    `=IF(${count}=0,"",${sum})`,
    figures.length === 0 ? null : sumPoints(figures),
  );
}

/**
 * The deduction of a leaf, in the sheet's own sign, empty until appraised. With two rounds the second
 * counts when given.
 * @param row zero-based
 */
export function deductionFormula(
  row: number,
  columns: { max: number; appraised1: number; appraised2?: number | undefined },
  sign: 'negative' | 'positive',
): string {
  const max = cellName({ row, column: columns.max });
  const first = cellName({ row, column: columns.appraised1 });
  const difference = (appraised: string) =>
    sign === 'negative' ? `ROUND(${appraised}-${max},6)` : `ROUND(${max}-${appraised},6)`;
  if (columns.appraised2 === undefined)
    return `=IF(COUNT(${max},${first})<2,"",${difference(first)})`;
  const second = cellName({ row, column: columns.appraised2 });
  const chosen = `IF(ISNUMBER(${second}),${second},${first})`;
  return `=IF(OR(NOT(ISNUMBER(${max})),COUNT(${first},${second})=0),"",${difference(chosen)})`;
}

/** The value of that formula; null for an empty cell. */
export function deductionValue(
  max: Points | null,
  appraised: Points | null,
  sign: 'negative' | 'positive',
): Points | null {
  if (max === null || appraised === null) return null;
  const deduction = roundPoints(max.minus(appraised), 6);
  return sign === 'negative' ? deduction.times(-1) : deduction;
}

export interface IndexParts {
  maxColumn: number;
  deductionColumn: number;
  /** Zero-based rows of the leaves. */
  leaves: readonly number[];
  baseRow: number;
  totalRow: number;
  sign: 'negative' | 'positive';
}

/** Above this a program may refuse the formula (Excel: 8,192). */
const LONGEST_FORMULA = 8000;

/** Index as a ratio (format "0.00%"); empty until every leaf has its deduction and the base is known. */
export function indexFormula(parts: IndexParts): string {
  const base = cellName({ row: parts.baseRow, column: parts.maxColumn });
  const lost = cellName({ row: parts.totalRow, column: parts.deductionColumn });
  const ratio = `(${base}${parts.sign === 'negative' ? '+' : '-'}${lost})/${base}`;
  const entered = callOver('COUNT', parts.deductionColumn, parts.leaves);
  const expected = callOver('COUNT', parts.maxColumn, parts.leaves);
  const whole = `=IF(OR(N(${base})=0,NOT(ISNUMBER(${lost})),${entered}<${expected}),"",${ratio})`;
  if (whole.length <= LONGEST_FORMULA) return whole;
  return `=IF(OR(N(${base})=0,NOT(ISNUMBER(${lost}))),"",${ratio})`;
}

function known(values: readonly (Points | null)[]): Points[] {
  return values.filter((value): value is Points => value !== null);
}
