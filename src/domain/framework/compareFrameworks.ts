/**
 * Two versions of a framework: what came, what went, what was renamed, moved or given other points; and
 * where the scores of a filled sheet go in the new one. No score is lost: what has no place is listed.
 */
import { points } from '../points';
import { flattenFramework, type FlatNode, type Framework, type FrameworkNode } from './framework';
import { likeness, matchCriteria, type Criterion, type MatchedBy } from './matchCriteria';

export interface NodeChange {
  old: FlatNode;
  new: FlatNode;
  by: MatchedBy;
}

export interface FrameworkComparison {
  added: FlatNode[];
  removed: FlatNode[];
  /** Another name, by more than spelling. */
  renamed: NodeChange[];
  /** Another max; also from or to unknown. */
  maxChanged: NodeChange[];
  /** Another code. */
  moved: NodeChange[];
  /** Matched and changed in none of these ways. */
  unchanged: number;
}

/** A criterion may stand in several lists: renamed and moved, say. All in reading order. */
export function compareFrameworks(older: Framework, newer: Framework): FrameworkComparison {
  const before = flattenFramework(older);
  const after = flattenFramework(newer);
  const matches = matchCriteria(before.map(criterionOf), after.map(criterionOf));
  const changes = matches.flatMap((match, i): NodeChange[] => {
    const [old, now] = [before[i], match ? after[match.to] : undefined];
    return match && old && now ? [{ old, new: now, by: match.by }] : [];
  });
  const found = new Set(matches.map((match) => match?.to));
  const renamed = changes.filter(isRenamed);
  const maxChanged = changes.filter((change) => !sameMax(change.old.node.max, change.new.node.max));
  const moved = changes.filter((change) => change.old.node.code !== change.new.node.code);
  const touched = new Set([...renamed, ...maxChanged, ...moved]);
  return {
    added: after.filter((_, i) => !found.has(i)),
    removed: before.filter((_, i) => !matches[i]),
    renamed,
    maxChanged,
    moved,
    unchanged: changes.length - touched.size,
  };
}

export interface CarriedRow {
  /** Index in the new framework's nodes in reading order (`flattenFramework`). */
  to: number;
  code: string;
  by: MatchedBy;
  /** The score may exceed it: it is carried as it is, and checked like any other. */
  maxChanged: boolean;
}

export interface CarryOver {
  /** For each old row its place, or null. */
  rows: (CarriedRow | null)[];
  /** Old rows without a place in the new framework, by index: to be kept beside the table. */
  unplaced: number[];
}

/**
 * @param rows of a filled sheet, in order; `max` as canonical text where it is known
 * @param origins what nodes of the newer framework were called before, where it is known (`carryParts`)
 */
export function carryOver(
  rows: readonly (Criterion & { max?: string | null })[],
  newer: Framework,
  origins: ReadonlyMap<FrameworkNode, Criterion> = new Map(),
): CarryOver {
  const after = flattenFramework(newer);
  const called = after.map((flat) => origins.get(flat.node) ?? criterionOf(flat));
  const matches = matchCriteria(rows, called);
  const carried = matches.map((match, i): CarriedRow | null => {
    const node = match ? after[match.to]?.node : undefined;
    if (!match || !node) return null;
    const max = rows[i]?.max ?? null;
    const maxChanged = max !== null && node.max !== null && !sameMax(max, node.max);
    return { to: match.to, code: node.code, by: match.by, maxChanged };
  });
  return { rows: carried, unplaced: carried.flatMap((row, i) => (row === null ? [i] : [])) };
}

function criterionOf({ node, area }: FlatNode): Criterion {
  return { code: node.code, name: node.name, areaCode: area.code };
}

function isRenamed({ old, new: now }: NodeChange): boolean {
  return old.node.name !== '' && likeness(old.node.name, now.node.name) < 1;
}

function sameMax(first: string | null, second: string | null): boolean {
  if (first === null || second === null) return first === second;
  return points(first).eq(points(second));
}
