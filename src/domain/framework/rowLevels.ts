/**
 * Levels of the rows of a framework table: by code where there is one ("1", "1.1", "I", "A", "a)"), by
 * layout where there is none (merged, capitals, bold, indent, bullets, columns side by side).
 */
import { codeSegments, codeShape } from '../text/code';

export interface RowLook {
  code: string;
  /** Merged over the columns beside its name. */
  spanning: boolean;
  upper: boolean;
  bold: boolean;
  indent: number;
  /** 0: no bullet; 1: "-", "•"; 2: "+", "*". */
  bullet: number;
  /** Which of several name columns it stands in. */
  nameColumn: number;
}

/** @returns one level per row, 0 for an area */
export function levelsOf(rows: readonly RowLook[]): number[] {
  if (rows.some((row) => row.nameColumn > 0)) return rows.map((row) => row.nameColumn);
  return mostlyCoded(rows) ? levelsByCode(rows) : levelsByLook(rows);
}

/**
 * True when the table numbers its criteria: rows without a code are then headings, or lines of the row
 * above. Steps of scales may well outnumber the criteria, so three codes such as "1.1" are enough.
 */
export function mostlyCoded(rows: readonly { code: string }[]): boolean {
  const coded = rows.filter((row) => row.code !== '');
  const nested = coded.filter((row) => (codeSegments(row.code)?.length ?? 0) > 1);
  return nested.length >= 3 || coded.length * 2 >= rows.length;
}

interface Scheme {
  /** Levels that stand above a one-segment decimal. */
  above: number;
  hasCapital: boolean;
  /** Some code says that its row is an area. */
  codedAreas: boolean;
  /** Rows without a code head numbered ones ("CÔNG TÁC CHỈ ĐẠO" then 1, 2, 3). */
  looseAreas: boolean;
}

function levelsByCode(rows: readonly RowLook[]): number[] {
  const scheme = schemeOf(rows);
  const levels: number[] = [];
  rows.forEach((row, i) => levels.push(levelByCode(row, i, rows, levels, scheme)));
  return levels;
}

function schemeOf(rows: readonly RowLook[]): Scheme {
  const shapes = new Set(rows.map((row) => codeShape(row.code)));
  const oneSegment = rows.filter((row) => codeSegments(row.code)?.length === 1);
  const hasCapital = shapes.has('capital');
  const sections = (hasCapital ? 1 : 0) + (shapes.has('roman') ? 1 : 0);
  const first = rows[0];
  const looseAreas =
    sections === 0 &&
    oneSegment.length > 0 &&
    first?.code === '' &&
    heads(first) &&
    !oneSegment.some(heads);
  return {
    above: oneSegment.length > 0 ? sections + (looseAreas ? 1 : 0) : 0,
    hasCapital,
    codedAreas: sections > 0 || (oneSegment.length > 0 && !looseAreas),
    looseAreas,
  };
}

function heads(row: RowLook): boolean {
  return row.spanning || row.upper || row.bold;
}

function levelByCode(
  row: RowLook,
  i: number,
  rows: readonly RowLook[],
  levels: readonly number[],
  scheme: Scheme,
): number {
  const segments = codeSegments(row.code);
  if (segments) return scheme.above + segments.length - 1;
  const shape = codeShape(row.code);
  if (shape === 'capital') return 0;
  if (shape === 'roman') return scheme.hasCapital ? 1 : 0;
  if (shape === 'letter') return underLast(i, levels, (j) => shapeAt(rows, j) !== 'letter');
  if (heads(row) && (!scheme.codedAreas || row.upper || row.spanning)) return 0;
  // A loose row stands beside its like, or under the last coded row.
  const before = rows[i - 1];
  if (before && before.code === '' && !heads(before)) return levels[i - 1] ?? 1;
  return underLast(i, levels, (j) => rows[j]?.code !== '');
}

function shapeAt(rows: readonly RowLook[], i: number) {
  return codeShape(rows[i]?.code ?? '');
}

function underLast(i: number, levels: readonly number[], is: (index: number) => boolean): number {
  for (let j = i - 1; j >= 0; j -= 1) if (is(j)) return (levels[j] ?? 0) + 1;
  return 0;
}

/** Each look that occurs is a level: the more a row stands out, the higher it is. */
function levelsByLook(rows: readonly RowLook[]): number[] {
  const looks = [...new Set(rows.map(prominence))].sort((first, second) => first - second);
  const rank = new Map(looks.map((look, i) => [look, i]));
  return rows.map((row) => Math.min(rank.get(prominence(row)) ?? 0, 6));
}

/**
 * Small for what stands out. A code weighs most, then bullets and indent, since a bold line may stand
 * deep.
 */
function prominence(row: RowLook): number {
  const coding = row.code === '' ? 9 : (codeSegments(row.code)?.length ?? 1);
  const depth = Math.min(row.indent, 9) + row.bullet * 10 + coding * 100;
  return depth * 8 + (row.spanning ? 0 : 4) + (row.upper ? 0 : 2) + (row.bold ? 0 : 1);
}
