/**
 * Calculates a workbook in Node with the engine of the grid that the page shows, so that both places
 * give the same figures. Loaded only when a file needs it, and never part of what a browser loads.
 */
import { createRequire } from 'node:module';
import type * as NodeCore from '@univerjs/preset-sheets-node-core';
import type * as Presets from '@univerjs/presets';
import { HostError } from '../../workbook/host';
import type { CellValue } from '../../workbook/snapshot';
import type { CalculationInput, Recalculate } from '../../workbook/view';

type Engine = ReturnType<typeof Presets.createUniver>;
type Api = Engine['univerAPI'];
type GridWorkbook = ReturnType<Api['createWorkbook']>;

/** A workbook that is not done by then is beyond this engine. */
const patienceMs = 60_000;

/** @throws HostError unexpected, when the engine fails or takes too long */
export const recalculate: Recalculate = async (input) => {
  const { univer, univerAPI: api } = startEngine();
  try {
    const workbook = api.createWorkbook(workbookData(input));
    defineNames(workbook, input.names);
    await calculate(api);
    return input.sheets.map(({ cells }, index) => readResults(workbook, sheetId(index), cells));
  } finally {
    univer.dispose();
  }
};

function startEngine(): Engine {
  // The package's module for `import` does not load in Node; the one for `require` does.
  const load = createRequire(import.meta.url);
  const { createUniver, LocaleType } = load('@univerjs/presets') as typeof Presets;
  const { UniverSheetsNodeCorePreset } = load(
    '@univerjs/preset-sheets-node-core',
  ) as typeof NodeCore;
  return createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    presets: [UniverSheetsNodeCorePreset()],
  });
}

type WorkbookData = Parameters<Api['createWorkbook']>[0];

const sheetId = (index: number): string => `sheet${index}`;

function workbookData(input: CalculationInput): WorkbookData {
  const sheets: NonNullable<WorkbookData['sheets']> = {};
  input.sheets.forEach(({ name, cells }, index) => {
    const cellData: Record<number, Record<number, object>> = {};
    let rowCount = 1;
    let columnCount = 1;
    for (const { row, column, value, formula } of cells) {
      (cellData[row] ??= {})[column] = formula === null ? constantData(value) : { f: formula };
      rowCount = Math.max(rowCount, row + 2);
      columnCount = Math.max(columnCount, column + 2);
    }
    sheets[sheetId(index)] = { id: sheetId(index), name, cellData, rowCount, columnCount };
  });
  return { id: 'workbook', sheetOrder: input.sheets.map((_, index) => sheetId(index)), sheets };
}

/**
 * Print ranges and filters are names too, but no formula uses them. The engine refuses some names that
 * files may have (those of its functions); a formula that uses one then keeps the value it has.
 */
function defineNames(workbook: GridWorkbook, names: CalculationInput['names']): void {
  for (const { name, sheet, refersTo } of names) {
    if (sheet !== null || name.startsWith('_xlnm.')) continue;
    try {
      workbook.insertDefinedName(name, `=${refersTo}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

/** The engine's kinds of cell: 1 text, 2 number, 3 truth value. */
function constantData(value: CellValue): object {
  if (typeof value === 'string') return { v: value, t: 1 };
  if (typeof value === 'number') return { v: value, t: 2 };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: 3 };
  return value === null ? {} : { v: value.error, t: 1 };
}

async function calculate(api: Api): Promise<void> {
  const formula = api.getFormula();
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      end.dispose();
      reject(new HostError('unexpected', { detail: 'calculation took too long' }));
    }, patienceMs);
    const end = formula.calculationEnd(() => {
      clearTimeout(late);
      end.dispose();
      resolve();
    });
    formula.executeCalculation();
  });
}

function readResults(
  workbook: GridWorkbook,
  id: string,
  cells: CalculationInput['sheets'][number]['cells'],
): { at: { row: number; column: number }; value: CellValue }[] {
  const sheet = workbook.getSheetBySheetId(id)?.getSheet();
  return cells.flatMap(({ row, column, formula }) => {
    if (formula === null) return [];
    const cell = sheet?.getCellRaw(row, column);
    return [{ at: { row, column }, value: readResult(cell?.v, cell?.t) }];
  });
}

function readResult(value: unknown, type: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (type === 3) return value === true || value === 1 || value === 'TRUE';
  if (typeof value === 'string')
    return /^#(?:[A-Z]+[!?]|DIV\/0!|N\/A)$/.test(value) ? { error: value } : value;
  if (typeof value === 'number') return Number(value.toPrecision(15));
  return typeof value === 'boolean' ? value : String(value);
}
