/** What a person chooses from when she points columns out: rows that may be the header, columns with what they hold. */
import { plainText } from '../domain/text/vietnamese';
import { gridOf, type Grid } from '../workbook/recognise/grid';
import { headerOver, headerText } from '../workbook/recognise/header';
import { headerRowsAt } from '../workbook/recognise/namedHeader';
import { sheetOf } from '../workbook/snapshot';
import type { HeaderPlace } from './nameColumns';
import type { WorkbookReading } from './readWorkbook';

export interface RowOption {
  /** Zero-based. */
  row: number;
  /** What stands in it, from left to right. */
  texts: string[];
}

export interface NamingColumn {
  /** Zero-based. */
  column: number;
  /** What the header says over it; "" where it says nothing. */
  header: string;
  /** The first thing that stands below; a number with a decimal point. */
  example: string;
  isNumber: boolean;
}

/** More rows would be no choice. */
const MOST_ROWS = 100;

/** Rows with two different texts or more, from the top, and the one that was chosen. */
export function headerOptions(
  { snapshot }: WorkbookReading,
  sheet: string,
  place: HeaderPlace,
): RowOption[] {
  const grid = gridOf(sheetOf(snapshot, sheet));
  const chosen = 'header' in place ? place.header : place.body;
  const options: RowOption[] = [];
  for (let row = 0; row < grid.rowCount && options.length < MOST_ROWS; row += 1) {
    const texts = textsIn(grid, row);
    if (texts.length >= 2 || row === chosen) options.push({ row, texts });
  }
  if (chosen > (options.at(-1)?.row ?? -1))
    options.push({ row: chosen, texts: textsIn(grid, chosen) });
  return options;
}

/** Columns that hold anything from the header down. */
export function namingColumns(
  { snapshot }: WorkbookReading,
  sheet: string,
  place: HeaderPlace,
): NamingColumn[] {
  const grid = gridOf(sheetOf(snapshot, sheet));
  const columns = Array.from({ length: grid.columnCount }, (_, column) => column);
  const header =
    'header' in place ? headerOver(grid, headerRowsAt(grid, place.header), columns) : null;
  const body = 'body' in place ? place.body : (header?.body ?? 0);
  return columns
    .map((column) => ({
      column,
      header: header ? plainText(headerText(grid, header, column)) : '',
      ...exampleIn(grid, column, body),
    }))
    .filter(({ header: text, example }) => text !== '' || example !== '');
}

function exampleIn(
  grid: Grid,
  column: number,
  body: number,
): Pick<NamingColumn, 'example' | 'isNumber'> {
  for (let row = body; row < Math.min(grid.rowCount, body + MOST_ROWS); row += 1) {
    const example = plainText(grid.text(row, column));
    if (example === '') continue;
    const isNumber = typeof grid.value(row, column) === 'number' && !grid.isDate(row, column);
    return { example, isNumber };
  }
  return { example: '', isNumber: false };
}

function textsIn(grid: Grid, row: number): string[] {
  const texts = Array.from({ length: grid.columnCount }, (_, column) =>
    plainText(grid.text(row, column)),
  );
  return [...new Set(texts.filter((text) => text !== ''))];
}
