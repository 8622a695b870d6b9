/** Findings in groups: each a button that goes to its cell; the current one shows what to do. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Finding } from '../../domain/findings/finding';
import type { AreaSummary } from '../../domain/scoring/summary';
import type { ReviewedFinding, ReviewGroup } from '../../usecases/review';
import { cellName } from '../../workbook/address';
import { Acceptance } from './Acceptance';
import { findingSentence } from './findingSentence';
import { SeverityMark } from '../parts/SeverityMark';
import { groupName } from '../state/findingList';
import { usePane, type Words } from '../words';

export interface FindingActions {
  visit(id: string, finding: Finding): void;
  fix(findings: readonly Finding[], label: string): void;
  accept(reviewed: ReviewedFinding, reason: string): void;
  reopen(reviewed: ReviewedFinding): void;
  /** Of the finding at a place of a group. */
  idOf(group: number, at: number): string;
}

interface Props {
  groups: readonly ReviewGroup[];
  areas: readonly AreaSummary[];
  actions: FindingActions;
}

export function FindingList({ groups, areas, actions }: Props) {
  const { words, state } = usePane();
  return (
    <div className="findings">
      {groups.map((group, index) => (
        <section key={groupName(group)}>
          <h3>
            {groupTitle(group, areas, words)}
            {'\u00a0'}
            <span className="count">{group.findings.length}</span>
          </h3>
          <ul>
            {group.findings.map((reviewed, at) => {
              const id = actions.idOf(index, at);
              return (
                <FindingItem
                  key={id}
                  id={id}
                  reviewed={reviewed}
                  current={state.forms.check.current === id}
                  actions={actions}
                />
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ItemProps {
  id: string;
  reviewed: ReviewedFinding;
  current: boolean;
  actions: FindingActions;
}

function FindingItem({ id, reviewed, current, actions }: ItemProps) {
  const { words } = usePane();
  const { check, severities } = words.pane;
  const { finding, state } = reviewed;
  const cell = finding.place ? cellName(finding.place) : check.wholeSheet;
  const button = useRef<HTMLButtonElement>(null);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!current) return;
    button.current?.focus();
    item.current?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={item} className={current ? 'finding finding-current' : 'finding'}>
      <button
        ref={button}
        type="button"
        className="finding-open"
        aria-current={current ? 'true' : undefined}
        onClick={() => actions.visit(id, finding)}
      >
        <SeverityMark severity={finding.severity} name={severities[finding.severity]} />
        <span className="finding-text">
          <span className="finding-place">
            {cell}
            {finding.criterion && (
              <span className="quiet"> · {check.criterion(finding.criterion)}</span>
            )}{' '}
            {state !== 'open' && <span className="tag">{check.states[state]}</span>}
          </span>
          <span>{findingSentence(finding, words)}</span>
        </span>
      </button>
      {current && (
        <div className="finding-more">
          <p>{words.findingMessages[finding.code].action}</p>
          <p className="quiet">{words.findingMessages[finding.code].why}</p>
          <Related finding={finding} />
          <Acceptance reviewed={reviewed} actions={actions}>
            {finding.fix && (
              <Button size="small" onClick={() => actions.fix([finding], check.fixLabel(cell))}>
                {check.fix}
              </Button>
            )}
          </Acceptance>
        </div>
      )}
    </li>
  );
}

function Related({ finding }: { finding: Finding }) {
  const { session, words } = usePane();
  const { check } = words.pane;
  if (finding.related.length === 0) return null;
  return (
    <p>
      {check.related}:{' '}
      {finding.related.slice(0, 12).map((place) => (
        <button
          key={cellName(place)}
          type="button"
          className="cell-link"
          aria-label={check.goTo(cellName(place))}
          onClick={() => void session.goTo(place.sheet, place)}
        >
          {cellName(place)}
        </button>
      ))}
    </p>
  );
}

function groupTitle(group: ReviewGroup, areas: readonly AreaSummary[], words: Words): string {
  if (group.by === 'kind') return words.findingMessages[group.code].title;
  const { check } = words.pane;
  if (group.by === 'unit') return group.unit === '' ? check.noUnit : group.unit;
  if (group.area === '') return check.noArea;
  return check.areaName(group.area, areas.find(({ code }) => code === group.area)?.name ?? '');
}
