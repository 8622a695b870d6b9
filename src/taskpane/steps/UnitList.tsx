/** The proposal by unit: each folds open to its name, its other spellings, and its role by criterion. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssignmentProposal, ResponsibleUnit } from '../../domain/remediation/assignment';
import {
  dropUnit,
  mergeUnits,
  renameUnit,
  settleInferred,
} from '../../domain/remediation/editProposal';
import type { EditDraft } from './AssignStep';
import { RoleRow } from './RoleRow';
import { SettleRoles } from './SettleRoles';
import { assignmentsOf, roleCounts } from '../state/assignmentView';
import { usePane } from '../words';

interface Props {
  proposal: AssignmentProposal;
  edit: EditDraft;
}

/** One spelling becomes a unit of its own. */
type Split = (unit: string, alias: string) => void;

export function UnitList({ proposal, edit, split }: Props & { split: Split }) {
  return (
    <div>
      {proposal.units.map((unit) => (
        <Unit key={unit.name} unit={unit} proposal={proposal} edit={edit} split={split} />
      ))}
    </div>
  );
}

type UnitProps = Props & { unit: ResponsibleUnit };

function Unit({ unit, proposal, edit, split }: UnitProps & { split: Split }) {
  const { words } = usePane();
  const { assign } = words.pane;
  const [open, setOpen] = useState(false);
  const assignments = assignmentsOf(proposal, unit.name);
  const facts = [
    assign.unitCount(assignments.length),
    ...roleCounts(assignments).map(([role, count]) => assign.roleCount(role, count)),
  ];
  return (
    <details className="unit" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>
          <span className="unit-name">{unit.name}</span>{' '}
          {unit.isGroup && <span className="tag">{assign.group}</span>}
          <span className="quiet unit-facts">{facts.join(' · ')}</span>
        </span>
      </summary>
      {open && (
        <div className="unit-body">
          <Aliases unit={unit} split={split} />
          <SettleRoles
            label={assign.settleUnit}
            count={assignments.filter(({ certainty }) => certainty === 'inferred').length}
            onRole={(role) => edit((draft) => settleInferred(draft, role, unit.name))}
          />
          <ul className="plain-list">
            {assignments.map((assignment) => (
              <RoleRow
                key={`${assignment.row}|${assignment.role}`}
                assignment={assignment}
                name={words.pane.check.criterion(assignment.criterion)}
                edit={edit}
              />
            ))}
          </ul>
          <Rename unit={unit} edit={edit} />
          <Merge unit={unit} proposal={proposal} edit={edit} />
          <Button size="small" onClick={() => edit((draft) => dropUnit(draft, unit.name))}>
            {assign.drop}
          </Button>
        </div>
      )}
    </details>
  );
}

function Aliases({ unit, split }: { unit: ResponsibleUnit; split: Split }) {
  const { words } = usePane();
  const { assign } = words.pane;
  if (unit.aliases.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={assign.aliases}>
      <li className="quiet">{assign.aliases}:</li>
      {unit.aliases.map((alias) => (
        <li key={alias} className="alias">
          <span>“{alias}”</span>
          <Button
            size="small"
            appearance="subtle"
            aria-label={assign.splitOf(alias)}
            onClick={() => split(unit.name, alias)}
          >
            {assign.split}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Rename({ unit, edit }: { unit: ResponsibleUnit; edit: EditDraft }) {
  const { words } = usePane();
  const { assign } = words.pane;
  const [name, setName] = useState(unit.name);
  const ready = name.trim() !== '' && name.trim() !== unit.name;
  return (
    <form
      className="field-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) edit((draft) => renameUnit(draft, unit.name, name.trim()));
      }}
    >
      <Field label={assign.rename} size="small">
        <Input size="small" value={name} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Button size="small" type="submit" disabledFocusable={!ready}>
        {assign.renameAction}
      </Button>
    </form>
  );
}

function Merge({ unit, proposal, edit }: UnitProps) {
  const { words } = usePane();
  const { assign } = words.pane;
  const [into, setInto] = useState('');
  const others = proposal.units.filter(({ name }) => name !== unit.name);
  if (others.length === 0) return null;
  return (
    <form
      className="field-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (into !== '') edit((draft) => mergeUnits(draft, unit.name, into));
      }}
    >
      <Field label={assign.mergeInto} size="small">
        <Select size="small" value={into} onChange={(_, data) => setInto(data.value)}>
          <option value="">{assign.mergeChoose}</option>
          {others.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Button size="small" type="submit" disabledFocusable={into === ''}>
        {assign.mergeAction}
      </Button>
    </form>
  );
}
