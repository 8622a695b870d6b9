/** Which language people see: Vietnamese first; English where the program around us speaks another. */
export type Language = 'vi' | 'en';

/**
 * From a display language as Office or a browser gives it ("vi-VN", "en-US", "fr"). Vietnamese is the
 * product's own language and stays when nothing is said.
 */
export function languageOf(displayLanguage: string | null | undefined): Language {
  if (!displayLanguage) return 'vi';
  return /^vi\b/i.test(displayLanguage) ? 'vi' : 'en';
}

/** The decimal mark that goes with it. */
export function decimalMark(language: Language): ',' | '.' {
  return language === 'vi' ? ',' : '.';
}
