/**
 * Formulas in words and signs: "(b/a) × điểm tối đa", "Tỷ lệ % × 1,5", "số hồ sơ đúng hạn/tổng số hồ sơ ×
 * điểm tối đa". What a formula is, is found out by computing it: one that gives the same as part ÷ whole ×
 * max for several figures is that rule, however it is written.
 */
import { points, type Points } from '../../points';
import { computeExpression } from '../../scoring/expression';
import { sliceClause, type Clause } from './clauses';
import { CONDITIONAL, isTelling, saysFault } from './tellingWords';
import { FIGURE } from './worth';

export type Formula =
  /** part ÷ whole × max. `letters`: the part's, then the whole's, where they have names. */
  | { kind: 'ratio'; letters: [string, string] | null; assumed: boolean; inWords: boolean }
  /** From nothing at `floor` per cent to all at `full`. */
  | { kind: 'spread'; letters: [string, string] | null; floor: Points; full: Points }
  /** Another one, over declared figures. */
  | { kind: 'other'; names: string[]; formula: string };

export interface FormulaReading {
  /** What stands before it: "Từ 80% trở lên tính theo công thức" → "Từ 80% trở lên". */
  condition: Clause;
  formula: Formula;
}

/** @param max of the criterion, when known: a factor may be written as its figure */
export function readFormula(clause: Clause, max: Points | null): FormulaReading | null {
  return inSigns(clause, max) ?? inWords(clause);
}

const PROPORTIONAL =
  /(?:^|[\s:→,]+)(?:thì )?(?:được )?(?:(?:điểm đánh giá|điểm số|số điểm|điểm) )?(?:được )?(?:(?:tính|chấm|cho|đánh giá)(?: điểm)?(?: đánh giá)?|điểm) (?:theo |tương ứng |tỷ lệ thuận |tương đương )(?:với |theo )*tỷ lệ(?: %)?(?: [^\d:;×*/+=]{0,80})?$/u;

/** "tính điểm theo tỷ lệ hoàn thành". */
function inWords(clause: Clause): FormulaReading | null {
  const found = PROPORTIONAL.exec(clause.key);
  if (!found || isTelling(found[0].replace(POINTS_BY, ' '))) return null;
  const formula: Formula = { kind: 'ratio', letters: null, assumed: false, inWords: true };
  return { condition: sliceClause(clause, 0, found.index), formula };
}

/** What leads to the rate itself. */
const POINTS_BY = /^.*?(?:theo |tương ứng |thuận |tương đương )/u;

/** The longest ending that is a formula, after what may lead to one. */
function inSigns(clause: Clause, max: Points | null): FormulaReading | null {
  const { key } = clause;
  if (!/[×*/]|nhân |(?<=[\s)\d])x(?=[\s(\d])/u.test(key)) return null;
  for (const start of startsOf(key)) {
    const ending = key.slice(start);
    // "tỷ lệ trễ hạn × điểm tối đa" gives the most for the worst.
    if (CONDITIONAL.test(ending) || saysFault(ending)) continue;
    // "điểm tối đa - lấy b/a × …": what goes on from a figure is no whole formula.
    if (GOES_ON.test(key.slice(0, start))) continue;
    const written = formulaText(ending);
    const formula = written === null ? null : recognise(written, max);
    if (formula) return { condition: withoutLead(sliceClause(clause, 0, start)), formula };
  }
  return null;
}

/** The beginning, and behind each ":", "=", "thì", "là", "công thức". */
function startsOf(key: string): number[] {
  const leads = [...key.matchAll(/[:=→]|(?<!\p{L})(?:thì|là|công thức|bằng|lấy)(?!\p{L})/gu)];
  return [0, ...leads.map((lead) => lead.index + lead[0].length)].slice(0, 12);
}

const GOES_ON = /[-+×*/]\s*(?:lấy|bằng|là)?\s*$|điểm tối đa\s*(?:trừ|[-+])/u;

const LEAD =
  /(?:^|[\s:=→,])(?:thì|là|bằng|công thức|theo|được|tính|chấm|điểm|số|đánh giá|điểm số|xác định|như sau|cách|sau|lấy)$|[:=→,]$/u;

function withoutLead(clause: Clause): Clause {
  let end = clause.key.length;
  for (let i = 0; i < 12; i += 1) {
    const rest = clause.key.slice(0, end).trimEnd();
    const found = LEAD.exec(rest);
    if (!found) return sliceClause(clause, 0, rest.length);
    end = found.index;
  }
  return sliceClause(clause, 0, end);
}

const MAX_WORDS =
  /(?:tổng )?(?:số )?điểm (?:tối đa|chuẩn)(?: của (?:tiêu chí|tctp|tiêu chí thành phần)(?: này)?)?|thang điểm/gu;
