/**
 * The person's corrections of what column is what, and where those columns are now. Columns come and go
 * (this product inserts some itself), so a choice is known by the header that stood above it.
 */
import { foldText, plainText } from '../../domain/text/vietnamese';
import type { ColumnRole } from '../../domain/scoring/scoreSheet';
import type { SheetSnapshot } from '../snapshot';

export interface ColumnChoice {
  /** Zero-based, when it was chosen. */
  column: number;
  /** What stood above it then, see `columnHeader`; "" when nothing did: then the place alone counts. */
  header: string;
  /** Of columns with that header, which one it was (0 for the first), and how many there were. */
  nth: number;
  of: number;
}

/** For one table; wins over what headers say. Null: the table has no such column. */
export type ColumnChoices = Partial<Record<ColumnRole, ColumnChoice | null>>;

/** Rows of a header, both included. */
export interface HeaderRows {
  first: number;
  last: number;
}

/** A choice of this column as the sheet stands. */
export function chooseColumn(sheet: SheetSnapshot, rows: HeaderRows, column: number): ColumnChoice {
  const header = columnHeader(sheet, rows, column);
  const before = header === '' ? [] : columnsHeaded(sheet, rows, header);
  return { column, header, nth: Math.max(0, before.indexOf(column)), of: before.length };
}

/**
 * Columns that the choices mean now. Left out is a choice whose header is gone, or is said by more or fewer
 * columns than then: which of them was meant nobody knows.
 */
export function placeChoices(
  sheet: SheetSnapshot,
  rows: HeaderRows,
  choices: ColumnChoices,
): Partial<Record<ColumnRole, number>> {
  const placed: [string, number][] = [];
  for (const [role, choice] of Object.entries(choices)) {
    const column = choice && placeOf(sheet, rows, choice);
    const isTaken = placed.some(([, other]) => other === column);
    if (column !== null && !isTaken) placed.push([role, column]);
  }
  return Object.fromEntries(placed);
}

/** What the person said that the table does not have, whatever its headers say. */
export function deniedRoles(choices: ColumnChoices): ColumnRole[] {
  return (Object.entries(choices) as [ColumnRole, ColumnChoice | null][]).flatMap(
    ([role, choice]) => (choice === null ? [role] : []),
  );
}

function placeOf(
  sheet: SheetSnapshot,
  rows: HeaderRows,
  { column, header, nth, of }: ColumnChoice,
): number | null {
  if (header === '') return column;
  const found = columnsHeaded(sheet, rows, header);
  return found.length === of ? (found[nth] ?? null) : null;
}

function columnsHeaded(sheet: SheetSnapshot, rows: HeaderRows, header: string): number[] {
  return Array.from({ length: sheet.columnCount }, (_, column) => column).filter(
    (column) => columnHeader(sheet, rows, column) === header,
  );
}

/** The words above a column, without case and without the numbers that some headers count columns by. */
function columnHeader(sheet: SheetSnapshot, { first, last }: HeaderRows, column: number): string {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const value = sheet.values[row]?.[column];
    if (typeof value === 'string' && /\p{L}{2}/u.test(value)) texts.push(value);
  }
  return foldText(plainText(texts.join(' ')));
}
