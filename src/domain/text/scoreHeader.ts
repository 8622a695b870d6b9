/**
 * What the header of a column of scores says beyond its role: of which year, of which round, whose, and
 * whether it is the whole or a part ("qua TLKC", one commune of many). All of it in words, never by place.
 */
import { foldText } from './vietnamese';

/** The round that ends the matter: "điểm chốt", "điểm cuối cùng". */
export const FINAL_ROUND = 9;

const FIRST =
  /\b(?:lan|vong|dot) (?:1|i|mot|dau)\b|\b(?:so bo|ban dau)\b|\btruoc (?:khi )?(?:giai trinh|ra soat|phuc khao|phuc tra|dieu chinh)\b/;
const SECOND =
  /\b(?:tham dinh|tham tra|cham) lai\b|\bsau (?:khi )?(?:giai trinh|ra soat|phuc khao|phuc tra|dieu chinh|tiep thu)\b|\bphuc (?:tra|khao)\b/;
const FINAL =
  /\b(?:lan|vong|dot) cuoi\b|\b(?:cuoi|sau) cung\b|\b(?:diem|hoi dong|ubnd|cham) chot\b|\bchot lai\b|\b(?:diem|hoi dong|to) thong nhat\b|\bdiem (?:\w+ ){0,2}chinh thuc\b/;
const NUMBERED = /\b(?:lan|vong|dot) (?:([2-8])|(ii|hai)|(iii|ba)|(iv|bon))\b/;

/** @param words of a header, see `headerKey`; null where it speaks of no round */
export function roundOf(words: string): number | null {
  if (FIRST.test(words)) return 1;
  const numbered = NUMBERED.exec(words);
  if (numbered) {
    const [, digit, two, three] = numbered;
    if (digit !== undefined) return Number(digit);
    return two !== undefined ? 2 : three !== undefined ? 3 : 4;
  }
  if (FINAL.test(words)) return FINAL_ROUND;
  return SECOND.test(words) ? 2 : null;
}

/** "diem tham dinh lan 2" → "diem tham dinh". */
export function withoutRound(words: string): string {
  return [FIRST, NUMBERED, FINAL, SECOND]
    .reduce((text, round) => text.replace(round, ' '), words)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Another period than the one assessed: "năm trước", "kỳ trước". */
export function isOfEarlierPeriod(words: string): boolean {
  return /\b(?:nam|ky|quy) (?:truoc|ngoai|lien ke|lien truoc)\b/.test(words);
}

/** "diem tham dinh nam 2022" → "diem tham dinh". */
export function withoutYear(words: string): string {
  return words
    .replace(/\b(?:(?:trong|cua) )?nam 20\d\d\b|\b20\d\d\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Years that stand by themselves: not in a date, the number of a decision, or a span of years. */
export function yearsIn(text: string): number[] {
  const bare = foldText(text)
    .replace(/ngày \d{1,2} tháng \d{1,2} năm 20\d\d/gu, ' ')
    .replace(/20\d\d ?- ?20\d\d/gu, ' ');
  return [...bare.matchAll(/(?<![\d./-])20\d\d(?![\d/-])/gu)].map(([year]) => Number(year));
}

/** The mean of what several people gave. */
export function isMean(words: string): boolean {
  return /\b(?:trung binh|binh quan|diem tb)\b/.test(words);
}

/** Words that say nothing of whose or which a score is. */
const FILLER = new Set(
  'diem so ket qua tong cong cua do duoc sau khi theo trong ky lai muc cham danh gia tham dinh tra dat nhan phe duyet da chung ca nam cchc trung binh quan tu tinh'.split(
    ' ',
  ),
);

/** Who appraises, in his own column: "Tổ giúp việc", "Hội đồng", "tỉnh". */
const APPRAISER =
  /^(?:to|hoi dong|hdtd|doan|ban|so|bo|ubnd|uy ban|phong|van phong|co quan|don vi|cap|tinh|huyen|thanh pho|dia phuong|lanh dao)\b/;

/**
 * What tells one of two like headers from the other: nothing, who gave the score, or a part of it (one
 * unit, one source, one member), which is not the score.
 */
export function tellingWords(words: string): 'none' | 'appraiser' | 'part' {
  if (APPRAISER.test(words.replace(/^(?:cua|do|tai|theo) /, ''))) return 'appraiser';
  return words.split(' ').every((word) => word === '' || FILLER.has(word)) ? 'none' : 'part';
}
