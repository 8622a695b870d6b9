/**
 * Sums of a score sheet: what the unit gave itself, what the council gave, what was lost, and the index.
 *
 * Rules kept here (DOMAIN: the documents' own arithmetic):
 * - only leaves count, and only those assessed this period; parents merely repeat their leaves;
 * - a deduction is max − appraised, never against the self-score, and positive in the core;
 * - bonus and penalty stand outside the scale: they are no part of the base, and move the index;
 * - index = (base − deductions + bonus − penalty) ÷ base. For a whole sheet that is appraised ÷ base; for an appendix that
 *   lists only the criteria that lost points it is the only way to the index, and it needs the base
 *   (Vĩnh Linh, 6 months of 2023: (79 − 23,41) ÷ 79 = 70,37 %);
 * - totals come from unrounded parts; rounding is the business of whoever shows the figure.
 */
import { codeKey, criterionKeys } from '../framework/criterionKeys';
import { flattenFramework, type Framework } from '../framework/framework';
import { ZERO, percentOf, points, sumKnown, type Points } from '../points';
import { effectiveAppraised, type ScoreRow, type ScoreSheet } from './scoreSheet';

export interface Summary {
  /** Leaves assessed this period. */
  leaves: number;
  /** Sums over those leaves; null when no leaf has such a figure. */
  max: Points | null;
  self: Points | null;
  appraised: Points | null;
  deduction: Points | null;
  /** Bonus less penalty, outside the scale; null when the sheet has none or none is given. */
  outside: Points | null;
  /** Total of the maxima assessed this period; null when the sheet holds only a part and nobody said. */
  base: Points | null;
  /** Percent, unrounded; null while the base is unknown or a leaf has no appraised score. */
  index: Points | null;
}

export interface AreaSummary {
  code: string;
  /** "" when neither the sheet nor the framework gives it. */
  name: string;
  max: Points | null;
  self: Points | null;
  appraised: Points | null;
  deduction: Points | null;
  /** appraised ÷ max over the rows in the sheet, percent, unrounded; null while one is missing. */
  completion: Points | null;
}

export interface SummaryOptions {
  /** What the person gave as base; wins over what the sheet says. */
  base: Points | null;
  framework: Framework | null;
}

/** Takes any sheet, however incomplete; returns what can be said of it. Gives no findings. */
export function summarise(
  sheet: ScoreSheet,
  options: SummaryOptions,
): { summary: Summary; areas: AreaSummary[] } {
  const leaves = assessedLeaves(sheet);
  const sums = sumLeaves(leaves);
  const base = options.base ?? baseOf(sheet, options.framework, sums.max);
  const outside = sumOutside(sheet);
  const reached = base && sums.deduction && base.minus(sums.deduction).plus(outside ?? ZERO);
  const index = base && reached && sums.complete ? percentOf(reached, base) : null;
  return {
    summary: { leaves: leaves.length, ...withoutComplete(sums), outside, base, index },
    areas: areaCodes(leaves).map((code) => summariseArea(sheet, options.framework, leaves, code)),
  };
}

/**
 * max − effective appraised, positive; null while either is missing or unreadable. Outside the scale nothing
 * is deducted: a bonus below its ceiling is no loss.
 */
export function deductionOf(row: ScoreRow): Points | null {
  if (row.outside !== undefined) return null;
  const max = row.figures.max?.points;
  const appraised = effectiveAppraised(row)?.points;
  return max && appraised ? max.minus(appraised) : null;
}

/** Leaves of the scale that are assessed this period. */
export function assessedLeaves(sheet: ScoreSheet): ScoreRow[] {
  return sheet.rows.filter(
    (row) => row.isLeaf && row.assessment === 'assessed' && row.outside === undefined,
  );
}

