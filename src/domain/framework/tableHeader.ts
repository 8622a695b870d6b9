/**
 * The header of a framework table: which rows it takes and what each column holds, by the meaning of
 * its words (see `text/headerWords`), and by what stands in the column where the words leave it open.
 */
import type { ColumnRole } from '../scoring/scoreSheet';
import { codeShape, normaliseCode } from '../text/code';
import { isColumnNumbering, matchHeader, matchHeaderPath } from '../text/headerWords';
import { readNumber } from '../text/readNumber';
import { foldText } from '../text/vietnamese';
import type { Grid, GridCell } from './sourceTable';

/** Columns that a framework is read from; others of a score sheet are recognised and left alone. */
export const frameworkColumns = [
  'code',
  'name',
  'max',
  'method',
  'evidence',
  'responsible',
] as const;
export type FrameworkColumn = (typeof frameworkColumns)[number];

export interface TableHeader {
  /** First and last row; last < first when the table has none and its columns were guessed. */
  first: number;
  last: number;
  /** Zero-based column of each role, the person's own choices first. */
  columns: Partial<Record<ColumnRole, number>>;
  /** "Lĩnh vực | Tiêu chí | Tiêu chí thành phần" side by side: the columns, outermost first. */
  nameColumns: number[];
  /** "Cơ quan chủ trì | Cơ quan phối hợp": every column that names units, from left to right. */
  unitColumns: number[];
  /** What the header says over each column, top to bottom. */
  labels: string[];
}

/** Rows among which a header is looked for: title blocks are shorter. */
const MOST_ROWS_ABOVE = 40;
const MOST_HEADER_ROWS = 4;
/** Below this a word merely occurs in a cell. */
const GOOD = 0.6;

/** @returns the header, or null when no row says what its columns are */
export function findHeader(grid: Grid): TableHeader | null {
  let best: { header: TableHeader; worth: number } | null = null;
  const end = Math.min(grid.length, MOST_ROWS_ABOVE);
  for (let first = 0; first < end; first += 1) {
    for (let last = first; last < Math.min(first + MOST_HEADER_ROWS, end); last += 1) {
      const candidate = readHeader(grid, first, last);
      if (!candidate) continue;
      // Later rows only count when they say more.
      const worth = candidate.worth - (last - first) * 0.05 - first * 0.001;
      if (!best || worth > best.worth) best = { header: candidate.header, worth };
    }
  }
  if (!best) return null;
  const { header } = best;
  stretchOverMerges(grid, header);
  while (isNumberingRow(grid[header.last + 1])) header.last += 1;
  completeColumns(grid, header);
  return header;
}

/**
 * Cells merged from further up or further down belong to the header: what stands beside them is no title
 * and no criterion, but says more of its column ("Điểm tối đa" over "Năm 2025" and "Năm 2026").
 */
function stretchOverMerges(grid: Grid, header: TableHeader): void {
  for (const cell of grid[header.first] ?? [])
    if (cell.text !== '' && cell.top < header.first) header.first = cell.top;
  const goesOn = (cell: GridCell) =>
    cell.text !== '' && cell.top >= header.first && cell.top <= header.last;
  const most = header.first + MOST_HEADER_ROWS - 1;
  while (header.last < most && grid[header.last + 1]?.some(goesOn)) header.last += 1;
  header.labels = header.labels.map((_, column) =>
    pathOf(grid, header.first, header.last, column).join(' '),
  );
}

/** Columns of a table without a header, by what stands in them; null when that does not tell. */
export function guessColumns(grid: Grid): TableHeader | null {
  const header: TableHeader = {
    first: 0,
    last: -1,
    columns: {},
    nameColumns: [],
    unitColumns: [],
    labels: grid[0]?.map(() => '') ?? [],
  };
  completeColumns(grid, header);
  if (header.columns.name === undefined) return null;
  return header.columns.code === undefined && header.columns.max === undefined ? null : header;
}

/** Other columns that the header calls maxima as well, and that hold figures: last year's, say. */
export function otherMaxima(grid: Grid, { last, columns, labels }: TableHeader): number[] {
  const body = grid.slice(last + 1);
  const used = new Set(Object.values(columns));
  return labels.flatMap((label, column) => {
    const match = used.has(column) ? null : matchHeader(label);
    const says = match?.role === 'max' && match.score >= GOOD;
    return says && mostly(body, column, isFigure) ? [column] : [];
  });
}

/** True for a row in the body that says again what the header says: a page break's leftover. */
export function repeatsHeader(row: readonly GridCell[], header: TableHeader): boolean {
  if (isNumberingRow(row)) return true;
  const max = header.columns.max === undefined ? null : row[header.columns.max];
  if (max && !/\p{L}/u.test(max.text)) return false;
  const seen = new Set<number>();
  let same = 0;
  let filled = 0;
  row.forEach((cell, column) => {
    if (cell.text === '' || seen.has(cell.left)) return;
    seen.add(cell.left);
    filled += 1;
    const label = foldText(header.labels[column] ?? '');
    const text = foldText(cell.text);
    if (label !== '' && (label === text || label.includes(text) || saysRole(text, header, column)))
      same += 1;
  });
  return filled >= 2 && same * 3 >= filled * 2;
}

function saysRole(text: string, header: TableHeader, column: number): boolean {
  if (text.length > 80 || !/\p{L}/u.test(text)) return false;
  const match = matchHeader(text);
  return match !== null && match.score >= 0.9 && header.columns[match.role] === column;
}

function isNumberingRow(row: readonly GridCell[] | undefined): boolean {
  if (!row) return false;
  const own = row.filter((cell, i) => i === 0 || cell !== row[i - 1]);
  return isColumnNumbering(own.map((cell) => cell.text));
}

