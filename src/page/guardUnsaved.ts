/**
 * Keeps a person from losing an entry: asks before the page is left with unsaved work, keeps a copy of
 * it in this browser meanwhile, and offers at the next start what was left from before.
 */
import type { HostFiles } from '../workbook/host';
import type { Notices } from './notices';
import { claimWindow, dropCopy, keepCopy, readLeftCopies, type UnsavedCopy } from './unsavedCopy';
import type { PageWords } from './words';

export interface GuardedWork {
  readonly files: HostFiles;
  /** The file as it would be saved now. */
  bytes(): Promise<Uint8Array>;
  /** Opens a copy from before as work that is not saved. */
  openBytes(bytes: Uint8Array, name: string, unsaved: boolean): Promise<boolean>;
}

/** In milliseconds. Writing a large file takes a while: not after each key, but soon enough to matter. */
const pause = 800;

export async function guardUnsaved(
  work: GuardedWork,
  notices: Notices,
  words: PageWords,
): Promise<void> {
  const keep = keepCopies(work, claimWindow());
  window.addEventListener('beforeunload', (event) => {
    if (!work.files.current().unsaved) return;
    event.preventDefault();
    void keep();
  });
  for (const copy of await readLeftCopies()) offer(copy, work, keep, notices, words);
}

/** @returns what keeps a copy at once, without waiting for the pause */
function keepCopies(work: GuardedWork, id: string): () => Promise<void> {
  const { files } = work;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = async () => {
    clearTimeout(timer);
    const { name, unsaved } = files.current();
    if (unsaved) await keepCopy({ id, name, bytes: await work.bytes(), at: Date.now() });
  };
  files.listen(() => {
    clearTimeout(timer);
    if (files.current().unsaved) timer = setTimeout(() => void keep(), pause);
    else void dropCopy(id);
  });
  return keep;
}

function offer(
  copy: UnsavedCopy,
  work: GuardedWork,
  keep: () => Promise<void>,
  notices: Notices,
  words: PageWords,
): void {
  const { restore, close } = words.page;
  const key = `restore-${copy.id}`;
  const take = async () => {
    try {
      if (!(await work.openBytes(copy.bytes, copy.name, true))) {
        offer(copy, work, keep, notices, words);
        return;
      }
      await keep();
      await dropCopy(copy.id);
    } catch {
      notices.show({ key, kind: 'problem', text: restore.failed(copy.name), close });
    }
  };
  notices.show({
    key,
    kind: 'question',
    text: restore.offer(copy.name, writeMoment(copy.at, words)),
    actions: [
      { label: restore.take, act: () => void take() },
      { label: restore.drop, act: () => void dropCopy(copy.id) },
    ],
  });
}

function writeMoment(at: number, { language }: PageWords): string {
  return new Date(at).toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
}
