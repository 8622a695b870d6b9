/**
 * A comparison of two sheets as a table: what changed, criterion by criterion, before and after, and the
 * sums of both sheets. Rule kept here: only figures that changed somewhere get columns, so that the
 * table fits a page; the sums say all of them, in words above the table.
 */
import { pointsText, type Points } from '../points';
import type { ComparedFigure, FigureChange, RowChange, SheetComparison } from '../scoring/compare';
import { comparedFigures } from '../scoring/compare';
import { formatPoints } from '../text/formatNumber';
import type { TableCell, TableColumn, TableDocument } from './tableDocument';

export interface ComparisonWords {
  title: string[];
  /** "(Bảng … so với bảng …)". */
  between(before: string, after: string): string;
  code: string;
  name: string;
  change: string;
  note: string;
  kinds: Record<RowChange['kind'], string>;
  figures: Record<ComparedFigure, string>;
  /** "Điểm tự đánh giá: trước", "… sau", "… chênh lệch". */
  side(figure: string, side: 'before' | 'after' | 'difference'): string;
  sum(figure: string, before: string, after: string, difference: string): string;
  unknown: string;
  counts(params: { changed: number; added: number; removed: number; unchanged: number }): string;
  total: string;
  codeBefore(code: string): string;
  nameBefore(name: string): string;
  texts: Record<RowChange['texts'][number], string>;
  mark: ',' | '.';
}

/** The deduction follows from max and appraised; it gets columns only where it alone changed. */
const LEADING: readonly ComparedFigure[] = ['max', 'self', 'appraised'];

/**
 * @param names what the two sheets are called for the reader
 * @returns no rows when the sheets agree
 */
export function comparisonTable(
  comparison: SheetComparison,
  names: { before: string; after: string },
  words: ComparisonWords,
): TableDocument {
  const figures = changedFigures(comparison.rows);
  const rows = comparison.rows.map((row) => rowCells(row, figures, words));
  const count = (kind: RowChange['kind']) =>
    comparison.rows.filter((row) => row.kind === kind).length;
  return {
    title: words.title,
    subtitle: [words.between(names.before, names.after)],
    intro: [
      words.counts({
        changed: count('changed'),
        added: count('added'),
        removed: count('removed'),
        unchanged: comparison.unchanged,
      }),
      ...comparedFigures.flatMap((figure) => sumLine(figure, comparison.sums[figure], words)),
    ],
    columns: columnsFor(figures, words),
    rows: rows.length === 0 ? [] : [...rows, sumCells(comparison, figures, words)],
    orientation: 'landscape',
  };
}

function changedFigures(rows: readonly RowChange[]): ComparedFigure[] {
  const has = (figure: ComparedFigure) => rows.some((row) => row.figures[figure] !== undefined);
  const leading = LEADING.filter(has);
  return leading.length > 0 ? leading : has('deduction') ? ['deduction'] : [];
}

function columnsFor(figures: readonly ComparedFigure[], words: ComparisonWords): TableColumn[] {
  const sides = ['before', 'after', 'difference'] as const;
  return [
    { header: words.code, width: 8, align: 'center' },
    { header: words.name, width: 44, align: 'left' },
    { header: words.change, width: 11, align: 'center' },
    ...figures.flatMap((figure) =>
      sides.map((side): TableColumn => ({
        header: words.side(words.figures[figure], side),
        width: 11,
        align: 'center',
      })),
    ),
    { header: words.note, width: 36, align: 'left' },
  ];
}

function rowCells(
  row: RowChange,
  figures: readonly ComparedFigure[],
  words: ComparisonWords,
): TableCell[] {
  return [
    { text: row.code },
    { text: row.name },
    { text: words.kinds[row.kind] },
    ...figures.flatMap((figure) => {
      const change = row.figures[figure];
      return change ? changeCells(change, words) : [{ text: '' }, { text: '' }, { text: '' }];
    }),
    { text: noteOf(row, words) },
  ];
}

function changeCells(
  { before, after }: FigureChange,
  { mark }: ComparisonWords,
  more: Partial<TableCell> = {},
): TableCell[] {
  const cell = (value: Points | null, sign = false): TableCell =>
    value === null
      ? { text: '', ...more }
      : { text: shown(value, mark, sign), figure: pointsText(value), ...more };
  const difference = before && after ? after.minus(before) : null;
  return [cell(before), cell(after), cell(difference, true)];
}

function shown(value: Points, mark: ',' | '.', sign = false): string {
  const text = formatPoints(value, { mark, minDecimals: 2 });
  return sign && value.gt(0) ? `+${text}` : text;
}

function noteOf(row: RowChange, words: ComparisonWords): string {
  return [
    ...(row.codeBefore === null ? [] : [words.codeBefore(row.codeBefore)]),
    ...(row.nameBefore === null ? [] : [words.nameBefore(row.nameBefore)]),
    ...row.texts.map((text) => words.texts[text]),
  ].join('; ');
}

/** Of the whole sheets, so also of the criteria that did not change. */
function sumCells(
  comparison: SheetComparison,
  figures: readonly ComparedFigure[],
  words: ComparisonWords,
): TableCell[] {
  const bold = { bold: true };
  return [
    { text: '', ...bold },
    { text: words.total, ...bold },
    { text: '', ...bold },
    ...figures.flatMap((figure) => changeCells(comparison.sums[figure], words, bold)),
    { text: '', ...bold },
  ];
}

function sumLine(
  figure: ComparedFigure,
  { before, after }: FigureChange,
  words: ComparisonWords,
): string[] {
  if (before === null && after === null) return [];
  const text = (value: Points | null, sign = false) =>
    value === null ? words.unknown : shown(value, words.mark, sign);
  const difference = before && after ? after.minus(before) : null;
  return [words.sum(words.figures[figure], text(before), text(after), text(difference, true))];
}
