/**
 * Names over several columns, one for each level: "Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần", the area
 * merged or repeated down the rows of its criteria. The deepest filled cell of a row is its name; what
 * stands left of it heads the row, and is no row of its own unless it stands alone.
 */
import { normaliseCode } from '../../domain/text/code';
import { foldText, plainText } from '../../domain/text/vietnamese';
import type { Grid } from './grid';
import type { RowLevel } from './levels';

/** What the level columns say of one row. */
export interface LevelCells {
  name: string;
  /** Index of the level column that the name stands in. */
  depth: number;
  /** The shallowest level that begins in this row. */
  begins: number;
  /** The area the row stands in, and its code or number. */
  area: string;
  areaCode: string;
  /** The code beside is merged down the area's rows, and is the area's. */
  codeIsArea: boolean;
}

/** Reads rows from top to bottom; what heads them is carried down. */
export function readLevelCells(
  grid: Grid,
  levels: readonly number[],
  code: number | undefined,
): (row: number) => LevelCells {
  let headings: string[] = [];
  const areas: string[] = [];
  return (row) => {
    const own = levels.map((column) => plainText(grid.text(row, column)));
    let begins = levels.length - 1;
    own.forEach((text, depth) => {
      if (text === '' || headings[depth] === text) return;
      headings = [...headings.slice(0, depth), text];
      begins = Math.min(begins, depth);
    });
    const depth = own.reduce((deepest, text, i) => (text === '' ? deepest : i), 0);
    const area = headings[0] ?? '';
    if (area !== '' && !areas.includes(foldText(area))) areas.push(foldText(area));
    const [lead = '', led] = /^((?:lĩnh vực )?(?:\d{1,2}|[IVXL]+))\s*[.):]+\s*/iu.exec(area) ?? [];
    const merge = code === undefined ? null : grid.mergeAt(row, code);
    const spanned = merge && merge.bottom > merge.top ? grid.text(merge.top, merge.left) : '';
    const number = String(areas.indexOf(foldText(area)) + 1);
    const areaCode = normaliseCode(spanned || led || number);
    const name = own[depth] ?? '';
    const areaName = area.slice(lead.length) || area;
    return { name, depth, begins, area: areaName, areaCode, codeIsArea: spanned !== '' };
  };
}

const LED_CODE =
  /^(?:(?:lĩnh vực|tiêu chí thành phần|tiêu chí|tctp|phần|mục|nhóm)\s+)?((?:\d{1,3}\.)*\d{1,3}|[IVXL]+)(?:\.?[.):]|\s?-|(?<=\.\d{1,3}))\s/iu;

/**
 * Codes that lead the headings beside the criteria, rows of the body from `first` to `last`: they have no row
 * of their own, and are there all the same.
 */
export function readHeadingCodes(
  grid: Grid,
  levels: readonly number[],
  first: number,
  last: number,
): string[] {
  const codes = new Set<string>();
  for (let row = first; row <= last; row += 1) {
    for (const column of levels.slice(0, -1)) {
      const led = LED_CODE.exec(plainText(grid.text(row, column)))?.[1];
      if (led !== undefined) codes.add(normaliseCode(led));
    }
  }
  return [...codes];
}

/** Levels and parents by the columns that the names stand in. */
export function levelsByColumn(rows: readonly LevelCells[]): RowLevel[] {
  return rows.map((cells, i) => ({
    level: cells.depth,
    parent: parentOf(rows, i),
    areaCode: cells.areaCode,
  }));
}

function parentOf(rows: readonly LevelCells[], i: number): number | null {
  const depth = rows[i]?.depth ?? 0;
  let begins = rows[i]?.begins ?? 0;
  for (let j = i - 1; j >= 0; j -= 1) {
    const above = rows[j];
    if (!above || begins === 0) return null;
    // A heading that began in a criterion's own row has no row.
    if (above.depth < depth && above.depth < begins) return j;
    if (above.depth >= depth) begins = Math.min(begins, above.begins);
  }
  return null;
}
