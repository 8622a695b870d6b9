/**
 * Parents against their direct children. Gives parent-max-not-sum, parent-sum-wrong and
 * sum-off-by-rounding.
 *
 * Rules kept here: each parent is held against what its children print, so a slip is reported once and
 * not at every level above it; a sum over a figure that has its own finding is not taken; fewer points
 * than the parent's max are no mistake where rows are plainly missing, more always are.
 */
import { sumPoints, ZERO, type Points } from '../../points';
import { deductionOf } from '../../scoring/summary';
import {
  effectiveAppraised,
  type FigureEntry,
  type ScoreRow,
  type ScoreSheet,
} from '../../scoring/scoreSheet';
import type { FlatNode } from '../../framework/framework';
import { codeSegments } from '../../text/code';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { findOrderlyParents } from '../orderlyParents';
import {
  decimalsOf,
  figureOf,
  frameworkLookup,
  frameworkMax,
  isBlank,
  isOutsideScale,
} from '../sheetFacts';
import { agrees, ROUNDING } from './deductions';

const summedRoles: readonly SummedRole[] = ['self', 'appraised1', 'appraised2', 'deduction'];

type NodeOf = (row: ScoreRow) => FlatNode | null;

export function checkSums(context: CheckContext): Finding[] {
  const { sheet } = context;
  const nodeOf = frameworkLookup(context.framework);
  const orderly = findOrderlyParents(sheet);
  return sheet.rows.flatMap((row) => {
    if (row.assessment !== 'assessed' || !orderly.has(row)) return [];
    const children = row.children
      .map((child) => sheet.rows[child])
      .filter((child): child is ScoreRow => child !== undefined && !isOutsideScale(child));
    const inMax = checkMaxSum(sheet, row, children, nodeOf);
    // Where the maxima do not add up, a row is missing or too many, and no other sum can be right.
    if (inMax.length > 0 || lacksChildren(row, children, nodeOf)) return inMax;
    if (sheet.partial && !isWhole(row, children, nodeOf)) return [];
    return summedRoles.flatMap((role) => checkScoreSum(sheet, row, children, role));
  });
}

function checkMaxSum(
  sheet: ScoreSheet,
  row: ScoreRow,
  children: readonly ScoreRow[],
  nodeOf: NodeOf,
): Finding[] {
  const entry = row.figures.max;
  const value = trueMax(row, nodeOf);
  if (!entry?.points || !value) return [];
  const known = children.filter((child) => trueMax(child, nodeOf) !== null);
  const assessed = known.filter((child) => child.assessment === 'assessed');
  const sumMaxima = (rows: readonly ScoreRow[]) =>
    sumPoints(rows.map((child) => trueMax(child, nodeOf) ?? ZERO));
  const sum = sumMaxima(assessed);
  const explanations = [
    sum,
    sumMaxima(known),
    sumPoints(assessed.map((child) => ownSum(sheet, child))),
  ];
  if (explanations.some((one) => one.eq(value))) return [];
  const isComplete =
    known.length === children.length && !sheet.partial && !lacksChildren(row, children, nodeOf);
  if (sum.lt(value) && !isComplete) return [];
  return [
    makeFinding('parent-max-not-sum', {
      place: entry.place,
      row,
      params: { value: entry.points, sum, difference: sum.minus(value) },
      related: assessed.map((child) => child.figures.max?.place),
    }),
  ];
}

/** A child's max as its own children make it: where its own is wrong, that cell has its finding. */
function ownSum(sheet: ScoreSheet, row: ScoreRow): Points {
  if (row.children.length === 0) return figureOf(row, 'max') ?? ZERO;
  return sumPoints(
    row.children.flatMap((index) => {
      const child = sheet.rows[index];
      return child?.assessment === 'assessed' ? [ownSum(sheet, child)] : [];
    }),
  );
}

/** Where a leaf's max is not the framework's, that cell has its finding; sums go by the framework's. */
function trueMax(row: ScoreRow, nodeOf: NodeOf): Points | null {
  const own = figureOf(row, 'max');
  const node = nodeOf(row);
  const ofFramework = frameworkMax(node);
  if (own === null) return null;
  return ofFramework && row.isLeaf && node?.isLeaf ? ofFramework : own;
}

/** The numbering of the children, or the framework, shows that some are not in the sheet. */
function lacksChildren(row: ScoreRow, children: readonly ScoreRow[], nodeOf: NodeOf): boolean {
  const node = nodeOf(row);
  if ((node?.node.children?.length ?? 0) > children.length) return true;
  const numbers = children.map((child) => codeSegments(child.code)?.at(-1) ?? null);
  if (numbers.some((number) => number === null)) return false;
  return new Set(numbers).size < Math.max(...numbers.map((number) => number ?? 0));
}

