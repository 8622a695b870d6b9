/**
 * Which column of a table is code, name, maximum, method, evidence, unit: as it was understood, and as a
 * person says instead. A wrong guess can be put right before a row is mended by hand.
 */
import type { FrameworkReading } from '../domain/framework/reading';
import type { ColumnChoices } from '../domain/framework/columnChoices';
import { frameworkColumns, type FrameworkColumn } from '../domain/framework/tableHeader';
import { withColumns, type FrameworkImport, type TableImport } from './importFramework';

export interface SourceColumn {
  column: number;
  /** What the header says; "" where it says nothing. */
  label: string;
  example: string;
}

/** Columns to choose from: those of the main table that hold anything. */
export function sourceColumns({ columns, main }: FrameworkReading): SourceColumn[] {
  return columns
    .filter(({ table, label, example }) => table === main && (label !== '' || example !== ''))
    .map(({ column, label, example }) => ({ column, label, example }));
}

/** Columns that hold something and serve no purpose: what they say is left out of the framework. */
export function unusedColumns(reading: FrameworkReading): SourceColumn[] {
  const used = new Set(frameworkColumns.flatMap((role) => columnsOf(reading, role)));
  return sourceColumns(reading).filter(
    ({ column, label, example }) => label !== '' && example !== '' && !used.has(column),
  );
}

/** Columns that a role was read from: none, one, or several (names of each level, units of each role). */
export function columnsOf({ columns, main }: FrameworkReading, role: FrameworkColumn): number[] {
  return columns
    .filter((each) => each.table === main && each.role === role)
    .map(({ column }) => column);
}

/**
 * Reads again with one more choice; a column that served another purpose by choice serves that no more.
 * @param column null: the table has none such
 */
export function chooseColumn(
  imported: TableImport,
  role: FrameworkColumn,
  column: number | null,
): FrameworkImport {
  const others = Object.entries(imported.columns).filter(
    ([other, chosen]) => other !== role && (column === null || chosen !== column),
  );
  const choices: ColumnChoices = { ...Object.fromEntries(others), [role]: column };
  return withColumns(imported, choices);
}
