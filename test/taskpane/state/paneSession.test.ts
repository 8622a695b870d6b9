import { PaneSession } from '../../../src/taskpane/state/paneSession';
import { currentReport, goesToNewFile } from '../../../src/taskpane/state/paneState';
import { planDeductions } from '../../../src/usecases/deduct';
import { planNewSheet } from '../../../src/usecases/newSheet';
import { builtInFrameworks } from '../../../src/usecases/frameworks';
import type { WorkbookReading } from '../../../src/usecases/readWorkbook';
import { points } from '../../../src/domain/points';
import { HostError, type HostFiles, type OpenFile } from '../../../src/workbook/host';
import { copyOf, FakeHost } from '../../support/fakeHost';
import { sampleReading } from '../../support/sample';

const SHEET = sampleReading().tables[0]!.sheet;

function sampleHost(files?: HostFiles): FakeHost {
  return new FakeHost(copyOf(sampleReading().snapshot), files);
}

async function started(host: FakeHost): Promise<PaneSession> {
  const session = new PaneSession(host);
  await session.start();
  return session;
}

function proposeDeductions(session: PaneSession, base: string | null = '79'): Promise<void> {
  return session.propose('deduct', 'Tính điểm trừ', (reading) =>
    planDeductions(reading, SHEET, {
      base: base === null ? null : points(base),
      liveFormulas: false,
    }),
  );
}

describe('reading', () => {
  test('tells what the sheet is', async () => {
    const session = await started(sampleHost());
    const report = currentReport(session.current());
    expect(report?.summary.leaves).toBe(27);
    expect(report?.summary.deduction?.toString()).toBe('23.41');
    expect(session.current().work).toBeNull();
  });

  test('a failure becomes a notice, and a second try succeeds', async () => {
    const host = sampleHost();
    const read = jest.spyOn(host, 'read').mockRejectedValueOnce(new HostError('cellEditing'));
    const session = await started(host);
    expect(session.current().notice).toEqual({
      kind: 'failed',
      problem: 'cellEditing',
      params: {},
    });
    expect(session.current().reading).toBeNull();
    await session.refresh();
    expect(read).toHaveBeenCalledTimes(2);
    expect(session.current().reports).toHaveLength(1);
  });

  test('an error of another realm is known by its shape', async () => {
    const host = sampleHost();
    const foreign = Object.assign(new Error('x'), {
      name: 'HostError',
      problem: 'sheetProtected',
      params: { sheet: SHEET },
    });
    jest.spyOn(host, 'read').mockRejectedValueOnce(foreign);
    const session = await started(host);
    expect(session.current().notice).toMatchObject({ problem: 'sheetProtected' });
  });
});

describe('what was typed', () => {
  test('survives every change of step', async () => {
    const session = await started(sampleHost());
    session.fill('load', { unit: 'UBND xã Vĩnh Linh', period: '6 tháng' });
    session.fill('deduct', { base: '79' });
    for (const view of ['check', 'deduct', 'start', 'load'] as const) session.show(view);
    expect(session.current().forms.load).toMatchObject({
      unit: 'UBND xã Vĩnh Linh',
      period: '6 tháng',
    });
    expect(session.current().forms.deduct.base).toBe('79');
  });

  test('the base gives the index at once, and a blank one takes it away', async () => {
    const session = await started(sampleHost());
    expect(currentReport(session.current())?.summary.index).toBeNull();
    session.fill('deduct', { base: '79' });
    expect(currentReport(session.current())?.summary.index?.round(2).toString()).toBe('70.37');
    session.fill('deduct', { base: '' });
    expect(currentReport(session.current())?.summary.index).toBeNull();
  });
});

