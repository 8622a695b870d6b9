/**
 * What must be read before a patch is applied, so that it can be taken back exactly: for each sheet,
 * which places will lose which of their properties. Pure. Places are in the coordinates of the sheets
 * as they stand before the patch; what the patch itself makes needs no saving.
 */
import type { Area } from '../../workbook/address';
import { writtenArea, type CellFormat, type Change, type Patch } from '../../workbook/patch';
import { Moves, type Span } from './moves';
import { formatKeys, type FormatKey, onlyEntries, type SavedSheet } from './saved';

/** An area, or the used part of whole columns, of whole rows, or of the sheet. */
export type Place = Area | { columns: Span } | { rows: Span } | 'sheet';

export interface SheetNeeds {
  sheet: string;
  contents: Place[];
  formats: { place: Place; keys: FormatKey[] }[];
  merges: Place[];
  validations: Place[];
  columnWidths: Place[];
  rowHeights: Place[];
  /** Every formula of the sheet: deleting cells breaks formulas elsewhere. */
  formulas: boolean;
  freeze: boolean;
  print: boolean;
  marks: boolean;
  tab: boolean;
  /** Where text and numbers are only entered, and nothing else changes. */
  onlyEntries: boolean;
}

/** One entry for each sheet that the patch changes and does not itself create, in order of appearance. */
export function readNeeds(patch: Patch): SheetNeeds[] {
  const made = new Set<string>();
  const needs = new Map<string, { needs: SheetNeeds; moves: Moves }>();
  for (const change of patch.changes) {
    // The look reads it by itself, and takes it back by merging.
    if (change.kind === 'remember') continue;
    if (change.kind === 'newSheet') made.add(change.sheet);
    if (made.has(change.sheet) || onlyShows(change)) continue;
    const known = needs.get(change.sheet) ?? { needs: noNeeds(change.sheet), moves: new Moves() };
    needs.set(change.sheet, known);
    addNeeds(known.needs, change, known.moves);
    known.needs.onlyEntries &&= entersOnly(change);
    known.moves.note(change);
  }
  return [...needs.values()].map((known) => known.needs);
}

/** Shows the sheet again that was active; not worth a refusal where it has been renamed, hidden or deleted. */
export function onlyShows(change: Change): boolean {
  return change.kind === 'restore' && change.what === 'active';
}

function entersOnly(change: Change): boolean {
  if (change.kind === 'restore') return onlyEntries(change.data as SavedSheet);
  return change.kind === 'write';
}

function noNeeds(sheet: string): SheetNeeds {
  return {
    sheet,
    contents: [],
    formats: [],
    merges: [],
    validations: [],
    columnWidths: [],
    rowHeights: [],
    formulas: false,
    freeze: false,
    print: false,
    marks: false,
    tab: false,
    onlyEntries: true,
  };
}

function addNeeds(needs: SheetNeeds, change: Change, moves: Moves): void {
  const places = (area: Area) => moves.originalAreas(area);
  const allKeys = [...formatKeys];
  switch (change.kind) {
    case 'write':
      needs.contents.push(...places(writtenArea(change)));
      break;
    case 'format': {
      const keys = keysOf(change.format);
      const areas = places(change.area);
      if (keys.length > 0) needs.formats.push(...areas.map((place) => ({ place, keys })));
      if (change.format.numberFormat !== undefined) needs.contents.push(...areas);
      if (change.format.border !== undefined)
        for (const place of around(change.area).flatMap(places))
          needs.formats.push({ place, keys: ['border'] });
      break;
    }
    case 'merge':
      needs.contents.push(...places(change.area));
      needs.formats.push(...places(change.area).map((place) => ({ place, keys: allKeys })));
      needs.merges.push(...places(change.area));
      break;
    case 'unmerge':
      needs.merges.push(...places(change.area));
      break;
    case 'columnWidth': {
      const last = change.first + change.widths.length - 1;
      for (const columns of moves.originalColumns(change.first, last))
        needs.columnWidths.push(rowOf(columns));
      break;
    }
    case 'rowHeight': {
      const last = change.first + change.heights.length - 1;
      for (const rows of moves.originalRows(change.first, last))
        needs.rowHeights.push(columnOf(rows));
      break;
    }
    case 'validation':
      needs.validations.push(...places(change.area));
      break;
    case 'deleteColumns':
      for (const columns of moves.originalColumns(change.first, change.first + change.count - 1)) {
        needs.columnWidths.push(rowOf(columns));
        addBlock(needs, { columns });
      }
      break;
    case 'deleteRows':
      for (const rows of moves.originalRows(change.first, change.first + change.count - 1)) {
        needs.rowHeights.push(columnOf(rows));
        addBlock(needs, { rows });
      }
      break;
    case 'deleteSheet':
      addBlock(needs, 'sheet');
      needs.columnWidths.push('sheet');
      needs.rowHeights.push('sheet');
      needs.freeze = needs.print = needs.tab = true;
      break;
    case 'freeze':
      needs.freeze = true;
      break;
    case 'print':
    case 'titleRows':
      needs.print = true;
      break;
    case 'mark':
      needs.marks = true;
      break;
    case 'restore':
      addRestored(needs, change.data as SavedSheet, moves);
      break;
    default:
      break;
  }
}

function addBlock(needs: SheetNeeds, place: Place): void {
  needs.contents.push(place);
  needs.formats.push({ place, keys: [...formatKeys] });
  needs.merges.push(place);
  needs.validations.push(place);
  if (place !== 'sheet') needs.formulas = true;
}

/** What putting back will overwrite is what taking the undo back needs. */
function addRestored(needs: SheetNeeds, data: SavedSheet, moves: Moves): void {
  const places = (area: Area) => moves.originalAreas(area);
  needs.contents.push(...data.contents.flatMap((saved) => places(saved.area)));
  needs.formats.push(
    ...data.formats.flatMap((saved) =>
      places(saved.area).map((place) => ({ place, keys: saved.keys })),
    ),
  );
  // A merge to be made again may since reach over cells that are not there yet.
  needs.merges.push(...[...data.merges.areas, ...data.merges.merged].flatMap(places));
  needs.validations.push(...data.validations.flatMap((saved) => places(saved.area)));
  for (const { first, points } of data.columnWidths)
    for (const columns of moves.originalColumns(first, first + points.length - 1))
      needs.columnWidths.push(rowOf(columns));
  for (const { first, points } of data.rowHeights)
    for (const rows of moves.originalRows(first, first + points.length - 1))
      needs.rowHeights.push(columnOf(rows));
  needs.freeze ||= data.freeze !== null;
  needs.print ||= data.print !== null;
  needs.marks ||= data.marks !== null;
  needs.tab ||= data.tab !== null;
}

/** The cells beside an area: a line at its edge is theirs as well. */
function around({ top, left, bottom, right }: Area): Area[] {
  return [
    ...(top > 0 ? [{ top: top - 1, bottom: top - 1, left, right }] : []),
    ...(left > 0 ? [{ top, bottom, left: left - 1, right: left - 1 }] : []),
    { top: bottom + 1, bottom: bottom + 1, left, right },
    { top, bottom, left: right + 1, right: right + 1 },
  ];
}

export function keysOf(format: CellFormat): FormatKey[] {
  return formatKeys.filter((key) => format[key] !== undefined);
}

const rowOf = ([left, right]: Span): Area => ({ top: 0, bottom: 0, left, right });
const columnOf = ([top, bottom]: Span): Area => ({ top, bottom, left: 0, right: 0 });
