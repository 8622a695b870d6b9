/** A machine for the command line whose files are in memory, by path, and whose output is kept as lines. */
import { run } from '../../src/cli/run';
import type { CliMachine, ExitCode } from '../../src/cli/commandContext';
import { newWorkbookFile, openWorkbookFile } from '../../src/hosts/file/fileHost';
import { HostError } from '../../src/workbook/host';
import type { WorkbookFile } from '../../src/workbook/view';

export class MemoryMachine implements CliMachine {
  readonly out: string[] = [];
  readonly errors: string[] = [];

  constructor(readonly files: Map<string, Uint8Array> = new Map()) {}

  readonly print = (line: string) => void this.out.push(line);
  readonly printError = (line: string) => void this.errors.push(line);

  async readBytes(path: string): Promise<Uint8Array> {
    const bytes = this.files.get(path);
    if (!bytes) throw new HostError('unreadable', { name: path });
    return bytes;
  }

  async openWorkbook(path: string): Promise<WorkbookFile> {
    return openWorkbookFile(await this.readBytes(path), path.split('/').at(-1) ?? path);
  }

  async newWorkbook(name: string): Promise<WorkbookFile> {
    return newWorkbookFile(name);
  }

  async saveWorkbook(path: string, host: unknown): Promise<void> {
    this.files.set(path, await (host as WorkbookFile).toBytes());
  }

  async writeText(path: string, text: string): Promise<void> {
    this.files.set(path, new TextEncoder().encode(text));
  }

  async listFolder(path: string): Promise<string[] | null> {
    const inside = [...this.files.keys()].filter((file) => file.startsWith(`${path}/`));
    return inside.length > 0 ? inside : null;
  }
}

export interface CliResult {
  code: ExitCode;
  out: string;
  errors: string[];
  machine: MemoryMachine;
}

/** Runs a command as it would be typed: words parted by blanks, “quoted ones” kept together. */
export async function cchc(
  line: string,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<CliResult> {
  const machine = new MemoryMachine(new Map(files));
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
  const code = await run(words, machine);
  return { code, out: machine.out.join('\n'), errors: machine.errors, machine };
}

export function textFile(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
