/** Entry of the command line: names the file host and hands it, with files and output, to `run`. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { newWorkbookFile } from '../hosts/file/fileHost';
import { readWorkbookFile, writeWorkbookFile } from '../hosts/file/nodeFiles';
import { HostError } from '../workbook/host';
import type { WorkbookFile } from '../workbook/view';
import type { CliMachine } from './commandContext';
import { run } from './run';

const machine: CliMachine = {
  openWorkbook: (path) => readWorkbookFile(path),
  newWorkbook: async (name) => newWorkbookFile(basename(name)),
  saveWorkbook: (path, host) => writeWorkbookFile(path, host as WorkbookFile),
  readBytes: (path) =>
    failing('unreadable', path, async () => new Uint8Array(await readFile(path))),
  writeText: (path, text) => failing('cannotWrite', path, () => writeFile(path, text, 'utf8')),
  listFolder: (path) => failing('unreadable', path, () => listFolder(path)),
  print: (line) => process.stdout.write(`${line}\n`),
  printError: (line) => process.stderr.write(`${line}\n`),
};

/** A failing file system becomes one clear sentence. */
async function failing<T>(
  problem: 'unreadable' | 'cannotWrite',
  path: string,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw new HostError(problem, { name: basename(path) }, { cause });
  }
}

/** Links to folders are not followed: they may lead in a circle. */
async function listFolder(path: string): Promise<string[] | null> {
  // What is not there is the opening's to report, in its own words.
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return null;
  const entries = await readdir(path, { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const inside = join(path, entry.name);
    if (!entry.isDirectory()) return [inside];
    return (await listFolder(inside)) ?? [];
  });
  return (await Promise.all(lists)).flat();
}

// Who reads only the first lines ("| head") has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), machine).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
