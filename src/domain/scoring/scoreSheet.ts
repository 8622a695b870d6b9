/**
 * A score sheet as the core sees it: what a sheet's table says, row by row, with nothing corrected.
 * It is made by recognition (`workbook/recognise`) from a snapshot, and every operation starts from it.
 *
 * Rule kept here: an entry keeps what the person wrote (`text`) beside what was understood (`points`),
 * so that a check can always quote the cell, and nothing is guessed silently.
 */
import type { Points } from '../points';

/** A cell of a sheet, zero-based. */
export interface Place {
  sheet: string;
  row: number;
  column: number;
}

/** Columns that hold points. `appraised2` counts when given, else `appraised1`. */
export const figureRoles = [
  'max',
  'self',
  'appraised1',
  'appraised2',
  'deduction',
  'expected',
] as const;
export type FigureRole = (typeof figureRoles)[number];

/** Columns that hold words. */
export const textRoles = [
  'code',
  'name',
  'opinion',
  'responsible',
  'explanation',
  'evidence',
  'method',
  'declared',
  'assessment',
  'note',
] as const;
export type TextRole = (typeof textRoles)[number];

export type ColumnRole = FigureRole | TextRole;

/**
 * What a figure cell was found to hold.
 * - `number`: a real number · `numericText`: text that reads as one number (a spreadsheet will not sum it)
 * - `ambiguousText`: text with two readings ("14.678") · `percent`: "97,9%" or a cell in a percent format
 * - `notNumber`: words · `error`: #REF! and its kind · `date`: a date where points belong
 * - `shared`: a max merged over several criteria; `points` is this one's part where the figures beside it
 *   say so, and the first of them has the whole among its `candidates`
 */
export type EntryKind =
  | 'blank'
  | 'number'
  | 'numericText'
  | 'ambiguousText'
  | 'percent'
  | 'notNumber'
  | 'error'
  | 'date'
  | 'shared';

/** Cells that a formula reads, zero-based, ends included; `sheet` null means the formula's own. */
export interface CellRange {
  sheet: string | null;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface FigureEntry {
  place: Place;
  kind: EntryKind;
  /** What stands in the cell, as text; "" when blank. */
  text: string;
  /** The figure, for `number` and `numericText`, perhaps for `shared`; null otherwise. */
  points: Points | null;
  /** Candidates of an ambiguous text, best first; the whole of what is shared. */
  candidates: Points[];
  /** The formula with its leading "=", or null. */
  formula: string | null;
  /** What the formula refers to, in order; left out when there is none or nobody looked. */
  references?: readonly CellRange[];
}

export interface TextEntry {
  place: Place;
  /** What stands in the cell (for a code cell: what it shows). */
  text: string;
  /** Set when the text stands in another cell of the same vertical merge. */
  inheritedFrom: Place | null;
  formula: string | null;
  /** How the cell holds it; a code in a number or date cell is damaged. */
  cellKind: 'blank' | 'text' | 'number' | 'date' | 'error' | 'boolean';
}

export type Assessment = 'assessed' | 'notAssessed' | 'notApplicable';

export interface ScoreRow {
  /** Zero-based row in the sheet. */
  row: number;
  /** The code, trimmed, without trailing dot; "" when there is none. */
  code: string;
  name: string;
  /** 0 for an area; by code where there is one, else by layout. */
  level: number;
  /** Index into `rows`, or null. */
  parent: number | null;
  children: number[];
  isLeaf: boolean;
  /** First segment of the code, or the code of the area row above; "" when unknown. */
  areaCode: string;
  figures: Partial<Record<FigureRole, FigureEntry>>;
  texts: Partial<Record<TextRole, TextEntry>>;
  assessment: Assessment;
  /** Points outside the scale: they are no part of the base. Left out for an ordinary criterion. */
  outside?: 'bonus' | 'penalty';
  hidden: boolean;
  /** Name of the area, where it stands in a column of its own beside the row. */
  area?: string;
}

/** A row of the table that sums up instead of naming a criterion. */
export interface SummaryRow {
  row: number;
  /** `page`: what a page break sums up or carries over, alone or with the pages before. */
  kind: 'subtotal' | 'total' | 'base' | 'index' | 'page';
  /** For a subtotal: whose. */
  areaCode: string;
  figures: Partial<Record<FigureRole, FigureEntry>>;
}

/** What was taken for what, and how sure that is; shown to the person, who can correct it. */
export interface ColumnReading {
  role: ColumnRole;
  column: number;
  /** The header as it stands, its rows joined. */
  header: string;
  /** 1: the header says this and nothing else; from 0.6: mostly this; below: it merely occurs. */
  confidence: number;
  /** The person chose this column herself. */
  chosen: boolean;
}

/** A column of figures that no role was given to: another year's score, one unit's of many. */
export interface UnreadColumn {
  column: number;
  /** The header as it stands, its rows joined. */
  header: string;
}

export interface ScoreSheet {
  /** Names the table: the sheet's name, with a number from the second table of the sheet on. */
  id: string;
  sheet: string;
  columnReadings: ColumnReading[];
  /** What a person said that the table has no column for; left out where she said nothing. */
  deniedColumns?: readonly ColumnRole[];
  /** Zero-based column of each role that was found. */
  columns: Partial<Record<ColumnRole, number>>;
  /** Columns of names, widest level first, where each level has its own; `columns.name` is the last. */
  levelColumns?: readonly number[];
  /** Codes of headings in those columns: they stand beside their criteria, and have no row. */
  headingCodes?: readonly string[];
  /** First and last row of the header, and of the table's body. */
  header: { first: number; last: number };
  body: { first: number; last: number };
  /** Where page breaks repeat the header within the table, top to bottom; left out when nowhere. */
  repeatedHeaders?: readonly { first: number; last: number }[];
  /** First and last column of the table. */
  extent: { first: number; last: number };
  rows: ScoreRow[];
  summaryRows: SummaryRow[];
  /** What other tables of the sheet say of the areas and of the whole; left out where none does. */
  areaSums?: readonly SummaryRow[];
  /** Rows of the sheet with a max and a score that are no row of the table: nothing names them. */
  unreadRows?: readonly number[];
  /** Columns of figures that are in no use; left out where there are none. */
  unreadColumns?: readonly UnreadColumn[];
  /** How this sheet prints deductions: −1,15 or 1,15. "unknown" when it has none. */
  deductionSign: 'negative' | 'positive' | 'unknown';
  /** True when the numbering has gaps, so that rows of the framework are plainly missing. */
  partial: boolean;
  /** Lines above the header, as written: the title block names unit and period. */
  title?: readonly string[];
  /** True while an auto-filter hides rows. */
  filtered?: boolean;
}

/** The appraised score that counts: the last round given. Null when none was given or it is unreadable. */
export function effectiveAppraised(row: ScoreRow): FigureEntry | null {
  const second = row.figures.appraised2;
  if (second && second.kind !== 'blank') return second;
  return row.figures.appraised1 ?? null;
}
