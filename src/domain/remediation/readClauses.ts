/**
 * The sentences of a responsible-unit text: who does what, as a small grammar over clauses.
 *
 *   clause    = [lead-in] units predicate | role ":" units | predicate (of the units before it)
 *   units     = unit { ("," | "và" | "cùng") unit }       a list that has no predicate yet waits for one
 *   predicate = { verb } … { object-verb units … }        "chủ trì, phối hợp với B theo dõi …"
 *
 * Rule kept here: a unit is taken only where the grammar expects one. The units inside a task ("theo Kế
 * hoạch … của UBND huyện", "tham mưu UBND huyện") are not assigned anything.
 */
import * as lexicon from './lexicon';
import { readUnitList, type ListedUnit } from './readUnitList';
import { readVerbs, type VerbRole } from './readVerbs';
import type { UnitRole } from './assignment';
import { sliceWords, type Phrases, type WordText } from './words';

export interface ClauseUnit {
  listed: ListedUnit;
  role: UnitRole;
  certainty: 'stated' | 'inferred';
  task: string;
}

export interface ClauseReading {
  units: ClauseUnit[];
  /** "các cơ quan, đơn vị thuộc huyện", as written. */
  generic: string[];
}

/** @param unstated the role of a unit whose text gives none (the column's header may) */
export function readClauses(source: WordText, known: Phrases, unstated: UnitRole): ClauseReading {
  return new ClauseReader(source, known, unstated).read();
}

interface Verdict {
  role: UnitRole;
  certainty: 'stated' | 'inferred';
}

class ClauseReader {
  private readonly units: ClauseUnit[] = [];
  private readonly generic: string[] = [];
  /** Units named without a predicate so far. */
  private waiting: ListedUnit[] = [];
  /** Units whose task is still going on, and where in the text it began. */
  private open: { unit: ClauseUnit; from: number }[] = [];
  private at = 0;

  constructor(
    private readonly source: WordText,
    private readonly known: Phrases,
    private readonly unstated: UnitRole,
  ) {}

  read(): ClauseReading {
    while (this.at < this.words.length) {
      const before = this.at;
      this.readClause();
      if (this.at === before) this.at += 1;
    }
    for (const listed of this.waiting) this.give(listed, this.roleWithoutVerb(listed), null);
    this.closeTasks(this.words.length);
    return { units: this.units, generic: this.generic };
  }

  private get words() {
    return this.source.words;
  }

  private readClause(): void {
    const start = this.at;
    this.skipOpening();
    const label = this.readLabel();
    const list = readUnitList(this.source, this.at, this.known);
    if (list) {
      this.closeTasks(start);
      this.noteGeneric(list.generic);
      this.at = list.end;
      if (label) {
        for (const listed of [...this.waiting.splice(0), ...list.units])
          this.give(listed, { role: listed.role ?? label, certainty: 'stated' }, list.end);
        this.skipTo(this.at);
      } else {
        this.readAfterSubjects(list.units);
      }
      return;
    }
    if (this.waiting.length > 0 && this.startsPredicate(this.at)) {
      this.readPredicate(this.waiting.splice(0));
    } else {
      this.readPredicate([]);
    }
  }

  /** Bullets, numbering and the words that introduce a subject. */
  private skipOpening(): void {
    for (;;) {
      const word = this.words[this.at];
      if (!word) return;
      const next = this.words[this.at + 1]?.text ?? '';
      if (word.kind === 'break' || ['.', ';', ':', ',', ')'].includes(word.text)) this.at += 1;
      else if (/^(\d{1,2}|[a-zđ])$/.test(word.text) && ['.', ')', '/'].includes(next)) this.at += 2;
      else if (this.leadInHere() > 0) this.at += this.leadInHere();
      else return;
    }
  }

  /** "Giao Phòng Nội vụ …": only when a unit follows; "Đề nghị cung cấp …" is a predicate. */
  private leadInHere(): number {
    const length = lexicon.leadIns.at(this.words, this.at);
    if (length === 0) return 0;
    return readUnitList(this.source, this.at + length, this.known) ? length : 0;
  }

  /** "Đơn vị chủ trì: …", "Phối hợp: …". */
  private readLabel(): UnitRole | null {
    let at = this.at;
    const noun = ['đơn', 'cơ'].includes(this.words[at]?.fold ?? '') ? 2 : 0;
    at += noun;
    const verbs = readVerbs(this.words, at);
    if (verbs.roles.length === 0) return null;
    if (![':', '-'].includes(this.words[verbs.end]?.text ?? '')) return null;
    if (this.words[verbs.end]?.kind === 'break') return null;
    this.at = verbs.end + 1;
    return this.verdictOf(verbs.roles).role;
  }

  private readAfterSubjects(listed: ListedUnit[]): void {
    // A dash or a comma between the units and their verb says nothing: "Phòng Nội vụ - chủ trì …".
    let at = this.at;
    if (['-', ',', ':'].includes(this.words[at]?.text ?? '')) at += 1;
    if (this.startsPredicate(at)) {
      this.at = at;
      this.readPredicate([...this.waiting.splice(0), ...listed]);
      return;
    }
    const settled = listed.filter(({ role }) => role !== null);
    for (const unit of settled) this.give(unit, this.roleWithoutVerb(unit), null);
    this.waiting.push(...listed.filter(({ role }) => role === null));
  }

  private startsPredicate(at: number): boolean {
    const word = this.words[at];
    return word !== undefined && word.kind !== 'break' && !['.', ';', ':', ')'].includes(word.text);
  }

