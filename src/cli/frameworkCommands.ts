/** `frameworks`, `framework check`, `framework convert`: what there is, whether it holds, and as JSON or a table. */
import { checkFramework, type FrameworkProblem } from '../domain/framework/checkFramework';
import {
  flattenFramework,
  frameworkTotal,
  type Framework,
  type FrameworkNode,
} from '../domain/framework/framework';
import { frameworkJson, frameworkTable } from '../domain/framework/frameworkTable';
import { tableText } from '../domain/letters/plainTable';
import { pointsText } from '../domain/points';
import {
  frameworkMessages as frameworkMessagesEn,
  readingMessages as readingMessagesEn,
} from '../i18n/en/framework';
import {
  frameworkMessages as frameworkMessagesVi,
  frameworkTableWords,
  readingMessages as readingMessagesVi,
} from '../i18n/vi/framework';
import { FRAMEWORK_SHEET, planDocumentSheet } from '../usecases/documentSheet';
import { builtInFramework, builtInFrameworks } from '../usecases/frameworks';
import type { FrameworkImport } from '../usecases/importFramework';
import {
  frameworkOf,
  importFramework,
  importProblems,
  printJson,
  saveDocument,
  type Context,
  type ExitCode,
} from './commandContext';

export async function listFrameworks({ request, machine, language }: Context): Promise<0> {
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

export async function framework(context: Context): Promise<ExitCode> {
  const { request, machine } = context;
  const [file = ''] = request.files;
  const builtIn = builtInFramework(file);
  const imported: FrameworkImport = builtIn
    ? { kind: 'framework', framework: builtIn }
    : await importFramework(file, context);
  if (request.json && imported.kind === 'problems')
    printJson(machine, {
      file,
      framework: null,
      reading: importProblems(imported, context),
      problems: [],
    });
  const found = frameworkOf(imported, file, context);
  const problems = checkFramework(found).map((problem) => worded(problem, found, context));
  const reading = readingProblems(imported, context);
  if (request.action === 'convert' && request.out !== null)
    await writeFramework(request.out, found, context);
  if (request.json)
    printJson(machine, { file, ...outOf(context), framework: head(found), reading, problems });
  else sayFramework(context, found, reading, problems);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** As JSON, which keeps everything, or as the clean table: for Word, for a spreadsheet, as plain text. */
async function writeFramework(out: string, found: Framework, { machine }: Context): Promise<void> {
  if (/\.json$/i.test(out)) return machine.writeText(out, frameworkJson(found));
  const table = frameworkTable(found, frameworkTableWords, ',');
  if (/\.tsv$/i.test(out)) return machine.writeText(out, `${tableText(table)}\n`);
  return saveDocument(out, machine, table, (blank) =>
    planDocumentSheet(blank, table, FRAMEWORK_SHEET),
  );
}

function outOf({ request }: Context): { out?: string } {
  return request.action === 'convert' && request.out !== null ? { out: request.out } : {};
}

function head(framework: Framework) {
  const { id, title, decision, issuer, province, level, year, completeness } = framework;
  const flat = flattenFramework(framework);
  return {
    ...{ id, title, decision, issuer, province, level, year, completeness },
    areas: framework.areas.length,
    rows: flat.length,
    leaves: flat.filter(({ isLeaf }) => isLeaf).length,
    total: framework.total ?? pointsText(frameworkTotal(framework)),
  };
}

interface WordedProblem {
  code: string;
  severity: FrameworkProblem['severity'];
  /** Code of the criterion; null for the framework as a whole. */
  at: string | null;
  message: string;
  params: Readonly<Record<string, string>>;
  /** The code it should have, to agree to. */
  fix: string | null;
}

function worded(problem: FrameworkProblem, found: Framework, { request }: Context): WordedProblem {
  const { code, severity, path, params, fix } = problem;
  const messages = request.language === 'en' ? frameworkMessagesEn : frameworkMessagesVi;
  return {
    code,
    severity,
    at: nodeAt(found.areas, path)?.code ?? null,
    message: messages[code](params),
    params,
    fix: fix?.code ?? null,
  };
}

function nodeAt(
  nodes: readonly FrameworkNode[],
  [first, ...rest]: readonly number[],
): FrameworkNode | null {
  const node = first === undefined ? undefined : nodes[first];
  if (!node) return null;
  return rest.length === 0 ? node : nodeAt(node.children ?? [], rest);
}

/** What reading a table was unsure of, and which row of it. */
function readingProblems(imported: FrameworkImport, { request }: Context) {
  if (imported.kind !== 'reading') return [];
  const messages = request.language === 'en' ? readingMessagesEn : readingMessagesVi;
  const { rows, problems } = imported.reading;
  return problems.map(({ code, row, params }) => ({
    code,
    row: row === null ? null : (rows[row]?.texts.filter((text) => text !== '').join(' | ') ?? null),
    message: messages[code](params),
  }));
}

function sayFramework(
  context: Context,
  found: Framework,
  reading: readonly { row: string | null; message: string }[],
  problems: readonly WordedProblem[],
): void {
  const { request, machine, language } = context;
  const { words } = language;
  const { id, title, areas, rows, leaves, total } = head(found);
  const counts = { areas: String(areas), rows: String(rows), leaves: String(leaves) };
  machine.print(words.frameworkHead({ id, title, ...counts, total }, language.mark));
  for (const { row, message } of reading)
    machine.print(`  ${row === null ? '' : `“${row.slice(0, 80)}”: `}${message}`);
  for (const { severity, message } of problems)
    machine.print(`  [${words.severity[severity]}] ${message}`);
  if (reading.length + problems.length === 0) machine.print(words.noFrameworkProblems);
  if (request.action === 'convert') machine.print(words.written(request.out ?? ''));
}
