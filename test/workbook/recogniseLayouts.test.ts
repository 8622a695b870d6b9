/**
 * Recognition over arbitrary layouts: what was laid out is found, a correct sheet gives no finding, a slip
 * gives exactly its own. `npm run fuzz:layouts` runs the same over thousands.
 */
import fc from 'fast-check';
import { openWorkbookFile } from '../../src/hosts/file/fileHost';
import type { Recalculate } from '../../src/workbook/view';
import { layoutArbitrary } from '../support/layoutArbitrary';
import { layOut } from '../support/layoutGenerator';
import { misjudgement, misreading } from '../support/layoutProperties';
import { frameworkOf, leavesOf, sheetArbitrary, toLiteral } from '../support/scoreSheetGenerator';
import { slips } from '../support/scoreSheetSlips';
import { slipLayout, suits } from '../support/slipLayouts';
import { xlsxOf } from '../support/plainXlsx';

const SEED = 2026;

it('finds columns, rows and sums as they were laid out, and nothing to say about a correct sheet', () => {
  fc.assert(
    fc.property(sheetArbitrary, layoutArbitrary, (sheet, layout) => {
      const laid = layOut(sheet, toLiteral(sheet), layout);
      expect(misreading(laid)).toBeNull();
      expect(misjudgement(laid, null, [])).toBeNull();
    }),
    { numRuns: 150, seed: SEED },
  );
});

it('gives each slip exactly its finding, in whatever layout', () => {
  let tried = 0;
  fc.assert(
    fc.property(
      sheetArbitrary,
      layoutArbitrary,
      fc.nat(),
      fc.constantFrom(...slips),
      (sheet, anyLayout, pick, slip) => {
        const leaves = leavesOf(sheet);
        const leaf = leaves[pick % leaves.length];
        const literal = leaf ? slip.make(sheet, leaf) : null;
        const layout = slipLayout(anyLayout);
        if (!literal || !suits(slip, literal, sheet, layout)) return;
        tried += 1;
        const framework = slip.withFramework === true ? frameworkOf(sheet) : null;
        const laid = layOut(sheet, literal, layout);
        expect(misjudgement(laid, framework, [slip.code])).toBeNull();
      },
    ),
    { numRuns: 150, seed: SEED },
  );
  expect(tried).toBeGreaterThan(75);
});

it('reads the same from files whose formulas carry no values', async () => {
  const samples = fc.sample(fc.tuple(sheetArbitrary, layoutArbitrary), { numRuns: 4, seed: SEED });
  for (const [sheet, layout] of samples) {
    const laid = layOut(
      { ...sheet, formulas: true },
      toLiteral({ ...sheet, formulas: true }),
      layout,
    );
    const { values } = laid.snapshot;
    const recalculate: Recalculate = async ({ sheets }) =>
      sheets.map(({ cells }) =>
        cells.map(({ row, column }) => ({
          at: { row, column },
          value: values[row]?.[column] ?? null,
        })),
      );
    const file = await openWorkbookFile(xlsxOf(laid.snapshot), 'a.xlsx', { recalculate });
    const [snapshot] = (await file.read({ sheets: 'all' })).sheets;
    if (!snapshot) throw new Error('no sheet');
    expect(misreading({ ...laid, snapshot })).toBeNull();
    expect(misjudgement({ ...laid, snapshot }, null, [])).toBeNull();
  }
});
