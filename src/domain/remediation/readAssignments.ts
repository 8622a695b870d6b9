/**
 * From the responsible-unit texts of a sheet to a proposal: which units there are, under which names, and
 * who does what for which criterion.
 *
 * Rule kept here: reading proposes and never decides. Every spelling is kept as it was written; what was
 * supposed is marked so; a text in which no unit was found is reported, not dropped.
 */
import { foldText } from '../text/vietnamese';
import {
  unitRoles,
  type Assignment,
  type AssignmentProposal,
  type ResponsibleText,
  type ResponsibleUnit,
  type UnitMemory,
  type UnitRole,
  type UnreadText,
} from './assignment';
import { readClauses, type ClauseReading } from './readClauses';
import { groupSpellings, type Spelling, type SpellingGroup } from './unitNames';
import { Phrases, readWords } from './words';

/**
 * Reads all responsible-unit texts of one sheet together, since one cell's name explains another's.
 *
 * @param texts in the order of the sheet; a criterion may have several ("Chủ trì", "Phối hợp")
 * @param memory what a person confirmed before; it wins over every reading
 * @returns units in the order in which they first appear; at most one assignment per row and unit
 */
export function readAssignments(
  texts: readonly ResponsibleText[],
  memory: UnitMemory = {},
): AssignmentProposal {
  const readings = readTexts(texts, memory);
  const groups = groupSpellings(collectSpellings(readings, memory));
  const nameOf = new Map<string, string>();
  for (const { name, spellings } of groups)
    for (const { listed } of spellings) nameOf.set(listed.written, name);

  const assignments = onePerUnit(readings.flatMap((reading) => assignmentsOf(reading, nameOf)));
  const proposal: AssignmentProposal = {
    units: groups.map(unitOf),
    assignments,
    unread: readings.flatMap(unreadOf),
    choices: memory,
  };
  return withChosenRoles(proposal, texts, memory);
}

/** Key under which a role that a person set is remembered. */
export function roleKey(criterion: string, unit: string): string {
  return `${criterion}|${foldText(unit)}`;
}

interface TextReading {
  text: ResponsibleText;
  clauses: ClauseReading;
}

/** Twice: names that were sure the first time bound those that were not. */
function readTexts(texts: readonly ResponsibleText[], memory: UnitMemory): TextReading[] {
  const sources = texts.map((text) => ({ text, source: readWords(text.text) }));
  const known = new Phrases([]);
  const learn = (name: string) => known.add(readWords(name).words.map(({ fold }) => fold));
  for (const spelling of Object.keys(memory)) if (!spelling.includes('|')) learn(spelling);
  const read = () =>
    sources.map(({ text, source }) => readClauses(source, known, text.unstated ?? 'implement'));
  for (const { units } of read())
    for (const { listed } of units) if (listed.sure) learn(listed.written);
  const second = read();
  return texts.map((text, i) => {
    const clauses = second[i] ?? { units: [], generic: [] };
    const units = clauses.units.filter(({ listed }) => decidedName(listed, memory) !== null);
    return { text, clauses: { ...clauses, units } };
  });
}

/** A name; null: a person said that it is no unit; undefined: nobody said anything. */
function decidedName(
  listed: { written: string; name: string },
  memory: UnitMemory,
): string | null | undefined {
  const [written, name] = [foldText(listed.written), foldText(listed.name)];
  if (Object.hasOwn(memory, written)) return memory[written];
  return Object.hasOwn(memory, name) ? memory[name] : undefined;
}

function collectSpellings(readings: readonly TextReading[], memory: UnitMemory): Spelling[] {
  const byWritten = new Map<string, Spelling>();
  for (const { text, clauses } of readings) {
    for (const { listed } of clauses.units) {
      const weight = text.inherited ? 0 : 1;
      const met = byWritten.get(listed.written);
      if (met) met.count += weight;
      else {
        const decided = decidedName(listed, memory) ?? null;
        byWritten.set(listed.written, { listed, count: weight, decided });
      }
    }
  }
  return [...byWritten.values()];
}

