/**
 * The first trip of applying a patch: is everything still as the plan saw it, may it be changed, and
 * what must be put back if it is undone. It changes nothing.
 */
import type { Area, CellAt } from '../../workbook/address';
import type { HostError } from '../../workbook/host';
import type { Change, Patch } from '../../workbook/patch';
import { STATE_SHEET } from '../../workbook/state';
import { expectationErrand } from './expectations';
import { checkGuard, checkTexts, findMissingSheet, guardErrand } from './guards';
import {
  contentsErrands,
  formatsErrands,
  formulasErrands,
  mergesErrands,
  ruleErrands,
  type SeenFormats,
  validationErrands,
} from './lookErrands';
import type { Memory } from './memory';
import { areaOf } from './mergedAreas';
import { type Place, readNeeds, type SheetNeeds } from './needs';
import { queueRemembered, type Remembered } from './remembered';
import { nothingSaved, type SavedSheet } from './saved';
import { columnWidthErrand, paneErrand, printErrand, rowHeightErrand } from './sheetLayout';
import { marksErrands, noMarkIds, SheetMarks } from './sheetMarks';
import { checkTables, type ExcelTable, sheetsMerged, tablesErrand } from './tables';
import { type Errand, runErrands } from './trips';

export interface LookedSheet {
  protected: boolean;
  saved: SavedSheet;
  formats: SeenFormats;
  /** The last cell in use, and the last that the sheet has; null where the look did not ask. */
  corner: { used: CellAt; sheet: CellAt } | null;
  /** As far as the sheet is in use when the patch is done: inserted cells have neighbours that far. */
  lastRow: number;
  lastColumn: number;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  marks: SheetMarks;
}

export interface Looked {
  /** By name, of the sheets that the patch changes and does not itself make. */
  sheets: Map<string, LookedSheet>;
  /** Sheets as they stand, in order. */
  names: string[];
  /** Those of them that can be shown. */
  visible: Set<string>;
  active: string;
  workbookProtected: boolean;
  remembered: Remembered;
}

export function nothingLooked(): Looked {
  return {
    sheets: new Map(),
    names: [],
    visible: new Set(),
    active: '',
    workbookProtected: false,
    remembered: { sheet: null, setting: null },
  };
}

/** Up to so many cells the rule of each is read at once; beyond, only where a column's cells differ. */
const cellsReadOneByOne = 4000;

/**
 * @param memory of the workbook's sheets, as far as known: formulas there may point at cells that the
 *   patch deletes
 * @throws HostError where the patch must not be applied, OfficeExtension.Error where Excel refuses
 */
export async function look(patch: Patch, memory: Memory): Promise<Looked> {
  checkTexts(patch.changes);
  const looked = nothingLooked();
  const needs = readNeeds(patch);
  const followUps: Errand[] = [];
  const differing: HostError[] = [];
  const tables: ExcelTable[] = [];
  const merged = sheetsMerged(patch);
  const errands = [
    ...(remembers(patch) ? [rememberedErrand(looked)] : []),
    guardErrand(looked),
    ...patch.expects.map((expected) => expectationErrand(expected, differing)),
    ...needs.flatMap((need) => sheetErrands(need, looked, memory, followUps)),
    ...needs
      .filter(({ sheet }) => merged.has(sheet))
      .map(({ sheet }) => tablesErrand(sheet, tables, followUps)),
    ...formulasElsewhere(needs, memory.sizes, looked),
  ];
  try {
    await runErrands(errands);
  } catch (error) {
    throw (await findMissingSheet(patch, error)) ?? error;
  }
  checkGuard(patch, needs, looked);
  const [first] = differing;
  if (first) throw first;
  const larger = grown(looked, needs, memory.sizes);
  if (larger && patch.changes.some(deletes)) return look(patch, { ...memory, sizes: larger });
  await runErrands(followUps);
  checkTables(patch, tables);
  for (const need of needs) {
    const known = looked.sheets.get(need.sheet);
    if (known && need.marks) known.saved.marks = known.marks.saved();
  }
  for (const change of patch.changes) {
    const known = looked.sheets.get(change.sheet);
    if (known && change.kind === 'insertRows') known.lastRow += change.count;
    if (known && change.kind === 'insertColumns') known.lastColumn += change.count;
  }
  const changed = new Set(needs.map((need) => need.sheet));
  for (const [name, known] of looked.sheets)
    if (known.protected && !changed.has(name)) looked.sheets.delete(name);
  return looked;
}

/**
 * Which marks are on these sheets now: what is taken back must take off what was just put on.
 * @param before as they were looked at before the change
 */
export async function lookAtMarks(sheets: readonly string[], before: Looked): Promise<Looked> {
  const looked = nothingLooked();
  const followUps: Errand[] = [];
  await runErrands(
    sheets.flatMap((name) => {
      const known = unseenSheet();
      looked.sheets.set(name, known);
      const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(name);
      const seen = before.sheets.get(name)?.marks ?? new SheetMarks();
      return marksErrands(sheet, known.marks, seen.idsBefore(), followUps, seen);
    }),
  );
  await runErrands(followUps);
  return looked;
}

