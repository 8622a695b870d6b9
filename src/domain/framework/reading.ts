/**
 * What a table was understood as, row by row. Every source row is here exactly once or, where one row
 * names several levels side by side, once for each: nothing unrecognised disappears. A person mends the
 * rows (see `editReading`), and the framework is made from them anew each time.
 */
import type { ColumnRole } from '../scoring/scoreSheet';
import type { Framework } from './framework';

/**
 * - `node`: an area, criterion or subcriterion · `method`: a line on how to score the node above
 * - `continuation`: the rest of a name that a page break cut · `total`/`subtotal`: sums up
 * - `title`: above the header · `header` · `repeatedHeader` · `footnote` · `blank`
 * - `ignored`: the person said so · `unread`: not understood, see `reason`
 */
export type RowKind =
  | 'node'
  | 'method'
  | 'continuation'
  | 'total'
  | 'subtotal'
  | 'title'
  | 'header'
  | 'repeatedHeader'
  | 'footnote'
  | 'blank'
  | 'ignored'
  | 'unread';

/** `otherTable`: a table that is none of criteria · `afterTable`: beneath it · `noName`: figures only. */
export type UnreadReason = 'otherTable' | 'afterTable' | 'noName';

export interface RowReading {
  /** Index in `rows`; stays the same through all edits. */
  id: number;
  /** Where it stood: table and row, zero-based. */
  table: number;
  row: number;
  /** What the row says, cell by cell, as found. */
  texts: string[];
  kind: RowKind;
  reason: UnreadReason | null;
  /** Of a node: 0 for an area. Of anything else: what it would be as a node. */
  level: number;
  /** True once a person set the level: codes no longer overrule it. */
  levelSet: boolean;
  code: string;
  name: string;
  /** Canonical points text; null when the row gives none that can be read. */
  max: string | null;
  /** What stands in the column of maxima. */
  maxText: string;
  method: string;
  evidence: string;
  /** Who answers for it; see `responsibleText`. */
  responsible: string;
  survey: boolean;
}

/** A column of the table: what it was taken for; null when nothing known. */
export interface ColumnReading {
  table: number;
  column: number;
  label: string;
  /** What the first of its cells beneath the header says; "" when all are blank. */
  example: string;
  role: ColumnRole | null;
}

/** What reading has to say; worded in `i18n` by code. Row problems name the row. */
export interface ReadingProblem {
  code: ReadingProblemCode;
  /** Id of the row; null for the table as a whole. */
  row: number | null;
  params: Readonly<Record<string, string>>;
}

export const readingProblemCodes = [
  'emptyTable', // nothing in it
  'tooManyRows', // count, limit
  'noHeader', // columns were guessed from what stands in them
  'oldEncoding', // encoding: typed for the fonts of before Unicode
  'notCriteria', // no column of names could be told: nothing was read
  'noMaxColumn', // no column of maxima
  'severalMaxColumns', // taken, others: labels of columns
  'noNodes', // a header, but no criterion beneath it
  'codeRepaired', // from, to, name
  'dateCode', // from, to, name
  'maxUnreadable', // text, name
  'maxNegative', // text, name
  'maxAmbiguous', // text, taken, name
  'impliedArea', // area, code: the area has no row of its own
  'levelJump', // code, name
  'codesGiven', // count: rows without a code were numbered
  'maybeSurvey', // code, name
  'totalMismatch', // text, declared, found
  'unreadRows', // count
] as const;
export type ReadingProblemCode = (typeof readingProblemCodes)[number];

/** What the title block says of the framework, as far as it does. */
export type FrameworkHead = Pick<
  Framework,
  'id' | 'title' | 'decision' | 'issuer' | 'province' | 'level' | 'year'
>;

export interface FrameworkReading {
  rows: RowReading[];
  columns: ColumnReading[];
  /** The table that a choice of columns speaks of; tables of the same width follow it. */
  main: number;
  head: FrameworkHead;
  /** What the rows make; null while no row is a criterion. */
  draft: Framework | null;
  problems: ReadingProblem[];
}
