/** What a new sheet is told besides its framework: the unit, the period, rounds, and further columns. */
import { Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { surveyTotal, type Framework } from '../../domain/framework/framework';
import { outsideSigns, signsIn } from '../../domain/framework/outsideParts';
import { extraColumns, type ExtraColumn } from '../../usecases/newSheet';
import { readTypedPoints } from '../state/typedPoints';
import { usePane } from '../words';

export function SheetFacts({ framework }: { framework: Framework }) {
  const { session, words, state } = usePane();
  const { load } = words.pane;
  const { unit, period, rounds } = state.forms.load;
  return (
    <section className="fields" aria-labelledby="sheet-facts">
      <h3 id="sheet-facts">{load.sheetFacts}</h3>
      <Field label={load.unit} hint={load.unitHint}>
        <Input value={unit} onChange={(_, data) => session.fill('load', { unit: data.value })} />
      </Field>
      <Field label={load.period} hint={load.periodHint}>
        <Input
          value={period}
          onChange={(_, data) => session.fill('load', { period: data.value })}
        />
      </Field>
      <Field label={load.rounds}>
        <RadioGroup
          layout="horizontal"
          value={String(rounds)}
          onChange={(_, data) => session.fill('load', { rounds: data.value === '2' ? 2 : 1 })}
        >
          <Radio value="1" label={load.round[1]} />
          <Radio value="2" label={load.round[2]} />
        </RadioGroup>
      </Field>
      <Extras />
      <BeyondTheScale framework={framework} />
    </section>
  );
}

/** None is needed to begin with, so they stand folded. */
function Extras() {
  const { session, words, state } = usePane();
  const { load, columns } = words.pane;
  const { extras, rounds } = state.forms.load;
  const choose = (extra: ExtraColumn, wanted: boolean) =>
    session.fill('load', {
      extras: extraColumns.filter((one) => (one === extra ? wanted : extras.includes(one))),
    });
  return (
    <details className="fold">
      <summary>{load.extras(extras.map((extra) => columns[extra]))}</summary>
      {extraColumns.map((extra) => {
        // With two rounds the sheet has this column anyway.
        const always = extra === 'explanation' && rounds === 2;
        return (
          <div key={extra}>
            <Checkbox
              label={columns[extra]}
              disabled={always}
              checked={always || extras.includes(extra)}
              onChange={(_, data) => choose(extra, data.checked === true)}
            />
            <p className="hint">{always ? load.extraAlways : load.extraAbout[extra]}</p>
          </div>
        );
      })}
    </details>
  );
}

/** Bonus and penalty beside the scale, and whether the survey counts in this period. */
function BeyondTheScale({ framework }: { framework: Framework }) {
  const { session, words, state } = usePane();
  const { load } = words.pane;
  const { leaveOutSurvey } = state.forms.load;
  const has = signsIn(framework);
  const survey = surveyTotal(framework);
  const open = outsideSigns.filter((sign) => !has.has(sign));
  if (open.length === 0 && survey.eq(0)) return null;
  return (
    <details className="fold">
      <summary>{load.beyond}</summary>
      {open.length > 0 && (
        <>
          <div className="field-row beyond">
            {open.map((sign) => (
              <Field
                key={sign}
                label={load.ceiling[sign]}
                size="small"
                validationMessage={
                  readTypedPoints(state.forms.load[sign]).kind === 'bad' ? load.ceilingBad : null
                }
              >
                <Input
                  size="small"
                  inputMode="decimal"
                  value={state.forms.load[sign]}
                  onChange={(_, data) => session.fill('load', { [sign]: data.value })}
                />
              </Field>
            ))}
          </div>
          <p className="quiet">{load.ceilingHint}</p>
        </>
      )}
      {survey.gt(0) && (
        <>
          <Checkbox
            label={load.leaveOutSurvey(words.figure(survey))}
            checked={leaveOutSurvey}
            onChange={(_, data) => session.fill('load', { leaveOutSurvey: data.checked === true })}
          />
          <p className="hint">{load.leaveOutSurveyHint}</p>
        </>
      )}
    </details>
  );
}
