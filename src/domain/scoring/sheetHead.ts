/**
 * Whose sheet it is and of which period, as the lines above its table say.
 *
 * Rule kept here: a letterhead of two bodies, or the head of an appendix, names who issues and not who is
 * scored: then there is no unit. The date of a decision is no period.
 */
import { readPeriod } from '../findings/evidence/citations';
import { foldText, plainText } from '../text/vietnamese';
import type { ScoreSheet } from './scoreSheet';

export interface SheetHead {
  /** "" where it is not said, or not surely. */
  unit: string;
  /** "năm 2026"; "" where it is not said. */
  period: string;
}

/** A title block is shorter; more lines are those of another table above. */
const MOST_LINES = 20;

export function sheetHead({ title }: Pick<ScoreSheet, 'title'>): SheetHead {
  const lines = (title ?? []).map(plainText).filter((line) => line !== '');
  if (lines.length > MOST_LINES) return { unit: '', period: '' };
  return { unit: unitOf(lines), period: periodOf(lines) };
}

const LABELLED = /^\s*(?:tên\s+)?đơn\s+vị(?:\s+(?:tự\s+)?(?:chấm|đánh giá))?\s*:\s*(.+)$/iu;
const NAMES_UNIT = /^(ubnd|uỷ ban|ủy ban|sở|ban|phòng|văn phòng|thanh tra|chi cục|trung tâm) /u;
const TITLE = /^(bảng|phụ lục|biểu|kết quả|báo cáo|tự đánh giá|chấm điểm)/u;
const OURS = /^bảng điểm chỉ số cải cách hành chính/u;

function unitOf(lines: readonly string[]): string {
  const labelled = lines.map((line) => LABELLED.exec(line)?.[1]?.trim() ?? '').find(Boolean);
  if (labelled !== undefined) return labelled;
  const at = lines.findIndex((line) => TITLE.test(foldText(line)));
  const heading = foldText(lines[at] ?? '');
  if (at < 1 || heading.startsWith('phụ lục')) return '';
  const above = lines.slice(0, at);
  const named = above.filter((line) => NAMES_UNIT.test(foldText(line)));
  const [only] = OURS.test(heading) && above.length === 1 ? above : named;
  return named.length > 1 ? '' : (only ?? '');
}

/** Sources are named with their dates: "(Kèm theo Quyết định … ngày 12 tháng 02 năm 2026)". */
const SOURCE = /^\(|^(theo|kèm theo|ban hành|căn cứ) |ngày .*tháng/u;

function periodOf(lines: readonly string[]): string {
  const found = lines
    .filter((line) => !SOURCE.test(foldText(line)))
    .map((line) => readPeriod(line)?.text)
    .find((text) => text !== undefined);
  if (found === undefined) return '';
  return found
    .toLocaleLowerCase('vi')
    .replace(/(?<=quý\s+)[iv]+/u, (number) => number.toUpperCase());
}
