/**
 * Many sheets at once: what each file was found to hold, one list over all of them, and totals by file
 * and by kind. Pure; whoever opens the files hands in one result each and lets the workbook go, so that
 * memory stays flat. A file that could not be checked is a result as well: nothing is passed over.
 */
import type { FindingCode } from '../domain/findings/catalogue';
import type { Finding, Severity } from '../domain/findings/finding';
import type { TableCell, TableColumn, TableDocument } from '../domain/letters/tableDocument';
import { pointsText, roundPoints, type Points } from '../domain/points';
import type { ColumnReading, UnreadColumn } from '../domain/scoring/scoreSheet';
import { formatPercent, formatPoints } from '../domain/text/formatNumber';
import { cellName } from '../workbook/address';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { WorkbookState } from '../workbook/state';
import type { SheetReport } from './checkWorkbook';
import { MANY_LIST_SHEET, MANY_SUMMARY_SHEET, planDocumentSheet } from './documentSheet';
import type { Plan } from './plan';
import { reviewFindings } from './review';

/** What the columns of a table were taken for, from left to right. */
export interface ReadColumns {
  read: readonly ColumnReading[];
  /** Columns of names, widest level first, where each level has its own. */
  levels: readonly number[];
  /** Columns of figures in no use. */
  unread: readonly UnreadColumn[];
}

/** A report without the sheet it was made from. */
export interface CheckedTable extends Omit<SheetReport, 'scoreSheet'> {
  columns: ReadColumns;
  /** Findings that were seen and accepted in the file, and still hold: why. */
  accepted: ReadonlyMap<Finding, string>;
}

export interface CheckedFile {
  file: string;
  /** One for each score table; none when there is a problem. */
  reports: CheckedTable[];
  /** Why the file could not be checked, in the person's words; null when it was. */
  problem: string | null;
}

/** Keeps what is reported and lets go of the sheets. @param state what the workbook carries */
export function checkedFile(
  file: string,
  reports: readonly SheetReport[],
  state: WorkbookState,
): CheckedFile {
  const light = ({ scoreSheet, ...report }: SheetReport): CheckedTable => {
    const reviewed = reviewFindings({ scoreSheet, findings: report.findings }, state);
    const accepted = reviewed.filter((each) => each.state === 'accepted');
    const { columnReadings, levelColumns = [], unreadColumns = [] } = scoreSheet;
    return {
      ...report,
      columns: { read: columnReadings, levels: levelColumns, unread: unreadColumns },
      accepted: new Map(accepted.map(({ finding, reason }) => [finding, reason ?? ''])),
    };
  };
  return { file, reports: reports.map(light), problem: null };
}

export function brokenFile(file: string, problem: string): CheckedFile {
  return { file, reports: [], problem };
}

export type SeverityCounts = Record<Severity, number>;

export interface ManySummary {
  /** In the order they came. */
  files: (SeverityCounts & { file: string; tables: number; problem: string | null })[];
  /** By code: how often, and in how many files. The gravest first, then the most frequent. */
  kinds: { code: FindingCode; severity: Severity; findings: number; files: number }[];
  totals: SeverityCounts & { files: number; problems: number; tables: number };
}

export function summariseMany(files: readonly CheckedFile[]): ManySummary {
  const rows = files.map(({ file, reports, problem }) => ({
    file,
    tables: reports.length,
    problem,
    ...countSeverities(reports.flatMap(({ findings }) => findings)),
  }));
  return {
    files: rows,
    kinds: countKinds(files),
    totals: {
      files: files.length,
      problems: rows.filter(({ problem }) => problem !== null).length,
      tables: rows.reduce((sum, { tables }) => sum + tables, 0),
      ...countSeverities(files.flatMap(({ reports }) => reports.flatMap((r) => r.findings))),
    },
  };
}