describe('a change', () => {
  test('is made only after the preview was confirmed', async () => {
    const host = sampleHost();
    const session = await started(host);
    await proposeDeductions(session);
    expect(host.applied).toHaveLength(0);
    expect(session.current().pending?.plan.patch.changes.length).toBeGreaterThan(0);
    await session.confirm();
    expect(host.applied).toHaveLength(1);
    expect(session.current()).toMatchObject({
      pending: null,
      notice: { kind: 'done', label: 'Tính điểm trừ' },
      lastChange: 'Tính điểm trừ',
    });
  });

  test('is not made twice by two clicks', async () => {
    const host = sampleHost();
    const session = await started(host);
    await proposeDeductions(session);
    await Promise.all([session.confirm(), session.confirm()]);
    expect(host.applied).toHaveLength(1);
  });

  test('that she leaves changes nothing', async () => {
    const host = sampleHost();
    const session = await started(host);
    await proposeDeductions(session);
    session.dropPreview();
    await session.confirm();
    expect(host.applied).toHaveLength(0);
  });

  test('is shown anew when the workbook changed meanwhile', async () => {
    const host = sampleHost();
    const session = await started(host);
    await proposeDeductions(session);
    const before = session.current().pending?.plan;
    const row = sampleReading().tables[0]!.rows[1]!;
    host.sheet(SHEET).values[row.row]![row.figures.self!.place.column] = 0.5;
    host.failure = new HostError('changedMeanwhile', { sheet: SHEET, cell: 'D5' });
    await session.confirm();
    expect(host.applied).toHaveLength(0);
    const { pending, notice } = session.current();
    expect(notice).toMatchObject({ kind: 'failed', problem: 'changedMeanwhile' });
    expect(pending?.replanned).toBe(true);
    expect(pending?.plan).not.toEqual(before);
  });

  test('that needs none is made from what somebody else changed meanwhile', async () => {
    const host = sampleHost();
    const session = await started(host);
    const seen: unknown[] = [];
    const makePlan = (reading: WorkbookReading) => {
      const value = reading.snapshot.sheets[0]!.values[6]![1]!;
      seen.push(value);
      const change = { kind: 'write', sheet: SHEET, at: { row: 6, column: 1 } } as const;
      return {
        patch: { changes: [{ ...change, cells: [[{ value }]] }], expects: [] },
        lines: [],
        conflicts: [],
      };
    };
    host.sheet(SHEET).values[6]![1] = 'của người khác';
    host.failure = new HostError('changedMeanwhile', { sheet: SHEET, cell: 'B7' });
    await session.carryOut('Chấp nhận', makePlan);
    expect(seen.at(-1)).toBe('của người khác');
    expect(seen).toHaveLength(2);
    expect(host.applied).toHaveLength(1);
    expect(session.current()).toMatchObject({ notice: { kind: 'done' }, lastChange: 'Chấp nhận' });
  });

  test('that the host refuses leaves the preview and says why', async () => {
    const host = sampleHost();
    const session = await started(host);
    await proposeDeductions(session);
    host.failure = new HostError('sheetProtected', { sheet: SHEET });
    await session.confirm();
    expect(session.current().pending).not.toBeNull();
    expect(session.current().notice).toMatchObject({ problem: 'sheetProtected' });
    expect(session.current().lastChange).toBeNull();
  });

  test('that adds a sheet turns the steps to it', async () => {
    const host = sampleHost();
    const session = await started(host);
    const framework = builtInFrameworks()[0]!;
    await session.propose('load', 'Nạp khung', ({ snapshot }) =>
      planNewSheet(snapshot, framework, { unit: 'A', period: 'B', rounds: 1 }),
    );
    await session.confirm();
    expect(session.current().reports).toHaveLength(2);
    expect(session.current().table).not.toBe(SHEET);
    expect(session.current().reading?.state.framework?.id).toBe(framework.id);
  });
});

describe('undo', () => {
  test('takes the last change back', async () => {
    const host = sampleHost();
    const before = copyOf(host.snapshot);
    const session = await started(host);
    await proposeDeductions(session);
    await session.confirm();
    expect(host.snapshot).not.toEqual(before);
    await session.undo();
    expect(host.snapshot).toEqual(before);
    expect(session.current()).toMatchObject({
      lastChange: null,
      notice: { kind: 'undone', label: 'Tính điểm trừ' },
    });
  });

  test('asks before it loses an edit made since', async () => {
    const host = sampleHost();
    const session = await started(host);
    await proposeDeductions(session);
    await session.confirm();
    const write = host.applied[0]!.changes.find(
      (change) => change.kind === 'write' && change.sheet === SHEET,
    );
    if (write?.kind !== 'write') throw new Error('the plan writes nothing');
    const at = firstWritten(write);
    host.sheet(SHEET).values[at.row]![at.column] = 'sửa tay';
    host.sheet(SHEET).formulas[at.row]![at.column] = null;
    await session.undo();
    expect(session.current().undoQuestion).toMatchObject({
      label: 'Tính điểm trừ',
      canForce: true,
    });
    expect(host.applied).toHaveLength(1);
    session.keepEdits();
    expect(session.current().undoQuestion).toBeNull();
    await session.undo(true);
    expect(host.applied).toHaveLength(2);
    expect(session.current().undoQuestion).toBeNull();
  });

  test('that would hit other rows is not made; she may keep the change and go on to earlier ones', async () => {
    const host = sampleHost();
    const session = await started(host);
    const note = { kind: 'write', sheet: SHEET, at: { row: 40, column: 0 } } as const;
    await session.carryOut('Ghi chú', () => ({
      patch: { changes: [{ ...note, cells: [[{ value: 'x' }]] }], expects: [] },
      lines: [],
      conflicts: [],
    }));
    await proposeDeductions(session);
    await session.confirm();
    const { values, formulas } = host.sheet(SHEET);
    for (const grid of [values, formulas])
      grid.splice(
        8,
        0,
        grid[8]!.map(() => null),
      );
    await session.undo();
    expect(session.current().undoQuestion).toMatchObject({ canForce: false });
    session.leaveChange();
    expect(session.current()).toMatchObject({ undoQuestion: null, lastChange: 'Ghi chú' });
    expect(host.applied).toHaveLength(2);
  });
});

