/** One door through which every finding is made, so that its severity is always the catalogue's. */
import type { Points } from '../points';
import { pointsText } from '../points';
import type { FigureRole, Place, ScoreRow } from '../scoring/scoreSheet';
import { catalogue, type FindingCode } from './catalogue';
import type { Finding, Fix } from './finding';

export interface FindingParts {
  /** Null when it speaks of the whole sheet. */
  place: Place | null;
  /** The criterion's row, when there is one. */
  row?: ScoreRow | null;
  /** Points become canonical decimal text; null and undefined are left out. */
  params?: Readonly<Record<string, Points | string | number | null | undefined>>;
  related?: readonly (Place | null | undefined)[];
  fix?: Fix | null;
}

export function makeFinding(code: FindingCode, parts: FindingParts): Finding {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(parts.params ?? {})) {
    if (value === null || value === undefined) continue;
    params[name] = typeof value === 'object' ? pointsText(value) : String(value);
  }
  return {
    code,
    severity: catalogue[code],
    place: parts.place,
    criterion: parts.row?.code || null,
    params,
    related: (parts.related ?? []).filter((place): place is Place => Boolean(place)),
    fix: parts.fix ?? null,
  };
}

/** A fix that writes one number; the wording of the number is the sheet's business. */
export function numberFix(place: Place, value: Points, certainty: Fix['certainty']): Fix {
  return { certainty, edits: [{ place, to: 'number', points: pointsText(value) }] };
}

export function textFix(place: Place, text: string, certainty: Fix['certainty']): Fix {
  return { certainty, edits: [{ place, to: 'text', text }] };
}

/** Roles whose figure a person gives; the rest are computed from them. */
export const scoreRoles = ['self', 'appraised1', 'appraised2'] as const satisfies FigureRole[];
