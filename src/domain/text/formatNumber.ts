/** Points as people read them: decimal comma in Vietnamese, rounded here and nowhere before. */
import { roundPoints, type Points } from '../points';

export interface NumberStyle {
  /** Decimal mark. Vietnamese: ",". */
  mark: ',' | '.';
  /** At least and at most so many decimals; half-up. */
  minDecimals?: number;
  maxDecimals?: number;
}

/** {mark: ','}: 23.41 → "23,41"; −1.15 → "-1,15"; 0.4 → "0,4". */
export function formatPoints(value: Points, style: NumberStyle): string {
  const { mark, minDecimals = 0, maxDecimals = 3 } = style;
  const fixed = roundPoints(value, maxDecimals).toFixed(maxDecimals);
  const [whole = '0', part = ''] = fixed.split('.');
  const kept = part.replace(/0+$/, '').padEnd(minDecimals, '0');
  const text = kept === '' ? whole : `${whole}${mark}${kept}`;
  return /^-0([.,]0*)?$/.test(text) ? text.slice(1) : text;
}

/** What is added or taken away: 0.5 → "+0,5"; −0.5 → "-0,5". */
export function formatChange(value: Points, style: NumberStyle): string {
  const text = formatPoints(value, style);
  return value.gt(0) ? `+${text}` : text;
}

/** 70.3670… → "70,37 %" in the sample letter's two decimals; `decimals` 0 for completion. */
export function formatPercent(value: Points, mark: ',' | '.', decimals: number): string {
  return `${formatPoints(value, { mark, minDecimals: decimals, maxDecimals: decimals })}%`;
}
