/** A table to paste into a letter or to add as a sheet, with a preview of just that. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { tableHtml } from '../../domain/letters/html';
import { tableText } from '../../domain/letters/plainTable';
import type { TableDocument } from '../../domain/letters/tableDocument';
import { copyTable, selectNode } from './copyTable';
import { TablePreview } from './TablePreview';
import { usePane } from '../words';

interface Props {
  table: TableDocument;
  copyLabel: string;
  previewLabel: string;
  onAddSheet(): void;
  /** Beside what the step is about: its button does not lead. */
  aside?: boolean;
  /** Between the buttons and the preview. */
  children?: ReactNode;
}

/** The outcome belongs to the table that was copied: another table has none yet. */
export function TableToCopy({
  table,
  copyLabel,
  previewLabel,
  onAddSheet,
  aside = false,
  children,
}: Props) {
  const { words } = usePane();
  const { appendix } = words.pane;
  const paper = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const html = tableHtml(table);
  useEffect(() => setOutcome(null), [html]);
  const copy = () => {
    const done = copyTable({ html, text: tableText(table) });
    if (!done && paper.current) selectNode(paper.current);
    setOutcome(done ? 'copied' : 'failed');
  };
  return (
    <>
      <div className="buttons">
        <Button appearance={aside ? 'secondary' : 'primary'} onClick={copy}>
          {copyLabel}
        </Button>
        <Button onClick={onAddSheet}>{appendix.addSheet}</Button>
      </div>
      <p role="status" className={outcome === 'copied' ? 'all-good' : 'warn'}>
        {outcome === 'copied' ? appendix.copied : outcome === 'failed' ? appendix.copyFailed : ''}
      </p>
      {children}
      <TablePreview table={table} label={previewLabel} paper={paper} />
    </>
  );
}
