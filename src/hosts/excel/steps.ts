/**
 * A patch as steps: what to queue, in order, and for the steps that cannot simply be repeated, the
 * change that takes them back. Every other step is undone by putting back what was saved.
 */
import type { Area } from '../../workbook/address';
import {
  writtenArea,
  type Change,
  type Patch,
  type Remember,
  type RowSpan,
} from '../../workbook/patch';
import { type Entry, entryFor } from './cellEntries';
import { queueFormat, setNumberFormat } from './cellFormats';
import type { Looked, LookedSheet } from './look';
import { locate, wholeColumns, wholeRows } from './lookErrands';
import { markSteps, readMarking } from './marks';
import { onlyShows } from './needs';
import { NumberFormats } from './numberFormats';
import { rememberSteps } from './remembered';
import { restoreSteps } from './restoreSteps';
import type { SavedSheet } from './saved';
import { SheetMarks } from './sheetMarks';
import {
  deleteSheetSteps,
  type DroppedSheets,
  newSheetSteps,
  outlineSteps,
  readDropped,
} from './sheetSteps';
import {
  printOf,
  queueColumnWidths,
  queueFreeze,
  queuePrint,
  queueTitleRows,
  queueRowHeights,
  widthInPoints,
} from './sheetLayout';
import { bytesOf, rowsPerErrand } from './trips';
import { queueRule, savedRule } from './validationRules';

export interface Step {
  sheet: string;
  /** Adds or deletes a sheet. */
  structure: boolean;
  bytes: number;
  /** @param sheet asked for only where it exists by then */
  queue(sheet: () => Excel.Worksheet, context: Excel.RequestContext): void;
  /** What takes it back, in order; nothing where putting back what was saved does. */
  inverse: Change[];
  /** Changes nothing: there is nothing to take back. */
  changesNothing?: boolean;
  /** Stops the rest where the sheet no longer has the shape that was looked at. */
  guard?: boolean;
  /** Where Excel refuses it, the rest is done all the same. */
  dispensable?: boolean;
  /** Called when the trip that did it has come back. */
  done?(): void;
}

/** Bytes of a step without data, about. */
const smallStep = 700;
/** Bytes of a validation: two texts beside the rule. */
const ruleStep = 3000;

export function planSteps(patch: Patch, looked: Looked): Step[] {
  const formats = new Map<string, NumberFormats>();
  const marking = readMarking(patch);
  const dropped = readDropped(patch);
  const made = patch.changes.filter(({ kind }) => kind === 'newSheet').map(({ sheet }) => sheet);
  const canShow = (sheet: string) => looked.visible.has(sheet) || made.includes(sheet);
  return patch.changes.flatMap((change) => {
    if (onlyShows(change) && !canShow(change.sheet)) return [];
    const known =
      formats.get(change.sheet) ??
      new NumberFormats(looked.sheets.get(change.sheet)?.formats ?? []);
    formats.set(change.sheet, known);
    const marks = marking.get(change);
    const seen = looked.sheets.get(change.sheet)?.marks ?? new SheetMarks();
    const steps = [
      ...(change.kind === 'remember'
        ? rememberSteps(
            change,
            looked,
            (plain) => stepsOf(plain, looked, known, dropped),
            makeStep(change),
          )
        : stepsOf(change, looked, known, dropped)),
      ...(marks ? markSteps(marks, seen, makeStep(change)) : []),
    ];
    known.note(change);
    return steps;
  });
}

function makeStep({ kind, sheet }: Change): MakeStep {
  const structure = kind === 'newSheet' || kind === 'deleteSheet';
  return (queue, inverse = null, bytes = smallStep) => ({
    sheet,
    structure,
    bytes,
    queue,
    inverse: inverse ? [inverse] : [],
  });
}

/** What the workbook remembers is put in these terms first. */
export type PlainChange = Exclude<Change, Remember>;

