/**
 * What Excel makes of something entered into a cell, as on a machine with Vietnamese regional settings:
 * decimal comma, thousands point, day before month. It is what turns a code into a date and a bullet
 * into a broken formula, so the stand-in has to do it too.
 */
import { fail } from './hostObject';

export interface Content {
  value: string | number | boolean;
  kind: 'text' | 'number' | 'boolean' | 'error';
  /** With the leading "=". */
  formula?: string;
  /** A date, a percentage and the like bring their number format with them. */
  format?: string;
}

const errorValues = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];
const longest = 32_767;

/** @returns null when the cell becomes empty. */
export function enteredContent(entry: unknown, numberFormat: string): Content | null {
  if (typeof entry === 'number' || typeof entry === 'boolean') {
    if (numberFormat === '@') return { kind: 'text', value: String(entry).toUpperCase() };
    return typeof entry === 'number'
      ? { kind: 'number', value: entry }
      : { kind: 'boolean', value: entry };
  }
  if (typeof entry !== 'string') return fail('InvalidArgument', `entry ${JSON.stringify(entry)}`);
  if (entry.length > longest) fail('InvalidArgument', 'text longer than 32,767 characters');
  if (entry === '') return null;
  if (numberFormat === '@') {
    // Whether Excel drops the apostrophe of a text cell is not documented: our host must not ask.
    if (entry.startsWith("'")) throw new Error('an apostrophe was sent to a text cell');
    return { kind: 'text', value: entry };
  }
  if (entry.startsWith("'")) return { kind: 'text', value: entry.slice(1) };
  return literal(entry.trim()) ?? formula(entry) ?? { kind: 'text', value: entry };
}

function literal(text: string): Content | null {
  if (errorValues.includes(text.toUpperCase())) return { kind: 'error', value: text.toUpperCase() };
  if (/^(true|false)$/i.test(text)) return { kind: 'boolean', value: /^true$/i.test(text) };
  const sign = /^[-−]/.test(text) ? -1 : 1;
  const digits = text.replace(/^[+-]\s*/, '');
  if (/^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?(e[+-]?\d+)?$/i.test(digits)) {
    const value = sign * Number(digits.replace(/\./g, '').replace(',', '.'));
    return { kind: 'number', value };
  }
  const percent = /^(\d+(?:,\d+)?)\s*%$/.exec(digits);
  if (percent) {
    const value = (sign * Number((percent[1] ?? '').replace(',', '.'))) / 100;
    return { kind: 'number', value, format: '0%' };
  }
  return sign === 1 ? dateOrTime(digits) : null;
}

function dateOrTime(text: string): Content | null {
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (time) {
    const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
    return { kind: 'number', value: seconds / 86_400, format: 'h:mm' };
  }
  const date = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}))?$/.exec(text);
  if (!date) return null;
  const [, day = '', , month = '', year = '2026'] = date;
  if (Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return null;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  return { kind: 'number', value: days, format: date[4] ? 'd/m/yyyy' : 'd-mmm' };
}

/** "=…" is a formula; "+…", "-…" and "@…" are taken for one, and refused when they cannot be one. */
function formula(entry: string): Content | null {
  if (!/^[=+\-@]/.test(entry)) return null;
  const text = entry.startsWith('=') ? entry : `=${entry}`;
  if (text === '=' || text.length < 2) return { kind: 'text', value: entry };
  if (!readsAsFormula(text)) fail('InvalidArgument', `not a formula: ${entry}`);
  return { kind: 'number', value: 0, formula: text };
}

/** Strings, references, names, numbers and operators, with the brackets in balance. */
function readsAsFormula(text: string): boolean {
  const tokens =
    /^\s*(?:"(?:[^"]|"")*"|'(?:[^']|'')+'!|[\p{L}_\\][\p{L}\p{N}_.]*!?|\$?[A-Z]{1,3}\$?\d+|\$?\d+:\$?\d+|\d+(?:\.\d+)?(?:E[+-]?\d+)?|#[A-Z/0!?]+|[()=<>&+\-*/^%,:;@{}$])/iu;
  let rest = text.slice(1);
  let depth = 0;
  let wordBefore = false;
  while (rest.trim() !== '') {
    const token = tokens.exec(rest)?.[0];
    if (token === undefined) return false;
    const word = /^[\p{L}\p{N}_"']/u.test(token.trim());
    if (word && wordBefore && /^\s/.test(token)) return false;
    wordBefore = word;
    if (token.trim() === '(') depth += 1;
    if (token.trim() === ')') depth -= 1;
    if (depth < 0) return false;
    rest = rest.slice(token.length);
  }
  return depth === 0;
}
