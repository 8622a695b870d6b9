/** Inserting and deleting rows and columns of a sheet, with everything in the workbook that points there. */
import type { Area } from './addresses';
import type { BookModel } from './bookModel';
import { fail } from './hostObject';
import { keyOf, placeOf, type SheetModel } from './sheetModel';
import { type Axis, type Shift, shiftReferences, shiftSpan } from './shiftReferences';

export function shiftSheet(book: BookModel, sheet: SheetModel, shift: Shift): void {
  if (shift.count > 0 && sheet.merges.length + sheet.contents.size > 0) checkRoom(sheet, shift);
  const inherited = shift.count > 0 ? formatsBefore(sheet, shift) : [];
  sheet.stale = true;
  sheet.contents = moveCells(sheet.contents, shift);
  sheet.formats = moveCells(sheet.formats, shift);
  sheet.validations = moveCells(sheet.validations, shift);
  moveLines(sheet, shift);
  sheet.merges = moveAreas(sheet.merges, shift).filter(
    (area) => area.top !== area.bottom || area.left !== area.right,
  );
  sheet.comments = moveCells(sheet.comments, shift);
  sheet.notes = moveCells(sheet.notes, shift);
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((rule) => ({ ...rule, areas: moveAreas(rule.areas, shift) }))
    .filter((rule) => rule.areas.length > 0);
  sheet.tables = sheet.tables.flatMap(({ name, area }) =>
    moveAreas([area], shift).map((moved) => ({ name, area: moved })),
  );
  sheet.filter = sheet.filter ? (moveAreas([sheet.filter], shift)[0] ?? null) : null;
  movePanes(sheet, shift);
  for (const [row, column, format] of inherited) sheet.formats.set(keyOf(row, column), format);
  moveFormulas(book, sheet, shift);
}

/** Excel gives new columns the format of the column before, new rows that of the row above. */
function formatsBefore(sheet: SheetModel, shift: Shift) {
  const found: [number, number, Record<string, string | number | boolean>][] = [];
  for (const [key, format] of sheet.formats) {
    const [row, column] = placeOf(key);
    if ((shift.axis === 'row' ? row : column) !== shift.at - 1) continue;
    for (let i = 0; i < shift.count; i += 1)
      found.push(
        shift.axis === 'row' ? [shift.at + i, column, format] : [row, shift.at + i, format],
      );
  }
  return found;
}

function checkRoom(sheet: SheetModel, shift: Shift): void {
  const used = sheet.usedArea(true);
  const [last, limit] =
    shift.axis === 'row' ? [used?.bottom ?? 0, 1_048_576] : [used?.right ?? 0, 16_384];
  if (last + shift.count >= limit) fail('InvalidOperation', 'cells would fall off the sheet');
}

function moveCells<T>(cells: Map<number, T>, shift: Shift): Map<number, T> {
  const moved = new Map<number, T>();
  for (const [key, value] of cells) {
    const [row, column] = placeOf(key);
    const at = shift.axis === 'row' ? row : column;
    const to = shiftSpan(at, at, shift)?.[0];
    if (to === undefined) continue;
    moved.set(shift.axis === 'row' ? keyOf(to, column) : keyOf(row, to), value);
  }
  return moved;
}

function moveLines(sheet: SheetModel, shift: Shift): void {
  const move = (index: number) => shiftSpan(index, index, shift)?.[0];
  const moveMap = (lines: Map<number, number>) =>
    new Map(
      [...lines].flatMap(([index, value]): [number, number][] => {
        const to = move(index);
        return to === undefined ? [] : [[to, value]];
      }),
    );
  const moveSet = (lines: Set<number>) =>
    new Set([...lines].map(move).filter((index) => index !== undefined));
  if (shift.axis === 'row') {
    sheet.rowHeights = moveMap(sheet.rowHeights);
    sheet.rowLevels = moveMap(sheet.rowLevels);
    sheet.hiddenRows = moveSet(sheet.hiddenRows);
  } else {
    const before = sheet.columnWidths.get(shift.at - 1);
    sheet.columnWidths = moveMap(sheet.columnWidths);
    sheet.columnLevels = moveMap(sheet.columnLevels);
    sheet.hiddenColumns = moveSet(sheet.hiddenColumns);
    if (before !== undefined)
      for (let i = 0; i < shift.count; i += 1) sheet.columnWidths.set(shift.at + i, before);
  }
}

function moveAreas(areas: Area[], shift: Shift): Area[] {
  return areas.flatMap((area) => {
    const rows = moveSide(area.top, area.bottom, 'row', shift);
    const columns = moveSide(area.left, area.right, 'column', shift);
    if (!rows || !columns) return [];
    return [{ top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] }];
  });
}

function moveSide(first: number, last: number, axis: Axis, shift: Shift): [number, number] | null {
  return axis === shift.axis ? shiftSpan(first, last, shift) : [first, last];
}

function movePanes(sheet: SheetModel, shift: Shift): void {
  const { titleRows } = sheet.page;
  if (titleRows && shift.axis === 'row') {
    const moved = shiftSpan(titleRows.first, titleRows.last, shift);
    sheet.page.titleRows = moved && { first: moved[0], last: moved[1] };
  }
  if (!sheet.freeze) return;
  const side = shift.axis === 'row' ? 'rows' : 'columns';
  const frozen = sheet.freeze[side];
  if (frozen === 0) return;
  const moved = shiftSpan(0, frozen - 1, shift);
  sheet.freeze = { ...sheet.freeze, [side]: moved ? moved[1] + 1 : 0 };
}

function moveFormulas(book: BookModel, sheet: SheetModel, shift: Shift): void {
  for (const home of book.sheets) {
    for (const [key, content] of home.contents) {
      if (content.formula === undefined) continue;
      const formula = shiftReferences(content.formula, home.name, sheet.name, shift);
      if (formula !== content.formula) home.contents.set(key, { ...content, formula });
    }
    home.conditionalFormats = home.conditionalFormats.map((rule) => ({
      ...rule,
      formula: shiftReferences(rule.formula, home.name, sheet.name, shift),
    }));
    for (const [key, validation] of home.validations) {
      const text = JSON.stringify(validation.rule);
      if (!text.includes('"=')) continue;
      const rule = JSON.parse(text, (_, value: unknown) =>
        typeof value === 'string' && value.startsWith('=')
          ? shiftReferences(value, home.name, sheet.name, shift)
          : value,
      ) as Record<string, unknown>;
      if (JSON.stringify(rule) !== text) home.validations.set(key, { ...validation, rule });
    }
  }
  for (const name of book.names)
    name.formula = shiftReferences(name.formula, name.scope ?? '', sheet.name, shift);
}
