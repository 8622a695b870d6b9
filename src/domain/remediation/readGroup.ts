/**
 * Names that stand for many: a people's committee or several ("UBND các xã, thị trấn"), a group ("Các cơ
 * quan chuyên môn, đơn vị sự nghiệp thuộc huyện"), or whoever is concerned ("các cơ quan, đơn vị liên
 * quan"), which is no unit. Commas stand inside them: nouns and levels tell where they end.
 */
import * as lexicon from './lexicon';
import type { Word } from './words';

export interface UnitMention {
  kind: 'unit' | 'group' | 'generic';
  /** First word and the word after the last, with a leader's title when there is one. */
  start: number;
  end: number;
  /** Where the unit's own name begins, after a title. */
  nameStart: number;
  /** Words before a name that leaves its head out: in "Phòng Nội vụ, Tư pháp", "Phòng" for the second. */
  borrowedHead: string;
  /** Where the trailing level begins ("huyện", "thị xã Quảng Trị"); `end` when there is none. */
  levelStart: number;
  /** False when the end of the name had to be guessed. */
  sure: boolean;
}

/** "UBND huyện", "UBND các xã, thị trấn trên địa bàn huyện", "Ủy ban nhân dân phường 2". */
export function readCommittee(words: readonly Word[], i: number): UnitMention | null {
  const head =
    words[i]?.fold === 'ubnd' ? 1 : isPhrase(words, i, ['ủy', 'ban', 'nhân', 'dân']) ? 4 : 0;
  if (head === 0) return null;
  let at = i + head;
  let many = false;
  if (words[at]?.fold === 'các' || /^\d+$/.test(words[at]?.fold ?? '')) {
    many = true;
    at += 1;
  }
  if (words[at]?.fold === 'cấp') {
    many = true;
    at += 1;
  }
  const list = levelList(words, at);
  if (list.count > 1) many = true;
  at = list.end;
  if (list.count <= 1 && !many) at = properName(words, at);
  const levelStart = at;
  const end = many ? territory(words, at) : at;
  const kind = many ? 'group' : 'unit';
  return { kind, start: i, end, nameStart: i, borrowedHead: '', levelStart, sure: true };
}

/** "xã, phường và đặc khu": levels joined by commas and "và", each perhaps with "các". */
function levelList(words: readonly Word[], from: number): { end: number; count: number } {
  let end = from;
  let count = 0;
  for (let at = from; ;) {
    const length = lexicon.levels.at(words, at);
    if (length === 0) return { end, count };
    end = at + length;
    count += 1;
    if (![',', 'và', '/', '-'].includes(words[end]?.fold ?? '')) return { end, count };
    at = end + 1;
    if (words[at]?.fold === 'các') at += 1;
  }
}

/** "trên địa bàn huyện", "thuộc huyện", "của huyện Vĩnh Linh": where a group is. */
export function territory(words: readonly Word[], at: number): number {
  const link = isPhrase(words, at, ['trên', 'địa', 'bàn'])
    ? 3
    : ['thuộc', 'cấp', 'của', 'trong'].includes(words[at]?.fold ?? '')
      ? 1
      : isPhrase(words, at, ['trực', 'thuộc'])
        ? 2
        : 0;
  let from = at + link;
  if (link > 0 && words[from]?.fold === 'ubnd') from += 1;
  if (link > 0 && words[from]?.fold === 'toàn') from += 1;
  const level = lexicon.levels.at(words, from);
  if (level > 0) return properName(words, from + level);
  return link === 2 ? at + link : at;
}

/** Up to four capitals, or a number, after a level: "huyện Vĩnh Linh", "Phường 2". */
export function properName(words: readonly Word[], at: number): number {
  if (/^\d{1,2}$/.test(words[at]?.fold ?? '') && words[at - 1]?.kind === 'word') {
    // "UBND các xã, thị trấn 100% các đơn vị": a figure that counts something is no name.
    const after = words[at + 1]?.fold ?? '';
    return ['%', '/', '.', ','].includes(after) && after !== ',' ? at : at + 1;
  }
  let end = at;
  while (end < at + 4) {
    const word = words[end];
    if (!word || word.kind !== 'word' || !word.capital || isPredicate(words, end)) break;
    end += 1;
  }
  return end;
}

const GROUP_LINKS = [',', 'và', '/', '-', '&'];

/** "Các sở, ban, ngành", "Các cơ quan chuyên môn, ĐVSN thuộc huyện", "các cơ quan, đơn vị liên quan". */
export function readGroup(words: readonly Word[], i: number): UnitMention | null {
  let at = i;
  if (isPhrase(words, at, ['tất', 'cả']) || isPhrase(words, at, ['toàn', 'thể'])) at += 2;
  const several = words[at]?.fold === 'các';
  if (several) at += 1;
  const list = nounList(words, at, several);
  if (!list) return null;
  const concerned = lexicon.vagueAdjectives.at(words, list.end);
  const levelStart = list.end;
  let end = territory(words, levelStart);
  const concernedAfter = concerned > 0 ? concerned : lexicon.vagueAdjectives.at(words, end);
  if (concernedAfter > 0) end = (concerned > 0 ? levelStart : end) + concernedAfter;
  const kind = list.specific && concernedAfter === 0 ? 'group' : 'generic';
  return { kind, start: i, end, nameStart: i, borrowedHead: '', levelStart, sure: true };
}

function nounList(
  words: readonly Word[],
  from: number,
  several: boolean,
): { end: number; specific: boolean } | null {
  let end = from;
  let specific = false;
  let count = 0;
  for (let at = from; ;) {
    const known = lexicon.specificNouns.at(words, at);
    const vague = lexicon.vagueNouns.at(words, at);
    const length = Math.max(known, vague);
    if (length === 0) break;
    // "các phòng Nội vụ, Tư pháp" and "các Trường THCS" name units, not a group.
    let next = at + length;
    for (let more = lexicon.nounAdjectives.at(words, next); more > 0;) {
      if (words[next]?.fold === 'chuyên') specific = true;
      next += more;
      more = lexicon.nounAdjectives.at(words, next);
    }
    if (!several && count === 0 && lexicon.standingNouns.at(words, at) === 0) return null;
    if (known >= vague) specific = true;
    end = next;
    count += 1;
    if (!GROUP_LINKS.includes(words[end]?.fold ?? '')) {
      // "các phòng ban ngành": juxtaposed nouns go on without a mark.
      if (lexicon.vagueNouns.at(words, end) === 0 || words[end]?.capital) break;
      at = end;
      continue;
    }
    at = end + 1;
    if (words[at]?.fold === 'các') at += 1;
  }
  return count > 0 ? { end, specific } : null;
}

/** A word that gives a role or closes a name. */
export function isPredicate(words: readonly Word[], at: number): boolean {
  return (
    lexicon.closers.at(words, at) > 0 ||
    lexicon.leadVerbs.at(words, at) > 0 ||
    lexicon.supportVerbs.at(words, at) > 0 ||
    lexicon.monitorVerbs.at(words, at) > 0 ||
    lexicon.implementVerbs.at(words, at) > 0 ||
    lexicon.adverbs.at(words, at) > 0
  );
}

/** Whether these folded words stand here. */
export function isPhrase(words: readonly Word[], at: number, folds: readonly string[]): boolean {
  return folds.every((fold, k) => words[at + k]?.fold === fold);
}