function readHeader(
  grid: Grid,
  first: number,
  last: number,
): { header: TableHeader; worth: number } | null {
  const width = grid[first]?.length ?? 0;
  const columns: Partial<Record<ColumnRole, number>> = {};
  const scores: Partial<Record<ColumnRole, number>> = {};
  const names: number[] = [];
  const units: number[] = [];
  const labels: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const parts = pathOf(grid, first, last, column);
    labels.push(parts.join(' '));
    const match = matchHeaderPath(parts);
    if (!match || match.score < GOOD) continue;
    if (match.role === 'name') names.push(column);
    if (match.role === 'responsible') units.push(column);
    if ((scores[match.role] ?? 0) >= match.score) continue;
    columns[match.role] = column;
    scores[match.role] = match.score;
  }
  const found = Object.keys(columns).length;
  const tells = columns.name !== undefined || columns.max !== undefined;
  if (found < 2 || !tells) return null;
  // A header's cells differ; a title merged over everything does not make a header.
  const distinct = new Set(labels.filter((label) => label !== ''));
  if (distinct.size < 2) return null;
  const worth = Object.values(scores).reduce((sum, score) => sum + score, 0);
  return {
    header: { first, last, columns, nameColumns: names, unitColumns: units, labels },
    worth,
  };
}

/** The texts over a column, a merged cell once, a title that spans the whole table left out. */
function pathOf(grid: Grid, first: number, last: number, column: number): string[] {
  const parts: string[] = [];
  let before: GridCell | undefined;
  for (let row = first; row <= last; row += 1) {
    const cell = grid[row]?.[column];
    if (cell && cell !== before && cell.text !== '' && cell.colSpan < (grid[row]?.length ?? 0))
      parts.push(cell.text);
    before = cell;
  }
  return parts;
}

/** Fills in what the words leave open from what the columns hold. */
export function completeColumns(grid: Grid, header: TableHeader): void {
  const { columns } = header;
  const width = grid[0]?.length ?? 0;
  const body = grid.slice(header.last + 1, header.last + 1 + 300);
  const taken = () => new Set([...Object.values(columns), ...header.unitColumns]);
  const free = (column: number) => !taken().has(column);
  const all = Array.from({ length: width }, (_, i) => i);
  if (nest(body, header)) columns.name = header.nameColumns.at(-1) ?? 0;
  else header.nameColumns = columns.name === undefined ? [] : [columns.name];
  // A header merged over codes and names gives both columns one label: names are the longer.
  if (header.nameColumns.length <= 1) {
    const candidates = header.nameColumns.length
      ? all.filter((c) => c === columns.name || (free(c) && sameLabel(header, c)))
      : all.filter((c) => free(c));
    const longest = longestText(body, candidates);
    if (longest !== null) columns.name = longest;
    header.nameColumns = columns.name === undefined ? [] : [columns.name];
  }
  const nameAt = header.nameColumns[0] ?? width;
  const code = all.filter((c) => c < nameAt && free(c)).find((c) => mostly(body, c, isCode));
  if (columns.code === undefined && code !== undefined) columns.code = code;
  const after = all.filter((c) => free(c) && c > (columns.name ?? -1));
  const max = after.find((c) => mostly(body, c, isFigure));
  if (columns.max === undefined && max !== undefined) columns.max = max;
}

function sameLabel(header: TableHeader, column: number): boolean {
  const label = header.labels[column];
  return label !== '' && label === header.labels[header.columns.name ?? -1];
}

/**
 * True for columns of names side by side, one for each level ("Lĩnh vực | Tiêu chí | Tiêu chí thành
 * phần"), where none holds more entries than the one to its right.
 */
function nest(body: Grid, header: TableHeader): boolean {
  const names = header.nameColumns;
  const ranks = names.map((column) => levelOfLabel(header.labels[column] ?? ''));
  // Totals and notes are merged over the columns.
  const counts = names.map(
    (column) => entries(body, column).filter((cell) => cell.colSpan === 1).length,
  );
  const grows = (numbers: readonly number[], least: number) =>
    numbers.every((number, i) => i === 0 || number >= (numbers[i - 1] ?? 0) + least);
  return names.length > 1 && !ranks.includes(-1) && grows(ranks, 1) && grows(counts, 0);
}

function levelOfLabel(label: string): number {
  const words = foldText(label);
  if (/thành phần|tctp/u.test(words)) return 2;
  if (/tiêu chí|chỉ tiêu/u.test(words)) return 1;
  return /lĩnh vực|nhóm/u.test(words) ? 0 : -1;
}

function entries(body: Grid, column: number): GridCell[] {
  return body.flatMap((row, i) => {
    const cell = row[column];
    const own = cell && cell.left === column && (i === 0 || body[i - 1]?.[column] !== cell);
    return own && cell.text !== '' ? [cell] : [];
  });
}

/** The column of these that says the most, as names do; null when none has words. */
export function longestText(body: Grid, candidates: readonly number[]): number | null {
  let best: { column: number; length: number } | null = null;
  for (const column of candidates) {
    const texts = entries(body, column).filter((cell) => /\p{L}{2}/u.test(cell.text));
    const length = texts.reduce((sum, cell) => sum + Math.min(cell.text.length, 200), 0);
    if (length > 0 && (!best || length > best.length)) best = { column, length };
  }
  return best?.column ?? null;
}

function mostly(body: Grid, column: number, is: (text: string) => boolean): boolean {
  const filled = entries(body, column);
  return filled.length > 0 && filled.filter((cell) => is(cell.text)).length * 2 > filled.length;
}

export const isCode = (text: string) => !['other', 'none'].includes(codeShape(normaliseCode(text)));
const isFigure = (text: string) => ['number', 'ambiguous'].includes(readNumber(text).kind);
