/** One row of the body as its cells say it, before it is known what the row is. */
import type { Points } from '../../domain/points';
import {
  figureRoles,
  textRoles,
  type FigureEntry,
  type FigureRole,
  type TextEntry,
  type TextRole,
} from '../../domain/scoring/scoreSheet';
import { normaliseCode } from '../../domain/text/code';
import type { Columns } from './chooseColumns';
import { readFigure, readText } from './entries';
import type { Grid } from './grid';
import type { LevelCells } from './nameLevels';

export interface RawRow {
  row: number;
  code: string;
  name: string;
  /** The code stands before the name, in one cell with it. */
  led: boolean;
  bold: boolean;
  indent: number;
  figures: Partial<Record<FigureRole, FigureEntry>>;
  texts: Partial<Record<TextRole, TextEntry>>;
  hidden: boolean;
  levels?: LevelCells;
}

/** Something stands in a column of scores. */
export function hasScore({ figures }: Pick<RawRow, 'figures'>): boolean {
  return (['self', 'appraised1', 'appraised2'] as const).some(
    (role) => (figures[role]?.kind ?? 'blank') !== 'blank',
  );
}

/** Takes the name that the level columns give; a code merged down an area's rows is the area's. */
export function namedByLevels(raw: RawRow, cells: LevelCells, columns: Columns): LevelCells {
  const led = columns.code === undefined ? splitLedName(cells.name) : null;
  raw.name = led?.name ?? cells.name;
  if (led) raw.code = led.code;
  else if (cells.codeIsArea && cells.depth > 0) raw.code = '';
  return cells;
}

export function readRow(grid: Grid, columns: Columns, row: number, hidden: boolean): RawRow {
  const texts: Partial<Record<TextRole, TextEntry>> = {};
  for (const role of textRoles) {
    const column = columns[role];
    if (column !== undefined) texts[role] = readText(grid, row, column, inherits(role));
  }
  const figures = readFigures(grid, columns, row);
  const nameColumn = columns.name ?? 0;
  const across = grid.mergeAt(row, nameColumn);
  const merged = across !== null && across.right > across.left;
  const { code, name, led } = readCodeAndName(texts, columns, merged);
  return {
    row,
    code,
    name,
    led,
    bold: grid.isBold(row, nameColumn) || (led && grid.isBold(row, columns.code ?? nameColumn)),
    indent: grid.indent(row, nameColumn),
    figures,
    texts,
    hidden,
  };
}

/** Only words that speak for several rows at once are taken from a merge: not codes, not names. */
function inherits(role: TextRole): boolean {
  return role !== 'code' && role !== 'name';
}

function readFigures(
  grid: Grid,
  columns: Columns,
  row: number,
): Partial<Record<FigureRole, FigureEntry>> {
  const figures: Partial<Record<FigureRole, FigureEntry>> = {};
  let ceiling: Points | null = null;
  for (const role of figureRoles) {
    const column = columns[role];
    if (column === undefined) continue;
    const entry = readFigure(grid, row, column, ceiling, role === 'deduction');
    figures[role] = entry;
    if (role === 'max') ceiling = entry.points;
  }
  return figures;
}

/**
 * The code may lead the name: where there is no code column ("1.1. Kế hoạch CCHC"), and in an area row
 * that is merged over the code's column and the name's ("I. CHỈ ĐẠO ĐIỀU HÀNH").
 */
function readCodeAndName(
  texts: Partial<Record<TextRole, TextEntry>>,
  columns: Columns,
  merged: boolean,
): { code: string; name: string; led: boolean } {
  const name = (texts.name?.text ?? '').trim();
  if (columns.code === undefined) return { ...splitLedName(name), led: true };
  const code = (texts.code?.text ?? '').trim();
  const isAcross = (code === '' && merged) || (name === '' && /\p{L}{2}.*\s/u.test(code));
  const split = isAcross ? splitLedName(name === '' ? code : name) : null;
  if (split && split.code !== '') return { ...split, led: true };
  // A heading merged over the row stands in its first cell.
  if (split && name === '' && !NUMBERED.test(code)) return { code: '', name: code, led: true };
  return { code: readCode(texts.code), name, led: false };
}

const LED =
  /^((?:lĩnh vực|tiêu chí thành phần|tiêu chí|tctp|phần|mục|nhóm)\s+)?((?:\d{1,3}\.)*\d{1,3}|[IVXL]+|[A-H])(\s?[.):]+\s*-?|\s-)?\s+(?=\S)/iu;

const NUMBERED = /^(lĩnh vực|tiêu chí|phần|mục)?\s*[\dIVX]+\S{0,3}$/iu;

function splitLedName(text: string): { code: string; name: string } {
  const led = LED.exec(text);
  const [whole = '', word, code = '', mark] = led ?? [];
  const isMarked = word !== undefined || mark !== undefined || code.includes('.');
  if (!led || !isMarked || !/^[\dIVXLA-H.]+$/.test(code)) return { code: '', name: text };
  return { code: normaliseCode(code), name: text.slice(whole.length) };
}

/** A code that became a date is read back as day.month(.year): 12/01/2023 was "12.1". */
function readCode(entry: TextEntry | undefined): string {
  const text = entry?.text ?? '';
  const date = entry?.cellKind === 'date' ? /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) : null;
  if (!date) return normaliseCode(text);
  const [, day = '', month = '', year = ''] = date;
  const parts = [Number(day), Number(month)];
  if (Number(year) < 2015) parts.push(Number(year) - 2000);
  return parts.join('.');
}
