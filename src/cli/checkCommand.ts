/** `check`: files and folders of score sheets, one after the other, so that only one is ever open. */
import { basename, normalize, sep } from 'node:path';
import type { Framework } from '../domain/framework/framework';
import { checkListWords as english } from '../i18n/en/documents';
import { checkListWords as vietnamese } from '../i18n/vi/documents';
import { brokenFile, checkedFile, planManySheets, type CheckedFile } from '../usecases/checkMany';
import { checkWorkbook } from '../usecases/checkWorkbook';
import {
  checkOptions,
  chosenFramework,
  printJson,
  problemText,
  readTables,
  saveNewWorkbook,
  Unusable,
  type CliMachine,
  type Context,
  type ExitCode,
} from './commandContext';
import { hasErrors, manyLines, reportJson, reportLines } from './report';

export async function check(context: Context): Promise<ExitCode> {
  const { request, machine, language } = context;
  const framework = await chosenFramework(context);
  const paths = await findSheets(context);
  const files: CheckedFile[] = [];
  for (const path of paths) files.push(await checkOne(path, framework, context, paths.length > 1));
  if (request.json) printJson(machine, reportJson(files, language));
  else if (files.length === 1)
    files.flatMap((file) => reportLines(file, language)).forEach(machine.print);
  else manyLines(files, language).forEach(machine.print);
  // The sentence names a file by its last part only, which many folders may share.
  for (const { file, problem } of files)
    if (problem !== null) machine.printError(`${file}: ${problem}`);
  if (request.out !== null) {
    const words = request.language === 'en' ? english : vietnamese;
    await saveNewWorkbook(request.out, machine, (blank) => planManySheets(blank, files, words));
    if (!request.json) machine.print(language.words.written(request.out));
  }
  if (files.some(({ problem }) => problem !== null)) return 2;
  return hasErrors(files) ? 1 : 0;
}

/** One broken file does not stop the rest; alone it is what the command ends with. */
async function checkOne(
  path: string,
  framework: Framework | null,
  context: Context,
  goOn: boolean,
): Promise<CheckedFile> {
  const { request, machine } = context;
  try {
    const reading = await readTables(await machine.openWorkbook(path), path, context);
    const reports = checkWorkbook(reading, checkOptions(framework, request));
    return checkedFile(path, reports, reading.state);
  } catch (error) {
    if (!goOn) throw error;
    return brokenFile(path, problemText(error, request.language));
  }
}

/** Files as they were named; a folder stands for the workbooks in it and beneath, in natural order. */
async function findSheets({ request, machine, language }: Context): Promise<string[]> {
  const found: string[] = [];
  for (const path of request.files) {
    const inside = await machine.listFolder(path);
    if (inside === null) found.push(path);
    else found.push(...workbooksIn(path, inside).filter((each) => !isSame(each, request.out)));
  }
  if (found.length === 0) throw new Unusable(language.words.emptyFolder(request.files.join(', ')));
  const seen = new Set<string>();
  return found.filter((path) => {
    const plain = normalize(path);
    return !seen.has(plain) && seen.add(plain);
  });
}

/** The result of last time is no input of this time. */
function isSame(path: string, out: string | null): boolean {
  return out !== null && normalize(path) === normalize(out);
}

const NATURAL = new Intl.Collator('vi', { numeric: true });

/** Without what is hidden, and without the locks that an open Excel leaves beside its files. */
function workbooksIn(folder: string, paths: Awaited<ReturnType<CliMachine['listFolder']>>) {
  return (paths ?? [])
    .filter((path) => {
      const steps = path.slice(folder.length).split(sep);
      return !steps.some((step) => step.startsWith('.') && step !== '.');
    })
    .filter((path) => /\.xlsx$/i.test(path) && !basename(path).startsWith('~$'))
    .sort(NATURAL.compare);
}
