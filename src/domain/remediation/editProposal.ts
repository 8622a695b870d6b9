/**
 * What a person does with a proposal before it is written: merge, rename, drop, add and split units, and
 * set roles. Each function gives a new proposal and notes the choice in it, so that reading the same
 * texts with `memoryOf(proposal)` proposes the same again.
 *
 * Rule kept here: a choice concerns names and columns only. What the sheet says is never rewritten.
 */
import { foldText } from '../text/vietnamese';
import type { AssignmentProposal, ResponsibleUnit, UnitMemory, UnitRole } from './assignment';
import { insertByRow, onePerUnit, readAssignments, roleKey } from './readAssignments';

/** `name` becomes one more spelling of `into`. Nothing happens when either is not in the proposal. */
export function mergeUnits(
  proposal: AssignmentProposal,
  name: string,
  into: string,
): AssignmentProposal {
  const gone = unitNamed(proposal, name);
  const target = unitNamed(proposal, into);
  if (!gone || !target || gone === target) return proposal;
  const unit: ResponsibleUnit = {
    name: into,
    aliases: unique([...target.aliases, name, ...gone.aliases]).filter((alias) => alias !== into),
    isGroup: target.isGroup || gone.isGroup,
  };
  const units = proposal.units.map((one) => (one === target ? unit : one));
  return {
    ...proposal,
    units: units.filter((one) => one !== gone),
    assignments: onePerUnit(
      proposal.assignments.map((one) => (one.unit === name ? { ...one, unit: into } : one)),
    ),
    choices: noting(movedRoles(proposal, name, into), [into, ...unit.aliases], into),
  };
}

/** The unit's column gets another head; its former name becomes an alias. A name in use merges the two. */
export function renameUnit(
  proposal: AssignmentProposal,
  name: string,
  newName: string,
): AssignmentProposal {
  const head = newName.trim().replace(/\s+/g, ' ');
  const unit = unitNamed(proposal, name);
  if (!unit || head === '' || head === name) return proposal;
  if (unitNamed(proposal, head)) return mergeUnits(proposal, name, head);
  const renamed = { ...unit, name: head, aliases: unique([...unit.aliases, name]) };
  renamed.aliases = renamed.aliases.filter((alias) => alias !== head);
  return {
    ...proposal,
    units: proposal.units.map((one) => (one === unit ? renamed : one)),
    assignments: proposal.assignments.map((one) =>
      one.unit === name ? { ...one, unit: head } : one,
    ),
    choices: noting(movedRoles(proposal, name, head), [head, ...renamed.aliases], head),
  };
}

/** Not a unit: no column, now or when the sheet is read again. */
export function dropUnit(proposal: AssignmentProposal, name: string): AssignmentProposal {
  const unit = unitNamed(proposal, name);
  if (!unit) return proposal;
  const roles = Object.entries(proposal.choices).filter(
    ([key]) => !key.endsWith(`|${foldText(name)}`),
  );
  return {
    ...proposal,
    units: proposal.units.filter((one) => one !== unit),
    assignments: proposal.assignments.filter((one) => one.unit !== name),
    choices: noting(Object.fromEntries(roles), [name, ...unit.aliases], null),
  };
}

/** The role of a unit (by its name) for one criterion; null takes it away. */
export function setRole(
  proposal: AssignmentProposal,
  cell: { row: number; criterion: string; unit: string },
  role: UnitRole | null,
): AssignmentProposal {
  const { row, criterion, unit } = cell;
  if (!unitNamed(proposal, unit)) return proposal;
  const met = proposal.assignments.find((one) => one.row === row && one.unit === unit);
  const base = met ?? { row, criterion, unit, task: '', inherited: false };
  const changed = role === null ? null : { ...base, role, certainty: 'chosen' as const };
  const choices = { ...proposal.choices, [roleKey(criterion, unit)]: role };
  const assignments = met
    ? proposal.assignments.flatMap((one) => (one !== met ? [one] : changed ? [changed] : []))
    : changed
      ? insertByRow(proposal.assignments, changed)
      : proposal.assignments;
  return { ...proposal, assignments, choices };
}

/** One role in place of all that the reading had to suppose, for one unit or for every one. */
export function settleInferred(
  proposal: AssignmentProposal,
  role: UnitRole,
  unit: string | null = null,
): AssignmentProposal {
  return proposal.assignments
    .filter((one) => one.certainty === 'inferred' && (unit === null || one.unit === unit))
    .reduce((draft, one) => setRole(draft, one, role), proposal);
}

/** A unit that the texts do not name. Its roles are set with `setRole`. */
export function addUnit(proposal: AssignmentProposal, newName: string): AssignmentProposal {
  const name = newName.trim().replace(/\s+/g, ' ');
  const met = proposal.units.some((unit) =>
    [unit.name, ...unit.aliases].some((spelling) => foldText(spelling) === foldText(name)),
  );
  if (name === '' || met) return proposal;
  return {
    ...proposal,
    units: [...proposal.units, { name, aliases: [], isGroup: false }],
    choices: noting(proposal.choices, [name], name),
  };
}

/**
 * One spelling becomes a unit of its own.
 * @param texts the texts that the proposal was read from: they are read again, with the choice
 */
export function splitUnit(
  proposal: AssignmentProposal,
  name: string,
  alias: string,
  texts: Parameters<typeof readAssignments>[0],
): AssignmentProposal {
  const unit = unitNamed(proposal, name);
  if (!unit || !unit.aliases.includes(alias)) return proposal;
  const own = alias.charAt(0).toUpperCase() + alias.slice(1);
  const kept = [name, ...unit.aliases.filter((one) => foldText(one) !== foldText(alias))];
  const memory = noting(noting(memoryOf(proposal), kept, name), [alias], own);
  return readAssignments(texts, memory);
}

/** What the person confirmed by going on: every spelling with its unit, and her own choices. */
export function memoryOf(proposal: AssignmentProposal): UnitMemory {
  let memory = proposal.choices;
  for (const unit of proposal.units)
    memory = noting(memory, [unit.name, ...unit.aliases], unit.name);
  return memory;
}

function unitNamed(proposal: AssignmentProposal, name: string): ResponsibleUnit | undefined {
  return proposal.units.find((unit) => unit.name === name);
}

function noting(
  choices: UnitMemory,
  spellings: readonly string[],
  unit: string | null,
): UnitMemory {
  const noted = spellings.map((spelling) => [foldText(spelling), unit] as const);
  return { ...choices, ...Object.fromEntries(noted) };
}

/** Roles set for a unit that is now called otherwise. */
function movedRoles(proposal: AssignmentProposal, from: string, to: string): UnitMemory {
  const entries = Object.entries(proposal.choices).map(([key, value]) => {
    const bar = key.lastIndexOf('|');
    const moved = bar >= 0 && key.slice(bar + 1) === foldText(from);
    return [moved ? roleKey(key.slice(0, bar), to) : key, value] as const;
  });
  return Object.fromEntries(entries);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
