/**
 * The pane at work: what a person can ask of it, done against the host, one thing at a time; `paneStore.ts`
 * holds the state and tells the views.
 *
 * Rules kept here: nothing is changed without a preview that the person confirmed; a preview is planned
 * afresh when the workbook changes under it.
 */
import { createHistory, type History } from '../../usecases/history';
import { aloneInFile, type Plan } from '../../usecases/plan';
import { readWorkbook, type WorkbookReading } from '../../usecases/readWorkbook';
import { refreshRows } from '../../usecases/refreshRows';
import type { CellAt } from '../../workbook/address';
import { isHostError, type Capabilities, type EditEvent, type Host } from '../../workbook/host';
import { checkTables } from './checkTables';
import { chooseTable } from './chooseTable';
import { EditWatch } from './editWatch';
import { forOtherFile, goesToNewFile, type Forms, type Pending, type View } from './paneState';
import { PaneStore } from './paneStore';
import { inMemory, type Preferences } from './preferences';

type MakePlan = (reading: WorkbookReading) => Plan;

export class PaneSession {
  private readonly store = new PaneStore();
  private history: History;
  private makePlan: MakePlan | null = null;
  /** The file that the pane speaks of, see `OpenFile`. */
  private opened: number | null = null;
  private readonly edits = new EditWatch(
    () => void this.store.run('reading', () => this.readEdited()),
  );
  private readonly stops: (() => void)[] = [];

  /** The state as it is now, and word of every change: what `useSyncExternalStore` asks for. */
  readonly current = this.store.current;
  readonly subscribe = this.store.subscribe;

  constructor(
    private readonly host: Host,
    private readonly preferences: Preferences = inMemory(),
  ) {
    this.history = createHistory(host);
    this.store.set({ live: preferences.read('live') !== 'off' });
  }

