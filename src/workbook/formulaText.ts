/**
 * Formulas as text: finds the references in one, and rewrites them when rows or columns are inserted
 * or deleted, as Excel does. Formulas are in English with commas, with or without the leading "=".
 * Rule: whatever is not surely a reference (strings, functions, names, table references, other
 * workbooks) is left exactly as it stands, character by character.
 */
import { columnLetters, lastColumn, lastRow, type Area } from './address';
import { readTokens, type End, type ReferenceToken } from './formulaTokens';

export interface FormulaReference {
  /** Null: the sheet that the formula stands in. */
  sheet: string | null;
  /** Whole rows and columns reach to the edge of the sheet. */
  area: Area;
  /** Which parts carry a "$", in the order written. */
  fixed: { top: boolean; left: boolean; bottom: boolean; right: boolean };
}

export interface Shift {
  /** The sheet that the formula stands in; a name of the whole workbook stands in none. */
  ownSheet: string | null;
  /** The sheet where rows or columns came or went. */
  changedSheet: string;
  axis: 'rows' | 'columns';
  /** First row or column inserted or deleted, zero-based. */
  at: number;
  /** How many were inserted; negative when they were deleted. */
  delta: number;
}

/** The references that a formula makes, in order; those to other workbooks and across sheets are left out. */
export function formulaReferences(formula: string): FormulaReference[] {
  const found: FormulaReference[] = [];
  for (const token of readTokens(formula)) {
    if (token.kind !== 'reference' || token.sheet === undefined) continue;
    const last = token.last ?? token.first;
    const rows = [token.first.row ?? 0, last.row ?? lastRow] as const;
    const columns = [token.first.column ?? 0, last.column ?? lastColumn] as const;
    found.push({
      sheet: token.sheet,
      area: {
        top: Math.min(...rows),
        left: Math.min(...columns),
        bottom: Math.max(...rows),
        right: Math.max(...columns),
      },
      fixed: {
        top: token.first.rowFixed,
        left: token.first.columnFixed,
        bottom: last.rowFixed,
        right: last.columnFixed,
      },
    });
  }
  return found;
}

/** Names of ranges and constants that a formula uses, as written; functions and TRUE/FALSE are not among them. */
export function formulaNames(formula: string): string[] {
  return readTokens(formula).flatMap((token) =>
    token.kind === 'name' && !/^(?:TRUE|FALSE)$/i.test(token.text) ? [token.text] : [],
  );
}

/**
 * The formula after rows or columns came or went: references behind the place move, ranges around it
 * grow or shrink, and what pointed only to deleted cells becomes #REF!.
 */
export function shiftFormula(formula: string, shift: Shift): string {
  return rewrite(formula, (token) => {
    if (token.sheet === undefined || !sameSheet(token.sheet ?? shift.ownSheet, shift.changedSheet))
      return null;
    return shiftReference(token, shift);
  });
}

/** The formula as it reads when its cell is copied elsewhere: only parts without "$" move. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return rewrite(formula, (token) => {
    const first = moveEnd(token.first, rows, columns);
    const last = token.last && moveEnd(token.last, rows, columns);
    return token.prefix + (last ? `${endText(first)}:${endText(last)}` : endText(first));
  });
}

/** The formula after a sheet was deleted: what pointed there becomes #REF!. */
export function dropSheet(formula: string, sheet: string): string {
  return rewrite(formula, (token) =>
    token.sheet !== undefined && token.sheet !== null && sameSheet(token.sheet, sheet)
      ? '#REF!'
      : null,
  );
}

/** How a formula names a sheet: quoted unless it is a plain word. With the "!". */
export function sheetPrefix(sheet: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) &&
    !/^(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*|TRUE|FALSE)$/i.test(sheet);
  return plain ? `${sheet}!` : `'${sheet.replace(/'/g, "''")}'!`;
}

/** Where a span of rows or columns lies after the shift; null when nothing of it is left. */
export function shiftSpan(
  first: number,
  last: number,
  at: number,
  delta: number,
  edge: number,
): [number, number] | null {
  // A span over the whole sheet is "all of them" and stays that.
  if (first === 0 && last === edge) return [first, last];
  if (delta >= 0) {
    const start = first >= at ? first + delta : first;
    const end = last >= at ? Math.min(last + delta, edge) : last;
    return start > edge ? null : [start, end];
  }
  const gone = at - delta;
  const start = first >= gone ? first + delta : Math.min(first, at);
  const end = last >= gone ? last + delta : Math.min(last, at - 1);
  return end < start ? null : [start, end];
}

/** The area after the shift, which is taken to be on its sheet; null when nothing of it is left. */
export function shiftArea(area: Area, shift: Pick<Shift, 'axis' | 'at' | 'delta'>): Area | null {
  const { axis, at, delta } = shift;
  if (axis === 'rows') {
    const span = shiftSpan(area.top, area.bottom, at, delta, lastRow);
    return span && { ...area, top: span[0], bottom: span[1] };
  }
  const span = shiftSpan(area.left, area.right, at, delta, lastColumn);
  return span && { ...area, left: span[0], right: span[1] };
}

function rewrite(formula: string, change: (token: ReferenceToken) => string | null): string {
  let text = '';
  for (const token of readTokens(formula)) {
    text += (token.kind === 'reference' ? change(token) : null) ?? token.text;
  }
  return text;
}

function sameSheet(one: string | null, other: string): boolean {
  return one !== null && (one === other || one.toLowerCase() === other.toLowerCase());
}

function shiftReference(token: ReferenceToken, { axis, at, delta }: Shift): string | null {
  const part = axis === 'rows' ? 'row' : 'column';
  const edge = axis === 'rows' ? lastRow : lastColumn;
  const one = token.first[part];
  const other = (token.last ?? token.first)[part];
  if (one === null || other === null) return null;
  const span = shiftSpan(Math.min(one, other), Math.max(one, other), at, delta, edge);
  if (!span) return `${token.prefix}#REF!`;
  const [low, high] = span;
  if (low === Math.min(one, other) && high === Math.max(one, other)) return null;
  const first = endText({ ...token.first, [part]: one <= other ? low : high });
  if (!token.last) return token.prefix + first;
  return `${token.prefix}${first}:${endText({ ...token.last, [part]: one <= other ? high : low })}`;
}

function moveEnd(end: End, rows: number, columns: number): End {
  return {
    ...end,
    row: end.row === null || end.rowFixed ? end.row : wrap(end.row + rows, lastRow + 1),
    column:
      end.column === null || end.columnFixed
        ? end.column
        : wrap(end.column + columns, lastColumn + 1),
  };
}

/** Excel goes round the edge of the sheet. */
function wrap(value: number, size: number): number {
  return ((value % size) + size) % size;
}

function endText(end: End): string {
  const column =
    end.column === null ? '' : (end.columnFixed ? '$' : '') + columnLetters(end.column);
  const row = end.row === null ? '' : `${end.rowFixed ? '$' : ''}${end.row + 1}`;
  return column + row;
}
