/**
 * The framework that the rows of a reading make. It is made anew from the rows after every edit, so
 * that what the person sees row by row and what is loaded are always the same.
 */
import { points, pointsText, sumPoints, type Points } from '../points';
import { codeSegments, parentCode, romanValue } from '../text/code';
import { nodePoints, type Framework, type FrameworkNode } from './framework';
import { countedChildren, isBesideScale, outsideSign, signOfName } from './outsideParts';
import type { FrameworkHead, ReadingProblem, RowReading } from './reading';
import { mentionsSurvey, readMax } from './rowTexts';

interface Placed {
  node: FrameworkNode;
  level: number;
  row: RowReading | null;
  levelSet: boolean;
}

/** @returns the framework, null when no row is a criterion, and what making it came across */
export function draftOf(
  rows: readonly RowReading[],
  head: FrameworkHead,
): { draft: Framework | null; problems: ReadingProblem[] } {
  const problems: ReadingProblem[] = [];
  const placed = placeNodes(rows, problems);
  const areas = placed.areas;
  if (areas.length === 0) return { draft: null, problems };
  const beside = ruleBeside(areas);
  const scale = areas.slice(0, areas.length - beside);
  const inScale = placed.all.filter(({ node }) => !areas.slice(scale.length).includes(node));
  giveCodes(inScale, scale, problems);
  checkMaxima(rows, problems);
  suggestSurveys(placed.all, problems);
  const total = declaredTotal(rows, areas, problems);
  const partial = problems.some((problem) => problem.code === 'impliedArea') || !adds(areas);
  const draft: Framework = {
    ...head,
    completeness: partial ? 'partial' : 'complete',
    completenessNote: '',
    notes: [],
    ...(total === null ? {} : { total }),
    areas,
  };
  return { draft, problems };
}

/** Bonus and penalty that end the areas without a code keep to their ceilings; returns how many there are. */
function ruleBeside(areas: FrameworkNode[]): number {
  const isBeside = (node: FrameworkNode) => !node.children?.length && isBesideScale(node);
  const first = areas.map(isBeside).lastIndexOf(false) + 1;
  if (first === 0) return 0;
  for (const node of areas.slice(first)) {
    const sign = signOfName(node.name);
    if (sign && node.max !== null) node.rule = { kind: 'outside', sign, ceiling: node.max };
  }
  return areas.length - first;
}

function placeNodes(rows: readonly RowReading[], problems: ReadingProblem[]) {
  const areas: FrameworkNode[] = [];
  const all: Placed[] = [];
  const open: Placed[] = [];
  for (const row of rows) {
    const last = open.at(-1);
    if (row.kind === 'method' && last) addLine(last.node, row);
    if (row.kind === 'continuation' && last)
      last.node.name = `${last.node.name} ${row.name}`.trim().slice(0, LONGEST.name);
    if (row.kind !== 'node') continue;
    const entry = { node: nodeOf(row), level: row.level, row, levelSet: row.levelSet };
    closeAbove(open, entry);
    if (open.length === 0 && row.level > 0) imply(row, areas, all, open, problems);
    const parent = open.at(-1);
    // 1.1.3 under 1 says itself that 1.1 is missing: an extract, not a mistake of reading.
    if (parent && row.level > parent.level + 1 && codeSegments(row.code) === null)
      problems.push({ code: 'levelJump', row: row.id, params: { code: row.code, name: row.name } });
    if (parent) (parent.node.children ??= []).push(entry.node);
    else areas.push(entry.node);
    all.push(entry);
    open.push(entry);
  }
  return { areas, all };
}

function nodeOf(row: RowReading): FrameworkNode {
  return {
    code: row.code.slice(0, LONGEST.code),
    name: row.name.slice(0, LONGEST.name),
    max: row.max,
    ...(row.survey ? { survey: true } : {}),
    ...(row.method === '' ? {} : { method: row.method.slice(0, LONGEST.prose) }),
    ...(row.evidence === '' ? {} : { evidence: row.evidence.slice(0, LONGEST.prose) }),
    ...(row.responsible === '' ? {} : { responsible: row.responsible.slice(0, LONGEST.prose) }),
  };
}

/** What the schema takes; a cell that holds more is no name. */
const LONGEST = { code: 40, name: 4000, prose: 20_000 };

/** A line on how to score goes to the method of the node above, with its points if it has any. */
function addLine(node: FrameworkNode, row: RowReading): void {
  const words = [row.name, row.method].filter((text) => text !== '').join(' ');
  const line = [words, row.maxText].filter((text) => text !== '').join(': ');
  if (line !== '') node.method = joined(node.method, line);
  if (row.evidence !== '') node.evidence = joined(node.evidence, row.evidence);
  // A cell merged down from the criterion itself says nothing new.
  if (row.responsible !== '' && node.responsible?.includes(row.responsible) !== true)
    node.responsible = joined(node.responsible, row.responsible);
}

function joined(before: string | undefined, line: string): string {
  return (before ? `${before}\n${line}` : line).slice(0, LONGEST.prose);
}

/** Leaves open only what the row can stand under: higher levels, and codes that its own begins with. */
function closeAbove(open: Placed[], entry: Placed): void {
  for (let last = open.at(-1); last; last = open.at(-1)) {
    if (last.level < entry.level && (entry.levelSet || belongs(entry.node.code, last.node.code)))
      return;
    open.pop();
  }
}

function belongs(code: string, above: string): boolean {
  const segments = codeSegments(code);
  if (!segments) return true;
  const parent = codeSegments(above);
  if (parent) return parent.every((segment, i) => segments[i] === segment);
  const roman = romanValue(above);
  return roman === null || segments.length === 1 || segments[0] === roman || segments[0] === 1;
}

