import fc from 'fast-check';
import { newWorkbookFile, openWorkbookFile } from '../../../src/hosts/file/fileHost';
import type { Change, Patch } from '../../../src/workbook/patch';
import { emptyState, stateText } from '../../../src/workbook/state';
import type { CellValue } from '../../../src/workbook/snapshot';
import type { WorkbookFile, WorkbookView } from '../../../src/workbook/view';
import { xlsx } from './xlsxParts';

const S = 'Bảng điểm';
const T = 'Khác';

/** Two sheets with everything that can move, and formulas and names that point at both. */
async function sample(): Promise<WorkbookFile> {
  const row = (index: number): string =>
    `<row r="${index}" ${index === 3 ? 'hidden="1"' : ''} ${index > 4 ? 'outlineLevel="1"' : ''} ${index === 2 ? 'ht="30" customHeight="1"' : ''}>` +
    `<c r="A${index}" t="s" s="1"><v>${index % 2}</v></c><c r="B${index}" s="2"><v>${index / 4}</v></c>` +
    `<c r="C${index}"><f>B${index}*2</f><v>${index / 2}</v></c><c r="E${index}"><f>SUM(B$1:B${index})</f><v>1</v></c></row>`;
  return openWorkbookFile(
    xlsx({
      sheets: [
        '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
          '<cols><col min="1" max="1" width="12" customWidth="1"/><col min="2" max="4" width="7" customWidth="1" style="2"/><col min="6" max="6" width="9" hidden="1"/></cols>' +
          `<sheetData>${[1, 2, 3, 4, 5, 6].map(row).join('')}</sheetData>` +
          '<autoFilter ref="A1:E6"><filterColumn colId="2"><filters><filter val="1"/></filters></filterColumn></autoFilter>' +
          '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="D4:F5"/></mergeCells>' +
          '<conditionalFormatting sqref="B1:B6"><cfRule type="expression" dxfId="0" priority="1"><formula>$B1&gt;C1</formula></cfRule></conditionalFormatting>' +
          '<dataValidations count="2"><dataValidation type="decimal" allowBlank="1" sqref="B1:B6 D2"><formula1>0</formula1><formula2>$C$1</formula2></dataValidation>' +
          '<dataValidation type="list" sqref="F1"><formula1>"a,b"</formula1></dataValidation></dataValidations>' +
          `<hyperlinks><hyperlink ref="A4" location="'${S}'!C5"/></hyperlinks><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks>`,
        `<sheetData><row r="1"><c r="A1"><f>'${S}'!B4+${S.replace(' ', '_')}</f><v>1</v></c><c r="B1"><f>SUM('${S}'!B:C)</f><v>2</v></c><c r="C1" t="s"><v>2</v></c></row></sheetData>`,
        '<sheetData/>',
      ],
      names: [S, T, 'Trống'],
      workbook: `<definedNames><definedName name="Bảng_điểm">'${S}'!$B$4</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'${S}'!$A$1:$E$6</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${S}'!$1:$1</definedName></definedNames>`,
      texts:
        '<si><t>lẻ</t></si><si><t>1.10</t></si><si><r><rPr><b/></rPr><t>đậm</t></r><r><t> thường</t></r></si>',
      styles:
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="13"/><name val="Arial"/></font></fonts>' +
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0"/></cellXfs>' +
        '<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs>',
    }),
    'mẫu.xlsx',
  );
}

