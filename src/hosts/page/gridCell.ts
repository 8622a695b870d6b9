/**
 * From a cell as the grid holds it to what a person wrote into it. Pure.
 *
 * Rule: the grid's own type of a value decides, never the look of the value, so that text that looks
 * like a number reaches the file as text.
 */
import type { ICellData, Nullable } from '@univerjs/presets';
import type { CellWrite } from '../../workbook/patch';
import type { CellValue } from '../../workbook/snapshot';
import { cellType } from './gridData';

/** @param formula the cell's formula with its "=", as the grid resolves shared ones; "" for none */
export function writtenIn(cell: Nullable<ICellData>, formula: string): CellWrite {
  const value = valueIn(cell);
  return formula === '' ? { value } : { formula, value };
}

export function valueIn(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  const text = richText(cell);
  if (text !== null) return text;
  const { v, t } = cell;
  if (v === undefined || v === null || v === '') return null;
  if (isErrorText(v) && (cell.f || cell.si)) return { error: String(v) };
  switch (t) {
    case cellType.number:
      return Number(v);
    case cellType.boolean:
      return v === 1 || v === true || v === '1';
    case cellType.text:
    case cellType.forcedText:
      return String(v);
    default:
      return v;
  }
}

const errors = /^#(REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|ERROR!|CYCLE!)$/;

function isErrorText(value: unknown): boolean {
  return typeof value === 'string' && errors.test(value);
}

/** Text with line breaks is kept by the grid as a small document that ends with "\r\n". */
function richText(cell: ICellData): string | null {
  const stream = cell.p?.body?.dataStream;
  if (stream === undefined) return null;
  return stream.replace(/\r\n$/, '').replace(/\r/g, '\n');
}
