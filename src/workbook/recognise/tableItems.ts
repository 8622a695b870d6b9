/** Which rows of the body are criteria or headings of them, and which are notes, signatures, stray words. */
import { figureRoles, type SummaryRow } from '../../domain/scoring/scoreSheet';
import { codeShape } from '../../domain/text/code';
import { foldText } from '../../domain/text/vietnamese';
import type { Columns } from './chooseColumns';
import { hasScore, type RawRow } from './rawRow';

export function isItem(raw: RawRow, columns: Columns): boolean {
  const hasFigure = figureRoles.some((role) => (raw.figures[role]?.kind ?? 'blank') !== 'blank');
  const shape = codeShape(raw.code);
  if (raw.name === '') return shape === 'decimal' && hasFigure;
  if (shape === 'decimal' || shape === 'roman' || shape === 'capital') return true;
  if (shape !== 'none') return hasFigure;
  return hasFigure
    ? raw.figures.max?.kind !== 'blank' || hasScore(raw)
    : isHeadingText(raw, columns);
}

/** A bold line without code and figures, alone in its row or merged over it, may head what follows. */
function isHeadingText(raw: RawRow, columns: Columns): boolean {
  if (!raw.bold || (raw.texts.opinion?.text ?? '') !== '' || columns.name === undefined)
    return false;
  return !/^(tm|kt|tl|q|chủ tịch|phó|người|nơi nhận|ghi chú|thủ trưởng|giám đốc|trưởng)\b/u.test(
    foldText(raw.name),
  );
}

/** The last row that holds points; -1 when none does, as in a sheet that nobody filled in. */
export function lastFigureRow(items: readonly RawRow[], summaries: readonly SummaryRow[]): number {
  const rows = [...items, ...summaries].filter(hasFigures).map(({ row }) => row);
  return Math.max(-1, ...rows);
}

/** Words in a figure's column may be a signature's. */
function hasFigures({ figures }: Pick<RawRow, 'figures'>): boolean {
  return figureRoles.some(
    (role) => !['blank', 'notNumber'].includes(figures[role]?.kind ?? 'blank'),
  );
}

/** Beneath the last points stand notes and signatures; a criterion only where it follows at once, with its code. */
export function withoutNotes(items: readonly RawRow[], end: number): RawRow[] {
  if (end < 0) return [...items];
  let next = end + 1;
  return items.filter((raw) => {
    if (raw.row <= end) return true;
    const follows = raw.row === next && !raw.led && codeShape(raw.code) === 'decimal';
    if (follows) next += 1;
    return follows;
  });
}

/** Headings that head nothing (a signature, a note) are not criteria. */
export function withoutStrayHeadings(items: readonly RawRow[]): RawRow[] {
  const isHeaded = items[0]?.code === '' && items.every((raw) => !raw.code.includes('.'));
  const hasCodedTop =
    !isHeaded &&
    items.some(
      (raw) => ['roman', 'capital'].includes(codeShape(raw.code)) || /^\d+$/.test(raw.code),
    );
  return items.filter((raw, i) => {
    if (
      raw.code !== '' ||
      figureRoles.some((role) => (raw.figures[role]?.kind ?? 'blank') !== 'blank')
    )
      return true;
    return !hasCodedTop && items.slice(i + 1).some((later) => later.figures.max?.points);
  });
}
