/**
 * The council's work as a reader follows it: who gave how much, and whether the words and the units that
 * belong to a loss are there. Gives appraised-above-self, deduction-without-opinion,
 * deduction-without-responsible.
 */
import { deductionOf } from '../../scoring/summary';
import { effectiveAppraised, type ScoreRow, type ScoreSheet } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { assessedRows, figureOf, hasColumn, textOf } from '../sheetFacts';

export function checkReview({ sheet }: CheckContext): Finding[] {
  return assessedRows(sheet)
    .filter((row) => row.isLeaf)
    .flatMap((row) => [...checkGenerosity(row), ...checkWordsOfLoss(sheet, row)]);
}

/** A council confirms or cuts; more than the unit claimed is asked about. */
function checkGenerosity(row: ScoreRow): Finding[] {
  const self = figureOf(row, 'self');
  const entry = effectiveAppraised(row);
  const max = figureOf(row, 'max');
  if (!self || self.lt(0) || !entry?.points || entry.points.lte(self)) return [];
  // Out of bounds is the worse trouble, and it has its own finding.
  if (max && entry.points.gt(max)) return [];
  return [
    makeFinding('appraised-above-self', {
      place: entry.place,
      row,
      params: { appraised: entry.points, self },
      related: [row.figures.self?.place],
    }),
  ];
}

function checkWordsOfLoss(sheet: ScoreSheet, row: ScoreRow): Finding[] {
  const loss = deductionOf(row);
  if (!loss || loss.lte(0)) return [];
  const findings: Finding[] = [];
  const cells = [row.figures.deduction?.place ?? effectiveAppraised(row)?.place];
  if (hasColumn(sheet, 'opinion') && textOf(row, 'opinion') === '') {
    const place = row.texts.opinion?.place ?? null;
    const parts = { place, row, params: { loss }, related: cells };
    findings.push(makeFinding('deduction-without-opinion', parts));
  }
  if (hasColumn(sheet, 'responsible') && textOf(row, 'responsible') === '') {
    const place = row.texts.responsible?.place ?? null;
    const parts = { place, row, params: { loss }, related: cells };
    findings.push(makeFinding('deduction-without-responsible', parts));
  }
  return findings;
}
