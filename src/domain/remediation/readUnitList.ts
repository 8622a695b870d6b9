/**
 * Units that stand side by side: "Phòng Nội vụ, Phòng Tư pháp và UBND các xã", with a role in brackets
 * after any of them, and heads left out where the first one gives it ("các phòng: Nội vụ, Tư pháp").
 */
import * as lexicon from './lexicon';
import type { UnitRole } from './assignment';
import { properName, type UnitMention } from './readGroup';
import { readStretch, readUnit, startsUnit } from './readUnit';
import { sliceWords, type Phrases, type WordText } from './words';

export interface ListedUnit {
  /** As written, with a leader's title. */
  written: string;
  /** The unit's own name: without the title, with a borrowed head. */
  name: string;
  /** The trailing level, folded; "" when there is none. */
  level: string;
  isGroup: boolean;
  sure: boolean;
  /** "(chủ trì)" right after the name. */
  role: UnitRole | null;
}

export interface UnitList {
  units: ListedUnit[];
  /** Members that could be anyone, as written. */
  generic: string[];
  end: number;
}

interface ListOptions {
  /** Asked at the end of a unit that follows ";": whether it still belongs to the list. */
  goesOn?: (end: number) => boolean;
}

/** Reads the list that begins at word `i`; null when no unit begins there. */
export function readUnitList(
  source: WordText,
  i: number,
  known: Phrases,
  options: ListOptions = {},
): UnitList | null {
  const { words } = source;
  const list: UnitList = { units: [], generic: [], end: i };
  let at = i;
  let afterSemicolon = false;
  for (;;) {
    const mentions = readPlural(words, at) ??
      readCommittees(words, at) ?? [readUnit(words, at, known)];
    const last = mentions[mentions.length - 1];
    if (!last) break;
    if (afterSemicolon && !options.goesOn?.(last.end)) break;
    for (const mention of mentions) if (mention) addMention(source, list, mention);
    list.end = readBracketedRole(source, list, last.end);
    const more = nextInList(words, list.end, options.goesOn !== undefined);
    if (!more) break;
    ({ at, afterSemicolon } = more);
  }
  return list.end > i ? list : null;
}

function addMention(source: WordText, list: UnitList, mention: UnitMention): void {
  const written = sliceWords(source, mention.start, mention.end);
  if (mention.kind === 'generic') {
    list.generic.push(written);
    return;
  }
  const own = sliceWords(source, mention.nameStart, mention.end);
  const level = sliceWords(source, mention.levelStart, mention.end);
  list.units.push({
    written,
    name: mention.borrowedHead === '' ? own : `${mention.borrowedHead} ${own}`,
    level: level.toLowerCase(),
    isGroup: mention.kind === 'group',
    sure: mention.sure,
    role: null,
  });
}

/** "Phòng Nội vụ (chủ trì)": the role of that unit; "(đối với phường)" is passed over. */
function readBracketedRole(source: WordText, list: UnitList, at: number): number {
  const { words } = source;
  const unit = list.units[list.units.length - 1];
  if (words[at]?.text !== '(' || !unit) return at;
  const close = words.findIndex((word, k) => k > at && k <= at + 12 && word.text === ')');
  if (close < 0) return at;
  for (let k = at + 1; k < close; k += 1) {
    const role: UnitRole | null =
      lexicon.leadVerbs.at(words, k) > 0
        ? 'lead'
        : lexicon.supportVerbs.at(words, k) > 0
          ? 'support'
          : lexicon.monitorVerbs.at(words, k) > 0
            ? 'monitor'
            : lexicon.implementVerbs.at(words, k) > 0
              ? 'implement'
              : null;
    if (role) {
      unit.role = role;
      break;
    }
  }
  return close + 1;
}

