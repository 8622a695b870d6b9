/**
 * A framework of her own: from a file, from the clipboard, or from the open workbook, where what is
 * selected or a sheet is read afresh. What was understood is shown below, row by row, before anything
 * is built on it.
 */
import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportProblem, FrameworkImport, ReadArea } from '../../usecases/importFramework';
import { importSelection, importSheet } from '../../usecases/importSelection';
import { ImportColumns } from './ImportColumns';
import { ImportReview } from './ImportReview';
import { FileButton } from '../parts/FileButton';
import { importFile, importPasted } from '../state/importSource';
import { usePane } from '../words';

export function OwnFramework() {
  const { session, words, state, readBook } = usePane();
  const { load } = words.pane;
  const { imported } = state.forms.load;
  const { busy, take } = useTaking();
  return (
    <details className="fold own" open={imported !== null ? true : undefined}>
      <summary>
        <strong>{load.own}</strong> <span className="quiet">{load.ownHint}</span>
      </summary>
      <div className="fields">
        <FileButton
          label={load.ownFile}
          accept=".json,.xlsx,.docx,.html,.htm,.csv,.tsv,.txt"
          onFiles={([file]) => file && void take(importFile(file, readBook))}
        />
        {session.tellsSelection && (
          <div>
            <Button
              aria-describedby="selection-hint"
              onClick={() => void take(session.consult(importSelection))}
            >
              {load.ownSelection}
            </Button>
            <p id="selection-hint" className="quiet">
              {load.ownSelectionHint}
            </p>
          </div>
        )}
        <PasteBox onPaste={(clip) => void take(importPasted(clip))} />
        <SheetSource
          onSheet={(sheet) => void take(session.consult((host) => importSheet(host, sheet)))}
        />
        <p role="status" className={busy ? 'quiet' : 'unseen'}>
          {busy ? load.ownReading : imported?.kind === 'reading' ? load.review : ''}
        </p>
        {imported && <Understood imported={imported} />}
      </div>
    </details>
  );
}

/** Waits for what is being read: a framework is hers at once, a table is looked through first. */
function useTaking() {
  const { session } = usePane();
  const [busy, setBusy] = useState(false);
  const take = async (coming: Promise<FrameworkImport | null>) => {
    setBusy(true);
    const result = await coming;
    setBusy(false);
    if (result?.kind === 'framework') {
      const { framework } = result;
      const { own } = session.current().forms.load;
      session.fill('load', {
        imported: null,
        own: [framework, ...own.filter(({ id }) => id !== framework.id)],
        framework: framework.id,
      });
    } else if (result) session.fill('load', { imported: result, mending: null });
  };
  return { busy, take };
}

/** What is pasted is read at once, with the layout that Word and Excel put on the clipboard. */
function PasteBox({ onPaste }: { onPaste(clip: { html: string; text: string }): void }) {
  const { words } = usePane();
  const { load } = words.pane;
  return (
    <Field label={load.ownPaste}>
      <Textarea
        rows={2}
        value=""
        placeholder={load.ownPasteHint}
        onChange={() => undefined}
        onPaste={(event) => {
          event.preventDefault();
          const { clipboardData } = event;
          onPaste({
            html: clipboardData.getData('text/html'),
            text: clipboardData.getData('text/plain'),
          });
        }}
      />
    </Field>
  );
}

function SheetSource({ onSheet }: { onSheet(sheet: string): void }) {
  const { words, state } = usePane();
  const { load } = words.pane;
  const sheets = (state.reading?.snapshot.sheets ?? []).filter(
    ({ visibility, rowCount }) => visibility === 'visible' && rowCount > 0,
  );
  if (sheets.length === 0) return null;
  return (
    <Field label={load.ownSheet}>
      <Select value="" onChange={(_, data) => data.value !== '' && onSheet(data.value)}>
        <option value="">{load.ownSheetPrompt}</option>
        {sheets.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Understood({ imported }: { imported: FrameworkImport }) {
  if (imported.kind === 'framework') return null;
  return (
    <>
      {imported.place && <Place place={imported.place} />}
      {imported.kind === 'problems' && (
        <>
          <Problems problems={imported.problems} />
          {imported.misread && <ImportColumns imported={imported.misread} open />}
        </>
      )}
      {imported.kind === 'reading' && <ImportReview imported={imported} />}
    </>
  );
}

/** Where it was read, and what there is that she may not see. */
function Place({ place }: { place: ReadArea }) {
  const { words } = usePane();
  const { load } = words.pane;
  const { sheet, area, hiddenRows, hiddenColumns } = place;
  return (
    <p className="quiet">
      {load.ownPlace(`${sheet}!${area}`)}
      {hiddenRows + hiddenColumns > 0 && ` ${load.ownHidden(hiddenRows, hiddenColumns)}`}
    </p>
  );
}

function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  const { words } = usePane();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <strong>{words.pane.load.ownFailed}</strong>
        <ul className="plain-list">
          {problems.map(({ code, path, params }, index) => (
            <li key={index}>{words.importMessages[code]({ ...params, path })}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
