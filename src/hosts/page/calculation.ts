/**
 * Knows whether the grid still owes a calculation. The grid calculates a moment after an edit, in the
 * background, and may stop and start anew; whoever reads the workbook must wait for the last of these.
 */
export class CalculationClock {
  /** An edit was made, or a calculation asked for, that has not started. */
  #due = false;
  /** Started and not ended. */
  #running = 0;
  #waiting: (() => void)[] = [];

  /** @param patience in milliseconds, after which a reader goes on with what there is */
  constructor(private readonly patience = 15_000) {}

  expect(): void {
    this.#due = true;
  }

  start(): void {
    this.#due = false;
    this.#running++;
  }

  end(): void {
    this.#running = Math.max(0, this.#running - 1);
    // What the end brings (values, a restart) happens in the same turn: look after it.
    setTimeout(() => this.#release(), 0);
  }

  /** The workbook that was calculated is gone, and what it owed with it. */
  reset(): void {
    this.#due = false;
    this.#running = 0;
    this.#release();
  }

  get idle(): boolean {
    return !this.#due && this.#running === 0;
  }

  whenIdle(): Promise<void> {
    if (this.idle) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.patience);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #release(): void {
    if (!this.idle) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
