/**
 * Walking through the findings: which are open, which the person has seen and accepted, which of those
 * have lapsed because a cell changed; grouped and filtered, one after the other. What she accepted, with
 * her reason, travels with the workbook.
 */
import type { FindingCode } from '../domain/findings/catalogue';
import type { Severity } from '../domain/findings/finding';
import { keyFindings, type KeyedFinding } from '../domain/findings/findingKey';
import { planState, type WorkbookState } from '../workbook/state';
import { proposeAssignments } from './assign';
import type { SheetReport } from './checkWorkbook';
import type { Plan, PlanLine } from './plan';
import type { WorkbookReading } from './readWorkbook';

/** `lapsed`: accepted once, but a cell says something else since then; it counts as open. */
export type ReviewState = 'open' | 'accepted' | 'lapsed';

export interface ReviewedFinding extends KeyedFinding {
  state: ReviewState;
  /** Why it was accepted; null while it is open. */
  reason: string | null;
  /** When, as the caller wrote it; null when nobody said. */
  date: string | null;
}

/** In the order of the report. */
export function reviewFindings(
  report: Pick<SheetReport, 'scoreSheet' | 'findings'>,
  state: WorkbookState,
): ReviewedFinding[] {
  return keyFindings(report.scoreSheet, report.findings).map((keyed) => {
    const accepted = state.accepted[keyed.key];
    if (!accepted) return { ...keyed, state: 'open', reason: null, date: null };
    const holds = accepted.seen === keyed.fingerprint;
    const { reason, date = null } = accepted;
    return { ...keyed, state: holds ? 'accepted' : 'lapsed', reason, date };
  });
}

/**
 * @param reason in the person's words; a blank one is a bug of the caller
 * @param date shown in the minutes, as it is to be read; left out when nobody said
 */
export function planAccept(
  reading: WorkbookReading,
  findings: readonly ReviewedFinding[],
  reason: string,
  date?: string,
): Plan {
  const plain = reason.trim();
  if (plain === '') throw new Error('a finding is accepted for a reason');
  const accepted = { ...reading.state.accepted };
  for (const { key, fingerprint } of findings)
    accepted[key] = { reason: plain, seen: fingerprint, ...(date ? { date } : {}) };
  const params = { count: String(findings.length), reason: plain };
  return planAccepted(reading, accepted, { code: 'acceptFindings', params });
}

/** Opens them again, also those that have lapsed. */
export function planUnaccept(
  reading: WorkbookReading,
  findings: readonly Pick<ReviewedFinding, 'key'>[],
): Plan {
  const accepted = { ...reading.state.accepted };
  const known = findings.filter(({ key }) => accepted[key] !== undefined);
  for (const { key } of known) delete accepted[key];
  const params = { count: String(known.length) };
  return planAccepted(reading, accepted, { code: 'reopenFindings', params });
}

function planAccepted(
  reading: WorkbookReading,
  accepted: WorkbookState['accepted'],
  line: PlanLine,
): Plan {
  const changes = planState(reading.snapshot, { ...reading.state, accepted });
  return {
    patch: { changes, expects: [] },
    lines: [changes.length > 0 ? line : { code: 'nothing', params: {} }],
    conflicts: [],
  };
}

export type ReviewGroup =
  | { by: 'kind'; code: FindingCode; severity: Severity; findings: ReviewedFinding[] }
  | { by: 'area'; area: string; findings: ReviewedFinding[] }
  | { by: 'unit'; unit: string; findings: ReviewedFinding[] };

const GRAVITY: readonly Severity[] = ['error', 'warning', 'info'];

/** Errors first; within a severity as they come. */
export function groupByKind(findings: readonly ReviewedFinding[]): ReviewGroup[] {
  return [...grouped(findings, ({ finding }) => [finding.code])]
    .map(([code, members]): ReviewGroup & { by: 'kind' } => ({
      by: 'kind',
      code,
      severity: members[0]?.finding.severity ?? 'info',
      findings: members,
    }))
    .sort((one, other) => GRAVITY.indexOf(one.severity) - GRAVITY.indexOf(other.severity));
}

