/**
 * Prints a framework as a table in the layouts that offices use, to prove that it is read back the same:
 * as rows of cells, as HTML, as tab-separated text and as a .docx.
 */
import { strToU8, zipSync } from 'fflate';
import type { Framework, FrameworkNode } from '../../src/domain/framework/framework';
import type { SourceCell, SourceTable } from '../../src/domain/framework/sourceTable';

export type Layout = 'coded' | 'leading' | 'bold' | 'indent' | 'nested';

export interface PrintOptions {
  layout: Layout;
  mark?: ',' | '.';
  /** Title block, column numbers, total row, footnote, signature. */
  trimmings?: boolean;
}

export function printFramework(framework: Framework, options: PrintOptions): SourceTable {
  const { layout, mark = ',', trimmings = false } = options;
  const figure = (max: string | null) => (max === null ? '' : max.replace('.', mark));
  const body =
    layout === 'nested' ? nestedRows(framework, figure) : flatRows(framework, layout, figure);
  const header = HEADERS[layout].map((text) => ({ text, bold: true }));
  const width = header.length;
  if (!trimmings) return { rows: [header, ...body] };
  const numbers = header.map((_, i) => ({ text: `(${i + 1})` }));
  return {
    rows: [
      [{ text: framework.title, bold: true, colSpan: width }],
      [
        {
          text: '(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh)',
          colSpan: width,
        },
      ],
      [],
      header,
      numbers,
      ...body,
      [
        { text: 'Tổng cộng', bold: true, colSpan: width - 1 },
        { text: figure(framework.total ?? null) },
      ],
      [{ text: 'Ghi chú: (*) Nộp tài liệu kiểm chứng trước ngày 15/12.', colSpan: width }],
      [{ text: 'TM. ỦY BAN NHÂN DÂN', colSpan: width }],
    ],
  };
}

const HEADERS: Record<Layout, string[]> = {
  coded: ['STT', 'Lĩnh vực/Tiêu chí/Tiêu chí thành phần', 'Điểm tối đa'],
  leading: ['Lĩnh vực, tiêu chí', 'Điểm chuẩn'],
  bold: ['Tiêu chí', 'Thang điểm'],
  indent: ['Nội dung tiêu chí', 'Điểm quy định'],
  nested: ['Lĩnh vực', 'Tiêu chí', 'Tiêu chí thành phần', 'Điểm tối đa'],
};

type Figure = (max: string | null) => string;

function flatRows(framework: Framework, layout: Layout, figure: Figure): SourceCell[][] {
  const rows: SourceCell[][] = [];
  const print = (node: FrameworkNode, depth: number): void => {
    const max = { text: figure(node.max) };
    if (layout === 'coded')
      rows.push([{ text: node.code }, { text: node.name, bold: depth === 0 }, max]);
    if (layout === 'leading')
      rows.push([{ text: `${node.code}. ${node.name}`, bold: depth < 2 }, max]);
    if (layout === 'bold') rows.push([{ text: node.name, bold: depth < 2 }, max]);
    if (layout === 'indent') rows.push([{ text: node.name, indent: depth }, max]);
    for (const child of node.children ?? []) print(child, depth + 1);
  };
  for (const area of framework.areas) print(area, 0);
  return rows;
}

/** Areas and criteria merged over the rows of their subcriteria; only leaves have points. */
function nestedRows(framework: Framework, figure: Figure): SourceCell[][] {
  const leaves = (node: FrameworkNode): number =>
    (node.children ?? []).reduce((sum, child) => sum + leaves(child), 0) || 1;
  const rows: SourceCell[][] = [];
  for (const area of framework.areas) {
    let areaCell: SourceCell[] = [{ text: `${area.code}. ${area.name}`, rowSpan: leaves(area) }];
    for (const criterion of area.children ?? []) {
      let criterionCell: SourceCell[] = [
        { text: `${criterion.code}. ${criterion.name}`, rowSpan: leaves(criterion) },
      ];
      for (const leaf of criterion.children ?? []) {
        const cell = { text: `${leaf.code}. ${leaf.name}` };
        rows.push([...areaCell, ...criterionCell, cell, { text: figure(leaf.max) }]);
        areaCell = [];
        criterionCell = [];
      }
    }
  }
  return rows;
}

