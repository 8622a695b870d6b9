/** The page host over a workbook in memory and a grid that is only told what to do. */
import type { Area, CellAt } from '../../../src/workbook/address';
import { HostError } from '../../../src/workbook/host';
import type { Patch } from '../../../src/workbook/patch';
import type { WorkbookView } from '../../../src/workbook/view';
import type { Grid, GridListener } from '../../../src/hosts/page/grid';
import { largestFile, PageHost, type PageServices } from '../../../src/hosts/page/pageHost';
import { MemoryWorkbook } from '../../support/memoryWorkbook';

class StillGrid implements Grid {
  readonly log: string[] = [];
  drawn: WorkbookView | null = null;
  listener!: GridListener;
  /** So many of the next drawings fail, as a bug of the grid would make them. */
  failures = 0;
  heights: Record<string, [number, number][]> = {};
  draw(view: WorkbookView): void {
    if (this.failures > 0) {
      this.failures--;
      throw new Error('Range is out of bounds.');
    }
    this.drawn = view;
    this.log.push('draw');
  }
  setRowHeights(sheet: string, heights: ReadonlyMap<number, number>): void {
    this.heights[sheet] = [...heights];
  }
  recalculate(): void {
    this.log.push('recalculate');
  }
  async settled(): Promise<void> {
    this.log.push('settled');
  }
  async endEntry(): Promise<void> {
    this.log.push('endEntry');
  }
  select(sheet: string, at: CellAt): void {
    this.log.push(`select ${sheet} ${at.row},${at.column}`);
  }
  chosen: Area[] = [];
  selection() {
    return this.drawn && { sheet: this.drawn.activeSheet, areas: this.chosen };
  }
  cell() {
    return { value: null, formula: null };
  }
  listen(listener: GridListener): void {
    this.listener = listener;
  }
  focus(): void {}
}

const rows = () => [
  ['a', 1],
  ['b', { formula: '=B1*2', value: 2 }],
];

function setUp(
  given: { answer?: 'save' | 'drop' | 'stay'; unknown?: boolean; protected?: boolean } = {},
) {
  const grid = new StillGrid();
  const sheetRows = rows();
  if (given.unknown) sheetRows[1]![1] = { formula: '=B1*2', value: null as never };
  const file = new MemoryWorkbook('a.xlsx', [
    { name: 'S', rows: sheetRows, protected: given.protected ?? false },
  ]);
  const told: HostError[] = [];
  const saved: string[] = [];
  const fresh: boolean[] = [];
  const reported: unknown[] = [];
  let chosen: File | null = null;
  const services: PageServices = {
    readFile: async (_bytes, name) => {
      if (name.startsWith('bad')) throw new HostError('damaged', { name });
      return new MemoryWorkbook(name, [{ name: 'T', rows: [['new']] }]);
    },
    newFile: () => new MemoryWorkbook('bang-diem.xlsx', [{ name: 'Sheet1', rows: [] }]),
    chooseFile: async () => chosen,
    giveFile: (_bytes, name) => void saved.push(name),
    askUnsaved: async () => given.answer ?? 'stay',
    tell: (problem) => void told.push(problem),
    tellFresh: (isFresh) => void fresh.push(isFresh),
    report: (error) => void reported.push(error),
    tellRefused: () => undefined,
    tellLocked: () => undefined,
  };
  const host = new PageHost(grid, services, file);
  const edit = (row: number, column: number, value: string | number) =>
    grid.listener.edited([{ sheet: 'S', at: { row, column }, write: { value } }]);
  const choose = (file: File) => (chosen = file);
  return { host, grid, file, told, saved, fresh, reported, edit, choose };
}

