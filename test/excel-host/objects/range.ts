/** Range: values, formulas, formats, and the edits that move cells. Writes behave as Excel's do. */
import {
  type Area,
  columnLimit,
  overlaps,
  printAddress,
  readAddress,
  rowLimit,
  sheetPrefix,
} from '../addresses';
import { type Content, enteredContent } from '../enteredText';
import { fail, HostCollection, HostObject } from '../hostObject';
import { cellsOf, keyOf, type SheetModel } from '../sheetModel';
import { shiftSheet } from '../shiftSheet';
import { cellFormatReader, writeCellFormat } from './cellProperties';
import { DataValidation } from './dataValidation';
import { RangeFormat } from './formatObjects';
import { ConditionalFormatCollection } from './markObjects';
import type { Door } from './workbookObjects';

/** More merges than this and Excel gives no answer, as documented. */
const mostMerges = 512;
/** The stand-in refuses to walk whole columns cell by cell. */
const mostCells = 2_000_000;

export class Range extends HostObject {
  constructor(
    readonly $door: Door,
    readonly $sheet: SheetModel,
    readonly $area: Area,
  ) {
    super();
    const { top, left, bottom, right } = $area;
    if (top < 0 || left < 0 || bottom < top || right < left) fail('InvalidArgument', 'range');
    const { rows, columns } = $sheet.size;
    if (bottom >= rows || right >= columns) fail('InvalidArgument', 'range');
  }

  get Address() {
    return sheetPrefix(this.$sheet.name) + printAddress(this.$area);
  }
  get RowIndex() {
    return this.$area.top;
  }
  get ColumnIndex() {
    return this.$area.left;
  }
  get RowCount() {
    return this.$area.bottom - this.$area.top + 1;
  }
  get ColumnCount() {
    return this.$area.right - this.$area.left + 1;
  }
  get Format() {
    return new RangeFormat(this);
  }
  get ConditionalFormats() {
    return new ConditionalFormatCollection(this.$door, this.$sheet, [this.$area]);
  }
  get DataValidation() {
    return new DataValidation(this);
  }
  get Values() {
    return this.$grid((content) => content?.value ?? '');
  }
  set Values(entries: unknown) {
    this.$enter(entries);
  }
  get Formulas() {
    return this.$grid((content) => content?.formula ?? content?.value ?? '');
  }
  set Formulas(entries: unknown) {
    this.$enter(entries);
  }
  get ValueTypes() {
    const names = { text: 'String', number: 'Double', boolean: 'Boolean', error: 'Error' };
    return this.$grid((content) => (content ? names[content.kind] : 'Empty'));
  }
  get NumberFormat() {
    return this.$grid((_, row, column) => this.$sheet.format(row, column, 'numberFormat'));
  }
  set NumberFormat(formats: unknown) {
    this.$mayChange('format');
    this.$each(formats, (row, column, format) => {
      if (typeof format !== 'string') fail('InvalidArgument', 'number format');
      this.$sheet.setFormat(row, column, 'numberFormat', format);
    });
  }
  get RowHidden() {
    return this.$same((row) => this.$sheet.hiddenRows.has(row), 'row');
  }
  set RowHidden(hidden: boolean | null) {
    this.$mayChange('format');
    for (let row = this.$area.top; row <= this.$area.bottom; row += 1)
      if (hidden) this.$sheet.hiddenRows.add(row);
      else this.$sheet.hiddenRows.delete(row);
  }

  GetRow(index: number) {
    const row = this.$area.top + index;
    return new Range(this.$door, this.$sheet, { ...this.$area, top: row, bottom: row });
  }
  GetCell(row: number, column: number) {
    const [r, c] = [this.$area.top + row, this.$area.left + column];
    return new Range(this.$door, this.$sheet, { top: r, bottom: r, left: c, right: c });
  }
  GetResizedRange(rows: number, columns: number) {
    const { bottom, right } = this.$area;
    const area = { ...this.$area, bottom: bottom + rows, right: right + columns };
    return new Range(this.$door, this.$sheet, area);
  }
  GetIntersection(other: Range) {
    if (other.$sheet !== this.$sheet || !overlaps(this.$area, other.$area))
      return fail('ItemNotFound', 'no intersection');
    const [a, b] = [this.$area, other.$area];
    return new Range(this.$door, this.$sheet, {
      top: Math.max(a.top, b.top),
      left: Math.max(a.left, b.left),
      bottom: Math.min(a.bottom, b.bottom),
      right: Math.min(a.right, b.right),
    });
  }
  /** Refused where it would reach beyond the sheet. */
  GetOffsetRange(rows: number, columns: number) {
    const { top, left, bottom, right } = this.$area;
    return new Range(this.$door, this.$sheet, {
      top: top + rows,
      left: left + columns,
      bottom: bottom + rows,
      right: right + columns,
    });
  }
  GetEntireColumn() {
    const area = { ...this.$area, top: 0, bottom: rowLimit - 1 };
    return new Range(this.$door, this.$sheet, area);
  }
  GetEntireRow() {
    const area = { ...this.$area, left: 0, right: columnLimit - 1 };
    return new Range(this.$door, this.$sheet, area);
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown) {
    const area = this.$sheet.usedArea(valuesOnly === true, this.$area);
    return area && new Range(this.$door, this.$sheet, area);
  }
  GetBoundingRect(other: Range | string) {
    const b = typeof other === 'string' ? readAddress(other) : other.$area;
    const a = this.$area;
    return new Range(this.$door, this.$sheet, {
      top: Math.min(a.top, b.top),
      left: Math.min(a.left, b.left),
      bottom: Math.max(a.bottom, b.bottom),
      right: Math.max(a.right, b.right),
    });
  }
  _ValidateArraySize(rows: number, columns: number) {
    if (rows !== this.RowCount || columns !== this.ColumnCount)
      fail('InvalidArgument', 'the array is not of the size of the range');
    return null;
  }

