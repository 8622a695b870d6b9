import { strToU8, zipSync } from 'fflate';
import { openWorkbookFile } from '../../../src/hosts/file/fileHost';
import { stateSheetName } from '../../../src/hosts/file/snapshotOf';
import { STATE_SHEET } from '../../../src/workbook/state';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { override, relation, xlsx, xlsxEntries, type Parts } from './xlsxParts';

async function read(parts: Parts): Promise<WorkbookSnapshot> {
  return (await openWorkbookFile(xlsx(parts), 'a.xlsx')).read({ sheets: 'all' });
}

async function readSheet(body: string, parts: Partial<Parts> = {}): Promise<SheetSnapshot> {
  const sheet = (await read({ ...parts, sheets: [body] })).sheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const row = (cells: string, attributes = 'r="1"'): string => `<row ${attributes}>${cells}</row>`;
const data = (...rows: string[]): string => `<sheetData>${rows.join('')}</sheetData>`;

describe('values', () => {
  test('every kind of cell', async () => {
    const sheet = await readSheet(
      data(
        row(
          '<c r="A1"><v>0.1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#DIV/0!</v></c>' +
            '<c r="E1" t="str"><v>x</v></c><c r="F1" t="inlineStr"><is><t>trong ô</t></is></c><c r="G1" t="d"><v>2023-06-30</v></c>' +
            '<c r="H1" t="d"><v>2023-06-30T12:00:00</v></c><c r="I1"/><c r="J1"><v>1E-3</v></c>',
        ),
      ),
      { texts: '<si><t>3.10</t></si>' },
    );
    expect(sheet.values).toEqual([
      [0.1, '3.10', true, { error: '#DIV/0!' }, 'x', 'trong ô', 45107, 45107.5, null, 0.001],
    ]);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 10]);
  });

  test('texts in several fonts are read as one, without reading aids', async () => {
    const sheet = await readSheet(
      data(row('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>')),
      {
        texts:
          '<si><r><rPr><b/></rPr><t xml:space="preserve">Tiêu chí </t></r><r><t>1.1</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>' +
          '<si><t>a_x000D_b_x005F_x0041_</t></si>',
      },
    );
    expect(sheet.values[0]).toEqual(['Tiêu chí 1.1', 'a\rb_x0041_']);
  });

  test('cells and rows without addresses follow one another', async () => {
    const sheet = await readSheet(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
    );
    expect(sheet.values).toEqual([
      [1, 2],
      [3, null],
    ]);
  });

  test('a vocabulary with a prefix is the same vocabulary', async () => {
    const prefixed =
      '<?xml version="1.0"?><!-- x --><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const entries = {
      ...xlsxEntries({ sheets: [''] }),
      'xl/worksheets/sheet1.xml': strToU8(prefixed),
    };
    const file = await openWorkbookFile(zipSync(entries), 'a.xlsx');
    expect((await file.read({ sheets: 'all' })).sheets[0]?.values).toEqual([[7]]);
    const again = await openWorkbookFile(await file.toBytes(), 'a.xlsx');
    expect((await again.read({ sheets: 'all' })).sheets[0]?.values).toEqual([[7]]);
  });
});

