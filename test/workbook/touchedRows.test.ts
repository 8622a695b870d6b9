import fc from 'fast-check';
import { mergeRows } from '../../src/workbook/mergeRows';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/workbook/snapshot';
import { touchedRows } from '../../src/workbook/touchedRows';

const sheetOf = (name: string, formulas: (string | null)[][]): SheetSnapshot => ({
  name,
  visibility: 'visible',
  protected: false,
  rowCount: formulas.length,
  columnCount: formulas[0]?.length ?? 0,
  values: formulas.map((line) => line.map(() => 1)),
  formulas,
  numberFormats: formulas.map((line) => line.map(() => 'General')),
  bold: formulas.map((line) => line.map(() => false)),
  indents: formulas.map((line) => line.map(() => 0)),
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  filtered: false,
});
const bookOf = (...sheets: SheetSnapshot[]): WorkbookSnapshot => ({
  sheets,
  sheetNames: sheets.map(({ name }) => name),
  activeSheet: sheets[0]?.name ?? '',
  state: null,
});

const book = bookOf(
  sheetOf('Điểm', [
    [null, '=A1*2'],
    [null, '=A2*2'],
    [null, '=NgưỡngĐạt+1'],
    [null, null],
    [null, '=SUM(B1:B2)'],
  ]),
  sheetOf('Tổng hợp', [[null], ["='Điểm'!B5"], ['=A2+1'], ['=INDIRECT(' + '"A1")']]),
);

test('rows that follow from an entry, step by step and across sheets', () => {
  expect(touchedRows(book, [{ sheet: 'Điểm', address: 'A2' }])).toEqual([
    // The third row's formula goes by a name, the summary's last by an address made of text.
    {
      sheet: 'Điểm',
      rows: [
        { first: 1, last: 2 },
        { first: 4, last: 4 },
      ],
    },
    { sheet: 'Tổng hợp', rows: [{ first: 1, last: 3 }] },
  ]);
});

test('an entry that nothing follows from', () => {
  const plain = bookOf(sheetOf('Điểm', [[null], [null]]));
  expect(touchedRows(plain, [{ sheet: 'Điểm', address: 'A2' }])).toEqual([
    { sheet: 'Điểm', rows: [{ first: 1, last: 1 }] },
  ]);
});

test.each(['A:A', '2:3', 'A9', 'Z1', 'A1:C1'])('%s: all must be read', (address) => {
  expect(touchedRows(book, [{ sheet: 'Điểm', address }])).toBeNull();
});

test('entries all over a large sheet: all must be read', () => {
  const large = bookOf(
    sheetOf(
      'Điểm',
      Array.from({ length: 300 }, () => [null]),
    ),
  );
  const edits = Array.from({ length: 150 }, (_, i) => ({
    sheet: 'Điểm',
    address: `A${i * 2 + 1}`,
  }));
  expect(touchedRows(large, edits)).toBeNull();
});

test('rows read again take the place of the old, which stay as they were', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 5 }), (first, count) => {
      const before = JSON.stringify(book);
      const length = Math.min(count, 5 - first);
      const lines = <T>(value: T) => Array.from({ length }, () => [value, value]);
      const band = {
        first,
        values: lines('mới'),
        formulas: lines(null),
        numberFormats: lines('@'),
        bold: lines(true),
        indents: lines(2),
      };
      const read = { sheet: 'Điểm', rowCount: 5, columnCount: 2, bands: [band] };
      const merged = mergeRows(book, [read]);
      const [sheet, other] = merged?.sheets ?? [];
      sheet?.values.forEach((line, row) => {
        const fresh = row >= first && row < first + length;
        expect(line).toEqual(fresh ? ['mới', 'mới'] : [1, 1]);
        expect(sheet.bold[row]).toEqual([fresh, fresh]);
        expect(sheet.indents[row]?.[0]).toBe(fresh ? 2 : 0);
        expect(sheet.numberFormats[row]?.[1]).toBe(fresh ? '@' : 'General');
      });
      expect(sheet?.values).toHaveLength(5);
      expect(other).toBe(book.sheets[1]);
      expect(JSON.stringify(book)).toBe(before);
    }),
  );
});

test.each([
  ['grown', { sheet: 'Điểm', rowCount: 6, columnCount: 2, bands: [] }],
  ['wider', { sheet: 'Điểm', rowCount: 5, columnCount: 3, bands: [] }],
  ['unknown', { sheet: 'Khác', rowCount: 5, columnCount: 2, bands: [] }],
])('a sheet that is %s is not merged', (_, read) => {
  expect(mergeRows(book, [read])).toBeNull();
});
