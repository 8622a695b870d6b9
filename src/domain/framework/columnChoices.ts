/**
 * Which column is which, as a person says instead of the reading: put over a header that was found, or
 * standing in for one that was not.
 */
import type { ColumnRole } from '../scoring/scoreSheet';
import { readMax } from './rowTexts';
import type { Grid } from './sourceTable';
import {
  completeColumns,
  isCode,
  longestText,
  type FrameworkColumn,
  type TableHeader,
} from './tableHeader';

/** A person's own choice of columns, zero-based; null: the table has none such. */
export type ColumnChoices = Partial<Record<FrameworkColumn, number | null>>;

/**
 * The header with the columns that a person chose. A column serves one purpose: what it was taken for
 * before goes without, but for the names, which are looked for in the columns that are left.
 */
export function chooseColumns(
  grid: Grid,
  header: TableHeader,
  choices: ColumnChoices,
): TableHeader {
  const chosen = Object.entries(choices) as [FrameworkColumn, number | null][];
  if (chosen.length === 0) return header;
  const columns: Partial<Record<ColumnRole, number>> = { ...header.columns };
  for (const [role, column] of chosen) {
    for (const other of Object.keys(columns) as ColumnRole[])
      if (columns[other] === column) delete columns[other];
    if (column === null) delete columns[role];
    else columns[role] = column;
  }
  const unitColumns = chosenUnits(header, choices);
  if (typeof choices.name === 'number')
    return { ...header, columns, nameColumns: [choices.name], unitColumns };
  const taken = new Set(chosen.map(([, column]) => column));
  const nameColumns = header.nameColumns.filter((column) => !taken.has(column));
  if (nameColumns.length === 0) {
    const used = new Set(Object.values(columns));
    const free = (grid[0] ?? []).map((_, column) => column).filter((column) => !used.has(column));
    const longest = longestText(grid.slice(header.last + 1), free);
    if (longest !== null) nameColumns.push(longest);
  }
  const name = nameColumns.at(-1);
  if (name !== undefined) columns.name = name;
  return { ...header, columns, nameColumns, unitColumns };
}

/** Her one column of units, or those of the header that she did not choose for something else. */
function chosenUnits({ unitColumns }: TableHeader, choices: ColumnChoices): number[] {
  const { responsible } = choices;
  if (responsible !== undefined) return responsible === null ? [] : [responsible];
  const taken = new Set(Object.values(choices));
  return unitColumns.filter((column) => !taken.has(column));
}

/**
 * For a table in which nothing was recognised, once a person has said what some columns are: the header
 * is what stands above the first row that has a figure or a code where she says so.
 */
export function headerByChoice(grid: Grid, choices: ColumnChoices): TableHeader | null {
  if (Object.values(choices).every((column) => typeof column !== 'number')) return null;
  const textAt = (row: Grid[number], column: number | null | undefined) =>
    typeof column === 'number' ? (row[column]?.text ?? '') : '';
  const body = grid.findIndex((row) => {
    const max = textAt(row, choices.max);
    const figure = ['points', 'ambiguous'].includes(readMax(max).kind);
    return figure || (isCode(textAt(row, choices.code)) && !/\p{L}/u.test(max));
  });
  // An area alone in its row is no header.
  const labelled = (grid[body - 1] ?? []).filter((cell) => cell.text !== '').length > 1;
  const last = labelled ? body - 1 : -1;
  const labels = (grid[Math.max(last, 0)] ?? []).map((cell) => (last < 0 ? '' : cell.text));
  const header: TableHeader = {
    first: Math.max(last, 0),
    last: Math.max(last, -1),
    columns: {},
    nameColumns: [],
    unitColumns: [],
    labels,
  };
  const chosen = chooseColumns(grid, header, choices);
  completeColumns(grid, chosen);
  return chosen.columns.name === undefined ? null : chosen;
}
