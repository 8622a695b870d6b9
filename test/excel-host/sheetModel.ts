/**
 * One worksheet as data, with the edits that keep it whole: what a cell holds, how it looks, what
 * spans several cells. It knows nothing of batches or of Office.js.
 */
import {
  type Area,
  columnLimit,
  contains,
  overlaps,
  printAddress,
  rowLimit,
  wholeSheet,
} from './addresses';
import {
  acrossSide,
  type CellFormat,
  formatValue,
  type FormatValue,
  sides,
  type Side,
  withFill,
  withFormat,
} from './cellFormat';
import type { Content } from './enteredText';
import { fail } from './hostObject';

export interface Validation {
  type: string;
  rule: Record<string, unknown>;
  prompt: { showPrompt: boolean; title: string; message: string };
  errorAlert: { showAlert: boolean; style: string; title: string; message: string };
  ignoreBlanks: boolean;
}

export interface PageSetup {
  orientation: string;
  paperSize: string;
  zoom: Record<string, number | null>;
  margins: Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer', number>;
  titleRows: { first: number; last: number } | null;
  headerState: string;
  headers: Record<string, string>;
}

/** In order of rank. */
export interface ConditionalFormatModel {
  id: string;
  type: 'Custom' | 'ColorScale' | 'CellValue';
  areas: Area[];
  /** Of the type `Custom` only. */
  formula: string;
  fill: string | null;
  /** Some rules made in Excel's own rule manager are listed, but not found by their identifier. */
  unreachable: boolean;
}

export interface CommentModel {
  id: string;
  content: string;
  replies: string[];
}

const newPage = (): PageSetup => ({
  orientation: 'Portrait',
  paperSize: 'Letter',
  zoom: { scale: 100, horizontalFitToPages: null, verticalFitToPages: null },
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  titleRows: null,
  headerState: 'Default',
  headers: {},
});

const columnsPerRow = 16_384;
export const keyOf = (row: number, column: number) => row * columnsPerRow + column;
export const placeOf = (key: number): [number, number] => [
  Math.floor(key / columnsPerRow),
  key % columnsPerRow,
];

export class SheetModel {
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  contents = new Map<number, Content>();
  formats = new Map<number, CellFormat>();
  validations = new Map<number, Validation>();
  /** In points. */
  columnWidths = new Map<number, number>();
  rowHeights = new Map<number, number>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  rowLevels = new Map<number, number>();
  /** Smaller in a workbook of the old format (.xls). */
  size = { rows: rowLimit, columns: columnLimit };
  columnLevels = new Map<number, number>();
  merges: Area[] = [];
  conditionalFormats: ConditionalFormatModel[] = [];
  comments = new Map<number, CommentModel>();
  /** Of the kind that the declared requirement set does not reach. */
  notes = new Map<number, string>();
  private made = 0;
  /** Excel's own tables, in which no cells can be merged. */
  tables: { name: string; area: Area }[] = [];
  freeze: { rows: number; columns: number } | null = null;
  page = newPage();
  protected = false;
  /** Area of the auto-filter; its hidden rows are in `hiddenRows`. */
  filter: Area | null = null;
  filtering = false;
  /** Something changed since the last calculation. */
  stale = true;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  format(row: number, column: number, path: string): FormatValue {
    return formatValue(this.formats.get(keyOf(row, column)), path);
  }

  setContent(row: number, column: number, content: Content | null): void {
    const key = keyOf(row, column);
    this.stale = true;
    if (content) this.contents.set(key, content);
    else this.contents.delete(key);
    if (content?.format && this.format(row, column, 'numberFormat') === 'General')
      this.setFormat(row, column, 'numberFormat', content.format);
  }

  setFormat(row: number, column: number, path: string, value: FormatValue): void {
    this.putFormat(row, column, withFormat(this.formats.get(keyOf(row, column)), path, value));
    const [, side, part] = /^borders\.(\w+)\.(\w+)$/.exec(path) ?? [];
    if (side === undefined || part === undefined) return;
    const step = acrossSide[side as Side];
    const [r, c] = [row + step.row, column + step.column];
    if (r < 0 || c < 0) return;
    const other = `borders.${step.side}.${part}`;
    this.putFormat(r, c, withFormat(this.formats.get(keyOf(r, c)), other, value));
  }

  setFill(row: number, column: number, color: string | null): void {
    this.putFormat(row, column, withFill(this.formats.get(keyOf(row, column)), color));
  }

  private putFormat(row: number, column: number, format: CellFormat): void {
    const key = keyOf(row, column);
    if (Object.keys(format).length > 0) this.formats.set(key, format);
    else this.formats.delete(key);
  }

  /** Cells under a merge other than its first hold nothing and show the first one's format. */
  merge(area: Area): void {
    if (this.merges.some((other) => overlaps(other, area) && !contains(area, other)))
      fail('InvalidArgument', 'a merge would cut another one');
    this.merges = this.merges.filter((other) => !contains(area, other));
    this.merges.push({ ...area });
    this.stale = true;
    const first = this.formats.get(keyOf(area.top, area.left));
    for (const [row, column] of cellsOf(area)) {
      if (row === area.top && column === area.left) continue;
      this.contents.delete(keyOf(row, column));
      this.putFormat(row, column, first ?? {});
    }
  }

