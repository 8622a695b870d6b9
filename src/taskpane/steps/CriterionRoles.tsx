/** The proposal by criterion: the text as written, who was read from it, and a place to add a unit. */
import { Select } from '@fluentui/react-components';
import type { AssignmentProposal } from '../../domain/remediation/assignment';
import { setRole } from '../../domain/remediation/editProposal';
import type { ScoreRow } from '../../domain/scoring/scoreSheet';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { EditDraft } from './AssignStep';
import { RoleRow } from './RoleRow';
import { usePane } from '../words';

interface Props {
  proposal: AssignmentProposal;
  edit: EditDraft;
}

interface ListProps extends Props {
  report: SheetReport;
  /** Rows that are in question, beside those that have a role; null for all. */
  shown: ReadonlySet<number> | null;
}

export function CriterionRoles({ proposal, report, shown, edit }: ListProps) {
  const assigned = new Set(proposal.assignments.map(({ row }) => row));
  const rows = report.scoreSheet.rows.filter(
    ({ row, isLeaf }) => isLeaf && (shown === null || shown.has(row) || assigned.has(row)),
  );
  return (
    <div>
      {rows.map((row) => (
        <Criterion key={row.row} row={row} proposal={proposal} edit={edit} />
      ))}
    </div>
  );
}

function Criterion({ row, proposal, edit }: Props & { row: ScoreRow }) {
  const { words } = usePane();
  const { assign } = words.pane;
  const assignments = proposal.assignments.filter((assignment) => assignment.row === row.row);
  const text = row.texts.responsible?.text ?? '';
  const free = proposal.units.filter(
    ({ name }) => !assignments.some((assignment) => assignment.unit === name),
  );
  return (
    <section className="criterion" aria-label={words.pane.check.criterion(row.code)}>
      <p>
        <strong>{row.code}</strong> {row.name}
      </p>
      {text !== '' && <p className="source-text">{text}</p>}
      <ul className="plain-list">
        {assignments.map((assignment) => (
          <RoleRow
            key={`${assignment.unit}|${assignment.role}`}
            assignment={assignment}
            name={assignment.unit}
            edit={edit}
          />
        ))}
      </ul>
      {free.length > 0 && (
        <Select
          size="small"
          aria-label={assign.addTo(row.code)}
          value=""
          onChange={(_, data) =>
            edit((draft) =>
              setRole(draft, { row: row.row, criterion: row.code, unit: data.value }, 'implement'),
            )
          }
        >
          <option value="">{assign.addTo(row.code)}</option>
          {free.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </section>
  );
}
