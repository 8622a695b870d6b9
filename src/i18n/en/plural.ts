/** "1 sheet", "2 sheets": for words whose plural takes an s. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
