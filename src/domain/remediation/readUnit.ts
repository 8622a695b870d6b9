/**
 * One unit's name, read where it stands in a sentence: an institution ("Phòng Tài chính - Kế hoạch"), or
 * what `readGroup` reads, perhaps after its leader's title ("Chủ tịch UBND các xã").
 *
 * Rule kept here: a name is as long as the words allow and no longer. Known fields and capitals carry it
 * on; verbs, prepositions and the next head end it.
 */
import * as lexicon from './lexicon';
import {
  isPhrase,
  isPredicate,
  properName,
  readCommittee,
  readGroup,
  territory,
  type UnitMention,
} from './readGroup';
import type { Phrases, Word } from './words';

/** Reads the unit that begins at word `i`. `known`: names met before, each as its folded words. */
export function readUnit(words: readonly Word[], i: number, known: Phrases): UnitMention | null {
  const titled = i + titleLength(words, i);
  const found = readUntitled(words, titled);
  const remembered = rememberedUnit(words, i, known);
  if (remembered && (!found || !found.sure || remembered.end > found.end)) {
    return { ...remembered, kind: found?.kind ?? 'unit' };
  }
  return found ? { ...found, start: i } : null;
}

/** Titles count only before a unit; "Lãnh đạo đơn vị áp dụng …" names none. */
function titleLength(words: readonly Word[], i: number): number {
  let length = lexicon.leaders.at(words, i);
  if (length === 0) return 0;
  if (words[i + length]?.fold === ',' || words[i + length]?.fold === 'và') {
    const second = lexicon.leaders.at(words, i + length + 1);
    if (second > 0) length += 1 + second;
  }
  return length;
}

function rememberedUnit(words: readonly Word[], i: number, known: Phrases): UnitMention | null {
  const length = known.at(words, i);
  if (length === 0) return null;
  const end = i + length;
  const place = { start: i, end, nameStart: i, levelStart: end };
  return { kind: 'unit', ...place, borrowedHead: '', sure: true };
}

function readUntitled(words: readonly Word[], i: number): UnitMention | null {
  return readCommittee(words, i) ?? readGroup(words, i) ?? readInstitution(words, i);
}

/** "Phòng Văn hóa và Thông tin", "Trung tâm VH TT-TD TT", "Thanh tra huyện", "Công chức Văn phòng - Thống kê". */
function readInstitution(words: readonly Word[], i: number): UnitMention | null {
  const first = words[i];
  const head = lexicon.heads.at(words, i);
  if (!first || head === 0 || lexicon.notHeads.at(words, i) > 0) return null;
  const body = readBody(words, i + head);
  const standing = lexicon.standingHeads.at(words, i) > 0;
  if (!first.capital && !lowerCaseName(words, i, head, body.end)) return null;
  const levelStart = body.end;
  const level = lexicon.levels.at(words, levelStart);
  const end = level > 0 ? properName(words, levelStart + level) : territory(words, levelStart);
  if (body.end === i + head && !standing && !(end > body.end && head > 1)) {
    if (!(end > body.end && ['đài', 'trạm'].includes(first.fold))) return null;
  }
  if (first.fold === 'thanh' && words[i + 2]?.fold === ',') {
    // "Thanh tra, kiểm tra công tác …" begins with a verb.
    if (lexicon.monitorVerbs.at(words, i + 3) > 0) return null;
  }
  const place = { start: i, end, nameStart: i, levelStart };
  return { kind: 'unit', ...place, borrowedHead: '', sure: body.sure };
}

/** A head in lower case names a unit only before a capital ("phòng Nội vụ") or as "bộ phận một cửa". */
function lowerCaseName(words: readonly Word[], i: number, head: number, bodyEnd: number): boolean {
  if (bodyEnd === i + head) return false;
  return words[i + head]?.capital === true || head > 1;
}

const NAME_LINKS = ['-', '&', '/', 'và'];

function readBody(words: readonly Word[], from: number): { end: number; sure: boolean } {
  let stretch = readStretch(words, from, true);
  let { end, sure } = stretch;
  while (stretch.end > stretch.start) {
    const link = words[end];
    if (!link) break;
    const linked = link.kind !== 'break' && NAME_LINKS.includes(link.fold);
    if (linked && startsUnit(words, end + 1) && !linksInside(words, end)) break;
    if (link.fold === ',' && commaInName(words, from, end)) {
      stretch = readStretch(words, end + 1, false);
    } else {
      stretch = readStretch(words, linked ? end + 1 : end, linked && link.fold !== 'và');
      if (linked && link.fold === 'và' && !words[end + 1]?.capital && !words[end + 1]?.shout) {
        // "Phòng Văn hóa và thông tin" is a name; "Phòng Nội vụ và báo cáo …" is not.
        stretch = readStretch(words, end + 1, lexicon.fields.at(words, end + 1) > 0);
      }
    }
    if (stretch.end > stretch.start) {
      end = stretch.end;
      sure = sure && stretch.sure;
    }
  }
  return { end, sure };
}

