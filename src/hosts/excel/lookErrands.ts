/** The single reads from which a sheet's `SavedSheet` is made, each as an errand with its size. */
import type { Area } from '../../workbook/address';
import { entryFor, readCell, writeBack } from './cellEntries';
import { formatBytes, loadOptionsFor, settable } from './cellFormats';
import { areaOf, queueMerges } from './mergedAreas';
import type { Place } from './needs';
import type { FormatKey, SavedRule, SavedSheet } from './saved';
import { type Errand, rowsPerErrand } from './trips';

/** Text lengths are not known beforehand: a guess, mended by asking again in smaller parts. */
const contentBytes = 120;
const ruleBytes = 900;
/** Rows of a place whose size is not known beforehand, as a guess. */
const guessedRows = 400;

export type SheetOf = (context: Excel.RequestContext) => Excel.Worksheet;

/** Number formats where the patch writes, in the coordinates before it. */
export type SeenFormats = { area: Area; numberFormats: string[][] }[];

export function contentsErrands(
  sheet: SheetOf,
  place: Place,
  saved: SavedSheet,
  seen: SeenFormats,
): Errand[] {
  return errandsOver(place, contentBytes, (part) => (context) => {
    const range = locate(sheet(context), part);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    range.load('values,formulas,valueTypes,numberFormat');
    return () => {
      if (range.isNullObject) return;
      const area = areaOf(range);
      const numberFormats = range.numberFormat as string[][];
      seen.push({ area, numberFormats });
      const entries = range.formulas.map((line: unknown[], r) =>
        line.map((formula, c) => {
          const held = readCell(range.values[r]?.[c], formula, range.valueTypes[r]?.[c]);
          return entryFor(writeBack(held), numberFormats[r]?.[c] ?? 'General').entry;
        }),
      );
      saved.contents.push({ area, entries, numberFormats });
    };
  });
}

/**
 * Formulas only; every other cell is left alone when they are put back.
 * @param naming only formulas with one of these in them; null for all
 */
export function formulasErrands(
  sheet: SheetOf,
  place: Place,
  saved: SavedSheet,
  naming: readonly string[] | null,
): Errand[] {
  const counts = (formula: string) =>
    naming === null || naming.some((name) => formula.toLowerCase().includes(name.toLowerCase()));
  return errandsOver(place, contentBytes, (part) => (context) => {
    const range = locate(sheet(context), part);
    range.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas');
    return () => {
      if (range.isNullObject) return;
      const entries = range.formulas.map((line: unknown[], r) =>
        line.map((formula, c) => {
          const held = readCell(range.values[r]?.[c], formula, null);
          const isFormula = typeof held === 'object' && held !== null && 'formula' in held;
          return isFormula && counts(held.formula) ? held.formula : null;
        }),
      );
      if (entries.flat().some((entry) => entry !== null))
        saved.contents.push({ area: areaOf(range), entries, numberFormats: null });
    };
  });
}

export function formatsErrands(
  sheet: SheetOf,
  place: Place,
  keys: FormatKey[],
  saved: SavedSheet,
): Errand[] {
  return errandsOver(place, formatBytes(keys), (part) => (context) => {
    const range = locate(sheet(context), part);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    const cells = range.getCellProperties(loadOptionsFor(keys));
    return () => {
      if (range.isNullObject) return;
      const area = areaOf(range);
      saved.formats.push({ area, keys, cells: cells.value.map((line) => line.map(settable)) });
    };
  });
}

export function mergesErrands(sheet: SheetOf, place: Place, saved: SavedSheet): Errand[] {
  return errandsOver(place, 4, (part) => (context) => {
    const range = locate(sheet(context), part);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    const merges = isArea(part)
      ? queueMerges(range, part)
      : queueMerges(range, { top: 0, left: 0, bottom: 0, right: 0 });
    return () => {
      if (range.isNullObject) return;
      saved.merges.areas.push(areaOf(range));
      for (const area of merges())
        if (!saved.merges.merged.some((known) => sameArea(known, area)))
          saved.merges.merged.push(area);
    };
  });
}

