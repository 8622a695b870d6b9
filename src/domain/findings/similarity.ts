/** How alike two names are, for names that were shortened, reworded or typed afresh. */
import { foldBare } from '../text/vietnamese';

/**
 * 1 for the same words, 0 for none in common. Short names that stand whole inside longer ones count as
 * the same: sheets cut the remarks in brackets that a decision has.
 */
export function nameSimilarity(first: string, second: string): number {
  // Most names of a sheet are the framework's own: forty sheets in a row feel it.
  if (first === second) return 1;
  const a = wordsOf(first);
  const b = wordsOf(second);
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const shared = sharedCount(pairsOf(a), pairsOf(b));
  const dice = (2 * shared) / (pairsOf(a).length + pairsOf(b).length);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const contained = short.length >= 3 ? sharedCount(short, long) / short.length : 0;
  return Math.max(dice, contained >= 0.95 ? 0.95 : 0, contained >= 0.8 ? 0.7 : 0);
}

/** What sheets and decisions write now short, now in full. */
const SHORT_FORMS: readonly [RegExp, string][] = [
  [/cai cach hanh chinh/g, 'cchc'],
  [/thu tuc hanh chinh/g, 'tthc'],
  [/uy ban nhan dan/g, 'ubnd'],
  [/hoi dong nhan dan/g, 'hdnd'],
  [/dich vu cong/g, 'dvc'],
  [/truc tuyen/g, 'tt'],
  [/can bo,? cong chuc,? vien chuc/g, 'cbccvc'],
];

function wordsOf(text: string): string[] {
  const bare = SHORT_FORMS.reduce(
    (line, [full, short]) => line.replace(full, short),
    foldBare(text),
  );
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letter pairs of each word: "kế hoạch" and "kế hoạnh" share most of them. */
function pairsOf(words: readonly string[]): string[] {
  return words.flatMap((word) =>
    word.length < 2
      ? [word]
      : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)),
  );
}

function sharedCount(first: readonly string[], second: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const part of second) counts.set(part, (counts.get(part) ?? 0) + 1);
  let shared = 0;
  for (const part of first) {
    const left = counts.get(part) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(part, left - 1);
  }
  return shared;
}
