/** A framework on its way out, as the product's own JSON: to a file, or to the clipboard. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Framework } from '../../domain/framework/framework';
import { frameworkJson } from '../../domain/framework/frameworkTable';
import { copyText } from './copyTable';
import { saveText } from './saveText';
import { usePane } from '../words';

export function ExportFramework({ framework }: { framework: Framework }) {
  const { words } = usePane();
  const { load } = words.pane;
  const [outcome, setOutcome] = useState<'copied' | 'saved' | 'failed' | null>(null);
  const copy = () => setOutcome(copyText(frameworkJson(framework)) ? 'copied' : 'failed');
  const save = () => {
    saveText(`${framework.id}.json`, frameworkJson(framework), 'application/json');
    setOutcome('saved');
  };
  return (
    <details className="fold">
      <summary>{load.exporting}</summary>
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
    </details>
  );
}
