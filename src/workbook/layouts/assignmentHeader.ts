/**
 * The header over the assignment columns: one caption over all, the units beneath it. A header of one row
 * gets a second one, its captions merged over both, as one would do by hand; a title that ended with the
 * table goes on to its new end.
 */
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { Area } from '../address';
import type { CellFormat, Change } from '../patch';
import { gridOf, type Grid } from '../recognise/grid';
import type { SheetSnapshot } from '../snapshot';
import { rowHeightFor } from '../textSize';
import { GROUP_HEADER, type AssignmentGroup } from './assignmentGroup';
import { responsibleColumns } from './responsibleColumns';
import { BODY_SIZE, FONT, comfortable, formatArea } from './sheetStyle';

/** Where columns and rows come in; the rest of the plan speaks of the sheet after that. */
export interface Placement {
  /** Zero-based column before which the units' columns are inserted, in the sheet as it was read. */
  before: number;
  units: string[];
  /** Zero-based row before which a header row is inserted; null when the header has room. */
  headerRow: number | null;
  /** Nothing of the table stands to the right. */
  atEnd: boolean;
  /** First and last column of the table as it was read. */
  table: { first: number; last: number };
  row: (row: number) => number;
  column: (column: number) => number;
}

export function placeColumns(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  group: AssignmentGroup,
  units: string[],
): Placement {
  const grid = gridOf(snapshot);
  const extent = tableExtent(grid, table);
  const responsible = responsibleColumns(snapshot, table).map(({ column }) => column);
  const after = group.columns?.last ?? Math.max(...responsible, -1);
  const before = afterMerges(grid, table, after < 0 ? extent.last + 1 : after + 1);
  const { header } = group;
  const needsRow = units.length > 0 && !group.columns && header.first === header.last;
  const headerRow = needsRow ? header.last + 1 : null;
  return {
    before,
    units,
    headerRow,
    atEnd: before > extent.last,
    table: extent,
    row: (row) => (headerRow !== null && row >= headerRow ? row + 1 : row),
    column: (column) => (column >= before ? column + units.length : column),
  };
}

/** First and last column with a caption. */
function tableExtent(grid: Grid, table: ScoreSheet): { first: number; last: number } {
  const extent = { ...table.extent };
  for (let row = table.header.first; row <= table.header.last; row += 1)
    for (let column = 0; column < grid.columnCount; column += 1) {
      if (grid.seenText(row, column).trim() === '') continue;
      extent.first = Math.min(extent.first, column);
      extent.last = Math.max(extent.last, column);
    }
  return extent;
}

/** A caption merged over several columns is not torn apart. */
function afterMerges(grid: Grid, table: ScoreSheet, before: number): number {
  let at = before;
  for (let row = table.header.first; row <= table.header.last; row += 1) {
    const merge = grid.mergeAt(row, at - 1);
    if (merge && merge.right >= at) at = merge.right + 1;
  }
  return at;
}

/** @returns changes that insert the columns and write their header; in the order to be applied */
export function headerChanges(
  snapshot: SheetSnapshot,
  table: ScoreSheet,
  group: AssignmentGroup,
  place: Placement,
): Change[] {
  const { sheet } = table;
  const { before, units } = place;
  if (units.length === 0) return [];
  const changes: Change[] = [{ kind: 'insertColumns', sheet, before, count: units.length }];
  if (place.headerRow !== null) {
    changes.push({ kind: 'insertRows', sheet, before: place.headerRow, count: 1 });
    changes.push(
      ...tallCaptions(snapshot, table, place),
      ...frozenRows(snapshot, group, place),
      ...printedRows(snapshot, group),
    );
  }
  changes.push(...titleMerges(snapshot, table, place));
  const captions = captionAreas(snapshot, group, place);
  const bottom = place.row(group.header.numbers ?? group.header.last);
  const all = { top: captions.top, left: before, bottom, right: before + units.length - 1 };
  changes.push(formatArea(sheet, all, captionFormat(snapshot, table)));
  if (!group.columns) {
    const area = { ...captions.group, left: before, right: before + units.length - 1 };
    changes.push(...writeMerged(sheet, area, GROUP_HEADER));
  } else if (group.caption) {
    const area = { ...group.caption, right: group.caption.right + units.length };
    changes.push({ kind: 'unmerge', sheet, area: group.caption }, { kind: 'merge', sheet, area });
  }
  units.forEach((unit, i) => {
    const area = { ...captions.name, left: before + i, right: before + i };
    changes.push(...writeMerged(sheet, area, unit));
  });
  changes.push(...columnNumbers(snapshot, group, place));
  changes.push(...columnWidths(sheet, place));
  if (!group.columns) changes.push(...nameHeights(sheet, captions.name, units));
  return changes;
}

interface CaptionAreas {
  top: number;
  group: { top: number; bottom: number };
  name: { top: number; bottom: number };
}

/** Rows of the group's caption and of the unit names, after the insertion of a header row. */
function captionAreas(
  snapshot: SheetSnapshot,
  group: AssignmentGroup,
  place: Placement,
): CaptionAreas {
  const { first, last } = group.header;
  const bottom = place.headerRow ?? last;
  if (!group.columns) {
    const name = { top: first + 1, bottom };
    return { top: first, group: { top: first, bottom: first }, name };
  }
  // As the columns that are there already have it.
  const there = gridOf(snapshot).mergeAt(last, group.columns.last);
  const name = { top: there?.top ?? last, bottom };
  const top = Math.min(group.caption?.top ?? first, name.top);
  return { top, group: { top, bottom: top }, name };
}

