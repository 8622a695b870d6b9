/** Words of the rules of a framework, in English. */
import type { Rule } from '../../domain/framework/rule';
import type { RuleStyle, rules as vietnamese } from '../vi/paneRules';
import { plural } from './plural';

function describe(rule: Rule, style: RuleStyle): string {
  const { figure } = style;
  switch (rule.kind) {
    case 'allOrNothing':
      if (rule.above !== undefined) return `Above ${figure(rule.above)}%: all points; else 0`;
      if (rule.atLeast === undefined) return 'Yes: all points; no: 0';
      return `From ${figure(rule.atLeast)}%: all points; below: 0`;
    case 'tiers': {
      const unit = rule.measure === 'percent' ? '%' : '';
      const steps = [...rule.tiers]
        .sort((a, b) => Number(b.from) - Number(a.from))
        .map(
          ({ from, above, points }) =>
            `${above ? 'above' : 'from'} ${figure(from)}${unit}: ${figure(points)}`,
        );
      return `${upper(steps.join('; '))}${below(rule, '; below: 0')}`;
    }
    case 'choice':
      return upper(
        rule.options.map(({ label, points }) => `${lower(label)}: ${figure(points)}`).join('; '),
      );
    case 'linear':
      return 'Ratio × max';
    case 'floor': {
      const full = rule.full === undefined ? '' : `; from ${figure(rule.full)}%: all points`;
      const between = rule.between === 'ratio' ? 'ratio × max' : 'spread evenly from 0 to max';
      return `Below ${figure(rule.floor)}%: 0${full}; between: ${between}`;
    }
    case 'count':
      if (rule.each !== undefined) return `${figure(rule.each)} points for each item, at most max`;
      return `Items/${figure(rule.of ?? '1')} × max`;
    case 'minus':
      return `${figure(rule.each)} points less for each breach, at least 0`;
    case 'outside': {
      const name = rule.sign === 'bonus' ? 'Bonus' : 'Penalty';
      const each = rule.each === undefined ? 'as declared' : `${figure(rule.each)} for each item`;
      return `${name}: ${each}, at most ${figure(rule.ceiling)}`;
    }
    case 'notAssessed':
      return 'Not assessed this period: not part of the base';
    case 'survey':
      return 'Survey result (%) × max';
    case 'system':
      return rule.source === '' ? 'From another system' : `From ${rule.source}`;
    case 'expression':
      return `Formula: ${style.formula(rule.formula)}`;
    case 'precondition':
      return `Not done: 0; otherwise: ${lower(describe(rule.then, style))}`;
    case 'applicable':
      return `${describe(rule.then, style)} (may not apply)`;
    case 'either':
      return `The best of: ${rule.rules.map((one, i) => `(${i + 1}) ${lower(describe(one, style))}`).join('; ')}`;
    case 'conditions': {
      const parts = rule.parts.map(({ label, rule: one }) =>
        label === '' ? lower(describe(one, style)) : label,
      );
      return `${rule.operator === 'and' ? 'All of' : 'Any of'}: ${parts.join('; ')}`;
    }
  }
}

/** Nothing lies below a step from 0. */
function below(rule: Rule & { kind: 'tiers' }, words: string): string {
  return rule.tiers.some(({ from, above }) => !above && Number(from) === 0) ? '' : words;
}

