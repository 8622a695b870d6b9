/**
 * A table as the HTML that Word takes from the clipboard or from a file, and that LibreOffice and a
 * browser show alike. Every style stands on its element, since a paste drops style sheets; widths are
 * shares of the page, so the table fits whatever page it is pasted on. The page itself (A4, margins,
 * orientation) is said in `@page`, which counts when the HTML is opened as a file.
 *
 * Rules kept here: text enters by escaping only. Header rows stand in `thead`, which Word, LibreOffice
 * and browsers repeat on every page. `mso-number-format` makes Excel take a cell as text, so that
 * "3.10" stays "3.10" and "- việc" does not become a formula.
 *
 * Sizes: Nghị định 30/2020/NĐ-CP, title of an appendix 14 bold, text of a table 12.
 */
import type { Signature, TableCell, TableColumn, TableDocument } from './tableDocument';

const TITLE_SIZE = 14;
const SUBTITLE_SIZE = 13;
const TABLE_SIZE = 12;

/** @returns a whole HTML document in one string, with the marks that delimit a clipboard fragment */
export function tableHtml(doc: TableDocument): string {
  return [
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" lang="vi">',
    '<head><meta charset="utf-8">',
    `<title>${escapeText(doc.title.join(' '))}</title>`,
    `<style>${pageStyle(doc.orientation)}</style></head>`,
    '<body><!--StartFragment--><div class="WordSection1">',
    ...doc.title.map((line) => headingHtml(`<b>${spanHtml(line, TITLE_SIZE)}</b>`)),
    ...doc.subtitle.map((line) => headingHtml(`<i>${spanHtml(line, SUBTITLE_SIZE)}</i>`)),
    ...(doc.intro ?? []).map(introHtml),
    headingHtml(spanHtml('', 6)),
    `<table border="1" cellspacing="0" cellpadding="4" width="100%" style="width:100%;border-collapse:collapse;border:solid windowtext 1pt;mso-padding-alt:0cm 3pt 0cm 3pt;${fontStyle(TABLE_SIZE)}">`,
    headHtml(doc.columns),
    '<tbody>',
    ...doc.rows.map((row) => rowHtml(row, doc.columns)),
    `</tbody></table>${signaturesHtml(doc.signatures ?? [])}</div><!--EndFragment--></body></html>`,
  ].join('\n');
}

/** Margins of the decree: left 3 cm, right 1.5, top and bottom 2. */
function pageStyle(orientation: TableDocument['orientation']): string {
  const size = orientation === 'landscape' ? '29.7cm 21cm' : '21cm 29.7cm';
  const office = orientation === 'landscape' ? 'mso-page-orientation:landscape;' : '';
  const page = `size:${size};${office}margin:2cm 1.5cm 2cm 3cm;`;
  return `@page{${page}}@page WordSection1{${page}}div.WordSection1{page:WordSection1}`;
}

function headHtml(columns: readonly TableColumn[]): string {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const cells = columns.map(({ header, width }) => {
    const share = `${((100 * width) / total).toFixed(2)}%`;
    const style = `width:${share};${CELL_STYLE}`;
    return `<th width="${share}" style="${style}">${paragraphs(header, 'center', true)}</th>`;
  });
  return `<thead><tr style="mso-yfti-irow:0;mso-yfti-firstrow:yes;page-break-inside:avoid">${cells.join('')}</tr></thead>`;
}

function rowHtml(row: readonly (TableCell | null)[], columns: readonly TableColumn[]): string {
  const cells = row.map((cell, i) => (cell ? cellHtml(cell, columns[i]?.align ?? 'left') : ''));
  return `<tr style="page-break-inside:avoid">${cells.join('')}</tr>`;
}

function cellHtml(cell: TableCell, columnAlign: TableColumn['align']): string {
  const span = (cell.rowSpan ?? 1) > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  const content = paragraphs(cell.text, cell.align ?? columnAlign, cell.bold ?? false);
  return `<td${span} style="${CELL_STYLE}">${content}</td>`;
}

const CELL_STYLE =
  "border:solid windowtext 1pt;mso-border-alt:solid windowtext .5pt;padding:1pt 3pt;vertical-align:middle;mso-number-format:'\\@'";

/** One paragraph per line, so that bullets stay where they were typed. */
function paragraphs(text: string, align: TableColumn['align'], bold: boolean): string {
  const style = `margin:0cm;text-align:${align};font-weight:${bold ? 'bold' : 'normal'}`;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => spanHtml(line, TABLE_SIZE))
    .map((line) => `<p style="${style}">${bold ? `<b>${line}</b>` : line}</p>`)
    .join('');
}

function headingHtml(content: string): string {
  return `<p align="center" style="margin:0cm;text-align:center">${content}</p>`;
}

function introHtml(line: string): string {
  return `<p style="margin:0cm;text-align:justify">${spanHtml(line, SUBTITLE_SIZE)}</p>`;
}

/** A table without borders keeps the columns of signatures side by side, and on one page. */
function signaturesHtml(signatures: readonly Signature[]): string {
  if (signatures.length === 0) return '';
  const room = headingHtml(spanHtml('', SUBTITLE_SIZE)).repeat(4);
  const cells = signatures.map(
    ({ caption, note }) =>
      `<td style="border:none;vertical-align:top">${headingHtml(`<b>${spanHtml(caption, SUBTITLE_SIZE)}</b>`)}${headingHtml(`<i>${spanHtml(note, SUBTITLE_SIZE)}</i>`)}${room}</td>`,
  );
  return `${headingHtml(spanHtml('', 6))}<table border="0" width="100%" style="width:100%;border-collapse:collapse"><tr style="page-break-inside:avoid">${cells.join('')}</tr></table>`;
}

/** Word keeps the font of a span where it lets that of a paragraph go. */
function spanHtml(line: string, size: number): string {
  return `<span style="${fontStyle(size)};color:black">${escapeText(line) || '&nbsp;'}</span>`;
}

function fontStyle(size: number): string {
  return `font-family:'Times New Roman',serif;font-size:${size}pt`;
}

function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
