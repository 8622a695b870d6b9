/**
 * The body of the table, row by row: criteria, rows that sum up, and what is neither (blank rows,
 * repeated headers, notes, the signature block), which is passed over and never counted.
 */
import { sumPoints, type Points } from '../../domain/points';
import { signOfName } from '../../domain/framework/outsideParts';
import {
  figureRoles,
  textRoles,
  type Assessment,
  type ColumnRole,
  type FigureEntry,
  type FigureRole,
  type ScoreRow,
  type SummaryRow,
  type TextEntry,
  type TextRole,
} from '../../domain/scoring/scoreSheet';
import { codeShape, normaliseCode } from '../../domain/text/code';
import { foldText } from '../../domain/text/vietnamese';
import { readFigure, readText } from './entries';
import type { Grid } from './grid';
import type { Columns } from './chooseColumns';
import { asSummary, withSubtotals } from './summaryRows';
import { looksPartial, readLevels } from './levels';
import { levelsByColumn, readLevelCells, type LevelCells } from './nameLevels';

export interface Body {
  rows: ScoreRow[];
  summaryRows: SummaryRow[];
  last: number;
  partial: boolean;
}

/** @param skip rows that a repeated header takes */
export function readBody(
  grid: Grid,
  columns: Columns,
  first: number,
  end: number,
  skip: ReadonlySet<number>,
  levelColumns: readonly number[] = [],
): Body {
  const levelCells =
    levelColumns.length > 1 ? readLevelCells(grid, levelColumns, columns.code) : null;
  const items: RawRow[] = [];
  const summaries: SummaryRow[] = [];
  const hidden = new Set(grid.sheet.hiddenRows);
  for (let row = first; row < end; row += 1) {
    if (skip.has(row)) continue;
    const raw = readRow(grid, columns, row, hidden.has(row));
    const label = levelColumns.map((column) => grid.text(row, column)).find((text) => text.trim());
    const summary = asSummary(grid, columns, label === undefined ? raw : { ...raw, name: label });
    if (levelCells && !summary) raw.levels = namedByLevels(raw, levelCells(row), columns);
    if (summary) summaries.push(summary);
    else if (isItem(raw, columns)) items.push(raw);
  }
  const kept = withoutStrayHeadings(withoutNotes(items, lastFigureRow(items, summaries)));
  const last = Math.max(
    first - 1,
    ...kept.map((raw) => raw.row),
    ...summaries.map(({ row }) => row),
  );
  const beside = firstBeside(kept);
  const shapes = kept.map(({ code, bold, indent }, i) => ({
    ...{ code, bold, indent },
    besideAreas: i >= beside,
  }));
  const byColumn = kept.flatMap((raw) => raw.levels ?? []);
  const isCoded = kept.some((raw) => raw.code.includes('.'));
  const levels =
    byColumn.length === kept.length && !isCoded ? levelsByColumn(byColumn) : readLevels(shapes);
  const rows = kept.map((raw, i): ScoreRow => toScoreRow(raw, i, levels));
  rows.forEach((row, i) => {
    const parent = row.parent === null ? undefined : rows[row.parent];
    parent?.children.push(i);
  });
  markOutside(rows);
  for (const row of rows) row.isLeaf = row.children.length === 0 && !isHeading(row);
  return {
    rows,
    summaryRows: withSubtotals(summaries),
    last,
    partial: looksPartial(shapes, levels),
  };
}

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

/** Takes the name that the level columns give; a code merged down an area's rows is the area's. */
function namedByLevels(raw: RawRow, cells: LevelCells, columns: Columns): LevelCells {
  const led = columns.code === undefined ? splitLedName(cells.name) : null;
  raw.name = led?.name ?? cells.name;
  if (led) raw.code = led.code;
  else if (cells.codeIsArea && cells.depth > 0) raw.code = '';
  return cells;
}

