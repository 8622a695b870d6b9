/** Rows that sum up instead of naming a criterion: known by their label, wherever in the table they stand. */
import { figureRoles, type SummaryRow } from '../../domain/scoring/scoreSheet';
import { codeShape, normaliseCode } from '../../domain/text/code';
import { foldText, plainText } from '../../domain/text/vietnamese';
import type { Columns } from './chooseColumns';
import type { Grid } from './grid';
import type { RawRow } from './rawRow';

const SUMMARY_WORDS: readonly [SummaryRow['kind'], RegExp][] = [
  // What a page break sums up or carries over; "Chuyển sang môi trường số" is a criterion.
  [
    'page',
    /^((số|cộng|tổng|tổng cộng) )?(kết )?(mang|chuyển) (sang|qua|trang)( (từ )?trang)?( (sau|trước|tiếp theo))?[:.]?$/u,
  ],
  [
    'page',
    /^(cộng|tổng|tổng cộng|cộng dồn|lũy kế)( đến| hết)? trang(?!\p{L})|^trang trước (mang|chuyển) sang/u,
  ],
  ['base', /^(tổng )?(số )?điểm (chuẩn|tối đa) (trong kỳ|kỳ này|được đánh giá)/u],
  ['index', /^(chỉ số (cchc|cải cách)|tỷ lệ đạt|kết quả chỉ số)/u],
  [
    'subtotal',
    /^(tổng )?(cộng|tổng|tổng số|tổng điểm)( điểm)?( các)? (lĩnh vực|phần|mục|nhóm|tiêu chí)/u,
  ],
  // "Tổng số hồ sơ" counts something else, "Tổng hợp" sums up nothing.
  ['total', /^(tổng cộng|tổng điểm|cộng|cộng chung|tổng(?! hợp| số \p{L}))(?!\p{L})/u],
  ['total', /^tổng số (điểm|cộng|chung|đạt)(?!\p{L})/u],
];

export function asSummary(grid: Grid, columns: Columns, raw: RawRow): SummaryRow | null {
  const label = labelOf(grid, columns, raw);
  const shape = codeShape(raw.code);
  if (label === '' || shape === 'decimal' || shape === 'roman') return null;
  const kind = SUMMARY_WORDS.find(([, words]) => words.test(label))?.[0];
  if (!kind) return null;
  const hasFigure = figureRoles.some((role) => (raw.figures[role]?.kind ?? 'blank') !== 'blank');
  if (!hasFigure && label.length > 60) return null;
  const areaCode =
    kind === 'subtotal'
      ? normaliseCode(/lĩnh vực ([\divxlc]+)/u.exec(label)?.[1]?.toUpperCase() ?? '')
      : '';
  return { row: raw.row, kind, areaCode, figures: raw.figures };
}

/** "Cộng" may sum up a part or a page; "Tổng cộng", "Tổng điểm" the whole table. */
export function isGrandTotal(grid: Grid, columns: Columns, raw: RawRow): boolean {
  return (
    asSummary(grid, columns, raw)?.kind === 'total' && /^tổng/u.test(labelOf(grid, columns, raw))
  );
}

/** The label may stand in the code column (merged over the name) or in the name column. */
function labelOf(grid: Grid, columns: Columns, raw: RawRow): string {
  const code = columns.code === undefined ? '' : plainText(grid.text(raw.row, columns.code));
  return foldText(/\p{L}{3}/u.test(code) ? code : raw.name);
}

/**
 * @param grand rows of those totals that say they are the whole table's
 * @returns rows (zero-based) of the totals that may end the table: those, else the last that sums anything up
 */
export function rowsOfTotals(
  summaries: readonly SummaryRow[],
  grand: ReadonlySet<number>,
): number[] {
  const totals = summaries.flatMap(({ kind, row }) => (kind === 'total' ? [row] : []));
  const whole = totals.filter((row) => grand.has(row));
  return whole.length > 0 ? whole : totals.slice(-1);
}

/** "Cộng" again and again: each but the last sums what stands above it since the one before. */
export function withSubtotals(summaries: readonly SummaryRow[]): SummaryRow[] {
  const totals = summaries.filter(({ kind }) => kind === 'total');
  if (totals.length < 3) return [...summaries];
  return summaries.map((summary) =>
    summary.kind === 'total' && summary !== totals.at(-1)
      ? { ...summary, kind: 'subtotal' }
      : summary,
  );
}
