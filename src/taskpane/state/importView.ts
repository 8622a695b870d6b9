/** A framework being read from a table, as the pane shows it. Pure. */
import { checkFramework, type FrameworkProblem } from '../../domain/framework/checkFramework';
import type { Framework } from '../../domain/framework/framework';
import { signOfName, type OutsideSign } from '../../domain/framework/outsideParts';
import type { FrameworkReading, ReadingProblem, RowReading } from '../../domain/framework/reading';

interface ImportRows {
  /** Criteria, and what was not understood: she looks these through, in the order of the source. */
  shown: RowReading[];
  /** Headers, totals, blanks and their like: understood, and left out of the framework. */
  aside: RowReading[];
}

export function importRows(reading: FrameworkReading): ImportRows {
  const matters = ({ kind }: RowReading) =>
    ['node', 'method', 'continuation', 'unread', 'ignored'].includes(kind);
  return {
    shown: reading.rows.filter(matters),
    aside: reading.rows.filter((row) => !matters(row) && row.kind !== 'blank'),
  };
}

export function problemsOfRow(reading: FrameworkReading, id: number): ReadingProblem[] {
  return reading.problems.filter(({ row }) => row === id);
}

/** What does not add up in the framework as read; what is merely unlisted is no trouble. */
export function draftProblems(draft: Framework): FrameworkProblem[] {
  return checkFramework(draft).filter(({ severity }) => severity !== 'info');
}

/** Bonus or penalty beside the scale: such a row is no area, though it stands where areas do. */
export function besideSign({ kind, level, name }: RowReading): OutsideSign | null {
  return kind === 'node' && level === 0 ? signOfName(name) : null;
}

/** True where a row above, of which this one is a part, is marked as a survey: the mark holds for it too. */
export function isUnderSurvey({ rows }: FrameworkReading, { id, level }: RowReading): boolean {
  let least = level;
  for (let at = id - 1; at >= 0 && least > 0; at -= 1) {
    const above = rows[at];
    if (above?.kind !== 'node' || above.level >= least) continue;
    if (above.survey) return true;
    least = above.level;
  }
  return false;
}

/** Rows whose code another one has as well, each with that other one: either may be the wrong one. */
export function doubledRows({ draft, rows }: FrameworkReading): ReadonlyMap<number, RowReading> {
  const doubled = new Map<number, RowReading>();
  for (const { code, params } of draft === null ? [] : checkFramework(draft)) {
    if (code !== 'duplicateCode') continue;
    const alike = rows.filter((row) => row.kind === 'node' && row.code === params['at']);
    const first = alike.find(({ name }) => name === params['first']) ?? alike[0];
    const second = alike.find((row) => row !== first && row.name === params['name']) ?? alike[1];
    if (!first || !second) continue;
    doubled.set(first.id, second);
    doubled.set(second.id, first);
  }
  return doubled;
}

/** What a row said, for a person to recognise it by. */
export function rowText(row: RowReading): string {
  return row.texts.filter((text) => text !== '').join(' | ');
}
