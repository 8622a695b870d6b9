/**
 * Biên bản kiểm tra: the findings of a sheet with place, content, severity and state, the sheet's
 * figures, and room for signatures; to copy into Word, to save, or as a sheet of the workbook.
 */
import type { FindingCode } from '../domain/findings/catalogue';
import type { Finding, Severity } from '../domain/findings/finding';
import type { Signature, TableCell, TableDocument } from '../domain/letters/tableDocument';
import type { Points } from '../domain/points';
import { formatChange, formatPercent, formatPoints } from '../domain/text/formatNumber';
import { plainText } from '../domain/text/vietnamese';
import { cellName } from '../workbook/address';
import { layoutMinutesSheet } from '../workbook/layouts/minutesSheet';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { countSeverities, type SeverityCounts } from './checkMany';
import type { SheetReport } from './checkWorkbook';
import { MINUTES_SHEET, planDocumentSheet } from './documentSheet';
import type { Plan } from './plan';
import { countStates, type ReviewedFinding, type ReviewState } from './review';

export interface MinutesFigures {
  leaves: string;
  max: string;
  self: string;
  appraised: string;
  deduction: string;
  /** What bonus and penalty add or take; null where the sheet has none. */
  outside: string | null;
  base: string;
  index: string;
}

/** What the minutes say; the findings' own wording comes with it. */
export interface MinutesWords {
  title: string[];
  /** "(Ngày … tháng … năm …)", filled in by hand when nobody said the date. */
  held(date: string | null): string;
  unit(unit: string): string;
  /** Which sheet was looked at. */
  about(file: string, sheet: string): string;
  figures(figures: MinutesFigures): string;
  counts(counts: SeverityCounts & Record<ReviewState, number>): string;
  none: string;
  columns: Record<
    'number' | 'code' | 'name' | 'cell' | 'severity' | 'message' | 'action' | 'state',
    string
  >;
  message(finding: Finding): string;
  action(code: FindingCode): string;
  severity: Record<Severity, string>;
  state(state: ReviewState, reason: string, date: string | null): string;
  unknown: string;
  signatures: Signature[];
  mark: ',' | '.';
}

export interface MinutesRequest {
  /** Of the workbook, as the reader knows it. */
  file: string;
  /** Whose sheet it is; a line to fill in when left out. */
  unit?: string;
  /** As it is to be read: "ngày 20 tháng 7 năm 2023". */
  date?: string;
}

/** @param reviewed those that the minutes are to list, in their order; all of the report as a rule */
export function makeMinutes(
  report: Omit<SheetReport, 'findings'>,
  reviewed: readonly ReviewedFinding[],
  request: MinutesRequest,
  words: MinutesWords,
): TableDocument {
  const { columns } = words;
  const names = new Map(report.scoreSheet.rows.map((row) => [row.row, row]));
  return {
    title: words.title,
    subtitle: [words.held(request.date ?? null)],
    intro: [
      words.unit(request.unit ?? ''),
      words.about(request.file, report.sheet),
      words.figures(figuresOf(report, words)),
      reviewed.length === 0
        ? words.none
        : words.counts({
            ...countSeverities(reviewed.map(({ finding }) => finding)),
            ...countStates(reviewed),
          }),
    ],
    columns: [
      { header: columns.number, width: 5, align: 'center' },
      { header: columns.code, width: 9, align: 'center' },
      { header: columns.name, width: 28, align: 'left' },
      { header: columns.cell, width: 7, align: 'center' },
      { header: columns.severity, width: 10, align: 'center' },
      { header: columns.message, width: 46, align: 'left' },
      { header: columns.action, width: 30, align: 'left' },
      { header: columns.state, width: 22, align: 'left' },
    ],
    rows: reviewed.map((each, i) => {
      const row = names.get(each.finding.place?.row ?? -1);
      const about = { code: row?.code ?? '', name: plainText(row?.name ?? '') };
      return minutesLine(each, String(i + 1), about, words);
    }),
    orientation: 'landscape',
    signatures: words.signatures,
  };
}

function minutesLine(
  { finding, state, reason, date }: ReviewedFinding,
  number: string,
  { code, name }: { code: string; name: string },
  words: MinutesWords,
): TableCell[] {
  return [
    number,
    finding.criterion ?? code,
    name,
    finding.place ? cellName(finding.place) : '',
    words.severity[finding.severity],
    words.message(finding),
    state === 'accepted' ? '' : words.action(finding.code),
    words.state(state, reason ?? '', date),
  ].map((text) => ({ text }));
}

function figuresOf(
  { summary }: Pick<SheetReport, 'summary'>,
  { mark, unknown }: MinutesWords,
): MinutesFigures {
  const figure = (value: Points | null) =>
    value === null ? unknown : formatPoints(value, { mark, minDecimals: 2 });
  return {
    leaves: String(summary.leaves),
    max: figure(summary.max),
    self: figure(summary.self),
    appraised: figure(summary.appraised),
    deduction: figure(summary.deduction),
    outside:
      summary.outside === null ? null : formatChange(summary.outside, { mark, minDecimals: 2 }),
    base: figure(summary.base),
    index: summary.index === null ? unknown : formatPercent(summary.index, mark, 2),
  };
}

/** @returns a plan that adds one sheet and touches no other */
export function planMinutesSheet(snapshot: WorkbookSnapshot, doc: TableDocument): Plan {
  return planDocumentSheet(snapshot, doc, MINUTES_SHEET, layoutMinutesSheet);
}
