/**
 * A decision's sentence on scoring, taken apart into clauses: "Đạt 100%: 1 điểm; dưới 100%: 0." is two. Two
 * spellings of one sign become one here ("=>", ">=", "≥"), so that everything after reads one language.
 */
import { foldText, plainText } from '../../text/vietnamese';

export interface Clause {
  /** As written, without its bullet, its heading and its final stop. */
  text: string;
  /** The same, folded; each letter stands where it stands in `text`. */
  key: string;
}

const MOST_CLAUSES = 60;
const LONGEST_CLAUSE = 600;

/** @returns null when there is more than a sentence on scoring holds */
export function splitClauses(method: string): Clause[] | null {
  const clauses = method
    .split(/[\r\n\u2028]+/)
    .map((line) => withoutBullet(oneSign(plainText(line.normalize('NFC')))))
    .flatMap(splitLine)
    .map((part) => withoutHeading(clauseOf(part)))
    .filter((clause) => clause.text !== '');
  const tooLong = clauses.some((clause) => clause.text.length > LONGEST_CLAUSE);
  return tooLong || clauses.length > MOST_CLAUSES ? null : clauses;
}

/** A clause of this text; letters of text and key stay side by side. */
export function clauseOf(text: string): Clause {
  const plain = withoutBullet(plainText(text).replace(/[\s.…;,:]+$/, ''));
  const key = foldText(plain);
  return { text: key.length === plain.length ? plain : key, key };
}

/** Part of a clause, trimmed. */
export function sliceClause(clause: Clause, from: number, to = clause.text.length): Clause {
  return clauseOf(clause.text.slice(from, to));
}

function oneSign(line: string): string {
  return (
    line
      .replace(/＝/g, '=')
      .replace(/％/g, '%')
      .replace(/(\d) ?phần trăm/giu, '$1%')
      .replace(/> ?=|≧|⩾/g, '≥')
      .replace(/= ?<|< ?=|≦|⩽/g, '≤')
      .replace(/= ?>(?= ?\d[\d.,]* ?%)/g, '≥')
      .replace(/= ?>|-+>|⇒|➔|⟶/g, '→')
      .replace(/[✕∗]/g, '×')
      // The expected score is shown rounded anyway.
      .replace(ROUNDED, '')
  );
}

/** Up to the next stop, and only where no condition follows. */
const ROUNDED =
  /[\s,]*\(?làm tròn(?:(?!(?:nếu|khi|trừ|cộng|giảm|không|mỗi|thì|điểm)[\s,;)])(?:\d[.,]\d|[^();:.,])){0,80}(?:\)|(?=[.;,])|$)/iu;

function withoutBullet(line: string): string {
  return line
    .replace(/^(?:[-+*•·▪●○◦►✓→]+ ?)+(?=[^\s])/u, '')
    .replace(/^(?:\(?\d{1,2}\)|\d{1,2}\.|[a-zđ]\)) (?=\p{L})/iu, '')
    .trim();
}

/** What introduces a scale and says nothing of it. */
const HEADING =
  /^(?:(?:cách|phương pháp|hướng dẫn|thang|mức|biểu|quy định) (?:tính|chấm|đánh giá)?(?: ?điểm)?|tính điểm|chấm điểm|điểm đánh giá|đánh giá|điểm số|cụ thể|như sau|trong đó|yêu cầu|ghi chú|công thức(?: tính)?)(?: (?:điểm|như sau|cụ thể|là|được tính|được tính như sau|theo công thức))* ?(?:: ?|$)/u;

function withoutHeading(clause: Clause): Clause {
  let rest = clause;
  for (let i = 0; i < 3; i += 1) {
    const heading = HEADING.exec(rest.key)?.[0].length ?? 0;
    if (heading === 0) return rest;
    rest = sliceClause(rest, heading);
  }
  return rest;
}

/** Cut at ";", at full stops, and at what separates two scores ("1 điểm, không: 0"). */
function splitLine(line: string): string[] {
  const parts: string[] = [];
  const key = foldText(line);
  const text = key.length === line.length ? line : key;
  const balanced = isBalanced(text);
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i] ?? '';
    if (letter === '(' || letter === '[') depth += 1;
    if (letter === ')' || letter === ']') depth -= 1;
    if (depth > 0 && balanced) continue;
    const width = cutWidth(text, key, i, from);
    if (width === 0) continue;
    parts.push(text.slice(from, i));
    from = i + width;
    i = from - 1;
  }
  return [...parts, text.slice(from)];
}

/** "… 0,5 điểm nhưng không quá 2 điểm". */
const CEILING =
  /^ \(?(?:nhưng |song |và )?(?:tổng (?:số )?(?:điểm )?)?(?:tối đa |không quá |không vượt quá |tối đa không quá )\d{1,4}(?:[.,]\d{1,4})? ?(?:điểm|đ)\)?(?:[.;,]|$)/u;

/** How many letters a cut at `i` takes away; 0 where there is none. */
function cutWidth(text: string, key: string, i: number, from: number): number {
  const letter = text[i];
  if (letter === ';') return 1;
  if (letter === '.') return /^\. +(?=[\p{L}(+-])/u.exec(text.slice(i, i + 8))?.[0].length ?? 0;
  if (letter !== ',' && letter !== ' ') return 0;
  if (CEILING.test(key.slice(i, i + 60)) && /\d ?(?:điểm|đ)/u.test(key.slice(from, i))) return 1;
  const ahead = text.slice(i, i + 8);
  if (/^ [-+] /.test(ahead) && FORMULA_AHEAD.test(key.slice(i, i + 200))) return 0;
  const mark = /^(?:, +| [-+] +| \/ +(?=\p{L}))/u.exec(ahead)?.[0].length;
  // "… 1 điểm Không: 0": lines that lost their break.
  const width = mark ?? (/^ (?=\p{Lu}(?:\p{Ll}| ))/u.test(ahead) ? 1 : 0);
  return width > 0 && endsWithScore(key.slice(Math.max(from, i - 30), i)) ? width : 0;
}

/** "Điểm tối đa - b/a × điểm tối đa": a sign of a formula, no bullet. */
const FORMULA_AHEAD = /^ [-+] [^;:\n]*(?:[×*]| x |nhân|(?<!\p{L})[a-z] ?\/ ?[a-z](?!\p{L}))/u;

function endsWithScore(key: string): boolean {
  return /(?:điểm|điểm tối đa|\d ?đ|điểm\)|[:→] ?\d[\d.,]*)$/u.test(key);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(' || letter === '[') depth += 1;
    if (letter === ')' || letter === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