function readRow(grid: Grid, columns: Columns, row: number, hidden: boolean): RawRow {
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
    const entry = readFigure(grid, row, column, ceiling);
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

function isItem(raw: RawRow, columns: Columns): boolean {
  const hasFigure = figureRoles.some((role) => (raw.figures[role]?.kind ?? 'blank') !== 'blank');
  const shape = codeShape(raw.code);
  if (raw.name === '') return shape === 'decimal' && hasFigure;
  if (shape === 'decimal' || shape === 'roman' || shape === 'capital') return true;
  if (shape !== 'none') return hasFigure;
  return hasFigure
    ? raw.figures.max?.kind !== 'blank' || hasScore(raw)
    : isHeadingText(raw, columns);
}

function hasScore(raw: RawRow): boolean {
  return (['self', 'appraised1', 'appraised2'] as const).some(
    (role) => (raw.figures[role]?.kind ?? 'blank') !== 'blank',
  );
}

/** A bold line without code and figures, alone in its row or merged over it, may head what follows. */
function isHeadingText(raw: RawRow, columns: Columns): boolean {
  if (!raw.bold || (raw.texts.opinion?.text ?? '') !== '' || columns.name === undefined)
    return false;
  return !/^(tm|kt|tl|q|chủ tịch|phó|người|nơi nhận|ghi chú|thủ trưởng|giám đốc|trưởng)\b/u.test(
    foldText(raw.name),
  );
}

/** The last row that holds points; -1 when none does, as in a sheet that nobody filled in. */
function lastFigureRow(items: readonly RawRow[], summaries: readonly SummaryRow[]): number {
  const rows = [...items, ...summaries].filter(hasFigures).map(({ row }) => row);
  return Math.max(-1, ...rows);
}

/** Words in a figure's column may be a signature's. */
function hasFigures({ figures }: Pick<RawRow, 'figures'>): boolean {
  return figureRoles.some(
    (role) => !['blank', 'notNumber'].includes(figures[role]?.kind ?? 'blank'),
  );
}

/** Beneath the last points stand notes and signatures; a criterion only where it follows at once, with its code. */
function withoutNotes(items: readonly RawRow[], end: number): RawRow[] {
  if (end < 0) return [...items];
  let next = end + 1;
  return items.filter((raw) => {
    if (raw.row <= end) return true;
    const follows = raw.row === next && !raw.led && codeShape(raw.code) === 'decimal';
    if (follows) next += 1;
    return follows;
  });
}

/** Headings that head nothing (a signature, a note) are not criteria. */
function withoutStrayHeadings(items: readonly RawRow[]): RawRow[] {
  const isHeaded = items[0]?.code === '' && items.every((raw) => !raw.code.includes('.'));
  const hasCodedTop =
    !isHeaded &&
    items.some(
      (raw) => ['roman', 'capital'].includes(codeShape(raw.code)) || /^\d+$/.test(raw.code),
    );
  return items.filter((raw, i) => {
    if (
      raw.code !== '' ||
      figureRoles.some((role) => (raw.figures[role]?.kind ?? 'blank') !== 'blank')
    )
      return true;
    return !hasCodedTop && items.slice(i + 1).some((later) => later.figures.max?.points);
  });
}

/**
 * Rows without a code that say "Điểm thưởng", "Điểm phạt" and end the table belong to no area above them.
 * @returns the index of the first of them; the number of rows where there is none
 */
function firstBeside(rows: readonly RawRow[]): number {
  let first = rows.length;
  while (first > 0) {
    const { code, name } = rows[first - 1] ?? { code: '', name: '' };
    if (code !== '' || signOfName(name) === null) break;
    first -= 1;
  }
  return first;
}

/** "Điểm thưởng", "Điểm phạt" and what stands under them: outside the scale. */
function markOutside(rows: readonly ScoreRow[]): void {
  for (const row of rows) {
    const above = row.parent === null ? undefined : rows[row.parent]?.outside;
    const own = signOfName(row.name) ?? above;
    if (own) row.outside = own;
  }
}

function isHeading(row: ScoreRow): boolean {
  return (
    row.code === '' && figureRoles.every((role) => (row.figures[role]?.kind ?? 'blank') === 'blank')
  );
}

function toScoreRow(raw: RawRow, i: number, levels: ReturnType<typeof readLevels>): ScoreRow {
  const { level = 0, parent = null, areaCode = '' } = levels[i] ?? {};
  const { row, code, name, figures, texts, hidden } = raw;
  return {
    row,
    code,
    name,
    level,
    parent,
    children: [],
    isLeaf: false,
    areaCode,
    figures,
    texts,
    assessment: assessmentOf(raw),
    hidden,
    ...(raw.levels ? { area: raw.levels.area } : {}),
  };
}

const NOT_APPLICABLE = /^(không áp dụng|k\.?a\.?d|kad|n\/a)$/u;
const NOT_ASSESSED = /^(chưa|không) (đánh giá|chấm|thẩm định)|^chưa đến kỳ/u;

/** "Không áp dụng" or "Chưa đánh giá" in the assessment, declared or any score column takes the row out of the base. */
function assessmentOf(raw: RawRow): Assessment {
  const said = [
    raw.texts.assessment?.text,
    raw.texts.declared?.text,
    raw.figures.self?.text,
    raw.figures.appraised1?.text,
    raw.figures.appraised2?.text,
  ].map((text) => foldText(text ?? ''));
  if (said.some((text) => NOT_APPLICABLE.test(text))) return 'notApplicable';
  return said.some((text) => NOT_ASSESSED.test(text)) ? 'notAssessed' : 'assessed';
}

/** Which sign the sheet prints deductions with, by majority of those that are not zero. */
export function deductionSign(rows: readonly ScoreRow[]): 'negative' | 'positive' | 'unknown' {
  const signs = rows
    .map((row) => row.figures.deduction?.points)
    .filter((value): value is Points => value !== null && value !== undefined && !value.eq(0));
  const balance = sumPoints(signs.map((value) => value.div(value.abs())));
  if (signs.length === 0) return 'unknown';
  return balance.lt(0) ? 'negative' : 'positive';
}

export function tableColumns(columns: Columns): { first: number; last: number } {
  const known = Object.values(columns as Record<ColumnRole, number>);
  return { first: Math.min(...known), last: Math.max(...known) };
}
