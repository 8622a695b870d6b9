/**
 * What stands beneath the total of the table: numbered notes, ranks and figures about the year are no
 * criteria, though they may stand in the table's columns. What plainly goes on with it is kept: criteria
 * with their max and score, bonus and penalty.
 */
import { signOfName } from '../../domain/framework/outsideParts';
import { codeShape } from '../../domain/text/code';
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
  const known = new Set(above.map(({ code }) => code).filter((code) => code !== ''));
  const parts = ends.map((end, i) =>
    items.filter(({ row }) => row > end && row < (ends[i + 1] ?? Infinity)),
  );
  return [...above, ...parts.flatMap((part) => goingOn(part, known, isFilled))];
}

/** From the first row that plainly is a criterion, and the headings over it; before that only bonus and penalty. */
function goingOn(part: readonly RawRow[], known: ReadonlySet<string>, isFilled: boolean): RawRow[] {
  const isOutside = (raw: RawRow) => signOfName(raw.name) !== null;
  let start = part.findIndex((raw) => !isOutside(raw) && isPlain(raw, known, isFilled));
  if (start < 0) start = part.length;
  const leads = (raw: RawRow | undefined) =>
    raw !== undefined && (raw.code === '' ? raw.bold && !hasScore(raw) : isNew(raw, known));
  while (start > 0 && start < part.length && leads(part[start - 1])) start -= 1;
  return part.filter((raw, i) => i >= start || isOutside(raw));
}

function isPlain(raw: RawRow, known: ReadonlySet<string>, isFilled: boolean): boolean {
  if (!isWorth(raw)) return false;
  return isScored(raw) || (!isFilled && isNew(raw, known));
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
