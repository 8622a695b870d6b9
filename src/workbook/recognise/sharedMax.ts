/**
 * One cell of maxima merged over several criteria: they share it, and how much is each one's the cell does
 * not say. Where the scores and deductions beside it add up to just the shared max, they say it.
 */
import { sumPoints, type Points } from '../../domain/points';
import { effectiveAppraised, type ScoreRow } from '../../domain/scoring/scoreSheet';
import type { Grid } from './grid';

/** Marks the maxima of such rows as shared, in place; a parent's cell merged over its children stays as it is. */
export function markSharedMaxima(grid: Grid, rows: readonly ScoreRow[]): void {
  for (const row of rows) {
    const entry = row.figures.max;
    const merge = entry && grid.mergeAt(entry.place.row, entry.place.column);
    if (!entry?.points || !merge || merge.top !== row.row || merge.bottom === merge.top) continue;
    const sharing = rows.filter((other) => other.row >= merge.top && other.row <= merge.bottom);
    const areSiblings = sharing.every((other) => other.isLeaf && other.parent === row.parent);
    if (sharing.length < 2 || !areSiblings) continue;
    const parts = partsOf(sharing, entry.points);
    sharing.forEach((other, i) => {
      const own = other.figures.max ?? entry;
      const candidates = other === row && entry.points ? [entry.points] : [];
      other.figures.max = { ...own, kind: 'shared', points: parts?.[i] ?? null, candidates };
    });
  }
}

/** What each has left and what it lost, when that makes the max; null when it does not. */
function partsOf(rows: readonly ScoreRow[], max: Points): Points[] | null {
  const parts = rows.flatMap((row) => {
    const appraised = effectiveAppraised(row)?.points;
    const lost = row.figures.deduction?.points;
    return appraised && lost ? [appraised.plus(lost.abs())] : [];
  });
  return parts.length === rows.length && sumPoints(parts).eq(max) ? parts : null;
}
