/** A range's format: what all its cells share (or null), and setting it for all of them. */
import { type FormatValue, type Side, sides } from '../cellFormat';
import { fail, HostObject } from '../hostObject';
import { cellsOf } from '../sheetModel';
import { type Range, standardHeight, standardWidth } from './range';

class Formatting extends HostObject {
  constructor(readonly $range: Range) {
    super();
  }
  protected $read(path: string): FormatValue | null {
    return this.$range.$same((row, column) => this.$range.$sheet.format(row, column, path), 'cell');
  }
  protected $write(path: string, value: FormatValue | null, allowed?: readonly string[]): void {
    this.$range.$mayChange('format');
    if (value === null) fail('InvalidArgument', path);
    if (allowed && !allowed.includes(String(value))) fail('InvalidArgument', `${path} ${value}`);
    for (const [row, column] of cellsOf(this.$range.$area))
      this.$range.$sheet.setFormat(row, column, path, value);
  }
}

const horizontals = ['General', 'Left', 'Center', 'Right', 'Justify'];
const verticals = ['Top', 'Center', 'Bottom', 'Justify'];

export class RangeFormat extends Formatting {
  get Font() {
    return new RangeFont(this.$range);
  }
  get Fill() {
    return new RangeFill(this.$range);
  }
  get Borders() {
    return new RangeBorderCollection(this.$range);
  }
  get Protection() {
    return new FormatProtection(this.$range);
  }
  get HorizontalAlignment() {
    return this.$read('horizontalAlignment');
  }
  set HorizontalAlignment(value) {
    this.$write('horizontalAlignment', value, horizontals);
  }
  get VerticalAlignment() {
    return this.$read('verticalAlignment');
  }
  set VerticalAlignment(value) {
    this.$write('verticalAlignment', value, verticals);
  }
  get WrapText() {
    return this.$read('wrapText');
  }
  set WrapText(value) {
    this.$write('wrapText', value);
  }
  get IndentLevel() {
    return this.$read('indentLevel');
  }
  set IndentLevel(value) {
    if (typeof value !== 'number' || value < 0 || value > 250) fail('InvalidArgument', 'indent');
    this.$write('indentLevel', value);
  }
  /** In points; 0 hides, anything else shows. */
  get ColumnWidth(): number {
    const { $sheet: sheet, $area: area } = this.$range;
    return sheet.hiddenColumns.has(area.left)
      ? 0
      : (sheet.columnWidths.get(area.left) ?? standardWidth);
  }
  set ColumnWidth(points) {
    this.$range.$mayChange('format');
    if (typeof points !== 'number' || points < 0 || points > 1342) fail('InvalidArgument', 'width');
    const { $sheet: sheet, $area: area } = this.$range;
    for (let column = area.left; column <= area.right; column += 1) {
      setLine(sheet.columnWidths, sheet.hiddenColumns, column, points, standardWidth);
    }
  }
  get RowHeight(): number {
    const { $sheet: sheet, $area: area } = this.$range;
    return sheet.hiddenRows.has(area.top) ? 0 : (sheet.rowHeights.get(area.top) ?? standardHeight);
  }
  set RowHeight(points) {
    this.$range.$mayChange('format');
    if (typeof points !== 'number' || points < 0 || points > 409) fail('InvalidArgument', 'height');
    const { $sheet: sheet, $area: area } = this.$range;
    for (let row = area.top; row <= area.bottom; row += 1)
      setLine(sheet.rowHeights, sheet.hiddenRows, row, points, standardHeight);
  }
  /** The stand-in measures no text: the program's own height is the standard one. */
  AutofitRows() {
    this.$range.$mayChange('format');
    const { $sheet: sheet, $area: area } = this.$range;
    for (let row = area.top; row <= area.bottom; row += 1) sheet.rowHeights.delete(row);
    return null;
  }
}

function setLine(
  sizes: Map<number, number>,
  hidden: Set<number>,
  index: number,
  points: number,
  standard: number,
): void {
  if (points === 0) {
    hidden.add(index);
    return;
  }
  hidden.delete(index);
  if (points === standard) sizes.delete(index);
  else sizes.set(index, points);
}

class RangeFont extends Formatting {
  get Name() {
    return this.$read('font.name');
  }
  set Name(value) {
    this.$write('font.name', value);
  }
  get Size() {
    return this.$read('font.size');
  }
  set Size(value) {
    this.$write('font.size', value);
  }
  get Bold() {
    return this.$read('font.bold');
  }
  set Bold(value) {
    this.$write('font.bold', value);
  }
  get Italic() {
    return this.$read('font.italic');
  }
  set Italic(value) {
    this.$write('font.italic', value);
  }
  get Color() {
    return this.$read('font.color');
  }
  set Color(value) {
    this.$write('font.color', value === null ? null : String(value).toUpperCase());
  }
}

class RangeFill extends Formatting {
  get Color() {
    return this.$read('fill.color');
  }
  set Color(value) {
    this.$paint(value === null ? fail('InvalidArgument', 'fill') : String(value));
  }
  Clear() {
    this.$paint(null);
    return null;
  }
  private $paint(color: string | null) {
    this.$range.$mayChange('format');
    if (color !== null && !/^#[0-9a-f]{6}$/i.test(color)) fail('InvalidArgument', `fill ${color}`);
    for (const [row, column] of cellsOf(this.$range.$area))
      this.$range.$sheet.setFill(row, column, color);
  }
}

class FormatProtection extends Formatting {
  get Locked() {
    return this.$read('protection.locked');
  }
  set Locked(value) {
    this.$write('protection.locked', value);
  }
}

const borderNames = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
] as const;
type BorderName = (typeof borderNames)[number];

class RangeBorderCollection extends HostObject {
  constructor(private readonly range: Range) {
    super();
  }
  GetItem(name: string) {
    if (!borderNames.includes(name as BorderName)) fail('ApiNotFound', `border ${name}`);
    return new RangeBorder(this.range, name as BorderName);
  }
}

class RangeBorder extends Formatting {
  constructor(
    range: Range,
    private readonly name: BorderName,
  ) {
    super(range);
  }
  override $identity() {
    return { SideIndex: this.name };
  }
  set Style(value: string) {
    this.$line('style', value, ['None', 'Continuous', 'Dash', 'Dot', 'Double']);
  }
  set Weight(value: string) {
    this.$line('weight', value, ['Hairline', 'Thin', 'Medium', 'Thick']);
  }
  set Color(value: string) {
    this.$line('color', value.toUpperCase());
  }
  private $line(part: string, value: string, allowed?: string[]) {
    this.$range.$mayChange('format');
    if (allowed && !allowed.includes(value)) fail('InvalidArgument', `border ${part} ${value}`);
    for (const [row, column, side] of this.$edges())
      this.$range.$sheet.setFormat(row, column, `borders.${side}.${part}`, value);
  }
  private *$edges(): Generator<[number, number, Side]> {
    const { top, left, bottom, right } = this.$range.$area;
    for (const [row, column] of cellsOf(this.$range.$area))
      for (const side of sides) {
        const outer =
          (side === 'top' && row === top) ||
          (side === 'bottom' && row === bottom) ||
          (side === 'left' && column === left) ||
          (side === 'right' && column === right);
        const upright = side === 'left' || side === 'right';
        const name = outer
          ? `Edge${side.charAt(0).toUpperCase()}${side.slice(1)}`
          : upright
            ? 'InsideVertical'
            : 'InsideHorizontal';
        if (name === this.name) yield [row, column, side];
      }
  }
}
