/**
 * A formula cut into pieces: references, names, and all else. Rule: whatever is not surely a reference
 * (strings, functions, table references) is a piece of its own kind, as it stands.
 */
import { columnIndex, lastColumn, lastRow } from './address';

/** One end of a reference. `null` where whole rows or whole columns are meant. */
export interface End {
  row: number | null;
  column: number | null;
  rowFixed: boolean;
  columnFixed: boolean;
}

export interface ReferenceToken {
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

export type FormulaToken = ReferenceToken | OtherToken;

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

/** The pieces of a formula in order; together they are the formula, character by character. */
export function readTokens(formula: string): FormulaToken[] {
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
