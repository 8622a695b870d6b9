/**
 * Kiểm tra: the findings, to walk through one by one. F8 and Shift+F8 go to the next and the previous
 * one: keys that neither Vietnamese typing programs nor screen readers take, and that code editors use
 * for the same purpose.
 */
import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Finding } from '../../domain/findings/finding';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { neighbour, planAccept, planUnaccept, type ReviewGroup } from '../../usecases/review';
import { planFixes } from '../../usecases/fix';
import { cellName } from '../../workbook/address';
import { CheckFilter } from './CheckFilter';
import { CheckSetup } from './CheckSetup';
import { ExpectedScores } from './ExpectedScores';
import { FindingList, type FindingActions } from './FindingList';
import { Marks } from './Marks';
import { Minutes } from './Minutes';
import { StepFrame } from '../parts/StepFrame';
import { certainFixes, groupFindings, itemId, itemIds, openFindings } from '../state/findingList';
import { currentReview } from '../state/paneState';
import { usePane } from '../words';

export function CheckStep() {
  return <StepFrame>{(report, reading) => <Check report={report} reading={reading} />}</StepFrame>;
}

function Check({ report, reading }: { report: SheetReport; reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  const form = state.forms.check;
  const reviewed = currentReview(state);
  const open = openFindings(reviewed);
  const groups = groupFindings(reviewed, report, reading, form);
  const ids = itemIds(groups);
  // One that stands under two units is one to look at.
  const shown = new Set(groups.flatMap(({ findings }) => findings)).size;
  const certain = certainFixes(open);
  const actions = useActions(groups);
  const walk = useWalk(groups, ids, actions);
  return (
    <>
      <CheckSetup reading={reading} />
      <CheckFilter reviewed={reviewed} />
      <div className="toolbar">
        <Button size="small" onClick={() => void session.refresh()}>
          {check.again}
        </Button>
        {ids.length > 0 && <Walk ids={ids} count={shown} walk={walk} />}
      </div>
      <p className="unseen" role="status">
        {check.checked(open.length)}
      </p>
      {open.length === 0 && (
        <p className="all-good">{reviewed.length === 0 ? check.none : check.noneOpen}</p>
      )}
      {open.length > 0 && groups.length === 0 && <p className="quiet">{check.filtered}</p>}
      <FindingList groups={groups} areas={report.areas} actions={actions} />
      <ExpectedScores report={report} reading={reading} />
      <Minutes />
      <Marks reading={reading} />
      {certain.length > 0 && (
        <div className="buttons sticky-end">
          <Button
            appearance="primary"
            onClick={() => actions.fix(certain, check.fixAllLabel(certain.length))}
          >
            {check.fixAll(certain.length)}
          </Button>
        </div>
      )}
    </>
  );
}

/** What can be done with a finding of the list. */
function useActions(groups: readonly ReviewGroup[]): FindingActions {
  const { session, words } = usePane();
  const { check } = words.pane;
  const cell = ({ place }: Finding) => (place ? cellName(place) : check.wholeSheet);
  return {
    visit: (id, finding) => {
      session.fill('check', { current: id, reason: null });
      if (finding.place) void session.goTo(finding.place.sheet, finding.place);
    },
    fix: (findings, label) =>
      void session.propose('check', label, (current) => planFixes(current, findings)),
    accept: (reviewed, reason) => {
      session.fill('check', { reason: null });
      void session.carryOut(check.acceptLabel(cell(reviewed.finding)), (current) =>
        planAccept(current, [reviewed], reason, today()),
      );
    },
    reopen: (reviewed) =>
      void session.carryOut(check.reopenLabel(cell(reviewed.finding)), (current) =>
        planUnaccept(current, [reviewed]),
      ),
    idOf: (group, at) => {
      const found = groups[group];
      const reviewed = found?.findings[at];
      return found && reviewed ? itemId(found, reviewed) : '';
    },
  };
}

/** As it is to be read in the minutes, whatever language the pane speaks. */
function today(): string {
  return new Date().toLocaleDateString('vi-VN');
}

type WalkBy = (by: 1 | -1) => void;

/** To the next finding of the list or the one before, by buttons or by keys. */
function useWalk(
  groups: readonly ReviewGroup[],
  ids: readonly string[],
  { visit }: FindingActions,
): WalkBy {
  const { current } = usePane().state.forms.check;
  const walk: WalkBy = (by) => {
    const at = current === null ? -1 : ids.indexOf(current);
    const next = neighbour(groups, at === -1 ? null : at, by);
    const id = next && ids[next.at];
    if (id) visit(id, next.reviewed.finding);
  };
  useWalkKeys(walk);
  return walk;
}

/** Anywhere in the pane, while this step is shown. */
function useWalkKeys(walk: WalkBy): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      walk(event.shiftKey ? -1 : 1);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

interface WalkProps {
  ids: readonly string[];
  count: number;
  walk: WalkBy;
}

function Walk({ ids, count, walk }: WalkProps) {
  const { words, state } = usePane();
  const { check } = words.pane;
  const { current } = state.forms.check;
  const at = current === null ? -1 : ids.indexOf(current);
  return (
    <span className="walk" title={check.keys}>
      <Button
        size="small"
        appearance="subtle"
        aria-label={check.previous}
        aria-keyshortcuts="Shift+F8"
        onClick={() => walk(-1)}
      >
        ‹
      </Button>
      <span>{at === -1 ? check.positionNone(count) : check.position(at + 1, ids.length)}</span>
      <Button
        size="small"
        appearance="subtle"
        aria-label={check.next}
        aria-keyshortcuts="F8"
        onClick={() => walk(1)}
      >
        ›
      </Button>
    </span>
  );
}
