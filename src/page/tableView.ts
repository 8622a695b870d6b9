/**
 * The sheet as an HTML table, beside the grid, for those who cannot see a canvas. It is for reading:
 * each cell is a button that leads to the same cell in the grid, where it is edited.
 */
import { cellName, columnLetters, type Area, type CellAt } from '../workbook/address';
import type { CellView, SheetView, WorkbookView } from '../workbook/view';
import { valueText } from './cellText';
import { part } from './parts';
import type { PageWords } from './words';

export interface TableSource {
  view(): WorkbookView;
  goTo(sheet: string, at: CellAt): void;
  /** Calls back when the workbook has changed. */
  listen(listener: () => void): () => void;
}

/** More rows than this would hold the browser for seconds. */
const mostRows = 1000;

export function startTable(source: TableSource, words: PageWords): void {
  const toggle = part<HTMLButtonElement>('table-toggle');
  const table = part('table');
  const grid = part('grid');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = () => table.replaceChildren(...drawTable(source.view(), words, goTo));
  const show = (on: boolean) => {
    toggle.setAttribute('aria-pressed', String(on));
    table.hidden = !on;
    // The grid stays where it is, so that it keeps its size; it only leaves the order of the keyboard.
    grid.inert = on;
    if (on) {
      draw();
      table.focus();
    }
  };
  const goTo = (sheet: string, at: CellAt) => {
    show(false);
    source.goTo(sheet, at);
  };
  table.tabIndex = -1;
  toggle.disabled = false;
  toggle.addEventListener('click', () => show(table.hidden));
  source.listen(() => {
    if (table.hidden) return;
    clearTimeout(timer);
    timer = setTimeout(draw, 300);
  });
}

function drawTable(
  view: WorkbookView,
  words: PageWords,
  goTo: (sheet: string, at: CellAt) => void,
): HTMLElement[] {
  const { table: say } = words.page;
  const sheet = view.sheets.find(({ name }) => name === view.activeSheet);
  const title = element('h2', say.title(view.activeSheet));
  if (!sheet || sheet.cells.length === 0) return [title, element('p', say.empty)];
  const shown = Math.min(sheet.rowCount, mostRows);
  const notes = [element('p', say.intro)];
  if (shown < sheet.rowCount) notes.push(element('p', say.more(shown, sheet.rowCount)));
  const table = document.createElement('table');
  table.setAttribute('aria-label', say.title(sheet.name));
  table.append(
    headRow(sheet),
    bodyRows(sheet, shown, words, (at) => goTo(sheet.name, at)),
  );
  return [title, ...notes, table];
}

function headRow({ columnCount }: SheetView): HTMLElement {
  const head = document.createElement('thead');
  const row = document.createElement('tr');
  row.append(document.createElement('td'));
  for (let column = 0; column < columnCount; column++) {
    const name = element('th', columnLetters(column));
    name.setAttribute('scope', 'col');
    row.append(name);
  }
  head.append(row);
  return head;
}

function bodyRows(
  sheet: SheetView,
  shown: number,
  words: PageWords,
  goTo: (at: CellAt) => void,
): HTMLElement {
  const cells = new Map(sheet.cells.map((cell) => [cell.row * 16384 + cell.column, cell]));
  const hidden = new Set(sheet.rows.filter((row) => row.hidden).map(({ row }) => row));
  const merges = mergeIndex(sheet.merges);
  const body = document.createElement('tbody');
  for (let row = 0; row < shown; row++) {
    if (hidden.has(row)) continue;
    const line = document.createElement('tr');
    const name = element('th', String(row + 1));
    name.setAttribute('scope', 'row');
    line.append(name);
    for (let column = 0; column < sheet.columnCount; column++) {
      const merge = merges.get(row * 16384 + column);
      if (merge === 'covered') continue;
      const box = document.createElement('td');
      if (merge) {
        box.rowSpan = merge.bottom - merge.top + 1;
        box.colSpan = merge.right - merge.left + 1;
      }
      const cell = cells.get(row * 16384 + column);
      if (cell) box.append(...cellButton(cell, words, goTo));
      line.append(box);
    }
    body.append(line);
  }
  return body;
}

/** First cell of a merge → its area; every other cell of it → "covered". Hidden rows are left to spans. */
function mergeIndex(merges: readonly Area[]): Map<number, Area | 'covered'> {
  const index = new Map<number, Area | 'covered'>();
  for (const area of merges)
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        index.set(
          row * 16384 + column,
          row === area.top && column === area.left ? area : 'covered',
        );
  return index;
}

function cellButton(cell: CellView, words: PageWords, goTo: (at: CellAt) => void): HTMLElement[] {
  const text = valueText(cell.value, words);
  if (text === '') return [];
  const button = document.createElement('button');
  const { row, column } = cell;
  button.type = 'button';
  button.className = 'value';
  button.textContent = text;
  button.title = words.page.table.goTo(cellName({ row, column }));
  button.addEventListener('click', () => goTo({ row, column }));
  return [button];
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
