/** A change in words, before it is made: what will be done, what will be kept, and the two answers. */
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { cellName } from '../workbook/address';
import type { Capabilities } from '../workbook/host';
import { goesToNewFile, type Pending } from './state/paneState';
import { usePane, type Words } from './words';

/** More kept cells than this are counted, not listed. */
const SHOWN = 20;

/** The changes of a patch that a lack of the host concerns. */
const lackKinds = {
  outline: 'outline',
  print: 'print',
  validationMessages: 'validation',
  marks: 'mark',
} as const;

interface Props {
  pending: Pending;
  lacks: Capabilities['lacks'];
}

export function PlanPreview({ pending, lacks }: Props) {
  const { session, words, state } = usePane();
  const { preview } = words.pane;
  const heading = useRef<HTMLHeadingElement>(null);
  const nothing = pending.plan.patch.changes.length === 0;
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h3 id="preview-title" ref={heading} tabIndex={-1}>
        {nothing ? pending.label : preview.title(pending.label)}
      </h3>
      {pending.replanned && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{preview.replanned}</MessageBarBody>
        </MessageBar>
      )}
      {pending.plan.standsAlone && state.file?.origin === 'sample' && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            {goesToNewFile(state) ? preview.toNewFile : preview.intoSample}
          </MessageBarBody>
        </MessageBar>
      )}
      <Lines pending={pending} lacks={lacks} />
      <Conflicts pending={pending} words={words} />
      {!nothing && <p className="quiet">{preview.promise}</p>}
      <div className="buttons">
        {!nothing && (
          <Button
            appearance="primary"
            disabledFocusable={state.work === 'applying'}
            onClick={() => void session.confirm()}
          >
            {preview.apply}
          </Button>
        )}
        <Button onClick={() => session.dropPreview()}>
          {nothing ? preview.back : preview.cancel}
        </Button>
      </div>
    </section>
  );
}

/** What will be done, and what of it this host cannot do. */
function Lines({ pending, lacks }: Props) {
  const { words } = usePane();
  const { preview } = words.pane;
  const { lines, patch } = pending.plan;
  return (
    <ul className="preview-lines">
      {patch.changes.length === 0 && lines.length === 0 && <li>{words.planLines.nothing({})}</li>}
      {lines.map((line, index) => (
        <li key={index}>{words.planLines[line.code](line.params)}</li>
      ))}
      {lacks
        .filter((lack) => patch.changes.some(({ kind }) => kind === lackKinds[lack]))
        .map((lack) => (
          <li key={lack}>{preview.lacks(preview.lackNames[lack])}</li>
        ))}
    </ul>
  );
}

function Conflicts({ pending, words }: { pending: Pending; words: Words }) {
  const { conflicts } = pending.plan;
  if (conflicts.length === 0) return null;
  const { preview } = words.pane;
  return (
    <div className="kept">
      <h4>{preview.conflicts(conflicts.length)}</h4>
      <ul>
        {conflicts.slice(0, SHOWN).map(({ sheet, at, kept, wouldBe }) => (
          <li key={`${sheet}!${cellName(at)}`}>
            {words.planConflict(cellName(at), kept, wouldBe)}
          </li>
        ))}
        {conflicts.length > SHOWN && <li>{preview.more(conflicts.length - SHOWN)}</li>}
      </ul>
    </div>
  );
}
