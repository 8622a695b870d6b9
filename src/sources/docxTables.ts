/**
 * Tables of a .docx, with their merges, bold, indents and the numbers that Word counts itself. Deleted
 * text, comments and fallbacks of drawings are no text. Text outside the tables is kept line by line.
 *
 * A heavy module: load it when it is first needed.
 */
import type { SourceCell, SourceTable } from '../domain/framework/sourceTable';
import { NO_NUMBERING, numberer, readNumbering } from './docxNumbering';
import { isOn, PLAIN_STYLE, readStyles, type ParagraphStyle } from './docxStyles';
import { fileKind } from './fileKind';
import {
  MOST_FILE_BYTES,
  MOST_LINES,
  MOST_SOURCE_ROWS,
  refuse,
  type SourceReading,
} from './source';
import { readXml, type XmlHandlers } from './xmlEvents';
import { readZipParts } from './zipParts';

const DOCUMENT = 'word/document.xml';
const STYLES = 'word/styles.xml';
const NUMBERING = 'word/numbering.xml';
const TWIPS_PER_STEP = 200;

export function readDocxTables(bytes: Uint8Array): SourceReading {
  if (bytes.length > MOST_FILE_BYTES)
    return refuse('sourceTooLarge', { limit: `${MOST_FILE_BYTES / 1024 / 1024} MB` });
  const refused = refuseOtherKinds(bytes);
  if (refused) return refused;
  const zip = readZipParts(bytes, new Set([DOCUMENT, STYLES, NUMBERING]));
  if (!zip.ok) return refuse(zip.code);
  const document = zip.parts.get(DOCUMENT);
  if (!document) return refuse('damagedFile');
  const styles = zip.parts.get(STYLES);
  const numbering = zip.parts.get(NUMBERING);
  const reader = new DocumentReader(
    (styles && readStyles(styles)) ?? new Map(),
    numberer((numbering && readNumbering(numbering)) ?? NO_NUMBERING),
  );
  if (!readXml(document, reader))
    return refuse(
      reader.full ? 'sourceTooManyRows' : 'damagedFile',
      reader.full ? { count: `> ${MOST_SOURCE_ROWS}`, limit: String(MOST_SOURCE_ROWS) } : {},
    );
  const tables = reader.tables;
  const empty = tables.every((table) =>
    table.rows.every((row) => row.every((cell) => cell.text === '')),
  );
  if (tables.length === 0 || empty) {
    if (reader.pictures > 0) return refuse('pictureOnly');
    return refuse(tables.length === 0 && reader.lines.length > 0 ? 'noTable' : 'emptySource');
  }
  return { ok: true, tables, lines: reader.lines };
}

function refuseOtherKinds(bytes: Uint8Array): SourceReading | null {
  const kind = fileKind('', bytes);
  switch (kind) {
    case 'docx':
      return null;
    case 'empty':
      return refuse('emptySource');
    case 'xlsx':
      return refuse('workbookFile');
    case 'ole':
      // Word 97–2003, or a .docx locked by a password, which Office wraps the same way.
      return refuse(holdsEncryption(bytes) ? 'encryptedFile' : 'oldWord');
    case 'zip':
      return refuse('damagedFile');
    default:
      return refuse('wrongKind', { kind });
  }
}

/** "EncryptedPackage" in UTF-16, as the directory of the wrapping file names it. */
function holdsEncryption(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 20));
  return head.includes([...'EncryptedPackage'].join('\0'));
}

interface OpenCell {
  text: string;
  letters: number;
  bold: number;
  indent: number;
  span: number;
  merge: 'start' | 'goesOn' | null;
}

interface OpenTable {
  rows: { cells: OpenCell[]; before: number }[];
  cell: OpenCell | null;
}

interface Paragraph {
  style: ParagraphStyle;
  text: string;
  letters: number;
  bold: number;
  /** Run properties come before the text they hold for. */
  runBold: boolean | null;
  /** Hidden text: neither shown nor printed. */
  runHidden: boolean;
  inRun: boolean;
}

/** Follows the elements of document.xml; text of a table inside a cell belongs to the cell. */
class DocumentReader implements XmlHandlers {
  readonly tables: SourceTable[] = [];
  readonly lines: string[] = [];
  pictures = 0;
  /** True when it stopped because of too many rows. */
  full = false;
  private rows = 0;
  private table: OpenTable | null = null;
  private nested = 0;
  private paragraph: Paragraph | null = null;
  private taking = false;
  private skipping = 0;

