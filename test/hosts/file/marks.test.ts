/** Marks in files that have notes, boxes and conditional formats of their own: those stay as they came. */
import { strFromU8, unzipSync } from 'fflate';
import { openWorkbookFile } from '../../../src/hosts/file/fileHost';
import type { Mark } from '../../../src/workbook/marks';
import type { WorkbookFile } from '../../../src/workbook/view';
import { override, relation, xlsx } from './xlsxParts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const strictRelations = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const box = (row: number, column: number) =>
  `<v:shape id="_x0000_s1030" fillcolor="x"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const button =
  '<v:shape id="_x0000_s1031"><x:ClientData ObjectType="Button"></x:ClientData></v:shape>';

function withNotes(): Promise<WorkbookFile> {
  return openWorkbookFile(
    xlsx({
      sheets: [
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>' +
          '<conditionalFormatting sqref="A1:B9"><cfRule type="expression" dxfId="0" priority="4"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>' +
          '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><legacyDrawing r:id="rId2"/>',
      ],
      styles: '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="0"/>',
      relations: [
        relation('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
          relation('rId3', 'comments', '../comments1.xml'),
      ],
      more: {
        'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="v" xmlns:x="x"><br>${box(0, 0)}${button}</xml>`,
        'xl/comments1.xml': `${declaration}<comments xmlns="${main}"><authors><author>Chị Hoa</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>xem</t></r><r><t> lại</t></r></text></comment></commentList></comments>`,
      },
      types: override(
        '/xl/comments1.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
      ),
    }),
    'a.xlsx',
  );
}

const mark = (row: number, column: number, color = '#FFE699'): Mark => ({
  at: { row, column },
  color,
  note: `Bảng điểm CCHC\n• dòng ${row} <b>&`,
});

const setMarks = (file: WorkbookFile, ...marks: Mark[]) =>
  file.apply({ changes: [{ kind: 'mark', sheet: 'S1', marks }], expects: [] });

async function partsOf(file: WorkbookFile): Promise<Record<string, string>> {
  const parts = Object.entries(unzipSync(await file.toBytes()));
  return Object.fromEntries(parts.map(([path, content]) => [path, strFromU8(content)]));
}

test('a note that was there stays, also where a mark goes; ours stand beside it', async () => {
  const file = await withNotes();
  await setMarks(file, mark(0, 0), mark(0, 1), mark(4, 2, '#F8CBAD'));
  const parts = await partsOf(file);
  expect(file.view().sheets[0]?.notes).toEqual([
    { at: { row: 0, column: 0 }, text: 'xem lại' },
    { at: { row: 0, column: 1 }, text: mark(0, 1).note },
    { at: { row: 4, column: 2 }, text: mark(4, 2).note },
  ]);
  expect(parts['xl/comments1.xml']).toContain(
    '<author>Chị Hoa</author><author>Bảng điểm CCHC</author>',
  );
  const boxes = parts['xl/drawings/vmlDrawing1.vml'] ?? '';
  expect(boxes).toContain(button);
  const ids = [...boxes.matchAll(/<v:shape id="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(4);
});

test('taken off, every part says what it said', async () => {
  const file = await withNotes();
  const before = await partsOf(file);
  await setMarks(file, mark(0, 1), mark(4, 2));
  await setMarks(file);
  expect(await partsOf(file)).toEqual(before);
});

test('rules of her own keep their place and rank; ours are known among them', async () => {
  const file = await withNotes();
  await setMarks(file, mark(0, 1), mark(4, 2, '#F8CBAD'), mark(5, 2));
  const sheet = (await partsOf(file))['xl/worksheets/sheet1.xml'] ?? '';
  const rules = [...sheet.matchAll(/sqref="([^"]+)"><cfRule[^>]*priority="(\d+)"/g)];
  expect(rules.map(([, sqref, priority]) => [sqref, priority])).toEqual([
    ['A1:B9', '4'],
    ['B1 C6', '5'],
    ['C5', '6'],
  ]);
  expect(file.view().sheets[0]?.conditionalFormats.map(({ format }) => format)).toEqual([
    { bold: true },
    { fill: '#FFE699' },
    { fill: '#F8CBAD' },
  ]);
});

test('another program may join our rule with hers, and end the condition in its own way', async () => {
  const joined =
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>n( "cchc" ) = 0</formula></cfRule><cfRule type="expression" dxfId="0" priority="2"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>';
  const bytes = xlsx({ sheets: [`<sheetData/>${joined}`] });
  const file = await openWorkbookFile(bytes, 'a.xlsx');
  await setMarks(file);
  const rules = file.view().sheets[0]?.conditionalFormats ?? [];
  expect(rules.map(({ formulas }) => formulas)).toEqual([['A1>1']]);
});

test('a sheet that has nothing of the kind gets all of it, and loses it whole', async () => {
  const file = await openWorkbookFile(xlsx({ sheets: ['<sheetData/>', '<sheetData/>'] }), 'a.xlsx');
  const before = await partsOf(file);
  await setMarks(file, mark(1, 1));
  const parts = await partsOf(file);
  const added = Object.keys(parts).filter((path) => !(path in before));
  expect(added.sort()).toEqual([
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/worksheets/_rels/sheet1.xml.rels',
  ]);
  expect(parts['[Content_Types].xml']).toContain('PartName="/xl/comments1.xml"');
  expect(parts['xl/worksheets/sheet1.xml']).toContain('<legacyDrawing r:id="rId2"/>');
  const opened = await openWorkbookFile(await file.toBytes(), 'b.xlsx');
  expect(opened.view().sheets[0]?.notes).toHaveLength(1);
  await setMarks(file);
  expect(await partsOf(file)).toEqual(before);
});

test('a protected sheet is left alone, with its name in the refusal', async () => {
  const file = await openWorkbookFile(
    xlsx({ sheets: ['<sheetData/><sheetProtection sheet="1"/>'] }),
    'a.xlsx',
  );
  await expect(setMarks(file, mark(0, 0))).rejects.toMatchObject({
    problem: 'sheetProtected',
    params: { sheet: 'S1' },
  });
});

test('a strict file gets relations in its own words', async () => {
  const usual = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const entries = unzipSync(xlsx({ sheets: ['<sheetData/>'] }));
  const strict = Object.fromEntries(
    Object.entries(entries).map(([path, content]) => [
      path,
      new TextEncoder().encode(strFromU8(content).replaceAll(usual, strictRelations)),
    ]),
  );
  const { zipSync } = await import('fflate');
  const file = await openWorkbookFile(zipSync(strict), 'a.xlsx');
  await setMarks(file, mark(0, 0));
  const parts = await partsOf(file);
  expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).not.toContain(usual);
  expect(parts['xl/worksheets/sheet1.xml']).toContain(`xmlns:r="${strictRelations}"`);
});
