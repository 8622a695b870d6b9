/**
 * A table as programs put it on the clipboard in plain text: tabs between cells, line ends between rows,
 * and quotes around a cell that holds either. Pure.
 */
export function readClipboardText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const ended = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (;;) {
    const { cell, end } = readCell(ended, at);
    row.push(cell);
    if (ended[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    if (end >= ended.length) return rows;
    at = end + 1;
  }
}

/** A cell is quoted only if its closing quote ends it; otherwise its quotes are its own. */
function readCell(text: string, start: number): { cell: string; end: number } {
  const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
  quoted.lastIndex = start;
  const match = quoted.exec(text);
  if (match && /[\t\n"]/.test(match[1] ?? ''))
    return { cell: (match[1] ?? '').replace(/""/g, '"'), end: quoted.lastIndex };
  const plain = /[^\t\n]*/y;
  plain.lastIndex = start;
  const cell = plain.exec(text)?.[0] ?? '';
  return { cell, end: start + cell.length };
}
