/**
 * The rows beneath the header, cell by cell: names with the code beside them or at their head, figures,
 * totals, footnotes, repeated headers. What rows without a code are is settled later (`settleRows`),
 * when all tables are known.
 */
import type { RowKind, RowReading, UnreadReason } from './reading';
import {
  isFootnote,
  isNamePlaceholder,
  isUpper,
  readCode,
  readTotalWords,
  splitBullet,
  splitLeadingCode,
  worthOf,
  type CodeReading,
} from './rowTexts';
import type { Grid, GridCell } from './sourceTable';
import { responsibleText } from './responsibleText';
import { repeatsHeader, type TableHeader } from './tableHeader';

/** A row in the making. */
export interface RawRow extends RowReading {
  bold: boolean;
  upper: boolean;
  indent: number;
  bullet: number;
  spanning: boolean;
  nameColumn: number;
  codeReading: CodeReading | null;
}

/** Reads the rows of one table; levels come later, when all tables are known. */
export function readBody(grid: Grid, header: TableHeader, table: number): RawRow[] {
  const rows: RawRow[] = [];
  grid.forEach((cells, row) => {
    if (row < header.first)
      rows.push(plainRow(cells, table, row, isBlank(cells) ? 'blank' : 'title'));
    else if (row <= header.last) rows.push(plainRow(cells, table, row, 'header'));
    else rows.push(...readRow(cells, header, table, row));
  });
  return rows;
}

/** A row that holds no criterion, kept with what it says. */
export function plainRow(
  cells: readonly GridCell[],
  table: number,
  row: number,
  kind: RowKind,
  reason: UnreadReason | null = null,
): RawRow {
  return {
    id: -1,
    table,
    row,
    texts: ownTexts(cells, row),
    kind,
    reason,
    level: 0,
    levelSet: false,
    code: '',
    name: '',
    max: null,
    maxText: '',
    method: '',
    evidence: '',
    responsible: '',
    survey: false,
    bold: false,
    upper: false,
    indent: 0,
    bullet: 0,
    spanning: false,
    nameColumn: 0,
    codeReading: null,
  };
}

/** What stands in the row itself, a merged cell once. */
function ownTexts(cells: readonly GridCell[], row: number): string[] {
  return ownCells(cells, row).map((cell) => cell?.text ?? '');
}

/** Null where another row's or column's cell reaches to. */
function ownCells(cells: readonly GridCell[], row: number): (GridCell | null)[] {
  return cells.map((cell, column) => (cell.top === row && cell.left === column ? cell : null));
}

function isBlank(cells: readonly GridCell[]): boolean {
  return cells.every((cell) => cell.text === '');
}

function readRow(
  cells: readonly GridCell[],
  header: TableHeader,
  table: number,
  row: number,
): RawRow[] {
  const texts = ownTexts(cells, row);
  if (texts.every((text) => text === '')) return [plainRow(cells, table, row, 'blank')];
  if (repeatsHeader(cells, header)) return [plainRow(cells, table, row, 'repeatedHeader')];
  const figures = {
    ...readFigures(ownCells(cells, row), header),
    responsible: readUnits(cells, header),
  };
  const label = labelOf(texts);
  const codeText = header.columns.code === undefined ? '' : (texts[header.columns.code] ?? '');
  const total = readCode(codeText, 'text').code === '' ? readTotalWords(label) : null;
  if (total) return [{ ...plainRow(cells, table, row, total), ...figures, name: label }];
  if (figures.max === null && figures.maxText === '' && isFootnote(label) && alone(texts))
    return [{ ...plainRow(cells, table, row, 'footnote'), name: label }];
  const named = header.nameColumns.flatMap((column, depth) =>
    readName(cells, header, table, row, column, depth),
  );
  const last = named.at(-1);
  if (last) {
    Object.assign(last, figures, { max: worthOf(figures.maxText, last.name) });
    return named;
  }
  return [rowWithoutName(cells, header, table, row, figures)];
}

type Figures = Pick<RowReading, 'max' | 'maxText' | 'method' | 'evidence' | 'responsible'>;

