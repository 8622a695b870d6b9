/**
 * What stands beneath the total of the table: numbered notes, ranks and figures about the year are no
 * criteria, though they may stand in the table's columns. What plainly goes on with it is kept: criteria
 * with their max and score or with a code that continues the numbering, bonus and penalty. What a later
 * total closes is of the table whether it is scored or not.
 */
import { signOfName } from '../../domain/framework/outsideParts';
import { codeSegments, codeShape, parentCode, romanValue } from '../../domain/text/code';
import { isSectionCode } from '../../domain/text/sectionNumbering';
import { hasScore, type RawRow } from './rawRow';

/**
 * @param totals rows (zero-based) of totals of the whole table, in order
 * @returns the items without those beneath a total that do not go on with the table
 */
export function withoutRowsAfterTotal(
  items: readonly RawRow[],
  totals: readonly number[],
): RawRow[] {
  // A total above the criteria ends nothing.
  const ends = totals.filter((row) => items.some((raw) => raw.row < row && isWorth(raw)));
  const [first] = ends;
  if (first === undefined) return [...items];
  const above = items.filter(({ row }) => row < first);
  const isFilled = above.some(hasScore);
  const kept = [...above];
  ends.forEach((end, i) => {
    const next = ends[i + 1];
    const part = items.filter(({ row }) => row > end && row < (next ?? Infinity));
    const known = codesOf(kept);
    const isPlain = (raw: RawRow, below: RawRow | undefined) =>
      next === undefined ? goesOn(raw, below, known, isFilled) : isWorth(raw);
    kept.push(...goingOn(part, known, isPlain));
  });
  return kept;
}

/** The codes of the rows and of whatever stands above them in the numbering. */
function codesOf(items: readonly RawRow[]): Set<string> {
  const codes = new Set<string>();
  for (const raw of items) {
    let code: string | null = raw.code;
    while (code !== null && code !== '') {
      codes.add(code);
      code = parentCode(code);
    }
  }
  return codes;
}

/** From the first row that plainly is a criterion, and the headings over it; before that only bonus and penalty. */
function goingOn(
  part: readonly RawRow[],
  known: ReadonlySet<string>,
  isPlain: (raw: RawRow, below: RawRow | undefined) => boolean,
): RawRow[] {
  const isOutside = (raw: RawRow) => signOfName(raw.name) !== null;
  let start = part.findIndex((raw, i) => !isOutside(raw) && isPlain(raw, part[i + 1]));
  if (start < 0) start = part.length;
  const leads = (raw: RawRow | undefined) =>
    raw !== undefined && (raw.code === '' ? raw.bold && !hasScore(raw) : isNew(raw, known));
  while (start > 0 && start < part.length && leads(part[start - 1])) start -= 1;
  return part.filter((raw, i) => i >= start || isOutside(raw));
}

/** Beneath the last total. A heading goes on with the table where a criterion follows at once. */
function goesOn(
  raw: RawRow,
  below: RawRow | undefined,
  known: ReadonlySet<string>,
  isFilled: boolean,
): boolean {
  const continues = raw.name !== '' && isNew(raw, known) && continuesNumbering(raw.code, known);
  if (!isWorth(raw))
    return continues && isSectionCode(raw.code) && below !== undefined && isWorth(below);
  return isScored(raw) || continues || (!isFilled && isNew(raw, known));
}

/** The code before it is known, or that of the row it would stand under. */
function continuesNumbering(code: string, known: ReadonlySet<string>): boolean {
  const shape = codeShape(code);
  if (shape === 'roman') return [...known].some((one) => romanValue(one) === valueBefore(code));
  if (shape === 'capital') return known.has(String.fromCharCode(code.charCodeAt(0) - 1));
  const segments = codeSegments(code);
  if (!segments) return false;
  const last = segments.at(-1) ?? 0;
  const parent = parentCode(code);
  if (last > 1) return known.has([...segments.slice(0, -1), last - 1].join('.'));
  return parent !== null && (known.has(parent) || continuesNumbering(parent, known));
}

function valueBefore(roman: string): number {
  return (romanValue(roman) ?? 0) - 1;
}

function isWorth({ figures }: RawRow): boolean {
  return figures.max?.points?.gt(0) === true;
}

/** By a number: "Tốt" is no score. */
function isScored({ figures }: RawRow): boolean {
  return (['self', 'appraised1', 'appraised2'] as const).some((role) =>
    Boolean(figures[role]?.points),
  );
}

/** Its code goes on with the numbering. */
function isNew({ code }: RawRow, known: ReadonlySet<string>): boolean {
  return ['decimal', 'roman', 'capital'].includes(codeShape(code)) && !known.has(code);
}
