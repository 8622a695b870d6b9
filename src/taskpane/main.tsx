/**
 * Entry of the pane, and the only file here that names a host: the page around it hands over its own,
 * else this is Excel. Until the pane stands, the page's static line stays; a failure is told in it.
 * What reads and checks sheets is fetched beside Office's own library, and not before it.
 */
import { FluentProvider } from '@fluentui/react-components';
import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { connectRibbon, type RibbonTarget } from '../commands/ribbon';
import { languageOf } from '../i18n/language';
import { hostMessages } from '../i18n/vi/host';
import { isHostError, type Host } from '../workbook/host';
import { offeredHost } from '../workbook/pageBridge';
import { ErrorBoundary } from './ErrorBoundary';
import { Pane } from './Pane';
import type { ReadBook } from './state/importSource';
import { inBrowser } from './state/preferences';
import { isChunkMissing } from './stepCode';
import { shadeOfBackground, themeOf, type Shade } from './theme';
import { loadWords, PaneContext } from './words';
import './pane.css';

void open().catch(tell);

async function open(): Promise<void> {
  const inPage = offeredHost(window);
  const coming = import('./state/paneSession');
  let opened: (pane: RibbonTarget) => void = () => undefined;
  if (!inPage) {
    await officeReady();
    connectRibbon(new Promise<RibbonTarget>((resolve) => (opened = resolve)));
  }
  const language = languageOf(displayLanguage(inPage !== null));
  document.documentElement.lang = language;
  const host = await (inPage ?? excelHost());
  // Excel may be busy with a cell: then figures are written as the language has them.
  const culture = await host.culture?.().catch(() => undefined);
  const words = await loadWords(language, culture?.decimal);
  const { PaneSession } = await coming;
  const partition = inPage ? '' : (Office.context.partitionKey ?? '');
  const session = new PaneSession(host, inBrowser(partition));
  const root = document.getElementById('root');
  if (!root) throw new Error('taskpane.html has no root');
  createRoot(root).render(
    <StrictMode>
      <Themed>
        <ErrorBoundary words={words}>
          <PaneContext.Provider value={{ session, words, readBook }}>
            <Pane capabilities={host.capabilities} />
          </PaneContext.Provider>
        </ErrorBoundary>
      </Themed>
    </StrictMode>,
  );
  opened(session);
  await session.start();
}

/** Excel's library was asked for by boot.js; it may be there already, still come, or have failed. */
async function officeReady(): Promise<void> {
  const script = document.getElementById('office-js');
  if (typeof Office === 'undefined' && script)
    await new Promise<void>((done) =>
      script.addEventListener('load', () => done(), { once: true }),
    );
  await Office.onReady();
}

/** A workbook beside the open one: a framework that she keeps in a file of its own. */
const readBook: ReadBook = async (bytes, name) => {
  const { openWorkbookFile } = await import('../hosts/file/fileHost');
  return (await openWorkbookFile(bytes, name)).read({ sheets: 'all' });
};

async function excelHost(): Promise<Host> {
  const { createExcelHost } = await import('../hosts/excel/excelHost');
  return createExcelHost();
}

/** Vietnamese in our page, where nobody has chosen a language for an Office. */
function displayLanguage(inPage: boolean): string | null {
  const asked = new URLSearchParams(location.search).get('lang');
  return asked ?? (inPage ? null : Office.context.displayLanguage);
}

function Themed({ children }: { children: React.ReactNode }) {
  const shade = useSyncExternalStore(watchShade, currentShade);
  return (
    <FluentProvider className="provider" theme={themeOf(shade)}>
      {children}
    </FluentProvider>
  );
}

const systemDark = matchMedia('(prefers-color-scheme: dark)');

function currentShade(): Shade {
  const theme = typeof Office === 'undefined' ? undefined : Office.context?.officeTheme;
  return shadeOfBackground(theme?.bodyBackgroundColor) ?? (systemDark.matches ? 'dark' : 'light');
}

/** For so long Office's library answers with the colours that it was last told. */
const themeKept = 5000;

/** Excel tells nobody that its theme was changed; but that is done outside of the pane, so look on return. */
function watchShade(changed: () => void): () => void {
  let later: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    changed();
    clearTimeout(later);
    later = setTimeout(changed, themeKept + 100);
  };
  systemDark.addEventListener('change', changed);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(later);
    systemDark.removeEventListener('change', changed);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Before the pane stands there is only the static line. */
function tell(error: unknown): void {
  const line = document.getElementById('opening');
  if (!line) throw error;
  // A part of the program that did not come: boot.js has said so.
  if (isChunkMissing(error)) return;
  line.textContent = isHostError(error)
    ? hostMessages[error.problem](error.params)
    : hostMessages.unexpected({ detail: error instanceof Error ? error.message : String(error) });
}
