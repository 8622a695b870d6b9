/**
 * Numbers that Word counts itself: "1.1.2" before a criterion is often no text at all but a list level.
 * Read from numbering.xml, counted in the order of the paragraphs.
 */
import { readXml } from './xmlEvents';

interface Level {
  start: number;
  format: string;
  /** "%1.%2." */
  pattern: string;
}

export interface Numbering {
  /** Level by list ("numId") and depth. */
  levels: Map<string, Level[]>;
}

export const NO_NUMBERING: Numbering = { levels: new Map() };

/** @returns null when the part cannot be read */
export function readNumbering(bytes: Uint8Array): Numbering | null {
  const abstract = new Map<string, Level[]>();
  const levels = new Map<string, Level[]>();
  let within: Level[] | null = null;
  let level: Level | null = null;
  let list: string | null = null;
  const ok = readXml(bytes, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum')
        abstract.set(attributes['w:abstractNumId'] ?? '', (within = []));
      if (name === 'w:num') list = attributes['w:numId'] ?? '';
      if (name === 'w:abstractNumId' && list !== null)
        levels.set(
          list,
          (abstract.get(value) ?? []).map((each) => ({ ...each })),
        );
      if (name === 'w:lvl' && within)
        within[Number(attributes['w:ilvl'] ?? 0)] = level = {
          start: 1,
          format: 'decimal',
          pattern: '',
        };
      if (level && name === 'w:start') level.start = Number(value);
      if (level && name === 'w:numFmt') level.format = value;
      if (level && name === 'w:lvlText') level.pattern = value;
    },
    close(name) {
      if (name === 'w:lvl') level = null;
      if (name === 'w:abstractNum') within = null;
      if (name === 'w:num') list = null;
    },
    text() {},
  });
  return ok ? { levels } : null;
}

/** Counts paragraphs of lists and words their numbers; one for each document. */
export function numberer(numbering: Numbering): (list: string, depth: number) => string {
  const counts = new Map<string, number[]>();
  return (list, depth) => {
    const levels = numbering.levels.get(list);
    const level = levels?.[depth];
    if (!levels || !level) return '';
    const at = counts.get(list) ?? [];
    counts.set(list, at);
    for (let upper = 0; upper < depth; upper += 1) at[upper] ??= levels[upper]?.start ?? 1;
    at[depth] = at[depth] === undefined ? level.start : at[depth] + 1;
    at.length = depth + 1;
    if (level.format === 'bullet') return '-';
    if (level.format === 'none') return '';
    return level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const which = Number(digit) - 1;
      return worded(at[which] ?? 1, levels[which]?.format ?? 'decimal');
    });
  };
}

function worded(number: number, format: string): string {
  if (format === 'lowerLetter') return letters(number);
  if (format === 'upperLetter') return letters(number).toUpperCase();
  if (format === 'lowerRoman') return roman(number).toLowerCase();
  if (format === 'upperRoman') return roman(number);
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number);
}

function letters(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
}

function roman(number: number): string {
  const steps: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = Math.min(number, 89);
  let text = '';
  for (const [worth, sign] of steps)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
}
