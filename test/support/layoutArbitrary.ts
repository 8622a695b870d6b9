/** Arbitrary layouts of a score sheet, as plain choices; `layoutGenerator` carries them out. */
import fc from 'fast-check';
import type { ColumnRole } from '../../src/domain/scoring/scoreSheet';

export interface Layout {
  /** Blank rows above and blank columns before. */
  top: number;
  left: number;
  /** Lines of the title block, and blank rows beneath it. */
  title: number;
  gap: number;
  mergeTitle: boolean;
  headerRows: number;
  mergeHeader: boolean;
  group: 'none' | 'scores' | 'all';
  numbers: 'none' | 'bracketed' | 'plain' | 'letters';
  /** Picks among the words for headers and sums. */
  words: number;
  order: ColumnRole[];
  extras: { at: number; what: number }[];
  hideForeign: boolean;
  noCode: boolean;
  noDeduction: boolean;
  noOpinion: boolean;
  selfOnly: boolean;
  areaStyle:
    'decimal' | 'roman' | 'romanRestart' | 'romanAgain' | 'bold' | 'merged' | 'romanMerged';
  capitals: boolean;
  boldParents: boolean;
  codeStyle: 'plain' | 'dot' | 'paren' | 'words';
  totalAbove: boolean;
  labelInCode: boolean;
  subtotals: boolean;
  index: boolean;
  blankBetween: number;
  /** After so many rows the header stands again; 0 for never. */
  repeatHeader: number;
  areaTable: 'none' | 'below' | 'beside';
  notes: number;
  noteInFirst: boolean;
  signature: boolean;
}

const often = (probability: number) => fc.nat({ max: 99 }).map((n) => n < probability * 100);

const tail: readonly ColumnRole[] = [
  'max',
  'self',
  'appraised1',
  'deduction',
  'opinion',
  'responsible',
];

const orderArbitrary = fc.oneof(
  { weight: 3, arbitrary: fc.constant<ColumnRole[]>(['code', 'name', ...tail]) },
  {
    weight: 2,
    arbitrary: fc
      .shuffledSubarray([...tail], { minLength: tail.length })
      .map((rest): ColumnRole[] => ['code', 'name', ...rest]),
  },
  { weight: 1, arbitrary: fc.constant<ColumnRole[]>(['name', 'code', ...tail]) },
);

export const layoutArbitrary: fc.Arbitrary<Layout> = fc.record({
  top: fc.nat({ max: 2 }),
  left: fc.nat({ max: 2 }),
  title: fc.nat({ max: 8 }),
  gap: fc.nat({ max: 1 }),
  mergeTitle: fc.boolean(),
  headerRows: fc.integer({ min: 1, max: 3 }),
  mergeHeader: often(0.8),
  group: fc.constantFrom('none' as const, 'scores' as const, 'all' as const),
  numbers: fc.constantFrom(
    'none' as const,
    'bracketed' as const,
    'plain' as const,
    'letters' as const,
  ),
  words: fc.nat({ max: 5000 }),
  order: orderArbitrary,
  extras: fc.array(fc.record({ at: fc.nat({ max: 7 }), what: fc.nat({ max: 8 }) }), {
    maxLength: 3,
  }),
  hideForeign: fc.boolean(),
  noCode: often(0.15),
  noDeduction: often(0.15),
  noOpinion: often(0.15),
  selfOnly: often(0.1),
  areaStyle: fc.constantFrom(
    'decimal',
    'roman',
    'romanRestart',
    'romanAgain',
    'bold',
    'merged',
    'romanMerged',
  ),
  capitals: fc.boolean(),
  boldParents: fc.boolean(),
  codeStyle: fc.constantFrom('plain', 'plain', 'dot', 'paren', 'words'),
  totalAbove: often(0.2),
  labelInCode: fc.boolean(),
  subtotals: often(0.25),
  index: often(0.25),
  blankBetween: fc.constantFrom(0, 0, 0, 1),
  repeatHeader: fc.constantFrom(0, 0, 0, 5, 9),
  areaTable: fc.constantFrom('none', 'none', 'below', 'beside'),
  notes: fc.nat({ max: 5 }),
  noteInFirst: fc.boolean(),
  signature: fc.boolean(),
});
