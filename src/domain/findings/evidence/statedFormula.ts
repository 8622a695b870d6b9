/**
 * Sums that a text states: "(8/112)*1=0,07", "$325/408=79.66\%$", "18/42 x 2 = 0,857". They are worked
 * out exactly by a small evaluator of + − × ÷ and brackets, and held against what the text says.
 */
import { points, type Points } from '../../points';
import type { Span } from './numbersInText';

export interface StatedFormula extends Span {
  /** "(8/112)*1" and "0,07" or "79,66%", as written without blanks at the ends. */
  left: string;
  right: string;
  /** Worked out, unrounded; in percent where the right side is. */
  value: Points;
  stated: Points;
  isPercent: boolean;
  /** Equal within one unit of the last place that is stated, so that cutting and half-up both pass. */
  holds: boolean;
}

const EQUATION = /([(\d][\d.,()\s+\-−*×xX/÷%\\]*[\d)%])\s*=\s*(\d[\d.,]*\d|\d)\s*(\\?%)?/gu;

export function readStatedFormulas(text: string): StatedFormula[] {
  return [...text.matchAll(EQUATION)].flatMap((match) => {
    const [whole, left = '', right = '', sign] = match;
    for (const start of startsOf(left)) {
      const formula = readOne(left.slice(start), right, sign !== undefined);
      if (formula) {
        return [{ ...formula, start: match.index + start, end: match.index + whole.length }];
      }
    }
    return [];
  });
}

/** "năm 2023 18/42" is no sum, "18/42" is: every place where a number or a bracket opens. */
function startsOf(left: string): number[] {
  return [...left.matchAll(/(?<![\d.,])[(\d]/gu)].map((match) => match.index);
}

function readOne(
  left: string,
  right: string,
  isPercent: boolean,
): Omit<StatedFormula, keyof Span> | null {
  const worked = ([true, false] as const)
    .map((grouped) => evaluate(left, grouped))
    .filter((value): value is Points => value !== null);
  const stated = readOperand(right, false);
  const first = worked[0];
  if (!first || !stated) return null;
  const unit = points(10).pow(-(right.split(/[.,]/)[1]?.length ?? 0));
  const scaled = isPercent ? worked.map((value) => value.times(100)) : worked;
  // "325/408=79,66": the sign for percent is often left out.
  const accepted = isPercent ? scaled : [...scaled, ...worked.map((value) => value.times(100))];
  return {
    left: left.trim(),
    right: right + (isPercent ? '%' : ''),
    value: scaled[0] ?? first,
    stated,
    isPercent,
    holds: accepted.some((value) => value.minus(stated).abs().lt(unit)),
  };
}

/**
 * @param grouped whether three digits after a dot are thousands
 * @returns null when it is no sum: unbalanced, two numbers without a sign, no sign at all, a zero divisor
 */
export function evaluate(expression: string, grouped: boolean): Points | null {
  const tokens = expression.replace(/[−–]/g, '-').match(/\d+(?:[.,]\d+)*|[-+*/()×xX÷%]/gu);
  const rest = expression.replace(/[−–]/g, '-').replace(/\d+(?:[.,]\d+)*|[-+*/()×xX÷%\\\s]/gu, '');
  if (!tokens || rest !== '' || !tokens.some((token) => /^[-+*/×xX÷]$/.test(token))) return null;
  const reader = { tokens, at: 0, grouped };
  const value = readSum(reader);
  return value !== null && reader.at === tokens.length ? value : null;
}

interface Reader {
  tokens: readonly string[];
  at: number;
  grouped: boolean;
}

function readSum(reader: Reader): Points | null {
  let value = readProduct(reader);
  while (value && /^[-+]$/.test(reader.tokens[reader.at] ?? '')) {
    const sign = reader.tokens[reader.at++];
    const next = readProduct(reader);
    value = next && (sign === '+' ? value.plus(next) : value.minus(next));
  }
  return value;
}

function readProduct(reader: Reader): Points | null {
  let value = readFactor(reader);
  while (value && /^[*/×xX÷]$/.test(reader.tokens[reader.at] ?? '')) {
    const divides = /[/÷]/.test(reader.tokens[reader.at++] ?? '');
    const next: Points | null = readFactor(reader);
    if (next === null || (divides && next.eq(0))) return null;
    value = divides ? value.div(next) : value.times(next);
  }
  return value;
}

function readFactor(reader: Reader): Points | null {
  const token = reader.tokens[reader.at++];
  if (token === undefined) return null;
  let value: Points | null;
  if (token === '(') {
    value = readSum(reader);
    if (reader.tokens[reader.at++] !== ')') return null;
  } else {
    value = /^\d/.test(token) ? readOperand(token, reader.grouped) : null;
  }
  if (value && reader.tokens[reader.at] === '%') {
    reader.at += 1;
    return value.div(100);
  }
  return value;
}

function readOperand(raw: string, grouped: boolean): Points | null {
  if (grouped && /^[1-9]\d{0,2}(\.\d{3})+$/.test(raw)) return points(raw.replace(/\./g, ''));
  const vietnamese = /^\d{1,3}(\.\d{3})+,\d+$/.test(raw) ? raw.replace(/\./g, '') : raw;
  return /^\d+([.,]\d+)?$/.test(vietnamese) ? points(vietnamese.replace(',', '.')) : null;
}
