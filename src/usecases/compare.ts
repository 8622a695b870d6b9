/**
 * So sánh: two sheets of one unit side by side, in two workbooks or in one: self-score before and after,
 * this period and the last, round 1 and 2.
 */
import { comparisonTable, type ComparisonWords } from '../domain/letters/comparisonTable';
import type { TableDocument } from '../domain/letters/tableDocument';
import { compareSheets, type SheetComparison } from '../domain/scoring/compare';
import type { ScoreRow, ScoreSheet } from '../domain/scoring/scoreSheet';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { COMPARISON_SHEET, planDocumentSheet } from './documentSheet';
import type { Plan } from './plan';
import type { WorkbookReading } from './readWorkbook';

export interface TableComparison {
  before: ScoreSheet;
  after: ScoreSheet;
  comparison: SheetComparison;
}

/**
 * Tables of the same name belong together; where no names agree, the first of each workbook.
 * @returns nothing when one of the workbooks has no score table
 */
export function compareWorkbooks(
  before: WorkbookReading,
  after: WorkbookReading,
): TableComparison[] {
  const named = after.tables.flatMap((table) => {
    const old = before.tables.find((candidate) => candidate.id === table.id);
    return old ? [compareTables(old, table)] : [];
  });
  const [old] = before.tables;
  const [now] = after.tables;
  return named.length > 0 || !old || !now ? named : [compareTables(old, now)];
}

export function compareTables(before: ScoreSheet, after: ScoreSheet): TableComparison {
  return { before, after, comparison: compareSheets(before, after) };
}

/** Round 1 against round 2 of one sheet; null when it has no second round. */
export function compareRounds(table: ScoreSheet): TableComparison | null {
  const second = table.rows.some((row) => (row.figures.appraised2?.kind ?? 'blank') !== 'blank');
  return second ? compareTables(withoutRound2(table), table) : null;
}

function withoutRound2(table: ScoreSheet): ScoreSheet {
  const strip = (row: ScoreRow): ScoreRow => {
    const figures = { ...row.figures };
    delete figures.appraised2;
    return { ...row, figures };
  };
  return { ...table, rows: table.rows.map(strip) };
}

/** @param names what the reader knows the two sheets by: file and sheet, or "Lần 1", "Lần 2" */
export function makeComparison(
  { comparison }: TableComparison,
  names: { before: string; after: string },
  words: ComparisonWords,
): TableDocument {
  return comparisonTable(comparison, names, words);
}

export function planComparisonSheet(snapshot: WorkbookSnapshot, doc: TableDocument): Plan {
  return planDocumentSheet(snapshot, doc, COMPARISON_SHEET);
}
