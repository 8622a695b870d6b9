/** Findings in groups: each a button that goes to its cell; the current one shows what to do. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Finding } from '../../domain/findings/finding';
import type { AreaSummary } from '../../domain/scoring/summary';
import { cellName } from '../../workbook/address';
import { SeverityMark } from '../parts/SeverityMark';
import type { FindingGroup, ListedFinding } from '../state/findingList';
import { usePane, type Words } from '../words';

interface Props {
  groups: readonly FindingGroup[];
  areas: readonly AreaSummary[];
  onVisit(key: string, finding: Finding): void;
  onFix(finding: Finding): void;
}

export function FindingList({ groups, areas, onVisit, onFix }: Props) {
  const { words, state } = usePane();
  return (
    <div className="findings">
      {groups.map((group) => (
        <section key={group.by === 'kind' ? group.code : group.area}>
          <h3>
            {groupTitle(group, areas, words)}
            {'\u00a0'}
            <span className="count">{group.findings.length}</span>
          </h3>
          <ul>
            {group.findings.map((listed) => (
              <FindingItem
                key={listed.key}
                listed={listed}
                current={state.forms.check.current === listed.key}
                onVisit={onVisit}
                onFix={onFix}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ItemProps {
  listed: ListedFinding;
  current: boolean;
  onVisit(key: string, finding: Finding): void;
  onFix(finding: Finding): void;
}

function FindingItem({ listed, current, onVisit, onFix }: ItemProps) {
  const { words } = usePane();
  const { check, severities } = words.pane;
  const { finding, key } = listed;
  const cell = finding.place ? cellName(finding.place) : null;
  const texts = words.findingMessages[finding.code];
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
        onClick={() => onVisit(key, finding)}
      >
        <SeverityMark severity={finding.severity} name={severities[finding.severity]} />
        <span className="finding-text">
          <span className="finding-place">
            {cell ?? check.wholeSheet}
            {finding.criterion && (
              <span className="quiet"> · {check.criterion(finding.criterion)}</span>
            )}
          </span>
          <span>{sentence(finding, words)}</span>
        </span>
      </button>
      {current && (
        <div className="finding-more">
          <p>{texts.action}</p>
          <p className="quiet">{texts.why}</p>
          <Related finding={finding} />
          {finding.fix && (
            <Button size="small" onClick={() => onFix(finding)}>
              {check.fix}
            </Button>
          )}
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

/** The cell stands in bold above, so the sentence does without it. */
function sentence({ code, params, related }: Finding, words: Words): string {
  const text = words.findingMessages[code].message(params, null, related.map(cellName));
  return text.charAt(0).toLocaleUpperCase(words.language) + text.slice(1);
}

function groupTitle(group: FindingGroup, areas: readonly AreaSummary[], words: Words): string {
  if (group.by === 'kind') return words.findingMessages[group.code].title;
  const { check } = words.pane;
  if (group.area === '') return check.noArea;
  return check.areaName(group.area, areas.find(({ code }) => code === group.area)?.name ?? '');
}
