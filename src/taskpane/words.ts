/**
 * Words and figures in the person's language, and the session, handed to every view by one context.
 * Vietnamese comes with the first script; English is fetched when it is asked for.
 */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { formatChange, formatPercent, formatPoints } from '../domain/text/formatNumber';
import type { Points } from '../domain/points';
import { decimalMark, type Language } from '../i18n/language';
import { findingMessages } from '../i18n/vi/findings';
import {
  frameworkMessages,
  importMessages,
  readingMessages,
  unreadReasons,
} from '../i18n/vi/framework';
import { hostMessages } from '../i18n/vi/host';
import { pane } from '../i18n/vi/pane';
import { planConflict, planLines } from '../i18n/vi/plan';
import type { PaneSession } from './state/paneSession';
import type { PaneState } from './state/paneState';
import type { ReadBook } from './state/importSource';

const vietnamese = {
  pane,
  planLines,
  planConflict,
  findingMessages,
  hostMessages,
  frameworkMessages,
  importMessages,
  readingMessages,
  unreadReasons,
};
type Texts = typeof vietnamese;

export interface Words extends Texts {
  language: Language;
  /** Of decimals. */
  mark: ',' | '.';
  /** Two decimals at most three, "–" for nothing. */
  figure(value: Points | null): string;
  /** "+0,5", "-0,5" */
  change(value: Points): string;
  percent(value: Points, decimals: number): string;
}

/** @param mark of decimals, where the program around us has its own; else the language's */
export async function loadWords(
  language: Language,
  mark: ',' | '.' = decimalMark(language),
): Promise<Words> {
  return wordsOf(language, mark, language === 'vi' ? vietnamese : await loadEnglish());
}

async function loadEnglish(): Promise<Texts> {
  const parts = await Promise.all([
    import('../i18n/en/pane'),
    import('../i18n/en/plan'),
    import('../i18n/en/findings'),
    import('../i18n/en/host'),
    import('../i18n/en/framework'),
  ]);
  const [paneWords, planWords, findingWords, hostWords, frameworkWords] = parts;
  return { ...paneWords, ...planWords, ...findingWords, ...hostWords, ...frameworkWords };
}

function wordsOf(language: Language, mark: ',' | '.', texts: Texts): Words {
  return {
    ...texts,
    language,
    mark,
    figure: (value) => (value === null ? '–' : formatPoints(value, { mark })),
    change: (value) => formatChange(value, { mark }),
    percent: (value, decimals) => formatPercent(value, mark, decimals),
  };
}

interface PaneTools {
  session: PaneSession;
  words: Words;
  /** Reads a workbook file on the side, without opening it. */
  readBook: ReadBook;
}

export const PaneContext = createContext<PaneTools | null>(null);

/** The session, the words, and the state as it is now. */
export function usePane(): PaneTools & { state: PaneState } {
  const tools = useContext(PaneContext);
  if (!tools) throw new Error('a view of the pane stands outside of it');
  const { subscribe, current } = tools.session;
  return { ...tools, state: useSyncExternalStore(subscribe, current) };
}
