/**
 * Keys of the whole page, in the grid as in the pane's frame: Ctrl+O opens, Ctrl+S saves, and F6 goes
 * from one region to the next. Without F6 nobody could leave the grid by keyboard, where Tab means the
 * next cell.
 */
import { part } from './parts';

export interface PageKeyActions {
  open(): void;
  save(): void;
  /** Gives the keyboard to the grid. */
  grid(): void;
}

export function listenToKeys(actions: PageKeyActions): void {
  const frame = part<HTMLIFrameElement>('pane');
  const onKey = (event: KeyboardEvent) => {
    const act = actionOf(event, actions);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  window.addEventListener('keydown', onKey, true);
  // The frame has a window of its own, and a new one each time it loads.
  const listenInFrame = () => frame.contentWindow?.addEventListener('keydown', onKey, true);
  frame.addEventListener('load', listenInFrame);
  listenInFrame();
  part('skip').addEventListener('click', (event) => {
    event.preventDefault();
    frame.focus();
  });
}

function actionOf(event: KeyboardEvent, actions: PageKeyActions): (() => void) | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (key === 'F6') return () => goRound(shiftKey ? -1 : 1, actions);
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return null;
  if (key.toLowerCase() === 's') return () => actions.save();
  if (key.toLowerCase() === 'o') return () => actions.open();
  return null;
}

function goRound(step: 1 | -1, actions: PageKeyActions): void {
  const regions = [
    { holder: part('sheet'), enter: () => actions.grid() },
    { holder: part('splitter'), enter: () => part('splitter').focus() },
    { holder: part('pane'), enter: () => enterFrame() },
    { holder: part('table-toggle'), enter: () => part('table-toggle').focus() },
  ];
  const here = regions.findIndex(({ holder }) => holder.contains(document.activeElement));
  const next = regions[(here + step + regions.length) % regions.length];
  next?.enter();
}

function enterFrame(): void {
  const frame = part<HTMLIFrameElement>('pane');
  frame.focus();
  frame.contentDocument
    ?.querySelector<HTMLElement>('a[href], button:not(:disabled), input, select, textarea')
    ?.focus();
}
