/**
 * What a finding is known by, so that "seen and accepted" stays with it and with nothing else.
 *
 * Rules kept here: the key names the finding (what kind, of which criterion, in which column) and holds
 * when rows or columns move; the fingerprint says what the cells held when it was accepted, so that the
 * mark lapses as soon as one of them says something else.
 */
import type { ColumnRole, Place, ScoreRow, ScoreSheet } from '../scoring/scoreSheet';
import { foldText } from '../text/vietnamese';
import type { Finding } from './finding';

export interface KeyedFinding {
  finding: Finding;
  /** Unique among the findings of its sheet. */
  key: string;
  /** Of what its cells hold, and of the figures that it names. */
  fingerprint: string;
}

/** In the order of the findings; two of a kind in one place are told apart by their order. */
export function keyFindings(sheet: ScoreSheet, findings: readonly Finding[]): KeyedFinding[] {
  const contents = cellContents(sheet);
  const rows = new Map(sheet.rows.map((row) => [row.row, row]));
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const base = [sheet.id, finding.code, placeKey(finding, sheet, rows)].join('|');
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    return {
      finding,
      key: nth === 0 ? base : `${base}|${nth}`,
      fingerprint: fingerprintOf(finding, contents),
    };
  });
}

/** "1.2.3|appraised1": the criterion's code, else its name, else the row's number; then the column. */
function placeKey(
  { place, criterion }: Finding,
  sheet: ScoreSheet,
  rows: ReadonlyMap<number, ScoreRow>,
): string {
  if (!place) return criterion ?? '';
  const row = rows.get(place.row);
  const code = criterion ?? row?.code ?? '';
  const named = code !== '' ? code : foldText(row?.name ?? '').slice(0, 60);
  const roles = Object.entries(sheet.columns) as [ColumnRole, number][];
  const role = roles.find(([, column]) => column === place.column)?.[0];
  return `${named === '' ? `r${place.row}` : named}|${role ?? `c${place.column}`}`;
}

/**
 * The finding's own cell, the others involved, and its figures. Names of cells are left out of the
 * figures: they change when a row is inserted above, which changes nothing that was accepted.
 */
function fingerprintOf(finding: Finding, contents: ReadonlyMap<string, string>): string {
  const places = [...(finding.place ? [finding.place] : []), ...finding.related];
  const params = Object.entries(finding.params)
    .filter(([name]) => !MOVING_PARAMS.has(name))
    .map(([name, value]) => `${name}=${value.replace(CELL_NAMES, '')}`);
  return hash([...places.map((place) => contents.get(placeName(place)) ?? ''), ...params.sort()]);
}

/** Row numbers among the figures; they move as cell names do. */
const MOVING_PARAMS: ReadonlySet<string> = new Set(['rows', 'own', 'row']);
const CELL_NAMES = /\$?\b[A-Z]{1,3}\$?\d+\b/g;

/** What each cell of the table says; that of a formula is what it shows. */
function cellContents(sheet: ScoreSheet): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { figures } of [...sheet.rows, ...sheet.summaryRows, ...(sheet.areaSums ?? [])])
    for (const entry of Object.values(figures)) contents.set(placeName(entry.place), entry.text);
  for (const { texts } of sheet.rows)
    for (const entry of Object.values(texts)) contents.set(placeName(entry.place), entry.text);
  return contents;
}

function placeName({ sheet, row, column }: Place): string {
  return `${sheet}|${row}|${column}`;
}

/** Not against malice: 53 bits keep two contents apart that a person may type one after the other. */
function hash(parts: readonly string[]): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (const char of parts.join('\u0000')) {
    const code = char.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
