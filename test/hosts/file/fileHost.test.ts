import { unzipSync } from 'fflate';
import { newWorkbookFile, openWorkbookFile } from '../../../src/hosts/file/fileHost';
import type { CalculationInput } from '../../../src/workbook/view';
import type { Change, Patch } from '../../../src/workbook/patch';
import { xlsx } from './xlsxParts';

const patch = (...changes: Change[]): Patch => ({ changes, expects: [] });
const write = (row: number, column: number, value: number): Change => ({
  kind: 'write',
  sheet: 'S1',
  at: { row, column },
  cells: [[{ value }]],
});
const sheets = [
  '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1"><f>B1+Hệ_số</f><v>3</v></c><c r="D1"><f>E1</f><v>0</v></c></row></sheetData>',
  '<sheetData><row r="1"><c r="A1"><f>SUM(S1!A:B)</f><v>3</v></c><c r="B1"><v>7</v></c></row></sheetData>',
];
const workbook = '<definedNames><definedName name="Hệ_số">S2!$B$1</definedName></definedNames>';

/** A calculator that remembers what it was asked and answers 100 everywhere. */
function calculator(): {
  asked: CalculationInput[];
  recalculate: (
    input: CalculationInput,
  ) => Promise<{ at: { row: number; column: number }; value: number }[][]>;
} {
  const asked: CalculationInput[] = [];
  return {
    asked,
    recalculate: async (input) => {
      asked.push(input);
      return input.sheets.map((sheet) =>
        sheet.cells.flatMap(({ row, column, formula }) =>
          formula === null ? [] : [{ at: { row, column }, value: 100 }],
        ),
      );
    },
  };
}

describe('values that are missing or out of date', () => {
  test('a file that has them all is not calculated', async () => {
    const { asked, recalculate } = calculator();
    const file = await openWorkbookFile(xlsx({ sheets, workbook }), 'a.xlsx', { recalculate });
    await file.read({ sheets: 'all' });
    await file.toBytes();
    expect(asked).toEqual([]);
  });

  test('only what is missing is taken over', async () => {
    const { asked, recalculate } = calculator();
    const missing = sheets.map((sheet) =>
      sheet.replace('<f>A1*2</f><v>2</v>', '<f>A1*2</f><v></v>'),
    );
    const file = await openWorkbookFile(xlsx({ sheets: missing, workbook }), 'a.xlsx', {
      recalculate,
    });
    const { sheets: read } = await file.read({ sheets: 'all' });
    expect(read[0]?.values).toEqual([[1, 100, 3, 0]]);
    await file.read({ sheets: 'all' });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.names).toEqual([{ name: 'Hệ_số', sheet: null, refersTo: 'S2!$B$1' }]);
    expect(asked[0]?.sheets[0]?.cells).toContainEqual({
      row: 0,
      column: 1,
      value: null,
      formula: '=A1*2',
    });
  });

  test('without a calculator they wait for the grid', async () => {
    const missing = sheets.map((sheet) => sheet.replace('<f>A1*2</f><v>2</v>', '<f>A1*2</f>'));
    const file = await openWorkbookFile(xlsx({ sheets: missing, workbook }), 'a.xlsx');
    expect((await file.read({ sheets: 'all' })).sheets[0]?.values).toEqual([[1, null, 3, 0]]);
    file.setComputed('S1', [
      { at: { row: 0, column: 1 }, value: 2 },
      { at: { row: 0, column: 0 }, value: 55 },
      { at: { row: 9, column: 9 }, value: 55 },
    ]);
    const { values } = (await file.read({ sheets: 'all' })).sheets[0] ?? {};
    expect(values).toEqual([[1, 2, 3, 0]]);
  });

  test.each<[string, Change[], (number | undefined)[]]>([
    // B1, C1, D1 of the first sheet, A1 of the second; 100 is what was calculated anew.
    [
      'what depends on a written cell, also indirectly and on other sheets',
      [write(0, 0, 5)],
      [100, 100, 0, 100],
    ],
    ['through a name', [{ ...write(0, 1, 8), sheet: 'S2' } as Change], [2, 100, 0, 3]],
    ['nothing else', [write(0, 4, 5)], [2, 3, 100, 3]],
    ['nothing at all', [write(5, 5, 5)], [2, 3, 0, 3]],
    [
      'all of it when cells go away',
      [{ kind: 'deleteColumns', sheet: 'S1', first: 20, count: 1 }],
      [100, 100, 100, 100],
    ],
    [
      'not what came with its value',
      [
        {
          kind: 'write',
          sheet: 'S1',
          at: { row: 0, column: 0 },
          cells: [[{ value: 5 }, { formula: '=A1*2', value: 10 }]],
        },
      ],
      [10, 100, 0, 100],
    ],
    [
      'what came without',
      [
        {
          kind: 'write',
          sheet: 'S1',
          at: { row: 0, column: 1 },
          cells: [[{ formula: '=A1*3', value: null }]],
        },
      ],
      [100, 100, 0, 100],
    ],
  ])('a patch makes stale %s', async (_, changes, expected) => {
    const { recalculate } = calculator();
    const file = await openWorkbookFile(xlsx({ sheets, workbook }), 'a.xlsx', { recalculate });
    await file.apply(patch(...changes));
    const [first, second] = (await file.read({ sheets: 'all' })).sheets;
    expect([...(first?.values[0]?.slice(1, 4) ?? []), second?.values[0]?.[0]]).toEqual(expected);
  });

  test.each(['INDIRECT("A1")', 'OFFSET(F1,0,-5)', 'SUM(T[Điểm])', 'ROW()'])(
    'a formula that looks elsewhere is always stale: %s',
    async (formula) => {
      const { recalculate } = calculator();
      const body = `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="D1"><f>${formula.replace(/"/g, '&quot;')}</f><v>7</v></c></row></sheetData>`;
      const file = await openWorkbookFile(xlsx({ sheets: [body] }), 'a.xlsx', { recalculate });
      await file.apply(patch(write(0, 0, 5)));
      expect((await file.read({ sheets: 'all' })).sheets[0]?.values[0]?.[3]).toBe(100);
    },
  );

  test("a person's edit makes stale what depends on it", async () => {
    const { recalculate } = calculator();
    const file = await openWorkbookFile(xlsx({ sheets, workbook }), 'a.xlsx', { recalculate });
    file.edit('S1', { row: 0, column: 4 }, { value: 1 });
    expect((await file.read({ sheets: 'all' })).sheets[0]?.values[0]).toEqual([1, 2, 3, 100, 1]);
  });

  test('a function that the calculator does not know keeps the value it had', async () => {
    const file = await openWorkbookFile(xlsx({ sheets, workbook }), 'a.xlsx', {
      recalculate: async (input) =>
        input.sheets.map((sheet) =>
          sheet.cells.map(({ row, column }) => ({
            at: { row, column },
            value: { error: '#NAME?' },
          })),
        ),
    });
    await file.apply(patch(write(0, 0, 5)));
    expect((await file.read({ sheets: 'all' })).sheets[0]?.values[0]).toEqual([5, 2, 3, 0]);
  });

  test('a calculator that fails loses nothing', async () => {
    const file = await openWorkbookFile(xlsx({ sheets, workbook }), 'a.xlsx', {
      recalculate: () => Promise.reject(new Error('no')),
    });
    await file.apply(patch(write(0, 0, 5)));
    await expect(file.read({ sheets: 'all' })).rejects.toThrow('no');
    expect(file.view().sheets[0]?.cells[0]?.value).toBe(5);
  });
});