const ORGANS = ['hđnd', 'ubnd', 'đbqh', 'mttq'];

/** "Văn phòng HĐND&UBND", "VH-TT-TT": the link stands inside a name, whatever follows looks like. */
function linksInside(words: readonly Word[], link: number): boolean {
  const next = words[link + 1]?.fold ?? '';
  if (next === 'tt') return words[link]?.fold !== 'và';
  const organ =
    ORGANS.includes(words[link - 1]?.fold ?? '') || isPhrase(words, link - 2, ['nhân', 'dân']);
  return organ && (ORGANS.includes(next) || isPhrase(words, link + 1, ['ủy', 'ban']));
}

/** "Phòng Kinh tế, Hạ tầng và Đô thị": a list with "và" of fields that no department holds alone. */
function commaInName(words: readonly Word[], from: number, comma: number): boolean {
  if (startsUnit(words, comma + 1)) return false;
  if (lexicon.soleFields.at(words, from) > 0) return false;
  let at = comma;
  while (words[at]?.fold === ',') {
    const stretch = readStretch(words, at + 1, false);
    if (stretch.end === stretch.start || lexicon.soleFields.at(words, at + 1) > 0) return false;
    at = stretch.end;
  }
  const last = words[at]?.fold ?? '';
  if (!['và', '&', '-'].includes(last) || startsUnit(words, at + 1)) return false;
  return readStretch(words, at + 1, false).end > at + 1;
}

/**
 * One stretch of a name: a known field, an abbreviation, or a capital with the small words after it.
 * `lower`: a known field may stand in lower case here (after a head or a dash, not after a blank).
 */
export function readStretch(
  words: readonly Word[],
  at: number,
  lower: boolean,
): { start: number; end: number; sure: boolean } {
  const none = { start: at, end: at, sure: true };
  const word = words[at];
  if (!word || word.kind !== 'word' || (!word.capital && !lower)) return none;
  const field = lexicon.fields.at(words, at);
  if (field > 0 && !isVerbHere(words, at, field)) {
    const numbered = ['cơ', 'khu'].includes(word.fold) && /^\d/.test(words[at + field]?.fold ?? '');
    return { start: at, end: at + field + (numbered ? 1 : 0), sure: true };
  }
  if (!word.capital || isPredicate(words, at) || lexicon.levels.at(words, at) > 0) return none;
  if (word.shout) return { start: at, end: at + 1, sure: true };
  let end = at + 1;
  while (end < at + 6 && isSmall(words, end)) end += 1;
  // Most Vietnamese words have two syllables; a long tail is the sentence going on with a verb that is
  // not listed, and even a short one may be.
  const small = end - at - 1;
  if (small <= 1) return { start: at, end, sure: true };
  return { start: at, end: small <= 4 ? end : at + 2, sure: false };
}

/** "hướng dẫn", "kiểm tra" are fields in "Ủy ban Kiểm tra" and verbs in "Phòng Nội vụ kiểm tra". */
function isVerbHere(words: readonly Word[], at: number, length: number): boolean {
  const verb = Math.max(lexicon.monitorVerbs.at(words, at), lexicon.otherVerbs.at(words, at));
  return verb >= length && words[at]?.capital !== true;
}

function isSmall(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.kind !== 'word' || word.capital || /\d/.test(word.text)) return false;
  if (isPredicate(words, at) || lexicon.otherVerbs.at(words, at) > 0) return false;
  return lexicon.levels.at(words, at) === 0;
}

/** Whether a unit begins here, as far as its first words tell. */
export function startsUnit(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.kind !== 'word') return false;
  if (word.fold === 'các' || word.fold === 'ubnd' || isPhrase(words, at, ['ủy', 'ban', 'nhân']))
    return true;
  if (lexicon.leaders.at(words, at) > 0 && readUntitled(words, at + titleLength(words, at))) {
    return true;
  }
  return opensInstitution(words, at);
}

/** A head and what may follow it; the rest of the name is not looked at. */
function opensInstitution(words: readonly Word[], at: number): boolean {
  const head = lexicon.heads.at(words, at);
  if (head === 0 || lexicon.notHeads.at(words, at) > 0) return false;
  const next = words[at + head];
  const named = next?.kind === 'word' && next.capital && !isPredicate(words, at + head);
  if (!words[at]?.capital) return named || (head > 1 && lexicon.fields.at(words, at + head) > 0);
  const placed = lexicon.levels.at(words, at + head) > 0;
  const standing = lexicon.standingHeads.at(words, at) > 0;
  return named || placed || standing || lexicon.fields.at(words, at + head) > 0;
}
