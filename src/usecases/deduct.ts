/** Tính điểm trừ: fills what a score sheet lacks of deductions, sums, base and index, as live formulas. */
import { pointsText, type Points } from '../domain/points';
import { areaName, baseSetting, needsBase } from '../domain/scoring/summary';
import { cellName, columnLetters } from '../workbook/address';
import { expectationsFor } from '../workbook/expect';
import { layoutDeductions, type DeductionLayout } from '../workbook/layouts/deductions';
import type { ScoreSheet } from '../domain/scoring/scoreSheet';
import { sheetOf } from '../workbook/snapshot';
import { planState } from '../workbook/state';
import type { Plan, PlanLine } from './plan';
import { tableOf, type WorkbookReading } from './readWorkbook';

export interface DeductOptions {
  /** Total of the maxima assessed this period; null leaves it to the sheet and the workbook's setting. */
  base: Points | null;
  /** Also replace typed deductions that agree with the arithmetic by formulas. */
  liveFormulas: boolean;
}

/**
 * @param id of a score table (`ScoreSheet.id`); throws when there is none: a bug of the caller
 * @returns a plan; carried out twice it changes nothing the second time
 */
export function planDeductions(reading: WorkbookReading, id: string, options: DeductOptions): Plan {
  const table = tableOf(reading, id);
  if (!table) throw new Error(`no score table: ${id}`);
  const { sheet } = table;
  if (table.columns.appraised1 === undefined && table.columns.appraised2 === undefined) {
    return {
      patch: { changes: [], expects: [] },
      lines: [{ code: 'noAppraised', params: { sheet } }],
      conflicts: [],
    };
  }
  const { state, snapshot } = reading;
  const lastBase = baseSetting(state.settings.base);
  const base = options.base ?? lastBase;
  const isWhole = !needsBase(table, state.framework);
  const layout = layoutDeductions(sheetOf(snapshot, sheet), table, {
    base,
    lastBase,
    liveFormulas: options.liveFormulas,
    isWhole,
    areaName: (code) => areaName(table, state.framework, code),
  });
  const settings = { ...state.settings, base: base ? pointsText(base) : null };
  const remember = planState(snapshot, { ...state, settings });
  return {
    patch: {
      changes: [...layout.changes, ...remember],
      expects: expectationsFor(sheetOf(snapshot, sheet), layout.changes, reliedAreas(table)),
    },
    lines: linesOf(sheet, layout, base !== null || isWhole, table),
    conflicts: layout.conflicts.map((conflict) => ({ sheet, ...conflict })),
  };
}

/** The plan stands on the table: its header, codes and figures must still be what was read. */
function reliedAreas(table: ScoreSheet) {
  const { header, body, extent } = table;
  return [{ top: header.first, left: extent.first, bottom: body.last, right: extent.last }];
}

function linesOf(
  sheet: string,
  layout: DeductionLayout,
  knowsBase: boolean,
  table: ScoreSheet,
): PlanLine[] {
  const lines: PlanLine[] = [];
  const add = (code: PlanLine['code'], count: number, params: Record<string, string> = {}) => {
    if (count > 0) lines.push({ code, params: { sheet, count: String(count), ...params } });
  };
  if (layout.insertedColumn !== null) {
    add('insertColumns', 1, { after: columnLetters(layout.insertedColumn - 1) });
  }
  add('insertRows', layout.insertedRows, { after: String(table.body.last + 1) });
  add('fixCells', layout.numbers.length, { cells: cellList(layout) });
  add('fillDeductions', layout.deductions);
  add('liveFormulas', layout.replaced);
  add('updateFormulas', layout.updated);
  add('fillSums', layout.sums);
  add('writeSummary', layout.summaryRows, { rows: String(layout.summaryRows) });
  if (!knowsBase) lines.push({ code: 'needsBase', params: { sheet } });
  if (layout.changes.length === 0) lines.push({ code: 'nothing', params: { sheet } });
  return lines;
}

function cellList(layout: DeductionLayout): string {
  return layout.numbers.map((entry) => cellName(entry.place)).join(', ');
}
