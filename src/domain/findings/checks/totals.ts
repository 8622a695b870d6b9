/**
 * Rows that sum up: sub-totals, the total, the base, the index, and what a table beside the criteria says of areas. Gives total-wrong, sum-off-by-rounding, base-below-maxima,
 * base-counts-unassessed, index-wrong. A total may be taken from the areas' printed figures or from the leaves; either is right.
 */
import { percentOf, points, sumPoints, ZERO, type Points } from '../../points';
import { deductionOf, sumOutside } from '../../scoring/summary';
import {
  effectiveAppraised,
  type FigureEntry,
  type FigureRole,
  type ScoreRow,
  type ScoreSheet,
  type SummaryRow,
} from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import { leavesOfSummary, leavesUnder } from '../coverage';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { appraisedOf, figureOf, isBlank, isOutsideScale, scoredRows } from '../sheetFacts';
import { roundingOf } from './sums';

export function checkTotals(context: CheckContext): Finding[] {
  const { sheet } = context;
  return [...sheet.summaryRows, ...(sheet.areaSums ?? [])].flatMap((summary) => {
    if (summary.kind === 'base') return checkBase(sheet, summary);
    if (summary.kind === 'index') return checkIndex(context, summary);
    // Of the page alone, or with the pages before: the total says whether they were right.
    if (summary.kind === 'page') return [];
    return totalledRoles.flatMap((role) => checkTotal(sheet, summary, role));
  });
}

const totalledRoles = ['max', 'self', 'appraised1', 'appraised2', 'deduction'] as const;
type TotalledRole = (typeof totalledRoles)[number];

function checkTotal(sheet: ScoreSheet, summary: SummaryRow, role: TotalledRole): Finding[] {
  const entry = summary.figures[role];
  if (!entry?.points) return [];
  const leaves = leavesOfSummary(sheet, summary)
    .map((index) => sheet.rows[index])
    .filter((row): row is ScoreRow => row !== undefined && row.assessment === 'assessed');
  const counted = leaves.filter((row) => !isOutsideScale(row));
  if (counted.length === 0 || !counted.every((row) => isSummable(row, role))) return [];
  const sum = sumOf(counted, role);
  const value = role === 'deduction' ? entry.points.abs() : entry.points;
  const heads = headsOf(sheet, counted);
  const accepted = [sum, sumPoints(counted.map((row) => impliedBy(row, role)))];
  if (heads.every((row) => row.figures[role]?.points)) accepted.push(sumOf(heads, role));
  if (role === 'deduction') accepted.push(asPrinted(counted));
  if (role === 'max' && !sheet.partial) accepted.push(...declaredMax(sheet, summary));
  const part = counted.filter((row) => isOfPart(sheet, summary, row));
  if (part.length > 0) accepted.push(sumOf(part, role));
  accepted.push(...withOutside(sum, leaves.filter(isOutsideScale), role));
  if (entry.formula !== null)
    accepted.push(
      sumOf(
        counted.filter((row) => isNumber(row, role)),
        role,
      ),
    );
  const tolerance = role === 'max' ? ZERO : roundingOf(counted.map((row) => figureFor(row, role)));
  const exact = role === 'max' ? ZERO : points('0.0049');
  if (accepted.some((one) => value.minus(one).abs().lte(exact))) return [];
  const difference = value.minus(sum);
  const isRounding = difference.abs().lte(tolerance);
  const explained = explainDifference(sheet, summary, counted, heads, role, difference);
  return [
    makeFinding(isRounding ? 'sum-off-by-rounding' : 'total-wrong', {
      place: entry.place,
      params: { role, value: entry.points, sum, difference, ...explained.params },
      related: explained.rows.map((row) => entryFor(row, role)?.place),
    }),
  ];
}

/** Above the total, and below the one before it: sheets in parts total each of them in the same words. */
function isOfPart(sheet: ScoreSheet, summary: SummaryRow, row: ScoreRow): boolean {
  if (summary.kind !== 'total' || row.row > summary.row) return false;
  return !sheet.summaryRows.some(
    (other) => other.kind === 'total' && other.row > row.row && other.row < summary.row,
  );
}