describe('edits in the sheet', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('make the result stale, and are read once typing pauses', async () => {
    const host = sampleHost();
    const session = await started(host);
    const row = sampleReading().tables[0]!.rows[0]!;
    const { place } = row.figures.self!;
    host.type(SHEET, place, 99);
    host.type(SHEET, place, 98);
    expect(session.current().stale).toBe(true);
    expect(host.reads).toBe(1);
    await jest.advanceTimersByTimeAsync(1000);
    expect(host.reads).toBe(2);
    expect(session.current().stale).toBe(false);
    const codes = currentReport(session.current())?.findings.map(({ code }) => code);
    expect(codes).toContain('score-above-max');
  });

  test('are no longer heard once the session has stopped', async () => {
    const host = sampleHost();
    const session = await started(host);
    session.stop();
    host.type(SHEET, { row: 5, column: 3 }, 1);
    await jest.advanceTimersByTimeAsync(1000);
    expect(host.reads).toBe(1);
  });
});

describe('files', () => {
  test('another file starts over, but keeps the unit and the period', async () => {
    const { files } = openFiles();
    const session = await started(sampleHost(files));
    session.fill('load', { unit: 'UBND xã A' });
    session.fill('deduct', { base: '79' });
    await proposeDeductions(session);
    await session.confirm();
    session.show('deduct');
    await session.openFile();
    expect(session.current()).toMatchObject({
      view: 'start',
      lastChange: null,
      file: { opened: 2 },
    });
    expect(session.current().forms.load.unit).toBe('UBND xã A');
    expect(session.current().forms.deduct.base).toBeNull();
  });

  test('thinking better of it changes nothing', async () => {
    const files: HostFiles = { ...openFiles().files, open: async () => false };
    const session = await started(sampleHost(files));
    session.show('check');
    await session.openFile();
    expect(session.current().view).toBe('check');
  });

  test('a file that came by itself starts over, under the same name too', async () => {
    const { files, take } = openFiles();
    const host = sampleHost(files);
    const session = await started(host);
    session.show('check');
    const { reading } = session.current();
    host.sheet(SHEET).values[3]![4] = 0.5;
    take({});
    await session.refresh();
    expect(session.current()).toMatchObject({ view: 'start', file: { name: 'a.xlsx', opened: 2 } });
    expect(session.current().reading).not.toBe(reading);
    session.show('check');
    take({ opened: 2, unsaved: true });
    await session.refresh();
    expect(session.current()).toMatchObject({ view: 'check', file: { unsaved: true } });
  });
});

describe('the sample', () => {
  const framework = builtInFrameworks()[0]!;
  const propose = (session: PaneSession) =>
    session.propose('load', 'Nạp khung', ({ snapshot }) =>
      planNewSheet(snapshot, framework, { unit: '', period: '', rounds: 1 }),
    );

  function opened(unsaved: boolean) {
    const { files, take } = openFiles({ origin: 'sample', unsaved });
    const host = sampleHost({
      ...files,
      create: async () => {
        host.snapshot = { sheets: [], sheetNames: ['Sheet1'], activeSheet: 'Sheet1', state: null };
        take({ origin: 'new', name: 'bang-diem.xlsx' });
        return true;
      },
    });
    return host;
  }

  test('takes no new score sheet while nobody has touched it: that begins a file of hers', async () => {
    const host = opened(false);
    const session = await started(host);
    await propose(session);
    expect(goesToNewFile(session.current())).toBe(true);
    await session.confirm();
    expect(session.current()).toMatchObject({
      view: 'load',
      file: { name: 'bang-diem.xlsx' },
      notice: { kind: 'done' },
      lastChange: 'Nạp khung',
    });
    expect(host.snapshot.sheetNames).toContain('Bảng điểm');
    expect(host.snapshot.sheetNames).not.toContain(SHEET);
    await session.undo();
    expect(host.snapshot.sheetNames).toEqual(['Sheet1']);
  });

  test('with edits of hers is left by her own choice only', async () => {
    const host = opened(true);
    const session = await started(host);
    await propose(session);
    expect(goesToNewFile(session.current())).toBe(false);
    await session.confirm();
    expect(host.snapshot.sheetNames).toContain(SHEET);
    expect(host.snapshot.sheetNames).toContain('Bảng điểm');
  });

  test('keeps what is worked out from it', async () => {
    const session = await started(opened(false));
    await proposeDeductions(session);
    expect(goesToNewFile(session.current())).toBe(false);
  });
});

/** Files of a host, and what lets another one come by itself. */
function openFiles(first: Partial<OpenFile> = {}) {
  let now: OpenFile = { name: 'a.xlsx', unsaved: false, opened: 1, origin: 'own', ...first };
  const listeners = new Set<() => void>();
  const take = (other: Partial<OpenFile>) => {
    now = { ...now, unsaved: false, opened: now.opened + 1, ...other };
    for (const listener of listeners) listener();
  };
  const files: HostFiles = {
    open: async () => {
      take({ name: 'b.xlsx' });
      return true;
    },
    save: async () => undefined,
    current: () => now,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { files, take };
}

function firstWritten(write: { at: { row: number; column: number }; cells: unknown[][] }) {
  for (const [down, line] of write.cells.entries())
    for (const [right, cell] of line.entries())
      if (cell) return { row: write.at.row + down, column: write.at.column + right };
  throw new Error('the plan writes nothing');
}