describe('formulas', () => {
  test('come with "=" and their cached value', async () => {
    const sheet = await readSheet(
      data(
        row(
          '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        ),
      ),
    );
    expect(sheet.formulas[0]).toEqual(['=1+1', '="a"', '=1/0']);
    expect(sheet.values[0]).toEqual([2, 'a', { error: '#DIV/0!' }]);
  });

  test('shared ones say what each cell says, whichever comes first', async () => {
    const sheet = await readSheet(
      data(
        row('<c r="B1"><f t="shared" si="0"/><v>1</v></c>'),
        row(
          '<c r="B2"><f t="shared" ref="B1:B3" si="0">A2*$A$1+SUM(A$1:A2)</f><v>2</v></c>',
          'r="2"',
        ),
        row('<c r="B3"><f t="shared" si="0"/><v>3</v></c>', 'r="3"'),
      ),
    );
    expect(sheet.formulas.map((line) => line[1])).toEqual([
      '=A1*$A$1+SUM(A$1:A1)',
      '=A2*$A$1+SUM(A$1:A2)',
      '=A3*$A$1+SUM(A$1:A3)',
    ]);
  });

  test('younger functions are named as people name them', async () => {
    const sheet = await readSheet(
      data(
        row('<c r="A1"><f>_xlfn.CONCAT("_xlfn.CONCAT(",_xlfn._xlws.SORT(A2:A3))</f><v>0</v></c>'),
      ),
    );
    expect(sheet.formulas[0]).toEqual(['=CONCAT("_xlfn.CONCAT(",SORT(A2:A3))']);
  });
});

const styles =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts>' +
  '<fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0"/><xf numFmtId="49" fontId="1"/>' +
  '<xf numFmtId="164" fontId="0"><alignment indent="2"/></xf><xf numFmtId="14" fontId="0"/></cellXfs>';

describe('formats', () => {
  test('of cells, and of empty places by row and then by column', async () => {
    const sheet = await readSheet(
      '<cols><col min="2" max="3" style="3"/></cols>' +
        data(
          row('<c r="A1" s="1"/><c r="C1"><v>1</v></c>'),
          row('<c r="C2" s="2"><v>1</v></c>', 'r="2" s="1" customFormat="1"'),
        ),
      { styles },
    );
    expect(sheet.numberFormats).toEqual([
      ['@', 'mm-dd-yy', 'General'],
      ['@', '@', '0.000'],
    ]);
    expect(sheet.bold).toEqual([
      [true, false, false],
      [true, true, false],
    ]);
    expect(sheet.indents).toEqual([
      [0, 0, 0],
      [0, 0, 2],
    ]);
  });
});

describe('shape', () => {
  test('grids end at the content, however far the sheet is formatted', async () => {
    const styled = Array.from({ length: 3000 }, (_, index) =>
      row('<c r="A1" s="1"/>'.replace('A1', `H${index + 5}`), `r="${index + 5}" s="1"`),
    );
    const sheet = await readSheet(
      '<cols><col min="1" max="16384" style="1" width="9"/></cols>' +
        data(
          row('<c r="B2"><v>1</v></c>', 'r="2"'),
          ...styled,
          row('', 'r="1048576" ht="20" customHeight="1" hidden="1"'),
        ),
      { styles },
    );
    expect([sheet.rowCount, sheet.columnCount]).toEqual([2, 2]);
    expect(sheet.values).toEqual([
      [null, null],
      [null, 1],
    ]);
    expect(sheet.hiddenRows).toEqual([]);
  });

  test('of a million formatted rows only the one with something in it is read', async () => {
    const rows = Array.from(
      { length: 1_048_576 },
      (_, index) => `<row r="${index + 1}" s="1" customFormat="1"/>`,
    ).join('');
    const bytes = xlsx({
      sheets: [`<sheetData>${rows.replace('/>', '><c r="A1"><v>1</v></c></row>')}</sheetData>`],
      styles,
    });
    const snapshot = await (await openWorkbookFile(bytes, 'a.xlsx')).read({ sheets: 'all' });
    expect(snapshot.sheets[0]?.rowCount).toBe(1);
    expect(snapshot.sheets[0]?.values).toEqual([[1]]);
  });

  test('merges, hidden rows and columns', async () => {
    const sheet = await readSheet(
      '<cols><col min="2" max="3" hidden="1" width="9"/><col min="5" max="16384" hidden="1" width="9"/></cols>' +
        data(
          row('<c r="D1"><v>1</v></c>'),
          row('', 'r="2" hidden="1"'),
          row('<c r="A3"><v>1</v></c>', 'r="3"'),
        ) +
        '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="A90:B91"/></mergeCells>',
    );
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect(sheet.hiddenRows).toEqual([1]);
    expect(sheet.hiddenColumns).toEqual([1, 2]);
    expect(sheet.filtered).toBe(false);
  });

  test('filtered by the sheet', async () => {
    const sheet = await readSheet(
      data(row('<c r="A1"><v>1</v></c>'), row('<c r="A2"><v>1</v></c>', 'r="2" hidden="1"')) +
        '<autoFilter ref="A1:A2"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>',
    );
    expect(sheet.filtered).toBe(true);
  });

  test('filtered by a table', async () => {
    const sheet = await readSheet(
      data(
        row('<c r="A1" t="str"><v>x</v></c>'),
        row('<c r="A2"><v>1</v></c>', 'r="2" hidden="1"'),
      ) + '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      {
        relations: [relation('rId1', 'table', '../tables/table1.xml')],
        more: {
          'xl/tables/table1.xml':
            '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:A2"><autoFilter ref="A1:A2"><filterColumn colId="0"><filters/></filterColumn></autoFilter><tableColumns count="1"><tableColumn id="1" name="x"/></tableColumns></table>',
        },
        types: override(
          '/xl/tables/table1.xml',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
        ),
      },
    );
    expect(sheet.filtered).toBe(true);
  });
});

describe('workbook', () => {
  const cell = (value: number): string => data(row(`<c r="A1"><v>${value}</v></c>`));
  const parts: Parts = {
    sheets: [
      cell(1),
      cell(2),
      cell(3),
      data(
        row('<c r="A1" t="str"><v>{"a":</v></c>'),
        row('<c r="A2" t="str"><v>1}</v></c><c r="B2"><v>9</v></c>', 'r="2"'),
      ),
    ],
    names: ['Một', 'Ẩn', 'Ba', '_CCHC'],
    states: ['', 'state="hidden"', '', 'state="veryHidden"'],
  };

  test('all means the visible ones, in order', async () => {
    const snapshot = await read(parts);
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(['Một', 'Ba']);
    expect(snapshot.sheetNames).toEqual(['Một', 'Ẩn', 'Ba', '_CCHC']);
  });

  test('the state is the text in column A of its sheet', async () => {
    expect((await read(parts)).state).toBe('{"a":1}');
    expect((await read({ sheets: [cell(1)] })).state).toBeNull();
    expect(stateSheetName).toBe(STATE_SHEET);
  });

  test('sheets that were asked for, in the order of the tabs', async () => {
    const file = await openWorkbookFile(xlsx(parts), 'a.xlsx');
    const { sheets } = await file.read({ sheets: ['Ba', 'Ẩn'] });
    expect(sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ['Ẩn', 'hidden'],
      ['Ba', 'visible'],
    ]);
    await expect(file.read({ sheets: ['Bốn'] })).rejects.toMatchObject({
      problem: 'sheetGone',
      params: { sheet: 'Bốn' },
    });
  });

  test('the active sheet', async () => {
    const active = { ...parts, workbook: '' };
    const file = await openWorkbookFile(xlsx(active), 'a.xlsx');
    expect((await file.read({ sheets: 'active' })).activeSheet).toBe('Một');
    file.activate('Ba');
    expect((await file.read({ sheets: 'active' })).sheets.map((sheet) => sheet.name)).toEqual([
      'Ba',
    ]);
    expect(() => file.activate('Ẩn')).toThrow('sheetGone');
  });

  test('a protected sheet says so', async () => {
    expect((await readSheet(`${cell(1)}<sheetProtection sheet="1"/>`)).protected).toBe(true);
    expect((await readSheet(`${cell(1)}<sheetProtection objects="1"/>`)).protected).toBe(false);
  });
});
