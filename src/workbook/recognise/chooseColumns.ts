/**
 * One column for each role, out of what the headers say and what stands beneath them.
 *
 * Rule kept here: a header that says plainly what it is wins; between headers that say it as well, and
 * where none does, the data decide, and the confidence says that they did.
 */
import { figureRoles, type ColumnReading, type ColumnRole } from '../../domain/scoring/scoreSheet';
import { countAbove, readColumnData, type ColumnData } from './columnData';
import type { Grid } from './grid';

export type Columns = Partial<Record<ColumnRole, number>>;
export type Candidate = Omit<ColumnReading, 'chosen'>;

export interface Chosen {
  columns: Columns;
  readings: ColumnReading[];
}

/** Rows of the body, end exclusive, and the columns the table may take. */
export interface Extent {
  first: number;
  end: number;
  left: number;
  right: number;
}

/** What a guess from the data alone is worth. */
const GUESSED = 0.5;

export function chooseColumns(
  grid: Grid,
  candidates: readonly Candidate[],
  extent: Extent,
): Chosen {
  const data = new Map<number, ColumnData>();
  const dataOf = (column: number): ColumnData => {
    const known = data.get(column) ?? readColumnData(grid, column, extent.first, extent.end);
    data.set(column, known);
    return known;
  };
  const fitting = candidates
    .filter((candidate) => fits(candidate, dataOf(candidate.column)))
    .map((candidate) => ({ ...candidate, worth: worthOf(candidate, dataOf(candidate.column)) }));
  const chosen = assignRoles(withoutFalseMaxima(grid, fitting, extent));
  return withUnlabelledCodes(withLoneScore(grid, chosen, candidates, extent), extent, dataOf);
}

type Weighed = Candidate & { worth: number };

const FIGURES: ReadonlySet<ColumnRole> = new Set(figureRoles);

/** A column of prose holds no points, whatever its header says, and one of numbers no names. */
function fits({ role, confidence }: Candidate, data: ColumnData): boolean {
  if (data.filled < 3) return true;
  if (FIGURES.has(role)) return data.words < data.filled * 0.8 || data.letters < data.filled * 20;
  if (role === 'name') return data.words > 0 || data.numbers === 0;
  if (role === 'code') return data.codes > 0 || confidence === 1;
  return true;
}

/** Of two headers that say as much, the column that looks more like its role. */
function worthOf({ role, confidence }: Candidate, data: ColumnData): number {
  if (data.filled === 0) return role === 'code' || role === 'name' ? confidence - 0.5 : confidence;
  if (role === 'code') {
    const share = data.codes / data.filled;
    return confidence * (0.4 + 0.4 * share) + (data.structured > 0 ? 0.3 : 0);
  }
  if (role !== 'name') return confidence;
  return confidence + Math.min(0.2, data.letters / data.filled / 200);
}

/** A max that scores exceed again and again is none, when its header only might mean one. */
function withoutFalseMaxima(
  grid: Grid,
  candidates: readonly Weighed[],
  { first, end }: Extent,
): Weighed[] {
  const scores = candidates.filter(({ role }) => role === 'self' || role === 'appraised1');
  const maxima = candidates.filter(({ role }) => role === 'max');
  return candidates.filter((candidate) => {
    if (candidate.role !== 'max') return true;
    const isOnlyOne = maxima.length === 1;
    if (candidate.confidence > 0.6 && isOnlyOne) return true;
    return !scores.some(({ column }) => {
      const { above, both } = countAbove(grid, column, candidate.column, first, end);
      return above > 1 && above * 4 > both;
    });
  });
}

/** One column per role, best match first; a second "thẩm định" column is the second round. */
function assignRoles(found: readonly Weighed[]): Chosen {
  const columns: Columns = {};
  const byWorth = [...found].sort((a, b) => b.worth - a.worth || a.column - b.column);
  const kept: Candidate[] = [];
  const taken = new Set<number>();
  for (const match of byWorth) {
    const { role, column } = match;
    if (taken.has(column)) continue;
    const other = columns[role];
    if (other === undefined) columns[role] = column;
    else if (role === 'appraised1' && columns.appraised2 === undefined) {
      columns.appraised1 = Math.min(other, column);
      columns.appraised2 = Math.max(other, column);
    } else continue;
    taken.add(column);
    const { header, confidence } = match;
    kept.push({ role, column, header, confidence });
  }
  const readings = kept
    .map((match) => ({ ...match, role: roleOf(columns, match), chosen: false }))
    .sort((a, b) => a.column - b.column);
  return { columns, readings };
}

/** Two rounds may have swapped their columns. */
function roleOf(columns: Columns, match: Candidate): ColumnRole {
  if (match.column === columns.appraised2) return 'appraised2';
  return match.column === columns.appraised1 ? 'appraised1' : match.role;
}

/** "Điểm" beside "Điểm tối đa", and no other score: it is what was scored. */
function withLoneScore(
  grid: Grid,
  chosen: Chosen,
  candidates: readonly Candidate[],
  { first, end }: Extent,
): Chosen {
  const { max, self, appraised1 } = chosen.columns;
  if (max === undefined || self !== undefined || appraised1 !== undefined) return chosen;
  const lone = candidates.find(
    ({ role, column, confidence }) => role === 'max' && column !== max && confidence <= 0.6,
  );
  if (!lone) return chosen;
  const { above, both } = countAbove(grid, lone.column, max, first, end);
  return above * 4 > both ? chosen : added(chosen, { ...lone, role: 'self', confidence: GUESSED });
}

/** Codes may stand in a column that nobody named, left of the names. */
function withUnlabelledCodes(
  chosen: Chosen,
  { left }: Extent,
  dataOf: (column: number) => ColumnData,
): Chosen {
  const { code, name } = chosen.columns;
  if (code !== undefined || name === undefined) return chosen;
  const used = new Set(Object.values(chosen.columns));
  for (let column = name - 1; column >= left; column -= 1) {
    const { filled, codes, structured } = dataOf(column);
    const looksSo = filled >= 2 && codes >= filled * 0.7 && structured > 0;
    if (looksSo && !used.has(column))
      return added(chosen, { role: 'code', column, header: '', confidence: GUESSED });
  }
  return chosen;
}

function added(chosen: Chosen, candidate: Candidate): Chosen {
  return {
    columns: { ...chosen.columns, [candidate.role]: candidate.column },
    readings: [...chosen.readings, { ...candidate, chosen: false }].sort(
      (a, b) => a.column - b.column,
    ),
  };
}
