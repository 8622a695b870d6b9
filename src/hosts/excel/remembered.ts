/**
 * Where the workbook remembers (`workbook/state.ts`) in Excel: in the very hidden sheet, or, where the
 * protected structure of the workbook lets no sheet be added, in the settings that Excel keeps in the file
 * for this add-in. The sheet wins where there is one; what stands in the settings moves there as soon as
 * a sheet may be added (decision 038).
 */
import { mergeRemembered } from '../../workbook/mergeState';
import type { Remember } from '../../workbook/patch';
import { STATE_SHEET, stateSheetChanges } from '../../workbook/state';
import { entryFor, readValue } from './cellEntries';
import type { Looked } from './look';
import { areaOf } from './mergedAreas';
import { nothingSaved, type SavedContents, type SavedSheet } from './saved';
import type { MakeStep, PlainChange, Step } from './steps';

const SETTING = 'BangDiemCCHC';

/** What the workbook remembers at the moment of the look. */
export interface Remembered {
  /** What the hidden sheet holds, and over how many rows; null: there is none. */
  sheet: HiddenSheet | null;
  setting: string | null;
}

interface HiddenSheet {
  text: string;
  rows: number;
  saved: SavedContents[];
}

/** @returns to be called once the answer is there */
export function queueRemembered({ workbook }: Excel.RequestContext): () => Remembered {
  const sheet = workbook.worksheets.getItemOrNullObject(STATE_SHEET);
  sheet.load('name');
  const held = sheet.getRange('A:A').getUsedRangeOrNullObject(true);
  held.load('values,valueTypes,rowIndex,columnIndex,rowCount,columnCount');
  const setting = workbook.settings.getItemOrNullObject(SETTING);
  setting.load('value');
  return () => ({
    sheet: sheet.isNullObject ? null : heldIn(held),
    setting: setting.isNullObject ? null : String(setting.value),
  });
}

function heldIn(held: Excel.Range): HiddenSheet {
  if (held.isNullObject) return { text: '', rows: 0, saved: [] };
  const pieces = held.values.map((line, r) => readValue(line[0], held.valueTypes[r]?.[0]));
  const area = areaOf(held);
  const entries = pieces.map((value) => [entryFor({ value }, 'General').entry]);
  return {
    text: pieces.map((piece) => piece ?? '').join(''),
    rows: area.bottom + 1,
    saved: [{ area, entries, numberFormats: null }],
  };
}

/** Null: nothing. An empty sheet remembers nothing. */
export function rememberedText({ sheet, setting }: Remembered): string | null {
  if (sheet) return sheet.text === '' ? null : sheet.text;
  return setting;
}

/**
 * The steps that make the workbook remember it, merged with what others had it remember since.
 * @param plainSteps of changes of sheets and cells
 * @throws HostError `changedMeanwhile`
 */
export function rememberSteps(
  change: Remember,
  { remembered, workbookProtected }: Looked,
  plainSteps: (change: PlainChange) => Step[],
  step: MakeStep,
): Step[] {
  const { sheet, setting } = remembered;
  const next = mergeRemembered(change, rememberedText(remembered));
  if (next === rememberedText(remembered)) return [];
  const dropped = setting === null ? [] : [settingStep(setting, null, step)];
  if (sheet) {
    // A sheet that must stay is left empty.
    const kept = workbookProtected ? (next ?? '') : next;
    return [...stateSheetChanges(kept, sheet).flatMap(plainSteps), ...dropped];
  }
  if (next === null) return dropped;
  if (workbookProtected) return [settingStep(setting, next, step)];
  return [...stateSheetChanges(next, null).flatMap(plainSteps), ...dropped];
}

/** Takes back a `remember` that was carried out, without what others have added since. */
export function inverseRemember(change: Remember, { remembered }: Looked): Remember {
  const before = rememberedText(remembered);
  const after = mergeRemembered(change, before);
  return { kind: 'remember', sheet: change.sheet, seen: after, text: before, yields: true };
}

function settingStep(before: string | null, after: string | null, step: MakeStep): Step {
  const data: SavedSheet = { ...nothingSaved(), setting: { text: before } };
  return step((_, context) => queueSetting(context, after), {
    kind: 'restore',
    sheet: STATE_SHEET,
    what: 'setting',
    data,
  });
}

export function queueSetting({ workbook }: Excel.RequestContext, text: string | null): void {
  if (text === null) workbook.settings.getItem(SETTING).delete();
  else workbook.settings.add(SETTING, text);
}
