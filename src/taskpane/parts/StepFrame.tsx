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
      {children(report, state.reading)}
    </>
  );
}

export function SheetChoice() {
  const { session, words, state } = usePane();
  if (state.reports.length < 2) return null;
  return (
    <Field label={words.pane.sheetChoice} size="small">
      <Select
        size="small"
        value={state.sheet ?? ''}
        onChange={(_, data) => session.chooseSheet(data.value)}
      >
        {state.reports.map(({ sheet }) => (
          <option key={sheet} value={sheet}>
            {sheet}
          </option>
        ))}
      </Select>
    </Field>
  );
}
