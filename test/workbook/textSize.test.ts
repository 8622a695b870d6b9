import fc from 'fast-check';
import { TALLEST_ROW, lineCount, rowHeightFor, rowHeightsFor } from '../../src/workbook/textSize';

const cell = (text: string, widthChars = 40) => ({ text, widthChars, fontSize: 12 });

describe('lines of a text in a column', () => {
  test('a short text takes one line, and so does none', () => {
    expect(lineCount(cell('Báo cáo CCHC'))).toBe(1);
    expect(lineCount(cell(''))).toBe(1);
  });

  test('its own line breaks count', () => {
    expect(lineCount(cell('- Một\n- Hai\r\n- Ba'))).toBe(3);
    expect(lineCount(cell('- Một\n'))).toBe(2);
  });

  test('a word longer than the column is cut, not hidden', () => {
    expect(lineCount(cell('x'.repeat(100), 10))).toBeGreaterThanOrEqual(9);
  });

  test('tone marks take no room and the horn takes some', () => {
    const plain = lineCount(cell('o '.repeat(400)));
    expect(lineCount(cell('ộ '.repeat(400)))).toBe(plain);
    expect(lineCount(cell('ợ '.repeat(400)))).toBeGreaterThan(plain);
    expect(lineCount(cell('ộ '.repeat(400).normalize('NFD')))).toBe(plain);
  });

  test('capitals, bold and indent need more', () => {
    const text = 'ủy ban nhân dân huyện '.repeat(20);
    const lines = lineCount(cell(text));
    expect(lineCount(cell(text.toUpperCase()))).toBeGreaterThan(lines);
    expect(lineCount({ ...cell(text), bold: true })).toBeGreaterThan(lines);
    expect(lineCount({ ...cell(text), indent: 3 })).toBeGreaterThan(lines);
  });

  test('a narrower column or a larger font never needs fewer lines', () => {
    const words = fc.array(fc.stringMatching(/^[a-zđưêA-Z0-9.,/-]{1,14}$/), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 80 }), (list, width) => {
        const text = list.join(' ');
        const lines = lineCount(cell(text, width));
        expect(lines).toBeLessThanOrEqual(lineCount(cell(text, width - 1)));
        expect(lines).toBeLessThanOrEqual(lineCount({ ...cell(text, width), fontSize: 13 }));
      }),
    );
  });
});

describe('row height', () => {
  test('is that of the tallest cell, in quarters of a point', () => {
    const tall = rowHeightFor([cell('một'), cell('a\nb\nc')]);
    expect(tall).toBe(rowHeightFor([cell('a\nb\nc')]));
    expect(tall).toBe(45);
    expect((tall * 4) % 1).toBe(0);
  });

  test('never falls below a default row nor rises above what Excel takes', () => {
    expect(rowHeightFor([])).toBe(15);
    expect(rowHeightFor([{ text: 'x', widthChars: 10, fontSize: 6 }])).toBe(15);
    expect(rowHeightFor([cell('x\n'.repeat(2000))])).toBe(TALLEST_ROW);
  });

  test('rows under a spanning cell share what it lacks, and only that', () => {
    const low = [[cell('a')], [cell('b')], [cell('c')]];
    const tall = cell('x\n'.repeat(9) + 'x');
    const heights = rowHeightsFor(low, [{ first: 1, last: 2, cell: tall }]);
    expect(heights[0]).toBe(rowHeightFor([cell('a')]));
    expect((heights[1] ?? 0) + (heights[2] ?? 0)).toBeGreaterThanOrEqual(rowHeightFor([tall]));
    expect(rowHeightsFor(low, [{ first: 0, last: 2, cell: cell('d') }])).toEqual(
      low.map(rowHeightFor),
    );
  });
});
