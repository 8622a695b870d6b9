/** Nạp khung: choose a framework, see what is in it, name the unit and the period, make the sheet. */
import { Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useMemo } from 'react';
import { flattenFramework, surveyTotal, type Framework } from '../../domain/framework/framework';
import {
  outsideSigns,
  signsIn,
  type OutsideCeilings,
  type OutsideSign,
} from '../../domain/framework/outsideParts';
import { pointsText } from '../../domain/points';
import { builtInFrameworks } from '../../usecases/frameworks';
import { extraColumns, planNewSheet, type ExtraColumn } from '../../usecases/newSheet';
import { frameworkJson } from '../../domain/framework/frameworkTable';
import { ExportFramework } from './ExportFramework';
import { FrameworkTree } from './FrameworkTree';
import { OwnFramework } from './OwnFramework';
import { Rules, type ChangeFramework } from './Rules';
import { SheetFacts } from './SheetFacts';
import { Upgrade } from './Upgrade';
import { readTypedPoints } from '../state/typedPoints';
import { usePane, type Words } from '../words';

export function LoadStep() {
  const { state } = usePane();
  const { framework: id, own, imported } = state.forms.load;
  // While a table is looked through, using it or not is the one question.
  const reviewing = imported?.kind === 'reading';
  const carried = state.reading?.state.framework ?? null;
  const framework = chosenOf(id, own, carried);
  return (
    <>
      <Choice own={own} carried={carried} />
      <OwnFramework />
      {framework && !reviewing && <Chosen framework={framework} own={own.includes(framework)} />}
    </>
  );
}

/** Stands for what the workbook carries, which may have the id of a sample and rules of its own. */
const CARRIED = '*carried';

function chosenOf(
  id: string | null,
  own: readonly Framework[],
  carried: Framework | null,
): Framework | null {
  if (id === CARRIED) return carried;
  return [...own, ...builtInFrameworks()].find((choice) => choice.id === id) ?? null;
}

interface ChoiceProps {
  own: readonly Framework[];
  carried: Framework | null;
}

function Choice({ own, carried }: ChoiceProps) {
  const { session, words, state } = usePane();
  const { load } = words.pane;
  // What could not be read stands no longer in the way once she takes another one.
  const settled = state.forms.load.imported?.kind === 'problems' ? { imported: null } : {};
  const samples = builtInFrameworks().filter(({ id }) => own.every((hers) => hers.id !== id));
  const isListed = [...own, ...samples].some(
    (each) => carried !== null && frameworkJson(each) === frameworkJson(carried),
  );
  const choose = (id: string) => {
    const framework = chosenOf(id, own, carried);
    const { extras } = state.forms.load;
    session.fill('load', {
      framework: id || null,
      ...(framework && asksFigures(framework) ? { extras: withDeclared(extras) } : {}),
      ...settled,
    });
  };
  return (
    <Field label={load.choose}>
      <Select value={state.forms.load.framework ?? ''} onChange={(_, data) => choose(data.value)}>
        <option value="">{load.choosePrompt}</option>
        {own.length > 0 && <optgroup label={load.own}>{own.map(option)}</optgroup>}
        {carried && !isListed && (
          <optgroup label={load.carried}>
            <option value={CARRIED}>{carried.title}</option>
          </optgroup>
        )}
        <optgroup label={load.samples}>{samples.map(option)}</optgroup>
      </Select>
    </Field>
  );
}

/** True where some criterion is scored from a figure that is declared. */
function asksFigures(framework: Framework): boolean {
  return flattenFramework(framework).some(
    ({ node }) => node.rule && !['outside', 'notAssessed'].includes(node.rule.kind),
  );
}

function withDeclared(extras: readonly ExtraColumn[]): ExtraColumn[] {
  return extraColumns.filter((extra) => extra === 'declared' || extras.includes(extra));
}

function option({ id, title }: Framework) {
  return (
    <option key={id} value={id}>
      {title}
    </option>
  );
}

function Chosen({ framework, own }: { framework: Framework; own: boolean }) {
  const { session, words, state } = usePane();
  const { preview, load } = words.pane;
  const { unit, period, rounds, extras, bonus, penalty, leaveOutSurvey } = state.forms.load;
  const outside = useMemo(
    () => readCeilings(framework, { bonus, penalty }),
    [framework, bonus, penalty],
  );
  const plan = () =>
    session.propose('load', load.label, ({ snapshot }) =>
      planNewSheet(snapshot, framework, {
        unit: unit.trim(),
        period: period.trim(),
        rounds,
        extras,
        leaveOutSurvey: leaveOutSurvey && surveyTotal(framework).gt(0),
        outside: outside ?? {},
      }),
    );
  // A sample with rules of hers is hers from then on, under the same name.
  const takeRules = (change: ChangeFramework) => {
    const { own: latest } = session.current().forms.load;
    const before = latest.find(({ id }) => id === framework.id) ?? framework;
    const changed = change(before);
    const others = latest.filter(({ id }) => id !== framework.id);
    // The first rule asks for the column that it is fed from; left out after that, it stays out.
    const isFirst = !asksFigures(before) && asksFigures(changed);
    const fed = isFirst ? { extras: withDeclared(session.current().forms.load.extras) } : {};
    session.fill('load', { own: [changed, ...others], framework: changed.id, ...fed });
  };
  return (
    <>
      <About framework={framework} own={own} words={words} />
      <Rules framework={framework} onChange={takeRules} />
      <SheetFacts framework={framework} />
      <Upgrade framework={framework} outside={outside} />
      <div className="buttons sticky-end">
        <Button
          appearance="primary"
          disabledFocusable={outside === null}
          onClick={() => void plan()}
        >
          {preview.action}
        </Button>
      </div>
    </>
  );
}

/** Null where something is typed that is no number: it says so beside the field, and is not passed over. */
function readCeilings(
  framework: Framework,
  typed: Record<OutsideSign, string>,
): OutsideCeilings | null {
  const has = signsIn(framework);
  const readings = outsideSigns
    .filter((sign) => !has.has(sign))
    .map((sign) => ({ sign, reading: readTypedPoints(typed[sign]) }));
  if (readings.some(({ reading }) => reading.kind === 'bad')) return null;
  return Object.fromEntries(
    readings.flatMap(({ sign, reading }) =>
      reading.kind === 'points' ? [[sign, pointsText(reading.points)]] : [],
    ),
  );
}

interface AboutProps {
  framework: Framework;
  own: boolean;
  words: Words;
}

/** What it is and what it lacks, before anything is built on it. */
function About({ framework, own, words }: AboutProps) {
  const { load } = words.pane;
  const { decision, level, year, province, completeness, completenessNote, notes } = framework;
  return (
    <section className="about" aria-labelledby="framework-title">
      <div>
        <h3 id="framework-title">
          {framework.title} <span className="tag">{own ? load.ownBadge : load[completeness]}</span>
        </h3>
        <p className="quiet">{load.meta(decision, load.levels[level], year, province)}</p>
      </div>
      {level === 'district' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{load.districtEnded}</MessageBarBody>
        </MessageBar>
      )}
      {completenessNote !== '' && <p>{completenessNote}</p>}
      {notes.length > 0 && (
        <details className="fold">
          <summary>{load.notes(notes.length)}</summary>
          <ul className="quiet">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <FrameworkTree framework={framework} words={words} />
      <ExportFramework framework={framework} />
    </section>
  );
}
