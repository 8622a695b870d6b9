/**
 * A finding in words. The texts of each code are data (`vi/findings.ts`, `en/findings.ts`); here they are
 * given their figures and the names of their cells. Vietnamese unless another language's texts are handed in.
 */
import type { Finding } from '../domain/findings/finding';
import type { FindingCode } from '../domain/findings/catalogue';
import type { Place } from '../domain/scoring/scoreSheet';
import { cellName } from '../workbook/address';
import { findingMessages as vietnamese } from './vi/findings';

export type FindingParams = Readonly<Record<string, string>>;

/** The texts of one code. */
export interface FindingWords {
  /** What is wrong, in a few words, the same for every finding of the code. */
  title: string;
  /**
   * What is wrong here, with figures. `cell` is the cell it speaks of ("E5", null for the whole sheet),
   * `related` the other cells involved, in the order of the check's `related`.
   */
  message(params: FindingParams, cell: string | null, related?: readonly string[]): string;
  /** Why it matters. */
  why: string;
  /** What to do. */
  action: string;
  /** A case as it occurs. */
  example: string;
}

export type FindingTexts = Readonly<Record<FindingCode, FindingWords>>;

export function findingTitle(code: FindingCode, texts: FindingTexts = vietnamese): string {
  return texts[code].title;
}

/** What is wrong and where, one or two sentences; what to do is `texts[code].action`. */
export function findingMessage(finding: Finding, texts: FindingTexts = vietnamese): string {
  const { code, params, place, related } = finding;
  return texts[code].message(params, place && cellName(place), relatedNames(place, related));
}

/** "D5", or "'Bảng 2'!D5" where the cell stands on another sheet. */
function relatedNames(place: Place | null, related: readonly Place[]): string[] {
  return related.map((other) =>
    place && other.sheet !== place.sheet ? `'${other.sheet}'!${cellName(other)}` : cellName(other),
  );
}
