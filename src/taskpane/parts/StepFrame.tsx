/**
 * What the steps that work on a score sheet have in common: they need one, and say so; and they name
 * the sheet they speak of when the workbook has several.
 */
import { Button, Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { currentReport } from '../state/paneState';
import { usePane } from '../words';

interface Props {
  children: (report: SheetReport, reading: WorkbookReading) => ReactNode;
}

export function StepFrame({ children }: Props) {
  const { session, words, state } = usePane();
  const { noTable, working } = words.pane;
  const report = currentReport(state);
  if (!state.reading) return <p className="quiet">{working.reading}</p>;
  if (!report)
    return (
      <section className="next">
        <p>{noTable.text}</p>
        <Button appearance="primary" onClick={() => session.show('load')}>
          {noTable.action}
        </Button>
      </section>
    );
  return (
    <>
      <SheetChoice />
      <OutOfDate />
      {children(report, state.reading)}
    </>
  );
}

/** Only where edits are not followed: else the next reading is under way already. */
function OutOfDate() {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  if (!state.stale || state.live) return null;
  return (
    <div className="toolbar out-of-date">
      <span className="stale" role="status">
        {check.stale}
      </span>
      <Button size="small" onClick={() => void session.refresh()}>
        {check.again}
      </Button>
    </div>
  );
}

export function SheetChoice() {
  const { session, words, state } = usePane();
  if (state.reports.length < 2) return null;
  return (
    <Field label={words.pane.sheetChoice} size="small">
      <Select
        size="small"
        value={state.table ?? ''}
        onChange={(_, data) => session.chooseTable(data.value)}
      >
        {state.reports.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </Select>
    </Field>
  );
}