const allSheets = async (file: WorkbookFile): Promise<string> => {
  const names = file.view().sheets.map((sheet) => sheet.name);
  return JSON.stringify([await file.read({ sheets: names }), file.view()]);
};
const patch = (...changes: Change[]): Patch => ({ changes, expects: [] });
const sheetOf = (file: WorkbookFile, name = S): WorkbookView['sheets'][number] => {
  const sheet = file.view().sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
const valueAt = async (
  file: WorkbookFile,
  row: number,
  column: number,
  sheet = S,
): Promise<CellValue> =>
  (await file.read({ sheets: [sheet] })).sheets[0]?.values[row]?.[column] ?? null;
const formulaAt = async (
  file: WorkbookFile,
  row: number,
  column: number,
  sheet = S,
): Promise<string | null> =>
  (await file.read({ sheets: [sheet] })).sheets[0]?.formulas[row]?.[column] ?? null;

const area = { top: 1, left: 1, bottom: 3, right: 4 };
const prompt = { title: 'Điểm', message: 'Từ 0 đến 2' };
const everyChange: Record<Exclude<Change['kind'], 'restore'>, Change> = {
  write: {
    kind: 'write',
    sheet: S,
    at: { row: 1, column: 0 },
    cells: [
      [{ value: '=x' }, { value: 3.5 }, { formula: '=B2*3', value: 10.5 }, null, { value: null }],
      [null, { value: true }, { value: { error: '#N/A' } }],
    ],
  },
  format: {
    kind: 'format',
    sheet: S,
    area,
    format: {
      numberFormat: '0.000',
      fontName: 'Times New Roman',
      fontSize: 13,
      bold: true,
      italic: true,
      fontColor: '#112233',
      fill: '#FFEECC',
      horizontal: 'center',
      vertical: 'middle',
      wrap: true,
      indent: 1,
      border: 'thin',
      locked: false,
    },
  },
  insertColumns: { kind: 'insertColumns', sheet: S, before: 2, count: 3 },
  deleteColumns: { kind: 'deleteColumns', sheet: S, first: 1, count: 2 },
  insertRows: { kind: 'insertRows', sheet: S, before: 2, count: 2 },
  deleteRows: { kind: 'deleteRows', sheet: S, first: 0, count: 3 },
  merge: { kind: 'merge', sheet: S, area },
  unmerge: { kind: 'unmerge', sheet: S, area: { top: 0, left: 0, bottom: 9, right: 9 } },
  columnWidth: { kind: 'columnWidth', sheet: S, first: 0, widths: [5, 6.5, 7] },
  rowHeight: { kind: 'rowHeight', sheet: S, first: 0, heights: [20, null, 40.5] },
  validation: {
    kind: 'validation',
    sheet: S,
    area,
    rule: { kind: 'decimal', min: '0', max: '2.5', prompt, error: prompt },
  },
  freeze: { kind: 'freeze', sheet: S, rows: 2, columns: 3 },
  print: {
    kind: 'print',
    sheet: S,
    setup: {
      orientation: 'landscape',
      paper: 'A4',
      fitToWidth: true,
      titleRows: { first: 2, last: 3 },
      margins: { top: 2, bottom: 2, left: 3, right: 1.5 },
      pageNumbers: true,
    },
  },
  titleRows: {
    kind: 'titleRows',
    sheet: S,
    was: { first: 0, last: 0 },
    rows: { first: 0, last: 1 },
  },
  mark: {
    kind: 'mark',
    sheet: S,
    marks: [
      { at: { row: 1, column: 1 }, color: '#FFE699', note: 'Bảng điểm CCHC\n• một' },
      { at: { row: 3, column: 2 }, color: '#F8CBAD', note: 'Bảng điểm CCHC\n• hai' },
    ],
  },
  outline: { kind: 'outline', sheet: S, first: 0, last: 3, level: 2 },
  newSheet: { kind: 'newSheet', sheet: 'Mới', visibility: 'visible', activate: true },
  deleteSheet: { kind: 'deleteSheet', sheet: S },
  remember: {
    kind: 'remember',
    sheet: '_CCHC',
    seen: null,
    text: stateText({ ...emptyState, settings: { base: '79' } }),
  },
};

describe('every kind of change', () => {
  test.each(Object.entries(everyChange))(
    '%s is seen, taken back to the letter, and made again',
    async (_, change) => {
      const file = await sample();
      const before = await allSheets(file);
      const bytesBefore = await file.toBytes();
      const undo = await file.apply(patch(change));
      const after = await allSheets(file);
      const bytesAfter = await file.toBytes();
      expect(Buffer.from(bytesAfter).equals(Buffer.from(bytesBefore))).toBe(false);
      const redo = await file.apply(JSON.parse(JSON.stringify(undo)) as Patch);
      expect(await allSheets(file)).toBe(before);
      await file.apply(redo);
      expect(await allSheets(file)).toBe(after);
    },
  );

  test.each(Object.entries(everyChange))('%s survives saving and opening', async (_, change) => {
    const file = await sample();
    await file.apply(patch(change));
    const again = await openWorkbookFile(await file.toBytes(), file.name);
    const plain = (view: WorkbookView): unknown => ({
      ...view,
      // Style numbers may differ between two readings of the same file; looks may not.
      styles: null,
      sheets: view.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => ({ ...cell, styleId: view.styles[cell.styleId] })),
        rows: sheet.rows.map((row) => ({ ...row, styleId: view.styles[row.styleId] })),
        columns: sheet.columns.map((column) => ({
          ...column,
          styleId: view.styles[column.styleId],
        })),
      })),
    });
    expect(plain(again.view())).toEqual(plain(file.view()));
  });
});

