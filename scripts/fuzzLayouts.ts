/**
 * `npm run --silent fuzz:layouts -- 5000 [seed]`: lays that many generated sheets out, each in another
 * layout, and holds recognition and the checks to what was laid out; then as many single slips. Prints
 * each kind of trouble with one example and its seed, and fails where there is any.
 */
import fc from 'fast-check';
import { layoutArbitrary } from '../test/support/layoutArbitrary';
import { layOut, type LaidOut } from '../test/support/layoutGenerator';
import { misjudgement, misreading } from '../test/support/layoutProperties';
import {
  frameworkOf,
  leavesOf,
  sheetArbitrary,
  toLiteral,
} from '../test/support/scoreSheetGenerator';
import { slips } from '../test/support/scoreSheetSlips';
import { slipLayout, suits } from '../test/support/slipLayouts';

const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);

const troubles = new Map<string, { count: number; example: string }>();

function report(kind: string, message: string | null, example: () => string): void {
  if (message === null) return;
  const key = `${kind}: ${message.replace(/\d+/g, '#').slice(0, 110)}`;
  const known = troubles.get(key);
  if (known) known.count += 1;
  else troubles.set(key, { count: 1, example: `${message}\n${example()}` });
}

const show = (laid: LaidOut): string =>
  laid.snapshot.values
    .map(
      (row, i) =>
        `${i}| ${row.map((value) => (value === null ? '' : typeof value === 'object' ? value.error : String(value).slice(0, 22))).join(' | ')}`,
    )
    .join('\n');

let laidOut = 0;
for (const [sheet, layout] of fc.sample(fc.tuple(sheetArbitrary, layoutArbitrary), {
  numRuns: count,
  seed,
})) {
  const laid = layOut(sheet, toLiteral(sheet), layout);
  const example = () => `${JSON.stringify(layout)}\n${show(laid)}`;
  laidOut += 1;
  const wrong = misreading(laid);
  report('reading', wrong, example);
  if (wrong === null) report('correct', misjudgement(laid, null, []), example);
}

let slipped = 0;
const slipRuns = fc.sample(fc.tuple(sheetArbitrary, layoutArbitrary, fc.nat(), fc.nat()), {
  numRuns: count,
  seed: seed + 1,
});
for (const [sheet, anyLayout, pick, which] of slipRuns) {
  const slip = slips[which % slips.length];
  const leaves = leavesOf(sheet);
  const leaf = leaves[pick % leaves.length];
  const literal = slip && leaf ? slip.make(sheet, leaf) : null;
  const layout = slipLayout(anyLayout);
  if (!slip || !literal || !suits(slip, literal, sheet, layout)) continue;
  const laid = layOut(sheet, literal, layout);
  slipped += 1;
  const framework = slip.withFramework === true ? frameworkOf(sheet) : null;
  report(
    `slip ${slip.name}`,
    misjudgement(laid, framework, [slip.code]),
    () => `${JSON.stringify(layout)}\n${show(laid)}`,
  );
}

for (const [key, trouble] of [...troubles]
  .sort((a, b) => b[1].count - a[1].count)
  .slice(0, Number(process.argv[4] ?? 12)))
  console.log(`${trouble.count} × ${key}\n   ${trouble.example}\n`);
const failed = [...troubles.values()].reduce((sum, trouble) => sum + trouble.count, 0);
console.log(`${laidOut} layouts, ${slipped} slips: ${failed} in trouble`);
process.exitCode = failed === 0 ? 0 : 1;