  GetMergedAreasOrNullObject() {
    const areas = this.$sheet.merges.filter((area) => overlaps(area, this.$area));
    if (areas.length > mostMerges) fail('GeneralException', 'more than 512 merged areas');
    return areas.length === 0 ? null : new RangeAreas(this.$door, this.$sheet, areas);
  }
  GetCellProperties(wanted: Record<string, unknown>) {
    const read = cellFormatReader(this.$sheet, wanted);
    return this.$grid((_, row, column) => read(row, column));
  }
  SetCellProperties(properties: unknown) {
    this.$mayChange('format');
    this.$each(properties, (row, column, value) =>
      writeCellFormat(this.$sheet, row, column, value),
    );
    return null;
  }
  GetRowProperties(wanted: Record<string, unknown>) {
    return indexes(this.$area.top, this.$area.bottom).map((row) => {
      const hidden = this.$sheet.hiddenRows.has(row);
      const size = hidden ? 0 : (this.$sheet.rowHeights.get(row) ?? standardHeight);
      return lineProperties(wanted, { rowHidden: hidden, rowHeight: size });
    });
  }
  GetColumnProperties(wanted: Record<string, unknown>) {
    return indexes(this.$area.left, this.$area.right).map((column) => {
      const hidden = this.$sheet.hiddenColumns.has(column);
      const size = hidden ? 0 : (this.$sheet.columnWidths.get(column) ?? standardWidth);
      return lineProperties(wanted, { columnHidden: hidden, columnWidth: size });
    });
  }

  Insert(shift: string) {
    this.$mayChange('structure');
    const { top, left, bottom, right } = this.$area;
    const columns = top === 0 && bottom === rowLimit - 1;
    const rows = left === 0 && right === columnLimit - 1;
    if (columns === rows || shift !== (columns ? 'Right' : 'Down'))
      fail('ApiNotFound', 'the stand-in inserts whole rows or columns only');
    shiftSheet(
      this.$door.book,
      this.$sheet,
      columns
        ? { axis: 'column', at: left, count: this.ColumnCount }
        : { axis: 'row', at: top, count: this.RowCount },
    );
    this.$changed(columns ? 'ColumnInserted' : 'RowInserted');
    return this;
  }
  Delete(shift: string) {
    this.$mayChange('structure');
    const { top, left, bottom, right } = this.$area;
    const columns = top === 0 && bottom === rowLimit - 1;
    const rows = left === 0 && right === columnLimit - 1;
    if (columns === rows || shift !== (columns ? 'Left' : 'Up'))
      fail('ApiNotFound', 'the stand-in deletes whole rows or columns only');
    shiftSheet(
      this.$door.book,
      this.$sheet,
      columns
        ? { axis: 'column', at: left, count: -this.ColumnCount }
        : { axis: 'row', at: top, count: -this.RowCount },
    );
    this.$changed(columns ? 'ColumnDeleted' : 'RowDeleted');
    return null;
  }
  Merge(across: unknown) {
    this.$mayChange('format');
    if (across !== false && across !== undefined && across !== null)
      fail('ApiNotFound', 'merge across');
    if (this.$sheet.tables.some(({ area }) => overlaps(area, this.$area)))
      fail('InvalidOperation', 'cells of a table cannot be merged');
    this.$sheet.merge(this.$area);
    return null;
  }
  Unmerge() {
    this.$mayChange('format');
    this.$sheet.unmerge(this.$area);
    return null;
  }
  Group(option: string) {
    this.$level(option, 1);
    return null;
  }
  Ungroup(option: string) {
    this.$level(option, -1);
    return null;
  }
  Select() {
    const { book } = this.$door;
    if (this.$sheet.visibility !== 'Visible') fail('InvalidOperation', 'a hidden sheet');
    if (book.active !== this.$sheet) {
      book.active = this.$sheet;
      book.emit({ kind: 'activated', sheet: this.$sheet });
    }
    book.selection = { ...this.$area };
    book.alsoSelected = [];
    book.shapeSelected = false;
    book.emit({ kind: 'selection', sheet: this.$sheet, area: this.$area });
    return null;
  }