const TIMES = /(?<=[\s)\]\d%])(?:x|×)(?=[\s([\d]|max)/gu;
/** "số hồ sơ đúng hạn / tổng số hồ sơ". */
const WORD_RATIO = /[\p{L}][\p{L}\s,]{1,150}? ?\/ ?tổng [\p{L}\s,]{2,150}/gu;
const RATE_WORDS = /(?:tỷ lệ|tỉ lệ|tỷ số)(?: ?%)?(?: [\p{L}\s]{0,120}|$| )/gu;

/** In the signs of our expressions, `r` standing for a ratio that is named in words; null when it is none. */
function formulaText(ending: string): string | null {
  if (ending.length > 300) return null;
  const text = ` ${ending} `
    .replace(MAX_WORDS, ' max ')
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(TIMES, ' * ')
    .replace(/ nhân (?:với )?/gu, ' * ')
    .replace(/×/g, ' * ')
    .replace(/(?:^|(?<=[\s*/(]))max(?=\s)/gu, 'MAX')
    .replace(WORD_RATIO, ' R ')
    .replace(RATE_WORDS, ' R ')
    .replace(/MAX/g, 'max')
    .replace(/ R /g, ' r ')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .replace(/ ?(?:điểm|đ)\s*$/u, ' ')
    .trim();
  const names = text.match(/\p{L}+/gu) ?? [];
  const known = names.every((name) => name === 'max' || /^[a-wyz]$/.test(name));
  if (!known || names.length === 0 || !/^[\d\sa-z.()*/+%-]+$/.test(text)) return null;
  if (!/[*/]/.test(text) || !/r|[a-z] ?\/|\/ ?\(? ?[a-z]/.test(text)) return null;
  return text;
}

const SAMPLES: readonly [number, number, string][] = [
  [40, 13, '2'],
  [90, 77, '1.5'],
  [7, 5, '3'],
  [250, 3, '0.5'],
];

function recognise(written: string, max: Points | null): Formula | null {
  const names = [...new Set(written.match(/(?<![a-z])[a-z](?![a-z])/g) ?? [])].sort();
  const saysMax = /max/.test(written);
  // A figure in place of "điểm tối đa" can be held against the maximum only when that is known.
  const factor = saysMax || max ? null : lastFactor(written);
  if (!saysMax && !max && !factor) return null;
  const scale = (sample: string) =>
    saysMax && !max ? points(sample) : (max ?? factor ?? points(1));
  const same = (part: string, whole: string, expected: (ratio: Points, all: Points) => Points) =>
    percentMeanings(written).some(([text, rate]) =>
      SAMPLES.every(([a, b, sample]) => {
        const all = scale(sample);
        const figures = new Map([
          [whole, points(a)],
          [part, points(b)],
        ]);
        const ratio = points(b).div(a);
        const value = compute(text, figures, ratio.times(rate), all);
        return value !== null && value.minus(expected(ratio, all)).abs().lt('0.0000001');
      }),
    );
  const ratio = (part: Points, all: Points) => part.times(all);
  const [first, second] = names;
  const assumed = factor !== null;
  if (names.length === 1 && first === 'r') {
    if (same('_', '_', ratio)) return { kind: 'ratio', letters: null, assumed, inWords: false };
    return spreadOf(written, null, (expected) => same('_', '_', expected));
  }
  if (names.length === 2 && first !== undefined && second !== undefined && !names.includes('r')) {
    for (const letters of [
      [second, first],
      [first, second],
    ] as [string, string][]) {
      if (same(...letters, ratio)) return { kind: 'ratio', letters, assumed, inWords: false };
      const spread = spreadOf(written, letters, (expected) => same(...letters, expected));
      if (spread) return spread;
    }
  }
  return names.length >= 2 && !names.includes('r') && saysMax && names.length <= 6
    ? otherOf(written, names)
    : null;
}

/** "100%" is 1, and "tỷ lệ % … / 100" counts in percent: each formula may be meant in either way. */
function percentMeanings(written: string): [string, number][] {
  const plain = written
    .replace(/(\d+(?:\.\d+)?) ?%/g, '($1/100)')
    .replace(/\) ?%/g, ')/100')
    .replace(/%/g, '');
  return [
    [plain, 1],
    [plain, 100],
  ];
}

function compute(
  text: string,
  figures: ReadonlyMap<string, Points>,
  rate: Points,
  max: Points,
): Points | null {
  const names = new Map([...figures, ['max', max], ['r', rate]] as [string, Points][]);
  const result = computeExpression(text, names);
  return result.ok ? result.value : null;
}

function lastFactor(written: string): Points | null {
  const found = new RegExp(`(?:^|[*] ?)(${FIGURE})(?: ?$| ?[*])`).exec(written)?.[1];
  return found === undefined ? null : points(found);
}

/** (r − floor) ÷ (full − floor) × max, with two of the formula's own figures. */
function spreadOf(
  written: string,
  letters: [string, string] | null,
  same: (expected: (ratio: Points, all: Points) => Points) => boolean,
): Formula | null {
  const found = written.matchAll(/(\d{1,3}(?:\.\d{1,4})?) ?(%)?/g);
  const figures = [...found].map((one) => points(one[1] ?? '0').div(one[2] ? 100 : 1));
  const bounds = [points(0), ...figures].filter((figure) => figure.lte(1)).slice(0, 8);
  for (const floor of bounds)
    for (const full of bounds) {
      if (full.lte(floor) || (floor.eq(0) && full.eq(1))) continue;
      const span = full.minus(floor);
      if (same((ratio, all) => ratio.minus(floor).times(all).div(span)))
        return { kind: 'spread', letters, floor: floor.times(100), full: full.times(100) };
    }
  return null;
}

function otherOf(written: string, names: string[]): Formula | null {
  const formula = written
    .replace(/(\d+(?:\.\d+)?) ?%/g, '($1/100)')
    .replace(/ ?([*/+-]) ?/g, ' $1 ')
    .replace(/\s+/g, ' ')
    .trim();
  const figures = new Map(names.map((name, i) => [name, points(i + 3)]));
  const value = /%/.test(formula) ? null : compute(formula, figures, points(1), points(2));
  return value === null ? null : { kind: 'other', names, formula };
}
