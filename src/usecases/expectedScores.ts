/**
 * Điểm tính theo quy tắc: for each criterion with a rule and a declared figure, the score the rule gives,
 * with its working, beside what was entered. Advice only: nothing is written into the sheet.
 */
import type { Framework } from '../domain/framework/framework';
import type { Rule } from '../domain/framework/rule';
import { points, type Points } from '../domain/points';
import { frameworkFits } from '../domain/findings/checks/frameworkRows';
import { frameworkLookup } from '../domain/findings/sheetFacts';
import { computeExpected, type ExpectedScore } from '../domain/scoring/expectedScore';
import { effectiveAppraised, type ScoreRow, type ScoreSheet } from '../domain/scoring/scoreSheet';

export interface ExpectedRow {
  row: ScoreRow;
  rule: Rule;
  /** The decision's own sentence; "" when it is not known. */
  method: string;
  declared: string;
  expected: ExpectedScore;
  self: Points | null;
  appraised: Points | null;
}

/**
 * Rows of the sheet whose criterion has a rule in the framework, in order; declared or not. None where the
 * framework is not this sheet's: its codes mean other criteria.
 */
export function expectedScores(sheet: ScoreSheet, framework: Framework | null): ExpectedRow[] {
  if (!frameworkFits({ sheet, framework, base: null })) return [];
  const nodeOf = frameworkLookup(framework);
  return sheet.rows.flatMap((row): ExpectedRow[] => {
    const node = nodeOf(row)?.node;
    if (!row.isLeaf || !node?.rule) return [];
    const max = row.figures.max?.points ?? (node.max === null ? null : points(node.max));
    if (max === null) return [];
    const declared = row.texts.declared?.text ?? '';
    return [
      {
        row,
        rule: node.rule,
        method: node.method ?? '',
        declared,
        expected: computeExpected(node.rule, max, declared),
        self: row.figures.self?.points ?? null,
        appraised: effectiveAppraised(row)?.points ?? null,
      },
    ];
  });
}
