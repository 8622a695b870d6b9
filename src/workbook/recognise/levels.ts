/**
 * Levels of criteria rows: by code where there is one ("1", "1.1", "I", "A", "a)"), else by layout
 * (bold, indent). A row's parent is the nearest row above that its code belongs to; an appendix that
 * lists 1.1.3, 1.2, 1.4.1 has no parents at all, and 1.4.1 is not a child of 1.2.
 */
import { codeSegments, codeShape, romanValue } from '../../domain/text/code';
import { isSectionCode, restartsInSections } from '../../domain/text/sectionNumbering';

export interface RowShape {
  code: string;
  bold: boolean;
  indent: number;
  /** Stands beside the areas, whatever stands above it. */
  besideAreas?: boolean;
}

export interface RowLevel {
  level: number;
  parent: number | null;
  areaCode: string;
}

/** @returns one entry per row, in order */
export function readLevels(rows: readonly RowShape[]): RowLevel[] {
  const scheme = readScheme(rows);
  const read: RowLevel[] = [];
  rows.forEach((row, i) => {
    if (row.besideAreas) {
      read.push({ level: 0, parent: null, areaCode: '' });
      return;
    }
    const level = levelOf(row, i, rows, read, scheme);
    const parent = parentOf(row, i, level, rows, read, scheme);
    const areaCode =
      headingCode(i, level, rows, read) ?? areaCodeOf(row, level, parent, read, scheme);
    read.push({ level, parent, areaCode });
  });
  return read;
}

/**
 * Share of a numbering that is missing: 1.1.3 without 1.1.1 and 1.1.2 means two rows left out.
 * @returns true when the rows are plainly an extract (two or more, and over a tenth, are missing)
 */
export function looksPartial(rows: readonly RowShape[], levels: readonly RowLevel[]): boolean {
  const present = new Map<string, Set<number>>();
  const { restarts } = readScheme(rows);
  let decimals = 0;
  rows.forEach((row, i) => {
    const segments = codeSegments(row.code);
    if (!segments) return;
    decimals += 1;
    const section = restarts ? sectionOf(i, rows, levels) : -1;
    segments.forEach((segment, depth) => {
      const key = `${section}|${segments.slice(0, depth).join('.')}`;
      const seen = present.get(key) ?? new Set<number>();
      present.set(key, seen.add(segment));
    });
  });
  let missing = 0;
  for (const seen of present.values()) missing += Math.max(...seen) - seen.size;
  return missing >= 2 && missing * 10 > decimals;
}

interface Scheme {
  hasCapital: boolean;
  hasRoman: boolean;
  /** Levels above a one-segment decimal: "I" then "1" → 1; "I" then "1.1" → 0. */
  offset: number;
  /** "1" or "1.1" under "I" and again under "II": a decimal belongs to the section it stands in. */
  restarts: boolean;
  /** Some row says by its code that it is an area. */
  hasCodedAreas: boolean;
  /** Some row without a code says by its bold letters that it heads others. */
  hasBoldHeads: boolean;
}

function readScheme(rows: readonly RowShape[]): Scheme {
  const shapes = new Set(rows.map((row) => codeShape(row.code)));
  const hasCapital = shapes.has('capital');
  const hasRoman = shapes.has('roman');
  const hasOneSegment = rows.some((row) => codeSegments(row.code)?.length === 1);
  const above = (hasCapital ? 1 : 0) + (hasRoman ? 1 : 0);
  // Headings without a code over criteria that are merely counted.
  const isHeaded =
    above === 0 &&
    rows[0]?.code === '' &&
    rows[0].bold &&
    rows.every((row) => row.code === '' || codeSegments(row.code)?.length === 1);
  return {
    hasCapital,
    hasRoman,
    offset: isHeaded ? 1 : hasOneSegment ? above : Math.max(0, above - 1),
    restarts: isHeaded || restartsInSections(rows.map((row) => row.code)),
    hasCodedAreas: above > 0 || (hasOneSegment && !isHeaded),
    hasBoldHeads: rows.some((row) => row.code === '' && row.bold),
  };
}

