/**
 * Chỉ ra các cột: a sheet whose header is not understood is read by what the person says: which row is
 * the header, and which column is what. Like other corrections of columns it is remembered in the file,
 * and nothing on the sheet is changed; only where there is no header at all, one is put above the criteria.
 */
import type { ColumnRole, ScoreSheet } from '../domain/scoring/scoreSheet';
import { expectationsFor } from '../workbook/expect';
import { layoutHeaderRow } from '../workbook/layouts/headerRow';
import {
  chooseColumn,
  type ColumnChoices,
  type HeaderRows,
} from '../workbook/recognise/columnChoices';
import { gridOf } from '../workbook/recognise/grid';
import { guessTable, type TableGuess } from '../workbook/recognise/guessTable';
import { headerRowsAt } from '../workbook/recognise/namedHeader';
import { recogniseSheet, type NotRecognised } from '../workbook/recognise/recogniseSheet';
import { sheetOf, type SheetSnapshot } from '../workbook/snapshot';
import { planState, type WorkbookState } from '../workbook/state';
import type { Plan } from './plan';
import type { UnrecognisedSheet, WorkbookReading } from './readWorkbook';

/** What a score table cannot do without, then what most have. */
export const neededRoles = ['name', 'max'] as const satisfies readonly ColumnRole[];
export const usualRoles = [
  'code',
  'self',
  'appraised1',
  'deduction',
  'opinion',
  'responsible',
] as const satisfies readonly ColumnRole[];

export type NamedRole = (typeof neededRoles)[number] | (typeof usualRoles)[number];
export type NamedColumns = Readonly<Partial<Record<NamedRole, number>>>;

/** Zero-based: the row that is the header, or the row of the first criterion, over which there is none. */
export type HeaderPlace = { header: number } | { body: number };

/** Which row is the header, and what its columns are. */
export interface Naming {
  place: HeaderPlace;
  columns: NamedColumns;
}

/** What a sheet without a recognised table may still be, and what is lacking. */
export interface SheetTrouble {
  sheet: string;
  reason: NotRecognised;
  /** The nearest header: its row, what it has, and what of the needed columns it has not. */
  header: { row: number; roles: ColumnRole[]; lacking: ColumnRole[] } | null;
  /** It looks like a score table that only its header hides. */
  likely: boolean;
  /** Plainly no score table: a letter, a list of names. */
  foreign: boolean;
}

/** Sheets that hold something, and no table that is understood; in the order of the tabs. */
export function sheetTroubles(reading: WorkbookReading): SheetTrouble[] {
  return reading.unrecognised
    .filter(({ reason }) => reason !== 'empty')
    .map((entry) => troubleOf(entry, sheetOf(reading.snapshot, entry.sheet)));
}

function troubleOf(
  { sheet, reason, header }: UnrecognisedSheet,
  cells: SheetSnapshot,
): SheetTrouble {
  const guess = guessTable(cells, header && { header: header.row });
  const row = header?.row ?? guess.header?.first;
  const said = header?.roles ?? inSheetOrder(guess.said);
  const lacking = neededRoles.filter(
    (role) => !said.includes(role) || (role === 'max' && reason === 'noMaxColumn'),
  );
  const roles = said.filter((role) => !(lacking as ColumnRole[]).includes(role));
  // Nothing can be pointed out in letters that have to be converted first, nor among units.
  const isOld = reason === 'tcvn3' || reason === 'vni';
  const isWorthSaying =
    row !== undefined &&
    roles.length > 0 &&
    (header || guess.likely) &&
    reason !== 'unitList' &&
    !isOld;
  return {
    sheet,
    reason,
    header: isWorthSaying ? { row, roles, lacking } : null,
    likely: guess.likely && !isOld,
    foreign: reason === 'unitList' || (reason === 'noHeader' && !guess.likely),
  };
}

function inSheetOrder(columns: TableGuess['said']): ColumnRole[] {
  const entries = Object.entries(columns) as [ColumnRole, number][];
  return entries.sort(([, a], [, b]) => a - b).map(([role]) => role);
}

/** What the person has said already; null leaves a role without a column. */
export interface NamingDraft {
  place?: HeaderPlace;
  columns?: Readonly<Partial<Record<NamedRole, number | null>>>;
}

