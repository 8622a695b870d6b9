/**
 * What a workbook's framework has of its own, taken into another one that replaces it: bonus and penalty
 * beside the scale, and scoring rules of criteria that are the same. What the newer one says itself wins.
 */
import { countRules } from './editRules';
import { flattenFramework, type FlatNode, type Framework, type FrameworkNode } from './framework';
import { matchCriteria, type Criterion, type MatchedBy } from './matchCriteria';
import {
  nameWithSign,
  outsideNodes,
  outsideSign,
  signOfName,
  signsIn,
  withOutsideParts,
  type OutsideCeilings,
  type OutsideSign,
} from './outsideParts';

export interface CarriedParts {
  framework: Framework;
  /** What the parts were called in the older framework, by their nodes in this one. */
  origins: ReadonlyMap<FrameworkNode, Criterion>;
  /** Criteria that have a rule in the older framework, and none in this one. */
  rulesLost: number;
  rulesCarried: number;
}

export interface CarryOptions {
  /** Typed for the sheet to be made: wins over the older framework's part of that sign. */
  ceilings?: OutsideCeilings;
  /** Parts of these signs are carried; all when left out. */
  signs?: ReadonlySet<OutsideSign>;
}

/** @param older null where the workbook carries none; no framework is changed in place */
export function carryParts(
  older: Framework | null,
  newer: Framework,
  { ceilings = {}, signs }: CarryOptions = {},
): CarriedParts {
  const has = signsIn(newer);
  const wanted = Object.fromEntries(
    Object.entries(ceilings).filter(([sign]) => !has.has(sign as OutsideSign)),
  ) as OutsideCeilings;
  const whole = withOutsideParts(newer, wanted);
  if (!older) return { framework: whole, origins: new Map(), rulesLost: 0, rulesCarried: 0 };
  const taken = signsIn(whole);
  const parts = outsideNodes(older).filter(
    ({ sign }) => !taken.has(sign) && (signs?.has(sign) ?? true),
  );
  const { framework: ruled, lost } = carryRules(older, whole);
  const origins = new Map<FrameworkNode, Criterion>();
  const codes = new Set(flattenFramework(newer).map(({ node }) => node.code));
  const added = parts.flatMap((part) => partBeside(part, codes, origins));
  return {
    framework: added.length === 0 ? ruled : { ...ruled, areas: [...ruled.areas, ...added] },
    origins,
    rulesLost: lost,
    rulesCarried: countRules(ruled) - countRules(whole),
  };
}

/** As it was, where it is an area whose codes are free; else each criterion of it by its name alone. */
function partBeside(
  { node, sign, area }: ReturnType<typeof outsideNodes>[number],
  codes: ReadonlySet<string>,
  origins: Map<FrameworkNode, Criterion>,
): FrameworkNode[] {
  const all = allUnder(node);
  const isFree = all.every(({ code }) => code === '' || !codes.has(code));
  const isArea = node === area && (node.code !== '' || !node.children?.length);
  const note = (made: FrameworkNode, { code, name }: FrameworkNode) => {
    origins.set(made, { code, name, areaCode: area.code });
    return made;
  };
  if (isFree && isArea) {
    all.forEach((each) => note(each, each));
    return [node];
  }
  return all
    .filter((each) => !each.children?.length)
    .map((leaf) => {
      const own = outsideSign(leaf) ?? sign;
      const name = signOfName(leaf.name) === own ? leaf.name : nameWithSign(leaf.name, own);
      return note({ ...leaf, code: '', name }, leaf);
    });
}

function allUnder(node: FrameworkNode): FrameworkNode[] {
  return [node, ...(node.children ?? []).flatMap(allUnder)];
}

/** A rule goes with its criterion where name and sentence are the same, whatever the code, and none is there. */
function carryRules(older: Framework, newer: Framework): { framework: Framework; lost: number } {
  const before = flattenFramework(older);
  const after = flattenFramework(newer);
  const matches = matchCriteria(before.map(criterionOf), after.map(criterionOf));
  const rules = new Map<FrameworkNode, FrameworkNode['rule']>();
  let lost = 0;
  before.forEach((old, i) => {
    if (!old.node.rule || old.node.rule.kind === 'outside') return;
    const match = matches[i];
    const now = match ? after[match.to] : undefined;
    if (now?.node.rule) return;
    if (now && isByName(match?.by) && isSame(old, now)) rules.set(now.node, old.node.rule);
    else lost += 1;
  });
  const ruled = (node: FrameworkNode): FrameworkNode => {
    const rule = rules.get(node);
    const children = node.children && { children: node.children.map(ruled) };
    return { ...node, ...(rule ? { rule } : {}), ...children };
  };
  const framework = rules.size === 0 ? newer : { ...newer, areas: newer.areas.map(ruled) };
  return { framework, lost };
}

/** A name that only one criterion has decides without the code. */
function isByName(by: MatchedBy | undefined): boolean {
  return by === 'codeAndName' || by === 'name';
}

/** Where no sentence says how to score, the max must be the same: rules name points. */
function isSame(old: FlatNode, now: FlatNode): boolean {
  const method = (flat: FlatNode) => (flat.node.method ?? '').trim();
  if (method(old) !== method(now) || old.isLeaf !== now.isLeaf) return false;
  return method(old) !== '' || old.node.max === now.node.max;
}

function criterionOf({ node, area }: FlatNode): Criterion {
  return { code: node.code, name: node.name, areaCode: area.code };
}
