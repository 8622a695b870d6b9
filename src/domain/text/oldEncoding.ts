/**
 * Vietnamese that was typed for the fonts of before Unicode (TCVN3 or ABC: ".VnTime"; VNI: "VNI-Times"). Its
 * letters are other letters that only those fonts draw right, so nothing in it is read as what it says.
 *
 * Rule kept here: a word counts where no other language would spell it so, and it takes many such words and
 * hardly a Vietnamese one; "naïf", "aérer", "5 µm" and "Excel®" are no signs.
 */

export type OldEncoding = 'tcvn3' | 'vni';

/** A sign inside a word: "®iÓm", "tiªu", "h¹ng", "§¬n"; beside figures alone it is a sign. */
const TCVN3_WORD = /\p{L}[¡-¬®¯µ-»¼-¾]\p{L}|^[§®]\p{L}|[a-z][¬µ¶·¸¹]$|\p{L}\u00AD\p{L}/u;

/**
 * A vowel with its tone as a letter of its own: "ñieåm", "chuaån", "töï". Pairs that French or Vietnamese write
 * ("oà", "aé") are left out.
 */
const VNI_WORD = /[ae][ùøûõâáàåãä]|o[ùøûõâåä]|u[ùøûõ]|[ôö][ùøûõï]|[eou]ï[^l]?$|^ñ\p{L}/iu;

/** Letters that only Unicode Vietnamese has. */
const UNICODE_WORD = /[ăđơưẠ-ỹ]/iu;

const FEWEST = 4;

/** @returns the encoding that most of the words are in; null for everything that Unicode says rightly */
export function oldEncodingOf(texts: Iterable<string>): OldEncoding | null {
  const counts = { words: 0, tcvn3: 0, vni: 0, unicode: 0 };
  for (const text of texts) {
    for (const word of text.normalize('NFC').split(/\s+/u)) {
      if (!/\p{L}{2}|\p{L}[¡-¾]/u.test(word)) continue;
      counts.words += 1;
      if (UNICODE_WORD.test(word)) counts.unicode += 1;
      else if (TCVN3_WORD.test(word)) counts.tcvn3 += 1;
      else if (VNI_WORD.test(word)) counts.vni += 1;
    }
  }
  const most = counts.tcvn3 >= counts.vni ? 'tcvn3' : 'vni';
  const isMany = counts[most] >= FEWEST && counts[most] * 5 >= counts.words;
  return isMany && counts[most] > counts.unicode * 4 ? most : null;
}
