/** The stand-in's sheet as a plain table: enough to see what the pane does, and to type into it. */
import type { BookModel } from '../bookModel';
import { cellsOf, keyOf, type SheetModel } from '../sheetModel';
import { letters } from '../shiftReferences';

const fewestRows = 30;
const fewestColumns = 14;

export interface GridEvents {
  select(row: number, column: number): void;
  type(row: number, column: number, text: string): void;
}

/** Draws the active sheet into `table`, afresh. */
export function drawGrid(
  table: HTMLTableElement,
  { active: sheet, selection: selected, decimal }: BookModel,
  events: GridEvents,
): void {
  const used = sheet.usedArea(false);
  const rows = Math.max(fewestRows, (used?.bottom ?? 0) + 5);
  const columns = Math.max(fewestColumns, (used?.right ?? 0) + 3);
  const spans = spansOf(sheet);
  const head = document.createElement('tr');
  head.append(document.createElement('th'));
  for (let column = 0; column < columns; column += 1) {
    const cell = document.createElement('th');
    cell.textContent = letters(column);
    cell.style.minWidth = `${sheet.columnWidths.get(column) ?? 48}pt`;
    if (sheet.hiddenColumns.has(column)) cell.hidden = true;
    head.append(cell);
  }
  const lines = [head];
  for (let row = 0; row < rows; row += 1) {
    if (sheet.hiddenRows.has(row)) continue;
    const line = document.createElement('tr');
    const number = document.createElement('th');
    const level = sheet.rowLevels.get(row);
    number.textContent = `${'›'.repeat(level ?? 0)}${row + 1}`;
    line.append(number);
    for (let column = 0; column < columns; column += 1) {
      const span = spans.get(keyOf(row, column));
      if (span === null || sheet.hiddenColumns.has(column)) continue;
      const cell = drawCell(sheet, row, column, decimal, events);
      if (span) [cell.rowSpan, cell.colSpan] = span;
      if (selected.top === row && selected.left === column) cell.classList.add('selected');
      line.append(cell);
    }
    lines.push(line);
  }
  table.replaceChildren(...lines);
}

/** Of a merge's first cell its size, of its others null. */
function spansOf(sheet: SheetModel): Map<number, [number, number] | null> {
  const spans = new Map<number, [number, number] | null>();
  for (const area of sheet.merges) {
    for (const [row, column] of cellsOf(area)) spans.set(keyOf(row, column), null);
    spans.set(keyOf(area.top, area.left), [area.bottom - area.top + 1, area.right - area.left + 1]);
  }
  return spans;
}

function drawCell(
  sheet: SheetModel,
  row: number,
  column: number,
  decimal: ',' | '.',
  events: GridEvents,
): HTMLTableCellElement {
  const cell = document.createElement('td');
  const content = sheet.contents.get(keyOf(row, column));
  const format = (path: string) => sheet.format(row, column, path);
  cell.dataset['cell'] = `${letters(column)}${row + 1}`;
  const shown = String(content?.value ?? '');
  cell.textContent = content?.kind === 'number' ? shown.replace('.', decimal) : shown;
  cell.title = content?.formula ?? '';
  cell.contentEditable = 'plaintext-only';
  cell.style.fontWeight = format('font.bold') ? '600' : '';
  cell.style.whiteSpace = format('wrapText') ? 'normal' : 'nowrap';
  cell.style.background = format('fill.pattern') === 'None' ? '' : String(format('fill.color'));
  cell.style.textAlign = content?.kind === 'number' ? 'right' : '';
  if (format('borders.bottom.style') !== 'None') cell.classList.add('lined');
  cell.addEventListener('focus', () => events.select(row, column));
  const before = cell.textContent;
  cell.addEventListener('blur', () => {
    if (cell.textContent !== before) events.type(row, column, cell.textContent ?? '');
  });
  cell.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') cell.blur();
  });
  return cell;
}