  /** From the verb on to the end of the clause; objects get their own roles on the way. */
  private readPredicate(subjects: ListedUnit[]): void {
    const from = this.at;
    const verbs = readVerbs(this.words, from);
    const verdict = this.verdictOf(verbs.roles);
    for (const listed of subjects) {
      const own: Verdict = listed.role ? { role: listed.role, certainty: 'stated' } : verdict;
      this.give(listed, own, verbs.taskStart);
    }
    let depth = 0;
    while (this.at < this.words.length) {
      const word = this.words[this.at];
      if (!word) return;
      if (word.text === '(') depth += 1;
      if (word.text === ')') depth = Math.max(0, depth - 1);
      if (word.kind === 'break') return;
      if (depth === 0 && [';', '.'].includes(word.text) && !this.insideNumber()) return;
      if (depth === 0 && (this.readObject() || this.newSubject())) continue;
      this.at += 1;
    }
  }

  /** "12.1" and "3.10" are no ends of sentences. */
  private insideNumber(): boolean {
    const [before, here, after] = [-1, 0, 1].map((step) => this.words[this.at + step]);
    return (
      here?.end === after?.start && here?.start === before?.end && /\d/.test(after?.text ?? '')
    );
  }

  /** An object verb with units after it. */
  private readObject(): boolean {
    const nominal = lexicon.nominalisers.at(this.words, this.at - 1) > 0;
    const support = lexicon.supportObjects.at(this.words, this.at);
    const direct = lexicon.implementObjects.at(this.words, this.at);
    const length = Math.max(support, direct);
    if (length === 0 || nominal || lexicon.media.at(this.words, this.at + length) > 0) return false;
    const list = readUnitList(this.source, this.at + length, this.known, {
      goesOn: (end) => this.objectsGoOn(end),
    });
    if (!list) return false;
    this.noteGeneric(list.generic);
    const supporting = support >= direct;
    for (const listed of list.units) {
      const role = listed.role ?? (supporting ? 'support' : 'implement');
      this.give(listed, { role, certainty: supporting ? 'stated' : 'inferred' }, list.end);
    }
    if (supporting) this.shortenTasks(list.end);
    this.at = list.end;
    return true;
  }

  /** "đôn đốc B; C nâng cao …": C goes on as an object, unless it has a role of its own. */
  private objectsGoOn(end: number): boolean {
    const roles = readVerbs(this.words, end).roles.filter((role) => role !== 'other');
    return this.startsPredicate(end) && !['lead', 'support', 'monitor'].includes(roles[0] ?? '');
  }

  /** "…, Phòng Tư pháp phối hợp …", "… do Phòng Tư pháp chủ trì": a new subject inside a sentence. */
  private newSubject(): boolean {
    const word = this.words[this.at];
    if (!word || ![',', 'và', 'do', 'giao', 'còn'].includes(word.fold)) return false;
    const list = readUnitList(this.source, this.at + 1, this.known);
    if (!list || list.units.length === 0) return false;
    const { roles } = readVerbs(this.words, list.end);
    const named = roles.some((role) => role !== 'other') || list.units.some(({ role }) => role);
    // "…, ĐVSN tự chủ …": a bare group with some verb is more likely part of what is to be done.
    if (!named && (roles.length === 0 || list.units.some(({ isGroup }) => isGroup))) return false;
    this.closeTasks(this.at);
    this.noteGeneric(list.generic);
    this.at = list.end;
    this.readAfterSubjects(list.units);
    return true;
  }

  private verdictOf(roles: readonly VerbRole[]): Verdict {
    if (roles.includes('lead')) return { role: 'lead', certainty: 'stated' };
    const [first] = roles;
    if (first === undefined) return { role: this.unstated, certainty: 'inferred' };
    if (first === 'support') return { role: 'support', certainty: 'stated' };
    if (roles.every((role) => role === 'monitor')) return { role: 'monitor', certainty: 'stated' };
    const named = roles.includes('implement');
    return { role: 'implement', certainty: named ? 'stated' : 'inferred' };
  }

  private roleWithoutVerb(listed: ListedUnit): Verdict {
    return listed.role
      ? { role: listed.role, certainty: 'stated' }
      : { role: this.unstated, certainty: 'inferred' };
  }

  private give(listed: ListedUnit, verdict: Verdict, taskFrom: number | null): void {
    const unit: ClauseUnit = { listed, ...verdict, task: '' };
    this.units.push(unit);
    if (taskFrom !== null) this.open.push({ unit, from: taskFrom });
  }

  /** "chủ trì, phối hợp với B theo dõi …": what A leads is what comes after B. */
  private shortenTasks(from: number): void {
    for (const task of this.open) {
      const between = readVerbs(this.words, task.from);
      const helped =
        between.roles[0] === 'support' || lexicon.supportObjects.at(this.words, task.from) > 0;
      if (helped && task.unit.role === 'lead') task.from = from;
    }
  }

  private closeTasks(end: number): void {
    for (const { unit, from } of this.open.splice(0)) unit.task = this.taskText(from, end);
  }

  /** Lines that were bullets are told apart by semicolons. */
  private taskText(from: number, end: number): string {
    const lines: string[] = [];
    let start = from;
    for (let at = from; at <= end; at += 1) {
      if (at < end && this.words[at]?.kind !== 'break') continue;
      const line = sliceWords(this.source, start, at).replace(/^[\s,:;.-]+|[\s,;:.-]+$/g, '');
      if (line !== '') lines.push(line);
      start = at + 1;
    }
    return lines.join('; ');
  }

  private noteGeneric(texts: readonly string[]): void {
    this.generic.push(...texts);
  }

  private skipTo(at: number): void {
    this.at = at;
    while (this.at < this.words.length) {
      const word = this.words[this.at];
      if (word?.kind === 'break' || [';', '.'].includes(word?.text ?? '')) return;
      this.at += 1;
    }
  }
}
