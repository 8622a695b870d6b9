/**
 * Responsible units as the texts name them. Gives unit-unknown, unit-spellings, unit-no-lead,
 * unit-group-unnamed (once for a sheet). Reading is `remediation/readAssignments`; here only what a reader
 * would ask about is said, of criteria that lost points.
 */
import type { Assignment, AssignmentProposal, ResponsibleUnit } from '../../remediation/assignment';
import { readAssignments } from '../../remediation/readAssignments';
import { deductionOf } from '../../scoring/summary';
import type { Place, ScoreRow } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';
import { scoredRows } from '../sheetFacts';

export function checkUnits({ sheet, unitMemory }: CheckContext): Finding[] {
  const rows = scoredRows(sheet).filter((row) => {
    const entry = row.texts.responsible;
    const isLost = deductionOf(row)?.gt(0) === true;
    return isLost && entry && entry.text.trim() !== '' && !entry.inheritedFrom;
  });
  if (rows.length === 0) return [];
  const texts = rows.map((row) => ({
    row: row.row,
    criterion: row.code,
    text: row.texts.responsible?.text ?? '',
    inherited: false,
  }));
  const proposal = readAssignments(texts, unitMemory ?? {});
  const byRow = new Map<number, Assignment[]>();
  for (const assignment of proposal.assignments) {
    byRow.set(assignment.row, [...(byRow.get(assignment.row) ?? []), assignment]);
  }
  return [
    ...rows.flatMap((row) => checkUnknown(row, byRow.get(row.row) ?? [], proposal)),
    ...rows.flatMap((row) => checkLead(row, byRow.get(row.row) ?? [])),
    ...proposal.units.flatMap((unit) => checkSpellings(unit, rows)),
    ...checkGroups(rows, byRow, proposal.units),
  ];
}

function placeOf(row: ScoreRow): Place | null {
  return row.texts.responsible?.place ?? null;
}

/** Words stand there, and no unit among them. */
function checkUnknown(
  row: ScoreRow,
  assignments: readonly Assignment[],
  proposal: AssignmentProposal,
): Finding[] {
  const unread = proposal.unread.find((text) => text.row === row.row && text.reason === 'noUnit');
  if (!unread || assignments.length > 0) return [];
  const text = unread.text.length > 80 ? `${unread.text.slice(0, 80)}…` : unread.text;
  return [makeFinding('unit-unknown', { place: placeOf(row), row, params: { text } })];
}

/** Somebody supports, and nobody leads or carries out. */
function checkLead(row: ScoreRow, assignments: readonly Assignment[]): Finding[] {
  const acts = assignments.some(({ role }) => role === 'lead' || role === 'implement');
  if (acts || !assignments.some(({ role }) => role === 'support')) return [];
  const units = assignments.map(({ unit }) => unit).join(', ');
  return [makeFinding('unit-no-lead', { place: placeOf(row), row, params: { units } })];
}

/** Groups are described, not named; only names of one unit are held to one spelling. */
function checkSpellings(unit: ResponsibleUnit, rows: readonly ScoreRow[]): Finding[] {
  if (unit.isGroup || unit.aliases.length === 0) return [];
  const places = unit.aliases.map((alias) => {
    const row = rows.find((candidate) =>
      (candidate.texts.responsible?.text ?? '').split(unit.name).join('').includes(alias),
    );
    return row ? placeOf(row) : null;
  });
  return [
    makeFinding('unit-spellings', {
      place: places[0] ?? null,
      params: { name: unit.name, aliases: unit.aliases.map((alias) => `“${alias}”`).join(', ') },
      related: places.slice(1),
    }),
  ];
}

/** Criteria that are given to groups alone, said once. */
function checkGroups(
  rows: readonly ScoreRow[],
  byRow: ReadonlyMap<number, readonly Assignment[]>,
  units: readonly ResponsibleUnit[],
): Finding[] {
  const groups = new Set(units.filter((unit) => unit.isGroup).map((unit) => unit.name));
  const unnamed = rows.filter((row) => {
    const assignments = byRow.get(row.row) ?? [];
    return assignments.length > 0 && assignments.every(({ unit }) => groups.has(unit));
  });
  const [first, ...others] = unnamed;
  if (!first) return [];
  const used = unnamed.flatMap((row) => (byRow.get(row.row) ?? []).map(({ unit }) => unit));
  return [
    makeFinding('unit-group-unnamed', {
      place: placeOf(first),
      row: first,
      params: { group: [...new Set(used)].join('; '), count: unnamed.length },
      related: others.map(placeOf),
    }),
  ];
}
