/**
 * What must hold of every layout: recognition finds what was laid out, a correct sheet gives no finding,
 * a slip gives exactly its own. Each returns what is wrong, in words; null where nothing is.
 */
import { checkScoreSheet } from '../../src/domain/findings/checkScoreSheet';
import type { Framework } from '../../src/domain/framework/framework';
import type { ColumnRole, FigureRole, ScoreSheet } from '../../src/domain/scoring/scoreSheet';
import { recogniseSheet } from '../../src/workbook/recognise/recogniseSheet';
import type { LaidOut } from './layoutGenerator';

export function misreading(laid: LaidOut): string | null {
  const result = recogniseSheet(laid.snapshot);
  if (!result.ok) return `not recognised: ${result.reason}`;
  if (result.tables.length !== 1) return `${result.tables.length} tables`;
  const [table] = result.tables;
  return columnFault(laid, table) ?? rowFault(laid, table) ?? summaryFault(laid, table);
}

/** @param expected codes of the findings that must be given, in any order */
export function misjudgement(
  laid: LaidOut,
  framework: Framework | null,
  expected: readonly string[],
): string | null {
  const result = recogniseSheet(laid.snapshot);
  if (!result.ok) return `not recognised: ${result.reason}`;
  const findings = result.tables.flatMap((sheet) =>
    checkScoreSheet({ sheet, framework, base: null }),
  );
  const given = findings
    .map(({ code }) => code)
    .sort()
    .join(', ');
  if (given === [...expected].sort().join(', ')) return null;
  const where = findings.map(
    ({ code, place, criterion, params }) =>
      `${code} row ${place?.row ?? '-'} ${criterion ?? ''} ${JSON.stringify(params)}`,
  );
  return `findings [${where.join('; ')}] instead of [${expected.join(', ')}]`;
}

const roles = (columns: Partial<Record<ColumnRole, number>>) =>
  Object.entries(columns)
    .map(([role, column]) => `${role}=${column}`)
    .sort()
    .join(' ');

function columnFault(laid: LaidOut, table: ScoreSheet): string | null {
  const expected = roles(laid.columns);
  const found = roles(table.columns);
  return expected === found ? null : `columns ${found} instead of ${expected}`;
}

function rowFault(laid: LaidOut, table: ScoreSheet): string | null {
  const describe = (row: {
    row: number;
    code: string;
    name: string;
    level: number;
    parent: number | null;
    isLeaf: boolean;
  }) =>
    `${row.row}:${row.level}:${row.code}:${row.name}<${row.parent ?? ''}${row.isLeaf ? '' : '*'}`;
  for (let i = 0; i < Math.max(laid.rows.length, table.rows.length); i += 1) {
    const expected = laid.rows[i];
    const found = table.rows[i];
    const [a, b] = [expected ? describe(expected) : 'nothing', found ? describe(found) : 'nothing'];
    if (a !== b) return `row ${b} instead of ${a}`;
    for (const [role, text] of Object.entries(expected?.figures ?? {})) {
      const given = found?.figures[role as FigureRole]?.text ?? '';
      if (given !== text && Number(given) !== Number(text))
        return `${role} of ${expected?.code}: ${given} instead of ${text}`;
    }
  }
  return null;
}

function summaryFault(laid: LaidOut, table: ScoreSheet): string | null {
  const list = (rows: readonly { row: number; kind: string }[]) =>
    rows.map(({ row, kind }) => `${kind}@${row}`).join(' ');
  const [a, b] = [list(laid.summaries), list(table.summaryRows)];
  return a === b ? null : `sums ${b} instead of ${a}`;
}
