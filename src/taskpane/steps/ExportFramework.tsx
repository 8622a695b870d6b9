/**
 * A framework on its way out: as a clean table, to the clipboard or as a sheet, and as the product's own
 * JSON, to a file or to the clipboard. The table is a Vietnamese document whatever language the pane
 * speaks, since the decision is one; it is made only once she has opened this.
 */
import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Framework } from '../../domain/framework/framework';
import { frameworkJson, frameworkTable } from '../../domain/framework/frameworkTable';
import { frameworkTableWords } from '../../i18n/vi/framework';
import { FRAMEWORK_SHEET, planDocumentSheet } from '../../usecases/documentSheet';
import { copyText } from './copyTable';
import { saveText } from './saveText';
import { TableToCopy } from './TableToCopy';
import { usePane } from '../words';

export function ExportFramework({ framework }: { framework: Framework }) {
  const { words } = usePane();
  const { load } = words.pane;
  const [open, setOpen] = useState(false);
  return (
    <details className="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{load.exporting}</summary>
      {open && (
        <>
          <AsTable framework={framework} />
          <AsJson framework={framework} />
        </>
      )}
    </details>
  );
}

function AsTable({ framework }: { framework: Framework }) {
  const { session, words } = usePane();
  const { load } = words.pane;
  const table = useMemo(() => frameworkTable(framework, frameworkTableWords, ','), [framework]);
  const addSheet = () =>
    session.propose('load', load.exportTableLabel, ({ snapshot }) =>
      planDocumentSheet(snapshot, table, FRAMEWORK_SHEET),
    );
  return (
    <>
      <p className="quiet">{load.exportTable}</p>
      <TableToCopy
        table={table}
        copyLabel={load.exportTableCopy}
        previewLabel={load.exportTablePreview}
        onAddSheet={() => void addSheet()}
        aside
      />
    </>
  );
}

function AsJson({ framework }: { framework: Framework }) {
  const { words } = usePane();
  const { load } = words.pane;
  const [outcome, setOutcome] = useState<'copied' | 'saved' | 'failed' | null>(null);
  const copy = () => setOutcome(copyText(frameworkJson(framework)) ? 'copied' : 'failed');
  const save = () => {
    saveText(`${framework.id}.json`, frameworkJson(framework), 'application/json');
    setOutcome('saved');
  };
  return (
    <>
      <p className="quiet">{load.exportAbout}</p>
      <div className="buttons">
        <Button size="small" onClick={save}>
          {load.exportFile}
        </Button>
        <Button size="small" onClick={copy}>
          {load.exportCopy}
        </Button>
      </div>
      <p role="status" className={outcome === 'failed' ? 'warn' : 'all-good'}>
        {outcome === null ? '' : load.exported[outcome]}
      </p>
    </>
  );
}
