/** The findings of a table as a list to walk through: filtered, grouped, each with an id. Pure. */
import type { Finding, Severity } from '../../domain/findings/finding';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import {
  filterFindings,
  groupByArea,
  groupByKind,
  groupByUnit,
  unitsByRow,
  type ReviewedFinding,
  type ReviewGroup,
  type ReviewState,
} from '../../usecases/review';
import type { CheckForm } from './paneState';

export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
export const reviewStates = [
  'open',
  'lapsed',
  'accepted',
] as const satisfies readonly ReviewState[];

/** Groups in reading order: by kind, errors first; by area or unit, as the sheet has them. */
export function groupFindings(
  reviewed: readonly ReviewedFinding[],
  report: SheetReport,
  reading: WorkbookReading,
  form: CheckForm,
): ReviewGroup[] {
  const shown = filterFindings(reviewed, {
    severities: severities.filter((severity) => !form.hidden.includes(severity)),
    states: reviewStates.filter((state) => !form.hiddenStates.includes(state)),
  });
  if (form.groupBy === 'area') return groupByArea(shown, report);
  if (form.groupBy === 'unit') return groupByUnit(shown, unitsByRow(reading, report.id));
  return groupByKind(shown);
}

/** Unique among the groups: a finding of two units stands in two. */
export function itemId(group: ReviewGroup, { key }: ReviewedFinding): string {
  return `${groupName(group)}|${key}`;
}

export function groupName(group: ReviewGroup): string {
  if (group.by === 'kind') return group.code;
  return group.by === 'area' ? group.area : group.unit;
}

/** Every id in the order of the list. */
export function itemIds(groups: readonly ReviewGroup[]): string[] {
  return groups.flatMap((group) => group.findings.map((reviewed) => itemId(group, reviewed)));
}

/** What is left to do: not accepted, or accepted for what the cells say no longer. */
export function openFindings(reviewed: readonly ReviewedFinding[]): Finding[] {
  return reviewed.filter(({ state }) => state !== 'accepted').map(({ finding }) => finding);
}

export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Fixes that may be applied together. */
export function certainFixes(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.fix?.certainty === 'certain');
}
