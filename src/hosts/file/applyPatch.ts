/**
 * Applies a whole patch to a draft, or throws and leaves the book as it was; gives the new book and the
 * patch that takes it back. The inverse expects what the patch left behind: if a person has written
 * there since, undo stops rather than lose it.
 */
import { cellName, type Area } from '../../workbook/address';
import { shiftArea } from '../../workbook/formulaText';
import { HostError } from '../../workbook/host';
import { inPlainChanges } from '../../workbook/mergeState';
import {
  linesMovedBy,
  type Change,
  type Expectation,
  type Patch,
  type Remember,
  type Seen,
} from '../../workbook/patch';
import { applyChange, sameValue } from './applyChange';
import {
  cellAt,
  draftOf,
  extent,
  findSheet,
  gridSheet,
  type Book,
  type Cell,
  type Sheet,
} from './book';
import { restoreDifferences, restoreOfSheet } from './restore';
import { readStateSheet } from './snapshotOf';
import { matchTableHeaders } from './tables';

/** Undo also looks at so many rows and columns beyond a new sheet's content: someone may have typed there. */
const marginRows = 50;
const marginColumns = 10;

export interface Applied {
  book: Book;
  inverse: Patch;
}

/** @throws HostError */
export function applyPatch(book: Book, patch: Patch): Applied {
  for (const expectation of patch.expects) checkExpectation(book, expectation);
  const plain = inPlainChanges(patch, readStateSheet(book));
  const steps = [...groupChanges(plain)];
  const inverse: Change[][] = [];
  let current = book;
  steps.forEach((changes, index) => {
    const next = draftOf(current);
    for (const change of changes) applyChange(next, change);
    if (index === steps.length - 1) matchTableHeaders(next);
    inverse.unshift(invertStep(current, next, changes));
    current = next;
  });
  return {
    book: current,
    inverse: { changes: inverse.flat(), expects: expectAfter(current, plain) },
  };
}

/** What the workbook remembers is put in these terms first. */
export type PlainChange = Exclude<Change, Remember>;

type Structural =
  | Extract<PlainChange, { kind: `${'insert' | 'delete'}${string}` | 'newSheet' }>
  | Extract<PlainChange, { what: string }>;

function isStructural(change: PlainChange): change is Structural {
  return (
    /^(?:insert|delete|newSheet)/.test(change.kind) ||
    (change.kind === 'restore' && change.what === 'sheet')
  );
}

/** Changes that move cells or sheets stand alone; those between them are taken back together. */
function* groupChanges(changes: readonly PlainChange[]): Generator<PlainChange[]> {
  let group: PlainChange[] = [];
  for (const change of changes) {
    if (!isStructural(change)) {
      group.push(change);
      continue;
    }
    if (group.length > 0) yield group;
    group = [];
    yield [change];
  }
  if (group.length > 0) yield group;
}

function invertStep(before: Book, after: Book, changes: readonly PlainChange[]): Change[] {
  const first = changes[0];
  const opposite = first && isStructural(first) ? oppositeOf(first, before) : null;
  if (!opposite) return restoreDifferences(before, after);
  // What the opposite alone does not bring back is found by trying it.
  const trial = draftOf(after);
  applyChange(trial, opposite);
  return [opposite, ...restoreDifferences(before, trial)];
}

function oppositeOf(change: Structural, before: Book): PlainChange {
  const { sheet } = change;
  switch (change.kind) {
    case 'insertColumns':
      return { kind: 'deleteColumns', sheet, first: change.before, count: change.count };
    case 'deleteColumns':
      return { kind: 'insertColumns', sheet, before: change.first, count: change.count };
    case 'insertRows':
      return { kind: 'deleteRows', sheet, first: change.before, count: change.count };
    case 'deleteRows':
      return { kind: 'insertRows', sheet, before: change.first, count: change.count };
    case 'deleteSheet':
      return restoreOfSheet(before, sheet);
    case 'newSheet':
    case 'restore':
      return { kind: 'deleteSheet', sheet };
  }
}