describe('a person and her grid', () => {
  test('edits are told, patches are told apart, calculated values are not told', async () => {
    const file = await openWorkbookFile(xlsx({ sheets, workbook }), 'a.xlsx');
    const edits: unknown[] = [];
    const changes: unknown[] = [];
    const stopEdits = file.listen((edit) => edits.push(edit));
    const stopChanges = file.onChange((...change) => changes.push(change));
    file.edit('S1', { row: 2, column: 3 }, { value: 'x' });
    file.setComputed('S1', [{ at: { row: 0, column: 1 }, value: 9 }]);
    await file.apply(patch(write(0, 0, 5)));
    await file.apply(patch({ kind: 'insertColumns', sheet: 'S1', before: 0, count: 1 }));
    expect(edits).toEqual([{ sheet: 'S1', address: 'D3' }]);
    expect(changes).toEqual([
      ['edit', ['S1']],
      ['patch', ['S1']],
      ['patch', ['S1', 'S2']],
    ]);
    stopEdits();
    stopChanges();
    file.edit('S1', { row: 2, column: 3 }, { value: 'y' });
    expect([edits.length, changes.length]).toEqual([1, 3]);
  });

  test('an edit keeps the format; a locked cell of a protected sheet refuses', async () => {
    const file = await openWorkbookFile(
      xlsx({
        sheets: [
          '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c></row></sheetData><sheetProtection sheet="1"/>',
        ],
        styles:
          '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf/><xf numFmtId="2"><protection locked="0"/></xf></cellXfs>',
      }),
      'a.xlsx',
    );
    expect(() => file.edit('S1', { row: 0, column: 0 }, { value: 2 })).toThrow('sheetProtected');
    file.edit('S1', { row: 0, column: 1 }, { formula: '=1+1', value: 2 });
    const view = file.view();
    expect(view.sheets[0]?.cells.map(({ value, formula }) => [value, formula])).toEqual([
      [1, null],
      [2, '=1+1'],
    ]);
    expect(view.styles[view.sheets[0]?.cells[1]?.styleId ?? -1]).toMatchObject({
      numberFormat: '0.00',
      locked: false,
    });
  });

  test('selecting a cell is remembered in the file, behind frozen panes too', async () => {
    const file = newWorkbookFile('a.xlsx');
    await file.apply(
      patch(
        { kind: 'newSheet', sheet: 'Hai', visibility: 'visible', activate: false },
        { kind: 'freeze', sheet: 'Hai', rows: 2, columns: 1 },
      ),
    );
    expect(file.view().activeSheet).toBe('Sheet1');
    await file.select('Hai', { row: 6, column: 2 });
    const again = (await openWorkbookFile(await file.toBytes(), 'a.xlsx')).view();
    expect(again.activeSheet).toBe('Hai');
    expect(again.sheets[1]).toMatchObject({
      selected: { row: 6, column: 2 },
      freeze: { rows: 2, columns: 1 },
    });
    await expect(file.select('Ba', { row: 0, column: 0 })).rejects.toMatchObject({
      problem: 'sheetGone',
    });
  });

  test('it says what it can do', () => {
    expect(newWorkbookFile('a.xlsx').capabilities).toEqual({ files: false, lacks: [] });
  });
});

