/**
 * The line under the grid: address and content of the selected cell, and the input message that the
 * file carries for it. The same is said to screen readers, since the grid is a picture to them.
 */
import { cellName, type CellAt } from '../workbook/address';
import type { CellValue } from '../workbook/snapshot';
import { cellText } from './cellText';
import { part } from './parts';
import type { PageWords } from './words';

export interface CellSource {
  /** What the cell holds, and the file's input message for it. */
  describe(sheet: string, at: CellAt): CellDescription;
  listenToCell(listener: (sheet: string, at: CellAt) => void): () => void;
  listen(listener: () => void): () => void;
}

export interface CellDescription {
  value: CellValue;
  formula: string | null;
  prompt: { title: string; message: string } | null;
  /** The note on the cell; "" when there is none. */
  note: string;
}

/** In milliseconds; long enough that holding an arrow key does not speak each cell that is passed. */
const pause = 150;

export function startCellLine(source: CellSource, words: PageWords): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: { sheet: string; at: CellAt } | null = null;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => last && show(last.at, source.describe(last.sheet, last.at)), pause);
  };
  source.listenToCell((sheet, at) => {
    last = { sheet, at };
    later();
  });
  source.listen(later);

  function show(at: CellAt, { value, formula, prompt, note }: CellDescription): void {
    const address = cellName(at);
    const text = cellText(value, formula, words);
    const input = prompt ? [prompt.title, prompt.message].filter(Boolean).join(': ') : '';
    const hint = [note, input].filter(Boolean).join(' · ');
    const name = document.createElement('strong');
    name.textContent = address;
    const line = [text, hint].filter(Boolean).join(' · ').replace(/\s+/g, ' ');
    part('cell-line').replaceChildren(name, ` ${line}`);
    const said = words.page.cell.announce(address, text);
    part('announcer').textContent = [said, hint].filter(Boolean).join('. ');
  }
}
