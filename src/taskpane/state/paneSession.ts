/**
 * The pane at work: holds the state, runs one thing at a time against the host, and tells the views.
 *
 * Rules kept here: nothing is changed without a preview that the person confirmed; a host's failure
 * becomes one sentence and never an exception; a preview is planned afresh when the workbook changes
 * under it.
 */
import { points } from '../../domain/points';
import { checkWorkbook } from '../../usecases/checkWorkbook';
import { createHistory, type History } from '../../usecases/history';
import type { Plan } from '../../usecases/plan';
import { readWorkbook, type WorkbookReading } from '../../usecases/readWorkbook';
import { refreshRows } from '../../usecases/refreshRows';
import { reviewFindings } from '../../usecases/review';
import type { CellAt } from '../../workbook/address';
import { isHostError, type Capabilities, type EditEvent, type Host } from '../../workbook/host';
import {
  emptyForms,
  firstState,
  type Forms,
  type Notice,
  type PaneState,
  type View,
  type Work,
} from './paneState';
import { chooseTable } from './chooseTable';
import { EditWatch } from './editWatch';
import { inMemory, type Preferences } from './preferences';
import { chosenBase } from './typedPoints';

export type MakePlan = (reading: WorkbookReading) => Plan;

export class PaneSession {
  private state: PaneState = firstState;
  private readonly listeners = new Set<() => void>();
  private history: History;
  private makePlan: MakePlan | null = null;
  private queue: Promise<void> = Promise.resolve();
  private readonly edits = new EditWatch(() => void this.run('reading', () => this.readEdited()));
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly host: Host,
    private readonly preferences: Preferences = inMemory(),
  ) {
    this.history = createHistory(host);
    this.state = { ...firstState, live: preferences.read('live') !== 'off' };
  }

  /** Reads the workbook and starts listening to it. */
  async start(): Promise<void> {
    this.stops.push(this.host.listen((edit) => this.noticeEdit(edit)));
    const { files } = this.host;
    if (files) {
      this.stops.push(files.listen(() => this.noticeFile()));
      this.set({ file: files.current() });
    }
    await this.refresh();
  }

  stop(): void {
    this.edits.stop();
    for (const stop of this.stops.splice(0)) stop();
  }

  get capabilities(): Capabilities {
    return this.host.capabilities;
  }

  readonly current = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Good news belongs to the step it came from; trouble stays until it is closed. */
  show(view: View): void {
    const { notice } = this.state;
    this.set({ view, notice: notice?.kind === 'failed' ? notice : null });
  }

  /** Keeps what was typed. Where the checks depend on it, they are made again. */
  fill<S extends keyof Forms>(step: S, entries: Partial<Forms[S]>): void {
    const forms = { ...this.state.forms, [step]: { ...this.state.forms[step], ...entries } };
    this.set({ forms });
    if ('against' in entries || 'base' in entries) this.recheck();
  }

  chooseTable(table: string): void {
    this.dropPreview();
    this.set({ table });
  }

  /** Kiểm tra khi nhập, remembered for this person. What is out of date is read again at once. */
  followEdits(live: boolean): Promise<void> {
    this.preferences.write('live', live ? 'on' : 'off');
    this.set({ live });
    return live && this.state.stale ? this.refresh() : this.queue;
  }

  refresh(): Promise<void> {
    return this.run('reading', () => this.readAgain());
  }

  /** True where the host can tell what is selected. */
  get tellsSelection(): boolean {
    return this.host.selection !== undefined;
  }

  /**
   * Something to be read from the host now, beside what the pane holds of it.
   * @returns null when the host could not; the notice says why
   */
  async consult<Answer>(question: (host: Host) => Promise<Answer>): Promise<Answer | null> {
    let answer: Answer | null = null;
    await this.run('reading', async () => {
      answer = await question(this.host);
    });
    return answer;
  }

  /** Shows what a change would do. `makePlan` is kept, to plan afresh when the workbook changes. */
  propose(view: View, label: string, makePlan: MakePlan): Promise<void> {
    return this.run('reading', async () => {
      if (this.state.stale) await this.readAgain();
      const { reading } = this.state;
      if (!reading) return;
      this.makePlan = makePlan;
      const plan = makePlan(reading);
      this.set({ pending: { view, label, plan, replanned: false }, notice: null });
    });
  }

  dropPreview(): void {
    this.makePlan = null;
    this.set({ pending: null });
  }

  /** Carries out what the preview said; when the workbook changed meanwhile, shows it anew instead. */
  confirm(): Promise<void> {
    return this.run('applying', async () => {
      const { pending } = this.state;
      if (!pending) return;
      try {
        await this.history.apply(pending.plan, pending.label);
      } catch (error) {
        if (!isHostError(error) || error.problem !== 'changedMeanwhile') throw error;
        await this.readAgain();
        this.fail(error);
        return;
      }
      this.dropPreview();
      this.set({ notice: { kind: 'done', label: pending.label }, lastChange: this.lastLabel() });
      await this.readAgain();
    });
  }

  /** Without a preview: only for what she has just said herself and the sheet does not show. */
  carryOut(label: string, makePlan: MakePlan): Promise<void> {
    return this.run('applying', async () => {
      if (this.state.stale) await this.readAgain();
      const { reading } = this.state;
      if (!reading) return;
      await this.history.apply(makePlan(reading), label);
      this.set({ notice: { kind: 'done', label }, lastChange: this.lastLabel() });
      await this.readAgain();
    });
  }

  /** Takes back the last change; asks first when that would lose edits made since. */
  undo(force = false): Promise<void> {
    return this.run('undoing', async () => {
      const label = this.lastLabel();
      const result = await this.history.undo({ force });
      if (label === null || result === null) return;
      if (!result.done) {
        const { edited, canForce } = result;
        this.set({ undoQuestion: { label, edited, canForce } });
        return;
      }
      this.dropPreview();
      this.set({
        undoQuestion: null,
        notice: { kind: 'undone', label },
        lastChange: this.lastLabel(),
      });
      await this.readAgain();
    });
  }

  keepEdits(): void {
    this.set({ undoQuestion: null });
  }

  closeNotice(): void {
    this.set({ notice: null });
  }

  /** Shows a cell in the workbook. */
  async goTo(sheet: string, at: CellAt): Promise<void> {
    try {
      await this.host.select(sheet, at);
    } catch (error) {
      this.fail(error);
    }
  }

  openFile(): Promise<void> {
    return this.run('opening', async () => {
      if (await this.host.files?.open()) await this.startOver();
    });
  }

  saveFile(): Promise<void> {
    return this.run('saving', async () => {
      await this.host.files?.save();
      this.set({ file: this.host.files?.current() ?? null });
    });
  }

  private async startOver(): Promise<void> {
    this.history = createHistory(this.host);
    this.dropPreview();
    const { load, check, appendix, many } = this.state.forms;
    this.set({
      view: 'start',
      table: null,
      notice: null,
      undoQuestion: null,
      lastChange: null,
      file: this.host.files?.current() ?? null,
      forms: {
        ...emptyForms,
        load,
        many,
        check: { ...check, current: null, reason: null },
        appendix: { ...appendix, title: null },
      },
    });
    await this.readAgain();
  }

  private readAgain(): Promise<void> {
    return this.take(() => readWorkbook(this.host, { sheets: 'all' }));
  }

  /** Only what was edited, where that can be told; what a preview is planned from is read whole. */
  private readEdited(): Promise<void> {
    const { reading, pending } = this.state;
    return this.take(async (edits) => {
      const fresh = reading && !pending ? await refreshRows(this.host, reading, edits) : null;
      return fresh ?? readWorkbook(this.host, { sheets: 'all' });
    });
  }

  private async take(read: (edits: EditEvent[]) => Promise<WorkbookReading>): Promise<void> {
    const before = this.state.reading?.snapshot.activeSheet;
    const edits = this.edits.take();
    const reading = await read(edits).catch((error: unknown) => {
      this.edits.giveBack(edits);
      throw error;
    });
    const table = chooseTable(reading, this.state.table, before);
    this.set({ reading, table, stale: false });
    this.recheck();
    this.planAfresh(reading);
  }

  private recheck(): void {
    const { reading, forms } = this.state;
    if (!reading) return;
    const base = chosenBase(forms.deduct.base, reading.state.settings.base);
    const { against } = forms.check;
    const reports = checkWorkbook(reading, {
      ...(against === 'carried' ? {} : { framework: against }),
      base: base === null ? null : points(base),
    });
    const reviews = Object.fromEntries(
      reports.map((report) => [report.id, reviewFindings(report, reading.state)]),
    );
    this.set({ reports, reviews });
  }

  private planAfresh(reading: WorkbookReading): void {
    const { pending } = this.state;
    if (!pending || !this.makePlan) return;
    const plan = this.makePlan(reading);
    const replanned = JSON.stringify(plan.patch) !== JSON.stringify(pending.plan.patch);
    this.set({ pending: { ...pending, plan, replanned: pending.replanned || replanned } });
  }

  private noticeEdit(edit: EditEvent): void {
    // A preview is planned afresh whatever she chose: it must never show what no longer holds.
    this.edits.note(edit, this.state.live || this.state.pending !== null);
    this.set({ stale: true });
  }

  /** The page may open another file by itself (a drop, say): then nothing of the old one holds. */
  private noticeFile(): void {
    const before = this.state.file;
    const file = this.host.files?.current() ?? null;
    this.set({ file });
    const other = before?.name !== file?.name;
    if (other && this.state.work !== 'opening' && this.state.work !== 'saving')
      void this.run('reading', () => this.startOver());
  }

  private lastLabel(): string | null {
    return this.history.entries.at(-1)?.label ?? null;
  }

  /** One after the other; a task looks at the state only when its turn has come. */
  private run(work: Work, task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(async () => {
      this.set({ work });
      try {
        await task();
      } catch (error) {
        this.fail(error);
      } finally {
        this.set({ work: null });
      }
    });
    return this.queue;
  }

  private fail(error: unknown): void {
    const notice: Notice = isHostError(error)
      ? { kind: 'failed', problem: error.problem, params: error.params }
      : {
          kind: 'failed',
          problem: 'unexpected',
          params: { detail: error instanceof Error ? error.message : String(error) },
        };
    this.set({ notice });
  }

  private set(part: Partial<PaneState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
