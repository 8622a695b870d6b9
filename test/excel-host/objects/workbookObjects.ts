/** Workbook, worksheets and what belongs to a whole sheet, as the client library sees them. */
import { type Area, readAddress } from '../addresses';
import type { BookModel, Source } from '../bookModel';
import { fail, HostCollection, HostObject } from '../hostObject';
import type { SheetModel } from '../sheetModel';
import { CommentCollection, readAreas } from './markObjects';
import { FreezePanes, PageLayout } from './layoutObjects';
import { Range, RangeAreas } from './range';
import { SettingCollection } from './settingObjects';
import { TableCollection } from './tableObjects';

/** The workbook as one window's add-in sees it: `source` marks what that add-in does. */
export interface Door {
  book: BookModel;
  source: Source;
}

export class Workbook extends HostObject {
  constructor(private readonly door: Door) {
    super();
  }
  get Worksheets() {
    return new WorksheetCollection(this.door);
  }
  get Application() {
    return new Application(this.door.book);
  }
  get Comments() {
    return new CommentCollection(this.door, this.door.book.sheets);
  }
  get Protection() {
    return new WorkbookProtection(this.door.book);
  }
  get Tables() {
    return new TableCollection(this.door, this.door.book.sheets);
  }
  get Settings() {
    return new SettingCollection(this.door.book);
  }
  GetSelectedRanges() {
    const { active, selection, alsoSelected, shapeSelected } = this.door.book;
    if (shapeSelected) fail('InvalidSelection');
    return new SelectedAreas(this.door, active, [selection, ...alsoSelected]);
  }
}

class SelectedAreas extends RangeAreas {
  constructor(
    private readonly $door: Door,
    private readonly $sheet: SheetModel,
    private readonly $selected: Area[],
  ) {
    super($door, $sheet, $selected);
  }
  get AreaCount() {
    return this.$selected.length;
  }
  get Worksheet() {
    return new Worksheet(this.$door, this.$sheet);
  }
}

class Application extends HostObject {
  constructor(private readonly book: BookModel) {
    super();
  }
  SuspendScreenUpdatingUntilNextSync() {
    return null;
  }
  SuspendApiCalculationUntilNextSync() {
    return null;
  }
  get CultureInfo() {
    return new CultureInfo(this.book);
  }
}

class CultureInfo extends HostObject {
  constructor(private readonly book: BookModel) {
    super();
  }
  get Name() {
    return this.book.decimal === ',' ? 'vi-VN' : 'en-US';
  }
  get NumberFormat() {
    return new NumberFormatInfo(this.book);
  }
}

class NumberFormatInfo extends HostObject {
  constructor(private readonly book: BookModel) {
    super();
  }
  get NumberDecimalSeparator() {
    return this.book.decimal;
  }
  get NumberGroupSeparator() {
    return this.book.decimal === ',' ? '.' : ',';
  }
}

class WorkbookProtection extends HostObject {
  constructor(private readonly book: BookModel) {
    super();
  }
  get Protected() {
    return this.book.protected;
  }
}

class WorksheetCollection extends HostCollection {
  constructor(private readonly door: Door) {
    super();
  }
  override $items() {
    return this.door.book.sheets.map((sheet) => new Worksheet(this.door, sheet));
  }
  GetItem(key: unknown) {
    return new Worksheet(this.door, this.door.book.sheet(String(key)));
  }
  GetItemOrNullObject(key: unknown) {
    const sheet = this.door.book.find(String(key));
    return sheet ? new Worksheet(this.door, sheet) : null;
  }
  GetFirst(visibleOnly: unknown) {
    if (visibleOnly === true) fail('ApiNotFound', 'the first visible sheet');
    return new Worksheet(this.door, this.door.book.sheets[0] ?? fail('ItemNotFound'));
  }
  GetActiveWorksheet() {
    return new Worksheet(this.door, this.door.book.active);
  }
  Add(name: unknown) {
    const { book, source } = this.door;
    if (book.protected) fail('AccessDenied', 'the structure of the workbook is protected');
    if (typeof name !== 'string') return fail('ApiNotFound', 'a sheet without a name');
    const sheet = book.newSheet(name);
    book.emit({ kind: 'added', sheet, source });
    return new Worksheet(this.door, sheet);
  }
  _RegisterDataChangedEvent() {
    return null;
  }
  _UnregisterDataChangedEvent() {
    return null;
  }
  _RegisterSelectionChangedEvent() {
    return null;
  }
  _UnregisterSelectionChangedEvent() {
    return null;
  }
  _RegisterActivatedEvent() {
    return null;
  }
  _UnregisterActivatedEvent() {
    return null;
  }
  _RegisterAddedEvent() {
    return null;
  }
  _UnregisterAddedEvent() {
    return null;
  }
  _RegisterDeletedEvent() {
    return null;
  }
  _UnregisterDeletedEvent() {
    return null;
  }
}