describe('the page host', () => {
  test('draws the workbook at once and calculates only what has no value', () => {
    expect(setUp().grid.log).toEqual(['draw']);
    expect(setUp({ unknown: true }).grid.log).toEqual(['draw', 'recalculate']);
  });

  test('an edit in the grid reaches the file, the listeners, and the unsaved mark', () => {
    const { host, file, edit } = setUp();
    const seen: string[] = [];
    const states: boolean[] = [];
    host.listen(({ sheet, address }) => seen.push(`${sheet}!${address}`));
    const stop = host.files.listen(() => states.push(host.files.current().unsaved));
    edit(0, 1, 0.85);
    expect(file.at('S', 0, 1)).toBe(0.85);
    expect(seen).toEqual(['S!B1']);
    expect(states).toEqual([true]);
    stop();
    edit(0, 1, 1);
    expect(states).toEqual([true]);
  });

  test('calculated values reach the file, but never a function that only the grid does not know', () => {
    const { grid, file } = setUp();
    const computed = (value: number | { error: string }) =>
      grid.listener.computed('S', [{ at: { row: 1, column: 1 }, value }]);
    computed(4);
    expect(file.at('S', 1, 1)).toEqual({ formula: '=B1*2', value: 4 });
    computed({ error: '#NAME?' });
    expect(file.at('S', 1, 1)).toEqual({ formula: '=B1*2', value: 4 });
    computed({ error: '#DIV/0!' });
    expect(file.at('S', 1, 1)).toEqual({ formula: '=B1*2', value: { error: '#DIV/0!' } });
  });

  test('what the file refuses is taken back in the grid, and told', () => {
    const grid = new StillGrid();
    const file = new MemoryWorkbook('a.xlsx', [{ name: 'S', rows: [['x']], protected: true }]);
    const told: HostError[] = [];
    const tell = (problem: HostError) => told.push(problem);
    new PageHost(grid, { tell } as unknown as PageServices, file);
    grid.listener.edited([{ sheet: 'S', at: { row: 0, column: 0 }, write: { value: 'y' } }]);
    expect(told.map(({ problem }) => problem)).toEqual(['sheetProtected']);
    expect(grid.log).toEqual(['draw', 'draw']);
    expect(grid.drawn?.sheets[0]?.cells[0]?.value).toBe('x');
  });

  test('nobody starts to write into a locked cell of a protected sheet', () => {
    const grid = new StillGrid();
    const sheets = [
      { name: 'S', rows: [['x']], protected: true },
      { name: 'Free', rows: [['y']] },
    ];
    const locked: CellAt[] = [];
    const services = { tellLocked: (at: CellAt) => locked.push(at) } as unknown as PageServices;
    new PageHost(grid, services, new MemoryWorkbook('a.xlsx', sheets));
    expect(grid.listener.mayEdit('S', { row: 0, column: 0 })).toBe(false);
    expect(grid.listener.mayEdit('S', { row: 9, column: 9 })).toBe(false);
    expect(grid.listener.mayEdit('Free', { row: 0, column: 0 })).toBe(true);
    expect(locked).toHaveLength(2);
  });

  test('a patch goes to the file, is drawn, and everything is calculated before it is over', async () => {
    const { host, grid, file } = setUp();
    grid.log.length = 0;
    await host.apply({
      changes: [{ kind: 'write', sheet: 'S', at: { row: 0, column: 1 }, cells: [[{ value: 5 }]] }],
      expects: [],
    });
    expect(file.at('S', 0, 1)).toBe(5);
    expect(grid.log).toEqual(['settled', 'endEntry', 'settled', 'draw', 'recalculate', 'settled']);
    expect(host.files.current().unsaved).toBe(true);
  });

  test('a patch that fails leaves file and grid as they were', async () => {
    const { host, file, grid } = setUp();
    const before = JSON.stringify(file.view());
    const failing = host.apply({ changes: [{ kind: 'deleteSheet', sheet: 'S' }], expects: [] });
    await expect(failing).rejects.toMatchObject({ problem: 'unexpected' });
    expect(JSON.stringify(file.view())).toBe(before);
    expect(JSON.stringify(grid.drawn)).toBe(before);
  });

  test('reading leaves alone what a person is typing', async () => {
    const { host, grid } = setUp();
    await host.read({ sheets: 'active' });
    expect(grid.log).not.toContain('endEntry');
  });

  test('requests wait for each other', async () => {
    const { host, file } = setUp();
    const write = (value: number) =>
      host.apply({
        changes: [{ kind: 'write', sheet: 'S', at: { row: 0, column: 1 }, cells: [[{ value }]] }],
        expects: [],
      });
    await Promise.all([write(1), host.read({ sheets: 'all' }), write(2)]);
    expect(file.log).toEqual(['apply', 'read', 'apply']);
  });
});

const writeFive: Patch = {
  changes: [{ kind: 'write', sheet: 'S', at: { row: 0, column: 1 }, cells: [[{ value: 5 }]] }],
  expects: [],
};

/** Both ways of drawing, with what stood on the screen before and without. */
const wholeDrawing = 2;

