/**
 * Codes that cannot be right: used twice, or damaged by a spreadsheet: "3.10" taken for the number 3.1, "12.1" for a day in January. The
 * neighbours tell what must have stood there; where they do not, nothing is guessed.
 */
import type { ScoreRow, ScoreSheet } from '../scoring/scoreSheet';
import { codeSegments, codeShape, compareCodes } from '../text/code';
import { restartsInSections } from '../text/sectionNumbering';
import { isSection } from './sheetFacts';

export interface CodeDamage {
  kind: 'date' | 'lostZero';
  /** The code that must have stood there; null when the neighbours do not tell. */
  meant: string | null;
}

/** Rows whose code is not what was typed. */
export function findDamagedCodes(sheet: ScoreSheet): Map<ScoreRow, CodeDamage> {
  const damaged = new Map<ScoreRow, CodeDamage>();
  sheet.rows.forEach((row, index) => {
    if (row.texts.code?.cellKind === 'date') {
      damaged.set(row, { kind: 'date', meant: codeOfDate(sheet.rows, index) });
      return;
    }
    const meant = codeWithZero(sheet.rows, index);
    if (meant !== null) damaged.set(row, { kind: 'lostZero', meant });
  });
  return damaged;
}

/**
 * Rows whose code an earlier row has, with that row; damaged codes left out. Decimal codes stand once in the
 * table; where they are numbered afresh under "I", "II", once in such a section. Letters, and single numbers
 * that restart, once under their parent.
 */
export function findRepeatedCodes(sheet: ScoreSheet): Map<ScoreRow, ScoreRow> {
  const damaged = findDamagedCodes(sheet);
  const first = new Map<string, ScoreRow>();
  const repeated = new Map<ScoreRow, ScoreRow>();
  const startsAfresh = whereNumbersStart(sheet);
  let section = '';
  for (const row of sheet.rows) {
    // A bullet ("-", "+") says of many rows what they are, and of none which it is.
    if (!/[\p{L}\p{N}]/u.test(row.code) || damaged.has(row)) continue;
    if (startsAfresh(row)) section = `${row.row}`;
    const isDecimal = (codeSegments(row.code)?.length ?? 0) > 1;
    const key = `${isDecimal ? `s${section}` : `p${row.parent ?? ''}`}|${row.code}`;
    const earlier = first.get(key);
    if (earlier) repeated.set(row, earlier);
    else first.set(key, row);
  }
  return repeated;
}

/** Parts ("A", "B") over areas ("I", "II") may each count their areas from one. */
function whereNumbersStart({ rows }: ScoreSheet): (row: ScoreRow) => boolean {
  if (restartsInSections(rows.map(({ code }) => code))) return isSection;
  const hasAreas = rows.some(({ code }) => codeShape(code) === 'roman');
  return ({ code }) => hasAreas && codeShape(code) === 'capital';
}

/**
 * "3.1" that must be "3.10": with the zero it fits between its neighbours, and they ask for it: 3.9 above,
 * 3.11 or 3.10.1 below; or it is a number (which cannot keep a zero) that goes back behind the row above.
 */
function codeWithZero(rows: readonly ScoreRow[], index: number): string | null {
  const row = rows[index];
  const code = row?.code ?? '';
  const segments = codeSegments(code);
  if (!row || !segments || segments.length < 2 || lastOf(code) > 9) return null;
  const above = neighbour(rows, index, -1);
  const below = neighbour(rows, index, 1);
  const meant = `${code}0`;
  const goesBack = above !== null && compareCodes(above, code) > 0;
  const heads = below?.startsWith(`${meant}.`) === true && !rows.some(isUnder(code));
  if ((!goesBack && !heads) || rows.some((other) => other.code === meant)) return null;
  if (!fitsBetween(meant, above, below) || !sharesParent(meant, above, below)) return null;
  const isSibling = (other: string | null) => other !== null && sharesParent(meant, other, null);
  const follows = isSibling(above) && lastOf(above ?? '') === lastOf(meant) - 1;
  const precedes = isSibling(below) && lastOf(below ?? '') > lastOf(meant);
  const isNumber = row.texts.code?.cellKind === 'number';
  return heads || follows || precedes || isNumber ? meant : null;
}

function lastOf(code: string): number {
  return codeSegments(code)?.at(-1) ?? 0;
}

function isUnder(code: string): (row: ScoreRow) => boolean {
  return (row) => row.code.startsWith(`${code}.`);
}

function fitsBetween(code: string, above: string | null, below: string | null): boolean {
  if (above !== null && compareCodes(above, code) >= 0) return false;
  return below === null || compareCodes(code, below) < 0;
}

/** A zero is only put back among codes of the same branch. */
function sharesParent(code: string, above: string | null, below: string | null): boolean {
  const branch = code.slice(0, code.lastIndexOf('.') + 1);
  return [above, below].some((other) => other?.startsWith(branch) === true);
}

/** The nearest decimal code above (-1) or below (1); numbering may start afresh in a new section. */
function neighbour(rows: readonly ScoreRow[], index: number, step: 1 | -1): string | null {
  for (let i = index + step; i >= 0 && i < rows.length; i += step) {
    const row = rows[i];
    if (!row || isSection(row)) return null;
    if (codeSegments(row.code) && row.texts.code?.cellKind !== 'date') return row.code;
  }
  return null;
}

/** A date is day and month, either of which came first: "12.1" or "1.12". */
function codeOfDate(rows: readonly ScoreRow[], index: number): string | null {
  const row = rows[index];
  const shown = /^(\d{1,2})\D(\d{1,2})(?:\D(\d{2,4}))?$/.exec(row?.texts.code?.text.trim() ?? '');
  const above = neighbour(rows, index, -1);
  const below = neighbour(rows, index, 1);
  const [, day = '', month = '', year = ''] = shown ?? [];
  const parts = [Number(day), Number(month)];
  const third = year === '' ? [] : [Number(year) % 100];
  const candidates = shown
    ? [[...parts, ...third], parts, [...parts].reverse(), [parts[1], parts[0], ...third]].map(
        (segments) => segments.join('.'),
      )
    : [];
  const known = new Set(rows.filter((other) => other !== row).map((other) => other.code));
  const fitting = candidates.filter(
    (code) => !known.has(code) && fitsBetween(code, above, below) && continues(code, above, below),
  );
  return fitting[0] ?? between(above, below);
}

/** Among codes of its own branch, or opening it. */
function continues(code: string, above: string | null, below: string | null): boolean {
  return sharesParent(code, above, below) || code.slice(0, code.lastIndexOf('.')) === above;
}

/** 1.1, ?, 1.3 → 1.2. */
function between(above: string | null, below: string | null): string | null {
  const a = above === null ? null : codeSegments(above);
  const b = below === null ? null : codeSegments(below);
  if (!a || !b || a.length !== b.length) return null;
  const last = a.length - 1;
  const sameBranch = a.slice(0, last).every((segment, i) => segment === b[i]);
  if (!sameBranch || (b[last] ?? 0) - (a[last] ?? 0) !== 2) return null;
  return [...a.slice(0, last), (a[last] ?? 0) + 1].join('.');
}
