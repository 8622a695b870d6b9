/**
 * Keeps a person from losing an entry: asks before the page is left with unsaved work, keeps a copy of
 * it in this browser meanwhile, and offers at the next start what was left from before.
 */
import type { HostFiles, OpenFile } from '../workbook/host';
import type { Notices } from './notices';
import { claimWindow, dropCopy, keepCopy, readLeftCopies, type UnsavedCopy } from './unsavedCopy';
import type { PageWords } from './words';

export interface GuardedWork {
  readonly files: HostFiles;
  /** The file as it would be saved now. */
  bytes(): Promise<Uint8Array>;
  /** Opens a copy from before as work that is not saved. */
  openBytes(
    bytes: Uint8Array,
    name: string,
    given: Pick<OpenFile, 'unsaved' | 'origin'>,
  ): Promise<boolean>;
}

/** In milliseconds from a change to its copy, so that several changes make one. */
const pause = 800;
/** Writing a large file holds the page for seconds: then a copy is made less often, by this factor. */
const rest = 10;

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
  let took = 0;
  const keep = async () => {
    clearTimeout(timer);
    timer = undefined;
    const { name, unsaved, opened, origin } = files.current();
    if (!unsaved) return;
    const begun = performance.now();
    const written = await work.bytes();
    took = performance.now() - begun;
    // Saved meanwhile, or another file: then there is nothing to keep any more.
    const now = files.current();
    if (now.unsaved && now.opened === opened)
      await keepCopy({ id, name, origin, bytes: written, at: Date.now() });
  };
  files.listen(() => {
    // A copy that is due already covers this change too: who types on and on is kept as well.
    if (files.current().unsaved)
      timer ??= setTimeout(() => void keep(), Math.max(pause, took * rest));
    else {
      clearTimeout(timer);
      timer = undefined;
      void dropCopy(id);
    }
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
  const said = copy.origin === 'sample' ? restore.offerSample : restore.offer;
  const take = async () => {
    try {
      if (!(await work.openBytes(copy.bytes, copy.name, { unsaved: true, origin: copy.origin }))) {
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
    text: said(copy.name, writeMoment(copy.at, words)),
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
