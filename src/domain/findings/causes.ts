/**
 * One cell, one cause, one finding: where two checks speak of the same cell and one names the cause of
 * what the other sees, only the cause is reported. The whole order of precedence stands here.
 */
import type { FindingCode } from './catalogue';
import type { Finding } from './finding';

/** Each code with those that are its consequences in the same cell. */
const consequences: Partial<Record<FindingCode, readonly FindingCode[]>> = {
  'formula-wrong-row': [
    'deduction-wrong',
    'deduction-sign',
    'parent-sum-wrong',
    'parent-max-not-sum',
    'total-wrong',
    'sum-off-by-rounding',
  ],
  'formula-omits-rows': [
    'parent-sum-wrong',
    'parent-max-not-sum',
    'total-wrong',
    'sum-off-by-rounding',
  ],
  'formula-counts-twice': [
    'parent-sum-wrong',
    'parent-max-not-sum',
    'total-wrong',
    'sum-off-by-rounding',
  ],
  'deduction-wrong': ['formula-overwritten', 'deduction-sign'],
  'parent-sum-wrong': ['formula-overwritten', 'deduction-sign'],
  'parent-max-not-sum': ['formula-overwritten'],
  'total-wrong': ['formula-overwritten', 'deduction-sign'],
  'sum-off-by-rounding': ['formula-overwritten', 'deduction-sign'],
  'score-above-max': ['score-too-precise'],
  'max-differs-from-framework': ['parent-max-not-sum', 'score-too-precise', 'formula-overwritten'],
  'figure-error': ['formula-wrong-row', 'formula-omits-rows', 'formula-counts-twice'],
  'figure-numeric-text': ['formula-overwritten'],
  'figure-not-number': ['formula-overwritten'],
  'code-damaged': [
    'code-order',
    'code-gap',
    'code-orphan',
    'framework-row-extra',
    'framework-code-differs',
  ],
  'code-duplicate': ['code-order', 'framework-row-extra', 'framework-code-differs'],
  'framework-code-differs': ['code-order', 'code-gap', 'code-orphan'],
};

/** Drops what another finding of the same cell already explains. */
export function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const codesAt = new Map<string, Set<FindingCode>>();
  for (const finding of findings) {
    const key = keyOf(finding);
    codesAt.set(key, (codesAt.get(key) ?? new Set()).add(finding.code));
  }
  return findings.filter((finding) => {
    if (finding.place === null) return true;
    const others = codesAt.get(keyOf(finding)) ?? new Set();
    return ![...others].some((code) => consequences[code]?.includes(finding.code));
  });
}

function keyOf({ place }: Finding): string {
  return place ? `${place.row},${place.column}` : '';
}
