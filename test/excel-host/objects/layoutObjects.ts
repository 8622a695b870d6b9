/** Frozen panes, and how a sheet prints. */
import { columnLimit, readAddress, rowLimit } from '../addresses';
import { fail, HostObject } from '../hostObject';
import type { SheetModel } from '../sheetModel';
import { Range } from './range';
import type { Door } from './workbookObjects';

export class FreezePanes extends HostObject {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
  ) {
    super();
  }
  /** Rows frozen alone reach over all columns, columns frozen alone over all rows. */
  GetLocationOrNullObject() {
    const { freeze } = this.sheet;
    if (!freeze) return null;
    return new Range(this.door, this.sheet, {
      top: 0,
      left: 0,
      bottom: (freeze.rows || rowLimit) - 1,
      right: (freeze.columns || columnLimit) - 1,
    });
  }
  FreezeAt(range: Range | string) {
    const area = typeof range === 'string' ? readAddress(range) : range.$area;
    this.$set(area.bottom + 1, area.right + 1);
    return null;
  }
  FreezeRows(count: number) {
    this.$set(count, 0);
    return null;
  }
  FreezeColumns(count: number) {
    this.$set(0, count);
    return null;
  }
  Unfreeze() {
    this.$set(0, 0);
    return null;
  }
  private $set(rows: number, columns: number) {
    if (this.sheet.protected) fail('AccessDenied', `${this.sheet.name} is protected`);
    this.sheet.freeze = rows === 0 && columns === 0 ? null : { rows, columns };
  }
}

type MarginName = 'top' | 'bottom' | 'left' | 'right';

export class PageLayout extends HostObject {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
  ) {
    super();
  }
  get Orientation() {
    return this.sheet.page.orientation;
  }
  set Orientation(value) {
    this.$open(['Portrait', 'Landscape'].includes(value)).orientation = value;
  }
  get PaperSize() {
    return this.sheet.page.paperSize;
  }
  set PaperSize(value) {
    this.$open(typeof value === 'string').paperSize = value;
  }
  /** Either a scale, or pages to fit; 0 leaves a direction free. */
  get Zoom(): Record<string, number | null> {
    return this.sheet.page.zoom;
  }
  set Zoom(value) {
    const page = this.$open(!('scale' in value && 'horizontalFitToPages' in value));
    page.zoom = {
      scale: value['scale'] ?? null,
      horizontalFitToPages: value['horizontalFitToPages'] ?? null,
      verticalFitToPages: value['verticalFitToPages'] ?? null,
    };
  }
  get TopMargin() {
    return this.sheet.page.margins.top;
  }
  set TopMargin(points) {
    this.$margin('top', points);
  }
  get BottomMargin() {
    return this.sheet.page.margins.bottom;
  }
  set BottomMargin(points) {
    this.$margin('bottom', points);
  }
  get LeftMargin() {
    return this.sheet.page.margins.left;
  }
  set LeftMargin(points) {
    this.$margin('left', points);
  }
  get RightMargin() {
    return this.sheet.page.margins.right;
  }
  set RightMargin(points) {
    this.$margin('right', points);
  }
  get HeadersFooters() {
    return new HeaderFooterGroup(this.sheet);
  }
  GetPrintTitleRowsOrNullObject() {
    const { titleRows } = this.sheet.page;
    if (!titleRows) return null;
    const { first, last } = titleRows;
    return new Range(this.door, this.sheet, {
      top: first,
      bottom: last,
      left: 0,
      right: columnLimit - 1,
    });
  }
  /** An empty address takes the title rows away. */
  SetPrintTitleRows(rows: Range | string) {
    const page = this.$open(true);
    if (rows === '') {
      page.titleRows = null;
      return null;
    }
    const area = typeof rows === 'string' ? readAddress(rows) : rows.$area;
    if (area.right !== columnLimit - 1) fail('InvalidArgument', 'title rows are whole rows');
    page.titleRows = { first: area.top, last: area.bottom };
    return null;
  }
  private $margin(name: MarginName, points: number) {
    this.$open(points >= 0 && points < 400).margins[name] = points;
  }
  private $open(valid: boolean) {
    if (!valid) fail('InvalidArgument', 'page layout');
    if (this.sheet.protected) fail('AccessDenied', `${this.sheet.name} is protected`);
    return this.sheet.page;
  }
}

class HeaderFooterGroup extends HostObject {
  constructor(private readonly sheet: SheetModel) {
    super();
  }
  get State() {
    return this.sheet.page.headerState;
  }
  set State(value) {
    const known = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'];
    if (!known.includes(value)) fail('InvalidArgument', `headers ${value}`);
    this.sheet.page.headerState = value;
  }
  get DefaultForAllPages() {
    return new HeaderFooter(this.sheet, 'all');
  }
  get FirstPage() {
    return new HeaderFooter(this.sheet, 'first');
  }
}

class HeaderFooter extends HostObject {
  constructor(
    private readonly sheet: SheetModel,
    private readonly pages: string,
  ) {
    super();
  }
  get CenterHeader() {
    return this.sheet.page.headers[`${this.pages}.center`] ?? '';
  }
  set CenterHeader(value: string) {
    const { page } = this.sheet;
    const others = { ...page.headers };
    delete others[`${this.pages}.center`];
    page.headers = value === '' ? others : { ...others, [`${this.pages}.center`]: value };
  }
}
