/** Addresses as Excel reads and prints them: cells, whole rows, whole columns, with or without a sheet. */
import { fail } from './hostObject';
import { columnIndex, letters } from './shiftReferences';

export const rowLimit = 1_048_576;
export const columnLimit = 16_384;

/** Zero-based, both ends included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export const wholeSheet: Area = { top: 0, left: 0, bottom: rowLimit - 1, right: columnLimit - 1 };

/** Longer addresses are refused, as documented. */
const longestAddress = 8192;

export function readAddress(address: string): Area {
  if (address.length > longestAddress) fail('InvalidArgument', 'address over 8,192 characters');
  const text = address.replace(/^.*!/, '').replace(/\$/g, '').toUpperCase();
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(text);
  if (cells) {
    const [, a = '', r = '', b = a, s = r] = cells;
    const rows = [Number(r) - 1, Number(s) - 1];
    const columns = [columnIndex(a), columnIndex(b)];
    return {
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: Math.min(...columns),
      right: Math.max(...columns),
    };
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(text);
  if (columns)
    return {
      ...wholeSheet,
      left: columnIndex(columns[1] ?? ''),
      right: columnIndex(columns[2] ?? ''),
    };
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  if (rows) return { ...wholeSheet, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 };
  return fail('InvalidArgument', `address ${address}`);
}

export function printAddress(area: Area): string {
  if (area.top === 0 && area.bottom === rowLimit - 1)
    return `${letters(area.left)}:${letters(area.right)}`;
  if (area.left === 0 && area.right === columnLimit - 1)
    return `${area.top + 1}:${area.bottom + 1}`;
  const first = `${letters(area.left)}${area.top + 1}`;
  const last = `${letters(area.right)}${area.bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

export function sheetPrefix(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name);
  return plain ? `${name}!` : `'${name.replace(/'/g, "''")}'!`;
}

export function overlaps(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left &&
    inner.right <= outer.right
  );
}
