/** Entry of the command line: names the file host and hands it, with files and output, to `run`. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { newWorkbookFile } from '../hosts/file/fileHost';
import { readWorkbookFile, writeWorkbookFile } from '../hosts/file/nodeFiles';
import { HostError } from '../workbook/host';
import type { WorkbookFile } from '../workbook/view';
import { run, type CliMachine } from './run';

const machine: CliMachine = {
  openWorkbook: (path) => readWorkbookFile(path),
  newWorkbook: async (name) => newWorkbookFile(basename(name)),
  saveWorkbook: (path, host) => writeWorkbookFile(path, host as WorkbookFile),
  readText: (path) => failing('unreadable', path, () => readFile(path, 'utf8')),
  writeText: (path, text) => failing('cannotWrite', path, () => writeFile(path, text, 'utf8')),
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
