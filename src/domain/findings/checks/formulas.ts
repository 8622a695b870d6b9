/**
 * Formulas of computed cells: do they read the rows they are about? Gives formula-wrong-row,
 * formula-omits-rows, formula-counts-twice, formula-overwritten. What a formula reads comes with the
 * entry (`references`); where it does not, nothing is said.
 */
import { deductionOf } from '../../scoring/summary';
import {
  figureRoles,
  type FigureEntry,
  type FigureRole,
  type ScoreRow,
  type ScoreSheet,
} from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import { coverageOf, leavesOfSummary, leavesUnder, rowIndex, type Coverage } from '../coverage';
import type { Finding, Fix } from '../finding';
import { makeFinding } from '../makeFinding';
import { findOrderlyParents } from '../orderlyParents';
import { isBlank } from '../sheetFacts';
import { pointsText, sumPoints, ZERO } from '../../points';
import { signed } from './deductions';

export function checkFormulas({ sheet }: CheckContext): Finding[] {
  const orderly = findOrderlyParents(sheet);
  const indexAt = rowIndex(sheet);
  const table = {
    rows: new Set(sheet.rows.map((row) => row.row)),
    columns: new Set(Object.values(sheet.columns)),
  };
  return [
    ...sheet.rows.flatMap((row, index) =>
      row.isLeaf
        ? checkLeaf(sheet, row, table)
        : orderly.has(row)
          ? checkParent(sheet, row, index, indexAt)
          : [],
    ),
    ...sheet.summaryRows.flatMap((summary) => {
      if (!['subtotal', 'total'].includes(summary.kind)) return [];
      const about = leavesOfSummary(sheet, summary);
      return figureRoles.flatMap((role) =>
        checkSum(sheet, null, summary.figures[role], role, about, indexAt),
      );
    }),
    ...checkOverwritten(sheet),
  ];
}

/** A leaf's figures come from its own row: a deduction, or a score worked out from figures beside it. */
function checkLeaf(sheet: ScoreSheet, row: ScoreRow, table: Table): Finding[] {
  return figureRoles.flatMap((role) => {
    const entry = row.figures[role];
    const counts = entry && !isRemainder(sheet, row, role, entry);
    const astray = counts ? rowsAstray(sheet, entry, row, table) : [];
    if (!entry || astray.length === 0) return [];
    const rows = astray.map((line) => line + 1).join(', ');
    return [
      makeFinding('formula-wrong-row', {
        place: entry.place,
        row,
        params: { role, formula: entry.formula, rows, own: row.row + 1 },
        related: astray.map((line) => ({ ...entry.place, row: line })),
        fix: role === 'deduction' ? formulaFix(sheet, row, entry) : null,
      }),
    ];
  });
}

/** What its parent declares less the other rows: the max of a remainder row is worked out so. */
function isRemainder(
  sheet: ScoreSheet,
  row: ScoreRow,
  role: FigureRole,
  entry: FigureEntry,
): boolean {
  const parent = row.parent === null ? undefined : sheet.rows[row.parent];
  return role === 'max' && (entry.references ?? []).some((range) => range.top === parent?.row);
}

interface Table {
  rows: ReadonlySet<number>;
  columns: ReadonlySet<number>;
}

/** Other criteria's rows that the entry's formula reads; cells outside the table are settings. */
function rowsAstray(sheet: ScoreSheet, entry: FigureEntry, row: ScoreRow, table: Table): number[] {
  return (entry.references ?? []).flatMap((range) => {
    const isHere = range.sheet === null || range.sheet === sheet.sheet;
    const isCell = range.top === range.bottom && table.columns.has(range.left);
    return isHere && isCell && range.top !== row.row && table.rows.has(range.top)
      ? [range.top]
      : [];
  });
}

function checkParent(
  sheet: ScoreSheet,
  row: ScoreRow,
  index: number,
  indexAt: ReadonlyMap<number, number>,
): Finding[] {
  const about = leavesUnder(sheet, index);
  return figureRoles.flatMap((role) =>
    checkSum(sheet, row, row.figures[role], role, about, indexAt),
  );
}

