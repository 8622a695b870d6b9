/** Words of documents that leave the product; fetched when the first is made. */
import type { Words } from './words';

type DocumentWords = typeof import('../i18n/vi/documents');

export async function loadDocumentWords({ language }: Words): Promise<DocumentWords> {
  return language === 'vi' ? import('../i18n/vi/documents') : import('../i18n/en/documents');
}
