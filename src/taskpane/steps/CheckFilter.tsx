/** Which findings the list shows, and by what it groups them. Counts say what is left to do. */
import { Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countStates, type ReviewedFinding } from '../../usecases/review';
import { SeverityMark } from '../parts/SeverityMark';
import { countSeverities, openFindings, reviewStates, severities } from '../state/findingList';
import type { CheckForm } from '../state/paneState';
import { usePane } from '../words';

export function CheckFilter({ reviewed }: { reviewed: readonly ReviewedFinding[] }) {
  const { session, words, state } = usePane();
  const { check, severityCount } = words.pane;
  const { hidden } = state.forms.check;
  const counts = countSeverities(openFindings(reviewed));
  const present = severities.filter((severity) =>
    reviewed.some(({ finding }) => finding.severity === severity),
  );
  return (
    <div className="filter">
      <div role="group" aria-label={check.filter} className="chips">
        {present.map((severity) => (
          <Chip
            key={severity}
            shown={!hidden.includes(severity)}
            onToggle={() => session.fill('check', { hidden: toggled(hidden, severity) })}
          >
            <SeverityMark severity={severity} />
            {severityCount(severity, counts[severity])}
          </Chip>
        ))}
      </div>
      {reviewed.length > 1 && <Grouping />}
      <States reviewed={reviewed} />
    </div>
  );
}

const groupings = ['kind', 'area', 'unit'] as const satisfies readonly CheckForm['groupBy'][];

function Grouping() {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  return (
    <Select
      size="small"
      aria-label={check.groupBy}
      value={state.forms.check.groupBy}
      onChange={(_, data) =>
        session.fill('check', {
          groupBy: groupings.find((one) => one === data.value) ?? 'kind',
        })
      }
    >
      {groupings.map((one) => (
        <option key={one} value={one}>
          {check[one]}
        </option>
      ))}
    </Select>
  );
}

/** What she decided about findings; nothing before the first decision. */
function States({ reviewed }: { reviewed: readonly ReviewedFinding[] }) {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  const { hiddenStates } = state.forms.check;
  const states = countStates(reviewed);
  if (states.accepted + states.lapsed === 0) return null;
  return (
    <div role="group" aria-label={check.filterStates} className="chips">
      {reviewStates
        .filter((one) => states[one] > 0)
        .map((one) => (
          <Chip
            key={one}
            shown={!hiddenStates.includes(one)}
            onToggle={() => session.fill('check', { hiddenStates: toggled(hiddenStates, one) })}
          >
            {check.stateCount(one, states[one])}
          </Chip>
        ))}
    </div>
  );
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

interface ChipProps {
  shown: boolean;
  onToggle(): void;
  children: ReactNode;
}

function Chip({ shown, onToggle, children }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={shown} onClick={onToggle}>
      {children}
    </button>
  );
}