describe('a grid that fails to draw', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('is drawn again at once without what stood before, and nobody is bothered', async () => {
    const { host, grid, file, fresh, reported } = setUp();
    grid.failures = 1;
    await expect(host.apply(writeFive)).resolves.toMatchObject({ changes: [] });
    expect(file.at('S', 0, 1)).toBe(5);
    expect(grid.drawn?.sheets[0]?.cells[1]?.value).toBe(5);
    expect(fresh).toEqual([]);
    expect(reported).toHaveLength(1);
  });

  test('costs no change: it stands, its inverse is there, and the page draws by itself', async () => {
    const { host, grid, file, fresh, edit } = setUp();
    grid.failures = wholeDrawing;
    await expect(host.apply(writeFive)).resolves.toMatchObject({ changes: [] });
    expect(file.at('S', 0, 1)).toBe(5);
    expect(host.files.current().unsaved).toBe(true);
    expect(fresh).toEqual([false]);
    // What is done in the old picture does not reach the file.
    expect(grid.listener.mayEdit('S', { row: 0, column: 0 })).toBe(false);
    edit(0, 1, 9);
    grid.listener.computed('S', [{ at: { row: 1, column: 1 }, value: 99 }]);
    expect(file.at('S', 0, 1)).toBe(5);
    expect(file.at('S', 1, 1)).toMatchObject({ value: 2 });
    await jest.advanceTimersByTimeAsync(1000);
    expect(fresh.at(-1)).toBe(true);
    expect(grid.drawn?.sheets[0]?.cells[1]?.value).toBe(5);
    expect(grid.log.slice(-2)).toEqual(['draw', 'recalculate']);
    expect(grid.listener.mayEdit('S', { row: 0, column: 0 })).toBe(true);
  });

  test('the next change draws it as well, and so does the person', async () => {
    const { host, grid, fresh } = setUp();
    grid.failures = wholeDrawing;
    await host.apply(writeFive);
    await host.apply(writeFive);
    expect(fresh).toEqual([false, true]);
    grid.failures = 4 * wholeDrawing;
    await host.apply(writeFive);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(fresh.at(-1)).toBe(false);
    await host.redraw();
    expect(fresh.at(-1)).toBe(true);
  });

  test.each([1, wholeDrawing, wholeDrawing + 1])(
    'leaves the old workbook whole when %i drawings of an opened one fail',
    async (failures) => {
      const { host, grid, file } = setUp();
      grid.failures = failures;
      const opening = host.openBytes(new Uint8Array([1]), 'b.xlsx');
      await expect(opening).rejects.toMatchObject({ problem: 'cannotShow' });
      expect(host.files.current()).toMatchObject({ name: 'a.xlsx', opened: 1 });
      await jest.advanceTimersByTimeAsync(1000);
      expect(grid.drawn?.name).toBe('a.xlsx');
      await host.apply(writeFive);
      expect(file.at('S', 0, 1)).toBe(5);
    },
  );

  test('at a refused edit the refusal is told all the same', async () => {
    const { grid, told, fresh, edit } = setUp({ protected: true });
    grid.failures = wholeDrawing;
    edit(0, 0, 'y');
    expect(told.map(({ problem }) => problem)).toEqual(['sheetProtected']);
    expect(fresh).toEqual([false]);
  });

  test('a listener that fails costs neither the change nor the others', async () => {
    const { host, file, reported } = setUp();
    const seen: boolean[] = [];
    host.files.listen(() => {
      throw new Error('gone');
    });
    host.files.listen(() => void seen.push(host.files.current().unsaved));
    await host.apply(writeFive);
    expect(file.at('S', 0, 1)).toBe(5);
    expect(seen).toEqual([true]);
    expect(reported).toHaveLength(1);
  });
});

test('a row follows the text entered into it', async () => {
  const { host, grid, edit } = setUp();
  edit(0, 0, 'một\nhai\nba');
  await host.read({ sheets: 'all' });
  const [[row, height]] = grid.heights['S'] as [[number, number]];
  expect(row).toBe(0);
  expect(height).toBeGreaterThan(40);
});

