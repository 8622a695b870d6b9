/**
 * The command line over use cases. It is handed what touches the machine (files, output), so that the
 * same code runs in tests. Exit codes: 0 clean, 1 errors found in a sheet, 2 unusable input.
 */
import { cliWords as english } from '../i18n/en/cli';
import { findingMessages as englishFindings } from '../i18n/en/findings';
import { cliWords as vietnamese, type CliWords } from '../i18n/vi/cli';
import { findingMessages as vietnameseFindings } from '../i18n/vi/findings';
import { readArguments, type CommandName } from './arguments';
import { check } from './checkCommand';
import { problemText, type CliMachine, type Context, type ExitCode } from './commandContext';
import { compare } from './compareCommand';
import { framework, listFrameworks } from './frameworkCommands';
import { minutes } from './minutesCommand';
import type { ReportLanguage } from './report';
import { appendix, assign, deduct, makeNewSheet, upgrade } from './sheetCommands';

/** @param argv what stands after the command's name */
export async function run(argv: readonly string[], machine: CliMachine): Promise<ExitCode> {
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
    machine.printError(problemText(error, request.language));
    return 2;
  }
}

const commands: Record<CommandName, (context: Context) => Promise<ExitCode>> = {
  frameworks: listFrameworks,
  framework,
  new: makeNewSheet,
  check,
  compare,
  deduct,
  assign,
  appendix,
  minutes,
  upgrade,
};

function wordsOf(language: 'vi' | 'en'): CliWords {
  return language === 'en' ? english : vietnamese;
}
