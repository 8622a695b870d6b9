/** The overview: what this sheet is, its figures, and one clear next step. */
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Finding } from '../../domain/findings/finding';
import type { SheetReport } from '../../usecases/checkWorkbook';
import { sheetTroubles, type SheetTrouble } from '../../usecases/nameColumns';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { SheetChoice } from '../parts/StepFrame';
import { adviseNext, sheetToName, type Advice } from '../state/nextStep';
import { countSeverities, openFindings, severities } from '../state/findingList';
import { asides, currentReport, currentReview, steps, type Step } from '../state/paneState';
import { ColumnReadings } from './ColumnReadings';
import { NameColumns } from './NameColumns';
import { OtherSheets, TroubleText, UnrecognisedSheets } from './UnrecognisedSheets';
import { usePane, type Words } from '../words';

export function Start() {
  const { state, words } = usePane();
  return state.reading ? (
    <Overview reading={state.reading} />
  ) : (
    <p className="quiet">{words.pane.working.reading}</p>
  );
}

function Overview({ reading }: { reading: WorkbookReading }) {
  const { words, state } = usePane();
  const report = currentReport(state);
  const open = openFindings(currentReview(state));
  const troubles = useMemo(() => sheetTroubles(reading), [reading]);
  const toName = sheetToName(troubles, reading.snapshot.activeSheet);
  const advice = adviseNext(report, open, reading.state, toName);
  const named = advice.reason === 'columns' ? advice.sheet : null;
  // What is plainly something else is spoken of only where there is nothing else to speak of.
  const isAside = ({ sheet, foreign }: SheetTrouble) =>
    report !== null || (foreign && sheet !== named && troubles.some((one) => !one.foreign));
  return (
    <>
      <SheetChoice />
      {report && <Figures report={report} words={words} />}
      {report && <ColumnReadings key={report.id} report={report} reading={reading} />}
      <UnrecognisedSheets
        reading={reading}
        troubles={troubles.filter((one) => one.sheet !== named && !isAside(one))}
      />
      <section className="next" aria-labelledby="next-title">
        <h3 id="next-title">{words.pane.start.next}</h3>
        {advice.reason === 'columns' ? (
          <>
            {troubles
              .filter(({ sheet }) => sheet === named)
              .map((trouble) => (
                <TroubleText key={trouble.sheet} trouble={trouble} />
              ))}
            <NameColumns reading={reading} sheet={advice.sheet} />
          </>
        ) : (
          <NextStep advice={advice} />
        )}
      </section>
      <OtherSheets reading={reading} troubles={troubles.filter(isAside)} />
      <AllSteps open={open} />
      <Others />
    </>
  );
}

type StepAdvice = Exclude<Advice, { reason: 'columns' }>;

function NextStep({ advice }: { advice: StepAdvice }) {
  const { session, words } = usePane();
  const { text, action } = adviceWords(advice, words);
  return (
    <>
      <p>{text}</p>
      <Button appearance="primary" onClick={() => session.show(advice.step)}>
        {action}
      </Button>
    </>
  );
}

function Figures({ report, words }: { report: SheetReport; words: Words }) {
  const { start } = words.pane;
  const { max, self, appraised, deduction, outside, index } = report.summary;
  const figures: readonly (readonly [string, string])[] = [
    [start.max, words.figure(max)],
    [start.self, words.figure(self)],
    [start.appraised, words.figure(appraised)],
    [start.deduction, words.figure(deduction)],
    ...(outside === null ? [] : [[start.outside, words.change(outside)] as const]),
    [start.index, index === null ? start.unknown : words.percent(index, 2)],
  ];
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

function AllSteps({ open }: { open: readonly Finding[] }) {
  const { session, words } = usePane();
  const { start, step } = words.pane;
  return (
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

function adviceWords(advice: StepAdvice, words: Words): { text: string; action: string } {
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
