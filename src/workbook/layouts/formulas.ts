/**
 * The formulas the product writes, each with the value the core computes for it. They use functions
 * that every spreadsheet program has (SUM, COUNT, IF, ROUND, ISNUMBER), so the sheet works on with no
 * add-in at all. Decision 002: differences carry ROUND(…, 6), since 2.3 − 4 in binary is
 * −1.7000000000000002; six places are finer than any score and keep every thousandth.
 */
import { cellNumber, roundPoints, sumPoints, type Points } from '../../domain/points';
import { cellName } from '../address';
import type { CellWrite, RowSpan } from '../patch';

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

export interface ScoreColumns {
  max: number;
  appraised1: number;
  appraised2?: number | undefined;
  /** Anything in this column takes the criterion out of the base. */
  assessment?: number | undefined;
}

/**
 * The deduction of a leaf, in the sheet's own sign, empty until appraised. With two rounds the second
 * counts when given.
 * @param row zero-based
 */
export function deductionFormula(
  row: number,
  columns: ScoreColumns,
  sign: 'negative' | 'positive',
): string {
  const max = cellName({ row, column: columns.max });
  const first = cellName({ row, column: columns.appraised1 });
  const out =
    columns.assessment === undefined ? '' : `${cellName({ row, column: columns.assessment })}<>"",`;
  const difference = (appraised: string) =>
    sign === 'negative' ? `ROUND(${appraised}-${max},6)` : `ROUND(${max}-${appraised},6)`;
  if (columns.appraised2 === undefined) {
    const lacks = `COUNT(${max},${first})<2`;
    return `=IF(${out === '' ? lacks : `OR(${out}${lacks})`},"",${difference(first)})`;
  }
  const second = cellName({ row, column: columns.appraised2 });
  const chosen = `IF(ISNUMBER(${second}),${second},${first})`;
  return `=IF(OR(${out}NOT(ISNUMBER(${max})),COUNT(${first},${second})=0),"",${difference(chosen)})`;
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
  /** Rows of bonus and penalty, outside the scale. */
  outside?: readonly { row: number; penalty: boolean }[];
  scores?: ScoreColumns;
  /** Rows among the leaves that are none of them and may hold words in the assessment column. */
  apart?: readonly number[];
}

/** Above this a program may refuse the formula (Excel: 8,192). */
const LONGEST_FORMULA = 8000;

/** Index as a ratio (format "0.00%"); empty until every leaf has its deduction and the base is known. */
export function indexFormula(parts: IndexParts): string {
  const base = cellName({ row: parts.baseRow, column: parts.maxColumn });
  const lost = cellName({ row: parts.totalRow, column: parts.deductionColumn });
  const more = outsideTerms(parts);
  const ratio = `(${base}${parts.sign === 'negative' ? '+' : '-'}${lost}${more})/${base}`;
  const entered = callOver('COUNT', parts.deductionColumn, parts.leaves);
  const expected = `${callOver('COUNT', parts.maxColumn, parts.leaves)}${lessOut(parts)}`;
  const whole = `=IF(OR(N(${base})=0,NOT(ISNUMBER(${lost})),${entered}<${expected}),"",${ratio})`;
  if (whole.length <= LONGEST_FORMULA) return whole;
  return `=IF(OR(N(${base})=0,NOT(ISNUMBER(${lost}))),"",${ratio})`;
}

/** Bonus is added, a penalty taken off whatever its sign; the second round counts when given. */
function outsideTerms({ outside = [], scores }: IndexParts): string {
  if (!scores) return '';
  return outside
    .map(({ row, penalty }) => {
      const first = `N(${cellName({ row, column: scores.appraised1 })})`;
      const second =
        scores.appraised2 === undefined ? null : cellName({ row, column: scores.appraised2 });
      const given = second === null ? first : `IF(ISNUMBER(${second}),${second},${first})`;
      return penalty ? `-ABS(${given})` : `+${given}`;
    })
    .join('');
}

/** Criteria that are out of the base have no deduction to wait for. */
function lessOut({ leaves, scores, apart }: IndexParts): string {
  const { assessment } = scores ?? {};
  if (assessment === undefined) return '';
  return rowRuns(leaves, apart)
    .map((run) => `-COUNTIF(${inColumn(assessment, run)},"?*")`)
    .join('');
}

/**
 * The base of a sheet with an assessment column: the total less what is out of it.
 * @param apart rows among the leaves that are none of them and may hold words in that column
 */
export function baseFormula(
  total: string,
  maxColumn: number,
  assessment: number | undefined,
  leaves: readonly number[],
  apart: readonly number[] = [],
): string {
  if (assessment === undefined) return `=${total}`;
  const out = rowRuns(leaves, apart).map(
    (run) => `-SUMIF(${inColumn(assessment, run)},"?*",${inColumn(maxColumn, run)})`,
  );
  return `=${total}${out.join('')}`;
}

/** From the first of the rows to the last, parted where a row apart stands: parents in between carry no assessment. */
function rowRuns(rows: readonly number[], apart: readonly number[] = []): RowSpan[] {
  const runs: RowSpan[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const open = runs[runs.length - 1];
    if (open && !apart.some((other) => other > open.last && other < row)) open.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}

function inColumn(column: number, { first, last }: RowSpan): string {
  return `${cellName({ row: first, column })}:${cellName({ row: last, column })}`;
}

function known(values: readonly (Points | null)[]): Points[] {
  return values.filter((value): value is Points => value !== null);
}
