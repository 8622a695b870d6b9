/**
 * Điểm thưởng, điểm phạt: parts of a framework that stand outside its scale. Each has a ceiling of its own,
 * counts in no total of maxima, and moves the index.
 */
import type { Framework, FrameworkNode } from './framework';

export const outsideSigns = ['bonus', 'penalty'] as const;
export type OutsideSign = (typeof outsideSigns)[number];

/** As score sheets name them, and as they are recognised by. */
const NAMES: Record<OutsideSign, string> = { bonus: 'Điểm thưởng', penalty: 'Điểm phạt' };

/** By the node's own rule, or because all that stands under it is outside the scale; null within it. */
export function outsideSign(node: FrameworkNode): OutsideSign | null {
  if (node.rule?.kind === 'outside') return node.rule.sign;
  const below = (node.children ?? []).map(outsideSign);
  return below[0] && below.every((sign) => sign === below[0]) ? below[0] : null;
}

/** What the framework has of them already. */
export function signsIn(framework: Framework): Set<OutsideSign> {
  const found = new Set<OutsideSign>();
  const walk = (nodes: readonly FrameworkNode[]) => {
    for (const node of nodes) {
      if (node.rule?.kind === 'outside') found.add(node.rule.sign);
      walk(node.children ?? []);
    }
  };
  walk(framework.areas);
  return found;
}

/** The most that may be given or taken, in points as decimal text; left out: no such part. */
export type OutsideCeilings = Readonly<Partial<Record<OutsideSign, string>>>;

/** The framework with a part of its own for each ceiling, after its areas. */
export function withOutsideParts(framework: Framework, ceilings: OutsideCeilings): Framework {
  const parts = outsideSigns.flatMap((sign): FrameworkNode[] => {
    const ceiling = ceilings[sign];
    if (ceiling === undefined) return [];
    const rule = { kind: 'outside', sign, ceiling } as const;
    return [{ code: '', name: NAMES[sign], max: ceiling, rule }];
  });
  return parts.length === 0 ? framework : { ...framework, areas: [...framework.areas, ...parts] };
}
