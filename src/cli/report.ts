/** Results as JSON (the documented shape) and as plain lines. Decimals are text with a dot; null = unknown. */
import type { Finding } from '../domain/findings/finding';
import type { ColumnRole } from '../domain/scoring/scoreSheet';
import { pointsText, roundPoints, type Points } from '../domain/points';
import { formatChange, formatPercent, formatPoints } from '../domain/text/formatNumber';
import type { CliWords } from '../i18n/vi/cli';
import { findingMessage, type FindingTexts } from '../i18n/findingText';
import {
  countSeverities,
  listMany,
  summariseMany,
  type CheckedFile,
  type CheckedTable,
} from '../usecases/checkMany';
import { cellName, columnLetters } from '../workbook/address';

export interface ReportLanguage {
  words: CliWords;
  findings: FindingTexts;
  mark: ',' | '.';
}

/** `problems` is there when a file could not be checked. */
export function reportJson(files: readonly CheckedFile[], language: ReportLanguage): unknown {
  const problems = files.flatMap(({ file, problem }) =>
    problem === null ? [] : [{ file, message: problem }],
  );
  return {
    sheets: files.flatMap(({ file, reports }) =>
      reports.map((report) => ({
        file,
        sheet: report.sheet,
        // A further table of the same sheet.
        ...(report.id === report.sheet ? {} : { table: report.id }),
        ...columnsJson(report),
        findings: report.findings.map((finding) => findingJson(finding, report, language)),
        summary: {
          leaves: report.summary.leaves,
          max: textOrNull(report.summary.max),
          self: textOrNull(report.summary.self),
          appraised: textOrNull(report.summary.appraised),
          deduction: textOrNull(report.summary.deduction),
          ...(report.summary.outside === null
            ? {}
            : { outside: pointsText(report.summary.outside) }),
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
    ...(problems.length > 0 ? { problems } : {}),
  };
}

/** Letters by role; levels of names and columns of figures in no use only where there are any. */
function columnsJson({ columns: { read, levels, unread } }: CheckedTable) {
  const letters = read.map(({ role, column }) => [role, columnLetters(column)]);
  const named = unread.map(({ column, header }) => ({ column: columnLetters(column), header }));
  return {
    columns: Object.fromEntries(letters) as Partial<Record<ColumnRole, string>>,
    ...(levels.length > 0 ? { nameLevels: levels.map(columnLetters) } : {}),
    ...(named.length > 0 ? { unreadColumns: named } : {}),
  };
}

/** `accepted` is there when the finding was seen and accepted in the file: the reason. */
function findingJson(finding: Finding, { accepted }: CheckedTable, language: ReportLanguage) {
  const reason = accepted.get(finding);
  return {
    code: finding.code,
    severity: finding.severity,
    cell: finding.place && cellName(finding.place),
    message: findingMessage(finding, language.findings),
    params: finding.params,
    fixable: finding.fix !== null,
    ...(reason === undefined ? {} : { accepted: reason }),
  };
}

function textOrNull(value: Points | null, decimals?: number): string | null {
  if (value === null) return null;
  return pointsText(decimals === undefined ? value : roundPoints(value, decimals));
}

/** One block per sheet: sums, areas, then the findings. */
export function reportLines({ file, reports }: CheckedFile, language: ReportLanguage): string[] {
  const { words } = language;
  return reports.flatMap((report) => [
    `${file} · ${report.id}`,
    columnLine(report, language),
    summaryLine(report, language),
    ...areaLines(report, language),
    ...(report.needsBase ? [words.needsBase] : []),
    ...(report.findings.length === 0
      ? [words.noFindings]
      : [
          words.findingCount(countTexts(report.findings)),
          ...report.findings.map(
            (finding) => `  ${findingLine(finding, '', report.accepted.get(finding), language)}`,
          ),
        ]),
    '',
  ]);
}

/** Of many files: a block of sums for each, one list of all findings, and how often each kind occurs. */
export function manyLines(files: readonly CheckedFile[], language: ReportLanguage): string[] {
  const { words } = language;
  const { kinds, totals } = summariseMany(files);
  const blocks = files.flatMap(({ file, reports, problem }) =>
    problem !== null
      ? [`${file}`, `  ${words.notChecked}`]
      : reports.flatMap((report) => [
          `${file} · ${report.id}`,
          `  ${columnLine(report, language)}`,
          `  ${summaryLine(report, language)}`,
          `  ${words.findingCount(countTexts(report.findings))}`,
        ]),
  );
  const list = listMany(files).map(({ file, sheet, finding, accepted }) =>
    findingLine(finding, `${file} · ${sheet} · `, accepted, language),
  );
  return [
    ...blocks,
    '',
    ...list,
    ...(list.length > 0 ? [''] : []),
    ...kinds.map(({ code, severity, findings, files: inFiles }) =>
      words.kindLine({
        severity: words.severity[severity],
        title: language.findings[code].title,
        findings: String(findings),
        files: String(inFiles),
      }),
    ),
    words.manyTotals({
      files: String(totals.files),
      tables: String(totals.tables),
      problems: String(totals.problems),
      errors: String(totals.error),
      warnings: String(totals.warning),
      infos: String(totals.info),
    }),
  ];
}

/** A header that says this and something else, or a choice that the figures made: worth a look. */
const SURE = 0.6;

/** What each column was taken for, from left to right, and columns of figures that are in no use. */
function columnLine({ columns }: CheckedTable, { words }: ReportLanguage): string {
  const read = columns.read.map(({ role, column, confidence, chosen }) => {
    const all = role === 'name' && columns.levels.length > 0 ? columns.levels : [column];
    const isGuess = confidence < SURE && !chosen;
    return words.columnRead(all.map(columnLetters).join('+'), role, isGuess);
  });
  const unread = columns.unread.map(
    ({ column, header }) => `${columnLetters(column)} “${header.replace(/\s+/g, ' ').trim()}”`,
  );
  return words.columnsRead(read.join(', '), unread.join(', '));
}

function summaryLine({ summary }: CheckedTable, language: ReportLanguage): string {
  const { figure, percent } = figuresIn(language);
  return language.words.summaryLine({
    leaves: String(summary.leaves),
    max: figure(summary.max),
    self: figure(summary.self),
    appraised: figure(summary.appraised),
    deduction: figure(summary.deduction),
    outside: summary.outside === null ? '' : formatChange(summary.outside, { mark: language.mark }),
    base: figure(summary.base),
    index: percent(summary.index, 2),
  });
}

function areaLines({ areas }: CheckedTable, language: ReportLanguage): string[] {
  const { figure, percent } = figuresIn(language);
  return areas.map((area) =>
    language.words.areaLine({
      code: area.code,
      name: area.name === '' ? '' : ` – ${area.name}`,
      max: figure(area.max),
      self: figure(area.self),
      appraised: figure(area.appraised),
      deduction: figure(area.deduction),
      completion: percent(area.completion, 0),
    }),
  );
}

function figuresIn({ words, mark }: ReportLanguage) {
  return {
    figure: (value: Points | null) =>
      value === null ? words.unknown : formatPoints(value, { mark }),
    percent: (value: Points | null, decimals: number) =>
      value === null ? words.unknown : formatPercent(value, mark, decimals),
  };
}

function countTexts(findings: readonly Finding[]) {
  const { error, warning, info } = countSeverities(findings);
  return { errors: String(error), warnings: String(warning), infos: String(info) };
}

/**
 * @param where what stands before the cell
 * @param accepted why it was accepted; undefined while it is open
 */
function findingLine(
  finding: Finding,
  where: string,
  accepted: string | undefined,
  { words, findings }: ReportLanguage,
): string {
  const cell = finding.place === null ? '' : `${cellName(finding.place)}: `;
  const rest = accepted === undefined ? findings[finding.code].action : words.accepted(accepted);
  return `[${words.severity[finding.severity]}] ${where}${cell}${findingMessage(finding, findings)} ${rest}`;
}

/** Errors that somebody looked at and accepted are none any more. */
export function hasErrors(files: readonly CheckedFile[]): boolean {
  return files.some(({ reports }) =>
    reports.some(({ findings, accepted }) =>
      findings.some((finding) => finding.severity === 'error' && !accepted.has(finding)),
    ),
  );
}
