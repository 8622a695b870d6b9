/** Conditional formats with a formula, and comments: what the product's marks are made of. */
import { type Area, overlaps, readAddress } from '../addresses';
import { fail, HostCollection, HostObject } from '../hostObject';
import { type CommentModel, type ConditionalFormatModel, keyOf, placeOf } from '../sheetModel';
import type { SheetModel } from '../sheetModel';
import { Range, RangeAreas } from './range';
import type { Door } from './workbookObjects';

function mayChange(sheet: SheetModel): void {
  if (sheet.protected) fail('AccessDenied', `${sheet.name} is protected`);
}

/** Of some areas: those that touch them are listed, a new one covers them all. */
export class ConditionalFormatCollection extends HostCollection {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
    private readonly areas: Area[],
  ) {
    super();
  }
  override $items() {
    return this.sheet.conditionalFormats
      .filter((rule) => rule.areas.some((area) => this.areas.some((own) => overlaps(own, area))))
      .map((rule) => new ConditionalFormat(this.door, this.sheet, rule.id));
  }
  GetItem(id: unknown) {
    return this.GetItemOrNullObject(id) ?? fail('ItemNotFound', `conditional format ${String(id)}`);
  }
  GetItemOrNullObject(id: unknown) {
    const rule = this.sheet.conditionalFormats.find((one) => one.id === id);
    if (!rule || rule.unreachable) return null;
    return new ConditionalFormat(this.door, this.sheet, rule.id);
  }
  Add(type: unknown) {
    mayChange(this.sheet);
    if (type !== 'Custom') fail('ApiNotFound', `the stand-in has no conditional format ${type}`);
    const rule = this.sheet.addRule(this.areas, '', null);
    return new ConditionalFormat(this.door, this.sheet, rule.id);
  }
}

class ConditionalFormat extends HostObject {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
    private readonly id: string,
  ) {
    super();
  }
  override $identity() {
    return { Id: this.id };
  }
  get $rule(): ConditionalFormatModel {
    return this.sheet.conditionalFormats.find(({ id }) => id === this.id) ?? fail('ItemNotFound');
  }
  $change(part: Partial<ConditionalFormatModel>): void {
    mayChange(this.sheet);
    const { $rule: rule } = this;
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.map((other) =>
      other === rule ? { ...rule, ...part } : other,
    );
  }
  get Id() {
    return this.id;
  }
  get Type() {
    return this.$rule.type;
  }
  /** Only of a rule of that type: any other stops the batch. */
  get Custom() {
    return this.CustomOrNullObject ?? fail('InvalidOperation', `custom of ${this.$rule.type}`);
  }
  get CustomOrNullObject() {
    return this.$rule.type === 'Custom' ? new CustomConditionalFormat(this) : null;
  }
  get Priority() {
    return this.sheet.conditionalFormats.indexOf(this.$rule);
  }
  /** Negative ones count from the back. */
  set Priority(priority: number) {
    mayChange(this.sheet);
    const { $rule: rule } = this;
    const others = this.sheet.conditionalFormats.filter((other) => other !== rule);
    const at = priority < 0 ? others.length + 1 + priority : priority;
    others.splice(Math.max(0, at), 0, rule);
    this.sheet.conditionalFormats = others;
  }
  GetRanges() {
    return new RangeAreas(this.door, this.sheet, this.$rule.areas);
  }
  Delete() {
    mayChange(this.sheet);
    const { $rule: rule } = this;
    this.sheet.conditionalFormats = this.sheet.conditionalFormats.filter((one) => one !== rule);
    return null;
  }
}

class CustomConditionalFormat extends HostObject {
  constructor(private readonly owner: ConditionalFormat) {
    super();
  }
  get Rule() {
    return new ConditionalFormatRule(this.owner);
  }
  get Format() {
    return new ConditionalRangeFormat(this.owner);
  }
}

