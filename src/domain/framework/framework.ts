/**
 * A criteria framework (bộ chỉ số, bộ tiêu chí): the tree of areas, criteria and subcriteria with their
 * maxima, as a decision issued it. It is data that people bring; nothing of it is hard-coded.
 *
 * Rule kept here: points are decimal text with a dot ("0.5"), so that a framework is plain JSON and
 * exact. A partial framework is legitimate: an area may declare a max greater than the sum of the
 * children that are listed (the unlisted remainder), and a max may be unknown (null).
 */
import { z } from 'zod';
import { points, sumPoints, type Points } from '../points';
import { countedChildren, outsideSign } from './outsideParts';
import { ruleSchema, type Rule } from './rule';

/** Decimal text, not negative, at most four decimals. */
export const pointsTextSchema = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/);

export interface FrameworkNode {
  /** As printed in the decision: "1", "1.1", "3.10.1", "II", "a)". */
  code: string;
  /** As printed. Empty when the sources do not give it (partial frameworks). */
  name: string;
  /** Points; null when the sources do not give it. */
  max: string | null;
  /** Points that come from a sociological survey, not from evidence. */
  survey?: boolean | undefined;
  /** The decision's own sentences on how to score and what evidence to give, when known. */
  method?: string | undefined;
  evidence?: string | undefined;
  /** Who answers for it, as the decision says; a role that only a header stated stands before the names. */
  responsible?: string | undefined;
  /** How declared figures become the score; `method` keeps the decision's own sentence. */
  rule?: Rule | undefined;
  children?: FrameworkNode[] | undefined;
}

export const frameworkNodeSchema: z.ZodType<FrameworkNode> = z.object({
  code: z.string().max(40),
  name: z.string().max(4000),
  max: pointsTextSchema.nullable(),
  survey: z.boolean().optional(),
  method: z.string().max(20000).optional(),
  evidence: z.string().max(20000).optional(),
  responsible: z.string().max(20000).optional(),
  rule: ruleSchema.optional(),
  get children() {
    return z.array(frameworkNodeSchema).max(20000).optional();
  },
});

/** Who is scored. The district level ended on 1 July 2025; its frameworks are samples of the past. */
export const frameworkLevels = [
  'ministry',
  'province',
  'department',
  'district',
  'commune',
  'any',
] as const;

export const frameworkSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  title: z.string().min(1).max(500),
  /** Number and date of the decision, as printed; empty when not known. */
  decision: z.string().max(300),
  issuer: z.string().max(300),
  province: z.string().max(100),
  level: z.enum(frameworkLevels),
  /** First year it applies to. */
  year: z.number().int().min(2010).max(2100),
  completeness: z.enum(['complete', 'partial']),
  /** What is known and what is missing, in plain Vietnamese; shown to the person before loading. */
  completenessNote: z.string().max(1000),
  notes: z.array(z.string().max(1000)).max(20),
  /** Total that the decision states, when known; checked against the areas. */
  total: pointsTextSchema.optional(),
  areas: z.array(frameworkNodeSchema).min(1).max(20000),
});

export type Framework = z.infer<typeof frameworkSchema>;

export interface FlatNode {
  node: FrameworkNode;
  /** 0 for an area. */
  depth: number;
  area: FrameworkNode;
  parent: FrameworkNode | null;
  isLeaf: boolean;
}

/** The tree in reading order. */
export function flattenFramework(framework: Framework): FlatNode[] {
  const flat: FlatNode[] = [];
  const walk = (
    node: FrameworkNode,
    depth: number,
    area: FrameworkNode,
    parent: FrameworkNode | null,
  ) => {
    const children = node.children ?? [];
    flat.push({ node, depth, area, parent, isLeaf: children.length === 0 });
    for (const child of children) walk(child, depth + 1, area, node);
  };
  for (const area of framework.areas) walk(area, 0, area, null);
  return flat;
}

/**
 * What a node is worth: its own max, else the sum of what is known beneath it; null when nothing is. A bonus
 * or penalty under a node of the scale adds nothing to it.
 */
export function nodePoints(node: FrameworkNode): Points | null {
  if (node.max !== null) return points(node.max);
  return sumKnown(countedChildren(node));
}

/**
 * Points of the whole framework as far as they are known: the areas' maxima, else what they list. What
 * stands outside the scale (bonus, penalty) is no part of it.
 */
export function frameworkTotal(framework: Framework): Points {
  const inScale = framework.areas.filter((area) => outsideSign(area) === null);
  return sumKnown(inScale) ?? points('0');
}

/** How many areas and scored criteria the scale has: bonus and penalty are none of them. */
export function countInScale(framework: Framework): { areas: number; leaves: number } {
  const inScale = framework.areas.filter((area) => outsideSign(area) === null);
  const leaves = flattenFramework({ ...framework, areas: inScale }).filter(
    ({ node, isLeaf }) => isLeaf && outsideSign(node) === null,
  );
  return { areas: inScale.length, leaves: leaves.length };
}

/** Points that survey parts carry, taken at the highest node that is marked. */
export function surveyTotal(framework: Framework): Points {
  const marked = (nodes: readonly FrameworkNode[]): FrameworkNode[] =>
    nodes.flatMap((node) => (node.survey ? [node] : marked(node.children ?? [])));
  return sumKnown(marked(framework.areas)) ?? points('0');
}

/**
 * What the decision gives a node beyond the children that are listed: the unlisted remainder of a
 * partial framework. Null for a leaf or where a figure is missing; negative when the children exceed it.
 */
export function unlistedRemainder(node: FrameworkNode): Points | null {
  const children = node.children ?? [];
  if (node.max === null || children.length === 0) return null;
  return points(node.max).minus(sumKnown(countedChildren(node)) ?? points('0'));
}

function sumKnown(nodes: readonly FrameworkNode[]): Points | null {
  const known = nodes.map(nodePoints).filter((value): value is Points => value !== null);
  return known.length === 0 ? null : sumPoints(known);
}
