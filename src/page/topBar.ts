/** The bar: which file is open, whether it is the sample, and whether it is saved. */
import type { HostFiles } from '../workbook/host';
import { part } from './parts';
import type { PageWords } from './words';

export function startTopBar(files: HostFiles, { page }: PageWords): void {
  const sample = part('file-sample');
  sample.textContent = page.sample;
  sample.title = page.sampleAbout;
  /** The last file that had changes: of one that never had, there is nothing to be called saved. */
  let changed = 0;
  const show = () => {
    const { name, unsaved, opened, origin } = files.current();
    if (unsaved) changed = opened;
    sample.hidden = origin !== 'sample';
    part('file-name').textContent = name;
    const state = part('file-state');
    const saved = origin === 'own' || changed === opened ? page.saved : '';
    const text = unsaved ? page.unsaved : saved;
    // Written only when it differs, since a screen reader says it each time.
    if (state.textContent !== text) state.textContent = text;
    state.dataset['unsaved'] = String(unsaved);
    document.title = `${unsaved ? '• ' : ''}${name} – ${page.product}`;
  };
  files.listen(show);
  show();
}
