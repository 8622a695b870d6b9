/**
 * One of the further columns ("Số liệu kê khai", "Áp dụng trong kỳ" …) in a table that is there already,
 * where a new sheet would have it: what describes a criterion before the scores, what answers the council
 * after its opinion.
 */
import type { Rule } from '../../domain/framework/rule';
import type { ScoreRow, ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { Change, ListRule } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import { assessmentRule } from './assessmentRule';
import { declaredRule } from './declaredRule';
import { insertColumn } from './insertColumn';
import { sheetColumns, type ExtraColumn } from './newScoreSheetColumns';
import { updateOwnFormulas } from './ownFormulas';
import { TEXT_FORMAT } from './sheetStyle';

/** What is known of the criteria besides the sheet. */
export interface KnownOfRows {
  /** What a row's cell starts with; "" leaves it empty. */
  text(row: ScoreRow): string;
  rule(row: ScoreRow): Rule | undefined;
}

export interface ExtraColumnLayout {
  changes: Change[];
  /** Zero-based, of the new column. */
  column: number;
  /** Cells that start with a text. */
  filled: number;
  /** Formulas of the product's own that heed the new column. */
  updated: number;
}

/**
 * @param table has no such column yet
 */
export function layoutExtraColumn(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  role: ExtraColumn,
  known: KnownOfRows,
): ExtraColumnLayout {
  const { sheet } = table;
  const column = placeOf(table, role);
  const look = sheetColumns({ unit: '', period: '', rounds: 1, extras: [role] }).find(
    (one) => one.role === role,
  );
  const { header = '', width = 14 } = look ?? {};
  const texts = table.rows
    .map((row) => ({ row: row.row, text: known.text(row) }))
    .filter(({ text }) => text !== '');
  const shift = (at: number) => (at >= column ? at + 1 : at);
  const updated =
    role === 'assessment'
      ? updateOwnFormulas(table, { assessment: column, shift, base: null })
      : [];
  const changes = [
    ...insertColumn(snapshot, table, column, { header, width, format: TEXT_FORMAT }),
    ...texts.map(({ row, text }): Change => ({
      kind: 'write',
      sheet,
      at: { row, column },
      cells: [[{ value: text }]],
    })),
    ...updated.map((cell): Change => ({
      kind: 'write',
      sheet,
      at: { row: cell.row, column: cell.column },
      cells: [[cell.write]],
    })),
    // A merged cell's words do not count when a program fits a row: such rows keep their height.
    ...texts
      .filter(({ row }) => !snapshot.merges.some(({ top, bottom }) => top <= row && row <= bottom))
      .map(({ row }): Change => ({ kind: 'rowHeight', sheet, first: row, heights: [null] })),
    ...offers(table, column, (row) => {
      if (role === 'declared') return declaredRule(known.rule(row));
      return role === 'assessment' && row.outside === undefined ? assessmentRule : null;
    }),
  ];
  return { changes, column, filled: texts.length, updated: updated.length };
}

function placeOf({ columns, extent }: ScoreSheet, role: ExtraColumn): number {
  const after = (column: number | undefined) => (column === undefined ? undefined : column + 1);
  const { max, self, evidence, opinion, deduction, declared } = columns;
  const scores = self ?? after(max) ?? extent.last + 1;
  switch (role) {
    case 'assessment':
      return after(max) ?? scores;
    case 'method':
      return after(columns.assessment) ?? after(max) ?? scores;
    case 'declared':
      return evidence ?? scores;
    case 'evidence':
      return after(declared) ?? scores;
    case 'explanation':
      return after(opinion) ?? after(deduction) ?? extent.last + 1;
  }
}

/** A list to choose from, for the criteria that are scored. */
function offers(
  { sheet, rows }: ScoreSheet,
  column: number,
  ruleOf: (row: ScoreRow) => ListRule | null,
): Change[] {
  return rows
    .filter((row) => row.isLeaf)
    .flatMap((row): Change[] => {
      const rule = ruleOf(row);
      const area = { top: row.row, left: column, bottom: row.row, right: column };
      return rule ? [{ kind: 'validation', sheet, area, rule }] : [];
    });
}
