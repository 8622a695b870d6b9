/** Assignments as figures and lines: what the command line prints, and a summary per unit. */
import { pointsText, sumPoints, type Points } from '../points';
import { deductionOf } from '../scoring/summary';
import type { ScoreRow, ScoreSheet } from '../scoring/scoreSheet';
import type { AssignmentProposal, UnitRole } from './assignment';

export interface UnitReport {
  name: string;
  aliases: string[];
  /** Criteria in each role. */
  lead: number;
  support: number;
  monitor: number;
  implement: number;
  /** Criteria in any role. */
  criteria: number;
  /** Points lost in those criteria, decimal text: what the unit has a part in winning back. */
  points: string;
}

export interface AssignmentReport {
  units: UnitReport[];
  assignments: { code: string; unit: string; role: UnitRole; task: string }[];
}

/**
 * A criterion of several units counts for each of them in full (decision 041), so the units' points add
 * up to more than the sheet's.
 */
export function assignmentReport(
  proposal: AssignmentProposal,
  sheet: ScoreSheet,
): AssignmentReport {
  const lost = new Map(sheet.rows.map((row) => [row.row, pointsLost(row)]));
  const codes = new Map(sheet.rows.map(({ row, code }) => [row, code]));
  return {
    units: proposal.units.map(({ name, aliases }) => {
      const own = proposal.assignments.filter(({ unit }) => unit === name);
      const count = (role: UnitRole) => own.filter((one) => one.role === role).length;
      const points = own.map(({ row }) => lost.get(row)).filter((part) => part !== undefined);
      return {
        name,
        aliases: [...aliases],
        lead: count('lead'),
        support: count('support'),
        monitor: count('monitor'),
        implement: count('implement'),
        criteria: own.length,
        points: pointsText(sumPoints(points.filter((part) => part !== null))),
      };
    }),
    assignments: proposal.assignments.map(({ row, unit, role, task }) => ({
      code: codes.get(row) ?? '',
      unit,
      role,
      task,
    })),
  };
}

/** max − appraised; what the sheet says was deducted, where that cannot be computed. */
function pointsLost(row: ScoreRow): Points | null {
  return deductionOf(row) ?? row.figures.deduction?.points?.abs() ?? null;
}