/** A naming of the sheet as it stands: what was said, and a guess for the rest. */
export function proposeNaming(
  { snapshot, unrecognised }: WorkbookReading,
  name: string,
  { place, columns = {} }: NamingDraft = {},
): Naming {
  const found = unrecognised.find(({ sheet }) => sheet === name)?.header;
  const guess = guessTable(sheetOf(snapshot, name), place ?? (found && { header: found.row }));
  const said = Object.entries(columns).filter(([, column]) => column !== null);
  const taken = new Set(said.map(([, column]) => column));
  const guessed = Object.entries(asked(guess)).filter(
    ([role, column]) => !(role in columns) && !taken.has(column),
  );
  const all: NamedColumns = Object.fromEntries([...guessed, ...said]);
  return { place: place ?? placeOf(guess), columns: all };
}

function placeOf({ header, body }: TableGuess): HeaderPlace {
  return header ? { header: header.first } : { body };
}

function asked({ columns }: TableGuess): NamedColumns {
  const roles: readonly NamedRole[] = [...neededRoles, ...usualRoles];
  return Object.fromEntries(
    roles.flatMap((role) => (columns[role] === undefined ? [] : [[role, columns[role]]])),
  );
}

/** @returns the table as it would be read, or why there would still be none */
export function tryNaming(
  reading: WorkbookReading,
  sheet: string,
  naming: Naming,
): ScoreSheet | NotRecognised {
  const { cells, choices, rows } = carriedOut(sheetOf(reading.snapshot, sheet), naming);
  const result = recogniseSheet(cells, { [sheet]: choices }, { [sheet]: rows });
  return result.ok ? result.tables[0] : result.reason;
}

/** @param naming must say what name and max are: else nothing could be read */
export function planNaming(reading: WorkbookReading, name: string, naming: Naming): Plan {
  const { snapshot, state } = reading;
  const sheet = sheetOf(snapshot, name);
  const { changes: onSheet, choices, rows } = carriedOut(sheet, naming);
  const remembered: WorkbookState = {
    ...state,
    columnChoices: { ...state.columnChoices, [name]: choices },
    namedHeaders: { ...state.namedHeaders, [name]: rows },
  };
  const changes = [...onSheet, ...planState(snapshot, remembered)];
  const lines: Plan['lines'] = [];
  if (onSheet.length > 0) {
    const count = String(Object.keys(naming.columns).length);
    lines.push({
      code: 'insertHeader',
      params: { sheet: name, row: String(rows.first + 1), count },
    });
  }
  lines.push({ code: changes.length > 0 ? 'rememberState' : 'nothing', params: { sheet: name } });
  // Where the criteria begin is what the new row goes by.
  const beneath = { top: rows.first, bottom: rows.first, left: 0, right: sheet.columnCount - 1 };
  const expects = onSheet.length > 0 ? expectationsFor(sheet, onSheet, [beneath]) : [];
  return { patch: { changes, expects }, lines, conflicts: [] };
}

/** Takes back what was pointed out on a sheet, and the columns with it. */
export function planForgetNaming({ snapshot, state }: WorkbookReading, name: string): Plan {
  const columnChoices = { ...state.columnChoices };
  const namedHeaders = { ...state.namedHeaders };
  delete columnChoices[name];
  delete namedHeaders[name];
  const kept: WorkbookState = { ...state, columnChoices, namedHeaders };
  if (Object.keys(namedHeaders).length === 0) delete kept.namedHeaders;
  const changes = planState(snapshot, kept);
  const code = changes.length > 0 ? 'rememberState' : 'nothing';
  return {
    patch: { changes, expects: [] },
    lines: [{ code, params: { sheet: name } }],
    conflicts: [],
  };
}

/** The sheet once the naming holds, and what is remembered of it. */
function carriedOut(sheet: SheetSnapshot, { place, columns }: Naming) {
  const isHeaded = 'header' in place;
  const laid = isHeaded ? { changes: [], sheet } : layoutHeaderRow(sheet, place.body, columns);
  const rows: HeaderRows = isHeaded
    ? headerRowsAt(gridOf(sheet), place.header)
    : { first: place.body, last: place.body };
  const choices: ColumnChoices = Object.fromEntries(
    Object.entries(columns).map(([role, column]) => [role, chooseColumn(laid.sheet, rows, column)]),
  );
  return { changes: laid.changes, cells: laid.sheet, choices, rows };
}
