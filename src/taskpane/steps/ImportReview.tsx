/** What a table was understood as: the title, what is doubtful, every row to mend, and the word to go on. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { setHead } from '../../domain/framework/editReading';
import { countInScale, frameworkLevels, frameworkTotal } from '../../domain/framework/framework';
import type { FrameworkHead, FrameworkReading } from '../../domain/framework/reading';
import type { TableImport } from '../../usecases/importFramework';
import { ImportColumns } from './ImportColumns';
import { ImportRow } from './ImportRow';
import { doubledRows, draftProblems, importRows } from '../state/importView';
import { usePane, type Words } from '../words';

/** Mending the first ones often mends the rest. */
const SHOWN_PROBLEMS = 8;

/** Rows drawn at once; a framework of a hundred criteria fits. */
const PAGE = 200;

/** Doubts that another choice of columns may settle. */
const aboutColumns = ['noHeader', 'noMaxColumn', 'severalMaxColumns'] as const;

export type MendReading = (change: (reading: FrameworkReading) => FrameworkReading) => void;

export function ImportReview({ imported }: { imported: TableImport }) {
  const { session, words, state } = usePane();
  const { load } = words.pane;
  const { reading } = imported;
  const mend: MendReading = (change) =>
    session.fill('load', { imported: { ...imported, reading: change(reading) } });
  const { draft } = reading;
  const counts = draft && countInScale(draft);
  const use = () => {
    if (!draft) return;
    const own = [draft, ...state.forms.load.own.filter(({ id }) => id !== draft.id)];
    session.fill('load', { own, framework: draft.id, imported: null, mending: null });
  };
  return (
    <section className="review" aria-labelledby="review-title">
      <h3 id="review-title">{load.review}</h3>
      {draft && counts && (
        <p>{load.previewTotal(counts.areas, counts.leaves, words.figure(frameworkTotal(draft)))}</p>
      )}
      <Doubts reading={reading} words={words} />
      <ImportColumns
        imported={imported}
        open={reading.problems.some(({ code }) => aboutColumns.some((each) => each === code))}
      />
      <Head head={reading.head} mend={mend} />
      <Rows reading={reading} mend={mend} />
      <div className="buttons">
        <Button appearance="primary" disabledFocusable={draft === null} onClick={use}>
          {load.reviewUse}
        </Button>
        <Button onClick={() => session.fill('load', { imported: null, mending: null })}>
          {words.pane.preview.cancel}
        </Button>
      </div>
    </section>
  );
}

/** Doubts about the whole; those of a row stand with the row. */
function Doubts({ reading, words }: { reading: FrameworkReading; words: Words }) {
  const whole = reading.problems.filter(({ row }) => row === null);
  const checked = reading.draft === null ? [] : draftProblems(reading.draft);
  const rows = new Set(reading.problems.flatMap(({ row }) => (row === null ? [] : [row]))).size;
  if (whole.length === 0 && rows === 0 && checked.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <ul className="plain-list">
          {whole.map(({ code, params }, index) => (
            <li key={index}>{words.readingMessages[code](params)}</li>
          ))}
          {rows > 0 && <li>{words.pane.load.reviewDoubts(rows)}</li>}
          {checked.slice(0, SHOWN_PROBLEMS).map(({ code, params }, index) => (
            <li key={`checked ${index}`}>{words.frameworkMessages[code](params)}</li>
          ))}
          {checked.length > SHOWN_PROBLEMS && (
            <li>{words.pane.load.reviewMoreProblems(checked.length - SHOWN_PROBLEMS)}</li>
          )}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

function Head({ head, mend }: { head: FrameworkHead; mend: MendReading }) {
  const { words } = usePane();
  const { load } = words.pane;
  const set = (part: Partial<FrameworkHead>) => mend((reading) => setHead(reading, part));
  return (
    <div className="fields">
      <HeadText
        label={load.reviewTitle}
        value={head.title}
        longest={500}
        onText={(title) => set({ title })}
      />
      <HeadText
        label={load.reviewDecision}
        value={head.decision}
        longest={300}
        onText={(decision) => set({ decision })}
      />
      <Field label={load.reviewLevel} size="small">
        <Select
          size="small"
          value={head.level}
          onChange={(_, data) =>
            set({ level: frameworkLevels.find((level) => level === data.value) ?? 'any' })
          }
        >
          {frameworkLevels.map((level) => (
            <option key={level} value={level}>
              {load.levels[level]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

interface HeadTextProps {
  label: string;
  value: string;
  /** In characters; what is longer is cut. */
  longest: number;
  onText(text: string): void;
}

function HeadText({ label, value, longest, onText }: HeadTextProps) {
  return (
    <Field label={label} size="small">
      <Input
        size="small"
        value={value}
        onChange={(_, data) => onText(data.value.slice(0, longest))}
      />
    </Field>
  );
}

function Rows({ reading, mend }: { reading: FrameworkReading; mend: MendReading }) {
  const { words } = usePane();
  const { load } = words.pane;
  const [drawn, setDrawn] = useState(PAGE);
  const { shown, aside } = importRows(reading);
  const doubled = useMemo(() => doubledRows(reading), [reading]);
  return (
    <>
      <ul className="import-rows" aria-label={load.reviewRows}>
        {shown.slice(0, drawn).map((row) => (
          <ImportRow
            key={row.id}
            row={row}
            reading={reading}
            mend={mend}
            double={doubled.get(row.id)}
          />
        ))}
      </ul>
      {shown.length > drawn && (
        <Button size="small" onClick={() => setDrawn(drawn + PAGE)}>
          {load.reviewMore(shown.length - drawn)}
        </Button>
      )}
      {aside.length > 0 && (
        <details className="fold">
          <summary>{load.reviewAside(aside.length)}</summary>
          <ul className="import-rows">
            {aside.slice(0, PAGE).map((row) => (
              <ImportRow key={row.id} row={row} reading={reading} mend={mend} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
