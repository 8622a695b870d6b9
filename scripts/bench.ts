/**
 * `npm run bench`: what the product's work costs, as ratios within one run, so that the answer does not
 * depend on the machine. Linear work costs the same for each row whatever the size; a ratio far from 1
 * says that it does not. Milliseconds are printed beside, for this machine only.
 */
import type { Framework } from '../src/domain/framework/framework';
import { newWorkbookFile, openWorkbookFile } from '../src/hosts/file/fileHost';
import { checkWorkbook } from '../src/usecases/checkWorkbook';
import { planNewSheet } from '../src/usecases/newSheet';
import { readSnapshot } from '../src/usecases/readWorkbook';
import { frameworkRows } from '../src/workbook/layouts/newScoreSheetRows';
import { HEADER_ROW } from '../src/workbook/layouts/newScoreSheet';
import type { StartingEntries } from '../src/workbook/layouts/newScoreSheetFigures';
import { countTrips } from './benchExcel';
import { benchFrameworks } from './benchFrameworks';
import { benchLongInput } from './benchLongInput';
import { report, time, type Timing } from './benchReport';
import { evenFramework } from '../test/support/frameworkFactory';

async function main(): Promise<void> {
  await sheets([120, 1200, 6000]);
  await frameworks();
  await benchLongInput();
  console.log('\nTrips to Excel, and bytes on the way');
  console.table(await countTrips([30, 300, 3000]));
}

/** Opening a file, recognising and checking its sheet, planning a new one: by criteria. */
async function sheets(sizes: readonly number[]): Promise<void> {
  const timings: Timing[] = [];
  for (const size of sizes) {
    const framework = evenFramework(size, 30, 1);
    const file = newWorkbookFile('bench.xlsx');
    const blank = await file.read({ sheets: 'all' });
    const options = { unit: 'UBND xã', period: 'năm 2026', rounds: 1 as const };
    const plan = () => planNewSheet(blank, framework, options, scored(framework));
    timings.push(await time('plan a new sheet', size, plan));
    await file.apply(plan().patch);
    const bytes = await file.toBytes();
    timings.push(await time('save the file', size, () => file.toBytes()));
    const open = async () => (await openWorkbookFile(bytes, 'bench.xlsx')).read({ sheets: 'all' });
    timings.push(await time('open and read the file', size, open));
    const snapshot = await open();
    timings.push(await time('recognise', size, () => readSnapshot(snapshot)));
    const reading = readSnapshot(snapshot);
    timings.push(await time('check and sum', size, () => checkWorkbook(reading)));
  }
  report(timings);
}

async function frameworks(): Promise<void> {
  const timings = await benchFrameworks();
  report(
    timings.map(({ source, criteria, milliseconds }) => ({
      what: `read a framework from ${source}`,
      size: criteria,
      milliseconds,
    })),
  );
}

function scored(framework: Framework): StartingEntries {
  const leaves = frameworkRows(framework, HEADER_ROW + 1).filter((row) => row.isLeaf);
  return new Map(
    leaves.map((row, i) => [
      row.row,
      { self: { value: 1 }, appraised1: { value: i % 4 === 0 ? 0.5 : 1 } },
    ]),
  );
}

void main();
