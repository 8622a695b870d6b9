/** What every command is handed, and what they share: reading tables, finding frameworks, saying results. */
import { basename } from 'node:path';
import type { Framework } from '../domain/framework/framework';
import type { TableDocument } from '../domain/letters/tableDocument';
import type { ScoreSheet } from '../domain/scoring/scoreSheet';
import { tableHtml } from '../domain/letters/html';
import { importMessages as importMessagesEn } from '../i18n/en/framework';
import { hostMessages as englishHost } from '../i18n/en/host';
import { importMessages as importMessagesVi } from '../i18n/vi/framework';
import { hostMessages as vietnameseHost } from '../i18n/vi/host';
import type { CheckOptions } from '../usecases/checkWorkbook';
import { builtInFramework, builtInFrameworks } from '../usecases/frameworks';
import { fromFile, fromWorkbook, type FrameworkImport } from '../usecases/importFramework';
import { aloneInFile, type Plan } from '../usecases/plan';
import type { NotRecognised } from '../workbook/recognise/recogniseSheet';
import { readWorkbook, type WorkbookReading } from '../usecases/readWorkbook';
import { isHostError, type Host } from '../workbook/host';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { CliRequest } from './arguments';
import type { ReportLanguage } from './report';

/** What the command line needs of the machine. All of it may throw HostError. */
export interface CliMachine {
  openWorkbook(path: string): Promise<Host>;
  newWorkbook(name: string): Promise<Host>;
  saveWorkbook(path: string, host: Host): Promise<void>;
  readBytes(path: string): Promise<Uint8Array>;
  writeText(path: string, text: string): Promise<void>;
  /** Every file under a folder, hidden ones too; null when the path is no folder. */
  listFolder(path: string): Promise<string[] | null>;
  print(line: string): void;
  printError(line: string): void;
}

/** Input that cannot be used, already in the person's words. */
export class Unusable extends Error {}

export interface Context {
  request: CliRequest;
  machine: CliMachine;
  language: ReportLanguage;
}

export type ExitCode = 0 | 1 | 2;

/** Reasons that pointing out columns does not mend. */
const FINAL: ReadonlySet<NotRecognised> = new Set(['unitList', 'tcvn3', 'vni']);

/** The score tables of a file, or those of the one sheet that was asked for, or the one table of it. */
export async function readTables(
  host: Host,
  file: string,
  { request, language: { words } }: Context,
): Promise<WorkbookReading> {
  const reading = await readWorkbook(host, { sheets: 'all' });
  if (reading.tables.length === 0) {
    const reasons = reading.unrecognised.map(
      ({ sheet, reason }) => `${sheet}: ${words.notRecognised[reason]}`,
    );
    const said = words.noTable(file, reasons.join('; '));
    // Pointing out columns helps neither letters of an old font nor a list of units.
    const isFinal = reading.unrecognised.some(({ reason }) => FINAL.has(reason));
    throw new Unusable(isFinal ? said : `${said} ${words.noTableRemedy}`);
  }
  if (request.sheet === null) return reading;
  const tables = reading.tables.filter(({ sheet, id }) =>
    [sheet, id].includes(request.sheet ?? ''),
  );
  if (tables.length === 0) {
    const known = reading.tables.map(({ id }) => id).join(', ');
    throw new Unusable(words.noSuchSheet(file, request.sheet, known));
  }
  return { ...reading, tables };
}

/** The table that a command takes which takes one; where there are others, it says so. */
export function firstTable(
  reading: WorkbookReading,
  file: string,
  { machine, language: { words } }: Context,
): ScoreSheet {
  const [table, ...others] = reading.tables;
  if (!table) throw new Error('tables were read');
  if (others.length > 0)
    machine.printError(words.onlyFirst(file, table.id, others.map(({ id }) => id).join(', ')));
  return table;
}

export function checkOptions(framework: Framework | null, request: CliRequest): CheckOptions {
  return { ...(framework ? { framework } : {}), ...(request.base ? { base: request.base } : {}) };
}

/** By id of a built-in sample, or a file of any kind that a framework is read from. Null when none was named. */
export async function chosenFramework(context: Context): Promise<Framework | null> {
  const { request, language } = context;
  const { framework: named } = request;
  if (named === null) return null;
  const builtIn = builtInFramework(named);
  if (builtIn) return builtIn;
  if (!/\.(json|xlsx|docx|html?|tsv|txt|csv)$/i.test(named)) {
    const known = builtInFrameworks().map(({ id }) => id);
    throw new Unusable(language.words.noSuchFramework(named, known.join(', ')));
  }
  return frameworkOf(await importFramework(named, context), named, context);
}

/** A workbook is opened by the host; every other file is read by what is in it. */
export async function importFramework(path: string, context: Context): Promise<FrameworkImport> {
  const { machine, request } = context;
  if (!/\.xlsx$/i.test(path)) return fromFile(basename(path), await machine.readBytes(path));
  const host = await machine.openWorkbook(path);
  return fromWorkbook(await host.read({ sheets: 'all' }), request.sheet);
}

/** @throws Unusable with every reason in one line */
export function frameworkOf(imported: FrameworkImport, file: string, context: Context): Framework {
  const framework = imported.kind === 'framework' ? imported.framework : null;
  const draft = imported.kind === 'reading' ? imported.reading.draft : framework;
  if (draft) return draft;
  const detail = importProblems(imported, context).map(({ message }) => message);
  throw new Unusable(context.language.words.badFramework(file, detail.join(' ')));
}

export function importProblems(imported: FrameworkImport, { request }: Context) {
  const messages = request.language === 'en' ? importMessagesEn : importMessagesVi;
  const problems = imported.kind === 'problems' ? imported.problems : [];
  return problems.map(({ code, path, params }) => ({
    code,
    path,
    message: messages[code]({ ...params, path }),
  }));
}

/** What went wrong in one sentence; a bug goes on as the exception that it is. */
export function problemText(error: unknown, language: 'vi' | 'en'): string {
  if (error instanceof Unusable) return error.message;
  if (!isHostError(error)) throw error;
  return (language === 'en' ? englishHost : vietnameseHost)[error.problem](error.params);
}

/** A workbook that holds nothing but the sheets of a plan. */
export async function saveNewWorkbook(
  out: string,
  machine: CliMachine,
  plan: (blank: WorkbookSnapshot) => Plan,
): Promise<void> {
  const host = await machine.newWorkbook(out);
  const blank = await host.read({ sheets: 'all' });
  await host.apply(aloneInFile(plan(blank), blank).patch);
  await machine.saveWorkbook(out, host);
}

/** As .html for Word, or as the only sheet of a new workbook. */
export async function saveDocument(
  out: string,
  machine: CliMachine,
  doc: TableDocument,
  plan: (blank: WorkbookSnapshot) => Plan,
): Promise<void> {
  if (/\.html$/i.test(out)) await machine.writeText(out, tableHtml(doc));
  else await saveNewWorkbook(out, machine, plan);
}

export function printJson(machine: CliMachine, value: unknown): void {
  machine.print(JSON.stringify(value, null, 2));
}
