/**
 * A scoring rule as a person fills it in: every field is text as typed ("0,5", "80%"), and what belongs to
 * another kind is kept while she tries kinds out. `readDraft` makes the rule of it.
 */
import { points } from '../points';
import { formatPoints } from '../text/formatNumber';
import type { Rule } from './rule';

/** What she chooses among. "Không thì 0 điểm" and "Không áp dụng" are two ticks beside it. */
export const draftKinds = [
  'yesNo',
  'threshold',
  'tiers',
  'choice',
  'linear',
  'floor',
  'count',
  'minus',
  'outside',
  'survey',
  'system',
  'notAssessed',
  'expression',
  'either',
  'conditions',
] as const;
export type DraftKind = (typeof draftKinds)[number];

export interface RuleDraft {
  kind: DraftKind;
  /** "Không" declared gives 0. */
  zeroIfNot: boolean;
  /** "Không áp dụng" declared leaves the base. */
  mayNotApply: boolean;
  threshold: string;
  /** The threshold must be exceeded, not only reached. */
  strict: boolean;
  measure: 'percent' | 'count';
  /** `above`: the step must be exceeded. */
  tiers: { from: string; points: string; above: boolean }[];
  /** What may be declared by its name, with its points. */
  options: { label: string; points: string }[];
  floor: string;
  full: string;
  between: 'ratio' | 'spread';
  /** Points for each item. */
  each: string;
  /** Items that make the whole; "" where each item has its points. */
  of: string;
  sign: 'bonus' | 'penalty';
  ceiling: string;
  source: string;
  variables: { name: string; label: string }[];
  formula: string;
  operator: 'and' | 'or';
  parts: { label: string; draft: RuleDraft }[];
}

export function newDraft(kind: DraftKind = 'yesNo'): RuleDraft {
  return {
    kind,
    zeroIfNot: false,
    mayNotApply: false,
    threshold: '',
    strict: false,
    measure: 'percent',
    tiers: [newTier(), newTier()],
    options: [newOption(), newOption()],
    floor: '',
    full: '',
    between: 'ratio',
    each: '',
    of: '',
    sign: 'bonus',
    ceiling: '',
    source: '',
    variables: [{ name: 'a', label: '' }],
    formula: '',
    operator: 'and',
    parts: [],
  };
}

export function newTier(): RuleDraft['tiers'][number] {
  return { from: '', points: '', above: false };
}

export function newOption(): RuleDraft['options'][number] {
  return { label: '', points: '' };
}

/** A new part of a rule that has several. */
export function newPart(): RuleDraft['parts'][number] {
  return { label: '', draft: newDraft() };
}

/** A formula as spreadsheets of that decimal mark write it: "min(b/a; 0,5)", or as the file keeps it. */
export function formulaText(formula: string, mark: ',' | '.'): string {
  if (mark === '.') return formula;
  return formula.replace(/,/g, ';').replace(/(\d)\.(\d)/g, '$1,$2');
}

/** The fields that a rule was made from. @param mark of decimals */
export function draftOf(rule: Rule, mark: ',' | '.'): RuleDraft {
  const figure = (text: string | undefined) =>
    text === undefined ? '' : formatPoints(points(text), { mark, maxDecimals: 4 });
  const { kind, ...fields } = fieldsOf(rule, figure, mark);
  return { ...newDraft(kind), ...fields };
}

type Fields = Partial<RuleDraft> & { kind: DraftKind };

function fieldsOf(
  rule: Rule,
  figure: (text: string | undefined) => string,
  mark: ',' | '.',
): Fields {
  const inner = (one: Rule) => draftOf(one, mark);
  switch (rule.kind) {
    case 'allOrNothing': {
      const bound = rule.atLeast ?? rule.above;
      if (bound === undefined) return { kind: 'yesNo' };
      return { kind: 'threshold', threshold: figure(bound), strict: rule.above !== undefined };
    }
    case 'tiers': {
      const tiers = rule.tiers.map((tier) => ({
        from: figure(tier.from),
        points: figure(tier.points),
        above: tier.above ?? false,
      }));
      return { kind: 'tiers', measure: rule.measure, tiers };
    }
    case 'choice': {
      const options = rule.options.map(({ label, points: of }) => ({ label, points: figure(of) }));
      return { kind: 'choice', options };
    }
    case 'floor': {
      const { between } = rule;
      return { kind: 'floor', floor: figure(rule.floor), full: figure(rule.full), between };
    }
    case 'count':
      return { kind: 'count', each: figure(rule.each), of: figure(rule.of) };
    case 'minus':
      return { kind: 'minus', each: figure(rule.each) };
    case 'outside': {
      const { sign } = rule;
      return { kind: 'outside', sign, each: figure(rule.each), ceiling: figure(rule.ceiling) };
    }
    case 'system':
      return { kind: 'system', source: rule.source };
    case 'expression': {
      const { variables, formula } = rule;
      return {
        kind: 'expression',
        variables: variables.map((one) => ({ ...one })),
        formula: formulaText(formula, mark),
      };
    }
    case 'precondition':
      return { ...inner(rule.then), zeroIfNot: true };
    case 'applicable':
      return { ...inner(rule.then), mayNotApply: true };
    case 'either':
      return { kind: 'either', parts: rule.rules.map((one) => ({ label: '', draft: inner(one) })) };
    case 'conditions': {
      const parts = rule.parts.map(({ label, rule: one }) => ({ label, draft: inner(one) }));
      return { kind: 'conditions', operator: rule.operator, parts };
    }
    case 'linear':
    case 'survey':
    case 'notAssessed':
      return { kind: rule.kind };
  }
}
