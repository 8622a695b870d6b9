/** What just happened, with the way back; and the question before an undo that would lose edits. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef, type RefObject } from 'react';
import { usePane, type Words } from './words';
import type { Notice } from './state/paneState';

export function Notices() {
  const { words, state } = usePane();
  const { notice, undoQuestion, work } = state;
  return (
    <>
      <div role="status" className="unseen">
        {work === null ? '' : words.pane.working[work]}
      </div>
      {undoQuestion ? <UndoQuestionBar /> : notice && <NoticeBar key={notice.kind} />}
    </>
  );
}

function NoticeBar() {
  const { session, words, state } = usePane();
  const bar = useRef<HTMLDivElement>(null);
  const { notice, reading } = state;
  const { pane } = words;
  useFocusWhenLost(bar);
  if (!notice) return null;
  return (
    <div ref={bar} tabIndex={-1} className="notice">
      <MessageBar layout="multiline" intent={notice.kind === 'failed' ? 'error' : 'success'}>
        <MessageBarBody>{sentence(notice, words)}</MessageBarBody>
        <MessageBarActions>
          {notice.kind === 'done' && (
            <Button size="small" onClick={() => void session.undo()}>
              {pane.undo}
            </Button>
          )}
          {notice.kind === 'failed' && reading === null && (
            <Button size="small" onClick={() => void session.refresh()}>
              {pane.notice.retry}
            </Button>
          )}
          <Button size="small" appearance="transparent" onClick={() => session.closeNotice()}>
            {pane.close}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

function UndoQuestionBar() {
  const { session, words, state } = usePane();
  const bar = useRef<HTMLDivElement>(null);
  const { undoQuestion } = state;
  const texts = words.pane.undoQuestion;
  useEffect(() => bar.current?.focus(), []);
  if (!undoQuestion) return null;
  return (
    <div ref={bar} tabIndex={-1} className="notice">
      <MessageBar layout="multiline" intent="warning">
        <MessageBarBody>
          <strong>
            {undoQuestion.canForce
              ? texts.title(undoQuestion.label)
              : texts.moved(undoQuestion.label)}
          </strong>
          <ul className="plain-list">
            {undoQuestion.edited.slice(0, 10).map(({ sheet, cell }) => (
              <li key={`${sheet}!${cell}`}>{texts.cell(sheet, cell)}</li>
            ))}
            {undoQuestion.edited.length > 10 && (
              <li>{words.pane.preview.more(undoQuestion.edited.length - 10)}</li>
            )}
          </ul>
        </MessageBarBody>
        <MessageBarActions>
          {undoQuestion.canForce ? (
            <Button size="small" onClick={() => void session.undo(true)}>
              {texts.force}
            </Button>
          ) : (
            <Button size="small" onClick={() => session.leaveChange()}>
              {texts.leave}
            </Button>
          )}
          <Button size="small" appearance="primary" onClick={() => session.keepEdits()}>
            {undoQuestion.canForce ? texts.keep : words.pane.close}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

function sentence(notice: Notice, words: Words): string {
  if (notice.kind === 'failed') return words.hostMessages[notice.problem](notice.params);
  return words.pane.notice[notice.kind](notice.label);
}

/** After "Thực hiện" its button is gone and the focus with it: the outcome takes it. */
function useFocusWhenLost(bar: RefObject<HTMLDivElement>) {
  useEffect(() => {
    if (document.activeElement === document.body) bar.current?.focus();
  }, [bar]);
}
