/** The findings of a sheet as a list to walk through: filtered, grouped, each with a key. Pure. */
import type { FindingCode } from '../../domain/findings/catalogue';
import type { Finding, Severity } from '../../domain/findings/finding';
import type { SheetReport } from '../../usecases/checkWorkbook';
import { cellName } from '../../workbook/address';
import type { CheckForm } from './paneState';

export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

export interface ListedFinding {
  /** Stays the same when the sheet is checked again and the finding still holds. */
  key: string;
  finding: Finding;
}

export type FindingGroup =
  | { by: 'kind'; code: FindingCode; severity: Severity; findings: ListedFinding[] }
  | { by: 'area'; area: string; findings: ListedFinding[] };

/** Groups in reading order: by kind, errors first; by area, as the sheet has them. */
export function groupFindings(report: SheetReport, form: CheckForm): FindingGroup[] {
  const listed = listFindings(report).filter(
    ({ finding }) => !form.hidden.includes(finding.severity),
  );
  return form.groupBy === 'kind' ? byKind(listed) : byArea(listed, report);
}

export function listFindings(report: SheetReport): ListedFinding[] {
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const base = `${finding.code}|${finding.place ? cellName(finding.place) : finding.criterion}`;
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    return { key: nth === 0 ? base : `${base}|${nth}`, finding };
  });
}

export function countSeverities(report: SheetReport): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of report.findings) counts[severity]++;
  return counts;
}

/** The finding before or after the current one, around the ends; null when the list is empty. */
export function neighbour(
  groups: readonly FindingGroup[],
  current: string | null,
  by: 1 | -1,
): ListedFinding | null {
  const all = groups.flatMap((group) => group.findings);
  const at = all.findIndex(({ key }) => key === current);
  const next = at === -1 ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  return all[next] ?? null;
}

/** Fixes that may be applied together. */
export function certainFixes(report: SheetReport): Finding[] {
  return report.findings.filter((finding) => finding.fix?.certainty === 'certain');
}

function byKind(listed: readonly ListedFinding[]): FindingGroup[] {
  const groups = new Map<FindingCode, ListedFinding[]>();
  for (const item of listed)
    groups.set(item.finding.code, [...(groups.get(item.finding.code) ?? []), item]);
  return [...groups]
    .map(([code, findings]) => ({
      by: 'kind' as const,
      code,
      severity: findings[0]?.finding.severity ?? 'info',
      findings,
    }))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function byArea(listed: readonly ListedFinding[], report: SheetReport): FindingGroup[] {
  const areaOfRow = new Map(report.scoreSheet.rows.map((row) => [row.row, row.areaCode]));
  const order = [...report.areas.map(({ code }) => code), ''];
  const groups = new Map<string, ListedFinding[]>(order.map((area) => [area, []]));
  for (const item of listed) {
    const area = areaOfRow.get(item.finding.place?.row ?? -1) ?? '';
    groups.set(area, [...(groups.get(area) ?? []), item]);
  }
  return [...groups]
    .filter(([, findings]) => findings.length > 0)
    .map(([area, findings]) => ({ by: 'area' as const, area, findings }));
}
