/**
 * The catalogue of findings: each code with its severity. Wording lives in `i18n`, by code; what each
 * one means stands there, and with the check that gives it.
 *
 * Severities: `error` = two cells of the sheet (or the sheet and its framework) contradict each other, or
 * a figure cannot be used; `warning` = a careful reader asks about it; `info` = worth knowing.
 */
import type { Severity } from './finding';

export const catalogue = {
  // figures: how a cell holds its points
  'figure-error': 'error',
  'figure-not-number': 'error',
  'figure-date': 'error',
  'figure-percent': 'error',
  'figure-numeric-text': 'warning',
  'figure-ambiguous': 'warning',
  // scores against their bounds
  'score-below-zero': 'error',
  'score-above-max': 'error',
  'score-missing': 'warning',
  'scores-not-entered': 'info',
  'max-missing': 'error',
  'max-shared': 'warning',
  'score-too-precise': 'info',
  // against the framework
  'max-differs-from-framework': 'error',
  'score-above-framework-max': 'error',
  'framework-row-missing': 'warning',
  'framework-row-extra': 'warning',
  'framework-row-renamed': 'warning',
  'framework-code-differs': 'warning',
  'framework-partial': 'info',
  'framework-does-not-fit': 'warning',
  'score-differs-from-rule': 'warning',
  'declared-unusable': 'warning',
  // codes
  'code-duplicate': 'error',
  'code-damaged': 'warning',
  'code-not-text': 'info',
  'code-blanks': 'info',
  'code-order': 'warning',
  'code-gap': 'warning',
  'code-orphan': 'warning',
  // arithmetic
  'deduction-wrong': 'error',
  'deduction-missing': 'warning',
  'deduction-sign': 'warning',
  'parent-max-not-sum': 'error',
  'parent-sum-wrong': 'error',
  'total-wrong': 'error',
  'sum-off-by-rounding': 'info',
  'base-below-maxima': 'error',
  'base-counts-unassessed': 'error',
  'index-wrong': 'error',
  // formulas and view
  'formula-wrong-row': 'error',
  'formula-omits-rows': 'error',
  'formula-counts-twice': 'error',
  'formula-overwritten': 'warning',
  'row-unread': 'warning',
  'hidden-rows-with-points': 'warning',
  'view-filtered': 'info',
  // review
  'appraised-above-self': 'warning',
  'deduction-without-opinion': 'warning',
  'deduction-without-responsible': 'warning',
  'cut-without-opinion': 'warning',
  'opinion-without-cut': 'warning',
  'opinion-disagrees': 'warning',
  'opinion-agrees-but-cut': 'warning',
  'explanation-missing': 'info',
  'round2-without-round1': 'warning',
  // arithmetic inside the texts
  'evidence-percent-wrong': 'warning',
  'evidence-parts-exceed': 'warning',
  'evidence-percent-over-100': 'warning',
  'evidence-formula-wrong': 'warning',
  'evidence-score-differs': 'warning',
  'rounding-mixed': 'info',
  'document-two-dates': 'warning',
  'date-after-period': 'warning',
  // responsible units
  'unit-unknown': 'warning',
  'unit-spellings': 'info',
  'unit-no-lead': 'info',
  'unit-group-unnamed': 'info',
  // how texts are written
  'text-markup': 'warning',
  'text-latex': 'warning',
  'text-decomposed': 'info',
  'text-double-blanks': 'info',
  'text-line-break': 'info',
  'text-tone': 'info',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof catalogue;
