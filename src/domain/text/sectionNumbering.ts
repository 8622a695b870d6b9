/**
 * How decimals are numbered under roman numerals or capitals: on through the whole table ("I, 1.1", "II,
 * 2.1"), or afresh in each section ("I, 1.1", "II, 1.1"). Only then is one code in two sections no
 * repetition, and says which section a criterion stands in.
 *
 * Rule kept here: one wrong code does not make another numbering; most sections must agree.
 */
import { codeSegments, codeShape } from './code';

/** A roman numeral or a capital heads a part of the table. */
export function isSectionCode(code: string): boolean {
  const shape = codeShape(code);
  return shape === 'roman' || shape === 'capital';
}

/**
 * @param codes of the rows, in their order; "" for none
 * @returns true when numbering begins again in most sections; false where there are none
 */
export function restartsInSections(codes: readonly string[]): boolean {
  const sections: string[][] = [];
  for (const code of codes) {
    if (isSectionCode(code)) sections.push([]);
    else if (codeSegments(code)) sections.at(-1)?.push(code);
  }
  if (sections.flat().some((code) => !code.includes('.'))) return true;
  const starts = sections.flatMap((section) => firstNumber(section) ?? []);
  const again = starts.filter((start, i) => i > 0 && start <= (starts[i - 1] ?? 0)).length;
  return again * 2 > starts.length - 1 && again > 0;
}

/** The least number that codes of a section begin with, and more than one does where any number is so common. */
function firstNumber(codes: readonly string[]): number | null {
  const counts = new Map<number, number>();
  for (const code of codes) {
    const [first = 0] = codeSegments(code) ?? [];
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count > 1);
  const numbers = (common.length > 0 ? common : [...counts]).map(([number]) => number);
  return numbers.length === 0 ? null : Math.min(...numbers);
}
