/**
 * Phân công: the units and roles that were read from the responsible-unit texts, to be confirmed. What
 * she changes here is kept when the sheet is read again, until she asks for a new reading.
 */
import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import type { AssignmentProposal } from '../../domain/remediation/assignment';
import { settleInferred, splitUnit } from '../../domain/remediation/editProposal';
import {
  planAssignments,
  proposeAgain,
  proposeAssignments,
  remedyRows,
  responsibleTexts,
} from '../../usecases/assign';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { AddUnit } from './AddUnit';
import { CriterionRoles } from './CriterionRoles';
import { SettleRoles } from './SettleRoles';
import { UnitList } from './UnitList';
import { StepFrame } from '../parts/StepFrame';
import { notesOf, saysTheSame } from '../state/assignmentView';
import type { DraftAssignments } from '../state/paneState';
import { usePane } from '../words';

export function AssignStep() {
  return <StepFrame>{(report, reading) => <Assign report={report} reading={reading} />}</StepFrame>;
}

/** Changes the draft of one sheet; what is changed by hand is marked so. */
export type EditDraft = (change: (proposal: AssignmentProposal) => AssignmentProposal) => void;

function Assign({ report, reading }: { report: SheetReport; reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { assign, preview } = words.pane;
  const { id } = report;
  const { draft, outdated, readAnew, edit, chooseScope } = useDraft(id, reading);
  if (!draft) return null;
  const { proposal } = draft;
  const { withUndeducted } = state.forms.assign;
  const scope = withUndeducted ? 'all' : 'lost';
  const lost = remedyRows(report.scoreSheet);
  const split = (name: string, alias: string) =>
    edit((before) => {
      const parted = splitUnit(before, name, alias, responsibleTexts(reading, id));
      return parted === before ? before : proposeAgain(reading, id, scope, parted);
    });
  const plan = () =>
    session.propose('assign', assign.label, (current) => planAssignments(current, id, proposal));
  const empty = proposal.units.length === 0;
  return (
    <>
      <p>
        {empty && lost?.size === 0 && !withUndeducted
          ? assign.noDeduction
          : empty
            ? assign.none
            : assign.intro(proposal.units.length, proposal.assignments.length)}
      </p>
      {lost !== null && (
        <Checkbox
          label={assign.withUndeducted}
          checked={withUndeducted}
          onChange={(_, data) => chooseScope(data.checked === true)}
        />
      )}
      {draft.edited && outdated && <Outdated onAgain={readAnew} />}
      <Notes proposal={proposal} />
      <SettleRoles
        label={assign.settleAll}
        count={notesOf(proposal).inferred}
        onRole={(role) => edit((before) => settleInferred(before, role))}
      />
      <div className="toolbar">
        <Grouping />
        {draft.edited && !outdated && (
          <Button size="small" appearance="subtle" title={assign.againWarning} onClick={readAnew}>
            {assign.again}
          </Button>
        )}
      </div>
      {state.forms.assign.groupBy === 'unit' ? (
        <UnitList proposal={proposal} edit={edit} split={split} />
      ) : (
        <CriterionRoles
          proposal={proposal}
          report={report}
          shown={withUndeducted ? null : lost}
          edit={edit}
        />
      )}
      <AddUnit proposal={proposal} edit={edit} />
      <div className="buttons sticky-end">
        <Button appearance="primary" onClick={() => void plan()}>
          {preview.action}
        </Button>
      </div>
    </>
  );
}

/** What is proposed for one table: read anew with the sheet, as long as she has not changed it. */
function useDraft(table: string, reading: WorkbookReading) {
  const { session, state } = usePane();
  const { drafts, withUndeducted } = state.forms.assign;
  const scope = withUndeducted ? 'all' : 'lost';
  const draft = drafts[table];
  const outdated = draft !== undefined && draft.from !== reading;
  const keep = (next: DraftAssignments) =>
    session.fill('assign', { drafts: { ...drafts, [table]: next } });
  const readAnew = () =>
    keep({ proposal: proposeAssignments(reading, table, scope), edited: false, from: reading });
  useEffect(() => {
    if (!draft || (outdated && !draft.edited)) readAnew();
    else if (outdated) {
      // What she decided, in the sheet as it is now: her own writing of it changes nothing.
      const again = proposeAgain(reading, table, scope, draft.proposal);
      if (saysTheSame(again, draft.proposal)) keep({ ...draft, proposal: again, from: reading });
    }
  });
  const chooseScope = (all: boolean) => {
    const next = draft && {
      ...draft,
      proposal: proposeAgain(reading, table, all ? 'all' : 'lost', draft.proposal),
      from: reading,
    };
    session.fill('assign', {
      withUndeducted: all,
      // What she has not changed elsewhere is read anew there.
      drafts: Object.fromEntries(
        Object.entries({ ...drafts, ...(next ? { [table]: next } : {}) }).filter(
          ([id, { edited }]) => id === table || edited,
        ),
      ),
    });
  };
  const edit: EditDraft = (change) => {
    if (draft) keep({ ...draft, proposal: change(draft.proposal), edited: true });
  };
  return { draft, outdated, readAnew, edit, chooseScope };
}

function Grouping() {
  const { session, words, state } = usePane();
  const { assign } = words.pane;
  return (
    <label className="inline-label">
      {assign.groupBy}
      <Select
        size="small"
        value={state.forms.assign.groupBy}
        onChange={(_, data) =>
          session.fill('assign', {
            groupBy: data.value === 'criterion' ? 'criterion' : 'unit',
          })
        }
      >
        <option value="unit">{assign.byUnit}</option>
        <option value="criterion">{assign.byCriterion}</option>
      </Select>
    </label>
  );
}

function Outdated({ onAgain }: { onAgain(): void }) {
  const { words } = usePane();
  const { assign } = words.pane;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {assign.changed} {assign.againWarning}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onAgain}>
          {assign.again}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** What the reading had to suppose: said before it is written anywhere. */
function Notes({ proposal }: { proposal: AssignmentProposal }) {
  const { words } = usePane();
  const { assign, check } = words.pane;
  const { inherited, inferred, unread } = notesOf(proposal);
  return (
    <>
      {(inherited > 0 || inferred > 0) && (
        <ul className="notes">
          {inherited > 0 && <li>{assign.inherited(inherited)}</li>}
          {inferred > 0 && <li>{assign.inferred(inferred)}</li>}
        </ul>
      )}
      {unread.length > 0 && (
        <details className="fold">
          <summary>{assign.unread(unread.length)}</summary>
          <ul className="plain-list">
            {unread.map(({ row, criterion, text, reason }, index) => (
              <li key={`${row}|${index}`}>
                <strong>{check.criterion(criterion)}</strong>: {assign.unreadReasons[reason]}
                {text !== '' && <span className="quiet"> — “{text}”</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
