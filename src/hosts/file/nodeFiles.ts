/**
 * Workbook files on disk; the only part of this host that knows Node. Rule: a file is replaced only by
 * a complete new one, so a full disk or a crash never costs the old.
 */
import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HostError } from '../../workbook/host';
import type { Recalculate, WorkbookFile } from '../../workbook/view';
import { openWorkbookFile } from './fileHost';
import { maxFileBytes } from './zip';

/** The calculator is large; it is loaded when the first file needs it. */
const recalculate: Recalculate = async (input) =>
  (await import('./recalculate')).recalculate(input);

/** @throws HostError unreadable, and those of `openWorkbookFile` */
export async function readWorkbookFile(path: string): Promise<WorkbookFile> {
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    // Looked at first, so that a huge file is refused without reading it.
    if ((await stat(path)).size > maxFileBytes)
      throw new HostError('tooLarge', { limit: '20 MB', name });
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError('unreadable', { name }, { cause: error });
  }
  return openWorkbookFile(bytes, name, { recalculate });
}

/** Replaces the file at `path`, or makes it. @throws HostError cannotWrite, with what was there untouched */
export async function writeWorkbookFile(path: string, file: WorkbookFile): Promise<void> {
  const bytes = await file.toBytes();
  await writeBytes(path, bytes);
}

async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  // Beside the target: renaming across disks would be copying.
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new HostError('cannotWrite', { name: basename(path) }, { cause: error });
  }
}
