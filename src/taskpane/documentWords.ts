/** Words of documents that leave the product; fetched when the first is made. */
import { useEffect, useState } from 'react';
import type * as vietnamese from '../i18n/vi/documents';
import { usePane, type Words } from './words';

type DocumentWords = typeof vietnamese;

export async function loadDocumentWords({ language }: Words): Promise<DocumentWords> {
  return language === 'vi' ? import('../i18n/vi/documents') : import('../i18n/en/documents');
}

/** Null until they are there. */
export function useDocumentWords(): DocumentWords | null {
  const { words } = usePane();
  const [loaded, setLoaded] = useState<DocumentWords | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadDocumentWords(words).then((found) => wanted && setLoaded(found));
    return () => void (wanted = false);
  }, [words]);
  return loaded;
}
