/**
 * Codes as cells hold them: a code is text, and a spreadsheet that takes it for a number or a date
 * damages it ("3.10" becomes 3.1, "12.1" a day in January). Gives code-duplicate, code-damaged,
 * code-not-text, code-blanks. The order of codes is `codeOrder.ts`.
 */
import type { ScoreRow } from '../../scoring/scoreSheet';
import type { CheckContext } from '../check';
import { findDamagedCodes, findRepeatedCodes, type CodeDamage } from '../codeDamage';
import type { Finding } from '../finding';
import { makeFinding, textFix } from '../makeFinding';

export function checkCodes({ sheet }: CheckContext): Finding[] {
  const damaged = findDamagedCodes(sheet);
  return [
    ...[...damaged].map(([row, damage]) => damagedFinding(row, damage)),
    ...sheet.rows.filter((row) => !damaged.has(row)).flatMap(checkWriting),
    ...[...findRepeatedCodes(sheet)].map(([row, earlier]) => duplicateFinding(row, earlier)),
  ];
}

function damagedFinding(row: ScoreRow, { kind, meant }: CodeDamage): Finding {
  const entry = row.texts.code;
  const place = entry?.place ?? null;
  return makeFinding('code-damaged', {
    place,
    row,
    params: { kind, text: entry?.text ?? row.code, meant },
    fix:
      place && meant !== null && entry?.formula === null ? textFix(place, meant, 'likely') : null,
  });
}

/** A right code in a form that will not last. */
function checkWriting(row: ScoreRow): Finding[] {
  const entry = row.texts.code;
  if (!entry || row.code === '' || entry.formula !== null) return [];
  const parts = { place: entry.place, row, params: { text: entry.text, meant: row.code } };
  // Whole numbers ("1", "2" of the areas) come to no harm.
  if (entry.cellKind === 'number' && row.code.includes('.')) {
    return [
      makeFinding('code-not-text', { ...parts, fix: textFix(entry.place, row.code, 'certain') }),
    ];
  }
  if (entry.cellKind !== 'text' || !/^\s|\s$|\s\.|\.\s+\d|[\u00A0\u200B]/u.test(entry.text))
    return [];
  const trimmed = entry.text
    .replace(/[\s\u00A0\u200B]+/gu, ' ')
    .replace(/ ?\. ?(?=\d)/g, '.')
    .trim();
  return [makeFinding('code-blanks', { ...parts, fix: textFix(entry.place, trimmed, 'certain') })];
}

function duplicateFinding(row: ScoreRow, earlier: ScoreRow): Finding {
  return makeFinding('code-duplicate', {
    place: (row.texts.code ?? row.texts.name)?.place ?? null,
    row,
    params: { other: earlier.name, name: row.name },
    related: [(earlier.texts.code ?? earlier.texts.name)?.place],
  });
}
