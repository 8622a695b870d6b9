/**
 * The body of the table, row by row: criteria, rows that sum up, and what is neither (blank rows,
 * repeated headers, notes, the signature block), which is passed over and never counted.
 */
import { sumPoints, type Points } from '../../domain/points';
import { signOfName } from '../../domain/framework/outsideParts';
import {
  figureRoles,
  type Assessment,
  type ColumnRole,
  type ScoreRow,
  type SummaryRow,
} from '../../domain/scoring/scoreSheet';
import { foldText } from '../../domain/text/vietnamese';
import { withoutRowsAfterTotal } from './afterTotal';
import type { Columns } from './chooseColumns';
import type { Grid } from './grid';
import { looksPartial, readLevels } from './levels';
import { levelsByColumn, readLevelCells } from './nameLevels';
import { namedByLevels, readRow, type RawRow } from './rawRow';
import { findScaleSteps } from './scaleSteps';
import { markSharedMaxima } from './sharedMax';
import { asSummary, isGrandTotal, rowsOfTotals, withSubtotals } from './summaryRows';
import { isItem, lastFigureRow, withoutNotes, withoutStrayHeadings } from './tableItems';

export interface Body {
  rows: ScoreRow[];
  summaryRows: SummaryRow[];
  last: number;
  partial: boolean;
}

/** @param skip rows that a repeated header takes */
export function readBody(
  grid: Grid,
  columns: Columns,
  first: number,
  end: number,
  skip: ReadonlySet<number>,
  levelColumns: readonly number[] = [],
): Body {
  const { items, summaries, totals } = collectRows(grid, columns, {
    first,
    end,
    skip,
    levelColumns,
  });
  const listed = withoutRowsAfterTotal(items, totals);
  const steps = findScaleSteps(listed, summaries);
  const criteria = listed.filter((raw) => !steps.has(raw));
  const kept = withoutStrayHeadings(withoutNotes(criteria, lastFigureRow(criteria, summaries)));
  const last = Math.max(
    first - 1,
    ...kept.map((raw) => raw.row),
    ...summaries.map(({ row }) => row),
    // Lines of the last criterion's scale belong to the table.
    ...[...steps].map(({ row }) => row),
  );
  const beside = firstBeside(kept);
  const shapes = kept.map(({ code, bold, indent }, i) => ({
    ...{ code, bold, indent },
    besideAreas: i >= beside,
  }));
  const byColumn = kept.flatMap((raw) => raw.levels ?? []);
  const isCoded = kept.some((raw) => raw.code.includes('.'));
  const levels =
    byColumn.length === kept.length && !isCoded ? levelsByColumn(byColumn) : readLevels(shapes);
  const rows = asTree(kept.map((raw, i): ScoreRow => toScoreRow(raw, i, levels)));
  markSharedMaxima(grid, rows);
  return { rows, summaryRows: summaries, last, partial: looksPartial(shapes, levels) };
}

interface Extent {
  first: number;
  end: number;
  skip: ReadonlySet<number>;
  levelColumns: readonly number[];
}

/** Rows that may be criteria, and rows that sum up; `totals` are the rows that may end the table. */
function collectRows(
  grid: Grid,
  columns: Columns,
  { first, end, skip, levelColumns }: Extent,
): { items: RawRow[]; summaries: SummaryRow[]; totals: number[] } {
  const levelCells =
    levelColumns.length > 1 ? readLevelCells(grid, levelColumns, columns.code) : null;
  const items: RawRow[] = [];
  const found: SummaryRow[] = [];
  const grand = new Set<number>();
  const hidden = new Set(grid.sheet.hiddenRows);
  for (let row = first; row < end; row += 1) {
    if (skip.has(row)) continue;
    const raw = readRow(grid, columns, row, hidden.has(row));
    const label = levelColumns.map((column) => grid.text(row, column)).find((text) => text.trim());
    const labelled = label === undefined ? raw : { ...raw, name: label };
    const summary = asSummary(grid, columns, labelled);
    if (summary && isGrandTotal(grid, columns, labelled)) grand.add(row);
    if (levelCells && !summary) raw.levels = namedByLevels(raw, levelCells(row), columns);
    if (summary) found.push(summary);
    else if (isItem(raw, columns)) items.push(raw);
  }
  const summaries = withSubtotals(found);
  return { items, summaries, totals: rowsOfTotals(summaries, grand) };
}