describe('write', () => {
  test('text is text, whatever it looks like; formats stay', async () => {
    const file = await sample();
    await file.apply(patch(everyChange.write));
    expect(await valueAt(file, 1, 0)).toBe('=x');
    expect(await formulaAt(file, 1, 0)).toBeNull();
    expect(await formulaAt(file, 1, 2)).toBe('=B2*3');
    expect(await valueAt(file, 1, 2)).toBe(10.5);
    expect(await formulaAt(file, 1, 4)).toBeNull();
    const { view } = { view: file.view() };
    const cell = sheetOf(file).cells.find(
      (candidate) => candidate.row === 1 && candidate.column === 0,
    );
    expect(view.styles[cell?.styleId ?? -1]).toMatchObject({
      numberFormat: '@',
      bold: true,
      fontSize: 13,
    });
  });

  test('the same again changes nothing, rich text included', async () => {
    const file = await sample();
    const bytes = await file.toBytes();
    const undo = await file.apply(
      patch({
        kind: 'write',
        sheet: T,
        at: { row: 0, column: 2 },
        cells: [[{ value: 'đậm thường' }]],
      }),
    );
    expect(undo.changes).toEqual([]);
    expect(Buffer.from(await file.toBytes()).equals(Buffer.from(bytes))).toBe(true);
  });
});

test('a width is that of its columns only', async () => {
  const file = await sample();
  await file.apply(patch(everyChange.columnWidth));
  expect(sheetOf(file).columns.map(({ first, last, width }) => [first, last, width])).toEqual([
    [0, 0, 5],
    [1, 1, 6.5],
    [2, 2, 7],
    [3, 3, 7],
    [5, 5, 9],
  ]);
});

describe('format', () => {
  const bold = { kind: 'format' as const, sheet: S, format: { bold: true } };

  test('whole columns: what is in them, and what will be', async () => {
    const file = await sample();
    const before = await allSheets(file);
    const place = { top: 0, left: 1, bottom: 1_048_575, right: 16_383 };
    const undo = await file.apply(patch({ ...bold, area: place }));
    const sheet = sheetOf(file);
    const look = (style: number): boolean | undefined => file.view().styles[style]?.bold;
    expect(sheet.cells.filter((cell) => cell.column >= 1).every((cell) => look(cell.styleId))).toBe(
      true,
    );
    expect(
      sheet.columns.map(({ first, last, styleId, width }) => [first, last, look(styleId), width]),
    ).toEqual([
      [0, 0, false, 12],
      [1, 3, true, 7],
      [4, 4, true, null],
      [5, 5, true, 9],
      [6, 16_383, true, null],
    ]);
    expect((await file.read({ sheets: [S] })).sheets[0]?.columnCount).toBe(5);
    await file.apply(undo);
    expect(await allSheets(file)).toBe(before);
  });

  test('whole rows', async () => {
    const file = await sample();
    await file.apply(patch({ ...bold, area: { top: 3, left: 0, bottom: 7, right: 16_383 } }));
    const { bold: read } = (await file.read({ sheets: [S] })).sheets[0] ?? {};
    expect(read?.[3]).toEqual([true, true, true, true, true]);
    expect(read?.[2]?.[3]).toBe(false);
    expect(sheetOf(file).rows.find((row) => row.row === 7)?.styleId).toBeGreaterThan(0);
  });
});