  private $level(option: string, step: number): void {
    this.$mayChange('format');
    if (option !== 'ByRows') fail('ApiNotFound', 'the stand-in groups rows only');
    const levels = this.$sheet.rowLevels;
    const rows = indexes(this.$area.top, this.$area.bottom);
    for (const row of rows) {
      const level = (levels.get(row) ?? 0) + step;
      if (level < 0 || level > 7) fail('InvalidOperation', `outline level ${level}`);
    }
    for (const row of rows) {
      const level = (levels.get(row) ?? 0) + step;
      if (level === 0) levels.delete(row);
      else levels.set(row, level);
    }
  }

  /** Numbers, dates and formulas are recognised unless the cell is text; merged cells keep nothing. */
  private $enter(entries: unknown): void {
    this.$mayChange('content');
    this.$each(entries, (row, column, entry) => {
      const format = String(this.$sheet.format(row, column, 'numberFormat'));
      const content = enteredContent(entry, format);
      if (this.$sheet.covered(row, column)) return;
      this.$sheet.setContent(row, column, this.$recall(row, column, content));
    });
    this.$changed('RangeEdited');
  }

  /** A formula shows what the workbook's calculation gives; without one, what the cell last showed. */
  private $recall(row: number, column: number, content: Content | null): Content | null {
    if (content?.formula === undefined) return content;
    const before = this.$sheet.contents.get(keyOf(row, column));
    if (before?.formula !== content.formula) return content;
    return { ...before };
  }

  private $changed(changeType: string): void {
    const { book, source } = this.$door;
    const address = printAddress(this.$area);
    book.emit({ kind: 'changed', sheet: this.$sheet, address, changeType, source });
  }

  /** A protected sheet lets content into unlocked cells, and nothing else. */
  $mayChange(what: 'content' | 'format' | 'structure'): void {
    if (!this.$sheet.protected) return;
    if (what === 'content') {
      const cells = [...cellsOf(this.$area)];
      if (cells.every(([r, c]) => this.$sheet.format(r, c, 'protection.locked') === false)) return;
    }
    fail('AccessDenied', `${this.$sheet.name} is protected`);
  }

  /** Null in an array leaves the cell alone; one value stands for all cells. */
  $each(given: unknown, write: (row: number, column: number, value: unknown) => void): void {
    this.$checkSize();
    if (Array.isArray(given)) {
      const wrongWidth = given.some(
        (line) => !Array.isArray(line) || line.length !== this.ColumnCount,
      );
      if (given.length !== this.RowCount || wrongWidth)
        fail('InvalidArgument', 'the array is not of the size of the range');
    }
    for (const [row, column] of cellsOf(this.$area)) {
      const value: unknown = Array.isArray(given)
        ? (given as unknown[][])[row - this.$area.top]?.[column - this.$area.left]
        : given;
      if (value !== null && value !== undefined) write(row, column, value);
    }
  }

  private $grid<T>(read: (content: Content | undefined, row: number, column: number) => T): T[][] {
    this.$checkSize();
    return indexes(this.$area.top, this.$area.bottom).map((row) =>
      indexes(this.$area.left, this.$area.right).map((column) =>
        read(this.$sheet.contents.get(keyOf(row, column)), row, column),
      ),
    );
  }

  /** The value that all rows (or cells) share, or null when they differ. */
  $same<T>(read: (row: number, column: number) => T, by: 'row' | 'cell'): T | null {
    const area = by === 'row' ? { ...this.$area, right: this.$area.left } : this.$area;
    this.$checkSize();
    const found = new Set<T>();
    for (const [row, column] of cellsOf(area)) found.add(read(row, column));
    const [only = null] = found;
    return found.size === 1 ? only : null;
  }

  private $checkSize(): void {
    if (this.RowCount * this.ColumnCount > mostCells)
      fail('ApiNotFound', 'the stand-in does not walk whole columns');
  }
}

export const standardHeight = 15;
export const standardWidth = 48;

export class RangeAreas extends HostObject {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
    private readonly areas: Area[],
  ) {
    super();
  }
  get ConditionalFormats() {
    return new ConditionalFormatCollection(this.door, this.sheet, this.areas);
  }
  get Areas() {
    return new RangeCollection(this.door, this.sheet, this.areas);
  }
}

class RangeCollection extends HostCollection {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
    private readonly areas: Area[],
  ) {
    super();
  }
  override $items() {
    return this.areas.map((area) => new Range(this.door, this.sheet, area));
  }
  GetItemAt(index: number) {
    const area = this.areas[index] ?? fail('ItemNotFound');
    return new Range(this.door, this.sheet, area);
  }
}

function indexes(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** What was asked of a row or a column: its own properties, and its size under `format`. */
function lineProperties(wanted: Record<string, unknown>, all: Record<string, number | boolean>) {
  const answer: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted)) {
    if (name === 'format') {
      const sizes = Object.keys(value as object).map((size) => [size, all[size] ?? unknown(size)]);
      answer[name] = Object.fromEntries(sizes) as unknown;
    } else answer[name] = all[name] ?? unknown(name);
  }
  return answer;
}

function unknown(name: string): never {
  return fail('ApiNotFound', `the stand-in has no line property ${name}`);
}
