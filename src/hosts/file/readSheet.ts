/**
 * Reads one worksheet part: cells, rows and columns into data, all else into the tree that stays as it
 * is. Shared formulas become what each cell really says; texts become plain, with their runs kept.
 */
import { parseArea, type CellAt, lastColumn, lastRow } from '../../workbook/address';
import { moveFormula } from '../../workbook/formulaText';
import type { CellValue } from '../../workbook/snapshot';
import { settled, type Cell, type ColumnRun, type Row, type Sheet } from './book';
import { plainFormula } from './newerFunctions';
import { readControls, readText, type SharedText } from './texts';
import {
  decodeXml,
  scanXml,
  TreeBuilder,
  without,
  XmlError,
  type XmlElement,
  type XmlHandler,
} from './xml';

export type SheetContent = Pick<Sheet, 'rows' | 'columns' | 'root'>;

/** @throws XmlError */
export function readSheet(bytes: Uint8Array, texts: readonly SharedText[]): SheetContent {
  const reader = new SheetReader(texts);
  scanXml(decodeXml(bytes), reader);
  return reader.finish();
}

interface OpenCell {
  row: number;
  column: number;
  attributes: Record<string, string>;
  value: string | null;
  inline: XmlElement | null;
  formula: string | null;
  formulaAttributes: Record<string, string> | null;
}

class SheetReader implements XmlHandler {
  private readonly rest = new TreeBuilder();
  private readonly rows = new Map<number, Row>();
  private readonly columns: ColumnRun[] = [];
  private readonly shared = new Map<string, { at: CellAt; formula: string }>();
  private readonly knownAttributes = new Map<string, Row['attributes']>();
  private readonly sharers: { at: CellAt; group: string }[] = [];
  private inData = false;
  private inColumns = false;
  private rowIndex = -1;
  private row: Row | null = null;
  private cell: OpenCell | null = null;
  private columnIndex = -1;
  private collecting: 'v' | 'f' | null = null;
  private collected = '';
  /** A subtree inside a cell: rich text, or something unknown that is dropped. */
  private inner: TreeBuilder | null = null;

  constructor(private readonly texts: readonly SharedText[]) {}

  open(name: string, attributes: Record<string, string>): void {
    if (this.inner) this.inner.open(name, attributes);
    else if (this.cell) this.openInCell(name, attributes);
    else if (this.inData) this.openInData(name, attributes);
    else if (name === 'sheetData') this.inData = true;
    else if (name === 'cols') this.inColumns = true;
    else if (this.inColumns) this.addColumns(attributes);
    else this.rest.open(name, attributes);
  }

  text(text: string): void {
    if (this.inner) this.inner.text(text);
    else if (this.collecting) this.collected += text;
    else if (!this.inData && !this.inColumns) this.rest.text(text);
  }

  close(name: string): void {
    if (this.inner) this.closeInner(name);
    else if (this.collecting && name === this.collecting) this.closeCollected();
    else if (this.cell) this.closeCell();
    else if (this.inData) {
      if (name === 'sheetData') this.inData = false;
    } else if (this.inColumns) {
      if (name === 'cols') this.inColumns = false;
    } else this.rest.close();
  }

  finish(): SheetContent {
    for (const { at, group } of this.sharers) this.resolveShared(at, group);
    const columns = this.columns.sort((one, other) => one.first - other.first);
    return { rows: this.rows, columns, root: this.rest.finish() };
  }

