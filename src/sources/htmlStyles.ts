/**
 * The little of CSS that tells levels apart: bold, indent, and the number format that Excel writes into
 * its clipboard. Class rules of a style sheet and the element's own style; nothing else of CSS.
 */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export interface CellStyle {
  bold: boolean;
  /** Steps. */
  indent: number;
  date: boolean;
}

/** Declarations by class name (".xl65" → "font-weight:700;…") or tag. */
export type StyleSheet = Map<string, string>;

const PLAIN: CellStyle = { bold: false, indent: 0, date: false };

/** Points of margin or padding that make one step. */
const POINTS_PER_STEP = 9;
const MOST_RULES = 5_000;

export function readStyleSheet(css: string, into: StyleSheet): void {
  const rules = /([^{}]{1,500})\{([^{}]{0,5000})\}/g;
  for (let rule = rules.exec(css); rule && into.size < MOST_RULES; rule = rules.exec(css)) {
    for (const selector of (rule[1] ?? '').split(',')) {
      const name = /^\s*(?:<!--)?\s*([a-z]*)(\.[\w-]+)?\s*$/i.exec(selector);
      const key = (name?.[2] ?? name?.[1] ?? '').toLowerCase();
      if (key !== '') into.set(key, `${into.get(key) ?? ''};${rule[2] ?? ''}`);
    }
  }
}

/** @param inherited of the element around it: bold passes on, indent does not */
export function styleOf(
  element: Tree.Element,
  styles: StyleSheet,
  inherited: CellStyle = PLAIN,
): CellStyle {
  const own = (name: string) => element.attrs.find((attr) => attr.name === name)?.value ?? '';
  const classes = own('class').split(/\s+/).filter(Boolean);
  const css = [element.tagName, ...classes.map((name) => `.${name}`)]
    .map((key) => styles.get(key.toLowerCase()) ?? '')
    .concat(own('style'))
    .join(';')
    .toLowerCase();
  return {
    bold: boldOf(element.tagName, css) ?? inherited.bold,
    indent: indentOf(css),
    date:
      inherited.date ||
      /mso-number-format:\s*"?[^;]*(d{1,4}[^a-z;]+m|m{1,4}[^a-z;]+[dy]|short date)/.test(css),
  };
}

function boldOf(tagName: string, css: string): boolean | null {
  const weights = [...css.matchAll(/font-weight:\s*(bold|bolder|normal|lighter|\d{3})/g)];
  const weight = weights.at(-1)?.[1];
  if (weight) return weight.startsWith('bold') || Number(weight) >= 600;
  return ['b', 'strong', 'th'].includes(tagName) ? true : null;
}

function indentOf(css: string): number {
  const counted = [...css.matchAll(/mso-char-indent-count:\s*(\d{1,2})/g)].at(-1)?.[1];
  if (counted) return Number(counted);
  // The last rule is the element's own.
  const length = [
    ...css.matchAll(/(?:margin|padding)-left:\s*([\d.]{1,8})\s*(pt|px|cm|in|em)/g),
  ].at(-1);
  if (!length) return 0;
  const inPoints = { pt: 1, px: 0.75, cm: 28.35, in: 72, em: 12 }[length[2] ?? 'pt'] ?? 1;
  return Math.min(9, Math.floor((Number(length[1]) * inPoints) / POINTS_PER_STEP));
}
