/**
 * Documents and dates that the texts cite. Gives document-two-dates and date-after-period. Texts that a
 * merge hands down are read once.
 */
import {
  contradict,
  dateText,
  daysBetween,
  readCitations,
  readDates,
  readPeriod,
  type Citation,
  type Period,
} from '../evidence/citations';
import type { Place, ScoreRow, ScoreSheet, TextRole } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding } from '../makeFinding';

const citingRoles = [
  'opinion',
  'responsible',
  'explanation',
  'evidence',
  'declared',
  'note',
] as const satisfies TextRole[];
/** Words about what happened; what a unit is to do may lie ahead. */
const pastRoles: readonly TextRole[] = ['opinion', 'explanation', 'evidence', 'declared'];
/** An appraisal follows the period; documents of the first three months after it are cited rightly. */
const DAYS_AFTER_PERIOD = 90;

export function checkCitations({ sheet }: CheckContext): Finding[] {
  return [...checkTwoDates(sheet), ...checkPeriod(sheet)];
}

interface CitedAt {
  row: ScoreRow;
  place: Place;
  citation: Citation;
}

/** The later mention is the one to look at, unless most mentions say what it says. */
function checkTwoDates(sheet: ScoreSheet): Finding[] {
  const cited = textsOf(sheet, citingRoles).flatMap(({ row, place, text }) =>
    readCitations(text).map((citation): CitedAt => ({ row, place, citation })),
  );
  const agreeing = (one: CitedAt) =>
    cited.filter(
      (other) =>
        other.citation.number === one.citation.number &&
        dateText(other.citation.date) === dateText(one.citation.date),
    ).length;
  return cited.flatMap((later, index) => {
    const other = cited
      .filter((candidate) => contradict(candidate.citation, later.citation))
      .sort((a, b) => agreeing(b) - agreeing(a))[0];
    if (!other) return [];
    const [mine, its] = [agreeing(later), agreeing(other)];
    if (mine > its || (mine === its && index < cited.indexOf(other))) return [];
    return [
      makeFinding('document-two-dates', {
        place: later.place,
        row: later.row,
        params: {
          document: later.citation.number,
          date: dateText(later.citation.date),
          other: dateText(other.citation.date),
        },
        related: [other.place],
      }),
    ];
  });
}

function checkPeriod(sheet: ScoreSheet): Finding[] {
  const period = periodOf(sheet);
  if (!period) return [];
  return textsOf(sheet, pastRoles).flatMap(({ row, place, text }) =>
    readDates(text)
      .filter(
        ({ date, isDeadline }) => !isDeadline && daysBetween(period.end, date) > DAYS_AFTER_PERIOD,
      )
      .map((mention) =>
        makeFinding('date-after-period', {
          place,
          row,
          params: { date: dateText(mention.date), period: period.text, end: dateText(period.end) },
        }),
      ),
  );
}

/** The title block says the period; without one, a part of a year that the texts name again and again. */
function periodOf(sheet: ScoreSheet): Period | null {
  for (const line of sheet.title ?? []) {
    const period = readPeriod(line);
    if (period) return period;
  }
  const named = textsOf(sheet, pastRoles)
    .map(({ text }) => /(?<!\d)[69]\s+tháng\s+đầu\s+năm\s+20\d{2}/iu.exec(text)?.[0])
    .filter((words): words is string => words !== undefined)
    .map((words) => readPeriod(words))
    .filter((period): period is Period => period !== null);
  const [first, ...rest] = named;
  const agree = rest.every((period) => first && daysBetween(period.end, first.end) === 0);
  return first && rest.length > 0 && agree ? first : null;
}

function textsOf(
  sheet: ScoreSheet,
  roles: readonly TextRole[],
): { row: ScoreRow; place: Place; text: string }[] {
  return sheet.rows.flatMap((row) =>
    roles.flatMap((role) => {
      const entry = row.texts[role];
      if (!entry || entry.text === '' || entry.inheritedFrom) return [];
      return [{ row, place: entry.place, text: entry.text }];
    }),
  );
}