describe('which file is open', () => {
  test('is told by a number, since names come again', async () => {
    const { host } = setUp();
    const { opened } = host.files.current();
    await host.openBytes(new Uint8Array([1]), 'a.xlsx');
    expect(host.files.current()).toMatchObject({ name: 'a.xlsx', origin: 'own' });
    expect(host.files.current().opened).not.toBe(opened);
  });

  test('a new one is begun after the question, and is hers once saved', async () => {
    const { host, edit, grid } = setUp({ answer: 'stay' });
    edit(0, 0, 'mine');
    expect(await host.files.create?.()).toBe(false);
    await host.files.save();
    expect(await host.files.create?.()).toBe(true);
    expect(host.files.current()).toMatchObject({ name: 'bang-diem.xlsx', origin: 'new' });
    expect(grid.drawn?.sheets[0]?.name).toBe('Sheet1');
    await host.files.save();
    expect(host.files.current().origin).toBe('own');
  });
});

describe('opening and saving', () => {
  const bytes = new Uint8Array([1]);

  test('a file that cannot be read costs nothing', async () => {
    const { host, grid } = setUp();
    await expect(host.openBytes(bytes, 'bad.xlsx')).rejects.toMatchObject({ problem: 'damaged' });
    const large = new Uint8Array(largestFile + 1);
    await expect(host.openBytes(large, 'b.xlsx')).rejects.toMatchObject({
      problem: 'tooLarge',
      params: { name: 'b.xlsx', limit: '20 MB' },
    });
    expect(host.files.current()).toMatchObject({ name: 'a.xlsx', unsaved: false });
    expect(grid.drawn?.name).toBe('a.xlsx');
  });

  test('a new file takes the place of the old one, and nobody listens to the old one any more', async () => {
    const { host, file, grid } = setUp();
    expect(await host.openBytes(bytes, 'b.xlsx')).toBe(true);
    expect(grid.drawn?.name).toBe('b.xlsx');
    const seen: string[] = [];
    host.listen(({ address }) => seen.push(address));
    file.edit('S', { row: 0, column: 0 }, { value: 'late' });
    expect(seen).toEqual([]);
    expect(host.files.current()).toMatchObject({ name: 'b.xlsx', unsaved: false });
  });

  test('choosing nothing changes nothing; a chosen file is opened', async () => {
    const { host, choose } = setUp();
    expect(await host.files.open()).toBe(false);
    choose(new File([bytes], 'c.xlsx'));
    expect(await host.files.open()).toBe(true);
    expect(host.files.current().name).toBe('c.xlsx');
  });

  test.each([
    ['stay', false, [], 'a.xlsx'],
    ['drop', true, [], 'b.xlsx'],
    ['save', true, ['a.xlsx'], 'b.xlsx'],
  ] as const)('unsaved work is asked about: %s', async (answer, opened, files, name) => {
    const { host, edit, saved } = setUp({ answer });
    edit(0, 0, 'mine');
    expect(await host.openBytes(bytes, 'b.xlsx')).toBe(opened);
    expect(saved).toEqual(files);
    expect(host.files.current()).toMatchObject({ name, unsaved: !opened });
  });

  test('saving gives the file under its name and clears the unsaved mark', async () => {
    const { host, edit, saved } = setUp();
    edit(0, 0, 'mine');
    await host.files.save();
    expect(saved).toEqual(['a.xlsx']);
    expect(host.files.current().unsaved).toBe(false);
  });

  test('work from before is opened as unsaved', async () => {
    const { host } = setUp();
    await host.openBytes(bytes, 'b.xlsx', { unsaved: true });
    expect(host.files.current()).toMatchObject({ name: 'b.xlsx', unsaved: true });
  });
});

test('the selected cell is told, also to one who asks late', () => {
  const { host, grid } = setUp();
  const area: Area = { top: 1, left: 1, bottom: 3, right: 1 };
  grid.listener.selected('S', area);
  const cells: string[] = [];
  host.listenToCell((sheet, { row, column }) => cells.push(`${sheet} ${row},${column}`));
  grid.listener.selected('S', { ...area, top: 0 });
  expect(cells).toEqual(['S 1,1', 'S 0,1']);
});

test('what is selected is told as it is now, after an entry under way is taken', async () => {
  const { host, grid } = setUp();
  expect(await host.selection()).toBeNull();
  const area: Area = { top: 1, left: 1, bottom: 3, right: 1 };
  grid.chosen = [area, { ...area, left: 4, right: 5 }];
  grid.log.length = 0;
  expect(await host.selection()).toEqual({ sheet: 'S', area, areas: 2 });
  expect(grid.log).toContain('endEntry');
});
