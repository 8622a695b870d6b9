/**
 * A header row over criteria that have none, in the words of the product's own sheets, so that columns are
 * known by what stands above them from then on. Only columns that were pointed out get a word.
 */
import type { ColumnRole } from '../../domain/scoring/scoreSheet';
import type { Change } from '../patch';
import type { SheetSnapshot } from '../snapshot';
import { extraColumns, sheetColumns } from './newScoreSheetColumns';
import { HEADER_FORMAT, formatArea } from './sheetStyle';

export interface HeaderRowLayout {
  changes: Change[];
  /** The sheet with the row in it, to read from at once. */
  sheet: SheetSnapshot;
}

/**
 * @param before the row that the header will stand over, zero-based
 * @param columns zero-based, by role
 */
export function layoutHeaderRow(
  snapshot: SheetSnapshot,
  before: number,
  columns: Readonly<Partial<Record<ColumnRole, number>>>,
): HeaderRowLayout {
  const words = new Map<number, string>();
  for (const [role, column] of Object.entries(columns) as [ColumnRole, number][])
    words.set(column, headerOf(role));
  const { name: sheet } = snapshot;
  const changes: Change[] = [{ kind: 'insertRows', sheet, before, count: 1 }];
  for (const [column, value] of words) {
    const area = { top: before, left: column, bottom: before, right: column };
    changes.push(formatArea(sheet, area, HEADER_FORMAT));
    changes.push({ kind: 'write', sheet, at: { row: before, column }, cells: [[{ value }]] });
  }
  return { changes, sheet: withRow(snapshot, before, words) };
}

function headerOf(role: ColumnRole): string {
  const all = sheetColumns({ unit: '', period: '', rounds: 1, extras: extraColumns });
  const column = all.find((one) => one.role === role);
  if (!column) throw new Error(`no column of a new sheet: ${role}`);
  return column.header;
}

function withRow(
  sheet: SheetSnapshot,
  before: number,
  words: ReadonlyMap<number, string>,
): SheetSnapshot {
  const put = <T>(rows: T[][], cell: (column: number) => T): T[][] => [
    ...rows.slice(0, before),
    Array.from({ length: sheet.columnCount }, (_, column) => cell(column)),
    ...rows.slice(before),
  ];
  const down = (row: number) => (row >= before ? row + 1 : row);
  return {
    ...sheet,
    rowCount: sheet.rowCount + 1,
    values: put(sheet.values, (column) => words.get(column) ?? null),
    formulas: put<string | null>(sheet.formulas, () => null),
    numberFormats: put(sheet.numberFormats, () => 'General'),
    bold: put(sheet.bold, () => true),
    indents: put(sheet.indents, () => 0),
    merges: sheet.merges.map((area) => ({
      ...area,
      top: down(area.top),
      bottom: down(area.bottom),
    })),
    hiddenRows: sheet.hiddenRows.map(down),
  };
}
