/**
 * Cách hiểu các cột: what was taken for what, how sure that is, and a choice beside each to correct it.
 * A wrong guess must be visible before anything is built on it.
 */
import { Button, Field, Select } from '@fluentui/react-components';
import { columnLetters } from '../../workbook/address';
import { figureRoles, textRoles, type ColumnRole } from '../../domain/scoring/scoreSheet';
import { lackingColumns, planAddColumn } from '../../usecases/addColumn';
import type { SheetReport } from '../../usecases/checkWorkbook';
import {
  columnOptions,
  planColumnChoices,
  type ColumnChange,
  type ColumnChanges,
  type ColumnOption,
} from '../../usecases/chooseColumns';
import { planForgetNaming } from '../../usecases/nameColumns';
import type { ExtraColumn } from '../../usecases/newSheet';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { usePane } from '../words';

/** Below this the header does not plainly say what the column is. */
const SURE = 0.6;

const allRoles: readonly ColumnRole[] = ['code', 'name', ...figureRoles, ...textRoles.slice(2)];

interface Props {
  report: SheetReport;
  reading: WorkbookReading;
}

export function ColumnReadings({ report, reading }: Props) {
  const { session, words, state } = usePane();
  const { readings: texts } = words.pane;
  const { id, scoreSheet } = report;
  const draft = pendingChanges(state.forms.columns.changes[id] ?? {}, report);
  const options = columnOptions(reading, id);
  const found = [...scoreSheet.columnReadings].sort((a, b) => a.column - b.column);
  const unsure = found.filter(({ confidence, chosen }) => !chosen && confidence < SURE).length;
  const denied = scoreSheet.deniedColumns ?? [];
  const missing = allRoles.filter(
    (role) => scoreSheet.columns[role] === undefined && !denied.includes(role),
  );
  const change = (changes: ColumnChanges) =>
    session.fill('columns', { changes: { ...state.forms.columns.changes, [id]: changes } });
  const save = () =>
    session.propose('start', texts.label, (current) => planColumnChoices(current, id, draft));
  const row = (role: ColumnRole) => (
    <RoleColumn
      key={role}
      role={role}
      report={report}
      options={options}
      value={draft[role]}
      onChange={(column) => change({ ...draft, [role]: column })}
    />
  );
  return (
    <details className="fold">
      <summary>
        {texts.title} {unsure > 0 && <span className="tag">{texts.unsureCount(unsure)}</span>}
      </summary>
      <p className="quiet">{texts.about}</p>
      <ul className="plain-list columns">
        {[...found.map(({ role }) => role), ...denied].map(row)}
      </ul>
      <details className="fold">
        <summary>{texts.missing(missing.length)}</summary>
        <ul className="plain-list columns">{missing.map(row)}</ul>
      </details>
      <AddColumn report={report} />
      <PointedOut id={id} reading={reading} />
      {Object.keys(draft).length > 0 && (
        <div className="buttons">
          <Button appearance="primary" onClick={() => void save()}>
            {words.pane.preview.action}
          </Button>
          <Button onClick={() => change({})}>{words.pane.preview.cancel}</Button>
        </div>
      )}
    </details>
  );
}

/** That the header is hers, and taking it back: the sheet is then read as if she had said nothing. */
function PointedOut({ id, reading }: { id: string; reading: WorkbookReading }) {
  const { session, words } = usePane();
  const { naming } = words.pane;
  const header = reading.state.namedHeaders?.[id];
  const table = reading.tables.find((one) => one.id === id);
  if (!header || !table) return null;
  const forget = () =>
    session.propose('start', naming.forgetLabel(id), (current) => planForgetNaming(current, id));
  return (
    <>
      <p className="quiet">{naming.named(table.header.first + 1)}</p>
      <Button size="small" onClick={() => void forget()}>
        {naming.forget}
      </Button>
    </>
  );
}

/** What a table of others lacks, and a new sheet would have. */
function AddColumn({ report }: { report: SheetReport }) {
  const { session, words } = usePane();
  const { readings: texts, columns } = words.pane;
  const lacking = lackingColumns(report.scoreSheet);
  if (lacking.length === 0) return null;
  const add = (role: ExtraColumn) =>
    session.propose('start', texts.addLabel(columns[role]), (current) =>
      planAddColumn(current, report.id, role),
    );
  return (
    <Field label={texts.add} hint={texts.addHint} size="small">
      <Select
        size="small"
        value=""
        onChange={(_, data) => {
          const role = lacking.find((one) => one === data.value);
          if (role) void add(role);
        }}
      >
        <option value="">{texts.addPrompt}</option>
        {lacking.map((role) => (
          <option key={role} value={role}>
            {columns[role]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface RoleProps {
  role: ColumnRole;
  report: SheetReport;
  options: readonly ColumnOption[];
  value: ColumnChange | undefined;
  onChange(column: ColumnChange): void;
}

function RoleColumn({ role, report, options, value, onChange }: RoleProps) {
  const { words } = usePane();
  const { readings: texts, columns } = words.pane;
  const reading = report.scoreSheet.columnReadings.find((one) => one.role === role);
  const isDenied = report.scoreSheet.deniedColumns?.includes(role) ?? false;
  const isHers = isDenied || reading?.chosen === true;
  const shown = value === undefined ? (isDenied ? 'none' : (reading?.column ?? null)) : value;
  const text = ({ column, header }: ColumnOption) =>
    header === '' ? columnLetters(column) : `${columnLetters(column)} – ${header}`;
  return (
    <li className="column-row">
      <label htmlFor={`column-${role}`}>
        {columns[role]} {isHers && <span className="tag">{texts.chosen}</span>}
        {reading && !reading.chosen && reading.confidence < SURE && (
          <span className="tag">{texts.unsure}</span>
        )}
      </label>
      <Select
        id={`column-${role}`}
        size="small"
        value={shown === null ? '' : String(shown)}
        onChange={(_, data) => onChange(changeOf(data.value))}
      >
        <option value="" disabled={reading !== undefined && !isHers}>
          {reading || isDenied ? texts.automatic : texts.none}
        </option>
        {(reading || isDenied) && !ESSENTIAL.includes(role) && (
          <option value="none">{texts.deny}</option>
        )}
        {options.map((option) => (
          <option key={option.column} value={option.column}>
            {text(option)}
          </option>
        ))}
      </Select>
    </li>
  );
}

/** Without these there is no table. */
const ESSENTIAL: readonly ColumnRole[] = ['name', 'max'];

function changeOf(value: string): ColumnChange {
  if (value === '' || value === 'none') return value === '' ? null : 'none';
  return Number(value);
}

/** What she chose and the sheet does not say yet. */
function pendingChanges(changes: ColumnChanges, { scoreSheet }: SheetReport): ColumnChanges {
  const chosen = new Set(
    scoreSheet.columnReadings.filter((one) => one.chosen).map((one) => one.role),
  );
  const denied = new Set(scoreSheet.deniedColumns);
  const open = (Object.entries(changes) as [ColumnRole, ColumnChange][]).filter(
    ([role, column]) => {
      if (column === null) return chosen.has(role) || denied.has(role);
      return column === 'none' ? !denied.has(role) : scoreSheet.columns[role] !== column;
    },
  );
  return Object.fromEntries(open);
}
