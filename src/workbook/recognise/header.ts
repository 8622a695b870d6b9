/**
 * Where the headers of tables are, by what they say: one to three rows, merged or not, a title block
 * above, a row of column numbers beneath, one table or two side by side. Position means nothing.
 */
import { isColumnNumbering, matchHeaderPath } from '../../domain/text/headerWords';
import { figureRoles, type ColumnRole } from '../../domain/scoring/scoreSheet';
import { foldText, plainText } from '../../domain/text/vietnamese';
import type { Candidate, Columns } from './chooseColumns';
import type { Grid } from './grid';

export interface Header {
  first: number;
  last: number;
  /** First row below header and column numbers. */
  body: number;
  /** Columns that the table may take. */
  left: number;
  right: number;
  /** What each column may be, by its header alone. */
  candidates: Candidate[];
  /** The best of them for each role. */
  columns: Columns;
  score: number;
  /** Begins another table, though the header above it says the same. Left out where it does not. */
  begins?: true;
}

interface Span {
  left: number;
  right: number;
}

const MAX_HEADER_ROWS = 3;

/** Every header on the sheet, top to bottom; a header repeated by a page break is one more of them. */
export function findHeaders(grid: Grid): Header[] {
  const whole = { left: 0, right: grid.columnCount - 1 };
  const found = scan(grid, whole);
  if (found.length === 0) return [];
  const right = Math.max(...found.map((header) => header.right)) + 1;
  const left = Math.min(...found.map((header) => header.left)) - 1;
  const beside = [
    { left: right, right: whole.right },
    { left: 0, right: left },
  ].filter((span) => span.right - span.left >= 2);
  return [...found, ...beside.flatMap((span) => scan(grid, span))].sort(
    (a, b) => a.first - b.first || a.left - b.left,
  );
}

/** Whether a later header continues the table of an earlier one (a page break): it says the same in the same columns. */
export function continuesTable(first: Header, second: Header): boolean {
  const roles = Object.keys(first.columns) as ColumnRole[];
  const namesOf = ({ candidates, columns }: Header) =>
    foldText(candidates.find(({ column }) => column === columns.name)?.header ?? '');
  return (
    second.begins !== true &&
    namesOf(first) === namesOf(second) &&
    roles.length === Object.keys(second.columns).length &&
    roles.every((role) => first.columns[role] === second.columns[role])
  );
}

/** A header by its rows, whatever it says, around the columns that are known to be the table's. */
export function headerOver(
  grid: Grid,
  { first, last }: { first: number; last: number },
  columns: readonly number[],
): Header {
  const isCaptioned = (column: number) =>
    column >= 0 &&
    column < grid.columnCount &&
    captions(grid, first, last, column, column).length > 0;
  let left = Math.min(...columns);
  let right = Math.max(...columns);
  while (isCaptioned(left - 1)) left -= 1;
  while (isCaptioned(right + 1)) right += 1;
  const header = headerOf(grid, first, last, { left, right });
  return withRowsBelow(grid, { ...header, left, right });
}

/** What the header says over a column, its rows joined. */
export function headerText(grid: Grid, { first, last, left }: Header, column: number): string {
  return captions(grid, first, last, column, left).join(' ');
}

export function shareColumns(first: Span, second: Span): boolean {
  return first.left <= second.right && second.left <= first.right;
}

function scan(grid: Grid, span: Span): Header[] {
  const found: Header[] = [];
  let row = 0;
  while (row < grid.rowCount) {
    const headers = headersAt(grid, row, span, found);
    found.push(...headers);
    row = headers.length > 0 ? Math.max(...headers.map(({ body }) => body)) : row + 1;
  }
  return found;
}

function headersAt(grid: Grid, first: number, span: Span, above: readonly Header[]): Header[] {
  // Words beside figures of the table above are one of its rows, however much they sound like captions.
  const isRowOf = (part: Span) => (header: Header) =>
    shareColumns(part, header) && (part.right < header.right || part.left > header.left);
  const spans = isCaptionRow(grid, first, span)
    ? tableSpans(grid, first, span)
    : captionSpans(grid, first, span).filter((part) => !above.some(isRowOf(part)));
  return spans.flatMap((part) => bestHeaderAt(grid, first, part) ?? []);
}

