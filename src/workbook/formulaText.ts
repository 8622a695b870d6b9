/**
 * Formulas as text: finds the references in one, and rewrites them when rows or columns are inserted
 * or deleted, as Excel does. Formulas are in English with commas, with or without the leading "=".
 * Rule: whatever is not surely a reference (strings, functions, names, table references, other
 * workbooks) is left exactly as it stands, character by character.
 */
import { columnIndex, columnLetters, type Area } from './address';

export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** One end of a reference. `null` where whole rows or whole columns are meant. */
interface End {
  row: number | null;
  column: number | null;
  rowFixed: boolean;
  columnFixed: boolean;
}

interface ReferenceToken {
  kind: 'reference';
  /** As written, with "!"; "" when the reference has none. */
  prefix: string;
  /** The sheet that the prefix names; null for the formula's own, undefined for other books and 3-D references. */
  sheet: string | null | undefined;
  first: End;
  /** Null for a single cell. */
  last: End | null;
  text: string;
}

interface OtherToken {
  kind: 'name' | 'other';
  text: string;
}

type FormulaToken = ReferenceToken | OtherToken;

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

// One alternative a token; the order matters. The prefix takes other books and 3-D references whole.
const prefixPattern =
  /(?:'(?:[^']|'')+'|(?:\[[^\]]+\])?[\p{L}_\\][\p{L}\p{N}_.?]*(?::[\p{L}_\\][\p{L}\p{N}_.?]*)?)!/uy;
const stringPattern = /"(?:[^"]|"")*"?/y;
const errorPattern =
  /#(?:REF|VALUE|NAME|DIV\/0|NUM|NULL|N\/A|SPILL|CALC|GETTING_DATA|FIELD|BLOCKED|CONNECT|BUSY)[!?]?/iy;
const cellsPattern =
  /(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?::(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!]))?/iuy;
const columnsPattern = /(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.(!])/iuy;
const rowsPattern = /(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!])/uy;
const wordPattern = /[\p{L}_\\][\p{L}\p{N}_.?\\]*/uy;
const numberPattern = /\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?/iy;

function readTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = readToken(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function readToken(formula: string, at: number): FormulaToken {
  const sign = formula[at] ?? '';
  if (sign === '"') return { kind: 'other', text: take(stringPattern, formula, at)?.[0] ?? sign };
  if (sign === '#') return { kind: 'other', text: take(errorPattern, formula, at)?.[0] ?? sign };
  if (sign === '[' && !take(prefixPattern, formula, at))
    return { kind: 'other', text: bracketed(formula, at) };
  const prefix = take(prefixPattern, formula, at)?.[0] ?? '';
  const reference = readReference(formula, at + prefix.length, prefix);
  if (reference) return reference;
  if (prefix !== '') {
    const rest = at + prefix.length;
    const after =
      take(errorPattern, formula, rest)?.[0] ?? take(wordPattern, formula, rest)?.[0] ?? '';
    return { kind: 'other', text: prefix + after };
  }
  const word = take(wordPattern, formula, at)?.[0];
  if (word !== undefined) {
    const next = /^\s*(.)/.exec(formula.slice(at + word.length, at + word.length + 8))?.[1];
    return { kind: next === '(' || next === '[' ? 'other' : 'name', text: word };
  }
  return { kind: 'other', text: take(numberPattern, formula, at)?.[0] ?? sign };
}

function take(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A table reference or an array of columns, up to the bracket that closes it. */
function bracketed(formula: string, at: number): string {
  let depth = 0;
  for (let place = at; place < formula.length; place++) {
    const sign = formula[place];
    if (sign === "'") place++;
    else if (sign === '[') depth++;
    else if (sign === ']' && --depth === 0) return formula.slice(at, place + 1);
  }
  return formula.slice(at);
}

function readReference(formula: string, at: number, prefix: string): ReferenceToken | null {
  const found = readCells(formula, at) ?? readColumns(formula, at) ?? readRows(formula, at);
  if (!found) return null;
  return {
    kind: 'reference',
    prefix,
    sheet: sheetOfPrefix(prefix),
    ...found,
    text: prefix + found.text,
  };
}

type Ends = Pick<ReferenceToken, 'first' | 'last' | 'text'>;

function readCells(formula: string, at: number): Ends | null {
  const match = take(cellsPattern, formula, at);
  if (!match) return null;
  const [text, d1 = '', c1 = '', e1 = '', r1 = '', d2, c2, e2, r2] = match;
  const first = cellEnd(d1, c1, e1, r1);
  if (!first) return null;
  const last = c2 === undefined || r2 === undefined ? null : cellEnd(d2 ?? '', c2, e2 ?? '', r2);
  const single = `${d1}${c1}${e1}${r1}`;
  const read = last ? text : single;
  // "LOG10(" is a function, "A1b" a name, "Q1!A1" a sheet.
  return /^(?:[\p{L}\p{N}_.]|\s*\(|!)/u.test(formula.slice(at + read.length))
    ? null
    : { first, last, text: read };
}

function readColumns(formula: string, at: number): Ends | null {
  const match = take(columnsPattern, formula, at);
  if (!match) return null;
  const [text, d1 = '', c1 = '', d2 = '', c2 = ''] = match;
  const [one, other] = [columnIndex(c1.toUpperCase()), columnIndex(c2.toUpperCase())];
  if (one > lastColumn || other > lastColumn) return null;
  const end = (column: number, sign: string): End => ({
    row: null,
    column,
    rowFixed: false,
    columnFixed: sign === '$',
  });
  return { first: end(one, d1), last: end(other, d2), text };
}

function readRows(formula: string, at: number): Ends | null {
  const match = take(rowsPattern, formula, at);
  if (!match) return null;
  const [text, d1 = '', r1 = '', d2 = '', r2 = ''] = match;
  const [one, other] = [Number(r1) - 1, Number(r2) - 1];
  if (one > lastRow || other > lastRow) return null;
  const end = (row: number, sign: string): End => ({
    row,
    column: null,
    rowFixed: sign === '$',
    columnFixed: false,
  });
  return { first: end(one, d1), last: end(other, d2), text };
}

function cellEnd(columnSign: string, letters: string, rowSign: string, digits: string): End | null {
  const column = columnIndex(letters.toUpperCase());
  const row = Number(digits) - 1;
  if (column > lastColumn || row > lastRow) return null;
  return { row, column, rowFixed: rowSign === '$', columnFixed: columnSign === '$' };
}

function sheetOfPrefix(prefix: string): string | null | undefined {
  if (prefix === '') return null;
  const name = prefix.startsWith("'")
    ? prefix.slice(1, -2).replace(/''/g, "'")
    : prefix.slice(0, -1);
  return /[[\]:]/.test(name) ? undefined : name;
}
