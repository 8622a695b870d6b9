/** A unit that no text names: it gets its criteria afterwards, in the list by criterion. */
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssignmentProposal } from '../../domain/remediation/assignment';
import { addUnit } from '../../domain/remediation/editProposal';
import type { EditDraft } from './AssignStep';
import { usePane } from '../words';

export function AddUnit({ proposal, edit }: { proposal: AssignmentProposal; edit: EditDraft }) {
  const { words } = usePane();
  const { assign } = words.pane;
  const [name, setName] = useState('');
  const wanted = name.trim();
  const ready = wanted !== '' && !proposal.units.some((unit) => unit.name === wanted);
  return (
    <form
      className="field-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        edit((draft) => addUnit(draft, wanted));
        setName('');
      }}
    >
      <Field label={assign.addUnitName} size="small">
        <Input size="small" value={name} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Button size="small" type="submit" disabledFocusable={!ready}>
        {assign.addAction}
      </Button>
    </form>
  );
}