/** In an extract a parent is only summed where its children make its max. */
function isWhole(row: ScoreRow, children: readonly ScoreRow[], nodeOf: NodeOf): boolean {
  const max = trueMax(row, nodeOf);
  return max !== null && sumPoints(children.map((child) => trueMax(child, nodeOf) ?? ZERO)).eq(max);
}

function checkScoreSum(
  sheet: ScoreSheet,
  row: ScoreRow,
  children: readonly ScoreRow[],
  role: SummedRole,
): Finding[] {
  const entry = row.figures[role];
  const counted = children.filter((child) => child.assessment === 'assessed');
  if (!entry?.points || counted.length === 0) return [];
  if (!counted.every((child) => isSummable(child, role))) return [];
  const sum = sumFigures(counted, role);
  const value = unsigned(entry.points, role);
  const tolerance = roundingOf(counted.map((child) => printedFigure(child, role)));
  const explanations = [sum, sumPoints(counted.map((child) => impliedFigure(sheet, child, role)))];
  // Where signs are mixed, which has its finding, a sum may follow them.
  if (role === 'deduction')
    explanations.push(
      sumPoints(counted.map((child) => entryOf(child, role)?.points ?? ZERO)).abs(),
    );
  if (entry.formula !== null) {
    // Text that looks like a number has its own finding, and a formula passes it over.
    const numbers = counted.filter((child) => entryOf(child, role)?.kind === 'number');
    explanations.push(sumFigures(numbers, role));
  }
  const difference = value.minus(sum);
  const isExplained = explanations.some((one) => value.minus(one).abs().lt(ROUNDING));
  if (isExplained) return [];
  const code = difference.abs().lte(tolerance) ? 'sum-off-by-rounding' : 'parent-sum-wrong';
  return [
    makeFinding(code, {
      place: entry.place,
      row,
      params: { role, value: entry.points, sum, difference },
      related: counted.map((child) => entryOf(child, role)?.place),
    }),
  ];
}

type SummedRole = 'self' | 'appraised1' | 'appraised2' | 'deduction';

/** A parent's round 2 sums what counts of each child: round 2 where given, else round 1. */
function entryOf(child: ScoreRow, role: SummedRole): FigureEntry | null {
  return role === 'appraised2' ? effectiveAppraised(child) : (child.figures[role] ?? null);
}

/** Understood, and in bounds; a blank deduction counts as nothing where nothing was lost. */
function isSummable(child: ScoreRow, role: SummedRole): boolean {
  const entry = entryOf(child, role);
  if (!entry) return false;
  if (isBlank(entry)) return role === 'deduction' && !(child.isLeaf && deductionOf(child)?.gt(0));
  const max = figureOf(child, 'max');
  if (entry.points === null) return false;
  // What a score above its max makes of the deduction follows from that mistake.
  if (role === 'deduction') return !deductionOf(child)?.lt(0);
  return entry.points.gte(0) && !(max && entry.points.gt(max));
}

function unsigned(figure: Points, role: SummedRole): Points {
  return role === 'deduction' ? figure.abs() : figure;
}

function printedFigure(child: ScoreRow, role: SummedRole): Points {
  return unsigned(entryOf(child, role)?.points ?? ZERO, role);
}

function sumFigures(children: readonly ScoreRow[], role: SummedRole): Points {
  return sumPoints(children.map((child) => printedFigure(child, role)));
}

/**
 * What the child's other cells say the figure is: a leaf whose deduction is wrong, and a parent that is
 * not the sum of its own children, have their findings.
 */
function impliedFigure(sheet: ScoreSheet, child: ScoreRow, role: SummedRole): Points {
  const printed = printedFigure(child, role);
  if (child.children.length > 0) {
    const below = child.children
      .map((index) => sheet.rows[index])
      .filter((row) => row !== undefined);
    const counted = below.filter((row) => row.assessment === 'assessed' && isSummable(row, role));
    return sumPoints(counted.map((row) => impliedFigure(sheet, row, role)));
  }
  const deduction = child.figures.deduction;
  const loss = deductionOf(child);
  const max = figureOf(child, 'max');
  if (!deduction?.points || !loss || !max || agrees(deduction, loss)) return printed;
  if (role === 'deduction') return loss;
  return role !== 'self' && effectiveAppraised(child) === entryOf(child, role)
    ? max.minus(deduction.points.abs())
    : printed;
}

/** Half a hundredth for each part that carries hundredths: what rounding the parts can make of a sum. */
export function roundingOf(parts: readonly Points[]): Points {
  return ROUNDING.times(parts.filter((part) => decimalsOf(part) >= 2).length);
}
