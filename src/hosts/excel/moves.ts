/**
 * Where cells were before a patch began. Each change speaks of the sheet as the changes before it leave
 * it; what must be saved for undo is saved from the sheet as it stood at first. Rows and columns that
 * the patch itself inserts were nowhere.
 */
import type { Area } from '../../workbook/address';
import type { Change } from '../../workbook/patch';

/** First and last, zero-based, both included. */
export type Span = [number, number];

export class Moves {
  private readonly rows: Edit[] = [];
  private readonly columns: Edit[] = [];

  /** Takes note of a change that moves cells; others are passed over. */
  note(change: Change): void {
    if (change.kind === 'insertColumns')
      this.columns.push({ at: change.before, count: change.count });
    if (change.kind === 'deleteColumns')
      this.columns.push({ at: change.first, count: -change.count });
    if (change.kind === 'insertRows') this.rows.push({ at: change.before, count: change.count });
    if (change.kind === 'deleteRows') this.rows.push({ at: change.first, count: -change.count });
  }

  originalRows(first: number, last: number): Span[] {
    return originals([first, last], this.rows);
  }

  originalColumns(first: number, last: number): Span[] {
    return originals([first, last], this.columns);
  }

  /** The parts of an area that were there at first, in the coordinates of that time. */
  originalAreas(area: Area): Area[] {
    const columns = this.originalColumns(area.left, area.right);
    return this.originalRows(area.top, area.bottom).flatMap(([top, bottom]) =>
      columns.map(([left, right]) => ({ top, left, bottom, right })),
    );
  }
}

/** `count` > 0 was inserted before `at`; < 0 was deleted from `at` on. */
interface Edit {
  at: number;
  count: number;
}

function originals(span: Span, edits: readonly Edit[]): Span[] {
  let spans = [span];
  for (const { at, count } of [...edits].reverse())
    spans = spans.flatMap(([first, last]): Span[] => {
      const before: Span[] = first < at ? [[first, Math.min(last, at - 1)]] : [];
      const end = count > 0 ? at + count : at;
      const after: Span[] = last >= end ? [[Math.max(first, end) - count, last - count]] : [];
      return [...before, ...after];
    });
  return spans;
}
