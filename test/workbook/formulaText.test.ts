import fc from 'fast-check';
import { areaName, lastColumn, lastRow } from '../../src/workbook/address';
import {
  dropSheet,
  formulaNames,
  formulaReferences,
  moveFormula,
  sheetPrefix,
  shiftFormula,
  type Shift,
} from '../../src/workbook/formulaText';

const named = (formula: string): string[] =>
  formulaReferences(formula).map(({ sheet, area }) => `${sheet ?? ''}|${areaName(area)}`);

describe('references of a formula', () => {
  test.each<[string, string[]]>([
    ['=A1', ['|A1']],
    ['=$A$1+b2', ['|A1', '|B2']],
    ['=SUM(A1:C3,$D4)', ['|A1:C3', '|D4']],
    ['=SUM(C3:A1)', ['|A1:C3']],
    ['=SUM(A:C)', [`|A1:C${lastRow + 1}`]],
    ['=SUM($2:3)', ['|A2:XFD3']],
    ["='Bảng điểm'!A1", ['Bảng điểm|A1']],
    ["='Nhà ''A'''!$B$2:C3", ["Nhà 'A'|B2:C3"]],
    ['=Sheet1!A1+Dữ_liệu!B2', ['Sheet1|A1', 'Dữ_liệu|B2']],
    ['="A1"&"nói ""B2"" rồi"', []],
    ['=LOG10(A1)', ['|A1']],
    ['=ROUND(A1*1E5,2)', ['|A1']],
    ['=DIEM2023+XFE1+A1048577', []],
    ['=A1:INDEX(B:B,3)', ['|A1', `|B1:B${lastRow + 1}`]],
    ['=Bảng[Điểm A1]+Bảng[[#Headers],[B2]]', []],
    ["=[1]Sheet1!A1+'[số.xlsx]Trang 1'!B2", []],
    ['=Sheet1:Sheet3!A1', []],
    ['=#REF!+#N/A+A1', ['|A1']],
    ['=IF(TRUE,A1,Sheet1!#REF!)', ['|A1']],
    ['={1,2;3,4}*A1', ['|A1']],
    ['=A1b+tên.A1', []],
    ['=A1#', ['|A1']],
    ['=', []],
    ['="unfinished', []],
  ])('%s', (formula, expected) => {
    expect(named(formula)).toEqual(expected);
  });

  test('say which parts are fixed', () => {
    expect(formulaReferences('=$A1:B$2')[0]?.fixed).toEqual({
      left: true,
      top: false,
      right: false,
      bottom: true,
    });
  });

  test('names are told from functions, strings and truth values', () => {
    expect(formulaNames('=SUM(DIEM_TOI_DA, tổng) & "tên" & TRUE & Bảng[Cột] & A1')).toEqual([
      'DIEM_TOI_DA',
      'tổng',
    ]);
  });
});

const rows = (at: number, delta: number): Shift => ({
  ownSheet: 'S',
  changedSheet: 'S',
  axis: 'rows',
  at,
  delta,
});
const columns = (at: number, delta: number): Shift => ({ ...rows(at, delta), axis: 'columns' });

describe('shifting a formula', () => {
  test.each<[string, Shift, string]>([
    // insert
    ['=A1+A5', rows(2, 3), '=A1+A8'],
    ['=A3', rows(2, 1), '=A4'],
    ['=SUM(A1:A5)', rows(2, 1), '=SUM(A1:A6)'],
    ['=SUM(A1:A5)', rows(0, 1), '=SUM(A2:A6)'],
    ['=SUM(A1:A5)', rows(5, 1), '=SUM(A1:A5)'],
    ['=$C$3+C$3', columns(1, 2), '=$E$3+E$3'],
    ['=SUM(B:D)', columns(2, 1), '=SUM(B:E)'],
    ['=SUM(B:D)', rows(2, 1), '=SUM(B:D)'],
    ['=SUM(2:4)', rows(2, 1), '=SUM(2:5)'],
    ['=SUM(A1:A1048576)', rows(2, 1), '=SUM(A1:A1048576)'],
    ['=A1048576', rows(0, 1), '=#REF!'],
    // delete
    ['=A5', rows(1, -2), '=A3'],
    ['=A2', rows(1, -2), '=#REF!'],
    ['=SUM(A1:A5)', rows(1, -2), '=SUM(A1:A3)'],
    ['=SUM(A1:A5)', rows(0, -2), '=SUM(A1:A3)'],
    ['=SUM(A1:A5)', rows(3, -9), '=SUM(A1:A3)'],
    ['=SUM(A2:A3)', rows(1, -2), '=SUM(#REF!)'],
    ['=SUM($B:C)', columns(1, -2), '=SUM(#REF!)'],
    ["='S'!C3", columns(2, -1), "='S'!#REF!"],
    // other sheets, other places
    ['=Khác!A5+A5', rows(0, 1), '=Khác!A5+A6'],
    ['=s!A5', rows(0, 1), '=s!A6'],
    ['="A5"&A5', rows(0, 1), '="A5"&A6'],
    ['=[1]S!A5+A5', rows(0, 1), '=[1]S!A5+A6'],
    ['=S:T!A5', rows(0, 1), '=S:T!A5'],
    ['=SUM(A5:A3)', rows(3, 2), '=SUM(A7:A3)'],
    ['=  a5 + A5 ', rows(9, 1), '=  a5 + A5 '],
  ])('%s %j', (formula, shift, expected) => {
    expect(shiftFormula(formula, shift)).toBe(expected);
  });

  test('a name of the workbook is changed only where it names the sheet', () => {
    const shift: Shift = { ...rows(0, 1), ownSheet: null, changedSheet: 'Bảng điểm' };
    expect(shiftFormula("'Bảng điểm'!$A$1:$B$9", shift)).toBe("'Bảng điểm'!$A$2:$B$10");
    expect(shiftFormula('$A$1', shift)).toBe('$A$1');
  });

  test('a deleted sheet leaves #REF!', () => {
    expect(dropSheet("=Gốc!A1+'Bảng điểm'!B2:C3&B2", 'Bảng điểm')).toBe('=Gốc!A1+#REF!&B2');
  });

  test('copying moves only what is not fixed', () => {
    expect(moveFormula('=A1+$A1+A$1+$A$1&"A1"', 2, 1)).toBe('=B3+$A3+B$1+$A$1&"A1"');
    expect(moveFormula("=SUM('S t'!A1:$B$2)", 1, 1)).toBe("=SUM('S t'!B2:$B$2)");
    expect(moveFormula('=B2', -2, -2)).toBe('=XFD1048576');
  });
});

