/**
 * Quy tắc tính điểm of a framework, criterion by criterion: what is set, what the decision's own sentence
 * proposes, and how a workbook takes over a framework with other rules. A proposal is never used unasked.
 */
import { scoredCriteria, withRule, type CriterionAt } from '../domain/framework/editRules';
import type { Framework } from '../domain/framework/framework';
import { proposeRule, type RuleProposal } from '../domain/framework/proposeRule';
import { planState } from '../workbook/state';
import type { Plan } from './plan';
import type { WorkbookReading } from './readWorkbook';

export interface CriterionRule extends CriterionAt {
  /** Read from the criterion's own sentence; null where it has a rule, or no sentence that says one. */
  proposal: RuleProposal | null;
}

/** All criteria that are scored, in reading order. */
export function criteriaRules(framework: Framework): CriterionRule[] {
  return scoredCriteria(framework).map((criterion) => {
    const { rule, method, max } = criterion.node;
    const open = rule === undefined && method !== undefined && method.trim() !== '';
    return { ...criterion, proposal: open ? proposalOf(method, max) : null };
  });
}

/** Sentences that were read; a workbook is read again with every change, and they stay the same. */
const read = new Map<string, RuleProposal | null>();
/** Several frameworks of the largest size. */
const MOST_REMEMBERED = 20_000;

function proposalOf(method: string, max: string | null): RuleProposal | null {
  const key = `${max ?? ''}|${method}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const proposal = proposeRule(method, max);
  if (read.size >= MOST_REMEMBERED) read.clear();
  read.set(key, proposal);
  return proposal;
}

/** Proposals that use all that the sentence says: the others want a person's eye one by one. */
export function wholeProposals(criteria: readonly CriterionRule[]): CriterionRule[] {
  return criteria.filter(({ proposal }) => proposal?.understood === 'whole');
}

/** The framework with the proposals of these criteria as their rules. */
export function acceptProposals(
  framework: Framework,
  criteria: readonly CriterionRule[],
): Framework {
  return criteria.reduce(
    (changed, { path, proposal }) =>
      proposal === null ? changed : withRule(changed, path, proposal.rule),
    framework,
  );
}

/** The workbook carries `framework` from then on; no cell that a person sees changes. */
export function planCarriedFramework(reading: WorkbookReading, framework: Framework): Plan {
  const changes = planState(reading.snapshot, { ...reading.state, framework });
  return {
    patch: { changes, expects: [] },
    lines: [{ code: changes.length > 0 ? 'rememberState' : 'nothing', params: {} }],
    conflicts: [],
  };
}

/**
 * Other rules for the framework that the workbook carries when the plan's turn has come; nothing where it
 * carries another one by then.
 */
export function planRules(
  reading: WorkbookReading,
  id: string,
  change: (framework: Framework) => Framework,
): Plan {
  const { framework } = reading.state;
  if (framework?.id === id) return planCarriedFramework(reading, change(framework));
  const patch = { changes: [], expects: [] };
  return { patch, lines: [{ code: 'nothing', params: {} }], conflicts: [] };
}
