import { strToU8, unzipSync, zipSync } from 'fflate';
import { newWorkbookFile, openWorkbookFile } from '../../../src/hosts/file/fileHost';
import type { Change } from '../../../src/workbook/patch';
import type { WorkbookFile } from '../../../src/workbook/view';
import { override, relation, xlsx, xlsxEntries } from './xlsxParts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
const vmlShape = (row: number, column: number): string =>
  `<v:shape id="n${row}${column}"><x:ClientData ObjectType="Note"><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 1</x:Anchor><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const anchor = (row: number, column: number): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>5</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>6</xdr:rowOff></xdr:from><xdr:to><xdr:col>${column + 2}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + 3}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><a:off r="A1"/></xdr:pic></xdr:twoCellAnchor>`;

/** A sheet with a note, a picture, a chart, a table, and things that nobody here understands. */
async function richFile(): Promise<WorkbookFile> {
  const cells = ['Tên', 'Điểm', 'Ý kiến']
    .map((text, index) => `<c r="${'BCD'[index]}2" t="str"><v>${text}</v></c>`)
    .join('');
  return openWorkbookFile(
    xlsx({
      sheets: [
        `<sheetData><row r="2">${cells}</row><row r="3"><c r="C3"><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c></row></sheetData>` +
          '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId4"/></tableParts>' +
          '<extLst><ext uri="{x}"><x14:conditionalFormattings xmlns:x14="a" xmlns:xm="b"><x14:conditionalFormatting><x14:cfRule type="dataBar"><xm:f>$C$3</xm:f></x14:cfRule><xm:sqref>C3:C4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{unknown}"><z:thing xmlns:z="z" deep="1"><z:in/></z:thing></ext></extLst>',
        '<sheetData/>',
      ],
      relations: [
        relation('rId1', 'drawing', '../drawings/drawing1.xml') +
          relation('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
          relation('rId3', 'comments', '../comments1.xml') +
          relation('rId4', 'table', '../tables/table1.xml'),
      ],
      more: {
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${anchor(1, 5)}${anchor(8, 0)}</xdr:wsDr>`,
        'xl/drawings/_rels/drawing1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'chart', '../charts/chart1.xml')}${relation('rId2', 'image', '../media/image1.png')}</Relationships>`,
        'xl/charts/chart1.xml':
          '<c:chartSpace xmlns:c="c"><c:ser><c:f>S1!$C$3:$C$4</c:f><c:v>x</c:v></c:ser></c:chartSpace>',
        'xl/media/image1.png': png,
        'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="v" xmlns:x="x"><br>${vmlShape(2, 2)}${vmlShape(3, 2)}</xml>`,
        'xl/comments1.xml': `<comments xmlns="${main}"><authors><author>A</author></authors><commentList><comment ref="C3" authorId="0"><text><t>một</t></text></comment><comment ref="C4" authorId="0"><text><t>hai</t></text></comment></commentList></comments>`,
        'xl/tables/table1.xml': `<table xmlns="${main}" id="1" name="T" displayName="T" ref="B2:D4"><autoFilter ref="B2:D4"/><tableColumns count="3"><tableColumn id="1" name="Tên"/><tableColumn id="2" name="Điểm"/><tableColumn id="3" name="Ý kiến"/></tableColumns></table>`,
        'customXml/item1.xml': '<secret/>',
        'docProps/custom.xml': '<Properties xmlns="p"><property name="a">b</property></Properties>',
        '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}${relation('rId2', 'custom-properties', 'docProps/custom.xml')}${relation('rId3', 'customXml', 'customXml/item1.xml')}</Relationships>`,
        'xl/calcChain.xml': '<calcChain/>',
      },
      types: override('/xl/drawings/drawing1.xml', 'd') + override('/xl/calcChain.xml', 'c'),
    }),
    'giàu.xlsx',
  );
}

async function partsOf(file: WorkbookFile): Promise<(path: string) => string> {
  const parts = unzipSync(await file.toBytes());
  return (path) => {
    const content = parts[path];
    if (!content) throw new Error(`no part ${path}; there are ${Object.keys(parts).join(' ')}`);
    return new TextDecoder().decode(content);
  };
}
const patch = (...changes: Change[]): { changes: Change[]; expects: [] } => ({
  changes,
  expects: [],
});

describe('what is not understood', () => {
  test('goes out as it came in', async () => {
    const file = await richFile();
    await file.apply(
      patch({ kind: 'write', sheet: 'S2', at: { row: 0, column: 0 }, cells: [[{ value: 1 }]] }),
    );
    const parts = unzipSync(await file.toBytes());
    expect(parts['xl/media/image1.png']).toEqual(png);
    expect(parts['customXml/item1.xml']).toEqual(strToU8('<secret/>'));
    expect(parts['docProps/custom.xml']).toBeDefined();
    expect(new TextDecoder().decode(parts['xl/charts/chart1.xml'])).toContain('S1!$C$3:$C$4');
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).toContain(
      '<ext uri="{unknown}"><z:thing xmlns:z="z" deep="1"><z:in/></z:thing></ext>',
    );
  });

  test('a chain of calculation is not kept, since it would be wrong', async () => {
    const parts = unzipSync(await (await richFile()).toBytes());
    expect(Object.keys(parts).filter((path) => path.includes('calcChain'))).toEqual([]);
  });

  test('goes with its sheet', async () => {
    const file = await richFile();
    const undo = await file.apply(patch({ kind: 'deleteSheet', sheet: 'S1' }));
    const paths = Object.keys(unzipSync(await file.toBytes()));
    expect(paths.filter((path) => /drawing|chart|media|table|comment/.test(path))).toEqual([]);
    await file.apply(undo);
    expect((await partsOf(file))('xl/charts/chart1.xml')).toContain('S1!$C$3:$C$4');
  });
});

