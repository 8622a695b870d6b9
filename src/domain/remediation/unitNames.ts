/**
 * When two spellings mean one unit: hyphens, "&" and "và", tone marks, capitals, a trailing "huyện" or
 * "tỉnh", abbreviations beside their long form, a group's short form. And what the unit is then called.
 *
 * Rule kept here: spellings are put together only when one reading fits. Two offices of two levels stay
 * apart, and so does the name without a level that could be either. What a person decided comes first.
 */
import { foldText } from '../text/vietnamese';
import type { ListedUnit } from './readUnitList';
import { readUnit } from './readUnit';
import { Phrases, readWords, sliceWords } from './words';

/** One way a unit is written in the sheet. */
export interface Spelling {
  listed: ListedUnit;
  /** How many cells write it so. */
  count: number;
  /** Name that a person decided for it; null when nobody did. */
  decided: string | null;
}

/** Spellings of one unit, in order of appearance. */
export interface SpellingGroup {
  name: string;
  spellings: Spelling[];
}

/** Groups spellings into units, in the order of their first appearance. */
export function groupSpellings(spellings: readonly Spelling[]): SpellingGroup[] {
  const forms = spellings.map(formOf);
  const groups = new Groups(forms);
  groups.joinWhere((a, b) => a.decided !== null && a.decided === b.decided);
  groups.joinWhere((a, b) => a.key === b.key && a.level === b.level && a.isGroup === b.isGroup);
  joinLevels(groups, forms);
  joinUnique(groups, forms, (short, long) => abbreviates(short.words, long.words));
  joinUnique(groups, forms, (short, long) => isShortGroup(short, long));
  return groups.all().map((members) => ({
    name: nameOf(members),
    spellings: members.map(({ spelling }) => spelling),
  }));
}

/** Whether a header's text names the same unit as `name`: by spelling, or as its abbreviation. */
export function sameUnitName(first: string, second: string): boolean {
  if (foldText(first) === foldText(second)) return true;
  const [a, b] = [formOfName(first), formOfName(second)];
  if (a.level !== '' && b.level !== '' && a.level !== b.level) return false;
  return a.key === b.key || abbreviates(a.words, b.words) || abbreviates(b.words, a.words);
}

interface Form {
  spelling: Spelling;
  /** Words that count, abbreviations spelled out where they are common. */
  words: string[];
  key: string;
  level: string;
  isGroup: boolean;
  decided: string | null;
}

const EXPANDED: Readonly<Record<string, string>> = {
  đvsn: 'đơn vị sự nghiệp',
  đvsncl: 'đơn vị sự nghiệp công lập',
  cqcm: 'cơ quan chuyên môn',
  vp: 'văn phòng',
  'vp.': 'văn phòng',
  'p.': 'phòng',
  'tt.': 'trung tâm',
  'tp.': 'thành phố',
  'tx.': 'thị xã',
};
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/ủy ban nhân dân/g, 'ubnd'],
  [/hội đồng nhân dân/g, 'hđnd'],
];
/** Words that join the parts of a name or say that there are several. */
const JOINERS = new Set(['và', '&', '-', ',', '/', 'các', 'trực', 'tất', 'cả']);

function formOf(spelling: Spelling): Form {
  const { listed } = spelling;
  const { text, words } = readWords(listed.name);
  const bare = listed.level === '' ? text : withoutLevel(text, listed.level);
  const counted = significantWords(listed.isGroup ? text : bare);
  return {
    spelling,
    words: counted.length > 0 ? counted : words.map(({ fold }) => fold),
    key: counted.join(' '),
    level: listed.isGroup ? '' : foldText(listed.level),
    isGroup: listed.isGroup,
    decided: spelling.decided,
  };
}

function formOfName(name: string): Omit<Form, 'spelling'> {
  const source = readWords(name);
  const unit = readUnit(source.words, 0, new Phrases([]));
  const whole = unit !== null && unit.end === source.words.length ? unit : null;
  const end = whole && whole.kind === 'unit' ? whole.levelStart : source.words.length;
  const words = significantWords(sliceWords(source, whole?.nameStart ?? 0, end));
  const level = foldText(sliceWords(source, end, source.words.length));
  return { words, key: words.join(' '), level, isGroup: whole?.kind === 'group', decided: null };
}

function withoutLevel(text: string, level: string): string {
  return foldText(text).endsWith(foldText(level))
    ? text.slice(0, Math.max(0, text.length - level.length))
    : text;
}

function significantWords(name: string): string[] {
  let line = readWords(name)
    .words.map(({ fold }) => EXPANDED[fold] ?? fold)
    .filter((word) => !JOINERS.has(word))
    .join(' ');
  for (const [pattern, short] of PHRASES) line = line.replace(pattern, short);
  return line.split(' ').filter((word) => word !== '');
}

