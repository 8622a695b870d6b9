/**
 * Univer's own dialogs ("Điểm không hợp lệ") leave the keyboard to nobody when they close: what is typed next
 * would be lost. It goes back to the grid, unless the person has gone elsewhere.
 */
import type { Injector } from '@univerjs/presets';
import { IDialogService } from '@univerjs/preset-sheets-core';

/** In milliseconds between two looks, and how many: a dialog leaves the document a moment after it closes. */
const pause = 50;
const looks = 20;

export function returnKeyboard(injector: Injector, focusGrid: () => void): void {
  let shown = false;
  injector
    .get(IDialogService)
    .getDialogs$()
    .subscribe((dialogs) => {
      const closed = shown && !dialogs.some(({ open }) => open);
      shown = dialogs.some(({ open }) => open);
      if (closed) whenGone(looks, focusGrid);
    });
}

function whenGone(left: number, focusGrid: () => void): void {
  setTimeout(() => {
    if (document.querySelector('[role="dialog"]')) {
      if (left > 0) whenGone(left - 1, focusGrid);
    } else if (document.activeElement === document.body) focusGrid();
  }, pause);
}
