/**
 * Which of several columns of one kind of score is the score: this year's and not last year's, the whole
 * and not one commune's or one member's, and of what the council gave the last two rounds.
 *
 * Rule kept here: what the headers say decides. Two columns are rounds where they say so or where somebody
 * else appraised; columns that differ in anything else are no rounds, and rather none of them is taken.
 */
import type { ColumnRole } from '../../domain/scoring/scoreSheet';
import { headerKey, matchHeader } from '../../domain/text/headerWords';
import {
  FINAL_ROUND,
  isMean,
  roundOf,
  tellingWords,
  withoutRound,
  withoutYear,
  yearsIn,
} from '../../domain/text/scoreHeader';

/** A header that only might mean a score is one where no other says so plainly. */
const PLAIN = 0.6;

interface Headed {
  role: ColumnRole;
  column: number;
  header: string;
  confidence: number;
}

type Kind = 'max' | 'self' | 'appraised' | 'deduction';

function kindOf(role: ColumnRole): Kind | null {
  if (role === 'appraised1' || role === 'appraised2') return 'appraised';
  return role === 'max' || role === 'self' || role === 'deduction' ? role : null;
}

function isScore({ role }: Headed): boolean {
  return role === 'self' || kindOf(role) === 'appraised';
}

/**
 * Without the columns of other years than the one that counts: the latest that the title names, else the
 * latest of all. What is the only one of its role stays, unless it is a score.
 *
 * @param title lines above the header
 */
export function ofTheYear<T extends Headed>(
  candidates: readonly T[],
  title: readonly string[],
): T[] {
  const year = new Map(candidates.map((one) => [one, onlyYear(one.header)]));
  const said = candidates.flatMap((one) => (kindOf(one.role) && year.get(one)) ?? []);
  if (said.length === 0) return [...candidates];
  const titled = title.flatMap(yearsIn);
  const both = said.filter((one) => titled.includes(one));
  const latest = Math.max(...(both.length > 0 ? both : said));
  const isPast = titled.length > 0 && Math.min(...titled) > latest;
  const plain = candidates.filter((one) => year.get(one) === null);
  const isOther = (one: T) => {
    const own = year.get(one) ?? null;
    if (own === null) return false;
    if (own !== latest) return true;
    // The only year that a header names is the one before, where the other scores need none.
    if (!isScore(one) || said.some((other) => other !== own)) return false;
    return isPast
      ? plain.some(isScore)
      : both.length === 0 && plain.some((other) => isSameKind(one, other));
  };
  const others = new Set(candidates.filter(isOther));
  return candidates.filter((one) => {
    if (!others.has(one) || isScore(one)) return !others.has(one);
    return !candidates.some((other) => other.role === one.role && !others.has(other));
  });
}

/** A caption over all years says none. */
function onlyYear(header: string): number | null {
  const years = [...new Set(yearsIn(header))];
  return years.length === 1 ? (years[0] ?? null) : null;
}

function isSameKind(one: Headed, other: Headed): boolean {
  return kindOf(one.role) === kindOf(other.role) && roundOf(headerKey(other.header)) === null;
}

/**
 * Without the parts of a score that several columns hold: "Điểm thẩm định các xã" over one commune each,
 * "Thẩm định" over "Qua TLKC" and "Tổng". Of parts without a whole none is a score.
 */
export function withoutParts<T extends Headed>(candidates: readonly T[]): T[] {
  const parts = new Set(
    candidates.filter((one) =>
      candidates.some((other) => other !== one && isPartBeside(one, other)),
    ),
  );
  return candidates.filter((one) => {
    if (!parts.has(one)) return true;
    const hasWhole = candidates.some((other) => other.role === one.role && !parts.has(other));
    return !isScore(one) && !hasWhole;
  });
}

/** Both say the same score, and what only this one says is whose or which part. */
function isPartBeside(one: Headed, other: Headed): boolean {
  const kind = kindOf(one.role);
  if (kind === null || kind !== kindOf(other.role)) return false;
  const [words, others] = [one, other].map(({ header }) => headerKey(withPercent(header)));
  if (words === undefined || others === undefined || roundOf(words) !== roundOf(others))
    return false;
  const own = tokens(words);
  const beside = tokens(others);
  let first = 0;
  while (first < own.length && own[first] === beside[first]) first += 1;
  let last = 0;
  const most = Math.min(own.length, beside.length) - first;
  while (last < most && own.at(-1 - last) === beside.at(-1 - last)) last += 1;
  const end = own.length - last;
  const shared = [...own.slice(0, first), ...own.slice(end)];
  // "Điểm" alone begins every header of points.
  const common = shared.length > 1 ? matchHeader(shared.join(' ')) : null;
  if (!common || kindOf(common.role) !== kind) return false;
  return tellingWords(own.slice(first, end).join(' ')) === 'part';
}

/** A share is told from the score by its sign alone. */
function withPercent(header: string): string {
  return header.replace(/%/g, ' phần trăm ');
}

function tokens(words: string): string[] {
  return withoutRound(withoutYear(words)).split(' ');
}

/**
 * What the council gave, as first and second round: the last two that the headers number or name; else
 * whoever appraised last. The mean of several people's columns is the score of all of them.
 */
export function asRounds<T extends Headed>(candidates: readonly T[]): T[] {
  const appraised = candidates.filter(({ role }) => kindOf(role) === 'appraised');
  const rest = candidates.filter(({ role }) => kindOf(role) !== 'appraised');
  const rounds = lastRounds(appraised.map((one) => ({ one, round: readRound(one) })));
  const [first, second] = rounds;
  if (!first) return rest;
  if (!second) {
    const alone = first.round === null || first.round === 1 || first.round >= FINAL_ROUND;
    return [...rest, { ...first.one, role: alone ? 'appraised1' : 'appraised2' }];
  }
  return [...rest, { ...first.one, role: 'appraised1' }, { ...second.one, role: 'appraised2' }];
}

interface InRound<T> {
  one: T;
  round: number | null;
}

function readRound({ header }: Headed): number | null {
  return roundOf(headerKey(header));
}

function lastRounds<T extends Headed>(all: readonly InRound<T>[]): InRound<T>[] {
  const named = byRound(all.filter(({ round }) => round !== null));
  if (named.length > 1) return named.slice(-2);
  const others = appraisers(all.filter(({ round }) => round === null));
  const [only] = named;
  if (!only) return others.slice(-2);
  const beside = others.filter(({ one }) => one.confidence > PLAIN).slice(-1);
  return only.round === 1 ? [only, ...beside] : [...beside, only];
}

/** One column for each round, the plainest. */
function byRound<T extends Headed>(all: readonly InRound<T>[]): InRound<T>[] {
  const best = new Map<number, InRound<T>>();
  for (const each of all) {
    const known = best.get(each.round ?? 0);
    if (!known || each.one.confidence > known.one.confidence) best.set(each.round ?? 0, each);
  }
  return [...best.values()].sort((a, b) => (a.round ?? 0) - (b.round ?? 0));
}

function appraisers<T extends Headed>(all: readonly InRound<T>[]): InRound<T>[] {
  const isOfMean = ({ one }: InRound<T>) => isMean(headerKey(one.header));
  const means = all.filter(isOfMean);
  const own = all.filter((each) => !isOfMean(each));
  if (means.length > 0 && own.length !== 1) return means.slice(0, 1);
  const plain = own.filter(({ one }) => one.confidence > PLAIN);
  return inPlace(plain.length > 0 ? plain : own);
}

function inPlace<T extends Headed>(all: readonly InRound<T>[]): InRound<T>[] {
  return [...all].sort((a, b) => a.one.column - b.one.column);
}