/** Sheets count bonus and penalty in a total, or leave them to the index. */
function withOutside(sum: Points, outside: readonly ScoreRow[], role: TotalledRole): Points[] {
  if (outside.length === 0) return [];
  const signed = outside.map((row) => {
    const figure = figureFor(row, role);
    return row.outside === 'penalty' ? figure.abs().times(-1) : figure;
  });
  return [sum.plus(sumOf(outside, role)), sum.plus(sumPoints(signed))];
}

function entryFor(row: ScoreRow, role: TotalledRole): FigureEntry | null {
  return role === 'appraised2' ? effectiveAppraised(row) : (row.figures[role] ?? null);
}

function figureFor(row: ScoreRow, role: TotalledRole): Points {
  const figure = entryFor(row, role)?.points ?? ZERO;
  return role === 'deduction' ? figure.abs() : figure;
}

function sumOf(rows: readonly ScoreRow[], role: TotalledRole): Points {
  return sumPoints(rows.map((row) => figureFor(row, role)));
}

/** With the signs that stand there: where they are mixed, which has its finding, a sum may follow them. */
function asPrinted(rows: readonly ScoreRow[]): Points {
  return sumPoints(rows.map((row) => row.figures.deduction?.points ?? ZERO)).abs();
}

function isNumber(row: ScoreRow, role: TotalledRole): boolean {
  return entryFor(row, role)?.kind === 'number';
}

/** Understood and in bounds; a blank deduction is nothing where nothing was lost. */
function isSummable(row: ScoreRow, role: TotalledRole): boolean {
  const entry = entryFor(row, role);
  if (entry === null || isBlank(entry)) return role === 'deduction' && !deductionOf(row)?.gt(0);
  const max = figureOf(row, 'max');
  if (!entry.points) return false;
  // What a score above its max makes of the deduction follows from that mistake.
  if (role === 'deduction' && deductionOf(row)?.lt(0)) return false;
  const isScore = role !== 'deduction' && role !== 'max';
  return !isScore || isOutsideScale(row) || (entry.points.gte(0) && !(max && entry.points.gt(max)));
}

/** What max and appraised say a deduction is, and the other way round, where a leaf contradicts itself. */
function impliedBy(row: ScoreRow, role: TotalledRole): Points {
  const deduction = row.figures.deduction?.points?.abs();
  const max = figureOf(row, 'max');
  if (role === 'deduction') return deductionOf(row) ?? figureFor(row, role);
  const isCounting = effectiveAppraised(row) === entryFor(row, role);
  return deduction && max && isCounting && role !== 'max' && role !== 'self'
    ? max.minus(deduction)
    : figureFor(row, role);
}

/** The topmost rows above the leaves: areas, where the sheet has them. */
function headsOf(sheet: ScoreSheet, leaves: readonly ScoreRow[]): ScoreRow[] {
  const heads = leaves.map((leaf) => {
    let head = leaf;
    while (head.parent !== null) head = sheet.rows[head.parent] ?? { ...head, parent: null };
    return head;
  });
  return [...new Set(heads)];
}

/** Rows that are not assessed this period may still be in the total of maxima. */
function declaredMax(sheet: ScoreSheet, summary: SummaryRow): Points[] {
  const all = leavesOfSummary(sheet, summary)
    .flatMap((index) => sheet.rows[index] ?? [])
    .filter((row) => !isOutsideScale(row))
    .map((row) => row.figures.max?.points);
  return all.every((max) => max) ? [sumPoints(all.map((max) => max ?? ZERO))] : [];
}

/** One row left out, or rows out of the period or parents counted, where that is just the difference. */
function explainDifference(
  sheet: ScoreSheet,
  summary: SummaryRow,
  counted: readonly ScoreRow[],
  heads: readonly ScoreRow[],
  role: TotalledRole,
  difference: Points,
): { params: Record<string, string>; rows: ScoreRow[] } {
  const parents = sheet.rows.filter(
    (row, index) => row.children.length > 0 && leavesUnder(sheet, index).length > 0,
  );
  const under = leavesOfSummary(sheet, summary).flatMap((index) => sheet.rows[index] ?? []);
  const unassessed = unassessedMaking(difference, under, (row) => figureFor(row, role));
  if (unassessed.length > 0) {
    const code = unassessed.map((row) => row.code || row.name).join(', ');
    return { params: { cause: 'unassessed', code }, rows: unassessed };
  }
  const candidates = [...heads, ...counted].filter((row) => figureFor(row, role).gt(0));
  const one = candidates.find((row) => figureFor(row, role).eq(difference.abs()));
  if (difference.gt(0) && parents.length > 0 && sumOf(parents, role).eq(difference)) {
    return { params: { cause: 'parents' }, rows: parents };
  }
  if (!one) return { params: {}, rows: [] };
  return {
    params: { cause: difference.lt(0) ? 'omits' : 'twice', code: one.code || one.name },
    rows: [one],
  };
}

