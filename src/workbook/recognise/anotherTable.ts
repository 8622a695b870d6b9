/**
 * Two units under each other, each with the same header: which repeated header begins another table, and
 * which only stands at a page break. A page break goes on with the numbering and has no total of the whole
 * before it; another table has the total of the first above it and a title of its own, or its criteria
 * begin again.
 */
import { figureRoles } from '../../domain/scoring/scoreSheet';
import { codeSegments, compareCodes } from '../../domain/text/code';
import { foldText } from '../../domain/text/vietnamese';
import type { Columns } from './chooseColumns';
import type { Grid } from './grid';
import { continuesTable, shareColumns, type Header } from './header';
import { readRow, type RawRow } from './rawRow';
import { asSummary, isGrandTotal } from './summaryRows';

/** The headers, each told whether it begins another table though it says the same as the one above it. */
export function withBeginnings(grid: Grid, headers: readonly Header[]): Header[] {
  const marked: Header[] = [];
  // Of each header, what stands in its table so far: page breaks share it with the header they go on from.
  const parts = new Map<Header, Part>();
  headers.forEach((header) => {
    const above = [...marked].reverse().find((other) => isAbove(other, header));
    if (!above || !continuesTable(above, header)) {
      marked.push(header);
      return;
    }
    const known = parts.get(above) ?? partUnder(grid, headers, above);
    const own = partUnder(grid, headers, header);
    const isAnother = beginsAnother(grid, known, own, header);
    const now: Header = isAnother ? { ...header, begins: true } : header;
    marked.push(now);
    parts.set(now, isAnother ? own : joined(known, own));
  });
  return marked;
}

function isAbove(other: Header, header: Header): boolean {
  return other.first < header.first && shareColumns(other, header);
}

/** From the header down to the next. */
function partUnder(grid: Grid, headers: readonly Header[], header: Header): Part {
  const next = headers.find((other) => isAbove(header, other));
  return partOf(grid, header.columns, header.body, next?.first ?? grid.rowCount);
}

/** Adds to the first, so that each row of a table of many pages is handled once. */
function joined(first: Part, more: Part): Part {
  first.criteria.push(...more.criteria);
  first.totals.push(...more.totals);
  first.grand.push(...more.grand);
  return first;
}

interface Part {
  /** Rows with points, in order. */
  criteria: RawRow[];
  /** Rows (zero-based) of totals: all, and those that say they are of the whole. */
  totals: number[];
  grand: number[];
}

/** @param above the table so far · @param below what the header heads */
function beginsAnother(grid: Grid, above: Part, below: Part, header: Header): boolean {
  const alike = countAlike(above.criteria, below.criteria);
  if (alike >= (above.totals.length > 0 ? 2 : 3)) return true;
  const lastCriterion = above.criteria.at(-1)?.row ?? -1;
  const total = above.grand.find((row) => row > lastCriterion);
  if (total === undefined) return false;
  if (startsAfresh(above, below)) return true;
  return hasTitle(grid, header, total + 1, goesOn(above, below));
}

function partOf(grid: Grid, { code, name, max }: Columns, from: number, to: number): Part {
  const part: Part = { criteria: [], totals: [], grand: [] };
  const columns = {
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    ...(max === undefined ? {} : { max }),
  };
  for (let row = from; row < to; row += 1) {
    const raw = readRow(grid, columns, row, false);
    const summary = asSummary(grid, columns, raw);
    if (summary?.kind === 'total') part.totals.push(row);
    if (summary && isGrandTotal(grid, columns, raw)) part.grand.push(row);
    if (!summary && raw.figures.max?.points && raw.name !== '') part.criteria.push(raw);
  }
  return part;
}

/** How many criteria the parts have in common from their beginning on, by code and name. */
function countAlike(above: readonly RawRow[], below: readonly RawRow[]): number {
  const differs = below.findIndex(({ code, name }, i) => {
    const other = above[i];
    return code !== other?.code || foldText(name) !== foldText(other.name);
  });
  return differs < 0 ? below.length : differs;
}

/** The numbering begins again where it began. */
function startsAfresh(above: Part, below: Part): boolean {
  const codes = [above, below].map(
    ({ criteria }) => criteria.find(({ code }) => code !== '')?.code,
  );
  return codes[0] !== undefined && codes[0] === codes[1];
}

/** The numbering goes on from where it ended. */
function goesOn(above: Part, below: Part): boolean {
  const [last, next] = [
    above.criteria.filter(({ code }) => codeSegments(code)).at(-1)?.code,
    below.criteria.find(({ code }) => codeSegments(code))?.code,
  ];
  return last !== undefined && next !== undefined && compareCodes(next, last) > 0;
}

/** "Lĩnh vực 2 …", "II. Cải cách thể chế"; not "II. UBND xã B". */
function isAreaHeading(text: string): boolean {
  if (/(^|[^\p{L}])(ubnd|ủy ban|xã|phường|sở|huyện)(?!\p{L})/u.test(text)) return false;
  return /^lĩnh vực(?!\p{L})|^(phần )?[ivxl]+[.):\s-]+\p{L}/u.test(text);
}

/**
 * Words that are no row of the table; "(tiếp theo)" is the same table's.
 * @param numberingGoesOn then the heading of an area is the same table's as well
 */
function hasTitle(grid: Grid, header: Header, from: number, numberingGoesOn: boolean): boolean {
  for (let row = from; row < header.first; row += 1) {
    const raw = readRow(grid, header.columns, row, false);
    const isRow = figureRoles.some((role) => (raw.figures[role]?.kind ?? 'blank') !== 'blank');
    const text = textIn(grid, row, header);
    const isSame = /tiếp( theo)?\)?$/u.test(text) || (numberingGoesOn && isAreaHeading(text));
    if (text !== '' && !isRow && !isSame) return true;
  }
  return false;
}

function textIn(grid: Grid, row: number, { left, right }: Header): string {
  const texts: string[] = [];
  for (let column = left; column <= right; column += 1) texts.push(grid.text(row, column));
  return foldText(texts.join(' '));
}
