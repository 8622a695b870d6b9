/** Which layouts a slip can show itself in: those that keep every cell it is about. */
import type { Layout } from './layoutArbitrary';
import type { Cell, SheetLiteral } from './scoreSheetFactory';
import { rowsOf, type GeneratedSheet } from './scoreSheetGenerator';
import type { Slip } from './scoreSheetSlips';

/** The layout with all columns, and no sum that would repeat the slip. */
export function slipLayout(layout: Layout): Layout {
  const areaStyle =
    layout.areaStyle === 'romanMerged' || layout.areaStyle === 'merged'
      ? 'roman'
      : layout.areaStyle;
  return {
    ...layout,
    noCode: false,
    noDeduction: false,
    noOpinion: false,
    selfOnly: false,
    subtotals: false,
    index: false,
    areaTable: 'none',
    areaStyle,
  };
}

/** Slips in codes need codes as they were typed; those that drop rows cannot be laid out by the tree. */
export function suits(
  slip: Slip,
  literal: SheetLiteral,
  sheet: GeneratedSheet,
  layout: Layout,
): boolean {
  if (literal.rows.length !== rowsOf(sheet).length) return false;
  // What the max beside it tells apart has no two readings.
  if (slip.code === 'figure-ambiguous') return false;
  // No cell holds a number with two dots.
  const isNumber = (cell: Cell) =>
    typeof cell === 'object' && cell !== null && 'numberCode' in cell;
  if (literal.rows.some(([code]) => isNumber(code ?? null) && Number.isNaN(Number(numberOf(code)))))
    return false;
  const aboutCodes = slip.code.startsWith('code-') || slip.withFramework === true;
  return !aboutCodes || (layout.areaStyle === 'decimal' && layout.codeStyle === 'plain');
}

function numberOf(cell: Cell | undefined): string {
  return typeof cell === 'object' && cell !== null && 'numberCode' in cell ? cell.numberCode : '';
}
