/**
 * Recalculation, small: the functions that the product writes and a few that its users do. A formula
 * with anything else keeps the value it last showed, and so does one in a circle.
 */
import { readAddress } from './addresses';
import type { BookModel } from './bookModel';
import type { Content } from './enteredText';
import { keyOf, type SheetModel } from './sheetModel';

type Value = number | string | boolean | null;
type Arg = Value | Value[];

/** Brings every formula of the workbook up to date. */
export function recalculate(book: BookModel): void {
  if (!book.sheets.some((sheet) => sheet.stale)) return;
  const done = new Set<Content>();
  for (const sheet of book.sheets) {
    sheet.stale = false;
    for (const content of sheet.contents.values())
      if (content.formula !== undefined) settle(book, sheet, content, done);
  }
}

class Unknown extends Error {}
class CellError extends Error {}

function settle(book: BookModel, sheet: SheetModel, content: Content, done: Set<Content>): void {
  if (content.formula === undefined || done.has(content)) return;
  done.add(content);
  try {
    const value = new Formula(content.formula, book, sheet, done).value();
    content.value = value ?? 0;
    content.kind =
      typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'text' : 'number';
  } catch (error) {
    if (error instanceof Unknown) return;
    if (!(error instanceof CellError)) throw error;
    content.value = error.message;
    content.kind = 'error';
  }
}

