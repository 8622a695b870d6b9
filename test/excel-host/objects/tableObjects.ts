/** Tables of Excel, as far as our host asks: their names and places. */
import type { Area } from '../addresses';
import { fail, HostCollection, HostObject } from '../hostObject';
import type { SheetModel } from '../sheetModel';
import { Range } from './range';
import type { Door } from './workbookObjects';

export class TableCollection extends HostCollection {
  constructor(
    private readonly door: Door,
    private readonly sheets: readonly SheetModel[],
  ) {
    super();
  }
  override $items() {
    return this.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => new Table(this.door, sheet, table)),
    );
  }
  GetItem(key: unknown) {
    return this.$items().find(({ Name }) => Name === key) ?? fail('ItemNotFound', String(key));
  }
}

class Table extends HostObject {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
    private readonly table: { name: string; area: Area },
  ) {
    super();
  }
  override $identity() {
    return { Id: this.table.name };
  }
  get Id() {
    return this.table.name;
  }
  get Name() {
    return this.table.name;
  }
  GetRange() {
    return new Range(this.door, this.sheet, this.table.area);
  }
}
