/**
 * Lays a generated score sheet out as an office might: another place on the sheet, other words, other
 * columns in another order, headers over several rows, rows between and around the criteria. What was laid
 * out where is returned beside the snapshot, so that recognition can be held to it.
 *
 * Rule kept here: a layout changes how the sheet looks, never what it says.
 */
import type { ColumnRole, SummaryRow } from '../../src/domain/scoring/scoreSheet';
import { columnLetters } from '../../src/workbook/address';
import type { SheetSnapshot } from '../../src/workbook/snapshot';
import type { Layout } from './layoutArbitrary';
import {
  baseWords,
  foreignColumns,
  headerWords,
  indexWords,
  noteLines,
  signatureLines,
  subtotalWords,
  titleLines,
  totalWords,
} from './layoutWords';
import { FIRST_ROW, type Cell, type SheetLiteral } from './scoreSheetFactory';
import {
  generatedColumns,
  rowsOf,
  sumOf,
  type GeneratedRow,
  type GeneratedSheet,
} from './scoreSheetGenerator';
import { sheetOfRows, type CellLiteral } from './snapshots';

export interface ExpectedRow {
  row: number;
  code: string;
  name: string;
  level: number;
  parent: number | null;
  isLeaf: boolean;
  /** As text, by role; "" for a blank cell. */
  figures: Partial<Record<ColumnRole, string>>;
}

export interface LaidOut {
  snapshot: SheetSnapshot;
  columns: Partial<Record<ColumnRole, number>>;
  rows: ExpectedRow[];
  summaries: { row: number; kind: SummaryRow['kind'] }[];
}

const literalColumn: Partial<Record<ColumnRole, number>> = {
  code: generatedColumns.code,
  name: generatedColumns.name,
  max: generatedColumns.max,
  self: generatedColumns.self,
  appraised1: generatedColumns.appraised,
  deduction: generatedColumns.deduction,
  opinion: generatedColumns.opinion,
  responsible: generatedColumns.responsible,
};
const figures: readonly ColumnRole[] = ['max', 'self', 'appraised1', 'deduction'];

/** @param literal the sheet, perhaps with a slip in it; its rows are those of `sheet` */
export function layOut(sheet: GeneratedSheet, literal: SheetLiteral, layout: Layout): LaidOut {
  return new Sheet(sheet, literal, layout).build();
}

/** One column of the layout: a role, or something foreign (by its index). */
interface Column {
  role: ColumnRole | null;
  header: string;
  cells: readonly (string | number)[];
  at: number;
}

class Sheet {
  readonly #cells: CellLiteral[][] = [];
  readonly #merges: string[] = [];
  readonly #hidden: number[] = [];
  readonly #columns: Column[];
  readonly #nodes: GeneratedRow[];
  readonly #rowAt: number[] = [];
  readonly #summaries: LaidOut['summaries'] = [];
  #totalAt = -1;
  #line = 0;

  constructor(
    readonly sheet: GeneratedSheet,
    readonly literal: SheetLiteral,
    readonly layout: Layout,
  ) {
    this.#nodes = rowsOf(sheet);
    this.#columns = columnsOf(layout);
  }

