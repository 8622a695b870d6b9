/** How the benchmarks measure and what they print: ratios per unit of size, milliseconds beside. */

export interface Timing {
  what: string;
  size: number;
  milliseconds: number;
}

/** Best of five: what the work costs when nothing else disturbs it. */
export async function time(what: string, size: number, work: () => unknown): Promise<Timing> {
  let best = Infinity;
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return { what, size, milliseconds: best };
}

/** One line for each kind of work: cost per row against the smallest size, and milliseconds. */
export function report(timings: readonly Timing[]): void {
  for (const what of new Set(timings.map((timing) => timing.what))) {
    const own = timings.filter((timing) => timing.what === what);
    const unit = own[0] ? own[0].milliseconds / own[0].size : 1;
    const parts = own.map(({ size, milliseconds }) => {
      const ratio = milliseconds / size / unit;
      return `${size}: ×${ratio.toFixed(2)} (${milliseconds.toFixed(0)} ms)`;
    });
    console.log(`${what.padEnd(32)} ${parts.join('   ')}`);
  }
}