  /** Reads the workbook and starts listening to it. */
  async start(): Promise<void> {
    this.stops.push(this.host.listen((edit) => this.noticeEdit(edit)));
    const { files } = this.host;
    if (files) {
      this.stops.push(files.listen(() => this.noticeFile()));
      this.takeFile();
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

  /** Good news belongs to the step it came from; trouble stays until it is closed. */
  show(view: View): void {
    const { notice } = this.current();
    this.store.set({ view, notice: notice?.kind === 'failed' ? notice : null });
  }

  /** Keeps what was typed. Where the checks depend on it, they are made again. */
  fill<S extends keyof Forms>(step: S, entries: Partial<Forms[S]>): void {
    const { forms } = this.current();
    this.store.set({ forms: { ...forms, [step]: { ...forms[step], ...entries } } });
    if ('against' in entries || 'base' in entries) this.recheck();
  }

  chooseTable(table: string): void {
    this.dropPreview();
    this.store.set({ table });
  }

  /** Kiểm tra khi nhập, remembered for this person. What is out of date is read again at once. */
  followEdits(live: boolean): Promise<void> {
    this.preferences.write('live', live ? 'on' : 'off');
    this.store.set({ live });
    return live && this.current().stale ? this.refresh() : this.store.settled;
  }

  refresh(): Promise<void> {
    return this.store.run('reading', () => this.readAgain());
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
    await this.store.run('reading', async () => {
      answer = await question(this.host);
    });
    return answer;
  }

  /** Shows what a change would do. `makePlan` is kept, to plan afresh when the workbook changes. */
  propose(view: View, label: string, makePlan: MakePlan): Promise<void> {
    return this.store.run('reading', async () => {
      if (this.current().stale) await this.readAgain();
      const { reading } = this.current();
      if (!reading) return;
      this.makePlan = makePlan;
      const plan = makePlan(reading);
      this.store.set({ pending: { view, label, plan, replanned: false }, notice: null });
    });
  }

  dropPreview(): void {
    this.makePlan = null;
    this.store.set({ pending: null });
  }

  /** Carries out what the preview said; when the workbook changed meanwhile, shows it anew instead. */
  confirm(): Promise<void> {
    return this.store.run('applying', async () => {
      const { pending, reading } = this.current();
      if (!pending || !reading) return;
      try {
        const plan = await this.inItsFile(pending);
        // In a file of its own it was planned from what that file holds.
        const { snapshot } = this.current().reading ?? reading;
        await this.history.apply(plan, pending.label, snapshot);
      } catch (error) {
        if (!isHostError(error) || error.problem !== 'changedMeanwhile') throw error;
        await this.readAgain();
        this.store.fail(error);
        return;
      }
      this.dropPreview();
      this.store.set({
        notice: { kind: 'done', label: pending.label },
        lastChange: this.lastLabel(),
      });
      await this.readAgain();
    });
  }

  /**
   * Without a preview: only for what she has just said herself and the sheet does not show. What somebody
   * else changed meanwhile is read first.
   */
  carryOut(label: string, makePlan: MakePlan): Promise<void> {
    return this.store.run('applying', async () => {
      if (this.current().stale) await this.readAgain();
      if (!this.current().reading) return;
      try {
        await this.applyNow(label, makePlan);
      } catch (error) {
        if (!isHostError(error) || error.problem !== 'changedMeanwhile') throw error;
        await this.readAgain();
        await this.applyNow(label, makePlan);
      }
      this.store.set({ notice: { kind: 'done', label }, lastChange: this.lastLabel() });
      await this.readAgain();
    });
  }

  private async applyNow(label: string, makePlan: MakePlan): Promise<void> {
    const { reading } = this.current();
    if (reading) await this.history.apply(makePlan(reading), label, reading.snapshot);
  }

  /** Takes back the last change; asks first when that would lose edits made since. */
  undo(force = false): Promise<void> {
    return this.store.run('undoing', async () => {
      const label = this.lastLabel();
      const result = await this.history.undo({ force });
      if (label === null || result === null) return;
      if (!result.done) {
        const { edited, canForce } = result;
        this.store.set({ undoQuestion: { label, edited, canForce } });
        return;
      }
      this.dropPreview();
      this.store.set({
        undoQuestion: null,
        notice: { kind: 'undone', label },
        lastChange: this.lastLabel(),
      });
      await this.readAgain();
    });
  }

  keepEdits(): void {
    this.store.set({ undoQuestion: null });
  }

  /** A change that cannot be taken back any more stays, and does not stand before earlier ones. */
  leaveChange(): void {
    this.history.leave();
    this.store.set({ undoQuestion: null, lastChange: this.lastLabel() });
  }

  closeNotice(): void {
    this.store.set({ notice: null });
  }

  /** Shows a cell in the workbook. */
  async goTo(sheet: string, at: CellAt): Promise<void> {
    try {
      await this.host.select(sheet, at);
    } catch (error) {
      this.store.fail(error);
    }
  }

  openFile(): Promise<void> {
    return this.store.run('opening', async () => {
      if (await this.host.files?.open()) await this.startOver();
    });
  }

  get createsFiles(): boolean {
    return this.host.files?.create !== undefined;
  }

  /** Begins an empty workbook, where the host can. */
  newFile(): Promise<void> {
    return this.store.run('opening', async () => {
      if (await this.host.files?.create?.()) await this.startOver();
    });
  }

  saveFile(): Promise<void> {
    return this.store.run('saving', async () => {
      await this.host.files?.save();
      this.store.set({ file: this.host.files?.current() ?? null });
    });
  }

  private async startOver(): Promise<void> {
    this.dropPreview();
    await this.turnToFile();
  }

  /** Nothing that concerned the old file is kept, but for a preview that goes along. */
  private async turnToFile(view: View = 'start'): Promise<void> {
    this.history = createHistory(this.host);
    this.store.set({ ...forOtherFile(this.current().forms), view });
    this.takeFile();
    await this.readAgain();
  }

  private takeFile(): void {
    const file = this.host.files?.current() ?? null;
    this.opened = file?.opened ?? null;
    this.store.set({ file });
  }

  /** What goes to a new file begins it first, and is planned afresh for it. */
  private async inItsFile({ plan, view }: Pending): Promise<Plan> {
    if (!goesToNewFile(this.current()) || !(await this.host.files?.create?.())) return plan;
    await this.turnToFile(view);
    const { pending, reading } = this.current();
    return pending && reading ? aloneInFile(pending.plan, reading.snapshot) : plan;
  }

  private readAgain(): Promise<void> {
    return this.take(() => readWorkbook(this.host, { sheets: 'all' }));
  }

  /** Only what was edited, where that can be told; what a preview is planned from is read whole. */
  private readEdited(): Promise<void> {
    const { reading, pending } = this.current();
    return this.take(async (edits) => {
      const fresh = reading && !pending ? await refreshRows(this.host, reading, edits) : null;
      return fresh ?? readWorkbook(this.host, { sheets: 'all' });
    });
  }

  private async take(read: (edits: EditEvent[]) => Promise<WorkbookReading>): Promise<void> {
    const before = this.current().reading?.snapshot.activeSheet;
    const edits = this.edits.take();
    const reading = await read(edits).catch((error: unknown) => {
      this.edits.giveBack(edits);
      throw error;
    });
    const table = chooseTable(reading, this.current().table, before);
    this.store.set({ reading, table, stale: false });
    this.recheck();
    this.planAfresh(reading);
  }

  private recheck(): void {
    const { reading, forms } = this.current();
    if (reading) this.store.set(checkTables(reading, forms));
  }

  private planAfresh(reading: WorkbookReading): void {
    const { pending } = this.current();
    if (!pending || !this.makePlan) return;
    const plan = this.makePlan(reading);
    const replanned = JSON.stringify(plan.patch) !== JSON.stringify(pending.plan.patch);
    this.store.set({ pending: { ...pending, plan, replanned: pending.replanned || replanned } });
  }

  private noticeEdit(edit: EditEvent): void {
    // A preview is planned afresh whatever she chose: it must never show what no longer holds.
    this.edits.note(edit, this.current().live || this.current().pending !== null);
    this.store.set({ stale: true });
  }

  /** The page may open another file by itself (a drop, say): then nothing of the old one holds. */
  private noticeFile(): void {
    const file = this.host.files?.current() ?? null;
    this.store.set({ file });
    if (file?.opened === this.opened) return;
    // What is at work may have opened it and turned to it by then.
    void this.store.run('reading', async () => {
      if (this.host.files?.current().opened !== this.opened) await this.startOver();
    });
  }

  private lastLabel(): string | null {
    return this.history.entries.at(-1)?.label ?? null;
  }
}
