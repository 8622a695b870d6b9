/**
 * Headers of score sheets and of frameworks, recognised by what they mean. Offices name one column in
 * a dozen ways ("Điểm tối đa", "Điểm chuẩn", "Thang điểm"), with or without diacritics, in capitals,
 * over two or three rows; the words are listed here, once, for every reader of tables.
 *
 * Rule kept here: the words that stand first say what a column is ("Ghi chú (lý do trừ điểm)" is a
 * note, "Lý do trừ điểm" an opinion); of two that start together the longer one does.
 */
import { figureRoles, type ColumnRole } from '../scoring/scoreSheet';
import { isOfEarlierPeriod, roundOf, withoutYear } from './scoreHeader';
import { foldBare } from './vietnamese';

export interface HeaderMatch {
  role: ColumnRole;
  /** 1: the header says this and nothing else; from 0.6: mostly this; below: it merely occurs. */
  score: number;
}

/** A header is a label; longer than this it is prose. */
const MOST_WORDS = 40;
const MOST_LETTERS = 300;

/** What a word too common to be sure of is worth. */
const WEAK_SCORE = 0.6;

/** What the header of one cell says; null when it says nothing known. */
export function matchHeader(text: string): HeaderMatch | null {
  if (text.length > MOST_LETTERS) return null;
  const known = matched.get(text);
  if (known !== undefined) return known;
  if (matched.size >= MOST_REMEMBERED) matched.clear();
  const match = readHeaderText(text);
  matched.set(text, match);
  return match;
}

/** One table asks for the same few texts again and again, in every combination of header rows. */
const matched = new Map<string, HeaderMatch | null>();
const MOST_REMEMBERED = 1000;

function readHeaderText(text: string): HeaderMatch | null {
  const words = headerKey(text);
  if (words === '' || words.split(' ').length > MOST_WORDS || NOT_OURS.test(words)) return null;
  if (/%/.test(text) && /^chi so\b/.test(words)) return null;
  const match = ofItsYear(words) ?? matchWords(words);
  return match && isFigure(match) && isOfEarlierPeriod(words) ? null : match;
}

/** A column of places, shares or differences, or of who scored: figures in it are no points of the table. */
export function isNoScore(text: string): boolean {
  return NOT_OURS.test(headerKey(text)) || /%|tỷ lệ|tỉ lệ/iu.test(text.normalize('NFC'));
}

function matchWords(words: string): HeaderMatch | null {
  const strong = bestOf(STRONG, words);
  if (strong) return strong;
  const weak = bestOf(WEAK, words);
  return weak && { ...weak, score: Math.min(weak.score, WEAK_SCORE) };
}

/** A score is no less a score for the year that is named with it; null for everything else. */
function ofItsYear(words: string): HeaderMatch | null {
  const plain = withoutYear(words);
  const match = plain === words ? null : matchWords(plain);
  if (!match || !isFigure(match)) return null;
  // "Điểm năm 2022" is what the year brought, and no max.
  return plain === 'diem' ? { ...match, role: 'appraised1' } : match;
}

function isFigure({ role }: HeaderMatch): boolean {
  return (figureRoles as readonly ColumnRole[]).includes(role);
}

/**
 * What a header over several rows says, its cells given from top to bottom (a merged cell given once
 * for each column it covers): ["Điểm thẩm định", "Lần 2"] is the second round.
 */
export function matchHeaderPath(parts: readonly string[]): HeaderMatch | null {
  const cells = parts.filter((part, i) => part.trim() !== '' && part !== parts[i - 1]);
  let best: HeaderMatch | null = null;
  for (let from = cells.length - 1; from >= 0; from -= 1) {
    const match = matchHeader(cells.slice(from).join(' '));
    if (match && (!best || match.score > best.score)) best = match;
  }
  const whole = headerKey(cells.join(' '));
  if (best?.role === 'appraised1' && isSecondRound(whole)) return { ...best, role: 'appraised2' };
  return best;
}

/**
 * True for the row of column numbers that many headers end in: "(1) (2) (3)", "1 2 3", "A B 1 2",
 * "(6)=(3)-(5)".
 */
