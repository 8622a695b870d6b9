/**
 * A table as plain text: columns parted by tabs, one line per row. For places that take no HTML; a
 * spreadsheet takes the HTML beside it, where text is marked as text.
 */
import type { TableDocument } from './tableDocument';

/** Title lines, header, rows. Line breaks and tabs inside a cell become blanks; nothing else changes. */
export function tableText(doc: TableDocument): string {
  const lines = [
    doc.columns.map((column) => column.header),
    ...doc.rows.map((row) => row.map((cell) => cell?.text ?? '')),
  ];
  return [
    ...doc.title.map(oneLine),
    ...doc.subtitle.map(oneLine),
    ...(doc.intro ?? []).map(oneLine),
    ...lines.map((cells) => cells.map(oneLine).join('\t')),
    ...(doc.signatures ? [doc.signatures.map(({ caption }) => oneLine(caption)).join('\t')] : []),
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\t]+\s*/g, ' ').trim();
}
