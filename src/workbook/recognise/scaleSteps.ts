/**
 * Lines of a scale beneath a criterion ("Kịp thời: 1", "Không kịp thời: 0,5"), printed with their points in
 * the column of maxima. They are told from children as in a framework's table (decision 052): children add
 * up to the max above them, a scale's steps begin at it and go down, or end at nothing. In a sheet that is
 * filled in a second sign must stand beside it: the criterion has its score, and no line beneath it has one.
 *
 * Rule kept here: when in doubt a row with a max is a criterion, so that none is lost unseen.
 */
import { isBlank } from '../../domain/findings/sheetFacts';
import { signOfName } from '../../domain/framework/outsideParts';
import { sumPoints, ZERO, type Points } from '../../domain/points';
import type { SummaryRow } from '../../domain/scoring/scoreSheet';
import { codeShape } from '../../domain/text/code';
import { isSectionCode } from '../../domain/text/sectionNumbering';
import { plainText } from '../../domain/text/vietnamese';
import { readLevels } from './levels';
import type { RawRow } from './rawRow';

/**
 * @param items rows that may be criteria, in order
 * @param summaries rows that sum up: no scale goes on beneath one
 * @returns those of the items that are steps of the criterion above them
 */
export function findScaleSteps(
  items: readonly RawRow[],
  summaries: readonly SummaryRow[],
): Set<RawRow> {
  const steps = new Set<RawRow>();
  const groups: Group[] = [];
  const isFilled = items.some(isScored);
  items.forEach((above, i) => {
    if (above.code === '' || isSectionCode(above.code) || steps.has(above)) return;
    const lines = linesUnder(items, i, summaries);
    if (!areSteps(above, lines, isFilled)) return;
    groups.push({ above, lines });
    lines.forEach((raw) => steps.add(raw));
  });
  for (const { lines } of groupsInTotal(items, summaries, groups, steps))
    lines.forEach((raw) => steps.delete(raw));
  return steps;
}

interface Group {
  above: RawRow;
  lines: RawRow[];
}

/** Groups that the printed total of maxima counts, beside the criterion above them or in its place. */
function groupsInTotal(
  items: readonly RawRow[],
  summaries: readonly SummaryRow[],
  groups: readonly Group[],
  steps: ReadonlySet<RawRow>,
): readonly Group[] {
  const printed = summaries.filter(({ kind }) => kind === 'total').at(-1)?.figures.max?.points;
  if (!printed || groups.length === 0) return [];
  const counted = sumOfLeaves(items.filter((raw) => !steps.has(raw)));
  const missing = printed.minus(counted);
  if (missing.eq(ZERO)) return [];
  const isMissing = (some: readonly Group[]) => {
    const lines = sumOfMaxima(some.flatMap((group) => group.lines));
    const above = sumOfMaxima(some.map((group) => group.above));
    return lines.eq(missing) || lines.minus(above).eq(missing);
  };
  const one = groups.filter((group) => isMissing([group]));
  if (one.length > 0) return one;
  return isMissing(groups) ? groups : [];
}

function sumOfLeaves(items: readonly RawRow[]): Points {
  const levels = readLevels(
    items.map(({ code, bold, indent }) => ({ code, bold, indent, besideAreas: false })),
  );
  const parents = new Set(levels.map(({ parent }) => parent));
  return sumOfMaxima(items.filter(({ name }, i) => !parents.has(i) && signOfName(name) === null));
}

function sumOfMaxima(items: readonly RawRow[]): Points {
  return sumPoints(items.flatMap(({ figures }) => figures.max?.points ?? []));
}

/** Lettered, bulleted and uncoded rows right beneath a criterion, down to whatever begins something else. */
function linesUnder(
  items: readonly RawRow[],
  index: number,
  summaries: readonly SummaryRow[],
): RawRow[] {
  const above = items[index];
  const lines: RawRow[] = [];
  const endsAt = summaries.find(({ row }) => row > (above?.row ?? 0))?.row ?? Infinity;
  for (const raw of items.slice(index + 1)) {
    const isLetter = codeShape(raw.code) === 'letter' && codeShape(above?.code ?? '') !== 'letter';
    // A bullet's siblings are no lines of it.
    const isSibling = raw.code === above?.code;
    const isLine = isLetter || raw.code === '' || isBullet(raw.code);
    if (!isLine || isSibling || raw.bold || signOfName(raw.name) !== null || raw.row > endsAt)
      break;
    lines.push(raw);
  }
  return lines;
}

function areSteps(above: RawRow, lines: readonly RawRow[], isFilled: boolean): boolean {
  const max = above.figures.max?.points;
  if (!max || lines.length === 0 || lines.some(isScored)) return false;
  if (isFilled && !isScored(above)) return false;
  const lettered = lines.filter(({ code }) => codeShape(code) === 'letter');
  const worths = (lettered.length > 0 ? lettered : lines).flatMap(
    (raw) => raw.figures.max?.points ?? [],
  );
  // One line alone may be a criterion that nobody numbered, unless it is written as a line.
  if (lines.length === 1 && !lines.every(isWrittenAsLine)) return false;
  if (worths.some((worth) => worth.gt(max))) return false;
  // A criterion is worth something: whoever gets nothing is on a scale, even where the rest adds up.
  if (worths.some((worth) => worth.lte(ZERO))) return true;
  return worths.some((worth) => worth.eq(max)) && worths.some((worth) => worth.lt(max));
}

/** A dash is no score. */
function isScored({ figures }: RawRow): boolean {
  return (['self', 'appraised1', 'appraised2'] as const).some((role) => !isBlank(figures[role]));
}

const BULLET = /^[-+*•●○▪]/u;

function isBullet(code: string): boolean {
  return code.length === 1 && BULLET.test(code);
}

function isWrittenAsLine({ code, name }: RawRow): boolean {
  return code !== '' || BULLET.test(plainText(name));
}
