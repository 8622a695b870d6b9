/** Several workbooks checked on the side, one after the other; a broken one is a result as well. */
import { brokenFile, checkedFile, type CheckedFile } from '../../usecases/checkMany';
import { checkWorkbook, type CheckOptions } from '../../usecases/checkWorkbook';
import { readSnapshot } from '../../usecases/readWorkbook';
import type { ReadBook } from './importSource';

interface CheckingFiles {
  readBook: ReadBook;
  options: CheckOptions;
  /** Why a file could not be checked, in the person's words. */
  explain(error: unknown): string;
  /** After each file. @returns false to leave out the rest */
  tell(file: CheckedFile): boolean;
}

export async function checkFiles(files: readonly File[], work: CheckingFiles): Promise<void> {
  for (const file of files) {
    if (!work.tell(await checkOne(file, work))) return;
    // The pane shows each result, and takes clicks, before the next file.
    await new Promise((done) => setTimeout(done));
  }
}

async function checkOne(
  file: File,
  { readBook, options, explain }: CheckingFiles,
): Promise<CheckedFile> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reading = readSnapshot(await readBook(bytes, file.name));
    return checkedFile(file.name, checkWorkbook(reading, options), reading.state);
  } catch (error) {
    return brokenFile(file.name, explain(error));
  }
}