/** Parts of the row that are tables by themselves: a blank column stands between two, or the captions begin again. */
function tableSpans(grid: Grid, first: number, span: Span): Span[] {
  const spans: Span[] = [];
  const textAt = (column: number) => foldText(plainText(grid.seenText(first, column)));
  let left = span.left;
  let begin = left;
  for (let column = span.left + 1; column <= span.right; column += 1) {
    if (textAt(column) === '') continue;
    if (textAt(begin) === '') begin = column;
    const beginsAgain = [0, 1].every((step) => textAt(column + step) === textAt(begin + step));
    if (textAt(column - 1) !== '' && !(beginsAgain && column > begin + 2)) continue;
    const here = { left, right: column - 1 };
    const rest = { left: column, right: span.right };
    if (!startsTable(grid, first, rest) || !hasMaxima(grid, first, here)) continue;
    spans.push(here);
    left = column;
    begin = column;
  }
  return [...spans, { left, right: span.right }];
}

/** Figures of another table may stand beside the header: the widest parts at either end without any. */
function captionSpans(grid: Grid, first: number, span: Span): Span[] {
  const pieces = filledSpans(grid, first, span);
  const isCaption = (part: Span) => part.right - part.left >= 2 && isCaptionRow(grid, first, part);
  const fromLeft = pieces
    .slice(1)
    .map((piece) => ({ left: span.left, right: piece.left - 1 }))
    .filter(isCaption);
  const toRight = pieces
    .slice(1)
    .map((piece) => ({ left: piece.left, right: span.right }))
    .filter(isCaption);
  return [...fromLeft.slice(-1), ...toRight.slice(0, 1)];
}

/** A table begins with its codes or its names. */
function startsTable(grid: Grid, first: number, span: Span): boolean {
  const header = bestWindow(grid, first, span);
  if (header?.columns.max === undefined) return false;
  const { code, name } = header.columns;
  return code === span.left || name === span.left;
}

function hasMaxima(grid: Grid, first: number, span: Span): boolean {
  return bestWindow(grid, first, span)?.columns.max !== undefined;
}

/** Runs of cells that hold something. */
function filledSpans(grid: Grid, row: number, span: Span): Span[] {
  const spans: Span[] = [];
  let left: number | null = null;
  for (let column = span.left; column <= span.right + 1; column += 1) {
    const filled = column <= span.right && grid.seenText(row, column).trim() !== '';
    if (filled) left ??= column;
    else if (left !== null) {
      spans.push({ left, right: column - 1 });
      left = null;
    }
  }
  return spans;
}

/** The best window that starts in this row, if a row below does not make a better start. */
function bestHeaderAt(grid: Grid, first: number, span: Span): Header | null {
  const here = bestWindow(grid, first, span);
  if (!here) return null;
  for (let later = first + 1; later <= here.last; later += 1) {
    const other = bestWindow(grid, later, span);
    if (other && (other.score > here.score || isTitle(grid, here, other))) return null;
  }
  return here;
}

/** What the title adds to a header that it stands upon is chance. */
const CHANCE = 0.7;

/** A line right above the header joins it, and says nothing: the columns are named without it. */
function isTitle(grid: Grid, here: Header, later: Header): boolean {
  const roleIn = ({ candidates }: Header, column: number) =>
    candidates.find((candidate) => candidate.column === column)?.role;
  const heads = [
    later.left,
    ...(['code', 'name'] as const).flatMap((role) => later.columns[role] ?? []),
  ];
  const isOver = heads.some((column) => {
    const merge = grid.mergeAt(here.first, column);
    const reachesDown = merge !== null && merge.bottom >= later.first;
    const isSame = roleIn(here, column) === roleIn(later, column);
    return isSame && !reachesDown && plainText(grid.seenText(here.first, column)) !== '';
  });
  return isOver && later.score >= here.score - CHANCE;
}

function bestWindow(grid: Grid, first: number, span: Span): Header | null {
  let best: Header | null = null;
  for (let height = 1; height <= MAX_HEADER_ROWS && first + height <= grid.rowCount; height += 1) {
    const last = first + height - 1;
    if (!isCaptionRow(grid, last, span)) break;
    // Column numbers stand beneath the captions, and under every one of them: they part no groups.
    if (height > 1 && isColumnNumbers(grid, last, span)) break;
    const header = headerOf(grid, first, last, span);
    if (isEnough(header) && (!best || header.score > best.score)) best = header;
  }
  return best && withRowsBelow(grid, best);
}

