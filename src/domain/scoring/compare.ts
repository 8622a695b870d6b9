/**
 * Two sheets of one unit side by side: self-score before and after, round 1 and 2, this period and the
 * last. Rows are matched by code, then by name where the code is missing, doubled or has changed.
 */
import { matchCriteria } from '../framework/matchCriteria';
import { sumKnown, type Points } from '../points';
import { foldText } from '../text/vietnamese';
import { effectiveAppraised, type ScoreRow, type ScoreSheet } from './scoreSheet';
import { assessedLeaves, deductionOf } from './summary';

export const comparedFigures = ['max', 'self', 'appraised', 'deduction'] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

export interface FigureChange {
  before: Points | null;
  after: Points | null;
}

export interface RowChange {
  kind: 'added' | 'removed' | 'changed';
  code: string;
  name: string;
  /** What it was called before, when the name has changed; null otherwise. */
  nameBefore: string | null;
  /** Its code before, when that has changed; null otherwise. */
  codeBefore: string | null;
  /** Only the figures that differ. */
  figures: Partial<Record<ComparedFigure, FigureChange>>;
  /** Texts that differ: opinion, explanation, responsible unit. */
  texts: ('opinion' | 'explanation' | 'responsible')[];
  before: ScoreRow | null;
  after: ScoreRow | null;
}

export interface SheetComparison {
  /** In the order of the later sheet; removed rows last. */
  rows: RowChange[];
  /** Leaves that are the same in both. */
  unchanged: number;
  /** Sums over the leaves of each sheet; null when no leaf has such a figure. */
  sums: Record<ComparedFigure, FigureChange>;
}

/** Pure; takes any two sheets. Leaves only: parents merely repeat them. */
export function compareSheets(before: ScoreSheet, after: ScoreSheet): SheetComparison {
  const pairs = matchRows(assessedLeaves(before), assessedLeaves(after));
  const rows: RowChange[] = [];
  let unchanged = 0;
  for (const [old, now] of pairs) {
    const change = compareRows(old, now);
    if (change) rows.push(change);
    else unchanged += 1;
  }
  return { rows, unchanged, sums: compareSums(assessedLeaves(before), assessedLeaves(after)) };
}

type Pair = [ScoreRow | null, ScoreRow | null];

/** One to one, as frameworks match their criteria; then by code alone, where a criterion was reworded. */
function matchRows(before: readonly ScoreRow[], after: readonly ScoreRow[]): Pair[] {
  const partner = new Map<ScoreRow, ScoreRow>();
  const pair = (now: ScoreRow, old: ScoreRow | undefined) => {
    if (old) partner.set(now, old);
  };
  const matches = matchCriteria(after, before);
  after.forEach((row, i) => pair(row, before[matches[i]?.to ?? -1]));
  const taken = new Set(partner.values());
  for (const row of after) {
    if (partner.has(row) || row.code === '') continue;
    const old = before.find((candidate) => candidate.code === row.code && !taken.has(candidate));
    pair(row, old);
    if (old) taken.add(old);
  }
  const now = after.map((row): Pair => [partner.get(row) ?? null, row]);
  return [...now, ...before.filter((row) => !taken.has(row)).map((row): Pair => [row, null])];
}

function compareRows(before: ScoreRow | null, after: ScoreRow | null): RowChange | null {
  const shown = after ?? before;
  if (!shown) return null;
  const renamed =
    before !== null && after !== null && foldText(before.name) !== foldText(after.name);
  const moved = before !== null && after !== null && before.code !== after.code;
  const change: RowChange = {
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    code: shown.code,
    name: shown.name,
    nameBefore: renamed ? before.name : null,
    codeBefore: moved ? before.code : null,
    figures: {},
    texts: [],
    before,
    after,
  };
  for (const figure of comparedFigures) {
    const pair = { before: figureOf(before, figure), after: figureOf(after, figure) };
    if (!same(pair)) change.figures[figure] = pair;
  }
  if (before && after) {
    const roles = ['opinion', 'explanation', 'responsible'] as const;
    change.texts = roles.filter((role) => textOf(before, role) !== textOf(after, role));
  }
  const isSame = change.kind === 'changed' && !renamed && !moved && change.texts.length === 0;
  return isSame && Object.keys(change.figures).length === 0 ? null : change;
}

function figureOf(row: ScoreRow | null, figure: ComparedFigure): Points | null {
  if (row === null) return null;
  if (figure === 'deduction') return deductionOf(row);
  if (figure === 'appraised') return effectiveAppraised(row)?.points ?? null;
  return row.figures[figure]?.points ?? null;
}

function textOf(row: ScoreRow, role: 'opinion' | 'explanation' | 'responsible'): string {
  return foldText(row.texts[role]?.text ?? '');
}

function same({ before, after }: FigureChange): boolean {
  return before === null || after === null ? before === after : before.eq(after);
}

function compareSums(
  before: readonly ScoreRow[],
  after: readonly ScoreRow[],
): Record<ComparedFigure, FigureChange> {
  const sum = (rows: readonly ScoreRow[], figure: ComparedFigure) => {
    return sumKnown(rows.map((row) => figureOf(row, figure)));
  };
  const change = (figure: ComparedFigure) => ({
    before: sum(before, figure),
    after: sum(after, figure),
  });
  return {
    max: change('max'),
    self: change('self'),
    appraised: change('appraised'),
    deduction: change('deduction'),
  };
}
