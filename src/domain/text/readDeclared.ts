/**
 * What a unit declares for a criterion, as it is typed into one cell: "Có", "Không áp dụng", "3",
 * "42,5%", "7904/14835", "a=3; b=5". Read, not judged: whether it suits the rule is the rule's business.
 */
import type { Points } from '../points';
import { readNumber } from './readNumber';
import { foldText, plainText } from './vietnamese';

export type Declared =
  | { kind: 'blank' }
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'notApplicable' }
  | { kind: 'number'; value: Points }
  | { kind: 'percent'; value: Points }
  | { kind: 'ratio'; numerator: Points; denominator: Points }
  /** Several, in the order typed; `name` is "" where none was given, `text` is what stands after it. */
  | { kind: 'list'; items: { name: string; text: string; declared: Declared }[] }
  | { kind: 'unreadable' };

const WORDS: readonly ['yes' | 'no' | 'notApplicable', RegExp][] = [
  ['notApplicable', /^(không áp dụng|k\.?a\.?d|kad|n\/a)$/u],
  ['no', /^(không|không có|không đạt|chưa|chưa có|chưa đạt|chưa thực hiện|no)$/u],
  ['yes', /^(có|đạt|đã có|đã thực hiện|đầy đủ|x|yes)$/u],
];

/** Never throws; what cannot be read is said to be so. */
export function readDeclared(text: string): Declared {
  const isList = /[;\n]/.test(text.trim()) || /^[a-z][a-z0-9_]*\s*=/i.test(plainText(text));
  return isList ? readList(text) : readOne(plainText(text));
}

function readList(text: string): Declared {
  const items = text
    .split(/[;\n]/)
    .map(plainText)
    .filter((part) => part !== '')
    .map((part) => {
      const named = /^([a-z][a-z0-9_]{0,15})\s*[=:]\s*(.+)$/i.exec(part);
      const said = named?.[2] ?? part;
      return { name: named?.[1]?.toLowerCase() ?? '', text: said, declared: readOne(said) };
    });
  const unreadable = items.some((item) => item.declared.kind === 'unreadable');
  return unreadable || items.length === 0 ? { kind: 'unreadable' } : { kind: 'list', items };
}

function readOne(line: string): Declared {
  if (line === '') return { kind: 'blank' };
  const word = WORDS.find(([, words]) => words.test(foldText(line)));
  if (word) return { kind: word[0] };
  const ratio = /^([\d., ]+)\s*\/\s*([\d., ]+)$/.exec(line);
  if (ratio) {
    const numerator = readCount(ratio[1] ?? '');
    const denominator = readCount(ratio[2] ?? '');
    return numerator && denominator
      ? { kind: 'ratio', numerator, denominator }
      : { kind: 'unreadable' };
  }
  const reading = readNumber(line);
  if (reading.kind === 'percent') return { kind: 'percent', value: reading.points };
  if (reading.kind === 'number') return { kind: 'number', value: reading.points };
  return { kind: 'unreadable' };
}

/** In a ratio a dot before three digits groups thousands: files are counted whole. */
function readCount(text: string): Points | null {
  const reading = readNumber(text);
  if (reading.kind === 'number') return reading.points;
  return reading.kind === 'ambiguous' ? (reading.candidates[0] ?? null) : null;
}
