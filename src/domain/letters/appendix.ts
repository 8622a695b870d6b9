/**
 * The appendix of a remediation letter: the criteria that lost points, with what the council said and
 * who must mend it, in the eight columns of the letters that go out (Vĩnh Linh, 6 months of 2023).
 *
 * Rules kept here: the deduction is the core's own max − appraised, not what the sheet states; a text
 * that stands in a vertical merge is printed once and spans the rows that share it; no text is shortened
 * or rewritten. The words of the letter are Vietnamese whatever language the pane speaks.
 */
import { pointsText, sumPoints, ZERO, type Points } from '../points';
import {
  effectiveAppraised,
  type FigureEntry,
  type Place,
  type ScoreRow,
  type ScoreSheet,
  type TextRole,
} from '../scoring/scoreSheet';
import { sheetHead, type SheetHead } from '../scoring/sheetHead';
import { deductionOf } from '../scoring/summary';
import { formatPoints } from '../text/formatNumber';
import type { TableCell, TableColumn, TableDocument } from './tableDocument';

export interface AppendixOptions {
  /** How deductions are printed: −1,15 or 1,15. */
  sign: 'negative' | 'positive';
  /** Lines above the table; the usual ones when left out. */
  title?: string[] | undefined;
}

/** Widths in characters at 12 points, as the rows of a sheet would have them. */
export const appendixColumns: readonly TableColumn[] = [
  { header: 'STT', width: 8, align: 'center' },
  { header: 'LĨNH VỰC / TIÊU CHÍ / TIÊU CHÍ THÀNH PHẦN', width: 31, align: 'left' },
  { header: 'ĐIỂM CHUẨN', width: 13, align: 'center' },
  { header: 'ĐIỂM TỰ ĐÁNH GIÁ', width: 13, align: 'center' },
  { header: 'ĐIỂM THẨM ĐỊNH', width: 13, align: 'center' },
  { header: 'ĐIỂM BỊ TRỪ', width: 13, align: 'center' },
  { header: 'Ý KIẾN HỘI ĐỒNG THẨM ĐỊNH', width: 38, align: 'left' },
  { header: 'ĐƠN VỊ CHỊU TRÁCH NHIỆM', width: 34, align: 'left' },
];

const USUAL_TITLE = [
  'PHỤ LỤC',
  'CÁC TIÊU CHÍ, TIÊU CHÍ THÀNH PHẦN BỊ TRỪ ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
];

/** With the unit and the period, as far as the sheet says them: an appendix is read apart from its letter. */
function usualTitle({ unit, period }: SheetHead): string[] {
  const facts = [unit === '' ? '' : `CỦA ${unit}`, period].filter((part) => part !== '');
  return facts.length === 0
    ? USUAL_TITLE
    : [...USUAL_TITLE, facts.join(', ').toLocaleUpperCase('vi')];
}

/** Nghị định 30/2020/NĐ-CP: an appendix names its letter. The officer fills in number and date. */
const ATTACHED_TO = '(Kèm theo Công văn số … ngày … tháng … năm …)';

/** @returns no rows when nothing was deducted; else the deducted criteria in sheet order, and their sum */
export function appendixTable(sheet: ScoreSheet, options: AppendixOptions): TableDocument {
  const deducted = sheet.rows.filter(isDeducted);
  const rows = deducted.map((row) => criterionCells(row, options.sign));
  for (const { role, column } of TEXT_COLUMNS) spanShared(rows, deducted, role, column);
  return {
    title: options.title ?? usualTitle(sheetHead(sheet)),
    subtitle: [ATTACHED_TO],
    columns: [...appendixColumns],
    rows: deducted.length === 0 ? [] : [...rows, totalCells(deducted, options.sign)],
    orientation: 'landscape',
  };
}

const TEXT_COLUMNS: readonly { role: TextRole; column: number }[] = [
  { role: 'name', column: 1 },
  { role: 'opinion', column: 6 },
  { role: 'responsible', column: 7 },
];

function isDeducted(row: ScoreRow): boolean {
  return row.isLeaf && row.assessment === 'assessed' && (deductionOf(row)?.gt(ZERO) ?? false);
}

function criterionCells(row: ScoreRow, sign: AppendixOptions['sign']): (TableCell | null)[] {
  return [
    { text: row.code },
    { text: row.name },
    entryCell(row.figures.max ?? null, 2),
    entryCell(row.figures.self ?? null, 0),
    entryCell(effectiveAppraised(row), 0),
    figureCell(signed(deductionOf(row) ?? ZERO, sign), 0),
    { text: row.texts.opinion?.text ?? '' },
    { text: row.texts.responsible?.text ?? '' },
  ];
}

function signed(deduction: Points, sign: AppendixOptions['sign']): Points {
  return sign === 'negative' ? deduction.times(-1) : deduction;
}

/** A figure with its decimal comma; what is no figure as it stands in the cell. */
function entryCell(entry: FigureEntry | null, minDecimals: number): TableCell {
  if (entry === null) return { text: '' };
  return entry.points ? figureCell(entry.points, minDecimals) : { text: entry.text };
}

function figureCell(value: Points, minDecimals: number): TableCell {
  return { text: formatPoints(value, { mark: ',', minDecimals }), figure: pointsText(value) };
}

/** A column in which one figure is missing has no sum: it would look like the sum of all. */
function totalCells(deducted: readonly ScoreRow[], sign: AppendixOptions['sign']): TableCell[] {
  const sumOf = (figures: readonly (Points | null | undefined)[]): TableCell => {
    const known = figures.filter((figure): figure is Points => Boolean(figure));
    if (known.length < figures.length) return { text: '', bold: true };
    return { ...figureCell(sumPoints(known), 2), bold: true, sum: true };
  };
  return [
    { text: '', bold: true },
    { text: 'TỔNG CỘNG', bold: true, align: 'center' },
    sumOf(deducted.map((row) => row.figures.max?.points)),
    sumOf(deducted.map((row) => row.figures.self?.points)),
    sumOf(deducted.map((row) => effectiveAppraised(row)?.points)),
    sumOf(deducted.map((row) => signed(deductionOf(row) ?? ZERO, sign))),
    { text: '', bold: true },
    { text: '', bold: true },
  ];
}

/** Rows that follow each other here and took their text from one merged cell share one cell again. */
function spanShared(
  rows: (TableCell | null)[][],
  source: readonly ScoreRow[],
  role: TextRole,
  column: number,
): void {
  let top = 0;
  for (let i = 1; i < rows.length; i += 1) {
    const line = rows[i];
    const first = rows[top]?.[column];
    if (line && first && isShared(source[top], source[i], role)) {
      line[column] = null;
      first.rowSpan = i - top + 1;
    } else {
      top = i;
    }
  }
}

function isShared(above: ScoreRow | undefined, below: ScoreRow | undefined, role: TextRole) {
  const first = above?.texts[role];
  const second = below?.texts[role];
  if (!first || !second?.inheritedFrom) return false;
  return samePlace(first.inheritedFrom ?? first.place, second.inheritedFrom);
}

function samePlace(a: Place, b: Place): boolean {
  return a.sheet === b.sheet && a.row === b.row && a.column === b.column;
}