/** Where the next member would begin. */
function nextInList(
  words: WordText['words'],
  at: number,
  semicolons: boolean,
): { at: number; afterSemicolon: boolean } | null {
  let next = at;
  const mark = words[next];
  if (!mark || mark.kind === 'break') return null;
  const afterSemicolon = mark.text === ';';
  if (afterSemicolon && !semicolons) return null;
  if (![',', ';', 'và', 'cùng', '-', '&', '/', '+'].includes(mark.fold)) return null;
  next += 1;
  while (['và', 'cùng', 'với'].includes(words[next]?.fold ?? '')) next += 1;
  return startsUnit(words, next) || afterSemicolon ? { at: next, afterSemicolon } : null;
}

/** "các phòng: Nội vụ, Tư pháp" and "Phòng Nội vụ, Tư pháp": the head is said once, for several. */
function readPlural(words: WordText['words'], at: number): UnitMention[] | null {
  const several = words[at]?.fold === 'các';
  const headAt = several ? at + 1 : at;
  const headLength = lexicon.heads.at(words, headAt);
  const head = words[headAt];
  if (headLength !== 1 || !head || (!several && !head.capital)) return null;
  let from = headAt + 1;
  if (several && words[from]?.text === ':') from += 1;
  if (!several && lexicon.soleFields.at(words, from) === 0) return null;
  const borrowedHead = head.text.charAt(0).toUpperCase() + head.text.slice(1);
  const mentions: UnitMention[] = [];
  for (let start = from; ;) {
    const end = readField(words, start);
    if (
      end === start ||
      (!several && lexicon.soleFields.at(words, start) === 0 && mentions.length === 0)
    )
      break;
    const first = mentions.length === 0;
    mentions.push({
      kind: 'unit',
      start: first && !several ? at : start,
      end,
      nameStart: start,
      borrowedHead,
      levelStart: end,
      sure: true,
    });
    const link = words[end]?.fold ?? '';
    if (![',', 'và'].includes(link) || startsUnit(words, end + 1)) break;
    // "Sở Dân tộc và Tôn giáo" is one; "Phòng Nội vụ và Tư pháp" must be two.
    const joined = link === 'và' && !several && first;
    if (joined && lexicon.soleFields.at(words, end + 1) === 0) break;
    start = end + 1;
  }
  return mentions.length > 1 ? mentions : null;
}

/** "UBND các xã: Vĩnh Thủy, Vĩnh Tú", "UBND xã Đồng Tâm, xã Tân Hương": each is one. */
function readCommittees(words: WordText['words'], at: number): UnitMention[] | null {
  if (words[at]?.fold !== 'ubnd') return null;
  const several = words[at + 1]?.fold === 'các';
  let levelAt = at + (several ? 2 : 1);
  const mentions: UnitMention[] = [];
  let level = '';
  for (let start = at; ;) {
    const length = lexicon.levels.at(words, levelAt);
    if (length > 0) level = sliceLevel(words, levelAt, length);
    const nameAt = levelAt + length + (words[levelAt + length]?.text === ':' ? 1 : 0);
    const end = properName(words, nameAt);
    if (level === '' || end === nameAt) break;
    const own = mentions.length === 0 && !several;
    const from = mentions.length === 0 && several ? nameAt : start;
    const place = { start: from, end, nameStart: own ? at : nameAt, levelStart: end };
    mentions.push({ kind: 'unit', ...place, borrowedHead: own ? '' : `UBND ${level}`, sure: true });
    if (![',', 'và'].includes(words[end]?.fold ?? '') || startsUnit(words, end + 1)) break;
    start = end + 1;
    levelAt = start;
  }
  return mentions.length > (several ? 0 : 1) ? mentions : null;
}

function sliceLevel(words: WordText['words'], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();
}

/** "Tài chính - Kế hoạch": one field, or several joined by a dash. */
function readField(words: WordText['words'], start: number): number {
  let { end } = readStretch(words, start, false);
  while (end > start && ['-', '&'].includes(words[end]?.text ?? '')) {
    const next = readStretch(words, end + 1, false);
    if (next.end === next.start) break;
    end = next.end;
  }
  return end;
}