export function countSeverities(findings: readonly Finding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

const GRAVITY: readonly Severity[] = ['error', 'warning', 'info'];

function countKinds(files: readonly CheckedFile[]): ManySummary['kinds'] {
  const kinds = new Map<FindingCode, ManySummary['kinds'][number] & { last: string }>();
  for (const { file, findings } of files.flatMap(({ file, reports }) =>
    reports.map(({ findings }) => ({ file, findings })),
  )) {
    for (const { code, severity } of findings) {
      const kind = kinds.get(code) ?? { code, severity, findings: 0, files: 0, last: '' };
      const isNew = kind.last !== file;
      kinds.set(code, {
        ...kind,
        findings: kind.findings + 1,
        files: kind.files + (isNew ? 1 : 0),
        last: file,
      });
    }
  }
  return [...kinds.values()]
    .map(({ last: _last, ...kind }) => kind)
    .sort(
      (one, other) =>
        GRAVITY.indexOf(one.severity) - GRAVITY.indexOf(other.severity) ||
        other.findings - one.findings,
    );
}

export interface ListedInFile {
  file: string;
  sheet: string;
  finding: Finding;
  /** Why it was accepted; left out while it is open. */
  accepted?: string;
}

/** One list over all files, in their order. */
export function listMany(files: readonly CheckedFile[]): ListedInFile[] {
  return files.flatMap(({ file, reports }) =>
    reports.flatMap(({ sheet, findings, accepted }) =>
      findings.map((finding) => {
        const reason = accepted.get(finding);
        return { file, sheet, finding, ...(reason === undefined ? {} : { accepted: reason }) };
      }),
    ),
  );
}

/** What the tables say; the findings' own wording comes with it. */
export interface CheckListWords {
  message(finding: Finding): string;
  action(code: FindingCode): string;
  severity: Record<Severity, string>;
  accepted(reason: string): string;
  listTitle: string[];
  summaryTitle: string[];
  totals(totals: ManySummary['totals']): string;
  listColumns: Record<
    'number' | 'file' | 'sheet' | 'cell' | 'severity' | 'message' | 'action',
    string
  >;
  summaryColumns: Record<
    | 'number'
    | 'file'
    | 'sheet'
    | 'leaves'
    | 'max'
    | 'self'
    | 'appraised'
    | 'deduction'
    | 'index'
    | 'errors'
    | 'warnings'
    | 'infos'
    | 'problem',
    string
  >;
  mark: ',' | '.';
}

export function manyListTable(files: readonly CheckedFile[], words: CheckListWords): TableDocument {
  const columns = words.listColumns;
  const column = (header: string, width: number, align: TableColumn['align'] = 'left') => ({
    header,
    width,
    align,
  });
  return {
    title: words.listTitle,
    subtitle: [],
    intro: [words.totals(summariseMany(files).totals)],
    columns: [
      column(columns.number, 6, 'center'),
      column(columns.file, 26),
      column(columns.sheet, 16),
      column(columns.cell, 8, 'center'),
      column(columns.severity, 11, 'center'),
      column(columns.message, 56),
      column(columns.action, 40),
    ],
    rows: listMany(files).map(({ file, sheet, finding, accepted }, i) => [
      { text: String(i + 1) },
      { text: file },
      { text: sheet },
      { text: finding.place ? cellName(finding.place) : '' },
      { text: words.severity[finding.severity] },
      { text: words.message(finding) },
      { text: accepted === undefined ? words.action(finding.code) : words.accepted(accepted) },
    ]),
    orientation: 'landscape',
  };
}

/** A line for each score table, and one for each file that could not be checked. */
export function manySummaryTable(
  files: readonly CheckedFile[],
  words: CheckListWords,
): TableDocument {
  const lines = files.flatMap((file): TableCell[][] =>
    file.problem === null
      ? file.reports.map((report) => tableLine(file.file, report, words))
      : [problemLine(file.file, file.problem)],
  );
  const widths = [6, 30, 18, 9, 10, 10, 10, 10, 10, 8, 10, 8, 40];
  return {
    title: words.summaryTitle,
    subtitle: [],
    intro: [words.totals(summariseMany(files).totals)],
    columns: Object.values(words.summaryColumns).map((header, i) => ({
      header,
      width: widths[i] ?? 10,
      align: [1, 2, 12].includes(i) ? 'left' : 'center',
    })),
    rows: lines.map((line, i) => [{ text: String(i + 1) }, ...line]),
    orientation: 'landscape',
  };
}

function tableLine(file: string, report: CheckedTable, { mark }: CheckListWords): TableCell[] {
  const { summary, findings, sheet } = report;
  const figure = (value: Points | null): TableCell =>
    value === null
      ? { text: '' }
      : {
          text: formatPoints(value, { mark, minDecimals: 2 }),
          figure: pointsText(roundPoints(value, 4)),
        };
  const counts = countSeverities(findings);
  return [
    { text: file },
    { text: sheet },
    { text: String(summary.leaves) },
    figure(summary.max),
    figure(summary.self),
    figure(summary.appraised),
    figure(summary.deduction),
    { text: summary.index === null ? '' : formatPercent(summary.index, mark, 2) },
    { text: String(counts.error) },
    { text: String(counts.warning) },
    { text: String(counts.info) },
    { text: '' },
  ];
}

function problemLine(file: string, problem: string): TableCell[] {
  const blanks = Array.from({ length: 10 }, (): TableCell => ({ text: '' }));
  return [{ text: file }, ...blanks, { text: problem }];
}

/** Two sheets: the summary by file, then the list. */
export function planManySheets(
  snapshot: WorkbookSnapshot,
  files: readonly CheckedFile[],
  words: CheckListWords,
): Plan {
  const list = planDocumentSheet(snapshot, manyListTable(files, words), MANY_LIST_SHEET);
  const summary = planDocumentSheet(snapshot, manySummaryTable(files, words), MANY_SUMMARY_SHEET);
  return {
    patch: { changes: [...summary.patch.changes, ...list.patch.changes], expects: [] },
    lines: [...summary.lines, ...list.lines],
    conflicts: [],
  };
}
