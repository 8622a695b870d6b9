/**
 * One column for each role, out of what the headers say and what stands beneath them.
 *
 * Rule kept here: a header that says plainly what it is wins; between headers that say it as well, and
 * where none does, the data decide, and the confidence says that they did.
 */
import { figureRoles, type ColumnReading, type ColumnRole } from '../../domain/scoring/scoreSheet';
import { countAbove, readColumnData, type ColumnData } from './columnData';
import type { Grid } from './grid';
import { levelColumns } from './levelColumns';
import { asRounds, ofTheYear, withoutParts } from './scoreColumns';

export type Columns = Partial<Record<ColumnRole, number>>;
export type Candidate = Omit<ColumnReading, 'chosen'>;

export interface Chosen {
  columns: Columns;
  readings: ColumnReading[];
  /** Columns of names from the widest to the narrowest level, where each level has its own. */
  levels?: number[];
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

/** @param title lines above the header: they may name the year that counts */
export function chooseColumns(
  grid: Grid,
  candidates: readonly Candidate[],
  extent: Extent,
  title: readonly string[] = [],
): Chosen {
  const data = new Map<number, ColumnData>();
  const dataOf = (column: number): ColumnData => {
    const known = data.get(column) ?? readColumnData(grid, column, extent.first, extent.end);
    data.set(column, known);
    return known;
  };
  const able = withCodesAmongNames(candidates, dataOf).filter((candidate) =>
    fits(candidate, dataOf(candidate.column)),
  );
  const fitting = asRounds(withoutParts(ofTheYear(able, title))).map((candidate) => ({
    ...candidate,
    worth: worthOf(candidate, dataOf(candidate.column)),
  }));
  const chosen = assignRoles(withoutFalseMaxima(grid, fitting, extent));
  const scored = withLoneScore(grid, chosen, ofTheYear(candidates, title), extent);
  const coded = withUnlabelledCodes(scored, extent, dataOf);
  return withLevels(coded, levelColumns(grid, fitting, coded.columns, extent));
}

/** The last of the level columns is the one of names. */
function withLevels(chosen: Chosen, levels: readonly Candidate[]): Chosen {
  const last = levels.at(-1);
  if (!last) return chosen;
  const { column, header, confidence } = last;
  const unnamed: Chosen = {
    columns: chosen.columns,
    readings: chosen.readings.filter((reading) => reading.role !== 'name'),
    levels: levels.map((one) => one.column),
  };
  return added(unnamed, { role: 'name', column, header, confidence });
}

type Weighed = Candidate & { worth: number };

const FIGURES: ReadonlySet<ColumnRole> = new Set(figureRoles);

/** Columns of words, in which a number says nothing. */
const WORDED: ReadonlySet<ColumnRole> = new Set(['opinion', 'evidence', 'explanation']);

/** A column of prose holds no points, whatever its header says, and one of numbers no names. */
function fits({ role, confidence }: Candidate, data: ColumnData): boolean {
  if (data.filled < 3) return true;
  if (FIGURES.has(role)) return data.words < data.filled * 0.8 || data.letters < data.filled * 20;
  if (role === 'name') return data.words > 0 || data.numbers === 0;
  if (WORDED.has(role)) return data.words > 0 || data.numbers < data.filled;
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

/** One column per role, best match first. */
function assignRoles(found: readonly Weighed[]): Chosen {
  const columns: Columns = {};
  const byWorth = [...found].sort((a, b) => b.worth - a.worth || a.column - b.column);
  const readings: ColumnReading[] = [];
  const taken = new Set<number>();
  for (const { role, column, header, confidence } of byWorth) {
    if (taken.has(column) || columns[role] !== undefined) continue;
    columns[role] = column;
    taken.add(column);
    readings.push({ role, column, header, confidence, chosen: false });
  }
  return { columns, readings: readings.sort((a, b) => a.column - b.column) };
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
    ...chosen,
    columns: { ...chosen.columns, [candidate.role]: candidate.column },
    readings: [...chosen.readings, { ...candidate, chosen: false }].sort(
      (a, b) => a.column - b.column,
    ),
  };
}

/** "Tiêu chí" over the codes beside "Nội dung" over the names; one of them merged over both. */
function withCodesAmongNames(
  candidates: readonly Candidate[],
  dataOf: (column: number) => ColumnData,
): Candidate[] {
  const names = candidates.filter(({ role }) => role === 'name');
  if (names.length < 2 || candidates.some(({ role }) => role === 'code')) return [...candidates];
  return candidates.map((candidate) => {
    const { filled, codes } = dataOf(candidate.column);
    const areCodes = candidate.role === 'name' && filled >= 2 && codes >= filled * 0.7;
    return areCodes ? { ...candidate, role: 'code', confidence: GUESSED } : candidate;
  });
}