function unitOf({ name, spellings }: SpellingGroup): ResponsibleUnit {
  const written = new Set(spellings.map(({ listed }) => listed.written));
  written.delete(name);
  return {
    name,
    aliases: [...written],
    isGroup: spellings.some(({ listed }) => listed.isGroup),
  };
}

function assignmentsOf(
  { text, clauses }: TextReading,
  nameOf: ReadonlyMap<string, string>,
): Assignment[] {
  return clauses.units.flatMap((found) => {
    const unit = nameOf.get(found.listed.written);
    if (unit === undefined) return [];
    const { row, criterion, inherited } = text;
    const { role, certainty, task } = found;
    return [{ row, criterion, unit, role, certainty, task, inherited }];
  });
}

/** One cell holds one role. */
export function onePerUnit(assignments: readonly Assignment[]): Assignment[] {
  const byCell = new Map<string, Assignment>();
  for (const one of assignments) {
    const key = `${one.row}|${one.unit}`;
    const met = byCell.get(key);
    byCell.set(key, met ? strongest(met, one) : one);
  }
  return [...byCell.values()];
}

const STRENGTH: readonly UnitRole[] = ['lead', 'implement', 'support', 'monitor'];

/** Leading before all, then what the text names, then the weightier. */
function strongest(first: Assignment, second: Assignment): Assignment {
  const weight = ({ role, certainty }: Assignment) =>
    role === 'lead' ? -1 : STRENGTH.indexOf(role) + (certainty === 'stated' ? 0 : STRENGTH.length);
  const winner = weight(second) < weight(first) ? second : first;
  const tasks = [first.task, second.task].filter((task) => task !== '');
  return { ...winner, task: [...new Set(tasks)].join('; ') };
}

function unreadOf({ text, clauses }: TextReading): UnreadText[] {
  const { row, criterion } = text;
  if (text.text.trim() === '') return [{ row, criterion, text: '', reason: 'blank' }];
  const generic = clauses.generic.map((part) => ({
    row,
    criterion,
    text: part,
    reason: 'genericGroup' as const,
  }));
  if (generic.length > 0 || clauses.units.length > 0) return generic;
  return [{ row, criterion, text: text.text, reason: 'noUnit' }];
}

/** Roles that a person set before, over those that the texts say. */
function withChosenRoles(
  proposal: AssignmentProposal,
  texts: readonly ResponsibleText[],
  memory: UnitMemory,
): AssignmentProposal {
  const roles = Object.entries(memory).filter(([key]) => key.includes('|'));
  if (roles.length === 0) return proposal;
  const units = [...proposal.units];
  let assignments = proposal.assignments;
  for (const [key, role] of roles) {
    const bar = key.lastIndexOf('|');
    const [criterion, folded] = [key.slice(0, bar), key.slice(bar + 1)];
    const text = texts.find((candidate) => candidate.criterion === criterion);
    const name = units.find((unit) => foldText(unit.name) === folded)?.name ?? memory[folded];
    if (!text || name === undefined || name === null) continue;
    const met = assignments.find((one) => one.row === text.row && one.unit === name);
    if (isRole(role) && !units.some((unit) => unit.name === name))
      units.push({ name, aliases: [], isGroup: false });
    const { row, inherited } = text;
    const base = met ?? { row, criterion, unit: name, task: '', inherited };
    const chosen = isRole(role) ? { ...base, role, certainty: 'chosen' as const } : null;
    if (met) assignments = assignments.flatMap((one) => (one !== met ? [one] : (chosen ?? [])));
    else if (chosen) assignments = insertByRow(assignments, chosen);
  }
  return { ...proposal, units, assignments };
}

function isRole(text: string | null): text is UnitRole {
  return unitRoles.some((role) => role === text);
}

/** Keeps the order of the sheet. */
export function insertByRow(assignments: readonly Assignment[], added: Assignment): Assignment[] {
  const at = assignments.findIndex(({ row }) => row > added.row);
  const split = at < 0 ? assignments.length : at;
  return [...assignments.slice(0, split), added, ...assignments.slice(split)];
}
