/**
 * A workbook as a grid draws it: plain data, sparse, with what a snapshot leaves out because no rule of
 * the field needs it (fonts, borders, widths …). `WorkbookFile` is an open file that can be drawn so,
 * edited by a person, changed by patches and saved. The file is the truth, the grid a picture of it.
 */
import type { Area, CellAt } from './address';
import type { Host } from './host';
import type { CellWrite } from './patch';
import type { CellValue, SheetSnapshot } from './snapshot';

export interface WorkbookView {
  name: string;
  activeSheet: string;
  /** In the order of the tabs, hidden ones too. */
  sheets: SheetView[];
  /** By `styleId`; only those in use. Style 0 is that of an untouched cell. */
  styles: Record<number, StyleView>;
  names: NameView[];
}

export interface NameView {
  name: string;
  /** Null when the name is known in the whole workbook. */
  sheet: string | null;
  /** Without "=": "'Bảng điểm'!$A$1:$B$9". */
  refersTo: string;
}

export interface SheetView {
  name: string;
  visibility: SheetSnapshot['visibility'];
  protected: boolean;
  /** One past the last cell that holds something or has a style of its own, within reason (see the host). */
  rowCount: number;
  columnCount: number;
  cells: CellView[];
  rows: RowView[];
  columns: ColumnView[];
  /** In points. */
  defaultRowHeight: number;
  /** In characters of the default font. */
  defaultColumnWidth: number;
  merges: Area[];
  freeze: { rows: number; columns: number };
  selected: CellAt;
  gridLines: boolean;
  /** In per cent. */
  zoom: number;
  validations: ValidationView[];
  conditionalFormats: ConditionalFormatView[];
  /** Notes on cells; left out when there are none. */
  notes?: NoteView[];
}

export interface NoteView {
  at: CellAt;
  text: string;
}

export interface CellView {
  row: number;
  column: number;
  value: CellValue;
  /** With the leading "="; null for a constant. */
  formula: string | null;
  styleId: number;
}

export interface RowView {
  row: number;
  /** In points; null: as the program decides. */
  height: number | null;
  /** The height was fitted to the content by a program: nobody chose it, and it follows the content. */
  fitted?: true;
  hidden: boolean;
  outlineLevel: number;
  styleId: number;
}

/** A run of columns that look alike; both ends included. */
export interface ColumnView {
  first: number;
  last: number;
  /** In characters of the default font; null: the default. */
  width: number | null;
  hidden: boolean;
  outlineLevel: number;
  styleId: number;
}

export interface StyleView {
  numberFormat: string;
  fontName: string;
  /** In points. */
  fontSize: number;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  /** "#RRGGBB". */
  fontColor: string;
  fill: string | null;
  horizontal: 'left' | 'center' | 'right' | 'justify' | 'general';
  vertical: 'top' | 'middle' | 'bottom';
  wrap: boolean;
  indent: number;
  /** Degrees anticlockwise, −90…90; 255 for letters one below the other. */
  rotation: number;
  locked: boolean;
  borders: {
    top: BorderView | null;
    right: BorderView | null;
    bottom: BorderView | null;
    left: BorderView | null;
  };
}

export interface BorderView {
  /** "thin", "medium", "thick", "double", "dotted", "dashed", "hair", … as files name them. */
  style: string;
  color: string;
}

export interface ValidationView {
  areas: Area[];
  kind: 'any' | 'whole' | 'decimal' | 'list' | 'date' | 'time' | 'textLength' | 'custom';
  /** "between", "greaterThan", … as files name them. */
  operator: string;
  /** Without "="; a list is `"a,b"` with its quotes, or a reference. */
  formula1: string | null;
  formula2: string | null;
  allowBlank: boolean;
  /** What happens to a wrong entry. */
  onError: 'stop' | 'warning' | 'information' | 'nothing';
  prompt: { title: string; message: string } | null;
  error: { title: string; message: string } | null;
}

export interface ConditionalFormatView {
  areas: Area[];
  /** "cellIs", "expression", "colorScale", … as files name them. */
  kind: string;
  operator: string | null;
  /** Without "="; relative to the first cell of the first area. */
  formulas: string[];
  priority: number;
  stopIfTrue: boolean;
  /** What the format changes; null where it is no plain format (scales, bars, icons). */
  format: Partial<
    Pick<StyleView, 'bold' | 'italic' | 'underline' | 'strike' | 'fontColor' | 'fill'>
  > | null;
}

/** An .xlsx file that is open. `capabilities.files` is false: choosing and saving files is its owner's business. */
export interface WorkbookFile extends Host {
  /** File name, without folders. */
  readonly name: string;
  /** The file as it would be saved now. @throws HostError */
  toBytes(): Promise<Uint8Array>;
  view(): WorkbookView;
  /**
   * A person's edit. Fires `listen` and `onChange('edit')`; the cell keeps its format. A locked cell of
   * a protected sheet refuses. @throws HostError
   */
  edit(sheet: string, at: CellAt, write: CellWrite): void;
  /** Values that a grid recalculated; cells that are no formulas any more are passed over. Fires nothing. */
  setComputed(sheet: string, cells: readonly { at: CellAt; value: CellValue }[]): void;
  /** Makes a sheet the active one. @throws HostError when there is none of that name, or it is hidden */
  activate(sheet: string): void;
  /** Calls back after each change, with the sheets that look different now, until the returned function is called. */
  onChange(listener: (change: 'edit' | 'patch', sheets: string[]) => void): () => void;
}

/** What a calculator is given: everything that formulas can see. */
export interface CalculationInput {
  sheets: { name: string; cells: Pick<CellView, 'row' | 'column' | 'value' | 'formula'>[] }[];
  names: NameView[];
}

/** Values of all formula cells, in the order of `sheets`. Injected, since each place has its own engine. */
export type Recalculate = (
  input: CalculationInput,
) => Promise<{ at: CellAt; value: CellValue }[][]>;
