import fc from 'fast-check';
import { readClipboardText } from '../../../src/hosts/page/clipboardText';

describe('a table on the clipboard', () => {
  test.each<[string, string[][]]>([
    ['a', [['a']]],
    ['', [['']]],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a\nb"\tc', [['a\nb', 'c']]],
    ['"nói ""có"""\tx', [['nói "có"', 'x']]],
    // Quotes that are the writer's own stay.
    ['"Sổ tay" mới\tb', [['"Sổ tay" mới', 'b']]],
    ['"Sổ tay"\tb', [['"Sổ tay"', 'b']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['\t\t', [['', '', '']]],
  ])('%j', (text, table) => {
    expect(readClipboardText(text)).toEqual(table);
  });

  test('what was quoted comes back whole', () => {
    const cell = fc.string().map((text) => text.replace(/\r/g, ''));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (table) => {
          const quoted = (text: string) =>
            /[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
          const text = table.map((row) => row.map(quoted).join('\t')).join('\n');
          expect(readClipboardText(`${text}\n`)).toEqual(table);
        },
      ),
    );
  });
});
