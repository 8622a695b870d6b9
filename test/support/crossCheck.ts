/** Every formula of a workbook against LibreOffice: what the core wrote must be what the formula gives. */
import { formulaCells, recalculate, type FormulaCell } from './libreOffice';

export interface CrossCheck {
  /** How many formulas were held against each other. */
  formulas: number;
  /** One line for each that differs; empty when all agree. */
  differences: string[];
}

const TOLERANCE = 1e-9;

export async function crossCheck(xlsx: Uint8Array): Promise<CrossCheck> {
  const written = await formulaCells(xlsx);
  const computed = new Map((await recalculate(xlsx)).map((cell) => [keyOf(cell), cell.value]));
  const differences = written
    .filter((cell) => !agree(cell.value, computed.get(keyOf(cell))))
    .map((cell) => {
      const theirs = JSON.stringify(computed.get(keyOf(cell)));
      return `${keyOf(cell)} =${cell.formula}: written ${JSON.stringify(cell.value)}, LibreOffice ${theirs}`;
    });
  return { formulas: written.length, differences };
}

function keyOf(cell: FormulaCell): string {
  return `${cell.sheet}!${cell.address}`;
}

function agree(ours: FormulaCell['value'], theirs: FormulaCell['value'] | undefined): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) < TOLERANCE;
  return JSON.stringify(ours) === JSON.stringify(theirs);
}
