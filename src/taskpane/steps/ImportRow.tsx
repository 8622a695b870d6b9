/** One row of a table as it was understood; it folds open to be mended. */
import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import {
  ignoreRow,
  joinAbove,
  setCode,
  setLevel,
  setMax,
  setName,
  setOutside,
  setSurvey,
} from '../../domain/framework/editReading';
import { useEffect, useRef, useState } from 'react';
import { points } from '../../domain/points';
import { outsideSigns } from '../../domain/framework/outsideParts';
import type { FrameworkReading, RowReading } from '../../domain/framework/reading';
import type { MendReading } from './ImportReview';
import { useInView } from '../parts/inView';
import { SeverityMark } from '../parts/SeverityMark';
import { besideSign, isUnderSurvey, problemsOfRow, rowText } from '../state/importView';
import { usePane } from '../words';

interface Props {
  row: RowReading;
  reading: FrameworkReading;
  mend: MendReading;
  /** Another row with the same code. */
  double?: RowReading | undefined;
}

export function ImportRow({ row, reading, mend, double }: Props) {
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
  const item = useInView<HTMLLIElement>(open);
  return (
    <li ref={item} className={open ? 'import-row import-open' : 'import-row'}>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        style={{ paddingLeft: `${0.25 + Math.min(row.level, 4) * 0.75}rem` }}
        onClick={() => session.fill('load', { mending: open ? null : row.id })}
      >
        {problems.length + (double ? 1 : 0) > 0 && (
          <SeverityMark severity="warning" name={words.pane.severities.warning} />
        )}
        {row.kind === 'node' ? (
          <NodeText row={row} surveyed={row.survey || isUnderSurvey(reading, row)} />
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
          {double && (
            <p className="stale">
              {load.rowDouble(row.code, double.name === '' ? load.noName : double.name)}
            </p>
          )}
          {row.reason !== null && <p>{words.unreadReasons[row.reason]}</p>}
          <p className="quiet">
            {load.rowSource}: {rowText(row)}
          </p>
          <Level row={row} reading={reading} mend={mend} />
          {row.kind === 'node' && <NodeFields row={row} reading={reading} mend={mend} />}
        </div>
      )}
    </li>
  );
}

function NodeText({ row, surveyed }: { row: RowReading; surveyed: boolean }) {
  const { words } = usePane();
  const { load } = words.pane;
  const beside = besideSign(row);
  return (
    <span className="node">
      <span className="node-code">{row.code}</span>
      <span className="node-name">
        {row.name === '' ? load.noName : row.name}{' '}
        {beside && <span className="tag">{load.outside[beside]}</span>}{' '}
        {surveyed && <span className="tag">{load.surveyTag}</span>}
      </span>
      <span className="node-max">
        {row.max === null ? load.maxUnknown : words.figure(points(row.max))}
      </span>
    </span>
  );
}

type MendProps = Pick<Props, 'row' | 'reading' | 'mend'>;

const parts = ['method', 'continuation'] as const;

/** At which level the row stands, which part of the criterion above it is, or that it is left out. */
function Level({ row, reading, mend }: MendProps) {
  const { words } = usePane();
  const { load } = words.pane;
  const isUnder = reading.rows.some(({ kind, id }) => kind === 'node' && id < row.id);
  const part = parts.find((kind) => kind === row.kind);
  const beside = besideSign(row);
  const choose = (value: string) =>
    mend((before) => {
      const joined = parts.find((kind) => kind === value);
      const sign = outsideSigns.find((each) => each === value);
      if (sign) return setOutside(before, row.id, sign);
      if (joined) return joinAbove(before, row.id, joined);
      return value === '' ? ignoreRow(before, row.id) : setLevel(before, row.id, Number(value));
    });
  return (
    <Field label={load.rowLevel} size="small">
      <Select
        size="small"
        value={beside ?? (row.kind === 'node' ? String(Math.min(row.level, 3)) : (part ?? ''))}
        onChange={(_, data) => choose(data.value)}
      >
        {load.rowLevels.map((name, level) => (
          <option key={name} value={level}>
            {name}
          </option>
        ))}
        {outsideSigns.map((sign) => (
          <option key={sign} value={sign}>
            {load.outside[sign]}
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
function NodeFields({ row, reading, mend }: MendProps) {
  const { words } = usePane();
  const { load } = words.pane;
  const { id } = row;
  const above = isUnderSurvey(reading, row);
  return (
    <>
      <div className="field-row">
        <Field label={load.rowCode} size="small">
          <Input
            size="small"
            value={row.code}
            onChange={(_, data) => mend((before) => setCode(before, id, data.value))}
          />
        </Field>
        <Field label={load.rowMax} size="small">
          <Input
            size="small"
            inputMode="decimal"
            value={row.maxText}
            onChange={(_, data) => mend((before) => setMax(before, id, data.value))}
          />
        </Field>
      </div>
      <Field label={load.rowName} size="small">
        <Input
          size="small"
          value={row.name}
          onChange={(_, data) => mend((before) => setName(before, id, data.value))}
        />
      </Field>
      <Checkbox
        label={above ? load.rowSurveyAbove : load.rowSurvey}
        disabled={above}
        checked={above || row.survey}
        onChange={(_, data) => mend((before) => setSurvey(before, id, data.checked === true))}
      />
      <Button size="small" onClick={() => mend((before) => ignoreRow(before, id))}>
        {load.rowLeaveOut}
      </Button>
    </>
  );
}
