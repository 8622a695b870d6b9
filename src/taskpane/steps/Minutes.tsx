/** Biên bản kiểm tra: the findings with what was decided about them, to sign; as a table and as a sheet. */
import { useState } from 'react';
import type { SheetReport } from '../../usecases/checkWorkbook';
import { makeMinutes, planMinutesSheet } from '../../usecases/minutes';
import { useDocumentWords } from '../documentWords';
import { TableToCopy } from './TableToCopy';
import { currentReport, currentReview, type PaneState } from '../state/paneState';
import { usePane } from '../words';

export function Minutes() {
  const { words } = usePane();
  const [open, setOpen] = useState(false);
  return (
    <details className="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.pane.check.minutes}</summary>
      {open && <Paper />}
    </details>
  );
}

function Paper() {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  const documents = useDocumentWords();
  const report = currentReport(state);
  if (!documents || !report) return null;
  const make = (now: PaneState, of: SheetReport) => {
    const unit = now.forms.load.unit.trim();
    const file = now.file?.name ?? check.thisFile;
    const request = unit === '' ? { file } : { file, unit };
    return makeMinutes(of, currentReview(now), request, documents.minutesWords);
  };
  const addSheet = () =>
    session.propose('check', check.minutesLabel, ({ snapshot }) => {
      const now = session.current();
      return planMinutesSheet(snapshot, make(now, currentReport(now) ?? report));
    });
  return (
    <TableToCopy
      table={make(state, report)}
      copyLabel={check.minutesCopy}
      previewLabel={check.minutesPreview}
      onAddSheet={() => void addSheet()}
    />
  );
}
