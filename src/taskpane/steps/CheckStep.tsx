/**
 * Kiểm tra: the findings, to walk through one by one. F8 and Shift+F8 go to the next and the previous
 * one: keys that neither Vietnamese typing programs nor screen readers take, and that code editors use
 * for the same purpose.
 */
import { Button, Field, Select } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Finding, Severity } from '../../domain/findings/finding';
import type { SheetReport } from '../../usecases/checkWorkbook';
import { builtInFrameworks } from '../../usecases/frameworks';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { planFixes } from '../../usecases/fix';
import { cellName } from '../../workbook/address';
import { FindingList } from './FindingList';
import { SeverityMark } from '../parts/SeverityMark';
import { StepFrame } from '../parts/StepFrame';
import {
  certainFixes,
  countSeverities,
  groupFindings,
  listFindings,
  neighbour,
  severities,
} from '../state/findingList';
import type { PaneSession } from '../state/paneSession';
import { usePane } from '../words';

export function CheckStep() {
  return <StepFrame>{(report, reading) => <Check report={report} reading={reading} />}</StepFrame>;
}

function Check({ report, reading }: { report: SheetReport; reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  const form = state.forms.check;
  const groups = groupFindings(report, form);
  const certain = certainFixes(report);
  const walk = (by: 1 | -1) => {
    const next = neighbour(groups, form.current, by);
    if (next) visit(session, next.key, next.finding);
  };
  useWalkKeys(walk);
  const propose = (findings: readonly Finding[], label: string) =>
    void session.propose('check', label, (current) => planFixes(current, findings));
  return (
    <>
      <Against reading={reading} />
      <SeverityFilter report={report} />
      <div className="toolbar">
        <Button size="small" onClick={() => void session.refresh()}>
          {check.again}
        </Button>
        {report.findings.length > 0 && <Walk report={report} walk={walk} />}
      </div>
      <p className="unseen" role="status">
        {check.checked(report.findings.length)}
      </p>
      {report.findings.length === 0 && <p className="all-good">{check.none}</p>}
      {report.findings.length > 0 && groups.length === 0 && (
        <p className="quiet">{check.filtered}</p>
      )}
      <FindingList
        groups={groups}
        areas={report.areas}
        onVisit={(key, finding) => visit(session, key, finding)}
        onFix={(finding) =>
          propose(
            [finding],
            check.fixLabel(finding.place ? cellName(finding.place) : check.wholeSheet),
          )
        }
      />
      {certain.length > 0 && (
        <div className="buttons sticky-end">
          <Button
            appearance="primary"
            onClick={() => propose(certain, check.fixAllLabel(certain.length))}
          >
            {check.fixAll(certain.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function visit(session: PaneSession, key: string, finding: Finding): void {
  session.fill('check', { current: key });
  if (finding.place) void session.goTo(finding.place.sheet, finding.place);
}

/** Anywhere in the pane, while this step is shown. */
function useWalkKeys(walk: (by: 1 | -1) => void): void {
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

function Walk({ report, walk }: { report: SheetReport; walk: (by: 1 | -1) => void }) {
  const { words, state } = usePane();
  const { check } = words.pane;
  const all = groupFindings(report, state.forms.check).flatMap((group) => group.findings);
  const at = all.findIndex(({ key }) => key === state.forms.check.current);
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
      <span>{at === -1 ? check.positionNone(all.length) : check.position(at + 1, all.length)}</span>
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

function SeverityFilter({ report }: { report: SheetReport }) {
  const { session, words, state } = usePane();
  const { check, severityCount } = words.pane;
  const { hidden, groupBy } = state.forms.check;
  const counts = countSeverities(report);
  const toggle = (severity: Severity) =>
    session.fill('check', {
      hidden: hidden.includes(severity)
        ? hidden.filter((other) => other !== severity)
        : [...hidden, severity],
    });
  return (
    <div className="filter">
      <div role="group" aria-label={check.filter} className="chips">
        {severities
          .filter((severity) => counts[severity] > 0)
          .map((severity) => (
            <button
              key={severity}
              type="button"
              className="chip"
              aria-pressed={!hidden.includes(severity)}
              onClick={() => toggle(severity)}
            >
              <SeverityMark severity={severity} />
              {severityCount(severity, counts[severity])}
            </button>
          ))}
      </div>
      {listFindings(report).length > 1 && (
        <Select
          size="small"
          aria-label={check.groupBy}
          value={groupBy}
          onChange={(_, data) =>
            session.fill('check', { groupBy: data.value === 'area' ? 'area' : 'kind' })
          }
        >
          <option value="kind">{check.kind}</option>
          <option value="area">{check.area}</option>
        </Select>
      )}
    </div>
  );
}

/** No framework has such an id. */
const NONE = '-';

/** What the sheet is held against: what the workbook carries, or a framework chosen here. */
function Against({ reading }: { reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  const { against } = state.forms.check;
  const carried = reading.state.framework;
  const choices = [...state.forms.load.own, ...builtInFrameworks()];
  return (
    <Field label={check.against} size="small">
      <Select
        size="small"
        value={against === null ? NONE : against === 'carried' ? '' : against.id}
        onChange={(_, data) =>
          session.fill('check', {
            against:
              data.value === NONE
                ? null
                : (choices.find(({ id }) => id === data.value) ?? 'carried'),
            current: null,
          })
        }
      >
        {carried && <option value="">{check.againstFile(carried.title)}</option>}
        <option value={carried ? NONE : ''}>{check.againstNone}</option>
        {choices.map((framework) => (
          <option key={framework.id} value={framework.id}>
            {framework.title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
