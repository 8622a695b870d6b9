/**
 * The council's work as a reader follows it: who gave how much, and whether words, rounds and units go
 * with the points. Gives appraised-above-self, cut-without-opinion, deduction-without-opinion,
 * deduction-without-responsible, opinion-without-cut, opinion-disagrees, opinion-agrees-but-cut,
 * explanation-missing, round2-without-round1.
 */
import { deductionOf } from '../../scoring/summary';
import { effectiveAppraised, type ScoreRow, type ScoreSheet } from '../../scoring/scoreSheet';
import type { FindingCode } from '../catalogue';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { appraisedOf, figureOf, hasColumn, isBlank, scoredRows, textOf } from '../sheetFacts';
import { agreesWithSelf, opposesSelf, statesLoss } from '../opinions';

export function checkReview({ sheet }: CheckContext): Finding[] {
  const leaves = scoredRows(sheet);
  const explains = leaves.some((row) => textOf(row, 'explanation') !== '');
  return leaves.flatMap((row) => [
    ...checkGenerosity(row),
    ...checkOpinion(sheet, row),
    ...checkResponsible(sheet, row),
    ...checkRounds(sheet, row),
    ...(explains ? checkExplanation(row) : []),
  ]);
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

/** The words against the figures; at most one finding of an opinion. */
function checkOpinion(sheet: ScoreSheet, row: ScoreRow): Finding[] {
  const loss = deductionOf(row);
  const appraised = appraisedOf(row);
  const entry = row.texts.opinion;
  if (!hasColumn(sheet, 'opinion') || !entry || !loss || !appraised || loss.lt(0)) return [];
  const code = opinionFault(sheet, row);
  if (code === null) return [];
  const self = figureOf(row, 'self');
  return [
    makeFinding(code, {
      place: entry.place,
      row,
      params: { loss, appraised, self, max: figureOf(row, 'max'), cut: self?.minus(appraised) },
      related: [row.figures.self?.place, effectiveAppraised(row)?.place],
    }),
  ];
}

function opinionFault(sheet: ScoreSheet, row: ScoreRow): FindingCode | null {
  const loss = deductionOf(row);
  const appraised = appraisedOf(row);
  const self = figureOf(row, 'self');
  const opinion = textOf(row, 'opinion');
  if (!loss || !appraised) return null;
  const isCut = self !== null && appraised.lt(self);
  if (opinion === '') {
    if (loss.eq(0) || saidAbove(sheet, row, 'opinion')) return null;
    return isCut ? 'cut-without-opinion' : 'deduction-without-opinion';
  }
  if (loss.eq(0)) return statesLoss(opinion) || opposesSelf(opinion) ? 'opinion-without-cut' : null;
  if (self?.eq(appraised)) return opposesSelf(opinion) ? 'opinion-disagrees' : null;
  return isCut && agreesWithSelf(opinion) ? 'opinion-agrees-but-cut' : null;
}

function checkResponsible(sheet: ScoreSheet, row: ScoreRow): Finding[] {
  const loss = deductionOf(row);
  if (!loss?.gt(0) || !hasColumn(sheet, 'responsible') || textOf(row, 'responsible') !== '')
    return [];
  if (saidAbove(sheet, row, 'responsible')) return [];
  return [
    makeFinding('deduction-without-responsible', {
      place: row.texts.responsible?.place ?? null,
      row,
      params: { loss },
      related: [row.figures.deduction?.place ?? effectiveAppraised(row)?.place],
    }),
  ];
}

/** What stands in the row of a criterion goes for the subcriteria under it. */
function saidAbove(sheet: ScoreSheet, row: ScoreRow, role: 'opinion' | 'responsible'): boolean {
  for (let up = row.parent; up !== null; up = sheet.rows[up]?.parent ?? null) {
    const above = sheet.rows[up];
    if (above && textOf(above, role) !== '') return true;
  }
  return false;
}

/** Round 2 answers an explanation of round 1; alone it hangs in the air. */
function checkRounds(sheet: ScoreSheet, row: ScoreRow): Finding[] {
  const second = row.figures.appraised2;
  if (!hasColumn(sheet, 'appraised1') || !second || isBlank(second)) return [];
  const first = row.figures.appraised1;
  if (!first || !isBlank(first)) return [];
  return [
    makeFinding('round2-without-round1', {
      place: first.place,
      row,
      params: { score: second.points },
      related: [second.place],
    }),
  ];
}

/** Where units explain, a cut that stands without a word of theirs is worth a look. */
function checkExplanation(row: ScoreRow): Finding[] {
  const self = figureOf(row, 'self');
  const first = figureOf(row, 'appraised1');
  const entry = row.texts.explanation;
  if (!entry || !self || !first?.lt(self) || textOf(row, 'explanation') !== '') return [];
  return [
    makeFinding('explanation-missing', {
      place: entry.place,
      row,
      params: { cut: self.minus(first), self, appraised: first },
      related: [row.figures.self?.place, row.figures.appraised1?.place],
    }),
  ];
}
