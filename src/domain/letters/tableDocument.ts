/**
 * A table on its way out of the product: to the clipboard, a file or a letter. Cells are text already
 * (decimal commas, blank for nothing), so every renderer shows the same.
 */

export interface TableColumn {
  header: string;
  /** Relative width; the renderer shares out the page. */
  width: number;
  align: 'left' | 'center' | 'right' | 'justify';
}

export interface TableCell {
  text: string;
  /** Rows this cell spans; 1 if left out. Cells it covers are null. */
  rowSpan?: number;
  bold?: boolean;
  /** Overrides the column's. */
  align?: TableColumn['align'];
  /** The figure behind the text, canonical ("-1.15"): a sheet holds it as a number. */
  figure?: string;
  /** The figure is the sum of its column above: a sheet holds it as a formula. */
  sum?: boolean;
}

/** Room for a signature: who signs, and how ("Ký, ghi rõ họ tên"). */
export interface Signature {
  caption: string;
  note: string;
}

export interface TableDocument {
  /** Centred above the table, bold, one paragraph each. */
  title: string[];
  /** Centred under the title, italic: "(Kèm theo Công văn số … ngày …)". */
  subtitle: string[];
  /** Plain lines between title and table, from the left: what the table was made from, its figures. */
  intro?: string[];
  columns: TableColumn[];
  rows: (TableCell | null)[][];
  orientation: 'portrait' | 'landscape';
  /** Who signs beneath the table, side by side. */
  signatures?: Signature[];
}
