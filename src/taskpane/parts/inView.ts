/** What folds open is brought into view, clear of the buttons that stay at the foot of the pane. */
import { useEffect, useRef, type RefObject } from 'react';

/** @returns for the element that grows; nothing moves while it is as it was when first shown */
export function useInView<Element extends HTMLElement>(open: boolean): RefObject<Element> {
  const element = useRef<Element>(null);
  const before = useRef(open);
  useEffect(() => {
    if (open && !before.current) bringIntoView(element.current);
    before.current = open;
  }, [open]);
  return element;
}

/** What is taller than the room begins at its top. Margins that keep clear of the buttons are the style's. */
function bringIntoView(element: HTMLElement | null): void {
  // Not everything that renders the pane scrolls.
  if (typeof element?.scrollIntoView !== 'function') return;
  const room = element.closest('.content')?.clientHeight ?? window.innerHeight;
  const block = element.offsetHeight > room - BUTTONS ? 'start' : 'nearest';
  element.scrollIntoView({ block });
}

/** Height of the buttons at the foot. */
const BUTTONS = 64;
