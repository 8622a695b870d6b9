/**
 * Which criterion of one list is which of another: between two versions of a framework, or a filled
 * sheet and a new framework. Same code and name first, then same name, then same code with a like name,
 * then a like name alone. What is not surely the same is left unmatched: nothing is moved by guess.
 */
import { foldBare } from '../text/vietnamese';
import { codeKey } from './criterionKeys';
import { nameWithoutSign } from './outsideParts';

export interface Criterion {
  code: string;
  name: string;
  /** Code of its area: tells "1.1" of area I from "1.1" of area II. */
  areaCode: string;
}

export type MatchedBy = 'codeAndName' | 'name' | 'code' | 'likeness';

export interface CriterionMatch {
  /** Index in the second list. */
  to: number;
  by: MatchedBy;
}

/** Under one code, this share of common words makes it the same criterion, reworded. */
const LIKE_UNDER_CODE = 0.5;
/** Without the code to vouch for it, the names must say nearly the same. */
const LIKE_ALONE = 0.8;
/** Words that stand in more names than this tell nothing ("tỷ", "lệ"). */
const MOST_SHARED = 300;

/** @returns for each of the first list its match in the second, or null; no two share one */
export function matchCriteria(
  first: readonly Criterion[],
  second: readonly Criterion[],
): (CriterionMatch | null)[] {
  const matches: (CriterionMatch | null)[] = first.map(() => null);
  const taken = new Set<number>();
  const take = (from: number, to: number | undefined, by: MatchedBy) => {
    if (to === undefined || taken.has(to) || matches[from]) return;
    matches[from] = { to, by };
    taken.add(to);
  };
  const names = { first: first.map(nameKey), second: second.map(nameKey) };
  const codes = { first: first.map(placeKey), second: second.map(placeKey) };

  const both = indexOf(second.map((_, i) => `${codes.second[i]}|${names.second[i]}`));
  first.forEach((_, i) =>
    take(i, both.get(`${codes.first[i]}|${names.first[i]}`)?.[0], 'codeAndName'),
  );

  const byName = indexOf(names.second);
  const ownName = indexOf(names.first);
  first.forEach((_, i) => {
    const name = names.first[i] ?? '';
    // "Báo cáo" in three areas is three criteria: only a name of its own decides.
    const unique = byName.get(name)?.length === 1 && ownName.get(name)?.length === 1;
    if (name !== '' && unique) take(i, byName.get(name)?.[0], 'name');
  });

  const byCode = indexOf(codes.second);
  first.forEach((criterion, i) => {
    const to = criterion.code === '' ? undefined : byCode.get(codes.first[i] ?? '')?.[0];
    if (to === undefined) return;
    const [mine, other] = [names.first[i] ?? '', names.second[to] ?? ''];
    if (mine === '' || other === '' || likeness(mine, other) >= LIKE_UNDER_CODE)
      take(i, to, 'code');
  });

  matchByLikeness(names, matches, taken, take);
  return matches;
}

/** Share of words that two names have in common, 0 to 1; order and diacritics aside. */
export function likeness(first: string, second: string): number {
  const mine = wordsOf(first);
  const others = wordsOf(second);
  if (mine.size === 0 || others.size === 0) return 0;
  let common = 0;
  for (const word of mine) if (others.has(word)) common += 1;
  return (2 * common) / (mine.size + others.size);
}

function matchByLikeness(
  names: { first: string[]; second: string[] },
  matches: readonly (CriterionMatch | null)[],
  taken: ReadonlySet<number>,
  take: (from: number, to: number | undefined, by: MatchedBy) => void,
): void {
  const holders = new Map<string, number[]>();
  names.second.forEach((name, i) => {
    if (taken.has(i)) return;
    for (const word of wordsOf(name)) {
      const holding = holders.get(word);
      if (holding) holding.push(i);
      else holders.set(word, [i]);
    }
  });
  const pairs: { from: number; to: number; like: number }[] = [];
  names.first.forEach((name, from) => {
    if (matches[from]) return;
    const candidates = new Set<number>();
    for (const word of wordsOf(name)) {
      const holding = holders.get(word) ?? [];
      if (holding.length <= MOST_SHARED) for (const to of holding) candidates.add(to);
    }
    for (const to of candidates) {
      const like = likeness(name, names.second[to] ?? '');
      if (like >= LIKE_ALONE) pairs.push({ from, to, like });
    }
  });
  pairs.sort((a, b) => b.like - a.like || a.from - b.from || a.to - b.to);
  for (const { from, to } of pairs) take(from, to, 'likeness');
}

function nameKey({ name }: Criterion): string {
  // A sheet may say of a bonus what the framework's rule says.
  return foldBare(nameWithoutSign(name) || name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function placeKey({ code, areaCode }: Criterion): string {
  return `${codeKey(areaCode)}|${codeKey(code)}`;
}

function wordsOf(key: string): Set<string> {
  return new Set(nameKey({ name: key, code: '', areaCode: '' }).split(' ').filter(Boolean));
}

function indexOf(keys: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  keys.forEach((key, i) => {
    const at = index.get(key);
    if (at) at.push(i);
    else index.set(key, [i]);
  });
  return index;
}
