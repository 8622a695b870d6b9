/**
 * The pane's state and the one way it changes: every change tells the views; tasks run one after the other;
 * what fails in one, at the host or by a bug, becomes a notice and never an exception.
 */
import { isHostError } from '../../workbook/host';
import { firstState, type Notice, type PaneState, type Work } from './paneState';

export class PaneStore {
  private state: PaneState = firstState;
  private readonly listeners = new Set<() => void>();
  private queue: Promise<void> = Promise.resolve();

  readonly current = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(part: Partial<PaneState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  /** One after the other; a task looks at the state only when its turn has come. */
  run(work: Work, task: () => Promise<void>): Promise<void> {
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

  /** Until every task that was asked for by now is done. */
  get settled(): Promise<void> {
    return this.queue;
  }

  /** What went wrong, as a notice. */
  fail(error: unknown): void {
    const notice: Notice = isHostError(error)
      ? { kind: 'failed', problem: error.problem, params: error.params }
      : {
          kind: 'failed',
          problem: 'unexpected',
          params: { detail: error instanceof Error ? error.message : String(error) },
        };
    this.set({ notice });
  }
}
