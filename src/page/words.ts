/** Words of the page in the person's language. Vietnamese comes with the first script. */
import { languageOf, type Language } from '../i18n/language';
import { hostMessages } from '../i18n/vi/host';
import { page } from '../i18n/vi/page';

const vietnamese = { page, hostMessages };
export type PageWords = typeof vietnamese & { language: Language };

/** From the address: "?lang=en". Without it, Vietnamese, whatever the browser speaks. */
export function pageLanguage(search: string): Language {
  return languageOf(new URLSearchParams(search).get('lang'));
}

export async function loadPageWords(language: Language): Promise<PageWords> {
  if (language === 'vi') return { ...vietnamese, language };
  const [english, englishHost] = await Promise.all([
    import(/* webpackChunkName: "page-english" */ '../i18n/en/page'),
    import(/* webpackChunkName: "page-english" */ '../i18n/en/host'),
  ]);
  return { page: english.page, hostMessages: englishHost.hostMessages, language };
}
