/**
 * Checks a framework before it is loaded: codes that repeat, skip or were damaged by a spreadsheet,
 * maxima that are missing or do not add up. A partial framework is legitimate: what its parents have
 * beyond the listed children is its unlisted remainder, not an error.
 */
import { nameWithSign, outsideSign, signOfName, type OutsideSign } from './outsideParts';
import { points, pointsText, sumPoints, type Points } from '../points';
import { codeSegments, codeShape } from '../text/code';
import { nodePoints, unlistedRemainder, type Framework, type FrameworkNode } from './framework';
import { readCode } from './rowTexts';

export interface FrameworkProblem {
  code: FrameworkProblemCode;
  severity: 'error' | 'warning' | 'info';
  /** Index at each level, from the area down; [] for the framework as a whole. */
  path: number[];
  params: Readonly<Record<string, string>>;
  /** A correction to propose; made only when the person agrees. */
  fix?: FrameworkFix;
}

export interface FrameworkFix {
  path: number[];
  /** The code that the node should have. */
  code: string;
}

/** Worded in `i18n/…/framework`; `at` is the node's code, `name` its name. */
export const frameworkProblemCodes = [
  'duplicateCode', // at, name, first: name of the first with this code
  'skippedCode', // at, name, expected
  'mangledCode', // at, name, proposed
  'strangeCode', // at, name: no numbering that is known
  'misplacedCode', // at, name, parent
  'levelJump', // at, name, parent
  'outsideUnnamed', // at, name, named: as the sheet will say it
  'missingName', // at
  'missingMax', // at, name
  'childrenExceed', // at, name, max, sum
  'sumMismatch', // at, name, max, sum
  'unlistedRemainder', // at, name, max, sum, remainder
  'totalMismatch', // declared, sum
] as const;
export type FrameworkProblemCode = (typeof frameworkProblemCodes)[number];

interface Visit {
  node: FrameworkNode;
  path: number[];
  parent: FrameworkNode | null;
  area: number;
  /** What the names above it say of it. */
  said: OutsideSign | null;
}

/** @returns problems in reading order, those of the whole last */
export function checkFramework(framework: Framework): FrameworkProblem[] {
  const partial = framework.completeness === 'partial';
  const visits = visitAll(framework.areas, [], null, null);
  return [
    ...checkNodes(visits, partial),
    ...checkSiblings(framework.areas, [], null, partial),
    ...checkTotal(framework),
  ].sort(byPlace);
}

/** The framework with one correction made; the original is left as it is. */
export function fixFramework(framework: Framework, fix: FrameworkFix): Framework {
  const change = (nodes: readonly FrameworkNode[], path: readonly number[]): FrameworkNode[] =>
    nodes.map((node, i) => {
      if (i !== path[0]) return node;
      if (path.length === 1) return { ...node, code: fix.code };
      return { ...node, children: change(node.children ?? [], path.slice(1)) };
    });
  return { ...framework, areas: change(framework.areas, fix.path) };
}

function visitAll(
  nodes: readonly FrameworkNode[],
  above: readonly number[],
  parent: FrameworkNode | null,
  said: OutsideSign | null,
): Visit[] {
  return nodes.flatMap((node, i) => {
    const path = [...above, i];
    return [
      { node, path, parent, area: path[0] ?? 0, said },
      ...visitAll(node.children ?? [], path, node, signOfName(node.name) ?? said),
    ];
  });
}

