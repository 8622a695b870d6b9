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
  // against the framework
  'max-differs-from-framework': 'error',
  'score-above-framework-max': 'error',
  // codes
  'code-duplicate': 'error',
  'code-damaged': 'warning',
  'code-not-text': 'info',
  'code-blanks': 'info',
  // arithmetic
  'deduction-wrong': 'error',
  'deduction-missing': 'warning',
  'parent-max-not-sum': 'error',
  'parent-sum-wrong': 'error',
  // review
  'appraised-above-self': 'warning',
  'deduction-without-opinion': 'warning',
  'deduction-without-responsible': 'warning',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof catalogue;
