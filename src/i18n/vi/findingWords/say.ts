/** Small parts of the Vietnamese sentences about findings: figures with a decimal comma, cells, columns. */
import type { FindingParams } from '../../findingText';

/** A figure of the params, decimal comma; "?" when the check did not give it. */
export function num(params: FindingParams, name: string): string {
  const value = params[name];
  return value === undefined ? '?' : value.replace('-', '−').replace('.', ',');
}

export function word(params: FindingParams, name: string): string {
  return params[name] ?? '?';
}

const ROLES: Readonly<Record<string, string>> = {
  max: 'điểm chuẩn',
  self: 'điểm tự đánh giá',
  appraised1: 'điểm thẩm định',
  appraised2: 'điểm thẩm định lần 2',
  deduction: 'điểm bị trừ',
  expected: 'điểm dự kiến',
};

export function role(params: FindingParams, name = 'role'): string {
  return ROLES[params[name] ?? ''] ?? 'điểm';
}

/** "Ô E5: " to open a sentence; nothing for the whole sheet. */
export function at(cell: string | null): string {
  return cell === null ? '' : `Ô ${cell}: `;
}

/** " (ô D5)", " (các ô D5, D6)"; nothing when there is none. At most six are named. */
export function cells(related: readonly string[] | undefined): string {
  if (!related || related.length === 0) return '';
  const named = related.slice(0, 6).join(', ');
  const rest = related.length > 6 ? `, … (${related.length} ô)` : '';
  return related.length === 1 ? ` (ô ${named})` : ` (các ô ${named}${rest})`;
}
