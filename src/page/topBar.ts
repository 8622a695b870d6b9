/** The bar: which file is open, and whether it is saved; the same in the window's title. */
import type { HostFiles } from '../workbook/host';
import { part } from './parts';
import type { PageWords } from './words';

export function startTopBar(files: HostFiles, { page }: PageWords): void {
  const show = () => {
    const { name, unsaved } = files.current();
    part('file-name').textContent = name;
    const state = part('file-state');
    const text = unsaved ? page.unsaved : page.saved;
    // Written only when it differs, since a screen reader says it each time.
    if (state.textContent !== text) state.textContent = text;
    state.dataset['unsaved'] = String(unsaved);
    document.title = `${unsaved ? '• ' : ''}${name} – ${page.product}`;
  };
  files.listen(show);
  show();
}