function stepsOf(
  change: PlainChange,
  looked: Looked,
  formats: NumberFormats,
  dropped: DroppedSheets,
): Step[] {
  const { sheet } = change;
  const step = makeStep(change);
  switch (change.kind) {
    case 'write':
      return writeSteps(change, formats, step);
    case 'format': {
      const { area, format } = change;
      if (format.numberFormat !== undefined) formats.set(area, format.numberFormat);
      return [step((target) => queueFormat(locate(target(), area), area, format))];
    }
    case 'insertColumns':
    case 'insertRows':
      return insertSteps(change, looked, step);
    case 'deleteColumns': {
      const { first, count } = change;
      const inverse: Change = { kind: 'insertColumns', sheet, before: first, count };
      const last = first + count - 1;
      return [step((target) => wholeColumns(target(), first, last).delete('Left'), inverse)];
    }
    case 'deleteRows': {
      const { first, count } = change;
      const inverse: Change = { kind: 'insertRows', sheet, before: first, count };
      const last = first + count - 1;
      return [step((target) => wholeRows(target(), first, last).delete('Up'), inverse)];
    }
    case 'merge':
      return [step((target) => locate(target(), change.area).merge(false))];
    case 'unmerge':
      return [step((target) => locate(target(), change.area).unmerge())];
    case 'columnWidth': {
      const hidden = looked.sheets.get(sheet)?.hiddenColumns;
      const points = change.widths.map((width, i) =>
        hidden?.has(change.first + i) ? null : widthInPoints(width),
      );
      return [step((target) => queueColumnWidths(target(), change.first, points))];
    }
    case 'rowHeight': {
      const hidden = looked.sheets.get(sheet)?.hiddenRows;
      const points = change.heights.map((height, i) =>
        hidden?.has(change.first + i) ? null : (height ?? ('auto' as const)),
      );
      const bytes = smallStep + points.length * 200;
      return [step((target) => queueRowHeights(target(), change.first, points), null, bytes)];
    }
    case 'validation':
      return [
        step(
          (target) => queueRule(locate(target(), change.area), savedRule(change.rule)),
          null,
          ruleStep,
        ),
      ];
    case 'freeze':
      return [step((target) => queueFreeze(target(), change))];
    case 'print':
      return [step((target) => queuePrint(target(), printOf(change.setup)), null, smallStep * 3)];
    case 'titleRows':
      return titleRowsAre(looked.sheets.get(sheet), change.was)
        ? [step((target) => queueTitleRows(target(), change.rows))]
        : [];
    case 'mark':
      return [];
    case 'outline':
      return outlineSteps(sheet, change.first, change.last, change.level, step);
    case 'newSheet':
      return newSheetSteps(change, step);
    case 'deleteSheet':
      return deleteSheetSteps(change, looked, dropped, step);
    case 'restore': {
      const data = change.data as SavedSheet;
      return [
        ...(dropped.has(sheet) ? [] : data.outline).flatMap(({ first, last, levels }) =>
          outlineSteps(sheet, first, last, levels, step),
        ),
        ...restoreSteps(data, (queue, bytes = smallStep) => step(queue, null, bytes)),
      ];
    }
  }
}

export type MakeStep = (queue: Step['queue'], inverse?: Change | null, bytes?: number) => Step;

/** Blocks of rows, each preceded by the number formats without which Excel would spoil an entry. */
function writeSteps(
  change: Extract<Change, { kind: 'write' }>,
  formats: NumberFormats,
  step: MakeStep,
): Step[] {
  const area = writtenArea(change);
  const width = area.right - area.left + 1;
  const first: (string | null)[][] = [];
  const entries = change.cells.map((line, r) => {
    const formatsFirst: (string | null)[] = [];
    first.push(formatsFirst);
    return Array.from({ length: width }, (_, c): Entry => {
      const cell = line[c] ?? null;
      const at = { row: area.top + r, column: area.left + c };
      const made = cell && entryFor(cell, formats.at(at.row, at.column));
      formatsFirst.push(made?.formatFirst ?? null);
      if (made?.formatFirst) formats.set(oneCell(at.row, at.column), made.formatFirst);
      return made?.entry ?? null;
    });
  });
  const bytesPerRow = bytesOf(entries) / entries.length;
  const rows = rowsPerErrand(bytesPerRow);
  const steps: Step[] = [];
  for (let r = 0; r < entries.length; r += rows) {
    const block = entries.slice(r, r + rows);
    const blockFormats = first.slice(r, r + rows);
    const place = { ...area, top: area.top + r, bottom: area.top + r + block.length - 1 };
    if (blockFormats.flat().some((format) => format !== null))
      steps.push(
        step(
          (target) => {
            locate(target(), place).numberFormat = blockFormats;
          },
          null,
          bytesOf(blockFormats) + smallStep,
        ),
      );
    steps.push(
      step((target) => enter(locate(target(), place), block), null, bytesOf(block) + smallStep),
    );
  }
  return steps;
}

/** Formulas are English with commas, whatever the person's Excel shows. */
export function enter(range: Excel.Range, entries: Entry[][]): void {
  range.formulas = entries;
}

/** New cells take their neighbours' number formats, which may turn what is entered there into text. */
function insertSteps(
  change: Extract<Change, { kind: 'insertColumns' | 'insertRows' }>,
  looked: Looked,
  step: MakeStep,
): Step[] {
  const { sheet, before, count, kind } = change;
  const last = before + count - 1;
  const known = looked.sheets.get(sheet);
  if (kind === 'insertRows') {
    const area = { top: before, bottom: last, left: 0, right: known?.lastColumn ?? 0 };
    return [
      step((target) => void wholeRows(target(), before, last).insert('Down'), {
        kind: 'deleteRows',
        sheet,
        first: before,
        count,
      }),
      step((target) => setNumberFormat(locate(target(), area), 'General')),
    ];
  }
  const area = { top: 0, bottom: known?.lastRow ?? 0, left: before, right: last };
  return [
    step((target) => void wholeColumns(target(), before, last).insert('Right'), {
      kind: 'deleteColumns',
      sheet,
      first: before,
      count,
    }),
    step((target) => setNumberFormat(locate(target(), area), 'General')),
  ];
}

function oneCell(row: number, column: number): Area {
  return { top: row, bottom: row, left: column, right: column };
}

function titleRowsAre(sheet: LookedSheet | undefined, rows: RowSpan): boolean {
  const held = sheet?.saved.print?.titleRows;
  return held?.first === rows.first && held.last === rows.last;
}