/** Bonus counts up, a penalty down, whatever sign it is written with; null when none is given. */
export function sumOutside(sheet: ScoreSheet): Points | null {
  const parts = sheet.rows.map((row) => {
    const given = row.isLeaf && row.outside ? effectiveAppraised(row)?.points : null;
    return given && row.outside === 'penalty' ? given.abs().times(-1) : given;
  });
  return sumKnown(parts);
}

/**
 * True when the sheet plainly holds only a part of what was assessed, so that the base cannot be read
 * from it: the person is asked.
 */
export function needsBase(sheet: ScoreSheet, framework: Framework | null): boolean {
  return baseOf(sheet, framework, sumLeaves(assessedLeaves(sheet)).max) === null;
}

/** Name of an area: the sheet's own row, else the framework's; "" when neither gives it. */
export function areaName(sheet: ScoreSheet, framework: Framework | null, code: string): string {
  const row = sheet.rows.find(
    (candidate) => candidate.level === 0 && candidate.areaCode === code && !isNested(candidate),
  );
  const beside = sheet.rows.find((candidate) => candidate.areaCode === code)?.area;
  if (beside) return beside;
  if (row?.name) return row.name;
  return framework?.areas.find((area) => codeKey(area.code) === codeKey(code))?.name ?? '';
}

function isNested(row: ScoreRow): boolean {
  return row.parent !== null;
}

function baseOf(sheet: ScoreSheet, framework: Framework | null, max: Points | null): Points | null {
  const stated = sheet.summaryRows.find((row) => row.kind === 'base')?.figures.max?.points;
  if (stated) return stated;
  if (sheet.partial || max === null) return null;
  return framework && lacksLeaves(sheet, framework) ? null : max;
}

/** More than a tenth of the framework's leaves have no row: the sheet is an extract. */
function lacksLeaves(sheet: ScoreSheet, framework: Framework): boolean {
  const keys = criterionKeys(framework);
  const present = new Set(sheet.rows.map(keys.ofRow));
  const leaves = flattenFramework(framework).filter((flat) => flat.isLeaf && flat.node.code !== '');
  const missing = leaves.filter((flat) => !present.has(keys.ofNode(flat))).length;
  return missing * 10 > leaves.length;
}

interface Sums {
  max: Points | null;
  self: Points | null;
  appraised: Points | null;
  deduction: Points | null;
  /** Every leaf has a deduction. */
  complete: boolean;
}

function sumLeaves(leaves: readonly ScoreRow[]): Sums {
  const deductions = leaves.map(deductionOf);
  return {
    max: sumKnown(leaves.map(maxOf)),
    self: sumKnown(leaves.map((row) => row.figures.self?.points)),
    appraised: sumKnown(leaves.map((row) => effectiveAppraised(row)?.points)),
    deduction: sumKnown(deductions),
    complete: deductions.length > 0 && deductions.every((value) => value !== null),
  };
}

/** Where criteria share a max and their parts are not known, the whole stands with the first of them. */
function maxOf({ figures: { max } }: ScoreRow): Points | null | undefined {
  return max?.points ?? (max?.kind === 'shared' ? max.candidates[0] : null);
}

function withoutComplete({ max, self, appraised, deduction }: Sums) {
  return { max, self, appraised, deduction };
}

function areaCodes(leaves: readonly ScoreRow[]): string[] {
  return [...new Set(leaves.map((row) => row.areaCode))];
}

function summariseArea(
  sheet: ScoreSheet,
  framework: Framework | null,
  leaves: readonly ScoreRow[],
  code: string,
): AreaSummary {
  const sums = sumLeaves(leaves.filter((row) => row.areaCode === code));
  const { max, appraised, complete } = sums;
  return {
    code,
    name: areaName(sheet, framework, code),
    ...withoutComplete(sums),
    completion: complete && max && appraised ? percentOf(appraised, max) : null,
  };
}

/** The base as points from a person's text setting; null for none. */
export function baseSetting(text: string | null): Points | null {
  return text === null ? null : points(text);
}