/** Cells that have a rule in common are read as one; the others are handed to `mixed`. */
export function validationErrands(
  sheet: SheetOf,
  place: Place,
  saved: SavedSheet,
  mixed: (area: Area) => void,
): Errand[] {
  return columnsOf(place).map((column) => ({
    bytes: ruleBytes,
    queue(context) {
      const range = locate(sheet(context), column);
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      const rule = queueRuleOf(range);
      return () => {
        if (range.isNullObject) return;
        const found = rule();
        if (found === 'mixed') mixed(areaOf(range));
        else saved.validations.push({ area: areaOf(range), saved: found });
      };
    },
  }));
}

export function ruleErrands(sheet: SheetOf, area: Area, saved: SavedSheet): Errand[] {
  const errands: Errand[] = [];
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) {
      const cell = { top: row, bottom: row, left: column, right: column };
      errands.push({
        bytes: ruleBytes,
        queue(context) {
          const rule = queueRuleOf(locate(sheet(context), cell));
          return () => {
            const found = rule();
            if (found !== 'mixed') saved.validations.push({ area: cell, saved: found });
          };
        },
      });
    }
  return errands;
}

function queueRuleOf(range: Excel.Range): () => SavedRule | 'mixed' {
  const validation = range.dataValidation;
  validation.load('type,rule,prompt,errorAlert,ignoreBlanks');
  return () => {
    const { type } = validation;
    if (type === 'Inconsistent' || type === 'MixedCriteria') return 'mixed';
    if (type === 'None') return null;
    const { rule, prompt, errorAlert, ignoreBlanks } = validation;
    return { rule, prompt, errorAlert, ignoreBlanks };
  };
}

export function locate(sheet: Excel.Worksheet, place: Place): Excel.Range {
  if (place === 'sheet') return sheet.getUsedRange();
  if ('columns' in place)
    return wholeColumns(sheet, ...place.columns).getUsedRangeOrNullObject(false);
  if ('rows' in place) return wholeRows(sheet, ...place.rows).getUsedRangeOrNullObject(false);
  const { top, left, bottom, right } = place;
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

/** All 1,048,576 rows of these columns. */
export function wholeColumns(sheet: Excel.Worksheet, first: number, last: number): Excel.Range {
  return sheet.getRangeByIndexes(0, first, 1, last - first + 1).getEntireColumn();
}

export function wholeRows(sheet: Excel.Worksheet, first: number, last: number): Excel.Range {
  return sheet.getRangeByIndexes(first, 0, last - first + 1, 1).getEntireRow();
}

function isArea(place: Place): place is Area {
  return typeof place === 'object' && 'top' in place;
}

function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** Errands over parts of a place: bands of rows that fit a trip, in halves where one does not after all. */
function errandsOver(
  place: Place,
  bytesPerCell: number,
  queueFor: (part: Place) => Errand['queue'],
): Errand[] {
  if (!isArea(place)) {
    const bytes = guessedRows * bytesPerCell;
    return columnsOf(place).map((part) => ({ bytes, queue: queueFor(part) }));
  }
  const bytesPerRow = (place.right - place.left + 1) * bytesPerCell;
  const over = (part: Area): Errand => {
    const middle = Math.floor((part.top + part.bottom) / 2);
    const halves = () => [over({ ...part, bottom: middle }), over({ ...part, top: middle + 1 })];
    const bytes = (part.bottom - part.top + 1) * bytesPerRow;
    return { bytes, queue: queueFor(part), ...(part.bottom > part.top ? { halves } : {}) };
  };
  const step = rowsPerErrand(bytesPerRow);
  const errands: Errand[] = [];
  for (let top = place.top; top <= place.bottom; top += step)
    errands.push(over({ ...place, top, bottom: Math.min(place.bottom, top + step - 1) }));
  return errands;
}

function columnsOf(place: Place): Place[] {
  if (isArea(place))
    return indexes(place.left, place.right).map((column) => ({
      ...place,
      left: column,
      right: column,
    }));
  if (typeof place !== 'object' || !('columns' in place)) return [place];
  return indexes(...place.columns).map((column) => ({ columns: [column, column] }));
}

function indexes(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
