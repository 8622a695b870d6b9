/**
 * A host in memory for tests of the pane: it keeps a snapshot, records the patches that came in, and
 * carries out what changes values; looks are ignored. Its inverse is the snapshot as it was. A test may
 * let it fail, and may edit cells as a person does.
 */
import { parseArea, type CellAt } from '../../src/workbook/address';
import {
  HostError,
  type Capabilities,
  type EditEvent,
  type Host,
  type HostFiles,
  type Selection,
} from '../../src/workbook/host';
import type { Change, Patch } from '../../src/workbook/patch';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { mergeRemembered } from '../../src/workbook/mergeState';
import { STATE_SHEET } from '../../src/workbook/state';

export class FakeHost implements Host {
  readonly capabilities: Capabilities;
  readonly applied: Patch[] = [];
  readonly selected: { sheet: string; at: CellAt }[] = [];
  reads = 0;
  /** The next apply throws this, once. */
  failure: HostError | null = null;
  readonly files?: HostFiles;
  /** Present once a test has selected something. */
  selection?: () => Promise<Selection | null>;
  private readonly listeners = new Set<(edit: EditEvent) => void>();

  constructor(
    public snapshot: WorkbookSnapshot,
    files?: HostFiles,
  ) {
    this.capabilities = { files: files !== undefined, lacks: [] };
    if (files) this.files = files;
  }

  async read(): Promise<WorkbookSnapshot> {
    this.reads++;
    return copyOf(this.snapshot);
  }

  async apply(patch: Patch): Promise<Patch> {
    const { failure } = this;
    this.failure = null;
    if (failure) throw failure;
    this.applied.push(patch);
    const before = copyOf(this.snapshot);
    for (const change of patch.changes) this.carryOut(change);
    return {
      changes: [{ kind: 'restore', sheet: '', what: 'snapshot', data: before }],
      expects: [],
    };
  }

  async select(sheet: string, at: CellAt): Promise<void> {
    this.selected.push({ sheet, at: { row: at.row, column: at.column } });
  }

  listen(listener: (edit: EditEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** As a person types into a cell. */
  type(sheet: string, at: CellAt, value: CellValue): void {
    put(this.sheet(sheet), at.row, at.column, value, null);
    for (const listener of this.listeners) listener({ sheet, address: '' });
  }

  /** As a person drags over cells. */
  choose(sheet: string, address: string, areas = 1): void {
    const area = parseArea(address);
    if (!area) throw new Error(`no address: ${address}`);
    this.selection = async () => ({ sheet, area, areas });
  }

  sheet(name: string): SheetSnapshot {
    const sheet = this.snapshot.sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new HostError('sheetGone', { sheet: name });
    return sheet;
  }

  private carryOut(change: Change): void {
    if (change.kind === 'restore') {
      this.snapshot = copyOf(change.data as WorkbookSnapshot);
      return;
    }
    if (change.kind === 'remember') {
      this.remember(mergeRemembered(change, this.snapshot.state));
      return;
    }
    if (change.kind === 'newSheet') {
      this.snapshot.sheets.push(blankSheet(change.sheet, change.visibility));
      this.snapshot.sheetNames.push(change.sheet);
      if (change.activate) this.snapshot.activeSheet = change.sheet;
      return;
    }
    if (change.kind === 'deleteSheet') {
      const { snapshot } = this;
      snapshot.sheets = snapshot.sheets.filter(({ name }) => name !== change.sheet);
      snapshot.sheetNames = snapshot.sheetNames.filter((name) => name !== change.sheet);
      return;
    }
    const sheet = this.sheet(change.sheet);
    if (change.kind === 'insertColumns') insertColumns(sheet, change.before, change.count);
    if (change.kind === 'insertRows') insertRows(sheet, change.before, change.count);
    if (change.kind === 'merge') sheet.merges.push(change.area);
    if (change.kind !== 'write') return;
    change.cells.forEach((line, down) =>
      line.forEach((cell, right) => {
        if (!cell) return;
        const formula = 'formula' in cell ? cell.formula : null;
        put(sheet, change.at.row + down, change.at.column + right, cell.value, formula);
      }),
    );
  }

  private remember(text: string | null): void {
    const others = this.snapshot.sheetNames.filter((name) => name !== STATE_SHEET);
    this.snapshot.sheetNames = text === null ? others : [...others, STATE_SHEET];
    this.snapshot.state = text;
  }
}

/** Plain data, copied; jsdom has no structuredClone. */
export function copyOf<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data)) as Data;
}

function blankSheet(name: string, visibility: SheetSnapshot['visibility']): SheetSnapshot {
  return {
    name,
    visibility,
    protected: false,
    rowCount: 0,
    columnCount: 0,
    values: [],
    formulas: [],
    numberFormats: [],
    bold: [],
    indents: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filtered: false,
  };
}

function put(
  sheet: SheetSnapshot,
  row: number,
  column: number,
  value: CellValue,
  formula: string | null,
): void {
  grow(sheet, Math.max(sheet.rowCount, row + 1), Math.max(sheet.columnCount, column + 1));
  sheet.values[row]![column] = value;
  sheet.formulas[row]![column] = formula;
}

function grow(sheet: SheetSnapshot, rows: number, columns: number): void {
  const fit = <T>(grid: T[][], blank: T) => {
    while (grid.length < rows) grid.push([]);
    for (const line of grid) while (line.length < columns) line.push(blank);
  };
  fit(sheet.values, null);
  fit(sheet.formulas, null);
  fit(sheet.numberFormats, 'General');
  fit(sheet.bold, false);
  fit(sheet.indents, 0);
  sheet.rowCount = rows;
  sheet.columnCount = columns;
}

function insertColumns(sheet: SheetSnapshot, before: number, count: number): void {
  const widen = <T>(grid: T[][], blank: T) =>
    grid.forEach((line) => line.splice(before, 0, ...Array.from({ length: count }, () => blank)));
  widen(sheet.values, null);
  widen(sheet.formulas, null);
  widen(sheet.numberFormats, 'General');
  widen(sheet.bold, false);
  widen(sheet.indents, 0);
  sheet.columnCount += count;
}

function insertRows(sheet: SheetSnapshot, before: number, count: number): void {
  const lengthen = <T>(grid: T[][], blank: T) =>
    grid.splice(
      before,
      0,
      ...Array.from({ length: count }, () =>
        Array.from({ length: sheet.columnCount }, () => blank),
      ),
    );
  lengthen(sheet.values, null);
  lengthen(sheet.formulas, null);
  lengthen(sheet.numberFormats, 'General');
  lengthen(sheet.bold, false);
  lengthen(sheet.indents, 0);
  sheet.rowCount += count;
}