/** @throws HostError changedMeanwhile, sheetGone */
function checkExpectation(book: Book, { sheet: name, at, seen }: Expectation): void {
  const sheet = gridSheet(book, name);
  seen.forEach((row, rowOffset) => {
    row.forEach((expected, columnOffset) => {
      const place = { row: at.row + rowOffset, column: at.column + columnOffset };
      if (holds(cellAt(sheet, place.row, place.column), expected)) return;
      throw new HostError('changedMeanwhile', { sheet: name, cell: cellName(place) });
    });
  });
}

function holds(cell: Cell | undefined, expected: Seen): boolean {
  const formula = cell?.formula || null;
  if (typeof expected === 'object' && expected !== null && 'formula' in expected) {
    return formula === expected.formula.replace(/^=/, '');
  }
  const value = cell?.value === '' ? null : (cell?.value ?? null);
  return formula === null && sameValue(value, expected === '' ? null : expected);
}

function expectAfter(book: Book, changes: readonly Change[]): Expectation[] {
  return changedAreas(book, changes).flatMap(({ sheet: name, area }) => {
    const sheet = findSheet(book, name);
    return sheet?.isGrid ? [seenIn(sheet, area)] : [];
  });
}

export interface SheetArea {
  sheet: string;
  area: Area;
}

/** Where the changes put or took content, as those places are called after all of them. */
export function changedAreas(after: Book, changes: readonly Change[]): SheetArea[] {
  let places: SheetArea[] = [];
  for (const change of changes) {
    const move = linesMovedBy(change);
    if (move) {
      places = places.flatMap((place) => {
        const area = place.sheet === change.sheet ? shiftArea(place.area, move) : place.area;
        return area ? [{ ...place, area }] : [];
      });
    }
    for (const area of touchedBy(after, change)) places.push({ sheet: change.sheet, area });
  }
  return places;
}

/** Cells that undoing the change will overwrite or take away. */
function touchedBy(book: Book, change: Change): Area[] {
  const sheet = findSheet(book, change.sheet);
  if (!sheet?.isGrid) return [];
  const size = extent(sheet);
  const bottom = size.rows - 1 + marginRows;
  const right = size.columns - 1 + marginColumns;
  switch (change.kind) {
    case 'write':
      return change.cells.flatMap((row, offset) =>
        writtenRuns(row, change.at.row + offset, change.at.column),
      );
    case 'insertColumns':
      return [{ top: 0, bottom, left: change.before, right: change.before + change.count - 1 }];
    case 'insertRows':
      return [{ left: 0, right, top: change.before, bottom: change.before + change.count - 1 }];
    case 'newSheet':
      return [{ top: 0, left: 0, bottom, right }];
    case 'restore':
      if (change.what !== 'cells') return [];
      return (change.data as [number, number, unknown][]).map(([row, column]) => ({
        top: row,
        bottom: row,
        left: column,
        right: column,
      }));
    default:
      return [];
  }
}

function writtenRuns(cells: readonly unknown[], row: number, left: number): Area[] {
  const runs: Area[] = [];
  cells.forEach((cell, offset) => {
    if (cell === null) return;
    const column = left + offset;
    const last = runs.at(-1);
    if (last && last.right === column - 1) last.right = column;
    else runs.push({ top: row, bottom: row, left: column, right: column });
  });
  return runs;
}

function seenIn(sheet: Sheet, area: Area): Expectation {
  const seen: Seen[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: Seen[] = [];
    for (let column = area.left; column <= area.right; column++) {
      const cell = cellAt(sheet, row, column);
      line.push(cell?.formula ? { formula: `=${cell.formula}` } : (cell?.value ?? null));
    }
    seen.push(line);
  }
  return { sheet: sheet.name, at: { row: area.top, column: area.left }, seen };
}
