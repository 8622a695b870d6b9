/** The bar: which file is open, whether it is saved, and the two buttons that open and save. */
import type { Host, HostFiles } from '../workbook/host';
import { part } from './parts';
import type { PageWords } from './words';

export interface TopBarActions {
  open(): void;
  save(): void;
}

/** Ready at once; its buttons wait for the host. */
export function startTopBar(
  host: Promise<Host>,
  { page }: PageWords,
  actions: TopBarActions,
): void {
  const open = part<HTMLButtonElement>('open');
  const save = part<HTMLButtonElement>('save');
  open.disabled = save.disabled = true;
  open.addEventListener('click', () => actions.open());
  save.addEventListener('click', () => actions.save());
  window.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's')
      return;
    event.preventDefault();
    if (!save.disabled) actions.save();
  });
  void host.then(({ files }) => {
    if (!files) return;
    open.disabled = save.disabled = false;
    const show = () => showFile(files, page);
    files.listen(show);
    show();
  });
}

function showFile(files: HostFiles, page: PageWords['page']): void {
  const { name, unsaved } = files.current();
  part('file-name').textContent = name;
  const state = part('file-state');
  const text = unsaved ? page.unsaved : page.saved;
  if (state.textContent !== text) state.textContent = text;
  state.dataset['unsaved'] = String(unsaved);
  document.title = `${unsaved ? '• ' : ''}${name} – ${page.product}`;
}
