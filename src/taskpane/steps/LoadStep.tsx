/** Nạp khung: choose a framework, see what is in it, name the unit and the period, make the sheet. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import type { Framework } from '../../domain/framework/framework';
import { builtInFrameworks } from '../../usecases/frameworks';
import { planNewSheet } from '../../usecases/newSheet';
import { FrameworkTree } from './FrameworkTree';
import { OwnFramework } from './OwnFramework';
import { usePane, type Words } from '../words';

export function LoadStep() {
  const { words, state } = usePane();
  const { framework: id, own } = state.forms.load;
  const choices = [...own, ...builtInFrameworks()];
  const framework = choices.find((choice) => choice.id === id) ?? null;
  return (
    <>
      <Choices choices={choices} own={own} />
      <OwnFramework />
      {framework === null ? (
        <p className="quiet">{words.pane.load.chooseFirst}</p>
      ) : (
        <Chosen framework={framework} />
      )}
    </>
  );
}

function Choices({ choices, own }: { choices: readonly Framework[]; own: readonly Framework[] }) {
  const { session, words, state } = usePane();
  return (
    <Field label={words.pane.load.choose}>
      <RadioGroup
        className="choices"
        value={state.forms.load.framework ?? ''}
        onChange={(_, data) => session.fill('load', { framework: data.value })}
      >
        {choices.map((framework) => (
          <Radio
            key={framework.id}
            value={framework.id}
            label={choiceLabel(framework, own.includes(framework), words)}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

function choiceLabel(framework: Framework, hers: boolean, words: Words) {
  const { load } = words.pane;
  const { decision, level, year, province, completeness } = framework;
  const state = hers ? load.ownBadge : load[completeness];
  return (
    <span className="choice">
      <span>{framework.title}</span>
      <span className="quiet">
        {load.meta(decision, load.levels[level], year, province)} · {state}
      </span>
    </span>
  );
}

function Chosen({ framework }: { framework: Framework }) {
  const { session, words, state } = usePane();
  const { load, preview } = words.pane;
  const { unit, period, rounds } = state.forms.load;
  const plan = () =>
    session.propose('load', load.label, ({ snapshot }) =>
      planNewSheet(snapshot, framework, { unit: unit.trim(), period: period.trim(), rounds }),
    );
  return (
    <>
      <section className="about" aria-label={framework.title}>
        {framework.level === 'district' && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{load.districtEnded}</MessageBarBody>
          </MessageBar>
        )}
        <p>{framework.completenessNote}</p>
        {framework.notes.length > 0 && (
          <ul className="quiet">
            {framework.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <FrameworkTree framework={framework} words={words} />
      </section>
      <SheetFacts />
      <div className="buttons">
        <Button appearance="primary" onClick={() => void plan()}>
          {preview.action}
        </Button>
      </div>
    </>
  );
}

function SheetFacts() {
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
    </section>
  );
}
