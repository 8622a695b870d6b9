/**
 * Where the criteria of a sheet may be, though no header says so: by what stands in its cells. It proposes
 * to the person who points the columns out, and nothing is read by it.
 *
 * Rule kept here: a letter or a list of names is no guess at all; points beside names are not enough, the
 * sheet must also speak of scoring, or number its rows as criteria are numbered.
 */
import { isColumnNumbering } from '../../domain/text/headerWords';
import { foldText, plainText } from '../../domain/text/vietnamese';
import type { SheetSnapshot } from '../snapshot';
import { chooseColumns, type Candidate, type Columns } from './chooseColumns';
import { countAbove, numberIn, readColumnData, type ColumnData } from './columnData';
import type { HeaderRows } from './columnChoices';
import { gridOf, type Grid } from './grid';
import { headerOver } from './header';
import { headerRowsAt } from './namedHeader';

export interface TableGuess {
  /** Null where nothing stands over the criteria that names columns. */
  header: HeaderRows | null;
  /** First row below the header, where the criteria begin. */
  body: number;
  columns: Columns;
  /** Of them, what the words of the header say. */
  said: Columns;
  /** It looks like a table of criteria with points. */
  likely: boolean;
}

/** Rows looked at; criteria that begin further down are for the person to find. */
const MOST_ROWS = 300;

/**
 * @param at the row of the header, as the person says: null when there is none and the criteria begin at
 *   `body`; left out, it is guessed too
 */
export function guessTable(
  sheet: SheetSnapshot,
  at?: { header: number } | { body: number },
): TableGuess {
  const grid = gridOf(sheet);
  if (at && 'header' in at) return guessUnder(grid, headerRowsAt(grid, at.header));
  if (at) return guessBelow(grid, null, at.body, []);
  const rows = Math.min(grid.rowCount, MOST_ROWS);
  const first = firstCriterion(grid, rows);
  if (first === null) return { header: null, body: 0, columns: {}, said: {}, likely: false };
  const header = headerAbove(grid, first);
  return header ? guessUnder(grid, header) : guessBelow(grid, null, first, []);
}

function guessUnder(grid: Grid, rows: HeaderRows): TableGuess {
  const columns = Array.from({ length: grid.columnCount }, (_, column) => column);
  const header = headerOver(grid, rows, columns);
  return guessBelow(grid, rows, header.body, header.candidates);
}

function guessBelow(
  grid: Grid,
  header: HeaderRows | null,
  body: number,
  candidates: readonly Candidate[],
): TableGuess {
  const end = grid.rowCount;
  const extent = { first: body, end, left: 0, right: grid.columnCount - 1 };
  const said = chooseColumns(grid, candidates, extent).columns;
  const columns = withGuesses(grid, said, body, end);
  return { header, body, columns, said, likely: isLikely(grid, columns, body) };
}

/** What the header did not say, by the cells: names are long, codes stand before them, points beside. */
function withGuesses(grid: Grid, said: Columns, first: number, end: number): Columns {
  const data = Array.from({ length: grid.columnCount }, (_, column) =>
    readColumnData(grid, column, first, end),
  );
  const columns = { ...said };
  const used = () => new Set(Object.values(columns));
  const name = columns.name ?? namesColumn(data, used());
  if (name === undefined) return columns;
  columns.name = name;
  const code = data.findIndex((one, column) => column < name && areCodes(one));
  if (columns.code === undefined && code >= 0 && !used().has(code)) columns.code = code;
  const max = columns.max ?? pointsColumn(grid, data, used(), first, end);
  return max === undefined ? columns : { ...columns, max };
}

/** Every criterion has its name, not every one an opinion or a unit, and those stand further right. */
function namesColumn(data: readonly ColumnData[], used: ReadonlySet<number>): number | undefined {
  const named = data.map(({ filled, words, letters }, column) =>
    !used.has(column) && words >= 2 && words * 2 > filled && letters >= filled * 8 ? words : 0,
  );
  const most = Math.max(0, ...named);
  const first = named.findIndex((words) => words > 0 && words >= most * 0.8);
  return first < 0 ? undefined : first;
}

function areCodes({ filled, codes }: ColumnData): boolean {
  return filled >= 2 && codes >= filled * 0.7;
}

/** Of the columns of numbers the one that others exceed least, the first of several. */
function pointsColumn(
  grid: Grid,
  data: readonly ColumnData[],
  used: ReadonlySet<number>,
  first: number,
  end: number,
): number | undefined {
  const numbers = data.flatMap((one, column) =>
    !used.has(column) && one.numbers >= 2 && one.numbers * 2 > one.filled ? [column] : [],
  );
  const exceeded = (column: number) =>
    numbers.reduce((sum, other) => sum + countAbove(grid, other, column, first, end).above, 0);
  return [...numbers].sort((a, b) => exceeded(a) - exceeded(b) || a - b)[0];
}

/** The first row that holds a name with points, and the rows of areas right above it. */
function firstCriterion(grid: Grid, rows: number): number | null {
  const rough = withGuesses(grid, {}, 0, rows);
  let first = 0;
  while (first < rows && !(isNamed(grid, first, rough) && isScored(grid, first, rough))) first += 1;
  if (first >= rows) return null;
  // Beneath the title block the columns show more clearly.
  const clear = withGuesses(grid, {}, first, rows);
  while (hasCodeIn(grid, first - 1, clear.code) && isNamed(grid, first - 1, clear)) first -= 1;
  return first;
}

function isNamed(grid: Grid, row: number, { name }: Columns): boolean {
  return name !== undefined && /\p{L}{2}/u.test(grid.text(row, name));
}

function isScored(grid: Grid, row: number, { max }: Columns): boolean {
  return max !== undefined && numberIn(grid, row, max) !== null;
}

function hasCodeIn(grid: Grid, row: number, code: number | undefined): boolean {
  if (row < 0 || code === undefined) return false;
  return readColumnData(grid, code, row, row + 1).codes > 0;
}

/** How far above the first criterion its header may stand. */
const REACH = 4;

function headerAbove(grid: Grid, first: number): HeaderRows | null {
  for (let row = first - 1; row >= Math.max(0, first - REACH); row -= 1) {
    const texts = filledTexts(grid, row);
    if (isColumnNumbering(texts)) continue;
    if (new Set(texts).size < 2) continue;
    return headerRowsAt(grid, row);
  }
  return null;
}

function filledTexts(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.columnCount }, (_, column) =>
    plainText(grid.seenText(row, column)),
  ).filter((text) => text !== '');
}

const SPEAKS_OF_SCORING =
  /(?<!\p{L})(điểm|chấm|tiêu chí|chỉ số|chỉ tiêu|thang|thẩm định|đánh giá|cchc)(?!\p{L})/u;

/** Three criteria or more with points of their own, on a sheet that speaks of scoring or numbers them so. */
function isLikely(grid: Grid, columns: Columns, body: number): boolean {
  const { code, max } = columns;
  if (max === undefined) return false;
  let criteria = 0;
  const rows = Math.min(grid.rowCount, body + MOST_ROWS);
  for (let row = body; row < rows; row += 1) {
    const figure = numberIn(grid, row, max);
    const isPoints = figure !== null && figure >= 0 && figure <= 100;
    if (isPoints && isNamed(grid, row, columns)) criteria += 1;
  }
  if (criteria < 3) return false;
  if (code !== undefined && readColumnData(grid, code, body, rows).structured > 0) return true;
  for (let row = 0; row < body; row += 1)
    if (filledTexts(grid, row).some((text) => SPEAKS_OF_SCORING.test(foldText(text)))) return true;
  return false;
}
