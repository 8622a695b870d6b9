/** What one person prefers on this machine, apart from any workbook: small words under short names. */
export interface Preferences {
  read(name: string): string | null;
  write(name: string, value: string): void;
}

/** For as long as the pane is open. */
export function inMemory(): Preferences {
  const kept = new Map<string, string>();
  return {
    read: (name) => kept.get(name) ?? null,
    write: (name, value) => void kept.set(name, value),
  };
}

/**
 * In the browser's own store.
 * @param partition what Office asks names to begin with, so that sites on one machine stay apart; ""
 *   outside of Office
 */
export function inBrowser(partition: string): Preferences {
  const name = (short: string) => `${partition}bang-diem-cchc.${short}`;
  return {
    read: (short) => attempt(() => localStorage.getItem(name(short))),
    write: (short, value) => void attempt(() => localStorage.setItem(name(short), value)),
  };
}

/** The store may be switched off for frames: then nothing is remembered, and nothing breaks. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