/** An area without a row of its own, known by the codes beneath it: its name is not invented. */
function imply(
  row: RowReading,
  areas: FrameworkNode[],
  all: Placed[],
  open: Placed[],
  problems: ReadingProblem[],
): void {
  const first = codeSegments(row.code)?.[0];
  if (first === undefined || row.levelSet || codeSegments(row.code)?.length === 1) {
    problems.push({ code: 'levelJump', row: row.id, params: { code: row.code, name: row.name } });
    return;
  }
  const node: FrameworkNode = { code: String(first), name: '', max: null };
  const area: Placed = { node, level: 0, row: null, levelSet: false };
  areas.push(node);
  all.push(area);
  open.push(area);
  problems.push({ code: 'impliedArea', row: row.id, params: { area: node.code, code: row.code } });
}

/**
 * Rows without a code get one, since a sheet needs it: an area that heads 1.1, 1.2 is "1"; where no row
 * has a code they are numbered in order; else a letter after the parent's code (decision 050).
 */
function giveCodes(
  all: readonly Placed[],
  areas: readonly FrameworkNode[],
  problems: ReadingProblem[],
): void {
  const missing = all.filter((placed) => placed.node.code === '');
  if (missing.length === 0) return;
  const anyCode = missing.length < all.length;
  const taken = new Set(all.map((placed) => placed.node.code));
  const number = (nodes: readonly FrameworkNode[], parent: string) => {
    nodes.forEach((node, i) => {
      if (node.code === '') {
        node.code = firstFree(taken, codesFor(node, parent, i, anyCode));
        taken.add(node.code);
      }
      number(node.children ?? [], node.code);
    });
  };
  number(areas, '');
  problems.push({ code: 'codesGiven', row: null, params: { count: String(missing.length) } });
}

function* codesFor(node: FrameworkNode, parent: string, index: number, anyCode: boolean) {
  const child = node.children?.find((each) => each.code !== '')?.code ?? '';
  const ofChild = parentCode(child);
  if (ofChild) yield ofChild;
  const prefix = parent === '' ? '' : `${parent.replace(/\)$/, '')}.`;
  if (!anyCode || parent === '') yield `${prefix}${index + 1}`;
  if (parent !== '') for (const letter of 'abcdefghijklmnopqrstuvwxyz') yield `${prefix}${letter}`;
  for (let i = 1; ; i += 1) yield `${prefix}${i}`;
}

function firstFree(taken: ReadonlySet<string>, codes: Iterable<string>): string {
  for (const code of codes) if (!taken.has(code)) return code;
  throw new Error('codes never run out');
}

function checkMaxima(rows: readonly RowReading[], problems: ReadingProblem[]): void {
  for (const row of rows) {
    if (row.kind !== 'node') continue;
    const reading = readMax(row.maxText);
    const text = row.maxText;
    if (reading.kind === 'unreadable' && row.max === null)
      problems.push({ code: 'maxUnreadable', row: row.id, params: { text, name: row.name } });
    if (reading.kind === 'negative' && row.max === null)
      problems.push({ code: 'maxNegative', row: row.id, params: { text, name: row.name } });
    if (reading.kind === 'ambiguous' && row.max === reading.max)
      problems.push({
        code: 'maxAmbiguous',
        row: row.id,
        params: { text, taken: reading.max, name: row.name },
      });
  }
}

/** Whose points come from a survey is the decision's to say: it is proposed, never set silently. */
function suggestSurveys(all: readonly Placed[], problems: ReadingProblem[]): void {
  // A mark holds for all that stands beneath it.
  let marked: number | null = null;
  for (const { node, row, level } of all) {
    if (marked !== null && level > marked) continue;
    marked = row?.survey ? level : null;
    if (!row || row.survey || level > 1 || !mentionsSurvey(node.name)) continue;
    problems.push({
      code: 'maybeSurvey',
      row: row.id,
      params: { code: node.code, name: node.name },
    });
  }
}

/**
 * The total that the table states. A total in the middle sums what stands above it; the last one that
 * agrees with all areas is the framework's.
 */
function declaredTotal(
  rows: readonly RowReading[],
  areas: readonly FrameworkNode[],
  problems: ReadingProblem[],
): string | null {
  const inScale = areas.filter((area) => outsideSign(area) === null);
  const whole = sumPoints(inScale.map((area) => nodePoints(area) ?? points('0')));
  let above: Points = points('0');
  let declared: string | null = null;
  const last = rows.map(({ kind }) => kind).lastIndexOf('node');
  for (const [at, row] of rows.entries()) {
    const isArea = row.kind === 'node' && row.level === 0 && signOfName(row.name) === null;
    if (isArea && row.max !== null) above = above.plus(row.max);
    if (row.kind !== 'total' || row.max === null) continue;
    const value = points(row.max);
    const agrees = [whole, above].some((sum) => sum.eq(value));
    if (!agrees && above.gt(0))
      problems.push({
        code: 'totalMismatch',
        row: row.id,
        params: { text: row.name, declared: row.max, found: pointsText(above) },
      });
    // Criteria beneath it: a total of what stands above, and none of the whole.
    if (agrees ? value.eq(whole) : declared === null && at > last) declared = row.max;
  }
  return declared;
}

/** True when every parent's max is the sum of its children: nothing is left unlisted. */
function adds(nodes: readonly FrameworkNode[]): boolean {
  return nodes.every((node) => {
    const children = countedChildren(node);
    if (children.length === 0) return node.max !== null;
    const known = children.map(nodePoints);
    if (known.some((value) => value === null)) return false;
    const sum = sumPoints(known.filter((value): value is Points => value !== null));
    return (node.max === null || sum.eq(node.max)) && adds(children);
  });
}
