/**
 * A framework from the open workbook, read afresh: what is selected, or a sheet.
 *
 * One cell stands for the table around it, as it does in Excel when a person sorts or makes a table:
 * everything that touches it, up to blank rows and columns. Rows and columns that are hidden are read
 * as well, and counted, so that nothing is left out unseen. Whole rows and columns end where the sheet
 * does. See decision 056.
 */
import { areaName, cellName, inArea, type Area } from '../workbook/address';
import type { Host } from '../workbook/host';
import { sheetOf, type SheetSnapshot } from '../workbook/snapshot';
import { fromSnapshotSheet, importProblem, type FrameworkImport } from './importFramework';
import { clip, wholeOf } from './snapshotTable';

/** @throws HostError; a bug of the caller where the host knows no selection */
export async function importSelection(host: Host): Promise<FrameworkImport> {
  if (!host.selection) throw new Error('this host has no selection');
  const selected = await host.selection();
  if (!selected) return importProblem('noSelection');
  const { areas } = selected;
  if (areas > 1) return importProblem('manyAreas', { count: String(areas) });
  const snapshot = await host.read({ sheets: [selected.sheet] });
  return importArea(sheetOf(snapshot, selected.sheet), selected.area);
}

/** @throws HostError */
export async function importSheet(host: Host, name: string): Promise<FrameworkImport> {
  const snapshot = await host.read({ sheets: [name] });
  return fromSnapshotSheet(sheetOf(snapshot, name));
}

function importArea(sheet: SheetSnapshot, selected: Area): FrameworkImport {
  const whole = wholeOf(sheet);
  const alone = isOneCell(sheet, selected);
  const area = clip(alone ? tableAround(sheet, selected) : selected, whole);
  if (area.bottom < area.top || area.right < area.left || (alone && isOneCell(sheet, area)))
    return alone
      ? importProblem('loneCell', { cell: cellName({ row: selected.top, column: selected.left }) })
      : importProblem('emptyTable');
  return fromSnapshotSheet(sheet, area);
}

/** A merged cell is one. */
function isOneCell({ merges }: SheetSnapshot, area: Area): boolean {
  const same = (merge: Area) => areaName(merge) === areaName(area);
  return (area.top === area.bottom && area.left === area.right) || merges.some(same);
}

type IsFilled = (row: number, column: number) => boolean;

/** A merged cell is filled all over when it is filled. */
function filledCells({ values, merges }: SheetSnapshot): IsFilled {
  const own = (row: number, column: number) => !['', null].includes(asText(values, row, column));
  const covered = new Set<string>();
  for (const merge of merges) {
    if (!own(merge.top, merge.left)) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1)
      for (let column = merge.left; column <= merge.right; column += 1)
        covered.add(`${row},${column}`);
  }
  return (row, column) => own(row, column) || covered.has(`${row},${column}`);
}

function asText(values: SheetSnapshot['values'], row: number, column: number): string | null {
  const value = values[row]?.[column] ?? null;
  return typeof value === 'string' ? value.trim() : value === null ? null : 'figure';
}

/** Grows over every row and column that touches it and is not blank, corners too. */
function tableAround(sheet: SheetSnapshot, start: Area): Area {
  const isFilled = filledCells(sheet);
  const merge = sheet.merges.find((each) => inArea(each, { row: start.top, column: start.left }));
  const area = { ...(merge ?? start) };
  const whole = wholeOf(sheet);
  const rowFilled = (row: number) => {
    for (let column = area.left - 1; column <= area.right + 1; column += 1)
      if (isFilled(row, column)) return true;
    return false;
  };
  const columnFilled = (column: number) => {
    for (let row = area.top - 1; row <= area.bottom + 1; row += 1)
      if (isFilled(row, column)) return true;
    return false;
  };
  for (let grew = true; grew;) {
    const before = areaName(area);
    while (area.top > 0 && rowFilled(area.top - 1)) area.top -= 1;
    while (area.bottom < whole.bottom && rowFilled(area.bottom + 1)) area.bottom += 1;
    while (area.left > 0 && columnFilled(area.left - 1)) area.left -= 1;
    while (area.right < whole.right && columnFilled(area.right + 1)) area.right += 1;
    grew = areaName(area) !== before;
  }
  return area;
}