/** Each row with its children, and what follows from where it stands. */
function asTree(rows: ScoreRow[]): ScoreRow[] {
  rows.forEach((row, i) => {
    const parent = row.parent === null ? undefined : rows[row.parent];
    parent?.children.push(i);
  });
  markOutside(rows);
  for (const row of rows) row.isLeaf = row.children.length === 0 && !isHeading(row);
  return rows;
}

/**
 * Rows without a code that say "Điểm thưởng", "Điểm phạt" and end the table belong to no area above them.
 * @returns the index of the first of them; the number of rows where there is none
 */
function firstBeside(rows: readonly RawRow[]): number {
  let first = rows.length;
  while (first > 0) {
    const { code, name } = rows[first - 1] ?? { code: '', name: '' };
    if (code !== '' || signOfName(name) === null) break;
    first -= 1;
  }
  return first;
}

/** "Điểm thưởng", "Điểm phạt" and what stands under them: outside the scale. */
function markOutside(rows: readonly ScoreRow[]): void {
  for (const row of rows) {
    const above = row.parent === null ? undefined : rows[row.parent]?.outside;
    const own = signOfName(row.name) ?? above;
    if (own) row.outside = own;
  }
}

function isHeading(row: ScoreRow): boolean {
  return (
    row.code === '' && figureRoles.every((role) => (row.figures[role]?.kind ?? 'blank') === 'blank')
  );
}

function toScoreRow(raw: RawRow, i: number, levels: ReturnType<typeof readLevels>): ScoreRow {
  const { level = 0, parent = null, areaCode = '' } = levels[i] ?? {};
  const { row, code, name, figures, texts, hidden } = raw;
  return {
    row,
    code,
    name,
    level,
    parent,
    children: [],
    isLeaf: false,
    areaCode,
    figures,
    texts,
    assessment: assessmentOf(raw),
    hidden,
    ...(raw.levels ? { area: raw.levels.area } : {}),
  };
}

const NOT_APPLICABLE = /^(không áp dụng|k\.?a\.?d|kad|n\/a)$/u;
const NOT_ASSESSED =
  /^(chưa|không) (đánh giá|chấm|thẩm định|đg(?!\p{L}))|^k\.? ?đ\.? ?g\.?$|^chưa đến kỳ/u;
/** In a sentence, of this period and no other. */
const NOT_THIS_PERIOD =
  /(chưa|không) (được )?(đánh giá|chấm|thẩm định|đg)( điểm)?( tiêu chí( này)?)? ((ở |trong )?(kỳ|đợt) này|trong (kỳ|đợt)(?! (trước|sau)))/u;

/**
 * "Không áp dụng" or "Chưa đánh giá" in the assessment, declared or any score column takes the row out of the
 * base, and so does a sentence beside it that says so of this period, where no score is given.
 */
function assessmentOf(raw: RawRow): Assessment {
  const said = [
    raw.texts.assessment?.text,
    raw.texts.declared?.text,
    raw.figures.self?.text,
    raw.figures.appraised1?.text,
    raw.figures.appraised2?.text,
  ].map((text) => foldText(text ?? ''));
  if (said.some((text) => NOT_APPLICABLE.test(text))) return 'notApplicable';
  if (said.some((text) => NOT_ASSESSED.test(text))) return 'notAssessed';
  const explained = [raw.texts.opinion, raw.texts.note, raw.texts.assessment].some((entry) =>
    NOT_THIS_PERIOD.test(foldText(entry?.text ?? '')),
  );
  // Where a score stands as well, somebody did assess it.
  return explained && !hasScoredFigure(raw) ? 'notAssessed' : 'assessed';
}

/** A score that is a figure: "-", "x" and words are none. */
function hasScoredFigure({ figures }: RawRow): boolean {
  return (['self', 'appraised1', 'appraised2'] as const).some(
    (role) => !['blank', 'notNumber'].includes(figures[role]?.kind ?? 'blank'),
  );
}

/** Which sign the sheet prints deductions with, by majority of those that are not zero. */
export function deductionSign(rows: readonly ScoreRow[]): 'negative' | 'positive' | 'unknown' {
  const signs = rows
    .map((row) => row.figures.deduction?.points)
    .filter((value): value is Points => value !== null && value !== undefined && !value.eq(0));
  const balance = sumPoints(signs.map((value) => value.div(value.abs())));
  if (signs.length === 0) return 'unknown';
  return balance.lt(0) ? 'negative' : 'positive';
}

export function tableColumns(columns: Columns): { first: number; last: number } {
  const known = Object.values(columns as Record<ColumnRole, number>);
  return { first: Math.min(...known), last: Math.max(...known) };
}