test.each([
  ['Sheet1', 'Sheet1!'],
  ['Điểm', 'Điểm!'],
  ['Bảng điểm', "'Bảng điểm'!"],
  ["Nhà 'A'", "'Nhà ''A'''!"],
  ['A1', "'A1'!"],
  ['R1C1', "'R1C1'!"],
  ['2023', "'2023'!"],
  ['a-b', "'a-b'!"],
])('sheet %s is written %s', (sheet, prefix) => {
  expect(sheetPrefix(sheet)).toBe(prefix);
  expect(formulaReferences(`=${prefix}B2`)).toMatchObject([{ sheet }]);
});

// Far from the edge, where nothing can fall off.
const cell = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([column, row, fixColumn, fixRow]) => {
    const letters =
      column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
    return `${fixColumn ? '$' : ''}${letters}${fixRow ? '$' : ''}${row}`;
  });
const prefix = fc.constantFrom('', '', 'S!', 'T!', "'Bảng điểm'!");
const reference = fc.oneof(
  fc.tuple(prefix, cell).map(([sheet, one]) => sheet + one),
  fc.tuple(prefix, cell, cell).map(([sheet, one, other]) => `${sheet}${one}:${other}`),
  fc.constantFrom('B:D', '$C:$C', '3:7', 'S!$2:$2'),
);
const term = fc.oneof(reference, fc.constantFrom('1.5', '"A1 ""B2"""', 'TÊN', '#REF!', 'Bảng[A1]'));
const formula = fc
  .array(term, { minLength: 1, maxLength: 5 })
  .map((terms) => `=SUM(${terms.join(',')})`);
const axis = fc.constantFrom('rows' as const, 'columns' as const);

describe('laws of shifting', () => {
  test('inserting and then deleting the same changes nothing', () => {
    fc.assert(
      fc.property(
        formula,
        axis,
        fc.nat(45),
        fc.integer({ min: 1, max: 9 }),
        (text, along, at, count) => {
          const insert: Shift = { ...rows(at, count), axis: along };
          expect(shiftFormula(shiftFormula(text, insert), { ...insert, delta: -count })).toBe(text);
        },
      ),
    );
  });

  test('inserting twice is inserting both at once', () => {
    fc.assert(
      fc.property(
        formula,
        axis,
        fc.nat(45),
        fc.nat(5),
        fc.nat(5),
        (text, along, at, one, other) => {
          const shift: Shift = { ...rows(at, one), axis: along };
          expect(shiftFormula(shiftFormula(text, shift), { ...shift, delta: other })).toBe(
            shiftFormula(text, { ...shift, delta: one + other }),
          );
        },
      ),
    );
  });

  test('an inserted gap is never pointed to by a single cell, and what is kept keeps its size', () => {
    fc.assert(
      fc.property(cell, fc.nat(45), fc.integer({ min: 1, max: 9 }), (one, at, count) => {
        const after = formulaReferences(shiftFormula(`=${one}`, rows(at, count)))[0];
        expect(after).toBeDefined();
        if (!after) return;
        expect(after.area.top >= at && after.area.top < at + count).toBe(false);
        expect(after.area.top).toBe(after.area.bottom);
      }),
    );
  });

  test('what is not a reference is kept to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const far: Shift = { ...rows(lastRow, 0), axis: 'columns', at: lastColumn };
        expect(shiftFormula(text, far)).toBe(text);
        expect(shiftFormula(`="${text.replace(/"/g, '""')}"`, rows(0, 3))).toBe(
          `="${text.replace(/"/g, '""')}"`,
        );
      }),
    );
  });
});
