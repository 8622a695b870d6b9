/**
 * Scores against the framework's rules: what was declared gives an expected score, with its working.
 * Gives score-differs-from-rule (beyond 0,01: documents round both ways, so closer is no finding) and
 * declared-unusable. Advice: which figure is right, the rule's or the council's, is for a person to say.
 */
import type { FlatNode } from '../../framework/framework';
import { ruleAnswers } from '../../framework/ruleAnswers';
import { roundPoints, type Points } from '../../points';
import { computeExpected, differsFromRule, formatWorking } from '../../scoring/expectedScore';
import type { FigureRole, ScoreRow } from '../../scoring/scoreSheet';
import type { Check } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { assessedRows, figureOf, frameworkLookup, textOf } from '../sheetFacts';

export const checkExpected: Check = ({ sheet, framework }) => {
  if (framework === null || sheet.columns.declared === undefined) return [];
  const nodeOf = frameworkLookup(framework);
  return assessedRows(sheet)
    .filter((row) => row.isLeaf)
    .flatMap((row) => checkRow(row, nodeOf(row)));
};

function checkRow(row: ScoreRow, flat: FlatNode | null): Finding[] {
  const node = flat?.node;
  const max = figureOf(row, 'max');
  const declared = textOf(row, 'declared');
  if (!node?.rule || max === null) return [];
  const expected = computeExpected(node.rule, max, declared);
  if (expected.kind === 'outOfBase') return [];
  if (expected.kind === 'none') {
    if (expected.reason === 'blank') return [];
    const place = row.texts.declared?.place ?? null;
    const answers = ruleAnswers(node.rule)?.map((answer) => `“${answer}”`);
    return [
      makeFinding('declared-unusable', {
        place,
        row,
        params: { declared, reason: expected.reason, answers: answers?.join(', ') },
      }),
    ];
  }
  const working = formatWorking(expected.working, '.', 4);
  return (['self', 'appraised1', 'appraised2'] as const).flatMap((role) =>
    compare(row, role, expected.points, working),
  );
}

function compare(row: ScoreRow, role: FigureRole, expected: Points, working: string): Finding[] {
  const entry = row.figures[role];
  const score = entry?.points;
  if (!entry || !score || !differsFromRule(score, expected)) return [];
  return [
    makeFinding('score-differs-from-rule', {
      place: entry.place,
      row,
      params: { role, score, expected, shown: roundPoints(expected, 2), working },
      related: [row.texts.declared?.place],
    }),
  ];
}