function upper(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function lower(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

function declare(rule: Rule): string {
  switch (rule.kind) {
    case 'allOrNothing':
      return rule.atLeast === undefined && rule.above === undefined
        ? 'Có (yes) or Không (no)'
        : 'a ratio, such as 85% or 17/20';
    case 'tiers':
      return rule.measure === 'percent' ? 'a ratio, such as 85% or 17/20' : 'a count, such as 3';
    case 'choice':
      return `the name or number of a case (${rule.options.map(({ label }, i) => `${i + 1}. ${label}`).join('; ')})`;
    case 'linear':
    case 'floor':
      return 'a ratio, such as 17/20 or 85%';
    case 'survey':
      return 'the survey result, such as 87.5%';
    case 'count':
      return 'a count, such as 3';
    case 'outside':
      return rule.each === undefined ? 'points, such as 0.5' : 'a count, such as 3';
    case 'minus':
      return 'the number of breaches, such as 2 (none: 0)';
    case 'system':
      return 'the score of that system';
    case 'notAssessed':
      return 'nothing';
    case 'expression':
      return rule.variables.map(({ name }) => `${name}=…`).join('; ');
    case 'precondition':
      return `${declare(rule.then)}; Không (no) when it was not done`;
    case 'applicable':
      return `${declare(rule.then)}; or Không áp dụng (not applicable)`;
    case 'either':
      return [...new Set(rule.rules.map(declare))].join(', or ');
    case 'conditions':
      return `each condition in turn, parted by semicolons (${rule.parts.map(({ rule: one }) => declare(one)).join('; ')})`;
  }
}

export const rules: typeof vietnamese = {
  title: (set, all) => `Scoring rules (${set} of ${all} criteria)`,
  about:
    'A rule says how declared figures become a score. Scores by rule are for comparison only; the sheet keeps its own.',
  proposedCount: (count) => plural(count, 'proposal'),
  proposals: (count) =>
    `${plural(count, 'rule')} could be read from the decision’s own sentences. Look each through before using it.`,
  useAll: (count) => `Use all ${count} rules that were read`,
  usedAll: (count) => `Set ${count} rules that were read`,
  show: 'Show',
  showing: {
    all: 'All criteria',
    set: 'With a rule',
    proposed: 'With a proposal',
    none: 'Without',
  },
  nothingShown: 'No criterion belongs to this group.',
  more: (count) => `Show more (${count} left)`,
  none: 'No rule yet',
  proposed: 'proposal',
  source: 'How the decision puts it',
  partly: (rest) => `Not used, or in doubt: ${rest}`,
  use: 'Use this rule',
  edit: 'Edit rule',
  set: 'Set rule',
  remove: 'Remove rule',
  save: 'Save rule',
  cancel: 'Cancel',
  label: (code) => `Set rule: criterion ${code}`,
  removeLabel: (code) => `Remove rule: criterion ${code}`,
  kind: 'Kind of rule',
  kinds: {
    yesNo: 'Yes or no',
    threshold: 'All points from a ratio on',
    tiers: 'By steps',
    choice: 'One of several cases',
    linear: 'By the ratio reached',
    floor: 'By ratio, with a floor',
    count: 'By number of items',
    minus: 'Less points for each breach',
    outside: 'Bonus or penalty outside the scale',
    survey: 'By survey result',
    system: 'From another system',
    notAssessed: 'Not assessed this period',
    expression: 'By formula',
    either: 'Several ways, the best counts',
    conditions: 'Several conditions',
  },
  threshold: 'Ratio to reach (%)',
  strict: 'It must be exceeded; reaching it is not enough',
  measure: 'Measured by',
  measures: { percent: 'Ratio (%)', count: 'Number' },
  tierSide: (at) => `Step ${at}`,
  tierSides: { from: 'from', above: 'above' },
  tierFrom: { percent: 'Ratio (%)', count: 'Number' },
  tierPoints: 'Points',
  addTier: 'Add a step',
  tiersHint: 'Below the lowest step: 0 points.',
  option: (at) => `Case ${at}`,
  addOption: 'Add a case',
  floor: 'Below this: 0 points (%)',
  full: 'From this on: all points (%)',
  fullHint: 'Empty: 100%',
  between: 'In between',
  betweens: { ratio: 'Ratio × max', spread: 'Spread evenly from 0 to max' },
  each: 'Points for each item',
  outsideEachHint: 'Empty when the points themselves are declared',
  of: 'Or: items that make all points',
  minusEach: 'Points less for each breach',
  sign: 'Bonus or penalty',
  signs: { bonus: 'Bonus', penalty: 'Penalty' },
  ceiling: 'At most',
  systemName: 'Name of the system',
  variable: (at) => `Figure ${at}`,
  variableName: (at) => `Name of figure ${at}`,
  variableLabel: 'Meaning',
  addVariable: 'Add a figure',
  formula: 'Formula',
  formulaHint: 'For example: b/a*max. max is the criterion’s maximum.',
  operator: 'To be met',
  operators: { and: 'All conditions', or: 'Any one of them' },
  part: { either: (at) => `Way ${at}`, conditions: (at) => `Condition ${at}` },
  partLabel: 'What the condition is',
  addPart: { either: 'Add a way', conditions: 'Add a condition' },
  removeItem: (what) => `Remove ${lower(what)}`,
  zeroIfNot: 'Not done: 0 points',
  mayNotApply: 'May not apply to a unit',
  draftProblems: {
    needed: () => 'This is needed.',
    notFigure: (typed) => `“${typed}” is not a number. For example: 0.5 or 80.`,
    notPositive: () => 'It must be more than 0.',
    sameStep: (typed) => `Step ${typed} is there already.`,
    eachOrOf: () => 'Fill in one of the two only.',
    fullBelowFloor: () => 'All points must start above the floor.',
    badName: () => 'Plain letters, such as a or so_ho_so (not max).',
    sameName: (name) => `“${name}” is there already.`,
    badFormula: (detail) =>
      `The formula is not understood${detail === '' ? '' : ` (${detail})`}. Use + − × ÷, min, max, if and the names above; max is the criterion’s maximum.`,
    partsUnclear: () =>
      'A comma here may be a decimal mark or part what a function is given. Use semicolons: min(b/a; 0,5).',
    twoParts: () => 'At least two are needed.',
  },
  try: 'Try it with figures',
  tryNoMax: 'The max is not known, so it cannot be tried.',
  tryHint: (how) => `Declare: ${how}`,
  tried: {
    blank: '',
    unreadable: 'These figures cannot be read.',
    wrongInput: 'These figures do not suit the rule.',
    divisionByZero: 'The denominator is 0.',
    aboveWhole: 'The numerator exceeds the denominator.',
    badFormula: 'The formula cannot be computed yet.',
  },
  declare,
  describe,
};
