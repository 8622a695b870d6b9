/**
 * What a sheet held before a change, as plain data: the content of a `restore` change of this host.
 * Everything is in the coordinates of the sheet as it stood, and ready to be written back as it is.
 */
import type { Area, CellAt } from '../../workbook/address';
import type { Entry } from './cellEntries';

export interface SavedContents {
  area: Area;
  entries: Entry[][];
  /**
   * Set before the entries; one for all cells, or one each. Null where they were not touched: on a
   * protected sheet nothing but entries can be.
   */
  numberFormats: string | string[][] | null;
}

/** Formats that a patch can set, as this host saves and restores them. */
export const formatKeys = [
  'fontName',
  'fontSize',
  'bold',
  'italic',
  'fontColor',
  'fill',
  'horizontal',
  'vertical',
  'wrap',
  'indent',
  'border',
  'locked',
] as const;
export type FormatKey = (typeof formatKeys)[number];

export interface SavedFormats {
  area: Area;
  keys: FormatKey[];
  cells: Excel.SettableCellProperties[][];
}

/** Null where there was no validation. */
export type SavedRule = {
  rule: Excel.DataValidationRule;
  prompt: Excel.DataValidationPrompt;
  errorAlert: Excel.DataValidationErrorAlert;
  ignoreBlanks: boolean;
} | null;

export interface SavedPrint {
  orientation: Excel.PageOrientation | 'Portrait' | 'Landscape';
  paperSize: Excel.PageLayout['paperSize'];
  zoom: Excel.PageLayoutZoomOptions;
  /** In points. */
  margins: { top: number; bottom: number; left: number; right: number };
  titleRows: { first: number; last: number } | null;
  headerState: Excel.HeaderFooterGroup['state'];
  header: string;
  firstHeader: string;
}

/** The product's own; see `marks.ts`. */
export interface SavedMarks {
  fills: { color: string; areas: Area[] }[];
  notes: { at: CellAt; text: string }[];
}

export interface SavedSheet {
  contents: SavedContents[];
  formats: SavedFormats[];
  /** Where merges are taken apart, and the merges that were there. */
  merges: { areas: Area[]; merged: Area[] };
  validations: { area: Area; saved: SavedRule }[];
  /** In points; 0 is hidden. */
  columnWidths: { first: number; points: number[] }[];
  rowHeights: { first: number; points: number[] }[];
  freeze: { rows: number; columns: number } | null;
  print: SavedPrint | null;
  /** Without a position it stays where it is. */
  tab: { visibility: 'Visible' | 'Hidden' | 'VeryHidden'; position: number | null } | null;
  /** Rows to be grouped (> 0) or ungrouped (< 0) so many levels. */
  outline: { first: number; last: number; levels: number }[];
  /** All marks that the sheet had; null where they were not touched. */
  marks: SavedMarks | null;
  /** What the workbook's settings remembered; null where they were not touched. */
  setting: { text: string | null } | null;
  /** The sheet was the active one, and is shown again. */
  active: boolean;
}

export function nothingSaved(): SavedSheet {
  return {
    contents: [],
    formats: [],
    merges: { areas: [], merged: [] },
    validations: [],
    columnWidths: [],
    rowHeights: [],
    freeze: null,
    print: null,
    tab: null,
    outline: [],
    marks: null,
    setting: null,
    active: false,
  };
}

/** True when putting it back only enters values, which the unlocked cells of a protected sheet allow. */
export function onlyEntries(saved: SavedSheet): boolean {
  const others: SavedSheet = { ...saved, contents: [], active: false };
  return (
    JSON.stringify(others) === JSON.stringify(nothingSaved()) &&
    saved.contents.every((part) => part.numberFormats === null)
  );
}
