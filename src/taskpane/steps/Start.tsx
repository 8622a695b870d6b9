/** The overview: what this sheet is, its figures, and one clear next step. */
import { Button } from '@fluentui/react-components';
import type { Finding } from '../../domain/findings/finding';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { SheetChoice } from '../parts/StepFrame';
import { adviseNext, type Advice } from '../state/nextStep';
import { countSeverities, openFindings, severities } from '../state/findingList';
import { asides, currentReport, currentReview, steps, type Step } from '../state/paneState';
import { ColumnReadings } from './ColumnReadings';
import { usePane, type Words } from '../words';

export function Start() {
  const { session, words, state } = usePane();
  const report = currentReport(state);
  const { start, step } = words.pane;
  if (!state.reading) return <p className="quiet">{words.pane.working.reading}</p>;
  const open = openFindings(currentReview(state));
  const advice = adviseNext(report, open, state.reading.state);
  const told = adviceWords(advice, words);
  return (
    <>
      <SheetChoice />
      {report && <Figures report={report} words={words} />}
      {report && <ColumnReadings key={report.id} report={report} reading={state.reading} />}
      {!report && <Unrecognised reading={state.reading} />}
      <section className="next" aria-labelledby="next-title">
        <h3 id="next-title">{start.next}</h3>
        <p>{told.text}</p>
        <Button appearance="primary" onClick={() => session.show(advice.step)}>
          {told.action}
        </Button>
      </section>
      <section aria-labelledby="all-steps">
        <h3 id="all-steps" className="quiet-title">
          {start.anyOrder}
        </h3>
        <ol className="step-list">
          {steps.map((name, index) => (
            <li key={name}>
              <button type="button" onClick={() => session.show(name)}>
                <span className="strip-mark" aria-hidden="true">
                  {index + 1}
                </span>
                <span>
                  <strong>{step[name].title}</strong>
                  <span className="quiet">{statusOf(name, open, words) ?? step[name].about}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      </section>
      <Others />
    </>
  );
}

function Figures({ report, words }: { report: SheetReport; words: Words }) {
  const { start } = words.pane;
  const { max, self, appraised, deduction, index } = report.summary;
  const figures = [
    [start.max, words.figure(max)],
    [start.self, words.figure(self)],
    [start.appraised, words.figure(appraised)],
    [start.deduction, words.figure(deduction)],
    [start.index, index === null ? start.unknown : words.percent(index, 2)],
  ] as const;
  return (
    <dl className="figures" aria-label={start.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is done now and then. */
function Others() {
  const { session, words } = usePane();
  const { aside, start } = words.pane;
  return (
    <section aria-labelledby="others">
      <h3 id="others" className="quiet-title">
        {start.others}
      </h3>
      <ul className="step-list">
        {asides.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => session.show(name)}>
              <span>
                <strong>{aside[name].title}</strong>
                <span className="quiet">{aside[name].about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why, sheet by sheet, and what to do about it. */
function Unrecognised({ reading }: { reading: WorkbookReading }) {
  const { words } = usePane();
  const { start } = words.pane;
  const sheets = reading.unrecognised.filter(({ reason }) => reason !== 'empty');
  if (sheets.length === 0) return null;
  return (
    <ul className="plain-list rows">
      {sheets.slice(0, 5).map(({ sheet, reason }) => (
        <li key={sheet}>
          {start.unrecognised(sheet, start.reasons[reason])}{' '}
          <span className="quiet">{start.remedies[reason]}</span>
        </li>
      ))}
      {sheets.length > 5 && <li className="quiet">{start.moreSheets(sheets.length - 5)}</li>}
    </ul>
  );
}

function adviceWords(advice: Advice, words: Words): { text: string; action: string } {
  const { advice: texts } = words.pane.start;
  return advice.reason === 'errors' ? texts.errors(advice.count) : texts[advice.reason];
}

/** A word on the state of a step, where the sheet tells it; null takes what the step is about. */
function statusOf(step: Step, open: readonly Finding[], words: Words): string | null {
  if (step !== 'check' || open.length === 0) return null;
  const { severityCount } = words.pane;
  const counts = countSeverities(open);
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => severityCount(severity, counts[severity]))
    .join(', ');
}
