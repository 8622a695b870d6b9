/**
 * The catalogue of findings: each code with its severity. Wording lives in `i18n`, by code; what each
 * one means stands there, and with the check that gives it.
 */
import type { Severity } from './finding';

export const catalogue = {
  // figures
  'figure-not-number': 'error',
  'figure-numeric-text': 'warning',
  'figure-ambiguous': 'warning',
  'score-below-zero': 'error',
  'score-above-max': 'error',
  'score-missing': 'warning',
  'max-missing': 'error',
  // against the framework
  'max-differs-from-framework': 'error',
  'score-above-framework-max': 'error',
  // codes
  'code-duplicate': 'error',
  'code-damaged': 'warning',
  // arithmetic
  'deduction-wrong': 'error',
  'parent-max-not-sum': 'error',
  // review
  'appraised-above-self': 'warning',
  'deduction-without-opinion': 'warning',
  'deduction-without-responsible': 'warning',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof catalogue;
