/**
 * The command line over use cases. It is handed what touches the machine (files, output), so that the
 * same code runs in tests. Exit codes: 0 clean, 1 errors found in a sheet, 2 unusable input.
 */
import { tableHtml } from '../domain/letters/html';
import type { Framework } from '../domain/framework/framework';
import { assignmentReport } from '../domain/remediation/assignmentReport';
import { formatPoints } from '../domain/text/formatNumber';
import { points } from '../domain/points';
import { frameworkFileProblems as frameworkProblemsVi } from '../i18n/vi/framework';
import { frameworkFileProblems as frameworkProblemsEn } from '../i18n/en/framework';
import { cliWords as english } from '../i18n/en/cli';
import { findingMessages as englishFindings } from '../i18n/en/findings';
import { hostMessages as englishHost } from '../i18n/en/host';
import { cliWords as vietnamese, type CliWords } from '../i18n/vi/cli';
import { findingMessages as vietnameseFindings } from '../i18n/vi/findings';
import { hostMessages as vietnameseHost } from '../i18n/vi/host';
import { makeAppendix, planAppendixSheet } from '../usecases/appendix';
import { planAssignments, proposeAssignments } from '../usecases/assign';
import { checkWorkbook } from '../usecases/checkWorkbook';
import { planDeductions } from '../usecases/deduct';
import { builtInFramework, builtInFrameworks, readFrameworkJson } from '../usecases/frameworks';
import { planNewSheet } from '../usecases/newSheet';
import { readSnapshot, readWorkbook, type WorkbookReading } from '../usecases/readWorkbook';
import { isHostError, type Host } from '../workbook/host';
import { readArguments, type CliRequest } from './arguments';
import { hasErrors, reportJson, reportLines, type FileReport, type ReportLanguage } from './report';

/** What the command line needs of the machine. All of it may throw HostError. */
export interface CliMachine {
  openWorkbook(path: string): Promise<Host>;
  newWorkbook(name: string): Promise<Host>;
  saveWorkbook(path: string, host: Host): Promise<void>;
  readText(path: string): Promise<string>;
  writeText(path: string, text: string): Promise<void>;
  print(line: string): void;
  printError(line: string): void;
}

/** Input that cannot be used, already in the person's words. */
class Unusable extends Error {}

interface Context {
  request: CliRequest;
  machine: CliMachine;
  language: ReportLanguage;
}

/** @param argv what stands after the command's name */
export async function run(argv: readonly string[], machine: CliMachine): Promise<0 | 1 | 2> {
  const reading = readArguments(argv);
  const words =
    reading.kind === 'request' ? wordsOf(reading.request.language) : wordsOf(reading.language);
  if (reading.kind === 'help') {
    (reading.asked ? machine.print : machine.printError)(words.help);
    if (reading.asked && reading.language === 'vi') machine.print(`\n${english.help}`);
    return reading.asked ? 0 : 2;
  }
  if (reading.kind === 'problem') {
    machine.printError(words.argumentProblems[reading.code](reading.params));
    return 2;
  }
  const { request } = reading;
  const isEnglish = request.language === 'en';
  const language: ReportLanguage = {
    words,
    findings: isEnglish ? englishFindings : vietnameseFindings,
    mark: isEnglish ? '.' : ',',
  };
  try {
    return await commands[request.command]({ request, machine, language });
  } catch (error) {
    if (error instanceof Unusable) machine.printError(error.message);
    else if (isHostError(error)) {
      machine.printError((isEnglish ? englishHost : vietnameseHost)[error.problem](error.params));
    } else throw error;
    return 2;
  }
}

const commands: Record<CliRequest['command'], (context: Context) => Promise<0 | 1 | 2>> = {
  frameworks: listFrameworks,
  new: makeNewSheet,
  check,
  deduct,
  assign,
  appendix,
};