test('a file of the strict format stays one', async () => {
  const strict = Object.entries(
    xlsxEntries({ sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'] }),
  ).map(([path, content]) => [
    path,
    strToU8(
      new TextDecoder()
        .decode(content)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006',
          'http://purl.oclc.org/ooxml/spreadsheetml',
        ),
    ),
  ]);
  const file = await openWorkbookFile(
    zipSync(Object.fromEntries(strict) as Record<string, Uint8Array>),
    'a.xlsx',
  );
  expect((await file.read({ sheets: 'all' })).sheets[0]?.values).toEqual([[1]]);
  await file.apply(
    patch({ kind: 'newSheet', sheet: 'Mới', visibility: 'visible', activate: true }),
  );
  const parts = unzipSync(await file.toBytes());
  const all = Object.entries(parts)
    .map(([path, content]) => (path.startsWith('[') ? '' : new TextDecoder().decode(content)))
    .join('');
  expect(all).not.toContain('http://schemas.openxmlformats.org/officeDocument');
  expect(all).not.toContain('http://schemas.openxmlformats.org/spreadsheetml');
});

test('protection keeps its password', async () => {
  const protection =
    '<sheetProtection algorithmName="SHA-512" hashValue="aa==" saltValue="bb==" spinCount="100000" sheet="1" objects="1"/>';
  const file = await openWorkbookFile(xlsx({ sheets: [`<sheetData/>${protection}`] }), 'a.xlsx');
  expect((await partsOf(file))('xl/worksheets/sheet1.xml')).toContain(protection);
});

describe('what hangs on a sheet follows its cells', () => {
  test('inserted columns', async () => {
    const file = await richFile();
    await file.apply(patch({ kind: 'insertColumns', sheet: 'S1', before: 2, count: 2 }));
    const part = await partsOf(file);
    expect(part('xl/comments1.xml')).toMatch(/ref="E3".*ref="E4"/);
    expect(part('xl/drawings/vmlDrawing1.vml')).toContain(
      '<x:Anchor>5, 15, 2, 2, 7, 15, 6, 1</x:Anchor><x:Row>2</x:Row><x:Column>4</x:Column>',
    );
    const drawing = part('xl/drawings/drawing1.xml');
    expect(drawing).toContain('<xdr:col>7</xdr:col><xdr:colOff>5</xdr:colOff><xdr:row>1</xdr:row>');
    expect(drawing).toContain('<xdr:from><xdr:col>0</xdr:col>');
    expect(drawing).toContain('<a:off r="A1"/>');
    expect(part('xl/charts/chart1.xml')).toContain('<c:f>S1!$E$3:$E$4</c:f>');
    expect(part('xl/worksheets/sheet1.xml')).toContain(
      '<xm:f>$E$3</xm:f></x14:cfRule><xm:sqref>E3:E4</xm:sqref>',
    );
    const table = part('xl/tables/table1.xml');
    expect(table).toContain('ref="B2:F4"');
    expect(table).toContain('<autoFilter ref="B2:F4"/>');
    expect(
      [...table.matchAll(/<tableColumn id="(\d)" name="([^"]*)"/g)].map((match) => match.slice(1)),
    ).toEqual([
      ['1', 'Tên'],
      ['4', 'Column2'],
      ['5', 'Column3'],
      ['2', 'Điểm'],
      ['3', 'Ý kiến'],
    ]);
    // A table's header cells say what its columns are called.
    expect((await file.read({ sheets: ['S1'] })).sheets[0]?.values[1]).toEqual([
      null,
      'Tên',
      'Column2',
      'Column3',
      'Điểm',
      'Ý kiến',
    ]);
  });

  test('a written header names its table column', async () => {
    const file = await richFile();
    await file.apply(
      patch(
        { kind: 'insertColumns', sheet: 'S1', before: 4, count: 1 },
        { kind: 'insertColumns', sheet: 'S1', before: 3, count: 1 },
        { kind: 'write', sheet: 'S1', at: { row: 1, column: 3 }, cells: [[{ value: 'Đơn vị' }]] },
        { kind: 'write', sheet: 'S1', at: { row: 1, column: 1 }, cells: [[{ value: 'đơn vị' }]] },
      ),
    );
    const table = (await partsOf(file))('xl/tables/table1.xml');
    expect([...table.matchAll(/name="([^"]*)"/g)].slice(1).map((match) => match[1])).toEqual([
      'đơn vị',
      'Điểm',
      'Đơn vị2',
      'Ý kiến',
    ]);
  });

  test('deleted rows take notes with them', async () => {
    const file = await richFile();
    const undo = await file.apply(patch({ kind: 'deleteRows', sheet: 'S1', first: 2, count: 1 }));
    const part = await partsOf(file);
    expect(part('xl/comments1.xml')).not.toContain('một');
    expect(part('xl/comments1.xml')).toContain('<comment ref="C3"');
    const shapes = part('xl/drawings/vmlDrawing1.vml');
    expect([...shapes.matchAll(/<x:Row>(\d)/g)].map((match) => match[1])).toEqual(['2']);
    expect(part('xl/tables/table1.xml')).toContain('ref="B2:D3"');
    await file.apply(undo);
    const back = await partsOf(file);
    expect(back('xl/comments1.xml')).toContain('một');
    expect(back('xl/drawings/vmlDrawing1.vml')).toContain('<br>');
  });

  test('a table without its header row is no table', async () => {
    const file = await richFile();
    const undo = await file.apply(patch({ kind: 'deleteRows', sheet: 'S1', first: 1, count: 1 }));
    const parts = unzipSync(await file.toBytes());
    expect(Object.keys(parts).filter((path) => path.includes('table'))).toEqual([]);
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).not.toContain('tablePart');
    await file.apply(undo);
    expect((await partsOf(file))('xl/tables/table1.xml')).toContain('ref="B2:D4"');
  });
});

