/**
 * How the criteria of a framework are told apart by their codes, in the framework and in a sheet made after
 * it. Rule kept here: a code that the framework uses in several areas ("1.1" under I and under II) says
 * nothing without its area; every other code is enough by itself, whatever area a sheet puts it under.
 */
import { codeShape, romanValue } from '../text/code';
import { flattenFramework, type FlatNode, type Framework } from './framework';

/** "IV" → "4": areas are numbered either way. */
export function codeKey(code: string): string {
  return codeShape(code) === 'roman' ? String(romanValue(code)) : code;
}

export interface CriterionKeys {
  ofNode(flat: FlatNode): string;
  /** "" for a row without a code. */
  ofRow(row: { code: string; areaCode: string }): string;
}

export function criterionKeys(framework: Framework): CriterionKeys {
  const codes = flattenFramework(framework).map(({ node }) => node.code);
  const own = areMixed(codes) ? (code: string) => code : codeKey;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const code of codes) (seen.has(own(code)) ? repeated : seen).add(own(code));
  const key = (code: string, areaCode: string) =>
    code !== '' && repeated.has(own(code)) ? `${codeKey(areaCode)}|${own(code)}` : own(code);
  return {
    ofNode: ({ node, area }) => key(node.code, area.code),
    ofRow: ({ code, areaCode }) => key(code, areaCode),
  };
}

/** Areas "I", "II" over criteria "1", "2": here a numeral and a number are not the same. */
function areMixed(codes: readonly string[]): boolean {
  const plain = new Set(codes);
  return codes.some((code) => codeKey(code) !== code && plain.has(codeKey(code)));
}
