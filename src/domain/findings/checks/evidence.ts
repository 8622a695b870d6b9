/**
 * Arithmetic inside the texts of a row, and against its score. Gives evidence-percent-wrong,
 * evidence-parts-exceed, evidence-percent-over-100, evidence-formula-wrong, evidence-score-differs and,
 * once for a sheet, rounding-mixed. Pure reading of texts is in `evidence/`.
 */
import { cutPoints, explainScore, type Rounding } from '../evidence/explainScore';
import {
  outside,
  readExceedingParts,
  readPercentClaims,
  readPercentsOverWhole,
} from '../evidence/claims';
import { readTextNumbers, type Ratio } from '../evidence/numbersInText';
import { readStatedFormulas } from '../evidence/statedFormula';
import { points, roundPoints, ZERO, type Points } from '../../points';
import { deductionOf } from '../../scoring/summary';
import {
  effectiveAppraised,
  type ScoreRow,
  type TextEntry,
  type TextRole,
} from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { appraisedOf, assessedRows, figureOf, scoredRows } from '../sheetFacts';

/** Columns whose words are about what was done; names, methods and tasks speak of rules and targets. */
const evidenceRoles = [
  'opinion',
  'explanation',
  'evidence',
  'declared',
  'note',
] as const satisfies TextRole[];

export function checkEvidence({ sheet }: CheckContext): Finding[] {
  const rows = assessedRows(sheet);
  const inTexts = rows.flatMap((row) =>
    evidenceRoles.flatMap((role) => {
      const entry = row.texts[role];
      return entry && entry.text !== '' && !entry.inheritedFrom ? checkText(row, entry) : [];
    }),
  );
  const leaves = scoredRows(sheet);
  return [...inTexts, ...leaves.flatMap(checkScore), ...checkRounding(leaves)];
}

function checkText(row: ScoreRow, entry: TextEntry): Finding[] {
  const { text, place } = entry;
  const percents = readPercentClaims(text).filter((claim) => !claim.holds);
  const formulas = readStatedFormulas(text).filter((formula) => !formula.holds);
  return [
    ...percents.map(({ ratio, percent, actual, meantPart }) =>
      makeFinding('evidence-percent-wrong', {
        place,
        row,
        params: {
          ratio: ratio.text,
          stated: percent.value,
          actual: roundPoints(actual, 2),
          meant: meantPart === null ? null : `${meantPart.toFixed()}/${ratio.whole.toFixed()}`,
        },
      }),
    ),
    ...readExceedingParts(text).map(({ done, undone, sum }) =>
      makeFinding('evidence-parts-exceed', {
        place,
        row,
        params: { first: done.text, second: undone.text, sum, whole: done.whole },
      }),
    ),
    ...readPercentsOverWhole(text).map((percent) =>
      makeFinding('evidence-percent-over-100', { place, row, params: { stated: percent.value } }),
    ),
    ...formulas.map((formula) =>
      makeFinding('evidence-formula-wrong', {
        place,
        row,
        params: {
          left: formula.left,
          right: formula.right,
          actual: roundPoints(formula.value, 4),
          unit: formula.isPercent ? '%' : '',
        },
      }),
    ),
  ];
}

/** What the opinion's own figures make of the max, and the words they stand in. */
interface Basis {
  text: string;
  exact: Points;
  /** The claim that names a score outright, and not a share of the max. */
  isScore: boolean;
}

/**
 * Only speaks where the opinion gives one ratio (or a formula, or points): tiers and conditions make other
 * scores. A score of nothing, all, or a quarter of the max looks like a tier and is left alone.
 */
function checkScore(row: ScoreRow): Finding[] {
  const entry = effectiveAppraised(row);
  const max = figureOf(row, 'max');
  const score = appraisedOf(row);
  if (!entry || !max || !score || max.lte(0)) return [];
  const bases = readBases(row, max);
  const main = bases[0];
  if (!main || bases.some((basis) => explainScore(basis.exact, score) !== null)) return [];
  if (!main.isScore && isTier(score, max)) return [];
  return [
    makeFinding('evidence-score-differs', {
      place: entry.place,
      row,
      params: {
        basis: main.text,
        max,
        score,
        expected: roundPoints(main.exact, 2),
        cut: cutPoints(main.exact, 2),
        kind: main.isScore ? 'stated' : 'ratio',
      },
      related: [row.texts.opinion?.place, row.figures.max?.place],
    }),
  ];
}

