/** The criteria of a framework with their rules, as the pane lists them. Pure. */
import type { CriterionRule } from '../../usecases/rules';
import type { RulesForm } from './paneState';

type RuleGroup = RulesForm['showing'];

/** Which criterion of which framework: what is open in one must not seem open in another. */
export function criterionId(framework: string, { path }: Pick<CriterionRule, 'path'>): string {
  return `${framework}:${path.join('.')}`;
}

export function inGroup({ node, proposal }: CriterionRule, group: RuleGroup): boolean {
  switch (group) {
    case 'all':
      return true;
    case 'set':
      return node.rule !== undefined;
    case 'proposed':
      return proposal !== null;
    case 'none':
      return node.rule === undefined;
  }
}
