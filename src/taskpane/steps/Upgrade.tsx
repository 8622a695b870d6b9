/**
 * Another framework, or a newer version, for a sheet that is filled already: what differs, what is carried
 * over and what has no place, before anything is made. The filled sheet stays as it is; where it suits, the
 * framework may only be attached, so that the sheet is checked against it from then on.
 */
import { Button, Field, Select } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import {
  compareFrameworks,
  type FrameworkComparison,
} from '../../domain/framework/compareFrameworks';
import type { FlatNode, Framework } from '../../domain/framework/framework';
import type { OutsideCeilings } from '../../domain/framework/outsideParts';
import { frameworkJson } from '../../domain/framework/frameworkTable';
import { points } from '../../domain/points';
import { isAppendixSheet } from '../../usecases/appendix';
import type { SheetReport } from '../../usecases/checkWorkbook';
import { planNewSheet } from '../../usecases/newSheet';
import { tableOf, type WorkbookReading } from '../../usecases/readWorkbook';
import { planAttach, planUpgrade, type Upgrade as UpgradedSheet } from '../../usecases/upgrade';
import { usePane, type Words } from '../words';

/** Nothing where no table is filled, or where all were made from this very framework. */
export function Upgrade({ framework, outside }: Pick<Props, 'framework' | 'outside'>) {
  const { state } = usePane();
  const { reading, reports, table } = state;
  const fits = useMemo(
    () => (reading === null ? [] : upgrades(reading, reports, framework, outside ?? {})),
    [reading, reports, framework, outside],
  );
  const made = fits.find(({ id }) => id === table) ?? fits[0];
  if (!reading || !made) return null;
  const carried = reading.state.framework;
  if (carried && frameworkJson(carried) === frameworkJson(framework)) return null;
  return (
    <Offer
      framework={framework}
      outside={outside}
      made={made}
      tables={fits.map(({ id }) => id)}
      older={carried}
    />
  );
}

interface TableUpgrade extends UpgradedSheet {
  /** Of the table that it is planned from. */
  id: string;
}

/** From each filled table that this framework has anything of, whole sheets before what was extracted here. */
function upgrades(
  reading: WorkbookReading,
  reports: readonly SheetReport[],
  framework: Framework,
  outside: OutsideCeilings,
): TableUpgrade[] {
  const { framework: older } = reading.state;
  const filled = reports.filter(
    ({ summary }) => summary.self !== null || summary.appraised !== null,
  );
  const isExtract = ({ scoreSheet }: SheetReport) => isAppendixSheet(scoreSheet.sheet);
  return [...filled.filter((each) => !isExtract(each)), ...filled.filter(isExtract)]
    .map(({ id }) => ({
      ...planUpgrade(reading, id, framework, { unit: '', period: '', outside }),
      id,
    }))
    .filter(
      // The sheet was made from this framework, with parts and rules of its own.
      (made) =>
        made.carried > 0 && !(older && frameworkJson(older) === frameworkJson(made.framework)),
    );
}

interface Props {
  framework: Framework;
  /** Ceilings of bonus and penalty as typed; null while one of them is no number. */
  outside: OutsideCeilings | null;
  made: TableUpgrade;
  /** Ids of all tables that it may be planned from. */
  tables: readonly string[];
  older: Framework | null;
}