async function listFrameworks({ request, machine, language }: Context): Promise<0> {
  const frameworks = builtInFrameworks();
  if (request.json) {
    printJson(machine, { frameworks });
    return 0;
  }
  for (const framework of frameworks) {
    const { id, title, completenessNote } = framework;
    const decision = framework.decision === '' ? '' : ` – ${framework.decision}`;
    machine.print(language.words.frameworkLine({ id, title, decision, note: completenessNote }));
  }
  return 0;
}

async function makeNewSheet({ request, machine, language }: Context): Promise<0> {
  const out = request.out ?? '';
  const framework = await chosenFramework(request, machine, language.words);
  if (!framework) throw new Unusable(language.words.argumentProblems.noFramework({}));
  const host = await machine.newWorkbook(out);
  const blank = await host.read({ sheets: 'all' });
  const { unit, period, rounds } = request;
  await host.apply(planNewSheet(blank, framework, { unit, period, rounds }).patch);
  await removeBlankSheets(host, blank.sheetNames);
  await machine.saveWorkbook(out, host);
  sayWritten({ request, machine, language }, { file: out, framework: framework.id });
  return 0;
}

/** A new workbook comes with an empty sheet, which nobody asked for. */
async function removeBlankSheets(host: Host, names: readonly string[]): Promise<void> {
  await host.apply({
    changes: names.map((sheet) => ({ kind: 'deleteSheet', sheet })),
    expects: [],
  });
}

async function check({ request, machine, language }: Context): Promise<0 | 1 | 2> {
  const framework = await chosenFramework(request, machine, language.words);
  const files: FileReport[] = [];
  let unusable = 0;
  for (const file of request.files) {
    try {
      const reading = await readTables(
        await machine.openWorkbook(file),
        file,
        request,
        language.words,
      );
      files.push({ file, reports: checkWorkbook(reading, checkOptions(framework, request)) });
    } catch (error) {
      // One broken file does not stop the rest.
      if (request.files.length === 1) throw error;
      unusable += 1;
      machine.printError(problemText(error, request));
    }
  }
  if (request.json) printJson(machine, reportJson(files, language));
  else for (const file of files) reportLines(file, language).forEach(machine.print);
  if (unusable > 0) return 2;
  return hasErrors(files) ? 1 : 0;
}

async function deduct(context: Context): Promise<0 | 1> {
  const { request, machine, language } = context;
  const [file = ''] = request.files;
  const out = request.out ?? '';
  const host = await machine.openWorkbook(file);
  const framework = await chosenFramework(request, machine, language.words);
  let reading = await readTables(host, file, request, language.words);
  for (const { id } of reading.tables) {
    await host.apply(
      planDeductions(reading, id, { base: request.base, liveFormulas: request.liveFormulas })
        .patch,
    );
    reading = await readTables(host, file, request, language.words);
  }
  await machine.saveWorkbook(out, host);
  const files = [{ file: out, reports: checkWorkbook(reading, checkOptions(framework, request)) }];
  if (request.json) printJson(machine, reportJson(files, language));
  else {
    machine.print(language.words.written(out));
    files.forEach((report) => reportLines(report, language).forEach(machine.print));
  }
  return hasErrors(files) ? 1 : 0;
}

async function assign({ request, machine, language }: Context): Promise<0> {
  const [file = ''] = request.files;
  const out = request.out ?? '';
  const host = await machine.openWorkbook(file);
  const reading = await readTables(host, file, request, language.words);
  const [table] = reading.tables;
  if (!table) throw new Unusable(language.words.noTable(file, ''));
  const proposal = proposeAssignments(reading, table.id);
  await host.apply(planAssignments(reading, table.id, proposal).patch);
  await machine.saveWorkbook(out, host);
  const report = assignmentReport(proposal, table);
  if (request.json) printJson(machine, report);
  else {
    machine.print(language.words.written(out));
    for (const unit of report.units) {
      const params = Object.fromEntries(
        Object.entries(unit).map(([key, value]) => [key, String(value)]),
      );
      const shown = formatPoints(points(unit.points), { mark: language.mark });
      machine.print(language.words.unitLine({ ...params, points: shown }));
    }
  }
  return 0;
}