/** The base is the sum of the maxima assessed; an extract lists fewer, never more. */
function checkBase(sheet: ScoreSheet, summary: SummaryRow): Finding[] {
  const entry = summary.figures.max;
  const leaves = scoredRows(sheet).filter((row) => !isOutsideScale(row));
  if (!entry?.points || leaves.some((row) => !row.figures.max?.points)) return [];
  const sum = sumPoints(leaves.map((row) => figureOf(row, 'max') ?? ZERO));
  const unassessed = unassessedIn(sheet, entry.points);
  if (unassessed.length > 0) {
    const codes = unassessed.map((row) => row.code || row.name).join(', ');
    return [
      makeFinding('base-counts-unassessed', {
        place: entry.place,
        params: { value: entry.points, sum, codes },
        related: unassessed.map((row) => row.figures.max?.place),
      }),
    ];
  }
  if (entry.points.gte(sum)) return [];
  return [
    makeFinding('base-below-maxima', { place: entry.place, params: { value: entry.points, sum } }),
  ];
}

/** Rows out of the period whose maxima a base still holds; of an extract's base nobody can say. */
function unassessedIn(sheet: ScoreSheet, base: Points): ScoreRow[] {
  if (sheet.partial) return [];
  const leaves = scoredRows(sheet).filter((row) => !isOutsideScale(row));
  const difference = base.minus(sumPoints(leaves.map((row) => figureOf(row, 'max') ?? ZERO)));
  return unassessedMaking(difference, sheet.rows, (row) => figureOf(row, 'max'));
}

/** The rows out of the period that just make the difference: all of them, or one, or all but one. */
function unassessedMaking(
  difference: Points,
  rows: readonly ScoreRow[],
  figure: (row: ScoreRow) => Points | null,
): ScoreRow[] {
  const out = rows.filter(
    (row) => row.isLeaf && row.assessment !== 'assessed' && !isOutsideScale(row),
  );
  const parts = [
    out,
    ...out.map((row) => [row]),
    ...out.map((row) => out.filter((o) => o !== row)),
  ];
  const makes = (part: readonly ScoreRow[]) =>
    sumPoints(part.map((row) => figure(row) ?? ZERO)).eq(difference);
  return difference.gt(0) ? (parts.find(makes) ?? []) : [];
}

/** Shown as 70.37, 70,37% or 0.7037; held against the sheet's own figures within a hundredth of a percent. */
function checkIndex({ sheet, base }: CheckContext, summary: SummaryRow): Finding[] {
  const entry = (
    ['appraised2', 'appraised1', 'max', 'deduction', 'self'] as const satisfies FigureRole[]
  )
    .map((role) => summary.figures[role])
    .find((candidate) => candidate && !isBlank(candidate));
  const shown = entry?.points ?? entry?.candidates[0];
  const leaves = scoredRows(sheet).filter((row) => !isOutsideScale(row));
  const own = sheet.summaryRows.find((row) => row.kind === 'base')?.figures.max?.points;
  // A base that holds rows out of the period has its finding; the index goes by what is assessed.
  const stated = own && unassessedIn(sheet, own).length > 0 ? null : (own ?? base);
  if (!entry || !shown || (sheet.partial && !stated)) return [];
  if (leaves.some((row) => !appraisedOf(row) || !figureOf(row, 'max'))) return [];
  const whole = stated ?? sumPoints(leaves.map((row) => figureOf(row, 'max') ?? ZERO));
  const lost = sumPoints(leaves.map((row) => deductionOf(row) ?? ZERO));
  const reached = whole.minus(lost).plus(sumOutside(sheet) ?? ZERO);
  const expected = percentOf(reached, whole);
  if (!expected) return [];
  const readings = [shown, shown.times(100)];
  if (readings.some((one) => one.minus(expected).abs().lte(points('0.011')))) return [];
  return [
    makeFinding('index-wrong', {
      place: entry.place,
      params: { value: entry.text, expected: expected.round(2), base: whole, lost },
    }),
  ];
}
