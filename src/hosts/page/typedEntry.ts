/**
 * What a person means by what she types into a cell. The page writes decimals with a comma, as Vietnam
 * does, and takes a dot as well; it never turns a rank ("01/10"), a code or a bullet into anything else.
 *
 * Rule: what could be read in two ways ("1.577" is a decimal or thousands) stays the text that was
 * typed, unless the cell's own limit decides. Text is found by the checks later; a wrong number is not.
 */
export interface TypedCell {
  /** "General", "@", "0.00", "0%", "dd/mm/yyyy" … */
  numberFormat: string;
  /** Largest number that the cell's validation allows, when it has one. */
  ceiling: number | null;
}

/** null stands for an emptied cell. A date becomes the serial number that spreadsheets keep. */
export function readTyped(text: string, cell: TypedCell): string | number | null {
  if (text === '') return null;
  if (cell.numberFormat === '@') return text;
  const line = text.trim().replace(/[−–]/g, '-');
  if (isDateFormat(cell.numberFormat)) return readDate(line) ?? text;
  const percent = cell.numberFormat.includes('%') ? readPercent(line) : null;
  return percent ?? readDecimal(line, cell.ceiling) ?? text;
}

/** How a number is shown in the editor of a cell, so that leaving it unchanged changes nothing. */
export function typedText(value: number, numberFormat: string): string {
  if (isDateFormat(numberFormat)) return writeDate(value);
  if (numberFormat.includes('%')) return `${decimalText(Number((value * 100).toPrecision(15)))}%`;
  return decimalText(value);
}

/** 0.85 → "0,85", with every digit that the number has. */
export function decimalText(value: number): string {
  const text = String(value);
  return /e/.test(text) ? text : text.replace('.', ',');
}

function readDecimal(line: string, ceiling: number | null): number | null {
  const match = /^([-+]?)(\d+)(?:([.,])(\d+))?$/.exec(line);
  if (!match) return readGrouped(line);
  const [, sign = '', whole = '', mark, part = ''] = match;
  if (mark === undefined && whole.length > 1 && whole.startsWith('0')) return null;
  if ((whole + part).length > 15) return null;
  const decimal = Number(`${sign}${whole}.${part}`);
  const mayGroup = mark === '.' && part.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  if (!mayGroup) return decimal;
  const grouped = Number(`${sign}${whole}${part}`);
  if (ceiling === null) return null;
  const decimalFits = Math.abs(decimal) <= ceiling;
  const groupedFits = Math.abs(grouped) <= ceiling;
  if (decimalFits === groupedFits) return null;
  return decimalFits ? decimal : grouped;
}

/** "1.234,5" and "1 234,5"; with two groups or a decimal comma the dots cannot mean anything else. */
function readGrouped(line: string): number | null {
  const match = /^([-+]?)(\d{1,3}(?:[. ]\d{3})+)(?:,(\d+))?$/.exec(line);
  if (!match) return null;
  const [, sign = '', whole = '', part = ''] = match;
  const digits = whole.replace(/[. ]/g, '');
  return (digits + part).length > 15 ? null : Number(`${sign}${digits}.${part}`);
}

/** In a cell of per cents, "85%" and "85" are 0.85; below 1 a number without the sign is the share itself. */
function readPercent(line: string): number | null {
  const signed = line.endsWith('%');
  const number = readDecimal(signed ? line.slice(0, -1).trimEnd() : line, null);
  if (number === null) return null;
  return signed || Math.abs(number) >= 1 ? Number((number / 100).toPrecision(15)) : number;
}

function isDateFormat(numberFormat: string): boolean {
  return /[dy]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

const dayLength = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

/** "1/10/2023", day first; anything else is no date here. */
function readDate(line: string): number | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(line);
  if (!match) return null;
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return (date.getTime() - dayZero) / dayLength;
}

function writeDate(serial: number): string {
  const date = new Date(dayZero + Math.floor(serial) * dayLength);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