  /** At the first rank, as Excel adds them. */
  addRule(
    areas: Area[],
    formula: string,
    fill: string | null,
    kind: Partial<Pick<ConditionalFormatModel, 'type' | 'unreachable'>> = {},
  ): ConditionalFormatModel {
    const rule: ConditionalFormatModel = {
      id: this.newId(),
      type: 'Custom',
      areas: [...areas],
      formula,
      fill,
      unreachable: false,
      ...kind,
    };
    this.conditionalFormats = [rule, ...this.conditionalFormats];
    return rule;
  }

  addComment(row: number, column: number, content: string): CommentModel {
    const comment = { id: this.newId(), content, replies: [] };
    this.comments.set(keyOf(row, column), comment);
    return comment;
  }

  private newId(): string {
    this.made += 1;
    return `{00000000-0002-0000-0000-${String(this.made).padStart(12, '0')}}`;
  }

  unmerge(area: Area): void {
    this.merges = this.merges.filter((other) => !overlaps(other, area));
  }

  /** True for a cell that a merge covers, other than the first of it. */
  covered(row: number, column: number): boolean {
    return this.merges.some(
      (area) =>
        row >= area.top &&
        row <= area.bottom &&
        column >= area.left &&
        column <= area.right &&
        (row !== area.top || column !== area.left),
    );
  }

  usedArea(valuesOnly: boolean, within: Area = wholeSheet): Area | null {
    const area = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
    const take = (key: number) => {
      const row = Math.floor(key / columnsPerRow);
      const column = key % columnsPerRow;
      if (row < within.top || row > within.bottom) return;
      if (column < within.left || column > within.right) return;
      if (row < area.top) area.top = row;
      if (row > area.bottom) area.bottom = row;
      if (column < area.left) area.left = column;
      if (column > area.right) area.right = column;
    };
    for (const key of this.contents.keys()) take(key);
    if (!valuesOnly) for (const key of this.formats.keys()) take(key);
    return area.bottom < 0 ? null : area;
  }

  /** The same sheet apart: what happens to one does not happen to the other. */
  copy(): SheetModel {
    const copy = Object.assign(new SheetModel(this.id, this.name), this);
    // Contents and page are changed in place; formats, rules and areas are only replaced.
    copy.contents = new Map([...this.contents].map(([key, content]) => [key, { ...content }]));
    copy.page = { ...this.page, margins: { ...this.page.margins } };
    copy.formats = new Map(this.formats);
    copy.validations = new Map(this.validations);
    copy.columnWidths = new Map(this.columnWidths);
    copy.rowHeights = new Map(this.rowHeights);
    copy.hiddenRows = new Set(this.hiddenRows);
    copy.hiddenColumns = new Set(this.hiddenColumns);
    copy.rowLevels = new Map(this.rowLevels);
    copy.columnLevels = new Map(this.columnLevels);
    copy.merges = [...this.merges];
    copy.conditionalFormats = [...this.conditionalFormats];
    copy.tables = [...this.tables];
    copy.comments = new Map(this.comments);
    copy.notes = new Map(this.notes);
    return copy;
  }

  /** Everything a person could tell apart, in a fixed order: two equal dumps are two equal sheets. */
  dump(): Record<string, unknown> {
    const byCell = <T>(map: Map<number, T>) =>
      Object.fromEntries(
        [...map]
          .sort(([a], [b]) => a - b)
          .map(([key, value]) => {
            const [row, column] = placeOf(key);
            return [printAddress({ top: row, bottom: row, left: column, right: column }), value];
          }),
      );
    const byIndex = <T>(map: Map<number, T>) =>
      Object.fromEntries([...map].sort(([a], [b]) => a - b));
    const sorted = (set: Set<number>) => [...set].sort((a, b) => a - b);
    return {
      name: this.name,
      visibility: this.visibility,
      contents: byCell(this.contents),
      formats: byCell(new Map([...this.formats].map(([key, format]) => [key, tidy(format)]))),
      validations: byCell(this.validations),
      columnWidths: byIndex(this.columnWidths),
      rowHeights: byIndex(this.rowHeights),
      hiddenRows: sorted(this.hiddenRows),
      hiddenColumns: sorted(this.hiddenColumns),
      rowLevels: byIndex(this.rowLevels),
      columnLevels: byIndex(this.columnLevels),
      merges: this.merges.map(printAddress).sort(),
      conditionalFormats: this.conditionalFormats.map(({ type, areas, formula, fill }) => ({
        type,
        areas: areas.map(printAddress),
        formula,
        fill,
      })),
      comments: byCell(
        new Map(
          [...this.comments].map(([key, { content, replies }]) => [key, { content, replies }]),
        ),
      ),
      notes: byCell(this.notes),
      tables: this.tables.map(({ name, area }) => `${name} ${printAddress(area)}`),
      freeze: this.freeze,
      page: this.page,
      protected: this.protected,
      filter: this.filter,
      filtering: this.filtering,
    };
  }
}

/** A side without a line has no colour or weight to speak of. */
function tidy(format: CellFormat): CellFormat {
  const entries = Object.entries(format).filter(([path]) => {
    const side = sides.find((name) => path.startsWith(`borders.${name}.`));
    return side === undefined || formatValue(format, `borders.${side}.style`) !== 'None';
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function* cellsOf(area: Area): Generator<[number, number]> {
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) yield [row, column];
}
