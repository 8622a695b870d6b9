/** What each clause of a decision's sentence says: a step of a scale, a formula, a ceiling, or nothing. */
import type { Points } from '../../points';
import type { Rule } from '../rule';
import type { Clause } from './clauses';
import { readFormula, type Formula } from './formulas';
import { percentSpan, readSpan, type Span, type SpanReading } from './spans';
import { readStatement, type Statement } from './statements';
import { CONDITIONAL, isTelling, saysChange } from './tellingWords';
import { readScored, worthPoints, type Scored } from './worth';

export type Meaning =
  | Statement
  /** Points for a condition; `asks` is the figure that it asks for. */
  | (Scored & { kind: 'scored'; asks: SpanReading })
  /** Points by a formula, everywhere or within a span. */
  | { kind: 'formula'; formula: Formula; span: Span | null; condition: Clause }
  /** "> 60% mới có điểm": nothing below. */
  | { kind: 'threshold'; span: Span }
  | { kind: 'silent' };

export interface ReadClause {
  clause: Clause;
  meaning: Meaning;
}

export function readClauses(clauses: readonly Clause[], max: Points | null): ReadClause[] {
  const read = clauses.map((clause) => ({ clause, meaning: readMeaning(clause, max) }));
  const ratio = read.some(({ meaning }) => spanOf(meaning)?.unit === 'ratio');
  return read.map((one) => ({ ...one, meaning: settled(one.meaning, ratio) }));
}

function spanOf(meaning: Meaning): Span | null {
  if (meaning.kind === 'scored') return meaning.asks.kind === 'span' ? meaning.asks.span : null;
  return meaning.kind === 'formula' || meaning.kind === 'threshold' ? meaning.span : null;
}

/** "b/a ≥ 0,8: 1; < 0,5: 0": the second figure is a ratio because the first is. */
function settled(meaning: Meaning, ratio: boolean): Meaning {
  const span = spanOf(meaning);
  if (!span) return meaning;
  const inPercent = percentSpan(span, ratio);
  if (meaning.kind === 'scored')
    return {
      ...meaning,
      asks: inPercent ? { kind: 'span', span: inPercent } : { kind: 'unclear' },
    };
  if (meaning.kind === 'formula' || meaning.kind === 'threshold')
    return inPercent ? { ...meaning, span: inPercent } : { kind: 'silent' };
  return meaning;
}

const ONLY_FROM =
  /(?:,? ?(?:thì )?mới|thì mới)(?: (?:được|có|tính|được tính|chấm|được chấm))? điểm$/u;

function readMeaning(clause: Clause, max: Points | null): Meaning {
  const statement = readStatement(clause);
  if (statement) return statement;
  const only = ONLY_FROM.exec(clause.key);
  if (only) {
    const asks = readSpan(clause.key.slice(0, only.index));
    const sure = asks.kind === 'span' && asks.span.low !== null && asks.span.high === null;
    return sure && !asks.span.extra ? { kind: 'threshold', span: asks.span } : { kind: 'silent' };
  }
  const byFormula = readFormula(clause, max);
  if (byFormula) {
    const asks = readSpan(byFormula.condition.key);
    if (asks.kind === 'unclear') return { kind: 'silent' };
    const span = asks.kind === 'span' ? asks.span : null;
    // A condition without a figure cannot be held against what is declared.
    const { key } = byFormula.condition;
    if (!span && (CONDITIONAL.test(clause.key) || isTelling(key))) return { kind: 'silent' };
    if (saysChange(key)) return { kind: 'silent' };
    return { kind: 'formula', ...byFormula, span };
  }
  const scored = readScored(clause);
  return scored
    ? { kind: 'scored', ...scored, asks: readSpan(scored.condition.key) }
    : { kind: 'silent' };
}

/** A rule, and what it was made of. */
export interface Assembled {
  rule: Rule;
  used: Set<ReadClause>;
  /** Used, but in a way that is not sure. */
  doubtful: Set<ReadClause>;
}

export type ClauseOf<K extends Meaning['kind']> = ReadClause & { meaning: Meaning & { kind: K } };

export function clausesOf<K extends Meaning['kind']>(
  read: readonly ReadClause[],
  kind: K,
): ClauseOf<K>[] {
  return read.filter((one): one is ClauseOf<K> => one.meaning.kind === kind);
}

/** "Điểm tối đa: 2". */
export function isMaxStated({ meaning }: ClauseOf<'scored'>): boolean {
  return /^(?:(?:mức |tổng |thang )?(?:(?:số )?điểm)?(?: ?(?:tối đa|chuẩn))?(?: của tiêu chí(?: này)?)?)$/u.test(
    meaning.condition.key,
  );
}

export function scoredPoints({ meaning }: ClauseOf<'scored'>, max: Points | null): Points | null {
  return worthPoints(meaning.worth, max);
}

/** Scores that are no mere statement of the maximum. */
export function scoresOf(read: readonly ReadClause[]): ClauseOf<'scored'>[] {
  return clausesOf(read, 'scored').filter((one) => !isMaxStated(one));
}
