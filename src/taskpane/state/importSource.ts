/** Where a framework of her own comes from beside the open workbook: a file, the clipboard. */
import {
  fromClipboard,
  fromFile,
  fromSnapshotSheet,
  type FrameworkImport,
} from '../../usecases/importFramework';
import { isHostError } from '../../workbook/host';
import type { WorkbookSnapshot } from '../../workbook/snapshot';

/** Reads a workbook file without opening it in the host. @throws HostError */
export type ReadBook = (bytes: Uint8Array, name: string) => Promise<WorkbookSnapshot>;

/** A workbook goes through the file reader; its first sheet that reads as a framework counts. */
export async function importFile(file: File, readBook: ReadBook): Promise<FrameworkImport> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const imported = await fromFile(file.name, bytes);
  const isBook =
    imported.kind === 'problems' && imported.problems.some(({ code }) => code === 'workbookFile');
  return isBook ? importBook(bytes, file.name, readBook) : imported;
}

export function importPasted(clip: { html: string; text: string }): Promise<FrameworkImport> {
  return fromClipboard(clip);
}

async function importBook(
  bytes: Uint8Array,
  name: string,
  readBook: ReadBook,
): Promise<FrameworkImport> {
  try {
    const { sheets } = await readBook(bytes, name);
    const imports = sheets
      .filter(({ visibility }) => visibility === 'visible')
      .map((sheet) => fromSnapshotSheet(sheet));
    const good = imports.find(({ kind }) => kind === 'reading') ?? imports[0];
    return good ?? { kind: 'problems', problems: [{ code: 'emptyTable', path: '', params: {} }] };
  } catch (error) {
    if (!isHostError(error)) throw error;
    const code = error.problem === 'encrypted' ? 'encryptedFile' : 'damagedFile';
    return { kind: 'problems', problems: [{ code, path: '', params: error.params }] };
  }
}
