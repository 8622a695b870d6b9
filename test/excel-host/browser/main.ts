/**
 * The page around the real pane: a sheet of the stand-in beside it, the ribbon's buttons over it, and
 * the switches that Excel would have: protection, a cell being edited, the theme. In the address:
 * `?lang=en-US`, `?theme=dark`, `?decimal=.`, `?pane=320`.
 */
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { darkTheme, type ExcelDoor, installExcel, lightTheme } from '../bridge';
import { recalculate } from '../calculate';
import { type as typeText } from '../person';
import { letters } from '../shiftReferences';
import { bookFromSnapshot } from './bookFromSnapshot';
import { drawGrid } from './grid';

declare global {
  interface Window {
    /** Called by the pane's page before office.js loads. */
    attachExcel?: (pane: Window) => void;
    /** For tests: the workbook, the trips made, and the ribbon. */
    excelDoor?: ExcelDoor;
  }
}

async function main(): Promise<void> {
  const answer = await fetch('sample.json');
  const book = bookFromSnapshot((await answer.json()) as WorkbookSnapshot);
  const params = new URLSearchParams(location.search);
  book.decimal = params.get('decimal') === '.' ? '.' : ',';
  const width = params.get('pane');
  if (width) document.body.style.gridTemplateColumns = `1fr ${width}px`;
  const draw = () => {
    recalculate(book);
    drawGrid(find('grid', HTMLTableElement), book, {
      select: (row, column) => {
        book.selection = { top: row, bottom: row, left: column, right: column };
      },
      type: (row, column, text) => {
        typeText(book, book.active.name, `${letters(column)}${row + 1}`, text);
        draw();
      },
    });
    drawTabs();
  };
  const drawTabs = () => {
    const tabs = book.sheets.filter((sheet) => sheet.visibility === 'Visible');
    find('tabs', HTMLElement).replaceChildren(
      ...tabs.map((sheet) => {
        const tab = document.createElement('button');
        tab.textContent = sheet.name;
        tab.ariaPressed = String(sheet === book.active);
        tab.addEventListener('click', () => {
          book.active = sheet;
          draw();
        });
        return tab;
      }),
    );
  };
  window.attachExcel = (pane) => {
    const uiLocale = params.get('lang') ?? 'vi-VN';
    window.excelDoor = installExcel(pane, { book, excelApi: '1.14', uiLocale });
    refuseUndeclared(pane as PaneWindow);
    paint(params.get('theme') === 'dark');
  };
  // Redraws when something has been changed, at most once in a moment.
  let waiting = false;
  book.listeners.add(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      draw();
    }, 50);
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('#ribbon button'))
    button.addEventListener('click', () => {
      void window.excelDoor?.pressButton(button.dataset['function'] ?? '');
    });
  toggle('protect', (on) => (book.active.protected = on));
  toggle('protectBook', (on) => (book.protected = on));
  toggle('editing', (on) => (book.editing = on));
  const paint = (isDark: boolean) => {
    if (window.excelDoor) window.excelDoor.theme = isDark ? darkTheme : lightTheme;
  };
  find('dark', HTMLInputElement).checked = params.get('theme') === 'dark';
  toggle('dark', paint);
  setInterval(() => {
    const trips = window.excelDoor?.trips ?? [];
    find('trips', HTMLElement).textContent = `${trips.length} trips`;
  }, 500);
  draw();
  find('pane', HTMLIFrameElement).src = 'taskpane.html';
}

type PaneWindow = Window & {
  OfficeExtension?: { CommonUtility?: { _doApiNotSupportedCheck: boolean } };
};

/** The library itself then throws ApiNotFound for whatever is above the declared requirement set. */
function refuseUndeclared(pane: PaneWindow): void {
  const arrived = () => {
    const utility = pane.OfficeExtension?.CommonUtility;
    if (utility) utility._doApiNotSupportedCheck = true;
  };
  pane.document.addEventListener('load', arrived, true);
}

function toggle(id: string, set: (on: boolean) => void): void {
  const box = find(id, HTMLInputElement);
  box.addEventListener('change', () => set(box.checked));
}

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`no ${id} on the page`);
  return element;
}

void main();
