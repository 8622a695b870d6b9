/** Cells of the table as entries: what stands there beside what was understood. */
import { points, pointsText, type Points } from '../../domain/points';
import type { CellRange, FigureEntry, TextEntry } from '../../domain/scoring/scoreSheet';
import { readNumber } from '../../domain/text/readNumber';
import { formulaReferences } from '../formulaText';
import { isCellError } from '../snapshot';
import type { Grid } from './grid';

/**
 * @param ceiling max of the row, which tells 1.577 from 1577; null when unknown
 * @param isDeduction where brackets stand for a minus
 * @returns the figure as it stands, with candidates where two readings fit
 */
export function readFigure(
  grid: Grid,
  row: number,
  column: number,
  ceiling: Points | null,
  isDeduction = false,
): FigureEntry {
  const value = grid.value(row, column);
  const entry: FigureEntry = {
    place: { sheet: grid.sheet.name, row, column },
    kind: 'blank',
    text: grid.text(row, column).trim(),
    points: null,
    candidates: [],
    formula: grid.formula(row, column),
  };
  if (entry.formula !== null) entry.references = rangesOf(entry.formula, grid.sheet.name);
  if (value === null) return entry;
  if (isCellError(value)) return { ...entry, kind: 'error' };
  if (typeof value === 'boolean') return { ...entry, kind: 'notNumber' };
  if (typeof value === 'number') {
    if (grid.isDate(row, column)) return { ...entry, kind: 'date' };
    const figure = points(value);
    return grid.isPercent(row, column)
      ? { ...entry, kind: 'percent', candidates: [figure] }
      : { ...entry, kind: 'number', points: figure };
  }
  return { ...entry, ...readFigureText(value, ceiling, isDeduction) };
}

/** A reference that names its own sheet is one of the sheet's own. */
function rangesOf(formula: string, ownSheet: string): CellRange[] {
  return formulaReferences(formula).map(({ sheet, area }) => ({
    sheet: sheet === ownSheet ? null : sheet,
    ...area,
  }));
}

function readFigureText(
  text: string,
  ceiling: Points | null,
  isDeduction: boolean,
): Pick<FigureEntry, 'kind' | 'points' | 'candidates'> {
  const reading = readNumber(text, {
    ...(ceiling ? { ceiling } : {}),
    inPoints: true,
    inBrackets: isDeduction,
  });
  switch (reading.kind) {
    case 'blank':
      return { kind: 'blank', points: null, candidates: [] };
    case 'number':
      return { kind: 'numericText', points: reading.points, candidates: [] };
    case 'percent':
      return { kind: 'percent', points: null, candidates: [reading.points] };
    case 'ambiguous':
      return { kind: 'ambiguousText', points: null, candidates: reading.candidates };
    case 'notNumber':
      return { kind: 'notNumber', points: null, candidates: [] };
  }
}

/** @param inherits true where a blank cell under a vertical merge takes the text above */
export function readText(grid: Grid, row: number, column: number, inherits: boolean): TextEntry {
  const sheet = grid.sheet.name;
  const merge = inherits ? grid.mergeAt(row, column) : null;
  const covered = merge !== null && merge.top !== row;
  const from = covered ? { row: merge.top, column: merge.left } : { row, column };
  return {
    place: { sheet, row, column },
    text: shownText(grid, from.row, from.column),
    inheritedFrom: covered ? { sheet, ...from } : null,
    formula: grid.formula(from.row, from.column),
    cellKind: cellKind(grid, from.row, from.column),
  };
}

/** A ratio in a percent format is read as it shows: 0.425 is "42.5%". */
function shownText(grid: Grid, row: number, column: number): string {
  const text = grid.text(row, column);
  return grid.isPercent(row, column) ? `${pointsText(points(text).times(100))}%` : text;
}

function cellKind(grid: Grid, row: number, column: number): TextEntry['cellKind'] {
  const value = grid.value(row, column);
  if (value === null || value === '') return 'blank';
  if (isCellError(value)) return 'error';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return grid.isDate(row, column) ? 'date' : 'number';
  return 'text';
}
