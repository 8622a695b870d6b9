/** Tính điểm trừ: what each area lost, the index once the base is known, and formulas into the sheet. */
import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { points } from '../../domain/points';
import { needsBase } from '../../domain/scoring/summary';
import type { SheetReport } from '../../usecases/checkWorkbook';
import { planDeductions } from '../../usecases/deduct';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { AreaTable } from './AreaTable';
import { StepFrame } from '../parts/StepFrame';
import { chosenBase, readTypedPoints } from '../state/typedPoints';
import { usePane } from '../words';

export function DeductStep() {
  return <StepFrame>{(report, reading) => <Deduct report={report} reading={reading} />}</StepFrame>;
}

function Deduct({ report, reading }: { report: SheetReport; reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { deduct, preview } = words.pane;
  const form = state.forms.deduct;
  const remembered = reading.state.settings.base;
  const bad = form.base !== null && readTypedPoints(form.base).kind === 'bad';
  const base = chosenBase(form.base, remembered);
  const plan = () =>
    session.propose('deduct', deduct.label, (current) =>
      planDeductions(current, report.id, {
        base: base === null ? null : points(base),
        liveFormulas: form.liveFormulas,
      }),
    );
  return (
    <>
      {(base !== null || bad || needsBase(report.scoreSheet, reading.state.framework)) && (
        <BaseField report={report} remembered={remembered} bad={bad} />
      )}
      <IndexLine report={report} />
      <AreaTable report={report} words={words} />
      <div>
        <Checkbox
          label={deduct.live}
          checked={form.liveFormulas}
          onChange={(_, data) => session.fill('deduct', { liveFormulas: data.checked === true })}
        />
        <p className="hint">{deduct.liveHint}</p>
      </div>
      <div className="buttons">
        <Button appearance="primary" disabledFocusable={bad} onClick={() => !bad && void plan()}>
          {preview.action}
        </Button>
      </div>
    </>
  );
}

interface BaseProps {
  report: SheetReport;
  remembered: string | null;
  bad: boolean;
}

function BaseField({ report, remembered, bad }: BaseProps) {
  const { session, words, state } = usePane();
  const { deduct } = words.pane;
  const { max } = report.summary;
  const typed =
    state.forms.deduct.base ?? (remembered === null ? '' : words.figure(points(remembered)));
  const reading = readTypedPoints(typed);
  const small = reading.kind === 'points' && max !== null && reading.points.lt(max);
  return (
    <section className="ask">
      <p>{deduct.baseWhy(words.figure(max))}</p>
      <Field
        label={deduct.base}
        hint={deduct.baseHint}
        validationState={bad ? 'error' : small ? 'warning' : 'none'}
        validationMessage={
          bad ? deduct.baseBad : small ? deduct.baseSmall(words.figure(max)) : null
        }
      >
        <Input
          className="short-input"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(_, data) => session.fill('deduct', { base: data.value })}
        />
      </Field>
    </section>
  );
}

function IndexLine({ report }: { report: SheetReport }) {
  const { words } = usePane();
  const { deduct } = words.pane;
  const { index, base, deduction, outside } = report.summary;
  const sign = outside?.lt(0) ? '−' : '+';
  const beside = outside === null ? '' : ` ${sign} ${words.figure(outside.abs())}`;
  return (
    <div className="index-line" role="status">
      <span>{deduct.index}</span>
      {index === null || base === null ? (
        <span className="quiet">{deduct.indexUnknown}</span>
      ) : (
        <>
          <strong>{words.percent(index, 2)}</strong>
          <span className="quiet">
            {deduct.working(words.figure(base), words.figure(deduction), beside)}
          </span>
        </>
      )}
    </div>
  );
}
