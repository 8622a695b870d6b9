/**
 * Words of a responsible-unit text: what a person wrote, cut into words, marks and line breaks, each
 * with its place in the text, so that whatever is read from it can be quoted as it was written.
 *
 * Rule kept here: nothing is lost but markup that a conversion left behind (tags, entities) and
 * invisible characters; a bullet, wherever it stands, is a line break.
 */
import { foldText } from '../text/vietnamese';

export interface Word {
  /** As written. */
  text: string;
  /** For comparing (see `foldText`); a mark folds to itself. */
  fold: string;
  kind: 'word' | 'mark' | 'break';
  start: number;
  end: number;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Two letters or more, all capitals: an abbreviation, unless the whole text shouts. */
  shout: boolean;
}

export interface WordText {
  /** The text without markup and invisible characters; `Word.start` and `end` count in it. */
  text: string;
  words: Word[];
}

/** Cuts a text into words. Never throws. */
export function readWords(raw: string): WordText {
  const text = withoutMarkup(raw);
  const pattern =
    /\n|(?:P|VP|TT|TP|TX)\.(?=\s?\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[^\s\p{L}\p{N}]/gu;
  const words: Word[] = [];
  for (const match of text.matchAll(pattern)) {
    const written = match[0];
    const kind = written === '\n' ? 'break' : /[\p{L}\p{N}]/u.test(written) ? 'word' : 'mark';
    words.push({
      text: written,
      fold: kind === 'word' ? foldText(written) : written,
      kind,
      start: match.index,
      end: match.index + written.length,
      capital: /^\p{Lu}/u.test(written),
      shout: /^\p{Lu}{2,}$/u.test(written),
    });
  }
  return { text, words: words.map((word, i) => (isBullet(words, i) ? asBreak(word) : word)) };
}

/** "-", "+", "•", "*" at the start of a line, or a dash after the end of a sentence. */
function isBullet(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (!word || !['-', '+', '•', '*', '●', '▪', '◦'].includes(word.text)) return false;
  const before = words[i - 1];
  if (!before || before.kind === 'break') return true;
  return word.text === '-' && ['.', ';', ':'].includes(before.text);
}

function asBreak(word: Word): Word {
  return { ...word, kind: 'break' };
}

function withoutMarkup(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '\n')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/[^\S\n]/g, ' ');
}

/** The text between two words, both included, on one line. */
export function sliceWords(source: WordText, first: number, end: number): string {
  const from = source.words[first];
  const to = source.words[end - 1];
  if (!from || !to || end <= first) return '';
  return source.text.slice(from.start, to.end).replace(/\s+/g, ' ').trim();
}

/**
 * Phrases of several words, found by their folded words: "phối hợp với" before "phối hợp".
 * `at` gives how many words of the longest phrase stand at a place, 0 for none.
 */
export class Phrases {
  private readonly byFirst = new Map<string, string[][]>();
  private readonly held = new Set<string>();

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) this.add(foldText(phrase).split(' '));
  }

  add(words: string[]): void {
    const [first] = words;
    const phrase = words.join(' ');
    if (first === undefined || first === '' || this.held.has(phrase)) return;
    this.held.add(phrase);
    const list = this.byFirst.get(first) ?? [];
    list.push(words);
    list.sort((a, b) => b.length - a.length);
    this.byFirst.set(first, list);
  }

  at(words: readonly Word[], i: number): number {
    const first = words[i];
    if (!first) return 0;
    const found = this.byFirst
      .get(first.fold)
      ?.find((phrase) => phrase.every((part, k) => words[i + k]?.fold === part));
    return found?.length ?? 0;
  }
}
