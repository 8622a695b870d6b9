/**
 * Leftovers in texts and how they read without them: tags and entities of a web page, LaTeX, letters
 * taken apart (NFD), doubled blanks, lines broken in mid-sentence, tone marks on the wrong letter. Words
 * are never changed; what a person wrote stays, letter for letter, but for these.
 */

export type Leftover = 'markup' | 'latex' | 'decomposed' | 'doubleBlanks' | 'lineBreak' | 'tone';

/** Those whose removal cannot change what is said. */
const certain: readonly Leftover[] = ['markup', 'decomposed', 'doubleBlanks', 'tone'];

const cleaners: Readonly<Record<Leftover, (text: string) => string>> = {
  markup: withoutMarkup,
  latex: withoutLatex,
  decomposed: (text) => text.normalize('NFC'),
  doubleBlanks: (text) => text.replace(/(?<=\S)[ \u00A0]{2,}(?=\S)/gu, ' '),
  lineBreak: (text) => text.replace(/(?<=[\p{L}\p{N},])[ \t]*\r?\n[ \t]*(?=\p{Ll})/gu, ' '),
  tone: withTonesInPlace,
};

/** Which leftovers a text has, in the order in which they are best removed. */
export function findLeftovers(text: string): Leftover[] {
  let rest = text;
  return (Object.keys(cleaners) as Leftover[]).filter((kind) => {
    const cleaned = cleaners[kind](rest);
    const isFound = cleaned !== rest;
    // What one cleaner leaves behind (blanks of a tag) is not another leftover.
    rest = isFound && kind !== 'tone' ? cleaners.doubleBlanks(cleaned) : cleaned;
    return isFound;
  });
}

/**
 * The text without this leftover, and without all whose removal is certain; so the fixes of one cell agree,
 * whichever is taken, and each later one holds what the earlier did.
 */
export function withoutLeftover(
  text: string,
  kind: Leftover,
): { text: string; isCertain: boolean } {
  const isCertain = certain.includes(kind);
  const kinds = isCertain ? certain : (Object.keys(cleaners) as Leftover[]);
  const cleaned = kinds.reduce((rest, each) => cleaners[each](rest), text);
  return { text: isCertain ? cleaned : cleaned.trim(), isCertain };
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
};

/** Tags of text that was copied from a page. "<" before a number or a blank is a sign of order. */
const TAG =
  /<\/?(?:p|br|ul|ol|li|div|span|b|i|u|strong|em|font|table|tr|td|th|tbody|thead|a|h[1-6]|o:p)(?:\s[^<>]*)?\/?>/giu;
const ENTITY = /&(?:([a-z]+)|#(\d{2,5})|#x([\da-f]{2,4}));/giu;

function withoutMarkup(text: string): string {
  if (text.search(TAG) < 0 && text.search(ENTITY) < 0) return text;
  return text
    .replace(/<(?:\/p|br\s*\/?|\/li|\/div|\/tr)>(?=\s*\S)/giu, '\n')
    .replace(TAG, '')
    .replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? '20', 16));
    })
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}

/** "$10/29=34.48\%$" → "10/29=34.48%". A single dollar sign is money. */
function withoutLatex(text: string): string {
  return text
    .replace(/\$([^$]*[=\\^_{}/*][^$]*)\$/gu, '$1')
    .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/gu, '$1/$2')
    .replace(/\\(?:times|cdot)\s?/gu, '× ')
    .replace(/\\([%&#_$])/gu, '$1');
}

const TONES = '\u0301\u0300\u0309\u0303\u0323';
/** Circumflex, breve, horn: part of the vowel, before its tone. */
const SHAPES = '(\u0302|\u0306|\u031B)?';
// After q and g the u and the i belong to the consonant.
const TONE_ON_QU = new RegExp(`(qu)([${TONES}])([aeioy])${SHAPES}`, 'giu');
const TONE_ON_GI = new RegExp(`(gi)([${TONES}])([aeou])${SHAPES}`, 'giu');
// Before a further letter the tone of oa, oe stands on the second vowel.
const TONE_ON_O = new RegExp(`(o)([${TONES}])([ae])${SHAPES}(?=\\p{L})`, 'giu');
/** Only a u, i or o that bears a tone before another vowel can be wrong. */
const SUSPECT = /[úùủũụíìỉĩịóòỏõọ][aăâeêioơuy]/iu;

/**
 * "Qúy" → "Quý", "gía" → "giá", "hòan" → "hoàn": in these no spelling puts the tone where it stands. Open
 * "hòa" and "hoà" are both in use, and stay. Texts taken apart are put together first.
 */
function withTonesInPlace(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return [TONE_ON_QU, TONE_ON_GI, TONE_ON_O]
    .reduce((rest, pattern) => rest.replace(pattern, moveTone), text.normalize('NFD'))
    .normalize('NFC');
}

function moveTone(_: string, first: string, tone: string, vowel: string, shape?: string): string {
  return first + vowel + (shape ?? '') + tone;
}