function Offer({ framework, outside, made, tables, older }: Props) {
  const { session, words, state } = usePane();
  const { upgrade: texts } = words.pane;
  const { rounds, extras } = state.forms.load;
  const unit = state.forms.load.unit.trim();
  const period = state.forms.load.period.trim();
  const options = { unit, period, outside: outside ?? {} };
  const { id } = made;
  const head = { unit: unit || made.head.unit, period: period || made.head.period };
  const attach = () =>
    session.propose('load', texts.attachLabel, (current) => planAttach(current, id, framework));
  const plan = () =>
    session.propose('load', texts.label, (current) =>
      tableOf(current, id)
        ? planUpgrade(current, id, framework, options).plan
        : planNewSheet(current.snapshot, made.framework, {
            unit: options.unit,
            period: options.period,
            rounds,
            extras,
          }),
    );
  return (
    <section className="ask" aria-labelledby="upgrade-title">
      <h3 id="upgrade-title">{texts.title}</h3>
      <p>{texts.about(id)}</p>
      {tables.length > 1 && (
        <Field label={texts.from} size="small">
          <Select size="small" value={id} onChange={(_, data) => session.chooseTable(data.value)}>
            {tables.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <CarriedOver made={{ ...made, head }} />
      {older && <Difference older={older} newer={made.framework} words={words} />}
      <div className="buttons">
        <Button disabledFocusable={outside === null} onClick={() => void plan()}>
          {texts.action}
        </Button>
        <Button onClick={() => void attach()}>{texts.attach}</Button>
      </div>
      <p className="quiet">{texts.attachHint}</p>
    </section>
  );
}

/** What goes along into the new sheet, and what has no place there. */
function CarriedOver({ made }: { made: UpgradedSheet }) {
  const { words } = usePane();
  const { upgrade: texts } = words.pane;
  const { carried, maxChanged, unplaced, rulesCarried, rulesLost, head, hasAssignments } = made;
  const { unit, period } = head;
  return (
    <>
      <ul className="plain-list">
        <li>{texts.carried(carried)}</li>
        {unit + period !== '' && <li>{texts.head(unit, period)}</li>}
        {rulesCarried > 0 && <li>{texts.rulesCarried(rulesCarried)}</li>}
        {rulesLost > 0 && <li>{texts.rulesLost(rulesLost)}</li>}
        {maxChanged.length > 0 && <li>{texts.maxNow(maxChanged.length, maxChanged.join(', '))}</li>}
        {hasAssignments && <li>{texts.assignments}</li>}
      </ul>
      <Fold title={texts.unplaced(unplaced.length)} count={unplaced.length}>
        {unplaced.map(({ code, name }, index) => (
          <li key={index}>{`${code} ${name}`.trim()}</li>
        ))}
      </Fold>
    </>
  );
}

function Difference({ older, newer, words }: { older: Framework; newer: Framework; words: Words }) {
  const { upgrade: texts } = words.pane;
  const difference = useMemo(() => compareFrameworks(older, newer), [older, newer]);
  const { added, removed, renamed, maxChanged, moved, unchanged } = difference;
  const max = (value: string | null) =>
    value === null ? words.pane.load.maxUnknown : words.figure(points(value));
  if (isSame(difference)) return <p className="quiet">{texts.same}</p>;
  return (
    <>
      <p>{texts.difference(older.title, unchanged)}</p>
      <Nodes title={texts.added(added.length)} nodes={added} />
      <Nodes title={texts.removed(removed.length)} nodes={removed} />
      <Fold title={texts.renamed(renamed.length)} count={renamed.length}>
        {renamed.map(({ old, new: now }) => (
          <li key={now.node.code}>
            {now.node.code} {now.node.name}
            <span className="quiet"> · {texts.before(old.node.name)}</span>
          </li>
        ))}
      </Fold>
      <Fold title={texts.maxChanged(maxChanged.length)} count={maxChanged.length}>
        {maxChanged.map(({ old, new: now }) => (
          <li key={now.node.code}>
            {now.node.code} {now.node.name}: {max(old.node.max)} → {max(now.node.max)}
          </li>
        ))}
      </Fold>
      <Fold title={texts.moved(moved.length)} count={moved.length}>
        {moved.map(({ old, new: now }) => (
          <li key={now.node.code}>
            {old.node.code} → {now.node.code} {now.node.name}
          </li>
        ))}
      </Fold>
    </>
  );
}

function isSame({ added, removed, renamed, maxChanged, moved }: FrameworkComparison): boolean {
  return [added, removed, renamed, maxChanged, moved].every((list) => list.length === 0);
}

function Nodes({ title, nodes }: { title: string; nodes: readonly FlatNode[] }) {
  return (
    <Fold title={title} count={nodes.length}>
      {nodes.map(({ node }, index) => (
        <li key={index}>{`${node.code} ${node.name}`.trim()}</li>
      ))}
    </Fold>
  );
}

interface FoldProps {
  title: string;
  count: number;
  children: ReactNode;
}

function Fold({ title, count, children }: FoldProps) {
  if (count === 0) return null;
  return (
    <details className="fold">
      <summary>{title}</summary>
      <ul className="rows">{children}</ul>
    </details>
  );
}