async function appendix({ request, machine, language }: Context): Promise<0> {
  const [file = ''] = request.files;
  const out = request.out ?? '';
  const reading = await readTables(await machine.openWorkbook(file), file, request, language.words);
  const [table] = reading.tables;
  if (!table) throw new Unusable(language.words.noTable(file, ''));
  const document = makeAppendix(reading, table.id, {
    sign: table.deductionSign === 'positive' ? 'positive' : 'negative',
  });
  if (out.toLowerCase().endsWith('.xlsx')) {
    const host = await machine.newWorkbook(out);
    const blank = await host.read({ sheets: 'all' });
    await host.apply(planAppendixSheet(readSnapshot(blank), document).patch);
    await removeBlankSheets(host, blank.sheetNames);
    await machine.saveWorkbook(out, host);
  } else {
    await machine.writeText(out, tableHtml(document));
  }
  if (request.json) printJson(machine, { file: out, appendix: document });
  else {
    machine.print(language.words.written(out));
    machine.print(language.words.appendixRows(String(document.rows.length)));
  }
  return 0;
}

/** The score tables of a file, or the one sheet that was asked for. */
async function readTables(
  host: Host,
  file: string,
  request: CliRequest,
  words: CliWords,
): Promise<WorkbookReading> {
  const reading = await readWorkbook(host, { sheets: 'all' });
  if (reading.tables.length === 0) {
    const reasons = reading.unrecognised.map(
      ({ sheet, reason }) => `${sheet}: ${words.notRecognised[reason]}`,
    );
    throw new Unusable(words.noTable(file, reasons.join('; ')));
  }
  if (request.sheet === null) return reading;
  const tables = reading.tables.filter((table) => table.sheet === request.sheet);
  if (tables.length === 0) {
    const known = reading.tables.map((table) => table.sheet).join(', ');
    throw new Unusable(words.noSuchSheet(file, request.sheet, known));
  }
  return { ...reading, tables };
}

function checkOptions(framework: Framework | null, request: CliRequest) {
  return { ...(framework ? { framework } : {}), ...(request.base ? { base: request.base } : {}) };
}

/** By id, or a file in our JSON. Null when none was named. */
async function chosenFramework(
  request: CliRequest,
  machine: CliMachine,
  words: CliWords,
): Promise<Framework | null> {
  const { framework: named } = request;
  if (named === null) return null;
  const builtIn = builtInFramework(named);
  if (builtIn) return builtIn;
  if (!/\.json$/i.test(named)) {
    throw new Unusable(
      words.noSuchFramework(
        named,
        builtInFrameworks()
          .map(({ id }) => id)
          .join(', '),
      ),
    );
  }
  const reading = readFrameworkJson(await machine.readText(named));
  if (reading.ok) return reading.framework;
  const problems = request.language === 'en' ? frameworkProblemsEn : frameworkProblemsVi;
  const detail = reading.problems
    .map((problem) => problems[problem.code](problem.path, problem.params))
    .join(' ');
  throw new Unusable(words.badFramework(named, detail));
}

function problemText(error: unknown, request: CliRequest): string {
  if (error instanceof Unusable) return error.message;
  if (isHostError(error)) {
    return (request.language === 'en' ? englishHost : vietnameseHost)[error.problem](error.params);
  }
  throw error;
}

function sayWritten({ request, machine, language }: Context, json: unknown): void {
  if (request.json) printJson(machine, json);
  else machine.print(language.words.written(request.out ?? ''));
}

function printJson(machine: CliMachine, value: unknown): void {
  machine.print(JSON.stringify(value, null, 2));
}

function wordsOf(language: 'vi' | 'en'): CliWords {
  return language === 'en' ? english : vietnamese;
}