export function isColumnNumbering(texts: readonly string[]): boolean {
  const marks = texts.map((text) => text.replace(/\s/g, '')).filter((text) => text !== '');
  // Two bare numbers may be a row of figures; two in brackets are not.
  const bracketed = marks.length === 2 && marks.every((mark) => /^\(\d{1,2}\)$/.test(mark));
  if (marks.length < 3 && !bracketed) return false;
  const numbered = marks.every((mark) =>
    /^(\(?\[?(\d{1,2}|[A-Z]|[IVX]{1,4})\]?\)?)([=:].{1,20})?$/i.test(mark),
  );
  if (!numbered) return false;
  const order = marks.map((mark) => Number(/\d+/.exec(mark)?.[0] ?? NaN)).filter(Number.isFinite);
  const letters = marks.filter((mark) => /^[A-Z]$/.test(mark)).join('');
  const isLettered = letters.length === marks.length - order.length && 'ABCDE'.startsWith(letters);
  if (order.length < 2 && !(isLettered && order[0] === 1)) return false;
  return order.every((number, i) => i === 0 || number === (order[i - 1] ?? 0) + 1);
}

/** Lower case, no diacritics, words only: "Điểm tối đa (điểm)" → "diem toi da diem". */
export function headerKey(text: string): string {
  // Without diacritics "điểm số" would be the points of a department, "điểm sở", and "đầu tư" a self.
  const plain = text
    .normalize('NFC')
    .replace(/(điểm) số(?!\p{L})/giu, '$1')
    .replace(/(?<!\p{L})đầu tư(?!\p{L})/giu, ' ');
  return foldBare(plain)
    .replace(/\(\s*[\d=+\-*/() .]+\s*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(s t t|so t t)\b/g, 'stt')
    .trim();
}

/** Columns met in the same tables that hold something else: who appraises, surveys, bonus, places. */
const NOT_OURS = new RegExp(
  [
    '^(co quan|don vi|nguoi|bo phan|can bo|cong chuc)(?!.* tu )( \\w+){0,3} (chu tri )?(tham dinh|tham tra|theo doi danh gia|cham)$',
    '^(diem )?(dieu tra|khao sat)\\b.*',
    '^diem .*(dieu tra xa hoi hoc|xhh)$',
    '^don vi tinh\\b.*',
    '^diem (thuong|phat|cong|chenh lech)\\b.*',
    '^chi so (cchc|cai cach hanh chinh|par index)$',
    '^(xep hang|thu hang|xep loai|thu bac|ty le (hoan thanh|dat)|chenh lech)\\b.*',
  ].join('|'),
);

const WHO =
  '(ubnd|uy ban|hoi dong|hdtd|bo noi vu|so|so noi vu|to|to cong tac|doan|tinh|huyen|thanh pho|cap tren|phong noi vu|co quan)';
const SELF = '(tu (cham|danh gia|cho|khai|tinh|xep)|don vi (cham|danh gia)|don vi tu\\b)';
/** Words between who and what he does; whoever scores himself appraises nobody. */
const NOT_ITSELF = '( (?!tu (cham|danh gia|cho|khai|tinh|xep)\\b)\\w+){0,3}';

type Words = readonly [ColumnRole, readonly string[]];

/** Ordered: of two matches of one length at one place the first listed wins. */
const STRONG: readonly Words[] = [
  [
    'code',
    [
      '(ma|stt|so thu tu|so tt|tt|ky hieu)( so)? (tieu chi|chi so|chi tieu|linh vuc|tc|tctp)( thanh phan)?',
      'stt|so thu tu|so tt|tt|ma so|muc so|ky hieu|code',
    ],
  ],
  [
    'method',
    [
      '(cach|cach thuc|phuong phap|cong thuc|huong dan|quy dinh|nguyen tac|co so|can cu)( \\w+)?( \\w+)? (tinh|cham|danh gia|cho|xac dinh)( diem)?',
      '(thang diem|muc diem)( va)? (cach|phuong phap|cong thuc)( (tinh|cham))?( diem)?',
      'cach (tinh|cham|cho|danh gia)|cong thuc|method|scoring( method)?',
      'mo ta (cach|tieu chi|muc do)',
    ],
  ],
  [
    'opinion',
    [
      '(l[iy] do|nguyen nhan|noi dung|giai thich)( ve)?( viec)?( cac)? (bi )?(tru|mat|giam|khong dat|chua dat)( so)?( diem)?',
      '(noi dung|y kien|nhan xet|ket luan)( ket qua)?( cua)? (hoi dong|tham dinh|to tham dinh)( tham dinh)?',
      'y kien( (tham dinh|hoi dong( tham dinh)?|danh gia|nhan xet))?|nhan xet|ket luan|l[iy] do|nguyen nhan|opinion|council opinion',
      'ghi chu (cua )?(hoi dong|tham dinh)( tham dinh)?',
    ],
  ],
  [
    'explanation',
    [
      '(noi dung |y kien |phan )?(bao cao )?giai trinh( cua)?( don vi)?|explanation',
      '(noi dung )?(thuyet minh|dien giai|kien nghi)( giai trinh)?',
    ],
  ],
  [
    'evidence',
    [
      '(yeu cau( ve)? )?(danh muc |cac )?(tai lieu|ho so|van ban|minh chung)( \\w+)?( \\w+)? (kiem chung|minh chung|chung minh|danh gia|lam co so)',
      'tlkc|tai lieu|minh chung|kiem chung|ho so chung minh|evidence',
    ],
  ],
  [
    'responsible',
    [
      '(co quan|don vi|phong ban|phong|bo phan|can bo|cong chuc|vien chuc|chuyen vien|lanh dao|nguoi|to chuc|ca nhan)( \\w+){0,3} (chiu trach nhiem|chu tri|phu trach|thuc hien|tham muu|khac phuc|theo doi|dau moi|phoi hop)( thuc hien| chinh)?',
      'trach nhiem( thuc hien| khac phuc)?|phan cong( \\w+){0,3}|chu tri|responsible( unit)?',
      'dau moi( \\w+){0,2}',
      '(cac )?(phong|phong ban|bo phan) chuyen mon(?! (tham dinh|cham|danh gia|tu))',
    ],
  ],
  [
    'declared',
    [
      '(so lieu|thong tin|du lieu|so)( \\w+)? (ke khai|khai bao|bao cao|dau vao|thuc hien)',
      'ke khai|so lieu|declared( figures)?|ket qua thuc hien( \\w+){0,3}',
    ],
  ],
  [
    'expected',
    [
      '(so )?diem (du kien|ky vong|tinh duoc|tu dong|he thong|theo cong thuc|may tinh|tham khao)( tinh)?',
      'expected( score)?',
    ],
  ],
  [
    'deduction',
    [
      '(tong )?(so )?diem( da)? (bi tru|tru|mat|bi mat|giam|bi giam|con thieu|chua dat|khong dat|hut)( di)?',
      '(bi )?(tru|mat) diem|diem bi (giam )?tru|bi tru|so tru|deduction|lost',
    ],
  ],
  [
    'self',
    [
      `(ket qua |muc )?(so )?(diem )?(so )?(cua |do )?(don vi |co quan |dia phuong |ubnd \\w+ )?${SELF}( diem)?`,
      `(ket qua |muc )?(diem )?(cua |do )?(${WHO}|xa|phuong|dac khu|nganh|phong|ban)( (?!tham\\b|cham\\b|danh\\b)\\w+){0,4} tu (cham|danh gia|cho|xep)( diem)?`,
      'diem( so)? (cua )?(don vi|dia phuong)|(diem )?tdg|self( score| assessment)?',
    ],
  ],
  [
    'appraised1',
    [
      `(so )?(diem )?(do |cua )?(ket qua )?(diem )?${WHO}${NOT_ITSELF} (cham|tham dinh|tham tra|ra soat|danh gia|cong nhan|phe duyet|thong nhat|chot)( diem)?`,
      `diem (do |cua )?${WHO}( tham dinh)?`,
      '(ket qua |so |tong )?(cham )?(diem )?(ket qua )?(da |duoc |sau |lan )?(tham dinh|tham tra|phuc tra|phuc khao|cong nhan|phe duyet)( lan| vong| dot)?( ([1-9]|i{1,3}|iv|cuoi( cung)?))?',
      `(ket qua |so |tong )?(diem )?tham dinh (cua|do) ${WHO}( \\w+){0,2}`,
      '(ket qua |so |tong )?(diem )?(sau|truoc) (khi )?(ra soat|phuc khao|phuc tra|dieu chinh)|(so |tong )?diem (ra soat|cuoi cung|sau cung|chot|thong nhat)',
      'ket qua (cham|danh gia|diem)( diem)?|(so |tong )?diem (dat|dat duoc|thuc te|thuc dat|cham|danh gia|chinh thuc|cong bo|xet)( duoc)?',
      'sau giai trinh|appraised( score)?|council score',
    ],
  ],
  [
    'max',
    [
      '(tong )?(so )?(muc |thang )?(diem )?(so )?(toi da|cao nhat|chuan)( trong ky| cua tieu chi)?',
      'thang diem|(so )?diem (quy dinh|quy uoc|chuan|tran|muc tieu|theo quy dinh|cua tieu chi)|muc diem|khung diem|barem( diem)?|trong so|max(imum)?( score| points)?',
    ],
  ],
  [
    'assessment',
    [
      '(trang thai|tinh trang|pham vi|(?<!thu )ky|doi tuong)( \\w+)? (danh gia|ap dung|cham)',
      '(co )?(danh gia|ap dung) trong ky|ap dung|trang thai|assessment|applicab(le|ility)',
    ],
  ],
  [
    'name',
    [
      '(ten )?(linh vuc|nhom)( va)?( cac)? tieu chi( va)?( tieu chi)?( thanh phan)?',
      '(ten )?(linh vuc )?(tieu chi|chi so|chi tieu)( va)? (tieu chi thanh phan|tctp|chi so thanh phan)',
      '(ten |noi dung |cac |danh muc )?(bo )?(tieu chi|chi so|chi tieu|linh vuc)( thanh phan| danh gia| cham diem)?',
      '(noi dung|hang muc|dau muc) (danh gia|cham diem|cong viec|tieu chi|ton tai|han che)|criteri(on|a)( name)?',
    ],
  ],
  ['note', ['ghi chu|luu y|note|notes|remark|remarks']],
];

/** Words too common to decide anything unless nothing else does; most of them only alone. */
const WEAK: readonly Words[] = [
  ['name', ['noi dung|hang muc|danh muc|nhiem vu|^ten( goi)?$|^name$']],
  ['code', ['^(ma|muc|so|no|id)$']],
  ['max', ['^(so )?diem$']],
  ['responsible', ['^(don vi|co quan|phong ban|bo phan)( \\w+)?$']],
  // A name of who appraises, or of what he gave: what stands beneath tells.
  [
    'appraised1',
    [
      '^(ket qua|danh gia|cham diem)$|^(so )?diem td\\b|^(so )?(diem )?(trung binh|binh quan|tb)\\b|^so( \\w+){1,4} (tham dinh|cham|danh gia)( diem)?$',
    ],
  ],
];

interface Pattern {
  role: ColumnRole;
  pattern: RegExp;
}

function bestOf(table: readonly Words[], words: string): HeaderMatch | null {
  let best: { role: ColumnRole; start: number; length: number } | null = null;
  for (const { role, pattern } of compiled(table)) {
    const found = pattern.exec(words);
    if (!found) continue;
    const candidate = { role, start: found.index, length: found[0].length };
    const sooner = !best || candidate.start < best.start;
    if (sooner || (candidate.start === best?.start && candidate.length > best.length))
      best = candidate;
  }
  if (!best) return null;
  const role = best.role === 'appraised1' && isSecondRound(words) ? 'appraised2' : best.role;
  const share = best.length / words.length;
  return { role, score: share === 1 ? 1 : Math.round((0.3 + 0.6 * share) * 100) / 100 };
}

function isSecondRound(words: string): boolean {
  return (roundOf(words) ?? 1) > 1;
}

const compiledTables = new Map<readonly Words[], Pattern[]>();

function compiled(table: readonly Words[]): Pattern[] {
  const known = compiledTables.get(table);
  if (known) return known;
  const patterns = table.flatMap(([role, sources]) =>
    sources.map((source) => ({ role, pattern: new RegExp(`\\b(?:${source})\\b`) })),
  );
  compiledTables.set(table, patterns);
  return patterns;
}
