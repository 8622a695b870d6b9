/**
 * How texts are written. Gives text-markup, text-latex, text-decomposed, text-double-blanks,
 * text-line-break, text-tone. Formulas and cells that a merge hands down are left alone.
 */
import { textRoles, type ScoreRow, type TextEntry } from '../../scoring/scoreSheet';
import type { FindingCode } from '../catalogue';
import type { CheckContext } from '../check';
import type { Finding } from '../finding';
import { makeFinding, textFix } from '../makeFinding';
import { findLeftovers, withoutLeftover, type Leftover } from '../textHygiene';

const codes: Readonly<Record<Leftover, FindingCode>> = {
  markup: 'text-markup',
  latex: 'text-latex',
  decomposed: 'text-decomposed',
  doubleBlanks: 'text-double-blanks',
  lineBreak: 'text-line-break',
  tone: 'text-tone',
};

const roles = textRoles.filter((role) => role !== 'code');

export function checkTexts({ sheet }: CheckContext): Finding[] {
  return sheet.rows.flatMap((row) =>
    roles.flatMap((role) => {
      const entry = row.texts[role];
      const isWritten =
        entry?.cellKind === 'text' && entry.formula === null && !entry.inheritedFrom;
      return entry && isWritten ? checkEntry(row, entry) : [];
    }),
  );
}

function checkEntry(row: ScoreRow, entry: TextEntry): Finding[] {
  return findLeftovers(entry.text).map((kind) => {
    const { text, isCertain } = withoutLeftover(entry.text, kind);
    return makeFinding(codes[kind], {
      place: entry.place,
      row,
      params: { example: exampleOf(entry.text, text) },
      fix: textFix(entry.place, text, isCertain ? 'certain' : 'likely'),
    });
  });
}

/** The place where the two begin to differ, a few words of it. */
function exampleOf(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const start = Math.max(0, before.lastIndexOf(' ', Math.max(0, at - 1)) + 1);
  return before
    .slice(start, start + 30)
    .replace(/\s+/g, ' ')
    .trim();
}
