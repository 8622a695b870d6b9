/** One row of a table as it was understood; it folds open to be mended. */
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import {
  ignoreRow,
  joinAbove,
  setCode,
  setLevel,
  setMax,
  setName,
  setSurvey,
} from '../../domain/framework/editReading';
import { useEffect, useRef, useState } from 'react';
import { points } from '../../domain/points';
import type { FrameworkReading, RowReading } from '../../domain/framework/reading';
import type { MendReading } from './ImportReview';
import { SeverityMark } from '../parts/SeverityMark';
import { problemsOfRow, rowText } from '../state/importView';
import { usePane } from '../words';

interface Props {
  row: RowReading;
  reading: FrameworkReading;
  mend: MendReading;
}

export function ImportRow({ row, reading, mend }: Props) {
  const { session, words, state } = usePane();
  const { load } = words.pane;
  const open = state.forms.load.mending === row.id;
  const problems = problemsOfRow(reading, row.id);
  const button = useRef<HTMLButtonElement>(null);
  // A row that turns into a criterion changes lists: the keyboard goes with it.
  const [cameOpen] = useState(open);
  useEffect(() => {
    if (cameOpen) button.current?.focus();
  }, [cameOpen]);
  return (
    <li className={open ? 'import-row import-open' : 'import-row'}>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        style={{ paddingLeft: `${0.25 + Math.min(row.level, 4) * 0.75}rem` }}
        onClick={() => session.fill('load', { mending: open ? null : row.id })}
      >
        {problems.length > 0 && (
          <SeverityMark severity="warning" name={words.pane.severities.warning} />
        )}
        {row.kind === 'node' ? (
          <NodeText row={row} />
        ) : (
          <span className="node">
            <span className="tag">{load.rowKinds[row.kind]}</span>
            <span className="node-name quiet">{rowText(row)}</span>
          </span>
        )}
      </button>
      {open && (
        <div className="fields import-mend">
          {problems.map(({ code, params }, index) => (
            <p key={index} className="stale">
              {words.readingMessages[code](params)}
            </p>
          ))}
          {row.reason !== null && <p>{words.unreadReasons[row.reason]}</p>}
          <p className="quiet">
            {load.rowSource}: {rowText(row)}
          </p>
          <Level row={row} reading={reading} mend={mend} />
          {row.kind === 'node' && <NodeFields row={row} mend={mend} />}
        </div>
      )}
    </li>
  );
}

function NodeText({ row }: { row: RowReading }) {
  const { words } = usePane();
  const { load } = words.pane;
  return (
    <span className="node">
      <span className="node-code">{row.code}</span>
      <span className="node-name">{row.name === '' ? load.noName : row.name}</span>
      <span className="node-max">
        {row.max === null ? load.maxUnknown : words.figure(points(row.max))}
      </span>
    </span>
  );
}

type MendProps = Pick<Props, 'row' | 'mend'>;

const parts = ['method', 'continuation'] as const;

/** At which level the row stands, which part of the criterion above it is, or that it is left out. */
function Level({ row, reading, mend }: Props) {
  const { words } = usePane();
  const { load } = words.pane;
  const isUnder = reading.rows.some(({ kind, id }) => kind === 'node' && id < row.id);
  const part = parts.find((kind) => kind === row.kind);
  const choose = (value: string) =>
    mend((before) => {
      const joined = parts.find((kind) => kind === value);
      if (joined) return joinAbove(before, row.id, joined);
      return value === '' ? ignoreRow(before, row.id) : setLevel(before, row.id, Number(value));
    });
  return (
    <Field label={load.rowLevel} size="small">
      <Select
        size="small"
        value={row.kind === 'node' ? String(Math.min(row.level, 3)) : (part ?? '')}
        onChange={(_, data) => choose(data.value)}
      >
        {load.rowLevels.map((name, level) => (
          <option key={name} value={level}>
            {name}
          </option>
        ))}
        {isUnder &&
          parts.map((kind) => (
            <option key={kind} value={kind}>
              {load.rowParts[kind]}
            </option>
          ))}
        <option value="">{load.rowLeaveOut}</option>
      </Select>
    </Field>
  );
}

/** What a criterion says. */
function NodeFields({ row, mend }: MendProps) {
  const { words } = usePane();
  const { load } = words.pane;
  const { id } = row;
  return (
    <>
      <div className="field-row">
        <Field label={load.rowCode} size="small">
          <Input
            size="small"
            value={row.code}
            onChange={(_, data) => mend((reading) => setCode(reading, id, data.value))}
          />
        </Field>
        <Field label={load.rowMax} size="small">
          <Input
            size="small"
            inputMode="decimal"
            value={row.maxText}
            onChange={(_, data) => mend((reading) => setMax(reading, id, data.value))}
          />
        </Field>
      </div>
      <Field label={load.rowName} size="small">
        <Input
          size="small"
          value={row.name}
          onChange={(_, data) => mend((reading) => setName(reading, id, data.value))}
        />
      </Field>
      <Checkbox
        label={load.rowSurvey}
        checked={row.survey}
        onChange={(_, data) => mend((reading) => setSurvey(reading, id, data.checked === true))}
      />
      <Button size="small" onClick={() => mend((reading) => ignoreRow(reading, id))}>
        {load.rowLeaveOut}
      </Button>
    </>
  );
}