describe('inserting columns', () => {
  test('everything that speaks of places follows', async () => {
    const file = await sample();
    await file.apply(patch(everyChange.insertColumns));
    expect(await formulaAt(file, 0, 5)).toBe('=B1*2');
    expect(await formulaAt(file, 0, 1, T)).toBe(`=SUM('${S}'!B:F)`);
    const sheet = sheetOf(file);
    expect(sheet.merges).toEqual([
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 3, left: 6, bottom: 4, right: 8 },
    ]);
    expect(sheet.validations.map((rule) => [rule.areas, rule.formula2])).toEqual([
      [
        [
          { top: 0, left: 1, bottom: 5, right: 1 },
          { top: 1, left: 6, bottom: 1, right: 6 },
        ],
        '$F$1',
      ],
      [[{ top: 0, left: 8, bottom: 0, right: 8 }], null],
    ]);
    expect(sheet.conditionalFormats[0]?.formulas).toEqual(['$B1>F1']);
    expect(sheet.columns.map(({ first, last, width }) => [first, last, width])).toEqual([
      [0, 0, 12],
      [1, 1, 7],
      [2, 4, 7],
      [5, 6, 7],
      [8, 8, 9],
    ]);
    expect(sheet.freeze).toEqual({ rows: 1, columns: 0 });
    const names = Object.fromEntries(file.view().names.map((name) => [name.name, name.refersTo]));
    expect(names).toEqual({
      Bảng_điểm: `'${S}'!$B$4`,
      '_xlnm.Print_Area': `'${S}'!$A$1:$H$6`,
      '_xlnm.Print_Titles': `'${S}'!$1:$1`,
    });
    const xml = await sheetXml(file, 1);
    expect(xml).toContain('<autoFilter ref="A1:H6"><filterColumn colId="5">');
    expect(xml).toContain(`<hyperlink ref="A4" location="'${S}'!F5"/>`);
  });

  test('what is inserted looks like what stands before it, and is not hidden', async () => {
    const file = await sample();
    await file.apply(patch({ kind: 'insertColumns', sheet: S, before: 6, count: 1 }));
    expect(sheetOf(file).columns.at(-1)).toMatchObject({
      first: 6,
      last: 6,
      hidden: false,
      width: 9,
    });
    await file.apply(patch({ kind: 'insertColumns', sheet: S, before: 2, count: 1 }));
    const cell = sheetOf(file).cells.find(
      (candidate) => candidate.row === 0 && candidate.column === 2,
    );
    expect(cell).toMatchObject({ value: null });
    expect(file.view().styles[cell?.styleId ?? -1]?.numberFormat).toBe('0.00');
  });
});

describe('deleting rows', () => {
  test('formulas on what is gone say #REF!, print ranges follow', async () => {
    const file = await sample();
    await file.apply(patch({ kind: 'deleteRows', sheet: S, first: 3, count: 1 }));
    expect(await formulaAt(file, 0, 0, T)).toBe(`='${S}'!#REF!+Bảng_điểm`);
    expect(file.view().names.map((name) => name.refersTo)).toEqual([
      `'${S}'!#REF!`,
      `'${S}'!$A$1:$E$5`,
      `'${S}'!$1:$1`,
    ]);
    expect(sheetOf(file).merges).toEqual([
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 3, left: 3, bottom: 3, right: 5 },
    ]);
    await file.apply(patch({ kind: 'deleteRows', sheet: S, first: 0, count: 1 }));
    expect(file.view().names.map((name) => name.name)).toEqual(['Bảng_điểm', '_xlnm.Print_Area']);
  });
});

