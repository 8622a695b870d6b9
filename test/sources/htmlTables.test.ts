import { readHtmlTables } from '../../src/sources/htmlTables';

const read = (html: string) => {
  const reading = readHtmlTables(html);
  if (!reading.ok) throw new Error(reading.problem.code);
  return reading;
};
const problem = (html: string) => {
  const reading = readHtmlTables(html);
  return reading.ok ? null : reading.problem.code;
};

test("Word's clipboard: paragraphs, bold, margins, merges, the lines around the table", () => {
  const { tables, lines } =
    read(`Version:1.0\r\nStartHTML:00000097\r\n<html xmlns:o="urn:o"><head><style>p {margin-left:20pt}</style></head>
    <body><p class=MsoNormal><b>BỘ CHỈ SỐ</b> CCHC</p>
    <table><tr><td rowspan=2><p style='margin-left:0cm'><b><span>1</span></b></p></td>
    <td colspan="2"><p style='margin-left:18.0pt'><b>Công tác<o:p></o:p></b></p><p>chỉ&nbsp;đạo</p></td></tr>
    <tr><td>Kế hoạch<br>CCHC</td><td>2,0</td></tr></table><p>Ghi chú</p></body></html>`);
  expect(lines).toEqual(['BỘ CHỈ SỐ CCHC', 'Ghi chú']);
  expect(tables).toEqual([
    {
      rows: [
        [
          { text: '1', bold: true, rowSpan: 2 },
          { text: 'Công tác\nchỉ\u00A0đạo', bold: true, indent: 2, colSpan: 2 },
        ],
        [{ text: 'Kế hoạch\nCCHC' }, { text: '2,0' }],
      ],
    },
  ]);
});

test("Excel's clipboard: classes for bold, indent, number formats", () => {
  const { tables } = read(`<html><head><style><!--
    td {padding-left:1px; font-weight:400; mso-number-format:General;}
    .xl65 {font-weight:700;}
    .xl66 {padding-left:12px; mso-char-indent-count:1;}
    .xl67 {mso-number-format:"Short Date";} .xl68 {mso-number-format:"dd\\/mm\\/yyyy";}
    .xl69 {mso-number-format:"\\@";} --></style></head><body>
    <table><tr><td class=xl65>Chỉ đạo</td><td class="xl66">Kế hoạch</td><td class=xl67>12/01/2026</td>
    <td class=xl68>01/02/2026</td><td class=xl69>3.10</td><td x:num="3.1">3,1</td><td sdval="2">2</td></tr></table></body></html>`);
  expect(tables[0]?.rows[0]).toEqual([
    { text: 'Chỉ đạo', bold: true },
    { text: 'Kế hoạch', indent: 1 },
    { text: '12/01/2026', kind: 'date' },
    { text: '01/02/2026', kind: 'date' },
    { text: '3.10' },
    { text: '3,1', kind: 'number' },
    { text: '2', kind: 'number' },
  ]);
});

test('scripts, styles, hidden templates and comments are no text', () => {
  const { tables, lines } = read(
    `<script>document.title='x'</script><p onclick="alert(1)">Tiêu đề</p><table><tr><td>1<script>alert(1)</script><style>td{}</style><!-- x --><template><b>y</b></template></td><td><img src=x onerror="alert(1)">Kế hoạch<iframe src="http://x"></iframe></td></tr></table>`,
  );
  expect(lines).toEqual(['Tiêu đề']);
  expect(tables[0]?.rows).toEqual([[{ text: '1' }, { text: 'Kế hoạch' }]]);
});

test('a table that only arranges the page is looked into; a small one inside a cell is its text', () => {
  const inner =
    '<table><tr><td>STT</td><td>Tiêu chí</td></tr><tr><td>1</td><td>Chỉ đạo</td></tr></table>';
  expect(
    read(`<table><tr><td>menu</td><td>${inner}</td></tr></table>`).tables[0]?.rows,
  ).toHaveLength(2);
  const real = `<table>${'<tr><td>1</td><td>Chỉ đạo</td><td>2</td></tr>'.repeat(3)}<tr><td>2</td><td>Mức<table><tr><td>A</td></tr></table></td><td>1</td></tr></table>`;
  expect(read(real).tables).toHaveLength(1);
  expect(read(real).tables[0]?.rows[3]?.[1]?.text).toContain('A');
});

test('spans that lie are cut down; nesting beyond reason is not followed', () => {
  expect(
    read('<table><tr><td rowspan=99999999 colspan=-4>1</td></tr></table>').tables[0]?.rows[0],
  ).toEqual([{ text: '1', rowSpan: 65534 }]);
  const deep = `${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}<table><tr><td>1</td></tr></table>`;
  expect(problem(deep) ?? 'read').toBe('read');
});

test.each([
  ['', 'emptySource'],
  ['chỉ có chữ', 'noTable'],
  ['<p>chỉ có chữ</p>', 'noTable'],
  ['<p><img src="data:image/png;base64,AA=="></p>', 'pictureOnly'],
  ['<table><tr><td><img src=x></td></tr></table>', 'pictureOnly'],
  [`<table>${'<tr><td>1'.repeat(20_001)}</table>`, 'sourceTooManyRows'],
])('%# is one problem', (html, code) => {
  expect(problem(html)).toBe(code);
});

test('tracked deletions, hidden text and marks of footnotes and comments are no text', () => {
  const note = `<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>`;
  const comment = `<span class=MsoCommentReference><a style='mso-comment-reference:a_1'>[A1]</a></span>`;
  const name = `Chỉ đạo<del cite="mailto:a"><span> cũ</span></del><ins> mới</ins><span style='display:none;mso-hide:all'> ẩn</span>${note}${comment}`;
  const reading = readHtmlTables(
    `<table><tr><td><p class=MsoNormal>${name}</p><td>2<a class="sdfootnoteanc"><sup>1</sup></a></table>`,
  );
  expect(reading.ok && reading.tables[0]?.rows[0]?.map(({ text }) => text)).toEqual([
    'Chỉ đạo mới',
    '2',
  ]);
});
