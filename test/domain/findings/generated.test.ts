/**
 * A correct sheet gives no finding; each single slip gives exactly its finding. A slip is named with the
 * code it must give and does nothing where the sheet has no place for it.
 */
import fc from 'fast-check';
import { checkScoreSheet } from '../../../src/domain/findings/checkScoreSheet';
import type { Framework } from '../../../src/domain/framework/framework';
import { scoreSheetOf, type SheetLiteral } from '../../support/scoreSheetFactory';
import {
  frameworkOf,
  leavesOf,
  sheetArbitrary,
  toLiteral,
} from '../../support/scoreSheetGenerator';
import { slips } from '../../support/scoreSheetSlips';

const RUNS = 40;

const check = (literal: SheetLiteral, framework: Framework | null = null) =>
  checkScoreSheet({ sheet: scoreSheetOf(literal), framework, base: null });

it('a correct sheet gives no finding, with and without its framework', () => {
  fc.assert(
    fc.property(sheetArbitrary, (sheet) => {
      expect(check(toLiteral(sheet))).toEqual([]);
      expect(check(toLiteral(sheet), frameworkOf(sheet))).toEqual([]);
    }),
    { numRuns: RUNS * 5 },
  );
});

describe('each single slip gives exactly its finding', () => {
  it.each(slips.map((slip) => [slip.name, slip] as const))('%s', (_, slip) => {
    let tried = 0;
    fc.assert(
      fc.property(sheetArbitrary, fc.nat(), (sheet, pick) => {
        const leaves = leavesOf(sheet);
        const leaf = leaves[pick % leaves.length];
        const literal = leaf ? slip.make(sheet, leaf) : null;
        if (!literal) return;
        tried += 1;
        const framework = slip.withFramework === true ? frameworkOf(sheet) : null;
        expect(check(literal, framework).map((finding) => finding.code)).toEqual([slip.code]);
      }),
      { numRuns: RUNS },
    );
    expect(tried).toBeGreaterThan(RUNS / 20);
  });
});
