/**
 * How people type numbers in score sheets, read without guessing: "0,85", "0.25", " 2 ", "−1,15",
 * "97, 9%". What two readings fit, and nothing decides between, stays ambiguous, with both candidates.
 *
 * Source of the cases: real sheets (see test/fixtures/traps.json).
 */
import { points, type Points } from '../points';
import { plainText } from './vietnamese';

export type NumberReading =
  | { kind: 'blank' }
  /** `style` tells which mark stood for the decimal, "none" for whole numbers. */
  | { kind: 'number'; points: Points; decimals: number; style: 'comma' | 'dot' | 'none' }
  | { kind: 'percent'; points: Points }
  /** Best candidate first. */
  | { kind: 'ambiguous'; candidates: Points[] }
  | { kind: 'notNumber' };

export interface NumberContext {
  /**
   * Largest figure that makes sense here (the max of the row). It decides between 1.577 and 1577; with
   * neither or both below it, the reading stays ambiguous.
   */
  ceiling?: Points;
  /** The cell holds points: "2,69 điểm" and "2,69đ" are figures. */
  inPoints?: boolean;
  /** The cell holds deductions, where bookkeepers write "(0,5)" for −0,5. */
  inBrackets?: boolean;
}

/** @returns what the text says, or that it says two things. Never throws. */
export function readNumber(text: string, context: NumberContext = {}): NumberReading {
  const line = bareFigure(plainText(text), context);
  if (line === '') return { kind: 'blank' };
  const percent = /^(.*?)\s*%$/.exec(line);
  const reading = readPlain((percent?.[1] ?? line).trim(), context);
  if (percent && reading.kind === 'number') return { kind: 'percent', points: reading.points };
  return percent && reading.kind !== 'ambiguous' ? { kind: 'notNumber' } : reading;
}

function bareFigure(line: string, { inPoints, inBrackets }: NumberContext): string {
  const bare = inPoints ? line.replace(/(?<=\d)\s*(điểm|đ)\.?(?=\)?$)/iu, '') : line;
  return inBrackets ? bare.replace(/^\(\s*(\d[\d., ]*)\)$/, '-$1') : bare;
}

function readPlain(line: string, context: NumberContext): NumberReading {
  const signed = /^([-+]?)\s*(\d[\d., ]*)$/.exec(line);
  if (!signed) return { kind: 'notNumber' };
  const [, sign = '', raw = ''] = signed;
  const negative = sign === '-';
  // "97, 9": a blank beside a mark is a slip of the finger; a blank between digits groups thousands.
  const body = raw.replace(/\s*([.,])\s*/g, '$1').trim();
  if (/^\d+$/.test(body)) return exact(body, '', negative, 'none');
  if (/^\d{1,3}( \d{3})+([.,]\d{1,4})?$/.test(body))
    return readMixed(body.replace(/ /g, ''), negative);
  if (/ /.test(body)) return { kind: 'notNumber' };
  if (/^\d+[.,]\d+$/.test(body)) return readOneMark(body, negative, context);
  return readMixed(body, negative);
}

/** One mark: a decimal mark, unless it could group thousands ("14.678", but not "0.678" nor "1,57"). */
function readOneMark(body: string, negative: boolean, context: NumberContext): NumberReading {
  const [whole = '', part = ''] = body.split(/[.,]/);
  const style = body.includes(',') ? 'comma' : 'dot';
  const asDecimal = exact(whole, part, negative, style);
  // In Vietnamese the comma is the decimal mark and the dot groups: only a dot can be either.
  const mayGroup =
    style === 'dot' && part.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  if (!mayGroup) return asDecimal;
  const grouped = exact(whole + part, '', negative, 'none');
  const { ceiling } = context;
  if (ceiling) {
    const decimalFits = asDecimal.points.abs().lte(ceiling);
    const groupedFits = grouped.points.abs().lte(ceiling);
    if (decimalFits && !groupedFits) return asDecimal;
    if (groupedFits && !decimalFits) return grouped;
  }
  return { kind: 'ambiguous', candidates: [grouped.points, asDecimal.points] };
}

/** Several marks: "1.234,5" and "1,234.5" and "1.234.567"; anything else is no number. */
function readMixed(body: string, negative: boolean): NumberReading {
  const vietnamese = /^(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?$/.exec(body);
  if (vietnamese) {
    const [, whole = '', part = ''] = vietnamese;
    return exact(whole.replace(/\./g, ''), part, negative, part ? 'comma' : 'none');
  }
  const english = /^(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?$/.exec(body);
  if (english) {
    const [, whole = '', part = ''] = english;
    return exact(whole.replace(/,/g, ''), part, negative, part ? 'dot' : 'none');
  }
  return { kind: 'notNumber' };
}

function exact(
  whole: string,
  part: string,
  negative: boolean,
  style: 'comma' | 'dot' | 'none',
): NumberReading & { kind: 'number' } {
  const value = points(part === '' ? whole : `${whole}.${part}`);
  return {
    kind: 'number',
    points: negative ? value.times(-1) : value,
    decimals: part.length,
    style,
  };
}