class ConditionalFormatRule extends HostObject {
  constructor(private readonly owner: ConditionalFormat) {
    super();
  }
  get Formula() {
    return this.owner.$rule.formula;
  }
  set Formula(formula: string) {
    if (!/^=./.test(formula)) fail('InvalidArgument', `condition ${formula}`);
    this.owner.$change({ formula });
  }
}

class ConditionalRangeFormat extends HostObject {
  constructor(private readonly owner: ConditionalFormat) {
    super();
  }
  get Fill() {
    return new ConditionalRangeFill(this.owner);
  }
}

class ConditionalRangeFill extends HostObject {
  constructor(private readonly owner: ConditionalFormat) {
    super();
  }
  get Color() {
    return this.owner.$rule.fill ?? '';
  }
  set Color(fill: string) {
    if (!/^#[0-9a-f]{6}$/i.test(fill)) fail('InvalidArgument', `fill ${fill}`);
    this.owner.$change({ fill: fill.toUpperCase() });
  }
}

/** Of one sheet, or of all for adding. */
export class CommentCollection extends HostCollection {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetModel[],
  ) {
    super();
  }
  override $items() {
    return this.sheets.flatMap((sheet) =>
      [...sheet.comments.values()].map(({ id }) => new Comment(this.door, sheet, id)),
    );
  }
  GetItem(id: unknown) {
    return this.GetItemOrNullObject(id) ?? fail('ItemNotFound', `comment ${String(id)}`);
  }
  GetItemOrNullObject(id: unknown) {
    for (const sheet of this.sheets)
      if ([...sheet.comments.values()].some((comment) => comment.id === id))
        return new Comment(this.door, sheet, String(id));
    return null;
  }
  /** A cell has one comment, or one note of the older kind. */
  Add(cell: unknown, content: unknown) {
    if (!(cell instanceof Range)) return fail('ApiNotFound', 'the stand-in takes a range here');
    const { top, left } = cell.$area;
    if (cell.RowCount * cell.ColumnCount > 1) fail('InvalidArgument', 'a comment on several cells');
    if (typeof content !== 'string' || content === '') return fail('InvalidArgument', 'comment');
    const { $sheet: sheet } = cell;
    mayChange(sheet);
    const key = keyOf(top, left);
    if (sheet.comments.has(key) || sheet.notes.has(key))
      fail('InvalidArgument', 'the cell has a comment');
    return new Comment(this.door, sheet, sheet.addComment(top, left, content).id);
  }
}

class Comment extends HostObject {
  constructor(
    private readonly door: Door,
    private readonly sheet: SheetModel,
    private readonly id: string,
  ) {
    super();
  }
  override $identity() {
    return { Id: this.id };
  }
  private get $found(): [number, CommentModel] {
    const found = [...this.sheet.comments].find(([, { id }]) => id === this.id);
    return found ?? fail('ItemNotFound', `comment ${this.id}`);
  }
  get Id() {
    return this.id;
  }
  get Content() {
    return this.$found[1].content;
  }
  get Replies() {
    return new CommentReplyCollection(this.$found[1].replies);
  }
  GetLocation() {
    const [row, column] = placeOf(this.$found[0]);
    return new Range(this.door, this.sheet, { top: row, bottom: row, left: column, right: column });
  }
  Delete() {
    mayChange(this.sheet);
    this.sheet.comments.delete(this.$found[0]);
    return null;
  }
}

class CommentReplyCollection extends HostCollection {
  constructor(private readonly replies: readonly string[]) {
    super();
  }
  override $items() {
    return this.replies.map((_, i) => new CommentReply(`{reply-${i + 1}}`));
  }
}

class CommentReply extends HostObject {
  constructor(private readonly id: string) {
    super();
  }
  override $identity() {
    return { Id: this.id };
  }
  get Id() {
    return this.id;
  }
}

export function readAreas(address: string): Area[] {
  if (address.length > 8192) fail('InvalidArgument', 'address over 8,192 characters');
  return address.split(',').map(readAddress);
}
