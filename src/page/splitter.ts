/**
 * The bar between grid and pane: dragged with a pointer, or moved with the arrow keys. The width is
 * remembered for this session of the browser only; it is no setting of the product.
 */

/** In CSS pixels. At the narrow end the pane is as narrow as Excel ever makes it. */
export const paneWidth = { least: 320, most: 800, start: 350 } as const;

/** Room that the grid keeps, however wide the pane is asked to be. */
const gridKeeps = 280;
const step = 16;
const memory = 'paneWidth';

export interface SplitterParts {
  splitter: HTMLElement;
  desk: HTMLElement;
}

export function startSplitter({ splitter, desk }: SplitterParts): void {
  let width = remembered();

  const place = (wanted: number) => {
    width = clampPaneWidth(wanted, desk.clientWidth);
    desk.style.setProperty('--pane-width', `${width}px`);
    splitter.setAttribute('aria-valuenow', String(width));
    splitter.setAttribute('aria-valuemax', String(clampPaneWidth(Infinity, desk.clientWidth)));
  };
  const keep = () => sessionStorage.setItem(memory, String(width));

  splitter.setAttribute('aria-valuemin', String(paneWidth.least));
  splitter.addEventListener('keydown', (event) => {
    const wanted = widthAfterKey(event.key, width);
    if (wanted === null) return;
    event.preventDefault();
    place(wanted);
    keep();
  });
  splitter.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    splitter.setPointerCapture(event.pointerId);
    setDragging(true);
  });
  splitter.addEventListener('pointermove', (event) => {
    if (splitter.hasPointerCapture(event.pointerId))
      place(desk.getBoundingClientRect().right - event.clientX - splitter.offsetWidth / 2);
  });
  splitter.addEventListener('lostpointercapture', () => {
    setDragging(false);
    keep();
  });
  window.addEventListener('resize', () => place(width));
  place(width);

  function setDragging(on: boolean): void {
    for (const element of [splitter, desk]) element.dataset['dragging'] = String(on);
  }
}

/** @returns the width that is possible on a desk this wide; the lower limit wins. */
export function clampPaneWidth(wanted: number, deskWidth: number): number {
  const most = Math.min(paneWidth.most, deskWidth - gridKeeps);
  return Math.round(Math.max(paneWidth.least, Math.min(wanted, most)));
}

/** @returns the width asked for by a key, or null when the key means nothing here. */
export function widthAfterKey(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return width + step;
    case 'ArrowRight':
      return width - step;
    case 'Home':
      return paneWidth.least;
    case 'End':
      return paneWidth.most;
    case 'Enter':
      return paneWidth.start;
    default:
      return null;
  }
}

function remembered(): number {
  const width = Number(sessionStorage.getItem(memory));
  return width > 0 ? width : paneWidth.start;
}
