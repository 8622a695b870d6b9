/** A finding in words, where its cell stands beside it already. */
import type { Finding } from '../../domain/findings/finding';
import { cellName } from '../../workbook/address';
import type { Words } from '../words';

export function findingSentence({ code, params, related }: Finding, words: Words): string {
  const text = words.findingMessages[code].message(params, null, related.map(cellName));
  return text.charAt(0).toLocaleUpperCase(words.language) + text.slice(1);
}
