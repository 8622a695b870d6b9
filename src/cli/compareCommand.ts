/** `compare`: two workbooks of one unit, or the two rounds of one; as lines, JSON, a sheet or HTML. */
import { basename } from 'node:path';
import type { FigureChange, RowChange } from '../domain/scoring/compare';
import { pointsText } from '../domain/points';
import { comparisonWords as english } from '../i18n/en/documents';
import { comparisonWords as vietnamese } from '../i18n/vi/documents';
import { tableText } from '../domain/letters/plainTable';
import {
  compareRounds,
  compareWorkbooks,
  makeComparison,
  planComparisonSheet,
  type TableComparison,
} from '../usecases/compare';
import { printJson, readTables, saveDocument, Unusable, type Context } from './commandContext';

interface Compared {
  files: { before: string; after: string };
  /** What the reader knows the two sides by. */
  names: { before: string; after: string };
  table: TableComparison;
}

export async function compare(context: Context): Promise<0> {
  const { request, machine, language } = context;
  const compared = await readCompared(context);
  const words = request.language === 'en' ? english : vietnamese;
  const document = makeComparison(compared.table, compared.names, words);
  if (request.json) printJson(machine, comparisonJson(compared));
  else tableText(document).split('\n').forEach(machine.print);
  if (request.out !== null) {
    await saveDocument(request.out, machine, document, (blank) =>
      planComparisonSheet(blank, document),
    );
    if (!request.json) machine.print(language.words.written(request.out));
  }
  return 0;
}

async function readCompared(context: Context): Promise<Compared> {
  const { request, machine, language } = context;
  const [first = '', second] = request.files;
  const before = await readTables(await machine.openWorkbook(first), first, context);
  if (second === undefined) {
    const [table] = before.tables.flatMap((each) => compareRounds(each) ?? []);
    if (!table) throw new Unusable(language.words.noSecondRound(first));
    const names = { before: language.words.round('1'), after: language.words.round('2') };
    return { files: { before: first, after: first }, names, table };
  }
  const after = await readTables(await machine.openWorkbook(second), second, context);
  const [table] = compareWorkbooks(before, after);
  if (!table) throw new Unusable(language.words.noTable(second, ''));
  const name = (file: string, sheet: string) => `${basename(file)} – ${sheet}`;
  const names = {
    before: name(first, table.before.sheet),
    after: name(second, table.after.sheet),
  };
  return { files: { before: first, after: second }, names, table };
}

function comparisonJson({ files, table }: Compared): unknown {
  const { before, after, comparison } = table;
  return {
    before: { file: files.before, sheet: before.sheet },
    after: { file: files.after, sheet: after.sheet },
    rows: comparison.rows.map(rowJson),
    unchanged: comparison.unchanged,
    sums: figuresJson(comparison.sums),
  };
}

function rowJson({ kind, code, name, codeBefore, nameBefore, figures, texts }: RowChange) {
  return { kind, code, name, codeBefore, nameBefore, figures: figuresJson(figures), texts };
}

function figuresJson(figures: Partial<Record<string, FigureChange>>) {
  const text = (value: FigureChange['before'] | undefined) => (value ? pointsText(value) : null);
  return Object.fromEntries(
    Object.entries(figures).map(([figure, change]) => [
      figure,
      { before: text(change?.before), after: text(change?.after) },
    ]),
  );
}