/** In the order of the areas; what belongs to none of them last, as "". */
export function groupByArea(
  findings: readonly ReviewedFinding[],
  report: Pick<SheetReport, 'scoreSheet' | 'areas'>,
): ReviewGroup[] {
  const areas = new Map(report.scoreSheet.rows.map((row) => [row.row, row.areaCode]));
  const groups = grouped(findings, ({ finding }) => [areas.get(finding.place?.row ?? -1) ?? '']);
  const order = [...new Set([...report.areas.map(({ code }) => code), ...groups.keys()])];
  return order
    .filter((area) => area !== '')
    .concat('')
    .flatMap((area): ReviewGroup[] => {
      const members = groups.get(area);
      return members ? [{ by: 'area', area, findings: members }] : [];
    });
}

/**
 * By who must answer for the criterion; a criterion of several units stands under each, what concerns
 * nobody stands last, as "".
 * @param units by row of the sheet, see `unitsByRow`
 */
export function groupByUnit(
  findings: readonly ReviewedFinding[],
  units: ReadonlyMap<number, readonly string[]>,
): ReviewGroup[] {
  const groups = grouped(findings, ({ finding }) => {
    const own = units.get(finding.place?.row ?? -1) ?? [];
    return own.length > 0 ? own : [''];
  });
  const order = [...new Set([...units.values()].flat())];
  return [...order, ''].flatMap((unit): ReviewGroup[] => {
    const members = groups.get(unit);
    return members ? [{ by: 'unit', unit, findings: members }] : [];
  });
}

/** Who is named beside each criterion, in the order of the proposal. @param id of a score table */
export function unitsByRow(reading: WorkbookReading, id: string): Map<number, string[]> {
  const { units, assignments } = proposeAssignments(reading, id, 'all');
  const rows = new Map<number, string[]>();
  for (const { name } of units)
    for (const { row, unit } of assignments)
      if (unit === name) rows.set(row, [...new Set([...(rows.get(row) ?? []), name])]);
  return rows;
}

function grouped<K>(
  findings: readonly ReviewedFinding[],
  keysOf: (reviewed: ReviewedFinding) => readonly K[],
): Map<K, ReviewedFinding[]> {
  const groups = new Map<K, ReviewedFinding[]>();
  for (const reviewed of findings)
    for (const key of keysOf(reviewed)) {
      const members = groups.get(key);
      if (members) members.push(reviewed);
      else groups.set(key, [reviewed]);
    }
  return groups;
}

export interface ReviewFilter {
  /** Shown ones; all when left out. */
  severities?: readonly Severity[];
  states?: readonly ReviewState[];
  codes?: readonly FindingCode[];
}

export function filterFindings(
  findings: readonly ReviewedFinding[],
  { severities, states, codes }: ReviewFilter,
): ReviewedFinding[] {
  return findings.filter(
    ({ finding, state }) =>
      (severities?.includes(finding.severity) ?? true) &&
      (states?.includes(state) ?? true) &&
      (codes?.includes(finding.code) ?? true),
  );
}

export function countStates(findings: readonly ReviewedFinding[]): Record<ReviewState, number> {
  const counts = { open: 0, accepted: 0, lapsed: 0 };
  for (const { state } of findings) counts[state] += 1;
  return counts;
}

/**
 * The finding after (1) or before (−1) the current one as the groups show them, around the ends; the
 * first or last when none is current. A finding that stands in two groups is met twice.
 * @param at where the current one stands in that order; null: none
 */
export function neighbour(
  groups: readonly ReviewGroup[],
  at: number | null,
  by: 1 | -1,
): { at: number; reviewed: ReviewedFinding } | null {
  const all = groups.flatMap(({ findings }) => findings);
  const next = at === null ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  const reviewed = all[next];
  return reviewed ? { at: next, reviewed } : null;
}