  constructor(
    private readonly styles: ReadonlyMap<string, ParagraphStyle>,
    private readonly number: (list: string, depth: number) => string,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.skipping > 0 || SKIPPED.has(name)) {
      this.skipping += 1;
      return;
    }
    if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.pictures += 1;
    if (name === 'w:tbl') {
      if (this.table) this.nested += 1;
      else this.table = { rows: [], cell: null };
    } else if (this.table && this.nested === 0 && TABLE_PARTS.has(name)) {
      this.openTablePart(this.table, name, attributes);
    } else this.openText(name, attributes);
  }

  close(name: string): void {
    if (this.skipping > 0) {
      this.skipping -= 1;
      return;
    }
    if (name === 'w:tbl') {
      if (this.nested > 0) this.nested -= 1;
      else if (this.table) {
        this.tables.push(finished(this.table));
        this.table = null;
      }
    }
    if (name === 'w:t') this.taking = false;
    if (name === 'w:r' && this.paragraph)
      Object.assign(this.paragraph, { inRun: false, runHidden: false });
    if (name === 'w:p') this.endParagraph();
    if (name === 'w:tc' && this.nested === 0 && this.table) this.table.cell = null;
  }

  text(text: string): void {
    if (this.taking && this.paragraph) this.add(text);
  }

  private openTablePart(
    table: OpenTable,
    name: string,
    attributes: Readonly<Record<string, string>>,
  ): void {
    const value = attributes['w:val'];
    const row = table.rows.at(-1);
    if (name === 'w:tr') {
      this.rows += 1;
      if (this.rows > MOST_SOURCE_ROWS) {
        this.full = true;
        throw new Error('rows');
      }
      table.rows.push({ cells: [], before: 0 });
    }
    if (name === 'w:gridBefore' && row) row.before = Number(value ?? 0);
    if (name === 'w:tc' && row) {
      table.cell = { text: '', letters: 0, bold: 0, indent: 0, span: 1, merge: null };
      row.cells.push(table.cell);
    }
    if (name === 'w:gridSpan' && table.cell)
      table.cell.span = Math.max(1, Math.min(Number(value ?? 1) || 1, 200));
    if (name === 'w:vMerge' && table.cell)
      table.cell.merge = value === 'restart' ? 'start' : 'goesOn';
  }

  private openText(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['w:val'];
    if (name === 'w:p') {
      this.endParagraph();
      const paragraph = { style: { ...PLAIN_STYLE }, text: '', letters: 0, bold: 0 };
      this.paragraph = { ...paragraph, runBold: null, runHidden: false, inRun: false };
    }
    const { paragraph } = this;
    if (!paragraph) return;
    const { style } = paragraph;
    if (name === 'w:pStyle') Object.assign(style, this.styles.get(value ?? '') ?? {});
    if (name === 'w:numId') style.list = value === '0' ? null : (value ?? null);
    if (name === 'w:ilvl') style.listDepth = Number(value ?? 0);
    if (name === 'w:ind')
      style.indent = Number(attributes['w:left'] ?? attributes['w:start'] ?? style.indent);
    if (name === 'w:r') Object.assign(paragraph, { runBold: null, runHidden: false, inRun: true });
    if (name === 'w:b' && paragraph.inRun) paragraph.runBold = isOn(value);
    if (name === 'w:vanish' && paragraph.inRun) paragraph.runHidden = isOn(value);
    if (name === 'w:t') this.taking = true;
    if (name === 'w:tab' && paragraph.inRun) this.add(' ');
    if (name === 'w:br' || name === 'w:cr') this.add('\n');
    if (name === 'w:noBreakHyphen') this.add('-');
  }

  private add(text: string): void {
    const { paragraph } = this;
    if (!paragraph || paragraph.runHidden) return;
    const letters = text.replace(/\s/g, '').length;
    paragraph.text += text;
    paragraph.letters += letters;
    if (paragraph.runBold ?? paragraph.style.bold) paragraph.bold += letters;
  }

  private endParagraph(): void {
    const { paragraph } = this;
    this.paragraph = null;
    this.taking = false;
    if (!paragraph) return;
    const { list, listDepth, indent } = paragraph.style;
    const number = list === null ? '' : this.number(list, listDepth);
    const text = [number, paragraph.text.trim()].filter((part) => part !== '').join(' ');
    const cell = this.table?.cell;
    if (!cell) {
      if (!this.table && text !== '' && this.lines.length < MOST_LINES) this.lines.push(text);
      return;
    }
    if (cell.text === '') cell.indent = Math.max(0, Math.floor(indent / TWIPS_PER_STEP));
    if (text !== '') cell.text = cell.text === '' ? text : `${cell.text}\n${text}`;
    cell.letters += paragraph.letters;
    cell.bold += paragraph.bold;
  }
}

/** Deleted text, the second form of a drawing, and what is only shown elsewhere. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:txbxContent']);
const TABLE_PARTS = new Set(['w:tr', 'w:tc', 'w:gridSpan', 'w:vMerge', 'w:gridBefore']);

/** Cells that go on from above lengthen the one where the merge began. */
function finished(table: OpenTable): SourceTable {
  const merging = new Map<number, SourceCell>();
  const rows = table.rows.map(({ cells, before }) => {
    const row: SourceCell[] = before > 0 ? [{ text: '', colSpan: before }] : [];
    let column = before;
    for (const cell of cells) {
      const above = cell.merge === 'goesOn' ? merging.get(column) : undefined;
      if (above) above.rowSpan = (above.rowSpan ?? 1) + 1;
      else {
        const made = toSourceCell(cell);
        row.push(made);
        if (cell.merge) merging.set(column, made);
        else merging.delete(column);
      }
      column += cell.span;
    }
    return row;
  });
  return { rows };
}

function toSourceCell(cell: OpenCell): SourceCell {
  return {
    text: cell.text,
    ...(cell.letters > 0 && cell.bold * 2 > cell.letters ? { bold: true } : {}),
    ...(cell.indent > 0 ? { indent: Math.min(cell.indent, 9) } : {}),
    ...(cell.span > 1 ? { colSpan: cell.span } : {}),
  };
}