/** As Word puts it on the clipboard: paragraphs in cells, `<b>`, margins. */
export function tableAsHtml(table: SourceTable): string {
  const cell = ({ text, bold, indent, rowSpan, colSpan }: SourceCell) => {
    const escaped = escape(text).replace(/\n/g, '<br>');
    const words = bold ? `<b><span lang=VI>${escaped}</span></b>` : escaped;
    const style = indent ? ` style='margin-left:${indent * 9}.0pt'` : '';
    return `<td rowspan=${rowSpan ?? 1} colspan=${colSpan ?? 1}><p class=MsoNormal${style}>${words}<o:p></o:p></p></td>`;
  };
  const rows = table.rows.map((row) => `<tr>${row.map(cell).join('\n  ')}</tr>`);
  return `Version:0.9\r\nStartHTML:0000000105\r\n<html><head><style><!-- td {font-weight:400} --></style></head><body><!--StartFragment--><table border=1>${rows.join('\n')}</table><!--EndFragment--></body></html>`;
}

/** As Excel puts it on the clipboard; merges leave blanks, cells with line breaks are quoted. */
export function tableAsText(table: SourceTable): string {
  const quoted = (text: string) => (/[\n"\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return table.rows
    .map((row) =>
      row.map((cell) => ' '.repeat((cell.indent ?? 0) * 2) + quoted(cell.text)).join('\t'),
    )
    .join('\r\n');
}

export function tablesAsDocx(
  tables: readonly SourceTable[],
  lines: readonly string[] = [],
): Uint8Array {
  const body = [...lines.map((line) => paragraph(line)), ...tables.map(docxTable)].join('');
  return docxOf(body);
}

/** A .docx around the body of a document; other parts as given. */
export function docxOf(body: string, parts: Record<string, string> = {}): Uint8Array {
  const open = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const files: Record<string, string> = {
    '[Content_Types].xml': `${open}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'word/document.xml': `${open}<w:document ${ns}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, `${open}${xml.replace('>', ` ${ns}>`)}`]),
    ),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

export function paragraph(text: string, bold = false, properties = ''): string {
  const run = bold ? '<w:rPr><w:b/></w:rPr>' : '';
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escape(line)}</w:t>`);
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${run}${lines.join('<w:br/>')}</w:r></w:p>`;
}

/** Covered cells stand in Word as cells that go on from above. */
function docxTable(table: SourceTable): string {
  const below: { column: number; span: number; rows: number }[] = [];
  const rows = table.rows.map((cells) => {
    const printed: string[] = [];
    const queue = [...cells];
    let column = 0;
    while (queue.length > 0 || below.some((merge) => merge.rows > 0 && merge.column === column)) {
      const goesOn = below.find((merge) => merge.rows > 0 && merge.column === column);
      if (goesOn) {
        goesOn.rows -= 1;
        printed.push(
          `<w:tc><w:tcPr><w:gridSpan w:val="${goesOn.span}"/><w:vMerge/></w:tcPr><w:p/></w:tc>`,
        );
        column += goesOn.span;
        continue;
      }
      const cell = queue.shift()!;
      const span = cell.colSpan ?? 1;
      const merge = (cell.rowSpan ?? 1) > 1;
      if (merge) below.push({ column, span, rows: (cell.rowSpan ?? 1) - 1 });
      const indent = cell.indent ? `<w:ind w:left="${cell.indent * 200}"/>` : '';
      printed.push(
        `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge ? '<w:vMerge w:val="restart"/>' : ''}</w:tcPr>${paragraph(cell.text, cell.bold, indent)}</w:tc>`,
      );
      column += span;
    }
    return `<w:tr>${printed.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