  build(): LaidOut {
    const { layout } = this;
    this.#title();
    const headerAt = this.#line;
    this.#header();
    this.#place();
    this.#writeRows();
    this.#line = Math.max(this.#line, this.#totalAt + 1);
    const lastRow = this.#line - 1;
    if (layout.areaTable === 'beside') this.#areaTable(headerAt, this.#right() + 2);
    if (layout.areaTable === 'below')
      this.#areaTable(lastRow + 2 + (layout.notes % 2), layout.left);
    this.#line = Math.max(this.#line, this.#cells.length);
    this.#beneath();
    const snapshot = sheetOfRows(
      Array.from({ length: this.#cells.length }, (_, row) =>
        Array.from(this.#cells[row] ?? [], (cell) => cell ?? null),
      ),
      { name: 'Bảng điểm', merges: this.#merges, hiddenRows: this.#hidden },
    );
    snapshot.hiddenColumns = layout.hideForeign
      ? this.#columns.filter((column) => column.role === null).map((column) => column.at)
      : [];
    return {
      snapshot,
      columns: Object.fromEntries(
        this.#columns.flatMap(({ role, at }) => (role ? [[role, at]] : [])),
      ),
      rows: this.#expected(),
      summaries: this.#summaries.sort((a, b) => a.row - b.row),
    };
  }

  #put(row: number, column: number, cell: CellLiteral): void {
    (this.#cells[row] ??= [])[column] = cell;
  }

  #merge(top: number, left: number, bottom: number, right: number): void {
    if (top === bottom && left === right) return;
    this.#merges.push(`${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`);
  }

  #at(role: ColumnRole): number | null {
    return this.#columns.find((column) => column.role === role)?.at ?? null;
  }

  #right(): number {
    return Math.max(...this.#columns.map((column) => column.at));
  }

  #title(): void {
    const { layout } = this;
    this.#line = layout.top;
    const right = this.#right();
    titleLines.slice(0, layout.title).forEach(([left, far]) => {
      const middle = layout.left + Math.max(1, Math.ceil((right - layout.left) / 2));
      if (left) this.#put(this.#line, layout.left, { v: left, bold: true });
      if (far) this.#put(this.#line, middle, far);
      if (layout.mergeTitle) {
        this.#merge(this.#line, layout.left, this.#line, far ? middle - 1 : right);
        if (far) this.#merge(this.#line, middle, this.#line, right);
      }
      this.#line += 1;
    });
    this.#line += layout.title > 0 ? layout.gap : 0;
  }

  #header(): void {
    const { layout } = this;
    const groups = groupsOf(this.#columns, layout);
    const depth = Math.max(layout.headerRows, groups.length > 0 ? 2 : 1);
    const top = this.#line;
    const bottom = top + depth - 1;
    for (const group of groups) {
      this.#put(top, group.from, { v: group.caption, bold: true });
      if (layout.mergeHeader) this.#merge(top, group.from, top, group.to);
    }
    for (const { at, header } of this.#columns) {
      const group = groups.find(({ from, to }) => at >= from && at <= to);
      const first = group ? top + 1 : top;
      if (header === '') continue;
      this.#put(first, at, { v: header, bold: true });
      if (layout.mergeHeader) this.#merge(first, at, bottom, at);
    }
    this.#line = bottom + 1;
    this.#numbers();
  }

