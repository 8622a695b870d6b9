/**
 * A rule as filled in → the rule. It becomes one only when all of it is understood; until then each field
 * says what it lacks.
 */
import { points, pointsText } from '../points';
import { checkExpression } from '../scoring/expression';
import { readNumber } from '../text/readNumber';
import { foldText } from '../text/vietnamese';
import type { Rule } from './rule';
import type { RuleDraft } from './ruleDraft';

export const draftProblemCodes = [
  'needed',
  'notFigure',
  'notPositive',
  'sameStep',
  'eachOrOf',
  'fullBelowFloor',
  'badName',
  'sameName',
  'badFormula',
  'partsUnclear',
  'twoParts',
] as const;
export type DraftProblemCode = (typeof draftProblemCodes)[number];

export interface DraftProblem {
  /** "threshold", "tiers.1.from", "parts.0.each". */
  field: string;
  code: DraftProblemCode;
  detail: string;
}

export type DraftReading =
  { ok: true; rule: Rule } | { ok: false; problems: readonly DraftProblem[] };

/**
 * As Vietnamese spreadsheets write it ("min(b/a; 0,5)") or as the framework file does ("min(b/a, 0.5)").
 * @returns null where a comma could be a decimal mark or part what a function is given
 */
function plainFormula(typed: string, mark: ',' | '.'): string | null {
  const formula = typed.trim().toLowerCase();
  if (formula.includes(';')) return formula.replace(/(\d),(\d)/g, '$1.$2').replace(/;/g, ',');
  if (!/\d,\d/.test(formula)) return formula;
  if (!/[a-z]\s*\(/.test(formula)) return formula.replace(/(\d),(\d)/g, '$1.$2');
  return mark === '.' ? formula : null;
}

/**
 * The rule that a draft says, or everything it lacks.
 * @param mark of decimals: who writes a point means 1.001 by "1.001", others may mean a thousand and one
 */
export function readDraft(draft: RuleDraft, mark: ',' | '.'): DraftReading {
  const reader = new DraftReader(mark);
  const rule = reader.read(draft, '');
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, rule };
}

class DraftReader {
  readonly problems: DraftProblem[] = [];

  constructor(private readonly mark: ',' | '.') {}

  read(draft: RuleDraft, at: string): Rule {
    const plain = this.plain(draft, at);
    // Nothing is declared for it, so there is nothing to say no to.
    if (plain.kind === 'notAssessed') return plain;
    const first: Rule = draft.zeroIfNot ? { kind: 'precondition', then: plain } : plain;
    return draft.mayNotApply ? { kind: 'applicable', then: first } : first;
  }

  private plain(draft: RuleDraft, at: string): Rule {
    switch (draft.kind) {
      case 'yesNo':
        return { kind: 'allOrNothing' };
      case 'threshold': {
        const bound = this.figure(draft.threshold, `${at}threshold`);
        return { kind: 'allOrNothing', ...(draft.strict ? { above: bound } : { atLeast: bound }) };
      }
      case 'tiers':
        return this.tiers(draft, at);
      case 'choice':
        return this.choice(draft, at);
      case 'floor':
        return this.floor(draft, at);
      case 'count':
        return this.count(draft, at);
      case 'minus':
        return { kind: 'minus', each: this.positive(draft.each, `${at}each`) };
      case 'outside': {
        const ceiling = this.positive(draft.ceiling, `${at}ceiling`);
        const plain: Rule = { kind: 'outside', sign: draft.sign, ceiling };
        if (draft.each.trim() === '') return plain;
        return { ...plain, each: this.positive(draft.each, `${at}each`) };
      }
      case 'system':
        return { kind: 'system', source: draft.source.trim() };
      case 'expression':
        return this.expression(draft, at);
      case 'either':
      case 'conditions':
        return this.several(draft, at);
      case 'linear':
      case 'survey':
      case 'notAssessed':
        return { kind: draft.kind };
    }
  }

  private tiers(draft: RuleDraft, at: string): Rule {
    const filled = draft.tiers
      .map((tier, i) => ({ ...tier, at: `${at}tiers.${i}` }))
      .filter((tier) => tier.from.trim() !== '' || tier.points.trim() !== '');
    if (filled.length === 0) this.tell(`${at}tiers.0.from`, 'needed');
    const seen = new Set<string>();
    const tiers = filled.map((tier) => {
      const from = this.figure(tier.from, `${tier.at}.from`);
      const step = `${tier.above ? '>' : ''}${from}`;
      if (seen.has(step)) this.tell(`${tier.at}.from`, 'sameStep', tier.from.trim());
      seen.add(step);
      const given = { from, points: this.figure(tier.points, `${tier.at}.points`) };
      return tier.above ? { ...given, above: true as const } : given;
    });
    return { kind: 'tiers', measure: draft.measure, tiers };
  }