describe('all or nothing', () => {
  test.each<[string, Patch, object]>([
    [
      'sheet gone',
      patch(everyChange.write, { ...everyChange.merge, sheet: 'Bốn' } as Change),
      { problem: 'sheetGone', params: { sheet: 'Bốn' } },
    ],
    [
      'sheet exists',
      patch(everyChange.write, { ...everyChange.newSheet, sheet: 'KHÁC' } as Change),
      { problem: 'sheetExists' },
    ],
    [
      'filled cells over the edge',
      patch(everyChange.write, { kind: 'insertColumns', sheet: S, before: 0, count: 16_380 }),
      { problem: 'unexpected' },
    ],
    [
      'unknown restore',
      patch(everyChange.write, { kind: 'restore', sheet: S, what: 'x', data: 1 }),
      { problem: 'unexpected' },
    ],
    [
      'changed meanwhile',
      {
        changes: [everyChange.write],
        expects: [
          { sheet: S, at: { row: 0, column: 1 }, seen: [[0.25, { formula: '=B1*2' }], [0.7]] },
        ],
      },
      { problem: 'changedMeanwhile', params: { sheet: S, cell: 'B2' } },
    ],
    [
      'a formula where a constant was',
      {
        changes: [everyChange.write],
        expects: [{ sheet: S, at: { row: 0, column: 2 }, seen: [[0.5]] }],
      },
      { problem: 'changedMeanwhile', params: { sheet: S, cell: 'C1' } },
    ],
    [
      'expected sheet gone',
      { changes: [], expects: [{ sheet: 'Bốn', at: { row: 0, column: 0 }, seen: [[null]] }] },
      { problem: 'sheetGone' },
    ],
  ])('%s', async (_, bad, problem) => {
    const file = await sample();
    const before = await allSheets(file);
    const heard: unknown[] = [];
    file.onChange((...event) => heard.push(event));
    await expect(file.apply(bad)).rejects.toMatchObject({ name: 'HostError', ...problem });
    expect(await allSheets(file)).toBe(before);
    expect(heard).toEqual([]);
  });

  test('what was expected and holds lets the patch through', async () => {
    const file = await sample();
    await file.apply({
      changes: [everyChange.write],
      expects: [
        {
          sheet: S,
          at: { row: 0, column: 0 },
          seen: [['1.10', 0.25, { formula: '=B1*2' }, null, { formula: 'SUM(B$1:B1)' }]],
        },
      ],
    });
    expect(await valueAt(file, 1, 0)).toBe('=x');
  });

  test('a protected sheet and a locked workbook refuse', async () => {
    const locked = await openWorkbookFile(
      xlsx({
        sheets: ['<sheetData/><sheetProtection sheet="1"/>', '<sheetData/>'],
        workbook: '<workbookProtection lockStructure="1"/>',
      }),
      'a.xlsx',
    );
    const write: Change = {
      kind: 'write',
      sheet: 'S1',
      at: { row: 0, column: 0 },
      cells: [[{ value: 1 }]],
    };
    await expect(locked.apply(patch(write))).rejects.toMatchObject({
      problem: 'sheetProtected',
      params: { sheet: 'S1' },
    });
    await expect(locked.apply(patch(everyChange.newSheet))).rejects.toMatchObject({
      problem: 'workbookProtected',
    });
    await locked.apply(patch({ ...write, sheet: 'S2' }));
  });

  test('the last sheet that people see stays', async () => {
    const file = newWorkbookFile('a.xlsx');
    await expect(file.apply(patch({ kind: 'deleteSheet', sheet: 'Sheet1' }))).rejects.toMatchObject(
      { problem: 'unexpected' },
    );
  });
});

describe('undo and a person', () => {
  test('what she did elsewhere stays', async () => {
    const file = await sample();
    const undo = await file.apply(patch(everyChange.insertColumns, everyChange.write));
    file.edit(S, { row: 5, column: 1 }, { value: 99 });
    await file.apply(undo);
    expect(await valueAt(file, 5, 1)).toBe(99);
    expect(await formulaAt(file, 0, 2)).toBe('=B1*2');
  });

  test.each<[string, Change[], { row: number; column: number }, string]>([
    ['over what the patch wrote', [everyChange.write], { row: 1, column: 1 }, 'B2'],
    ['into an inserted column', [everyChange.insertColumns], { row: 4, column: 3 }, 'D5'],
    [
      'below the content of an inserted column',
      [everyChange.insertColumns],
      { row: 30, column: 3 },
      'D31',
    ],
    ['into an inserted row', [everyChange.insertRows], { row: 2, column: 8 }, 'I3'],
    [
      'over a cell that moved after it was written',
      [everyChange.write, everyChange.insertRows],
      { row: 3, column: 1 },
      'B4',
    ],
  ])('what she wrote %s stops it', async (_, changes, at, cell) => {
    const file = await sample();
    const undo = await file.apply(patch(...changes));
    file.edit(S, at, { value: 'của tôi' });
    await expect(file.apply(undo)).rejects.toMatchObject({
      problem: 'changedMeanwhile',
      params: { sheet: S, cell },
    });
  });

  test('what she typed into a new sheet stops it', async () => {
    const file = await sample();
    const undo = await file.apply(patch(everyChange.newSheet));
    file.edit('Mới', { row: 7, column: 2 }, { value: 1 });
    await expect(file.apply(undo)).rejects.toMatchObject({
      problem: 'changedMeanwhile',
      params: { sheet: 'Mới', cell: 'C8' },
    });
  });
});

