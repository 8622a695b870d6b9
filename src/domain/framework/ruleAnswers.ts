/** The few answers that a rule takes, where it takes words and no figures: what may be declared. */
import type { Rule } from './rule';

const YES_NO = ['Có', 'Không'];

/** @returns null where the rule takes figures */
export function ruleAnswers(rule: Rule): string[] | null {
  switch (rule.kind) {
    case 'allOrNothing':
      return rule.atLeast === undefined && rule.above === undefined ? YES_NO : null;
    case 'choice':
      return rule.options.map(({ label }) => label.trim());
    case 'precondition':
      return withNo(ruleAnswers(rule.then));
    case 'applicable':
      return ruleAnswers(rule.then);
    default:
      return null;
  }
}

function withNo(answers: string[] | null): string[] | null {
  return answers && [...new Set([...answers, 'Không'])];
}