function levelOf(
  row: RowShape,
  i: number,
  rows: readonly RowShape[],
  read: readonly RowLevel[],
  scheme: Scheme,
): number {
  const shape = codeShape(row.code);
  const segments = codeSegments(row.code);
  if (segments) return scheme.offset + segments.length - 1;
  if (shape === 'capital') return 0;
  if (shape === 'roman') return scheme.hasCapital ? 1 : 0;
  const before = read[i - 1];
  if (shape === 'letter') return letterLevel(i, rows, read);
  const indent = Math.min(row.indent, 3);
  if (!scheme.hasCodedAreas && scheme.hasBoldHeads) return row.bold ? 0 : 1 + indent;
  if (!scheme.hasCodedAreas) return indent;
  return Math.max(before?.level ?? 1, 1);
}

/** A letter stands one level under the last row that is not a letter. */
function letterLevel(i: number, rows: readonly RowShape[], read: readonly RowLevel[]): number {
  for (let j = i - 1; j >= 0; j -= 1) {
    if (codeShape(rows[j]?.code ?? '') !== 'letter') return (read[j]?.level ?? 0) + 1;
  }
  return 1;
}

function parentOf(
  row: RowShape,
  i: number,
  level: number,
  rows: readonly RowShape[],
  read: readonly RowLevel[],
  scheme: Scheme,
): number | null {
  for (let j = i - 1; j >= 0; j -= 1) {
    const candidate = rows[j];
    const candidateLevel = read[j]?.level ?? 0;
    if (!candidate || candidateLevel >= level) continue;
    if (belongs(row, candidate, scheme)) return j;
    if (isSectionCode(candidate.code)) return null;
  }
  return null;
}

function belongs(row: RowShape, above: RowShape, scheme: Scheme): boolean {
  const segments = codeSegments(row.code);
  if (!segments) return true;
  const aboveSegments = codeSegments(above.code);
  if (aboveSegments) return aboveSegments.every((segment, i) => segments[i] === segment);
  if (isSectionCode(above.code)) return scheme.restarts || sectionNumber(above) === segments[0];
  // A bold row without a code heads what follows, where no code does.
  return above.code === '' && !scheme.hasCodedAreas;
}

/** "II" and "B" are the second. */
function sectionNumber({ code }: RowShape): number {
  return romanValue(code) ?? code.charCodeAt(0) - 64;
}

/** An area that only its bold letters tell goes by the numbers beneath it ("1.1"), else by its own place. */
function headingCode(
  i: number,
  level: number,
  rows: readonly RowShape[],
  read: readonly RowLevel[],
): string | null {
  const row = rows[i];
  if (!row || level !== 0 || row.code !== '' || !row.bold) return null;
  const below = codeSegments(rows[i + 1]?.code ?? '');
  if (below && below.length > 1) return String(below[0]);
  return String(read.filter((other) => other.level === 0).length + 1);
}

function areaCodeOf(
  row: RowShape,
  level: number,
  parent: number | null,
  read: readonly RowLevel[],
  scheme: Scheme,
): string {
  if (level === 0) return row.code;
  if (parent !== null) return read[parent]?.areaCode ?? '';
  const segments = codeSegments(row.code);
  if (segments && !scheme.restarts) return String(segments[0]);
  return read[read.length - 1]?.areaCode ?? '';
}

/** The roman or capital row that a decimal restarts under; -1 when the numbering runs through. */
function sectionOf(i: number, rows: readonly RowShape[], levels: readonly RowLevel[]): number {
  for (let j: number | null = i; j !== null; j = levels[j]?.parent ?? null) {
    if (isSectionCode(rows[j]?.code ?? '')) return j;
  }
  return -1;
}
