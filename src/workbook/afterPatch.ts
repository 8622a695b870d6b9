/**
 * What a sheet holds once a patch is applied, and where each cell came from: the model that tells what a
 * person has edited since (`editedSince.ts`). Pure; nothing is calculated, and formulas keep the text that
 * they had before rows and columns came in (`shiftThrough` brings them up to date).
 */
import { inArea, lastColumn, lastRow, type Area, type CellAt } from './address';
import { dropSheet, shiftArea, shiftFormula, type Shift } from './formulaText';
import { linesMovedBy, writtenArea, type Change, type CellWrite } from './patch';
import type { CellValue, SheetSnapshot } from './snapshot';

export interface ExpectedCell {
  at: CellAt;
  /** Where it stood before; null for what the patch wrote. */
  origin: CellAt | null;
  formula: string | null;
  value: CellValue;
}

export interface ExpectedSheet {
  /** What is not blank, and all that the patch wrote, by `keyOf`. */
  cells: Map<string, ExpectedCell>;
  /** Rows, columns or all that the patch brought in: undo deletes them whole. */
  isAdded(at: CellAt): boolean;
  /** Areas whose contents undo puts back as they were before. */
  reach: Area[];
  /** Where a cell stands once the patch is taken back; only for cells that were not added. */
  originOf(at: CellAt): CellAt;
}

export function keyOf({ row, column }: CellAt): string {
  return `${row},${column}`;
}

/** @param before null for a sheet that the patch makes; @param changes of this sheet, in order */
export function afterPatch(
  before: SheetSnapshot | null,
  changes: readonly Change[],
): ExpectedSheet {
  let cells = before ? filledCells(before) : [];
  let added: Area[] = [];
  let reach: Area[] = [];
  let isNew = false;
  for (const change of changes) {
    if (change.kind === 'newSheet') isNew = true;
    const lines = linesMovedBy(change);
    if (lines) {
      cells = cells.flatMap((cell) => {
        const [moved] = shifted([pointArea(cell.at)], lines);
        return moved ? [{ ...cell, at: { row: moved.top, column: moved.left } }] : [];
      });
      reach = shifted(reach, lines);
      added = shifted(added, lines);
      if (lines.delta > 0) added.push(lineArea(lines));
    }
    const area = overwrittenArea(change);
    if (area) reach.push(area);
    if (change.kind === 'merge')
      cells = cells.filter(({ at }) => !inArea(change.area, at) || isCorner(change.area, at));
    if (change.kind === 'write') {
      const written = writtenCells(change);
      const keys = new Set(written.map(({ at }) => keyOf(at)));
      cells = [...cells.filter(({ at }) => !keys.has(keyOf(at))), ...written];
    }
  }
  return {
    cells: new Map(cells.map((cell) => [keyOf(cell.at), cell])),
    isAdded: (at) => isNew || added.some((area) => inArea(area, at)),
    reach,
    originOf: (at) => originOf(at, changes),
  };
}

/** Those changes that move cells, and with them what formulas say. */
export function structureOf(changes: readonly Change[]): Change[] {
  return changes.filter((change) => change.kind === 'newSheet' || linesMovedBy(change) !== null);
}

/** A formula of a sheet as it reads after the patch, or, `back`, after the patch was taken back. */
export function shiftThrough(
  formula: string,
  ownSheet: string,
  changes: readonly Change[],
  direction: 'forth' | 'back',
): string {
  const steps = direction === 'forth' ? changes : [...changes].reverse();
  const sign = direction === 'forth' ? 1 : -1;
  return steps.reduce((text, change) => {
    if (change.kind === 'newSheet') return sign < 0 ? dropSheet(text, change.sheet) : text;
    const lines = linesMovedBy(change);
    if (!lines) return text;
    const { axis, at, delta } = lines;
    return shiftFormula(text, {
      ownSheet,
      changedSheet: change.sheet,
      axis,
      at,
      delta: delta * sign,
    });
  }, formula);
}

type Lines = Pick<Shift, 'axis' | 'at' | 'delta'>;

/** Contents that a host saves before the change, and puts back. */
function overwrittenArea(change: Change): Area | null {
  switch (change.kind) {
    case 'write':
      return writtenArea(change);
    case 'merge':
    case 'unmerge':
      return change.area;
    case 'format':
      return change.format.numberFormat === undefined ? null : change.area;
    default:
      return null;
  }
}

function shifted(areas: readonly Area[], lines: Lines): Area[] {
  return areas.flatMap((area) => shiftArea(area, lines) ?? []);
}

function originOf(at: CellAt, changes: readonly Change[]): CellAt {
  return [...changes].reverse().reduce((place, change) => {
    const lines = linesMovedBy(change);
    if (!lines) return place;
    const part = lines.axis === 'rows' ? 'row' : 'column';
    const moved = place[part] >= lines.at ? place[part] - lines.delta : place[part];
    return { ...place, [part]: moved };
  }, at);
}

function filledCells(sheet: SheetSnapshot): ExpectedCell[] {
  return sheet.values.flatMap((line, row) =>
    line.flatMap((value, column) => {
      const formula = sheet.formulas[row]?.[column] ?? null;
      if (formula === null && (value === null || value === '')) return [];
      const at = { row, column };
      return [{ at, origin: at, formula, value }];
    }),
  );
}

function writtenCells(change: Extract<Change, { kind: 'write' }>): ExpectedCell[] {
  return change.cells.flatMap((line, i) =>
    line.flatMap((write: CellWrite | null, j) => {
      if (!write) return [];
      const at = { row: change.at.row + i, column: change.at.column + j };
      const formula = 'formula' in write ? write.formula : null;
      return [{ at, origin: null, formula, value: write.value }];
    }),
  );
}

function lineArea({ axis, at, delta }: Lines): Area {
  const last = at + delta - 1;
  return axis === 'rows'
    ? { top: at, bottom: last, left: 0, right: lastColumn }
    : { top: 0, bottom: lastRow, left: at, right: last };
}

function pointArea({ row, column }: CellAt): Area {
  return { top: row, bottom: row, left: column, right: column };
}

/** The one cell of a merge that shows. */
export function isCorner({ top, left }: Area, { row, column }: CellAt): boolean {
  return row === top && column === left;
}
