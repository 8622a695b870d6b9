/**
 * How the web page hands its host to the pane in its frame: one named slot on the page's window, the
 * promise of a host. The page fills it before the frame loads; the pane's entry takes it. In Excel the
 * pane may also sit in a frame, of another origin, which must not be touched: then there is no offer.
 */
import type { Host } from './host';

const slot = 'bangDiemPageHost';
type Slots = { [slot]?: Promise<Host> };

/** Called by the page, before it sets the address of the pane's frame. */
export function offerHost(page: Window, host: Promise<Host>): void {
  (page as Window & Slots)[slot] = host;
}

/** Called by the pane's entry with its own window. @returns null when no page of ours is around it. */
export function offeredHost(frame: Window): Promise<Host> | null {
  if (frame.parent === frame) return null;
  try {
    return (frame.parent as Window & Slots)[slot] ?? null;
  } catch {
    return null;
  }
}
