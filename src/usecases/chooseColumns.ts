/**
 * Cách hiểu các cột: the person says which column is what. Her word travels with the workbook and wins
 * over what the headers say; nothing on the sheet itself is changed.
 */
import type { ColumnRole } from '../domain/scoring/scoreSheet';
import {
  chooseColumn,
  deniedRoles,
  placeChoices,
  type ColumnChoices,
} from '../workbook/recognise/columnChoices';
import { recogniseSheet } from '../workbook/recognise/recogniseSheet';
import { sheetOf } from '../workbook/snapshot';
import { planState } from '../workbook/state';
import type { Plan } from './plan';
import { tableOf, type WorkbookReading } from './readWorkbook';

/** Zero-based column of a role; "none": there is none; null leaves the role to recognition again. */
export type ColumnChange = number | 'none' | null;
export type ColumnChanges = Readonly<Partial<Record<ColumnRole, ColumnChange>>>;

/** A column of a table to choose from, with its header as it stands. */
export interface ColumnOption {
  column: number;
  header: string;
}

/**
 * @param id of a score table; throws when there is none: a bug of the caller
 * @returns a plan that only remembers; a column that is given a role loses the one she gave it before
 */
export function planColumnChoices(
  reading: WorkbookReading,
  id: string,
  changes: ColumnChanges,
): Plan {
  const table = tableOf(reading, id);
  if (!table) throw new Error(`no score table: ${id}`);
  const { state, snapshot } = reading;
  const sheet = sheetOf(snapshot, table.sheet);
  const before = state.columnChoices[id] ?? {};
  const now = placeChoices(sheet, table.header, before);
  const taken = new Set(Object.values(changes));
  const kept = (Object.entries(now) as [ColumnRole, number][]).filter(
    ([, column]) => !taken.has(column),
  );
  const denied = deniedRoles(before).map((role): [ColumnRole, 'none'] => [role, 'none']);
  const said: [string, ColumnChange][] = [
    ...[...kept, ...denied].filter(([role]) => !(role in changes)),
    ...Object.entries(changes),
  ];
  const choices: ColumnChoices = Object.fromEntries(
    said.flatMap(([role, column]) => {
      if (column === null) return [];
      return [[role, column === 'none' ? null : chooseColumn(sheet, table.header, column)]];
    }),
  );
  const columnChoices = { ...state.columnChoices };
  if (Object.keys(choices).length > 0) columnChoices[id] = choices;
  else delete columnChoices[id];
  const read = recogniseSheet(sheet, columnChoices, state.namedHeaders);
  const made = read.ok ? read.tables.find((one) => one.id === id) : undefined;
  const holds = (Object.entries(changes) as [ColumnRole, ColumnChange][]).every(
    ([role, column]) =>
      column === null || made?.columns[role] === (column === 'none' ? undefined : column),
  );
  const lacks = changes.name === 'none' || changes.max === 'none';
  // Without names and maxima the table would be gone, and with it the place to correct this.
  if (!made || !holds || lacks)
    return {
      patch: { changes: [], expects: [] },
      lines: [{ code: 'needsNameAndMax', params: { sheet: table.sheet } }],
      conflicts: [],
    };
  const patch = { changes: planState(snapshot, { ...state, columnChoices }), expects: [] };
  const code = patch.changes.length > 0 ? 'rememberState' : 'nothing';
  return { patch, lines: [{ code, params: {} }], conflicts: [] };
}

/** Columns of the table, and those beside it that have a header: what a role can be given to. */
export function columnOptions(reading: WorkbookReading, id: string): ColumnOption[] {
  const table = tableOf(reading, id);
  const sheet = reading.snapshot.sheets.find(({ name }) => name === table?.sheet);
  if (!table || !sheet) return [];
  const { header, extent, columnReadings } = table;
  const rows = Array.from({ length: header.last - header.first + 1 }, (_, i) => header.first + i);
  return Array.from({ length: sheet.columnCount }, (_, column) => {
    const known = columnReadings.find((one) => one.column === column)?.header;
    const written = rows
      .map((row) => sheet.values[row]?.[column])
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .join(' ');
    return { column, header: (known || written).replace(/\s+/g, ' ').trim() };
  }).filter(
    ({ column, header: text }) => text !== '' || (column >= extent.first && column <= extent.last),
  );
}
