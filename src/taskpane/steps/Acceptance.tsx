/**
 * "Đã xem, chấp nhận": with a reason that travels with the file; taken back here as well. The reason she
 * types and confirms is the preview: nothing on the sheet changes.
 */
import { Button, Field, Input } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ReviewedFinding } from '../../usecases/review';
import type { FindingActions } from './FindingList';
import { usePane } from '../words';

interface Props {
  reviewed: ReviewedFinding;
  actions: FindingActions;
  /** What else can be done with the finding. */
  children: ReactNode;
}

export function Acceptance({ reviewed, actions, children }: Props) {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  const { reason } = state.forms.check;
  const accepted = reviewed.state === 'accepted';
  return (
    <>
      {reviewed.reason !== null && (
        <p className="quiet">
          {check.acceptedFor(reviewed.reason, reviewed.date)}{' '}
          {reviewed.state === 'lapsed' && check.lapsedWhy}
        </p>
      )}
      {reason !== null && !accepted ? (
        <ReasonForm reviewed={reviewed} reason={reason} actions={actions} />
      ) : (
        <div className="buttons">
          {children}
          {accepted ? (
            <Button size="small" onClick={() => actions.reopen(reviewed)}>
              {check.reopen}
            </Button>
          ) : (
            <Button
              size="small"
              onClick={() => session.fill('check', { reason: reviewed.reason ?? '' })}
            >
              {check.accept}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function ReasonForm({ reviewed, reason, actions }: Omit<Props, 'children'> & { reason: string }) {
  const { session, words } = usePane();
  const { check, preview } = words.pane;
  const ready = reason.trim() !== '';
  return (
    <form
      className="reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) actions.accept(reviewed, reason);
      }}
    >
      <Field label={check.reason} hint={check.reasonHint} size="small">
        <Input
          size="small"
          autoFocus
          value={reason}
          onChange={(_, data) => session.fill('check', { reason: data.value })}
        />
      </Field>
      <div className="buttons">
        <Button size="small" appearance="primary" type="submit" disabledFocusable={!ready}>
          {check.acceptAction}
        </Button>
        <Button size="small" onClick={() => session.fill('check', { reason: null })}>
          {preview.cancel}
        </Button>
      </div>
    </form>
  );
}
