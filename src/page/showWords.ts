/** Writes the words into the page's standing parts; `page.html` itself has none but the first line. */
import { part } from './parts';
import type { PageWords } from './words';

export function showWords({ page, language }: PageWords): void {
  document.documentElement.lang = language;
  document.title = page.product;
  part('skip').textContent = page.skip;
  part('table-toggle').textContent = page.showTable;
  part('drop').textContent = page.dropHere;
  part('sheet').setAttribute('aria-label', page.gridArea);
  part('pane-side').setAttribute('aria-label', page.paneArea);
  part('pane').title = page.paneArea;
  part('splitter').setAttribute('aria-label', page.splitter);
}
