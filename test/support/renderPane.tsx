/** The pane in jsdom over a host in memory, driven as a person does: by what is written on the screen. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { FluentProvider } from '@fluentui/react-components';
import { ErrorBoundary } from '../../src/taskpane/ErrorBoundary';
import { Pane } from '../../src/taskpane/Pane';
import { PaneSession } from '../../src/taskpane/state/paneSession';
import { themeOf } from '../../src/taskpane/theme';
import { loadWords, PaneContext } from '../../src/taskpane/words';
import type { ReadBook } from '../../src/taskpane/state/importSource';
import type { Language } from '../../src/i18n/language';
import type { FakeHost } from './fakeHost';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, PRODUCT_VERSION: '9.9.9' });

export interface RenderedPane {
  session: PaneSession;
  root: HTMLElement;
  /** The one element of these that says so; throws when there is none. */
  find(selector: string, text?: string | RegExp): HTMLElement;
  has(selector: string, text?: string | RegExp): boolean;
  click(selector: string, text?: string | RegExp): Promise<void>;
  /** Into a text field, or a choice of a select. */
  enter(selector: string, value: string): Promise<void>;
  /** Into the file input of that name. */
  choose(label: string, files: readonly File[]): Promise<void>;
  press(key: string, options?: KeyboardEventInit): Promise<void>;
  settle(): Promise<void>;
}

/** @param readBook other files, as she chooses them; the open workbook when left out */
export async function renderPane(
  host: FakeHost,
  language: Language = 'vi',
  readBook: ReadBook = () => host.read(),
): Promise<RenderedPane> {
  document.body.innerHTML = '<div id="root"></div>';
  const root = document.getElementById('root')!;
  const words = await loadWords(language);
  const session = new PaneSession(host);
  await act(async () => {
    createRoot(root).render(
      <FluentProvider theme={themeOf('light')}>
        <ErrorBoundary words={words}>
          <PaneContext.Provider value={{ session, words, readBook }}>
            <Pane capabilities={host.capabilities} />
          </PaneContext.Provider>
        </ErrorBoundary>
      </FluentProvider>,
    );
    await session.start();
  });
  const settle = () => act(async () => new Promise((done) => setTimeout(done, 30)));
  await settle();

  const all = (selector: string, text?: string | RegExp) =>
    [...root.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        !element.closest('[hidden]') &&
        (text === undefined ||
          (typeof text === 'string'
            ? element.textContent?.includes(text)
            : text.test(element.textContent ?? ''))),
    );
  const find = (selector: string, text?: string | RegExp) => {
    const [found] = all(selector, text);
    if (!found) throw new Error(`not on the screen: ${selector} ${text}\n${root.textContent}`);
    return found;
  };
  /** What a slow machine shows late is waited for; what never comes is named. */
  const appearing = async (selector: string, text?: string | RegExp) => {
    for (let turn = 0; turn < 150 && all(selector, text).length === 0; turn += 1) await settle();
    return find(selector, text);
  };
  return {
    session,
    root,
    settle,
    find,
    has: (selector, text) => all(selector, text).length > 0,
    click: async (selector, text) => {
      const found = await appearing(selector, text);
      found.focus();
      await act(async () => found.click());
      await settle();
    },
    enter: async (selector, value) => {
      const field = (await appearing(selector)) as HTMLInputElement | HTMLSelectElement;
      const prototype = Object.getPrototypeOf(field) as object;
      await act(async () => {
        Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
        const kind = field.tagName === 'SELECT' ? 'change' : 'input';
        field.dispatchEvent(new Event(kind, { bubbles: true }));
      });
      await settle();
    },
    choose: async (label, files) => {
      const input = root.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
      if (!input) throw new Error(`no place for files: ${label}`);
      Object.defineProperty(input, 'files', { value: files, configurable: true });
      await act(async () => {
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await settle();
    },
    press: async (key, options = {}) => {
      const target = document.activeElement ?? document.body;
      await act(async () => {
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...options }));
      });
      await settle();
    },
  };
}
