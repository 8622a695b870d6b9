/**
 * The numbering as a whole: codes in natural order, none skipped, none without its parent. Gives
 * code-order, code-gap, code-orphan. An extract (an appendix of the criteria that lost points) skips by
 * its nature: there only the order is looked at.
 */
import type { ScoreRow } from '../../scoring/scoreSheet';
import { codeSegments, compareCodes, parentCode } from '../../text/code';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { isSection } from '../sheetFacts';
import { findDamagedCodes } from '../codeDamage';

export function checkCodeOrder({ sheet, framework }: CheckContext): Finding[] {
  const damaged = findDamagedCodes(sheet);
  return sectionsOf(sheet.rows).flatMap((section) => {
    const rows = section
      .map((row): Numbered => ({
        row,
        code: damaged.get(row)?.meant ?? row.code,
        damaged: damaged.has(row),
      }))
      .filter(({ code }) => codeSegments(code) !== null);
    const disorder = outOfOrder(rows.filter((numbered) => !numbered.damaged));
    const order = disorder.map((numbered) => orderFinding(numbered, rows));
    // The framework knows which rows are missing; without it the numbering itself must tell.
    if (sheet.partial || framework !== null) return order;
    const suspects = new Set([...disorder, ...repeated(rows)]);
    return [...order, ...checkGaps(rows, suspects, sheet.headingCodes ?? [])];
  });
}

interface Numbered {
  row: ScoreRow;
  /** As it must have been, where it is damaged. */
  code: string;
  damaged: boolean;
}

/** Numbering may start afresh under "I", "II", "A"; each such part is looked at by itself. */
function sectionsOf(rows: readonly ScoreRow[]): ScoreRow[][] {
  const sections: ScoreRow[][] = [[]];
  for (const row of rows) {
    if (isSection(row)) sections.push([]);
    sections.at(-1)?.push(row);
  }
  return sections;
}

/** The fewest rows that, moved, put the rest in order; repeated codes are another matter. */
function outOfOrder(rows: readonly Numbered[]): Numbered[] {
  // Single numbers that restart ("1", "2" under each heading) have no order of their own.
  if (rows.every(({ code }) => !code.includes('.'))) return [];
  const again = new Set(repeated(rows));
  const once = rows.filter((numbered) => !again.has(numbered));
  const kept = new Set(longestOrdered(once.map(({ code }) => code)));
  return once.filter((_, index) => !kept.has(index));
}

function orderFinding({ row, code }: Numbered, rows: readonly Numbered[]): Finding {
  const before = rows.filter((other) => other.row !== row && compareCodes(other.code, code) < 0);
  const predecessor = before.sort((a, b) => compareCodes(a.code, b.code)).at(-1);
  return makeFinding('code-order', {
    place: placeOf(row),
    row,
    params: { text: code, after: predecessor?.code },
    related: [predecessor && placeOf(predecessor.row)],
  });
}

/** Second and later rows of one code. */
function repeated(rows: readonly Numbered[]): Numbered[] {
  const seen = new Set<string>();
  return rows.filter(({ code }) => seen.has(code) || !seen.add(code));
}

/** Indexes of a longest run of codes that does not go back (patience sorting, n log n). */
function longestOrdered(codes: readonly string[]): number[] {
  const tails: number[] = [];
  const before: (number | null)[] = [];
  codes.forEach((code, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareCodes(codes[tails[middle] ?? 0] ?? '', code) <= 0) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (tails[low - 1] ?? null) : null);
    tails[low] = index;
  });
  const run: number[] = [];
  for (let index = tails.at(-1) ?? null; index !== null; index = before[index] ?? null)
    run.push(index);
  return run;
}

/**
 * A code whose parent is not there, in a row or as a heading beside, once for each parent; else a number skipped among siblings. Where the
 * row above has a wrong code, that is the cause, and it has its finding.
 */
function checkGaps(
  rows: readonly Numbered[],
  suspects: ReadonlySet<Numbered>,
  headings: readonly string[],
): Finding[] {
  const known = new Set([...rows.map(({ code }) => code), ...headings]);
  const hasParents = rows.some(({ code }) => !code.includes('.'));
  const reported = new Set<string>();
  return rows.flatMap((numbered, index) => {
    const { row, code } = numbered;
    if (suspects.has(numbered)) return [];
    const above = rows[index - 1];
    const isExplained = above !== undefined && suspects.has(above);
    const parent = parentCode(code);
    const isOrphan = parent !== null && !known.has(parent);
    // A table that begins at "1.1", under a heading or none, simply has no rows for areas.
    if (isOrphan && !parent.includes('.') && !hasParents) return [];
    const absent = isOrphan
      ? [parent]
      : skippedBefore(code).filter((other) => !known.has(other) && !hasUnder(known, other));
    const isNew = absent.length > 0 && !absent.some((other) => reported.has(other));
    absent.forEach((other) => reported.add(other));
    if (!isNew || isExplained) return [];
    return isOrphan
      ? [makeFinding('code-orphan', { place: placeOf(row), row, params: { text: code, parent } })]
      : [gapFinding(row, code, absent)];
  });
}

function gapFinding(row: ScoreRow, code: string, missing: readonly string[]): Finding {
  const params = { text: code, missing: missing.join(', ') };
  return makeFinding('code-gap', { place: placeOf(row), row, params });
}

function hasUnder(known: ReadonlySet<string>, code: string): boolean {
  return [...known].some((other) => other.startsWith(`${code}.`));
}

/** "1.4" → "1.1", "1.2", "1.3". */
function skippedBefore(code: string): string[] {
  const segments = codeSegments(code) ?? [];
  const branch = segments.slice(0, -1);
  const last = segments.at(-1) ?? 1;
  return Array.from({ length: Math.max(0, last - 1) }, (_, i) => [...branch, i + 1].join('.'));
}

function placeOf(row: ScoreRow) {
  return (row.texts.code ?? row.texts.name)?.place ?? null;
}