  #numbers(): void {
    const style = this.layout.numbers;
    if (style === 'none') return;
    this.#columns
      .filter(({ header }) => header !== '')
      .forEach(({ at }, i) => {
        const letter = String.fromCharCode(65 + i);
        const text =
          style === 'letters' ? (i < 2 ? letter : i - 1) : style === 'plain' ? i + 1 : `(${i + 1})`;
        this.#put(this.#line, at, text);
      });
    this.#line += 1;
  }

  /** Decides in which row everything stands, before anything refers to it. */
  #place(): void {
    const { layout, sheet } = this;
    const hasTotal = (this.literal.summary?.length ?? 0) > 0;
    if (hasTotal && layout.totalAbove) this.#totalAt = this.#line++;
    let index = 0;
    sheet.areas.forEach((area, i) => {
      const count = rowsOf({ ...sheet, areas: [area] }).length;
      for (let k = 0; k < count; k += 1) {
        this.#rowAt[index++] = this.#line++;
        if (
          layout.repeatHeader > 0 &&
          index % layout.repeatHeader === 0 &&
          index < this.#nodes.length &&
          k < count - 1
        ) {
          this.#header();
        }
      }
      if (layout.subtotals) this.#subtotal(area, i);
      this.#line += layout.blankBetween;
    });
    if (hasTotal && !layout.totalAbove) this.#totalAt = this.#line++;
    if (layout.index) this.#indexRows();
  }

  #labelAt(): number {
    const name = this.#at('name') ?? 0;
    const code = this.#at('code');
    return this.layout.labelInCode && code !== null && code < name ? code : name;
  }

  #label(row: number, text: string): void {
    const at = this.#labelAt();
    this.#put(row, at, { v: text, bold: true });
    const name = this.#at('name') ?? 0;
    if (at !== name && name === at + 1) this.#merge(row, at, row, name);
  }

  #subtotal(area: GeneratedRow, i: number): void {
    const row = this.#line++;
    const words = subtotalWords[this.layout.words % subtotalWords.length] ?? '';
    this.#label(row, `${words} ${this.#areaNumber(i)}`);
    for (const role of figures) {
      const at = this.#at(role);
      if (at !== null) this.#put(row, at, this.#figure(area, role));
    }
    this.#summaries.push({ row, kind: 'subtotal' });
  }

  #areaNumber(i: number): string {
    return this.layout.areaStyle.startsWith('roman') ? (ROMAN[i] ?? '') : String(i + 1);
  }

  #figure(node: GeneratedRow, role: ColumnRole): number {
    if (role === 'max') return sumOf(node, 'max') / 100;
    if (role === 'self') return sumOf(node, 'self') / 100;
    if (role === 'appraised1') return sumOf(node, 'appraised') / 100;
    const loss = (sumOf(node, 'max') - sumOf(node, 'appraised')) / 100;
    return this.sheet.sign === 'negative' ? -loss : loss;
  }

  #indexRows(): void {
    const max = this.sheet.areas.reduce((sum, area) => sum + sumOf(area, 'max'), 0) / 100;
    const got = this.sheet.areas.reduce((sum, area) => sum + sumOf(area, 'appraised'), 0) / 100;
    const base = this.#line++;
    this.#label(base, baseWords[this.layout.words % baseWords.length] ?? '');
    this.#put(base, this.#at('max') ?? 0, max);
    this.#summaries.push({ row: base, kind: 'base' });
    const at = this.#at('appraised1');
    if (at === null) return;
    const index = this.#line++;
    this.#label(index, indexWords[this.layout.words % indexWords.length] ?? '');
    this.#put(index, at, Math.round((got / max) * 10000) / 100);
    this.#summaries.push({ row: index, kind: 'index' });
  }

  #writeRows(): void {
    this.literal.rows.forEach((cells, i) => this.#writeRow(cells, i));
    const [total] = this.literal.summary ?? [];
    if (!total || this.#totalAt < 0) return;
    this.#label(this.#totalAt, totalWords[this.layout.words % totalWords.length] ?? '');
    this.#writeFigures(total.cells, this.#totalAt, this.#areasAreBare());
    this.#summaries.push({ row: this.#totalAt, kind: 'total' });
  }

  /** Area rows without figures: what sums them up cannot refer to them. */
  #areasAreBare(): boolean {
    return this.layout.areaStyle === 'merged' || this.layout.areaStyle === 'romanMerged';
  }

  #writeRow(cells: readonly Cell[], i: number): void {
    const node = this.#nodes[i];
    const row = this.#rowAt[i] ?? 0;
    const isArea = node !== undefined && this.sheet.areas.includes(node);
    const codeAt = this.#at('code');
    const nameAt = this.#at('name') ?? 0;
    const written = this.#writtenCode(cells[generatedColumns.code] ?? null, isArea, node);
    const name = String(cells[generatedColumns.name] ?? '');
    const shown = isArea && this.layout.capitals ? name.toUpperCase() : name;
    const bold = isArea || (this.layout.boldParents && (node?.children.length ?? 0) > 0);
    const mayBeBold = this.layout.areaStyle === 'bold' ? isArea : bold;
    if (isArea && this.#areasAreBare()) {
      const at = codeAt !== null && codeAt < nameAt ? codeAt : nameAt;
      this.#put(row, at, { v: `${String(written)} ${shown}`, bold: true });
      this.#merge(row, at, row, this.#right());
      return;
    }
    if (codeAt !== null) {
      this.#put(row, codeAt, written);
      this.#put(row, nameAt, { v: shown, bold: mayBeBold });
    } else {
      const leads = typeof written === 'string' && written !== '';
      this.#put(row, nameAt, { v: leads ? `${written} ${shown}` : shown, bold: mayBeBold });
    }
    this.#writeFigures(cells, row, false);
    for (const role of ['opinion', 'responsible'] as const) {
      const at = this.#at(role);
      if (at !== null) this.#put(row, at, literalCell(cells[literalColumn[role] ?? 0] ?? null));
    }
    this.#columns.forEach(({ role, cells: foreign, at }, k) => {
      if (
        (role === null || role === 'note' || role === 'evidence' || role === 'method') &&
        foreign.length > 0 &&
        !isArea
      )
        this.#put(row, at, foreign[(i + k) % foreign.length] ?? null);
    });
    if (this.literal.more?.[i]?.hidden === true) this.#hidden.push(row);
  }

  #writtenCode(cell: Cell, isArea: boolean, node: GeneratedRow | undefined): CellLiteral {
    const { areaStyle, codeStyle } = this.layout;
    if (typeof cell !== 'string') return literalCell(cell);
    const index = node ? this.sheet.areas.indexOf(node) : -1;
    if (isArea && areaStyle === 'bold') return null;
    const roman = areaStyle.startsWith('roman');
    let code = isArea && roman ? (ROMAN[index] ?? '') : cell;
    if (!isArea) code = restarted(code, areaStyle);
    const isLed = this.layout.noCode || (isArea && this.#areasAreBare());
    if (isLed && codeStyle === 'plain') return `${code}.`;
    if (codeStyle === 'dot') return `${code}.`;
    if (codeStyle === 'paren') return isArea && roman ? `${code}.` : `${code})`;
    if (codeStyle === 'words')
      return isArea ? `Lĩnh vực ${code}:` : `Tiêu chí ${code}${isLed ? '.' : ''}`;
    return code;
  }

  #writeFigures(cells: readonly Cell[], row: number, typed: boolean): void {
    for (const role of figures) {
      const at = this.#at(role);
      const cell = cells[literalColumn[role] ?? 0] ?? null;
      if (at !== null) this.#put(row, at, this.#moved(cell, typed));
    }
  }

  /** A formula's references, moved to where their cells stand now. */
  #moved(cell: Cell, typed: boolean): CellLiteral {
    if (typeof cell !== 'object' || cell === null || !('formula' in cell)) return literalCell(cell);
    const readsBare = this.#areasAreBare() && typed;
    if (readsBare) return cell.value;
    let known = true;
    const formula = cell.formula.replace(/([A-Z])(\d+)/g, (_, letter: string, line: string) => {
      const column = letter.charCodeAt(0) - 65;
      const role = (Object.keys(literalColumn) as ColumnRole[]).find(
        (one) => literalColumn[one] === column,
      );
      const at = role ? this.#at(role) : null;
      const row = this.#rowAt[Number(line) - 1 - FIRST_ROW];
      if (at === null || row === undefined) known = false;
      return `${columnLetters(at ?? 0)}${(row ?? 0) + 1}`;
    });
    return known ? { v: cell.value, f: formula } : cell.value;
  }

  #areaTable(top: number, left: number): void {
    const roles: readonly ColumnRole[] = this.layout.selfOnly
      ? ['max', 'self']
      : ['max', 'self', 'appraised1'];
    const heads = ['TT', 'Lĩnh vực', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định'];
    heads
      .slice(0, roles.length + 2)
      .forEach((text, k) => this.#put(top, left + k, { v: text, bold: true }));
    this.sheet.areas.forEach((area, i) => {
      const row = top + 1 + i;
      this.#put(row, left, this.#areaNumber(i));
      this.#put(row, left + 1, area.name);
      roles.forEach((role, k) => this.#put(row, left + 2 + k, this.#figure(area, role)));
    });
    const row = top + 1 + this.sheet.areas.length;
    this.#put(row, left + 1, 'Tổng cộng');
    roles.forEach((role, k) =>
      this.#put(
        row,
        left + 2 + k,
        this.sheet.areas.reduce(
          (sum, area) => sum + Math.round(this.#figure(area, role) * 100),
          0,
        ) / 100,
      ),
    );
  }

  #beneath(): void {
    const { layout } = this;
    const name = this.#at('name') ?? 0;
    this.#line += 1;
    noteLines.slice(0, layout.notes).forEach((text) => {
      this.#put(this.#line, layout.noteInFirst ? layout.left : name, text);
      if (layout.mergeTitle)
        this.#merge(this.#line, layout.noteInFirst ? layout.left : name, this.#line, this.#right());
      this.#line += 1;
    });
    if (!layout.signature) return;
    this.#line += 1;
    const far = Math.max(name + 1, this.#right() - 2);
    signatureLines.forEach(([left, right]) => {
      if (left) this.#put(this.#line, name, { v: left, bold: /^[A-Z]/.test(left) });
      if (right) this.#put(this.#line, far, { v: right, bold: true });
      this.#line += 1;
    });
  }

  #expected(): ExpectedRow[] {
    const { layout } = this;
    const indexOf = new Map(this.#nodes.map((node, i) => [node, i]));
    const parentOf = new Map(
      this.#nodes.flatMap((node) => node.children.map((child) => [child, node] as const)),
    );
    return this.#nodes.map((node, i) => {
      const isArea = this.sheet.areas.includes(node);
      const parent = parentOf.get(node);
      const level = isArea ? 0 : parent && this.sheet.areas.includes(parent) ? 1 : 2;
      const areaIndex = this.sheet.areas.indexOf(node);
      const roman = layout.areaStyle.startsWith('roman');
      let code =
        isArea && layout.areaStyle === 'bold'
          ? ''
          : isArea && roman
            ? (ROMAN[areaIndex] ?? '')
            : node.code;
      if (!isArea) code = restarted(code, layout.areaStyle);
      const bare = isArea && this.#areasAreBare();
      const cells = this.literal.rows[i] ?? [];
      return {
        row: this.#rowAt[i] ?? 0,
        code,
        name: isArea && layout.capitals ? node.name.toUpperCase() : node.name,
        level,
        parent: parent ? (indexOf.get(parent) ?? null) : null,
        isLeaf: node.children.length === 0,
        figures: Object.fromEntries(
          figures
            .filter((role) => this.#at(role) !== null)
            .map((role) => [role, bare ? '' : textOf(cells[literalColumn[role] ?? 0] ?? null)]),
        ),
      };
    });
  }
}

