/**
 * Excel's own tables (Insert, Table). Whole rows and columns can be inserted in one, and it grows with
 * them; cells cannot be merged in it. A patch that would is stopped before anything is changed.
 */
import { overlaps, type Area } from '../../workbook/address';
import { shiftArea } from '../../workbook/formulaText';
import { HostError } from '../../workbook/host';
import { linesMovedBy, type Patch } from '../../workbook/patch';
import { areaOf } from './mergedAreas';
import type { SavedSheet } from './saved';
import type { Errand } from './trips';

export interface ExcelTable {
  sheet: string;
  name: string;
  area: Area;
}

/** Names in the first trip; only a sheet that has tables costs another, for where they are. */
export function tablesErrand(sheet: string, found: ExcelTable[], followUps: Errand[]): Errand {
  return {
    bytes: 500,
    queue({ workbook }) {
      const { tables } = workbook.worksheets.getItem(sheet);
      tables.load('items/name');
      return () =>
        followUps.push(...tables.items.map(({ name }) => placeErrand({ sheet, name }, found)));
    },
  };
}

function placeErrand(table: Omit<ExcelTable, 'area'>, found: ExcelTable[]): Errand {
  return {
    bytes: 200,
    queue({ workbook }) {
      const range = workbook.tables.getItem(table.name).getRange();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      return () => void found.push({ ...table, area: areaOf(range) });
    },
  };
}

/** Sheets of the patch where it merges cells. */
export function sheetsMerged({ changes }: Patch): Set<string> {
  return new Set(
    changes
      .filter(
        (change) =>
          change.kind === 'merge' ||
          (change.kind === 'restore' && (change.data as SavedSheet).merges.merged.length > 0),
      )
      .map(({ sheet }) => sheet),
  );
}

/** @throws HostError `insideTable` where cells of a table would be merged */
export function checkTables({ changes }: Patch, tables: readonly ExcelTable[]): void {
  for (const { sheet, name, area } of tables) {
    let now: Area | null = area;
    for (const change of changes) {
      if (change.sheet !== sheet || now === null) continue;
      const merged: Area[] =
        change.kind === 'merge'
          ? [change.area]
          : change.kind === 'restore'
            ? (change.data as SavedSheet).merges.merged
            : [];
      const here = now;
      if (merged.some((one) => overlaps(one, here)))
        throw new HostError('insideTable', { sheet, table: name });
      const move = linesMovedBy(change);
      if (move) now = shiftArea(now, move);
    }
  }
}