function isEnough({ columns }: Pick<Header, 'columns'>): boolean {
  const figures = figureRoles.filter((role) => columns[role] !== undefined).length;
  return columns.name !== undefined && figures >= 1 && Object.keys(columns).length >= 3;
}

/** Header rows hold words only, in at least two different cells. */
function isCaptionRow(grid: Grid, row: number, span: Span): boolean {
  const texts = new Set<string>();
  for (let column = span.left; column <= span.right; column += 1) {
    const value = grid.value(row, column);
    if (typeof value === 'number' || typeof value === 'boolean') return false;
    const text = plainText(grid.seenText(row, column));
    if (text !== '') texts.add(text);
  }
  return texts.size >= 2;
}

function headerOf(grid: Grid, first: number, last: number, span: Span): Header {
  const candidates: Candidate[] = [];
  let { left, right } = { left: span.right, right: span.left };
  for (let column = span.left; column <= span.right; column += 1) {
    const texts = captions(grid, first, last, column, span.left);
    if (texts.length === 0) continue;
    left = Math.min(left, column);
    right = Math.max(right, column);
    const match = matchHeaderPath(texts);
    if (!match) continue;
    // A caption over several columns does not yet say what each is.
    const merge = grid.mergeAt(last, column);
    const share = merge && merge.right > merge.left ? 0.5 : 1;
    const { role, score } = match;
    candidates.push({ role, column, header: texts.join(' '), confidence: score * share });
  }
  return { first, last, body: last + 1, left, right, candidates, ...bestOf(candidates) };
}

/** What stands over a column, top to bottom; a text over several columns belongs to each. */
function captions(grid: Grid, first: number, last: number, column: number, left: number): string[] {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const own = plainText(grid.seenText(row, column));
    const text = own === '' ? groupCaption(grid, row, last, column, left) : own;
    if (text !== '' && texts[texts.length - 1] !== text) texts.push(text);
  }
  return texts;
}

/** A caption over several columns that nobody merged: "Điểm thẩm định" and a blank over "Lần 1", "Lần 2". */
function groupCaption(grid: Grid, row: number, last: number, column: number, left: number): string {
  if (row === last || grid.mergeAt(row, column)) return '';
  for (let at = column; at >= left; at -= 1) {
    if (plainText(grid.seenText(row + 1, at)) === '' || grid.mergeAt(row, at)) return '';
    const text = plainText(grid.text(row, at));
    if (text !== '') return text;
  }
  return '';
}

/** The best match for each role, by the headers alone; a second "thẩm định" is the second round. */
function bestOf(candidates: readonly Candidate[]): Pick<Header, 'columns' | 'score'> {
  const columns: Columns = {};
  let score = 0;
  const byConfidence = [...candidates].sort(
    (a, b) => b.confidence - a.confidence || a.column - b.column,
  );
  for (const { role, column, confidence } of byConfidence) {
    const place = role === 'appraised1' && columns.appraised1 !== undefined ? 'appraised2' : role;
    if (columns[place] !== undefined) continue;
    columns[place] = column;
    score += confidence;
  }
  return { columns, score };
}

/** Rows that vertical merges of the header reach down to, and the row of column numbers. */
function withRowsBelow(grid: Grid, header: Header): Header {
  let last = header.last;
  for (let column = header.left; column <= header.right; column += 1) {
    const merge = grid.mergeAt(header.last, column);
    if (merge && merge.bottom <= header.last + 2) last = Math.max(last, merge.bottom);
  }
  let numbers = last + 1;
  while (numbers <= last + 2 && isBlankRow(grid, numbers, header)) numbers += 1;
  const body = isColumnNumbers(grid, numbers, header) ? numbers + 1 : last + 1;
  return { ...header, last, body };
}

function isColumnNumbers(grid: Grid, row: number, { left, right }: Span): boolean {
  if (row >= grid.rowCount) return false;
  const texts = Array.from({ length: right - left + 1 }, (_, i) => grid.text(row, left + i));
  return isColumnNumbering(texts);
}

function isBlankRow(grid: Grid, row: number, { left, right }: Span): boolean {
  for (let column = left; column <= right; column += 1)
    if (grid.seenText(row, column).trim() !== '') return false;
  return true;
}
