import { readTextTables } from '../../src/sources/textTables';

const rows = (text: string) => {
  const reading = readTextTables(text);
  return reading.ok
    ? reading.tables[0]?.rows.map((row) => row.map((cell) => cell.text))
    : reading.problem.code;
};

test('tabs; a cell with line breaks, quotes and tabs stands in quotes', () => {
  expect(rows('1\t"Kế hoạch\nCCHC ""5 rõ""\tquý"\t2,0\r\n1.1\tBáo "cáo"\t1')).toEqual([
    ['1', 'Kế hoạch\nCCHC "5 rõ"\tquý', '2,0'],
    ['1.1', 'Báo "cáo"', '1'],
  ]);
});

test('a quote that never closes is text', () => {
  expect(rows('1\t"Kế hoạch\t2\n2\tBáo cáo\t1')).toEqual([
    ['1', '"Kế hoạch', '2'],
    ['2', 'Báo cáo', '1'],
  ]);
});

test('semicolons or commas where there are no tabs', () => {
  expect(rows('STT;Tiêu chí;Điểm\n1;"Chỉ đạo; điều hành";2,5\n')).toEqual([
    ['STT', 'Tiêu chí', 'Điểm'],
    ['1', 'Chỉ đạo; điều hành', '2,5'],
  ]);
  expect(rows('STT,Tiêu chí,Điểm\n1,Chỉ đạo,2.5')?.[1]).toEqual(['1', 'Chỉ đạo', '2.5']);
  expect(rows('Chỉ đạo, điều hành\nBáo cáo')).toEqual([['Chỉ đạo, điều hành'], ['Báo cáo']]);
});

test('blanks at the head of a cell are its indent', () => {
  const reading = readTextTables('Chỉ đạo\t2\n    Kế hoạch\t1');
  expect(reading.ok && reading.tables[0]?.rows[1]?.[0]).toMatchObject({ indent: 2 });
});

test.each([
  ['', 'emptySource'],
  ['\uFEFF \n', 'emptySource'],
  ['1\tx\n'.repeat(20_001), 'sourceTooManyRows'],
])('%#', (text, code) => {
  expect(rows(text)).toBe(code);
});
