/**
 * The live figures under each unit's column: how many criteria it has a part in, and how many points
 * they lost. They follow every edit of a role or of a score with no add-in at all.
 *
 * The points come from the deduction column as the sheet prints it; where it has none that can be
 * summed, from max − appraised, the last round given.
 */
import { cellNumber, points, roundPoints, sumPoints, ZERO, type Points } from '../../domain/points';
import type { FigureRole, ScoreSheet } from '../../domain/scoring/scoreSheet';
import { columnLetters } from '../address';
import type { CellWrite } from '../patch';
import type { SheetSnapshot } from '../snapshot';

/** The criteria's rows and the figure columns, as they will stand when the formula is written. */
export interface FormulaFrame {
  first: number;
  last: number;
  columnOf: (column: number) => number;
}

/** Which rows (in the sheet as it was read) hold a text in the unit's column once all is written. */
export type FilledRows = ReadonlySet<number>;

export function countFormula(column: number, frame: FormulaFrame, filled: FilledRows): CellWrite {
  return { formula: `=COUNTA(${rangeOf(column, frame)})`, value: filled.size };
}

/** @returns null when the sheet has neither deductions nor appraised scores to reckon with */
export function pointsFormula(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  column: number,
  frame: FormulaFrame,
  filled: FilledRows,
): CellWrite | null {
  const source = pointsSource(table);
  if (!source) return null;
  const has = `--(${rangeOf(column, frame)}<>"")`;
  const range = (at: number) => rangeOf(frame.columnOf(at), frame, '$');
  const number = (row: number, at: number) => numberAt(snapshot, row, at);
  if (source.kind === 'deduction') {
    const sign = source.negative ? '-' : '';
    const sum = sumPoints([...filled].map((row) => number(row, source.column) ?? ZERO));
    const formula = `=ROUND(${sign}SUMPRODUCT(${has},${range(source.column)}),6)`;
    return write(formula, source.negative ? sum.times(-1) : sum);
  }
  const { max, rounds } = source;
  const [first, second] = rounds;
  const lost = [...filled].map((row) => {
    const appraised = (second === undefined ? null : number(row, second)) ?? number(row, first);
    return appraised === null ? ZERO : (number(row, max) ?? ZERO).minus(appraised);
  });
  const given = (at: number) => `ISNUMBER(${range(at)})`;
  const parts =
    second === undefined
      ? [`SUMPRODUCT(${has},--${given(first)},${range(max)})`, `SUMPRODUCT(${has},${range(first)})`]
      : [
          `SUMPRODUCT(${has},--(${given(first)}+${given(second)}>0),${range(max)})`,
          `SUMPRODUCT(${has},${range(second)})`,
          `SUMPRODUCT(${has},1-${given(second)},${range(first)})`,
        ];
  return write(`=ROUND(${parts.join('-')},6)`, sumPoints(lost));
}

/** Whether a formula is one of these, for whatever rows: then it may be brought up to date. */
export function isOwnFormula(formula: string): boolean {
  const range = String.raw`\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+`;
  return (
    new RegExp(`^=COUNTA\\(${range}\\)$`).test(formula) ||
    new RegExp(`^=ROUND\\(-?SUMPRODUCT\\(--\\(${range}<>""\\),.*,6\\)$`).test(formula)
  );
}

type PointsSource =
  | { kind: 'deduction'; column: number; negative: boolean }
  | { kind: 'difference'; max: number; rounds: [number, number?] };

function pointsSource(table: ScoreSheet): PointsSource | null {
  const { deduction, max, appraised1, appraised2 } = table.columns;
  const leaves = table.rows.filter((row) => row.isLeaf);
  const holds = (role: FigureRole) =>
    leaves.filter((row) => row.figures[role]?.kind === 'number').length;
  const first = appraised1 ?? appraised2;
  const rounds: [number, number?] | null =
    first === undefined
      ? null
      : appraised1 !== undefined && appraised2 !== undefined
        ? [first, appraised2]
        : [first];
  const appraised = leaves.filter((row) =>
    [row.figures.appraised1, row.figures.appraised2].some((entry) => entry?.kind === 'number'),
  ).length;
  const canSubtract = max !== undefined && rounds !== null;
  const enough = holds('deduction') > 0 && (!canSubtract || holds('deduction') >= appraised);
  if (deduction !== undefined && (enough || !canSubtract)) {
    return { kind: 'deduction', column: deduction, negative: table.deductionSign === 'negative' };
  }
  return canSubtract ? { kind: 'difference', max, rounds } : null;
}

function rangeOf(column: number, { first, last }: FormulaFrame, fixed: '' | '$' = ''): string {
  const letters = `${fixed}${columnLetters(column)}`;
  return `${letters}${first + 1}:${letters}${last + 1}`;
}

/** What SUMPRODUCT takes: numbers, and nothing that merely looks like one. */
function numberAt(snapshot: SheetSnapshot, row: number, column: number): Points | null {
  const value = snapshot.values[row]?.[column];
  return typeof value === 'number' && Number.isFinite(value) ? points(value) : null;
}

function write(formula: string, value: Points): CellWrite {
  return { formula, value: cellNumber(roundPoints(value, 6)) };
}