function byPlace(first: FrameworkProblem, second: FrameworkProblem): number {
  if (first.path.length === 0 || second.path.length === 0)
    return second.path.length - first.path.length;
  for (let i = 0; i < Math.max(first.path.length, second.path.length); i += 1) {
    const difference = (first.path[i] ?? -1) - (second.path[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function checkNodes(visits: readonly Visit[], partial: boolean): FrameworkProblem[] {
  const problems: FrameworkProblem[] = [];
  const firsts = new Map<string, FrameworkNode>();
  const areaShapes = visits
    .filter((visit) => visit.parent === null)
    .map((visit) => codeShape(visit.node.code));
  for (const visit of visits) {
    const { node, path } = visit;
    const about = { at: node.code, name: node.name };
    if (node.name === '')
      problems.push({
        code: 'missingName',
        severity: partial ? 'info' : 'warning',
        path,
        params: about,
      });
    if (nodePoints(node) === null || (!node.children?.length && node.max === null))
      problems.push({
        code: 'missingMax',
        severity: partial ? 'info' : 'warning',
        path,
        params: about,
      });
    problems.push(...checkOutside(visit), ...checkSum(node, path, partial));
    // Bonus and penalty beside the scale have no number in the decision.
    if (node.code === '' && outsideSign(node) !== null) continue;
    problems.push(...checkCode(visit));
    // Where areas are I, II or A, B the numbers beneath may begin again.
    const restarts = areaShapes[visit.area] !== 'decimal' && visit.parent !== null;
    const key = restarts ? `${visit.area}|${node.code}` : node.code;
    const first = firsts.get(key);
    if (!first) firsts.set(key, node);
    else if (!problems.some((problem) => problem.path === path && problem.code === 'mangledCode'))
      problems.push({
        code: 'duplicateCode',
        severity: 'error',
        path,
        params: { ...about, first: first.name },
      });
  }
  return problems;
}

/** A sheet is read by its words: a bonus that is not called one gets a name that says it. */
function checkOutside({ node, path, said }: Visit): FrameworkProblem[] {
  if (node.rule?.kind !== 'outside') return [];
  const { sign } = node.rule;
  if ((signOfName(node.name) ?? said) === sign) return [];
  const params = { at: node.code, name: node.name, named: nameWithSign(node.name, sign) };
  return [{ code: 'outsideUnnamed', severity: 'warning', path, params }];
}

function checkCode({ node, path, parent }: Visit): FrameworkProblem[] {
  const about = { at: node.code, name: node.name };
  const repaired = readCode(node.code, 'text');
  if (repaired.repairedFrom !== null)
    return [
      {
        code: 'mangledCode',
        severity: 'error',
        path,
        params: { ...about, proposed: repaired.code },
        fix: { path, code: repaired.code },
      },
    ];
  if (['none', 'other'].includes(codeShape(node.code)))
    return [{ code: 'strangeCode', severity: 'warning', path, params: about }];
  const own = codeSegments(node.code);
  const above = parent && codeSegments(parent.code);
  if (!own || !above || !parent) return [];
  const params = { ...about, parent: parent.code };
  if (!above.every((segment, i) => own[i] === segment) || own.length <= above.length)
    return [{ code: 'misplacedCode', severity: 'warning', path, params }];
  return own.length > above.length + 1
    ? [{ code: 'levelJump', severity: 'info', path, params }]
    : [];
}

function checkSum(node: FrameworkNode, path: number[], partial: boolean): FrameworkProblem[] {
  const remainder = unlistedRemainder(node);
  if (remainder === null || remainder.eq(0) || node.max === null) return [];
  const params = {
    at: node.code,
    name: node.name,
    max: node.max,
    sum: pointsText(points(node.max).minus(remainder)),
  };
  if (remainder.lt(0)) return [{ code: 'childrenExceed', severity: 'error', path, params }];
  if (!partial) return [{ code: 'sumMismatch', severity: 'error', path, params }];
  const rest = { ...params, remainder: pointsText(remainder) };
  return [{ code: 'unlistedRemainder', severity: 'info', path, params: rest }];
}

/** Gaps in the numbering of siblings, and 3.10 that a spreadsheet made 3.1. */
function checkSiblings(
  nodes: readonly FrameworkNode[],
  above: readonly number[],
  parent: FrameworkNode | null,
  partial: boolean,
): FrameworkProblem[] {
  const problems: FrameworkProblem[] = [];
  const depth = codeSegments(parent?.code ?? '')?.length ?? 0;
  let last = 0;
  nodes.forEach((node, i) => {
    const path = [...above, i];
    const segments = codeSegments(node.code);
    const own = segments?.length === depth + 1 ? segments[depth] : undefined;
    if (segments && own !== undefined) {
      const next = Math.floor(last) + 1;
      const about = { at: node.code, name: node.name };
      const lostNought = depth > 0 && next % 10 === 0 && own * 10 === next;
      const expected = [...node.code.split('.').slice(0, -1), String(next)].join('.');
      if (lostNought)
        problems.push({
          code: 'mangledCode',
          severity: 'error',
          path,
          params: { ...about, proposed: expected },
          fix: { path, code: expected },
        });
      else if (own > next && /\d$/.test(node.code))
        problems.push({
          code: 'skippedCode',
          severity: partial ? 'info' : 'warning',
          path,
          params: { ...about, expected },
        });
      last = lostNought ? next : own;
    }
    problems.push(...checkSiblings(node.children ?? [], path, node, partial));
  });
  return problems;
}

function checkTotal(framework: Framework): FrameworkProblem[] {
  if (framework.total === undefined) return [];
  const inScale = framework.areas.filter((area) => outsideSign(area) === null);
  const known = inScale.map(nodePoints);
  const sum = sumPoints(known.filter((value): value is Points => value !== null));
  const declared = points(framework.total);
  const unknown = known.some((value) => value === null) || inScale.some((a) => a.max === null);
  // Areas that are not known may well make up the difference.
  if (sum.eq(declared) || (framework.completeness === 'partial' && unknown && sum.lt(declared)))
    return [];
  return [
    {
      code: 'totalMismatch',
      severity: 'error',
      path: [],
      params: { declared: framework.total, sum: pointsText(sum) },
    },
  ];
}