export class Worksheet extends HostObject {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
  ) {
    super();
  }
  override $identity() {
    return { Id: this.sheet.id };
  }
  get Id() {
    return this.sheet.id;
  }
  get Name() {
    return this.sheet.name;
  }
  get Position() {
    return this.door.book.sheets.indexOf(this.sheet);
  }
  set Position(position) {
    const { book } = this.door;
    if (book.protected) fail('AccessDenied', 'the structure of the workbook is protected');
    if (position < 0 || position >= book.sheets.length) fail('InvalidArgument', 'position');
    book.sheets = book.sheets.filter((other) => other !== this.sheet);
    book.sheets.splice(position, 0, this.sheet);
  }
  GetNextOrNullObject(visibleOnly: unknown) {
    if (visibleOnly === true) fail('ApiNotFound', 'the next visible sheet');
    const next = this.door.book.sheets[this.Position + 1];
    return next ? new Worksheet(this.door, next) : null;
  }
  get Visibility() {
    return this.sheet.visibility;
  }
  set Visibility(value) {
    const { book } = this.door;
    if (book.protected) fail('AccessDenied', 'the structure of the workbook is protected');
    if (!['Visible', 'Hidden', 'VeryHidden'].includes(value)) fail('InvalidArgument', value);
    const others = book.sheets.some(
      (other) => other !== this.sheet && other.visibility === 'Visible',
    );
    if (value !== 'Visible' && !others) fail('InvalidOperation', 'the last visible sheet');
    this.sheet.visibility = value;
    if (book.active === this.sheet && value !== 'Visible')
      book.active = book.sheets.find((other) => other.visibility === 'Visible') ?? book.active;
  }
  get Protection() {
    return new WorksheetProtection(this.sheet);
  }
  get Tables() {
    return new TableCollection(this.door, [this.sheet]);
  }
  get Comments() {
    return new CommentCollection(this.door, [this.sheet]);
  }
  get AutoFilter() {
    return new AutoFilter(this.sheet);
  }
  get FreezePanes() {
    return new FreezePanes(this.door, this.sheet);
  }
  get PageLayout() {
    return new PageLayout(this.door, this.sheet);
  }
  Activate() {
    const { book } = this.door;
    if (this.sheet.visibility !== 'Visible') fail('InvalidOperation', 'a hidden sheet');
    if (book.active === this.sheet) return null;
    book.emit({ kind: 'deactivated', sheet: book.active });
    book.active = this.sheet;
    book.emit({ kind: 'activated', sheet: this.sheet });
    return null;
  }
  Delete() {
    const { book, source } = this.door;
    if (book.protected) fail('AccessDenied', 'the structure of the workbook is protected');
    book.removeSheet(this.sheet);
    book.emit({ kind: 'deleted', sheet: this.sheet, source });
    return null;
  }
  /** Without an address, all of the sheet. */
  GetRange(address: unknown) {
    if (address === undefined || address === null || address === '')
      return this.GetRangeByIndexes(0, 0, this.sheet.size.rows, this.sheet.size.columns);
    return new Range(this.door, this.sheet, readAddress(String(address)));
  }
  GetRanges(address: unknown) {
    return new RangeAreas(this.door, this.sheet, readAreas(String(address)));
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number) {
    const area = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
    return new Range(this.door, this.sheet, area);
  }
  /** Of an empty sheet, its first cell. */
  GetUsedRange(valuesOnly: unknown) {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetRangeByIndexes(0, 0, 1, 1);
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown) {
    const area = this.sheet.usedArea(valuesOnly === true);
    return area && new Range(this.door, this.sheet, area);
  }
}

class WorksheetProtection extends HostObject {
  constructor(private readonly sheet: SheetModel) {
    super();
  }
  get Protected() {
    return this.sheet.protected;
  }
}

class AutoFilter extends HostObject {
  constructor(private readonly sheet: SheetModel) {
    super();
  }
  get IsDataFiltered() {
    return this.sheet.filtering;
  }
}