/** Figures of the opinion that could make the score, the first of them the one to quote. */
function readBases(row: ScoreRow, max: Points): Basis[] {
  const text = row.texts.opinion?.text ?? '';
  const formulas = readStatedFormulas(text);
  const { ratios, percents } = readTextNumbers(text);
  const stated = formulas.filter((formula) => !formula.isPercent && formula.stated.lte(max));
  if (stated.length > 0) {
    return stated.flatMap(({ left, right, stated: value }) => [
      { text: `${left} = ${right}`, exact: value, isScore: true },
    ]);
  }
  const scores = ratios.filter((ratio) => ratio.kind === 'points' && ratio.whole.eq(max));
  if (scores.length > 0) return scores.flatMap((ratio) => pointBases(row, ratio, max));
  const counts = ratios.filter((ratio) => ratio.kind === 'count');
  const whole = counts[0]?.whole;
  if (!whole || counts.some((ratio) => !ratio.whole.eq(whole))) return [];
  const shares = counts.map((ratio) => ({ text: ratio.text, share: shareOf(ratio) }));
  const said = outside(percents, formulas).filter((percent) => !percent.isBound);
  const stating = said.map((percent) => ({ text: percent.text, share: percent.value.div(100) }));
  return [...shares, ...stating].map(({ text: words, share }) => ({
    text: words,
    exact: share.times(max),
    isScore: false,
  }));
}

/** Points said in the opinion may be those given, those claimed or those cut. */
function pointBases(row: ScoreRow, ratio: Ratio, max: Points): Basis[] {
  const others = [figureOf(row, 'self'), deductionOf(row)].some((figure) => figure?.eq(ratio.part));
  if (others) return [];
  return [
    { text: ratio.text, exact: ratio.part, isScore: true },
    { text: ratio.text, exact: max.minus(ratio.part), isScore: true },
  ];
}

function shareOf(ratio: Ratio): Points {
  const share = ratio.part.div(ratio.whole);
  return ratio.negated ? points(1).minus(share) : share;
}

function isTier(score: Points, max: Points): boolean {
  return score.times(4).mod(max).eq(ZERO);
}

/** Rows whose score was rounded half-up stand beside rows whose score was cut: said once, corrected never. */
function checkRounding(leaves: readonly ScoreRow[]): Finding[] {
  const rounded = leaves.flatMap((row) => {
    const rounding = roundingOfRow(row);
    return rounding ? [{ row, rounding }] : [];
  });
  const halfUp = rounded.filter(({ rounding }) => rounding === 'halfUp');
  const cut = rounded.filter(({ rounding }) => rounding === 'cut');
  if (halfUp.length === 0 || cut.length === 0) return [];
  const codes = (list: typeof rounded) => list.map(({ row }) => row.code).join(', ');
  return [
    makeFinding('rounding-mixed', {
      place: null,
      params: { halfUp: codes(halfUp), cut: codes(cut) },
      related: [...halfUp, ...cut].map(({ row }) => effectiveAppraised(row)?.place),
    }),
  ];
}

/** How the score of a row comes from the one ratio of its opinion; null when there is none, or it does not. */
function roundingOfRow(row: ScoreRow): Rounding | null {
  const max = figureOf(row, 'max');
  const score = appraisedOf(row);
  if (
    !max ||
    !score ||
    readPercentClaims(row.texts.opinion?.text ?? '').some((claim) => !claim.holds)
  )
    return null;
  const counts = readTextNumbers(row.texts.opinion?.text ?? '').ratios.filter(
    (ratio) => ratio.kind === 'count',
  );
  const [only] = counts;
  return only && counts.length === 1 ? explainScore(shareOf(only).times(max), score) : null;
}
