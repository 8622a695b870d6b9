/** A framework being read from a table, as the pane shows it. Pure. */
import { checkFramework, type FrameworkProblem } from '../../domain/framework/checkFramework';
import type { Framework } from '../../domain/framework/framework';
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

/** What a row said, for a person to recognise it by. */
export function rowText(row: RowReading): string {
  return row.texts.filter((text) => text !== '').join(' | ');
}
