/**
 * The framework's tree as rows of a sheet, with remainders where a node declares more than it lists.
 *
 * Rule kept here: what stands outside the scale counts in no sum of the scale, and its name says what it is,
 * since a sheet is read by its words alone.
 */
import type { Framework, FrameworkNode } from '../../domain/framework/framework';
import {
  nameWithSign,
  outsideSign,
  signOfName,
  type OutsideSign,
} from '../../domain/framework/outsideParts';
import type { Rule } from '../../domain/framework/rule';
import { ZERO, points, pointsText, sumPoints, type Points } from '../../domain/points';

export interface SheetRow {
  /** Zero-based row in the sheet. */
  row: number;
  code: string;
  name: string;
  depth: number;
  isLeaf: boolean;
  /** Rows of the direct children that its sums take: none outside the scale where it is within it. */
  children: number[];
  /** How the max cell is filled. */
  max: RowMax;
  /** Bonus or penalty: its max is a ceiling and no part of the base. */
  outside: OutsideSign | null;
  /** The framework's own words, for the columns that were asked for. */
  method: string;
  evidence: string;
  responsible: string;
  /** How declared figures become the score; undefined where the framework has no rule. */
  rule: Rule | undefined;
  /** Holds what the framework does not list; stands for no node of its own. */
  isRemainder: boolean;
  /** This period leaves it out: its rule says so, or the survey it belongs to was left out. */
  notAssessed: boolean;
}

export type RowMax =
  | { kind: 'given'; points: Points }
  | { kind: 'unknown' }
  /** Sum of the direct children. */
  | { kind: 'sum' }
  /** What the parent declares, less the other children: it shrinks as unknown maxima are filled in. */
  | { kind: 'rest'; declared: number; others: number[] };

const REMAINDER = 'Các tiêu chí khác (bộ chỉ số chưa liệt kê)';

/** @param leaveOutSurvey the parts that a survey scores are not assessed in this period */
export function frameworkRows(
  framework: Framework,
  firstRow: number,
  leaveOutSurvey = false,
): SheetRow[] {
  const rows: SheetRow[] = [];
  const top: Above = { outside: null, read: null, left: false };
  for (const area of framework.areas) addNode(area, 0, { rows, firstRow, leaveOutSurvey }, top);
  return rows;
}

interface Filling {
  rows: SheetRow[];
  firstRow: number;
  leaveOutSurvey: boolean;
}

/** What a node inherits. */
interface Above {
  outside: SheetRow['outside'];
  /** What a reader of the sheet takes the rows below for, where their own names do not say it. */
  read: SheetRow['outside'];
  /** Left out of the period. */
  left: boolean;
}

/** Adds the node and what stands under it; returns its row. */
function addNode(node: FrameworkNode, depth: number, filling: Filling, above: Above): number {
  const { rows, firstRow, leaveOutSurvey } = filling;
  const outside = outsideSign(node) ?? above.outside;
  const name = sheetName(node, depth, outside, above);
  const left = above.left || (leaveOutSurvey && node.survey === true);
  const children = node.children ?? [];
  const row: SheetRow = {
    row: firstRow + rows.length,
    code: node.code,
    name,
    depth,
    isLeaf: children.length === 0,
    children: [],
    max: node.max === null ? { kind: 'unknown' } : { kind: 'given', points: points(node.max) },
    outside,
    method: node.method ?? '',
    evidence: node.evidence ?? '',
    responsible: node.responsible ?? '',
    rule: node.rule,
    notAssessed: left || node.rule?.kind === 'notAssessed',
    isRemainder: false,
  };
  rows.push(row);
  if (children.length === 0) return row.row;
  const read = signOfName(name) ?? above.read;
  const added = children.map((child) =>
    addNode(child, depth + 1, filling, { outside, read, left }),
  );
  const listed = children.map((child, i) => ({ max: child.max, at: added[i] ?? 0 }));
  const alike = listed.filter(({ at }) => rows[at - firstRow]?.outside === outside);
  // Bonus and penalty under one head make no sum.
  const counted = outside === null || alike.length === listed.length ? alike : [];
  row.children = counted.map(({ at }) => at);
  closeParent(row, counted, filling, left);
  return row.row;
}

/** As printed, unless that would be read as something else: then with "Điểm thưởng" or "Điểm phạt" before it. */
function sheetName(
  node: FrameworkNode,
  depth: number,
  outside: OutsideSign | null,
  above: Above,
): string {
  const name = node.name || nameless(depth);
  return outside === null || (signOfName(name) ?? above.read) === outside
    ? name
    : nameWithSign(name, outside);
}

/** The sources do not give every name; the sheet says so instead of inventing one. */
function nameless(depth: number): string {
  return depth === 0 ? '(Tên lĩnh vực chưa có trong nguồn)' : '(Tên tiêu chí chưa có trong nguồn)';
}

/** Decides how the parent's max comes about, and adds the remainder row where one is due. */
function closeParent(
  row: SheetRow,
  listed: readonly Pick<FrameworkNode, 'max'>[],
  { rows, firstRow }: Filling,
  left: boolean,
): void {
  if (listed.length === 0) return;
  const declared = row.max.kind === 'given' ? row.max.points : null;
  const known = sumPoints(listed.map(({ max }) => (max === null ? ZERO : points(max))));
  const hasUnknown = listed.some(({ max }) => max === null);
  if (declared === null || !declared.gt(known)) {
    row.max = { kind: 'sum' };
    return;
  }
  const remainder: SheetRow = {
    row: firstRow + rows.length,
    code: '',
    name: REMAINDER,
    outside: row.outside,
    method: '',
    evidence: '',
    responsible: '',
    rule: undefined,
    notAssessed: left,
    isRemainder: true,
    depth: row.depth + 1,
    isLeaf: true,
    children: [],
    max: hasUnknown
      ? { kind: 'rest', declared: row.row, others: [...row.children] }
      : { kind: 'given', points: declared.minus(known) },
  };
  rows.push(remainder);
  row.children.push(remainder.row);
  // A parent that its remainder is computed from must stand on its own.
  row.max = hasUnknown ? { kind: 'given', points: declared } : { kind: 'sum' };
}

/** The max of every row as a sheet would compute it, by row; null for an unknown one. */
export function computeMaxima(rows: readonly SheetRow[]): Map<number, Points | null> {
  const maxima = new Map<number, Points | null>();
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const compute = (row: SheetRow): Points | null => {
    const done = maxima.get(row.row);
    if (done !== undefined) return done;
    const value = computeMax(row, (other) => {
      const found = byRow.get(other);
      return found ? compute(found) : null;
    });
    maxima.set(row.row, value);
    return value;
  };
  rows.forEach(compute);
  return maxima;
}

function computeMax(row: SheetRow, maxOf: (row: number) => Points | null): Points | null {
  switch (row.max.kind) {
    case 'given':
      return row.max.points;
    case 'unknown':
      return null;
    case 'sum':
      return sumPoints(row.children.map((child) => maxOf(child) ?? ZERO));
    case 'rest':
      return (maxOf(row.max.declared) ?? ZERO).minus(
        sumPoints(row.max.others.map((other) => maxOf(other) ?? ZERO)),
      );
  }
}

/** For messages: "2", "0.5". */
export function limitText(max: Points | null): string {
  return max === null ? '' : pointsText(max);
}