describe('saving', () => {
  test('the same workbook gives the same bytes', async () => {
    const [one, other] = [await richFile(), await richFile()];
    expect(await one.toBytes()).toEqual(await other.toBytes());
  });

  test('programs are asked to calculate, and find one sheet selected', async () => {
    const file = await richFile();
    file.activate('S2');
    const part = await partsOf(file);
    expect(part('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(part('xl/workbook.xml')).toContain('activeTab="1"');
    expect(part('xl/worksheets/sheet1.xml')).not.toContain('tabSelected');
    expect(part('xl/worksheets/sheet2.xml')).toContain('tabSelected="1"');
  });

  test('younger functions get their prefix in the file, not in strings', async () => {
    const file = newWorkbookFile('a.xlsx');
    const formula = '=TEXTJOIN(",",TRUE,FILTER(A1:A2,A1:A2<>"IFS(")&IFS(1,2))';
    await file.apply(
      patch({
        kind: 'write',
        sheet: 'Sheet1',
        at: { row: 0, column: 1 },
        cells: [[{ formula, value: 'x' }]],
      }),
    );
    expect((await partsOf(file))('xl/worksheets/sheet1.xml')).toContain(
      '<f>_xlfn.TEXTJOIN(",",TRUE,_xlfn._xlws.FILTER(A1:A2,A1:A2&lt;&gt;"IFS(")&amp;_xlfn.IFS(1,2))</f><v>x</v>',
    );
    const again = await openWorkbookFile(await file.toBytes(), 'a.xlsx');
    expect((await again.read({ sheets: 'all' })).sheets[0]?.formulas[0]?.[1]).toBe(formula);
  });

  test.each([
    '3.10',
    '1-2',
    '=x',
    '-a',
    '@b',
    '+c',
    "'d",
    ' hai ',
    'a\nb',
    'a\r\nb',
    'a\u0001b',
    '_x0041_',
    '<&>"',
    '😀',
    'é',
    '',
  ])('the text %j stays that text', async (text) => {
    const file = newWorkbookFile('a.xlsx');
    await file.apply(
      patch({
        kind: 'write',
        sheet: 'Sheet1',
        at: { row: 0, column: 0 },
        cells: [[{ value: text }, { formula: '=A1', value: text }, { value: 1 }]],
      }),
    );
    const again = await openWorkbookFile(await file.toBytes(), 'a.xlsx');
    const { values, formulas } = (await again.read({ sheets: 'all' })).sheets[0] ?? {};
    expect(values).toEqual([[text, text, 1]]);
    expect(formulas).toEqual([[null, '=A1', null]]);
  });

  test('blanks at the ends of a text are marked as part of it', async () => {
    const file = newWorkbookFile('a.xlsx');
    const at = { row: 0, column: 0 };
    await file.apply(
      patch({ kind: 'write', sheet: 'Sheet1', at, cells: [[{ value: ' hai ' }, { value: 'ba' }]] }),
    );
    const texts = (await partsOf(file))('xl/sharedStrings.xml');
    expect(texts).toContain('<si><t xml:space="preserve"> hai </t></si><si><t>ba</t></si>');
  });

  test('a text that editing would turn into something else is marked as text', async () => {
    const file = newWorkbookFile('a.xlsx');
    const at = { row: 0, column: 0 };
    const cells = [['3.10', '-a', 'chữ', '4.10'].map((value) => ({ value }))];
    const format = { numberFormat: '@' };
    await file.apply(
      patch(
        { kind: 'format', sheet: 'Sheet1', area: { top: 0, left: 3, bottom: 0, right: 3 }, format },
        { kind: 'write', sheet: 'Sheet1', at, cells },
      ),
    );
    const marks = async (): Promise<boolean[]> => {
      const part = await partsOf(file);
      const formats = [
        ...(/<cellXfs.*<\/cellXfs>/.exec(part('xl/styles.xml'))?.[0] ?? '').matchAll(/<xf [^>]*>/g),
      ];
      const styles = [
        ...part('xl/worksheets/sheet1.xml').matchAll(/<c r="[A-D]1"(?: s="(\d+)")?/g),
      ];
      return styles.map(
        (match) => formats[Number(match[1] ?? 0)]?.[0].includes('quotePrefix="1"') ?? false,
      );
    };
    // The last one has the text format, which says the same.
    expect(await marks()).toEqual([true, true, false, false]);
    await file.apply(patch({ kind: 'write', sheet: 'Sheet1', at, cells: [[{ value: 3.1 }]] }));
    expect(await marks()).toEqual([false, true, false, false]);
  });
});
