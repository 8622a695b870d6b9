/** One role in place of several that the reading had to suppose: one choice instead of many lists. */
import { Field, Select } from '@fluentui/react-components';
import { unitRoles, type UnitRole } from '../../domain/remediation/assignment';
import { usePane } from '../words';

interface Props {
  label: (count: number) => string;
  /** How many roles were supposed; a single one has its own list. */
  count: number;
  onRole(role: UnitRole): void;
}

export function SettleRoles({ label, count, onRole }: Props) {
  const { words } = usePane();
  const { assign, roles } = words.pane;
  if (count < 2) return null;
  return (
    <Field label={label(count)} size="small">
      <Select
        size="small"
        value=""
        onChange={(_, data) => {
          const role = unitRoles.find((each) => each === data.value);
          if (role) onRole(role);
        }}
      >
        <option value="">{assign.settleChoose}</option>
        {unitRoles.map((role) => (
          <option key={role} value={role}>
            {roles[role]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