/** One cell merged over several rows names the units of each; what is merged across from elsewhere, none. */
function readUnits(cells: readonly GridCell[], { unitColumns, labels, last }: TableHeader): string {
  return responsibleText(
    unitColumns.map((column) => {
      const cell = cells[column];
      const own = cell !== undefined && cell.left === column && cell.top > last;
      return { header: labels[column] ?? '', text: own ? cell.lines : '' };
    }),
  );
}

function readFigures(
  cells: readonly (GridCell | null)[],
  header: TableHeader,
): Omit<Figures, 'responsible'> {
  const lines = (column: number | undefined) =>
    column === undefined ? '' : (cells[column]?.lines ?? '');
  const { columns } = header;
  const maxText = columns.max === undefined ? '' : (cells[columns.max]?.text ?? '');
  return {
    max: worthOf(maxText, ''),
    maxText,
    method: lines(columns.method),
    evidence: lines(columns.evidence),
  };
}

function labelOf(texts: readonly string[]): string {
  return texts.find((text) => /\p{L}{2}/u.test(text)) ?? '';
}

function alone(texts: readonly string[]): boolean {
  return texts.filter((text) => text !== '').length <= 2;
}

/** The name that starts in this row and column, with the code beside it or at its head. */
function readName(
  cells: readonly GridCell[],
  header: TableHeader,
  table: number,
  row: number,
  column: number,
  depth: number,
): RawRow[] {
  const cell = cells[column];
  const codeCell = header.columns.code === undefined ? undefined : cells[header.columns.code];
  if (!cell || cell.top !== row || cell.text === '') {
    // An area merged over code and name, or written into the code column.
    const words = codeCell?.top === row && /\p{L}{3}/u.test(codeCell.text) ? codeCell : null;
    if (!words || depth > 0) return [];
    return [named(plainRow(cells, table, row, 'node'), words, null, cells.length, depth)];
  }
  if (cell.left !== column && cell !== codeCell && depth > 0) return [];
  const deepest = depth === header.nameColumns.length - 1;
  const own = codeCell && codeCell !== cell && codeCell.top === row && deepest ? codeCell : null;
  return [named(plainRow(cells, table, row, 'node'), cell, own, cells.length, depth)];
}

function named(
  raw: RawRow,
  cell: GridCell,
  codeCell: GridCell | null,
  width: number,
  depth: number,
): RawRow {
  const reading = codeCell ? readCode(codeCell.text, codeCell.kind) : null;
  const bulleted = splitBullet(cell.text);
  const led = splitLeadingCode(bulleted.name);
  const code = reading?.code || led.code;
  // Under a code of its own, "1.1. Kế hoạch" beside "1.1" says the code twice.
  const words = reading?.code && reading.code !== led.code ? bulleted.name : led.name;
  const name = isNamePlaceholder(words) ? '' : words;
  return {
    ...raw,
    code,
    name,
    bold: cell.bold,
    upper: isUpper(name),
    indent: cell.indent,
    bullet: bulleted.bullet,
    spanning: cell.colSpan >= Math.max(3, width - 2),
    nameColumn: depth,
    codeReading: reading,
  };
}

/** No name starts here: the name above goes on beside it, or the row has only a code or figures. */
function rowWithoutName(
  cells: readonly GridCell[],
  header: TableHeader,
  table: number,
  row: number,
  figures: Figures,
): RawRow {
  const nameCell = cells[header.nameColumns.at(-1) ?? 0];
  const covered = nameCell !== undefined && nameCell.top < row && nameCell.text !== '';
  const codeCell = header.columns.code === undefined ? undefined : cells[header.columns.code];
  const reading = codeCell?.top === row && !covered ? readCode(codeCell.text, codeCell.kind) : null;
  if (covered || figures.method !== '' || figures.evidence !== '')
    return { ...plainRow(cells, table, row, 'method'), ...figures };
  if (reading?.code)
    return {
      ...plainRow(cells, table, row, 'node'),
      ...figures,
      code: reading.code,
      codeReading: reading,
    };
  return { ...plainRow(cells, table, row, 'unread', 'noName'), ...figures };
}
