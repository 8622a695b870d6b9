/**
 * What must travel with the file: the framework that was loaded, settings, what the person confirmed,
 * and which role texts the product wrote. It sits as JSON in one very hidden sheet, in pieces down
 * column A, readable by every spreadsheet program; never in the browser.
 */
import { z } from 'zod';
import { frameworkSchema } from '../domain/framework/framework';
import { figureRoles, textRoles, type ColumnRole } from '../domain/scoring/scoreSheet';
import type { Change, Remember } from './patch';
import type { ColumnChoice } from './recognise/columnChoices';
import type { WorkbookSnapshot } from './snapshot';

export const STATE_SHEET = '_CCHC';

/** A cell holds 32,767 characters; pieces stay well below, also where a program counts bytes. */
const PIECE = 8000;

const columnRole = z.enum([...figureRoles, ...textRoles] as [ColumnRole, ...ColumnRole[]]);

/** A finding that was looked at and accepted. */
const acceptedSchema = z.object({
  reason: z.string(),
  /** Fingerprint of its cells then; the mark lapses when they say something else. */
  seen: z.string(),
  /** When, as it is to be read. */
  date: z.string().optional(),
});

/** Files of earlier versions know the column's place only. */
const columnChoiceSchema = z.union([
  z.object({
    column: z.number().int().min(0),
    header: z.string(),
    nth: z.number().int().min(0),
    of: z.number().int().min(0),
  }),
  z
    .number()
    .int()
    .min(0)
    .transform((column): ColumnChoice => ({ column, header: '', nth: 0, of: 0 })),
]);

/** Zero-based, both included. */
const headerRowsSchema = z.object({
  first: z.number().int().min(0),
  last: z.number().int().min(0),
});

const stateSchema = z.object({
  version: z.literal(1),
  framework: frameworkSchema.nullable(),
  settings: z.object({
    base: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .nullable(),
  }),
  /** By sheet: the person's corrections of what column is what. */
  columnChoices: z.record(z.string(), z.partialRecord(columnRole, columnChoiceSchema.nullable())),
  /** Spelling (folded) → unit name; null = not a unit. */
  unitMemory: z.record(z.string(), z.string().nullable()),
  /** By sheet, then `criterion|unit`: the text the product wrote there last. */
  writtenAssignments: z.record(z.string(), z.record(z.string(), z.string())),
  /** By the finding's key. */
  accepted: z.record(z.string(), acceptedSchema),
  /** Sheets that carry the product's marks. */
  marked: z.array(z.string()).optional(),
  /** By sheet: header rows that the person pointed out, where none was recognised. */
  namedHeaders: z.record(z.string(), headerRowsSchema).optional(),
});

export type WorkbookState = z.infer<typeof stateSchema>;

export const emptyState: WorkbookState = {
  version: 1,
  framework: null,
  settings: { base: null },
  columnChoices: {},
  unitMemory: {},
  writtenAssignments: {},
  accepted: {},
};

/** Text of the state sheet → state. What is not ours, or is damaged, counts as empty: never an error. */
export function parseState(text: string | null): WorkbookState {
  if (text === null || text.trim() === '') return emptyState;
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    return emptyState;
  }
}

/**
 * One text for one state, whatever was added to it first. Half of a surrogate pair at the end of a piece
 * would damage the file: pairs are escaped.
 */
export function stateText(state: WorkbookState): string {
  const ordered = Object.keys(stateSchema.shape).map((key) => [
    key,
    state[key as keyof WorkbookState],
  ]);
  return JSON.stringify(Object.fromEntries(ordered)).replace(
    /[\uD800-\uDFFF]/g,
    (half) => `\\u${half.charCodeAt(0).toString(16)}`,
  );
}

/** The change that makes the workbook carry `state`; none when it does already. */
export function planState(snapshot: WorkbookSnapshot, state: WorkbookState): Change[] {
  const text = stateText(state);
  if (snapshot.state === text) return [];
  if (snapshot.state === null && text === stateText(emptyState)) return [];
  return [{ kind: 'remember', sheet: STATE_SHEET, seen: snapshot.state, text }];
}

/**
 * How a host carries out a `remember` that is kept in the hidden sheet.
 * @param next what it is to hold (`mergeRemembered`)
 * @param now what it holds; null: there is no such sheet
 */
export function stateSheetChanges(
  next: string | null,
  now: { text: string; rows: number } | null,
): Exclude<Change, Remember>[] {
  if (next === (now?.text ?? null)) return [];
  if (next === null) return [{ kind: 'deleteSheet', sheet: STATE_SHEET }];
  const pieces = next.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, 'g')) ?? [];
  const rows = Math.max(pieces.length, now?.rows ?? 0);
  const write: Exclude<Change, Remember> = {
    kind: 'write',
    sheet: STATE_SHEET,
    at: { row: 0, column: 0 },
    cells: Array.from({ length: rows }, (_, i) => [{ value: pieces[i] ?? null }]),
  };
  if (now) return [write];
  return [
    { kind: 'newSheet', sheet: STATE_SHEET, visibility: 'veryHidden', activate: false },
    write,
  ];
}
