/**
 * Putting the product's marks into Excel, in place of those that were found: a conditional format for the
 * fill, a comment for the text. Both are known by what they are (decision 090, `sheetMarks.ts`). A comment
 * that somebody has answered is a conversation by then, and stays.
 */
import { areaName, cellName, type Area, type CellAt } from '../../workbook/address';
import { MARK_CONDITION, type Mark } from '../../workbook/marks';
import type { Change, Patch } from '../../workbook/patch';
import type { SavedMarks, SavedSheet } from './saved';
import type { SheetMarks } from './sheetMarks';
import type { MakeStep, Step } from './steps';
import { bytesOf } from './trips';

/** Excel refuses longer addresses (8,192 characters). */
const longestAddress = 8000;
/** A comment taken off, and one put beside its text, about. */
const deletionBytes = 450;
const noteBytes = 650;
/**
 * Which changes put which marks. They come in place of all that were seen before the patch, so what the
 * patch itself has put would stay: of several changes for a sheet only the last puts any, which is what
 * they come to.
 */
export function readMarking({ changes }: Patch): Map<Change, SavedMarks> {
  const bySheet = new Map<string, [Change, SavedMarks]>();
  for (const change of changes) {
    const marks = marksOf(change);
    if (marks) bySheet.set(change.sheet, [change, marks]);
  }
  return new Map(bySheet.values());
}

function marksOf(change: Change): SavedMarks | null {
  if (change.kind === 'mark') return marksToSet(change.marks);
  return change.kind === 'restore' ? (change.data as SavedSheet).marks : null;
}

/** Marks as they are put: one conditional format for each colour, one comment for each cell. */
function marksToSet(marks: readonly Mark[]): SavedMarks {
  const colors = [...new Set(marks.map(({ color }) => color))];
  return {
    fills: colors.map((color) => ({
      color,
      areas: marks.filter((mark) => mark.color === color).map(({ at }) => cellArea(at)),
    })),
    notes: marks.map(({ at, note }) => ({ at, text: note })),
  };
}

/** In place of all marks that were seen. */
export function markSteps(wanted: SavedMarks, seen: SheetMarks, step: MakeStep): Step[] {
  return [
    // From the back, so that no step moves what a later one names.
    ...seen.fillIds
      .reverse()
      .map((id) => step((sheet) => sheet().getRange().conditionalFormats.getItem(id).delete())),
    ...seen.noteIds.map((id) =>
      step((sheet) => sheet().comments.getItem(id).delete(), null, deletionBytes),
    ),
    ...wanted.fills.flatMap(({ color, areas }) =>
      addressesOf(areas).map((address) => fillStep(address, color, seen.put.rules, step)),
    ),
    ...wanted.notes
      .filter(({ at }) => !seen.taken.has(cellName(at)))
      .map(({ at, text }) => noteStep(at, text, seen.put.comments, step)),
  ];
}

/** Behind the sheet's own rules: where both give a fill, the sheet's own is seen. */
function fillStep(address: string, color: string, put: string[], step: MakeStep): Step {
  let rule: Excel.ConditionalFormat;
  const add: Step['queue'] = (sheet) => {
    rule = sheet().getRanges(address).conditionalFormats.add('Custom');
    rule.custom.rule.formula = `=${MARK_CONDITION}`;
    rule.custom.format.fill.color = color;
    rule.priority = -1;
    rule.load('id');
  };
  return { ...step(add, null, 1500 + address.length), done: () => put.push(rule.id) };
}

/** Excel does not tell where notes of the older kind are; such a cell refuses, and keeps its own. */
function noteStep({ row, column }: CellAt, text: string, put: string[], step: MakeStep): Step {
  let comment: Excel.Comment;
  const add: Step['queue'] = (sheet, context) => {
    comment = context.workbook.comments.add(sheet().getRangeByIndexes(row, column, 1, 1), text);
    comment.load('id');
  };
  return {
    ...step(add, null, noteBytes + bytesOf(text)),
    dispensable: true,
    done: () => put.push(comment.id),
  };
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
