/**
 * Whether rows or columns stand elsewhere than a patch left them: inserted, deleted or sorted since. Texts
 * that stand once in the sheet tell it, and figures never do, since the same scores stand in many rows.
 */
import type { CellAt } from './address';
import type { ExpectedSheet } from './afterPatch';
import type { CellValue, SheetSnapshot } from './snapshot';

/** Shorter ones ("x", "-") are no landmarks. */
const SHORTEST = 3;

/** @returns null where the sheet has no such text to tell it by */
export function haveMoved(expected: ExpectedSheet, sheet: SheetSnapshot): boolean | null {
  const before = landmarks(
    [...expected.cells.values()].flatMap(({ at, formula, value }) =>
      formula === null ? [{ at, value }] : [],
    ),
  );
  const now = landmarks(constantsOf(sheet));
  const pairs = [...before].flatMap(([text, from]) => {
    const to = now.get(text);
    return from && to ? [{ from, to }] : [];
  });
  if (pairs.length === 0) return null;
  return linesMoved(pairs, 'row') || linesMoved(pairs, 'column');
}

interface Pair {
  from: CellAt;
  to: CellAt;
}

/**
 * A single cell that was cut and put elsewhere moves no line; what comes in above the last row moves that.
 * A last column of one text (a note) is no landmark of its own.
 */
function linesMoved(pairs: readonly Pair[], axis: 'row' | 'column'): boolean {
  const lines = new Map<number, { stays: boolean; texts: number }>();
  for (const { from, to } of pairs) {
    const line = lines.get(from[axis]) ?? { stays: false, texts: 0 };
    lines.set(from[axis], {
      stays: line.stays || from[axis] === to[axis],
      texts: line.texts + 1,
    });
  }
  const gone = [...lines].filter(([, { stays }]) => !stays);
  if (gone.length !== 1) return gone.length > 1;
  const [[line, { texts }] = [-1, { texts: 0 }]] = gone;
  return line === Math.max(...lines.keys()) && (axis === 'row' || texts > 1);
}

/** Texts that stand just once, with their places; null for those that stand more often. */
function landmarks(cells: readonly { at: CellAt; value: CellValue }[]): Map<string, CellAt | null> {
  const found = new Map<string, CellAt | null>();
  for (const { at, value } of cells) {
    if (typeof value !== 'string' || value.trim().length < SHORTEST) continue;
    found.set(value, found.has(value) ? null : at);
  }
  return found;
}

function constantsOf(sheet: SheetSnapshot): { at: CellAt; value: CellValue }[] {
  return sheet.values.flatMap((line, row) =>
    line.flatMap((value, column) =>
      (sheet.formulas[row]?.[column] ?? null) === null ? [{ at: { row, column }, value }] : [],
    ),
  );
}
