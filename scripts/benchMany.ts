/**
 * Two hundred files of 120 criteria through `check`, as the command line does it: how long it takes, and
 * that memory stays flat: what is in use after the last file is what was in use after the first ones.
 */
import type { Framework } from '../src/domain/framework/framework';
import { newWorkbookFile, openWorkbookFile } from '../src/hosts/file/fileHost';
import { checkedFile, summariseMany, type CheckedFile } from '../src/usecases/checkMany';
import { checkWorkbook } from '../src/usecases/checkWorkbook';
import { planNewSheet } from '../src/usecases/newSheet';
import { readWorkbook } from '../src/usecases/readWorkbook';
import { HEADER_ROW } from '../src/workbook/layouts/newScoreSheet';
import { frameworkRows } from '../src/workbook/layouts/newScoreSheetRows';
import type { StartingEntries } from '../src/workbook/layouts/newScoreSheetFigures';
import { evenFramework } from '../test/support/frameworkFactory';

export interface ManyTiming {
  files: number;
  criteria: number;
  seconds: number;
  /** Heap in use, in MB, after a tenth of the files and after all: a leak shows as their difference. */
  heapEarly: number;
  heapEnd: number;
  /** The most the process ever held, in MB. */
  peak: number;
  findings: number;
}

export async function benchMany(files = 200, criteria = 120): Promise<ManyTiming> {
  const bytes = await filledSheet(criteria);
  const checked: CheckedFile[] = [];
  let heapEarly = 0;
  const start = performance.now();
  for (let i = 0; i < files; i += 1) {
    const name = `xa-${i + 1}.xlsx`;
    const host = await openWorkbookFile(bytes(i), name);
    const reading = await readWorkbook(host, { sheets: 'all' });
    checked.push(checkedFile(name, checkWorkbook(reading), reading.state));
    if (i + 1 === Math.ceil(files / 10)) heapEarly = heapInUse();
  }
  const seconds = (performance.now() - start) / 1000;
  const { error, warning, info } = summariseMany(checked).totals;
  return {
    files,
    criteria,
    seconds,
    heapEarly,
    heapEnd: heapInUse(),
    peak: process.resourceUsage().maxRSS / 1024,
    findings: error + warning + info,
  };
}

/** @returns the files; each has its own scores, and every fifth criterion a slip of the pen */
export async function filledSheet(criteria: number): Promise<(seed: number) => Uint8Array> {
  const framework = evenFramework(criteria, 10, 2);
  const variants: Uint8Array[] = [];
  for (let seed = 0; seed < 5; seed += 1) {
    const file = newWorkbookFile('bench.xlsx');
    const blank = await file.read({ sheets: 'all' });
    const options = { unit: 'UBND xã', period: 'năm 2026', rounds: 1 as const };
    await file.apply(planNewSheet(blank, framework, options, scores(framework, seed)).patch);
    await file.apply({
      changes: blank.sheetNames.map((sheet) => ({ kind: 'deleteSheet', sheet })),
      expects: [],
    });
    variants.push(await file.toBytes());
  }
  return (seed) => variants[seed % variants.length] ?? new Uint8Array();
}

function scores(framework: Framework, seed: number): StartingEntries {
  const leaves = frameworkRows(framework, HEADER_ROW + 1).filter((row) => row.isLeaf);
  return new Map(
    leaves.map(({ row }, i) => {
      const cut = (i + seed) % 5 === 0;
      const opinion = `Hoàn thành ${3 + seed}/10 nhiệm vụ, đạt ${40 + seed}% kế hoạch`;
      return [
        row,
        {
          self: { value: cut ? '1,5' : 2 },
          appraised1: { value: cut ? 1 : 2 },
          ...(cut
            ? {
                opinion: { value: opinion },
                responsible: { value: 'Phòng Nội vụ chủ trì, phối hợp với Văn phòng' },
              }
            : {}),
        },
      ];
    }),
  );
}

/** Exact where the program was started with `--expose-gc`; else with what is not collected yet. */
function heapInUse(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
