/**
 * Which of a rule's named options was declared ("Không kịp thời", or "2" for the second). A name counts
 * only as a whole: "Kịp thời" stands inside "Không kịp thời".
 */
import type { Rule } from '../framework/rule';
import type { Declared } from '../text/readDeclared';
import { foldText } from '../text/vietnamese';

type Option = (Rule & { kind: 'choice' })['options'][number];

/**
 * @param text as typed; a figure is the option's number, from 1, unless an option is named so
 * @returns the option and its number, or null when none or several fit
 */
export function findOption(
  options: readonly Option[],
  text: string,
  declared: Declared,
): { number: number; option: Option } | null {
  const said = nameKey(text);
  const named = options.filter((option) => nameKey(option.label) === said);
  const numbered = declared.kind === 'number' ? options[Number(declared.value) - 1] : undefined;
  const option = named.length > 0 ? named[0] : numbered;
  return !option || named.length > 1 ? null : { number: options.indexOf(option) + 1, option };
}

function nameKey(text: string): string {
  return foldText(text).replace(/[\s.:;,]+$/, '');
}
