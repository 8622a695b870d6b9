/**
 * A finding: expected trouble as a value. Like an issue of zod, it is data (code, severity, place,
 * parameters) and its wording lives in `i18n`, by code; every wording says what is wrong, where, and
 * what to do. Exceptions are for bugs and host failures only.
 */
import type { Place } from '../scoring/scoreSheet';
import type { FindingCode } from './catalogue';

export type Severity = 'error' | 'warning' | 'info';

/** What would mend it. `certain` ones may be applied together; `likely` ones are offered one by one. */
export interface Fix {
  certainty: 'certain' | 'likely';
  edits: FixEdit[];
}

/** Never a score that a person has given: a fix changes how a thing is written, or a computed cell. */
export type FixEdit =
  | { place: Place; to: 'number'; points: string }
  | { place: Place; to: 'text'; text: string }
  | { place: Place; to: 'formula'; formula: string; value: string };

export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** The cell it speaks of; null when it speaks of the whole sheet. */
  place: Place | null;
  /** Criterion code of the row, when there is one. */
  criterion: string | null;
  /** What the wording needs; figures as canonical decimal text ("23.41"). */
  params: Readonly<Record<string, string>>;
  /** Other cells involved. */
  related: Place[];
  fix: Fix | null;
}
