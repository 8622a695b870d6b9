/**
 * Kiểm tra nhiều tệp: each file checked on the side, with a summary and its findings; a broken file says
 * why and does not stop the rest. The list goes out as a table or as sheets of the open workbook.
 */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import {
  listMany,
  manyListTable,
  planManySheets,
  summariseMany,
  type CheckedFile,
  type ManySummary,
} from '../../usecases/checkMany';
import { cellName } from '../../workbook/address';
import { isHostError } from '../../workbook/host';
import { useDocumentWords } from '../documentWords';
import { FileButton } from '../parts/FileButton';
import { SeverityMark } from '../parts/SeverityMark';
import { checkFiles } from '../state/checkFiles';
import { severities } from '../state/findingList';
import { TableToCopy } from './TableToCopy';
import { findingSentence } from './findingSentence';
import { usePane, type Words } from '../words';

/** More findings of one file are counted, and stand in the table. */
const SHOWN = 50;

export function CheckMany() {
  const { session, words, state } = usePane();
  const { many } = words.pane;
  const { files, running } = state.forms.many;
  const take = useChecking();
  return (
    <>
      <p>{many.about}</p>
      {running === null ? (
        <FileButton
          several
          label={many.choose}
          accept=".xlsx"
          onFiles={(list) => void take(list)}
        />
      ) : (
        <div className="toolbar">
          <span role="status">{many.running(files.length, running.total)}</span>
          <Button size="small" onClick={() => session.fill('many', { running: null })}>
            {many.stop}
          </Button>
        </div>
      )}
      {files.length > 0 && <Results files={files} />}
    </>
  );
}

/** Checks files one after the other, until all are done, she stops, or she chooses others. */
function useChecking(): (chosen: readonly File[]) => Promise<void> {
  const { session, words, state, readBook } = usePane();
  const { against } = state.forms.check;
  return async (chosen) => {
    const mine = { total: chosen.length };
    session.fill('many', { files: [], running: mine });
    await checkFiles(chosen, {
      readBook,
      options: against === 'carried' ? {} : { framework: against },
      explain: (error) => explain(error, words),
      tell: (file) => {
        const { many: now } = session.current().forms;
        // Others were chosen since: these are of no interest any more.
        if (now.running !== null && now.running !== mine) return false;
        session.fill('many', { files: [...now.files, file] });
        return now.running === mine;
      },
    });
    if (session.current().forms.many.running === mine) session.fill('many', { running: null });
  };
}

function Results({ files }: { files: readonly CheckedFile[] }) {
  const { words, state } = usePane();
  const { many } = words.pane;
  const { totals, kinds } = summariseMany(files);
  return (
    <>
      <p role="status">{many.totals(totals.files, totals.tables, totals.problems)}</p>
      <ul className="plain-list">
        {files.map((file, index) => (
          <FileResult key={index} file={file} />
        ))}
      </ul>
      <Kinds kinds={kinds} />
      {state.forms.many.running === null && <WholeList files={files} />}
    </>
  );
}

/** What is found, over all the files. */
function Kinds({ kinds }: Pick<ManySummary, 'kinds'>) {
  const { words } = usePane();
  const { many } = words.pane;
  return (
    <details className="fold">
      <summary>{many.kinds(kinds.length)}</summary>
      <ul className="rows">
        {kinds.map(({ code, severity, findings, files: inFiles }) => (
          <li key={code}>
            <SeverityMark severity={severity} name={words.pane.severities[severity]} />{' '}
            {words.findingMessages[code].title}{' '}
            <span className="quiet">{many.kindCount(findings, inFiles)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What one file holds, folded; or why it could not be checked. */
function FileResult({ file }: { file: CheckedFile }) {
  const { words } = usePane();
  const { many, severityCount } = words.pane;
  const [open, setOpen] = useState(false);
  const [summary] = summariseMany([file]).files;
  if (file.problem !== null || !summary)
    return (
      <li className="unit many-broken">
        <strong className="many-name">{file.file}</strong>
        <p className="warn">{file.problem}</p>
      </li>
    );
  const counts = severities.filter((severity) => summary[severity] > 0);
  const listed = open ? listMany([file]) : [];
  return (
    <li>
      <details className="unit" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span>
            <strong className="many-name">{file.file}</strong>
            <span className="quiet unit-facts">
              {file.reports.length === 0
                ? many.noTable
                : counts.length === 0
                  ? many.clean
                  : counts.map((severity) => severityCount(severity, summary[severity])).join(', ')}
            </span>
          </span>
        </summary>
        <ul className="rows">
          {listed.slice(0, SHOWN).map(({ sheet, finding }, index) => (
            <li key={index}>
              <SeverityMark
                severity={finding.severity}
                name={words.pane.severities[finding.severity]}
              />{' '}
              <strong>
                {finding.place ? cellName(finding.place) : words.pane.check.wholeSheet}
              </strong>{' '}
              {file.reports.length > 1 && <span className="quiet">{sheet} </span>}
              {findingSentence(finding, words)}
            </li>
          ))}
          {listed.length > SHOWN && <li className="quiet">{many.more(listed.length - SHOWN)}</li>}
        </ul>
      </details>
    </li>
  );
}

function WholeList({ files }: { files: readonly CheckedFile[] }) {
  const { session, words } = usePane();
  const { many } = words.pane;
  const documents = useDocumentWords();
  const [open, setOpen] = useState(false);
  if (!documents) return null;
  const { checkListWords } = documents;
  const addSheets = () =>
    session.propose('many', many.label, ({ snapshot }) =>
      planManySheets(snapshot, files, checkListWords),
    );
  return (
    <details className="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{many.list}</summary>
      {open && (
        <TableToCopy
          table={manyListTable(files, checkListWords)}
          copyLabel={many.copy}
          previewLabel={many.list}
          onAddSheet={() => void addSheets()}
        />
      )}
    </details>
  );
}

function explain(error: unknown, words: Words): string {
  if (isHostError(error)) return words.hostMessages[error.problem](error.params);
  const detail = error instanceof Error ? error.message : String(error);
  return words.hostMessages.unexpected({ detail });
}
