/**
 * How tall a row must be so that every word in it shows. Spreadsheets fit row heights only when a person
 * edits a cell, and never for merged cells, so what the product writes carries its heights.
 *
 * The estimate is pure arithmetic over the advance widths of Times New Roman (Liberation Serif has the
 * same). Rule kept here: rather a little too tall than one word hidden. Excel, LibreOffice and the web
 * grid round glyphs and columns to their own pixels, hence the margins; a test holds the result against
 * LibreOffice's own optimal heights.
 */

export interface SizedText {
  text: string;
  /** Width of the column, or of all merged columns together, as spreadsheets count it. */
  widthChars: number;
  /** In points. */
  fontSize: number;
  bold?: boolean;
  /** Indent level; each takes about three characters. */
  indent?: number;
}

/** No row is taller than this in Excel. */
export const TALLEST_ROW = 409;

/**
 * @param cells all cells of one row that must be readable; those that span several rows are left out
 * @returns the height in points, in quarters as Excel keeps it, at most TALLEST_ROW
 */
export function rowHeightFor(cells: readonly SizedText[]): number {
  const heights = cells.map((cell) => textHeight(lineCount(cell), cell.fontSize));
  return asRowHeight(Math.max(DEFAULT_ROW, ...heights));
}

/** A cell that spans rows `first` to `last`, counted within the rows that are given beside it. */
export interface SpanningText {
  first: number;
  last: number;
  cell: SizedText;
}

/**
 * Heights of rows of which some cells span several: where the rows together are too low for such a
 * cell, they share what lacks.
 */
export function rowHeightsFor(
  rows: readonly (readonly SizedText[])[],
  spans: readonly SpanningText[],
): number[] {
  const heights = rows.map(rowHeightFor);
  for (const { first, last, cell } of spans) {
    const covered = heights.slice(first, last + 1);
    const total = covered.reduce((sum, height) => sum + height, 0);
    const needed = textHeight(lineCount(cell), cell.fontSize);
    const share = (needed - total) / covered.length;
    if (share <= 0) continue;
    covered.forEach((height, i) => {
      heights[first + i] = asRowHeight(height + share);
    });
  }
  return heights;
}

/** Height in points of `lines` lines at a font size: in Excel a line of 16 pixels takes 19. */
export function textHeight(lines: number, fontSize: number): number {
  return lines * fontSize * LINE_SPACING + CELL_PADDING_POINTS;
}

/** In how many lines the text stands when wrapped at blanks; at least 1. */
export function lineCount(cell: SizedText): number {
  const indent = (cell.indent ?? 0) * INDENT_PIXELS;
  const pixels = cell.widthChars * PIXELS_PER_CHAR - CELL_PADDING_PIXELS - indent;
  const available = Math.max(pixels * POINTS_PER_PIXEL, cell.fontSize);
  const scale = (cell.fontSize / 1000) * (cell.bold ? BOLD_FACTOR : 1) * SAFETY;
  return cell.text
    .split(/\r\n|\r|\n/)
    .reduce((lines, line) => lines + wrappedLines(line, available / scale), 0);
}

function asRowHeight(height: number): number {
  return Math.min(TALLEST_ROW, Math.ceil(height * 4) / 4);
}

const DEFAULT_ROW = 15;
const LINE_SPACING = 1.19;
const CELL_PADDING_POINTS = 2;
/** At Excel's default font, 96 dots per inch. */
const PIXELS_PER_CHAR = 7;
const CELL_PADDING_PIXELS = 5;
const INDENT_PIXELS = 9;
const POINTS_PER_PIXEL = 0.75;
/** Bold letters are 4–6 % wider over Vietnamese text. */
const BOLD_FACTOR = 1.07;
/** Screens round each glyph to whole pixels. */
const SAFETY = 1.02;

/** Greedy, as spreadsheets break: a word that does not fit goes down; one longer than a line is cut. */
function wrappedLines(line: string, available: number): number {
  const blank = WIDTHS.get(' ') ?? 250;
  let lines = 1;
  let used = 0;
  for (const word of line.split(/[ \t]+/)) {
    const width = textWidth(word);
    if (used > 0 && used + blank + width > available) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? blank : 0) + width;
    while (used > available) {
      lines += 1;
      used -= available;
    }
  }
  return lines;
}

/** In thousandths of the font size. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text.normalize('NFD')) {
    if (letter === HORN) width += HORN_WIDTH;
    else if (!MARK.test(letter)) width += WIDTHS.get(letter) ?? UNKNOWN_WIDTH;
  }
  return width;
}

/** Tone and vowel marks take no room, except the horn of ơ and ư. */
const MARK = /\p{M}/u;
const HORN = '\u031B';
const HORN_WIDTH = 45;
const UNKNOWN_WIDTH = 600;

/** Advance widths of Times New Roman, regular. */
const WIDTHS = new Map<string, number>(
  (
    [
      [200, '|'],
      [250, ' \u00A0,.'],
      [278, '/:;\\ijlt'],
      [333, "!()-I[]`fr‘’'"],
      [350, '•'],
      [389, 'Js'],
      [408, '"°'],
      [444, '?acez“”'],
      [480, '^{}'],
      [500, '#$*0123456789_bdghknopquvxyđ–'],
      [564, '+<=>~−×÷≥≤FPS'],
      [611, 'ELTZ'],
      [667, 'BCR'],
      [722, 'ADGHKNOQUVXYwĐ'],
      [778, '&m'],
      [833, '%'],
      [889, 'M'],
      [944, 'W@'],
      [1000, '—…'],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);