const tokens =
  /\s*(?:("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(])|([A-Z][A-Z.]*)\(|(\d+(?:\.\d+)?)|(#[A-Z/0!?]+)|(<>|<=|>=|[-+*/^&=<>(),%])|(\S+))/uy;

interface Token {
  kind: 'text' | 'reference' | 'call' | 'number' | 'error' | 'sign' | 'end';
  text: string;
  sheet?: string | undefined;
}

class Formula {
  private readonly list: Token[];
  private at = 0;

  constructor(
    text: string,
    private readonly book: BookModel,
    private readonly sheet: SheetModel,
    private readonly done: Set<Content>,
  ) {
    this.list = read(text.slice(1));
  }

  value(): Value {
    const value = single(this.comparison());
    if (this.next.kind !== 'end') throw new Unknown();
    return value;
  }

  private get next(): Token {
    return this.list[this.at] ?? { kind: 'end', text: '' };
  }

  private take(...signs: string[]): string | null {
    const { kind, text } = this.next;
    if (kind !== 'sign' || !signs.includes(text)) return null;
    this.at += 1;
    return text;
  }

  private comparison(): Arg {
    let left: Arg = this.joined();
    for (let sign; (sign = this.take('=', '<>', '<', '>', '<=', '>=')) !== null;)
      left = compare(sign, single(left), single(this.joined()));
    return left;
  }

  private joined(): Arg {
    let left: Arg = this.sum();
    while (this.take('&') !== null) left = show(single(left)) + show(single(this.sum()));
    return left;
  }

  private sum(): Arg {
    let left: Arg = this.product();
    for (let sign; (sign = this.take('+', '-')) !== null;) {
      const right = number(single(this.product()));
      left = sign === '+' ? number(single(left)) + right : number(single(left)) - right;
    }
    return left;
  }

  private product(): Arg {
    let left: Arg = this.unary();
    for (let sign; (sign = this.take('*', '/')) !== null;) {
      const right = number(single(this.unary()));
      if (sign === '/' && right === 0) throw new CellError('#DIV/0!');
      left = sign === '*' ? number(single(left)) * right : number(single(left)) / right;
    }
    return left;
  }

  private unary(): Arg {
    if (this.take('-') !== null) return -number(single(this.unary()));
    if (this.take('+') !== null) return this.unary();
    const value = this.primary();
    return this.take('%') === null ? value : number(single(value)) / 100;
  }

  private primary(): Arg {
    const token = this.next;
    this.at += 1;
    switch (token.kind) {
      case 'number':
        return Number(token.text);
      case 'text':
        return token.text.slice(1, -1).replace(/""/g, '"');
      case 'error':
        throw new CellError(token.text);
      case 'reference':
        return this.cells(token);
      case 'call':
        return this.call(token.text);
      default: {
        if (token.text !== '(') throw new Unknown();
        const inner = this.comparison();
        if (this.take(')') === null) throw new Unknown();
        return inner;
      }
    }
  }

  private call(name: string): Arg {
    const args: (() => Arg)[] = [];
    const known = functions[name];
    if (!known) throw new Unknown();
    if (this.take(')') !== null) return known([]);
    do {
      let result: Arg | Error;
      try {
        result = this.comparison();
      } catch (error) {
        // Errors matter only when the argument is looked at; the rest of the formula must be read on.
        if (!(error instanceof CellError)) throw error;
        result = error;
      }
      args.push(() => {
        if (result instanceof Error) throw result;
        return result;
      });
    } while (this.take(',') !== null);
    if (this.take(')') === null) throw new Unknown();
    return known(args);
  }

  private cells(token: Token): Arg {
    const bare = token.sheet?.replace(/^'|'?!$/g, '').replace(/''/g, "'");
    const sheet = bare === undefined ? this.sheet : this.book.find(bare);
    if (!sheet) throw new CellError('#REF!');
    const area = readAddress(token.text);
    const values: Value[] = [];
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        const content = sheet.contents.get(keyOf(row, column));
        if (content) settle(this.book, sheet, content, this.done);
        if (content?.kind === 'error') throw new CellError(String(content.value));
        values.push(content?.value ?? null);
      }
    return token.text.includes(':') ? values : (values[0] ?? null);
  }
}

function read(text: string): Token[] {
  const list: Token[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.length) {
    const match = tokens.exec(text);
    if (!match) break;
    const [, quoted, sheet, reference, call, digits, error, sign] = match;
    if (quoted !== undefined) list.push({ kind: 'text', text: quoted });
    else if (reference !== undefined) list.push({ kind: 'reference', text: reference, sheet });
    else if (call !== undefined) list.push({ kind: 'call', text: call });
    else if (digits !== undefined) list.push({ kind: 'number', text: digits });
    else if (error !== undefined) list.push({ kind: 'error', text: error });
    else if (sign !== undefined) list.push({ kind: 'sign', text: sign });
    else throw new Unknown();
  }
  return list;
}

const flat = (args: (() => Arg)[]) => args.flatMap((arg) => arg());
const numbers = (args: (() => Arg)[]) =>
  flat(args).filter((value): value is number => typeof value === 'number');
const truth = (arg: (() => Arg) | undefined) => Boolean(single(arg?.() ?? null));

const functions: Record<string, (args: (() => Arg)[]) => Arg> = {
  SUM: (args) => numbers(args).reduce((sum, value) => sum + value, 0),
  COUNT: (args) => numbers(args).length,
  COUNTA: (args) => flat(args).filter((value) => value !== null).length,
  MIN: (args) => Math.min(...numbers(args)),
  MAX: (args) => Math.max(...numbers(args)),
  IF: ([test, yes, no]) => (truth(test) ? (yes?.() ?? null) : no ? no() : false),
  OR: (args) => flat(args).some(Boolean),
  AND: (args) => flat(args).every(Boolean),
  NOT: ([arg]) => !truth(arg),
  ISNUMBER: ([arg]) => typeof single(arg?.() ?? null) === 'number',
  ROUND: ([value, places]) => {
    const factor = 10 ** number(single(places?.() ?? 0));
    const scaled = number(single(value?.() ?? 0)) * factor;
    return (Math.sign(scaled) * Math.round(Math.abs(scaled) + 1e-9)) / factor;
  },
};

function single(value: Arg): Value {
  if (Array.isArray(value)) throw new Unknown();
  return value;
}

function number(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return 0;
  throw new CellError('#VALUE!');
}

function show(value: Value): string {
  return value === null ? '' : String(value).replace('.', ',');
}

function compare(sign: string, left: Value, right: Value): boolean {
  const blank = (other: Value) => (typeof other === 'string' ? '' : 0);
  const a = left ?? blank(right);
  const b = right ?? blank(left);
  const order = typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a < typeof b ? -1 : 1;
  if (sign === '=') return order === 0;
  if (sign === '<>') return order !== 0;
  if (sign === '<') return order < 0;
  if (sign === '>') return order > 0;
  return sign === '<=' ? order <= 0 : order >= 0;
}