function sheetErrands(
  needs: SheetNeeds,
  looked: Looked,
  memory: Memory,
  followUps: Errand[],
): Errand[] {
  const known = unseenSheet();
  looked.sheets.set(needs.sheet, known);
  const size = memory.sizes.get(needs.sheet);
  const markIds = memory.marks.get(needs.sheet) ?? noMarkIds;
  const sized = (places: readonly Place[]) => once(places.map((place) => inSize(place, size)));
  const { saved } = known;
  if (needs.tab) saved.tab = { visibility: 'Visible', position: 0 };
  const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(needs.sheet);
  const readRules = (area: Area) => ruleErrands(sheet, area, saved);
  return [
    usedErrand(sheet, known),
    ...sized(needs.contents).flatMap((place) =>
      contentsErrands(sheet, place, saved, known.formats),
    ),
    ...once(needs.formats).flatMap(({ place, keys }) =>
      formatsErrands(sheet, inSize(place, size), keys, saved),
    ),
    ...sized(needs.merges).flatMap((place) => mergesErrands(sheet, place, saved)),
    ...sized(needs.validations).flatMap((place) =>
      cellCount(place) <= cellsReadOneByOne
        ? readRules(place as Area)
        : validationErrands(sheet, place, saved, (mixed) => followUps.push(...readRules(mixed))),
    ),
    ...needs.columnWidths.map((place) => columnWidthErrand(sheet, place, known)),
    ...needs.rowHeights.map((place) => rowHeightErrand(sheet, place, known)),
    ...(needs.freeze ? [paneErrand(sheet, saved)] : []),
    ...(needs.print ? [printErrand(sheet, saved)] : []),
    ...(needs.marks ? marksErrands(sheet, known.marks, markIds, followUps) : []),
  ];
}

function unseenSheet(): LookedSheet {
  return {
    protected: false,
    saved: nothingSaved(),
    formats: [],
    corner: null,
    lastRow: 0,
    lastColumn: 0,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    marks: new SheetMarks(),
  };
}

/** Also fails, with `ItemNotFound`, where the sheet is gone. */
function usedErrand(
  sheet: (context: Excel.RequestContext) => Excel.Worksheet,
  known: LookedSheet,
): Errand {
  return {
    bytes: 200,
    queue(context) {
      const used = sheet(context).getUsedRange();
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      // A workbook of the old format (.xls) has smaller sheets.
      const all = sheet(context).getRange();
      all.load('rowIndex,columnIndex,rowCount,columnCount');
      return () => {
        const area = areaOf(used);
        const edge = areaOf(all);
        known.corner = {
          used: { row: area.bottom, column: area.right },
          sheet: { row: edge.bottom, column: edge.right },
        };
        known.lastRow = area.bottom;
        known.lastColumn = area.right;
      };
    },
  };
}

/**
 * Deleting cells breaks formulas that point there, on any sheet: undo puts them back. A protected sheet
 * is left out, since it would refuse.
 */
function formulasElsewhere(
  needs: readonly SheetNeeds[],
  sizes: Memory['sizes'],
  looked: Looked,
): Errand[] {
  const cut = needs.filter((need) => need.formulas).map((need) => need.sheet);
  if (cut.length === 0) return [];
  // In a formula, a quote within a sheet's name is doubled.
  const written = cut.map((name) => name.replace(/'/g, "''"));
  const elsewhere = [...sizes.keys()].filter((name) => name !== STATE_SHEET && !cut.includes(name));
  return [...cut, ...elsewhere].flatMap((name) => {
    const known = looked.sheets.get(name) ?? unseenSheet();
    looked.sheets.set(name, known);
    return formulasErrands(
      // It may have been deleted since it was read.
      (context) => context.workbook.worksheets.getItemOrNullObject(name),
      inSize('sheet', sizes.get(name)),
      known.saved,
      cut.includes(name) ? null : written,
    );
  });
}

/** The same place asked for twice is read once. */
function once<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function remembers({ changes }: Patch): boolean {
  return changes.some(({ kind }) => kind === 'remember');
}

/** Together with what the hidden sheet is put back from, should the change stop midway. */
function rememberedErrand(looked: Looked): Errand {
  return {
    bytes: 100_000,
    queue(context) {
      const remembered = queueRemembered(context);
      return () => {
        looked.remembered = remembered();
        const { sheet } = looked.remembered;
        if (!sheet) return;
        const known = unseenSheet();
        known.saved.contents.push(...sheet.saved);
        looked.sheets.set(STATE_SHEET, known);
      };
    },
  };
}

function deletes(change: Change): boolean {
  return change.kind.startsWith('delete');
}

/** Of a sheet whose size is known, every place is an area, and can be read in parts. */
function inSize(place: Place, size: { rows: number; columns: number } | undefined): Place {
  if (!size || (typeof place === 'object' && 'top' in place)) return place;
  const whole = { top: 0, left: 0, bottom: size.rows - 1, right: size.columns - 1 };
  if (place === 'sheet') return whole;
  if ('rows' in place) return { ...whole, top: place.rows[0], bottom: place.rows[1] };
  return { ...whole, left: place.columns[0], right: place.columns[1] };
}

function cellCount(place: Place): number {
  if (typeof place !== 'object' || !('top' in place)) return Infinity;
  return (place.bottom - place.top + 1) * (place.right - place.left + 1);
}

/** Sheets that hold more than when they were last read: what was looked at there may not be all. */
function grown(
  looked: Looked,
  needs: readonly SheetNeeds[],
  sizes: Memory['sizes'],
): Memory['sizes'] | null {
  const larger = needs.flatMap(({ sheet }): [string, { rows: number; columns: number }][] => {
    const [known, size] = [looked.sheets.get(sheet), sizes.get(sheet)];
    if (!known || !size) return [];
    const now = { rows: known.lastRow + 1, columns: known.lastColumn + 1 };
    return now.rows > size.rows || now.columns > size.columns ? [[sheet, now]] : [];
  });
  return larger.length > 0 ? new Map([...sizes, ...larger]) : null;
}
