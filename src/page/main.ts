/**
 * The page: a bar, a grid at the left, the task pane at the right. This entry is the one place that
 * names both hosts and joins them; grid and file reader are fetched after the first paint.
 *
 * Order kept here: the words and the offer of a host stand before the pane's frame gets its address;
 * the pane paints while the grid is still on its way.
 */
import './page.css';
import type { PageHost, PageServices } from '../hosts/page/pageHost';
import { cellName } from '../workbook/address';
import { HostError, isHostError } from '../workbook/host';
import { offerHost } from '../workbook/pageBridge';
import type { WorkbookFile } from '../workbook/view';
import { askUnsaved } from './askUnsaved';
import { startCellLine } from './cellLine';
import { chooseFile, giveFile, takeDrops } from './fileTransfer';
import { guardUnsaved } from './guardUnsaved';
import { Notices } from './notices';
import { listenToKeys } from './pageKeys';
import { part } from './parts';
import { painted, Progress } from './progress';
import { showWords } from './showWords';
import { startSplitter } from './splitter';
import { startTable } from './tableView';
import { startTopBar } from './topBar';
import { loadPageWords, pageLanguage, type PageWords } from './words';

const sample = 'vinh-linh-6t2023.xlsx';

void start();

async function start(): Promise<void> {
  const language = pageLanguage(location.search);
  let opened: (host: PageHost) => void = () => undefined;
  const host = new Promise<PageHost>((resolve) => {
    opened = resolve;
  });
  offerHost(window, host);
  const words = await loadPageWords(language);
  showWords(words);
  part<HTMLIFrameElement>('pane').src = `taskpane.html?host=page&lang=${language}`;
  startSplitter({ splitter: part('splitter'), desk: part('desk') });
  const page = new Page(words);
  void host.then((ready) => page.join(ready));
  await page.open(opened);
}

class Page {
  readonly #notices = new Notices(part('notices'));
  readonly #progress = new Progress({
    box: part('loading'),
    title: part('loading-title'),
    bar: part<HTMLProgressElement>('loading-bar'),
    step: part('loading-step'),
  });

  #redraw: () => void = () => undefined;

  constructor(private readonly words: PageWords) {}

  /** Loads grid, file reader and sample; when that fails, says so and waits to be asked again. */
  async open(opened: (host: PageHost) => void): Promise<void> {
    const { loading, retry } = this.words.page;
    const { steps } = loading;
    this.#progress.start(loading.title, 4);
    try {
      this.#progress.step(0, steps.program);
      await painted();
      const [{ createUniverGrid }, { PageHost }, { openWorkbookFile, newWorkbookFile }] =
        await Promise.all([
          import(/* webpackChunkName: "grid" */ '../hosts/page/univerGrid'),
          import(/* webpackChunkName: "page-host" */ '../hosts/page/pageHost'),
          import(/* webpackChunkName: "file-host" */ '../hosts/file/fileHost'),
        ]);
      this.#progress.step(1, steps.file);
      const bytes = await fetchSample();
      this.#progress.step(2, steps.reading);
      await painted();
      const file = await openWorkbookFile(bytes, sample);
      this.#progress.step(3, steps.drawing);
      await painted();
      const place = part('grid');
      place.replaceChildren();
      const grid = createUniverGrid(place);
      const newFile = () => newWorkbookFile(this.words.page.newFile);
      const services = { ...this.#services(openWorkbookFile), newFile };
      const host = new PageHost(grid, services, file, 'sample');
      await grid.settled();
      opened(host);
      this.#progress.end();
    } catch (error) {
      // For whoever looks after the machine: the reason stands in the browser's console.
      if (!isHostError(error)) reportError(error);
      const text = isHostError(error) ? this.#sentence(error) : loading.failed;
      this.#progress.fail(loading.failedTitle, text, retry, () => void this.open(opened));
    }
  }

  /** What stands around the host, once there is one. */
  join(host: PageHost): void {
    const { files } = host;
    this.#redraw = () => void this.attempt(() => host.redraw());
    startTopBar(files, this.words);
    listenToKeys({
      open: () => void this.attempt(() => files.open()),
      save: () => void this.attempt(() => files.save()),
      grid: () => host.focus(),
    });
    startCellLine(
      {
        describe: (sheet, at) => host.describe(sheet, at),
        listenToCell: (listener) => host.listenToCell(listener),
        listen: (listener) => files.listen(listener),
      },
      this.words,
    );
    startTable(
      {
        view: () => host.view(),
        goTo: (sheet, at) => void this.attempt(() => host.select(sheet, at)),
        listen: (listener) => files.listen(listener),
      },
      this.words,
    );
    takeDrops(part('drop'), (file) =>
      this.attempt(async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        await host.openBytes(bytes, file.name);
      }),
    );
    void guardUnsaved(host, this.#notices, this.words);
  }

  /** Does it, and shows the sentence when it could not be done. */
  async attempt(act: () => Promise<unknown>): Promise<void> {
    this.#notices.close('problem');
    try {
      await act();
    } catch (error) {
      this.#tell(error);
    }
  }

  #services(readFile: PageServices['readFile']): Omit<PageServices, 'newFile'> {
    return {
      readFile: (bytes, name) => this.#whileReading(name, () => readFile(bytes, name)),
      chooseFile,
      giveFile,
      askUnsaved: (name) => askUnsaved(name, this.words),
      tell: (problem) => this.#tell(problem),
      tellFresh: (fresh) => this.#tellFresh(fresh),
      report: (error) => reportError(error),
      tellRefused: () => this.#hint(this.words.page.refused),
      tellLocked: (at) => this.#hint(this.words.page.locked(cellName(at))),
    };
  }

  async #whileReading(name: string, read: () => Promise<WorkbookFile>): Promise<WorkbookFile> {
    const { loading } = this.words.page;
    this.#progress.start(loading.file(name), 2);
    this.#progress.step(1, loading.steps.reading);
    await painted();
    try {
      return await read();
    } finally {
      this.#progress.end();
    }
  }

  #hint(text: string): void {
    this.#notices.show({ key: 'hint', kind: 'hint', text, close: this.words.page.close });
  }

  #tellFresh(fresh: boolean): void {
    const { text, redraw } = this.words.page.stale;
    const actions = [{ label: redraw, act: () => this.#redraw() }];
    if (fresh) this.#notices.close('stale');
    else this.#notices.show({ key: 'stale', kind: 'problem', text, actions });
  }

  #tell(error: unknown): void {
    const problem = isHostError(error)
      ? error
      : new HostError('unexpected', { detail: error instanceof Error ? error.message : '' });
    const { close } = this.words.page;
    this.#notices.show({ key: 'problem', kind: 'problem', text: this.#sentence(problem), close });
  }

  #sentence({ problem, params }: HostError): string {
    return this.words.hostMessages[problem](params);
  }
}

async function fetchSample(): Promise<Uint8Array> {
  const answer = await fetch(`assets/samples/${sample}`);
  if (!answer.ok) throw new HostError('unreadable', { name: sample });
  return new Uint8Array(await answer.arrayBuffer());
}
