/** Commands that make or change a sheet: new, upgrade, deduct, assign, appendix. */
import { signsIn, type OutsideSign } from '../domain/framework/outsideParts';
import { assignmentReport } from '../domain/remediation/assignmentReport';
import { formatPoints } from '../domain/text/formatNumber';
import { points } from '../domain/points';
import { makeAppendix, planAppendixSheet } from '../usecases/appendix';
import { planAssignments, proposeAssignments } from '../usecases/assign';
import { checkedFile } from '../usecases/checkMany';
import { checkWorkbook } from '../usecases/checkWorkbook';
import { planDeductions } from '../usecases/deduct';
import { planNewSheet } from '../usecases/newSheet';
import { readSnapshot } from '../usecases/readWorkbook';
import { planUpgrade } from '../usecases/upgrade';
import {
  checkOptions,
  chosenFramework,
  firstTable,
  printJson,
  readTables,
  saveDocument,
  saveNewWorkbook,
  Unusable,
  type Context,
} from './commandContext';
import { hasErrors, reportJson, reportLines } from './report';

export async function makeNewSheet(context: Context): Promise<0> {
  const { request, machine, language } = context;
  const framework = await chosenFramework(context);
  if (!framework) throw new Unusable(language.words.argumentProblems.noFramework({}));
  const out = request.out ?? '';
  const { unit, period, rounds, extras, outside, leaveOutSurvey } = request;
  const has = signsIn(framework);
  const added = Object.fromEntries(
    Object.entries(outside).filter(([sign]) => !has.has(sign as OutsideSign)),
  );
  await saveNewWorkbook(out, machine, (blank) =>
    planNewSheet(blank, framework, {
      ...{ unit, period, rounds, extras, leaveOutSurvey },
      outside: added,
    }),
  );
  if (request.json) printJson(machine, { file: out, framework: framework.id });
  else machine.print(language.words.written(out));
  return 0;
}

/** A newer framework for a filled sheet: a sheet is added, the filled one stays. */
export async function upgrade(context: Context): Promise<0> {
  const { request, machine, language } = context;
  const framework = await chosenFramework(context);
  if (!framework) throw new Unusable(language.words.argumentProblems.noFramework({}));
  const [file = ''] = request.files;
  const out = request.out ?? '';
  const host = await machine.openWorkbook(file);
  const reading = await readTables(host, file, context);
  const { unit, period, outside } = request;
  const made = planUpgrade(reading, firstTable(reading, file, context).id, framework, {
    unit,
    period,
    outside,
  });
  await host.apply(made.plan.patch);
  await machine.saveWorkbook(out, host);
  const sheet = made.plan.lines[0]?.params['sheet'] ?? '';
  const { carried, maxChanged, unplaced, rulesLost } = made;
  if (request.json) {
    printJson(machine, {
      file: out,
      sheet,
      framework: framework.id,
      carried,
      maxChanged,
      unplaced,
      rulesLost,
    });
    return 0;
  }
  const { words } = language;
  machine.print(words.written(out));
  machine.print(words.upgraded({ sheet, carried: String(carried) }));
  if (maxChanged.length > 0) machine.print(words.maxChanged(maxChanged.join(', ')));
  for (const { code, name } of unplaced) machine.print(words.unplaced(`${code} ${name}`.trim()));
  return 0;
}

export async function deduct(context: Context): Promise<0 | 1> {
  const { request, machine, language } = context;
  const [file = ''] = request.files;
  const out = request.out ?? '';
  const host = await machine.openWorkbook(file);
  const framework = await chosenFramework(context);
  let reading = await readTables(host, file, context);
  for (const { id } of reading.tables) {
    await host.apply(
      planDeductions(reading, id, { base: request.base, liveFormulas: request.liveFormulas }).patch,
    );
    reading = await readTables(host, file, context);
  }
  await machine.saveWorkbook(out, host);
  const reports = checkWorkbook(reading, checkOptions(framework, request));
  const files = [checkedFile(out, reports, reading.state)];
  if (request.json) printJson(machine, reportJson(files, language));
  else {
    machine.print(language.words.written(out));
    files.forEach((report) => reportLines(report, language).forEach(machine.print));
  }
  return hasErrors(files) ? 1 : 0;
}

export async function assign(context: Context): Promise<0> {
  const { request, machine, language } = context;
  const [file = ''] = request.files;
  const out = request.out ?? '';
  const host = await machine.openWorkbook(file);
  const reading = await readTables(host, file, context);
  const table = firstTable(reading, file, context);
  const proposal = proposeAssignments(reading, table.id);
  await host.apply(planAssignments(reading, table.id, proposal).patch);
  await machine.saveWorkbook(out, host);
  const report = assignmentReport(proposal, table);
  if (request.json) printJson(machine, report);
  else {
    machine.print(language.words.written(out));
    if (report.units.length === 0) machine.print(language.words.noUnits(table.sheet));
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

export async function appendix(context: Context): Promise<0> {
  const { request, machine, language } = context;
  const [file = ''] = request.files;
  const out = request.out ?? '';
  const reading = await readTables(await machine.openWorkbook(file), file, context);
  const table = firstTable(reading, file, context);
  const document = makeAppendix(reading, table.id, {
    sign: table.deductionSign === 'positive' ? 'positive' : 'negative',
  });
  await saveDocument(out, machine, document, (blank) =>
    planAppendixSheet(readSnapshot(blank), document),
  );
  if (request.json) printJson(machine, { file: out, appendix: document });
  else {
    machine.print(language.words.written(out));
    // The last row is the sum of the others.
    machine.print(language.words.appendixRows(String(Math.max(0, document.rows.length - 1))));
  }
  return 0;
}
