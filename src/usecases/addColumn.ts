/**
 * Thêm cột: one of the further columns in a table that somebody made without it. What the framework that
 * the workbook carries says of a criterion (its way of scoring, its evidence) is written beside it.
 */
import { frameworkFits } from '../domain/findings/checks/frameworkRows';
import { frameworkLookup } from '../domain/findings/sheetFacts';
import type { ScoreRow, ScoreSheet } from '../domain/scoring/scoreSheet';
import { columnLetters } from '../workbook/address';
import { expectationsFor } from '../workbook/expect';
import { layoutExtraColumn, type KnownOfRows } from '../workbook/layouts/extraColumn';
import { sheetOf } from '../workbook/snapshot';
import { extraColumns, type ExtraColumn } from './newSheet';
import type { Plan } from './plan';
import { tableOf, type WorkbookReading } from './readWorkbook';

/** Which of them a table does not have. */
export function lackingColumns(table: ScoreSheet): ExtraColumn[] {
  return extraColumns.filter((role) => table.columns[role] === undefined);
}

/**
 * @param id of a score table; throws when there is none: a bug of the caller
 * @returns a plan that inserts one column; nothing where the table has it
 */
export function planAddColumn(reading: WorkbookReading, id: string, role: ExtraColumn): Plan {
  const table = tableOf(reading, id);
  if (!table) throw new Error(`no score table: ${id}`);
  const { sheet, header, body, extent } = table;
  if (!lackingColumns(table).includes(role)) {
    const patch = { changes: [], expects: [] };
    return { patch, lines: [{ code: 'nothing', params: { sheet } }], conflicts: [] };
  }
  const snapshot = sheetOf(reading.snapshot, sheet);
  const layout = layoutExtraColumn(snapshot, table, role, knownOfRows(reading, table, role));
  const relied = { top: header.first, left: extent.first, bottom: body.last, right: extent.last };
  const after = columnLetters(layout.column - 1);
  return {
    patch: {
      changes: layout.changes,
      expects: expectationsFor(snapshot, layout.changes, [relied]),
    },
    lines: [
      { code: 'insertColumns', params: { sheet, count: '1', after } },
      ...(layout.filled > 0
        ? [{ code: 'writeCells' as const, params: { sheet, count: String(layout.filled) } }]
        : []),
      ...(layout.updated > 0
        ? [{ code: 'updateFormulas' as const, params: { sheet, count: String(layout.updated) } }]
        : []),
    ],
    conflicts: [],
  };
}

/** Of a framework that is not this sheet's, nothing: its codes mean other criteria. */
function knownOfRows(
  { state: { framework } }: WorkbookReading,
  table: ScoreSheet,
  role: ExtraColumn,
): KnownOfRows {
  const fits = frameworkFits({ sheet: table, framework, base: null });
  const nodeOf = frameworkLookup(fits ? framework : null);
  const leafNode = (row: ScoreRow) => (row.isLeaf ? nodeOf(row)?.node : undefined);
  return {
    text: (row) => {
      const node = leafNode(row);
      if (role === 'method') return node?.method ?? '';
      return role === 'evidence' ? (node?.evidence ?? '') : '';
    },
    rule: (row) => leafNode(row)?.rule,
  };
}