const index = fc.nat(7);
const count = fc.integer({ min: 1, max: 3 });
const anyArea = fc
  .tuple(index, index, fc.nat(3), fc.nat(3))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
const anyWrite = fc.oneof(
  fc.constant(null),
  fc.oneof(fc.integer(), fc.constantFrom('a', '=b', '-c', true, null)).map((value) => ({ value })),
  fc.constantFrom('=A1+1', '=SUM(B1:C4)', `='${S}'!$A$2`).map((formula) => ({ formula, value: 1 })),
);
const sheet = fc.constantFrom(S, S, T);
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(sheet, index, index, fc.array(fc.array(anyWrite, { maxLength: 3 }), { maxLength: 3 }))
    .map(([name, row, column, cells]) => ({
      kind: 'write' as const,
      sheet: name,
      at: { row, column },
      cells,
    })),
  fc.tuple(sheet, index, count).map(([name, before, many]) => ({
    kind: 'insertColumns' as const,
    sheet: name,
    before,
    count: many,
  })),
  fc.tuple(sheet, index, count).map(([name, before, many]) => ({
    kind: 'insertRows' as const,
    sheet: name,
    before,
    count: many,
  })),
  fc.tuple(sheet, index, count).map(([name, first, many]) => ({
    kind: 'deleteColumns' as const,
    sheet: name,
    first,
    count: many,
  })),
  fc.tuple(sheet, index, count).map(([name, first, many]) => ({
    kind: 'deleteRows' as const,
    sheet: name,
    first,
    count: many,
  })),
  fc
    .tuple(sheet, anyArea)
    .map(([name, place]) => ({ kind: 'merge' as const, sheet: name, area: place })),
  fc
    .tuple(sheet, anyArea)
    .map(([name, place]) => ({ kind: 'unmerge' as const, sheet: name, area: place })),
  fc
    .tuple(
      sheet,
      anyArea,
      fc.constantFrom(
        { bold: true },
        { fill: null, border: 'none' as const },
        { numberFormat: '@', indent: 2 },
      ),
    )
    .map(([name, place, format]) => ({
      kind: 'format' as const,
      sheet: name,
      area: place,
      format,
    })),
  fc.tuple(sheet, anyArea).map(([name, place]) => ({
    kind: 'validation' as const,
    sheet: name,
    area: place,
    rule: null,
  })),
  fc
    .tuple(index, fc.array(fc.option(fc.integer({ min: 5, max: 60 })), { maxLength: 3 }))
    .map(([first, heights]) => ({ kind: 'rowHeight' as const, sheet: S, first, heights })),
  fc
    .tuple(index, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }))
    .map(([first, widths]) => ({ kind: 'columnWidth' as const, sheet: S, first, widths })),
  fc.tuple(index, index, fc.nat(3)).map(([one, more, level]) => ({
    kind: 'outline' as const,
    sheet: S,
    first: one,
    last: one + more,
    level,
  })),
  fc
    .tuple(fc.nat(3), fc.nat(3))
    .map(([rows, columns]) => ({ kind: 'freeze' as const, sheet: S, rows, columns })),
  fc.constantFrom<Change>(everyChange.print, everyChange.validation, {
    kind: 'deleteSheet',
    sheet: 'Trống',
  }),
);

test('any patch is taken back to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 8 }), async (changes) => {
      const twice = changes.filter((change) => change.kind === 'deleteSheet').length > 1;
      fc.pre(!twice);
      const file = await sample();
      const before = await allSheets(file);
      const undo = await file.apply(patch(...changes));
      const after = await allSheets(file);
      const redo = await file.apply(undo);
      expect(await allSheets(file)).toBe(before);
      await file.apply(redo);
      expect(await allSheets(file)).toBe(after);
    }),
    { numRuns: 150 },
  );
}, 120_000);

async function sheetXml(file: WorkbookFile, number: number): Promise<string> {
  const { unzipSync } = await import('fflate');
  return new TextDecoder().decode(
    unzipSync(await file.toBytes())[`xl/worksheets/sheet${number}.xml`],
  );
}
