/**
 * Every formula in every workbook that the product makes, recalculated by LibreOffice. In a workbook as
 * it was written, the formula must give the value that the core wrote beside it; in a sheet that a
 * person has filled since, LibreOffice's figures must be those of the core's own summary.
 */
import { openWorkbookFile, newWorkbookFile } from '../../src/hosts/file/fileHost';
import { cellNumber, points, pointsText } from '../../src/domain/points';
import { effectiveAppraised, type ScoreSheet } from '../../src/domain/scoring/scoreSheet';
import { assessedLeaves, deductionOf, summarise } from '../../src/domain/scoring/summary';
import { makeAppendix, planAppendixSheet } from '../../src/usecases/appendix';
import { planAssignments, proposeAssignments } from '../../src/usecases/assign';
import { planDeductions } from '../../src/usecases/deduct';
import { builtInFrameworks } from '../../src/usecases/frameworks';
import { planNewSheet } from '../../src/usecases/newSheet';
import { readWorkbook, type WorkbookReading } from '../../src/usecases/readWorkbook';
import type { Change } from '../../src/workbook/patch';
import type { WorkbookFile } from '../../src/workbook/view';
import { crossCheck } from '../support/crossCheck';
import { convert } from '../support/libreOffice';
import { sampleBytes } from '../support/sample';

jest.setTimeout(120_000);

const read = (file: WorkbookFile) => readWorkbook(file, { sheets: 'all' });
const openSample = () => openWorkbookFile(sampleBytes(), 'vinh-linh-6t2023.xlsx');

function onlyTable(reading: WorkbookReading): ScoreSheet {
  expect(reading.tables).toHaveLength(1);
  return reading.tables[0] as ScoreSheet;
}

async function expectAgreement(file: WorkbookFile, atLeast: number): Promise<void> {
  const { formulas, differences } = await crossCheck(await file.toBytes());
  expect(differences).toEqual([]);
  expect(formulas).toBeGreaterThanOrEqual(atLeast);
}

describe('new sheets of every built-in framework, with one round and with two', () => {
  const kinds = builtInFrameworks().flatMap((framework) =>
    ([1, 2] as const).map((rounds) => ({ framework, rounds })),
  );
  let file: WorkbookFile;

  beforeAll(async () => {
    file = newWorkbookFile('mới.xlsx');
    for (const { framework, rounds } of kinds) {
      const options = { unit: 'UBND xã Hải Lăng', period: 'năm 2025', rounds };
      const { snapshot } = await read(file);
      await file.apply(planNewSheet(snapshot, framework, options).patch);
    }
  });

  test('hold the values of their formulas while empty', async () => {
    const { tables } = await read(file);
    expect(tables).toHaveLength(kinds.length);
    const leaves = tables.map((table) => assessedLeaves(table).length);
    await expectAgreement(
      file,
      leaves.reduce((sum, count) => sum + count, 0),
    );
  });

  test('compute what the core computes once they are filled', async () => {
    const { tables } = await read(file);
    await file.apply({ changes: tables.flatMap(scores), expects: [] });
    const theirs = (await recalculated(file)).tables;
    expect(theirs.map((table) => table.sheet)).toEqual(tables.map((table) => table.sheet));
    for (const table of theirs) expectFigures(table);
  });
});

/** As a person who confirms what is proposed. */
async function assign(file: WorkbookFile): Promise<void> {
  const reading = await read(file);
  const { sheet } = onlyTable(reading);
  const proposal = proposeAssignments(reading, sheet);
  expect(proposal.units.length).toBeGreaterThan(3);
  await file.apply(planAssignments(reading, sheet, proposal).patch);
}

/** As a person would fill it: every third leaf in full, others in part, thousandths among them. */
function scores(table: ScoreSheet): Change[] {
  return assessedLeaves(table).flatMap((row, i): Change[] => {
    const max = row.figures.max?.points;
    if (!max) return [];
    const part =
      i % 3 === 0
        ? max
        : max
            .times((i % 7) + 1)
            .div(9)
            .round(3);
    const columns = [table.columns.self, table.columns.appraised1];
    if (i % 4 === 0) columns.push(table.columns.appraised2);
    return columns.flatMap((column, k): Change[] =>
      column === undefined
        ? []
        : [
            {
              kind: 'write',
              sheet: table.sheet,
              at: { row: row.row, column },
              cells: [[{ value: cellNumber(k === 2 ? part.div(2).round(2) : part) }]],
            },
          ],
    );
  });
}

/** The workbook after LibreOffice has opened, calculated and saved it, read by the product again. */
async function recalculated(file: WorkbookFile): Promise<WorkbookReading> {
  const saved = await convert(await file.toBytes(), 'xlsx', 'xlsx');
  return read(await openWorkbookFile(saved, 'lưu-lại.xlsx'));
}

function expectFigures(table: ScoreSheet): void {
  const { summary } = summarise(table, { base: null, framework: null });
  const sign = table.deductionSign === 'positive' ? 1 : -1;
  for (const row of assessedLeaves(table)) {
    const expected = effectiveAppraised(row)?.points ? deductionOf(row)?.times(sign) : undefined;
    const place = `${table.sheet} ${row.code}`;
    expect([place, text(row.figures.deduction?.points)]).toEqual([place, text(expected)]);
  }
  const total = table.summaryRows.find((row) => row.kind === 'total');
  expect(summary.deduction).not.toBeNull();
  expect(text(total?.figures.max?.points)).toBe(text(summary.max));
  expect(text(total?.figures.self?.points)).toBe(text(summary.self));
  expect(text(total?.figures.deduction?.points)).toBe(text(summary.deduction?.times(sign)));
}

function text(value: Parameters<typeof pointsText>[0] | null | undefined): string | null {
  return value ? pointsText(value.round(9)) : null;
}

describe('the sample', () => {
  test.each([true, false])('with its deductions, live formulas %s', async (liveFormulas) => {
    const file = await openSample();
    const reading = await read(file);
    const options = { base: points('79'), liveFormulas };
    await file.apply(planDeductions(reading, onlyTable(reading).id, options).patch);
    await expectAgreement(file, liveFormulas ? 27 : 4);
    const { summary } = summarise(onlyTable(await recalculated(file)), {
      base: points('79'),
      framework: null,
    });
    expect([summary.max, summary.self, summary.appraised, summary.deduction].map(text)).toEqual([
      '40',
      '31.87',
      '16.59',
      '23.41',
    ]);
    expect(summary.index?.toFixed(2)).toBe('70.37');
  });

  test('with its assignments, before and after the deductions are filled', async () => {
    const file = await openSample();
    await assign(file);
    await expectAgreement(file, 2);
    const reading = await read(file);
    const options = { base: points('79'), liveFormulas: true };
    await file.apply(planDeductions(reading, onlyTable(reading).id, options).patch);
    await expectAgreement(file, 27);

    const other = await openSample();
    const first = await read(other);
    await other.apply(planDeductions(first, onlyTable(first).id, options).patch);
    await assign(other);
    await expectAgreement(other, 27);
  });

  test('with its appendix as a sheet', async () => {
    const file = await openSample();
    const reading = await read(file);
    const doc = makeAppendix(reading, onlyTable(reading).id, { sign: 'negative' });
    await file.apply(planAppendixSheet(reading, doc).patch);
    await expectAgreement(file, 4);
    expect(planAppendixSheet(await read(file), doc).lines).toEqual([
      { code: 'nothing', params: {} },
    ]);
  });
});
