/**
 * Copies of unsaved work in this browser, for the day that it crashes or a reload is waved through.
 * They are no state of the product: one is written a moment after a change, offered at the next start,
 * and deleted once the person has saved or declined it. See docs/decisions/013-unsaved-copy.md.
 *
 * Each window keeps its own copy, under a lock that lives as long as the window, so that a second
 * window neither offers nor overwrites what the first is still working on.
 */
import type { OpenFile } from '../workbook/host';

export interface UnsavedCopy {
  /** Of the window that made it. */
  id: string;
  name: string;
  /** So that an edited sample is never taken for a file of hers. */
  origin: OpenFile['origin'];
  bytes: Uint8Array;
  /** Milliseconds since 1970, as Date.now gives them. */
  at: number;
}

const database = 'bang-diem-cchc';
const store = 'unsaved';
const lockPrefix = 'bang-diem-cchc:';

/** Marks this window as alive until it is gone. @returns its id */
export function claimWindow(): string {
  const id = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  void navigator.locks?.request(lockPrefix + id, () => new Promise(() => undefined));
  return id;
}

/** Copies left by windows that are gone, newest first; none where the browser keeps nothing. */
export async function readLeftCopies(): Promise<UnsavedCopy[]> {
  try {
    const held = (await navigator.locks?.query())?.held ?? [];
    const alive = new Set(held.map(({ name }) => name));
    const copies = await inStore(
      'readonly',
      (objects) => objects.getAll() as IDBRequest<unknown[]>,
    );
    return (
      copies
        .filter(isCopy)
        .filter(({ id }) => !alive.has(lockPrefix + id))
        // One that an earlier version kept does not say.
        .map((copy) => ({ ...copy, origin: copy.origin ?? 'own' }))
        .sort((one, other) => other.at - one.at)
    );
  } catch {
    return [];
  }
}

/** @returns whether it is kept: a private window or a full disk may refuse */
export async function keepCopy(copy: UnsavedCopy): Promise<boolean> {
  try {
    await inStore('readwrite', (objects) => objects.put(copy, copy.id));
    return true;
  } catch {
    return false;
  }
}

export async function dropCopy(id: string): Promise<void> {
  try {
    await inStore('readwrite', (objects) => objects.delete(id));
  } catch {
    // Nothing can be kept here, so there is nothing to drop.
  }
}

function isCopy(value: unknown): value is UnsavedCopy {
  const copy = value as Partial<UnsavedCopy> | undefined;
  return (
    typeof copy?.id === 'string' &&
    typeof copy.name === 'string' &&
    typeof copy.at === 'number' &&
    ArrayBuffer.isView(copy.bytes)
  );
}

let opened: Promise<IDBDatabase> | null = null;

/**
 * The connection stays open and the transaction is committed at once, so that a copy asked for while
 * the page is being left is on its way before the page is gone.
 */
async function inStore<T>(
  mode: IDBTransactionMode,
  act: (objects: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  opened ??= openDatabase();
  const connection = await opened.catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return new Promise<T>((resolve, reject) => {
    const transaction = connection.transaction(store, mode);
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
    transaction.commit();
  });
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
