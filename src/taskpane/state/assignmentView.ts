/** A proposal of assignments as the pane shows it: counts of each unit, notes, rows. Pure. */
import {
  unitRoles,
  type Assignment,
  type AssignmentProposal,
  type UnitRole,
} from '../../domain/remediation/assignment';

interface ProposalNotes {
  /** Rows whose text stands in the merged cell above. */
  inherited: number;
  /** Roles that the text did not state. */
  inferred: number;
  unread: AssignmentProposal['unread'];
}

export function notesOf(proposal: AssignmentProposal): ProposalNotes {
  const rows = proposal.assignments.filter(({ inherited }) => inherited).map(({ row }) => row);
  return {
    inherited: new Set(rows).size,
    inferred: proposal.assignments.filter(({ certainty }) => certainty === 'inferred').length,
    unread: proposal.unread,
  };
}

/** Says the same: who has which role in which criterion. Rows may have moved, and guesses been confirmed. */
export function saysTheSame(first: AssignmentProposal, second: AssignmentProposal): boolean {
  const told = ({ assignments }: AssignmentProposal) =>
    assignments.map(({ criterion, unit, role }) => `${criterion}|${unit}|${role}`).sort();
  const [one, other] = [told(first), told(second)];
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

export function assignmentsOf(proposal: AssignmentProposal, unit: string): Assignment[] {
  return proposal.assignments.filter((assignment) => assignment.unit === unit);
}

/** How often a unit has each role; roles it never has are left out. */
export function roleCounts(assignments: readonly Assignment[]): [UnitRole, number][] {
  return unitRoles
    .map((role): [UnitRole, number] => [
      role,
      assignments.filter((assignment) => assignment.role === role).length,
    ])
    .filter(([, count]) => count > 0);
}
