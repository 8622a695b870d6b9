/**
 * Score sheets from compact literals, for tests of the core: a row is its cells in the order of the
 * columns, a number is a number, text is read as recognition reads it.
 */
import { points } from '../../src/domain/points';
import {
  figureRoles,
  type CellRange,
  type ColumnRole,
  type EntryKind,
  type FigureEntry,
  type FigureRole,
  type ScoreRow,
  type ScoreSheet,
  type SummaryRow,
  type TextEntry,
  type TextRole,
} from '../../src/domain/scoring/scoreSheet';
import { normaliseCode } from '../../src/domain/text/code';
import { readNumber } from '../../src/domain/text/readNumber';
import { looksPartial, readLevels } from '../../src/workbook/recognise/levels';
import { deductionSign } from '../../src/workbook/recognise/tableRows';

export type Cell =
  | string
  | number
  | null
  | { date: string }
  | { error: string }
  | { percent: string }
  /** A code cell that holds a number, as it shows. */
  | { numberCode: string }
  | { formula: string; value: number; references?: readonly CellRange[] }
  /** Blank under the vertical merge that begins so many rows above. */
  | { under: number };

export const standardColumns: readonly ColumnRole[] = [
  'code',
  'name',
  'max',
  'self',
  'appraised1',
  'deduction',
  'opinion',
  'responsible',
];

export interface SheetLiteral {
  /** Standard columns when left out. */
  columns?: readonly ColumnRole[];
  rows: readonly (readonly Cell[])[];
  /** Rows that sum up, by the columns; they stand below the table. */
  summary?: readonly { kind: SummaryRow['kind']; areaCode?: string; cells: readonly Cell[] }[];
  /** What to change of single rows, by index. */
  more?: Readonly<Record<number, Partial<ScoreRow>>>;
  sheet?: Partial<ScoreSheet>;
}

/** The first criterion stands in row 3 of the sheet (zero-based 2): a title and a header above it. */
export const FIRST_ROW = 2;

export function scoreSheetOf(literal: SheetLiteral): ScoreSheet {
  const columns = literal.columns ?? standardColumns;
  const rows = withTree(literal.rows.map((cells, i) => makeRow(literal, columns, cells, i)));
  rows.forEach((row, i) => Object.assign(row, literal.more?.[i] ?? {}));
  const lastRow = FIRST_ROW + rows.length - 1;
  const shapes = rows.map((row) => ({ code: row.code, bold: false, indent: 0 }));
  return {
    id: 'Bảng',
    sheet: 'Bảng',
    columnReadings: [],
    columns: Object.fromEntries(columns.map((role, i) => [role, i])),
    header: { first: 1, last: 1 },
    body: { first: FIRST_ROW, last: lastRow + (literal.summary?.length ?? 0) },
    extent: { first: 0, last: columns.length - 1 },
    rows,
    summaryRows: (literal.summary ?? []).map((summary, i) => {
      const row = lastRow + 1 + i;
      const figures = figuresOf(columns, summary.cells, row);
      return { row, kind: summary.kind, areaCode: summary.areaCode ?? '', figures };
    }),
    deductionSign: deductionSign(rows),
    partial: looksPartial(shapes, readLevels(shapes)),
    ...literal.sheet,
  };
}

function makeRow(
  literal: SheetLiteral,
  columns: readonly ColumnRole[],
  cells: readonly Cell[],
  index: number,
): ScoreRow {
  const row = FIRST_ROW + index;
  const texts: Partial<Record<TextRole, TextEntry>> = {};
  columns.forEach((role, column) => {
    if (isFigure(role)) return;
    const cell = cells[column] ?? null;
    const above = typeof cell === 'object' && cell !== null && 'under' in cell ? cell.under : 0;
    texts[role] = textEntry(literal.rows[index - above]?.[column] ?? null, row, column, above);
  });
  return {
    row,
    code: normaliseCode(texts.code?.text ?? ''),
    name: texts.name?.text ?? '',
    level: 0,
    parent: null,
    children: [],
    isLeaf: true,
    areaCode: '',
    figures: figuresOf(columns, cells, row),
    texts,
    assessment: 'assessed',
    hidden: false,
  };
}

function withTree(rows: ScoreRow[]): ScoreRow[] {
  const levels = readLevels(rows.map((row) => ({ code: row.code, bold: false, indent: 0 })));
  rows.forEach((row, i) => Object.assign(row, levels[i]));
  rows.forEach((row, i) => row.parent !== null && rows[row.parent]?.children.push(i));
  for (const row of rows) row.isLeaf = row.children.length === 0;
  return rows;
}

function figuresOf(
  columns: readonly ColumnRole[],
  cells: readonly Cell[],
  row: number,
): Partial<Record<FigureRole, FigureEntry>> {
  const figures: Partial<Record<FigureRole, FigureEntry>> = {};
  columns.forEach((role, column) => {
    if (isFigure(role)) figures[role] = figureEntry(cells[column] ?? null, row, column);
  });
  return figures;
}

function figureEntry(cell: Cell, row: number, column: number): FigureEntry {
  const entry: FigureEntry = {
    place: { sheet: 'Bảng', row, column },
    kind: 'blank',
    text: '',
    points: null,
    candidates: [],
    formula: null,
  };
  if (cell === null || cell === '') return entry;
  if (typeof cell === 'number') {
    return { ...entry, kind: 'number', text: String(cell), points: points(cell) };
  }
  if (typeof cell === 'string') return { ...entry, text: cell, ...readText(cell) };
  if ('formula' in cell) {
    const text = String(cell.value);
    const { formula, references = [] } = cell;
    return { ...entry, kind: 'number', text, points: points(cell.value), formula, references };
  }
  if ('date' in cell) return { ...entry, kind: 'date', text: cell.date };
  if ('error' in cell) return { ...entry, kind: 'error', text: cell.error };
  return 'percent' in cell ? { ...entry, kind: 'percent', text: cell.percent } : entry;
}

function readText(text: string): Pick<FigureEntry, 'kind' | 'points' | 'candidates'> {
  const reading = readNumber(text);
  const kinds: Record<typeof reading.kind, EntryKind> = {
    blank: 'blank',
    number: 'numericText',
    percent: 'percent',
    ambiguous: 'ambiguousText',
    notNumber: 'notNumber',
  };
  return {
    kind: kinds[reading.kind],
    points: reading.kind === 'number' ? reading.points : null,
    candidates: reading.kind === 'ambiguous' ? reading.candidates : [],
  };
}

function textEntry(cell: Cell, row: number, column: number, above: number): TextEntry {
  const place = { sheet: 'Bảng', row, column };
  const entry: TextEntry = {
    place,
    text: '',
    inheritedFrom: above > 0 ? { ...place, row: row - above } : null,
    formula: null,
    cellKind: 'blank',
  };
  if (cell === null || cell === '') return entry;
  if (typeof cell === 'string') return { ...entry, text: cell, cellKind: 'text' };
  if (typeof cell === 'number') return { ...entry, text: String(cell), cellKind: 'number' };
  if ('numberCode' in cell) return { ...entry, text: cell.numberCode, cellKind: 'number' };
  if ('date' in cell) return { ...entry, text: cell.date, cellKind: 'date' };
  return 'error' in cell ? { ...entry, text: cell.error, cellKind: 'error' } : entry;
}

function isFigure(role: ColumnRole): role is FigureRole {
  return (figureRoles as readonly string[]).includes(role);
}
