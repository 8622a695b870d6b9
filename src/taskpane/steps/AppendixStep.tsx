/** Phụ lục: the deducted criteria as a table to paste into a letter, with a preview of just that. */
import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { TableDocument } from '../../domain/letters/tableDocument';
import { makeAppendix, planAppendixSheet } from '../../usecases/appendix';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { StepFrame } from '../parts/StepFrame';
import { TableToCopy } from './TableToCopy';
import { usePane } from '../words';

export function AppendixStep() {
  return (
    <StepFrame>{(report, reading) => <Appendix report={report} reading={reading} />}</StepFrame>
  );
}

function Appendix({ report, reading }: { report: SheetReport; reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { appendix } = words.pane;
  const { sign, title } = state.forms.appendix;
  const make = (from: WorkbookReading) =>
    makeAppendix(from, report.id, title === null ? { sign } : { sign, title: linesOf(title) });
  const document = make(reading);
  const proposed = title === null ? document : makeAppendix(reading, report.id, { sign });
  const addSheet = () =>
    session.propose('appendix', appendix.label, (current) =>
      planAppendixSheet(current, make(current)),
    );
  if (document.rows.length === 0) return <p className="quiet">{appendix.empty}</p>;
  return (
    <>
      <Field label={appendix.sign}>
        <RadioGroup
          value={sign}
          onChange={(_, data) =>
            session.fill('appendix', { sign: data.value === 'positive' ? 'positive' : 'negative' })
          }
        >
          <Radio value="negative" label={appendix.signs.negative} />
          <Radio value="positive" label={appendix.signs.positive} />
        </RadioGroup>
      </Field>
      <Field label={appendix.title} hint={appendix.titleHint}>
        <Textarea
          rows={3}
          value={title ?? proposed.title.join('\n')}
          onChange={(_, data) => session.fill('appendix', { title: data.value })}
        />
      </Field>
      <TableToCopy
        table={document}
        copyLabel={appendix.copy}
        previewLabel={appendix.preview}
        onAddSheet={() => void addSheet()}
      >
        <p className="quiet">{appendix.rows(countCriteria(document))}</p>
      </TableToCopy>
    </>
  );
}

/** Without the rows that sum up. */
function countCriteria(table: TableDocument): number {
  return table.rows.filter((row) => !row.some((cell) => cell?.sum)).length;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
