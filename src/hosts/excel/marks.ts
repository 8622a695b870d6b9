/**
 * The product's marks in Excel: a conditional format for the fill, a comment for the text. Both are known
 * by what they are (decision 090), so taking them off needs to ask first what is there: once for the
 * lists, once more for the places of what the lists name. A comment that somebody has answered is a
 * conversation by then, and stays.
 */
import { areaName, cellName, type Area, type CellAt } from '../../workbook/address';
import { isMarkCondition, isMarkNote, MARK_CONDITION, type Mark } from '../../workbook/marks';
import type { SheetOf } from './lookErrands';
import { areaOf } from './mergedAreas';
import type { SavedMarks, SavedSheet } from './saved';
import type { MakeStep, Step } from './steps';
import type { Errand } from './trips';

/** What of a sheet's conditional formats and comments is ours at this moment. */
export interface MarksSeen {
  fillIds: string[];
  noteIds: string[];
  /** Every conditional format that the sheet has. */
  ruleIds: string[];
  /** Names of cells that have a comment which stays. */
  taken: Set<string>;
}

export const noMarksSeen = (): MarksSeen => ({
  fillIds: [],
  noteIds: [],
  ruleIds: [],
  taken: new Set(),
});

/** Excel refuses longer addresses (8,192 characters). */
const longestAddress = 8000;
/** One conditional format or comment asked for its place and content, about. */
const placeBytes = 1500;

/**
 * Lists what there is; what may be ours is handed to `followUps`, which ask each for its place.
 * @param before what was seen before a change that failed: a rule that has come since, at the first rank,
 *   is one of ours that had not got its condition yet
 */
export function marksErrand(
  sheet: SheetOf,
  known: { saved: SavedSheet; marks: MarksSeen },
  followUps: Errand[],
  before: MarksSeen | null = null,
): Errand {
  const saved: SavedMarks = { fills: [], notes: [] };
  known.saved.marks = saved;
  return {
    bytes: 200_000,
    queue(context) {
      const target = sheet(context);
      const rules = target.getRange().conditionalFormats;
      rules.load('items/id,items/type');
      const { comments } = target;
      comments.load('items/id,items/content');
      return () => {
        known.marks.ruleIds = rules.items.map(({ id }) => id);
        const unfinished = before && unfinishedRule(known.marks.ruleIds, before);
        if (unfinished) known.marks.fillIds.push(unfinished);
        for (const { id, type } of rules.items)
          if (type === 'Custom' && id !== unfinished)
            followUps.push(fillErrand(sheet, id, saved, known.marks));
        for (const { id, content } of comments.items)
          followUps.push(noteErrand(sheet, id, content, saved, known.marks));
      };
    },
  };
}

/** Only where the sheet's own rules are all still known by their names: then a new name is a new rule. */
function unfinishedRule(now: readonly string[], before: MarksSeen): string | null {
  const [first] = now;
  const others = before.ruleIds.filter((id) => !before.fillIds.includes(id));
  if (first === undefined || before.ruleIds.includes(first)) return null;
  return others.every((id) => now.includes(id)) ? first : null;
}

function fillErrand(sheet: SheetOf, id: string, saved: SavedMarks, seen: MarksSeen): Errand {
  return {
    bytes: placeBytes,
    queue(context) {
      const rule = sheet(context).getRange().conditionalFormats.getItem(id);
      rule.custom.rule.load('formula');
      rule.custom.format.fill.load('color');
      const { areas } = rule.getRanges();
      areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
      return () => {
        if (!isMarkCondition(rule.custom.rule.formula)) return;
        seen.fillIds.push(id);
        const color = rule.custom.format.fill.color;
        saved.fills.push({ color, areas: areas.items.map(areaOf) });
      };
    },
  };
}

function noteErrand(
  sheet: SheetOf,
  id: string,
  text: string,
  saved: SavedMarks,
  seen: MarksSeen,
): Errand {
  return {
    bytes: placeBytes,
    queue(context) {
      const comment = sheet(context).comments.getItem(id);
      const cell = comment.getLocation();
      cell.load('rowIndex,columnIndex');
      const replies = comment.replies.getCount();
      return () => {
        const at = { row: cell.rowIndex, column: cell.columnIndex };
        if (!isMarkNote(text) || replies.value > 0) {
          seen.taken.add(cellName(at));
          return;
        }
        seen.noteIds.push(id);
        saved.notes.push({ at, text });
      };
    },
  };
}

/** Marks as they are put: one conditional format for each colour, one comment for each cell. */
export function marksToSet(marks: readonly Mark[]): SavedMarks {
  const colors = [...new Set(marks.map(({ color }) => color))];
  return {
    fills: colors.map((color) => ({
      color,
      areas: marks.filter((mark) => mark.color === color).map(({ at }) => cellArea(at)),
    })),
    notes: marks.map(({ at, note }) => ({ at, text: note })),
  };
}

/** In place of all marks that were seen. At most once for a sheet in a patch: new ones are not seen. */
export function markSteps(wanted: SavedMarks, seen: MarksSeen, step: MakeStep): Step[] {
  return [
    // From the back, so that no step moves what a later one names.
    ...[...seen.fillIds]
      .reverse()
      .map((id) => step((sheet) => sheet().getRange().conditionalFormats.getItem(id).delete())),
    ...seen.noteIds.map((id) => step((sheet) => sheet().comments.getItem(id).delete())),
    ...wanted.fills.flatMap(({ color, areas }) =>
      addressesOf(areas).map((address) =>
        step((sheet) => queueFill(sheet(), address, color), null, 1500 + address.length),
      ),
    ),
    ...wanted.notes
      .filter(({ at }) => !seen.taken.has(cellName(at)))
      .map(({ at, text }) => noteStep(at, text, step)),
  ];
}

/** Behind the sheet's own rules: where both give a fill, the sheet's own is seen. */
function queueFill(sheet: Excel.Worksheet, address: string, color: string): void {
  const rule = sheet.getRanges(address).conditionalFormats.add('Custom');
  rule.custom.rule.formula = `=${MARK_CONDITION}`;
  rule.custom.format.fill.color = color;
  rule.priority = -1;
}

/** Excel does not tell where notes of the older kind are; such a cell refuses, and keeps its own. */
function noteStep({ row, column }: CellAt, text: string, step: MakeStep): Step {
  const add: Step['queue'] = (sheet, context) =>
    void context.workbook.comments.add(sheet().getRangeByIndexes(row, column, 1, 1), text);
  return { ...step(add, null, 1000 + text.length * 3), dispensable: true };
}

function addressesOf(areas: readonly Area[]): string[] {
  const addresses: string[] = [];
  for (const area of areas) {
    const last = addresses.at(-1);
    const name = areaName(area);
    if (last !== undefined && last.length + name.length < longestAddress)
      addresses[addresses.length - 1] = `${last},${name}`;
    else addresses.push(name);
  }
  return addresses;
}

function cellArea({ row, column }: CellAt): Area {
  return { top: row, bottom: row, left: column, right: column };
}
