import { strToU8, zipSync } from 'fflate';
import { readDocxTables } from '../../src/sources/docxTables';
import { docxOf, paragraph, tablesAsDocx } from '../support/printFramework';

const read = (bytes: Uint8Array) => {
  const reading = readDocxTables(bytes);
  if (!reading.ok) throw new Error(reading.problem.code);
  return reading;
};
const problem = (bytes: Uint8Array) => {
  const reading = readDocxTables(bytes);
  return reading.ok ? null : reading.problem.code;
};
const cell = (content: string) => `<w:tc><w:tcPr/>${content}</w:tc>`;

test('merges, bold, indents, line breaks, and the lines before the table', () => {
  const table = {
    rows: [
      [{ text: 'STT', bold: true }, { text: 'Tiêu chí', bold: true }, { text: 'Điểm' }],
      [
        { text: 'Chỉ đạo,\nđiều hành', colSpan: 2 },
        { text: '3', rowSpan: 2 },
      ],
      [{ text: '1.1' }, { text: 'Kế hoạch <CCHC> & báo cáo', indent: 2 }],
    ],
  };
  const { tables, lines } = read(tablesAsDocx([table, table], ['BỘ CHỈ SỐ', 'Năm 2026']));
  expect(tables).toEqual([table, table]);
  expect(lines).toEqual(['BỘ CHỈ SỐ', 'Năm 2026']);
});

test('numbers that Word counts itself become text', () => {
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3"/></w:lvl>
    </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
  const styles = `<w:styles><w:style w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:styleId="Area"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`;
  const level = (depth: number) =>
    `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="3"/></w:numPr>`;
  const row = (code: string, name: string) => `<w:tr>${cell(code)}${cell(name)}</w:tr>`;
  const area = (name: string) =>
    row(paragraph('', false, '<w:pStyle w:val="Area"/>'), paragraph(name));
  const item = (depth: number, name: string) =>
    row(paragraph('', false, level(depth)), paragraph(name));
  const body = [
    area('Chỉ đạo'),
    item(1, 'Kế hoạch'),
    item(2, 'Ban hành'),
    item(2, 'Thực hiện'),
    item(1, 'Báo cáo'),
    item(2, 'Quý'),
    area('Thể chế'),
    item(1, 'Rà soát'),
  ].join('');
  const bytes = docxOf(`<w:tbl>${body}</w:tbl>`, {
    'word/numbering.xml': numbering,
    'word/styles.xml': styles,
  });
  expect(read(bytes).tables[0]?.rows.map((cells) => cells[0]?.text)).toEqual([
    'I.',
    '1.',
    '1.1',
    '1.2',
    '2.',
    '2.1',
    'II.',
    '1.',
  ]);
});

test('deleted text is gone, inserted text is there; a table inside a cell belongs to the cell', () => {
  const inner = `<w:tbl><w:tr>${cell(paragraph('trong'))}</w:tr></w:tbl>`;
  const edited = `<w:p><w:del><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>`;
  const body = `<w:tbl><w:tr>${cell(edited)}${cell(paragraph('Ngoài') + inner + paragraph('sau'))}</w:tr></w:tbl>`;
  expect(read(docxOf(body)).tables).toEqual([
    { rows: [[{ text: 'mới' }, { text: 'Ngoài\ntrong\nsau' }]] },
  ]);
});

const ole = (text: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...strToU8(text)]);
const good = tablesAsDocx([{ rows: [[{ text: 'Chỉ đạo'.repeat(50) }]] }]);
const cut = good.slice(0, good.length - 40);
const broken = good.slice().fill(7, 60, 200);
const document = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });
const bomb = () => zipSync({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 9 });

const manyRows = () => {
  const row = (_: unknown, i: number) => `<w:tr>${cell(paragraph(`${(i * 7919) % 99991}`))}</w:tr>`;
  return docxOf(`<w:tbl>${Array.from({ length: 20_001 }, row).join('')}</w:tbl>`);
};

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'emptySource'],
  ['an old .doc', ole('WordDocument'), 'oldWord'],
  ['a locked .docx', ole([...'EncryptedPackage'].join('\0')), 'encryptedFile'],
  ['a PDF', strToU8('%PDF-1.7'), 'wrongKind'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'wrongKind'],
  ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'workbookFile'],
  ['another zip', zipSync({ 'a.txt': strToU8('x') }), 'damagedFile'],
  ['a cut file', cut, 'damagedFile'],
  ['a damaged file', broken, 'damagedFile'],
  ['broken XML', document('<w:document><w:body>'), 'damagedFile'],
  [
    'entities',
    document('<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document>&a;</w:document>'),
    'damagedFile',
  ],
  ['endless depth', document('<w:a>'.repeat(5000) + '</w:a>'.repeat(5000)), 'damagedFile'],
  ['a bomb', bomb(), 'hugeInside'],
  ['no table', docxOf(paragraph('Chỉ có chữ')), 'noTable'],
  ['an empty table', docxOf(`<w:tbl><w:tr>${cell('<w:p/>')}</w:tr></w:tbl>`), 'emptySource'],
  ['a picture of a table', docxOf('<w:p><w:r><w:drawing/></w:r></w:p>'), 'pictureOnly'],
  ['too many rows', manyRows(), 'sourceTooManyRows'],
])('%s is one problem', (_, bytes, code) => {
  expect(problem(bytes)).toBe(code);
});

test('hidden text is no text, and hides only its own run', () => {
  const run = (text: string, hidden = '') =>
    `<w:r><w:rPr>${hidden}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const runs = [
    run('Kế hoạch'),
    run(' ẩn', '<w:vanish/>'),
    run(' năm', '<w:vanish w:val="0"/>'),
    run(' 2026'),
  ].join('');
  const { tables } = read(docxOf(`<w:tbl><w:tr>${cell(`<w:p>${runs}</w:p>`)}</w:tr></w:tbl>`));
  expect(tables[0]?.rows[0]?.[0]?.text).toBe('Kế hoạch năm 2026');
});