  private choice(draft: RuleDraft, at: string): Rule {
    const filled = draft.options
      .map((option, i) => ({ ...option, at: `${at}options.${i}` }))
      .filter((option) => option.label.trim() !== '' || option.points.trim() !== '');
    if (filled.length < 2) this.tell(`${at}options.${filled.length}.label`, 'needed');
    const seen = new Set<string>();
    const options = filled.map((option) => {
      const label = option.label.trim().slice(0, 300);
      const same = foldText(label);
      if (label === '') this.tell(`${option.at}.label`, 'needed');
      else if (seen.has(same)) this.tell(`${option.at}.label`, 'sameName', label);
      seen.add(same);
      return { label, points: this.figure(option.points, `${option.at}.points`) };
    });
    return { kind: 'choice', options };
  }

  private floor(draft: RuleDraft, at: string): Rule {
    const floor = this.figure(draft.floor, `${at}floor`);
    const plain: Rule = { kind: 'floor', floor, between: draft.between };
    if (draft.full.trim() === '') return plain;
    const full = this.figure(draft.full, `${at}full`);
    if (points(full).lte(points(floor))) this.tell(`${at}full`, 'fullBelowFloor');
    return { ...plain, full };
  }

  /** Points for each item, or a number of items that makes the whole: one of the two. */
  private count(draft: RuleDraft, at: string): Rule {
    const [each, of] = [draft.each.trim() !== '', draft.of.trim() !== ''];
    if (each && of) this.tell(`${at}of`, 'eachOrOf');
    if (each) return { kind: 'count', each: this.positive(draft.each, `${at}each`) };
    if (of) return { kind: 'count', of: this.positive(draft.of, `${at}of`) };
    this.tell(`${at}each`, 'needed');
    return { kind: 'count' };
  }

  private expression(draft: RuleDraft, at: string): Rule {
    const names = new Set<string>();
    const variables = draft.variables.map((variable, i) => {
      const name = variable.name.trim().toLowerCase();
      const field = `${at}variables.${i}.name`;
      if (!/^[a-z][a-z0-9_]{0,15}$/.test(name) || name === 'max') this.tell(field, 'badName');
      else if (names.has(name)) this.tell(field, 'sameName', name);
      names.add(name);
      return { name, label: variable.label.trim().slice(0, 300) };
    });
    if (variables.length === 0) this.tell(`${at}formula`, 'needed');
    const formula = plainFormula(draft.formula, this.mark) ?? '';
    if (formula === '' && draft.formula.trim() !== '') this.tell(`${at}formula`, 'partsUnclear');
    else if (formula === '') this.tell(`${at}formula`, 'needed');
    else {
      const checked = checkExpression(formula, [...names, 'max']);
      if (!checked.ok) this.tell(`${at}formula`, 'badFormula', checked.detail);
    }
    return { kind: 'expression', variables, formula };
  }

  private several(draft: RuleDraft, at: string): Rule {
    if (draft.parts.length < 2) this.tell(`${at}parts`, 'twoParts');
    const parts = draft.parts.map(({ label, draft: part }, i) => ({
      label: label.trim().slice(0, 300),
      rule: this.read(part, `${at}parts.${i}.`),
    }));
    return draft.kind === 'either'
      ? { kind: 'either', rules: parts.map(({ rule }) => rule) }
      : { kind: 'conditions', operator: draft.operator, parts };
  }

  private positive(typed: string, field: string): string {
    const figure = this.figure(typed, field);
    if (points(figure).eq(0) && typed.trim() !== '' && !this.told(field))
      this.tell(field, 'notPositive');
    return figure;
  }

  /** "0,5", "0.5", "80%", "80 %" → "0.5", "80". */
  private figure(typed: string, field: string): string {
    const text = typed.trim();
    if (text === '') this.tell(field, 'needed');
    const figure = this.plainFigure(text);
    if (/^\d{1,7}(\.\d{1,4})?$/.test(figure)) return figure;
    if (text !== '') this.tell(field, 'notFigure', text);
    return '0';
  }

  private plainFigure(text: string): string {
    const reading = readNumber(text);
    if (reading.kind === 'number' || reading.kind === 'percent') return pointsText(reading.points);
    const [least] =
      reading.kind === 'ambiguous' ? [...reading.candidates].sort((a, b) => a.cmp(b)) : [];
    return least && this.mark === '.' ? pointsText(least) : '';
  }

  private told(field: string): boolean {
    return this.problems.some((problem) => problem.field === field);
  }

  private tell(field: string, code: DraftProblemCode, detail = ''): void {
    this.problems.push({ field, code, detail });
  }
}
