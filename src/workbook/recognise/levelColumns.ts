/**
 * Neighbouring columns of names of which each holds one level: "Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần".
 *
 * Rule kept here: headers that name the levels decide, however few names a level has; else the names do.
 * A column that says more about the same row ("Tiêu chí" beside "Nội dung đánh giá") is no level.
 */
import { headerKey } from '../../domain/text/headerWords';
import { foldText, plainText } from '../../domain/text/vietnamese';
import type { Candidate, Columns, Extent } from './chooseColumns';
import { numberIn } from './columnData';
import type { Grid } from './grid';

const LEVEL_HEADER = /^(tên )?(các )?(lĩnh vực|nhóm|phần|tiêu chí|tctp|chỉ số|chỉ tiêu|nội dung)/u;

/** Levels by their words, the widest first; of several in one header the deepest counts. */
const LEVEL_WORDS = [
  /\b(?:linh vuc|phan)\b/,
  /\bnhom\b/,
  /\b(?:tieu chi|chi so|chi tieu)\b(?! (?:thanh phan|con))/,
  /\b(?:tctp|(?:tieu chi|chi so|chi tieu) (?:thanh phan|con))\b/,
];

/** @returns the level columns from left to right; none where names stand in one column */
export function levelColumns(
  grid: Grid,
  candidates: readonly Candidate[],
  columns: Columns,
  extent: Extent,
): Candidate[] {
  const used = new Set(Object.values(columns));
  const names = candidates
    .filter(({ role, column, header }) => {
      const isFree = column === columns.name || !used.has(column);
      return role === 'name' && isFree && LEVEL_HEADER.test(foldText(header));
    })
    .sort((a, b) => a.column - b.column);
  const levels = names.slice(0, 1);
  for (const next of names.slice(1)) {
    const last = levels.at(-1);
    const isNext = last?.column === next.column - 1 && isDeeper(grid, last, next, columns, extent);
    if (!isNext) break;
    levels.push(next);
  }
  return levels.length > 1 ? levels : [];
}

function isDeeper(
  grid: Grid,
  one: Candidate,
  next: Candidate,
  columns: Columns,
  { first, end }: Extent,
): boolean {
  const [level, nextLevel] = [levelSaid(one), levelSaid(next)];
  if (level >= 0 && nextLevel >= 0 && level !== nextLevel) return level < nextLevel;
  const counts = [one, next].map(({ column }) => distinctIn(grid, column, first, end));
  return (counts[1] ?? 0) > (counts[0] ?? 0) || goesOnBeneath(grid, one, next, columns, first, end);
}

function levelSaid({ header }: Candidate): number {
  const words = headerKey(header);
  return LEVEL_WORDS.reduce((deepest, word, i) => (word.test(words) ? i : deepest), -1);
}

function distinctIn(grid: Grid, column: number, first: number, end: number): number {
  const texts = new Set<string>();
  for (let row = first; row < end; row += 1) {
    const text = ownText(grid, row, column);
    if (text !== '') texts.add(text);
  }
  return texts.size;
}

/** What stands in the cell, and not a label that reaches over the columns, which is no name of a level. */
function ownText(grid: Grid, row: number, column: number): string {
  const merge = grid.mergeAt(row, column);
  return merge && merge.right > merge.left ? '' : plainText(grid.text(row, column));
}

/** Rows with points of their own, named in the second column only and again in the first only. */
function goesOnBeneath(
  grid: Grid,
  one: Candidate,
  next: Candidate,
  { max }: Columns,
  first: number,
  end: number,
): boolean {
  if (max === undefined) return false;
  let beneath = 0;
  let alone = 0;
  for (let row = first; row < end; row += 1) {
    if (numberIn(grid, row, max) === null) continue;
    const [own, deeper] = [one, next].map(({ column }) => ownText(grid, row, column) !== '');
    if (!own && deeper) beneath += 1;
    if (own && !deeper) alone += 1;
  }
  return beneath > 1 && alone > 1;
}
