/**
 * What of a sheet's conditional formats and comments is the product's, as Excel tells it. Lists of
 * identifiers come in one trip; the place and content of each must be asked by its identifier. Those that
 * are remembered from the last reading are asked in the same trip as the lists, so that only what has come
 * since costs another (decision 035). Remembered identifiers are hints: a wrong one costs a trip, no more.
 */
import { cellName } from '../../workbook/address';
import { isMarkCondition, isMarkNote } from '../../workbook/marks';
import type { SheetOf } from './lookErrands';
import { areaOf } from './mergedAreas';
import type { SavedMarks } from './saved';
import type { Errand } from './trips';

/** What may be, or hide, a mark: conditional formats with a formula, and comments. */
export interface MarkIds {
  rules: readonly string[];
  comments: readonly string[];
}

export const noMarkIds: MarkIds = { rules: [], comments: [] };

/** One conditional format or comment asked for its place and content, about. */
const ruleBytes = 1500;
const commentBytes = 1250;
/** The identifiers of a sheet's conditional formats and comments, about. */
const listBytes = 20_000;

type Fill = SavedMarks['fills'][number];
type Note = SavedMarks['notes'][number];

export class SheetMarks {
  /** Every conditional format of the sheet, from the first rank on. */
  ruleIds: string[] = [];
  /** Of these, what may be asked for a formula. */
  formulaIds: string[] = [];
  commentIds: string[] = [];
  /** Of every comment, by identifier. */
  readonly texts = new Map<string, string>();
  /** One of ours that had not got its condition yet when Excel stopped. */
  unfinished: string | null = null;
  /** Ours, by identifier. */
  readonly fills = new Map<string, Fill>();
  readonly notes = new Map<string, Note>();
  /** Names of cells that have a comment which stays. */
  readonly taken = new Set<string>();
  /** Put by the patch, once Excel has done it. */
  readonly put = { rules: [] as string[], comments: [] as string[] };

  get fillIds(): string[] {
    return this.ruleIds.filter((id) => this.fills.has(id) || id === this.unfinished);
  }

  get noteIds(): string[] {
    return this.commentIds.filter((id) => this.notes.has(id));
  }

  /** What puts them back. */
  saved(): SavedMarks {
    return {
      fills: this.fillIds.flatMap((id) => this.fills.get(id) ?? []),
      notes: this.noteIds.flatMap((id) => this.notes.get(id) ?? []),
    };
  }

  idsBefore(): MarkIds {
    return { rules: this.formulaIds, comments: this.commentIds };
  }

  /** Once all that was ours has been replaced by what was put. */
  idsAfter(): MarkIds {
    const others = this.formulaIds.filter((id) => !this.fillIds.includes(id));
    const comments = this.commentIds.filter((id) => !this.notes.has(id));
    return {
      rules: [...others, ...this.put.rules],
      comments: [...comments, ...this.put.comments],
    };
  }
}

/** For a reading: what the sheet has at this time. Nothing is lost where Excel will not tell. */
export function markIdsErrand(sheet: SheetOf, take: (ids: MarkIds) => void): Errand {
  return {
    bytes: listBytes,
    dispensable: true,
    queue(context) {
      const { rules, comments } = queueLists(sheet(context));
      comments.load('items/id');
      return () => take({ rules: formulaRules(rules), comments: comments.items.map(idOf) });
    },
  };
}

/**
 * Lists what there is and asks each that is remembered for its place; the others are handed to
 * `followUps`.
 * @param before what was seen before a change that failed: a rule that has come since, at the first rank,
 *   is one of ours that had not got its condition yet
 */
export function marksErrands(
  sheet: SheetOf,
  marks: SheetMarks,
  remembered: MarkIds,
  followUps: Errand[],
  before: SheetMarks | null = null,
): Errand[] {
  const lists: Errand = {
    bytes: listBytes,
    queue(context) {
      const { rules, comments } = queueLists(sheet(context));
      comments.load('items/id,items/content');
      return () => {
        marks.ruleIds = rules.items.map(idOf);
        marks.commentIds = comments.items.map(idOf);
        for (const { id, content } of comments.items) marks.texts.set(id, content);
        marks.unfinished = before && unfinishedRule(marks.ruleIds, before);
        marks.formulaIds = formulaRules(rules).filter((id) => id !== marks.unfinished);
        for (const id of unknown(marks.formulaIds, remembered.rules))
          followUps.push(fillErrand(sheet, id, marks));
        for (const id of unknown(marks.commentIds, remembered.comments))
          followUps.push(noteErrand(sheet, id, marks));
      };
    },
  };
  return [
    lists,
    ...remembered.rules.map((id) => fillErrand(sheet, id, marks)),
    ...remembered.comments.map((id) => noteErrand(sheet, id, marks)),
  ];
}

/** Comments with what the caller loads of them. */
function queueLists(sheet: Excel.Worksheet) {
  const rules = sheet.getRange().conditionalFormats;
  rules.load('items/id,items/type');
  return { rules, comments: sheet.comments };
}

function formulaRules(rules: Excel.ConditionalFormatCollection): string[] {
  return rules.items.filter(({ type }) => type === 'Custom').map(idOf);
}

const idOf = ({ id }: { id: string }) => id;

function unknown(ids: readonly string[], remembered: readonly string[]): string[] {
  const known = new Set(remembered);
  return ids.filter((id) => !known.has(id));
}

/** Only where the sheet's own rules are all still known by their names: then a new name is a new rule. */
function unfinishedRule(now: readonly string[], before: SheetMarks): string | null {
  const [first] = now;
  const ours = before.fillIds;
  const others = before.ruleIds.filter((id) => !ours.includes(id));
  if (first === undefined || before.ruleIds.includes(first)) return null;
  return others.every((id) => now.includes(id)) ? first : null;
}

/** A rule may have been taken away since, or have become one without a formula: then it is none of ours. */
function fillErrand(sheet: SheetOf, id: string, marks: SheetMarks): Errand {
  return {
    bytes: ruleBytes,
    queue(context) {
      const rule = sheet(context).getRange().conditionalFormats.getItemOrNullObject(id);
      const custom = rule.customOrNullObject;
      custom.rule.load('formula');
      custom.format.fill.load('color');
      const { areas } = rule.getRanges();
      areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
      return () => {
        if (rule.isNullObject || custom.isNullObject) return;
        if (!isMarkCondition(custom.rule.formula)) return;
        marks.fills.set(id, { color: custom.format.fill.color, areas: areas.items.map(areaOf) });
      };
    },
  };
}

function noteErrand(sheet: SheetOf, id: string, marks: SheetMarks): Errand {
  return {
    bytes: commentBytes,
    queue(context) {
      const comment = sheet(context).comments.getItemOrNullObject(id);
      const cell = comment.getLocation();
      cell.load('rowIndex,columnIndex');
      const { replies } = comment;
      replies.load('items/id');
      return () => {
        const text = marks.texts.get(id);
        if (cell.isNullObject || text === undefined) return;
        const at = { row: cell.rowIndex, column: cell.columnIndex };
        if (isMarkNote(text) && replies.items.length === 0) marks.notes.set(id, { at, text });
        else marks.taken.add(cellName(at));
      };
    },
  };
}
