/**
 * How a cell holds its points: as a number, or as something that a spreadsheet will not add up.
 * Gives figure-error, figure-not-number, figure-date, figure-percent, figure-numeric-text,
 * figure-ambiguous, max-shared. Only writing is mended here; a figure is never changed.
 */
import { pointsText, type Points } from '../../points';
import {
  figureRoles,
  type FigureEntry,
  type FigureRole,
  type ScoreRow,
  type ScoreSheet,
} from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding, numberFix } from '../makeFinding';
import { assessedRows, figureOf, frameworkLookup, frameworkMax, isBlank } from '../sheetFacts';

export function checkFigures(context: CheckContext): Finding[] {
  const nodeOf = frameworkLookup(context.framework);
  const inRows = assessedRows(context.sheet).flatMap((row) =>
    figureRoles.flatMap((role) => {
      const entry = row.figures[role];
      const ceiling = role === 'max' ? null : figureOf(row, 'max');
      return checkEntry(entry, role, row, ceiling ?? frameworkMax(nodeOf(row)));
    }),
  );
  return [...inRows, ...sharedMaxima(context.sheet), ...errorsInSummaries(context)];
}

function checkEntry(
  entry: FigureEntry | undefined,
  role: FigureRole,
  row: ScoreRow,
  ceiling: Points | null,
): Finding[] {
  if (!entry || isBlank(entry)) return [];
  const { place, text } = entry;
  const parts = { place, row, params: { role, text } };
  switch (entry.kind) {
    case 'error':
      return [makeFinding('figure-error', parts)];
    case 'date':
      return [makeFinding('figure-date', parts)];
    case 'percent':
      return [makeFinding('figure-percent', parts)];
    case 'notNumber':
      return [makeFinding('figure-not-number', parts)];
    case 'numericText':
      return [numericText(entry, role, row)];
    case 'ambiguousText':
      return [ambiguous(entry, role, row, ceiling)];
    default:
      return [];
  }
}

/** A formula that yields text is not overwritten: its author must see to it. */
function numericText(entry: FigureEntry, role: FigureRole, row: ScoreRow): Finding {
  const { place, text, points, formula } = entry;
  return makeFinding('figure-numeric-text', {
    place,
    row,
    params: { role, text, value: points },
    fix: points && formula === null ? numberFix(place, points, 'certain') : null,
  });
}

/** The reading that fits under the max is proposed; with none or both, the first. */
function ambiguous(
  entry: FigureEntry,
  role: FigureRole,
  row: ScoreRow,
  ceiling: Points | null,
): Finding {
  const fitting = entry.candidates.filter((value) => ceiling !== null && value.abs().lte(ceiling));
  const proposed = fitting[0] ?? entry.candidates[0];
  return makeFinding('figure-ambiguous', {
    place: entry.place,
    row,
    params: {
      role,
      text: entry.text,
      candidates: entry.candidates.map(pointsText).join(';'),
      value: proposed,
    },
    fix: proposed && entry.formula === null ? numberFix(entry.place, proposed, 'likely') : null,
  });
}

/** Once for the cell that several criteria share. */
function sharedMaxima(sheet: ScoreSheet): Finding[] {
  return assessedRows(sheet).flatMap((row) => {
    const entry = row.figures.max;
    const [value] = entry?.candidates ?? [];
    if (entry?.kind !== 'shared' || !value) return [];
    const after = sheet.rows.slice(sheet.rows.indexOf(row) + 1);
    const end = after.findIndex(
      ({ figures: { max } }) => max?.kind !== 'shared' || max.candidates.length > 0,
    );
    const sharing = [row, ...(end < 0 ? after : after.slice(0, end))];
    const codes = sharing.map(({ code, name }) => code || name).join(', ');
    return [makeFinding('max-shared', { place: entry.place, row, params: { value, codes } })];
  });
}

/** A total may show words or a percent; an error value is trouble anywhere. */
function errorsInSummaries({ sheet }: CheckContext): Finding[] {
  return sheet.summaryRows.flatMap((summary) =>
    figureRoles.flatMap((role) => {
      const entry = summary.figures[role];
      if (entry?.kind !== 'error') return [];
      return [
        makeFinding('figure-error', { place: entry.place, params: { role, text: entry.text } }),
      ];
    }),
  );
}
