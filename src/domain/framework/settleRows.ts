/**
 * Second pass over the rows of all tables: what rows without a code are (headings, criteria, steps of a
 * scale, the rest of a name), levels, and codes that a spreadsheet shortened.
 */
import { points, sumPoints } from '../points';
import { codeSegments } from '../text/code';
import { isBesideScale } from './outsideParts';
import type { ReadingProblem } from './reading';
import { levelsOf, mostlyCoded } from './rowLevels';
import { splitLeadingCode } from './rowTexts';
import type { RawRow } from './tableBody';

/** Sets the rows in place and gives each its id; returns what had to be repaired. */
export function settleRows(rows: RawRow[], hasMaxColumn: boolean): ReadingProblem[] {
  rows.forEach((raw, id) => (raw.id = id));
  preferLeadingCodes(rows);
  markAfterTable(rows, hasMaxColumn);
  const beside = besideScale(rows);
  const ofScale = rows.filter((raw) => !beside.has(raw));
  settleUncoded(ofScale, hasMaxColumn);
  const problems = repairCodes(rows);
  const nodes = ofScale.filter((raw) => raw.kind === 'node');
  levelsOf(nodes).forEach((level, i) => {
    const raw = nodes[i];
    if (raw) raw.level = level;
  });
  carryLevels(rows);
  return problems;
}

/** Bonus and penalty that end the table without a code: areas beside the scale, whatever stands above. */
function besideScale(rows: readonly RawRow[]): Set<RawRow> {
  const nodes = rows.filter((raw) => raw.kind === 'node');
  const lastOfScale = nodes.map(isBesideScale).lastIndexOf(false);
  return new Set(lastOfScale < 0 ? [] : nodes.slice(lastOfScale + 1));
}

/** A running number beside names that carry their own codes ("12 | 3.1.2. Tỷ lệ …") is no code. */
function preferLeadingCodes(rows: readonly RawRow[]): void {
  const numbered = rows.filter((raw) => raw.codeReading?.code);
  const led = numbered.filter((raw) => splitLeadingCode(raw.name).code !== '');
  const flat = numbered.every((raw) => /^\d+$/.test(raw.codeReading?.code ?? ''));
  if (!flat || led.length * 5 < numbered.length * 3 || numbered.length < 2) return;
  for (const raw of numbered) Object.assign(raw, splitLeadingCode(raw.name), { codeReading: null });
}

/** Words beneath the last row that has a code or points: signatures, "Nơi nhận", loose notes. */
function markAfterTable(rows: readonly RawRow[], hasMaxColumn: boolean): void {
  const says = (raw: RawRow) => raw.code !== '' || raw.max !== null;
  const ends = (raw: RawRow | undefined) =>
    raw !== undefined && (raw.kind === 'total' || (raw.kind === 'node' && says(raw)));
  let last = rows.length - 1;
  while (last >= 0 && !ends(rows[last])) last -= 1;
  if (last < 0) return;
  let stopped = rows[last]?.kind === 'total';
  for (const raw of rows.slice(last + 1)) {
    if (raw.kind === 'blank') stopped = true;
    if (raw.kind !== 'node' || says(raw)) continue;
    if (!stopped && (raw.bullet > 0 || isContinuation(raw) || !hasMaxColumn)) continue;
    stopped = true;
    Object.assign(raw, { kind: 'unread', reason: 'afterTable' });
  }
}

function isContinuation(raw: RawRow): boolean {
  return raw.code === '' && raw.maxText === '' && raw.bullet === 0 && /^\p{Ll}/u.test(raw.name);
}

function settleUncoded(rows: readonly RawRow[], hasMaxColumn: boolean): void {
  const nodes = rows.filter((raw) => raw.kind === 'node');
  const coded = mostlyCoded(nodes);
  const nested = nodes.some((raw) => raw.nameColumn > 0);
  let above: RawRow | null = null;
  for (let i = 0; i < rows.length; i += 1) {
    const raw = rows[i];
    if (!raw || raw.kind !== 'node' || nested) continue;
    if (raw.code !== '') above = raw;
    else if (above && isContinuation(raw)) raw.kind = 'continuation';
    else if (coded) i = settleGroup(rows, i, above);
    else if (
      hasMaxColumn &&
      raw.maxText === '' &&
      above &&
      !raw.bold &&
      !raw.upper &&
      !raw.spanning
    )
      raw.kind = 'method';
    else above = raw;
  }
}

/**
 * Rows without a code under a coded one. With points that add up to its max they are its children; with
 * points beneath it they are steps of its scale; without points they are lines on how to score.
 * @returns index of the last row of the group
 */
function settleGroup(rows: readonly RawRow[], first: number, above: RawRow | null): number {
  const start = rows[first];
  if (!start || !above || ((start.bold || start.upper || start.spanning) && start.bullet === 0))
    return first;
  const group: RawRow[] = [];
  let last = first;
  for (let i = first; i < rows.length; i += 1) {
    const raw = rows[i];
    const stops = !raw || (raw.kind === 'node' && (raw.code !== '' || raw.bold || raw.upper));
    if (stops || raw.kind === 'total' || raw.kind === 'subtotal') break;
    if (raw.kind === 'node') group.push(raw);
    last = i;
  }
  const worths = group.flatMap((raw) => (raw.max === null ? [] : [points(raw.max)]));
  const max = above.max === null ? null : points(above.max);
  const adds = worths.length >= 2 && max !== null && sumPoints(worths).eq(max);
  const exceeds = max === null || worths.some((worth) => worth.gt(max));
  for (const raw of group) {
    if (raw.max === null || !(adds || exceeds))
      raw.kind = isContinuation(raw) ? 'continuation' : 'method';
  }
  return last;
}

/** "3.10" in a number cell is 3.1: after 3.9 (and 3.19, 3.29 …) the lost nought is put back. */
function repairCodes(rows: readonly RawRow[]): ReadingProblem[] {
  const problems: ReadingProblem[] = [];
  const lastOf = new Map<string, number>();
  for (const raw of rows) {
    if (raw.kind !== 'node' || raw.code === '') continue;
    const from = raw.codeReading?.repairedFrom ?? raw.code;
    const segments = codeSegments(raw.code);
    // A new area may number its criteria from 1.1 again.
    if (!segments || segments.length === 1) lastOf.clear();
    const own = segments?.at(-1);
    if (segments && segments.length === 2 && own !== undefined) {
      const expected = (lastOf.get(String(segments[0])) ?? 0) + 1;
      if (expected % 10 === 0 && own * 10 === expected) raw.code = `${segments[0]}.${expected}`;
    }
    const settled = codeSegments(raw.code);
    settled?.forEach((segment, i) => lastOf.set(settled.slice(0, i).join('.'), segment));
    if (from === raw.code) continue;
    problems.push({
      code: raw.codeReading?.date ? 'dateCode' : 'codeRepaired',
      row: raw.id,
      params: { from, to: raw.code, name: raw.name },
    });
  }
  return problems;
}

/** A row that is no node shows the level it would have: that of a child of the node above. */
function carryLevels(rows: readonly RawRow[]): void {
  let level = 0;
  for (const raw of rows) {
    if (raw.kind === 'node') level = raw.level + 1;
    else raw.level = level;
  }
}