test('the view shows looks, messages and colours as programs do', async () => {
  const file = await openWorkbookFile(
    xlsx({
      sheets: [
        '<sheetViews><sheetView showGridLines="0" zoomScale="85" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="16.5" defaultColWidth="10"/>' +
          '<sheetData><row r="1" ht="42" customHeight="1" outlineLevel="2"><c r="A1" s="1"><v>1</v></c></row></sheetData>' +
          '<conditionalFormatting sqref="A1:B2 D4"><cfRule type="cellIs" dxfId="0" priority="3" operator="lessThan" stopIfTrue="1"><formula>5</formula></cfRule></conditionalFormatting>' +
          '<dataValidations count="2"><dataValidation type="decimal" operator="between" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorStyle="warning" promptTitle="Điểm" prompt="0 đến 2" errorTitle="Sai" error="Ngoài khoảng" sqref="A1:A9"><formula1>0</formula1><formula2>2</formula2></dataValidation>' +
          '<dataValidation type="list" prompt="ẩn" sqref="B:B"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      ],
      styles:
        '<fonts count="2"><font/><font><b val="1"/><i val="0"/><strike/><u val="double"/><sz val="13"/><color theme="4" tint="0.5"/><name val="Times New Roman"/></font></fonts>' +
        '<fills count="3"><fill/><fill/><fill><patternFill patternType="solid"><fgColor indexed="10"/><bgColor indexed="64"/></patternFill></fill></fills>' +
        '<borders count="2"><border/><border><left style="thick"><color rgb="FF00FF00"/></left><right/><top style="none"/><bottom style="dashed"><color auto="1"/></bottom></border></borders>' +
        '<cellXfs count="2"><xf/><xf numFmtId="10" fontId="1" fillId="2" borderId="1"><alignment horizontal="centerContinuous" vertical="center" wrapText="1" indent="1" textRotation="135"/><protection locked="0"/></xf></cellXfs>' +
        '<dxfs count="1"><dxf><font><b/><color rgb="FFFF0000"/></font><fill><patternFill><bgColor rgb="FFFFEE00"/></patternFill></fill></dxf></dxfs>',
    }),
    'a.xlsx',
  );
  const view = file.view();
  const [sheet] = view.sheets;
  expect(view.styles[sheet?.cells[0]?.styleId ?? -1]).toEqual({
    numberFormat: '0.00%',
    fontName: 'Times New Roman',
    fontSize: 13,
    bold: true,
    italic: false,
    underline: true,
    strike: true,
    fontColor: '#A7C0DE',
    fill: '#FF0000',
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    indent: 1,
    rotation: -45,
    locked: false,
    borders: {
      top: null,
      right: null,
      bottom: { style: 'dashed', color: '#000000' },
      left: { style: 'thick', color: '#00FF00' },
    },
  });
  expect(sheet).toMatchObject({
    gridLines: false,
    zoom: 85,
    defaultRowHeight: 16.5,
    defaultColumnWidth: 10,
    rows: [{ row: 0, height: 42, hidden: false, outlineLevel: 2 }],
    conditionalFormats: [
      {
        areas: [
          { top: 0, left: 0, bottom: 1, right: 1 },
          { top: 3, left: 3, bottom: 3, right: 3 },
        ],
        kind: 'cellIs',
        operator: 'lessThan',
        formulas: ['5'],
        priority: 3,
        stopIfTrue: true,
        format: { bold: true, fontColor: '#FF0000', fill: '#FFEE00' },
      },
    ],
    validations: [
      {
        areas: [{ top: 0, left: 0, bottom: 8, right: 0 }],
        kind: 'decimal',
        operator: 'between',
        formula1: '0',
        formula2: '2',
        allowBlank: true,
        onError: 'warning',
        prompt: { title: 'Điểm', message: '0 đến 2' },
        error: { title: 'Sai', message: 'Ngoài khoảng' },
      },
      {
        areas: [{ top: 0, left: 1, bottom: 1_048_575, right: 1 }],
        kind: 'list',
        formula1: '"a,b"',
        formula2: null,
        onError: 'nothing',
        prompt: null,
      },
    ],
  });
});

test('a fill is never the second, which programs show as grey dots', async () => {
  const poor =
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>';
  for (const styles of [{ styles: poor }, {}]) {
    const file = await openWorkbookFile(xlsx({ sheets: ['<sheetData/>'], ...styles }), 'a.xlsx');
    const area = { top: 0, left: 0, bottom: 0, right: 0 };
    await file.apply(patch({ kind: 'format', sheet: 'S1', area, format: { fill: '#FFEE00' } }));
    const xml = new TextDecoder().decode(unzipSync(await file.toBytes())['xl/styles.xml']);
    expect(xml).toMatch(/<fills count="3">.*gray125.*FFFFEE00.*<\/fills>/);
    expect(xml).toContain('fillId="2"');
  }
});

test('a list that is not strict warns, and lets the answer stand', async () => {
  const file = await openWorkbookFile(xlsx({ sheets: ['<sheetData/>'] }), 'a.xlsx');
  const words = { title: 't', message: 'm' };
  const list = { kind: 'list' as const, values: ['Có', 'Không'], prompt: words, error: words };
  const at = (row: number) => ({ top: row, left: 0, bottom: row, right: 0 });
  await file.apply(
    patch(
      { kind: 'validation', sheet: 'S1', area: at(0), rule: { ...list, strict: false } },
      { kind: 'validation', sheet: 'S1', area: at(1), rule: list },
    ),
  );
  const xml = new TextDecoder().decode(unzipSync(await file.toBytes())['xl/worksheets/sheet1.xml']);
  expect([...xml.matchAll(/errorStyle="(\w+)"/g)].map(([, style]) => style)).toEqual([
    'warning',
    'stop',
  ]);
  expect(file.view().sheets[0]?.validations.map(({ onError }) => onError)).toEqual([
    'warning',
    'stop',
  ]);
});

test('a validation keeps its place beside others', async () => {
  const file = await openWorkbookFile(
    xlsx({
      sheets: [
        '<sheetData/><dataValidations count="1"><dataValidation type="whole" sqref="A1:E5"><formula1>1</formula1></dataValidation></dataValidations>',
      ],
    }),
    'a.xlsx',
  );
  const words = { title: 't', message: 'm' };
  const area = { top: 1, left: 1, bottom: 2, right: 2 };
  await file.apply(
    patch({
      kind: 'validation',
      sheet: 'S1',
      area,
      rule: { kind: 'list', values: ['Có', 'Không "hẳn"'], prompt: words, error: words },
    }),
  );
  const rules = file.view().sheets[0]?.validations;
  expect(rules?.map((rule) => [rule.kind, rule.areas])).toEqual([
    [
      'whole',
      [
        { top: 0, left: 0, bottom: 0, right: 4 },
        { top: 1, bottom: 2, left: 0, right: 0 },
        { top: 1, bottom: 2, left: 3, right: 4 },
        { top: 3, left: 0, bottom: 4, right: 4 },
      ],
    ],
    ['list', [area]],
  ]);
  expect(rules?.[1]).toMatchObject({
    formula1: '"Có,Không ""hẳn"""',
    onError: 'stop',
    prompt: words,
    error: words,
  });
});

test('a height that a program fitted is told from one that someone chose', async () => {
  const rows =
    '<row r="1" ht="42" customHeight="1"><c r="A1"><v>1</v></c></row>' +
    '<row r="2" ht="31.5"><c r="A2"><v>1</v></c></row>';
  const file = await openWorkbookFile(
    xlsx({ sheets: [`<sheetData>${rows}</sheetData>`] }),
    'a.xlsx',
  );
  const heights = file
    .view()
    .sheets[0]!.rows.map(({ height, fitted }) => [height, fitted ?? false]);
  expect(heights).toEqual([
    [42, false],
    [31.5, true],
  ]);
});