function checkSum(
  sheet: ScoreSheet,
  row: ScoreRow | null,
  entry: FigureEntry | undefined,
  role: FigureRole,
  about: readonly number[],
  indexAt: ReadonlyMap<number, number>,
): Finding[] {
  const coverage = entry ? coverageOf(sheet, entry, role, about, indexAt) : null;
  if (!entry || !coverage) return [];
  const [code, rows] = faultOf(coverage);
  if (code === null) return [];
  return [
    makeFinding(code, {
      place: entry.place,
      row,
      params: {
        role,
        formula: entry.formula,
        codes: rows.map((one) => one.code || one.name).join(', '),
      },
      related: rows.map((one) => one.figures[role]?.place),
    }),
  ];
}

function faultOf({ omitted, twice, foreign }: Coverage) {
  if (foreign.length > 0) return ['formula-wrong-row', foreign] as const;
  if (twice.length > 0) return ['formula-counts-twice', twice] as const;
  return omitted.length > 0 ? (['formula-omits-rows', omitted] as const) : ([null, []] as const);
}

/** A figure typed where nearly all cells of its kind compute: it will not follow when the others change. */
function checkOverwritten(sheet: ScoreSheet): Finding[] {
  const leaves = sheet.rows.filter((row) => row.isLeaf);
  const parents = sheet.rows.filter((row) => row.children.length > 0);
  return [
    ...overwrittenIn(sheet, leaves, 'deduction'),
    ...figureRoles.flatMap((role) => overwrittenIn(sheet, parents, role)),
  ];
}

function overwrittenIn(sheet: ScoreSheet, rows: readonly ScoreRow[], role: FigureRole): Finding[] {
  const filled = rows.filter((row) => !isBlank(row.figures[role]));
  const typed = filled.filter((row) => row.figures[role]?.formula === null);
  if (filled.length < 4 || typed.length * 4 > filled.length) return [];
  return typed.flatMap((row) => {
    const entry = row.figures[role];
    if (entry?.kind !== 'number' || !isSumOfParts(sheet, row, role)) return [];
    const fix = role === 'deduction' && row.isLeaf ? formulaFix(sheet, row, entry) : null;
    const params = { role, value: entry.points };
    return [makeFinding('formula-overwritten', { place: entry.place, row, params, fix })];
  });
}

/** A max that declares more than the rows listed under it, or a max of theirs not known or shared, is stated. */
function isSumOfParts(sheet: ScoreSheet, row: ScoreRow, role: FigureRole): boolean {
  if (row.children.length === 0) return true;
  const parts = row.children.map((child) => {
    const part = sheet.rows[child]?.figures[role];
    return part?.kind === 'shared' ? null : (part?.points ?? null);
  });
  if (parts.some((part) => part === null)) return false;
  return row.figures[role]?.points?.eq(sumPoints(parts.map((part) => part ?? ZERO))) === true;
}

/** The formula of another leaf, moved to this row, where every cell it reads is in its own row. */
function formulaFix(sheet: ScoreSheet, row: ScoreRow, entry: FigureEntry): Fix | null {
  const loss = deductionOf(row);
  const model = sheet.rows
    .filter((other) => other.isLeaf && other !== row)
    .map((other) => other.figures.deduction)
    .find((other) =>
      other?.references?.every(({ top, bottom }) => top === other.place.row && bottom === top),
    );
  if (!loss || !model?.formula || (model.references?.length ?? 0) === 0) return null;
  const line = new RegExp(`(?<=\\$?[A-Z]{1,3}\\$?)${model.place.row + 1}(?!\\d)`, 'g');
  const formula = model.formula.replace(line, String(row.row + 1));
  const value = pointsText(signed(sheet, loss));
  return { certainty: 'likely', edits: [{ place: entry.place, to: 'formula', formula, value }] };
}
