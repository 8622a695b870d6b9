/** The catalogue, its texts in both languages, and the document made of them belong together. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, type FindingCode } from '../../../src/domain/findings/catalogue';
import { findingMessage, findingTitle } from '../../../src/i18n/findingText';
import { findingMessages as english } from '../../../src/i18n/en/findings';
import { findingMessages as vietnamese } from '../../../src/i18n/vi/findings';
import { findingsDoc, findingsDocPath } from '../../../scripts/findingsDoc';

const codes = Object.keys(catalogue) as FindingCode[];

it('docs/findings.md is up to date (npx tsx scripts/findingsDoc.ts)', () => {
  expect(readFileSync(findingsDocPath, 'utf8')).toBe(findingsDoc());
});

describe.each([
  ['Vietnamese', vietnamese],
  ['English', english],
])('texts in %s', (_, texts) => {
  it('are there for each code, and for no other', () => {
    expect(Object.keys(texts).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('%s says what, why and what to do', (code) => {
    const { title, why, action, example } = texts[code];
    for (const text of [title, why, action, example]) {
      expect(text.trim()).toBe(text);
      expect(text).toBe(text.normalize('NFC'));
      expect(text.length).toBeGreaterThan(5);
    }
    expect(title).not.toMatch(/[.:]$/u);
    for (const sentence of [why, action]) expect(sentence).toMatch(/[.”]$/u);
  });

  it('titles are all different', () => {
    expect(new Set(codes.map((code) => texts[code].title)).size).toBe(codes.length);
  });
});

it('every code is given by some check', () => {
  const folder = join(__dirname, '../../../src/domain/findings/checks');
  const source = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n');
  expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
});

it('words a finding by its code, with the names of its cells', () => {
  const place = { sheet: 'Bảng', row: 4, column: 3 };
  const finding = {
    code: 'score-above-max' as const,
    severity: 'error' as const,
    place,
    criterion: '1.2',
    params: { role: 'self', score: '2.5', max: '2' },
    related: [{ sheet: 'Khác', row: 4, column: 2 }],
    fix: null,
  };
  expect(findingTitle('score-above-max')).toBe('Điểm lớn hơn điểm chuẩn');
  expect(findingMessage(finding)).toBe(
    "Ô D5: điểm tự đánh giá 2,5 lớn hơn điểm chuẩn 2 (ô 'Khác'!C5).",
  );
  expect(findingMessage(finding, english)).toBe(
    "Cell D5: the self-score 2.5 is above the maximum 2 (cell 'Khác'!C5).",
  );
});
