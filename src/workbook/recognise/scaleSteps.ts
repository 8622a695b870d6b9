/**
 * Lines of a scale beneath a criterion ("Kịp thời: 1", "Không kịp thời: 0,5"), printed with their points in
 * the column of maxima. They are told from children as in a framework's table (decision 052): children add
 * up to the max above them, a scale's steps do not. In a sheet that is filled in a second sign must stand
 * beside it: the criterion has its score, and no line beneath it has one.
 */
import { isBlank } from '../../domain/findings/sheetFacts';
import { signOfName } from '../../domain/framework/outsideParts';
import { sumPoints, ZERO, type Points } from '../../domain/points';
import type { SummaryRow } from '../../domain/scoring/scoreSheet';
import { codeShape } from '../../domain/text/code';
import { isSectionCode } from '../../domain/text/sectionNumbering';
import { plainText } from '../../domain/text/vietnamese';
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
  const isFilled = items.some(isScored);
  items.forEach((above, i) => {
    if (above.code === '' || isSectionCode(above.code) || steps.has(above)) return;
    const group = linesUnder(items, i, summaries);
    if (areSteps(above, group, isFilled)) group.forEach((raw) => steps.add(raw));
  });
  return steps;
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
    const isLine = isLetter || raw.code === '' || isBullet(raw.code);
    if (!isLine || raw.bold || signOfName(raw.name) !== null || raw.row > endsAt) break;
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
  // A criterion is worth something: whoever gets nothing is on a scale, even where the rest adds up.
  return worths.some((worth) => worth.eq(ZERO)) || !(addsUp(worths, max) || exceeds(worths, max));
}

/** A dash is no score. */
function isScored({ figures }: RawRow): boolean {
  return (['self', 'appraised1', 'appraised2'] as const).some((role) => !isBlank(figures[role]));
}

function addsUp(worths: readonly Points[], max: Points): boolean {
  return worths.length >= 2 && sumPoints([...worths]).eq(max);
}

function exceeds(worths: readonly Points[], max: Points): boolean {
  return worths.some((worth) => worth.gt(max));
}

function isBullet(code: string): boolean {
  return /^[-+*•●○▪]$/u.test(code);
}

function isWrittenAsLine({ code, name }: RawRow): boolean {
  return code !== '' || /^[-+*•●○▪]/u.test(plainText(name));
}
