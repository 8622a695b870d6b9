/** Total, base and index under a new score sheet, as live formulas. */
import type { ColumnRole } from '../../domain/scoring/scoreSheet';
import type { CellWrite, Change } from '../patch';
import { baseFormula, formulaWrite, indexFormula, plainSum, quietSum } from './formulas';
import { columnOf, fixedColumn, type SheetColumn } from './newScoreSheetColumns';
import type { SheetFigures } from './newScoreSheetFigures';
import type { SheetRow } from './newScoreSheetRows';
import { cellName } from '../address';
import {
  comfortable,
  AREA_FILL,
  INDEX_NUMBER_FORMAT,
  POINTS_FORMAT,
  formatArea,
} from './sheetStyle';

export const SUMMARY_LABELS = {
  total: 'TỔNG CỘNG',
  base: 'Tổng điểm chuẩn trong kỳ',
  index: 'Chỉ số CCHC',
} as const;

/** @param top zero-based row right under the body */
export function summaryBlock(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
  top: number,
  figures: SheetFigures,
): Change[] {
  const max = fixedColumn(columns, 'max');
  const appraised = fixedColumn(columns, 'appraised1');
  const areas = rows.filter((row) => row.depth === 0 && row.outside === null).map((row) => row.row);
  const leaves = rows.filter((row) => row.isLeaf && row.outside === null);
  const beside = rows.filter((row) => row.isLeaf && row.outside !== null);
  const apart = beside.map((row) => row.row);
  const assessment = columnOf(columns, 'assessment');
  const index = indexFormula({
    maxColumn: max,
    deductionColumn: fixedColumn(columns, 'deduction'),
    leaves: leaves.map((row) => row.row),
    baseRow: top + 1,
    totalRow: top,
    sign: 'negative',
    outside: beside.map((row) => ({ row: row.row, penalty: row.outside === 'penalty' })),
    scores: { max, appraised1: appraised, appraised2: columnOf(columns, 'appraised2'), assessment },
    apart,
  });
  const base = baseFormula(
    cellName({ row: top, column: max }),
    max,
    assessment,
    leaves.map((row) => row.row),
    apart,
  );
  const line = (label: string, fill: (column: SheetColumn, at: number) => CellWrite | null) =>
    columns.map((column, at) => (at === 0 ? { value: label } : fill(column, at)));
  return [
    ...summaryFormats(sheet, columns, top),
    {
      kind: 'write',
      sheet,
      at: { row: top, column: 0 },
      cells: [
        line(SUMMARY_LABELS.total, (column, at) => {
          if (column.role === 'max') return plainSum(at, areas, [figures.totalMax]);
          return isSummed(column.role) ? quietSum(at, areas, [figures.total(column.role)]) : null;
        }),
        line(SUMMARY_LABELS.base, (_, at) =>
          at === max ? formulaWrite(base, figures.base) : null,
        ),
        line(SUMMARY_LABELS.index, (_, at) =>
          at === appraised ? formulaWrite(index, figures.index) : null,
        ),
      ],
    },
    ...[0, 1, 2].map((i): Change => ({
      kind: 'merge',
      sheet,
      area: { top: top + i, left: 0, bottom: top + i, right: 1 },
    })),
    { kind: 'rowHeight', sheet, first: top, heights: [0, 1, 2].map(() => comfortable(0)) },
  ];
}

function isSummed(role: ColumnRole): role is 'self' | 'appraised1' | 'appraised2' | 'deduction' {
  return ['self', 'appraised1', 'appraised2', 'deduction'].includes(role);
}

function summaryFormats(sheet: string, columns: readonly SheetColumn[], top: number): Change[] {
  const right = columns.length - 1;
  const max = fixedColumn(columns, 'max');
  const appraised = fixedColumn(columns, 'appraised1');
  return [
    formatArea(
      sheet,
      { top, left: 0, bottom: top + 2, right },
      { ...POINTS_FORMAT, bold: true, fill: AREA_FILL },
    ),
    formatArea(sheet, { top, left: 0, bottom: top + 2, right: 1 }, { numberFormat: '@' }),
    formatArea(
      sheet,
      { top: top + 2, left: appraised, bottom: top + 2, right: appraised },
      { numberFormat: INDEX_NUMBER_FORMAT },
    ),
    // The base of a half-year is the person's to change.
    formatArea(sheet, { top: top + 1, left: max, bottom: top + 1, right: max }, { locked: false }),
  ];
}
