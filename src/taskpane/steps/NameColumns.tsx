/**
 * Chỉ ra các cột: which row of a sheet is the header, and which column is what, each with what stands in
 * it; guessed to begin with. What would be read is said before anything is remembered.
 */
import { Button, Field, Select } from '@fluentui/react-components';
import { useId, useMemo, type ReactNode } from 'react';
import { columnLetters } from '../../workbook/address';
import { sumPoints, ZERO } from '../../domain/points';
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import {
  neededRoles,
  planNaming,
  proposeNaming,
  tryNaming,
  usualRoles,
  type NamedRole,
  type Naming,
  type NamingDraft,
} from '../../usecases/nameColumns';
import { headerOptions, namingColumns, type NamingColumn } from '../../usecases/namingChoices';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { usePane, type Words } from '../words';

interface Props {
  reading: WorkbookReading;
  sheet: string;
}

export function NameColumns({ reading, sheet }: Props) {
  const { session, words, state } = usePane();
  const { naming: texts } = words.pane;
  const draft = state.forms.columns.naming[sheet];
  const naming = useMemo(() => proposeNaming(reading, sheet, draft), [reading, sheet, draft]);
  const options = useMemo(
    () => namingColumns(reading, sheet, naming.place),
    [reading, sheet, naming],
  );
  const fill = (next: NamingDraft) =>
    session.fill('columns', { naming: { ...state.forms.columns.naming, [sheet]: next } });
  const choose = (role: NamedRole, column: number | null) =>
    fill({ ...draft, columns: { ...withoutColumn(draft, column), [role]: column } });
  const field = (role: NamedRole, isNeeded: boolean) => (
    <ColumnChoice
      key={role}
      name={role}
      label={words.pane.columns[role]}
      isNeeded={isNeeded}
      options={options}
      value={naming.columns[role] ?? null}
      onChoose={(column) => choose(role, column)}
    />
  );
  return (
    <div className="fields">
      <p className="quiet">{texts.about}</p>
      <HeaderField
        reading={reading}
        sheet={sheet}
        naming={naming}
        onPlace={(place) => fill({ ...draft, place })}
      />
      <ul className="plain-list columns">
        {neededRoles.map((role) => field(role, true))}
        {usualRoles.map((role) => field(role, false))}
      </ul>
      <Outcome reading={reading} sheet={sheet} naming={naming}>
        {isSaid(draft) && <Button onClick={() => fill({})}>{texts.reset}</Button>}
      </Outcome>
    </div>
  );
}

interface OutcomeProps extends Props {
  naming: Naming;
  /** What else she may do. */
  children: ReactNode;
}

/** What would be read so, and the button that has it remembered. */
function Outcome({ reading, sheet, naming, children }: OutcomeProps) {
  const { session, words } = usePane();
  const { naming: texts, preview } = words.pane;
  const read = useMemo(() => whatIsRead(reading, sheet, naming), [reading, sheet, naming]);
  return (
    <>
      <p role="status">{readWords(read, words)}</p>
      <div className="buttons">
        <Button
          appearance="primary"
          disabled={typeof read === 'string'}
          onClick={() =>
            void session.propose('start', texts.label(sheet), (current) =>
              planNaming(current, sheet, naming),
            )
          }
        >
          {preview.action}
        </Button>
        {children}
      </div>
    </>
  );
}

function isSaid(draft: NamingDraft | undefined): boolean {
  return draft !== undefined && (draft.place !== undefined || draft.columns !== undefined);
}

/** The table, or what keeps it from being read. */
function whatIsRead(
  reading: WorkbookReading,
  sheet: string,
  naming: Naming,
): ScoreSheet | 'lacking' | 'nothing' {
  if (neededRoles.some((role) => naming.columns[role] === undefined)) return 'lacking';
  const table = tryNaming(reading, sheet, naming);
  return typeof table === 'string' ? 'nothing' : table;
}

function readWords(read: ScoreSheet | 'lacking' | 'nothing', words: Words): string {
  const { naming: texts } = words.pane;
  if (typeof read === 'string') return texts[read];
  const leaves = read.rows.filter((row) => row.isLeaf);
  const max = sumPoints(leaves.map((row) => row.figures.max?.points ?? ZERO));
  return texts.read(leaves.length, words.figure(max));
}

/** One column is one thing. */
function withoutColumn(
  draft: NamingDraft | undefined,
  column: number | null,
): NonNullable<NamingDraft['columns']> {
  const others = Object.entries(draft?.columns ?? {}).filter(([, one]) => one !== column);
  return column === null ? { ...draft?.columns } : Object.fromEntries(others);
}

interface HeaderProps extends Props {
  naming: Naming;
  onPlace(place: Naming['place']): void;
}

function HeaderField({ reading, sheet, naming: { place }, onPlace }: HeaderProps) {
  const { words } = usePane();
  const { naming: texts } = words.pane;
  const isHeaded = 'header' in place;
  const row = isHeaded ? place.header : place.body;
  const rows = headerOptions(reading, sheet, place).map((option) => (
    <option key={option.row} value={option.row}>
      {texts.row(option.row + 1, brief(option.texts.join(' · '), LONGEST_ROW))}
    </option>
  ));
  return (
    <>
      <Field label={texts.header} size="small">
        <Select
          name="header"
          size="small"
          value={isHeaded ? String(row) : ''}
          onChange={(_, { value }) =>
            onPlace(value === '' ? { body: row } : { header: Number(value) })
          }
        >
          <option value="">{texts.noHeader}</option>
          {rows}
        </Select>
      </Field>
      {!isHeaded && (
        <Field label={texts.firstRow} hint={texts.firstRowHint} size="small">
          <Select
            name="first-row"
            size="small"
            value={String(row)}
            onChange={(_, { value }) => onPlace({ body: Number(value) })}
          >
            {rows}
          </Select>
        </Field>
      )}
    </>
  );
}

interface ColumnProps {
  name: NamedRole;
  label: string;
  isNeeded: boolean;
  options: readonly NamingColumn[];
  value: number | null;
  onChoose(column: number | null): void;
}

function ColumnChoice({ name, label, isNeeded, options, value, onChoose }: ColumnProps) {
  const { words } = usePane();
  const { naming: texts } = words.pane;
  const id = useId();
  return (
    <li className="column-row">
      <label htmlFor={id}>
        {label} {isNeeded && <span className="tag">{texts.needed}</span>}
      </label>
      <Select
        id={id}
        name={name}
        size="small"
        required={isNeeded}
        value={value === null ? '' : String(value)}
        onChange={(_, data) => onChoose(data.value === '' ? null : Number(data.value))}
      >
        <option value="">{isNeeded ? texts.choose : texts.none}</option>
        {options.map((option) => (
          <option key={option.column} value={option.column}>
            {optionText(option, words)}
          </option>
        ))}
      </Select>
    </li>
  );
}

/** A whole name would push the list out of the pane. */
const LONGEST = 28;
const LONGEST_ROW = 60;

function optionText(option: NamingColumn, words: Words): string {
  const { column, header, isNumber } = option;
  const example = isNumber ? option.example.replace('.', words.mark) : brief(option.example);
  const head =
    header === '' ? columnLetters(column) : `${columnLetters(column)} – ${brief(header)}`;
  return example === '' ? head : `${head} ${words.pane.naming.example(example)}`;
}

function brief(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}
