/** `minutes`: the findings of a sheet as minutes to sign, as HTML or as a sheet in a copy of the workbook. */
import { basename } from 'node:path';
import { tableHtml } from '../domain/letters/html';
import { minutesWords as english } from '../i18n/en/documents';
import { minutesWords as vietnamese } from '../i18n/vi/documents';
import { checkWorkbook } from '../usecases/checkWorkbook';
import { makeMinutes, planMinutesSheet } from '../usecases/minutes';
import { countStates, reviewFindings } from '../usecases/review';
import {
  checkOptions,
  chosenFramework,
  firstTable,
  printJson,
  readTables,
  type Context,
} from './commandContext';

export async function minutes(context: Context): Promise<0> {
  const { request, machine, language } = context;
  const [file = ''] = request.files;
  const out = request.out ?? '';
  const host = await machine.openWorkbook(file);
  const reading = await readTables(host, file, context);
  const framework = await chosenFramework(context);
  const { id } = firstTable(reading, file, context);
  const reports = checkWorkbook(reading, checkOptions(framework, request));
  const report = reports.find((one) => one.id === id);
  if (!report) throw new Error('every table is checked');
  const reviewed = reviewFindings(report, reading.state);
  const words = request.language === 'en' ? english : vietnamese;
  const { unit } = request;
  const document = makeMinutes(report, reviewed, { file: basename(file), unit }, words);
  if (/\.html$/i.test(out)) await machine.writeText(out, tableHtml(document));
  else {
    await host.apply(planMinutesSheet(reading.snapshot, document).patch);
    await machine.saveWorkbook(out, host);
  }
  const counts = countStates(reviewed);
  if (request.json) printJson(machine, { file: out, sheet: report.sheet, ...counts });
  else {
    machine.print(language.words.written(out));
    const texts = Object.entries(counts).map(([state, count]) => [state, String(count)]);
    machine.print(language.words.minutesLine(Object.fromEntries(texts) as Record<string, string>));
  }
  return 0;
}