/** Numbered afresh in each area: "2.1" as "1", or as "1.1". */
function restarted(code: string, style: Layout['areaStyle']): string {
  if (style === 'romanRestart') return code.replace(/^\d+\./, '');
  return style === 'romanAgain' ? code.replace(/^\d+(?=\.)/, '1') : code;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI'];

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'value' in cell ? String(cell.value) : '';
  return String(cell);
}

function literalCell(cell: Cell): CellLiteral {
  if (typeof cell !== 'object' || cell === null) return cell;
  if ('formula' in cell) return { v: cell.value, f: cell.formula };
  if ('date' in cell) return { v: 46083, format: 'dd/mm/yyyy' };
  if ('numberCode' in cell) return Number(cell.numberCode);
  if ('percent' in cell) return { v: 0.979, format: '0.0%' };
  return 'error' in cell ? { error: cell.error } : null;
}

/** The columns from left to right, at their places. */
function columnsOf(layout: Layout): Column[] {
  const words = (role: ColumnRole): string => {
    const list = headerWords[role] ?? [];
    return list[(layout.words + role.length) % list.length] ?? '';
  };
  const columns: Omit<Column, 'at'>[] = layout.order
    .filter((role) => !(layout.noCode && role === 'code'))
    .filter((role) => !(layout.noDeduction && role === 'deduction'))
    .filter((role) => !(layout.noOpinion && (role === 'opinion' || role === 'responsible')))
    .filter((role) => !layout.selfOnly || ['code', 'name', 'max', 'self'].includes(role))
    .map((role) => ({ role, header: words(role), cells: [] }));
  for (const { at, what } of layout.extras) {
    const foreign = foreignColumns[what];
    const own = (['note', 'evidence', 'method'] as const)[what - foreignColumns.length];
    const column: Omit<Column, 'at'> = foreign
      ? { role: null, ...foreign }
      : { role: own ?? 'note', header: words(own ?? 'note'), cells: ['Theo hướng dẫn'] };
    if (column.role && columns.some(({ role }) => role === column.role)) continue;
    columns.splice(Math.min(columns.length, at + 2), 0, column);
  }
  return columns.map((column, i) => ({ ...column, at: layout.left + i }));
}

interface Group {
  caption: string;
  from: number;
  to: number;
}

/** Runs of figure columns that a caption may stand over. */
function groupsOf(columns: readonly Column[], layout: Layout): Group[] {
  if (layout.group === 'none') return [];
  const wanted: readonly ColumnRole[] =
    layout.group === 'all' ? ['max', 'self', 'appraised1', 'deduction'] : ['self', 'appraised1'];
  const first = columns.findIndex(({ role }) => role !== null && wanted.includes(role));
  let last = first;
  while (last + 1 < columns.length && wanted.includes(columns[last + 1]?.role as ColumnRole))
    last += 1;
  const from = columns[first]?.at;
  const to = columns[last]?.at;
  if (from === undefined || to === undefined || last - first < 1) return [];
  const caption =
    layout.group === 'all'
      ? 'ĐIỂM SỐ'
      : (['ĐIỂM', 'Kết quả', 'Kết quả chấm điểm'][layout.words % 3] ?? '');
  return [{ caption, from, to }];
}
