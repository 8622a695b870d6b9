/** Results as JSON (the documented shape) and as plain lines. Decimals are text with a dot; null = unknown. */
import type { Finding } from '../domain/findings/finding';
import { pointsText, roundPoints, type Points } from '../domain/points';
import { formatPercent, formatPoints } from '../domain/text/formatNumber';
import type { CliWords } from '../i18n/vi/cli';
import { findingMessage, type FindingTexts } from '../i18n/findingText';
import type { SheetReport } from '../usecases/checkWorkbook';
import { cellName } from '../workbook/address';

export interface FileReport {
  file: string;
  reports: SheetReport[];
}

export interface ReportLanguage {
  words: CliWords;
  findings: FindingTexts;
  mark: ',' | '.';
}

export function reportJson(files: readonly FileReport[], language: ReportLanguage): unknown {
  return {
    sheets: files.flatMap(({ file, reports }) =>
      reports.map((report) => ({
        file,
        sheet: report.sheet,
        findings: report.findings.map((finding) => findingJson(finding, language)),
        summary: {
          leaves: report.summary.leaves,
          max: textOrNull(report.summary.max),
          self: textOrNull(report.summary.self),
          appraised: textOrNull(report.summary.appraised),
          deduction: textOrNull(report.summary.deduction),
          base: textOrNull(report.summary.base),
          index: textOrNull(report.summary.index, 2),
        },
        areas: report.areas.map((area) => ({
          code: area.code,
          name: area.name === '' ? null : area.name,
          max: textOrNull(area.max),
          self: textOrNull(area.self),
          appraised: textOrNull(area.appraised),
          deduction: textOrNull(area.deduction),
          completion: textOrNull(area.completion, 0),
        })),
      })),
    ),
  };
}

function findingJson(finding: Finding, language: ReportLanguage) {
  return {
    code: finding.code,
    severity: finding.severity,
    cell: finding.place && cellName(finding.place),
    message: findingMessage(finding, language.findings),
    params: finding.params,
    fixable: finding.fix !== null,
  };
}

function textOrNull(value: Points | null, decimals?: number): string | null {
  if (value === null) return null;
  return pointsText(decimals === undefined ? value : roundPoints(value, decimals));
}

/** One block per sheet: sums, areas, then the findings. */
export function reportLines({ file, reports }: FileReport, language: ReportLanguage): string[] {
  const { words, mark } = language;
  const figure = (value: Points | null) =>
    value === null ? words.unknown : formatPoints(value, { mark });
  const percent = (value: Points | null, decimals: number) =>
    value === null ? words.unknown : formatPercent(value, mark, decimals);
  return reports.flatMap((report) => [
    `${file} · ${report.sheet}`,
    words.summaryLine({
      leaves: String(report.summary.leaves),
      max: figure(report.summary.max),
      self: figure(report.summary.self),
      appraised: figure(report.summary.appraised),
      deduction: figure(report.summary.deduction),
      base: figure(report.summary.base),
      index: percent(report.summary.index, 2),
    }),
    ...report.areas.map((area) =>
      words.areaLine({
        code: area.code,
        name: area.name === '' ? '' : ` – ${area.name}`,
        max: figure(area.max),
        self: figure(area.self),
        appraised: figure(area.appraised),
        deduction: figure(area.deduction),
        completion: percent(area.completion, 0),
      }),
    ),
    ...(report.needsBase ? [words.needsBase] : []),
    ...findingLines(report.findings, language),
    '',
  ]);
}

function findingLines(findings: readonly Finding[], language: ReportLanguage): string[] {
  const { words } = language;
  if (findings.length === 0) return [words.noFindings];
  const count = (severity: Finding['severity']) =>
    String(findings.filter((finding) => finding.severity === severity).length);
  return [
    words.findingCount({
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    }),
    ...findings.map((finding) => {
      const cell = finding.place === null ? '' : `${cellName(finding.place)}: `;
      const action = language.findings[finding.code].action;
      return `  [${words.severity[finding.severity]}] ${cell}${findingMessage(finding, language.findings)} ${action}`;
    }),
  ];
}

export function hasErrors(files: readonly FileReport[]): boolean {
  return files.some(({ reports }) =>
    reports.some((report) => report.findings.some((finding) => finding.severity === 'error')),
  );
}
