/** Severity by shape and word; colour only repeats it. */
import { ErrorCircleFilled, InfoFilled, WarningFilled } from '@fluentui/react-icons';
import type { Severity } from '../../domain/findings/finding';

const marks = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoFilled };

export function SeverityMark({ severity, name }: { severity: Severity; name?: string }) {
  const Mark = marks[severity];
  return (
    <span className={`severity severity-${severity}`}>
      <Mark aria-hidden="true" />
      {name !== undefined && <span className="unseen">{name}</span>}
    </span>
  );
}
