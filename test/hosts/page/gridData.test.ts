import { columnCharacters, gridCell, gridData, rowPoints } from '../../../src/hosts/page/gridData';
import { valueIn, writtenIn } from '../../../src/hosts/page/gridCell';
import { MARK_CONDITION } from '../../../src/workbook/marks';
import type { CellValue } from '../../../src/workbook/snapshot';
import type { SheetView, StyleView, WorkbookView } from '../../../src/workbook/view';
import { MemoryWorkbook, plainStyle } from '../../support/memoryWorkbook';

function viewOf(change: Partial<SheetView>, styles: Record<number, StyleView> = {}): WorkbookView {
  const view = new MemoryWorkbook('a.xlsx', [{ name: 'Điểm', rows: [['x']] }]).view();
  view.sheets[0] = { ...view.sheets[0]!, ...change };
  return { ...view, styles: { 0: plainStyle, ...styles } };
}

const first = (view: WorkbookView) => gridData(view, 'unit').sheets['sheet-0']!;

describe('a cell in the grid and back', () => {
  test.each<[CellValue]>([
    ['3.10'],
    ['0085'],
    ['-x'],
    ['=x'],
    ['a\nb'],
    ['TRUE'],
    ['#REF!'],
    [0.85],
    [0],
    [true],
    [false],
    [null],
  ])('%j comes back as it went', (value) => {
    expect(valueIn(gridCell(value, null))).toEqual(value);
  });

  test('a formula keeps its text, and an error of a formula is an error', () => {
    const cell = gridCell({ error: '#DIV/0!' }, '=A1/B1');
    expect(cell).toMatchObject({ f: '=A1/B1', v: '#DIV/0!' });
    expect(writtenIn(cell, '=A1/B1')).toEqual({ formula: '=A1/B1', value: { error: '#DIV/0!' } });
  });

  test('text with line breaks, as the editor leaves it, is plain text', () => {
    const body = { dataStream: 'a\rb\r\n' };
    expect(valueIn({ p: { body } as never })).toBe('a\nb');
  });
});

describe('a sheet in the grid', () => {
  test('marks are drawn over the fill of their cells, blank ones too; other conditions are not', () => {
    const rule = (formula: string, left: number) => ({
      areas: [{ top: 0, left, bottom: 0, right: left }],
      kind: 'expression',
      operator: null,
      formulas: [formula],
      priority: 1,
      stopIfTrue: false,
      format: { fill: '#FFD9D9' },
    });
    const conditionalFormats = [rule(MARK_CONDITION, 0), rule(MARK_CONDITION, 4), rule('A1>2', 5)];
    const { cellData } = first(viewOf({ conditionalFormats }));
    const styleAt = (column: number) => cellData?.[0]?.[column]?.s;
    expect(styleAt(0)).toMatchObject({ bg: { rgb: '#FFD9D9' } });
    expect(styleAt(4)).toMatchObject({ bg: { rgb: '#FFD9D9' } });
    expect(styleAt(5)).toBeUndefined();
  });

  test('sizes are pixels, and go back to what files count', () => {
    const sheet = first(
      viewOf({
        rows: [{ row: 0, height: 33, hidden: false, outlineLevel: 0, styleId: 0 }],
        columns: [
          { first: 0, last: 1, width: 31, hidden: false, outlineLevel: 0, styleId: 0 },
          { first: 3, last: 3, width: null, hidden: true, outlineLevel: 1, styleId: 0 },
        ],
      }),
    );
    expect(sheet.rowData).toMatchObject({ 0: { h: 44, ia: 0 } });
    expect(sheet.columnData).toMatchObject({ 0: { w: 222 }, 1: { w: 222 }, 3: { hd: 1 } });
    expect(columnCharacters(222)).toBe(31);
    expect(rowPoints(44)).toBe(33);
  });

  test('a wrapped text without a height in the file gets one that shows every line', () => {
    const wrapped = { ...plainStyle, wrap: true, fontSize: 13 };
    const value = 'Mức độ thực hiện kế hoạch cải cách hành chính '.repeat(6);
    const cells = [{ row: 4, column: 0, value, formula: null, styleId: 1 }];
    const height = first(viewOf({ cells }, { 1: wrapped })).rowData?.[4]?.h ?? 0;
    expect(height).toBeGreaterThan(10 * 13);
    const merges = [{ top: 4, left: 0, bottom: 4, right: 9 }];
    const wide = first(viewOf({ cells, merges }, { 1: wrapped })).rowData?.[4]?.h ?? 0;
    expect(wide).toBeLessThan(height / 2);
  });

  test('frozen rows, merges and hidden sheets', () => {
    const view = viewOf({
      visibility: 'veryHidden',
      freeze: { rows: 3, columns: 0 },
      merges: [{ top: 0, left: 0, bottom: 0, right: 7 }],
    });
    expect(first(view)).toMatchObject({
      hidden: 1,
      freeze: { xSplit: 0, ySplit: 3, startRow: 3, startColumn: -1 },
      mergeData: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 7 }],
    });
  });

  test('rules carry their limits and words; a quoted list loses its quotes, a reference gains "="', () => {
    const rule = {
      areas: [{ top: 3, left: 4, bottom: 9, right: 4 }],
      kind: 'decimal' as const,
      operator: 'between',
      formula1: '0',
      formula2: '2',
      allowBlank: true,
      onError: 'stop' as const,
      prompt: null,
      error: { title: 'Ngoài khung', message: 'Điểm từ 0 đến 2.' },
    };
    const list = { ...rule, kind: 'list' as const, formula1: '"Có,Không"', formula2: null };
    const reference = { ...list, formula1: '$A$1:$A$3' };
    const { resources = [] } = gridData(viewOf({ validations: [rule, list, reference] }), 'unit');
    const { data } = resources.find(({ name }) => name === 'SHEET_DATA_VALIDATION_PLUGIN')!;
    const [decimal, quoted, referring] = JSON.parse(data)['sheet-0'];
    expect(decimal).toMatchObject({ formula1: '0', formula2: '2', errorStyle: 1 });
    expect(decimal.error).toBe('Điểm từ 0 đến 2.');
    expect(quoted.formula1).toBe('Có,Không');
    expect(referring.formula1).toBe('=$A$1:$A$3');
  });
});
