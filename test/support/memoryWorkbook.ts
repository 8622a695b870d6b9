/**
 * A workbook that lives in memory only, for tests of what stands on a WorkbookFile: values, formulas
 * and one style. It applies writes, new and deleted sheets; any other change is refused, so that a test
 * cannot rest on what is not here.
 */
import { cellName, type CellAt } from '../../src/workbook/address';
import {
  HostError,
  type Capabilities,
  type EditEvent,
  type ReadRequest,
} from '../../src/workbook/host';
import type { CellWrite, Patch } from '../../src/workbook/patch';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/snapshot';
import type {
  CellView,
  SheetView,
  StyleView,
  ValidationView,
  WorkbookFile,
  WorkbookView,
} from '../../src/workbook/view';

type Given = CellValue | { formula: string; value: CellValue };

export interface MemorySheet {
  name: string;
  rows: Given[][];
  protected?: boolean;
  validations?: ValidationView[];
}

export const plainStyle: StyleView = {
  numberFormat: 'General',
  fontName: 'Times New Roman',
  fontSize: 12,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  fontColor: '#000000',
  fill: null,
  horizontal: 'general',
  vertical: 'bottom',
  wrap: false,
  indent: 0,
  rotation: 0,
  locked: true,
  borders: { top: null, right: null, bottom: null, left: null },
};

export class MemoryWorkbook implements WorkbookFile {
  readonly capabilities: Capabilities = { files: false, lacks: [] };
  /** Every patch, edit and computed value that came in, in order. */
  readonly log: string[] = [];
  #active: string;
  readonly #edits = new Set<(edit: EditEvent) => void>();
  readonly #changes = new Set<(change: 'edit' | 'patch', sheets: string[]) => void>();

  constructor(
    readonly name: string,
    private readonly sheets: MemorySheet[],
  ) {
    this.#active = sheets[0]?.name ?? '';
  }

  async read(_request: ReadRequest): Promise<WorkbookSnapshot> {
    this.log.push('read');
    return {
      sheets: this.sheets.map(snapshotOf),
      sheetNames: this.sheets.map(({ name }) => name),
      activeSheet: this.#active,
      state: null,
    };
  }

  async apply(patch: Patch): Promise<Patch> {
    for (const change of patch.changes) {
      if (change.kind !== 'write') throw new HostError('unexpected', { detail: change.kind });
      const { rows } = this.#sheet(change.sheet);
      change.cells.forEach((line, down) =>
        line.forEach((write, right) => {
          if (!write) return;
          (rows[change.at.row + down] ??= [])[change.at.column + right] = given(write);
        }),
      );
    }
    this.log.push('apply');
    this.#changes.forEach((listener) => listener('patch', [this.#active]));
    return { changes: [], expects: [] };
  }

  async select(): Promise<void> {}

  listen(listener: (edit: EditEvent) => void): () => void {
    this.#edits.add(listener);
    return () => this.#edits.delete(listener);
  }

  async toBytes(): Promise<Uint8Array> {
    return new TextEncoder().encode(JSON.stringify(this.sheets));
  }

  view(): WorkbookView {
    return {
      name: this.name,
      activeSheet: this.#active,
      sheets: this.sheets.map(viewOf),
      styles: { 0: plainStyle },
      names: [],
    };
  }

  edit(sheet: string, at: CellAt, write: CellWrite): void {
    const target = this.#sheet(sheet);
    if (target.protected) throw new HostError('sheetProtected', { sheet });
    (target.rows[at.row] ??= [])[at.column] = given(write);
    const address = cellName(at);
    this.log.push(`edit ${sheet}!${address}`);
    this.#edits.forEach((listener) => listener({ sheet, address }));
    this.#changes.forEach((listener) => listener('edit', [sheet]));
  }

  setComputed(sheet: string, cells: readonly { at: CellAt; value: CellValue }[]): void {
    const { rows } = this.#sheet(sheet);
    for (const { at, value } of cells) {
      const old = rows[at.row]?.[at.column];
      if (isFormula(old)) (rows[at.row] ??= [])[at.column] = { formula: old.formula, value };
      this.log.push(`computed ${sheet}!${cellName(at)}`);
    }
  }

  activate(sheet: string): void {
    this.#active = this.#sheet(sheet).name;
  }

  onChange(listener: (change: 'edit' | 'patch', sheets: string[]) => void): () => void {
    this.#changes.add(listener);
    return () => this.#changes.delete(listener);
  }

  /** What the cell holds now. */
  at(sheet: string, row: number, column: number): Given {
    return this.#sheet(sheet).rows[row]?.[column] ?? null;
  }

  #sheet(name: string): MemorySheet {
    const sheet = this.sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new HostError('sheetGone', { sheet: name });
    return sheet;
  }
}

function isFormula(cell: Given | undefined): cell is { formula: string; value: CellValue } {
  return typeof cell === 'object' && cell !== null && 'formula' in cell;
}

function given(write: CellWrite): Given {
  return 'formula' in write ? write : write.value;
}

function viewOf(sheet: MemorySheet): SheetView {
  const cells: CellView[] = sheet.rows.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      if (cell === null || cell === undefined) return [];
      const formula = isFormula(cell) ? cell.formula : null;
      const value = isFormula(cell) ? cell.value : cell;
      return [{ row, column, value, formula, styleId: 0 }];
    }),
  );
  return {
    name: sheet.name,
    visibility: 'visible',
    protected: sheet.protected ?? false,
    rowCount: sheet.rows.length,
    columnCount: Math.max(0, ...sheet.rows.map((line) => line.length)),
    cells,
    rows: [],
    columns: [],
    defaultRowHeight: 15,
    defaultColumnWidth: 8.43,
    merges: [],
    freeze: { rows: 0, columns: 0 },
    selected: { row: 0, column: 0 },
    gridLines: true,
    zoom: 100,
    validations: sheet.validations ?? [],
    conditionalFormats: [],
  };
}

function snapshotOf(sheet: MemorySheet): SheetSnapshot {
  const { rowCount, columnCount, cells } = viewOf(sheet);
  const grid = <T>(blank: T): T[][] =>
    Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, () => blank));
  const values = grid<CellValue>(null);
  const formulas = grid<string | null>(null);
  for (const { row, column, value, formula } of cells) {
    values[row]![column] = value;
    formulas[row]![column] = formula;
  }
  return {
    name: sheet.name,
    visibility: 'visible',
    protected: sheet.protected ?? false,
    rowCount,
    columnCount,
    values,
    formulas,
    numberFormats: grid('General'),
    bold: grid(false),
    indents: grid(0),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filtered: false,
  };
}