/** Captions of a header of one row, over two rows. */
function tallCaptions(snapshot: SheetSnapshot, table: ScoreSheet, place: Placement): Change[] {
  const { sheet } = table;
  const grid = gridOf(snapshot);
  const row = (place.headerRow ?? 0) - 1;
  const changes: Change[] = [];
  for (let column = place.table.first; column <= place.table.last; column += 1) {
    const merge = grid.mergeAt(row, column);
    const right = merge?.right ?? column;
    const [left, end] = [place.column(column), place.column(right)];
    const now = { top: merge?.top ?? row, left, bottom: row, right: end };
    if (merge) changes.push({ kind: 'unmerge', sheet, area: now });
    changes.push({ kind: 'merge', sheet, area: { ...now, bottom: row + 1 } });
    column = right;
  }
  return changes;
}

/** A header that stays in sight must stay so whole. */
function frozenRows(snapshot: SheetSnapshot, group: AssignmentGroup, place: Placement): Change[] {
  const { frozen, name: sheet } = snapshot;
  if (!frozen || frozen.rows <= group.header.first) return [];
  if (frozen.rows > (group.header.numbers ?? group.header.last) + 1) return [];
  const columns = frozen.columns > place.before ? place.column(frozen.columns) : frozen.columns;
  return [{ kind: 'freeze', sheet, rows: frozen.rows + 1, columns }];
}

/** A header that is repeated on each page is repeated whole, with its column numbers or without. */
function printedRows(snapshot: SheetSnapshot, group: AssignmentGroup): Change[] {
  const { first, last, numbers } = group.header;
  const ends = [...new Set([last, numbers ?? last])];
  return ends.map((end) => ({
    kind: 'titleRows',
    sheet: snapshot.name,
    was: { first, last: end },
    rows: { first, last: end + 1 },
  }));
}

/** Titles that were centred over the table, up to its last column, are so still. */
function titleMerges(snapshot: SheetSnapshot, table: ScoreSheet, place: Placement): Change[] {
  if (!place.atEnd) return [];
  const { sheet } = table;
  return snapshot.merges
    .filter(
      (area) =>
        area.bottom < table.header.first &&
        area.right === place.before - 1 &&
        area.left < area.right,
    )
    .flatMap((area): Change[] => [
      { kind: 'unmerge', sheet, area },
      { kind: 'merge', sheet, area: { ...area, right: area.right + place.units.length } },
    ]);
}

/** "(8)" goes on as "(9)" when the units come last. */
function columnNumbers(
  snapshot: SheetSnapshot,
  group: AssignmentGroup,
  place: Placement,
): Change[] {
  const row = group.header.numbers;
  if (row === null || !place.atEnd) return [];
  const last = gridOf(snapshot)
    .text(row, place.before - 1)
    .trim();
  const parts = /^(\(?)(\d{1,2})(\)?)$/.exec(last);
  if (!parts) return [];
  const [, open = '', number = '', close = ''] = parts;
  const numeric = typeof snapshot.values[row]?.[place.before - 1] === 'number';
  const cells = place.units.map((_, i) => {
    const next = Number(number) + 1 + i;
    return { value: numeric ? next : `${open}${next}${close}` };
  });
  const at = { row: place.row(row), column: place.before };
  return [{ kind: 'write', sheet: snapshot.name, at, cells: [cells] }];
}

function captionFormat(snapshot: SheetSnapshot, table: ScoreSheet): CellFormat {
  const { header, columns } = table;
  const like = columns.responsible ?? columns.name ?? table.extent.first;
  const bold = snapshot.bold[header.first]?.[like] ?? true;
  return {
    fontName: FONT,
    bold,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    border: 'thin',
  };
}

function writeMerged(sheet: string, area: Area, text: string): Change[] {
  const at = { row: area.top, column: area.left };
  const write: Change = { kind: 'write', sheet, at, cells: [[{ value: text }]] };
  const single = area.top === area.bottom && area.left === area.right;
  return single ? [write] : [write, { kind: 'merge', sheet, area }];
}

/** In characters: wide enough for "Theo dõi, đôn đốc" in two lines, wider for long names. */
function widthFor(unit: string): number {
  return unit.length > 40 ? 18 : unit.length > 22 ? 15 : 12;
}

function columnWidths(sheet: string, { before, units }: Placement): Change[] {
  return [{ kind: 'columnWidth', sheet, first: before, widths: units.map(widthFor) }];
}

/** The names must be readable: rows of merged cells do not grow by themselves. */
function nameHeights(
  sheet: string,
  { top, bottom }: { top: number; bottom: number },
  units: readonly string[],
): Change[] {
  const sized = units.map((text) => ({
    text,
    widthChars: widthFor(text),
    fontSize: BODY_SIZE,
    bold: true,
  }));
  const share = comfortable(rowHeightFor(sized)) / (bottom - top + 1);
  const heights = Array.from({ length: bottom - top + 1 }, () => Math.ceil(share));
  return [{ kind: 'rowHeight', sheet, first: top, heights }];
}