  private openInData(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      const { r } = attributes;
      this.rowIndex = r === undefined ? this.rowIndex + 1 : Number(r) - 1;
      if (!(this.rowIndex >= 0 && this.rowIndex <= lastRow)) throw new XmlError(`row ${r ?? ''}`);
      this.columnIndex = -1;
      this.row = { attributes: this.rowAttributes(attributes), cells: new Map() };
      this.rows.set(this.rowIndex, this.row);
    } else if (name === 'c' && this.row) {
      const at = attributes['r'] === undefined ? null : parseArea(attributes['r']);
      this.columnIndex = at ? at.left : this.columnIndex + 1;
      if (this.columnIndex > lastColumn) throw new XmlError(`column ${this.columnIndex}`);
      this.cell = {
        row: this.rowIndex,
        column: this.columnIndex,
        attributes,
        value: null,
        inline: null,
        formula: null,
        formulaAttributes: null,
      };
    } else this.openInner(name, attributes);
  }

  /** Rows of a long sheet mostly say the same; those share one object. */
  private rowAttributes(attributes: Record<string, string>): Row['attributes'] {
    const kept: Record<string, string> = {};
    let key = '';
    for (const name in attributes) {
      if (name === 'r' || name === 'spans') continue;
      const value = attributes[name] ?? '';
      kept[name] = value;
      key += `${name}="${value}" `;
    }
    const known = this.knownAttributes.get(key);
    if (known) return known;
    this.knownAttributes.set(key, kept);
    return kept;
  }

  private openInCell(name: string, attributes: Record<string, string>): void {
    if (name === 'v' || name === 'f') {
      this.collecting = name;
      this.collected = '';
      if (name === 'f' && this.cell) this.cell.formulaAttributes = attributes;
    } else this.openInner(name, attributes);
  }

  private openInner(name: string, attributes: Record<string, string>): void {
    this.inner = new TreeBuilder();
    this.inner.open(name, attributes);
  }

  private closeInner(name: string): void {
    this.inner?.close();
    if (!this.inner || this.inner.depth > 0) return;
    if (name === 'is' && this.cell) this.cell.inline = this.inner.finish();
    this.inner = null;
  }

  private closeCollected(): void {
    if (this.cell) {
      if (this.collecting === 'v') this.cell.value = this.collected;
      else this.cell.formula = this.collected;
    }
    this.collecting = null;
  }

  private closeCell(): void {
    const open = this.cell;
    this.cell = null;
    if (!open || !this.row) return;
    this.row.cells.set(open.column, this.finishCell(open));
  }

  private finishCell(open: OpenCell): Cell {
    const { s, t } = open.attributes;
    const text = this.readRichText(open, t);
    const value = text ? text.plain : readValue(open.value, t);
    const cell: Mutable<Cell> = { value, formula: null, style: Number(s ?? 0) };
    if (text?.rich) cell.rich = text.rich;
    if (open.attributes['cm'] !== undefined || open.attributes['vm'] !== undefined) {
      cell.carried = without(open.attributes, 's', 't', 'r', 'ph');
    }
    if (open.formulaAttributes) this.takeFormula(open, cell, open.formulaAttributes);
    return cell;
  }

  private readRichText(open: OpenCell, type: string | undefined): SharedText | null {
    if (type === 's') return this.texts[Number(open.value)] ?? { plain: '' };
    return type === 'inlineStr' && open.inline ? readText(open.inline) : null;
  }

  private takeFormula(
    open: OpenCell,
    cell: Mutable<Cell>,
    attributes: Record<string, string>,
  ): void {
    const { t, si } = attributes;
    const at = { row: open.row, column: open.column };
    cell.formula = plainFormula(open.formula ?? '');
    if (t === 'shared' && si !== undefined) {
      if (cell.formula !== '') this.shared.set(si, { at, formula: cell.formula });
      else this.sharers.push({ at, group: si });
    } else if (t === 'array' || t === 'dataTable') {
      cell.formulaAttributes = without(attributes, 'si', 'ca');
    } else if (cell.formula === '') cell.formula = null;
    if (cell.formula !== null && cell.value === null) cell.stale = true;
  }

  private resolveShared(at: CellAt, group: string): void {
    const cells = this.rows.get(at.row)?.cells;
    const cell = cells?.get(at.column);
    const master = this.shared.get(group);
    if (!cells || !cell) return;
    if (!master) cells.set(at.column, { ...settled(cell), formula: null });
    else {
      const formula = moveFormula(
        master.formula,
        at.row - master.at.row,
        at.column - master.at.column,
      );
      cells.set(at.column, { ...cell, formula });
    }
  }

  private addColumns(attributes: Record<string, string>): void {
    const { min, max, ...others } = attributes;
    const first = Number(min) - 1;
    const last = Number(max) - 1;
    if (first >= 0 && last >= first) this.columns.push({ first, last, attributes: others });
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A constant or cached value; null when the file has none. */
function readValue(text: string | null, type: string | undefined): CellValue {
  if (type === 'str') return readControls(text ?? '');
  if (text === null || text === '') return null;
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'e') return { error: text };
  if (type === 'inlineStr') return text;
  if (type === 'd') {
    const time = Date.parse(
      /[zZ]$|[+-]\d\d:\d\d$/.test(text)
        ? text
        : `${text}${text.includes('T') ? 'Z' : 'T00:00:00Z'}`,
    );
    return Number.isNaN(time) ? text : time / 86_400_000 + 25_569;
  }
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
