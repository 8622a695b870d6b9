/**
 * Rules set criterion by criterion. A framework is never changed in place: each function returns another
 * one, so that what the workbook carries and what a person is still thinking about stay apart.
 */
import { flattenFramework, type Framework, type FrameworkNode } from './framework';
import type { Rule } from './rule';

/** Where a node stands: its index among the areas, then among the children, and so on. */
export type NodePath = readonly number[];

export interface CriterionAt {
  path: NodePath;
  node: FrameworkNode;
}

/** Criteria that are scored, in reading order: those without children. */
export function scoredCriteria(framework: Framework): CriterionAt[] {
  const walk = (nodes: readonly FrameworkNode[], above: NodePath): CriterionAt[] =>
    nodes.flatMap((node, index) => {
      const path = [...above, index];
      return node.children?.length ? walk(node.children, path) : [{ path, node }];
    });
  return walk(framework.areas, []);
}

/**
 * @param rule null takes the rule away
 * @param path of a node of this framework; one that leads nowhere changes nothing
 */
export function withRule(framework: Framework, path: NodePath, rule: Rule | null): Framework {
  return { ...framework, areas: changed(framework.areas, path, rule) };
}

/** How many criteria have a rule. */
export function countRules(framework: Framework): number {
  return flattenFramework(framework).filter(({ node }) => node.rule !== undefined).length;
}

function changed(
  nodes: readonly FrameworkNode[],
  [index, ...below]: NodePath,
  rule: Rule | null,
): FrameworkNode[] {
  return nodes.map((node, i) => {
    if (i !== index) return node;
    if (below.length > 0) return { ...node, children: changed(node.children ?? [], below, rule) };
    const bare = { ...node };
    delete bare.rule;
    return rule === null ? bare : { ...bare, rule };
  });
}
