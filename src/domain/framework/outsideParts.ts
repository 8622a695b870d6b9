/**
 * Điểm thưởng, điểm phạt: parts of a framework that stand outside its scale. Each has a ceiling of its own,
 * counts in no total of maxima, and moves the index.
 *
 * Rule kept here: a sheet knows such a row by its name alone, and so does a table that a framework is read
 * from. So a name that says it is as good as a rule, and a rule without such a name is written with one.
 */
import { foldText } from '../text/vietnamese';
import type { Framework, FrameworkNode } from './framework';

export const outsideSigns = ['bonus', 'penalty'] as const;
export type OutsideSign = (typeof outsideSigns)[number];

/** As score sheets name them, and as they are recognised by. */
const NAMES: Record<OutsideSign, string> = { bonus: 'Điểm thưởng', penalty: 'Điểm phạt' };

const SAYS: Record<OutsideSign, RegExp> = {
  bonus: /^(phần )?(điểm (thưởng|cộng)|thưởng điểm|cộng điểm)(?!\p{L})/u,
  penalty: /^(phần )?(điểm (phạt|trừ)|phạt điểm|trừ điểm)(?!\p{L})/u,
};

/** What a name says it is; null for a criterion of the scale. */
export function signOfName(name: string): OutsideSign | null {
  const plain = foldText(name);
  return outsideSigns.find((sign) => SAYS[sign].test(plain)) ?? null;
}

/** "Sáng kiến" → "Điểm thưởng: Sáng kiến", which any sheet is read by. */
export function nameWithSign(name: string, sign: OutsideSign): string {
  return `${NAMES[sign]}: ${name}`;
}

/** The name without the words that `nameWithSign` puts before it. */
export function nameWithoutSign(name: string): string {
  const lead = outsideSigns.map((sign) => nameWithSign('', sign)).find((it) => name.startsWith(it));
  return lead === undefined ? name : name.slice(lead.length);
}

/** A part of its own, without a code, as decisions print it after their areas. */
export function isBesideScale({ code, name, max }: Omit<FrameworkNode, 'children'>): boolean {
  return code === '' && max !== null && signOfName(name) !== null;
}

/** By the node's own rule or name; null where neither says so. */
function ownSign(node: FrameworkNode): OutsideSign | null {
  return node.rule?.kind === 'outside' ? node.rule.sign : signOfName(node.name);
}

/**
 * By the node's own rule or name, or because all that stands under it is outside the scale (then the sign
 * of the first); null within the scale.
 */
export function outsideSign(node: FrameworkNode): OutsideSign | null {
  const own = ownSign(node);
  if (own !== null) return own;
  const below = (node.children ?? []).map(outsideSign);
  return below.every((sign) => sign !== null) ? (below[0] ?? null) : null;
}

/** What counts in a node's points: its children within the scale or, outside of it, those of its own sign. */
export function countedChildren(node: FrameworkNode): FrameworkNode[] {
  const sign = outsideSign(node);
  return (node.children ?? []).filter((child) => (outsideSign(child) ?? sign) === sign);
}

/** The topmost nodes that stand outside the scale, in reading order, with their signs and areas. */
export function outsideNodes(
  framework: Framework,
): { node: FrameworkNode; sign: OutsideSign; area: FrameworkNode }[] {
  const walk = (node: FrameworkNode, area: FrameworkNode): ReturnType<typeof outsideNodes> => {
    const sign = outsideSign(node);
    return sign === null
      ? (node.children ?? []).flatMap((child) => walk(child, area))
      : [{ node, sign, area }];
  };
  return framework.areas.flatMap((area) => walk(area, area));
}

/** What the framework has of them already. */
export function signsIn(framework: Framework): Set<OutsideSign> {
  const found = new Set<OutsideSign>();
  const walk = (node: FrameworkNode) => {
    const own = ownSign(node);
    if (own !== null) found.add(own);
    node.children?.forEach(walk);
  };
  framework.areas.forEach(walk);
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
