/**
 * What a plan saw, as expectations: the cells that its changes will overwrite, and the cells that say
 * where an inserted row or column goes. A host compares them before it changes anything.
 *
 * Rule kept here: expectations are in the coordinates of the sheet as it was read, while each change
 * speaks of the sheet as the changes before it leave it; rows and columns inserted or deleted earlier
 * in the same patch are therefore taken back out of every address.
 */
import type { Area } from './address';
import type { Change, Expectation, Seen } from './patch';
import type { SheetSnapshot } from './snapshot';

/**
 * @param snapshot the sheet the changes were planned from; changes of other sheets are passed over
 * @param changes in the order in which they will be applied
 * @param relied areas, in the snapshot's coordinates, that the plan read and does not change (the header
 *   it was placed by, the codes its rows were found by)
 * @returns the fewest rectangles, row by row, of: every cell that `write`, `merge`, `deleteRows` or
 *   `deleteColumns` takes away; the original neighbours on both sides of a written cell that stands in
 *   an inserted row or column (so that a header or a row that moved meanwhile is noticed); `relied`
 */
export function expectationsFor(
  snapshot: SheetSnapshot,
  changes: readonly Change[],
  relied: readonly Area[] = [],
): Expectation[] {
  const seen = new CellSet();
  for (const area of relied) seen.addArea(area);
  const rows = new Axis();
  const columns = new Axis();
  for (const change of changes) {
    if (change.sheet !== snapshot.name) continue;
    if (change.kind === 'insertRows') rows.insert(change.before, change.count);
    if (change.kind === 'insertColumns') columns.insert(change.before, change.count);
    for (const [row, column] of takenAway(snapshot, change)) {
      for (const originalRow of rows.originals(row))
        for (const originalColumn of columns.originals(column))
          seen.add(originalRow, originalColumn);
    }
    if (change.kind === 'deleteRows') rows.remove(change.first, change.count);
    if (change.kind === 'deleteColumns') columns.remove(change.first, change.count);
  }
  return seen.areas().map((area) => expectationOf(snapshot, area));
}

/** The cells, in the coordinates of the moment, whose content the change replaces or drops. */
function* takenAway(snapshot: SheetSnapshot, change: Change): Generator<[number, number]> {
  if (change.kind === 'write') {
    for (const [r, line] of change.cells.entries())
      for (const [c, cell] of line.entries())
        if (cell !== null) yield [change.at.row + r, change.at.column + c];
  } else if (change.kind === 'merge') {
    yield* cellsOf(change.area);
  } else if (change.kind === 'deleteRows') {
    const { first, count } = change;
    const right = snapshot.columnCount - 1;
    yield* cellsOf({ top: first, bottom: first + count - 1, left: 0, right });
  } else if (change.kind === 'deleteColumns') {
    const { first, count } = change;
    const bottom = snapshot.rowCount - 1;
    yield* cellsOf({ top: 0, bottom, left: first, right: first + count - 1 });
  }
}

function* cellsOf(area: Area): Generator<[number, number]> {
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) yield [row, column];
}

function expectationOf(snapshot: SheetSnapshot, area: Area): Expectation {
  const seen: Seen[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: Seen[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const formula = snapshot.formulas[row]?.[column] ?? null;
      line.push(formula === null ? (snapshot.values[row]?.[column] ?? null) : { formula });
    }
    seen.push(line);
  }
  return { sheet: snapshot.name, at: { row: area.top, column: area.left }, seen };
}

/** Rows, or columns, as insertions and deletions move them. */
class Axis {
  private readonly edits: { at: number; count: number; kind: 'insert' | 'remove' }[] = [];

  insert(at: number, count: number): void {
    this.edits.push({ at, count, kind: 'insert' });
  }

  remove(at: number, count: number): void {
    this.edits.push({ at, count, kind: 'remove' });
  }

  /** Where the index was when the sheet was read; for one that was inserted, its original neighbours. */
  originals(index: number): number[] {
    let at = index;
    let inserted = false;
    for (let i = this.edits.length - 1; i >= 0; i -= 1) {
      const edit = this.edits[i];
      if (!edit || at < edit.at) continue;
      if (edit.kind === 'remove') {
        at += edit.count;
      } else if (at < edit.at + edit.count) {
        at = edit.at;
        inserted = true;
      } else {
        at -= edit.count;
      }
    }
    if (!inserted) return [at];
    return at === 0 ? [0] : [at - 1, at];
  }
}

/** Cells, given back as rectangles. */
class CellSet {
  private readonly byRow = new Map<number, Set<number>>();

  add(row: number, column: number): void {
    const columns = this.byRow.get(row);
    if (columns) columns.add(column);
    else this.byRow.set(row, new Set([column]));
  }

  addArea(area: Area): void {
    for (const [row, column] of cellsOf(area)) this.add(row, column);
  }

  /** Runs of each row; equal runs of rows that follow each other become one rectangle. */
  areas(): Area[] {
    const done: Area[] = [];
    let open: Area[] = [];
    for (const row of [...this.byRow.keys()].sort((a, b) => a - b)) {
      const next = runsOf(this.byRow.get(row) ?? new Set()).map(([left, right]) => {
        const above = open.find(
          (area) => area.bottom === row - 1 && area.left === left && area.right === right,
        );
        if (!above) return { top: row, bottom: row, left, right };
        above.bottom = row;
        return above;
      });
      done.push(...open.filter((area) => !next.includes(area)));
      open = next;
    }
    done.push(...open);
    return done.sort((a, b) => a.top - b.top || a.left - b.left);
  }
}

function runsOf(columns: ReadonlySet<number>): [number, number][] {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}