/** "Phòng Nội vụ" joins "Phòng Nội vụ huyện" unless another level has one too. */
function joinLevels(groups: Groups, forms: readonly Form[]): void {
  const byKey = new Map<string, Form[]>();
  for (const form of forms) {
    const key = `${form.isGroup} ${form.key}`;
    byKey.set(key, [...(byKey.get(key) ?? []), form]);
  }
  for (const alike of byKey.values()) {
    const compatible = alike.every((a) => alike.every((b) => sameLevel(a.level, b.level)));
    for (const form of alike) {
      const [first] = alike;
      if (first && compatible) groups.join(first, form);
    }
  }
}

/** "huyện" and "huyện vĩnh linh" may be one level; "xã a" and "xã b" are not. */
function sameLevel(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Joins each short form to its long one where exactly one unit fits. */
function joinUnique(
  groups: Groups,
  forms: readonly Form[],
  fits: (short: Form, long: Form) => boolean,
): void {
  for (const short of forms) {
    const longs = forms.filter((long) => long !== short && fits(short, long));
    const longest = longs.filter((long) => !longs.some((other) => fits(long, other)));
    const units = new Set(longest.map((long) => groups.of(long)));
    const [long] = longest;
    if (long && units.size === 1) groups.join(long, short);
  }
}

/**
 * Whether capitals of the one are the initials of the other: [trung tâm vh tt] ↔ [trung tâm văn hóa thông
 * tin]. At least one abbreviation must stand for two words or more.
 */
export function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  const match = (i: number, j: number): boolean => {
    const word = short[i];
    if (word === undefined) return j === long.length;
    if (word === long[j] && match(i + 1, j + 1)) return true;
    const letters = [...word];
    if (letters.length < 2 || letters.length > 6) return false;
    const initials = long.slice(j, j + letters.length).map((part) => [...part][0]);
    return (
      letters.every((letter, k) => bareLetter(letter) === bareLetter(initials[k] ?? '')) &&
      match(i + 1, j + letters.length)
    );
  };
  return match(0, 0);
}

/** "Đào tạo" abbreviates to "ĐT" and, without the right keyboard, to "DT". */
function bareLetter(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
}

/** "Các cơ quan chuyên môn" inside "Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc huyện". */
function isShortGroup(short: Form, long: Form): boolean {
  if (!short.isGroup || !long.isGroup || short.words.length >= long.words.length) return false;
  return ` ${long.key} `.includes(` ${short.key} `);
}

/** What heads the column: the person's name; else the commonest spelling of the longest form. */
function nameOf(members: readonly Form[]): string {
  const decided = members.find((form) => form.decided !== null)?.decided;
  if (decided !== undefined && decided !== null) return decided;
  const spelledOut = members.filter(
    (form) => !members.some((other) => abbreviates(form.words, other.words)),
  );
  const pool = spelledOut.length > 0 ? spelledOut : members;
  const full = pool.filter((form) => !pool.some((other) => isShortGroup(form, other)));
  const counts = new Map<string, number>();
  for (const { spelling } of full) {
    const name = capitalised(spelling.listed.name);
    counts.set(name, (counts.get(name) ?? 0) + spelling.count);
  }
  const ranked = [...counts].sort(
    ([a, countA], [b, countB]) =>
      countB - countA || Number(hasShout(a)) - Number(hasShout(b)) || b.length - a.length,
  );
  return ranked[0]?.[0] ?? '';
}

/** "cqcm, ĐVSN": an abbreviated name loses against the same name spelled out. */
function hasShout(name: string): boolean {
  return readWords(name).words.some((word) => word.shout && EXPANDED[word.fold] !== undefined);
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Forms joined into units; what a person set apart stays apart. */
class Groups {
  private readonly root = new Map<Form, Form>();

  constructor(private readonly forms: readonly Form[]) {
    for (const form of forms) this.root.set(form, form);
  }

  of(form: Form): Form {
    let at = form;
    for (let up = this.root.get(at); up && up !== at; up = this.root.get(at)) at = up;
    return at;
  }

  join(first: Form, second: Form): void {
    const [a, b] = [this.of(first), this.of(second)];
    if (a === b) return;
    const decided = new Set(
      this.forms
        .filter((form) => form.decided !== null && [a, b].includes(this.of(form)))
        .map((form) => form.decided),
    );
    if (decided.size > 1) return;
    this.root.set(b, a);
  }

  joinWhere(same: (a: Form, b: Form) => boolean): void {
    for (const a of this.forms) for (const b of this.forms) if (same(a, b)) this.join(a, b);
  }

  all(): Form[][] {
    const members = new Map<Form, Form[]>();
    for (const form of this.forms) {
      const root = this.of(form);
      members.set(root, [...(members.get(root) ?? []), form]);
    }
    return [...members.values()];
  }
}
