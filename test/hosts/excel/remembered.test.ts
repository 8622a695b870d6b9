/**
 * What the workbook remembers, when several people have it open, and when its structure is protected:
 * nobody's word is lost, and nobody is told of a sheet that she cannot see.
 *
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { createExcelHost } from '../../../src/hosts/excel/excelHost';
import { hostMessages } from '../../../src/i18n/vi/host';
import type { Patch } from '../../../src/workbook/patch';
import {
  emptyState,
  parseState,
  STATE_SHEET,
  stateText,
  type WorkbookState,
} from '../../../src/workbook/state';
import type { ExcelDoor } from '../../excel-host/bridge';
import { failOnce, failingPoints, isAct, noFaults } from '../../excel-host/faults';
import { openExcel } from '../../excel-host/openExcel';
import { patchOf } from './patches';
import { scoreBook, sheetName } from './scoreBook';
import { showBook } from './showBook';

let excel: ExcelDoor;
const host = createExcelHost();
beforeAll(async () => {
  excel = await openExcel();
});
beforeEach(() => showBook(excel, scoreBook(6)));
afterEach(() => {
  noFaults(excel);
  expect(excel.interpreter.unknown).toEqual([]);
  expect(excel.interpreter.broken).toEqual([]);
});

const read = async () => (await host.read({ sheets: 'active' })).state;
const reasons = async () =>
  Object.values(parseState(await read()).accepted)
    .map(({ reason }) => reason)
    .sort();

function remember(seen: string | null, change: (state: WorkbookState) => WorkbookState): Patch {
  const text = stateText(change(parseState(seen)));
  return patchOf({ kind: 'remember', sheet: STATE_SHEET, seen, text });
}

const accept = (seen: string | null, reason: string) =>
  remember(seen, (state) => ({
    ...state,
    accepted: { ...state.accepted, [`finding ${reason}`]: { reason, seen: 'x' } },
  }));
const setBase = (seen: string | null, base: string) =>
  remember(seen, (state) => ({ ...state, settings: { base } }));
const hasSheet = () => excel.book.find(STATE_SHEET) !== undefined;

describe('several people', () => {
  test('both begin without anything remembered: both are remembered', async () => {
    const seen = await read();
    await host.apply(accept(seen, 'A'));
    await host.apply(accept(seen, 'B'));
    expect(await reasons()).toEqual(['A', 'B']);
    expect(excel.book.sheet(STATE_SHEET).visibility).toBe('VeryHidden');
  });

  test('one accepts with an older reading: nothing of the other is lost', async () => {
    await host.apply(accept(null, 'A'));
    const seen = await read();
    await host.apply(accept(seen, 'A2'));
    await host.apply(accept(seen, 'B'));
    expect(await reasons()).toEqual(['A', 'A2', 'B']);
  });

  test('undoing takes back what was said oneself, and no more', async () => {
    const undo = await host.apply(accept(null, 'A'));
    await host.apply(accept(await read(), 'B'));
    await host.apply(undo);
    expect(await reasons()).toEqual(['B']);
  });

  test('undoing leaves no trace where nobody else had anything remembered', async () => {
    const before = excel.book.dump();
    const undo = await host.apply(accept(null, 'A'));
    expect(hasSheet()).toBe(true);
    await host.apply(undo);
    expect(excel.book.dump()).toEqual(before);
  });

  test('both set the same thing otherwise: the second one is told, and nothing is changed', async () => {
    const seen = await read();
    const undo = await host.apply(setBase(seen, '79'));
    const before = excel.book.dump();
    const error: unknown = await host
      .apply(setBase(seen, '80'))
      .catch((failure: unknown) => failure);
    expect(error).toMatchObject({ problem: 'changedMeanwhile', params: { what: 'memory' } });
    const said = hostMessages.changedMeanwhile(
      (error as { params: Record<string, string> }).params,
    );
    expect(said).not.toContain(STATE_SHEET);
    expect(excel.book.dump()).toEqual(before);
    await host.apply(setBase(await read(), '80'));
    await host.apply(undo);
    expect(parseState(await read()).settings.base).toBe('80');
  });
});

describe('a workbook whose structure is protected', () => {
  beforeEach(() => (excel.book.protected = true));
  const withCell = (patch: Patch): Patch => ({
    ...patch,
    changes: [
      { kind: 'write', sheet: sheetName, at: { row: 5, column: 4 }, cells: [[{ value: 2 }]] },
      ...patch.changes,
    ],
  });

  test('the work is done and remembered without a sheet, in two trips, and taken back', async () => {
    const before = excel.book.dump();
    await read();
    excel.trips.length = 0;
    const undo = await host.apply(withCell(accept(null, 'A')));
    expect(excel.trips).toHaveLength(2);
    expect(hasSheet()).toBe(false);
    expect(await reasons()).toEqual(['A']);
    const more = await host.apply(accept(await read(), 'B'));
    expect(await reasons()).toEqual(['A', 'B']);
    await host.apply(more);
    await host.apply(undo);
    expect(excel.book.dump()).toEqual(before);
  });

  test('once the protection is off, it moves to where it belongs', async () => {
    await host.apply(accept(null, 'A'));
    excel.book.protected = false;
    await host.apply(accept(await read(), 'B'));
    expect(hasSheet()).toBe(true);
    expect(excel.book.settings.size).toBe(0);
    expect(await reasons()).toEqual(['A', 'B']);
  });

  test('a sheet that is there already is written to, and emptied rather than dropped', async () => {
    excel.book.protected = false;
    await host.apply(accept(null, 'A'));
    excel.book.protected = true;
    await host.apply(accept(await read(), 'B'));
    expect(await reasons()).toEqual(['A', 'B']);
    expect(excel.book.settings.size).toBe(0);
    const seen = await read();
    await host.apply(patchOf({ kind: 'remember', sheet: STATE_SHEET, seen, text: null }));
    expect(hasSheet()).toBe(true);
    expect(await read()).toBeNull();
  });

  test('a failure at any action leaves everything as it was', async () => {
    await host.apply(accept(null, 'A'));
    const patch = withCell(accept(await read(), 'B'));
    await everyFailure(patch);
  });
});

test('a failure at any action of moving it to its sheet leaves everything as it was', async () => {
  excel.book.protected = true;
  await host.apply(accept(null, 'A'));
  excel.book.protected = false;
  await everyFailure(accept(await read(), 'B'));
});

test('a long state takes several cells, and fewer again', async () => {
  const long = remember(null, (state) => ({
    ...state,
    unitMemory: Object.fromEntries(
      Array.from({ length: 900 }, (_, i) => [`phòng ${i}`, `P. ${i}`]),
    ),
  }));
  const undo = await host.apply(long);
  const text = await read();
  expect(excel.book.sheet(STATE_SHEET).contents.size).toBeGreaterThan(2);
  expect(Object.keys(parseState(text).unitMemory)).toHaveLength(900);
  const shorter = await host.apply(
    patchOf({ kind: 'remember', sheet: STATE_SHEET, seen: text, text: stateText(emptyState) }),
  );
  expect(await read()).toBe(stateText(emptyState));
  await host.apply(shorter);
  expect(await read()).toBe(text);
  await host.apply(undo);
  expect(hasSheet()).toBe(false);
});

/** Excel fails once at each action of the changing batch in turn. */
async function everyFailure(patch: Patch): Promise<void> {
  const before = JSON.stringify(excel.book.dump());
  const kept = excel.book.copy();
  excel.trips.length = 0;
  await host.apply(patch);
  const act = excel.trips.find(({ request }) => isAct(request))?.request;
  for (const at of act ? failingPoints(act) : []) {
    showBook(excel, kept.copy());
    failOnce(excel, at, 'GeneralException');
    await expect(host.apply(patch)).rejects.toBeDefined();
    expect({ at, ...excel.book.dump() }).toEqual({ at, ...JSON.parse(before) });
  }
}
