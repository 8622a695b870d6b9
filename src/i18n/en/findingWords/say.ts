/** Small parts of the English sentences about findings: figures, cells, columns. */
import type { FindingParams } from '../../findingText';

/** A figure of the params; "?" when the check did not give it. */
export function num(params: FindingParams, name: string): string {
  const value = params[name];
  return value === undefined ? '?' : value.replace('-', '−');
}

export function word(params: FindingParams, name: string): string {
  return params[name] ?? '?';
}

const ROLES: Readonly<Record<string, string>> = {
  max: 'maximum',
  self: 'self-score',
  appraised1: 'appraised score',
  appraised2: 'appraised score of round 2',
  deduction: 'deduction',
  expected: 'expected score',
};

export function role(params: FindingParams, name = 'role'): string {
  return ROLES[params[name] ?? ''] ?? 'score';
}

/** "Cell E5: " to open a sentence; nothing for the whole sheet. */
export function at(cell: string | null): string {
  return cell === null ? '' : `Cell ${cell}: `;
}

/** " (cell D5)", " (cells D5, D6)"; nothing when there is none. At most six are named. */
export function cells(related: readonly string[] | undefined): string {
  if (!related || related.length === 0) return '';
  const named = related.slice(0, 6).join(', ');
  const rest = related.length > 6 ? `, … (${related.length} cells)` : '';
  return related.length === 1 ? ` (cell ${named})` : ` (cells ${named}${rest})`;
}
