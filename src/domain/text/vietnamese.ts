/**
 * Vietnamese text as it is compared, never as it is shown: two spellings of one word fold to the same
 * key, and nothing that a person wrote is rewritten.
 */

/**
 * Key for comparing words and headers: NFC, lower case, one tone placement (hoà = hòa, uỷ = ủy; quý stays),
 * every dash "-", every blank one blank, trimmed. Diacritics stay: "mã" is not "ma".
 */
export function foldText(text: string): string {
  return foldTonePlacement(plainText(text).normalize('NFC').toLowerCase());
}

/**
 * Key without diacritics as well, for tolerant matching only ("diem toi da" finds "Điểm tối đa").
 */
export function foldBare(text: string): string {
  return foldText(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

/** One line, one kind of blank and of dash, trimmed; letters as they are. */
export function plainText(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

const TONED = 'áàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ';
const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const OLD_STYLE = new RegExp(`(o)([${TONED}])(?![\\p{L}])|(u)([ýỳỷỹỵ])(?![\\p{L}])`, 'gu');

/**
 * "hoà" → "hòa", "uỷ" → "ủy": the tone moves to the first vowel of an open oa, oe, uy.
 * After "q" the u belongs to the consonant: "quý" stays.
 */
function foldTonePlacement(text: string): string {
  return text.replace(
    OLD_STYLE,
    (whole, o: string | undefined, a: string | undefined, u, y, offset: number) => {
      const first = o ?? (u as string);
      const second = a ?? (y as string);
      if (text[offset - 1] === 'q') return whole;
      const [base = '', tone = ''] = splitTone(second);
      if (o !== undefined && !'ae'.includes(base)) return whole;
      return (first + tone).normalize('NFC') + base;
    },
  );
}

/** "á" → ["a", "◌́"]. */
function splitTone(letter: string): [string, string] {
  const parts = [...letter.normalize('NFD')];
  const tone = parts.find((part) => TONES.includes(part)) ?? '';
  return [
    parts
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC'),
    tone,
  ];
}
