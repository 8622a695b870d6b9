/**
 * Who answers for a criterion, from the columns of units that a decision's table has, as one text. A role
 * that only the header says ("Đơn vị chủ trì") is written before the names, since the text goes on without
 * that header.
 *
 * Rule kept here: a sentence that says itself who does what stays as it is printed.
 */
import type { UnitRole } from '../remediation/assignment';
import { roleOfHeader } from '../remediation/headerRole';
import { foldText } from '../text/vietnamese';

const LABELS: Record<UnitRole, string> = {
  lead: 'Chủ trì',
  support: 'Phối hợp',
  monitor: 'Theo dõi, đôn đốc',
  implement: 'Thực hiện',
};

/** @param parts of one row, a column each, from left to right; blank ones are passed over */
export function responsibleText(parts: readonly { header: string; text: string }[]): string {
  const told = parts.flatMap(({ header, text }) => {
    const names = namesIn(text);
    if (names.length === 0) return [];
    const role = roleOfHeader(header);
    if (role === null || SAYS_ROLE.test(foldText(text))) return [text];
    const label = LABELS[role];
    // "Các sở, ban, ngành" is one name: where a comma stands inside of one, it cannot part them.
    const listed = names.some((name) => name.includes(',')) ? names : [names.join(', ')];
    return listed.map((name) => `${label}: ${name}`);
  });
  return [...new Set(told)].join('; ');
}

const SAYS_ROLE = /:|chủ trì|phối hợp|theo dõi|đôn đốc|thực hiện|tham mưu|báo cáo/u;

/** Units stand one a line or between semicolons, with or without a bullet. A dash alone names none. */
function namesIn(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((name) => name.replace(/^[\s\-–+•*.]+/u, '').replace(/[\s,.]+$/u, ''))
    .filter((name) => name !== '');
}
