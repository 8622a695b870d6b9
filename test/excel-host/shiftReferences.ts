/**
 * How references in a formula move when rows or columns of a sheet are inserted or deleted. Written
 * apart from the product's own shifting, so that the two check each other.
 */

export type Axis = 'row' | 'column';

/** `count` > 0 inserts before `at`; `count` < 0 deletes that many from `at` on. */
export interface Shift {
  axis: Axis;
  at: number;
  count: number;
}

/** A range along the axis after the shift; null when nothing of it is left. */
export function shiftSpan(first: number, last: number, shift: Shift): [number, number] | null {
  const { at, count } = shift;
  if (count > 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  if (first >= at && last < end) return null;
  const newFirst = first < at ? first : first < end ? at : first + count;
  const newLast = last < at ? last : last < end ? at - 1 : last + count;
  return [newFirst, newLast];
}

const token =
  /("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\p{N}_(])|[\p{L}_\\][\p{L}\p{N}_.]*|\d+(?:\.\d+)?/gu;

/** @param home name of the sheet the formula stands on; @param sheet name of the sheet that changes. */
export function shiftReferences(
  formula: string,
  home: string,
  sheet: string,
  shift: Shift,
): string {
  return formula.replace(token, (...groups) => {
    const [whole, text, owner = '', ...parts] = groups.slice(0, 19) as (string | undefined)[];
    if (text !== undefined || whole === undefined) return whole ?? '';
    if (named(owner, home) !== sheet.toLowerCase()) return whole;
    const [ca, a, ra, r1, cb, b, rb, r2, wa, w1, wb, w2, la, l1, lb, l2] = parts;
    if (a !== undefined && r1 !== undefined) {
      const columns: [number, number] = [columnIndex(a), columnIndex(b ?? a)];
      const rows: [number, number] = [Number(r1) - 1, Number(r2 ?? r1) - 1];
      const movedColumns = shift.axis === 'column' ? shiftSpan(...columns, shift) : columns;
      const movedRows = shift.axis === 'row' ? shiftSpan(...rows, shift) : rows;
      if (!movedColumns || !movedRows) return `${owner}#REF!`;
      const first = `${ca ?? ''}${letters(movedColumns[0])}${ra ?? ''}${movedRows[0] + 1}`;
      if (b === undefined) return `${owner}${first}`;
      return `${owner}${first}:${cb ?? ''}${letters(movedColumns[1])}${rb ?? ''}${movedRows[1] + 1}`;
    }
    if (w1 !== undefined && w2 !== undefined) {
      if (shift.axis === 'row') return whole;
      const moved = shiftSpan(columnIndex(w1), columnIndex(w2), shift);
      if (!moved) return `${owner}#REF!`;
      return `${owner}${wa ?? ''}${letters(moved[0])}:${wb ?? ''}${letters(moved[1])}`;
    }
    if (l1 !== undefined && l2 !== undefined) {
      if (shift.axis === 'column') return whole;
      const moved = shiftSpan(Number(l1) - 1, Number(l2) - 1, shift);
      if (!moved) return `${owner}#REF!`;
      return `${owner}${la ?? ''}${moved[0] + 1}:${lb ?? ''}${moved[1] + 1}`;
    }
    return whole;
  });
}

function named(owner: string, home: string): string {
  if (owner === '') return home.toLowerCase();
  const bare = owner.slice(0, -1);
  return (bare.startsWith("'") ? bare.slice(1, -1).replace(/''/g, "'") : bare).toLowerCase();
}

export function columnIndex(text: string): number {
  return [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
