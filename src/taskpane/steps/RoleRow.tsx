/** One unit's role in one criterion, to be changed or taken away. */
import { Select } from '@fluentui/react-components';
import { unitRoles, type Assignment, type UnitRole } from '../../domain/remediation/assignment';
import { setRole } from '../../domain/remediation/editProposal';
import type { EditDraft } from './AssignStep';
import { usePane } from '../words';

interface Props {
  assignment: Assignment;
  /** What the row shows: the criterion in a list of a unit, the unit in a list of a criterion. */
  name: string;
  edit: EditDraft;
}

export function RoleRow({ assignment, name, edit }: Props) {
  const { words } = usePane();
  const { assign, roles } = words.pane;
  const { criterion, unit, role, certainty, inherited } = assignment;
  return (
    <li className="role-row">
      <span title={assignment.task}>
        {name} {certainty === 'inferred' && <span className="tag">{assign.inferredMark}</span>}
        {certainty === 'chosen' && <span className="tag">{assign.chosenMark}</span>}{' '}
        {inherited && <span className="tag">{assign.inheritedMark}</span>}
      </span>
      <Select
        size="small"
        aria-label={assign.roleOf(unit, criterion)}
        value={role}
        onChange={(_, data) => edit((draft) => setRole(draft, assignment, roleOf(data.value)))}
      >
        {unitRoles.map((choice) => (
          <option key={choice} value={choice}>
            {roles[choice]}
          </option>
        ))}
        <option value="">{assign.roleNone}</option>
      </Select>
    </li>
  );
}

function roleOf(value: string): UnitRole | null {
  return unitRoles.find((role) => role === value) ?? null;
}
